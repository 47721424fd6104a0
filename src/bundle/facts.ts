// How a bundle, and the making of one, stands to people; asked before anything is read.
import { caseFacts, type CaseFacts } from '../cases/write.ts'
import { isLocked } from '../cases/paperwork/store.ts'
import type { PersonId } from '../kernel/actor.ts'
import type { Paper } from '../kernel/rights.ts'
import type { Facts } from '../platform/action.ts'
import type { Db } from '../platform/db.ts'
import * as store from './store.ts'

/** Out of a case: who may, is whom the log is shown to while a consent to the police covers it; as coordinator only the one who holds the case. */
export async function passFacts(db: Db, id: string, now: Date): Promise<CaseFacts | undefined> {
  const facts = await caseFacts(db, id, now)
  if (!facts) return undefined
  const { citizen, status } = facts.now
  const coordinator = status === 'coordinated' || status === 'closed' ? facts.standing.holder ?? null : null
  return { ...facts, standing: { ...facts.standing, consents: (await store.papersFor(db, citizen)).flatMap(it => forCoordinator(it, coordinator)) } }
}

function forCoordinator(it: Paper, coordinator: PersonId | null): Paper[] {
  if (it.to !== 'primaryCoordinator') return [it]
  return coordinator === null ? [] : [{ ...it, person: coordinator }]
}

export interface BundleFacts extends Facts { readonly bundle: store.Standing }

/** One bundle. `caseId` is the case whose address it was asked under; none on the citizen's own side. */
export async function bundleFacts(db: Db, id: string, caseId?: string): Promise<BundleFacts | undefined> {
  const it = await store.standingOf(db, id)
  if (!it || (caseId !== undefined && (it.caseId !== caseId || await isLocked(db, caseId)))) return undefined
  const consents = it.consent === null ? [] : forCoordinator({ id: it.consent, to: it.madeRole }, it.coordinator)
  return {
    standing: { partnership: it.partnership, state: it.state, owner: it.citizen, consents },
    aboutCitizen: it.citizen, ...(it.caseId !== null && { aboutCase: it.caseId }), bundle: it,
  }
}
