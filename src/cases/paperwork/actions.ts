// Marks: what is written in words lies in boxes under the key of the case.
import { z } from 'zod'
import type { Actor, Role } from '../../kernel/actor.ts'
import { dayOf, readDay } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Right } from '../../kernel/rights.ts'
import { recordsOf } from '../../directory/records.ts'
import { action, type Facts, type Work } from '../../platform/action.ts'
import type { Db } from '../../platform/db.ts'
import { openText, sealText } from '../../platform/vault.ts'
import { cannotMark, endFault, type MarkKind, papersOf } from './rules.ts'
import * as store from './store.ts'
import { herRule } from '../her-rule/reading.ts'
import { rights } from '../rules.ts'
import { type CaseFacts, caseKey, evenLocked } from '../write.ts'

/** What was written with a mark. `wayIn`: how a person who is held at a distance can still reach us. `kle`, `facet`, `retention`: as the plan was that day. */
interface MarkSaid { readonly reason: string; readonly wayIn: string; readonly kle: string; readonly facet: string; readonly retention: string }
export interface ReadMark extends store.MarkRow { readonly said: MarkSaid }

export const onlyCase = z.object({ case: z.string() })
const markBox = (caseId: string, kind: MarkKind, at: Date) => `case_mark.said:${caseId}:${kind}:${at.toISOString()}`

/** Of a case, also a locked one: its state is `locked` then. */
async function paperFacts(db: Db, { case: id }: { readonly case: string }, _actor: Actor, now: Date): Promise<CaseFacts | undefined> {
  const facts = await evenLocked(db, id, now)
  return facts && (await store.isLocked(db, id)) ? { ...facts, standing: { ...facts.standing, state: 'locked' } } : facts
}

export async function readMarks(work: Work, id: string): Promise<readonly ReadMark[]> {
  const key = await caseKey(work, id)
  return (await store.marksOf(work.db, id)).map(it => ({ ...it, said: JSON.parse(openText(key, markBox(id, it.kind, it.at), it.box)) as MarkSaid }))
}

async function papers(work: Work, { now: it, world }: CaseFacts) {
  const marks = await readMarks(work, it.id)
  const leader = work.ground.by === 'leader'
  return {
    /** Of a locked case nothing is read, whoever looks. */
    rule: leader || (await store.isLocked(work.db, it.id)) ? undefined : await herRule(work, it),
    now: it, by: work.ground.by, marks, papers: papersOf(marks, dayOf(work.now)), place: recordsOf(world.terms).case, suggested: world.terms.records?.case === undefined,
    closedYear: leader ? undefined : await store.closedYear(work.db, it.id), requests: leader ? [] : await store.requestsOf(work.db, it.id),
  }
}
export type PapersPage = Awaited<ReturnType<typeof papers>>
export const papersPage = action({
  path: '/sager/:case/papirer', method: 'get', audit: 'cases.filing-seen', input: onlyCase, facts: paperFacts, right: rights['cases.filing'],
  run: (work, _input, facts) => papers(work, facts),
})

export const markDay = z.string().optional().transform(text => (text ? readDay(text) ?? null : null))
const markInput = z.object({
  case: z.string(), reason: z.string().trim().min(1, 'cases.needs-reason').max(4000, 'cases.too-long'), wayIn: z.string().trim().max(1000, 'cases.too-long').optional(), untilDay: markDay,
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
