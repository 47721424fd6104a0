import { sql } from 'kysely'
import type { PersonId } from '../../kernel/actor.ts'
import type { Db } from '../../platform/db.ts'

export interface OpenContact { readonly id: string; readonly at: Date; readonly unit: string; readonly phone: string; readonly urgent: boolean; readonly codeBegins: string }

/** Sent twice makes one. */
export const keepOpenContact = (db: Db, it: OpenContact & { readonly partnership: number; readonly codeHash: string }): Promise<unknown> => sql`
  insert into open_contact (id, partnership, at, unit, phone, urgent, code_hash, code_begins)
  values (${it.id}, ${it.partnership}, ${it.at}, ${it.unit}, ${it.phone}, ${it.urgent}, ${it.codeHash}, ${it.codeBegins}) on conflict do nothing`.execute(db)

export async function openContactBy(db: Db, codeHash: string): Promise<{ readonly at: Date; readonly urgent: boolean; readonly takenAt: Date | null } | undefined> {
  return (await sql<{ at: Date; urgent: boolean; takenAt: Date | null }>`select at, urgent, taken_at as "takenAt" from open_contact where code_hash = ${codeHash}`.execute(db)).rows[0]
}
/** How many came to the whole house since then. */
export async function openContactsSince(db: Db, since: Date): Promise<number> {
  return (await sql<{ n: number }>`select count(*) as n from open_contact where at > ${since}`.execute(db)).rows[0]?.n ?? 0
}

/** For the gate. */
export async function openContactStanding(db: Db, id: string): Promise<{ readonly partnership: number; readonly taken: boolean } | undefined> {
  return (await sql<{ partnership: number; taken: boolean }>`select partnership, taken_at is not null as taken from open_contact where id = ${id}`.execute(db)).rows[0]
}
/** Those that nobody has taken up, the ones that ring first. */
export async function waitingContacts(db: Db): Promise<readonly OpenContact[]> {
  return (await sql<OpenContact>`select id, at, unit, phone, urgent, code_begins as "codeBegins" from open_contact where taken_at is null order by urgent desc, at limit 100`.execute(db)).rows
}
/** @returns false when another was first */
export async function takeContact(db: Db, id: string, by: PersonId, now: Date): Promise<boolean> {
  return (await sql`update open_contact set taken_by = ${by}, taken_at = ${now} where id = ${id} and taken_at is null`.execute(db)).numAffectedRows === 1n
}
