// Somebody asks to see what is kept: asked, told that it takes longer, and decided by a named human for every line that lies in the case.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import { type Day, dayOf, instantOf } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { reachFields, readReachFields } from '../../citizens/rules.ts'
import { readTypedDay } from '../../forms/read.ts'
import { action, type Work } from '../../platform/action.ts'
import type { Db } from '../../platform/db.ts'
import { openText, sealText } from '../../platform/vault.ts'
import { type Heading, type Material, materialOf, nameOf, stampOf } from './access-material.ts'
import { one, sentFields, type SentFields } from '../enquire.ts'
import { markDay, onlyCase, readMarks } from './actions.ts'
import { accessGrounds, accessWorkingDays, answers, askersOf, endFault, type Line, lineFaults, type Side, sideOf } from './rules.ts'
import { herRule, reachHer } from '../her-rule/reading.ts'
import * as store from './store.ts'
import { rights } from '../rules.ts'
import { dueAfter } from '../workdays.ts'
import { caseFacts, type CaseFacts, caseKey, readEvents } from '../write.ts'

const openFacts = (db: Db, { case: id }: { readonly case: string }, _actor: Actor, now: Date) => caseFacts(db, id, now)
/** The request must be this case's; `side`: and come from that side. */
const requestFacts = (side?: Side) => async (db: Db, it: { readonly case: string; readonly request: string }, actor: Actor, now: Date): Promise<CaseFacts | undefined> => {
  const facts = await openFacts(db, it, actor, now)
  const asker = facts && await store.askerOf(db, it.request, facts.now.id)
  return asker && (!side || sideOf(asker) === side) ? facts : undefined
}

const requestBox = (id: string) => `access_request.about:${id}`
const stepBox = (id: string, step: string, at: Date) => `access_step.said:${id}:${step}:${at.toISOString()}`
const lineBox = (id: string, line: number) => `access_line.said:${id}:${line}`

/** She and the other party ask in acts of their own, each with its own address and its own line in the journal. The seven working days run from the day it came. */
const asking = (side: Side, path: `/${string}`, asked: `cases.${string}`, seen: `cases.${string}`) => ({
  side,
  page: action({ path, method: 'get', audit: seen, input: onlyCase, facts: openFacts, right: rights['cases.access'], run: async (work, _input, facts: CaseFacts) => ({ now: facts.now, rule: await herRule(work, facts.now) }) }),
  post: action({
    path, method: 'post', audit: asked, facts: openFacts, right: rights['cases.access'],
    input: z.object({ case: z.string(), askedBy: z.enum(askersOf[side], 'cases.needs-asker'), receivedOn: markDay, about: z.string().trim().min(1, 'cases.needs-about').max(2000, 'cases.too-long') }),
    run: async (work: Work, input, facts: CaseFacts) => {
      const { officeHours: hours } = facts.world.terms
      if (!input.receivedOn) throw new Refusal('invalid', 'cases.needs-day', 'receivedOn')
      if (input.receivedOn > dayOf(work.now)) throw new Refusal('invalid', 'cases.day-ahead', 'receivedOn')
      const id = randomUUID()
      await store.addRequest(work.db, {
        id, caseId: facts.now.id, partnership: work.actor.partnership, askedBy: input.askedBy, receivedOn: input.receivedOn, by: work.actor.id, at: work.now,
        due: dueAfter(instantOf(input.receivedOn, hours.from), accessWorkingDays, hours), box: sealText(await caseKey(work, facts.now.id), requestBox(id), input.about),
      })
      return { id: facts.now.id, request: id }
    },
    leadsTo: (it: { id: string; request: string }) => it,
  }),
})
export const askHers = asking('hers', '/sager/:case/aktindsigt', 'cases.access-asked', 'cases.access-form-seen')
export const askOthers = asking('others', '/sager/:case/indsigt-den-anden-part', 'cases.access-asked-by-other', 'cases.access-other-form-seen')

/** Whether she was told before the other party is answered, and what was gone through; or why she was not. */
interface SheTold { readonly answer: 'told' | 'waived'; readonly on: Day | null; readonly words: string }
interface SaidLine { readonly title: string; readonly reason: string; readonly asked?: string; readonly item?: Heading }

/** What is no id is nobody's. */
const asId = (text: string): string => (z.uuid().safeParse(text).success ? text : '00000000-0000-4000-8000-000000000000')
const ofRequest = z.object({ case: z.string(), request: z.uuid('platform.missing') })

async function readAccess(work: Work, { now }: CaseFacts, id: string) {
  const request = await store.requestBy(work.db, now.id, id)
  if (!request) throw new Refusal('missing', 'platform.missing')
  const key = await caseKey(work, now.id)
  const steps = (await store.stepsOf(work.db, id)).map(it => ({ ...it, said: openText(key, stepBox(id, it.step, it.at), it.box) }))
  const lines = (await store.linesOf(work.db, id)).map(it => ({ ...it, ...(JSON.parse(openText(key, lineBox(id, it.line), it.box)) as SaidLine) }))
  const she = steps.find(it => it.step === 'she-told')
  const material = request.decidedAt ? [] : await materialOf(work, now, await readMarks(work, now.id))
  return {
    now, rule: await herRule(work, now), request, about: openText(key, requestBox(id), request.box), steps: steps.filter(it => it.step !== 'she-told'), sheTold: she && (JSON.parse(she.said) as SheTold), lines,
    events: await readEvents(work, now.id), material, stamp: stampOf(now.seq, material),
  }
}
export type AccessPage = Awaited<ReturnType<typeof readAccess>>
export const accessPage = action({
  path: '/sager/:case/aktindsigt/:request', method: 'get', audit: 'cases.access-seen', input: ofRequest, facts: requestFacts(), right: rights['cases.access'],
  run: (work, { request }, facts: CaseFacts) => readAccess(work, facts, request),
})

async function step(work: Work, facts: CaseFacts, request: string, what: store.AccessStep, untilDay: Day | null, said: string): Promise<void> {
  const box = sealText(await caseKey(work, facts.now.id), stepBox(request, what, work.now), said)
  if (!(await store.addStep(work.db, { request, partnership: work.actor.partnership, step: what, by: work.actor.id, at: work.now, untilDay, box }))) throw new Refusal('conflict', 'cases.access-decided')
}

/** What is sent to her is sent as she may be reached; what her lawyer or another gets goes another way. */
const asksForHer = async (work: Work, { now }: CaseFacts, request: string): Promise<boolean> => (await store.askerOf(work.db, request, now.id)) === 'citizen'
/** Two forms on the page ask how she is reached; in that of the notice the fields have names of their own. */
export const notice = 'notice-'
const reachInNotice = (sent: Readonly<Record<string, unknown>>) => Object.fromEntries(reachFields.map(it => [it, String(sent[`${notice}${it}`] ?? '')]))
const inNotice = (fault: unknown): never => { throw fault instanceof Refusal && fault.field ? new Refusal(fault.kind, fault.code, `${notice}${fault.field}`) : fault }

/** It takes longer: who asked is told why, and when. */
export const tellAccess = action({
  path: '/sager/:case/aktindsigt/:request/besked', method: 'post', audit: 'cases.access-told', facts: requestFacts(), right: rights['cases.access'],
  input: z.preprocess(sent => ({ ...(sent as object), reach: reachInNotice(sent as Readonly<Record<string, unknown>>) }), ofRequest.extend({ reach: z.record(z.string(), z.string()), why: z.string().trim().min(1, 'cases.needs-reason').max(2000, 'cases.too-long'), untilDay: markDay })),
  run: async (work: Work, input, facts: CaseFacts) => {
    const end = endFault(input.untilDay, work.now)
    if (end) throw new Refusal('invalid', end, 'untilDay')
    if (await asksForHer(work, facts, input.request)) await reachHer(work, facts.now, 'cases.access-told', readReachFields(input.reach)).catch(inNotice)
    await step(work, facts, input.request, 'told', input.untilDay, input.why)
    return { id: facts.now.id, request: input.request }
  },
  leadsTo: it => it,
})

/** Rooms for documents that lie elsewhere, named in words. */
export const namedDocuments = ['d1', 'd2', 'd3'] as const
const choice = <T extends string>(all: readonly T[], word: string): T | undefined => all.find(it => it === word)
type Typed = Partial<Line> & Omit<Line, 'answer'> & Pick<store.LineRow, 'what' | 'ref'> & { readonly item?: Heading }
type Named = Pick<Typed, 'what' | 'ref' | 'seq' | 'title' | 'item'> & { readonly ask?: boolean }
function typedLine(sent: SentFields, name: string, { ask, ...of }: Named): Typed {
  const answer = choice(answers, one(sent, `answer-${name}`))
  const ground = answer === 'given' ? null : choice(accessGrounds, one(sent, `ground-${name}`)) ?? null
  return { ...of, ground, reason: one(sent, `reason-${name}`).trim(), ...(answer && { answer }), ...(ask && { asked: one(sent, `asked-${name}`).trim() }) }
}
const headingOf = ({ what, label, version, day, who }: Material): Heading => ({ what, label, version, day, who })

/** Every line that the page has, by its name in the form. */
function typedLines(page: AccessPage, sent: SentFields): readonly (readonly [string, Typed])[] {
  const line = (name: string, of: Named) => [name, typedLine(sent, name, of)] as const
  return [
    ...page.events.map(it => line(String(it.seq), { what: 'event', ref: null, seq: it.seq, title: '' })),
    ...page.material.map(it => line(nameOf(it), { what: it.what, ref: it.ref, seq: null, title: '', item: headingOf(it), ask: it.ask !== undefined })),
    ...namedDocuments.flatMap(it => {
      const title = one(sent, `title-${it}`).trim()
      return title === '' ? [] : [line(it, { what: 'document', ref: null, seq: null, title })]
    }),
  ]
}

function sheToldFrom(sent: SentFields, now: Date): { readonly it: SheTold; readonly faults: readonly { readonly field: string; readonly code: `cases.${string}` }[] } {
  const answer = choice(['told', 'waived'] as const, one(sent, 'sheTold'))
  const [on, words] = [answer === 'told' ? readTypedDay(one(sent, 'sheToldOn')) ?? null : null, one(sent, 'sheToldWords').trim()]
  const faults = [
    ...(answer ? [] : [{ field: 'sheTold', code: 'cases.needs-told-answer' as const }]),
    ...(answer === 'told' && !on ? [{ field: 'sheToldOn', code: 'cases.needs-day' as const }] : []), ...(on && on > dayOf(now) ? [{ field: 'sheToldOn', code: 'cases.day-ahead' as const }] : []),
    ...(answer && words === '' ? [{ field: 'sheToldWords', code: answer === 'told' ? 'cases.needs-safety' as const : 'cases.needs-reason' as const }] : []),
  ]
  return { it: { answer: answer ?? 'waived', on, words }, faults }
}

/** A named human answers for every line there is. Nothing is worked out. The other party is answered in an act of its own, which first asks whether she was told. */
const deciding = (side: Side, word: string, audit: `cases.${string}`) => action({
  path: `/sager/:case/aktindsigt/:request/${word}`, method: 'post', audit, facts: requestFacts(side), right: rights['cases.access'],
  input: sentFields.transform(sent => ({ case: one(sent, 'case'), request: asId(one(sent, 'request')), seen: one(sent, 'seen'), sent })),
  run: async (work: Work, input, facts: CaseFacts) => {
    const page = await readAccess(work, facts, input.request)
    if (page.request.decidedAt) throw new Refusal('conflict', 'cases.access-decided')
    if (input.seen !== page.stamp) throw new Refusal('conflict', 'cases.changed-meanwhile')
    const lines = typedLines(page, input.sent)
    const she = side === 'others' ? sheToldFrom(input.sent, work.now) : undefined
    const faults = [...lineFaults(lines.map(it => it[1]), lines.map(it => it[0])), ...(she?.faults ?? [])]
    const [first] = faults
    if (first) throw new Refusal('invalid', first.code, first.field, faults)
    if (page.request.askedBy === 'citizen') await reachHer(work, facts.now, audit, readReachFields(input.sent))
    if (she) await step(work, facts, input.request, 'she-told', null, JSON.stringify(she.it))
    await step(work, facts, input.request, 'decided', null, one(input.sent, 'note').trim())
    await keepLines(work, facts.now.id, input.request, lines.map(it => it[1]))
    return { id: facts.now.id, request: input.request }
  },
  leadsTo: (it: { id: string; request: string }) => it,
})
export const decideHers = deciding('hers', 'afgoer', 'cases.access-decided')
export const decideOthers = deciding('others', 'afgoer-den-anden-part', 'cases.access-decided-for-other')

async function keepLines(work: Work, caseId: string, request: string, lines: readonly Typed[]): Promise<void> {
  const key = await caseKey(work, caseId)
  for (const [at, { what, ref, seq, title, answer, ground, reason, asked, item }] of lines.entries()) {
    if (!answer) continue
    const said: SaidLine = { title, reason, ...(asked !== undefined && { asked }), ...(item && { item }) }
    await store.addLine(work.db, request, work.actor.partnership, { line: at + 1, what, ref, seq, answer, ground, box: sealText(key, lineBox(request, at + 1), JSON.stringify(said)) })
  }
}
