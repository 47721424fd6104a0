import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'

/** The newest case of each of these citizens that the role sees. */
export async function openCasesOf(db: Db, citizens: readonly string[]): Promise<ReadonlyMap<string, { readonly id: string; readonly number: string }>> {
  if (citizens.length === 0) return new Map()
  const found = await sql<{ citizen: string; id: string; number: string }>`
    select distinct on (citizen) citizen, case_id as id, number from case_now where citizen = any(${citizens}::uuid[]) order by citizen, (status = 'closed'), number desc`.execute(db)
  return new Map(found.rows.map(({ citizen, ...it }) => [citizen, it]))
}
