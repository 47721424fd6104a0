// Whom else to call: the national offers as they could be verified, and what may be said of a number that has not been looked at for long. Pure.
// A number is never taken from a code repository: several of those were found to be old or wrong.
import type { Bilingual } from '../forms/rules.ts'
import { daysBetween, readDay, type Day, type Lang } from '../kernel/day.ts'
import { both } from './asking.ts'

export const audiences = ['exposed', 'otherParty', 'relative', 'child', 'professional'] as const
export type ReferralAudience = (typeof audiences)[number]

export interface ReferralEntry {
  readonly id: string
  readonly name: Bilingual
  readonly for: readonly ReferralAudience[]
  readonly service: Bilingual
  /** As it is dialled. Left out where no public page with it was found: then the web address stands alone. */
  readonly phone?: string
  /** The emergency numbers, and what a municipality keeps in its own directory: shown always, whatever their age. */
  readonly always?: true
  /** Left out where no page tells it. */
  readonly hours?: Bilingual
  readonly price?: Bilingual
  readonly anonymous?: boolean
  readonly area?: Bilingual
  /** Without `https://`. */
  readonly web?: string
  /** Where it is from, and when that page was written. */
  readonly source: Bilingual
  /** When somebody last saw the number on a page of its owner or of an authority, as exactly as it is known: `2019`, `2019-06` or `2024-04-01`; null when never. */
  readonly verifiedOn: string | null
}

/** Its id is its address too: people are sent to `/redskaber/henvisningsliste`. */
export const referralList1 = {
  id: 'henvisningsliste', version: 1, kind: 'referral-list',
  title: both('Henvisningsliste', 'Referral list'),
  source: both('Egen rekonstruktion, udkast – godkendes lokalt. Bygger på organisationernes egne sider og rapporten om Esbjerg 2017–2019',
    'Our own reconstruction, draft – to be approved locally. Rests on the organisations’ own pages and the report on Esbjerg 2017–2019'),
} as const

const dayAndNight = both('Hele døgnet', 'Day and night')
const free = both('Gratis', 'Free')
const country = both('Hele landet', 'The whole country')
const dsc = 'danskstalkingcenter.dk'

export const referralEntries: readonly ReferralEntry[] = [
  {
    id: 'emergency', name: both('Alarmcentralen', 'Emergency services'), for: ['exposed', 'otherParty', 'relative', 'child', 'professional'], phone: '112', always: true,
    service: both('Når nogen er i fare nu.', 'When anybody is in danger now.'), hours: dayAndNight, area: country, source: both('Politiets og kommuners sider', 'Pages of the police and municipalities'), verifiedOn: null,
  },
  {
    id: 'police', name: both('Politiet', 'The police'), for: ['exposed', 'otherParty', 'relative', 'child', 'professional'], phone: '114', always: true,
    service: both('Når det ikke er akut. Du kan også skrive eller møde op. Der er intet skema på nettet til stalking.', 'When it is not acute. You can also write or turn up. There is no form on the web for stalking.'),
    area: country, web: 'politi.dk', source: both('Horsens Kommune (udateret)', 'Horsens Municipality (undated)'), verifiedOn: null,
  },
  {
    id: 'social-duty', name: both('Den sociale vagt i kommunen', 'The municipality’s social duty officer'), for: ['exposed', 'relative', 'child', 'professional'], phone: '114', always: true,
    service: both('Uden for åbningstid. Ring til politiet, og bed om den sociale vagt.', 'Outside opening hours. Call the police and ask for the social duty officer.'), area: both('Din kommune', 'Your municipality'),
    source: both('Læsø og Tønder Kommune (udateret)', 'Læsø and Tønder Municipality (undated)'), verifiedOn: null,
  },
  {
    id: 'dsc-exposed', name: both('Dansk Stalking Center: udsatte og pårørende', 'Dansk Stalking Center: exposed people and relatives'), for: ['exposed', 'relative'], phone: '25 17 73 74', web: dsc,
    service: both('Råd og støtte i telefonen.', 'Advice and support on the telephone.'), price: free, anonymous: true, area: country, source: both('Rapporten om Esbjerg, juni 2019; to kommuners sider (udaterede)', 'The report on Esbjerg, June 2019; pages of two municipalities (undated)'), verifiedOn: '2019-06',
  },
  {
    // The report of 2019 prints a number; two searches found it on no public page. It is not published until somebody has confirmed it.
    id: 'dsc-other-party', name: both('Dansk Stalking Center: den, der har svært ved at slippe', 'Dansk Stalking Center: those who find it hard to let go'), for: ['otherParty'], web: dsc,
    service: both('En linje for den, der selv vil holde op. Åbnet i 2018.', 'A line for those who want to stop. Opened in 2018.'), anonymous: true, area: country, source: both('Rapporten om Esbjerg, juni 2019', 'The report on Esbjerg, June 2019'), verifiedOn: '2019-06',
  },
  {
    // As above.
    id: 'dsc-professionals', name: both('Dansk Stalking Center: fagfolk', 'Dansk Stalking Center: professionals'), for: ['professional'], web: dsc,
    service: both('Sparring om en sag, uden navne.', 'Talk about a case, without names.'), area: country, source: both('Rapporten om Esbjerg, juni 2019', 'The report on Esbjerg, June 2019'), verifiedOn: '2019-06',
  },
  {
    id: 'lev-uden-vold', name: both('Lev Uden Vold', 'Lev Uden Vold'), for: ['exposed', 'relative', 'professional'], phone: '1888', web: 'levudenvold.dk',
    service: both('Vold i nære forhold. De kan også finde en plads på krisecenter.', 'Violence in close relations. They can also find a place in a shelter.'), hours: dayAndNight, price: free, anonymous: true, area: country,
    source: both('Pressemeddelelse 1. april 2024', 'Press release, 1 April 2024'), verifiedOn: '2024-04-01',
  },
  {
    id: 'offerraadgivningen', name: both('Offerrådgivningen', 'Victim support (Offerrådgivningen)'), for: ['exposed', 'relative'], phone: '116 006', web: 'offerraadgivning.dk',
    service: both('Støtte fra frivillige, også til vidner og pårørende. I telefon, på chat eller ansigt til ansigt.', 'Support from volunteers, for witnesses and relatives too. By telephone, chat or face to face.'), hours: dayAndNight, area: country,
    source: both('Egen side, 2023', 'Own page, 2023'), verifiedOn: '2023',
  },
  {
    id: 'boernetelefonen', name: both('BørneTelefonen', 'BørneTelefonen (for children)'), for: ['child'], phone: '116 111', web: 'bornetelefonen.dk',
    service: both('Børn og unge kan ringe, chatte eller skrive.', 'Children and young people can call, chat or write.'), hours: dayAndNight, anonymous: true, area: country, source: both('Omtale 2021–2023', 'Reports, 2021–2023'), verifiedOn: '2023',
  },
  {
    id: 'sletdet', name: both('Red Barnet: SletDet', 'Save the Children: SletDet'), for: ['child', 'relative', 'professional'], web: 'sletdet.redbarnet.dk',
    service: both('Når billeder eller andet bliver delt på nettet. For børn, unge, forældre og fagfolk.', 'When pictures or other things are shared online. For children, young people, parents and professionals.'), area: country,
    source: both('Egen side (udateret)', 'Own page (undated)'), verifiedOn: null,
  },
  {
    id: 'dialog-mod-vold', name: both('Dialog mod Vold', 'Dialog mod Vold'), for: ['otherParty', 'relative'], phone: '35 30 17 17', web: 'dialogmodvold.dk',
    service: both('Psykologer for den, der bruger vold, og for familien.', 'Psychologists for those who use violence, and for the family.'), price: free, area: both('Aarhus, Odense og København', 'Aarhus, Odense and Copenhagen'),
    source: both('Egen side, foråret 2021', 'Own page, spring 2021'), verifiedOn: '2021',
  },
  {
    id: 'mandecentret', name: both('Mandecentret', 'Mandecentret (for men)'), for: ['exposed', 'otherParty'], web: 'mandecentret.dk',
    service: both('Mænd, der lever med vold, eller selv har svært ved vrede. Også krisecenter.', 'Men who live with violence, or struggle with anger. Also a shelter.'), area: both('Flere byer, blandt andet Esbjerg', 'Several towns, Esbjerg among them'),
    source: both('Egen side, juli 2024 (uden nummer)', 'Own page, July 2024 (without a number)'), verifiedOn: null,
  },
  {
    id: 'danner', name: both('Danner', 'Danner (for women)'), for: ['exposed'], phone: '33 33 00 47', web: 'danner.dk',
    service: both('Kvinder, der er udsat for vold. Krisecenter og råd, også på chat.', 'Women exposed to violence. A shelter and advice, also by chat.'), hours: both('Hele døgnet i 2021', 'Day and night in 2021'), area: country,
    source: both('Egen side, 8. februar 2021', 'Own page, 8 February 2021'), verifiedOn: '2021-02-08',
  },
  {
    id: 'digitalt-ansvar', name: both('Digitalt Ansvar', 'Digitalt Ansvar'), for: ['exposed', 'relative', 'professional'], web: 'digitaltansvar.dk',
    service: both('Viden om skjulte programmer og krænkelser på nettet.', 'Knowledge of hidden programs and violations online.'), source: both('Egen side (udateret)', 'Own page (undated)'), verifiedOn: null,
  },
  {
    id: 'moedrehjaelpen', name: both('Mødrehjælpen', 'Mødrehjælpen'), for: ['exposed'], web: 'moedrehjaelpen.dk',
    service: both('Råd til mødre, og til den, der er ude af et voldeligt forhold.', 'Advice for mothers, and for those who have left a violent relation.'), source: both('Egen side (udateret)', 'Own page (undated)'), verifiedOn: null,
  },
]

export interface Leaflet { readonly id: string; readonly name: Bilingual; readonly for: readonly ReferralAudience[]; readonly href: `https://${string}`; readonly note?: Bilingual }
/** Other people's leaflets are linked to, never copied. */
export const leaflets: readonly Leaflet[] = [
  {
    id: 'prosecution', name: both('Anklagemyndighedens vejledning til udsatte', 'The prosecution service’s guide for those exposed'), for: ['exposed', 'professional'], href: 'https://anklagemyndigheden.dk',
    note: both('Søg på siden efter "stalking".', 'Search the page for “stalking”.'),
  },
  { id: 'dsc-exposed', name: both('Dansk Stalking Centers materiale til udsatte', 'Material of Dansk Stalking Center for those exposed'), for: ['exposed', 'relative'], href: 'https://danskstalkingcenter.dk' },
  { id: 'dsc-log', name: both('Dansk Stalking Centers logskema', 'The log form of Dansk Stalking Center'), for: ['exposed'], href: 'https://danskstalkingcenter.dk/logskema' },
  { id: 'dsc-other-party', name: both('Dansk Stalking Centers materiale til dem, der stalker', 'Material of Dansk Stalking Center for those who stalk'), for: ['otherParty'], href: 'https://danskstalkingcenter.dk' },
]

/** Days without anybody looking at a number: after the first a warning stands with it, after the second it is told that it is not confirmed. */
export const staleAfter = { warn: 180, unconfirmed: 365 } as const

/** fresh · warn: half a year old · unconfirmed: a year old, or never confirmed. Emergency numbers are always fresh. */
export type Freshness = 'fresh' | 'warn' | 'unconfirmed'

/** The first day that a known time can mean: an unexact date counts as its oldest. */
export const dayVerified = (verifiedOn: string): Day | undefined => readDay(`${verifiedOn}-01-01`.slice(0, 10))

/** Whole days since a number was confirmed. */
export function ageOf(verifiedOn: string, today: Day): number {
  const day = dayVerified(verifiedOn)
  return day === undefined ? Infinity : daysBetween(day, today)
}

export function freshness(entry: Pick<ReferralEntry, 'always' | 'verifiedOn'>, today: Day): Freshness {
  if (entry.always) return 'fresh'
  const age = entry.verifiedOn === null ? Infinity : ageOf(entry.verifiedOn, today)
  return age > staleAfter.unconfirmed ? 'unconfirmed' : age > staleAfter.warn ? 'warn' : 'fresh'
}

const months = new Intl.DateTimeFormat('da-DK', { timeZone: 'UTC', month: 'long', year: 'numeric' })
const monthsEn = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' })

const days = new Intl.DateTimeFormat('da-DK', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })
const daysEn = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })

/** As exactly as it is known: "2019", "juni 2019", "1. april 2024". */
export function sayVerified(verifiedOn: string, lang: Lang): string {
  const day = dayVerified(verifiedOn)
  if (!day || verifiedOn.length === 4) return verifiedOn
  const say = verifiedOn.length === 7 ? { da: months, en: monthsEn } : { da: days, en: daysEn }
  return say[lang].format(new Date(`${day}T12:00:00Z`))
}

/** What may be said of how to reach somebody: the lines that stand together, so that no number is ever blank. */
export interface Reach { readonly phone?: string; readonly web?: string; readonly freshness: Freshness; readonly warning?: string; /** Called when the number fails. */ readonly fallback?: '114' }

export function reachOf(entry: ReferralEntry, today: Day, lang: Lang): Reach {
  const fresh = freshness(entry, today)
  const way = { ...(entry.phone && { phone: entry.phone }), ...(entry.web && { web: entry.web }), freshness: fresh }
  const since = entry.verifiedOn === null ? undefined : sayVerified(entry.verifiedOn, lang)
  const said = words[lang]
  if (!entry.phone) return since === undefined || fresh === 'fresh' ? { ...way, warning: said.none } : { ...way, warning: `${said.none} ${said.unpublished(since)}`, fallback: '114' }
  if (fresh === 'fresh') return way
  if (fresh === 'warn') return { ...way, warning: said.warn(since ?? '') }
  return { ...way, warning: since === undefined ? said.never : said.unconfirmed(since), fallback: '114' }
}

const words = {
  da: {
    warn: (since: string) => `Nummeret er sidst bekræftet ${since}. Slå det op, før du giver det videre.`,
    unconfirmed: (since: string) => `Nummeret er ikke bekræftet siden ${since}.`,
    never: 'Nummeret er ikke bekræftet.',
    none: 'Intet nummer fundet. Brug siden.',
    unpublished: (since: string) => `Et nummer fra ${since} er ikke bekræftet siden.`,
  },
  en: {
    warn: (since: string) => `The number was last confirmed ${since}. Look it up before you pass it on.`,
    unconfirmed: (since: string) => `The number has not been confirmed since ${since}.`,
    never: 'The number has not been confirmed.',
    none: 'No number found. Use the page.',
    unpublished: (since: string) => `One from ${since} has not been confirmed since.`,
  },
} as const

/** The entries that fit somebody, in their order; emergency numbers first. */
export const entriesFor = (who: ReferralAudience, entries: readonly ReferralEntry[] = referralEntries): readonly ReferralEntry[] =>
  entries.filter(it => it.for.includes(who)).sort((a, b) => Number(b.always ?? false) - Number(a.always ?? false))
