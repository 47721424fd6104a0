// What goes into a bundle: entries chosen from a sealed log, as the other party may come to read them.
import { sayDay, readDay, type Lang } from '../kernel/day.ts'

export interface Exhibit {
  /** Stable: never given to another file. */
  readonly no: number
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  /** Media type, `image/jpeg`. */
  readonly type: string
}

/** How well the time is known. ambiguous: the clock was set back and the hour came twice · impossible: the hour was skipped. */
export const certainties = ['exact', 'minute', 'day', 'about', 'ambiguous', 'impossible', 'unknown'] as const
export type Certainty = (typeof certainties)[number]

/** `local` is `YYYY-MM-DDTHH:MM[:SS]`, `YYYY-MM-DD` or free words where no day is known; `utc` is ISO 8601 where the instant is known. */
export interface Occurred { readonly local: string; readonly certainty: Certainty; readonly utc?: string }

/** One entry as it was sealed, without what is for the citizen alone. Optional fields are absent, never empty. */
export interface BundleEntry {
  /** Stable running number in the log, never reused. */
  readonly no: number
  readonly occurred: Occurred
  readonly type: string
  readonly channel?: string
  readonly actor?: string
  readonly place?: string
  readonly told: string
  /** How many times, where one row stands for many: "43 calls between 18:00 and 20:10". */
  readonly count: number
  readonly witnesses: readonly string[]
  readonly myResponse?: string
  readonly reportedTo?: string
  readonly exhibits: readonly Exhibit[]
}

/** An entry on its way out: its place in the chain, and exactly what its line commits to. */
export interface OpenedEntry {
  readonly seq: number
  /** Canonical JSON of a BundleEntry and `hidden`, as sealApart made it. */
  readonly content: string
  /** 32 bytes. */
  readonly salt: Uint8Array
  /** Marked by the citizen to stand on top; no part of what was sealed. */
  readonly typical: boolean
}

export interface Row { readonly entry: BundleEntry; readonly typical: boolean }

/** Dansk Stalking Center advises three to five. */
export const mostTypical = 5
/** Straffeloven § 242 covers acts from this day on; what is older is background. */
const stalkingLaw = '2022-01-01'

/** Whether an act lies before § 242. Undefined when no day is known. */
export const beforeStalkingLaw = ({ occurred }: BundleEntry): boolean | undefined =>
  readDay(occurred.local.slice(0, 10)) === undefined ? undefined : occurred.local < stalkingLaw

/** Newest first; entries without a day last; equal times by running number. */
export function newestFirst(rows: readonly Row[]): Row[] {
  const key = ({ entry }: Row) => (readDay(entry.occurred.local.slice(0, 10)) ? entry.occurred.local : '')
  return rows.toSorted((a, b) => (key(b) < key(a) ? -1 : key(b) > key(a) ? 1 : b.entry.no - a.entry.no))
}

/** The examples that stand on top: those marked, newest first, at most five. */
export const typicalOf = (rows: readonly Row[]): Row[] => newestFirst(rows.filter(it => it.typical)).slice(0, mostTypical)

/** Every exhibit of the rows, once each, by number. */
export function exhibitsOf(rows: readonly Row[]): Exhibit[] {
  const byNo = new Map(rows.flatMap(({ entry }) => entry.exhibits).map(it => [it.no, it]))
  return [...byNo.values()].sort((a, b) => a.no - b.no)
}

/** "tirsdag 3. november 2026 kl. 22.15", or the words that were written where no day is known. */
export function sayOccurred({ local, certainty }: Occurred, words: Readonly<Record<Certainty, string>>, lang: Lang): string {
  const day = readDay(local.slice(0, 10))
  if (day === undefined) return local
  const clock = /^.{10}T(\d{2}(?::\d{2}){1,2})/.exec(local)?.[1]
  const said = clock === undefined ? sayDay(day, lang) : sayDay(day, lang) + sayClock(clock, lang)
  const how = words[certainty]
  return how === '' ? said : `${said} (${how})`
}

const sayClock = (clock: string, lang: Lang): string => (lang === 'da' ? ` kl. ${clock.replaceAll(':', '.')}` : ` at ${clock}`)

/** Names of the files in `data/exhibits`: "03-foto.jpg". ASCII, no two alike, harmless on every disk. */
export function exhibitFile({ no, name }: Exhibit): string {
  const plain = name.normalize('NFC').replaceAll(/[æÆøØåÅ]/g, it => letters[it] ?? '-').normalize('NFKD').replaceAll(/\p{M}/gu, '')
  const safe = plain.replaceAll(/[^A-Za-z0-9._-]+/g, '-').replaceAll(/\.{2,}/g, '.').replace(/^[.-]+/, '')
  const dot = safe.lastIndexOf('.')
  const ending = dot > 0 ? safe.slice(dot, dot + 11) : ''
  const stem = (dot > 0 ? safe.slice(0, dot) : safe).slice(0, 60).replace(/[.-]+$/, '')
  return `${String(no).padStart(2, '0')}-${stem || 'fil'}${ending}`
}

const letters: Readonly<Record<string, string>> = { æ: 'ae', Æ: 'Ae', ø: 'oe', Ø: 'Oe', å: 'aa', Å: 'Aa' }
