// What professionals alone read lies in a table of its own, and nothing but the page of the paper itself asks for it.
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import type { NewPaper, PaperRow, WantedPaper } from '../coordination/store.ts'

/** @returns false when that version is there already: somebody else was first */
export async function addInner(db: Db, it: NewPaper): Promise<boolean> {
  const done = await sql`
    insert into case_inner_paper (id, version, partnership, case_id, tool, once, by, by_role, at, box)
    values (${it.id}, ${it.version}, ${it.partnership}, ${it.case}, ${it.kind}, ${it.once}, ${it.by}, ${it.byRole}, ${it.at}, ${it.box}) on conflict do nothing`.execute(db)
  return done.numAffectedRows === 1n
}

/** Every version, newest first. */
export async function innersOf(db: Db, caseId: string): Promise<readonly PaperRow[]> {
  const found = await sql<PaperRow>`
    select c.id, c.version, c.tool as kind, c.by, p.name as "byName", c.at, c.box from case_inner_paper c join person p on p.id = c.by
    where c.case_id = ${caseId} order by c.at desc, c.version desc`.execute(db)
  return found.rows
}

/** For the gate: whether there is such a paper. */
export const innerIsIn = async (db: Db, { case: of, kind, id, version }: WantedPaper): Promise<boolean> => (await sql`
  select 1 from case_inner_paper where case_id = ${of} and tool = ${kind} and coalesce(id = ${id ?? null}::uuid, true) and coalesce(version = ${version ?? null}::int, true) limit 1`.execute(db)).rows.length > 0
