// Marks and requests to see what is kept: what is written in words lies in boxes under the key of the case.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Actor, Role } from '../kernel/actor.ts'
import { type Day, dayOf, instantOf, readDay } from '../kernel/day.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Right } from '../kernel/rights.ts'
import { recordsOf } from '../directory/records.ts'
import { action, type Facts, type Work } from '../platform/action.ts'
import type { Db } from '../platform/db.ts'
import { openText, sealText } from '../platform/vault.ts'
import { one, sentFields, type SentFields } from './enquire.ts'
import { accessGrounds, accessWorkingDays, answers, askers, cannotMark, endFault, type Line, lineFaults, type MarkKind, papersOf } from './paperwork-rules.ts'
import * as store from './paperwork-store.ts'
import { rights } from './rules.ts'
import { dueAfter } from './workdays.ts'
import { caseFacts, type CaseFacts, caseKey, evenLocked, readEvents } from './write.ts'

/** What was written with a mark. `wayIn`: how a person who is held at a distance can still reach us. `kle`, `facet`, `retention`: as the plan was that day. */
interface MarkSaid { readonly reason: string; readonly wayIn: string; readonly kle: string; readonly facet: string; readonly retention: string }
export interface ReadMark extends store.MarkRow { readonly said: MarkSaid }

/** The request must be this case's. */
async function requestFacts(db: Db, it: { readonly case: string; readonly request: string }, actor: Actor, now: Date): Promise<CaseFacts | undefined> {
  const facts = await openFacts(db, it, actor, now)
  return facts && (await store.isOf(db, it.request, facts.now.id)) ? facts : undefined
}

const onlyCase = z.object({ case: z.string() })
const markBox = (caseId: string, kind: MarkKind, at: Date) => `case_mark.said:${caseId}:${kind}:${at.toISOString()}`

/** Of a case, also a locked one: its state is `locked` then. */
async function paperFacts(db: Db, { case: id }: { readonly case: string }, _actor: Actor, now: Date): Promise<CaseFacts | undefined> {
  const facts = await evenLocked(db, id, now)
  return facts && (await store.isLocked(db, id)) ? { ...facts, standing: { ...facts.standing, state: 'locked' } } : facts
}
const openFacts = (db: Db, { case: id }: { readonly case: string }, _actor: Actor, now: Date) => caseFacts(db, id, now)

async function readMarks(work: Work, id: string): Promise<readonly ReadMark[]> {
  const key = await caseKey(work, id)
  return (await store.marksOf(work.db, id)).map(it => ({ ...it, said: JSON.parse(openText(key, markBox(id, it.kind, it.at), it.box)) as MarkSaid }))
}

async function papers(work: Work, { now: it, world }: CaseFacts) {
  const marks = await readMarks(work, it.id)
  const leader = work.ground.by === 'leader'
  return {
    now: it, by: work.ground.by, marks, papers: papersOf(marks, dayOf(work.now)), place: recordsOf(world.terms).case, suggested: world.terms.records?.case === undefined,
    closedYear: leader ? undefined : await store.closedYear(work.db, it.id), requests: leader ? [] : await store.requestsOf(work.db, it.id),
  }
}
export type PapersPage = Awaited<ReturnType<typeof papers>>
export const papersPage = action({
  path: '/sager/:case/papirer', method: 'get', audit: 'cases.filing-seen', input: onlyCase, facts: paperFacts, right: rights['cases.filing'],
  run: (work, _input, facts) => papers(work, facts),
})

const day = z.string().optional().transform(text => (text ? readDay(text) ?? null : null))
const markInput = z.object({
  case: z.string(), reason: z.string().trim().min(1, 'cases.needs-reason').max(4000, 'cases.too-long'), wayIn: z.string().trim().max(1000, 'cases.too-long').optional(), untilDay: day,
})

interface Marked { readonly id: string; readonly by: Role }
async function mark(work: Work, facts: CaseFacts, kind: MarkKind, it: z.infer<typeof markInput>): Promise<Marked> {
  const { now: at } = facts
  const why = cannotMark(kind, papersOf(await readMarks(work, at.id), dayOf(work.now)), at.status === 'closed' && at.next === 'none')
  if (why) throw new Refusal('conflict', why)
  const end = kind === 'restrict' ? endFault(it.untilDay, work.now) : undefined
  if (end) throw new Refusal('invalid', end, 'untilDay')
  if (kind === 'restrict' && !it.wayIn) throw new Refusal('invalid', 'cases.needs-way-in', 'wayIn')
  const { kle, facet, retention } = recordsOf(facts.world.terms).case
  const said: MarkSaid = { reason: it.reason, wayIn: it.wayIn ?? '', kle, facet, retention }
  const box = sealText(await caseKey(work, at.id), markBox(at.id, kind, work.now), JSON.stringify(said))
  await store.addMark(work.db, {
    caseId: at.id, partnership: work.actor.partnership, kind, by: work.actor.id, byRole: work.ground.by, at: work.now, untilDay: kind === 'restrict' ? it.untilDay : null, uptoSeq: at.seq, box,
  })
  return { id: at.id, by: work.ground.by }
}

const marking = <K extends MarkKind>(kind: K, word: string, done: `cases.${string}`, right: Right) => ({
  kind, word,
  page: action({
    path: `/sager/:case/papirer/${word}`, method: 'get', audit: `${done}-page-seen` as `cases.${string}`, input: onlyCase, facts: paperFacts, right,
    run: (work, _input, facts: CaseFacts) => papers(work, facts),
  }),
  post: action({
    path: `/sager/:case/papirer/${word}`, method: 'post', audit: done, input: markInput, facts: paperFacts, right,
    run: (work: Work, input, facts: CaseFacts) => mark(work, facts, kind, input),
    leadsTo: (it: Marked) => it,
  }),
})
const may = rights['cases.mark']
export const marks = [
  marking('journalise', 'journaliser', 'cases.journalised', may), marking('not-informed', 'ikke-oplyst', 'cases.not-informed', may),
  marking('hold', 'bevar', 'cases.held', may), marking('release', 'frigiv', 'cases.released', may),
  marking('restrict', 'begraens', 'cases.restricted', may), marking('free', 'ophaev', 'cases.freed', may),
  marking('lock', 'laas', 'cases.locked', rights['cases.lock']), marking('unlock', 'luk-op', 'cases.unlocked', rights['cases.unlock']),
] as const

export const lockedPage = action({
  path: '/laaste-sager', method: 'get', audit: 'cases.locked-listed', input: z.object({}), right: rights['cases.locked-list'],
  facts: async (_db, _input, actor): Promise<Facts> => ({ standing: { partnership: actor.partnership, state: '-' } }),
  run: ({ db, actor }) => store.lockedCases(db, actor.partnership),
})

const requestBox = (id: string) => `access_request.about:${id}`
const stepBox = (id: string, step: string, at: Date) => `access_step.said:${id}:${step}:${at.toISOString()}`
const lineBox = (id: string, line: number) => `access_line.said:${id}:${line}`

/** Somebody asks to see what is kept. The seven working days run from the day it came. */
export const askAccess = action({
  path: '/sager/:case/aktindsigt', method: 'post', audit: 'cases.access-asked', facts: openFacts, right: rights['cases.access'],
  input: z.object({ case: z.string(), askedBy: z.enum(askers, 'cases.needs-asker'), receivedOn: day, about: z.string().trim().min(1, 'cases.needs-about').max(2000, 'cases.too-long') }),
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
  leadsTo: it => it,
})
export const askAccessPage = action({
  path: '/sager/:case/aktindsigt', method: 'get', audit: 'cases.access-form-seen', input: onlyCase, facts: openFacts, right: rights['cases.access'],
  run: async (_work, _input, facts: CaseFacts) => ({ now: facts.now }),
})

/** What is no id is nobody's. */
const asId = (text: string): string => (z.uuid().safeParse(text).success ? text : '00000000-0000-4000-8000-000000000000')
const ofRequest = z.object({ case: z.string(), request: z.uuid('platform.missing') })
async function readAccess(work: Work, facts: CaseFacts, id: string) {
  const request = await store.requestBy(work.db, facts.now.id, id)
  if (!request) throw new Refusal('missing', 'platform.missing')
  const key = await caseKey(work, facts.now.id)
  const steps = (await store.stepsOf(work.db, id)).map(it => ({ ...it, said: openText(key, stepBox(id, it.step, it.at), it.box) }))
  const lines = (await store.linesOf(work.db, id)).map(it => ({ ...it, ...(JSON.parse(openText(key, lineBox(id, it.line), it.box)) as { title: string; reason: string }) }))
  return { now: facts.now, request, about: openText(key, requestBox(id), request.box), steps, lines, events: await readEvents(work, facts.now.id) }
}
export type AccessPage = Awaited<ReturnType<typeof readAccess>>
export const accessPage = action({
  path: '/sager/:case/aktindsigt/:request', method: 'get', audit: 'cases.access-seen', input: ofRequest, facts: requestFacts, right: rights['cases.access'],
  run: (work, { request }, facts: CaseFacts) => readAccess(work, facts, request),
})

async function step(work: Work, facts: CaseFacts, request: string, what: 'told' | 'decided', untilDay: Day | null, said: string): Promise<void> {
  const box = sealText(await caseKey(work, facts.now.id), stepBox(request, what, work.now), said)
  if (!(await store.addStep(work.db, { request, partnership: work.actor.partnership, step: what, by: work.actor.id, at: work.now, untilDay, box }))) throw new Refusal('conflict', 'cases.access-decided')
}

/** It takes longer: who asked is told why, and when. */
export const tellAccess = action({
  path: '/sager/:case/aktindsigt/:request/besked', method: 'post', audit: 'cases.access-told', facts: requestFacts, right: rights['cases.access'],
  input: ofRequest.extend({ why: z.string().trim().min(1, 'cases.needs-reason').max(2000, 'cases.too-long'), untilDay: day }),
  run: async (work: Work, input, facts: CaseFacts) => {
    await readAccess(work, facts, input.request)
    const end = endFault(input.untilDay, work.now)
    if (end) throw new Refusal('invalid', end, 'untilDay')
    await step(work, facts, input.request, 'told', input.untilDay, input.why)
    return { id: facts.now.id, request: input.request }
  },
  leadsTo: it => it,
})

/** Rooms for documents that lie elsewhere, named in words. */
export const namedDocuments = ['d1', 'd2', 'd3'] as const
const choice = <T extends string>(all: readonly T[], word: string): T | undefined => all.find(it => it === word)
function lineFrom(sent: SentFields, name: string, seq: number | null, title: string): Partial<Line> & Omit<Line, 'answer'> {
  const answer = choice(answers, one(sent, `answer-${name}`))
  const ground = answer === 'given' ? null : choice(accessGrounds, one(sent, `ground-${name}`)) ?? null
  return { seq, title, ground, reason: one(sent, `reason-${name}`).trim(), ...(answer && { answer }) }
}

/** A named human answers for every line there is. Nothing is worked out. */
export const decideAccess = action({
  path: '/sager/:case/aktindsigt/:request/afgoer', method: 'post', audit: 'cases.access-decided', facts: requestFacts, right: rights['cases.access'],
  input: sentFields.transform(sent => ({ case: one(sent, 'case'), request: asId(one(sent, 'request')), seq: one(sent, 'seq'), sent })),
  run: async (work: Work, input, facts: CaseFacts) => {
    const page = await readAccess(work, facts, input.request)
    if (input.seq !== String(facts.now.seq)) throw new Refusal('conflict', 'cases.changed-meanwhile')
    const names = [...page.events.map(it => String(it.seq)), ...namedDocuments.filter(it => one(input.sent, `title-${it}`).trim() !== '')]
    const lines = names.map(name => (/^\d+$/.test(name) ? lineFrom(input.sent, name, Number(name), '') : lineFrom(input.sent, name, null, one(input.sent, `title-${name}`).trim())))
    const faults = lineFaults(lines, names)
    const [first] = faults
    if (first) throw new Refusal('invalid', first.code, first.field, faults)
    await step(work, facts, input.request, 'decided', null, one(input.sent, 'note').trim())
    const key = await caseKey(work, facts.now.id)
    for (const [at, { seq, title, answer, ground, reason }] of lines.entries())
      if (answer) await store.addLine(work.db, input.request, work.actor.partnership, { line: at + 1, seq, answer, ground, box: sealText(key, lineBox(input.request, at + 1), JSON.stringify({ title, reason })) })
    return { id: facts.now.id, request: input.request }
  },
  leadsTo: it => it,
})
