import { sql } from 'kysely'
import type { PersonId } from '../../kernel/actor.ts'
import type { Db } from '../../platform/db.ts'

export const checkGrounds = ['impartial', 'safety'] as const
export type CheckGround = (typeof checkGrounds)[number]

export interface Mark { readonly caseId: string; readonly partnership: number; readonly organisation: number; readonly side: 'subject' | 'counterpart'; readonly hashes: readonly string[]; readonly ground: CheckGround; readonly by: PersonId; readonly at: Date }
/** The database finds out by itself whether this crosses another case, and tells nobody here. */
export async function keepMark(db: Db, it: Mark): Promise<void> {
  for (const hash of it.hashes)
    await sql`insert into name_mark (case_id, partnership, organisation, side, hash, ground, by, at)
      values (${it.caseId}, ${it.partnership}, ${it.organisation}, ${it.side}, ${hash}, ${it.ground}, ${it.by}, ${it.at}) on conflict do nothing`.execute(db)
}

/** Who cannot have this case because of one they have already. */
export async function blockedFrom(db: Db, caseId: string): Promise<readonly PersonId[]> {
  return (await sql<{ who: readonly PersonId[] }>`select gate.blocked_from(${caseId}) as who`.execute(db)).rows[0]?.who ?? []
}

/** Who cannot have this case today, also those who are shut out of it. For the clock. */
export async function leftOutOf(db: Db, caseId: string): Promise<readonly PersonId[]> {
  return (await sql<{ who: readonly PersonId[] }>`select gate.left_out_of(${caseId}) as who`.execute(db)).rows[0]?.who ?? []
}

export interface Crossing { readonly id: string; readonly number: string; readonly holder: PersonId | null; readonly holderName: string | null; readonly at: Date; readonly out: readonly PersonId[]; readonly outNames: string }
/** Cases with a crossing, and who of those that have each, or a track on it, cannot go on having it. */
export async function crossings(db: Db): Promise<readonly Crossing[]> {
  return (await sql<Crossing>`
    select n.case_id as id, n.number, n.holder, h.name as "holderName", min(c.at) as at,
      array(select w.who from unnest(gate.has_side(n.case_id)) as w (who) where w.who = any(gate.blocked_from(n.case_id))) as out,
      coalesce((select string_agg(p.name, ', ' order by p.name) from person p where p.id = any(gate.has_side(n.case_id)) and p.id = any(gate.blocked_from(n.case_id))), '') as "outNames"
    from name_crossing c join case_now n on n.case_id = c.case_id left join person h on h.id = n.holder
    group by n.case_id, n.number, n.holder, h.name order by min(c.at) desc limit 200`.execute(db)).rows
}

/** For the gate: whether there is a crossing to decide on. */
export async function crossingStanding(db: Db, caseId: string): Promise<{ readonly partnership: number } | undefined> {
  return (await sql<{ partnership: number }>`select partnership from name_crossing where case_id = ${caseId} limit 1`.execute(db)).rows[0]
}

export interface Allowed { readonly caseId: string; readonly person: string; readonly partnership: number; readonly by: PersonId; readonly at: Date; readonly keyWrapped: Uint8Array; readonly box: Uint8Array }
/** @returns false when it was decided before */
export async function allowBoth(db: Db, it: Allowed): Promise<boolean> {
  return (await sql`insert into both_allowed (case_id, person, partnership, by, at, key_wrapped, box)
    values (${it.caseId}, ${it.person}, ${it.partnership}, ${it.by}, ${it.at}, ${it.keyWrapped}, ${it.box}) on conflict do nothing`.execute(db)).numAffectedRows === 1n
}

export interface Decided { readonly caseId: string; readonly person: string; readonly name: string; readonly at: Date; readonly keyWrapped: Uint8Array; readonly box: Uint8Array }
/** What the leader who asks has decided, newest first. */
export async function decisions(db: Db): Promise<readonly Decided[]> {
  return (await sql<Decided>`select a.case_id as "caseId", a.person, p.name, a.at, a.key_wrapped as "keyWrapped", a.box
    from both_allowed a join person p on p.id = a.person order by a.at desc limit 200`.execute(db)).rows
}

/** Whether one of the hashes is the one whose case it is, or the other one of the two; in a case that the asker works in. */
export const isParty = async (db: Db, caseId: string, side: Mark['side'], hashes: readonly string[]): Promise<boolean> =>
  (await sql<{ it: boolean }>`select gate.names_party(${caseId}, ${side}, ${[...hashes]}::text[]) as it`.execute(db)).rows[0]?.it ?? false
