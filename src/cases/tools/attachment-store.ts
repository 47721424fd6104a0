import { sql } from 'kysely'
import type { PersonId, Role } from '../../kernel/actor.ts'
import type { Db } from '../../platform/db.ts'

/** As what it was kept: a paper, one for professionals alone, what was filled in for a move, or a record of the family counsellor's. `in`: its id, or the number of the event. */
export interface KeptIn { readonly as: 'paper' | 'inner' | 'event' | 'family'; readonly in: string }

export interface AttachmentRow { readonly id: string; readonly paper: string; readonly file: string; readonly keyBox: Uint8Array; readonly box: Uint8Array }
const rows = sql`select id, paper, file, key_box as "keyBox", box from case_attachment`

export interface Place { readonly case: string; readonly person: PersonId; readonly paper: string }
const atPlace = (it: Place) => sql`case_id = ${it.case} and person = ${it.person} and paper = ${it.paper} and kept_as is null`

/** What this person has put in there and not kept. */
export const looseAt = async (db: Db, it: Place): Promise<readonly AttachmentRow[]> => (await sql<AttachmentRow>`${rows} where ${atPlace(it)} order by at, id`.execute(db)).rows
/** Any that the reader may read. */
export const attachmentIn = async (db: Db, caseId: string, id: string): Promise<AttachmentRow | undefined> =>
  (await sql<AttachmentRow>`${rows} where case_id = ${caseId} and id = ${id}`.execute(db)).rows[0]

/** For the gate. What is not kept yet is there for whoever put it in alone; a family's is there on its own track, and never in the case. */
export const attachmentIsIn = async (db: Db, caseId: string, id: string, reader: PersonId, family: boolean): Promise<boolean> => (await sql`
  select 1 from case_attachment where case_id = ${caseId} and id = ${id}
    and case when kept_as is null then person = ${reader} else (kept_as = 'family') = ${family} end`.execute(db)).rows.length > 0

export interface NewAttachment extends AttachmentRow { readonly case: string; readonly person: PersonId; readonly byRole: Role; readonly partnership: number; readonly same: string; readonly at: Date }
/** @returns the id under which it is there: another where the same file was put in before */
export async function addAttachment(db: Db, it: NewAttachment): Promise<string> {
  await sql`
    insert into case_attachment (id, partnership, case_id, person, by_role, paper, same, at, file, key_box, box)
    values (${it.id}, ${it.partnership}, ${it.case}, ${it.person}, ${it.byRole}, ${it.paper}, ${it.same}, ${it.at}, ${it.file}, ${it.keyBox}, ${it.box})
    on conflict do nothing`.execute(db)
  return (await sql<{ id: string }>`select id from case_attachment where same = ${it.same} and kept_as is null`.execute(db)).rows[0]?.id ?? it.id
}

export const keepAttachments = (db: Db, it: Place, ids: readonly string[], kept: KeptIn): Promise<unknown> =>
  sql`update case_attachment set kept_as = ${kept.as}, kept_in = ${kept.in} where ${atPlace(it)} and id::text = any(${ids})`.execute(db)

/** Takes away what is not among `wanted`, but what a mark keeps. @returns the files that lie in the store for nobody now */
export const dropAttachments = async (db: Db, it: Place, wanted: readonly string[]): Promise<readonly string[]> =>
  (await sql<{ file: string }>`delete from case_attachment where ${atPlace(it)} and not id::text = any(${wanted}) and not gate.attachment_stays(id) returning file`.execute(db)).rows.map(row => row.file)
