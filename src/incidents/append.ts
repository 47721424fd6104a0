// Writing in a log: new entries on its end, a new version of one, one destroyed. Runs in the citizen's own role.
import { randomUUID } from 'node:crypto'
import { emptyHead, type Head, type Seal } from '../integrity/rules.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Work } from '../platform/action.ts'
import { type Key, unwrapUnder, wrapUnder } from '../platform/vault.ts'
import { newEntryKey, openExhibit, openNote, openVersion, readContent, sealExhibit, sealVersion } from './boxes.ts'
import type { KeptFile } from './files.ts'
import { type Content, mostExhibits, type Occurred, type Said } from './rules.ts'
import * as store from './store.ts'
import { placeInTime, typedZone } from './when.ts'

export interface NewEntry {
  readonly said: Said
  /** Only for her. */
  readonly note?: string | undefined
  readonly files?: readonly KeptFile[]
  /** The zone that `said.occurred.local` is meant in; Copenhagen where it was typed. */
  readonly zone?: string
  /** Where in an imported source it stands, in bytes. */
  readonly source?: { readonly id: string; readonly offset: number; readonly length: number } | undefined
}
export interface Appended { readonly id: string; readonly no: number; readonly seq: number }

/**
 * Puts entries on the end of a log, in the order given, each with its own key and its own line. One statement for all.
 * @throws Refusal `missing` when the log is not hers; RangeError when one entry is above 64 KiB sealed
 */
export async function append(work: Work, logId: string, entries: readonly NewEntry[]): Promise<readonly Appended[]> {
  const log = await store.lockLogById(work.db, logId)
  if (!log) throw new Refusal('missing', 'platform.missing')
  return appendTo(work, log, entries)
}

/** The same to her own log, which is made when she first writes. */
export async function appendOwn(work: Work, entries: readonly NewEntry[]): Promise<readonly Appended[]> {
  return appendTo(work, await ownLog(work), entries)
}

/** The citizen's own log, held; made when there is none. */
export async function ownLog(work: Work): Promise<store.LogRow> {
  const { db, actor } = work
  const there = await store.lockLog(db, actor.id)
  if (there) return there
  const fresh = { id: randomUUID(), partnership: actor.partnership, citizen: actor.id, keyWrapped: work.house.vault.newKey().wrapped }
  await store.openLog(db, { ...fresh, headSeq: 0, headSeal: emptyHead.seal, lastNo: 0, lastExhibit: 0 }, work.now)
  const made = await store.lockLog(db, actor.id)
  if (!made) throw new Error('the log that was just made is not there')
  return made
}

const headOf = (log: store.LogRow): Head => ({ seq: log.headSeq, seal: log.headSeal as Seal })
const inTime = (occurred: Occurred, written: Date) => {
  const { sortAt, at, on } = placeInTime(occurred, written)
  return { sortAt, occurredAt: at, occurredOn: on }
}

async function appendTo(work: Work, log: store.LogRow, drafts: readonly NewEntry[]): Promise<readonly Appended[]> {
  if (drafts.length === 0) return []
  const key = work.house.vault.unwrap(log.keyWrapped)
  const added = { entries: [] as store.Added['entries'][number][], notes: [] as store.NoteRow[], exhibits: [] as store.Added['exhibits'][number][], lines: [] as store.Added['lines'][number][] }
  let head = headOf(log)
  let { lastNo: no, lastExhibit } = log
  for (const draft of drafts) {
    const id = randomUUID()
    no += 1
    const own = newEntryKey(key)
    const exhibits = shelve(own.key, id, draft.files ?? [], lastExhibit)
    lastExhibit += exhibits.rows.length
    const sealed = sealVersion(key, head, {
      id, version: 1, no, said: draft.said, exhibits: exhibits.contents, note: draft.note, zone: draft.zone ?? typedZone, key: own.key,
    }, work.now)
    head = sealed.head
    added.entries.push({
      id, no, version: 1, seq: head.seq, ...inTime(draft.said.occurred, work.now), keyBox: own.box, box: sealed.box,
      source: draft.source?.id ?? null, sourceOffset: draft.source?.offset ?? null, sourceLength: draft.source?.length ?? null,
    })
    if (sealed.note) added.notes.push({ entry: id, ...sealed.note })
    added.exhibits.push(...exhibits.rows)
    added.lines.push(sealed.line)
  }
  await store.addEntries(work.db, { ...log, headSeq: head.seq, headSeal: head.seal, lastNo: no, lastExhibit }, added, work.now)
  return added.entries.map(it => ({ id: it.id, no: it.no, seq: it.seq }))
}

/** Gives files their numbers and locks each one's key under the entry's. */
function shelve(key: Key, entry: string, files: readonly KeptFile[], last: number) {
  const boxes = files.map((file, index) => ({ no: last + index + 1, name: file.name, bytes: file.bytes, sha256: file.sha256, type: file.type }))
  const rows = files.map((file, index) => {
    const id = randomUUID()
    const content = boxes[index]
    if (!content) throw new Error('a file without its number')
    return { id, entry, no: content.no, file: file.id, keyBox: wrapUnder(key, file.key), box: sealExhibit(key, id, { ...content, gps: file.gps }) }
  })
  return { contents: boxes, rows }
}

export interface Change {
  readonly said?: Said
  /** Undefined leaves it; empty takes it away for good. */
  readonly note?: string
  readonly files?: readonly KeptFile[]
  /** The version that she saw; another one in its place is a conflict. */
  readonly seen?: number
}

/**
 * Seals a new version of an entry onto the end of its log; the version before stays as history.
 * @throws Refusal `conflict` incidents.changed when somebody was there first, `invalid` incidents.many-files
 */
export async function change(work: Work, entryId: string, it: Change): Promise<Appended> {
  const log = await store.lockLog(work.db, work.actor.id)
  const [entry] = await store.entriesBy(work.db, [entryId])
  if (!log || !entry || entry.log !== log.id) throw new Refusal('missing', 'platform.missing')
  if (it.seen !== undefined && it.seen !== entry.version) throw new Refusal('conflict', 'incidents.changed')
  const logKey = work.house.vault.unwrap(log.keyWrapped)
  const key = unwrapUnder(logKey, entry.keyBox)
  const opened = openVersion(key, entry.id, entry.version, entry.box)
  const { no, exhibits: before, ...said } = readContent(opened.content)
  if (before.length + (it.files?.length ?? 0) > mostExhibits) throw new Refusal('invalid', 'incidents.many-files', 'file')
  const exhibits = shelve(key, entry.id, it.files ?? [], log.lastExhibit)
  const version = entry.version + 1
  const now = it.said ?? said
  const sealed = sealVersion(logKey, headOf(log), {
    id: entry.id, version, no, said: now, exhibits: [...before, ...exhibits.contents], zone: opened.zone, key,
    note: it.note === undefined ? await noteText(work, logKey, entry.id) : it.note === '' ? undefined : it.note,
  }, work.now)
  const moved = { ...log, headSeq: sealed.head.seq, headSeal: sealed.head.seal, lastExhibit: log.lastExhibit + exhibits.rows.length }
  await store.changeEntry(work.db, moved, {
    entry: entry.id, version, seq: sealed.head.seq, ...inTime(now.occurred, entry.createdAt), box: sealed.box,
    note: sealed.note && { entry: entry.id, ...sealed.note }, exhibits: exhibits.rows, line: sealed.line,
  }, work.now)
  return { id: entry.id, no, seq: sealed.head.seq }
}

async function noteText(work: Work, logKey: Key, entry: string): Promise<string | undefined> {
  const [row] = await store.notesOf(work.db, [entry])
  return row && openNote(logKey, entry, row.keyBox, row.box).text
}

/**
 * Destroys an entry that was never delivered: content, salts, key, note, earlier versions and files. Its lines stay in the chain.
 * @throws Refusal `conflict` incidents.delivered, or incidents.stays where a mark in her case keeps it
 */
export async function destroy(work: Work, entryId: string): Promise<void> {
  const exhibits = await store.exhibitsOf(work.db, work.actor.partnership, [entryId])
  if (await store.entryStays(work.db, entryId)) throw new Refusal('conflict', 'incidents.stays')
  if (!(await store.deleteEntry(work.db, entryId))) throw new Refusal('conflict', 'incidents.delivered')
  // Once the rows are gone for good, so that no row is left without its file. Killed in between, the file stays without the key that opened it.
  const remove = async () => { for (const it of exhibits) await work.house.files.remove(it.file) }
  if (work.afterwards) work.afterwards(remove)
  else await remove()
}

export interface OpenedEntry {
  readonly row: store.EntryRow
  readonly content: Content
  /** The canonical text that the line commits to, and its salt: what a bundle opens. */
  readonly sealed: { readonly content: string; readonly salt: Uint8Array; readonly sealedAt: string }
}

/** Opens rows of one log. */
export function openEntries(work: Work, keyWrapped: Uint8Array, rows: readonly store.EntryRow[]): readonly OpenedEntry[] {
  const logKey = work.house.vault.unwrap(keyWrapped)
  return rows.map(row => {
    const sealed = openVersion(unwrapUnder(logKey, row.keyBox), row.id, row.version, row.box)
    return { row, content: readContent(sealed.content), sealed }
  })
}

export interface OpenedExhibit { readonly row: store.ExhibitRow; readonly key: Key; readonly name: string; readonly type: string; readonly bytes: number; readonly sha256: string; readonly gps: boolean }

/** Opens the exhibits of an entry: their names and their files' keys. */
export async function openExhibits(work: Work, keyWrapped: Uint8Array, entry: store.EntryRow): Promise<readonly OpenedExhibit[]> {
  const key = unwrapUnder(work.house.vault.unwrap(keyWrapped), entry.keyBox)
  const rows = await store.exhibitsOf(work.db, work.actor.partnership, [entry.id])
  return rows.map(row => {
    const { name, type, bytes, sha256, gps } = openExhibit(key, row.id, row.box)
    return { row, key: unwrapUnder(key, row.keyBox), name, type, bytes, sha256, gps }
  })
}
