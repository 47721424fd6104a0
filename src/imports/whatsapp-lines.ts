// Writes entries as JSON Lines. Plain messages, nearly all, are copied byte by byte without being decoded; the rest goes through
// `entryOf`. Both ways give the same line, which a test holds against each other.
import { isUtf8 } from 'node:buffer'
import type { Name } from './whatsapp-names.ts'
import { directionOf, entryOf, type Setting } from './whatsapp-entry.ts'
import type { Piece } from './whatsapp-read.ts'

export interface LineWriter {
  readonly entry: (piece: Piece) => void
  /** Any other line. */
  readonly line: (value: object) => void
  /** What has been written since the last `taken()`; good until then. */
  readonly full: () => Buffer
  readonly taken: () => void
  readonly size: () => number
}

interface Out { buf: Buffer; pos: number }
interface Segments { readonly exact: Buffer; readonly minute: Buffer }

const opening = Buffer.from('{"kind":"entry","entry":"message","at":"')
const local = Buffer.from('","local":"')
const closing = Buffer.from('","attachments":[],"call":null,"suspect":[],"offset":')
const length = Buffer.from(',"length":')

/** @param setting who is "me", in which member, and which files came along */
export function openLineWriter(setting: Setting): LineWriter {
  const out: Out = { buf: Buffer.allocUnsafe(1_310_720), pos: 0 }
  const segments = new Map<Name, Segments>()
  const end = Buffer.from(`${setting.member === undefined ? '' : `,"member":${JSON.stringify(setting.member)}`}}\n`)
  const line = (value: object): void => {
    const text = `${JSON.stringify(value)}\n`
    makeRoom(out, text.length * 3)
    out.pos += out.buf.write(text, out.pos)
  }
  const segmentsOf = (name: Name): Segments => {
    let found = segments.get(name)
    if (found === undefined) {
      found = { exact: senderSegment(name, setting, 'exact'), minute: senderSegment(name, setting, 'minute') }
      if (segments.size < 10_000) segments.set(name, found)
    }
    return found
  }
  const clean = openCleanCheck()
  const entry = (piece: Piece): void => {
    const fast = !piece.special && !piece.system && piece.name !== undefined && piece.suspect.length === 0 && !Number.isNaN(piece.at) && clean(piece)
    if (!fast || piece.name === undefined || !copyMessage(out, piece, segmentsOf(piece.name), end)) line(entryOf(piece, setting))
  }
  return { entry, line, full: () => out.buf.subarray(0, out.pos), taken: () => { out.pos = 0 }, size: () => out.pos }
}

const senderSegment = (name: Name, setting: Setting, certainty: string): Buffer => Buffer.from(
  `","certainty":"${certainty}","direction":"${directionOf(name, setting)}","sender":${JSON.stringify(name.shown)}`
  + `,"senderId":${JSON.stringify(name.id)},"recipients":[],"subject":null,"text":"`)

function makeRoom(out: Out, more: number): void {
  if (out.pos + more <= out.buf.length) return
  const bigger = Buffer.allocUnsafe(Math.max(out.buf.length * 2, out.pos + more))
  out.buf.copy(bigger, 0, 0, out.pos)
  out.buf = bigger
}

/** Whether a piece is valid UTF-8: asked once a buffer, and piece by piece only where the buffer as a whole is not. */
function openCleanCheck(): (piece: Piece) => boolean {
  let buf: Buffer | undefined
  let cleanTo = 0
  return piece => {
    const from = piece.offset - piece.base
    if (piece.buf !== buf) {
      buf = piece.buf
      const to = buf.lastIndexOf(10) + 1
      cleanTo = isUtf8(buf.subarray(from, to)) ? to : 0
    }
    return from + piece.length <= cleanTo || isUtf8(piece.buf.subarray(from, from + piece.length))
  }
}

/** False, and nothing written, when the text holds a mark that may make it more than a message. */
function copyMessage(out: Out, piece: Piece, segments: Segments, end: Buffer): boolean {
  makeRoom(out, opening.length + segments.exact.length + closing.length + end.length + 160 + (piece.textTo - piece.textFrom) * 6)
  const start = out.pos
  put(out, opening)
  putUtc(out, piece.at)
  put(out, local)
  putTime(out, piece.wall, piece.certainty === 'exact' ? 19 : 16)
  put(out, piece.certainty === 'exact' ? segments.exact : segments.minute)
  if (!putText(out, piece.buf, piece.textFrom - piece.base, piece.textTo - piece.base)) {
    out.pos = start
    return false
  }
  put(out, closing)
  putNumber(out, piece.offset)
  put(out, length)
  putNumber(out, piece.length)
  put(out, end)
  return true
}

function put(out: Out, bytes: Buffer): void {
  out.buf.set(bytes, out.pos)
  out.pos += bytes.length
}

function putNumber(out: Out, value: number): void {
  let digits = 1
  for (let rest = value; rest >= 10; rest = Math.floor(rest / 10)) digits += 1
  let rest = value
  for (let index = out.pos + digits - 1; index >= out.pos; index -= 1) {
    out.buf[index] = 48 + (rest % 10)
    rest = Math.floor(rest / 10)
  }
  out.pos += digits
}

const hour = 3_600_000
/** The last hours written, `YYYY-MM-DDTHH`: one for UTC, one for the local clock. */
const utcHour = { index: Number.NaN, text: Buffer.alloc(13) }
const localHour = { index: Number.NaN, text: Buffer.alloc(13) }
const utcEnd = Buffer.from('.000Z')

function putUtc(out: Out, at: number): void {
  putClock(out, at, 19, utcHour)
  put(out, utcEnd)
}

const putTime = (out: Out, wall: number, size: 16 | 19): void => putClock(out, wall, size, localHour)

function putClock(out: Out, time: number, size: 16 | 19, cache: { index: number; text: Buffer }): void {
  const index = Math.floor(time / hour)
  if (index !== cache.index) {
    cache.index = index
    cache.text.write(new Date(index * hour).toISOString(), 0, 13, 'latin1')
  }
  put(out, cache.text)
  const seconds = (time - index * hour) / 1000
  putTwo(out, Math.floor(seconds / 60))
  if (size === 19) putTwo(out, seconds % 60)
}

function putTwo(out: Out, value: number): void {
  out.buf[out.pos] = 0x3a
  out.buf[out.pos + 1] = 48 + Math.floor(value / 10)
  out.buf[out.pos + 2] = 48 + (value % 10)
  out.pos += 3
}

const hex = '0123456789abcdef'
const short = new Map([[0x08, 0x62], [0x09, 0x74], [0x0a, 0x6e], [0x0c, 0x66], [0x0d, 0x72], [0x22, 0x22], [0x5c, 0x5c]])

/** Copies valid UTF-8 as the inside of a JSON string, escaped as JSON.stringify does. Stops with false at U+200E. */
function putText(out: Out, buf: Buffer, from: number, to: number): boolean {
  const target = out.buf
  let pos = out.pos
  for (let index = from; index < to; index += 1) {
    const byte = buf[index] ?? 0
    if (byte >= 0x20 && byte !== 0x22 && byte !== 0x5c) {
      if (byte === 0xe2 && buf[index + 1] === 0x80 && buf[index + 2] === 0x8e) return false
      target[pos] = byte
      pos += 1
      continue
    }
    const letter = short.get(byte)
    target[pos] = 0x5c
    if (letter !== undefined) {
      target[pos + 1] = letter
      pos += 2
      continue
    }
    target.write(`u00${byte >> 4}${hex[byte & 15]}`, pos + 1, 'latin1')
    pos += 6
  }
  out.pos = pos
  return true
}
