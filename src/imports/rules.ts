// What an import is made of, and plain counting over it. Counts only: nothing here judges or compares.

export type EntryKind = 'message' | 'call' | 'mail' | 'system' | 'reaction' | 'location' | 'card' | 'event'
/**
 * exact: to the second · minute: to the minute · ambiguous: two readings are possible · impossible: no such clock or date · unknown: nothing to read.
 */
export type Certainty = 'exact' | 'minute' | 'ambiguous' | 'impossible' | 'unknown'
export type Direction = 'in' | 'out' | 'unknown'
/**
 * Signs, never verdicts, that a line may not be what it seems.
 * time-backwards: earlier than the entry before it · time-ahead: at least an hour later than the entry after it ·
 * sender-once: nobody of this name anywhere else in the file · other-shape: its head is written unlike nearly all others ·
 * line-end: the line before it ends unlike nearly all entries do · impossible-date: a head, but no day or clock of the calendar ·
 * clock-contradiction: 13 to 23 o'clock marked as morning · system-text: a sentence of the app's own, under somebody's name ·
 * bad-bytes: holds bytes that are no UTF-8, shown as U+FFFD · cut: goes on beyond the greatest length of an entry.
 */
export type Suspect = 'time-backwards' | 'time-ahead' | 'sender-once' | 'other-shape' | 'line-end' | 'impossible-date'
  | 'clock-contradiction' | 'system-text' | 'bad-bytes' | 'cut'

/** `name` null: the export says that there was one, not which. `bytes` and `sha256` (64 hex digits) only when it is present. */
export interface Attachment { readonly name: string | null; readonly present: boolean; readonly bytes: number | null; readonly sha256: string | null }
export interface Call { readonly seconds: number | null; readonly outcome: 'missed' | 'unanswered' | 'answered' | 'unknown' }

/** One entry of a source. `local`: the wall clock, `2024-12-24T22:15[:33]`, or as written where the date cannot be read. Offsets in bytes. */
export interface ImportedEntry {
  readonly kind: 'entry'
  readonly entry: EntryKind
  readonly at: string | null
  readonly local: string | null
  readonly certainty: Certainty
  readonly direction: Direction
  readonly sender: string | null
  readonly senderId: string | null
  readonly recipients: readonly string[]
  readonly subject: string | null
  readonly text: string
  readonly attachments: readonly Attachment[]
  readonly call: Call | null
  readonly suspect: readonly Suspect[]
  readonly offset: number
  readonly length: number
  readonly member?: string
}

/** Bytes that are no entry, and why. In a zip a member that is no chat is one rest from 0 to its length. */
export type RestWhy = 'byte-order-mark' | 'before-first-entry' | 'blank-end' | 'too-long' | 'duplicate' | 'attachment' | 'mac-data' | 'zip-inside'
  | 'unsafe-name' | 'encrypted' | 'unreadable' | 'too-large' | 'not-understood'
export interface Rest { readonly kind: 'rest'; readonly why: RestWhy; readonly offset: number; readonly length: number; readonly member?: string }

export type Question = 'me' | 'zone' | 'date-order'
export type DateOrder = 'dmy' | 'mdy' | 'ymd'
export interface Source {
  readonly kind: 'source'
  readonly file: string
  readonly sha256: string
  readonly bytes: number
  readonly format: string
  readonly zone: string | null
  readonly questions: readonly Question[]
  readonly dateOrder?: DateOrder | null
  readonly member?: string
}
/** `messages` are all entries but the system lines. `bytes.entries + bytes.rest === bytes.file`, or something is wrong. */
export interface Sum {
  readonly kind: 'sum'
  readonly entries: number
  readonly messages: number
  readonly system: number
  readonly duplicates: number
  readonly bytes: { readonly entries: number; readonly rest: number; readonly file: number }
  readonly warnings: readonly string[]
}

/** About here WhatsApp stops, and the oldest are missing without a word: 10,000 messages with media, 40,000 without. */
const cuts = [{ at: 10_000, slack: 300 }, { at: 40_000, slack: 1_000 }] as const
export const cutWarnings = (messages: number): readonly string[] =>
  cuts.filter(it => Math.abs(messages - it.at) <= it.slack).map(it => `may-be-cut-at-${it.at}`)

/** Characters that are not seen: direction marks, the byte order mark, soft joins. Stripped for comparing only. */
const unseen = /[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g
const oddSpace = /[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]/g

/** A name or text as people see it: no unseen marks, plain spaces, composed letters. */
export const plain = (text: string): string => text.replace(unseen, '').replace(oddSpace, ' ').normalize('NFC').trim()

/**
 * One identifier for one sender: a phone number as `+` and digits, else the plain name.
 * "20 12 34 56" without a country is taken as Danish; "0045" and "+45" are one.
 */
export function senderIdOf(name: string): string {
  const text = plain(name)
  if (!/^[+()\d][\d ()./-]{5,24}$/.test(text)) return text
  const digits = text.replace(/\D/g, '')
  if (text.startsWith('+')) return `+${digits}`
  if (digits.startsWith('00')) return `+${digits.slice(2)}`
  return digits.length === 8 ? `+45${digits}` : text
}

/** Whether two names are one sender: the same identifier, upper and lower case apart. */
export const sameSender = (one: string, other: string): boolean => senderIdOf(one).toLowerCase() === senderIdOf(other).toLowerCase()

/**
 * Does this entry count as somebody trying to reach her? Received message (a deleted one too), missed or unanswered call, reaction,
 * location or card: yes. System lines, her own entries, and entries whose direction nobody has said: no, but for a missed call,
 * which only the one called sees.
 */
export function isContactAttempt(entry: Pick<ImportedEntry, 'entry' | 'direction' | 'call'>): boolean {
  if (entry.entry === 'system' || entry.entry === 'event' || entry.direction === 'out') return false
  if (entry.direction === 'in') return true
  return entry.entry === 'call' && entry.call?.outcome === 'missed'
}
