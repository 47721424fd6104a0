import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'

export interface NoteRow { readonly id: string; readonly at: Date; readonly byName: string; readonly box: Uint8Array }
export async function notes(db: Db, referral: string): Promise<readonly NoteRow[]> {
  return (await sql<NoteRow>`select n.id, n.at, p.name as "byName", n.box from receiver_record n join person p on p.id = n.by where n.referral = ${referral} and n.card is null order by n.at desc, n.id`.execute(db)).rows
}

interface NewNote { readonly id: string; readonly referral: string; readonly partnership: number; readonly role: string; readonly organisation: number; readonly by: string; readonly at: Date; readonly box: Uint8Array }
export const addNote = (db: Db, it: NewNote): Promise<unknown> => sql`
  insert into receiver_record (id, referral, partnership, role, organisation, by, at, box)
  values (${it.id}, ${it.referral}, ${it.partnership}, ${it.role}, ${it.organisation}, ${it.by}, ${it.at}, ${it.box})`.execute(db)

/** Newest first. */
export async function cards(db: Db, referral: string): Promise<readonly (NoteRow & { readonly card: number })[]> {
  return (await sql<NoteRow & { readonly card: number }>`select n.id, n.at, p.name as "byName", n.box, n.card from receiver_record n join person p on p.id = n.by where n.referral = ${referral} and n.card is not null order by n.card desc`.execute(db)).rows
}
/** For the gate: whether there is a card; in this version, where one is named. */
export const hasCard = async (db: Db, referral: string, version: number | undefined): Promise<boolean> => (await sql`
  select 1 from receiver_record where referral = ${referral} and card is not null and coalesce(card = ${version ?? null}::int, true) limit 1`.execute(db)).rows.length > 0
/** @returns false when that version is there already: somebody else was first */
export async function addCard(db: Db, it: NewNote, card: number): Promise<boolean> {
  const done = await sql`insert into receiver_record (id, referral, partnership, role, organisation, by, at, box, card)
    values (${it.id}, ${it.referral}, ${it.partnership}, ${it.role}, ${it.organisation}, ${it.by}, ${it.at}, ${it.box}, ${card}) on conflict do nothing`.execute(db)
  return done.numAffectedRows === 1n
}
