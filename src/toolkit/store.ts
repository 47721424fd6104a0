import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'

/** `definition` is the form as JSON, just as it was published. `byName` null: it came with the municipality's folder. */
export interface VersionRow {
  readonly form: string
  readonly version: number
  readonly definition: string
  readonly reason: string
  readonly byName: string | null
  readonly at: Date
  readonly backAt: Date | null
  readonly backReason: string | null
  readonly backName: string | null
}
const rows = async <T>(db: Db, question: ReturnType<typeof sql<T>>): Promise<readonly T[]> => (await question.execute(db)).rows
const one = async (db: Db, question: ReturnType<typeof sql>): Promise<boolean> => (await question.execute(db)).numAffectedRows === 1n

/** The newest version of each tool, or of one, that is not taken back. */
export const newestVersions = (db: Db, form?: string) => rows(db, sql<Pick<VersionRow, 'form' | 'version' | 'definition'>>`
  select distinct on (v.form) v.form, v.version, v.definition from tool_version v
  where ${form === undefined ? sql`true` : sql`v.form = ${form}`} and v.partnership = (select gate.partnership())
    and not exists (select from tool_version_taken_back b where (b.partnership, b.form, b.version) = (v.partnership, v.form, v.version))
  order by v.form, v.version desc`)

export const definitionOf = async (db: Db, form: string, version: number): Promise<string | undefined> =>
  (await rows(db, sql<{ definition: string }>`select definition from tool_version where form = ${form} and version = ${version} and partnership = (select gate.partnership())`))[0]?.definition

/** All versions of one tool, newest first. */
export const versionsOf = (db: Db, form: string) => rows(db, sql<VersionRow>`
  select v.form, v.version, v.definition, v.reason, p.name as "byName", v.at, b.at as "backAt", b.reason as "backReason", q.name as "backName"
  from tool_version v left join person p on p.id = v.by
    left join tool_version_taken_back b on (b.partnership, b.form, b.version) = (v.partnership, v.form, v.version) left join person q on q.id = b.by
  where v.form = ${form} and v.partnership = (select gate.partnership()) order by v.version desc`)

/** Whether there is such a version; for the gate. */
export const hasVersion = async (db: Db, form: string, version: number): Promise<boolean> => (await definitionOf(db, form, version)) !== undefined

export interface NewVersion { readonly partnership: number; readonly form: string; readonly version: number; readonly definition: string; readonly digest: string; readonly reason: string; readonly by: string; readonly at: Date }
/** False where that version is there already: somebody published first. */
export const addVersion = (db: Db, it: NewVersion) => one(db, sql`
  insert into tool_version (partnership, form, version, definition, digest, reason, by, at)
  values (${it.partnership}, ${it.form}, ${it.version}, ${it.definition}, ${it.digest}, ${it.reason}, ${it.by}, ${it.at}) on conflict do nothing`)
export const lastVersion = async (db: Db, form: string): Promise<number> =>
  (await rows(db, sql<{ last: number | null }>`select max(version) as last from tool_version where form = ${form} and partnership = (select gate.partnership())`))[0]?.last ?? 0
export const takeBack = (db: Db, it: Pick<NewVersion, 'partnership' | 'form' | 'version' | 'reason' | 'by' | 'at'>) => one(db, sql`
  insert into tool_version_taken_back (partnership, form, version, reason, by, at)
  values (${it.partnership}, ${it.form}, ${it.version}, ${it.reason}, ${it.by}, ${it.at}) on conflict do nothing`)

/** What the municipality's folder had of each form when it was read last. For the clock. */
export const lastReadings = (db: Db, partnership: number) => rows(db, sql<{ form: string; digest: string }>`
  select distinct on (form) form, digest from tool_folder_reading where partnership = ${partnership} order by form, id desc`)

export interface DraftRow { readonly form: string; readonly definition: string; readonly seq: number; readonly byName: string; readonly at: Date }
const draftsWhere = sql`select d.form, d.definition, d.seq, p.name as "byName", d.at from tool_draft d join person p on p.id = d.by`
export const drafts = (db: Db) => rows(db, sql<DraftRow>`${draftsWhere} order by d.form`)
export const draftOf = async (db: Db, form: string): Promise<DraftRow | undefined> => (await rows(db, sql<DraftRow>`${draftsWhere} where d.form = ${form}`))[0]
export interface NewDraft { readonly partnership: number; readonly form: string; readonly definition: string; readonly by: string; readonly at: Date }
/** False where somebody has begun one already. */
export const beginDraft = (db: Db, it: NewDraft) => one(db, sql`
  insert into tool_draft (partnership, form, definition, seq, by, at) values (${it.partnership}, ${it.form}, ${it.definition}, 1, ${it.by}, ${it.at}) on conflict do nothing`)
/** Changes of a draft that can be looked back on. */
const lookBack = 60
/** False where somebody else changed it after `seq`. */
export async function keepDraft(db: Db, it: NewDraft, seq: number): Promise<boolean> {
  await sql`insert into tool_draft_past (partnership, form, seq, definition)
    select partnership, form, seq, definition from tool_draft where form = ${it.form} and partnership = ${it.partnership} and seq = ${seq} on conflict do nothing`.execute(db)
  await sql`delete from tool_draft_past where form = ${it.form} and partnership = ${it.partnership} and seq < ${seq - lookBack}`.execute(db)
  return one(db, sql`
    update tool_draft set definition = ${it.definition}, seq = seq + 1, by = ${it.by}, at = ${it.at} where form = ${it.form} and partnership = ${it.partnership} and seq = ${seq}`)
}
/** The draft as it stood at that change; undefined where that is too long ago. */
export const pastDraft = async (db: Db, form: string, seq: number): Promise<string | undefined> =>
  (await rows(db, sql<{ definition: string }>`select definition from tool_draft_past where form = ${form} and seq = ${seq} and partnership = (select gate.partnership())`))[0]?.definition
export async function dropDraft(db: Db, form: string): Promise<boolean> {
  await sql`delete from tool_draft_past where form = ${form} and partnership = (select gate.partnership())`.execute(db)
  return one(db, sql`delete from tool_draft where form = ${form} and partnership = (select gate.partnership())`)
}

/** Every version of this house, newest first: whose it is, and whether it was taken back. */
export const versionMarks = (db: Db) => rows(db, sql<{ definition: string; byPerson: boolean; takenBack: boolean }>`
  select v.definition, v.by is not null as "byPerson", exists (select from tool_version_taken_back b where (b.partnership, b.form, b.version) = (v.partnership, v.form, v.version)) as "takenBack"
  from tool_version v where v.partnership = (select gate.partnership()) order by v.form, v.version desc`)
/** What the folder had of each form when it was read last, and which version came of it. */
export const readingsNow = (db: Db) => rows(db, sql<{ form: string; digest: string; version: number | null }>`
  select distinct on (form) form, digest, version from tool_folder_reading where partnership = (select gate.partnership()) order by form, id desc`)
