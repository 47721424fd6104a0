import { sql } from 'kysely'
import type { PersonId } from '../../kernel/actor.ts'
import type { Db } from '../../platform/db.ts'
import type { Climb, Waits } from '../late.ts'

export interface OpenContact { readonly id: string; readonly at: Date; readonly unit: string; readonly phone: string; readonly urgent: boolean; readonly codeBegins: string }
/** As it waits in the inbox: by when somebody is to call, and who. */
export interface WaitingContact extends OpenContact { readonly due: Date; readonly holder: PersonId | null; readonly holderName: string | null }

/** Sent twice makes one. */
export const keepOpenContact = (db: Db, it: OpenContact & { readonly partnership: number; readonly codeHash: string; readonly due: Date; readonly holder: PersonId | null }): Promise<unknown> => sql`
  insert into open_contact (id, partnership, at, unit, phone, urgent, code_hash, code_begins, due, holder)
  values (${it.id}, ${it.partnership}, ${it.at}, ${it.unit}, ${it.phone}, ${it.urgent}, ${it.codeHash}, ${it.codeBegins}, ${it.due}, ${it.holder}) on conflict do nothing`.execute(db)

export async function openContactBy(db: Db, codeHash: string): Promise<{ readonly at: Date; readonly urgent: boolean; readonly takenAt: Date | null } | undefined> {
  return (await sql<{ at: Date; urgent: boolean; takenAt: Date | null }>`select at, urgent, taken_at as "takenAt" from open_contact where code_hash = ${codeHash}`.execute(db)).rows[0]
}
/** How many came to the whole house since then. */
export async function openContactsSince(db: Db, since: Date): Promise<number> {
  return (await sql<{ n: number }>`select count(*) as n from open_contact where at > ${since}`.execute(db)).rows[0]?.n ?? 0
}

/** For the gate. */
export async function openContactStanding(db: Db, id: string): Promise<{ readonly partnership: number; readonly taken: boolean; readonly late: Climb | null } | undefined> {
  return (await sql<{ partnership: number; taken: boolean; late: Climb | null }>`select partnership, taken_at is not null as taken, late_step as late from open_contact where id = ${id}`.execute(db)).rows[0]
}
/** Those that nobody has taken up, the ones that ring first. */
export async function waitingContacts(db: Db): Promise<readonly WaitingContact[]> {
  return (await sql<WaitingContact>`select c.id, c.at, c.unit, c.phone, c.urgent, c.code_begins as "codeBegins", coalesce(c.due, c.at) as due, c.holder, p.name as "holderName"
    from open_contact c left join person p on p.id = c.holder where c.taken_at is null order by c.urgent desc, c.at limit 100`.execute(db)).rows
}
/** @returns false when another was first */
export async function takeContact(db: Db, id: string, by: PersonId, now: Date): Promise<boolean> {
  return (await sql`update open_contact set taken_by = ${by}, taken_at = ${now} where id = ${id} and taken_at is null`.execute(db)).numAffectedRows === 1n
}

/** What the clock sees of one: when it came, whether it rings, and who is to call. */
export interface LateContact extends Waits { readonly id: string; readonly due: Date; readonly holder: PersonId | null; readonly rings: boolean }
export async function lateContacts(db: Db, partnership: number, now: Date): Promise<readonly LateContact[]> {
  return (await sql<LateContact>`select id, coalesce(due, at) as due, holder, urgent as rings, late_step as "lateStep", late_at as "lateAt" from open_contact
    where partnership = ${partnership} and taken_at is null and coalesce(due, at) <= ${now} and late_step is distinct from 'to-leader' order by due, id`.execute(db)).rows
}
/** Nothing where somebody took it, or another clock was first. */
export const climbContact = (db: Db, { id, lateStep }: LateContact, to: { readonly step: Climb; readonly at: Date; readonly holder: PersonId | null; readonly due: Date }): Promise<unknown> => sql`
  update open_contact set late_step = ${to.step}, late_at = ${to.at}, holder = ${to.holder}, due = ${to.due} where id = ${id} and taken_at is null and late_step is not distinct from ${lateStep}`.execute(db)
/** What rings has waited since it came, whoever is to call. @returns false when another was first */
export async function appointForContact(db: Db, id: string, holder: PersonId, due: Date): Promise<boolean> {
  const done = await sql`update open_contact set holder = ${holder}, due = case when urgent then coalesce(due, at) else ${due}::timestamptz end, late_step = null, late_at = null
    where id = ${id} and taken_at is null and late_step = 'to-leader'`.execute(db)
  return done.numAffectedRows === 1n
}

export interface MissedContact { readonly id: string; readonly unit: string; readonly name: string; readonly phone: string | null; readonly due: Date; readonly lateStep: Climb | null; readonly rings: boolean }
/** For the leader and the tovholder: units that nobody has called in time, and who was to. */
export async function missedContacts(db: Db, partnership: number, now: Date): Promise<readonly MissedContact[]> {
  return (await sql<MissedContact>`select c.id, c.unit, coalesce(p.name, '') as name, p.phone, coalesce(c.due, c.at) as due, c.late_step as "lateStep", c.urgent as rings from open_contact c left join person p on p.id = c.holder
    where c.partnership = ${partnership} and c.taken_at is null and coalesce(c.due, c.at) <= ${now} order by (c.late_step = 'to-leader') is not true, due, c.id limit 200`.execute(db)).rows
}
