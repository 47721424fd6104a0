// When it happened: from the few fields of the form to a time that can be ordered and said, and that claims no more than she knows.
import { addDays, clockOf, type Day, dayOf, instantOf, type Lang, readDay, sayDay, zone } from '../kernel/day.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Certainty, Occurred } from './rules.ts'

export const whens = ['now', 'today', 'other', 'unsure'] as const
export type When = (typeof whens)[number]

/** As typed. `timeToday` goes with today, `day` and `time` with another day, `about` with not knowing. */
export interface WhenFields {
  readonly when: When
  readonly timeToday?: string | undefined
  readonly day?: string | undefined
  readonly time?: string | undefined
  readonly about?: string | undefined
}

/** What stands where no time is known at all. */
export const noTime = 'ukendt'

/**
 * Reads the fields of the form at the instant `now`, on Copenhagen's clock.
 * Just after midnight "earlier today" with an evening clock is the evening that has passed.
 * @throws Refusal `invalid` incidents.day, incidents.clock, incidents.future, pointing at the field
 */
export function readWhen(fields: WhenFields, now: Date): Occurred {
  if (fields.when === 'now') return atClock(dayOf(now), clockOf(now), now)
  if (fields.when === 'unsure') {
    const about = fields.about?.trim() ?? ''
    return about === '' ? { local: noTime, certainty: 'unknown' } : { local: about, certainty: 'about' }
  }
  const today = dayOf(now)
  if (fields.when === 'today') {
    const clock = readClock(fields.timeToday, 'timeToday')
    if (clock === undefined) return { local: today, certainty: 'day' }
    const lastEvening = clock > clockOf(now) && clock >= '12:00' && clockOf(now) < '06:00'
    return notAhead(atClock(lastEvening ? addDays(today, -1) : today, clock), now, 'timeToday')
  }
  const day = readDay(fields.day?.trim() ?? '')
  if (day === undefined || day < '1920-01-01') throw new Refusal('invalid', 'incidents.day', 'day')
  if (day > today) throw new Refusal('invalid', 'incidents.future', 'day')
  const clock = readClock(fields.time, 'time')
  return clock === undefined ? { local: day, certainty: 'day' } : notAhead(atClock(day, clock), now, 'time')
}

/** "22:15", "22.15", "2215" and "9" are clocks; empty is none. */
export function readClock(typed: string | undefined, field: string): string | undefined {
  const text = typed?.trim() ?? ''
  if (text === '') return undefined
  const found = /^(\d{1,2})(?:[:.]?(\d{2}))?$/.exec(text.replace(/^kl\.?\s*/i, ''))
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2] ?? '0')]
  if (!found || hour > 23 || minute > 59) throw new Refusal('invalid', 'incidents.clock', field)
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

// The clock goes back: the hour came twice. It goes ahead: the hour was never there. Both are kept as told, and no instant is claimed.
function atClock(day: Day, clock: string, known?: Date): Occurred {
  const local = `${day}T${clock}`
  if (known) return { local, certainty: 'minute', utc: new Date(Math.floor(known.getTime() / 60_000) * 60_000).toISOString() }
  const wall = Date.parse(`${local}:00Z`)
  const passes = [7_200_000, 3_600_000].map(offset => new Date(wall - offset)).filter(at => dayOf(at) === day && clockOf(at) === clock)
  if (passes.length !== 1) return { local, certainty: passes.length === 0 ? 'impossible' : 'ambiguous' }
  return { local, certainty: 'minute', utc: passes[0]?.toISOString() ?? '' }
}

function notAhead(it: Occurred, now: Date, field: string): Occurred {
  if (placeInTime(it, now).sortAt > now) throw new Refusal('invalid', 'incidents.future', field)
  return it
}

export interface Place {
  /** Where it stands among the others: when it happened as near as is known, else when it was written. */
  readonly sortAt: Date
  readonly at: Date | null
  readonly on: Day | null
}

/** Where an entry stands in time. `written` is when it was made. */
export function placeInTime({ local, utc }: Occurred, written: Date): Place {
  const on = readDay(local.slice(0, 10)) ?? null
  const at = utc === undefined ? null : new Date(utc)
  if (on === null) return { sortAt: at ?? written, at, on: at && dayOf(at) }
  const clock = /T(\d{2}:\d{2}(:\d{2})?)$/.exec(local)?.[1] ?? '00:00'
  return { sortAt: at ?? instantOf(on, clock), at, on }
}

/** The fields that would give this time again, for changing an entry. */
export function whenFields({ local, certainty }: Occurred): WhenFields {
  const day = readDay(local.slice(0, 10))
  if (day === undefined) return { when: 'unsure', about: certainty === 'unknown' ? '' : local }
  return { when: 'other', day, time: /T(\d{2}:\d{2})/.exec(local)?.[1] ?? '' }
}

/** What is said about a time that is not known to the minute. */
export type TimeWords = Readonly<Partial<Record<Certainty, string>>>

/** "tirsdag 3. november 2026 kl. 22.15 (timen kom to gange)", or her own words. */
export function sayWhen({ local, certainty }: Occurred, words: TimeWords, lang: Lang): string {
  const day = readDay(local.slice(0, 10))
  if (day === undefined) return certainty === 'unknown' ? (words.unknown ?? local) : local
  const clock = sayClock(local, lang)
  const said = clock === '' ? sayDay(day, lang) : `${sayDay(day, lang)} ${clock}`
  const how = words[certainty]
  return how === undefined ? said : `${said} (${how})`
}

/** "kl. 22.15", or nothing where no clock is known. */
export function sayClock(local: string, lang: Lang): string {
  const clock = /^\d{4}-\d{2}-\d{2}T(\d{2}):(\d{2})/.exec(local)
  if (!clock) return ''
  return lang === 'da' ? `kl. ${clock[1]}.${clock[2]}` : `at ${clock[1]}:${clock[2]}`
}

/** The zone in which typed times are meant. */
export const typedZone = zone
