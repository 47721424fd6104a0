// The second reading of a chat: every byte becomes part of one entry or one rest, in the order of the file.
import { type LineVisitor, walkLines } from './lines.ts'
import type { Certainty, DateOrder, RestWhy, Suspect } from './rules.ts'
import { type Head, newHead, readHead, spaceAt, unseenAt } from './whatsapp-head.ts'
import { type Name, splitAnywhere, splitSender } from './whatsapp-names.ts'
import { wallOfHead } from './whatsapp-order.ts'
import { shapeOf, type Survey, withoutLineEnd, writtenDay } from './whatsapp-survey.ts'
import { isSealedNotice, mayBeOwnWords, meaningOf, startsAsSystem } from './whatsapp-words.ts'
import type { Zone } from './zone.ts'

/**
 * One entry as it lies in a buffer. The record and the buffer are good only until the callback returns.
 * `buf[0]` has the file offset `base`; all other positions are file offsets.
 */
export interface Piece {
  buf: Buffer
  base: number
  offset: number
  length: number
  textFrom: number
  /** Without the line end that closes the entry; line ends inside are kept as written. */
  textTo: number
  name: Name | undefined
  system: boolean
  /** Something in it may be more than plain text: decode and look (see `entryOf`). */
  special: boolean
  /** Milliseconds since 1970; NaN when certainty is not exact or minute. */
  at: number
  /** The wall clock counted as UTC; NaN when there is none. */
  wall: number
  certainty: Certainty
  head: Head
  suspect: readonly Suspect[]
}
export interface Visitor {
  readonly entry: (piece: Piece) => void
  readonly rest: (why: RestWhy, offset: number, length: number) => void
}
export interface Choice { readonly zone: Zone; readonly order: DateOrder | null }
export interface Reading { readonly write: (chunk: Buffer) => void; readonly end: () => void }

/** An entry goes on to the next head, but not longer than this; what is beyond is rest. WhatsApp itself stops at 65,536 characters. */
export const longestEntry = 1_048_576

interface State {
  readonly survey: Survey
  readonly choice: Choice
  readonly visitor: Visitor
  readonly piece: Piece
  /** The head of the line being looked at; swapped with the piece's when it opens one. */
  spare: Head
  open: boolean
  /** Where the bytes begin that belong to no entry yet, and why they do not; -1 when there are none. */
  restFrom: number
  restWhy: RestWhy
  /** Behind the last line of the open entry that is not blank. */
  solidTo: number
  before: number
  afterCrLf: boolean
  first: boolean
  shapeBefore: number
}

/** Reads a chat that has been surveyed. Chunks must be the same bytes in the same order, cut anywhere. */
export function openReading(survey: Survey, choice: Choice, visitor: Visitor): Reading {
  const piece: Piece = {
    buf: Buffer.alloc(0), base: 0, offset: 0, length: 0, textFrom: 0, textTo: 0, name: undefined, system: false, special: false,
    at: Number.NaN, wall: Number.NaN, certainty: 'unknown', head: newHead(), suspect: none,
  }
  const state: State = {
    survey, choice, visitor, piece, spare: newHead(), open: false, restFrom: -1, restWhy: 'before-first-entry', solidTo: 0,
    before: Number.NaN, afterCrLf: false, first: true, shapeBefore: 0,
  }
  const lines: LineVisitor = {
    line: (buf, from, to, at, head) => takeLine(state, buf, from, to, at, head),
    keepFrom: () => (state.open ? piece.offset : Number.POSITIVE_INFINITY),
    end: (buf, at, size) => close(state, buf, at, size),
  }
  return walkLines(lines, survey.lineEnd)
}

const none: readonly Suspect[] = []

function takeLine(state: State, buf: Buffer, from: number, to: number, at: number, first: boolean): void {
  const begin = at === 0 && unseenAt(buf, from, to) === 3 && buf[from] === 0xef ? from + 3 : from
  if (begin > from) state.visitor.rest('byte-order-mark', 0, 3)
  if (first && readHead(buf, begin, to, state.spare) && isHead(state)) openEntry(state, buf, begin, to, at - from)
  else takeMore(state, buf, begin, to, at - from)
  state.afterCrLf = to - from > 1 && buf[to - 2] === 13
}

/** A head without a day of the calendar counts only where it is written like nearly all others: "99.99.99 10.10 - x" may be anything. */
function isHead(state: State): boolean {
  const wall = wallOfHead(state.spare, state.choice.order)
  return wall === undefined || !Number.isNaN(wall) || shapeOf(state.spare) === state.survey.usualShape || state.survey.heads < 20
}

function openEntry(state: State, buf: Buffer, from: number, lineTo: number, base: number): void {
  const { spare, piece } = state
  const moment = momentOf(state, spare, base + from)
  flush(state, buf, base, base + from, moment.at)
  state.spare = piece.head
  piece.head = spare
  piece.offset = base + from
  piece.at = moment.at
  piece.wall = moment.wall
  piece.certainty = moment.certainty
  readSender(state, buf, withoutLineEnd(buf, from, lineTo), base)
  piece.suspect = none
  if (state.afterCrLf !== (state.survey.usualCrLf ?? state.afterCrLf) && !state.first) suspect(piece, 'line-end')
  state.open = true
  state.first = false
  state.solidTo = base + lineTo
}

/** A further line: of the open entry, of the rest before the first, or of what is too long. */
function takeMore(state: State, buf: Buffer, from: number, to: number, base: number): void {
  if (state.open && base + to - state.piece.offset > longestEntry) {
    suspect(state.piece, 'cut')
    flush(state, buf, base, base + from, Number.NaN)
    state.restFrom = base + from
    state.restWhy = 'too-long'
    return
  }
  if (!state.open) {
    if (state.restFrom === -1) state.restFrom = base + from
    return
  }
  const end = withoutLineEnd(buf, from, to)
  if (end > from) state.solidTo = base + to
  const last = buf[end - 1]
  if (last === 0x3e || last === 0x29) state.piece.special = true
}

/** Ends what is open at the file offset `to`. `nextAt`: the instant of the entry that follows, NaN when there is none. */
function flush(state: State, buf: Buffer, base: number, to: number, nextAt: number): void {
  if (state.restFrom !== -1) {
    if (to > state.restFrom) state.visitor.rest(state.restWhy, state.restFrom, to - state.restFrom)
    state.restFrom = -1
  }
  if (!state.open) return
  const { piece } = state
  piece.buf = buf
  piece.base = base
  piece.length = to - piece.offset
  piece.textTo = Math.max(piece.textFrom, withoutLineEnd(buf, piece.offset - base, to - base) + base)
  addSigns(state, nextAt)
  if (!Number.isNaN(piece.at)) state.before = piece.at
  state.open = false
  state.visitor.entry(piece)
}

function close(state: State, buf: Buffer, base: number, size: number): void {
  const blankFrom = state.open && state.solidTo < size ? state.solidTo : size
  flush(state, buf, base, blankFrom, Number.NaN)
  if (blankFrom < size) state.visitor.rest('blank-end', blankFrom, size - blankFrom)
}

const moment = { at: Number.NaN, wall: Number.NaN, certainty: 'unknown' as Certainty }

/** The instant of a head. In the hour that comes twice the one step back in the file decides; without it, or with several, nobody can. */
function momentOf(state: State, head: Head, offset: number): typeof moment {
  const { zone, order } = state.choice
  const wall = wallOfHead(head, order)
  moment.wall = wall ?? Number.NaN
  moment.at = Number.NaN
  moment.certainty = wall === undefined ? 'ambiguous' : 'impossible'
  if (wall === undefined || Number.isNaN(wall)) return moment
  const shift = zone.offsetIn(wall)
  if (!Number.isNaN(shift)) moment.at = wall - shift
  else {
    const passes = zone.passes(wall)
    const index = passes.length === 1 ? 0 : passes.length === 2 ? passIn(state, head, wall, offset) : -1
    if (passes.length > 0) moment.certainty = 'ambiguous'
    moment.at = passes[index] ?? Number.NaN
  }
  if (!Number.isNaN(moment.at)) moment.certainty = head.second >= 0 ? 'exact' : 'minute'
  return moment
}

/** 0 or 1 for the first or second pass of a double hour, -1 when the file does not tell. */
function passIn(state: State, head: Head, wall: number, offset: number): number {
  const midnight = wall - (wall % 86_400_000)
  const isDouble = (minute: number) => state.choice.zone.passes(midnight + minute * 60_000).length === 2
  const steps = (state.survey.falls.get(writtenDay(head)) ?? []).filter(it => isDouble(it.from) && isDouble(it.to))
  const [step, ...more] = steps
  return step === undefined || more.length > 0 ? -1 : offset >= step.offset ? 1 : 0
}

const split = { nameTo: 0, textFrom: 0 }

/** Finds sender and text of the line that opens the piece; `to` is the end of the line without its line end. */
function readSender(state: State, buf: Buffer, to: number, base: number): void {
  const { piece, survey } = state
  const from = Math.min(piece.head.rest, to)
  const direct = splitSender(buf, from, to, split)
  const named = direct || (splitAnywhere(buf, from, to, split) && survey.names.known(buf, from, split.nameTo) !== undefined)
  piece.name = named ? survey.names.at(buf, from, split.nameTo) : undefined
  const textFrom = named ? split.textFrom : from
  piece.textFrom = base + textFrom
  let seen = textFrom
  for (let size = unseenAt(buf, seen, to); size > 0; size = unseenAt(buf, seen, to)) seen += size
  const last = buf[to - 1]
  piece.special = last === 0x3e || last === 0x29 || seen > textFrom || to - textFrom === 0 || mayBeOwnWords(buf, seen, to)
    || spaceAt(buf, seen, to) > 0 || unseenAt(buf, piece.offset - base, to) > 0
  piece.system = piece.special || piece.name === undefined ? isSystem(state, buf, textFrom, to, seen > textFrom) : false
}

/** A line of the app's own: nameless and no missed call, or under a name and known by its words or by whose name it is. */
function isSystem(state: State, buf: Buffer, from: number, to: number, marked: boolean): boolean {
  const { piece, survey } = state
  const text = buf.toString('utf8', from, Math.min(to, from + 400))
  if (piece.name === undefined) return meaningOf(text) !== 'missed'
  if (startsAsSystem(text)) return marked || isSealedNotice(text)
  return piece.name === survey.chatName && piece.name.marked === piece.name.count && meaningOf(text) === undefined
}

function suspect(piece: Piece, sign: Suspect): void {
  piece.suspect = [...piece.suspect, sign]
}

const hour = 3_600_000

/** The signs of a forged or broken line. They name what is odd; none of them proves anything. */
function addSigns(state: State, nextAt: number): void {
  const { piece, survey, before } = state
  // A clock without seconds may be up to 59 seconds later than it says.
  if ((piece.certainty === 'minute' ? piece.at + 59_000 : piece.at) < before) suspect(piece, 'time-backwards')
  if (nextAt <= piece.at - hour) suspect(piece, 'time-ahead')
  if (piece.certainty === 'impossible' && Number.isNaN(piece.wall)) suspect(piece, 'impossible-date')
  if (piece.head.half === 'am' && piece.head.hour > 12) suspect(piece, 'clock-contradiction')
  const shape = shapeOf(piece.head)
  if (shape !== (survey.usualShape ?? shape)) suspect(piece, 'other-shape')
  const { name } = piece
  if (name === undefined || piece.system) {
    if (name !== undefined && name !== survey.chatName && unseenAt(piece.buf, piece.textFrom - piece.base, piece.buf.length) === 0) suspect(piece,
      'system-text')
    return
  }
  if (name.count === 1 && survey.someoneWroteTwice) suspect(piece, 'sender-once')
}
