// Day, month or year first? Decided by proof in the file, else asked. `1/2/24` itself does not tell, and AM and PM prove nothing:
// phones in English with a European region write day first and PM.
import type { DateOrder } from './rules.ts'
import type { Head } from './whatsapp-head.ts'
import { wallMs } from './zone.ts'

/**
 * What the heads of one file say about the order. Heads in a row with the same date count once; heads with a four digit year first
 * need no order and do not count.
 */
export interface OrderProof {
  heads: number
  /** Heads whose first, or second, field cannot be a month; whose first cannot be a day. */
  aOver12: number
  bOver12: number
  aOver31: number
  /** Heads where day first and month first give different days. */
  differ: number
  dots: number
  closed: number
  /** Heads that could have a two digit year first. */
  yearLike: number
  /** Media file names holding a date that fits the head's in one order and not in the other. */
  readonly named: Record<DateOrder, number>
  /** Steps back of more than two days, were the file in that order. Small steps back are normal, steps of months are not. */
  readonly falls: Record<DateOrder, number>
  readonly last: Record<DateOrder, number>
  lastA: number
  lastB: number
  lastC: number
}
export const newProof = (): OrderProof => ({
  heads: 0, aOver12: 0, bOver12: 0, aOver31: 0, differ: 0, dots: 0, closed: 0, yearLike: 0,
  named: { dmy: 0, mdy: 0, ymd: 0 }, falls: { dmy: 0, mdy: 0, ymd: 0 }, last: { dmy: 0, mdy: 0, ymd: 0 },
  lastA: -1, lastB: -1, lastC: -1,
})

const orders = ['dmy', 'mdy', 'ymd'] as const

export function noteHead(proof: OrderProof, head: Head): void {
  if (head.aDigits === 4 || (head.a === proof.lastA && head.b === proof.lastB && head.c === proof.lastC)) return
  proof.lastA = head.a
  proof.lastB = head.b
  proof.lastC = head.c
  proof.heads += 1
  if (head.a > 12) proof.aOver12 += 1
  if (head.a > 31) proof.aOver31 += 1
  if (head.b > 12) proof.bOver12 += 1
  if (head.a !== head.b) proof.differ += 1
  if (head.separator === 0x2e) proof.dots += 1
  if (head.closed) proof.closed += 1
  if (head.aDigits === 2 && head.cDigits === 2 && head.a >= 9 && head.a <= 69 && head.b <= 12 && head.c >= 1 && head.c <= 31) proof.yearLike += 1
  for (const order of orders) {
    const day = roughDay(head, order)
    if (day < proof.last[order] - 2) proof.falls[order] += 1
    proof.last[order] = day
  }
}

/** A number that grows with the days: good for telling a step of months from a step of minutes, and for nothing else. */
function roughDay(head: Head, order: DateOrder): number {
  if (order === 'ymd') return (head.a * 12 + head.b) * 31 + head.c
  return order === 'dmy' ? (head.c * 12 + head.b) * 31 + head.a : (head.c * 12 + head.a) * 31 + head.b
}

/** `name`: a media file's, holding year, month and day as IMG-20241202-WA0001.jpg and 00000012-PHOTO-2019-06-20-16-00-15.jpg do. */
export function noteMediaName(proof: OrderProof, head: Head, name: string): void {
  const found = /(?:^|[^\d])(20\d{2})(-?)(\d{2})\2(\d{2})(?:[^\d]|$)/.exec(name)
  if (!found || head.aDigits === 4) return
  const [year, month, day] = [Number(found[1]) % 100, Number(found[3]), Number(found[4])]
  const fits = {
    dmy: head.c % 100 === year && head.b === month && head.a === day,
    mdy: head.c % 100 === year && head.a === month && head.b === day,
    ymd: head.a % 100 === year && head.b === month && head.c === day,
  }
  if (fits.dmy && fits.mdy) return
  for (const order of orders) if (fits[order]) proof.named[order] += 1
}

/**
 * The order of a file, or null: then ask. In this sequence:
 * 1. a field above 12 cannot be a month (contrary lines count only when they are fewer than one in twenty),
 * 2. a full stop after the last field, or a first field above 31, is a year first ("24. 12. 10." is Korean),
 * 3. dates in media file names,
 * 4. full stops between the fields: no locale of the Unicode CLDR writes month first with full stops,
 * 5. one order makes the file step back by days or months, the other never does,
 * 6. no head in which it matters.
 */
export function decideOrder(proof: OrderProof): DateOrder | null {
  if (proof.heads === 0) return 'ymd'
  const yearFirst = proof.yearLike === proof.heads
  if (proof.closed * 2 > proof.heads || (yearFirst && proof.aOver31 > 0)) return 'ymd'
  if (yearFirst && proof.named.ymd > 0 && proof.named.dmy + proof.named.mdy === 0) return 'ymd'
  if (yearFirst && proof.falls.ymd === 0 && proof.falls.dmy > 0 && (proof.falls.mdy > 0 || proof.aOver12 > 0)) return 'ymd'
  if (proof.aOver12 > proof.bOver12 * 20) return 'dmy'
  if (proof.bOver12 > proof.aOver12 * 20) return 'mdy'
  if (proof.aOver12 > 0) return null
  if (proof.named.dmy !== proof.named.mdy && Math.min(proof.named.dmy, proof.named.mdy) === 0) return proof.named.dmy > 0 ? 'dmy' : 'mdy'
  if (proof.dots === proof.heads) return 'dmy'
  if (proof.falls.dmy === 0 && proof.falls.mdy > 0) return 'dmy'
  if (proof.falls.mdy === 0 && proof.falls.dmy > 0) return 'mdy'
  return proof.differ === 0 ? 'dmy' : null
}

/**
 * The wall clock of a head in milliseconds, NaN when calendar or clock have none, undefined when order or half of the day matter and are not known.
 */
export function wallOfHead(head: Head, order: DateOrder | null): number | undefined {
  if (head.half === 'unknown' && head.hour > 0 && head.hour <= 12) return undefined
  if (head.aDigits === 4 || (order === 'ymd' && head.cDigits <= 2)) return wallOn(head, head.a, head.b, head.c)
  if (order === null || order === 'ymd') return head.a === head.b ? wallOn(head, head.c, head.b, head.a) : undefined
  return order === 'dmy' ? wallOn(head, head.c, head.b, head.a) : wallOn(head, head.c, head.a, head.b)
}

const wallOn = (head: Head, year: number, month: number, day: number): number =>
  wallMs(year < 100 ? 2000 + year : year, month, day, hourOf(head), head.minute, head.second < 0 ? 0 : head.second)

/** Twelve hour clocks, and files that put PM behind a 24 hour clock: "23:59 PM" is 23.59, "00:04 AM" is 0.04, "00:15 PM" is 12.15. */
function hourOf(head: Head): number {
  if (head.half === 'none' || head.hour > 12) return head.hour
  if (head.half === 'am') return head.hour === 12 ? 0 : head.hour
  return head.hour === 12 ? 12 : head.hour + 12
}
