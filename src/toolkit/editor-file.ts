// A form that came as a file from elsewhere.
import { readFormFile } from '../forms/schema.ts'
import type { Form } from '../forms/rules.ts'
import { type Fault, Refusal } from '../kernel/refusal.ts'
import { isLocal, localId, toolOfForm } from './shelf.ts'

/**
 * The draft that a file becomes: under this municipality's own id and next version.
 * @throws Refusal invalid where there is no file, or it is another tool's, or no form
 */
export async function readBroughtFile(file: unknown, tool: string, to: { readonly version: number; readonly shipped: Form }): Promise<Form> {
  if (!(file instanceof File) || file.size === 0) throw new Refusal('invalid', 'toolkit.needs-file', 'file')
  const read = file.size > 800_000 ? undefined : readFormFile(await file.text())
  if (!read) throw new Refusal('invalid', 'toolkit.file-too-large', 'file')
  if ('faults' in read) throw new Refusal('invalid', 'toolkit.bad-file', 'file', [{ field: 'file', code: 'toolkit.bad-file' }, ...read.faults.slice(0, 8).map((it): Fault => ({ field: it.at.da, code: it.code === 'too-large' ? 'toolkit.file-too-large' : `toolkit.file-${it.code}` }))])
  if (toolOfForm(read.form.id) !== tool) throw new Refusal('invalid', 'toolkit.other-tool', 'file')
  return asLocal(read.form, to.shipped, to.version)
}

/** Under the municipality's own id, with where it came from: what it says itself, or the shipped version that it is. */
export function asLocal(form: Form, { id, version: newest, kind }: Form, version: number): Form {
  const said = form.from ?? (isLocal(form.id) ? undefined : { id: form.id, version: form.version })
  return { ...form, id: localId(id), version, kind, from: said?.id === id && said.version <= newest ? said : { id, version: newest } }
}
