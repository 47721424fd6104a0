// From a wall clock to an instant in a named zone. Never asks for the zone of the machine it runs on.

const hour = 3_600_000
const day = 24 * hour

/** `wall` and instants in milliseconds; a wall clock is counted as if it were UTC. */
export interface Zone {
  readonly name: string
  /** The offset that holds through the whole local hour of `wall`, or NaN: then ask `passes`. */
  readonly offsetIn: (wall: number) => number
  /** Every instant at which the clock shows `wall`, earliest first: none in a missing hour, two in a double one. */
  readonly passes: (wall: number) => readonly number[]
}

/**
 * Reads a zone's rules from the machine's zone table. The table is asked about each local hour once.
 * @throws RangeError when there is no zone of that name
 */
export function openZone(name: string): Zone {
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: name, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23',
    year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  })
  const offsetAt = (at: number): number => wallOf(clock, at) - Math.floor(at / 1000) * 1000
  const passes = (wall: number): readonly number[] => {
    const offsets = new Set([offsetAt(wall - day), offsetAt(wall + day), offsetAt(wall - offsetAt(wall))])
    return [...offsets].map(it => wall - it).filter(at => offsetAt(at) === wall - at).sort((a, b) => a - b)
  }
  const days = new Map<number, number>()
  // Two changes that undo each other within three days would be missed; no zone has had any since 1970.
  const evenDay = (index: number): number => {
    let offset = days.get(index)
    if (offset === undefined) {
      const earlier = offsetAt((index - 1) * day)
      offset = earlier === offsetAt((index + 2) * day) ? earlier : Number.NaN
      days.set(index, offset)
    }
    return offset
  }
  const ask = (start: number): number => {
    const even = evenDay(Math.floor(start / day))
    if (!Number.isNaN(even)) return even
    const [atStart, ...more] = passes(start)
    const [atEnd, ...others] = passes(start + hour - 1000)
    if (atStart === undefined || atEnd === undefined || more.length + others.length > 0) return Number.NaN
    return start - atStart === start + hour - 1000 - atEnd ? start - atStart : Number.NaN
  }
  const known = new Map<number, number>()
  let lastHour = Number.NaN
  let lastOffset = Number.NaN
  const offsetIn = (wall: number): number => {
    const index = Math.floor(wall / hour)
    if (index === lastHour) return lastOffset
    let offset = known.get(index)
    if (offset === undefined) {
      if (known.size > 200_000) known.clear()
      offset = ask(index * hour)
      known.set(index, offset)
    }
    lastHour = index
    lastOffset = offset
    return offset
  }
  return { name, offsetIn, passes }
}

function wallOf(clock: Intl.DateTimeFormat, at: number): number {
  const part = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 }
  let era = 1
  for (const { type, value } of clock.formatToParts(at)) {
    if (type === 'era' && value.startsWith('B')) era = -1
    if (type in part) part[type as keyof typeof part] = Number(value)
  }
  const wall = new Date(0)
  wall.setUTCFullYear(era === 1 ? part.year : 1 - part.year, part.month - 1, part.day)
  return wall.setUTCHours(part.hour, part.minute, part.second)
}

/** Milliseconds of a wall clock counted as UTC; NaN when the calendar has no such day or the clock no such time. Years 1970 to 2199. */
export function wallMs(year: number, month: number, dayOfMonth: number, hours: number, minutes: number, seconds: number): number {
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysIn(year, month) || year < 1970 || year > 2199) return Number.NaN
  if (hours > 23 || minutes > 59 || seconds > 59) return Number.NaN
  return daysFromEpoch(year, month, dayOfMonth) * day + hours * hour + minutes * 60_000 + seconds * 1000
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
const daysIn = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : (lengths[month - 1] ?? 0))
const before = lengths.map((_, index) => lengths.slice(0, index).reduce((sum, it) => sum + it, 0))

function daysFromEpoch(year: number, month: number, dayOfMonth: number): number {
  const past = year - 1
  const leaps = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400) - 477
  return (year - 1970) * 365 + leaps + (before[month - 1] ?? 0) + (month > 2 && isLeap(year) ? 1 : 0) + dayOfMonth - 1
}
