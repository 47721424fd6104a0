import { sql } from 'kysely'
import type { Day } from '../kernel/day.ts'
import type { Link } from '../integrity/rules.ts'
import type { Db } from '../platform/db.ts'

export interface LogRow {
  readonly id: string
  readonly partnership: number
  readonly keyWrapped: Uint8Array
  readonly headSeq: number
  readonly headSeal: string
  readonly lastNo: number
  readonly lastExhibit: number
}
const logColumns = sql`id, partnership, key_wrapped as "keyWrapped", head_seq as "headSeq", head_seal as "headSeal", last_no as "lastNo", last_exhibit as "lastExhibit"`

/** The citizen's log, held until the transaction ends: lines are put on its end one after the other. */
export async function lockLog(db: Db, citizen: string): Promise<LogRow | undefined> {
  return (await sql<LogRow>`select ${logColumns} from log where citizen = ${citizen} for update`.execute(db)).rows[0]
}
export async function lockLogById(db: Db, id: string): Promise<LogRow | undefined> {
  return (await sql<LogRow>`select ${logColumns} from log where id = ${id} for update`.execute(db)).rows[0]
}
export const openLog = (db: Db, it: LogRow & { readonly citizen: string }, now: Date): Promise<unknown> => sql`
  insert into log (id, partnership, citizen, key_wrapped, head_seq, head_seal, last_no, last_exhibit, created_at)
  values (${it.id}, ${it.partnership}, ${it.citizen}, ${it.keyWrapped}, ${it.headSeq}, ${it.headSeal}, ${it.lastNo}, ${it.lastExhibit}, ${now})
  on conflict (citizen) do nothing`.execute(db)

/** The log's key without holding the log, for reading. */
export async function logKeyOf(db: Db, citizen: string): Promise<{ id: string; keyWrapped: Uint8Array } | undefined> {
  return (await sql<{ id: string; keyWrapped: Uint8Array }>`select id, key_wrapped as "keyWrapped" from log where citizen = ${citizen}`.execute(db)).rows[0]
}
export async function logKey(db: Db, id: string): Promise<Uint8Array | undefined> {
  return (await sql<{ keyWrapped: Uint8Array }>`select key_wrapped as "keyWrapped" from log where id = ${id}`.execute(db)).rows[0]?.keyWrapped
}

export interface EntryRow {
  readonly id: string
  readonly log: string
  readonly no: number
  readonly version: number
  readonly seq: number
  readonly sortAt: Date
  readonly occurredAt: Date | null
  readonly occurredOn: Day | null
  readonly typical: boolean
  readonly state: 'private' | 'delivered'
  readonly keyBox: Uint8Array
  readonly box: Uint8Array
  readonly source: string | null
  readonly sourceOffset: number | null
  readonly sourceLength: number | null
  readonly createdAt: Date
}
export interface NoteRow { readonly entry: string; readonly keyBox: Uint8Array; readonly box: Uint8Array }
export interface ExhibitRow { readonly id: string; readonly entry: string; readonly no: number; readonly file: string; readonly keyBox: Uint8Array; readonly box: Uint8Array; readonly createdAt: Date }

export interface Added {
  readonly entries: readonly Omit<EntryRow, 'log' | 'typical' | 'state' | 'createdAt'>[]
  readonly notes: readonly NoteRow[]
  readonly exhibits: readonly Omit<ExhibitRow, 'createdAt'>[]
  readonly lines: readonly Link[]
}

/** Puts new entries and all that belongs to them on the end of a held log, in one statement. */
export async function addEntries(db: Db, log: LogRow, it: Added, now: Date): Promise<void> {
  const of = <T, V>(rows: readonly T[], pick: (row: T) => V): V[] => rows.map(pick)
  const { entries, notes, exhibits, lines } = it
  await sql`
    with entries as (
      insert into incident_entry (id, partnership, log, no, version, seq, sort_at, occurred_at, occurred_on, key_box, box, source, source_offset, source_length, created_at)
      select id, ${log.partnership}, ${log.id}, no, version, seq, sort_at, occurred_at, occurred_on, key_box, box, source, source_offset, source_length, ${now}
      from unnest(${of(entries, r => r.id)}::uuid[], ${of(entries, r => r.no)}::int[], ${of(entries, r => r.version)}::int[], ${of(entries, r => r.seq)}::int[],
        ${of(entries, r => r.sortAt)}::timestamptz[], ${of(entries, r => r.occurredAt)}::timestamptz[], ${of(entries, r => r.occurredOn)}::date[],
        ${of(entries, r => r.keyBox)}::bytea[], ${of(entries, r => r.box)}::bytea[], ${of(entries, r => r.source)}::uuid[],
        ${of(entries, r => r.sourceOffset)}::bigint[], ${of(entries, r => r.sourceLength)}::int[])
        as e(id, no, version, seq, sort_at, occurred_at, occurred_on, key_box, box, source, source_offset, source_length)),
    notes as (
      insert into incident_note (entry, partnership, log, key_box, box) select entry, ${log.partnership}, ${log.id}, key_box, box
      from unnest(${of(notes, r => r.entry)}::uuid[], ${of(notes, r => r.keyBox)}::bytea[], ${of(notes, r => r.box)}::bytea[]) as n(entry, key_box, box)),
    exhibits as (${exhibitInsert(log, exhibits, now)}),
    lines as (${lineInsert(log, lines)})
    ${moveHead(log)}`.execute(db)
}

const lineInsert = (log: LogRow, lines: readonly Link[]) => sql`
  insert into log_line (partnership, log, seq, prev, commitment) select ${log.partnership}, ${log.id}, seq, prev, commitment
  from unnest(${lines.map(r => r.seq)}::int[], ${lines.map(r => r.prev)}::text[], ${lines.map(r => r.commitment)}::text[]) as l(seq, prev, commitment)`

const exhibitInsert = (log: LogRow, exhibits: readonly Omit<ExhibitRow, 'createdAt'>[], now: Date) => sql`
  insert into exhibit (id, partnership, log, entry, no, file, key_box, box, created_at)
  select id, ${log.partnership}, ${log.id}, entry, no, file, key_box, box, ${now}
  from unnest(${exhibits.map(r => r.id)}::uuid[], ${exhibits.map(r => r.entry)}::uuid[], ${exhibits.map(r => r.no)}::int[], ${exhibits.map(r => r.file)}::uuid[],
    ${exhibits.map(r => r.keyBox)}::bytea[], ${exhibits.map(r => r.box)}::bytea[]) as x(id, entry, no, file, key_box, box)`

const moveHead = (log: LogRow) => sql`
  update log set head_seq = ${log.headSeq}, head_seal = ${log.headSeal}, last_no = ${log.lastNo}, last_exhibit = ${log.lastExhibit} where id = ${log.id}`

export interface Changed {
  readonly entry: string
  readonly version: number
  readonly seq: number
  readonly sortAt: Date
  readonly occurredAt: Date | null
  readonly occurredOn: Day | null
  readonly box: Uint8Array
  readonly note: NoteRow | undefined
  readonly exhibits: readonly Omit<ExhibitRow, 'createdAt'>[]
  readonly line: Link
}

/** Puts a new version in an entry's place; the one before becomes history. The note has no history: what she takes out of it is gone. */
export async function changeEntry(db: Db, log: LogRow, it: Changed, now: Date): Promise<void> {
  await sql`delete from incident_note where entry = ${it.entry}`.execute(db)
  if ((await notesOf(db, [it.entry])).length > 0) throw new Error('a note that was taken out is still there')
  const done = await sql`
    with before as (
      insert into incident_version (partnership, log, entry, version, seq, box, replaced_at)
      select partnership, log, id, version, seq, box, ${now}::timestamptz from incident_entry where id = ${it.entry}),
    lines as (${lineInsert(log, [it.line])}),
    exhibits as (${exhibitInsert(log, it.exhibits, now)}),
    entries as (
      update incident_entry set version = ${it.version}, seq = ${it.seq}, sort_at = ${it.sortAt}, occurred_at = ${it.occurredAt}::timestamptz,
        occurred_on = ${it.occurredOn}::date, box = ${it.box} where id = ${it.entry} returning id)
    ${moveHead(log)} and exists (select from entries)`.execute(db)
  if (done.numAffectedRows !== 1n) throw new Error('an entry that was read could not be changed')
  if (it.note) await sql`
    insert into incident_note (entry, partnership, log, key_box, box) values (${it.entry}, ${log.partnership}, ${log.id}, ${it.note.keyBox}, ${it.note.box})`.execute(db)
}

const entryColumns = sql`e.id, e.log, e.no, e.version, e.seq, e.sort_at as "sortAt", e.occurred_at as "occurredAt", e.occurred_on as "occurredOn", e.typical, e.state,
  e.key_box as "keyBox", e.box, e.source, e.source_offset as "sourceOffset", e.source_length as "sourceLength", e.created_at as "createdAt"`

/** Where a page begins: after this row. */
export interface Cursor { readonly sortAt: Date; readonly no: number }

/** The newest entries of a log after `after`, newest first. Undated ones stand where they were written. */
export async function newestEntries(db: Db, partnership: number, log: string, after: Cursor | undefined, limit: number): Promise<readonly EntryRow[]> {
  const from = after ? sql`and (e.sort_at, e.no) < (${after.sortAt}::timestamptz, ${after.no}::int)` : sql``
  return (await sql<EntryRow>`select ${entryColumns} from incident_entry e where e.partnership = ${partnership} and e.log = ${log} ${from}
    order by e.sort_at desc, e.no desc limit ${limit}`.execute(db)).rows
}

export async function countEntries(db: Db, partnership: number, log: string): Promise<number> {
  return (await sql<{ count: number }>`select count(*)::int as count from incident_entry where partnership = ${partnership} and log = ${log}`.execute(db)).rows[0]?.count ?? 0
}

export async function entriesBy(db: Db, ids: readonly string[]): Promise<readonly EntryRow[]> {
  return (await sql<EntryRow>`select ${entryColumns} from incident_entry e where e.id = any(${ids}::uuid[]) order by e.no`.execute(db)).rows
}
export async function entriesWithExhibit(db: Db, exhibit: string): Promise<readonly EntryRow[]> {
  return (await sql<EntryRow>`select ${entryColumns} from incident_entry e join exhibit x on x.entry = e.id where x.id = ${exhibit}`.execute(db)).rows
}
export async function typicalEntries(db: Db, partnership: number, log: string): Promise<readonly EntryRow[]> {
  return (await sql<EntryRow>`select ${entryColumns} from incident_entry e where e.partnership = ${partnership} and e.log = ${log} and e.typical order by e.no`.execute(db)).rows
}
export async function markTypical(db: Db, entry: string, typical: boolean): Promise<void> {
  const done = await sql`update incident_entry set typical = ${typical} where id = ${entry}`.execute(db)
  if (done.numAffectedRows !== 1n) throw new Error('an entry that was there could not be marked')
}

/** Whether a mark in her case keeps it: it was shown before the case was journalised, or the case is held or locked. */
export async function entryStays(db: Db, entry: string): Promise<boolean> {
  return (await sql<{ stays: boolean }>`select gate.entry_stays(${entry}) as stays`.execute(db)).rows[0]?.stays ?? false
}
/** Takes the entry, its earlier versions, note and exhibits away for good; the chain keeps its lines. False when there was nothing to delete. */
export async function deleteEntry(db: Db, entry: string): Promise<boolean> {
  return (await sql`delete from incident_entry where id = ${entry} and state = 'private'`.execute(db)).numAffectedRows === 1n
}

export async function notesOf(db: Db, entries: readonly string[]): Promise<readonly NoteRow[]> {
  return (await sql<NoteRow>`select entry, key_box as "keyBox", box from incident_note where entry = any(${entries}::uuid[])`.execute(db)).rows
}
export async function exhibitsOf(db: Db, partnership: number, entries: readonly string[]): Promise<readonly ExhibitRow[]> {
  return (await sql<ExhibitRow>`select id, entry, no, file, key_box as "keyBox", box, created_at as "createdAt"
    from exhibit where partnership = ${partnership} and entry = any(${entries}::uuid[]) order by no`.execute(db)).rows
}
export interface VersionRow { readonly version: number; readonly seq: number; readonly box: Uint8Array; readonly replacedAt: Date }
export async function versionsOf(db: Db, entry: string): Promise<readonly VersionRow[]> {
  return (await sql<VersionRow>`select version, seq, box, replaced_at as "replacedAt" from incident_version where entry = ${entry} order by version desc`.execute(db)).rows
}

/** Rows by week from `since` on, each under its Monday, and the day of the first row of all. Counted where the rows lie: a year has 52 answers, not 365. */
export async function weekCounts(db: Db, partnership: number, log: string, since: Day): Promise<{ weeks: readonly { day: Day; rows: number }[]; first: Day | undefined }> {
  const found = (await sql<{ first: Day | null; day: Day | null; rows: number | null }>`
    select earliest.first, week.day, week.rows
    from (select min(occurred_on) as first from incident_entry where partnership = ${partnership} and log = ${log} and occurred_on is not null) earliest
    left join (
      select occurred_on - (extract(isodow from occurred_on)::int - 1) as day, sum(rows)::int as rows
      from (select occurred_on, count(*) as rows from incident_entry
            where partnership = ${partnership} and log = ${log} and occurred_on >= ${since}::date group by occurred_on) of_day
      group by 1) week on true`.execute(db)).rows
  return { weeks: found.flatMap(({ day, rows }) => (day === null || rows === null ? [] : [{ day, rows }])), first: found[0]?.first ?? undefined }
}

export async function lineAt(db: Db, partnership: number, log: string, seq: number): Promise<Link | undefined> {
  return (await sql<Link>`select seq, prev, commitment from log_line where partnership = ${partnership} and log = ${log} and seq = ${seq}`.execute(db)).rows[0]
}
export async function linesOf(db: Db, partnership: number, log: string): Promise<readonly Link[]> {
  return (await sql<Link>`select seq, prev, commitment from log_line where partnership = ${partnership} and log = ${log} order by seq`.execute(db)).rows
}
