// Who is named in a chat: found by the bytes of the name, so that each is decoded once and not once a message.
import { plain, senderIdOf } from './rules.ts'
import { spaceAt, unseenAt } from './whatsapp-head.ts'

export interface Name {
  /** Its bytes as written. */
  readonly raw: Buffer
  /** As people see it, without unseen marks at its ends. */
  readonly shown: string
  readonly id: string
  /** Entries under this name, and how many of them begin with an unseen mark and are nothing the app's table knows. */
  count: number
  marked: number
}
export interface Names {
  /** The name in `buf[from, to)`, added when it is new. */
  readonly at: (buf: Buffer, from: number, to: number) => Name
  readonly known: (buf: Buffer, from: number, to: number) => Name | undefined
  readonly all: () => readonly Name[]
  /** True when there were more names than the table holds, so that "seen once" can no longer be said. */
  readonly full: () => boolean
}

/** A group has at most 1,024 members; more names than this is a broken or forged file. */
const most = 8_192

export function openNames(): Names {
  const table = new Map<number, Name[]>()
  let size = 0
  let full = false
  const find = (buf: Buffer, from: number, to: number): Name | undefined => {
    const alike = table.get(hash(buf, from, to))
    if (alike !== undefined) for (const name of alike) if (sameBytes(name.raw, buf, from, to)) return name
    return undefined
  }
  const add = (buf: Buffer, from: number, to: number): Name => {
    const raw = Buffer.from(buf.subarray(from, to))
    const shown = plainEnds(raw.toString('utf8'))
    const name: Name = { raw, shown, id: senderIdOf(shown), count: 0, marked: 0 }
    if (size >= most) full = true
    else {
      size += 1
      const key = hash(buf, from, to)
      table.set(key, [...(table.get(key) ?? []), name])
    }
    return name
  }
  return {
    at: (buf, from, to) => find(buf, from, to) ?? add(buf, from, to),
    known: find,
    all: () => [...table.values()].flat(),
    full: () => full,
  }
}

const plainEnds = (text: string): string => {
  const ends = text.replace(/^[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+|[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+$/g, '')
  return ends === '' ? plain(text) : ends
}

function hash(buf: Buffer, from: number, to: number): number {
  let value = to - from
  for (let index = from; index < to; index += 1) value = (Math.imul(value, 31) + (buf[index] ?? 0)) | 0
  return value
}

function sameBytes(raw: Buffer, buf: Buffer, from: number, to: number): boolean {
  if (raw.length !== to - from) return false
  for (let index = 0; index < raw.length; index += 1) if (raw[index] !== buf[from + index]) return false
  return true
}

/** Where a sender's name ends and the text begins in one line; one record for all lines. */
export interface Split { nameTo: number; textFrom: number }
/** Names are longer only in forged or broken lines. */
const longestName = 200

/**
 * Finds the colon after a sender: the first that is followed by a space, an unseen mark or the end of the line. "Carol:" with nothing
 * after it is a message (shown once, its content gone). A quotation mark opened and not closed before the colon belongs to a system
 * line ("You changed the subject to “a: b”"). `to` is the end of the line without its line end.
 */
export function splitSender(buf: Buffer, from: number, to: number, split: Split): boolean {
  const stop = Math.min(to, from + longestName)
  let quotes = 0
  for (let pos = from; pos < stop; pos += 1) {
    const byte = buf[pos]
    if (byte === 0x22) quotes += 1
    else if (byte === 0xe2 && buf[pos + 1] === 0x80) quotes += quoteStep(buf[pos + 2])
    else if (byte === 0x3a) {
      const space = spaceAt(buf, pos + 1, to)
      if (space === 0 && pos + 1 < to && unseenAt(buf, pos + 1, to) === 0) continue
      if (pos === from || quotes % 2 !== 0) return false
      split.nameTo = pos
      split.textFrom = pos + 1 + space
      return true
    }
  }
  return false
}

/** U+201C opens and U+201D closes in English, U+201E opens and U+201C closes in German and Danish. */
const quoteStep = (third: number | undefined): number => (third === 0x9c || third === 0x9d || third === 0x9e ? 1 : 0)

/** Any colon at all: some files have "Name:text". Only good where the name is known from elsewhere in the file. */
export function splitAnywhere(buf: Buffer, from: number, to: number, split: Split): boolean {
  const pos = buf.indexOf(0x3a, from)
  if (pos <= from || pos >= Math.min(to, from + longestName)) return false
  split.nameTo = pos
  split.textFrom = pos + 1
  return true
}
