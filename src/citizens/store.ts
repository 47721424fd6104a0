import { sql } from 'kysely'
import type { PersonId } from '../kernel/actor.ts'
import type { Db } from '../platform/db.ts'

export interface Citizen { readonly id: PersonId; readonly partnership: number; readonly keyWrapped: Uint8Array }

export async function citizen(db: Db, id: string): Promise<Citizen | undefined> {
  const found = await sql<Citizen>`select id, partnership, key_wrapped as "keyWrapped" from citizen where id = ${id}`.execute(db)
  return found.rows[0]
}

export const addCitizen = (db: Db, it: Citizen, now: Date): Promise<unknown> =>
  sql`insert into citizen (id, partnership, key_wrapped, created_at) values (${it.id}, ${it.partnership}, ${it.keyWrapped}, ${now})`.execute(db)
