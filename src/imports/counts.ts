// Plain counts over imported entries: weeks, days, sessions. A pause in the material is never called silence.
import { addDays, type Day, daysBetween, weekday } from '../kernel/day.ts'

/** When something happened: the local clock decides day and week, the instant decides gaps. */
export interface Moment { readonly at: string | null; readonly local: string | null }
/** The days for which a source could have had something to say: from its first to its last dated entry. */
export interface Span { readonly first: Day; readonly last: Day }
export interface Week {
  /** The Monday it begins on. */
  readonly monday: Day
  readonly count: number
  /** none: no source reaches into this week, so 0 says nothing · part: begins or ends inside it · whole: all seven days. */
  readonly material: 'none' | 'part' | 'whole'
}

/** The local day of a moment; undefined where the date could not be read. */
export function localDay(moment: Moment): Day | undefined {
  const day = moment.local?.slice(0, 10) ?? ''
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? (day as Day) : undefined
}

/** From the first to the last dated entry, which need not be the first and last in the file; undefined when none has a date. */
export function spanOf(moments: Iterable<Moment>): Span | undefined {
  let first: Day | undefined
  let last: Day | undefined
  for (const moment of moments) {
    const day = localDay(moment)
    if (day === undefined) continue
    if (first === undefined || day < first) first = day
    if (last === undefined || day > last) last = day
  }
  return first !== undefined && last !== undefined ? { first, last } : undefined
}

const mondayOf = (day: Day): Day => addDays(day, 1 - weekday(day))

/** Counts per local week over everything the sources cover, every week named, also the empty ones. */
export function countWeeks(moments: Iterable<Moment>, spans: readonly Span[]): readonly Week[] {
  const counts = new Map<Day, number>()
  for (const moment of moments) {
    const day = localDay(moment)
    if (day !== undefined) counts.set(mondayOf(day), (counts.get(mondayOf(day)) ?? 0) + 1)
  }
  const edges = [...counts.keys(), ...spans.flatMap(it => [mondayOf(it.first), mondayOf(it.last)])].sort()
  const first = edges[0]
  const last = edges.at(-1)
  if (first === undefined || last === undefined) return []
  const weeks: Week[] = []
  for (let monday = first; monday <= last; monday = addDays(monday, 7))
    weeks.push({ monday, count: counts.get(monday) ?? 0, material: materialIn(monday, spans) })
  return weeks
}

function materialIn(monday: Day, spans: readonly Span[]): Week['material'] {
  const days = Array.from({ length: 7 }, (_, index) => addDays(monday, index))
  const covered = days.filter(day => spans.some(it => it.first <= day && day <= it.last)).length
  return covered === 0 ? 'none' : covered === 7 ? 'whole' : 'part'
}

export interface Days { readonly withContact: number; readonly ofDays: number; readonly longestRun: number; readonly longestPause: number }

/** Days with at least one entry, out of all days from `span`; the longest run of days in a row and the longest pause between two, in days. */
export function countDays(moments: Iterable<Moment>, span: Span): Days {
  const seen = new Set<Day>()
  for (const moment of moments) {
    const day = localDay(moment)
    if (day !== undefined && span.first <= day && day <= span.last) seen.add(day)
  }
  let run = 0
  let longestRun = 0
  let longestPause = 0
  let before: Day | undefined
  for (const day of [...seen].sort()) {
    const step = before === undefined ? 1 : daysBetween(before, day)
    run = before !== undefined && step === 1 ? run + 1 : 1
    longestRun = Math.max(longestRun, run)
    longestPause = Math.max(longestPause, step - 1)
    before = day
  }
  return { withContact: seen.size, ofDays: daysBetween(span.first, span.last) + 1, longestRun, longestPause }
}

/** The gaps at which sessions are shown, in minutes: always all three, so that the choice of one decides nothing. */
export const sessionGaps = [10, 30, 120] as const

/** Sessions: entries with less than `gapMinutes` between one and the next are one approach. Entries without an instant are left out. */
export function countSessions(moments: Iterable<Moment>, gapMinutes: number): number {
  const times: number[] = []
  for (const moment of moments) if (moment.at !== null) times.push(Date.parse(moment.at))
  times.sort((a, b) => a - b)
  let sessions = 0
  let before = Number.NEGATIVE_INFINITY
  for (const time of times) {
    if (time - before >= gapMinutes * 60_000) sessions += 1
    before = time
  }
  return sessions
}
