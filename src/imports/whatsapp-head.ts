// The head of a WhatsApp line, read from bytes: `[24.12.2024 22.15.33] `, `12/24/24, 10:15 PM - `, `24.12.24 22.15.33: `.
// No shape is chosen beforehand: every line is read by the one grammar below, and what was found decides what it means.

/** dash and bracket are today's Android and iPhone; colon is the iPhone's until about 2016. */
export type Shape = 'bracket' | 'dash' | 'colon'
/** unknown: a word inside the brackets that no table knows; then hours 1 to 12 may be either half. */
export type Half = 'none' | 'am' | 'pm' | 'unknown'

/** One record for all lines, overwritten by each: an object a line would be a third of the cost. */
export interface Head {
  shape: Shape
  /** The three fields of the date as they stand, and how many digits the first and the last have. */
  a: number
  b: number
  c: number
  aDigits: number
  cDigits: number
  separator: number
  /** A full stop after the last field, "2024. 12. 24.": then the year comes first. */
  closed: boolean
  hour: number
  minute: number
  /** -1 when the clock has no seconds. */
  second: number
  half: Half
  /** Where the line begins, where its clock ends, and where the sender or system text begins. */
  lineFrom: number
  clockTo: number
  rest: number
}
export const newHead = (): Head => ({
  shape: 'dash', a: 0, b: 0, c: 0, aDigits: 0, cDigits: 0, separator: 0, closed: false,
  hour: 0, minute: 0, second: -1, half: 'none', lineFrom: 0, clockTo: 0, rest: 0,
})

interface Scan { buf: Buffer; pos: number; end: number; digits: number }
const scan: Scan = { buf: Buffer.alloc(0), pos: 0, end: 0, digits: 0 }

/** Reads a head at the start of the line `buf[from, to)` into `head`. False: the line is a further line of a message. */
export function readHead(buf: Buffer, from: number, to: number, head: Head): boolean {
  scan.buf = buf
  scan.pos = from
  scan.end = to
  skipUnseen(scan)
  const bracket = peek(scan) === 0x5b
  if (bracket) {
    scan.pos += 1
    skipBlank(scan)
  }
  head.lineFrom = from
  head.half = 'none'
  if (!readDate(scan, head) || !readGap(scan, head) || !readClock(scan, head, bracket)) return false
  head.clockTo = scan.pos
  return readClose(scan, head, bracket)
}

const peek = (s: Scan): number => (s.pos < s.end ? (s.buf[s.pos] ?? -1) : -1)
const ahead = (s: Scan, by: number): number => (s.pos + by < s.end ? (s.buf[s.pos + by] ?? -1) : -1)

/** Length in bytes of the unseen mark at `pos`, else 0: U+FEFF, U+200B-200F, U+202A-202E, U+2060-2069. */
export function unseenAt(buf: Buffer, pos: number, end: number): number {
  const first = buf[pos]
  if ((first !== 0xe2 && first !== 0xef) || pos + 2 >= end) return 0
  const second = buf[pos + 1] ?? 0
  const third = buf[pos + 2] ?? 0
  if (first === 0xef) return second === 0xbb && third === 0xbf ? 3 : 0
  if (second === 0x80) return (third >= 0x8b && third <= 0x8f) || (third >= 0xaa && third <= 0xae) ? 3 : 0
  return second === 0x81 && third >= 0xa0 && third <= 0xa9 ? 3 : 0
}

/** Length in bytes of the space at `pos`, else 0: space, tab, U+00A0, U+2000-200A, U+202F, U+205F. */
export function spaceAt(buf: Buffer, pos: number, end: number): number {
  const first = pos < end ? buf[pos] : -1
  if (first === 0x20 || first === 0x09) return 1
  if (first === 0xc2) return pos + 1 < end && buf[pos + 1] === 0xa0 ? 2 : 0
  if (first !== 0xe2 || pos + 2 >= end) return 0
  const second = buf[pos + 1] ?? 0
  const third = buf[pos + 2] ?? 0
  if (second === 0x80) return (third >= 0x80 && third <= 0x8a) || third === 0xaf ? 3 : 0
  return second === 0x81 && third === 0x9f ? 3 : 0
}

function skipUnseen(s: Scan): void {
  for (let size = unseenAt(s.buf, s.pos, s.end); size > 0; size = unseenAt(s.buf, s.pos, s.end)) s.pos += size
}

/** Skips spaces and unseen marks; true when there was a space. */
function skipBlank(s: Scan): boolean {
  let spaced = false
  for (;;) {
    const space = spaceAt(s.buf, s.pos, s.end)
    if (space > 0) spaced = true
    const size = space > 0 ? space : unseenAt(s.buf, s.pos, s.end)
    if (size === 0) return spaced
    s.pos += size
  }
}

/** A number of 1 to `most` digits, European or Arabic; -1 when there is none or it is longer. Leaves its length in `digits`. */
function number(s: Scan, most: number): number {
  const { buf, end } = s
  let pos = s.pos
  let value = 0
  for (; pos < end; pos += 1) {
    const byte = buf[pos] ?? 0
    if (byte < 0x30 || byte > 0x39 || pos - s.pos > most) break
    value = value * 10 + byte - 0x30
  }
  const digits = pos - s.pos
  if (digits === 0) return arabicNumber(s, most)
  s.pos = pos
  s.digits = digits
  return digits > most ? -1 : value
}

function arabicNumber(s: Scan, most: number): number {
  let value = 0
  let digits = 0
  for (; digits <= most; digits += 1) {
    const digit = digitAt(s)
    if (digit === -1) break
    value = value * 10 + digit
  }
  s.digits = digits
  return digits === 0 || digits > most ? -1 : value
}

function digitAt(s: Scan): number {
  const byte = peek(s)
  if (byte >= 0x30 && byte <= 0x39) {
    s.pos += 1
    return byte - 0x30
  }
  if (byte !== 0xd9 && byte !== 0xdb) return -1
  const digit = ahead(s, 1) - (byte === 0xd9 ? 0xa0 : 0xb0)
  if (digit < 0 || digit > 9) return -1
  s.pos += 2
  return digit
}

function readDate(s: Scan, head: Head): boolean {
  head.a = number(s, 4)
  head.aDigits = s.digits
  if (head.a < 0 || head.aDigits === 3) return false
  skipUnseen(s)
  const separator = peek(s)
  if (separator !== 0x2e && separator !== 0x2f && separator !== 0x2d) return false
  head.separator = separator
  s.pos += 1
  skipBlank(s)
  head.b = number(s, 2)
  skipUnseen(s)
  if (head.b < 0 || peek(s) !== separator) return false
  s.pos += 1
  skipBlank(s)
  head.c = number(s, 4)
  head.cDigits = s.digits
  if (head.c < 0 || head.cDigits === 3) return false
  head.closed = separator === 0x2e && peek(s) === 0x2e
  if (head.closed) s.pos += 1
  return head.aDigits === 4 ? head.cDigits <= 2 : head.cDigits !== 1
}

/** What may stand between date and clock: comma, space, a word for "at", or a word for the half of the day. */
function readGap(s: Scan, head: Head): boolean {
  const from = s.pos
  for (;;) {
    const byte = peek(s)
    if (byte === 0x2c) s.pos += 1
    else if (byte === 0xd8 && ahead(s, 1) === 0x8c) s.pos += 2
    else if (!skipBlank(s)) break
  }
  if (s.pos === from && peek(s) !== 0x54) return false
  if (isDigit(s)) return true
  const wordFrom = s.pos
  while (s.pos < s.end && s.pos - wordFrom < 24 && !isDigit(s)) s.pos += 1
  const word = s.buf.toString('utf8', wordFrom, s.pos).trim().toLowerCase()
  const half = halves.get(word.replaceAll(' ', ''))
  if (half !== undefined) head.half = half
  return isDigit(s) && (half !== undefined || atWords.has(word.replace(/\.$/, '')))
}

function isDigit(s: Scan): boolean {
  const byte = peek(s)
  if (byte >= 0x30 && byte <= 0x39) return true
  const next = byte === 0xd9 ? ahead(s, 1) - 0xa0 : byte === 0xdb ? ahead(s, 1) - 0xb0 : -1
  return next >= 0 && next <= 9
}

/** Words for "at" between date and clock. Written from knowledge of the languages; a line with another word stays a line of text. */
const atWords = new Set(['t', 'klo', 'kl', 'klokken', 'à', 'a', 'at', 'um', 'a las', 'a la', 'alle', 'alle ore', 'ore', 'às', 'as', 'om', 'u', 'o',
  'ob', 'v', 'в', 'о', 'у', 'la', 'ora', 'godz', 'г., в', 'р., о', 'г', 'р', 'm', 'saat', 'den', '于', '在'])

/** Words for the two halves of the day, without full stops and spaces. */
const halves = new Map<string, Half>(Object.entries({
  am: ['am', 'a.m.', 'a.m', '上午', '午前', '오전', 'ص', 'ق.ظ.', 'πμ', 'π.μ.', 'fm', 'f.m.', 'de.', 'öö', 'ap.', 'vm.', 'dop.', 'sa',
    'vorm.', 'vorm', 'пр.об.', 'дп', 'לפנה״צ', 'ก่อนเที่ยง', 'पूर्वाह्न', 'e.paradites', 'eparadites', 'pd', 'gn.', 'pr.p.'],
  pm: ['pm', 'p.m.', 'p.m', '下午', '午後', '오후', 'م', 'ب.ظ.', 'μμ', 'μ.μ.', 'em', 'e.m.', 'du.', 'ös', 'ip.', 'nm.', 'odp.', 'ch',
    'nachm.', 'nachm', 'сл.об.', 'пп', 'אחה״צ', 'หลังเที่ยง', 'अपराह्न', 'e.pasdites', 'epasdites', 'md', 'gd.', 'pop.'],
}).flatMap(([half, words]) => words.map((word): [string, Half] => [word, half as Half])))

function readClock(s: Scan, head: Head, bracket: boolean): boolean {
  head.hour = number(s, 2)
  if (head.hour < 0) return false
  const colon = peek(s)
  if (colon === 0x3a || colon === 0x2e) s.pos += 1
  else if (!skipHourWord(s)) return false
  head.minute = number(s, 2)
  if (head.minute < 0 || s.digits !== 2) return false
  head.second = -1
  if (peek(s) === colon && ahead(s, 1) >= 0x30 && ahead(s, 1) <= 0x39) {
    s.pos += 1
    head.second = number(s, 2)
    if (head.second < 0 || s.digits !== 2) return false
  } else if ((colon === 0x3a || colon === 0x2e) && peek(s) === colon && isArabicDigit(s, 1)) {
    s.pos += 1
    head.second = number(s, 2)
  }
  readHalf(s, head, bracket)
  return true
}

const isArabicDigit = (s: Scan, by: number): boolean => ahead(s, by) === 0xd9 || ahead(s, by) === 0xdb

/** Canadian French: "22 h 15". */
function skipHourWord(s: Scan): boolean {
  skipBlank(s)
  if (peek(s) !== 0x68) return false
  s.pos += 1
  skipBlank(s)
  return true
}

/** AM or PM after the clock, however it is spelt; leaves the place untouched when there is none. */
function readHalf(s: Scan, head: Head, bracket: boolean): void {
  const from = s.pos
  skipBlank(s)
  const byte = peek(s)
  const stop = byte === 0x5d || byte === 0x2d || byte === 0x3a || byte === -1 || (byte === 0xe2 && ahead(s, 1) === 0x80)
  if (stop || byte === 0x0a || byte === 0x0d) {
    s.pos = from
    return
  }
  const wordFrom = s.pos
  let to = wordFrom
  while (to < s.end && to - wordFrom < 16 && s.buf[to] !== 0x5d && s.buf[to] !== 0x2d && s.buf[to] !== 0x3a && s.buf[to] !== 0x0a
    && !(s.buf[to] === 0xe2 && s.buf[to + 1] === 0x80 && s.buf[to + 2] === 0x93)) to += 1
  const known = halfIn(s.buf, wordFrom, to)
  const half = known === 'none' && bracket && s.buf[to] === 0x5d && head.half === 'none' ? 'unknown' : known
  if (half === 'none') {
    s.pos = from
    return
  }
  head.half = half
  s.pos = to
}

function halfIn(buf: Buffer, from: number, to: number): Half {
  const first = (buf[from] ?? 0) | 0x20
  if (to - from <= 3 && (first === 0x61 || first === 0x70) && ((buf[from + 1] ?? 0) | 0x20) === 0x6d) return first === 0x61 ? 'am' : 'pm'
  const word = buf.toString('utf8', from, to).toLowerCase().replace(/[\s\u200b-\u200f\u202f]/g, '')
  return halves.get(word) ?? 'none'
}

/** What ends a head: `] `, ` - ` or `: `. */
function readClose(s: Scan, head: Head, bracket: boolean): boolean {
  const spaced = skipBlank(s) || isSpaceBefore(s)
  const byte = peek(s)
  if (bracket) {
    if (byte !== 0x5d) return false
    s.pos += 1
    head.shape = 'bracket'
  } else if (spaced && (byte === 0x2d || (byte === 0xe2 && ahead(s, 1) === 0x80 && (ahead(s, 2) === 0x93 || ahead(s, 2) === 0x94)))) {
    s.pos += byte === 0x2d ? 1 : 3
    head.shape = 'dash'
  } else if (byte === 0x3a) {
    s.pos += 1
    head.shape = 'colon'
  } else return false
  const space = spaceAt(s.buf, s.pos, s.end)
  const ended = s.pos >= s.end || peek(s) === 0x0a || peek(s) === 0x0d
  if (space === 0 && !ended && !bracket) return false
  head.rest = s.pos + space
  return true
}

/** A half of the day swallows the space behind it. */
function isSpaceBefore(s: Scan): boolean {
  const byte = s.buf[s.pos - 1]
  return byte === 0x20 || byte === 0xa0 || byte === 0xaf
}
