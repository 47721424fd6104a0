// For whoever is asked to reach her beside the case: the rule in force, read anew each time, and what she is called. Nothing else of the case is read by it.
import { safeContact } from '../../citizens/reach.ts'
import type { ReachAnswer } from '../../citizens/rules.ts'
import type { Work } from '../../platform/action.ts'
import type { MayReach } from '../../platform/mayreach.ts'
import { openedAlone, shutAlone } from '../coordination/boxes.ts'
import { readEvents } from '../write.ts'
import { type Hers, holderIsShut, reachHer } from './reading.ts'
import { type HerRule, type Instead, insteadIn, nameIn, namesIn } from './rules.ts'
import * as store from './store.ts'

interface Beside { readonly name: string | null; readonly names: readonly string[]; readonly instead: Instead | null; readonly holderShut: boolean }
const place = (caseId: string, version: number) => `case_reach.box:${caseId}:${version}`

/** Written by whoever has the case, when somebody is asked. */
export async function tellBeside(work: Work, caseId: string): Promise<void> {
  const events = await readEvents(work, caseId)
  const says: Beside = { name: nameIn(events) ?? null, names: namesIn(events), instead: insteadIn(events) ?? null, holderShut: await holderIsShut(work, caseId) }
  const last = await store.newestReach(work.db, caseId)
  if (last && JSON.stringify(openedAlone<Beside>(work.house, place(caseId, last.version), last)) === JSON.stringify(says)) return
  const version = (last?.version ?? 0) + 1
  await store.addReach(work.db, { case: caseId, version, partnership: work.actor.partnership, by: work.actor.id, byRole: work.ground.by, at: work.now, ...shutAlone(work.house, place(caseId, version), says) })
}

/** She goes by another name now, or it is known who opens her post: whoever was asked before hears it too. */
export async function tellBesideAgain(work: Work, caseId: string): Promise<void> {
  if (await store.newestReach(work.db, caseId)) await tellBeside(work, caseId)
}

export interface RuleBeside extends HerRule { readonly names: readonly string[] }
export async function ruleBeside(work: Pick<Work, 'house' | 'db'>, caseId: string, citizen: string): Promise<RuleBeside> {
  const last = await store.newestReach(work.db, caseId)
  const { name, names, instead, holderShut } = last ? openedAlone<Beside>(work.house, place(caseId, last.version), last) : { name: null, names: [], instead: null, holderShut: false }
  return { agreed: await safeContact(work, citizen), instead: instead ?? undefined, name: name ?? undefined, names, holderShut }
}

/** As `reachHer`, for whoever was asked. */
export const reachBeside = async (work: Work, it: Hers, act: string, given: Partial<ReachAnswer>): Promise<MayReach | undefined> =>
  reachHer(work, it, act, given, (await ruleBeside(work, it.id, it.citizen)).holderShut)
