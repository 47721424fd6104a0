// What is written of an entry and how it is opened again. Keys: the vault's wraps the log's, the log's wraps each entry's and each note's,
// the entry's wraps its files'. Salts lie in the boxes, so that who destroys a box has forgotten what its chain line stood for.
import { randomBytes } from 'node:crypto'
import { opens, opensKept, sealApart } from '../integrity/apart.ts'
import { type Head, lineOf, type Link, readLine, saltBytes, sealedContent } from '../integrity/rules.ts'
import { sha256 } from '../integrity/seal.ts'
import { type Key, openText, randomKey, sealText, unwrapUnder, wrapUnder } from '../platform/vault.ts'
import type { Content, ExhibitContent, Said } from './rules.ts'

/** A version of an entry, opened. `content` is the canonical text that the chain line commits to. */
export interface OpenedBox {
  readonly content: string
  readonly salt: Uint8Array
  readonly sealedAt: string
  /** Absent where there is a private note: then the salt of what is kept back lies with the note. */
  readonly keptSalt?: Uint8Array
  readonly zone: string
}
export interface OpenedNote { readonly text: string; readonly keptSalt: Uint8Array }

export interface Sealing {
  readonly id: string
  readonly version: number
  readonly said: Said
  readonly no: number
  readonly exhibits: readonly ExhibitContent[]
  readonly note: string | undefined
  readonly zone: string
  /** The entry's key: fresh for a first version. */
  readonly key: Key
}
export interface SealedEntry {
  readonly box: Buffer
  readonly note: { readonly keyBox: Buffer; readonly box: Buffer } | undefined
  readonly line: Link
  readonly head: Head
}

/** Seals one version of an entry onto the end of the log. @throws RangeError when it is above 64 KiB */
export function sealVersion(logKey: Key, before: Head, it: Sealing, at: Date): SealedEntry {
  const salts = { content: randomBytes(saltBytes), kept: randomBytes(saltBytes) }
  const shown = { ...it.said, occurred: { ...it.said.occurred }, no: it.no, exhibits: it.exhibits.map(one => ({ ...one })) }
  const sealed = sealApart(before, shown, it.note === undefined ? {} : { privateNote: it.note }, salts, at, sha256)
  const line = readLine(sealed.line)
  if (!line) throw new Error('a line that cannot be read')
  const box = JSON.stringify({
    content: sealed.content, salt: salts.content.toString('base64'), sealedAt: at.toISOString(), zone: it.zone,
    ...(it.note === undefined && { keptSalt: salts.kept.toString('base64') }),
  })
  return {
    box: sealText(it.key, entryPlace(it.id, it.version), box),
    note: it.note === undefined ? undefined : noteBox(logKey, it.id, it.note, salts.kept),
    line, head: sealed.head,
  }
}

export const newEntryKey = (logKey: Key): { readonly key: Key; readonly box: Buffer } => {
  const key = randomKey()
  return { key, box: wrapUnder(logKey, key) }
}

const entryPlace = (id: string, version: number) => `incident_entry.box:${id}:${version}`
const notePlace = (id: string) => `incident_note.box:${id}`

function noteBox(logKey: Key, entry: string, text: string, keptSalt: Buffer) {
  const { key, box } = newEntryKey(logKey)
  return { keyBox: box, box: sealText(key, notePlace(entry), JSON.stringify({ text, keptSalt: keptSalt.toString('base64') })) }
}

/** @throws Error when altered, or moved from another entry or version */
export function openVersion(key: Key, id: string, version: number, box: Uint8Array): OpenedBox {
  const { keptSalt, ...kept } = JSON.parse(openText(key, entryPlace(id, version), box)) as { content: string; salt: string; sealedAt: string; zone: string; keptSalt?: string }
  return { ...kept, salt: Buffer.from(kept.salt, 'base64'), ...(keptSalt !== undefined && { keptSalt: Buffer.from(keptSalt, 'base64') }) }
}

export function openNote(logKey: Key, entry: string, keyBox: Uint8Array, box: Uint8Array): OpenedNote {
  const kept = JSON.parse(openText(unwrapUnder(logKey, keyBox), notePlace(entry), box)) as { text: string; keptSalt: string }
  return { text: kept.text, keptSalt: Buffer.from(kept.keptSalt, 'base64') }
}

/** The shown part of a sealed content. */
export function readContent(content: string): Content {
  const { hidden: _, ...rest } = JSON.parse(content) as Content & { hidden: string }
  return rest
}

/** Whether a version is the one that its line was sealed with, down to the note and the sealing time. */
export function holds(line: Link, opened: OpenedBox, note: OpenedNote | undefined): boolean {
  if (!opens(lineOf(line), opened.salt, opened.content, sha256)) return false
  const keptSalt = note?.keptSalt ?? opened.keptSalt
  if (!keptSalt) return false
  return opensKept(opened.content, keptSalt, sealedContent(note ? { privateNote: note.text } : {}, new Date(opened.sealedAt)), sha256)
}

/** What an exhibit's row hides. `gps`: the file itself tells where it was made. */
export interface ExhibitBox extends ExhibitContent { readonly gps: boolean }
const exhibitPlace = (id: string) => `exhibit.box:${id}`
export const sealExhibit = (key: Key, id: string, it: ExhibitBox): Buffer => sealText(key, exhibitPlace(id), JSON.stringify(it))
export const openExhibit = (key: Key, id: string, box: Uint8Array): ExhibitBox => JSON.parse(openText(key, exhibitPlace(id), box)) as ExhibitBox

