// What was written before: all of it behind the passphrase, given again.
import { Readable } from 'node:stream'
import { z } from 'zod'
import { dayOf } from '../kernel/day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { action, type Work } from '../platform/action.ts'
import { unwrapUnder } from '../platform/vault.ts'
import { change, destroy, type OpenedEntry, type OpenedExhibit, openEntries, openExhibits } from './append.ts'
import { holds, openNote, openVersion, readContent } from './boxes.ts'
import { entryFacts, fileFacts, ownFacts } from './facts.ts'
import { pictureOf } from './files.ts'
import { cursorField, cursorText, entryFields, entryId, saidFrom } from './input.ts'
import { type Content, mostTypical, pageSize, rights } from './rules.ts'
import * as store from './store.ts'
import { countWeeks, firstMonday, type WeekCount } from './weeks.ts'

export interface EarlierPage {
  readonly entries: readonly OpenedEntry[]
  readonly weeks: readonly WeekCount[]
  /** Where the next page begins, as it stands in the address. */
  readonly next: string | undefined
  readonly open: boolean
  readonly later: boolean
}

/** One page of a log and its weeks. Whoever the rows are shown to, they are those that the role may select. */
export async function pageOf(work: Work, log: string, keyWrapped: Uint8Array, after: store.Cursor | undefined, open: boolean): Promise<EarlierPage> {
  const { db, actor, now } = work
  const rows = await store.newestEntries(db, actor.partnership, log, after, pageSize + 1)
  const today = dayOf(now)
  const counts = after ? undefined : await store.weekCounts(db, actor.partnership, log, firstMonday(today))
  const last = rows[pageSize - 1]
  return {
    entries: openEntries(work, keyWrapped, rows.slice(0, pageSize)),
    weeks: counts ? countWeeks(counts.weeks, counts.first, today) : [],
    next: rows.length > pageSize && last ? cursorText(last) : undefined,
    open, later: after !== undefined,
  }
}

export const earlierPage = action({
  path: '/noter/tidligere',
  method: 'get',
  audit: 'incidents.log-opened',
  input: z.object({ efter: cursorField, tekst: z.string().optional() }),
  facts: ownFacts,
  right: rights['log.open'],
  run: async (work, { efter, tekst }): Promise<EarlierPage> => {
    const log = await store.logKeyOf(work.db, work.actor.id)
    return log ? pageOf(work, log.id, log.keyWrapped, efter, tekst === '1') : { entries: [], weeks: [], next: undefined, open: false, later: false }
  },
})

export interface EntryPage {
  readonly entry: OpenedEntry
  readonly note: string | undefined
  readonly exhibits: readonly OpenedExhibit[]
  readonly versions: readonly { readonly version: number; readonly replacedAt: Date; readonly content: Content }[]
  readonly typical: readonly OpenedEntry[]
  /** Whether text, note and sealing time are those that its line in the chain stands for. */
  readonly whole: boolean
  /** A mark in her case keeps it. */
  readonly stays: boolean
  readonly state: string
}

async function opened(work: Work, id: string): Promise<{ readonly row: store.EntryRow; readonly log: { readonly id: string; readonly keyWrapped: Uint8Array } }> {
  const [row] = await store.entriesBy(work.db, [id])
  const log = await store.logKeyOf(work.db, work.actor.id)
  if (!row || !log) throw new Refusal('missing', 'platform.missing')
  return { row, log }
}

async function readEntry(work: Work, id: string, state: string): Promise<EntryPage> {
  const { row, log } = await opened(work, id)
  const logKey = work.house.vault.unwrap(log.keyWrapped)
  const key = unwrapUnder(logKey, row.keyBox)
  const [entry] = openEntries(work, log.keyWrapped, [row])
  const [note] = await store.notesOf(work.db, [id])
  if (!entry) throw new Error('an entry that was there')
  const line = await store.lineAt(work.db, work.actor.partnership, log.id, row.seq)
  const openedNote = note && openNote(logKey, id, note.keyBox, note.box)
  return {
    entry, state, stays: await store.entryStays(work.db, id),
    whole: line !== undefined && holds(line, openVersion(key, id, row.version, row.box), openedNote),
    note: openedNote?.text,
    exhibits: await openExhibits(work, log.keyWrapped, row),
    versions: (await store.versionsOf(work.db, id)).map(it => ({
      version: it.version, replacedAt: it.replacedAt, content: readContent(openVersion(key, id, it.version, it.box).content),
    })),
    typical: openEntries(work, log.keyWrapped, await store.typicalEntries(work.db, work.actor.partnership, log.id)),
  }
}

const reading = (path: string) => action({
  path,
  method: 'get',
  audit: 'incidents.entry-opened',
  input: entryId,
  facts: entryFacts,
  right: rights['entry.open'],
  run: (work, { entry }, facts) => readEntry(work, entry, facts.standing.state),
})
export const entryPage = reading('/noter/tidligere/:entry')
export const changePage = reading('/noter/tidligere/:entry/ret')

export const changeEntry = action({
  path: '/noter/tidligere/:entry/ret',
  method: 'post',
  audit: 'incidents.entry-changed',
  input: entryFields.extend({ entry: z.uuid(), seen: z.coerce.number().int() }),
  facts: entryFacts,
  right: rights['entry.change'],
  run: async (work, { entry, seen, ...fields }) => {
    const { row, log } = await opened(work, entry)
    const before = openEntries(work, log.keyWrapped, [row])[0]?.content
    const said = saidFrom(fields, work.now)
    // What the form has no field for stays as it was.
    const { id } = await change(work, entry, { said: { ...said, ...(before?.reportedTo !== undefined && { reportedTo: before.reportedTo }) }, note: fields.note, seen })
    return { id }
  },
  leadsTo: it => it,
})

export const markTypical = action({
  path: '/noter/tidligere/:entry/typisk',
  method: 'post',
  audit: 'incidents.entry-marked',
  input: entryId.extend({ typisk: z.enum(['ja', 'nej']) }),
  facts: entryFacts,
  right: rights['entry.change'],
  run: async (work, { entry, typisk }) => {
    // Two marks at once are counted one after the other.
    const log = await store.lockLog(work.db, work.actor.id)
    const marked = log ? await store.typicalEntries(work.db, work.actor.partnership, log.id) : []
    if (typisk === 'ja' && !marked.some(it => it.id === entry) && marked.length >= mostTypical) throw new Refusal('conflict', 'incidents.typical-five')
    await store.markTypical(work.db, entry, typisk === 'ja')
    return { id: entry }
  },
  leadsTo: it => it,
})

export const deletePage = action({
  path: '/noter/tidligere/:entry/slet',
  method: 'get',
  audit: 'incidents.entry-opened',
  input: entryId,
  facts: entryFacts,
  right: rights['entry.delete'],
  run: (work, { entry }, facts) => readEntry(work, entry, facts.standing.state),
})

export const deleteEntry = action({
  path: '/noter/tidligere/:entry/slet',
  method: 'post',
  audit: 'incidents.entry-destroyed',
  input: entryId,
  facts: entryFacts,
  right: rights['entry.delete'],
  run: async (work, { entry }) => {
    await destroy(work, entry)
    return { id: entry }
  },
  leadsTo: it => it,
})

const exhibitInput = entryId.extend({ exhibit: z.uuid() })

async function ownExhibit(work: Work, entry: string, exhibit: string): Promise<OpenedExhibit> {
  const { row, log } = await opened(work, entry)
  const found = (await openExhibits(work, log.keyWrapped, row)).find(it => it.row.id === exhibit)
  if (!found) throw new Refusal('missing', 'platform.missing')
  return found
}

/** The picture as it may be shown. */
export const exhibitCopy = action({
  path: '/noter/tidligere/:entry/bilag/:exhibit',
  method: 'get',
  audit: 'incidents.exhibit-seen',
  input: exhibitInput,
  facts: fileFacts,
  right: rights['entry.open'],
  run: async (work, { entry, exhibit }) => {
    const it = await ownExhibit(work, entry, exhibit)
    const body = await pictureOf(work.house, it.row.file, it.key)
    if (!body) throw new Refusal('conflict', 'incidents.no-picture')
    return { name: `${it.row.no}.jpg`, type: 'image/jpeg', body }
  },
})

/** The file as it came in, to the byte, for her alone. */
export const exhibitOriginal = action({
  path: '/noter/tidligere/:entry/bilag/:exhibit/hent',
  method: 'get',
  audit: 'incidents.exhibit-fetched',
  input: exhibitInput,
  facts: fileFacts,
  right: rights['entry.open'],
  run: async (work, { entry, exhibit }) => {
    const it = await ownExhibit(work, entry, exhibit)
    const ending = /\.([A-Za-z0-9]{1,8})$/.exec(it.name)?.[1] ?? 'bin'
    return { name: `${it.row.no}.${ending}`, type: it.type, body: Readable.toWeb(work.house.files.get(it.row.file, it.key)) as ReadableStream }
  },
})
