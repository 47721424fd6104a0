// The tools in a citizen's case: which there are, and each paper on a page of its own.
import { z } from 'zod'
import { Refusal } from '../../kernel/refusal.ts'
import { dayOf } from '../../kernel/day.ts'
import { holders } from '../../directory/store.ts'
import { sayYoung } from '../../citizens/young.ts'
import { type ReachAnswer, reachFields, readReachFields } from '../../citizens/rules.ts'
import { type Answers, given } from '../../forms/rules.ts'
import { readAnswers, readTypedDay } from '../../forms/read.ts'
import { action, type Work } from '../../platform/action.ts'
import { formWithFiles } from '../../toolkit/shelf.ts'
import { caseInput, caseOf } from '../actions.ts'
import { dutyTold } from '../children/store.ts'
import { frameOf, seenOf } from '../coordination/actions.ts'
import { contactOther } from '../coordination/other.ts'
import { isId, rights, saysName, type Way } from '../coordination/rules.ts'
import { paperIsIn, type WantedPaper } from '../coordination/store.ts'
import { tellBesideAgain } from '../her-rule/beside.ts'
import { reachHer } from '../her-rule/reading.ts'
import { deskIn, underCase } from './desk.ts'
import { draftFields, forget } from './drafts.ts'
import { one, sentFields, type SentFields, without } from '../enquire.ts'
import { innerIsIn } from './inner-store.ts'
import { draftName, keepSheet, putPaperAside, readSheet, toolLines } from './pages.ts'
import { handingOut, inCase, intoDesk, puttingIn } from './putting-in.ts'
import { isInner, isSingle, kindOf, type PaperKind } from './rules.ts'
import { type CaseFacts, readEvents } from '../write.ts'

/** The name of whoever has the baton, for those who can only read. */
const carrierOf = async (work: Work, facts: CaseFacts): Promise<string | undefined> =>
  (await holders(work.db, work.actor.partnership, dayOf(work.now))).find(it => it.person === facts.now.holder)?.name

/** What was filled in on the pages of moves. */
async function filledInMoves(work: Work, caseId: string) {
  const events = await readEvents(work, caseId)
  return { checklist: events.filter(it => it.move === 'clarify'), advice: events.filter(it => it.move === 'advise') }
}

export const toolsPage = action({
  path: '/sager/:case/redskaber', method: 'get', audit: 'cases.tools-seen', input: caseInput, facts: caseOf, right: rights['cases.papers'],
  run: async (work: Work, _input, facts: CaseFacts) => ({
    ...(await frameOf(work, facts)), at: `/sager/${facts.now.id}` as const, carrier: await carrierOf(work, facts), closed: facts.now.status === 'closed',
    lines: await toolLines(work, facts.now.id, 'citizen', await filledInMoves(work, facts.now.id)),
  }),
})

const isThere = (db: Work['db'], wanted: WantedPaper): Promise<boolean> => (isInner(wanted.kind) ? innerIsIn : paperIsIn)(db, wanted)
/** For the gate: whether anything of the paper that an address names is kept; in this version, where one is named. */
export const isKept = async (db: Work['db'], caseId: string, kind: PaperKind, { paper, version }: { readonly paper: string; readonly version?: string | undefined }): Promise<boolean> =>
  paper !== 'nyt' && isThere(db, { case: caseId, kind, version: version === undefined ? undefined : Number(version), ...(!isSingle(kind) && { id: paper }) })

interface PaperInput { readonly case: string; readonly word: string; readonly paper: string }
export async function paperFacts(db: Work['db'], input: PaperInput, actor: Work['actor'], now: Date): Promise<CaseFacts | undefined> {
  const kind = kindOf(input.word)
  if (!kind || !isId(input.case)) return undefined
  const there = isSingle(kind) ? input.paper === 'ark' : input.paper === 'nyt' || isId(input.paper) && await isThere(db, { case: input.case, kind, id: input.paper })
  return there ? caseOf(db, input, actor, now) : undefined
}
export const paperInput = z.object({ case: z.string(), word: z.string(), paper: z.string() })
const missing = () => new Refusal('missing', 'platform.missing')
export function kindIn(word: string): PaperKind {
  const kind = kindOf(word)
  if (!kind) throw missing()
  return kind
}

export const paperPage = action({
  path: '/sager/:case/papir/:word/:paper', method: 'get', audit: 'cases.paper-read', input: paperInput, facts: paperFacts, right: rights['cases.papers'],
  run: async (work: Work, input, facts: CaseFacts) => ({
    ...(await frameOf(work, facts)), ...(await readSheet(work, facts.now.id, kindIn(input.word), input.paper)), duty: await dutyTold(work.db, facts.now.id),
    at: `/sager/${facts.now.id}` as const,
  }),
})

const own = ['case', 'word', 'paper', ...draftFields, ...reachFields] as const
export const revOf = (sent: SentFields): number => seenOf({ seen: one(sent, 'rev') || '0' })
/** How she was reached, as it was typed; kept with a draft. */
export const besideOf = (sent: SentFields): SentFields => Object.fromEntries(reachFields.flatMap((field): [string, string][] => (one(sent, field) ? [[field, one(sent, field)]] : [])))
const sentPaper = (sent: SentFields) => ({
  case: one(sent, 'case'), word: one(sent, 'word'), paper: one(sent, 'paper'), seen: seenOf(sent), rev: revOf(sent), sent: without(sent, own),
  beside: besideOf(sent),
})

/** A paper about a child comes after the duty. */
async function dutyFirst(work: Work, kind: PaperKind, caseId: string): Promise<void> {
  if (kind === 'child' && !(await dutyTold(work.db, caseId))) throw new Refusal('conflict', 'cases.duty-first')
}

const waysOf: Readonly<Record<string, Way>> = { phone: 'call', written: 'letter' }
/** A note of a talk with her says how she was reached; one of a talk that we sought with the other party is a contact, and comes through its gate. */
async function reachedBy(work: Work, facts: CaseFacts, { values }: Answers, how: Partial<ReachAnswer>): Promise<void> {
  const said = (field: string) => String(given(values, field) ?? '')
  if (said('from') === 'citizen') await reachHer(work, facts.now, 'cases.paper-kept', how)
  if (said('from') === 'other' && /\banden part|udøver/i.test(said('fromWho'))) throw new Refusal('invalid', 'cases.say-other-party', 'from')
  if (said('from') !== 'otherParty') return
  const { names } = await frameOf(work, facts)
  if (saysName(said('said'), names)) throw new Refusal('conflict', 'cases.names-source', 'said')
  const on = readTypedDay(said('onDay'))
  if (on) await contactOther(work, facts.now.id, { way: waysOf[said('how')] ?? 'talk', on, says: '', done: true })
}

interface PaperDone { readonly case: string; readonly word: string; readonly paper: string; readonly overtaken: boolean }
export const keepPaperAction = action({
  path: '/sager/:case/papir/:word/:paper', method: 'post', audit: 'cases.paper-kept', facts: paperFacts, right: rights['cases.write-paper'],
  input: sentFields.transform(sent => ({ ...sentPaper(sent), reach: readReachFields(sent) })),
  run: async (work: Work, input, facts: CaseFacts): Promise<PaperDone> => {
    const [kind, caseId] = [kindIn(input.word), facts.now.id]
    await dutyFirst(work, kind, caseId)
    const said = kind === 'contact-note' && input.paper === 'nyt' && readAnswers(await formWithFiles(work.db, kind), input.sent).answers
    const kept = await keepSheet(work, caseId, { ...input, kind })
    if (kind === 'young' && !kept.overtaken) await sayYoung(work, facts.now.citizen, given(readAnswers(await formWithFiles(work.db, kind), input.sent).answers.values, 'under18') === 'yes')
    if (kind === 'young' && !kept.overtaken) await tellBesideAgain(work, caseId)
    if (said) await reachedBy(work, facts, said, input.reach)
    return { case: caseId, word: input.word, paper: input.paper, overtaken: kept.overtaken }
  },
  leadsTo: it => it,
})

export const draftPaperAction = action({
  path: '/sager/:case/papir/:word/:paper/kladde', method: 'post', audit: 'cases.draft-kept', facts: paperFacts, right: rights['cases.write-paper'],
  input: sentFields.transform(sentPaper),
  run: async (work: Work, input, facts: CaseFacts): Promise<PaperDone> => {
    const kind = kindIn(input.word)
    await dutyFirst(work, kind, facts.now.id)
    await putPaperAside(work, facts.now.id, { ...input, kind })
    return { case: facts.now.id, word: input.word, paper: input.paper, overtaken: false }
  },
  leadsTo: it => it,
})

export const dropDraftAction = action({
  path: '/sager/:case/papir/:word/:paper/smid-vaek', method: 'post', audit: 'cases.draft-dropped', facts: paperFacts, right: rights['cases.write-paper'],
  input: sentFields.transform(sent => ({ case: one(sent, 'case'), word: one(sent, 'word'), paper: one(sent, 'paper') })),
  run: async (work: Work, input, facts: CaseFacts) => {
    await forget(work, { case: facts.now.id, paper: draftName(kindIn(input.word), input.paper) })
    return { case: facts.now.id }
  },
  leadsTo: it => it,
})

/** Files that came with a paper, whichever button was pressed. */
export const putInPaper = puttingIn({
  audit: 'cases.files-put-in', right: rights['cases.write-paper'], facts: paperFacts,
  at: sent => ({ case: one(sent, 'case'), word: one(sent, 'word'), paper: one(sent, 'paper') }),
  form: async (work, at) => {
    await dutyFirst(work, kindIn(at.word), at.case)
    return formWithFiles(work.db, kindIn(at.word))
  },
  into: async (work, at, facts: CaseFacts, form) => intoDesk(work, await deskIn(work, facts.now.id, draftName(kindIn(at.word), at.paper)), form, sentPaper),
})
/** What lies with a paper, or with what was filled in for a move. */
export const paperFileAction = handingOut({
  path: '/sager/:case/vedlaeg/:file', audit: 'cases.file-fetched', right: rights['cases.papers'], at: z.object({ case: z.string() }), facts: caseOf,
  ...inCase((facts: CaseFacts) => facts.now.id, (work, _at, facts) => underCase(work, facts.now.id)),
})
