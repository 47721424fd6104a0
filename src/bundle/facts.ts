// How a bundle, and the making of one, stands to people; asked before anything is read.
import { caseFacts, type CaseFacts } from '../cases/write.ts'
import type { Actor } from '../kernel/actor.ts'
import type { Paper } from '../kernel/rights.ts'
import type { Facts } from '../platform/action.ts'
import type { Db } from '../platform/db.ts'
import * as store from './store.ts'

/** Out of a case: who may, is whom the log is shown to while a consent to the police covers it. A coordinator must hold the case too. */
export async function passFacts(db: Db, id: string, actor: Actor, now: Date): Promise<CaseFacts | undefined> {
  const facts = await caseFacts(db, id, now)
  if (!facts) return undefined
  const { citizen, holder, status } = facts.now
  const holds = holder === actor.id && (status === 'coordinated' || status === 'closed')
  const consents = (await store.papersFor(db, citizen)).filter(it => it.to !== 'primaryCoordinator' || holds)
  return { ...facts, standing: { ...facts.standing, consents } }
}

export interface BundleFacts extends Facts { readonly bundle: store.Standing }

/** One bundle. `caseId` is the case whose address it was asked under; none on the citizen's own side. */
export async function bundleFacts(db: Db, id: string, caseId: string | undefined, actor: Actor): Promise<BundleFacts | undefined> {
  const it = await store.standingOf(db, id)
  if (!it || (caseId !== undefined && it.caseId !== caseId)) return undefined
  const theirs = it.madeRole === 'visitator' || (it.madeRole === 'primaryCoordinator' && it.coordinator === actor.id)
  const consents: readonly Paper[] = it.consent !== null && theirs ? [{ id: it.consent, to: it.madeRole }] : []
  return {
    standing: { partnership: it.partnership, state: it.state, owner: it.citizen, consents },
    aboutCitizen: it.citizen, ...(it.caseId !== null && { aboutCase: it.caseId }), bundle: it,
  }
}
