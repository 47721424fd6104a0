// The family counsellor's records: each written as any paper is, with a draft of her own, both texts when two have written, and a print. Nothing of the others, and nothing of the case, stands with one.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Day } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type ReachAnswer, reachFields, readReachFields } from '../../citizens/rules.ts'
import { readAnswers, readTypedDay, withFiles } from '../../forms/read.ts'
import { type Answers, type Form, given } from '../../forms/rules.ts'
import { action, type Facts, type Work } from '../../platform/action.ts'
import { formWithFiles } from '../../toolkit/shelf.ts'
import { notAhead, seenOf } from '../coordination/actions.ts'
import { shutAlone } from '../coordination/boxes.ts'
import { withTheirForms } from '../coordination/forms.ts'
import { contactOther } from '../coordination/other.ts'
import { isId, saysName } from '../coordination/rules.ts'
import { one, sentFields, type SentFields, without } from '../enquire.ts'
import { besideOf, revOf } from '../tools/actions.ts'
import { keepWith } from '../tools/attachments.ts'
import { type Desk, familyPaper, underTrack } from '../tools/desk.ts'
import { begunAnswers, draftFields, filesAt, forget, putAside } from '../tools/drafts.ts'
import { readWritten, versionFor } from '../tools/pages.ts'
import { filledPaper, ofVersion, printInput } from '../tools/print.ts'
import { handingOut, inCase, intoDesk, puttingIn } from '../tools/putting-in.ts'
import { reachBeside, ruleBeside } from '../her-rule/beside.ts'
import { openTrack } from './actions.ts'
import { citizenOf, readRecords, recordPlace, recordTools, rowOf, trackFacts } from './family.ts'
import { exposedParent, needsTelling, type RecordKind, recordOf, rights, showsHerRule } from './rules.ts'
import * as store from './store.ts'

const missing = () => new Refusal('missing', 'platform.missing')
type At = { readonly track: string; readonly word: string; readonly record: string }
async function recordFacts(db: Work['db'], input: At, actor: unknown, now: Date): Promise<Facts | undefined> {
  const kind = recordOf(input.word)
  if (!kind || !isId(input.track)) return undefined
  const there = input.record === 'nyt' || isId(input.record) && await store.recordIsOn(db, input.record, kind, input.track)
  return there ? trackFacts(db, input, actor, now) : undefined
}
function kindIn(word: string): RecordKind {
  const kind = recordOf(word)
  if (!kind) throw missing()
  return kind
}

/** Under the key of the track, and never that of the case. */
const deskOf = ({ house }: Work, row: store.TrackRow, { word, record }: At): Desk => ({ case: row.case, paper: familyPaper(row.id, word, record), key: house.vault.unwrap(row.keyWrapped) })
const versionsOf = async (work: Work, { word, record }: At, track: string) =>
  withTheirForms(work.db, (await readRecords(work, track)).filter(it => it.kind === kindIn(word) && it.id === record))

const recordInput = z.object({ track: z.string(), word: z.string(), record: z.string() })
export const recordPage = action({
  path: '/familie/:track/:word/:record', method: 'get', audit: 'cases.family-record-read', input: recordInput, facts: recordFacts, right: rights['cases.family-record'],
  run: async (work: Work, input, facts: Facts) => {
    const row = await rowOf(work, input.track)
    const kind = kindIn(input.word)
    const { ask: { other }, state } = openTrack(work, row)
    const written = await readWritten(work, deskOf(work, row, input), await formWithFiles(work.db, recordTools[kind]), await versionsOf(work, input, row.id))
    const accepted = state === 'accepted'
    return {
      ...written, track: row.id, kind, record: input.record, writes: accepted, asksReach: written.versions.length === 0 && kind === exposedParent(other),
      rule: accepted && showsHerRule(kind, other) ? await ruleBeside(work, row.case, citizenOf(facts)) : undefined,
    }
  },
})

const keptInput = recordInput.extend(printInput)
async function keptFacts(db: Work['db'], input: z.infer<typeof keptInput>, actor: unknown, now: Date): Promise<Facts | undefined> {
  const facts = await recordFacts(db, input, actor, now)
  return facts && input.record !== 'nyt' && await store.recordIsOn(db, input.record, kindIn(input.word), input.track, input.version === undefined ? undefined : Number(input.version)) ? facts : undefined
}
/** Of this version, with nothing of the case on it. */
export const printRecord = action({
  path: '/familie/:track/:word/:record/udskrift.pdf', method: 'get', audit: 'cases.family-record-printed', input: keptInput, facts: keptFacts, right: rights['cases.family-record'],
  run: async (work: Work, { version, sprog: lang, ...at }) => filledPaper({ ...ofVersion(versionFor(await versionsOf(work, at, at.track), version)), lang }),
})

const own = ['track', 'word', 'record', 'once', ...draftFields, ...reachFields] as const
const atOf = (sent: SentFields): At => ({ track: one(sent, 'track'), word: one(sent, 'word'), record: one(sent, 'record') })
const sentRecord = (sent: SentFields) => ({ ...atOf(sent), seen: seenOf(sent), rev: revOf(sent), sent: without(sent, own), beside: besideOf(sent), reach: readReachFields(sent) })

/** @throws Refusal invalid with every fault */
function readRecord(form: Form, sent: SentFields): { readonly says: Answers; readonly onDay: Day; readonly untilDay: Day | null } {
  const { answers: says, errors } = readAnswers(form, sent)
  const day = (field: string) => readTypedDay(String(given(says.values, field) ?? ''))
  const [onDay, untilDay] = [day('onDay'), day('untilDay') ?? null]
  const faults = onDay && untilDay && untilDay < onDay ? [...errors, { field: 'untilDay', code: 'cases.until-before' as const }] : errors
  const [first] = faults
  if (first) throw new Refusal('invalid', first.code, first.field, faults)
  if (!onDay) throw missing()
  return { says, onDay, untilDay }
}

interface RecordDone extends At { readonly overtaken: boolean }
/** Where another version was kept meanwhile, it is put aside as a draft instead, and nothing is lost. */
export const keepRecord = action({
  path: '/familie/:track/:word/:record', method: 'post', audit: 'cases.family-record-kept', facts: recordFacts, right: rights['cases.family-write'], input: sentFields.transform(sentRecord),
  run: async (work: Work, { sent, seen, rev, beside, reach, ...at }, facts: Facts): Promise<RecordDone> => {
    const [kind, row] = [kindIn(at.word), await rowOf(work, at.track)]
    const [form, desk, versions] = [await formWithFiles(work.db, recordTools[kind]), deskOf(work, row, at), await versionsOf(work, at, row.id)]
    const { says: answers, onDay, untilDay } = readRecord(form, sent)
    const says = withFiles(form, answers, await filesAt(work, desk, versions.map(it => it.says)))
    const [last] = versions
    const [id, version] = [last?.id ?? randomUUID(), seen + 1]
    const first = last === undefined
    const kept = (last?.version ?? 0) === seen && await keepVersion(work, row, { id, version, kind, onDay, untilDay, says, first, citizen: citizenOf(facts), reach })
    if (!kept) {
      await putAside(work, desk, { seen, rev, form, answers: says, beside })
      return { ...at, overtaken: true }
    }
    await keepWith(work, desk, says, { as: 'family', in: id })
    await forget(work, desk)
    return { ...at, overtaken: false }
  },
  leadsTo: it => it,
})

interface NewVersion { readonly id: string; readonly version: number; readonly kind: RecordKind; readonly onDay: Day; readonly untilDay: Day | null; readonly says: Answers; readonly first: boolean; readonly citizen: string; readonly reach: Partial<ReachAnswer> }
async function keepVersion(work: Work, row: store.TrackRow, { says, first, citizen, reach, ...it }: NewVersion): Promise<boolean> {
  const { case: caseId, ask: { other } } = openTrack(work, row)
  if (needsTelling(it.kind, other)) await gateOther(work, caseId, it.onDay, says, { first, names: (await ruleBeside(work, caseId, citizen)).names })
  if (first && it.kind === exposedParent(other)) await reachBeside(work, { id: caseId, citizen }, 'cases.family-record-kept', reach)
  return store.addRecord(work.db, { ...it, track: row.id, partnership: work.actor.partnership, by: work.actor.id, at: work.now, ...shutAlone(work.house, recordPlace(it.id, it.version), says) })
}

/** A talk with the parent who is the other party: she was told first, and the record names neither her nor whoever told us. */
async function gateOther(work: Work, caseId: string, on: Day, says: Answers, { first, names }: { readonly first: boolean; readonly names: readonly string[] }): Promise<void> {
  notAhead(on, work.now, 'onDay')
  const files = Object.values(says.files ?? {}).map(it => it.name)
  if (saysName([...Object.values(says.values).flat(), ...files].join(' '), names)) throw new Refusal('conflict', 'cases.names-source', 'said')
  if (first) await contactOther(work, caseId, { way: 'talk', on, says: '', done: true })
}

export const draftRecord = action({
  path: '/familie/:track/:word/:record/kladde', method: 'post', audit: 'cases.family-draft-kept', facts: recordFacts, right: rights['cases.family-write'], input: sentFields.transform(sentRecord),
  run: async (work: Work, { sent, seen, rev, beside, reach: _, ...at }): Promise<RecordDone> => {
    const row = await rowOf(work, at.track)
    const [form, desk] = [await formWithFiles(work.db, recordTools[kindIn(at.word)]), deskOf(work, row, at)]
    await putAside(work, desk, { seen, rev, form, answers: begunAnswers(form, sent, await filesAt(work, desk, (await versionsOf(work, at, row.id)).map(it => it.says))), beside })
    return { ...at, overtaken: false }
  },
  leadsTo: it => it,
})

export const dropRecordDraft = action({
  path: '/familie/:track/:word/:record/smid-vaek', method: 'post', audit: 'cases.family-draft-dropped', facts: recordFacts, right: rights['cases.family-write'], input: sentFields.transform(atOf),
  run: async (work: Work, at) => {
    await forget(work, deskOf(work, await rowOf(work, at.track), at))
    return { id: at.track }
  },
  leadsTo: ({ id }: { id: string }) => ({ id }),
})

export const putInRecord = puttingIn({
  audit: 'cases.family-files-put-in', right: rights['cases.family-write'], at: atOf, facts: recordFacts,
  form: (work, at) => formWithFiles(work.db, recordTools[kindIn(at.word)]), into: async (work, at, _facts: Facts, form) => intoDesk(work, deskOf(work, await rowOf(work, at.track), at), form, sentRecord),
})
/** What lies with a record, for whoever reads the records of the track. */
export const recordFile = handingOut({
  path: '/familie/:track/vedlaeg/:file', audit: 'cases.family-file-fetched', right: rights['cases.family-record'], at: z.object({ track: z.string() }), facts: trackFacts,
  ...inCase((facts: Facts) => facts.aboutCase ?? '', (work, at: { readonly track: string }) => async paper => underTrack(at.track, work.house.vault.unwrap((await rowOf(work, at.track)).keyWrapped))(paper), true),
})
