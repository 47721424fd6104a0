// The work in a case: what is kept in it on one page, tasks, and contact with the other party.
import { type Day, dayOf } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { decide } from '../../kernel/rights.ts'
import { safeContact } from '../../citizens/reach.ts'
import { allows } from '../../citizens/rules.ts'
import { readTypedDay } from '../../forms/read.ts'
import { action, type Work } from '../../platform/action.ts'
import { caseInput, caseOf, type Wrong, wrongTo } from '../actions.ts'
import { dutyTold } from '../children/store.ts'
import { holderIsShut } from '../her-rule/reading.ts'
import { herRuleOf, namesIn } from '../her-rule/rules.ts'
import { withTheirForms } from './forms.ts'
import { contactDone, contactOther, readContacts, readTold, tellHer } from './other.ts'
import { giveTask, mayOwn, moveTask, readPapers, readTasks } from './papers.ts'
import { isId, rights, ways } from './rules.ts'
import * as store from './store.ts'
import { one, sentFields, type SentFields } from '../enquire.ts'
import { type CaseFacts, readEvents } from '../write.ts'

export const seenOf = (sent: SentFields): number => (/^\d{1,6}$/.test(one(sent, 'seen')) ? Number(one(sent, 'seen')) : -1)
/** A text that must be there. */
export function needed(sent: SentFields, field: string, code: string, wrong: Wrong, most = 4000): string {
  const text = one(sent, field)
  if (text === '') wrong(field, code)
  if (text.length > most) wrong(field, 'cases.too-long')
  return text
}
export function neededDay(sent: SentFields, field: string, wrong: Wrong): Day {
  const day = readTypedDay(one(sent, field))
  if (!day) wrong(field, 'cases.needs-day')
  return day ?? ('2000-01-01' as Day)
}
export const notPast = (day: Day, now: Date, field: string): void => {
  if (day < dayOf(now)) throw new Refusal('invalid', 'cases.day-is-past', field)
}
const toCase = ({ case: it }: { case: string }) => ({ case: it })

/** The frame of every page in a case: its number, how to reach her safely, and who told us of her. */
export async function frameOf(work: Work, facts: CaseFacts) {
  const [events, contact] = [await readEvents(work, facts.now.id), await safeContact(work, facts.now.citizen)]
  const rule = herRuleOf(contact, events, await holderIsShut(work, facts.now.id))
  return {
    now: facts.now, held: facts.world.held, by: work.ground.by, rule, onPaper: allows(contact?.contact, 'paper-by-hand'), name: rule.name,
    writes: decide(rights['cases.write-paper'], work.actor, facts.standing) !== undefined,
    /** Names that a record of contact with the other party must not say. */
    names: namesIn(events),
  }
}
export type Frame = Awaited<ReturnType<typeof frameOf>>

export const workPage = action({
  path: '/sager/:case/arbejde', method: 'get', audit: 'cases.papers-seen', input: caseInput, facts: caseOf, right: rights['cases.papers'],
  run: async (work: Work, _input, facts: CaseFacts) => {
    const id = facts.now.id
    return {
      ...(await frameOf(work, facts)), papers: await withTheirForms(work.db, await readPapers(work, id)), tasks: await readTasks(work, id), duty: await dutyTold(work.db, id),
      contacts: await readContacts(work, id), told: await readTold(work, id),
    }
  },
})

/** Facts of something that lies in a case; undefined where it does not. */
export const partOf = <P extends store.Part>(part: P) => async (db: Work['db'], input: { readonly case: string } & Readonly<Record<P, string>>, actor: Work['actor'], now: Date) =>
  isId(input.case) && isId(input[part]) && await store.isIn(db, part, input[part], input.case) ? caseOf(db, input, actor, now) : undefined

const missing = () => new Refusal('missing', 'platform.missing')

export const tasksPage = action({
  path: '/sager/:case/opgaver', method: 'get', audit: 'cases.tasks-seen', input: caseInput, facts: caseOf, right: rights['cases.papers'],
  run: async (work: Work, _input, facts: CaseFacts) =>
    ({ ...(await frameOf(work, facts)), tasks: await readTasks(work, facts.now.id), owners: mayOwn(facts.world.held, work.actor.organisation) }),
})

export const giveTaskAction = action({
  path: '/sager/:case/opgaver', method: 'post', audit: 'cases.task-given', facts: caseOf, right: rights['cases.give-task'],
  input: sentFields.transform((sent, ctx) => {
    const wrong = wrongTo(ctx)
    return {
      case: one(sent, 'case'), what: needed(sent, 'what', 'cases.needs-what', wrong, 1000), owner: needed(sent, 'owner', 'cases.needs-owner', wrong), due: neededDay(sent, 'due', wrong),
      reaches: one(sent, 'reaches') === 'yes',
    }
  }),
  run: async (work: Work, input, facts: CaseFacts) => {
    notPast(input.due, work.now, 'due')
    await giveTask(work, facts.now.id, input, facts.world.held)
    return { case: facts.now.id }
  },
  leadsTo: toCase,
})

/** The task goes to another colleague, or gets another day. */
export const moveTaskAction = action({
  path: '/sager/:case/opgaver/:task', method: 'post', audit: 'cases.task-moved', facts: partOf('task'), right: rights['cases.give-task'],
  input: sentFields.transform((sent, ctx) => {
    const wrong = wrongTo(ctx)
    return { case: one(sent, 'case'), task: one(sent, 'task'), seen: seenOf(sent), owner: needed(sent, 'owner', 'cases.needs-owner', wrong), due: neededDay(sent, 'due', wrong) }
  }),
  run: async (work: Work, input, facts: CaseFacts) => {
    const task = (await store.tasksOf(work.db, facts.now.id)).find(it => it.id === input.task)
    if (!task) throw missing()
    notPast(input.due, work.now, 'due')
    await moveTask(work, task, input, facts.world.held)
    return { case: facts.now.id }
  },
  leadsTo: toCase,
})

export const otherPage = action({
  path: '/sager/:case/den-anden-part', method: 'get', audit: 'cases.other-contact-seen', input: caseInput, facts: caseOf, right: rights['cases.papers'],
  run: async (work: Work, _input, facts: CaseFacts) =>
    ({ ...(await frameOf(work, facts)), told: await readTold(work, facts.now.id), contacts: await readContacts(work, facts.now.id) }),
})

/** What the form about telling her says; also on the family counsellor's own page. */
export function readTelling(sent: SentFields, wrong: Wrong): { readonly toldOn: Day | null; readonly says: string } {
  const answer = one(sent, 'answer')
  if (answer !== 'told' && answer !== 'waived') wrong('answer', 'cases.needs-told-answer')
  if (answer === 'waived') return { toldOn: null, says: needed(sent, 'waivedReason', 'cases.needs-reason', wrong) }
  return { toldOn: neededDay(sent, 'toldOn', wrong), says: needed(sent, 'safetyThrough', 'cases.needs-safety', wrong) }
}
export const notAhead = (day: Day | null, now: Date, field: string): void => {
  if (day !== null && day > dayOf(now)) throw new Refusal('invalid', 'cases.day-is-ahead', field)
}

export const tellHerAction = action({
  path: '/sager/:case/den-anden-part/fortalt', method: 'post', audit: 'cases.she-was-told', facts: caseOf, right: rights['cases.tell-her'],
  input: sentFields.transform((sent, ctx) => ({ case: one(sent, 'case'), ...readTelling(sent, wrongTo(ctx)) })),
  run: async (work: Work, input, facts: CaseFacts) => {
    notAhead(input.toldOn, work.now, 'toldOn')
    await tellHer(work, facts.now.id, input)
    return { case: facts.now.id }
  },
  leadsTo: toCase,
})

export const contactOtherAction = action({
  path: '/sager/:case/den-anden-part/kontakt', method: 'post', audit: 'cases.other-contact-planned', facts: caseOf, right: rights['cases.contact-other'],
  input: sentFields.transform((sent, ctx) => {
    const wrong = wrongTo(ctx)
    const way = ways.find(it => it === one(sent, 'way'))
    if (!way) wrong('way', 'cases.needs-way')
    const done = one(sent, 'when') === 'done'
    return { case: one(sent, 'case'), way: way ?? 'talk', on: neededDay(sent, 'on', wrong), says: needed(sent, 'says', 'cases.needs-purpose', wrong, 1000), done }
  }),
  run: async (work: Work, input, facts: CaseFacts) => {
    if (input.done) notAhead(input.on, work.now, 'on')
    else notPast(input.on, work.now, 'on')
    await contactOther(work, facts.now.id, { ...input, names: (await frameOf(work, facts)).names })
    return { case: facts.now.id }
  },
  leadsTo: toCase,
})

/** A planned contact has been made. */
export const contactDoneAction = action({
  path: '/sager/:case/den-anden-part/kontakt/:contact', method: 'post', audit: 'cases.other-contact-done', facts: partOf('contact'), right: rights['cases.contact-other'],
  input: sentFields.transform(sent => ({ case: one(sent, 'case'), contact: one(sent, 'contact') })),
  run: async (work: Work, input, facts: CaseFacts) => {
    const found = (await store.contactsOf(work.db, facts.now.id)).find(it => it.id === input.contact)
    if (!found) throw missing()
    await contactDone(work, found.id, dayOf(work.now))
    return { case: facts.now.id }
  },
  leadsTo: toCase,
})
