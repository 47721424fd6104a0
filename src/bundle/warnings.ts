// What the other party may not know yet. Nothing is held back by these: the citizen or the visitator looks at each and decides.
import type { BundleEntry } from './rules.ts'

export const warningKinds = ['phone', 'email', 'address', 'postcode', 'newInLife', 'name', 'place'] as const
export type WarningKind = (typeof warningKinds)[number]

/** `entry` is the running number; `excerpt` the words found with a little of what stands around them. */
export interface Warning { readonly entry: number; readonly field: string; readonly kind: WarningKind; readonly excerpt: string }

/** A photo that tells where it was taken. */
export interface PhotoPlace { readonly sha256: string; readonly latitude: number; readonly longitude: number }

export interface Known {
  /** Numbers, addresses and names the other party is known to have: no warning for these. */
  readonly toOtherParty: readonly string[]
  /** Names of people who help: adviser, new partner, neighbour. */
  readonly helpers: readonly string[]
  readonly photos: readonly PhotoPlace[]
}

// Spelled out for Danish; numbers of up to fifteen digits in any grouping, so that foreign ones are found too.
const phone = /(?<![\d.,-])(?:\+|00)?\d(?:[ .-]?\d){7,14}(?!\d)/g
const date = /^(?:\d{1,2}[. -]\d{1,2}[. -]\d{4}|\d{4}[. -]\d{1,2}[. -]\d{1,2})(?:[ .-]\d{1,2}[.]\d{2})?$/
const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
const streets = ['vej(?:en)?', 'gaden?', 'allé(?:en)?', 'alle', 'strædet?', 'plads(?:en)?', 'torv(?:et)?', 'vænget?', 'park(?:en)?', 'bakken?', 'haven?',
  'boulevard', 'sti(?:en)?', 'toft(?:en)?', 'ager(?:en)?', 'kaj(?:en)?', 'brink', 'vang(?:en)?', 'skov', 'høj(?:en)?', 'dal(?:en)?', 'bro']
const number = ' \\d+(?: ?[A-Za-z](?![\\p{L}\\d]))?'
const address = new RegExp(`(?<!\\p{L})\\p{L}{2,}(?:${streets.join('|')})${number}`, 'giu')
const addressApart = new RegExp(`\\p{Lu}[\\p{L}.]+ (?:${streets.map(it => it.slice(0, 1).toUpperCase() + it.slice(1)).join('|')})${number}`, 'gu')
const postcode = /(?<!\d)(?:DK-?)?[1-9]\d{3} \p{Lu}\p{Ll}+/gu
const months = /(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sep|okt|nov|dec)\.?|i|år) $/i
const newInLife = new RegExp([
  'ny(?:e|t)? (?:adresse|lejlighed|bolig|hus|job|arbejde|arbejdsplads|skole|institution|børnehave|vuggestue|bil|kæreste|læge|mail)',
  'ny(?:e|t)? (?:telefon|mobil|nummer|telefonnummer|mobilnummer)',
  'flytte[rt]?', 'krisecent(?:er|ret|re)', 'hemmelig(?:t|e)? (?:adresse|nummer)', 'adressebeskyttelse', 'navne- og adressebeskyttelse',
  'arbejdsplads(?:en)?', 'mit (?:nye )?arbejde', 'mit (?:nye )?job', 'skift(?:et|er)? (?:skole|job|arbejde|nummer)', 'skolen', 'børnehaven', 'vuggestuen',
  'new (?:address|flat|home|job|workplace|school|number)', 'shelter', 'moved to', 'moving to',
].map(it => `(?<![\\p{L}])(?:${it})(?![\\p{L}])`).join('|'), 'giu')

const finders: readonly (readonly [WarningKind, RegExp, (found: string, before: string) => boolean])[] = [
  ['phone', phone, found => !date.test(found)],
  ['email', email, () => true],
  ['address', address, () => true],
  ['address', addressApart, () => true],
  ['postcode', postcode, (found, before) => !(/^(?:19|20)/.test(found) && months.test(before))],
  ['newInLife', newInLife, () => true],
]

/** Everything in these entries that the other party may learn something new from, entry by entry, in reading order. */
export function warnings(entries: readonly BundleEntry[], known: Known): Warning[] {
  return entries.flatMap(entry => [
    ...textsOf(entry).flatMap(([field, text]) => inText(entry.no, field, text, known)),
    ...entry.witnesses.filter(it => !isKnown(it, known)).map(it => ({ entry: entry.no, field: 'witnesses', kind: 'name', excerpt: it }) as const),
    ...entry.exhibits.flatMap(it => inPhoto(entry.no, it.sha256, it.no, known)),
  ])
}

const textsOf = (entry: BundleEntry): (readonly [string, string])[] =>
  ([
    ['told', entry.told], ['place', entry.place], ['actor', entry.actor], ['myResponse', entry.myResponse], ['reportedTo', entry.reportedTo],
    ...entry.exhibits.map(it => ['exhibits', it.name] as const),
  ] as const).flatMap(([field, text]) => (text === undefined ? [] : [[field, text] as const]))

function inText(entry: number, field: string, text: string, known: Known): Warning[] {
  const found: (Warning & { readonly at: number })[] = []
  for (const [kind, pattern, counts] of finders) {
    for (const { 0: words, index } of text.matchAll(pattern)) {
      if (!counts(words, text.slice(0, index)) || isKnown(words, known)) continue
      found.push({ entry, field, kind, excerpt: excerpt(text, index, words.length), at: index })
    }
  }
  for (const name of known.helpers) {
    const at = text.toLowerCase().indexOf(name.toLowerCase())
    if (name !== '' && at >= 0 && !isKnown(name, known)) found.push({ entry, field, kind: 'name', excerpt: excerpt(text, at, name.length), at })
  }
  return found.sort((a, b) => a.at - b.at).map(({ at: _, ...warning }) => warning)
}

const inPhoto = (entry: number, sha256: string, no: number, { photos }: Known): Warning[] =>
  photos.filter(it => it.sha256 === sha256).map(({ latitude, longitude }) =>
    ({ entry, field: `exhibits.${no}`, kind: 'place', excerpt: `${latitude.toFixed(4)}, ${longitude.toFixed(4)}` }))

/** Spaces, dots and case do not make a number or an address new. */
const bare = (text: string): string => text.toLowerCase().replaceAll(/[\s.,+-]/g, '')
const isKnown = (found: string, known: Known): boolean => known.toOtherParty.some(it => it !== '' && bare(it) === bare(found))

const around = 24
function excerpt(text: string, at: number, length: number): string {
  const from = Math.max(0, at - around)
  const to = Math.min(text.length, at + length + around)
  return `${from > 0 ? '…' : ''}${text.slice(from, to).replaceAll(/\s+/g, ' ')}${to < text.length ? '…' : ''}`.toWellFormed()
}
