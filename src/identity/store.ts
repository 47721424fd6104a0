import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { SessionKind } from './rules.ts'

export interface Account { readonly person: string; readonly partnership: number; readonly kind: 'staff' | 'citizen'; readonly secretHash: string; readonly signInName: string }

export async function accountByName(db: Db, name: string): Promise<Account | undefined> {
  const found = await sql<Account>`select person, partnership, kind, secret_hash as "secretHash", sign_in_name as "signInName"
    from account where lower(sign_in_name) = lower(${name})`.execute(db)
  return found.rows[0]
}

export async function accountOf(db: Db, person: string): Promise<Account | undefined> {
  const found = await sql<Account>`select person, partnership, kind, secret_hash as "secretHash", sign_in_name as "signInName"
    from account where person = ${person}`.execute(db)
  return found.rows[0]
}

/** Everybody who has set a passphrase: the invented town's front page alone asks. */
export async function citizenAccounts(db: Db, partnership: number): Promise<readonly Account[]> {
  return (await sql<Account>`select person, partnership, kind, secret_hash as "secretHash", sign_in_name as "signInName"
    from account where kind = 'citizen' and partnership = ${partnership} order by changed_at, sign_in_name`.execute(db)).rows
}

/** False when the name is taken by somebody else. A code never makes a new key for somebody who works here. */
export async function keepAccount(db: Db, it: Account, now: Date): Promise<boolean> {
  const taken = await sql`select 1 from account where lower(sign_in_name) = lower(${it.signInName}) and person <> ${it.person}
    union all select 1 from renewal where lower(earlier_name) = lower(${it.signInName}) and citizen <> ${it.person}`.execute(db)
  if (taken.rows.length > 0) return false
  const done = await sql`insert into account (person, partnership, kind, sign_in_name, secret_hash, changed_at)
    values (${it.person}, ${it.partnership}, ${it.kind}, ${it.signInName}, ${it.secretHash}, ${now})
    on conflict (person) do update set sign_in_name = excluded.sign_in_name, secret_hash = excluded.secret_hash, changed_at = excluded.changed_at
      where account.kind = excluded.kind and account.partnership = excluded.partnership`.execute(db)
  return done.numAffectedRows === 1n
}

/** Whether the people of this database are invented, and whether anybody signs in to it. */
export async function whoseTown(db: Db): Promise<{ readonly invented: boolean; readonly inUse: boolean }> {
  return (await sql<{ invented: boolean; inUse: boolean }>`select exists (select from invented_town) as invented, exists (select from account) as "inUse"`.execute(db)).rows[0] ?? { invented: false, inUse: false }
}
export const markInvented = (db: Db, partnership: number, now: Date): Promise<unknown> => sql`insert into invented_town (partnership, since) values (${partnership}, ${now}) on conflict do nothing`.execute(db)

export interface Session {
  readonly person: string
  readonly partnership: number
  readonly kind: SessionKind
  readonly startedAt: Date
  readonly seenAt: Date
  readonly unlockedUntil: Date | null
}

export async function sessionBy(db: Db, idHash: Uint8Array): Promise<Session | undefined> {
  const found = await sql<Session>`select person, partnership, kind, started_at as "startedAt", seen_at as "seenAt", unlocked_until as "unlockedUntil"
    from session where id_hash = ${idHash}`.execute(db)
  return found.rows[0]
}

export const openSession = (db: Db, idHash: Uint8Array, it: Session): Promise<unknown> => sql`
  insert into session (id_hash, person, partnership, kind, started_at, seen_at, unlocked_until)
  values (${idHash}, ${it.person}, ${it.partnership}, ${it.kind}, ${it.startedAt}, ${it.seenAt}, ${it.unlockedUntil})`.execute(db)

export const sawSession = (db: Db, idHash: Uint8Array, now: Date): Promise<unknown> =>
  sql`update session set seen_at = greatest(seen_at, ${now}) where id_hash = ${idHash}`.execute(db)

/** Ends the visits of those who have shown a code and chosen no passphrase yet. */
export const endCodeSessionsOf = (db: Db, person: string): Promise<unknown> =>
  sql`delete from session where person = ${person} and kind = 'code'`.execute(db)
/** False when the session has ended. */
export const unlockSession = async (db: Db, idHash: Uint8Array, until: Date | null): Promise<boolean> =>
  (await sql`update session set unlocked_until = ${until} where id_hash = ${idHash}`.execute(db)).numAffectedRows === 1n

export const endSession = (db: Db, idHash: Uint8Array): Promise<unknown> => sql`delete from session where id_hash = ${idHash}`.execute(db)
export const endSessionsOf = (db: Db, person: string): Promise<unknown> => sql`delete from session where person = ${person}`.execute(db)

export interface PaperCode { readonly id: string; readonly partnership: number; readonly citizen: string; readonly secretHash: string }

/** Takes one of the tries of a living code; undefined where there is no such code, or none left. */
export async function takeTry(db: Db, handle: string, now: Date): Promise<PaperCode | undefined> {
  const found = await sql<PaperCode>`update paper_code set tries_left = tries_left - 1
    where handle = ${handle} and ended_at is null and tries_left > 0 and expires_at > ${now}
    returning id, partnership, citizen, secret_hash as "secretHash"`.execute(db)
  return found.rows[0]
}

/** Uses up a code; false when somebody else did meanwhile. */
export const useCode = async (db: Db, id: string, now: Date): Promise<boolean> =>
  (await sql`update paper_code set ended_at = ${now}, used_at = ${now} where id = ${id} and ended_at is null`.execute(db)).numAffectedRows === 1n
/** Ends a code after its last try. */
export const endIfTried = (db: Db, id: string, now: Date): Promise<unknown> =>
  sql`update paper_code set ended_at = ${now} where id = ${id} and ended_at is null and tries_left <= 0`.execute(db)

/** Ends the codes this citizen has. In the role of who hands out the next. */
export const endCodesOf = (db: Db, citizen: string, now: Date): Promise<unknown> =>
  sql`update paper_code set ended_at = ${now} where citizen = ${citizen} and ended_at is null`.execute(db)

/** False when another code has the same handle. */
export async function keepCode(db: Db, it: PaperCode & { handle: string; issuedBy: string; issuedAt: Date; expiresAt: Date; triesLeft: number }): Promise<boolean> {
  const done = await sql`insert into paper_code (id, partnership, citizen, handle, secret_hash, issued_by, issued_at, expires_at, tries_left)
    values (${it.id}, ${it.partnership}, ${it.citizen}, ${it.handle}, ${it.secretHash}, ${it.issuedBy}, ${it.issuedAt}, ${it.expiresAt}, ${it.triesLeft})
    on conflict do nothing`.execute(db)
  return done.numAffectedRows === 1n
}

export async function wrongTries(db: Db, source: string, name: string, since: Date): Promise<number> {
  const found = await sql<{ n: number }>`select count(*) as n from wrong_try where source = ${source} and name = ${name} and at > ${since}`.execute(db)
  return found.rows[0]?.n ?? 0
}
export const keepWrongTry = (db: Db, source: string, name: string, now: Date): Promise<unknown> =>
  sql`insert into wrong_try (source, name, at) values (${source}, ${name}, ${now})`.execute(db)

/** Clears what no longer matters: dead sessions and tries older than a day. */
export async function sweep(db: Db, now: Date): Promise<void> {
  const dayAgo = new Date(now.getTime() - 86_400_000)
  await sql`delete from session where seen_at < ${dayAgo}`.execute(db)
  await sql`delete from wrong_try where at < ${dayAgo}`.execute(db)
}
