// Counts kept while a file is read: for the sum at its end and for the report to a person.
import { cutWarnings, type RestWhy, type Suspect, type Sum } from './rules.ts'
import type { Name } from './whatsapp-names.ts'
import type { Piece } from './whatsapp-read.ts'

export interface Tally {
  entries: number
  messages: number
  system: number
  duplicates: number
  entryBytes: number
  restBytes: number
  fileBytes: number
  /** Milliseconds; infinite while nothing has a time. */
  first: number
  last: number
  readonly senders: Map<string, { shown: string; count: number }>
  readonly signs: Map<Suspect, number>
  readonly rests: Map<RestWhy, number>
  impossible: number
  doubleHour: number
  named: number
  present: number
  unnamed: number
  meMissing: boolean
}
export const newTally = (): Tally => ({
  entries: 0, messages: 0, system: 0, duplicates: 0, entryBytes: 0, restBytes: 0, fileBytes: 0, first: Number.POSITIVE_INFINITY,
  last: Number.NEGATIVE_INFINITY, senders: new Map(), signs: new Map(), rests: new Map(), impossible: 0, doubleHour: 0, named: 0, present: 0,
  unnamed: 0, meMissing: false,
})

/** Counts one entry; `perName` is the caller's, so that names are added up once a file and not once an entry. */
export function countEntry(tally: Tally, piece: Piece, perName: Map<Name, number>): void {
  tally.entries += 1
  tally.entryBytes += piece.length
  if (piece.system) tally.system += 1
  else {
    tally.messages += 1
    if (piece.name !== undefined) perName.set(piece.name, (perName.get(piece.name) ?? 0) + 1)
  }
  if (piece.at < tally.first) tally.first = piece.at
  if (piece.at > tally.last) tally.last = piece.at
  if (piece.certainty === 'impossible') tally.impossible += 1
  if (piece.certainty === 'ambiguous' && !Number.isNaN(piece.wall)) tally.doubleHour += 1
  for (const sign of piece.suspect) tally.signs.set(sign, (tally.signs.get(sign) ?? 0) + 1)
}

export function countNames(tally: Tally, perName: ReadonlyMap<Name, number>): void {
  for (const [name, count] of perName) {
    const before = tally.senders.get(name.id)
    tally.senders.set(name.id, { shown: before?.shown ?? name.shown, count: (before?.count ?? 0) + count })
  }
}

export function countRest(tally: Tally, why: RestWhy, length: number): void {
  tally.restBytes += length
  tally.rests.set(why, (tally.rests.get(why) ?? 0) + 1)
  if (why === 'duplicate') tally.duplicates += 1
}

export const addsUp = (tally: Tally): boolean => tally.entryBytes + tally.restBytes === tally.fileBytes

const closedWhys: readonly RestWhy[] = ['zip-inside', 'unsafe-name', 'encrypted', 'unreadable', 'too-large']

export type Warning = 'may-be-cut-at-10000' | 'may-be-cut-at-40000' | 'not-rising' | 'suspect' | 'impossible-time' | 'double-hour'
  | 'attachments-missing' | 'attachments-unnamed' | 'me-not-found' | 'unread-member' | 'does-not-add-up'

export function warningsOf(tally: Tally): readonly Warning[] {
  const found: readonly (readonly [Warning, boolean])[] = [
    ['not-rising', tally.signs.has('time-backwards')],
    ['suspect', [...tally.signs.keys()].some(it => it !== 'time-backwards')],
    ['impossible-time', tally.impossible > 0],
    ['double-hour', tally.doubleHour > 0],
    ['attachments-missing', tally.named > tally.present],
    ['attachments-unnamed', tally.unnamed > 0],
    ['me-not-found', tally.meMissing],
    ['unread-member', closedWhys.some(it => tally.rests.has(it))],
    ['does-not-add-up', !addsUp(tally)],
  ]
  return [...(cutWarnings(tally.messages + tally.duplicates) as readonly Warning[]), ...found.filter(([, is]) => is).map(([warning]) => warning)]
}

export const sumOf = (tally: Tally): Sum => ({
  kind: 'sum', entries: tally.entries, messages: tally.messages, system: tally.system, duplicates: tally.duplicates,
  bytes: { entries: tally.entryBytes, rest: tally.restBytes, file: tally.fileBytes }, warnings: warningsOf(tally),
})
