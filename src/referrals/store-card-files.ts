import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'

export interface FileRow { readonly id: string; readonly file: string; readonly keyBox: Uint8Array; readonly box: Uint8Array }
const rows = sql`select id, file, key_box as "keyBox", box from receiver_attachment`
const loose = (referral: string, by: string) => sql`referral = ${referral} and by = ${by} and card is null`

/** What this person has put in and not kept. */
export const looseOn = async (db: Db, referral: string, by: string): Promise<readonly FileRow[]> => (await sql<FileRow>`${rows} where ${loose(referral, by)} order by at, id`.execute(db)).rows
export const fileBy = async (db: Db, referral: string, id: string): Promise<FileRow | undefined> => (await sql<FileRow>`${rows} where referral = ${referral} and id = ${id}`.execute(db)).rows[0]
/** For the gate. What is not kept yet is there for whoever put it in alone. */
export const fileIsOn = async (db: Db, referral: string, id: string, reader: string): Promise<boolean> =>
  (await sql`select 1 from receiver_attachment where referral = ${referral} and id = ${id} and (card is not null or by = ${reader})`.execute(db)).rows.length > 0

interface NewFile extends FileRow { readonly referral: string; readonly partnership: number; readonly organisation: number; readonly by: string; readonly at: Date; readonly same: string }
/** @returns the id under which it is there: another where the same file was put in before */
export async function addFile(db: Db, it: NewFile): Promise<string> {
  await sql`insert into receiver_attachment (id, referral, partnership, role, organisation, by, at, same, file, key_box, box)
    values (${it.id}, ${it.referral}, ${it.partnership}, 'policeContact', ${it.organisation}, ${it.by}, ${it.at}, ${it.same}, ${it.file}, ${it.keyBox}, ${it.box}) on conflict do nothing`.execute(db)
  return (await sql<{ id: string }>`select id from receiver_attachment where same = ${it.same} and card is null`.execute(db)).rows[0]?.id ?? it.id
}
export const keepFiles = (db: Db, referral: string, by: string, ids: readonly string[], card: number): Promise<unknown> =>
  sql`update receiver_attachment set card = ${card} where ${loose(referral, by)} and id::text = any(${ids})`.execute(db)
/** @returns the files that lie in the store for nobody now */
export const dropLoose = async (db: Db, referral: string, by: string): Promise<readonly string[]> =>
  (await sql<{ file: string }>`delete from receiver_attachment where ${loose(referral, by)} returning file`.execute(db)).rows.map(it => it.file)
