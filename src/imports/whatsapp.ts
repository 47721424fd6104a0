// The way in for callers: survey a chat, then read it, whole or by sender and day, always with exact byte ranges.
import { createHash } from 'node:crypto'
import type { Day } from '../kernel/day.ts'
import { localDay } from './counts.ts'
import type { Feed } from './feed.ts'
import type { DateOrder, ImportedEntry, Rest } from './rules.ts'
import { entryOf, type Setting } from './whatsapp-entry.ts'
import { type Choice, openReading, type Piece, type Reading } from './whatsapp-read.ts'
import { openSurvey, type Survey } from './whatsapp-survey.ts'
import { openZone } from './zone.ts'

/** Which entries are wanted. Nothing outside it needs to be kept; ranges of bytes come with every entry. */
export interface Wanted {
  /** Identifiers as in `senderId`. */
  readonly senders?: readonly string[]
  /** Local days, both included. Entries whose date cannot be read are left out when one is given. */
  readonly from?: Day
  readonly to?: Day
}
export interface Answers { readonly me?: string | undefined; readonly zone?: string | undefined; readonly dateOrder?: DateOrder | undefined }

/** Where a phone is thought to have been when nobody says. Always listed as a question. */
export const assumedZone = 'Europe/Copenhagen'

export async function surveyFeed(feed: Feed): Promise<Survey> {
  const surveying = openSurvey()
  await feed.each(surveying.write)
  return surveying.end()
}

export function surveyChunks(chunks: Iterable<Buffer>): Survey {
  const surveying = openSurvey()
  for (const chunk of chunks) surveying.write(chunk)
  return surveying.end()
}

/** @throws RangeError when the zone has no such name */
export const choiceOf = (survey: Survey, answers: Answers): Choice =>
  ({ zone: openZone(answers.zone ?? assumedZone), order: answers.dateOrder ?? survey.order })

const alone: Setting = { me: undefined, find: () => undefined, member: undefined }

/** Entries and rests of a chat as they lie in the file, for whoever holds the chunks already. */
export function* readChunks(chunks: Iterable<Buffer>, survey: Survey, choice: Choice, setting: Setting = alone,
  wanted: Wanted = {}): Generator<ImportedEntry | Rest> {
  const ready: (ImportedEntry | Rest)[] = []
  const reading = readInto(ready, survey, choice, setting, wanted)
  for (const chunk of chunks) {
    reading.write(chunk)
    yield* ready.splice(0)
  }
  reading.end()
  yield* ready
}

/** The same over a feed, a batch at a time, so that the caller can store each before the next is read. */
export async function readFeed(
  feed: Feed, survey: Survey, choice: Choice, setting: Setting, wanted: Wanted, take: (batch: readonly (ImportedEntry | Rest)[]) => Promise<void>,
): Promise<void> {
  const ready: (ImportedEntry | Rest)[] = []
  const reading = readInto(ready, survey, choice, setting, wanted)
  await feed.each(async chunk => {
    reading.write(chunk)
    if (ready.length > 0) await take(ready.splice(0))
  })
  reading.end()
  if (ready.length > 0) await take(ready.splice(0))
}

function readInto(ready: (ImportedEntry | Rest)[], survey: Survey, choice: Choice, setting: Setting, wanted: Wanted): Reading {
  const senders = wanted.senders && new Set(wanted.senders)
  return openReading(survey, choice, {
    entry: piece => {
      if (senders && (piece.name === undefined || !senders.has(piece.name.id))) return
      const entry = entryOf(piece, setting)
      if (isInside(entry, wanted)) ready.push(entry)
    },
    rest: (why, offset, length) => void ready.push({ kind: 'rest', why, offset, length,
      ...(setting.member === undefined ? {} : { member: setting.member }) }),
  })
}

function isInside(entry: ImportedEntry, wanted: Wanted): boolean {
  if (wanted.from === undefined && wanted.to === undefined) return true
  const day = localDay(entry)
  return day !== undefined && (wanted.from === undefined || wanted.from <= day) && (wanted.to === undefined || day <= wanted.to)
}

/**
 * What makes an entry the same entry in another export of the same chat: its bytes, but for marks before it and how its lines end.
 * 16 bytes of SHA-256, base64. Two alike entries in one file are two messages: only between files is it a duplicate.
 */
export function likeness(piece: Piece): string {
  const text = piece.buf.toString('latin1', piece.offset - piece.base, piece.textTo - piece.base)
  const bare = text.replace(/^(?:\u00ef\u00bb\u00bf|\u00e2\u0080[\u008b-\u008f\u00aa-\u00ae])+/, '').replaceAll('\r', '')
  return createHash('sha256').update(bare, 'latin1').digest().subarray(0, 16).toString('base64')
}
