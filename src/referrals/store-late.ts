// What the clock, the leader and the tovholder see of referrals: numbers, dates, states and names.
import { sql } from 'kysely'
import type { Waits } from '../cases/late.ts'
import type { PersonId, Role } from '../kernel/actor.ts'
import type { Db } from '../platform/db.ts'
import type { State, To } from './rules.ts'

export interface LateReferral extends Waits { readonly id: string; readonly caseId: string | null; readonly to: To; readonly toPerson: PersonId | null; readonly state: State; readonly seq: number }

/**
 * Those of a partnership that nobody has answered in time and the leader has not been told of. For the clock. One outside the system is the sender's to ask about;
 * where its case waits for just that, the case itself climbs.
 */
export async function lateReferrals(db: Db, partnership: number, now: Date): Promise<readonly LateReferral[]> {
  return (await sql<LateReferral>`select referral as id, case_id as "caseId", to_role as "to", receiver as "toPerson", state, seq, due, late_step as "lateStep", late_at as "lateAt" from referral_now
    where partnership = ${partnership} and due <= ${now} and state in ('sent', 'seen', 'overdue')
      and (to_role <> 'outside' or not exists (select from case_now c where c.case_id = referral_now.case_id and c.next = 'await-answer')) order by due, referral`.execute(db)).rows
}

/** Cases in which somebody inside the system has been asked and has not answered. */
export async function casesAsked(db: Db): Promise<ReadonlySet<string>> {
  const found = await sql<{ id: string }>`select distinct coalesce(case_id, side_case) as id from referral_now where coalesce(case_id, side_case) is not null and to_role not in ('outside', 'visitator')
    and state in ('sent', 'seen', 'overdue', 'escalated')`.execute(db)
  return new Set(found.rows.map(it => it.id))
}

/** A missed day: number, day, and whose it is: who was asked, or, where that is somebody outside the system, who has the case. */
export interface Missed { readonly id: string; readonly number: string; readonly name: string; readonly due: Date; readonly lateStep: Waits['lateStep']; readonly outside: boolean }

export async function missedReferrals(db: Db, partnership: number, now: Date): Promise<readonly Missed[]> {
  return (await sql<Missed>`select n.referral as id, n.number, p.name, n.due, n.late_step as "lateStep", n.receiver is null as outside from referral_now n left join case_now c on c.case_id = n.case_id join person p on p.id = coalesce(n.receiver, c.holder)
    where n.partnership = ${partnership} and n.due <= ${now} and (n.receiver is not null or n.late_step is not null) order by (n.late_step = 'to-leader') is not true, n.due, n.number limit 200`.execute(db)).rows
}

/** Answered in a case that is closed, and nobody has done anything about it since: number, whose case it was, and since when. For leader and tovholder. */
export const unheeded = async (db: Db, role: Role): Promise<readonly { readonly id: string; readonly number: string; readonly name: string; readonly since: Date }[]> =>
  (await sql<{ id: string; number: string; name: string; since: Date }>`select referral as id, number, name, since from gate.answers_unheeded(${role})`.execute(db)).rows

/** To whom a referral went: what the leader needs to appoint somebody else. */
export async function rolesOf(db: Db, referrals: readonly string[]): Promise<ReadonlyMap<string, To>> {
  const found = await sql<{ id: string; to: To }>`select referral as id, to_role as "to" from referral_now where referral = any(${[...referrals]}::uuid[])`.execute(db)
  return new Map(found.rows.map(it => [it.id, it.to]))
}

/** How many the leader must appoint in, cases and referrals together; and how many days were missed. */
export interface Counted { readonly appoint: number; readonly missed: number }
export async function lateCount(db: Db, partnership: number, now: Date, role: Role): Promise<Counted> {
  const found = await sql<Counted>`select count(*) filter (where late_step = 'to-leader' and appoints) as appoint, count(*) as missed from (
    select late_step, true as appoints from case_now where partnership = ${partnership} and kind = 'citizen' and due <= ${now} and holder is not null and (not rings or late_step = 'to-leader')
    union all select late_step, true from open_contact where partnership = ${partnership} and taken_at is null and coalesce(due, at) <= ${now} and (not urgent or late_step = 'to-leader')
    union all select late_step, true from gate.missed_tracks(${role})
    union all select late_step, receiver is not null from referral_now where partnership = ${partnership} and due <= ${now} and (receiver is not null or late_step is not null)) late`.execute(db)
  return found.rows[0] ?? { appoint: 0, missed: 0 }
}
