// Before anybody talks with the other party outside her own case: is somebody exposed known, was she told, and was her safety gone through?
// The answer lies with the talk or the referral; it names nobody and never says who told us.
import type { Day } from '../../kernel/day.ts'
import { dayOf } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { readTypedDay } from '../../forms/read.ts'

/** told: on a day, her safety gone through · waived: let be, with a reason · nobody: nobody exposed is known here, and how that was looked into */
export const toldAnswers = ['told', 'waived', 'nobody'] as const
export interface ToldFirst { readonly answer: (typeof toldAnswers)[number]; readonly on?: Day; readonly why?: string }
export const firstFields = ['first', 'firstOn', 'firstWhy'] as const

/** Whether the police tell before they speak with the other party: agreed, asked and not answered, or not asked yet. Asked wherever something goes to them. */
export const agreements = ['agreed', 'asked', 'not-asked'] as const
export type Agreement = (typeof agreements)[number]

/** What can be answered where the one who is exposed is known: it is her case. */
export const knownAnswers = ['told', 'waived'] as const

/** Every fault at its field; undefined where there is one. */
export function readFirst(one: (field: string) => string, wrong: (field: string, code: `cases.${string}`) => void, answers: typeof toldAnswers | typeof knownAnswers = toldAnswers): ToldFirst | undefined {
  const answer = answers.find(it => it === one('first'))
  if (!answer) wrong('first', 'cases.first-needed')
  if (!answer) return undefined
  const [on, why] = [readTypedDay(one('firstOn')), one('firstWhy')]
  if (answer === 'told' && !on) wrong('firstOn', 'cases.needs-day')
  if (answer !== 'told' && why === '') wrong('firstWhy', 'cases.needs-reason')
  if (why.length > 1000) wrong('firstWhy', 'cases.too-long')
  return answer === 'told' ? { answer, ...(on && { on }) } : { answer, why }
}

/** @throws Refusal invalid when she was told after the contact, or on a day to come */
export function refuseToldLater(it: ToldFirst | undefined, contactOn: Day | undefined, now: Date): void {
  if (it?.on && it.on > dayOf(now)) throw new Refusal('invalid', 'cases.day-is-ahead', 'firstOn')
  if (it?.on && contactOn && it.on > contactOn) throw new Refusal('invalid', 'cases.told-after', 'firstOn')
}
