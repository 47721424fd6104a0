import { z } from 'zod'
import type { Actor, PersonId } from '../kernel/actor.ts'
import { dayOf } from '../kernel/day.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Right } from '../kernel/rights.ts'
import { safeContact } from '../citizens/reach.ts'
import { type ReachAnswer, readReachFields, reachFields } from '../citizens/rules.ts'
import { readAnswers, readTypedDay } from '../forms/read.ts'
import { type Answers, type Form, given } from '../forms/rules.ts'
import { looksAtCase } from '../journal/store.ts'
import { type Action, action, type Facts, type Work } from '../platform/action.ts'
import { adviceHeading, anyGiven, givenInWriting } from '../toolkit/advice.ts'
import { isFinding } from '../toolkit/rules.ts'
import { formWithFiles } from '../toolkit/shelf.ts'
import { holders, type Holder } from '../directory/store.ts'
import { one, readAll, sentFields, type SentFields, without, type Wrong } from './enquire.ts'
import { holderIsShut, reachHer } from './her-rule/reading.ts'
import { herRuleOf } from './her-rule/rules.ts'
import { type Filling, filledIn, fillingIn, keptAs, moveDrafts, wordOf } from './move-drafts.ts'
import { type Given, heldBy, type Move, rights } from './rules.ts'
import * as store from './store.ts'
import { type CaseFacts, caseFacts, move, readEvents, type Today, worldFor, worldOf } from './write.ts'

interface ListFacts extends Facts { readonly world: Today }
const listFacts = async (db: Work['db'], _input: unknown, actor: Actor, now: Date): Promise<ListFacts> =>
  ({ standing: { partnership: actor.partnership, state: '-' }, world: await worldOf(db, actor.partnership, now) })

/** The picture of the model, and what waits in the reader's own box. */
export const homeAction = action({
  path: '/model', method: 'get', audit: 'directory.model-seen', input: z.object({}), facts: listFacts, right: rights['cases.home'],
  run: async ({ db, actor, ground, now }) => {
    const all: readonly Holder[] = await holders(db, actor.partnership, dayOf(now))
    const mine = ground.by === 'visitator' || ground.by === 'primaryCoordinator' ? ground.by : undefined
    return { all, mine, load: mine && await store.loadOf(db, actor.partnership, mine === 'visitator' ? 'all' : 'held') }
  },
})

export interface WaitingRow extends store.Waiting { readonly has: PersonId | null; readonly hasName: string }

export const inboxAction = action({
  path: '/indbakke', method: 'get', audit: 'cases.inbox-seen', input: z.object({}), facts: listFacts, right: rights['cases.inbox'],
  run: async ({ db, actor, ground }, _input, { world }): Promise<readonly WaitingRow[]> => {
    const rows = await store.waiting(db, actor.partnership, ground.by === 'visitator' ? 'all' : 'held', 500)
    return rows.map(row => {
      const has = heldBy(row, worldFor(world, row.id).held)
      return { ...row, has, hasName: world.held.find(it => it.person === has)?.name ?? '' }
    })
  },
})

export const caseOf = (db: Work['db'], input: { readonly case: string }, _actor: Actor, now: Date) => caseFacts(db, input.case, now)
export const caseInput = z.object({ case: z.string() })

/** What every page of a case needs. */
export async function pageOf(work: Work, facts: CaseFacts) {
  const { now: it, world } = facts
  const has = heldBy(it, world.held)
  const [events, contact] = [await readEvents(work, it.id), await safeContact(work, it.citizen)]
  return { now: it, has: world.held.find(one => one.person === has), world, events, contact, rule: herRuleOf(contact, events, await holderIsShut(work, it.id)), by: work.ground.by }
}
export type CasePage = Awaited<ReturnType<typeof pageOf>>

/** The case itself, who has looked, and the log when she shows it. */
export const caseAction = action({
  path: '/sager/:case', method: 'get', audit: 'cases.case-read', input: caseInput, facts: caseOf, right: rights['cases.read'],
  run: async (work, _input, facts) => ({ ...(await pageOf(work, facts)), looks: await looksAtCase(work.db, facts.now.id, 200), log: await store.shownLogOf(work.db, facts.now.citizen) }),
})

/** The page of one move, with what has happened so far beside it. */
export const movePage = (path: string, audit: `cases.${string}`, right: Right): Action<{ case: string }, CaseFacts, CasePage> =>
  action({ path: `/sager/:case${path}`, method: 'get', audit, input: caseInput, facts: caseOf, right, run: (work, _input, facts) => pageOf(work, facts) })

const beside = ['finding', 'reason', ...reachFields] as const
const own = ['case', 'seq', 'rev', ...beside] as const
export const seqOf = (sent: SentFields): number => (/^\d{1,6}$/.test(one(sent, 'seq')) ? Number(one(sent, 'seq')) : -1)
export type { Wrong }
export const wrongTo = (ctx: z.core.$RefinementCtx<SentFields>): Wrong => (field, message) => ctx.addIssue({ code: 'custom', path: [field], message })

/** The answers of a form, every fault told at its field. */
function answersOf(form: Form, sent: SentFields, wrong: Wrong): Answers {
  const read = readAnswers(form, without(sent, own))
  for (const fault of read.errors) wrong(fault.field, fault.code)
  return read.answers
}
function textOf(sent: SentFields, field: string, missing: string, wrong: Wrong): string {
  const text = one(sent, field)
  if (text === '') wrong(field, missing)
  if (text.length > 4000) wrong(field, 'cases.too-long')
  return text
}

interface Taken { readonly case: string; readonly seq: number; readonly given: Given; readonly reach: Partial<ReachAnswer> }
/** Moves in which she is reached, or which plan it. The call about an urgent enquiry goes to whoever sent it. */
export const reaches = (what: Move, status: CaseFacts['now']['status']): boolean => what === 'clarify' || what === 'meet' || what === 'close' || (what === 'call' && status !== 'received')
/** An action that does one move with what was sent. `read` tells every fault and answers with what was given. */
const moveAction = (path: string, audit: `cases.${string}`, what: Move, right: Right, read: (sent: SentFields, wrong: Wrong) => Given) => action({
  path: `/sager/:case${path}`, method: 'post', audit, facts: caseOf, right,
  input: sentFields.transform((sent, ctx): Taken => ({ case: one(sent, 'case'), seq: seqOf(sent), given: read(sent, wrongTo(ctx)), reach: readReachFields(sent) })),
  run: async (work: Work, input: Taken, facts: CaseFacts) => {
    if (reaches(what, facts.now.status)) await reachHer(work, facts.now, audit, input.reach)
    await move({ ...work, actor: { ...work.actor, roles: [work.ground.by] } }, facts, what, input.given, input.seq)
    return { id: facts.now.id }
  },
  leadsTo: ({ id }: { id: string }) => ({ id }),
})

/** A move that a tool is filled in for. The page carries the form of today, and what was sent is read in it. */
const formMove = (path: string, pageAudit: `cases.${string}`, audit: `cases.${string}`, what: Move, right: Right, tool: string, read: (form: Form, sent: SentFields, wrong: Wrong) => Given) => ({
  page: action({
    path: `/sager/:case${path}`, method: 'get', audit: pageAudit, input: caseInput, facts: caseOf, right,
    run: async (work: Work, _input: { case: string }, facts: CaseFacts) => ({ ...(await pageOf(work, facts)), ...(await fillingIn(work, facts.now.id, tool, wordOf(path))) }),
  }),
  post: action({
    path: `/sager/:case${path}`, method: 'post', audit, facts: caseOf, right,
    input: sentFields.transform(sent => ({ case: one(sent, 'case'), seq: seqOf(sent), sent })),
    run: async (work: Work, { seq, sent }, facts: CaseFacts) => {
      const form = await formWithFiles(work.db, tool)
      const said = readAll(wrong => read(form, sent, wrong))
      const given: Given = said.answers ? { ...said, answers: await filledIn(work, facts.now.id, wordOf(path), form, said.answers) } : said
      refusePast(given, work.now)
      if (reaches(what, facts.now.status) || (given.answers && givenInWriting(form, given.answers))) await reachHer(work, facts.now, audit, readReachFields(sent))
      await move({ ...work, actor: { ...work.actor, roles: [work.ground.by] } }, facts, what, given, seq)
      await keptAs(work, facts.now.id, wordOf(path), given.answers, facts.now.seq + 1)
      return { id: facts.now.id }
    },
    leadsTo: ({ id }: { id: string }) => ({ id }),
  }),
  ...moveDrafts({ path: `/sager/:case${path}`, audit, tool, beside, facts: caseOf, right }),
})
export type FormPage = CasePage & Filling

const clarifying = formMove('/afklaring', 'cases.clarify-page-seen', 'cases.clarified', 'clarify', rights['cases.clarify'], 'checklist', (form, sent, wrong) => {
  const answers = answersOf(form, sent, wrong)
  const finding = one(sent, 'finding')
  if (!isFinding(finding)) wrong('finding', 'cases.needs-finding')
  return { answers, reason: textOf(sent, 'reason', 'cases.needs-reason', wrong), ...(isFinding(finding) && { finding }) }
})
export const clarifyPage = clarifying.page
export const clarify = clarifying.post
export const clarifyDraft = { keep: clarifying.keep, drop: clarifying.drop, files: clarifying.files }

const textMove = (path: string, audit: `cases.${string}`, what: Move & keyof typeof rightsOf, field: 'told' | 'reason') => ({
  what, field, page: movePage(path, `${audit}-page-seen`, rightsOf[what]),
  post: moveAction(path, audit, what, rightsOf[what], (sent, wrong) => ({ [field]: textOf(sent, field, `cases.needs-${field}`, wrong) })),
})
const rightsOf = {
  call: rights['cases.call'], note: rights['cases.note'], meet: rights['cases.meet'], 'give-back': rights['cases.give-back'], reopen: rights['cases.reopen'],
} as const
/** The moves that need one text and nothing else. */
export const textMoves = [
  textMove('/opkald', 'cases.called', 'call', 'told'), textMove('/notat', 'cases.noted', 'note', 'told'), textMove('/samtale', 'cases.met', 'meet', 'told'),
  textMove('/giv-tilbage', 'cases.given-back', 'give-back', 'reason'), textMove('/genaabn', 'cases.reopened', 'reopen', 'reason'),
] as const

export const takeOver = moveAction('/overtag', 'cases.taken-over', 'take-over', rights['cases.take-over'], () => ({}))

const closing = formMove('/luk', 'cases.close-page-seen', 'cases.closed', 'close', rights['cases.close'], 'closing', (form, sent, wrong) => {
  const answers = answersOf(form, sent, wrong)
  const said = (field: string) => String(given(answers.values, field) ?? '')
  const callBackOn = readTypedDay(said('callBackOn'))
  return { answers, reason: said('closingText'), safety: said('safetyTalk') === 'yes' ? 'held' : 'not-held', ...(callBackOn && { callBackOn }) }
})
/** Who has been asked stands on the page before anything is written: nobody's question is left in a closed case. */
export const closePage = action({ ...closing.page, run: async (work: Work, input, facts: CaseFacts) => ({ ...(await closing.page.run(work, input, facts)), asked: await store.askedIn(work.db, facts.now.id) }) })
export const closeCase = action({
  ...closing.post,
  run: async (work: Work, input, facts: CaseFacts) => {
    if ((await store.askedIn(work.db, facts.now.id)).length > 0) throw new Refusal('conflict', 'cases.close-asked')
    return closing.post.run(work, input, facts)
  },
})
export const closeDraft = { keep: closing.keep, drop: closing.drop, files: closing.files }

function refusePast(it: Given, now: Date): void {
  if (it.callBackOn && it.callBackOn <= dayOf(now)) throw new Refusal('invalid', 'cases.call-back-past', 'callBackOn')
}

/** Only the advice that was talked about; at least one. */
export function adviceSaid(form: Form, sent: SentFields, wrong: Wrong): Answers {
  const answers = answersOf(form, sent, wrong)
  if (!anyGiven(form, answers)) wrong(adviceHeading(form), 'cases.needs-advice')
  return answers
}
const advising = formMove('/raad', 'cases.advice-page-seen', 'cases.advised', 'advise', rights['cases.advise'], 'advice', (form, sent, wrong) => ({ answers: adviceSaid(form, sent, wrong) }))
export const advicePage = advising.page
export const advise = advising.post
export const adviceDraft = { keep: advising.keep, drop: advising.drop, files: advising.files }
