// A passphrase that was chosen in the place of another one, and what the earlier one still opens.
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import { type Confirmer, numberFrom, readNumber } from './rules.ts'
import type { Account } from './store.ts'

/** `number`: the signs that she shows to a colleague. */
export interface Waiting { readonly since: Date; readonly number: string }

/**
 * Keeps that `before` was replaced with the code that was used last. While an earlier one waits, the pair before that one stays the one that takes it back:
 * who makes code after code never comes to hold it.
 */
export async function keepRenewal(db: Db, before: Account, now: Date): Promise<void> {
  const code = (await sql<{ id: string; issuedBy: string }>`select id, issued_by as "issuedBy" from paper_code
    where citizen = ${before.person} and used_at is not null order by used_at desc limit 1`.execute(db)).rows[0]
  if (!code) throw new Error('a passphrase that was chosen again without a code')
  await sql`insert into renewal as r (citizen, partnership, code, issued_by, used_at, number, earlier_name, earlier_hash)
    values (${before.person}, ${before.partnership}, ${code.id}, ${code.issuedBy}, ${now}, ${numberFrom(randomBytes(8))}, ${before.signInName}, ${before.secretHash})
    on conflict (citizen) do update set code = excluded.code, issued_by = excluded.issued_by, used_at = excluded.used_at, number = excluded.number,
      earlier_name = coalesce(r.earlier_name, excluded.earlier_name), earlier_hash = coalesce(r.earlier_hash, excluded.earlier_hash),
      confirmed_by = null, confirmed_as = null, confirmed_at = null, recalled_at = null`.execute(db)
}

const waits = sql`confirmed_at is null and recalled_at is null`

/** The pair that takes the log back, by its name; undefined when there is none. */
export async function earlierByName(db: Db, name: string): Promise<Account | undefined> {
  return (await sql<Account>`select citizen as person, partnership, 'citizen' as kind, earlier_hash as "secretHash", earlier_name as "signInName"
    from renewal where lower(earlier_name) = lower(${name}) and ${waits}`.execute(db)).rows[0]
}

/** What waits for this citizen, and the hash of the passphrase before it. */
export async function waitingOf(db: Db, citizen: string): Promise<Waiting & { readonly secretHash: string } | undefined> {
  return (await sql<Waiting & { secretHash: string }>`select number, used_at as since, earlier_hash as "secretHash"
    from renewal where citizen = ${citizen} and ${waits}`.execute(db)).rows[0]
}

/** The earlier passphrase was given. False when nothing waits any more. */
export const recall = async (db: Db, citizen: string, now: Date): Promise<boolean> =>
  (await sql`update renewal set recalled_at = ${now} where citizen = ${citizen} and ${waits}`.execute(db)).numAffectedRows === 1n

/** For the gate: whose signs these are, while they wait. */
export async function byNumber(db: Db, typed: string): Promise<{ readonly citizen: string; readonly partnership: number; readonly issuedBy: string } | undefined> {
  const number = readNumber(typed)
  if (number === undefined) return undefined
  return (await sql<{ citizen: string; partnership: number; issuedBy: string }>`select citizen, partnership, issued_by as "issuedBy"
    from renewal where number = ${number} and ${waits}`.execute(db)).rows[0]
}

/** In the role of the second colleague. False when it was settled meanwhile. */
export const confirm = async (db: Db, citizen: string, by: string, as: Confirmer, now: Date): Promise<boolean> =>
  (await sql`update renewal set confirmed_by = ${by}, confirmed_as = ${as}, confirmed_at = ${now} where citizen = ${citizen} and ${waits}`.execute(db)).numAffectedRows === 1n

export interface MadeCode { readonly at: Date; readonly usedAt: Date | null }

/** Codes that were made for her when she had a passphrase already, newest first. In her own role. */
export async function codesMade(db: Db, citizen: string): Promise<readonly MadeCode[]> {
  return (await sql<MadeCode>`select issued_at as at, used_at as "usedAt" from paper_code where citizen = ${citizen} and renews order by issued_at desc limit 20`.execute(db)).rows
}
/** Whether one was made that she has not been told of. */
export async function untold(db: Db, citizen: string): Promise<boolean> {
  return (await sql`select 1 from paper_code where citizen = ${citizen} and renews and told_at is null limit 1`.execute(db)).rows.length > 0
}
/** She has read it; counts only while her log is open to her. */
export const told = (db: Db, citizen: string, now: Date): Promise<unknown> =>
  sql`update paper_code set told_at = ${now} where citizen = ${citizen} and renews and told_at is null`.execute(db)
