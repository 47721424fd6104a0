import { sql } from 'kysely'
import type { PersonId, Role } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db.ts'

export interface Glass {
  readonly id: string
  readonly partnership: number
  readonly by: PersonId
  readonly byRole: Role
  readonly at: Date
  readonly caseId: string | null
  readonly citizen: PersonId | null
  readonly openedAt: Date | null
  readonly untilAt: Date | null
  readonly reviewedAt: Date | null
}
const columns = sql`id, partnership, by, by_role as "byRole", at, case_id as "caseId", citizen, opened_at as "openedAt", until_at as "untilAt", reviewed_at as "reviewedAt"`

/** What the gate may know of an opening. */
export async function glassBy(db: Db, id: string): Promise<Glass | undefined> {
  return (await sql<Glass>`select ${columns} from break_glass where id = ${id}`.execute(db)).rows[0]
}

/** For the gate: the case of that number. */
export async function caseOfNumber(db: Db, partnership: number, number: string): Promise<{ readonly id: string; readonly citizen: PersonId } | undefined> {
  return (await sql<{ id: string; citizen: PersonId }>`select case_id as id, citizen from case_now where partnership = ${partnership} and number = ${number}`.execute(db)).rows[0]
}

export const addGlass = (db: Db, it: Pick<Glass, 'id' | 'partnership' | 'by' | 'byRole' | 'at'> & { readonly keyWrapped: Uint8Array; readonly reasonBox: Uint8Array }): Promise<unknown> => sql`
  insert into break_glass (id, partnership, by, by_role, at, key_wrapped, reason_box) values (${it.id}, ${it.partnership}, ${it.by}, ${it.byRole}, ${it.at}, ${it.keyWrapped}, ${it.reasonBox})`.execute(db)

/** False when it was opened meanwhile. */
export async function openGlass(db: Db, id: string, of: { readonly id: string; readonly citizen: string }, at: Date, until: Date): Promise<boolean> {
  return (await sql`update break_glass set case_id = ${of.id}, citizen = ${of.citizen}, opened_at = ${at}, until_at = ${until} where id = ${id} and case_id is null`.execute(db)).numAffectedRows === 1n
}

/** False when it was looked through meanwhile. */
export async function reviewGlass(db: Db, id: string, by: string, at: Date, noteBox: Uint8Array): Promise<boolean> {
  return (await sql`update break_glass set reviewed_by = ${by}, reviewed_at = ${at}, note_box = ${noteBox} where id = ${id} and reviewed_by is null`.execute(db)).numAffectedRows === 1n
}

export interface GlassRow extends Glass {
  readonly byName: string
  readonly organisation: string
  readonly number: string | null
  readonly reviewedBy: string | null
  readonly keyWrapped: Uint8Array
  readonly reasonBox: Uint8Array
  readonly noteBox: Uint8Array | null
}
/** Every opening, those that wait to be looked through first. */
export async function glassRows(db: Db, partnership: number): Promise<readonly GlassRow[]> {
  return (await sql<GlassRow>`select g.id, g.partnership, g.by, g.by_role as "byRole", g.at, g.case_id as "caseId", g.citizen, g.opened_at as "openedAt", g.until_at as "untilAt",
      g.reviewed_at as "reviewedAt", p.name as "byName", o.name as organisation, gate.glass_number(g.id) as number, r.name as "reviewedBy", g.key_wrapped as "keyWrapped", g.reason_box as "reasonBox", g.note_box as "noteBox"
    from break_glass g join person p on p.id = g.by join organisation o on o.id = p.organisation left join person r on r.id = g.reviewed_by
    where g.partnership = ${partnership} order by (g.reviewed_by is not null), g.at desc limit 200`.execute(db)).rows
}

/** What waits for a second look, by number, day and name: for the data protection officer and the tovholder, nobody else. */
export interface SecondLook { readonly what: 'danger' | 'shut'; readonly number: string; readonly day: Day; readonly name: string }
export async function secondLooks(db: Db): Promise<readonly SecondLook[]> {
  return (await sql<SecondLook>`select what, number, day, name from gate.second_looks() order by day, number`.execute(db)).rows
}

/** How many wait for this leader; 0 for everybody else. */
export async function glassToReview(db: Db): Promise<number> {
  return (await sql<{ n: number }>`select gate.glass_to_review() as n`.execute(db)).rows[0]?.n ?? 0
}
