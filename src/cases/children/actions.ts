// Children in a case: the duty first, then what is known; and asking the family counsellor, whose own records stay hers.
import { randomUUID } from 'node:crypto'
import { dayOf } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Answers } from '../../forms/rules.ts'
import { action, type House, type Work } from '../../platform/action.ts'
import { caseInput, caseOf, wrongTo } from '../actions.ts'
import { type OtherParent, otherParents, rights, stepTo, trackState } from './rules.ts'
import * as store from './store.ts'
import { frameOf, needed, neededDay, notPast, partOf } from '../coordination/actions.ts'
import { tellBeside } from '../her-rule/beside.ts'
import { opened, openedAlone, shut, shutAlone } from '../coordination/boxes.ts'
import { withTheirForms } from '../coordination/forms.ts'
import { type Paper, readPapers } from '../coordination/papers.ts'
import { rights as coordination } from '../coordination/rules.ts'
import { one, sentFields } from '../enquire.ts'
import type { CaseFacts } from '../write.ts'

/** What the counsellor was asked. How she is reached, and what she is called, is read anew each time (`ruleBeside`). */
export interface Ask { readonly purpose: string; readonly other: OtherParent }
export const trackPlace = (id: string) => `family_track.box:${id}`
const stepPlace = (id: string, step: string) => `family_step.box:${id}:${step}`

export function openTrack({ house }: { readonly house: House }, { keyWrapped, box, stepBox, ...it }: store.TrackRow) {
  return {
    ...it, state: trackState(it.step), ask: openedAlone<Ask>(house, trackPlace(it.id), { keyWrapped, box }),
    reason: stepBox && it.step ? opened<string>(house.vault.unwrap(keyWrapped), stepPlace(it.id, it.step), stepBox) : '',
  }
}
export type Track = ReturnType<typeof openTrack>

/** One step of a track. @throws Refusal conflict when it cannot happen, or somebody else was first */
export async function stepTrack(work: Work, row: store.TrackRow, step: 'accept' | 'decline' | 'take-back' | 'end', reason: string): Promise<void> {
  stepTo(trackState(row.step), step)
  const box = reason === '' ? null : shut(work.house.vault.unwrap(row.keyWrapped), stepPlace(row.id, step), reason)
  const kept = await store.addTrackStep(work.db, { track: row.id, step, partnership: work.actor.partnership, by: work.actor.id, at: work.now, box })
  if (!kept) throw new Refusal('conflict', 'cases.track-changed')
}

const newest = (papers: readonly Paper<unknown>[]) => papers.find(it => it.kind === 'young')?.says as Answers | undefined

export const childrenPage = action({
  path: '/sager/:case/boern', method: 'get', audit: 'cases.children-seen', input: caseInput, facts: caseOf, right: coordination['cases.papers'],
  run: async (work: Work, _input, facts: CaseFacts) => {
    const papers = await withTheirForms(work.db, await readPapers(work, facts.now.id))
    const rows = await store.tracksOf(work.db, facts.now.id)
    const tracks = await Promise.all(rows.map(async row => ({ ...openTrack(work, row), dates: await store.datesOf(work.db, row.id) })))
    return {
      ...(await frameOf(work, facts)), duty: await store.dutyTold(work.db, facts.now.id), papers, young: newest(papers), tracks,
      counsellors: facts.world.held.filter(it => it.role === 'familyCounsellor'),
    }
  },
})

const toCase = ({ case: it }: { case: string }) => ({ case: it })

export const tellDutyAction = action({
  path: '/sager/:case/boern/pligt', method: 'post', audit: 'cases.duty-told', facts: caseOf, right: rights['cases.tell-duty'],
  input: sentFields.transform(sent => ({ case: one(sent, 'case') })),
  run: async (work: Work, _input, facts: CaseFacts) => {
    await store.tellDuty(work.db, { case: facts.now.id, partnership: work.actor.partnership, by: work.actor.id, byRole: work.ground.by, at: work.now })
    return { case: facts.now.id }
  },
  leadsTo: toCase,
})

export const askCounsellor = action({
  path: '/sager/:case/boern/familieraadgiver', method: 'post', audit: 'cases.counsellor-asked', facts: caseOf, right: rights['cases.ask-counsellor'],
  input: sentFields.transform((sent, ctx) => {
    const wrong = wrongTo(ctx)
    const other = otherParents.find(it => it === one(sent, 'other'))
    if (!other) wrong('other', 'cases.needs-other')
    return {
      case: one(sent, 'case'), counsellor: one(sent, 'counsellor'), purpose: needed(sent, 'purpose', 'cases.needs-purpose', wrong, 2000), due: neededDay(sent, 'due', wrong), other: other ?? 'none',
    }
  }),
  run: async (work: Work, input, facts: CaseFacts) => {
    const caseId = facts.now.id
    if (!(await store.dutyTold(work.db, caseId))) throw new Refusal('conflict', 'cases.duty-first')
    const counsellor = facts.world.held.find(it => it.role === 'familyCounsellor' && it.person === input.counsellor)
    if (!counsellor) throw new Refusal('invalid', 'cases.needs-counsellor', 'counsellor')
    notPast(input.due, work.now, 'due')
    const open = (await store.tracksOf(work.db, caseId)).some(it => it.step === null || it.step === 'accept')
    if (open) throw new Refusal('conflict', 'cases.track-is-there')
    await tellBeside(work, caseId)
    const [id, { actor, ground, now }] = [randomUUID(), work]
    const ask: Ask = { purpose: input.purpose, other: input.other }
    await store.addTrack(work.db, { id, case: caseId, partnership: actor.partnership, counsellor: counsellor.person, by: actor.id, byRole: ground.by, at: now, due: input.due, ...shutAlone(work.house, trackPlace(id), ask) })
    return { case: caseId }
  },
  leadsTo: toCase,
})

/** Nobody has answered, or it was meant for another: asked no longer. */
export const takeBackTrack = action({
  path: '/sager/:case/boern/familieraadgiver/:track', method: 'post', audit: 'cases.counsellor-taken-back', facts: partOf('track'), right: rights['cases.ask-counsellor'],
  input: sentFields.transform(sent => ({ case: one(sent, 'case'), track: one(sent, 'track') })),
  run: async (work: Work, input, facts: CaseFacts) => {
    const row = (await store.tracksOf(work.db, facts.now.id)).find(it => it.id === input.track)
    if (!row) throw new Refusal('missing', 'platform.missing')
    await stepTrack(work, row, 'take-back', '')
    return { case: facts.now.id }
  },
  leadsTo: toCase,
})
export const isOverdue = (it: { readonly state: string; readonly due: string }, now: Date): boolean => it.state === 'asked' && it.due < dayOf(now)
