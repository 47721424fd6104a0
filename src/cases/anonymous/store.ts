import { sql } from 'kysely'
import type { PersonId, Role } from '../../kernel/actor.ts'
import type { Db } from '../../platform/db.ts'

export interface AdviceRow { readonly id: string; readonly partnership: number; readonly by: PersonId; readonly byRole: Role; readonly at: Date; readonly keyWrapped: Uint8Array; readonly box: Uint8Array }
export const keepAdvice = (db: Db, it: AdviceRow): Promise<unknown> => sql`
  insert into anonymous_advice (id, partnership, by, by_role, at, key_wrapped, box) values (${it.id}, ${it.partnership}, ${it.by}, ${it.byRole}, ${it.at}, ${it.keyWrapped}, ${it.box})`.execute(db)

/** For the gate. */
export async function adviceStanding(db: Db, id: string): Promise<{ readonly partnership: number; readonly by: PersonId; readonly became: string | null } | undefined> {
  return (await sql<{ partnership: number; by: PersonId; became: string | null }>`select partnership, by, became from anonymous_advice where id = ${id}`.execute(db)).rows[0]
}

export async function adviceOf(db: Db, id: string): Promise<{ readonly at: Date; readonly keyWrapped: Uint8Array; readonly box: Uint8Array; readonly became: string | null } | undefined> {
  return (await sql<{ at: Date; keyWrapped: Uint8Array; box: Uint8Array; became: string | null }>`select at, key_wrapped as "keyWrapped", box, became from anonymous_advice where id = ${id}`.execute(db)).rows[0]
}

/** One's own, newest first. */
export async function ownAdvice(db: Db, limit: number): Promise<readonly { readonly id: string; readonly at: Date; readonly became: string | null }[]> {
  return (await sql<{ id: string; at: Date; became: string | null }>`select id, at, became from anonymous_advice order by at desc limit ${limit}`.execute(db)).rows
}

/** @returns false when it has become a case meanwhile */
export async function adviceBecame(db: Db, id: string, case_: string, now: Date): Promise<boolean> {
  return (await sql`update anonymous_advice set became = ${case_}, became_at = ${now} where id = ${id} and became is null`.execute(db)).numAffectedRows === 1n
}

export async function anonymousCount(db: Db, from: Date, until: Date): Promise<{ readonly talks: number; readonly cases: number }> {
  return (await sql<{ talks: number; cases: number }>`select a.talks - b.talks as talks, a.cases - b.cases as cases
    from gate.anonymous_count(${from}) a, gate.anonymous_count(${until}) b`.execute(db)).rows[0] ?? { talks: 0, cases: 0 }
}
