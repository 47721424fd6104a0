import { sql } from 'kysely'
import type { PersonId, Role } from '../../kernel/actor.ts'
import type { Db } from '../../platform/db.ts'

export interface DraftRow { readonly paper: string; readonly seen: number; readonly rev: number; readonly at: Date; readonly box: Uint8Array }

/** What this person has begun in a case. */
export const draftsOf = async (db: Db, caseId: string, person: PersonId): Promise<readonly Omit<DraftRow, 'box'>[]> =>
  (await sql<Omit<DraftRow, 'box'>>`select paper, seen, rev, at from case_draft where case_id = ${caseId} and person = ${person} order by at desc`.execute(db)).rows

export const draftOf = async (db: Db, caseId: string, person: PersonId, paper: string): Promise<DraftRow | undefined> =>
  (await sql<DraftRow>`select paper, seen, rev, at, box from case_draft where case_id = ${caseId} and person = ${person} and paper = ${paper}`.execute(db)).rows[0]

export interface NewDraft extends DraftRow { readonly case: string; readonly person: PersonId; readonly byRole: Role; readonly partnership: number }
/** @returns false when it was put aside anew meanwhile, from another window */
export async function putDraft(db: Db, it: NewDraft): Promise<boolean> {
  const done = await sql`
    insert into case_draft (case_id, person, paper, partnership, by_role, seen, rev, at, box)
    values (${it.case}, ${it.person}, ${it.paper}, ${it.partnership}, ${it.byRole}, ${it.seen}, ${it.rev}, ${it.at}, ${it.box})
    on conflict (case_id, person, paper) do update set seen = excluded.seen, rev = excluded.rev, at = excluded.at, box = excluded.box where case_draft.rev = excluded.rev - 1`.execute(db)
  return done.numAffectedRows === 1n
}

/** Whether a mark in the case keeps it. */
export async function draftStays(db: Db, caseId: string, person: PersonId, paper: string): Promise<boolean> {
  return (await sql<{ stays: boolean }>`select gate.case_draft_stays(${caseId}, ${person}, ${paper}) as stays`.execute(db)).rows[0]?.stays ?? false
}
export const dropDraft = (db: Db, caseId: string, person: PersonId, paper: string): Promise<unknown> =>
  sql`delete from case_draft where case_id = ${caseId} and person = ${person} and paper = ${paper}`.execute(db)
