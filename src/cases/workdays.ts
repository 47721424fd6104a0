// Working days, office hours and deadlines. Pure.
import { addDays, clockOf, type Day, dayOf, instantOf, weekday } from '../kernel/day.ts'
import type { Hours } from '../directory/terms.ts'

/** Easter Sunday of a year in the Gregorian calendar. Source: the anonymous algorithm of 1876 (Butcher, after Meeus). */
export function easter(year: number): Day {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const [d, e] = [Math.floor(b / 4), b % 4]
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const [i, k] = [Math.floor(c / 4), c % 4]
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const day = ((h + l - 7 * m + 114) % 31) + 1
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as Day
}

/** Days from Easter Sunday: Maundy Thursday, Good Friday, Easter Sunday and Monday, Ascension, Whit Sunday and Monday. */
const fromEaster = [-3, -2, 0, 1, 39, 49, 50] as const

/** The Danish holidays of a year. The Great Prayer Day ended with 2023. */
export function holidays(year: number): readonly Day[] {
  const sunday = easter(year)
  const prayer = year < 2024 ? [addDays(sunday, 26)] : []
  return [`${year}-01-01` as Day, ...fromEaster.map(days => addDays(sunday, days)), ...prayer, `${year}-12-25` as Day, `${year}-12-26` as Day].sort()
}

export const isWorkday = (day: Day, hours: Hours): boolean =>
  hours.weekdays.includes(weekday(day)) && !holidays(Number(day.slice(0, 4))).includes(day) && !(hours.closedOn ?? []).includes(day.slice(5))

/** The day itself when it is a working day, else the first one after it. */
export function workdayFrom(day: Day, hours: Hours): Day {
  if (hours.weekdays.length === 0) throw new Error('office hours without a weekday')
  let at = day
  while (!isWorkday(at, hours)) at = addDays(at, 1)
  return at
}

/** The working day `days` working days after `day`; `day` must be one. */
export function addWorkdays(day: Day, days: number, hours: Hours): Day {
  let at = day
  for (let left = days; left > 0; left--) at = workdayFrom(addDays(at, 1), hours)
  return at
}

export const isOpen = (at: Date, hours: Hours): boolean => {
  const clock = clockOf(at)
  return isWorkday(dayOf(at), hours) && clock >= hours.from && clock < hours.to
}

/** When somebody is there again: now when it is open. */
export function nextOpen(at: Date, hours: Hours): Date {
  if (isOpen(at, hours)) return at
  const today = dayOf(at)
  const past = clockOf(at) >= hours.to
  return instantOf(workdayFrom(past ? addDays(today, 1) : today, hours), hours.from)
}

/**
 * Closing time `days` working days on. What comes in after closing time, or on a day off, counts from the next working day;
 * 0 is closing time of the same working day.
 */
export function dueAfter(at: Date, days: number, hours: Hours): Date {
  return instantOf(addWorkdays(dayOf(nextOpen(at, hours)), days, hours), hours.to)
}

/** So many minutes on, counting only those in which somebody is there. */
export function afterMinutes(at: Date, minutes: number, hours: Hours): Date {
  let from = nextOpen(at, hours)
  let left = minutes * 60_000
  for (;;) {
    const closes = instantOf(dayOf(from), hours.to).getTime() - from.getTime()
    if (left <= closes) return new Date(from.getTime() + left)
    left -= closes
    from = nextOpen(new Date(from.getTime() + closes), hours)
  }
}

/** Closing time `days` calendar days on, or of the next working day when that is a day off. */
export const dueInDays = (at: Date, days: number, hours: Hours): Date =>
  instantOf(workdayFrom(addDays(dayOf(at), days), hours), hours.to)
