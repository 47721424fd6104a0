import { sql } from 'kysely'
import type { PersonId, Role } from '../../kernel/actor.ts'
import type { Db } from '../../platform/db.ts'
import type { OtherConsent } from './other-consent.ts'

/** Newest first. */
export async function otherConsents(db: Db, caseId: string): Promise<readonly OtherConsent[]> {
  return (await sql<OtherConsent>`select c.id, c.signed_on as "signedOn", c.until_day as until, c.covers, c.at, e.at as "withdrawnAt"
    from other_consent c left join other_consent_end e on e.consent = c.id where c.case_id = ${caseId} order by c.at desc, c.id`.execute(db)).rows
}

export interface NewYes extends Pick<OtherConsent, 'id' | 'signedOn' | 'until' | 'covers' | 'at'> { readonly caseId: string; readonly partnership: number; readonly by: PersonId; readonly byRole: Role }
export const keepYes = (db: Db, it: NewYes): Promise<unknown> => sql`
  insert into other_consent (id, partnership, case_id, signed_on, until_day, covers, by, by_role, at)
  values (${it.id}, ${it.partnership}, ${it.caseId}, ${it.signedOn}::date, ${it.until}::date, ${[...it.covers]}::text[], ${it.by}, ${it.byRole}, ${it.at})`.execute(db)

/** Everything that was signed in this case and has not been taken back. */
export const endYes = (db: Db, it: { readonly caseId: string; readonly partnership: number; readonly by: PersonId; readonly at: Date }): Promise<unknown> => sql`
  insert into other_consent_end (consent, partnership, by, at)
  select c.id, ${it.partnership}, ${it.by}, ${it.at} from other_consent c where c.case_id = ${it.caseId} and not exists (select from other_consent_end e where e.consent = c.id)
  on conflict do nothing`.execute(db)
