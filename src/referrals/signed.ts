// A paper that somebody signed, where no consent of this house can be hung on it: what it covers, until when, and whether it still holds. Pure.
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { readTypedDay } from '../forms/read.ts'
import { one, type SentFields, type Wrong } from '../cases/enquire.ts'

/** What such a referral carries besides the question. */
export const signedTopics = ['contact', 'account'] as const
export type SignedTopic = (typeof signedTopics)[number]
export interface Signed { readonly signedOn: Day; readonly until: Day; readonly covers: readonly SignedTopic[] }
export interface KeptSigned extends Signed { readonly endedAt: Date | null }
/** Whether something can still go on it; what went on another ground is not held up by it. */
export const goesOn = (it: KeptSigned | undefined, today: Day): boolean => it === undefined || (it.endedAt === null && today < it.until)
export const signedFields = ['day', 'until', 'covers'] as const

/** Every fault at its field; undefined where there is one. */
export function readSigned(sent: SentFields, wrong: Wrong): Signed | undefined {
  const [signedOn, until, covers] = [readTypedDay(one(sent, 'day')), readTypedDay(one(sent, 'until')), signedTopics.filter(it => [sent['covers'] ?? []].flat().includes(it))]
  if (!signedOn) wrong('day', 'referrals.needs-day')
  if (!until) wrong('until', 'referrals.needs-until')
  else if (signedOn && until <= signedOn) wrong('until', 'referrals.paper-over')
  if (covers.length === 0) wrong('covers', 'referrals.needs-covers')
  return signedOn && until && covers.length > 0 ? { signedOn, until, covers } : undefined
}

/**
 * @param goes what is sent along, by what the paper must name
 * @throws Refusal invalid where it does not hold today (the last day does not count, as with every consent), or something goes along that it does not name
 */
export function refuseUnsigned(it: Signed, today: Day, goes: Readonly<Partial<Record<SignedTopic, string>>>): void {
  if (it.signedOn > today) throw new Refusal('invalid', 'referrals.day-to-come', 'day')
  if (it.until <= today) throw new Refusal('invalid', 'referrals.paper-over', 'until')
  const beyond = signedTopics.find(topic => (goes[topic] ?? '').trim() !== '' && !it.covers.includes(topic))
  if (beyond) throw new Refusal('invalid', `referrals.paper-without-${beyond}`, 'covers')
}
