// Whoever is exposed at work is told before the other party is reached, also where that is a colleague or a manager: how the two pages about it are read.
import { dayOf } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { readTypedDay } from '../../forms/read.ts'
import { given as valueOf } from '../../forms/rules.ts'
import { saysName, ways } from '../coordination/rules.ts'
import { one, type SentFields, type Wrong } from '../enquire.ts'
import { knownAnswers, readFirst } from '../told-first/rules.ts'
import { plannedContacts, type SideEvent, type SideGiven } from './rules.ts'

export function readContact(sent: SentFields, wrong: Wrong): SideGiven {
  const first = readFirst(field => one(sent, field), wrong, knownAnswers)
  const [way, state, on] = [ways.find(it => it === one(sent, 'way')), (['planned', 'done'] as const).find(it => it === one(sent, 'when')), readTypedDay(one(sent, 'on'))]
  if (!way) wrong('way', 'cases.needs-way')
  if (!state) wrong('when', 'cases.needs-when')
  if (!on) wrong('on', 'cases.needs-day')
  const told = one(sent, 'told')
  if (told === '') wrong('told', 'cases.needs-purpose')
  if (told.length > 1000) wrong('told', 'cases.too-long')
  return { told, ...(first && { first }), ...(way && state && on && { contact: { way, state, on } }) }
}

export function readMade(sent: SentFields, wrong: Wrong): SideGiven {
  const [seq, on] = [Number(one(sent, 'made')), readTypedDay(one(sent, 'on'))]
  if (!Number.isSafeInteger(seq) || seq < 1) wrong('made', 'cases.needs-contact')
  if (!on) wrong('on', 'cases.needs-day')
  return on ? { made: { seq, on } } : {}
}

/**
 * What was planned or made, held against the case.
 * @throws Refusal invalid when the day does not fit, conflict when the text names the employee or the contact is made already
 */
export function refuseContact(events: readonly SideEvent[], given: SideGiven, now: Date): void {
  const { contact, made, told = '' } = given
  const today = dayOf(now)
  if (contact?.state === 'done' && contact.on > today) throw new Refusal('invalid', 'cases.day-is-ahead', 'on')
  if (contact?.state === 'planned' && contact.on < today) throw new Refusal('invalid', 'cases.day-is-past', 'on')
  if (made && made.on > today) throw new Refusal('invalid', 'cases.day-is-ahead', 'on')
  if (made && !plannedContacts(events).includes(made.seq)) throw new Refusal('conflict', 'cases.contact-is-done')
  const first = events.find(it => it.seq === made?.seq)?.given.first
  if (made && first?.on && first.on > made.on) throw new Refusal('invalid', 'cases.told-after', 'on')
  if (contact && saysName(told, namesIn(events))) throw new Refusal('invalid', 'cases.names-employee', 'told')
}

const namesIn = (events: readonly SideEvent[]): readonly string[] =>
  events.flatMap(({ given: { answers } }) => (answers ? [String(valueOf(answers.values, 'employeeName') ?? '')] : []))
