import { sql } from 'kysely'
import type { PersonId } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db.ts'
import type { Handover } from './rules.ts'
import type { HandedRole } from '../rules.ts'
import { sideColumns, type SideNow, sidesJoined } from '../sides/store.ts'
import type { CaseNow } from '../store.ts'

const columns = sql.raw(`h.id, h.partnership, h.role, h.giver, h.receiver, h.last_day as "lastDay", h.state, h.offered_by as "offeredBy", h.offered_at as "offeredAt", h.due`)

/** Nothing of what was written: for the gate and for lists. */
export async function handoverBy(db: Db, id: string): Promise<Handover | undefined> {
  return (await sql<Handover>`select ${columns} from handover h where id = ${id}`.execute(db)).rows[0]
}

/** The one that waits for an answer. */
export async function openOf(db: Db, giver: string, role: string): Promise<Handover | undefined> {
  return (await sql<Handover>`select ${columns} from handover h where giver = ${giver} and role = ${role} and state = 'offered'`.execute(db)).rows[0]
}

export interface Named extends Handover { readonly giverName: string; readonly receiverName: string; readonly offeredByName: string }

/** Those that wait for an answer, and each giver's last one where the answer was no. As far as the asker may see them. */
export async function handoversNow(db: Db, partnership: number): Promise<readonly Named[]> {
  const found = await sql<Named>`
    select ${columns}, g.name as "giverName", r.name as "receiverName", o.name as "offeredByName"
    from handover h join person g on g.id = h.giver join person r on r.id = h.receiver join person o on o.id = h.offered_by
    where h.partnership = ${partnership} and (h.state = 'offered' or (h.state = 'declined' and h.answered_at > gate.now() - interval '14 days'
      and not exists (select from handover later where later.giver = h.giver and later.role = h.role and later.offered_at > h.offered_at)))
    order by h.due`.execute(db)
  return found.rows
}

/** What this person has the baton in today, in this role. For the gate; within the partnership it serves. */
export async function batonsOf(db: Db, holder: PersonId, role: HandedRole): Promise<readonly CaseNow[]> {
  const found = await sql<CaseNow>`
    select case_id as id, number, partnership, citizen, seq, status, holder, since, next, due, urgent from case_now
    where case_id = any(gate.batons_of(${holder}, ${role})) and kind = 'citizen' order by urgent desc, due, number`.execute(db)
  return found.rows
}
/** The same behind walls, the one due first on top. */
export async function walledBatonsOf(db: Db, holder: PersonId, role: HandedRole): Promise<readonly SideNow[]> {
  return (await sql<SideNow>`select ${sideColumns} from ${sidesJoined} where n.case_id = any(gate.batons_of(${holder}, ${role})) and n.kind <> 'citizen' order by n.due, n.number`.execute(db)).rows
}
/** Whether an employee's case would be left without anybody who may know of it, were this the end of the role. */
export const leavesNobody = async (db: Db, holding: number): Promise<boolean> =>
  (await sql<{ it: boolean }>`select gate.leaves_nobody(${holding}) as it`.execute(db)).rows[0]?.it ?? false

export const leftKinds = ['referral', 'track', 'task', 'access', 'meeting', 'sparring'] as const
export type LeftKind = (typeof leftKinds)[number]
/** What waits for a person besides the batons, by number and day alone. `goes`: along with a yes. */
export interface Left { readonly what: LeftKind; readonly id: string; readonly caseId: string | null; readonly citizen: PersonId | null; readonly number: string; readonly day: Day | null; readonly goes: boolean }
/** For the gate. */
export async function leftWith(db: Db, person: PersonId, role: string): Promise<readonly Left[]> {
  return (await sql<Left>`select what, id, case_id as "caseId", citizen, number, day, goes from gate.left_with(${person}, ${role}) order by goes desc, what, day, number, id`.execute(db)).rows
}
/** For the one who said yes: what did not come along after all, because a wall stands before it. */
export const staysBehind = async (db: Db, handover: string): Promise<readonly string[]> =>
  (await sql<{ ids: readonly string[] }>`select gate.stays_behind(${handover}) as ids`.execute(db)).rows[0]?.ids ?? []

export interface Boxes { readonly keyWrapped: Uint8Array; readonly box: Uint8Array; readonly answerBox: Uint8Array | null }

export async function boxesOf(db: Db, id: string): Promise<Boxes | undefined> {
  return (await sql<Boxes>`select key_wrapped as "keyWrapped", box, answer_box as "answerBox" from handover where id = ${id}`.execute(db)).rows[0]
}

export const addHandover = (db: Db, it: Omit<Handover, 'state'> & Pick<Boxes, 'keyWrapped' | 'box'>): Promise<unknown> => sql`
  insert into handover (id, partnership, role, giver, receiver, last_day, state, offered_by, offered_at, due, key_wrapped, box)
  values (${it.id}, ${it.partnership}, ${it.role}, ${it.giver}, ${it.receiver}, ${it.lastDay}::date, 'offered', ${it.offeredBy}, ${it.offeredAt}, ${it.due}, ${it.keyWrapped}, ${it.box})`.execute(db)

/** @returns false where it was answered or taken back meanwhile */
export async function answerHandover(db: Db, id: string, state: Exclude<Handover['state'], 'offered'>, by: PersonId, at: Date, answerBox: Uint8Array | null): Promise<boolean> {
  const done = await sql`update handover set state = ${state}, answered_by = ${by}, answered_at = ${at}, answer_box = ${answerBox} where id = ${id} and state = 'offered'`.execute(db)
  return done.numAffectedRows === 1n
}
