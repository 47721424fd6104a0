// What the rooms above keep of a case, named and dated for a request to see it. It is opened on their own pages.
import { sql } from 'kysely'
import type { Role } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db.ts'

export interface ReferralLine { readonly id: string; readonly to: string; readonly toName: string | null; readonly sentAt: Date }
export async function referralsIn(db: Db, caseId: string): Promise<readonly ReferralLine[]> {
  return (await sql<ReferralLine>`select r.id, r.to_role as "to", p.name as "toName", r.sent_at as "sentAt" from referral r left join person p on p.id = r.to_person
    where r.case_id = ${caseId} order by r.sent_at, r.id`.execute(db)).rows
}

export interface AnswerLine { readonly referral: string; readonly seq: number; readonly at: Date; readonly byName: string | null }
/** What was written back, or written in for one who has no sign-in. */
export async function answersOf(db: Db, caseId: string): Promise<readonly AnswerLine[]> {
  return (await sql<AnswerLine>`select e.referral, e.seq, e.at, p.name as "byName" from referral_event e join referral r on r.id = e.referral left join person p on p.id = e.by
    where r.case_id = ${caseId} and e.box is not null order by e.at, e.referral, e.seq`.execute(db)).rows
}

export async function bundlesIn(db: Db, caseId: string): Promise<readonly { readonly id: string; readonly at: Date }[]> {
  return (await sql<{ id: string; at: Date }>`select id, made_at as at from bundle where case_id = ${caseId} order by made_at, id`.execute(db)).rows
}

export interface Beyond { readonly what: 'record' | 'bundle' | 'note'; readonly ref: string; readonly label: string; readonly version: number | null; readonly day: Day; readonly who: string; readonly ask: Role }
/** What the case's own controller keeps in it and the reading role may not read: by kind, day and whose it is. */
export async function beyondReading(db: Db, caseId: string, reading: Role): Promise<readonly Beyond[]> {
  return (await sql<Beyond>`select what, ref, label, version, day, who, ask from gate.beyond_reading(${caseId}, ${reading}) order by day, what, ref`.execute(db)).rows
}
