import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db.ts'
import type { ScanKind } from './rules.ts'

export interface ScanRow { readonly id: string; readonly kind: ScanKind; readonly onDay: Day; readonly byName: string; readonly at: Date; readonly file: string; readonly type: string; readonly keyBox: Uint8Array; readonly box: Uint8Array }
/** Newest first. */
export async function scansOf(db: Db, caseId: string): Promise<readonly ScanRow[]> {
  return (await sql<ScanRow>`select s.id, s.kind, s.on_day as "onDay", p.name as "byName", s.at, s.file, s.type, s.key_box as "keyBox", s.box
    from case_scan s join person p on p.id = s.by where s.case_id = ${caseId} order by s.on_day desc, s.at desc, s.id`.execute(db)).rows
}
export interface NewScan extends Omit<ScanRow, 'byName'> { readonly caseId: string; readonly partnership: number; readonly by: string; readonly byRole: string }
export const addScan = (db: Db, it: NewScan): Promise<unknown> => sql`
  insert into case_scan (id, partnership, case_id, kind, on_day, by, by_role, at, file, type, key_box, box)
  values (${it.id}, ${it.partnership}, ${it.caseId}, ${it.kind}, ${it.onDay}::date, ${it.by}, ${it.byRole}, ${it.at}, ${it.file}, ${it.type}, ${it.keyBox}, ${it.box})`.execute(db)
/** For the gate. */
export const scanIsIn = async (db: Db, id: string, caseId: string): Promise<boolean> =>
  (await sql`select 1 from case_scan where id = ${id} and case_id = ${caseId}`.execute(db)).rows.length > 0
