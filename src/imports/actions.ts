// Her phone's messages: taken in, answered for, counted, and a few of them lifted into the log.
import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { z } from 'zod'
import type { PersonId } from '../kernel/actor.ts'
import { type Day, readDay } from '../kernel/day.ts'
import { type Fault, Refusal } from '../kernel/refusal.ts'
import { appendOwn, type NewEntry, ownLog } from '../incidents/append.ts'
import { dropFiles, keepFiles } from '../incidents/files.ts'
import { ownFacts } from '../incidents/facts.ts'
import { longest, mostTypical } from '../incidents/rules.ts'
import { logKeyOf, markTypical, typicalEntries } from '../incidents/store.ts'
import { action, type Beforehand, type Facts, type House, type Work } from '../platform/action.ts'
import type { Db } from '../platform/db.ts'
import { type Key, openText, sealText } from '../platform/vault.ts'
import { type Chosen, type KeptEntry, keepChosen, lookAt, openExport, type Seen, wholeOf } from './chosen.ts'
import { rights } from './rights.ts'
import * as store from './store.ts'

/** What lies in a source's box. */
export interface SourceBox { readonly name: string; readonly seen: Seen; readonly chosen?: Chosen; readonly kept?: number }
export interface OpenSource { readonly id: string; readonly state: store.SourceState; readonly createdAt: Date; readonly box: SourceBox }

const boxOf = (id: string) => `import_source.box:${id}`
const aboutSource = z.object({ source: z.uuid('platform.missing') })

async function sourceFacts(db: Db, { source }: { readonly source: string }): Promise<Facts | undefined> {
  const found = await store.standingOf(db, source)
  return found && { standing: { partnership: found.partnership, state: found.state, owner: found.citizen as PersonId }, aboutCitizen: found.citizen }
}

function open({ house }: Work, row: store.SourceRow): OpenSource & { readonly key: Key } {
  const key = house.vault.unwrap(row.keyWrapped)
  return { id: row.id, state: row.state, createdAt: row.createdAt, key, box: JSON.parse(openText(key, boxOf(row.id), row.box)) as SourceBox }
}
async function opened(work: Work, id: string): Promise<OpenSource & { readonly key: Key; readonly file: string }> {
  const row = await store.sourceBy(work.db, id)
  if (!row) throw new Refusal('missing', 'platform.missing')
  return { ...open(work, row), file: row.file }
}
async function bytesOf(work: Work, file: string, key: Key): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of work.house.files.get(file, key)) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** Removes files once the rows that named them are gone for good: a row is never left without its file. */
async function onceKept({ house, afterwards }: Work, files: readonly string[]): Promise<void> {
  const remove = async () => { for (const file of new Set(files)) await house.files.remove(file) }
  if (afterwards) afterwards(remove)
  else await remove()
}

export const takePage = action({
  path: '/noter/telefon', method: 'get', audit: 'imports.page-opened', input: z.object({}), facts: ownFacts, right: rights['imports.open'],
  // What was given before is shown with everything else of before: once she has given her passphrase again.
  run: async work => ({ sources: !work.actor.unlocked ? [] : (await store.sourcesOf(work.db, work.actor.id)).map((row): OpenSource => open(work, row)) }),
})

interface Taken { readonly id: string; readonly stored: string; readonly wrapped: Buffer; readonly box: Buffer }
interface TakeInput { readonly file: File; readonly taken: Taken | undefined }

/** Looks at a file and puts it, encrypted, into the store. */
async function takeIn(house: House, { file }: TakeInput): Promise<Beforehand<TakeInput>> {
  if (file.size === 0) throw new Refusal('invalid', 'imports.no-file', 'file')
  const bytes = Buffer.from(await file.arrayBuffer())
  const whole = await openExport(bytes, file.name)
  const seen = await lookAt(whole).finally(whole.close)
  if (seen.messages === 0) throw new Refusal('invalid', 'imports.no-chat', 'file')
  const id = randomUUID()
  const { plain, wrapped } = house.vault.newKey()
  const { id: stored } = await house.files.put(Readable.from([bytes]), plain)
  const box = sealText(plain, boxOf(id), JSON.stringify({ name: file.name.slice(-120), seen } satisfies SourceBox))
  return { input: { file: new File([], file.name), taken: { id, stored, wrapped, box } }, undo: () => house.files.remove(stored) }
}

/** Takes a file in: looked at, encrypted, waiting for her answers. A file that is no export is not kept, and she is told what it is. */
export const takeFile = action({
  path: '/noter/telefon', method: 'post', audit: 'imports.file-taken', input: z.object({ file: z.instanceof(File, { error: 'imports.no-file' }) }).transform((it): TakeInput => ({ ...it, taken: undefined })),
  facts: ownFacts, right: rights['imports.open'],
  beforehand: takeIn,
  run: async (work, { taken }): Promise<string> => {
    if (!taken) throw new Error('a file that was not taken in')
    await store.addSource(work.db, {
      id: taken.id, partnership: work.actor.partnership, citizen: work.actor.id, state: 'waiting', file: taken.stored, keyWrapped: taken.wrapped,
      box: taken.box, createdAt: work.now,
    })
    return taken.id
  },
  leadsTo: id => id,
})

export const askPage = action({
  path: '/noter/telefon/:source', method: 'get', audit: 'imports.source-opened', input: aboutSource, facts: sourceFacts, right: rights['imports.read'],
  run: async (work, { source }): Promise<OpenSource> => {
    const { id, state, createdAt, box } = await opened(work, source)
    return { id, state, createdAt, box }
  },
})

const day = z.string().optional().transform((text, context): Day | undefined => {
  if (!text) return undefined
  const read = readDay(text)
  if (!read) context.addIssue({ code: 'custom', message: 'imports.no-day' })
  return read
})
const some = z.union([z.array(z.string()), z.string().transform(one => [one])]).optional().transform(it => it ?? [])

/** Keeps what she chose and lets go of the rest of the file. */
export const choose = action({
  path: '/noter/telefon/:source', method: 'post', audit: 'imports.chosen',
  input: aboutSource.extend({ me: z.string().optional().transform(it => it ?? ''), concerns: some, from: day, to: day, order: z.enum(['dmy', 'mdy', 'ymd'], 'imports.needs-order').optional() }),
  facts: sourceFacts, right: rights['imports.choose'],
  run: async (work, { source, me, concerns, from, to, order }): Promise<string> => {
    const { key, file, box, state } = await opened(work, source)
    // What she did not choose the first time is gone from here, so a second choice is no choice.
    if (state === 'kept') throw new Refusal('conflict', 'imports.chosen-before')
    const others = concerns.filter(it => it !== me && box.seen.senders.some(sender => sender.id === it))
    const faults: Fault[] = []
    if (!box.seen.senders.some(it => it.id === me)) faults.push({ field: 'me', code: 'imports.needs-me' })
    if (others.length === 0) faults.push({ field: 'concerns', code: 'imports.needs-concerns' })
    if (box.seen.order === null && !order) faults.push({ field: 'order', code: 'imports.needs-order' })
    if (from && to && to < from) faults.push({ field: 'to', code: 'imports.ends-first' })
    const [first] = faults
    if (first) throw new Refusal('invalid', first.code, first.field, faults)
    const chosen: Chosen = { me, concerns: others, from, to, order }
    const whole = await openExport(await bytesOf(work, file, key), box.name)
    const fresh: string[] = []
    const put = async (bytes: Buffer): Promise<string> => {
      const { id } = await work.house.files.put(Readable.from([bytes]), key)
      fresh.push(id)
      return id
    }
    try {
      const kept = await keepChosen(whole, chosen, async member => put(await wholeOf(member.feed))).finally(whole.close)
      if (kept.length === 0) throw new Refusal('invalid', 'imports.nothing-chosen', 'from')
      const stored = await put(Buffer.from(kept.map(it => JSON.stringify(it)).join('\n')))
      const sealed = sealText(key, boxOf(source), JSON.stringify({ ...box, chosen, kept: kept.length } satisfies SourceBox))
      if (!(await store.keepChosen(work.db, source, stored, sealed))) throw new Refusal('conflict', 'platform.changed')
    } catch (fault) {
      for (const id of fresh) await work.house.files.remove(id)
      throw fault
    }
    await onceKept(work, [file])
    return source
  },
  leadsTo: id => id,
})

export interface KeptPage {
  readonly source: OpenSource
  readonly entries: readonly KeptEntry[]
  readonly lifted: ReadonlySet<number>
  /** How many more entries may be marked typical. */
  readonly typicalLeft: number
}

async function keptEntries(work: Work, source: string): Promise<{ readonly source: OpenSource; readonly entries: readonly KeptEntry[]; readonly key: Key }> {
  const it = await opened(work, source)
  const text = (await bytesOf(work, it.file, it.key)).toString('utf8')
  return { source: it, key: it.key, entries: text.split('\n').map(line => JSON.parse(line) as KeptEntry) }
}
async function typicalLeft({ db, actor }: Work): Promise<number> {
  const log = await logKeyOf(db, actor.id)
  return mostTypical - (log ? (await typicalEntries(db, actor.partnership, log.id)).length : 0)
}

export const keptPage = action({
  path: '/noter/telefon/:source/beskeder', method: 'get', audit: 'imports.messages-read',
  input: aboutSource.extend({ uge: z.string().regex(/^\d{4}-\d{2}-\d{2}$/).optional().catch(undefined), side: z.coerce.number().int().min(1).optional().catch(undefined) }),
  facts: sourceFacts, right: rights['imports.lift'],
  run: async (work, { source, uge, side }): Promise<KeptPage & { readonly week: string | undefined; readonly page: number }> => {
    const { source: it, entries } = await keptEntries(work, source)
    const { id, state, createdAt, box } = it
    return { source: { id, state, createdAt, box }, entries, lifted: await store.liftedFrom(work.db, source), typicalLeft: await typicalLeft(work), week: uge, page: side ?? 1 }
  },
})

/** Puts the chosen messages into the log, word for word, with the files they came with. What stands there already is not put there twice. */
export const lift = action({
  path: '/noter/telefon/:source/beskeder', method: 'post', audit: 'imports.lifted',
  input: aboutSource.extend({ message: some, typical: z.string().optional() }),
  facts: sourceFacts, right: rights['imports.lift'],
  run: async (work, { source, message, typical }): Promise<string> => {
    const { entries, key } = await keptEntries(work, source)
    // Two at once stand in line for the log, and the second sees what the first has put there.
    await ownLog(work)
    const there = await store.liftedFrom(work.db, source)
    const picked = message.map(Number).filter(Number.isSafeInteger).map(at => entries[at]).filter(it => it !== undefined && !there.has(it.offset)) as readonly KeptEntry[]
    if (picked.length === 0) throw new Refusal('invalid', 'imports.needs-message', 'message')
    if (typical && picked.length > (await typicalLeft(work))) throw new Refusal('invalid', 'imports.too-many-typical', 'typical')
    const added: NewEntry[] = []
    try {
      for (const it of picked) added.push(await entryFrom(work, source, it, key))
      const done = await appendOwn(work, added)
      if (typical) for (const it of done) await markTypical(work.db, it.id, true)
    } catch (fault) {
      await dropFiles(work.house, added.flatMap(it => it.files ?? []))
      throw fault
    }
    return source
  },
  leadsTo: id => id,
})

async function entryFrom(work: Work, source: string, it: KeptEntry, key: Key): Promise<NewEntry> {
  const files: File[] = []
  for (const one of it.files) files.push(new File([new Uint8Array(await bytesOf(work, one.file, key))], one.name))
  return {
    said: {
      occurred: { local: it.local ?? '', certainty: it.certainty, ...(it.at && { utc: it.at }) }, type: it.entry === 'call' ? 'call' : 'message', channel: 'app',
      actor: it.direction === 'out' ? 'unknown' : 'person', told: wordsOf(it), count: 1, witnesses: [],
    },
    files: await keepFiles(work.house, files),
    source: { id: source, offset: it.offset, length: it.length },
  }
}

/** Word for word, with the name it was sent under. */
const wordsOf = (it: KeptEntry): string => `${it.sender ?? ''}: "${it.text}"`.slice(0, longest.told)

/** Takes a source away with everything that was kept of it. What was lifted stays in the log. */
export const removeSource = action({
  path: '/noter/telefon/:source/slet', method: 'post', audit: 'imports.source-removed', input: aboutSource, facts: sourceFacts, right: rights['imports.remove'],
  run: async (work, { source }): Promise<string> => {
    if (await store.sourceStays(work.db, source)) throw new Refusal('conflict', 'imports.stays')
    const it = await opened(work, source)
    const kept = it.state === 'kept' ? (await keptEntries(work, source)).entries.flatMap(entry => entry.files.map(one => one.file)) : []
    await store.removeSource(work.db, source)
    await onceKept(work, [it.file, ...kept])
    return source
  },
})
