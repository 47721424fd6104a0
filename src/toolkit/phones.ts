// The telephones that texts name. A text holds the name of a telephone and never its number, so that a number is put right in one place. Pure.
import { type Day, type Lang, daysBetween, readDay, sayDay } from '../kernel/day.ts'
import type { Bilingual } from '../forms/rules.ts'
import type { SafeHref } from '../platform/ui/href.ts'

export interface Listed {
  readonly name: Bilingual
  /** What one can call about. */
  readonly about: Bilingual
  /** Left out where no number could be confirmed: then the address stands alone. */
  readonly number?: string
  readonly url?: SafeHref
  /** When somebody last saw the number in a public place: a day, or the year where no more is known. `law` is a number that everybody knows. */
  readonly verified: Day | `${number}` | 'law'
}
export type PhoneBook = Readonly<Record<string, Listed>>

/** Days after which a number is said to be unconfirmed. */
export const unconfirmedAfter = 365

/** When the number was last confirmed, in words, where that is too long ago; undefined while it holds. A year counts from its last day. */
export function unconfirmedSince(it: Listed, today: Day, lang: Lang): string | undefined {
  if (it.verified === 'law' || it.number === undefined) return undefined
  const day = readDay(it.verified)
  const last = day ?? (`${it.verified}-12-31` as Day)
  return daysBetween(last, today) > unconfirmedAfter ? (day ? sayDay(day, lang) : it.verified) : undefined
}

/** What everybody in the country can call. The municipality's own stand in its directory. */
export const national = {
  alarm: {
    name: { da: 'Alarm', en: 'Emergency' }, about: { da: 'Når du er i fare nu.', en: 'When you are in danger now.' }, number: '112', verified: 'law',
  },
  politi: {
    name: { da: 'Politiet', en: 'The police' }, verified: 'law', number: '114', url: 'https://politi.dk/',
    about: { da: 'Når det ikke haster. Også når du vil anmelde noget. Bed om den sociale vagt, når kommunen har lukket.', en: 'When it is not urgent. Also to report something. Ask for the social duty officer when the municipality is closed.' },
  },
  dsc: {
    name: { da: 'Dansk Stalking Center', en: 'Dansk Stalking Center' }, number: '25 17 73 74', url: 'https://danskstalkingcenter.dk/', verified: '2019',
    about: { da: 'Gratis og anonym rådgivning til udsatte og pårørende. De tager også imod den, der selv er blevet ved og vil stoppe.', en: 'Free and anonymous advice for those exposed and those close to them. They also receive people who keep on contacting somebody and want to stop.' },
  },
  levudenvold: {
    name: { da: 'Lev Uden Vold', en: 'Lev Uden Vold' }, number: '1888', url: 'https://levudenvold.dk/', verified: '2024-04-01' as Day,
    about: { da: 'Døgnåbent og anonymt. Om vold i familien og mellem kærester, også psykisk vold.', en: 'Day and night, anonymous. About violence in families and between partners, also psychological violence.' },
  },
  offerraadgivningen: {
    name: { da: 'Offerrådgivningen', en: 'Offerrådgivningen (victim support)' }, number: '116 006', url: 'https://www.offerraadgivning.dk/', verified: '2023',
    about: { da: 'Døgnåbent. For dig, der har været udsat for noget, og for vidner og pårørende.', en: 'Day and night. For you who have been exposed to something, and for witnesses and those close to you.' },
  },
  boernetelefonen: {
    name: { da: 'BørneTelefonen', en: 'BørneTelefonen (the children’s line)' }, number: '116 111', url: 'https://bornetelefonen.dk/', verified: '2023',
    about: { da: 'Døgnåbent og anonymt for børn og unge.', en: 'Day and night, anonymous, for children and young people.' },
  },
  sletdet: {
    name: { da: 'SletDet, Red Barnet', en: 'SletDet, Save the Children' }, url: 'https://sletdet.redbarnet.dk/', verified: '2023',
    about: { da: 'Når nogen deler billeder eller andet om et barn eller en ung på nettet.', en: 'When somebody shares pictures or other things about a child or a young person online.' },
  },
  dialogmodvold: {
    name: { da: 'Dialog mod Vold', en: 'Dialog mod Vold' }, number: '35 30 17 17', url: 'https://dialogmodvold.dk/', verified: '2021',
    about: { da: 'For den, der selv er voldsom eller truer, og som vil stoppe.', en: 'For someone who is violent or makes threats, and wants to stop.' },
  },
} as const satisfies PhoneBook
