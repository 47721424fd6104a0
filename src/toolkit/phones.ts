// The telephones that texts name. A text holds the name of a telephone and never its number, so that a number is put right in one place: the referral list. Pure.
import type { Day, Lang } from '../kernel/day.ts'
import type { Bilingual } from '../forms/rules.ts'
import { readHref, type SafeHref } from '../platform/ui/href.ts'
import { freshness, type ReferralEntry, referralEntries, sayVerified } from './referral-list.ts'

export interface Listed {
  readonly name: Bilingual
  /** What one can call about. */
  readonly about: Bilingual
  /** Left out where no number could be confirmed: then the address stands alone. */
  readonly number?: string
  readonly url?: SafeHref
  /** When somebody last saw the number in a public place, as exactly as it is known; null when never. `law`: a number that everybody knows. */
  readonly verified: string | null
}
export type PhoneBook = Readonly<Record<string, Listed>>

/** When the number was last confirmed, in words, where that is a year ago or more; empty when it never was, undefined while it holds. */
export function unconfirmedSince(it: Pick<Listed, 'number' | 'verified'>, today: Day, lang: Lang): string | undefined {
  if (it.number === undefined || it.verified === 'law') return undefined
  if (freshness({ verifiedOn: it.verified }, today) !== 'unconfirmed') return undefined
  // The day of the week says nothing here: "1. april 2024".
  return it.verified === null ? '' : sayVerified(it.verified, lang).replace(/^\p{L}+ (?=\d{1,2}\D)/u, '')
}

/** How texts call those of the referral list that they name. */
const named = {
  alarm: 'emergency', politi: 'police', dsc: 'dsc-exposed', dscanden: 'dsc-other-party', levudenvold: 'lev-uden-vold', offerraadgivningen: 'offerraadgivningen', boernetelefonen: 'boernetelefonen',
  sletdet: 'sletdet', dialogmodvold: 'dialog-mod-vold',
} as const

function listed(entry: ReferralEntry): Listed {
  const url = entry.web === undefined ? undefined : readHref(`https://${entry.web}/`)
  return { name: entry.name, about: entry.service, ...(entry.phone && { number: entry.phone }), ...(url && { url }), verified: entry.always ? 'law' : entry.verifiedOn }
}

/** What everybody in the country can call. The municipality's own stand in its directory. */
export const national: PhoneBook & { readonly alarm: Listed; readonly politi: Listed } = {
  ...Object.fromEntries(Object.entries(named).map(([name, id]) => [name, inList(id)])), alarm: inList(named.alarm), politi: inList(named.politi),
}

function inList(id: string): Listed {
  const entry = referralEntries.find(it => it.id === id)
  if (!entry) throw new Error(`the referral list has no ${id}`)
  return listed(entry)
}
