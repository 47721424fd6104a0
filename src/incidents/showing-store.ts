// To whom a log is shown: SQL of showings, and what the gate is told.
import { sql } from 'kysely'
import type { Paper } from '../kernel/rights.ts'
import type { Db } from '../platform/db.ts'
import type { EntryState, Reader } from './rules.ts'
import type { Cursor } from './store.ts'

export interface Showing { readonly id: string; readonly toRole: Reader; readonly from: Date; readonly revokedAt: Date | null; readonly entries: number }

export async function showingsOf(db: Db, partnership: number, log: string): Promise<readonly Showing[]> {
  return (await sql<Showing>`select s.id, s.to_role as "toRole", s.from_at as "from", s.revoked_at as "revokedAt",
      (select count(*) from showing_entry x where x.showing = s.id) as entries
    from showing s where s.partnership = ${partnership} and s.log = ${log} order by s.from_at desc limit 50`.execute(db)).rows
}

export interface NewShowing {
  readonly id: string
  readonly partnership: number
  readonly log: string
  readonly toRole: Reader
  /** The chosen ones. */
  readonly entries: readonly string[]
  /** All that stand after this row too. */
  readonly older: Cursor | undefined
}

/** Shows the chosen entries; what is written later stays private. Answers how many. */
export async function addShowing(db: Db, it: NewShowing, now: Date): Promise<number> {
  await sql`insert into showing (id, partnership, log, to_role, from_at) values (${it.id}, ${it.partnership}, ${it.log}, ${it.toRole}, ${now})`.execute(db)
  const older = it.older ? sql`or (sort_at, no) < (${it.older.sortAt}::timestamptz, ${it.older.no}::int)` : sql``
  const done = await sql`insert into showing_entry (showing, entry, partnership, log)
    select ${it.id}::uuid, id, partnership, log from incident_entry
    where partnership = ${it.partnership} and log = ${it.log} and (id = any(${it.entries}::uuid[]) ${older})`.execute(db)
  return Number(done.numAffectedRows ?? 0n)
}

/** Ends every live showing to a role, for a new one to take its place. */
export async function endShowingsTo(db: Db, log: string, toRole: Reader, now: Date): Promise<void> {
  await sql`update showing set revoked_at = ${now} where log = ${log} and to_role = ${toRole} and revoked_at is null`.execute(db)
  const left = await sql`select 1 from showing where log = ${log} and to_role = ${toRole} and revoked_at is null`.execute(db)
  if (left.rows.length > 0) throw new Error('a showing that was ended is still there')
}
/** Ends it, or leaves it as it ended before. */
export async function takeBack(db: Db, showing: string, now: Date): Promise<void> {
  const done = await sql`update showing set revoked_at = coalesce(revoked_at, ${now}) where id = ${showing}`.execute(db)
  if (done.numAffectedRows !== 1n) throw new Error('a showing that was there could not be taken back')
}

/** Since when a log is shown to the role that asks. */
export async function shownSince(db: Db, partnership: number, log: string): Promise<Date | undefined> {
  const found = await sql<{ at: Date | null }>`select max(from_at) as at from showing where partnership = ${partnership} and log = ${log} and revoked_at is null`.execute(db)
  return found.rows[0]?.at ?? undefined
}

/** For the gate: whose log it is and to which roles it is shown now. A coordinator only while she holds the citizen's case. */
export async function logFacts(db: Db, log: string): Promise<{ partnership: number; citizen: string; shown: readonly Paper[] } | undefined> {
  const found = await sql<{ partnership: number; citizen: string; shown: Paper[] }>`
    select l.partnership, l.citizen, coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'to', s.to_role) order by s.from_at desc) from showing s
      where s.partnership = l.partnership and s.log = l.id and s.revoked_at is null
        and (s.to_role <> 'primaryCoordinator' or l.citizen = any(gate.held_citizens()))), '[]') as shown
    from log l where l.id = ${log}`.execute(db)
  return found.rows[0]
}

/** For the gate: whose entry it is, and its state. */
export async function entryFacts(db: Db, entry: string): Promise<{ partnership: number; citizen: string; log: string; state: EntryState } | undefined> {
  const found = await sql<{ partnership: number; citizen: string; log: string; state: EntryState }>`
    select e.partnership, l.citizen, e.log, case when e.state = 'delivered' then 'delivered'
      when exists (select from showing_entry x join showing s on s.id = x.showing where x.entry = e.id and s.revoked_at is null) then 'shown'
      else 'private' end as state
    from incident_entry e join log l on l.id = e.log where e.id = ${entry}`.execute(db)
  return found.rows[0]
}

/** For the gate: to whom an exhibit is shown, through its entry. */
export async function exhibitFacts(db: Db, log: string, exhibit: string): Promise<{ partnership: number; citizen: string; shown: readonly Paper[] } | undefined> {
  const found = await sql<{ partnership: number; citizen: string; shown: Paper[] }>`
    select l.partnership, l.citizen, coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'to', s.to_role)) from showing_entry x join showing s on s.id = x.showing
      where x.entry = b.entry and s.revoked_at is null
        and (s.to_role <> 'primaryCoordinator' or l.citizen = any(gate.held_citizens()))), '[]') as shown
    from exhibit b join log l on l.id = b.log where b.id = ${exhibit} and b.log = ${log}`.execute(db)
  return found.rows[0]
}

/** For the gate: whether a file lies in the log that an entry is in. */
export async function liesInLogOf(db: Db, entry: string, exhibit: string): Promise<boolean> {
  return (await sql`select 1 from incident_entry e join exhibit b on b.log = e.log where e.id = ${entry} and b.id = ${exhibit}`.execute(db)).rows.length > 0
}

/** For the gate: whose showing it is. */
export async function showingFacts(db: Db, showing: string): Promise<{ partnership: number; citizen: string } | undefined> {
  return (await sql<{ partnership: number; citizen: string }>`select s.partnership, l.citizen from showing s join log l on l.id = s.log where s.id = ${showing}`.execute(db)).rows[0]
}

/** The log that this citizen shows to the role that asks; undefined when she shows none. For the rooms above. */
export async function shownLogOf(db: Db, citizen: string): Promise<string | undefined> {
  return (await sql<{ id: string }>`select id from log where citizen = ${citizen}`.execute(db)).rows[0]?.id
}
