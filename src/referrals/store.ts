import { sql } from 'kysely'
import type { Waits } from '../cases/late.ts'
import type { Db } from '../platform/db.ts'
import type { Outside, ReceivingRole, Referral, SentOn, State, Telling, To } from './rules.ts'

const columns = sql`r.id, r.case_id as "caseId", r.number, r.citizen, r.to_role as "to", n.receiver as "toPerson", coalesce(t.name, '') as "toName", coalesce(o.name, '') as "toOrganisation",
  r.outside, r.tells, r.about, r.ground, f.name as "fromName", f.phone as "fromPhone", r.sent_at as "sentAt", n.due, n.state, n.since as at`
const joined = sql`referral r join referral_now n on n.referral = r.id left join person t on t.id = n.receiver left join organisation o on o.id = t.organisation
  join person f on f.id = r.from_person`
const waits = sql`n.state in ('sent', 'seen', 'overdue', 'escalated')`

/** Sent out of this case, newest first. */
export async function referralsOf(db: Db, caseId: string): Promise<readonly Referral[]> {
  return (await sql<Referral>`select ${columns} from ${joined} where r.case_id = ${caseId} order by r.sent_at desc, r.id`.execute(db)).rows
}

/** What is the reader's to answer, in whatever role: those that wait first, the one due soonest on top. */
export async function receivedBy(db: Db): Promise<readonly Referral[]> {
  return (await sql<Referral>`select ${columns} from ${joined} where r.id = any(gate.received_by_me())
    order by ${waits} desc, n.due nulls last, r.id limit 200`.execute(db)).rows
}

/** What the reader sent as the police or the centre, newest first, with what was answered. */
export async function sentBy(db: Db, role: string): Promise<readonly Sent[]> {
  return (await sql<Sent>`select ${sentColumns} from ${withBox} where r.id = any(gate.sent_referrals(${role})) order by r.sent_at desc, r.id limit 200`.execute(db)).rows
}

/** Those of a case that were declined or answered carry what the receiver wrote. */
export interface Sent extends Referral { readonly keyWrapped: Uint8Array; readonly copyBox: Uint8Array; readonly seq: number; readonly box: Uint8Array | null }
const sentColumns = sql`${columns}, r.key_wrapped as "keyWrapped", r.copy_box as "copyBox", n.seq, e.box`
const withBox = sql`${joined} join referral_event e on e.referral = r.id and e.seq = n.seq`

/** When the consent that it was sent on was taken back; for those who may read consents. */
export interface Withdrawn { readonly withdrawnAt: Date | null }
const withdrawn = sql`, coalesce(c.withdrawn_at, (select p.at from referral_paper_end p where p.referral = r.id)) as "withdrawnAt"`
const withConsent = sql`left join consent c on c.id = r.consent`

export async function sentFrom(db: Db, caseId: string): Promise<readonly (Sent & Withdrawn)[]> {
  return (await sql<Sent & Withdrawn>`select ${sentColumns}${withdrawn} from ${withBox} ${withConsent} where r.case_id = ${caseId} and r.to_role <> 'visitator' order by r.sent_at desc, r.id`.execute(db)).rows
}

/** Sent out of these talks, newest first. */
export async function sentFromSide(db: Db, sideCase: string): Promise<readonly Sent[]> {
  return (await sql<Sent>`select ${sentColumns} from ${withBox} where r.side_case = ${sideCase} order by r.sent_at desc, r.id`.execute(db)).rows
}

/** What began this case, when somebody referred the citizen here; undefined when nobody did. */
export async function broughtBy(db: Db, caseId: string): Promise<Referral | undefined> {
  return (await sql<Referral>`select ${columns} from ${joined} where r.case_id = ${caseId} and r.to_role = 'visitator' order by r.sent_at limit 1`.execute(db)).rows[0]
}

/**
 * Declined, and nobody has done anything about it since: no new referral to that role, no decision in the case.
 * Somebody outside the system who has not answered in time stands here too, until there is an answer. In a closed case an answer comes back too, since nobody there waits for it; whatever the visitator writes down then is enough.
 * `mine`: of the cases on which the reader acts as coordinator, also those that the reader closed; else the visitator's.
 */
export async function cameBack(db: Db, partnership: number, mine: boolean): Promise<readonly Sent[]> {
  return (await sql<Sent>`select ${sentColumns} from ${withBox} join case_now c on c.case_id = r.case_id
    where r.partnership = ${partnership} and n.to_role <> 'visitator'
      and (case when ${mine} then c.status in ('coordinated', 'closed') and c.holder = any(gate.acts_for('primaryCoordinator')) else c.status in ('received', 'logging', 'clarified', 'closed') end)
      and (n.to_role = 'outside' and n.state in ('overdue', 'escalated') or (n.state = 'declined' or n.state = 'answered' and c.status = 'closed')
      and not exists (select from case_event x where x.case_id = r.case_id and x.at > n.since and x.by is not null and x.move not in ('advise', 'hand-code', 'heard', 'taken-on') and (x.move <> 'note' or c.status = 'closed'))
      and not exists (select from referral l where l.case_id = r.case_id and l.to_role = r.to_role and l.sent_at > n.since))
    order by n.since, r.id`.execute(db)).rows
}

/** Sent here from outside, decided on, and the sender has not been told; the one due soonest on top. For the visitator. */
export async function untold(db: Db): Promise<readonly Referral[]> {
  return (await sql<Referral>`select ${columns} from ${joined} where r.to_role = 'visitator' and r.outside is not null and n.state in ('declined', 'answered') and n.due is not null
    order by n.due, r.id limit 200`.execute(db)).rows
}

/** How many wait for the reader's answer in each role, and the first day. */
export async function waitingFor(db: Db): Promise<readonly { readonly to: ReceivingRole; readonly count: number; readonly due: Date | null }[]> {
  return (await sql<{ to: ReceivingRole; count: number; due: Date | null }>`select n.to_role as "to", count(*) as count, min(n.due) as due from referral_now n
    where n.referral = any(gate.received_by_me()) and ${waits} group by n.to_role`.execute(db)).rows
}

/** Whoever sends in this case waits here until the one before is through. */
export const takeTurn = (db: Db, caseId: string): Promise<unknown> => sql`select pg_advisory_xact_lock(hashtextextended('referral:' || ${caseId}, 0))`.execute(db)

/** Sent about this citizen, newest first, with what opens each copy. */
export async function referralsAbout(db: Db, citizen: string): Promise<readonly (Referral & Withdrawn & { readonly keyWrapped: Uint8Array; readonly copyBox: Uint8Array })[]> {
  return (await sql<Referral & Withdrawn & { keyWrapped: Uint8Array; copyBox: Uint8Array }>`select ${columns}${withdrawn}, r.key_wrapped as "keyWrapped", r.copy_box as "copyBox"
    from ${joined} ${withConsent} where r.citizen = ${citizen} order by r.sent_at desc, r.id`.execute(db)).rows
}

export interface Kept extends Referral { readonly partnership: number; readonly keyWrapped: Uint8Array; readonly copyBox: Uint8Array; readonly consent: string | null }

export async function referralBy(db: Db, id: string): Promise<Kept | undefined> {
  return (await sql<Kept>`select ${columns}, r.partnership, r.key_wrapped as "keyWrapped", r.copy_box as "copyBox", r.consent
    from ${joined} where r.id = ${id}`.execute(db)).rows[0]
}

export interface Standing extends Waits {
  readonly partnership: number
  readonly caseId: string | null
  readonly citizen: string | null
  readonly to: To
  readonly toPerson: string | null
  readonly fromPerson: string
  readonly fromRole: string
  /** The talks that it came out of, where a person who stalks was referred. */
  readonly sideCase: string | null
  readonly state: State
  readonly seq: number
  /** Who outside the system it went to, or came from. */
  readonly outside: Outside | null
  readonly tells: Telling | null
}

/** What the gate may know of a referral. */
export async function standingOf(db: Db, id: string): Promise<Standing | undefined> {
  return (await sql<Standing>`select n.partnership, n.case_id as "caseId", n.citizen, n.to_role as "to", receiver as "toPerson", n.from_person as "fromPerson", n.from_role as "fromRole", n.side_case as "sideCase",
    state, seq, n.due, late_step as "lateStep", late_at as "lateAt", r.outside, r.tells from referral_now n join referral r on r.id = n.referral where referral = ${id}`.execute(db)).rows[0]
}

export interface NewReferral {
  readonly id: string
  readonly partnership: number
  readonly caseId: string | null
  readonly number: string
  readonly citizen: string | null
  readonly to: To
  readonly toPerson: string | null
  readonly outside?: Outside | undefined
  readonly tells?: Telling
  readonly about?: 'exposed' | 'stalks'
  readonly ground: SentOn
  readonly fromPerson: string
  readonly fromRole: string
  readonly consent: string | null
  readonly sideCase?: string
  readonly sideConsent?: string
  readonly keyWrapped: Uint8Array
  readonly copyBox: Uint8Array
  readonly sentAt: Date
  readonly due: Date
  readonly told?: { readonly first: string; readonly on: string | null } | undefined
}
export const addReferral = (db: Db, it: NewReferral): Promise<unknown> => sql`
  insert into referral (id, partnership, case_id, number, citizen, to_role, to_person, outside, about, ground, from_person, from_role, consent, key_wrapped, copy_box, sent_at, due, told_first, told_on, side_case, side_consent, tells)
  values (${it.id}, ${it.partnership}, ${it.caseId}, ${it.number}, ${it.citizen}, ${it.to}, ${it.toPerson}, ${it.outside ?? null}, ${it.about ?? 'exposed'}, ${it.ground},
          ${it.fromPerson}, ${it.fromRole}, ${it.consent}, ${it.keyWrapped}, ${it.copyBox}, ${it.sentAt}, ${it.due}, ${it.told?.first ?? null}, ${it.told?.on ?? null}::date,
          ${it.sideCase ?? null}, ${it.sideConsent ?? null}, ${it.tells ?? null})`.execute(db)

/** Why she was not told first: for whoever referred, under a key that goes nowhere with the copy. */
export const addWhyNotTold = (db: Db, it: { readonly referral: string; readonly partnership: number; readonly by: string; readonly at: Date; readonly keyWrapped: Uint8Array; readonly box: Uint8Array }): Promise<unknown> => sql`
  insert into referral_told_why (referral, partnership, by, at, key_wrapped, box) values (${it.referral}, ${it.partnership}, ${it.by}, ${it.at}, ${it.keyWrapped}, ${it.box})`.execute(db)

/** The same, of what the reader sent as the police. */
export async function whysNotTold(db: Db): Promise<readonly { readonly referral: string; readonly keyWrapped: Uint8Array; readonly box: Uint8Array }[]> {
  return (await sql<{ referral: string; keyWrapped: Uint8Array; box: Uint8Array }>`select referral, key_wrapped as "keyWrapped", box from referral_told_why
    where referral = any(gate.sent_referrals('policeContact')) order by at desc, referral limit 200`.execute(db)).rows
}

export interface NewEvent {
  readonly referral: string
  readonly seq: number
  readonly partnership: number
  readonly step: string
  /** Null where the clock did it. */
  readonly by: string | null
  readonly at: Date
  readonly state: State
  readonly box: Uint8Array | null
  readonly receiver?: string | undefined
  readonly due?: Date | undefined
}

/** False when somebody else was first with an event of that number. */
export async function addEvent(db: Db, it: NewEvent): Promise<boolean> {
  const done = await sql`insert into referral_event (referral, seq, partnership, step, by, at, state, box, receiver, due)
    values (${it.referral}, ${it.seq}, ${it.partnership}, ${it.step}, ${it.by}, ${it.at}, ${it.state}, ${it.box}, ${it.receiver ?? null}, ${it.due ?? null})
    on conflict do nothing`.execute(db)
  return done.numAffectedRows === 1n
}

export interface KeptEvent { readonly seq: number; readonly step: string; readonly at: Date; readonly state: State; readonly box: Uint8Array | null; readonly byName: string | null; readonly receiverName: string | null }
export async function eventsOf(db: Db, referral: string): Promise<readonly KeptEvent[]> {
  return (await sql<KeptEvent>`select e.seq, e.step, e.at, e.state, e.box, p.name as "byName", t.name as "receiverName"
    from referral_event e left join person p on p.id = e.by left join person t on t.id = e.receiver
    where e.referral = ${referral} order by e.seq`.execute(db)).rows
}
