import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'

export interface NoteRow { readonly id: string; readonly at: Date; readonly byName: string; readonly box: Uint8Array }
export async function notes(db: Db, referral: string): Promise<readonly NoteRow[]> {
  return (await sql<NoteRow>`select n.id, n.at, p.name as "byName", n.box from receiver_record n join person p on p.id = n.by where n.referral = ${referral} order by n.at desc, n.id`.execute(db)).rows
}

interface NewNote { readonly id: string; readonly referral: string; readonly partnership: number; readonly role: string; readonly organisation: number; readonly by: string; readonly at: Date; readonly box: Uint8Array }
export const addNote = (db: Db, it: NewNote): Promise<unknown> => sql`
  insert into receiver_record (id, referral, partnership, role, organisation, by, at, box)
  values (${it.id}, ${it.referral}, ${it.partnership}, ${it.role}, ${it.organisation}, ${it.by}, ${it.at}, ${it.box})`.execute(db)
