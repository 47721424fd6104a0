import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { Referral, State, To } from './rules.ts'

const columns = sql`r.id, r.case_id as "caseId", r.number, r.citizen, r.to_role as "to", r.to_person as "toPerson", t.name as "toName", o.name as "toOrganisation",
  f.name as "fromName", f.phone as "fromPhone", r.sent_at as "sentAt", r.due, e.state, e.at`
const joined = sql`referral r join person t on t.id = r.to_person join organisation o on o.id = t.organisation join person f on f.id = r.from_person
  join lateral (select state, at from referral_event x where x.referral = r.id order by seq desc limit 1) e on true`

/** Sent out of this case, newest first. */
export async function referralsOf(db: Db, caseId: string): Promise<readonly Referral[]> {
  return (await sql<Referral>`select ${columns} from ${joined} where r.case_id = ${caseId} order by r.sent_at desc, r.id`.execute(db)).rows
}

/** Sent to this person in any of these roles: those that wait first, the one due soonest on top. */
export async function receivedBy(db: Db, person: string, to: readonly To[]): Promise<readonly Referral[]> {
  return (await sql<Referral>`select ${columns} from ${joined} where r.to_person = ${person} and r.to_role = any(${[...to]}::text[])
      and e.state not in ('declined', 'taken-back')
    order by (e.state in ('sent', 'seen')) desc, r.due, r.id limit 200`.execute(db)).rows
}

/** Those of a case that were declined or answered carry what the receiver wrote. */
export interface Sent extends Referral { readonly keyWrapped: Uint8Array; readonly seq: number; readonly box: Uint8Array | null }
const sentColumns = sql`${columns}, r.key_wrapped as "keyWrapped", e.seq, e.box`
const withBox = sql`referral r join person t on t.id = r.to_person join organisation o on o.id = t.organisation join person f on f.id = r.from_person
  join lateral (select state, at, seq, box from referral_event x where x.referral = r.id order by seq desc limit 1) e on true`

export async function sentFrom(db: Db, caseId: string): Promise<readonly Sent[]> {
  return (await sql<Sent>`select ${sentColumns} from ${withBox} where r.case_id = ${caseId} order by r.sent_at desc, r.id`.execute(db)).rows
}

/**
 * Declined, and nobody has done anything about it since: no new referral to that role, no decision in the case.
 * `holder`: of the cases that she holds as coordinator; undefined for the visitator's.
 */
export async function cameBack(db: Db, partnership: number, holder: string | undefined): Promise<readonly Sent[]> {
  return (await sql<Sent>`select ${sentColumns} from ${withBox} join case_now n on n.case_id = r.case_id
    where r.partnership = ${partnership} and e.state = 'declined'
      and (case when ${holder ?? null}::uuid is null then n.status in ('received', 'logging', 'clarified')
           else n.status = 'coordinated' and n.holder = ${holder ?? null}::uuid end)
      and not exists (select from case_event c where c.case_id = r.case_id and c.at > e.at and c.move not in ('note', 'advise', 'hand-code'))
      and not exists (select from referral l where l.case_id = r.case_id and l.to_role = r.to_role and l.sent_at > e.at)
    order by e.at, r.id`.execute(db)).rows
}

/** How many wait for this person's answer, and the first deadline. */
export async function waitingFor(db: Db, person: string, to: To): Promise<{ readonly count: number; readonly due: Date | null }> {
  const found = await sql<{ count: number; due: Date | null }>`select count(*) as count, min(r.due) as due from ${joined}
    where r.to_person = ${person} and r.to_role = ${to} and e.state in ('sent', 'seen')`.execute(db)
  return found.rows[0] ?? { count: 0, due: null }
}

/** Whoever sends in this case waits here until the one before is through. */
export const takeTurn = (db: Db, caseId: string): Promise<unknown> => sql`select pg_advisory_xact_lock(hashtextextended('referral:' || ${caseId}, 0))`.execute(db)

/** Sent about this citizen, newest first, with what opens each copy. */
export async function referralsAbout(db: Db, citizen: string): Promise<readonly (Referral & { readonly keyWrapped: Uint8Array; readonly copyBox: Uint8Array })[]> {
  return (await sql<Referral & { keyWrapped: Uint8Array; copyBox: Uint8Array }>`select ${columns}, r.key_wrapped as "keyWrapped", r.copy_box as "copyBox" from ${joined} where r.citizen = ${citizen} order by r.sent_at desc, r.id`.execute(db)).rows
}

export interface Kept extends Referral { readonly partnership: number; readonly keyWrapped: Uint8Array; readonly copyBox: Uint8Array; readonly consent: string | null }

export async function referralBy(db: Db, id: string): Promise<Kept | undefined> {
  return (await sql<Kept>`select ${columns}, r.partnership, r.key_wrapped as "keyWrapped", r.copy_box as "copyBox", r.consent
    from ${joined} where r.id = ${id}`.execute(db)).rows[0]
}

export interface Standing { readonly partnership: number; readonly caseId: string; readonly citizen: string; readonly to: To; readonly toPerson: string; readonly state: State; readonly seq: number; readonly holder: string | null }

/** What the gate may know of a referral, and who holds the case that it came from. */
export async function standingOf(db: Db, id: string): Promise<Standing | undefined> {
  return (await sql<Standing>`select r.partnership, r.case_id as "caseId", r.citizen, r.to_role as "to", r.to_person as "toPerson", e.state, e.seq, n.holder
    from referral r join case_now n on n.case_id = r.case_id
    join lateral (select state, seq from referral_event x where x.referral = r.id order by seq desc limit 1) e on true where r.id = ${id}`.execute(db)).rows[0]
}

export interface NewReferral {
  readonly id: string
  readonly partnership: number
  readonly caseId: string
  readonly number: string
  readonly citizen: string
  readonly to: To
  readonly toPerson: string
  readonly fromPerson: string
  readonly fromRole: string
  readonly consent: string | null
  readonly keyWrapped: Uint8Array
  readonly copyBox: Uint8Array
  readonly sentAt: Date
  readonly due: Date
}
export const addReferral = (db: Db, it: NewReferral): Promise<unknown> => sql`
  insert into referral (id, partnership, case_id, number, citizen, to_role, to_person, from_person, from_role, consent, key_wrapped, copy_box, sent_at, due)
  values (${it.id}, ${it.partnership}, ${it.caseId}, ${it.number}, ${it.citizen}, ${it.to}, ${it.toPerson}, ${it.fromPerson}, ${it.fromRole}, ${it.consent},
          ${it.keyWrapped}, ${it.copyBox}, ${it.sentAt}, ${it.due})`.execute(db)

export interface NewEvent { readonly referral: string; readonly seq: number; readonly partnership: number; readonly step: string; readonly by: string; readonly at: Date; readonly state: State; readonly box: Uint8Array | null }

/** False when somebody else was first with an event of that number. */
export async function addEvent(db: Db, it: NewEvent): Promise<boolean> {
  const done = await sql`insert into referral_event (referral, seq, partnership, step, by, at, state, box)
    values (${it.referral}, ${it.seq}, ${it.partnership}, ${it.step}, ${it.by}, ${it.at}, ${it.state}, ${it.box}) on conflict do nothing`.execute(db)
  return done.numAffectedRows === 1n
}

export interface KeptEvent { readonly seq: number; readonly step: string; readonly at: Date; readonly state: State; readonly box: Uint8Array | null; readonly byName: string }
export async function eventsOf(db: Db, referral: string): Promise<readonly KeptEvent[]> {
  return (await sql<KeptEvent>`select e.seq, e.step, e.at, e.state, e.box, p.name as "byName" from referral_event e join person p on p.id = e.by
    where e.referral = ${referral} order by e.seq`.execute(db)).rows
}
