import { sql } from 'kysely'
import type { PersonId, Role } from '../kernel/actor.ts'
import type { Db } from '../platform/db.ts'

/** When the duty to report was told in a case, and by whom; undefined before. */
export async function dutyTold(db: Db, caseId: string): Promise<{ readonly byName: string; readonly at: Date } | undefined> {
  const found = await sql<{ byName: string; at: Date }>`select p.name as "byName", d.at from child_duty_told d join person p on p.id = d.by where d.case_id = ${caseId}`.execute(db)
  return found.rows[0]
}
export const tellDuty = (db: Db, it: { readonly case: string; readonly partnership: number; readonly by: PersonId; readonly byRole: Role; readonly at: Date }): Promise<unknown> => sql`
  insert into child_duty_told (case_id, partnership, by, by_role, at) values (${it.case}, ${it.partnership}, ${it.by}, ${it.byRole}, ${it.at}) on conflict do nothing`.execute(db)
