// The picture of weeks: a count of rows and nothing more.
import { addDays, type Day, weekday } from '../kernel/day.ts'

export interface WeekCount {
  readonly monday: Day
  /** ISO 8601 week number. */
  readonly number: number
  /** Undefined before the first row: nothing was written then, which does not say that nothing happened. */
  readonly count: number | undefined
}

export const fewestWeeks = 12
export const mostWeeks = 52
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekday(day))

/** The first Monday that the picture can show. */
export const firstMonday = (today: Day): Day => addDays(mondayOf(today), -7 * (mostWeeks - 1))

/**
 * Weeks up to this one, oldest first; at least 12, at most 52.
 * @param days  rows by the day they happened; days outside the picture are not counted
 * @param first the day of the first row of all; undefined: there is none
 */
export function countWeeks(days: readonly { readonly day: Day; readonly rows: number }[], first: Day | undefined, today: Day): readonly WeekCount[] {
  if (first === undefined) return []
  const byWeek = new Map<Day, number>()
  for (const { day, rows } of days) {
    const monday = mondayOf(day)
    byWeek.set(monday, (byWeek.get(monday) ?? 0) + rows)
  }
  const last = mondayOf(today)
  const since = mondayOf(first)
  const wanted = (Date.parse(last) - Date.parse(since)) / 604_800_000 + 1
  const shown = Math.min(mostWeeks, Math.max(fewestWeeks, wanted))
  return Array.from({ length: shown }, (_, index) => {
    const monday = addDays(last, -7 * (shown - 1 - index))
    return { monday, number: isoWeek(monday), count: monday < since ? undefined : (byWeek.get(monday) ?? 0) }
  })
}

/** The week that holds the year's first Thursday is week 1. */
export function isoWeek(day: Day): number {
  const thursday = addDays(mondayOf(day), 3)
  const firstDay = Date.parse(`${thursday.slice(0, 4)}-01-01`)
  return Math.floor((Date.parse(thursday) - firstDay) / 604_800_000) + 1
}
