import { sql } from 'kysely'
import type { Line } from '../platform/action.ts'
import type { Db } from '../platform/db.ts'

export const writeLine = (db: Db, it: Line): Promise<unknown> => sql`
  insert into journal (partnership, at, person, person_name, organisation, role, act, ground, about_case, about_citizen, reason)
  values (${it.partnership}, ${it.at}, ${it.person}, ${it.personName}, ${it.organisation}, ${it.role}, ${it.act}, ${it.ground},
          ${it.aboutCase ?? null}, ${it.aboutCitizen ?? null}, ${it.reason ?? null})`.execute(db)

export interface Look {
  readonly at: Date
  readonly name: string
  readonly organisation: string
  readonly role: string
  readonly act: string
  readonly ground: string
}

/** What others have read or done about this citizen, newest first; her own acts and refused attempts are left out. */
export async function looksAt(db: Db, citizen: string, limit: number): Promise<readonly Look[]> {
  const found = await sql<Look>`
    select at, person_name as name, organisation, role, act, ground from journal
    where about_citizen = ${citizen} and person <> ${citizen} and ground is not null
    order by at desc, id desc limit ${limit}`.execute(db)
  return found.rows
}

/** When this citizen signed in, newest first: somebody else with her passphrase would stand here too. */
export async function signInsOf(db: Db, citizen: string, limit: number): Promise<readonly Date[]> {
  const found = await sql<{ at: Date }>`
    select at from journal where about_citizen = ${citizen} and person = ${citizen} and act = 'identity.signed-in' order by id desc limit ${limit}`.execute(db)
  return found.rows.map(it => it.at)
}

/** Who has read or done what in this case, newest first. */
export async function looksAtCase(db: Db, about: string, limit: number): Promise<readonly Look[]> {
  const found = await sql<Look>`
    select at, person_name as name, organisation, role, act, ground from journal
    where about_case = ${about} and ground is not null order by id desc limit ${limit}`.execute(db)
  return found.rows
}
