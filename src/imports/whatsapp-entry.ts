// From a piece of bytes to an entry in words: decoding, attachments, calls, directions.
import { isUtf8 } from 'node:buffer'
import type { Attachment, Direction, EntryKind, ImportedEntry } from './rules.ts'
import { plain, sameSender } from './rules.ts'
import type { Call } from './rules.ts'
import type { Name } from './whatsapp-names.ts'
import type { Piece } from './whatsapp-read.ts'
import { callOf, isAttachedWord, isPosition, meaningOf } from './whatsapp-words.ts'

/** A file that came with the chat, found by the name the chat calls it. */
export interface FoundFile { readonly bytes: number; readonly sha256: string }
export interface Setting {
  /** Who "me" is; undefined: directions stay unknown. */
  readonly me: string | undefined
  readonly find: (name: string) => FoundFile | undefined
  readonly member: string | undefined
}

export const directionOf = (name: Name | undefined, setting: Setting): Direction =>
  setting.me === undefined || name === undefined ? 'unknown' : sameSender(name.shown, setting.me) ? 'out' : 'in'

export function entryOf(piece: Piece, setting: Setting): ImportedEntry {
  const [from, to] = [piece.textFrom - piece.base, piece.textTo - piece.base]
  const clean = isUtf8(piece.buf.subarray(piece.offset - piece.base, piece.offset - piece.base + piece.length))
  const text = piece.buf.toString('utf8', from, to)
  const call = piece.system ? null : (callOf(text) ?? null)
  return {
    kind: 'entry', entry: kindOf(piece, text, call), at: Number.isNaN(piece.at) ? null : new Date(piece.at).toISOString(), local: localOf(piece),
    certainty: piece.certainty, direction: piece.system ? 'unknown' : directionOf(piece.name, setting),
    sender: piece.name?.shown ?? null, senderId: piece.name?.id ?? null, recipients: [], subject: null, text,
    attachments: piece.system ? [] : attachmentsIn(text).map(name => attachmentOf(name, setting)), call,
    suspect: clean ? piece.suspect : [...piece.suspect, 'bad-bytes'], offset: piece.offset, length: piece.length,
    ...(setting.member === undefined ? {} : { member: setting.member }),
  }
}

function kindOf(piece: Piece, text: string, call: Call | null): EntryKind {
  if (piece.system) return 'system'
  if (call !== null) return 'call'
  return isPosition(text) || (text.length < 80 && meaningOf(text) === 'live') ? 'location' : 'message'
}

/** `2024-12-24T22:15` or with seconds; the date as written when it cannot be read. */
function localOf(piece: Piece): string {
  if (!Number.isNaN(piece.wall)) return new Date(piece.wall).toISOString().slice(0, piece.head.second >= 0 ? 19 : 16)
  // The head's own positions are of the buffer it was read from; from its start to its clock it is as long in this one.
  const from = piece.offset - piece.base
  return plain(piece.buf.toString('utf8', from, from + piece.head.clockTo - piece.head.lineFrom)).replace('[', '')
}

function attachmentOf(name: string | null, setting: Setting): Attachment {
  const file = name === null ? undefined : setting.find(name)
  return { name, present: file !== undefined, bytes: file?.bytes ?? null, sha256: file?.sha256 ?? null }
}

const mediaName = /^(?:IMG|VID|AUD|PTT|STK|DOC|GIF)-\d{8}-WA\d+\.\w+$/
const marks = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** Names of the attachments a text speaks of; null for one whose name the export does not give. */
export function attachmentsIn(text: string): readonly (string | null)[] {
  const found: (string | null)[] = []
  for (const [, mark, word, name] of text.matchAll(/(\u200e?)<([^<>:\n]{1,40}):\s?([^<>\n]{1,255})>/g))
    if (name !== undefined && word !== undefined && (mark !== '' || isAttachedWord(word))) found.push(name.replace(marks, '').trim())
  if (found.length > 0) return found
  const lines = text.split('\n')
  const named = namedInFirst(lines[0] ?? '')
  if (named !== undefined) return [named]
  const gone = [text, lines[0] ?? '', lines.at(-1) ?? ''].map(goneIn).find(it => it !== undefined)
  return gone === undefined ? [] : [gone]
}

/** Android: `IMG-20241202-WA0001.jpg (file attached)`, alone on the first line; a caption follows on the next. */
function namedInFirst(line: string): string | undefined {
  const found = /^(.*\.\w{1,8}) \(([^()]{3,40})\)$/.exec(line.replace(marks, '').replace(/\r$/, ''))
  const [, name, word] = found ?? []
  return name !== undefined && word !== undefined && (isAttachedWord(word) || mediaName.test(name)) ? name : undefined
}

/** `image omitted`, or a document's name and length in front of it: `Brev.pdf • 14 sider document omitted`. */
function goneIn(text: string): string | null | undefined {
  if (text.length > 300) return undefined
  if (meaningOf(text) === 'gone') return null
  const [, name, what] = /^\u200e?([^\n\u200e]+?)\u200e([^\n\u200e]+)$/.exec(text.trim()) ?? []
  if (name === undefined || what === undefined || meaningOf(what) !== 'gone') return undefined
  const title = plain(name.split(' • ')[0] ?? '')
  return /\.\w{1,8}$/.test(title) ? title : null
}
