// The citizen's log: what an entry is made of, who may what. Facts as she gives them, never verdicts.
import type { Right } from '../kernel/rights.ts'

/** How well the time is known. ambiguous: the clock was set back and the hour came twice · impossible: the hour was skipped · about: her own words. */
export const certainties = ['exact', 'minute', 'day', 'about', 'ambiguous', 'impossible', 'unknown'] as const
export type Certainty = (typeof certainties)[number]

/** `local` is `YYYY-MM-DDTHH:MM[:SS]`, `YYYY-MM-DD`, or free words where no day is known; `utc` is ISO 8601 where the instant is known. */
export interface Occurred { readonly local: string; readonly certainty: Certainty; readonly utc?: string }

export interface ExhibitContent {
  readonly no: number
  readonly name: string
  readonly bytes: number
  /** Of the original bytes, 64 lower-case hex digits. */
  readonly sha256: string
  /** Media type by the file's first bytes; `application/octet-stream` is kept and never shown. */
  readonly type: string
}

/** What may be read by others, without numbers. Optional fields are absent, never empty. */
export interface Said {
  readonly occurred: Occurred
  readonly type: string
  readonly channel?: string
  readonly actor?: string
  readonly place?: string
  readonly told: string
  readonly count: number
  readonly witnesses: readonly string[]
  readonly myResponse?: string
  readonly reportedTo?: string
}

/** The shown part of an entry, as it is sealed: canonical JSON of this and `hidden`. */
export interface Content extends Said {
  /** Stable running number in the log, never reused. */
  readonly no: number
  readonly exhibits: readonly ExhibitContent[]
}

/** Kinds of event in plain groups, in the order in which they are offered. Names are in the texts. */
export const kinds = {
  messages: ['call', 'silentCall', 'sms', 'message', 'mail', 'letter', 'payment'],
  near: ['showingUp', 'waiting', 'following', 'photographing', 'staring', 'shouting'],
  others: ['throughOthers', 'authority', 'ordered', 'gift', 'rumours'],
  online: ['falseProfile', 'sharing', 'login', 'tracker', 'spyware'],
  harm: ['vandalism', 'breakIn', 'threat', 'violence', 'sexual'],
  rest: ['other'],
} as const
export type KindGroup = keyof typeof kinds
export type Kind = (typeof kinds)[KindGroup][number] | 'unsaid'
export const allKinds: readonly Kind[] = [...Object.values(kinds).flat(), 'unsaid']

export const channels = ['phone', 'sms', 'app', 'social', 'mail', 'letter', 'inPerson', 'other'] as const
export type Channel = (typeof channels)[number]
/** person: the one it is about · through: somebody else for that person · unknown. */
export const actors = ['person', 'through', 'unknown'] as const
export type ActorKind = (typeof actors)[number]
export const responses = ['none', 'saidNo', 'replied', 'police'] as const
export type Response = (typeof responses)[number]

/** Dansk Stalking Center advises three to five. */
export const mostTypical = 5
/** Characters. With witnesses and file names it stays below what one seal may hold (64 KiB). */
export const longest = { told: 12_000, note: 12_000, about: 120, place: 200, witnesses: 1_000 } as const
export const mostExhibits = 20
export const pageSize = 50

/** Entries are private until shown; shown is taken back at will; delivered never. */
export type EntryState = 'private' | 'shown' | 'delivered'
/** To whom a log can be shown. */
export const readers = ['visitator', 'primaryCoordinator'] as const
export type Reader = (typeof readers)[number]

export const rights = {
  'log.write': [{ by: 'citizen', ground: 'own', states: 'every' }],
  'log.open': [{ by: 'citizen', ground: 'unlocked', states: 'every' }],
  'entry.open': [{ by: 'citizen', ground: 'unlocked', states: ['private', 'shown', 'delivered'] }],
  'entry.change': [{ by: 'citizen', ground: 'unlocked', states: ['private', 'shown', 'delivered'] }],
  'entry.add-file': [{ by: 'citizen', ground: 'own', states: ['private', 'shown', 'delivered'] }],
  'entry.delete': [{ by: 'citizen', ground: 'unlocked', states: ['private', 'shown'] }],
  'log.read-shown': [
    { by: 'visitator', ground: 'shown', states: 'every' },
    { by: 'primaryCoordinator', ground: 'shown', states: 'every' },
  ],
} as const satisfies Readonly<Record<string, Right>>

/** A name of a file as it is kept: one line, no folders, at most 80 characters. */
export function plainFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const clean = last.toWellFormed().replaceAll(/\p{C}/gu, '').trim()
  if ([...clean].length <= 80) return clean || 'fil'
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(clean)?.[0] ?? ''
  return [...clean].slice(0, 80 - ending.length).join('') + ending
}

/** Text as typed, without what cannot be seen or written down; line ends are line feeds. */
export const cleanText = (text: string): string =>
  text.toWellFormed().replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\n\t]/gu, '').trim()

/** Sizes in bytes that one file may have, by the first part of its media type. */
export const largestFile = { image: 40, audio: 100, video: 250, other: 40 } as const
export const fileLimit = (type: string): number =>
  1024 * 1024 * (type.startsWith('image/') ? largestFile.image : type.startsWith('audio/') ? largestFile.audio : type.startsWith('video/') ? largestFile.video : largestFile.other)
export const isPicture = (type: string): boolean => type.startsWith('image/')
export const unknownType = 'application/octet-stream'
