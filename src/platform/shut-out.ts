import { sql } from 'kysely'
import type { Db } from './db.ts'

/** Whether the one who is served is shut out of this case or this citizen's. For the gate; nobody is shut out of what is about nobody. */
export async function shutOut(db: Db, aboutCase: string | undefined, aboutCitizen: string | undefined): Promise<boolean> {
  if (aboutCase === undefined && aboutCitizen === undefined) return false
  return (await sql<{ out: boolean }>`select gate.shut_out(${aboutCase ?? null}::uuid, ${aboutCitizen ?? null}::uuid) as out`.execute(db)).rows[0]?.out ?? false
}
