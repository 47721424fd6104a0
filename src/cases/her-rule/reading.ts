// The rule in force for whoever has the case, and the one way in cases to reach her: what is asked of everybody who does, or plans to.
import { reach, safeContact } from '../../citizens/reach.ts'
import type { ReachAnswer } from '../../citizens/rules.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Work } from '../../platform/action.ts'
import type { MayReach } from '../../platform/mayreach.ts'
import { custodyMayBeReached } from '../children/rules.ts'
import { opened, paperPlace } from '../coordination/boxes.ts'
import { papersOf } from '../coordination/store.ts'
import type { Answers } from '../../forms/rules.ts'
import { caseKey, readEvents } from '../write.ts'
import { type HerRule, herRuleOf } from './rules.ts'

type Reading = Pick<Work, 'house' | 'db'>
export interface Hers { readonly id: string; readonly citizen: string }

export const herRule = async (work: Reading, { id, citizen }: Hers): Promise<HerRule> =>
  herRuleOf(await safeContact(work, citizen), await readEvents(work, id), await holderIsShut(work, id))

/** Whether whoever has custody of somebody under 18 is the other party, or nobody knows. */
export async function holderIsShut(work: Reading, caseId: string): Promise<boolean> {
  const [row] = await papersOf(work.db, caseId, 'young')
  return row !== undefined && !custodyMayBeReached(opened<Answers>(await caseKey(work, caseId), paperPlace('young', row.id, row.version), row.box))
}

/** For whoever would send or book something to the custody holder of somebody under 18. @throws Refusal conflict `cases.holder-is-other` */
export async function refuseCustodyHolder(work: Reading, caseId: string): Promise<void> {
  if (await holderIsShut(work, caseId)) throw new Refusal('conflict', 'cases.holder-is-other', 'notHolder')
}

/** Post to somebody under 18 is opened by whoever has custody. */
const opensPost: readonly (ReachAnswer['channel'] | undefined)[] = ['letter', 'digital-post']

/**
 * How she was reached in a case, or will be.
 * @param holderShut as `holderIsShut`, for whoever does not read the papers of the case
 * @throws Refusal as `reach`, and conflict `cases.holder-is-other` where post would go to the other party
 */
export async function reachHer(work: Work, { id, citizen }: Hers, act: string, given: Partial<ReachAnswer>, holderShut?: boolean): Promise<MayReach | undefined> {
  if (opensPost.includes(given.channel) && !given.notHolder && (holderShut ?? await holderIsShut(work, id))) throw new Refusal('conflict', 'cases.holder-is-other', 'notHolder')
  return reach(work, citizen, act, given)
}
