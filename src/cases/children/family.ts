// The family counsellor's own pages: what she was asked, and a record of its own for each talk. Nothing here is read by those who have the case.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Day, dayOf } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { reachFields, readReachFields } from '../../citizens/rules.ts'
import { actingFor, leaveOut } from '../../directory/rules.ts'
import { holders } from '../../directory/store.ts'
import { readAnswers, readTypedDay, carryOver } from '../../forms/read.ts'
import { type Answers, given } from '../../forms/rules.ts'
import { action, type Facts, type Work } from '../../platform/action.ts'
import { formNow } from '../../toolkit/shelf.ts'
import { wrongTo } from '../actions.ts'
import { openTrack, stepTrack } from './actions.ts'
import { exposedParent, needsTelling, type RecordKind, recordOf, rights, showsHerRule, trackState } from './rules.ts'
import * as store from './store.ts'
import { needed, notAhead, readTelling, seenOf } from '../coordination/actions.ts'
import { openedAlone, shutAlone } from '../coordination/boxes.ts'
import { contactOther, readContacts, readTold, tellHer } from '../coordination/other.ts'
import { isId, saysName } from '../coordination/rules.ts'
import { withTheirForms } from '../coordination/forms.ts'
import { reachBeside, ruleBeside } from '../her-rule/beside.ts'
import { one, sentFields, type SentFields, without } from '../enquire.ts'
import { blockedFrom } from '../finding/name-store.ts'
import { isLocked } from '../paperwork/store.ts'

/** The tool that each record is answered in. */
export const recordTools: Readonly<Record<RecordKind, string>> = { child: 'talk-child', mother: 'talk-mother', father: 'talk-father', agreement: 'contact-agreement', outcome: 'child-outcome' }
const recordPlace = (id: string, version: number) => `family_record.box:${id}:${version}`
const missing = () => new Refusal('missing', 'platform.missing')

async function trackFacts(db: Work['db'], input: { readonly track: string }, _actor: unknown, now: Date): Promise<Facts | undefined> {
  const it = isId(input.track) ? await store.trackStanding(db, input.track) : undefined
  if (!it || await isLocked(db, it.case)) return undefined
  // Whoever has a case that crosses this one is as good as away here.
  const acts = actingFor(leaveOut(await holders(db, it.partnership, dayOf(now)), await blockedFrom(db, it.case)), 'familyCounsellor', it.counsellor)
  return { standing: { partnership: it.partnership, state: trackState(it.step), ...(acts && { holder: acts, receivers: [acts] }) }, aboutCase: it.case, aboutCitizen: it.citizen }
}
async function recordFacts(db: Work['db'], input: { readonly track: string; readonly word: string; readonly record: string }, actor: unknown, now: Date): Promise<Facts | undefined> {
  const kind = recordOf(input.word)
  if (!kind || !isId(input.track)) return undefined
  const there = input.record === 'nyt' || isId(input.record) && await store.recordIsOn(db, input.record, kind, input.track)
  return there ? trackFacts(db, input, actor, now) : undefined
}
async function rowOf(work: Work, id: string): Promise<store.TrackRow> {
  const row = await store.trackBy(work.db, id)
  if (!row) throw missing()
  return row
}

/** Known to the gate of every track. */
function citizenOf({ aboutCitizen }: Facts): string {
  if (!aboutCitizen) throw missing()
  return aboutCitizen
}

export interface FamilyRecord extends Omit<store.RecordRow, 'keyWrapped' | 'box'> { readonly says: Answers }
const readRecords = async (work: Work, track: string): Promise<readonly FamilyRecord[]> =>
  (await store.recordsOf(work.db, track)).map(({ keyWrapped, box, ...it }) => ({ ...it, says: openedAlone<Answers>(work.house, recordPlace(it.id, it.version), { keyWrapped, box }) }))

export const trackPage = action({
  path: '/familie/:track', method: 'get', audit: 'cases.family-read', input: z.object({ track: z.string() }), facts: trackFacts, right: rights['cases.family-read'],
  run: async (work: Work, input, facts: Facts) => {
    const track = openTrack(work, await rowOf(work, input.track))
    const accepted = track.state === 'accepted'
    return {
      track, rule: accepted || track.state === 'asked' ? await ruleBeside(work, track.case, citizenOf(facts)) : undefined, records: track.state === 'asked' ? [] : await readRecords(work, track.id),
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

const recordInput = z.object({ track: z.string(), word: z.string(), record: z.string() })

/** One record alone: nothing of the others, and nothing of the case, stands on its page. */
export const recordPage = action({
  path: '/familie/:track/:word/:record', method: 'get', audit: 'cases.family-record-read', input: recordInput, facts: recordFacts, right: rights['cases.family-record'],
  run: async (work: Work, input, facts: Facts) => {
    const kind = recordOf(input.word)
    if (!kind) throw missing()
    const row = await rowOf(work, input.track)
    const { ask: { other }, state } = openTrack(work, row)
    const form = await formNow(work.db, recordTools[kind])
    const versions = await withTheirForms(work.db, (await readRecords(work, row.id)).filter(it => it.kind === kind && it.id === input.record))
    const [last] = versions
    return {
      track: row.id, kind, record: input.record, form, versions, values: last ? carryOver(form, last.says).values : {}, writes: state === 'accepted', asksReach: !last && kind === exposedParent(other),
      rule: state === 'accepted' && showsHerRule(kind, other) ? await ruleBeside(work, row.case, citizenOf(facts)) : undefined,
    }
  },
})

const own = ['track', 'word', 'record', 'seen', ...reachFields] as const

/** @throws Refusal invalid with every fault */
async function readRecord(work: Work, kind: RecordKind, sent: SentFields): Promise<{ readonly says: Answers; readonly onDay: Day; readonly untilDay: Day | null }> {
  const { answers: says, errors } = readAnswers(await formNow(work.db, recordTools[kind]), sent)
  const day = (field: string) => readTypedDay(String(given(says.values, field) ?? ''))
  const [onDay, untilDay] = [day('onDay'), day('untilDay') ?? null]
  const faults = onDay && untilDay && untilDay < onDay ? [...errors, { field: 'untilDay', code: 'cases.until-before' as const }] : errors
  const [first] = faults
  if (first) throw new Refusal('invalid', first.code, first.field, faults)
  if (!onDay) throw missing()
  return { says, onDay, untilDay }
}

export const keepRecord = action({
  path: '/familie/:track/:word/:record', method: 'post', audit: 'cases.family-record-kept', facts: recordFacts, right: rights['cases.family-write'],
  input: sentFields.transform(sent => ({ track: one(sent, 'track'), word: one(sent, 'word'), record: one(sent, 'record'), sent: without(sent, own), seen: seenOf(sent), reach: readReachFields(sent) })),
  run: async (work: Work, { track: id, word, record, sent, seen, reach: how }, facts: Facts) => {
    const kind = recordOf(word)
    if (!kind) throw missing()
    const { says, onDay, untilDay } = await readRecord(work, kind, sent)
    const track = openTrack(work, await rowOf(work, id))
    const before = (await store.recordsOf(work.db, id)).find(it => it.id === record && it.kind === kind)
    if ((before?.version ?? 0) !== seen) throw new Refusal('conflict', 'cases.paper-changed')
    if (needsTelling(kind, track.ask.other)) await gateOther(work, track, onDay, says, { first: before === undefined, names: (await ruleBeside(work, track.case, citizenOf(facts))).names })
    if (!before && kind === exposedParent(track.ask.other)) await reachBeside(work, { id: track.case, citizen: citizenOf(facts) }, 'cases.family-record-kept', how)
    const [recordId, version] = [before?.id ?? randomUUID(), seen + 1]
    const kept = await store.addRecord(work.db, {
      id: recordId, version, track: id, kind, onDay, untilDay, partnership: work.actor.partnership, by: work.actor.id, at: work.now, ...shutAlone(work.house, recordPlace(recordId, version), says),
    })
    if (!kept) throw new Refusal('conflict', 'cases.paper-changed')
    return { id }
  },
  leadsTo: ({ id }: { id: string }) => ({ id }),
})

/** A talk with the parent who is the other party: she was told first, and the record names neither her nor whoever told us. */
async function gateOther(work: Work, { case: caseId }: ReturnType<typeof openTrack>, on: Day, says: Answers, { first, names }: { readonly first: boolean; readonly names: readonly string[] }): Promise<void> {
  notAhead(on, work.now, 'onDay')
  if (saysName(Object.values(says.values).flat().join(' '), names)) throw new Refusal('conflict', 'cases.names-source', 'said')
  if (first) await contactOther(work, caseId, { way: 'talk', on, says: '', done: true })
}
