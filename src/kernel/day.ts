// Days and wall clocks. Instants are `Date`; a Day is a local calendar day, never an instant.

declare const brand: unique symbol
/** A calendar day, `YYYY-MM-DD`. Compares as text. */
export type Day = string & { readonly [brand]: 'day' }

/** The house's own clock on the wall. */
export const zone = 'Europe/Copenhagen'

const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })

/** The day it is in Copenhagen at this instant. */
export const dayOf = (at: Date): Day => parts.format(at).slice(0, 10) as Day

/** The wall clock in Copenhagen at this instant, `HH:MM`. */
export const clockOf = (at: Date): string => parts.format(at).slice(11, 16)

/** Reads `YYYY-MM-DD`; undefined when it is no day of the calendar. */
export function readDay(text: string): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const at = new Date(`${text}T12:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? (text as Day) : undefined
}

export const addDays = (day: Day, days: number): Day => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10) as Day

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** 1 is Monday, 7 is Sunday. */
export const weekday = (day: Day): number => ((new Date(day).getUTCDay() + 6) % 7) + 1

/** The instant of a wall clock in Copenhagen. Inside the hour that comes twice the first pass is taken; inside the missing hour the clock after it. */
export function instantOf(day: Day, clock: string): Date {
  const wall = Date.parse(`${day}T${clock.length === 5 ? `${clock}:00` : clock}Z`)
  const offset = (at: number) => Date.parse(`${parts.format(new Date(at)).replace(' ', 'T')}Z`) - Math.trunc(at / 1000) * 1000
  const summer = wall - 7_200_000
  if (offset(summer) === 7_200_000) return new Date(summer)
  return new Date(wall - 3_600_000)
}

const longDay = new Intl.DateTimeFormat('da-DK', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const longDayEn = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
export type Lang = 'da' | 'en'

/** "tirsdag 3. november 2026" */
export function sayDay(day: Day, lang: Lang = 'da'): string {
  const at = new Date(`${day}T12:00:00Z`)
  return lang === 'da' ? longDay.format(at).replace(' den ', ' ') : longDayEn.format(at)
}

/** "tirsdag 3. november 2026 kl. 22.15" */
export function sayTime(at: Date, lang: Lang = 'da'): string {
  const clock = clockOf(at)
  return lang === 'da' ? `${sayDay(dayOf(at))} kl. ${clock.replace(':', '.')}` : `${sayDay(dayOf(at), 'en')} at ${clock}`
}
