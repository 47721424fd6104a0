import { sql } from 'kysely'
import type { PersonId, Role } from '../../kernel/actor.ts'
import type { Db } from '../../platform/db.ts'

export interface ReachRow { readonly version: number; readonly keyWrapped: Uint8Array; readonly box: Uint8Array }
export async function newestReach(db: Db, caseId: string): Promise<ReachRow | undefined> {
  return (await sql<ReachRow>`select version, key_wrapped as "keyWrapped", box from case_reach where case_id = ${caseId} order by version desc limit 1`.execute(db)).rows[0]
}

/** Two at once write the same: the first stands for both. */
export const addReach = (db: Db, it: ReachRow & { readonly case: string; readonly partnership: number; readonly by: PersonId; readonly byRole: Role; readonly at: Date }): Promise<unknown> => sql`
  insert into case_reach (case_id, version, partnership, by, by_role, at, key_wrapped, box)
  values (${it.case}, ${it.version}, ${it.partnership}, ${it.by}, ${it.byRole}, ${it.at}, ${it.keyWrapped}, ${it.box}) on conflict do nothing`.execute(db)
