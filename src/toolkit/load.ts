// Brings the forms of the municipality's folder into its house, as versions that nobody in the house wrote. Done by the owner of the database, at migration.
import type { ClientBase } from 'pg'
import { asOwner } from '../platform/owner.ts'
import { digestOf } from './digest.ts'
import type { FolderForm } from './form-folder.ts'
import { formFolderText as say } from './form-folder-text.ts'
import { type FormHouse, type FolderTold, type FormStep, mergeForms, type Reading, toldOf } from './form-merge.ts'
import { readDefinition } from './shelf.ts'

const tables = ['partnership', 'tool_version', 'tool_version_taken_back', 'tool_folder_reading'] as const

/** @returns sentences about what of the folder did not come in, and why */
export const loadForms = (owner: ClientBase, partnership: number, files: readonly FolderForm[], at: Date): Promise<readonly string[]> => asOwner(owner, tables, async () => {
  // Whoever publishes at this moment comes before or after.
  await owner.query('lock table tool_version, tool_version_taken_back in share row exclusive mode')
  const { steps } = mergeForms(files, await houseOf(owner, partnership))
  for (const step of steps) await take(owner, partnership, step, at)
  return steps.flatMap(it => (it.told ? [sayTold(it.told)] : []))
})

async function take(owner: ClientBase, partnership: number, step: FormStep, at: Date): Promise<void> {
  const { form, file, digest } = step.it
  if (step.do === 'add' && step.version !== null) {
    const whole = { ...form, version: step.version }
    await owner.query('insert into tool_version (partnership, form, version, definition, digest, reason, by, at) values ($1, $2, $3, $4, $5, $6, null, $7)',
      [partnership, form.id, step.version, JSON.stringify(whole), digestOf(whole), say.reason(file), at])
  }
  await owner.query('insert into tool_folder_reading (partnership, form, read_at, digest, version) values ($1, $2, $3, $4, $5)', [partnership, form.id, at, digest, step.version])
}

async function houseOf(owner: ClientBase, partnership: number): Promise<FormHouse> {
  const versions = await owner.query<{ definition: string; byPerson: boolean; takenBack: boolean }>(`
    select v.definition, v.by is not null as "byPerson", exists (select from tool_version_taken_back b where (b.partnership, b.form, b.version) = (v.partnership, v.form, v.version)) as "takenBack"
    from tool_version v where v.partnership = $1 order by v.form, v.version desc`, [partnership])
  const readings = await owner.query<Reading>('select distinct on (form) form, digest, version from tool_folder_reading where partnership = $1 order by form, id desc', [partnership])
  return { versions: versions.rows.map(({ definition, ...it }) => ({ ...it, form: readDefinition(definition) })), readings: readings.rows }
}

/** What of the folder's forms waits to be read in, and where the editor's own word stands against it. Needs to read as the owner; changes nothing. */
export async function formDifferences(owner: ClientBase, partnership: number, files: readonly FolderForm[]): Promise<readonly string[]> {
  // Nothing has been read yet, or this owner is bound by its own policies and sees nothing.
  if ((await owner.query('select from partnership where id = $1', [partnership])).rowCount === 0) return []
  return toldOf(files, await houseOf(owner, partnership)).map(sayTold)
}

/** As the command says it. */
function sayTold({ code, file, title, version }: FolderTold): string {
  switch (code) {
    case 'waits': return say.waits(file, title.da)
    case 'page-stands': return say.pageStands(file, title.da, version)
    case 'taken-back': return say.takenBack(file, title.da, version)
    case 'gone': return say.gone(title.da, version)
  }
}
