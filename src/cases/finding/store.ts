import { sql } from 'kysely'
import type { PersonId } from '../../kernel/actor.ts'
import type { Db } from '../../platform/db.ts'
import type { SearchKind } from './rules.ts'
import type { Next, Status } from '../rules.ts'

/** Adds to the blind index; what is there already stays. */
export async function keepIndex(db: Db, it: { readonly id: string; readonly partnership: number; readonly what: 'name' | 'word'; readonly hashes: readonly string[] }): Promise<void> {
  for (const hash of it.hashes)
    await sql`insert into case_index (case_id, partnership, what, hash) values (${it.id}, ${it.partnership}, ${it.what}, ${hash}) on conflict do nothing`.execute(db)
}

/** Cases that the asker's role may see, with this number or one of these hashes. */
export async function casesWith(db: Db, partnership: number, by: { readonly number: string } | { readonly hashes: readonly string[] }): Promise<readonly string[]> {
  const found = 'number' in by
    ? await sql<{ id: string }>`select case_id as id from case_now where partnership = ${partnership} and kind = 'citizen' and number = ${by.number}`.execute(db)
    : await sql<{ id: string }>`select distinct i.case_id as id from case_index i join case_now n on n.case_id = i.case_id and n.kind = 'citizen'
        where i.partnership = ${partnership} and i.hash = any(${by.hashes}::text[]) limit 50`.execute(db)
  return found.rows.map(it => it.id)
}

export interface Search { readonly id: string; readonly partnership: number; readonly person: PersonId; readonly at: Date; readonly kind: SearchKind; readonly hits: readonly string[] }
export const keepSearch = (db: Db, it: Search): Promise<unknown> => sql`
  insert into case_search (id, partnership, person, at, kind, hits) values (${it.id}, ${it.partnership}, ${it.person}, ${it.at}, ${it.kind}, ${it.hits}::uuid[])`.execute(db)

/** For the gate: whose search it is, and since when. */
export async function searchOf(db: Db, id: string): Promise<{ readonly partnership: number; readonly person: PersonId; readonly at: Date } | undefined> {
  return (await sql<{ partnership: number; person: PersonId; at: Date }>`select partnership, person, at from case_search where id = ${id}`.execute(db)).rows[0]
}

export interface Found { readonly id: string; readonly number: string; readonly status: Status; readonly next: Next; readonly holderName: string | null }
/** What one search led to, as far as the asker's role may see it now. */
export async function foundBy(db: Db, search: string): Promise<readonly Found[]> {
  return (await sql<Found>`
    select n.case_id as id, n.number, n.status, n.next, h.name as "holderName"
    from case_search s join case_now n on n.case_id = any(s.hits) and n.kind = 'citizen' left join person h on h.id = n.holder
    where s.id = ${search} order by n.number desc`.execute(db)).rows
}
