import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'

export interface DraftRow { readonly to: string; readonly receiver: string | null; readonly at: Date; readonly name: string | null; readonly box: Uint8Array }

/** This person's own draft in this case. */
export async function draftOf(db: Db, caseId: string, person: string): Promise<DraftRow | undefined> {
  const found = await sql<DraftRow>`select d.to_role as "to", d.receiver, d.at, p.name, d.box from referral_draft d left join person p on p.id = d.receiver
    where d.case_id = ${caseId} and d.person = ${person}`.execute(db)
  return found.rows[0]
}

interface NewDraft { readonly caseId: string; readonly person: string; readonly partnership: number; readonly to: string; readonly receiver: string; readonly at: Date; readonly box: Uint8Array }
/** The newest one stays. */
export const putDraft = (db: Db, it: NewDraft): Promise<unknown> => sql`
  insert into referral_draft (case_id, person, partnership, to_role, receiver, at, box) values (${it.caseId}, ${it.person}, ${it.partnership}, ${it.to}, ${it.receiver}, ${it.at}, ${it.box})
  on conflict (case_id, person) do update set to_role = excluded.to_role, receiver = excluded.receiver, at = excluded.at, box = excluded.box`.execute(db)

/** Whether a mark in the case keeps it. */
export async function draftStays(db: Db, caseId: string, person: string): Promise<boolean> {
  return (await sql<{ stays: boolean }>`select gate.draft_stays(${caseId}, ${person}) as stays`.execute(db)).rows[0]?.stays ?? false
}
export const throwDraft = (db: Db, caseId: string, person: string): Promise<unknown> =>
  sql`delete from referral_draft where case_id = ${caseId} and person = ${person}`.execute(db)
