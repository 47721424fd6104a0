// What may be passed on, to whom, and while which days. Pure.
import type { Role } from '../kernel/actor.ts'
import type { Day } from '../kernel/day.ts'
import type { Right } from '../kernel/rights.ts'
import { sparringRights } from './sparring.ts'

/** Those outside the municipality that a consent can name. */
export const receivers = ['policeContact', 'dscAdviser'] as const satisfies readonly Role[]
export type Receiver = (typeof receivers)[number]

/** What can be ticked in a consent. The words stand in the form; these are its answers. */
export const topics = ['contact', 'account', 'log', 'finding', 'needs'] as const
export type Topic = (typeof topics)[number]

/** `ground`: no yes of hers, but a ground in law that a named colleague wrote down; it is not hers to take back. */
export const states = ['asked', 'signed', 'ended', 'withdrawn', 'declined', 'ground'] as const
export type State = (typeof states)[number]

/** screen: she signed it on her own page · paper: signed and scanned · oral: said, and noted · law: decided without her yes. */
export const ways = ['screen', 'paper', 'oral', 'law'] as const
export type Way = (typeof ways)[number]

/** On which ground something goes to another authority without her yes. Source: dossier 1.5 (forvaltningsloven § 28, databeskyttelsesloven § 8); to be checked locally. */
export const laws = ['essential', 'duty', 'danger'] as const
export type Law = (typeof laws)[number]

/** Health and criminal matters need a signature: what happened, the log, the finding and the needs are that. A spoken yes covers how to reach her. */
export const oralTopics = ['contact'] as const satisfies readonly Topic[]
/** A spoken yes, and a ground in law, hold between authorities only. */
export const authorities = ['policeContact'] as const satisfies readonly Receiver[]
/** Working days that a spoken yes holds, the day it is noted among them. */
export const oralWorkingDays = 5
/** Days of the calendar that a ground in law holds before it is looked at again. */
export const lawDays = 28

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
  readonly how: Way
  readonly law: Law | null
}
type Dates = Pick<Consent, 'signedAt' | 'fromDay' | 'untilDay' | 'declinedAt' | 'withdrawnAt'>

/** Where a consent is in its life on this day. A withdrawal bites at once; the last day does not count. */
export function stateOf(it: Dates, today: Day): State {
  if (it.withdrawnAt) return 'withdrawn'
  if (it.declinedAt) return 'declined'
  if (!it.signedAt) return 'asked'
  return it.untilDay !== null && today >= it.untilDay ? 'ended' : 'signed'
}

/** As the rights know it: what the law decided is a thing of its own while it holds. */
export const standingState = (it: Dates & Pick<Consent, 'how'>, today: Day): State => {
  const state = stateOf(it, today)
  return it.how === 'law' && state === 'signed' ? 'ground' : state
}

/** A consent covers only what it names, from the day it says until it ends or is withdrawn. */
export const covers = (it: Consent, to: Receiver, topic: Topic, today: Day): boolean =>
  it.to === to && it.topics.includes(topic) && mayBe(it, topic) && stateOf(it, today) === 'signed' && it.fromDay !== null && it.fromDay <= today

/** What this way of giving can carry at all, whatever was ticked. */
function mayBe({ how, to }: Pick<Consent, 'how' | 'to'>, topic: Topic): boolean {
  if (how === 'screen' || how === 'paper') return true
  return (authorities as readonly Receiver[]).includes(to) && (how === 'law' || (oralTopics as readonly Topic[]).includes(topic))
}

/** Whether a signature of hers to this receiver holds today. */
export const isSigned = (it: Consent, to: Receiver, today: Day): boolean =>
  it.to === to && (it.how === 'screen' || it.how === 'paper') && stateOf(it, today) === 'signed'

/** The consent under which this may go to them today; undefined when there is none. */
export const consentFor = (all: readonly Consent[], to: Receiver, topic: Topic, today: Day): Consent | undefined =>
  all.find(it => covers(it, to, topic, today))

const staff = (states: Right[number]['states']): Right => [{ by: 'visitator', ground: 'role', states }, { by: 'primaryCoordinator', ground: 'holder', states }]

export const rights = {
  'consents.list': [{ by: 'visitator', ground: 'role', states: 'every' }, { by: 'primaryCoordinator', ground: 'holder', states: 'every' }],
  'consents.ask': [{ by: 'visitator', ground: 'role', states: 'every' }, { by: 'primaryCoordinator', ground: 'holder', states: 'every' }],
  'consents.record': staff('every'),
  'consents.one': staff('every'),
  'consents.end': staff(['signed', 'ground']),
  'consents.own': [{ by: 'citizen', ground: 'unlocked', states: 'every' }],
  'consents.read': [{ by: 'citizen', ground: 'unlocked', states: 'every' }],
  'consents.sign': [{ by: 'citizen', ground: 'unlocked', states: ['asked'] }],
  'consents.decline': [{ by: 'citizen', ground: 'unlocked', states: ['asked'] }],
  'consents.withdraw': [{ by: 'citizen', ground: 'unlocked', states: ['signed'] }],
  ...sparringRights,
} as const satisfies Record<string, Right>
