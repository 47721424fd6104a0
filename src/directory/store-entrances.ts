import { sql } from 'kysely'
import type { PersonId } from '../kernel/actor.ts'
import type { Db } from '../platform/db.ts'
import type { Entrance } from './entrances.ts'

/** The newest list, by municipality. */
export async function entrancesNow(db: Db, partnership: number): Promise<readonly Entrance[]> {
  const found = await sql<Entrance>`
    select line, municipality, postcodes, police_district as "policeDistrict", entrance, phone, url, verified_on as "verifiedOn" from entrance
    where list = (select id from entrance_list where partnership = ${partnership} order by brought_at desc, id limit 1) order by municipality, line`.execute(db)
  return found.rows
}

/** A new list takes the place of the one before, which is kept. */
export async function addEntrances(db: Db, list: string, partnership: number, by: PersonId, at: Date, rows: readonly Entrance[]): Promise<void> {
  await sql`insert into entrance_list (id, partnership, brought_by, brought_at) values (${list}, ${partnership}, ${by}, ${at})`.execute(db)
  await sql`
    insert into entrance (list, line, partnership, municipality, postcodes, police_district, entrance, phone, url, verified_on)
    select ${list}, r.line, ${partnership}, r.municipality, r.postcodes, r."policeDistrict", r.entrance, r.phone, r.url, r."verifiedOn"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (line int, municipality text, postcodes text[], "policeDistrict" text, entrance text, phone text, url text, "verifiedOn" date)`.execute(db)
}
