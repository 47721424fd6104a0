// The tools in a case behind a wall: which there are, how far they are, and what professionals keep about the person who stalks.
import { z } from 'zod'
import type { Right } from '../../kernel/rights.ts'
import { decide } from '../../kernel/rights.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { action, type Work } from '../../platform/action.ts'
import { isId } from '../coordination/rules.ts'
import { seenOf } from '../coordination/actions.ts'
import { deskIn, underCase } from '../tools/desk.ts'
import { draftFields, forget } from '../tools/drafts.ts'
import { handingOut, inCase, intoDesk, puttingIn } from '../tools/putting-in.ts'
import { formWithFiles } from '../../toolkit/shelf.ts'
import { one, sentFields, type SentFields, without } from '../enquire.ts'
import { innerIsIn } from '../tools/inner-store.ts'
import { isKept } from '../tools/actions.ts'
import { type SideKind, sideAnswering } from './rules.ts'
import { draftName, keepSheet, putPaperAside, readSheet, toolLines, versionFor, versionsOf } from '../tools/pages.ts'
import { answered, answeredFacts, copyFor, filledPaper, nth, ofVersion, printInput } from '../tools/print.ts'
import { rights } from '../rules.ts'
import { readSide, sideAt, type SideFacts, sideOf, sidePageOf } from './actions.ts'
import { isSingle, kindOf, type PaperKind } from '../tools/rules.ts'

const missing = () => new Refusal('missing', 'platform.missing')
const caseInput = z.object({ case: z.string() })
const toCase = ({ case: it }: { case: string }) => ({ case: it })

/** What may be written in such a case, as the moves have it. */
const writing: Readonly<Record<SideKind, Right>> = { employee: rights['cases.employee-plan'], otherParty: rights['cases.other-talk'] }
const reading: Readonly<Record<SideKind, Right>> = { employee: rights['cases.employee-read'], otherParty: rights['cases.other-read'] }
const moved = { employee: ['plan', 'workplace'], otherParty: ['talk', 'conversation'] } as const

async function toolsOf(work: Work, kind: SideKind, facts: SideFacts) {
  const [move, tool] = moved[kind]
  const events = (await readSide(work, facts.now.id)).filter(it => it.move === move).map(it => ({ ...it, byName: it.byName ?? '' }))
  return {
    ...(await sidePageOf(work, facts)), at: `${sideAt[kind]}/${facts.now.id}`, onPaper: true, writes: decide(writing[kind], work.actor, facts.standing) !== undefined, closed: facts.now.status === 'closed',
    lines: await toolLines(work, facts.now.id, kind, { [tool]: events }),
  }
}
export const employeeTools = action({
  path: '/medarbejdere/:case/redskaber', method: 'get', audit: 'cases.employee-tools-seen', input: caseInput, facts: sideOf('employee'), right: reading.employee,
  run: (work, _input, facts: SideFacts) => toolsOf(work, 'employee', facts),
})
export const otherTools = action({
  path: '/samtaler/:case/redskaber', method: 'get', audit: 'cases.other-tools-seen', input: caseInput, facts: sideOf('otherParty'), right: reading.otherParty,
  run: (work, _input, facts: SideFacts) => toolsOf(work, 'otherParty', facts),
})

const ofEvent = caseInput.extend({ seq: nth, sprog: printInput.sprog })
const eventFacts = (kind: SideKind) => answeredFacts(sideOf(kind), sideAnswering(kind))
const eventOf = async (work: Work, facts: SideFacts, seq: string) => {
  const event = (await readSide(work, facts.now.id)).find(it => String(it.seq) === seq)
  return { ...(await answered(work, event && { ...event, byName: event.byName ?? '' })), number: facts.now.number }
}
export const printPlan = action({
  path: '/medarbejdere/:case/udfyldt/:seq/udskrift.pdf', method: 'get', audit: 'cases.employee-answers-printed', input: ofEvent, facts: eventFacts('employee'), right: reading.employee,
  run: async (work: Work, { seq, sprog: lang }, facts: SideFacts) => filledPaper({ ...(await eventOf(work, facts, seq)), lang }),
})
/** The employee's own copy. */
export const copyPlan = action({
  path: '/medarbejdere/:case/udfyldt/:seq/kopi.pdf', method: 'get', audit: 'cases.employee-answers-copied', input: ofEvent, facts: eventFacts('employee'), right: reading.employee,
  run: async (work: Work, { seq, sprog: lang }, facts: SideFacts) => copyFor({ ...(await eventOf(work, facts, seq)), lang }),
})
export const printTalk = action({
  path: '/samtaler/:case/udfyldt/:seq/udskrift.pdf', method: 'get', audit: 'cases.other-answers-printed', input: ofEvent, facts: eventFacts('otherParty'), right: reading.otherParty,
  run: async (work: Work, { seq, sprog: lang }, facts: SideFacts) => filledPaper({ ...(await eventOf(work, facts, seq)), lang }),
})

const paperInput = z.object({ case: z.string(), word: z.string(), paper: z.string() })
async function paperFacts(db: Work['db'], input: z.infer<typeof paperInput>, actor: Work['actor'], now: Date): Promise<SideFacts | undefined> {
  const kind = kindOf(input.word, 'otherParty')
  if (!kind) return undefined
  const there = isSingle(kind) ? input.paper === 'ark' : input.paper === 'nyt' || isId(input.paper) && await innerIsIn(db, { case: input.case, kind, id: input.paper })
  return there ? sideOf('otherParty')(db, input, actor, now) : undefined
}
function kindIn(word: string): PaperKind {
  const kind = kindOf(word, 'otherParty')
  if (!kind) throw missing()
  return kind
}

export const otherPaperPage = action({
  path: '/samtaler/:case/papir/:word/:paper', method: 'get', audit: 'cases.other-paper-read', input: paperInput, facts: paperFacts, right: reading.otherParty,
  run: async (work: Work, input, facts: SideFacts) => ({
    now: facts.now, ...(await readSheet(work, facts.now.id, kindIn(input.word), input.paper)), at: `${sideAt.otherParty}/${facts.now.id}`, onPaper: false,
    writes: decide(writing.otherParty, work.actor, facts.standing) !== undefined,
  }),
})

const sentPaper = (sent: SentFields) => ({
  case: one(sent, 'case'), word: one(sent, 'word'), paper: one(sent, 'paper'), seen: seenOf(sent), rev: seenOf({ seen: one(sent, 'rev') || '0' }), sent: without(sent, ['case', 'word', 'paper', ...draftFields]), beside: {},
})
interface PaperDone { readonly case: string; readonly word: string; readonly paper: string; readonly overtaken: boolean }
export const keepOtherPaper = action({
  path: '/samtaler/:case/papir/:word/:paper', method: 'post', audit: 'cases.other-paper-kept', facts: paperFacts, right: writing.otherParty, input: sentFields.transform(sentPaper),
  run: async (work: Work, input, facts: SideFacts): Promise<PaperDone> => {
    const { overtaken } = await keepSheet(work, facts.now.id, { ...input, kind: kindIn(input.word) })
    return { case: facts.now.id, word: input.word, paper: input.paper, overtaken }
  },
  leadsTo: it => it,
})
export const draftOtherPaper = action({
  path: '/samtaler/:case/papir/:word/:paper/kladde', method: 'post', audit: 'cases.other-draft-kept', facts: paperFacts, right: writing.otherParty, input: sentFields.transform(sentPaper),
  run: async (work: Work, input, facts: SideFacts): Promise<PaperDone> => {
    await putPaperAside(work, facts.now.id, { ...input, kind: kindIn(input.word) })
    return { case: facts.now.id, word: input.word, paper: input.paper, overtaken: false }
  },
  leadsTo: it => it,
})
export const dropOtherDraft = action({
  path: '/samtaler/:case/papir/:word/:paper/smid-vaek', method: 'post', audit: 'cases.other-draft-dropped', facts: paperFacts, right: writing.otherParty,
  input: sentFields.transform(sent => ({ case: one(sent, 'case'), word: one(sent, 'word'), paper: one(sent, 'paper') })),
  run: async (work: Work, input, facts: SideFacts) => {
    await forget(work, { case: facts.now.id, paper: draftName(kindIn(input.word), input.paper) })
    return { case: facts.now.id }
  },
  leadsTo: toCase,
})
export const printOtherPaper = action({
  path: '/samtaler/:case/papir/:word/:paper/udskrift.pdf', method: 'get', audit: 'cases.other-paper-printed', input: paperInput.extend(printInput), right: reading.otherParty,
  facts: async (db, input, actor, now) => {
    const [facts, kind] = [await paperFacts(db, input, actor, now), kindOf(input.word, 'otherParty')]
    return facts && kind && await isKept(db, facts.now.id, kind, input) ? facts : undefined
  },
  run: async (work: Work, { word, paper, version, sprog: lang }, facts: SideFacts) =>
    filledPaper({ ...ofVersion(versionFor(await versionsOf(work, facts.now.id, kindIn(word), paper), version)), number: facts.now.number, lang }),
})

export const putInOtherPaper = puttingIn({
  audit: 'cases.other-files-put-in', right: writing.otherParty, facts: paperFacts, at: sent => ({ case: one(sent, 'case'), word: one(sent, 'word'), paper: one(sent, 'paper') }),
  form: (work, at) => formWithFiles(work.db, kindIn(at.word)), into: async (work, at, facts: SideFacts, form) => intoDesk(work, await deskIn(work, facts.now.id, draftName(kindIn(at.word), at.paper)), form, sentPaper),
})
/** What lies with a paper of such a case, or with what was filled in for a move. */
const sideFile = (kind: SideKind, audit: `cases.${string}`) => handingOut({
  path: `${sideAt[kind]}/:case/vedlaeg/:file`, audit, right: reading[kind], at: caseInput, facts: sideOf(kind), ...inCase((facts: SideFacts) => facts.now.id, (work, _at, facts) => underCase(work, facts.now.id)),
})
export const employeeFile = sideFile('employee', 'cases.employee-file-fetched')
export const otherFile = sideFile('otherParty', 'cases.other-file-fetched')
