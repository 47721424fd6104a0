// The yes of a person who stalks, on a paper that this person signed: what Dansk Stalking Center may have, until when, and that it can be taken back. Pure.
import { dayOf, type Day } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { readTypedDay } from '../../forms/read.ts'
import { type Answers, given } from '../../forms/rules.ts'

export const coverable = ['name', 'phone', 'why'] as const
export type Cover = (typeof coverable)[number]

export interface OtherConsent {
  readonly id: string
  readonly signedOn: Day
  /** The last day on which it holds. */
  readonly until: Day
  readonly covers: readonly Cover[]
  readonly at: Date
  readonly withdrawnAt: Date | null
}

/** The newest that holds today. @param all newest first */
export const holdingYes = (all: readonly OtherConsent[], today: Day): OtherConsent | undefined =>
  all.find(it => it.signedOn <= today && today <= it.until && it.withdrawnAt === null)

/**
 * What the form says of a paper; undefined where the person has signed none.
 * @throws Refusal invalid where it was signed on a day to come, is over already, or covers nothing
 */
export function paperOf({ values }: Answers, now: Date): Omit<OtherConsent, 'id' | 'at' | 'withdrawnAt'> | undefined {
  if (given(values, 'answer') !== 'consents') return undefined
  const day = (field: string) => readTypedDay(String(given(values, field) ?? ''))
  const [signedOn, until, covers] = [day('signedOn'), day('until'), [given(values, 'covers') ?? []].flat().map(String)]
  if (!signedOn || signedOn > dayOf(now)) throw new Refusal('invalid', 'cases.day-is-ahead', 'signedOn')
  if (!until || until < dayOf(now)) throw new Refusal('invalid', 'cases.yes-is-over', 'until')
  const may = coverable.filter(it => covers.includes(it))
  if (may.length === 0) throw new Refusal('invalid', 'cases.side-needs', 'covers')
  return { signedOn, until, covers: may }
}
/** A no to the offer takes back what was signed before. */
export const saysNo = ({ values }: Answers): boolean => given(values, 'answer') === 'no'
