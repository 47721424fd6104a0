// The family counsellor's own pages: what she was asked, and a record of its own for each talk. Nothing here is read by those who have the case.
import { z } from 'zod'
import { dayOf } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { actingFor, leaveOut } from '../../directory/rules.ts'
import { holders } from '../../directory/store.ts'
import type { Answers } from '../../forms/rules.ts'
import { action, type Facts, type Work } from '../../platform/action.ts'
import { wrongTo } from '../actions.ts'
import { openTrack, stepTrack } from './actions.ts'
import { type RecordKind, rights, trackState } from './rules.ts'
import * as store from './store.ts'
import { needed, notAhead, readTelling } from '../coordination/actions.ts'
import { openedAlone } from '../coordination/boxes.ts'
import { readContacts, readTold, tellHer } from '../coordination/other.ts'
import { isId } from '../coordination/rules.ts'
import { ruleBeside } from '../her-rule/beside.ts'
import { one, sentFields } from '../enquire.ts'
import { trackIn } from '../tools/desk.ts'
import { draftsOf } from '../tools/draft-store.ts'
import { blockedFrom } from '../finding/name-store.ts'
import { isLocked } from '../paperwork/store.ts'

/** The tool that each record is answered in. */
export const recordTools: Readonly<Record<RecordKind, string>> = { child: 'talk-child', mother: 'talk-mother', father: 'talk-father', agreement: 'contact-agreement', outcome: 'child-outcome' }
export const recordPlace = (id: string, version: number) => `family_record.box:${id}:${version}`
const missing = () => new Refusal('missing', 'platform.missing')

export async function trackFacts(db: Work['db'], input: { readonly track: string }, _actor: unknown, now: Date): Promise<Facts | undefined> {
  const it = isId(input.track) ? await store.trackStanding(db, input.track) : undefined
  if (!it || await isLocked(db, it.case)) return undefined
  // Whoever has a case that crosses this one is as good as away here.
  const acts = actingFor(leaveOut(await holders(db, it.partnership, dayOf(now)), await blockedFrom(db, it.case)), 'familyCounsellor', it.counsellor)
  return { standing: { partnership: it.partnership, state: trackState(it.step), ...(acts && { holder: acts, receivers: [acts] }) }, aboutCase: it.case, aboutCitizen: it.citizen }
}
export async function rowOf(work: Work, id: string): Promise<store.TrackRow> {
  const row = await store.trackBy(work.db, id)
  if (!row) throw missing()
  return row
}

/** Known to the gate of every track. */
export function citizenOf({ aboutCitizen }: Facts): string {
  if (!aboutCitizen) throw missing()
  return aboutCitizen
}

export interface FamilyRecord extends Omit<store.RecordRow, 'keyWrapped' | 'box'> { readonly says: Answers }
export const readRecords = async (work: Work, track: string): Promise<readonly FamilyRecord[]> =>
  (await store.recordsOf(work.db, track)).map(({ keyWrapped, box, ...it }) => ({ ...it, says: openedAlone<Answers>(work.house, recordPlace(it.id, it.version), { keyWrapped, box }) }))

/** What this person has begun on a track: which record it is of, by the last words of its address. */
async function begunOn({ db, actor }: Work, row: store.TrackRow): Promise<readonly { readonly record: string; readonly at: Date }[]> {
  return (await draftsOf(db, row.case, actor.id)).filter(it => trackIn(it.paper) === row.id).map(it => ({ record: it.paper.slice(row.id.length + 1), at: it.at }))
}

export const trackPage = action({
  path: '/familie/:track', method: 'get', audit: 'cases.family-read', input: z.object({ track: z.string() }), facts: trackFacts, right: rights['cases.family-read'],
  run: async (work: Work, input, facts: Facts) => {
    const row = await rowOf(work, input.track)
    const track = openTrack(work, row)
    const accepted = track.state === 'accepted'
    return {
      track, rule: accepted || track.state === 'asked' ? await ruleBeside(work, track.case, citizenOf(facts)) : undefined, begun: accepted ? await begunOn(work, row) : [], records: track.state === 'asked' ? [] : await readRecords(work, track.id),
      told: accepted ? await readTold(work, track.case) : [], contacts: accepted ? await readContacts(work, track.case) : [],
    }
  },
})

const answering = (path: string, step: 'accept' | 'decline', audit: `cases.${string}`) => action({
  path: `/familie/:track${path}`, method: 'post', audit, facts: trackFacts, right: rights['cases.family-answer'],
  input: sentFields.transform((sent, ctx) => ({ track: one(sent, 'track'), reason: step === 'decline' ? needed(sent, 'reason', 'cases.needs-reason', wrongTo(ctx)) : '' })),
  run: async (work: Work, input: { readonly track: string; readonly reason: string }) => {
    await stepTrack(work, await rowOf(work, input.track), step, input.reason)
    return { id: input.track }
  },
  leadsTo: ({ id }: { id: string }) => ({ id }),
})
export const acceptTrack = answering('/tag', 'accept', 'cases.family-accepted')
export const declineTrack = answering('/afvis', 'decline', 'cases.family-declined')

export const endTrack = action({
  path: '/familie/:track/slut', method: 'post', audit: 'cases.family-ended', facts: trackFacts, right: rights['cases.family-write'],
  input: sentFields.transform(sent => ({ track: one(sent, 'track') })),
  run: async (work: Work, input) => {
    const row = await rowOf(work, input.track)
    if (!(await store.recordsOf(work.db, row.id)).some(it => it.kind === 'outcome')) throw new Refusal('conflict', 'cases.needs-outcome')
    if ((await begunOn(work, row)).length > 0) throw new Refusal('conflict', 'cases.drafts-first')
    await stepTrack(work, row, 'end', '')
    return { id: row.id }
  },
  leadsTo: ({ id }: { id: string }) => ({ id }),
})

export const familyTellHer = action({
  path: '/familie/:track/fortalt', method: 'post', audit: 'cases.family-she-was-told', facts: trackFacts, right: rights['cases.family-write'],
  input: sentFields.transform((sent, ctx) => ({ track: one(sent, 'track'), ...readTelling(sent, wrongTo(ctx)) })),
  run: async (work: Work, input) => {
    notAhead(input.toldOn, work.now, 'toldOn')
    await tellHer(work, (await rowOf(work, input.track)).case, input)
    return { id: input.track }
  },
  leadsTo: ({ id }: { id: string }) => ({ id }),
})
