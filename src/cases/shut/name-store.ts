import { sql } from 'kysely'
import type { PersonId } from '../../kernel/actor.ts'
import type { Db } from '../../platform/db.ts'
import type { ownKinds } from './rules.ts'

/** A name that a colleague has said, of which nothing but hashes is kept. */
export interface OwnName { readonly id: string; readonly partnership: number; readonly person: PersonId; readonly kind: (typeof ownKinds)[number]; readonly at: Date; readonly endedAt: Date | null }
const columns = sql`id, partnership, person, kind, at, ended_at as "endedAt"`

/** Those that hold, newest first. */
export const ownNames = async (db: Db, person: string): Promise<readonly OwnName[]> =>
  (await sql<OwnName>`select ${columns} from own_name where person = ${person} and ended_at is null order by at desc, id`.execute(db)).rows
/** How many hold, or were said since. */
export const namesSince = async (db: Db, person: string, since: Date): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from own_name where person = ${person} and (ended_at is null or at >= ${since})`.execute(db)).rows[0]?.n ?? 0
export const ownNameBy = async (db: Db, id: string): Promise<OwnName | undefined> => (await sql<OwnName>`select ${columns} from own_name where id = ${id}`.execute(db)).rows[0]

export interface NewOwnName extends Omit<OwnName, 'endedAt'> { readonly organisation: number; readonly hashes: readonly string[] }
/** The database finds out by itself which cases have the name, and tells nobody but the leader. */
export async function addOwnName(db: Db, it: NewOwnName): Promise<void> {
  await sql`insert into own_name (id, partnership, organisation, person, kind, at) values (${it.id}, ${it.partnership}, ${it.organisation}, ${it.person}, ${it.kind}, ${it.at})`.execute(db)
  for (const hash of new Set(it.hashes)) await sql`insert into own_name_hash (own_name, hash) values (${it.id}, ${hash})`.execute(db)
}
/** @returns false when it was ended before */
export const endOwnName = async (db: Db, id: string, at: Date): Promise<boolean> =>
  (await sql`update own_name set ended_at = ${at} where id = ${id} and ended_at is null`.execute(db)).numAffectedRows === 1n
