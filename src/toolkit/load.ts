// Brings a municipality's own versions from its folder of config. Done by the owner of the database, at migration; never by the running house.
import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'
import { checkForm } from '../forms/check.ts'
import type { Form } from '../forms/rules.ts'
import { operatorError } from '../platform/operator.ts'
import { missingAnchors } from './anchors.ts'
import { localId, toolOfForm } from './shelf.ts'
import { formOf } from './tools.ts'

/** What a version is told by: its words, whatever number it got. */
export const digestOf = ({ id: _, version: __, ...form }: Form): string => createHash('sha256').update(JSON.stringify(form)).digest('hex')

/**
 * Adds this variant as the next version, unless a version with the same words is there already, taken back or not.
 * @param owner who may write past the policies, inside a transaction of the caller
 * @returns     the version it got, or undefined where nothing was added
 * @throws an operator's error where it is a variant of no tool, has a fault, or lacks what the system reads
 */
export async function keepVariant(owner: ClientBase, partnership: number, brought: Form, at: Date): Promise<number | undefined> {
  const tool = toolOfForm(brought.id)
  const shipped = formOf(tool)
  if (!shipped) throw operatorError(`There is no tool ${tool}.`, 2)
  const form: Form = { ...brought, id: localId(tool), kind: shipped.kind, from: brought.from ?? { id: shipped.id, version: shipped.version } }
  const faults = [...checkForm(form).map(it => it.says.en), ...missingAnchors(tool, form).map(it => `${it.question}: ${it.code}`)]
  if (faults.length > 0) throw operatorError(faults.map(it => `${form.id}: ${it}`).join('\n'), 2)
  const { rows: [there] } = await owner.query<{ last: number; same: boolean }>(
    'select coalesce(max(version), 0)::int as last, coalesce(bool_or(digest = $3), false) as same from tool_version where partnership = $1 and form = $2', [partnership, form.id, digestOf(form)])
  if (there?.same) return undefined
  const version = (there?.last ?? 0) + 1
  await owner.query('insert into tool_version (partnership, form, version, definition, digest, reason, by, at) values ($1, $2, $3, $4, $5, $6, null, $7)',
    [partnership, form.id, version, JSON.stringify({ ...form, version }), digestOf(form), 'Kom med installationen.', at])
  return version
}
