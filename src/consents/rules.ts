// What may be passed on, to whom, and while which days. Pure.
import type { Role } from '../kernel/actor.ts'
import type { Day } from '../kernel/day.ts'
import type { Right } from '../kernel/rights.ts'

/** Those outside the municipality that a consent can name. */
export const receivers = ['policeContact', 'dscAdviser'] as const satisfies readonly Role[]
export type Receiver = (typeof receivers)[number]

/** What can be ticked in a consent. The words stand in the form; these are its answers. */
export const topics = ['contact', 'account', 'log', 'finding', 'needs'] as const
export type Topic = (typeof topics)[number]

export const states = ['asked', 'signed', 'ended', 'withdrawn', 'declined'] as const
export type State = (typeof states)[number]

export interface Consent {
  readonly id: string
  readonly citizen: string
  readonly to: Receiver
  readonly form: string
  readonly version: number
  readonly askedAt: Date
  readonly signedAt: Date | null
  readonly fromDay: Day | null
  readonly untilDay: Day | null
  readonly topics: readonly string[]
  readonly declinedAt: Date | null
  readonly withdrawnAt: Date | null
}
type Dates = Pick<Consent, 'signedAt' | 'fromDay' | 'untilDay' | 'declinedAt' | 'withdrawnAt'>

/** Where a consent is in its life on this day. A withdrawal bites at once; the last day does not count. */
export function stateOf(it: Dates, today: Day): State {
  if (it.withdrawnAt) return 'withdrawn'
  if (it.declinedAt) return 'declined'
  if (!it.signedAt) return 'asked'
  return it.untilDay !== null && today >= it.untilDay ? 'ended' : 'signed'
}

/** A consent covers only what it names, from the day it says until it ends or is withdrawn. */
export const covers = (it: Consent, to: Receiver, topic: Topic, today: Day): boolean =>
  it.to === to && it.topics.includes(topic) && stateOf(it, today) === 'signed' && it.fromDay !== null && it.fromDay <= today

/** The consent under which this may go to them today; undefined when there is none. */
export const consentFor = (all: readonly Consent[], to: Receiver, topic: Topic, today: Day): Consent | undefined =>
  all.find(it => covers(it, to, topic, today))

export const rights = {
  'consents.list': [{ by: 'visitator', ground: 'role', states: 'every' }, { by: 'primaryCoordinator', ground: 'holder', states: 'every' }],
  'consents.ask': [{ by: 'visitator', ground: 'role', states: 'every' }, { by: 'primaryCoordinator', ground: 'holder', states: 'every' }],
  'consents.own': [{ by: 'citizen', ground: 'unlocked', states: 'every' }],
  'consents.read': [{ by: 'citizen', ground: 'unlocked', states: 'every' }],
  'consents.sign': [{ by: 'citizen', ground: 'unlocked', states: ['asked'] }],
  'consents.decline': [{ by: 'citizen', ground: 'unlocked', states: ['asked'] }],
  'consents.withdraw': [{ by: 'citizen', ground: 'unlocked', states: ['signed'] }],
} as const satisfies Record<string, Right>
