import { sql } from 'kysely'
import type { PersonId } from '../kernel/actor.ts'
import type { Db } from '../platform/db.ts'
import type { ReachChannel } from './rules.ts'

export interface Citizen { readonly id: PersonId; readonly partnership: number; readonly keyWrapped: Uint8Array }

export async function citizen(db: Db, id: string): Promise<Citizen | undefined> {
  const found = await sql<Citizen>`select id, partnership, key_wrapped as "keyWrapped" from citizen where id = ${id}`.execute(db)
  return found.rows[0]
}

export const addCitizen = (db: Db, it: Citizen, now: Date): Promise<unknown> =>
  sql`insert into citizen (id, partnership, key_wrapped, created_at) values (${it.id}, ${it.partnership}, ${it.keyWrapped}, ${now})`.execute(db)

export const keepYoung = (db: Db, id: string, box: Uint8Array): Promise<unknown> => sql`update citizen set young_box = ${box} where id = ${id}`.execute(db)
export async function youngBox(db: Db, id: string): Promise<Uint8Array | undefined> {
  return (await sql<{ box: Uint8Array | null }>`select young_box as box from citizen where id = ${id}`.execute(db)).rows[0]?.box ?? undefined
}

export interface ContactRow { readonly id: string; readonly version: number; readonly at: Date; readonly byName: string; readonly box: Uint8Array }

/** The newest version of how she may be reached; undefined when nothing was agreed yet. */
export async function newestContact(db: Db, citizenId: string): Promise<ContactRow | undefined> {
  const found = await sql<ContactRow>`
    select s.id, s.version, s.at, p.name as "byName", s.box from safe_contact s join person p on p.id = s.by
    where s.citizen = ${citizenId} order by s.version desc limit 1`.execute(db)
  return found.rows[0]
}

export interface NewContact { readonly id: string; readonly partnership: number; readonly citizen: string; readonly version: number; readonly by: PersonId; readonly at: Date; readonly box: Uint8Array }

/** @returns false when that version is there already: somebody else was first */
export async function addContact(db: Db, it: NewContact): Promise<boolean> {
  const done = await sql`
    insert into safe_contact (id, partnership, citizen, version, by, at, box)
    values (${it.id}, ${it.partnership}, ${it.citizen}, ${it.version}, ${it.by}, ${it.at}, ${it.box}) on conflict do nothing`.execute(db)
  return done.numAffectedRows === 1n
}

export interface NewReached { readonly id: string; readonly partnership: number; readonly citizen: string; readonly act: string; readonly channel: string; readonly version: number; readonly met: boolean; readonly by: string; readonly at: Date; readonly whyBox: Uint8Array | null }
export const addReached = (db: Db, it: NewReached): Promise<unknown> => sql`
  insert into reached (id, partnership, citizen, act, channel, version, met, by, at, why_box)
  values (${it.id}, ${it.partnership}, ${it.citizen}, ${it.act}, ${it.channel}, ${it.version}, ${it.met}, ${it.by}, ${it.at}, ${it.whyBox})`.execute(db)

export interface ReachedRow { readonly id: string; readonly at: Date; readonly byName: string; readonly channel: ReachChannel; readonly whyBox: Uint8Array | null }
/** When her rule was not followed, newest first. */
export async function reachedOutside(db: Db, citizenId: string): Promise<readonly ReachedRow[]> {
  return (await sql<ReachedRow>`select r.id, r.at, p.name as "byName", r.channel, r.why_box as "whyBox" from reached r join person p on p.id = r.by
    where r.citizen = ${citizenId} and not r.met order by r.at desc, r.id`.execute(db)).rows
}
