// The files that were made for the police in the invented town, and what came of them.
import { addDays } from '../kernel/day.ts'
import type { Actor } from '../kernel/actor.ts'
import { ownMake, ownPreview, ownStart } from '../bundle/actions.ts'
import { caseDeliver, caseMake, casePreview, caseReceipt, caseStart, makeByCommand } from '../bundle/actions-case.ts'
import { writeNumbers } from '../bundle/numbers.ts'
import { type PreviewPage, questionsOf } from '../bundle/steps.ts'
import type { Teller } from './teller.ts'

export const answersTo = (page: PreviewPage) =>
  ({ nr: page.nr, seen: page.seen, purpose: 'Til politiet', other: 'Kaj Opdigtet, 00 90 80 70', ...Object.fromEntries(questionsOf(page.warnings).map(it => [it.field, 'known'])) })

/** Out of the part of what is shown that lies between these two shares of it: 0 is the oldest, 1 the newest. */
export async function makeOne(teller: Teller, daysAgo: number, clock: string, by: Actor, about: string, part: readonly [from: number, to: number]): Promise<string> {
  const { choices } = await teller.act(daysAgo, clock, by, caseStart, { case: about })
  const [from, to] = part.map(it => Math.floor(it * choices.length))
  const page = await teller.act(daysAgo, clock, by, casePreview, { case: about, nr: writeNumbers(choices.slice(from, to).map(it => it.no)) })
  return (await teller.act(daysAgo, clock, by, caseMake, { case: about, ...answersTo(page) })).id
}

/** The visitator hands one in, the day the police contact accepts; they answer. */
export async function handedIn(teller: Teller, about: string): Promise<void> {
  const vibeke = await teller.as('vibeke.eksempel')
  const bundle = await makeOne(teller, 38, '10:20', vibeke, about, [0.2, 0.24])
  const ids = { case: about, bundle }
  await teller.act(37, '13:30', vibeke, caseDeliver, { ...ids, how: 'inPerson', day: addDays(teller.today, -37), time: '13.00', to: 'Politiets kontaktperson i Havneby', sure: 'yes' })
  await teller.act(37, '13:40', vibeke, caseReceipt, { ...ids, journal: 'none', officer: 'Peter Opdigt', phone: '00 20 30 40', first: 'asked' })
  await teller.act(34, '14:40', vibeke, caseReceipt, { ...ids, journal: 'number', number: '0000-00000-00042-26', officer: 'Peter Opdigt', phone: '00 20 30 40', first: 'agreed' })
}

/** What has happened since lies ready, made by each of those who may. */
export async function lieReady(teller: Teller, about: string, citizen: Actor): Promise<void> {
  const { choices } = await teller.act(1, '20:55', citizen, ownStart, {})
  const page = await teller.act(1, '21:00', citizen, ownPreview, { nr: writeNumbers(choices.slice(-6).map(it => it.no)) })
  await teller.act(1, '21:04', citizen, ownMake, answersTo(page))
  await makeOne(teller, 0, '08:02', await teller.as('vibeke.eksempel'), about, [0.92, 0.94])
  await makeOne(teller, 0, '08:06', await teller.as('inger.eksempel'), about, [0.84, 0.87])
}

/** All that is shown, by a command. */
export async function madeByCommand(teller: Teller, about: string): Promise<void> {
  await teller.act(0, '08:08', await teller.as('vibeke.eksempel'), makeByCommand, { case: about, purpose: 'Til politiet' })
}
