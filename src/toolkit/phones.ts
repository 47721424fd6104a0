// The telephones that texts name. A text holds the name of a telephone and never its number, so that a number is put right in one place. Pure.
import type { Bilingual } from '../forms/rules.ts'
import type { Day, Lang } from '../kernel/day.ts'
import type { SafeHref } from '../platform/ui/href.ts'
import { ageOf, referralEntries, sayVerified, staleAfter } from './referral-list.ts'

export interface Listed {
  readonly name: Bilingual
  /** What one can call about. */
  readonly about: Bilingual
  /** Left out where no number could be confirmed: then the address stands alone. */
  readonly number?: string
  readonly url?: SafeHref
  /** When somebody last saw the number in a public place, as exactly as it is known: `2019`, `2019-06` or a day. `law` is a number that everybody knows. */
  readonly verified: string
}
export type PhoneBook = Readonly<Record<string, Listed>>

/** When the number was last confirmed, in words, where that is too long ago; undefined while it holds. The rule is the referral list's. */
export function unconfirmedSince(it: Listed, today: Day, lang: Lang): string | undefined {
  if (it.verified === 'law' || it.number === undefined) return undefined
  return ageOf(it.verified, today) > staleAfter.unconfirmed ? sayVerified(it.verified, lang) : undefined
}

/** Number, address and age stand in the referral list alone; a text says only what one can call about. */
function listed(id: string, name: Bilingual, about: Bilingual): Listed {
  const entry = referralEntries.find(it => it.id === id)
  if (!entry) throw new Error(`the referral list has no ${id}`)
  return { name, about, ...(entry.phone && { number: entry.phone }), ...(entry.web && { url: `https://${entry.web}/` as const }), verified: entry.always ? 'law' : entry.verifiedOn ?? 'law' }
}

/** What everybody in the country can call. The municipality's own stand in its directory. */
export const national = {
  alarm: listed('emergency', { da: 'Alarm', en: 'Emergency' }, { da: 'Når du er i fare nu.', en: 'When you are in danger now.' }),
  politi: listed('police', { da: 'Politiet', en: 'The police' }, { da: 'Når det ikke haster. Også når du vil anmelde noget. Bed om den sociale vagt, når kommunen har lukket.', en: 'When it is not urgent. Also to report something. Ask for the social duty officer when the municipality is closed.' }),
  dsc: listed('dsc-exposed', { da: 'Dansk Stalking Center', en: 'Dansk Stalking Center' }, { da: 'Gratis og anonym rådgivning til udsatte og pårørende. De tager også imod den, der selv er blevet ved og vil stoppe.', en: 'Free and anonymous advice for those exposed and those close to them. They also receive people who keep on contacting somebody and want to stop.' }),
  levudenvold: listed('lev-uden-vold', { da: 'Lev Uden Vold', en: 'Lev Uden Vold' }, { da: 'Døgnåbent og anonymt. Om vold i familien og mellem kærester, også psykisk vold.', en: 'Day and night, anonymous. About violence in families and between partners, also psychological violence.' }),
  offerraadgivningen: listed('offerraadgivningen', { da: 'Offerrådgivningen', en: 'Offerrådgivningen (victim support)' }, { da: 'Døgnåbent. For dig, der har været udsat for noget, og for vidner og pårørende.', en: 'Day and night. For you who have been exposed to something, and for witnesses and those close to you.' }),
  boernetelefonen: listed('boernetelefonen', { da: 'BørneTelefonen', en: 'BørneTelefonen (the children’s line)' }, { da: 'Døgnåbent og anonymt for børn og unge.', en: 'Day and night, anonymous, for children and young people.' }),
  sletdet: listed('sletdet', { da: 'SletDet, Red Barnet', en: 'SletDet, Save the Children' }, { da: 'Når nogen deler billeder eller andet om et barn eller en ung på nettet.', en: 'When somebody shares pictures or other things about a child or a young person online.' }),
  dialogmodvold: listed('dialog-mod-vold', { da: 'Dialog mod Vold', en: 'Dialog mod Vold' }, { da: 'For den, der selv er voldsom eller truer, og som vil stoppe.', en: 'For someone who is violent or makes threats, and wants to stop.' }),
} as const satisfies PhoneBook
