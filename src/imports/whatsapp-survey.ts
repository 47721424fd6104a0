// The first reading of a chat: its hash, and what only the whole file can tell: the order of dates, who writes, what is usual in it.
import { createHash, type Hash } from 'node:crypto'
import { walkLines, type Walk } from './lines.ts'
import type { DateOrder } from './rules.ts'
import { type Head, newHead, readHead, unseenAt } from './whatsapp-head.ts'
import { type Name, type Names, openNames, splitSender } from './whatsapp-names.ts'
import { decideOrder, newProof, noteHead, noteMediaName, type OrderProof } from './whatsapp-order.ts'
import { isSealedNotice, mayBeOwnWords, startsAsSystem } from './whatsapp-words.ts'

/** A step back within one written day: the mark of the hour that comes twice, if the zone has one there. Minutes since midnight. */
export interface Fall { readonly offset: number; readonly from: number; readonly to: number }

export interface Survey {
  readonly bytes: number
  readonly sha256: string
  /** 10, or 13 in files that know carriage return alone. */
  readonly lineEnd: number
  readonly heads: number
  /** Null: nothing in the file proves it. */
  readonly order: DateOrder | null
  readonly names: Names
  /** Under whose name the app's own first sentence stands, as newer iPhones write it. */
  readonly chatName: Name | undefined
  /** Somebody wrote more than once, so that a name found only once stands out. */
  readonly someoneWroteTwice: boolean
  /** Steps back, by the date as written (see `writtenDay`). */
  readonly falls: ReadonlyMap<number, readonly Fall[]>
  /** How nearly all heads are written; undefined when there is no such way or too few heads to say. */
  readonly usualShape: number | undefined
  /** Whether nearly all entries end in CR LF; undefined when there is no rule in it. */
  readonly usualCrLf: boolean | undefined
}
export interface Surveying { readonly write: (chunk: Buffer) => void; readonly end: () => Survey }

const shapeCodes = { bracket: 0, dash: 1000, colon: 2000 } as const
/** How a head is written, as one number: shape, separator, digits of the year and its place. */
export const shapeOf = (head: Head): number => shapeCodes[head.shape] + head.separator * 10 + (head.aDigits === 4 ? 9 : head.cDigits)
/** The date as written, as one number. */
export const writtenDay = (head: Head): number => (head.a * 100 + head.b) * 10_000 + head.c
const minuteOf = (head: Head): number => ((head.half === 'pm' && head.hour < 12) ? head.hour + 12 : head.hour) * 60 + head.minute
/** More steps back than this are no change of the clock but a file out of order. */
const mostFalls = 20_000

interface State {
  readonly head: Head
  readonly proof: OrderProof
  readonly names: Names
  readonly shapes: Map<number, number>
  readonly falls: Map<number, Fall[]>
  fallCount: number
  heads: number
  crLf: number
  lf: number
  afterCrLf: boolean
  lastDay: number
  lastMinute: number
  lastShape: number
  lastShapeCount: { count: number }
  chatName: Name | undefined
}

export function openSurvey(): Surveying {
  const hash = createHash('sha256')
  const state: State = {
    head: newHead(), proof: newProof(), names: openNames(), shapes: new Map(), falls: new Map(), fallCount: 0, heads: 0, crLf: 0, lf: 0,
    afterCrLf: false, lastDay: -1, lastMinute: 0, lastShape: -1, lastShapeCount: { count: 0 }, chatName: undefined,
  }
  let bytes = 0
  let lineEnd = 10
  let walk: Walk | undefined
  let early: Buffer[] = []
  const begin = (): Walk => {
    const start = Buffer.concat(early)
    early = []
    lineEnd = lineEndOf(start)
    const opened = openWalk(state, lineEnd)
    opened.write(start)
    return opened
  }
  const write = (chunk: Buffer): void => {
    hash.update(chunk)
    bytes += chunk.length
    if (walk !== undefined) walk.write(chunk)
    else {
      early.push(Buffer.from(chunk))
      if (bytes >= enoughForLineEnds) walk = begin()
    }
  }
  const end = (): Survey => {
    const whole = walk ?? begin()
    whole.end()
    return surveyOf(state, hash, bytes, lineEnd)
  }
  return { write, end }
}

/** So many bytes are looked at for line ends, however small the chunks they come in. */
const enoughForLineEnds = 65_536

/** Carriage return alone ended lines on old machines; such a file has no line feed at all. */
const lineEndOf = (first: Buffer): number => (first.includes(10) || !first.includes(13) ? 10 : 13)

function openWalk(state: State, lineEnd: number): Walk {
  return walkLines({
    line: (buf, from, to, at, first) => {
      if (first && readHead(buf, from, to, state.head)) note(state, buf, from, to, at)
      state.afterCrLf = to - from > 1 && buf[to - 2] === 13
    },
    keepFrom: () => Number.POSITIVE_INFINITY,
    end: () => undefined,
  }, lineEnd)
}

const split = { nameTo: 0, textFrom: 0 }

function note(state: State, buf: Buffer, from: number, lineTo: number, at: number): void {
  const head = state.head
  if (state.heads > 0) {
    if (state.afterCrLf) state.crLf += 1
    else state.lf += 1
  }
  state.heads += 1
  noteHead(state.proof, head)
  noteShape(state, shapeOf(head))
  noteFall(state, at)
  const to = withoutLineEnd(buf, from, lineTo)
  if (!splitSender(buf, head.rest, to, split)) return
  const name = state.names.at(buf, head.rest, split.nameTo)
  name.count += 1
  noteText(state, buf, split.textFrom, to, name)
}

function noteText(state: State, buf: Buffer, textFrom: number, to: number, name: Name): void {
  let from = textFrom
  for (let size = unseenAt(buf, from, to); size > 0; size = unseenAt(buf, from, to)) from += size
  const last = buf[to - 1]
  if (last === 0x3e || last === 0x29) noteMediaName(state.proof, state.head, buf.toString('utf8', textFrom, to))
  if (from === textFrom && state.heads > 1) return
  const own = mayBeOwnWords(buf, from, to) && !startsAsSystem(buf.toString('utf8', from, to))
  if (from > textFrom && !own && buf[from] !== 0x3c) name.marked += 1
  if (state.heads > 1) return
  const first = buf.toString('utf8', from, Math.min(to, from + 400))
  if (startsAsSystem(first) && (from > textFrom || isSealedNotice(first))) state.chatName = name
}

function noteShape(state: State, shape: number): void {
  if (shape !== state.lastShape) {
    state.lastShape = shape
    const counts = state.shapes.get(shape)
    state.lastShapeCount = { count: counts ?? 0 }
  }
  state.lastShapeCount.count += 1
  state.shapes.set(shape, state.lastShapeCount.count)
}

function noteFall(state: State, offset: number): void {
  const day = writtenDay(state.head)
  const minute = minuteOf(state.head)
  if (day === state.lastDay && minute < state.lastMinute && state.fallCount < mostFalls) {
    state.fallCount += 1
    state.falls.set(day, [...(state.falls.get(day) ?? []).slice(-200), { offset, from: state.lastMinute, to: minute }])
  }
  state.lastDay = day
  state.lastMinute = minute
}

/** The end of a line without its LF, CR LF or CR. */
export function withoutLineEnd(buf: Buffer, from: number, to: number): number {
  let end = to
  if (end > from && buf[end - 1] === 10) end -= 1
  if (end > from && buf[end - 1] === 13) end -= 1
  return end
}

/** From this many heads on, what nearly all do is a rule; "nearly all" is nineteen in twenty. */
const enough = 20
const isRule = (count: number, of: number): boolean => of >= enough && count * 20 >= of * 19

function surveyOf(state: State, hash: Hash, bytes: number, lineEnd: number): Survey {
  const usual = [...state.shapes].find(([, count]) => isRule(count, state.heads))
  const ends = state.crLf + state.lf
  return {
    bytes, sha256: hash.digest('hex'), lineEnd, heads: state.heads, order: decideOrder(state.proof), names: state.names, chatName: state.chatName,
    someoneWroteTwice: !state.names.full() && state.names.all().some(it => it.count > 1), falls: state.falls,
    usualShape: usual?.[0], usualCrLf: isRule(state.crLf, ends) ? true : isRule(state.lf, ends) ? false : undefined,
  }
}
