// What is asked of whoever starts a new municipality, and how an answer is read. Pure.
import { z } from 'zod'
import type { Role } from '../kernel/actor.ts'

export interface Someone { readonly name: string; readonly phone: string | null; /** Of the municipality; the police and Dansk Stalking Center have none here. */ readonly unit: string | null }
export interface Answers {
  readonly effort: string
  readonly phone: string | null
  readonly entrance: string | null
  readonly hours: { readonly from: string; readonly to: string }
  readonly outOfHours: string | null
  readonly police: string
  readonly people: Readonly<Partial<Record<Asked, Someone>>>
}

/** Roles that are asked about, in the order of the A4 sheet. */
export const askedRoles = ['visitator', 'primaryCoordinator', 'familyCounsellor', 'policeContact', 'dscAdviser', 'leader', 'tovholder', 'operator'] as const satisfies readonly Role[]
export type Asked = (typeof askedRoles)[number]

type Read<T> = { readonly it: T } | { readonly wrong: string }
interface Question<T> { readonly key: string; readonly ask: string; readonly hint: string; readonly read: (said: string) => Read<T> }

const line = (said: string): string => said.normalize('NFC').replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ').replaceAll(/\s+/g, ' ').trim()
const isPhone = (said: string): boolean => /^\+?\d[\d ]{1,18}\d$/.test(said)

const phone = (said: string): Read<string | null> =>
  (said === '' ? { it: null } : isPhone(said) ? { it: said } : { wrong: 'Skriv nummeret med tal og mellemrum, som 12 34 56 78, eller lad det stå tomt.' })

const name = (otherwise: string) => (said: string): Read<string> =>
  (said.length > 80 ? { wrong: 'Skriv det med højst 80 tegn.' } : { it: said === '' ? otherwise : said })

function someone(said: string): Read<Someone | null> {
  if (said === '') return { it: null }
  const [who = '', ...rest] = said.split(',').map(line)
  const numbers = rest.filter(isPhone)
  const units = rest.filter(it => it !== '' && !isPhone(it))
  if (!/\p{L}.*\p{L}/u.test(who) || who.length > 80) return { wrong: 'Begynd med navnet, som Vibeke Hansen, 12 34 56 78, Social & Tilbud.' }
  if (numbers.length > 1 || units.length > 1) return { wrong: 'Skriv navn, ét telefonnummer og én enhed med komma imellem.' }
  if ((units[0] ?? '').length > 80) return { wrong: 'Skriv enheden med højst 80 tegn.' }
  return { it: { name: who, phone: numbers[0] ?? null, unit: units[0] ?? null } }
}

function hours(said: string): Read<Answers['hours']> {
  if (said === '') return { it: { from: '08:30', to: '15:00' } }
  const hit = /^([01]?\d|2[0-3])(?:[.:]([0-5]\d))?\s*(?:-|–|til)\s*([01]?\d|2[0-3])(?:[.:]([0-5]\d))?$/.exec(said)
  const at = (hour: string | undefined, minute: string | undefined) => `${hour?.padStart(2, '0')}:${minute ?? '00'}`
  const it = hit && { from: at(hit[1], hit[2]), to: at(hit[3], hit[4]) }
  return it && it.from < it.to ? { it } : { wrong: 'Skriv det som 8.30-15.' }
}

const who = (key: Asked, ask: string, units: boolean): Question<Someone | null> =>
  ({ key, ask, hint: units ? 'Navn, telefon, enhed. Tom: ubesat' : 'Navn, telefon. Tom: ubesat', read: someone })

const questions = (municipality: string) => ({
  effort: { key: 'effort', ask: 'Hvad hedder samarbejdet?', hint: `Tom: Tryg i ${municipality}`, read: name(`Tryg i ${municipality}`) },
  phone: { key: 'phone', ask: 'Hvad er kommunens hovednummer?', hint: 'Tom: ved ikke', read: phone },
  entrance: { key: 'entrance', ask: 'Hvilket nummer fører til visitator, også når personen skifter?', hint: 'Tom: personens eget', read: phone },
  hours: { key: 'hours', ask: 'Hvornår kan visitator træffes på hverdage?', hint: 'Tom: 8.30-15', read: hours },
  outOfHours: { key: 'outOfHours', ask: 'Hvem ringer man til uden for åbningstid?', hint: 'Tom: 114 og den sociale vagt', read: phone },
  police: { key: 'police', ask: 'Hvad hedder politikredsen?', hint: 'Tom: Politiet', read: name('Politiet') },
  visitator: who('visitator', 'Hvem er stalkingvisitator?', true),
  primaryCoordinator: who('primaryCoordinator', 'Hvem er primær koordinator?', true),
  familyCounsellor: who('familyCounsellor', 'Hvem er familierådgiver?', true),
  policeContact: who('policeContact', 'Hvem er kontaktperson i politiet?', false),
  dscAdviser: who('dscAdviser', 'Hvem er rådgiver i Dansk Stalking Center?', false),
  leader: who('leader', 'Hvem er leder og svarer for indsatsen?', true),
  tovholder: who('tovholder', 'Hvem er tovholder?', true),
  operator: who('operator', 'Hvem står for driften af Lods?', true),
}) as const

type Questions = ReturnType<typeof questions>
export type Key = keyof Questions
export const keys = Object.keys(questions('')) as readonly Key[]

/** Answers as they were typed, by question. */
export type Typed = Partial<Readonly<Record<Key, string>>>

export const asked = (municipality: string): readonly { readonly key: Key; readonly ask: string; readonly hint: string }[] => keys.map(key => ({ ...questions(municipality)[key], key }))

/** What is wrong with one answer, or nothing. */
export function wrongWith(key: Key, said: string): string | undefined {
  const read = questions('')[key].read(line(said))
  return 'wrong' in read ? read.wrong : undefined
}

/** @throws Error where an answer has not been looked at with `wrongWith` first */
export function answersOf(municipality: string, typed: Typed): Answers {
  const all = questions(municipality)
  const of = <T>(question: Question<T>): T => {
    const read = question.read(line(typed[question.key as Key] ?? ''))
    if ('wrong' in read) throw new Error(`${question.key}: ${read.wrong}`)
    return read.it
  }
  const people = askedRoles.flatMap(role => { const it = of(all[role]); return it ? [[role, it] as const] : [] })
  return { effort: of(all.effort), phone: of(all.phone), entrance: of(all.entrance), hours: of(all.hours), outOfHours: of(all.outOfHours), police: of(all.police), people: Object.fromEntries(people) }
}

const said = z.string().max(300).optional()
/** A file of answers: the same questions by their keys, each as it would be typed. */
export const answersSchema = z.strictObject(Object.fromEntries(keys.map(key => [key, said])) as Record<Key, typeof said>)
