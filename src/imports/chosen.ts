// From the bytes of an export to what she chose of it. First a look: who writes, from when to when, does every byte add up. Then only the chosen
// entries, each with its exact bytes; the rest is not kept.
import { createHash } from 'node:crypto'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { spanOf } from './counts.ts'
import { bufferFeed, type Feed, startOf } from './feed.ts'
import { recognise } from './recognise.ts'
import { cutWarnings, type DateOrder, type ImportedEntry, type Rest } from './rules.ts'
import { choiceOf, readFeed, surveyFeed, type Wanted } from './whatsapp.ts'
import type { Setting } from './whatsapp-entry.ts'
import type { Survey } from './whatsapp-survey.ts'
import { openZip, type Zip, zipLimits, type ZipMember } from './zip.ts'

interface Chat { readonly feed: Feed; readonly survey: Survey; readonly member: string | undefined }
/** An export that can be read. Bytes stay in memory and are never written in clear. */
export interface Export { readonly chats: readonly Chat[]; readonly files: ReadonlyMap<string, ZipMember>; /** What came along and is no chat, whether or not it can be opened. */ readonly others: readonly ZipMember[]; readonly bytes: Buffer; readonly close: () => void }

/**
 * Opens an export.
 * @throws Refusal imports.is-<what it is instead>, no-chat, bad-zip, too-much: each names a sentence that says what to do
 */
export async function openExport(bytes: Buffer, name: string, most: UnpackLimits = unpackLimits): Promise<Export> {
  const feed = bufferFeed(bytes)
  const is = recognise(await startOf(feed), name)
  if (is === 'zip') return openZipped(bytes, most)
  if (is !== 'whatsapp') throw new Refusal('invalid', `imports.is-${is}`, 'file')
  return { chats: [{ feed, survey: await surveyFeed(feed), member: undefined }], files: new Map(), others: [], bytes, close: () => undefined }
}

/** What is unpacked for her is held in memory, a file at a time: one member, and all that she may keep, in bytes. A small zip may hold far more. */
export interface UnpackLimits { readonly member: number; readonly total: number }
const unpackLimits: UnpackLimits = { member: 300 * 1024 ** 2, total: 2 * 1024 ** 3 }

async function openZipped(bytes: Buffer, most: UnpackLimits): Promise<Export> {
  const zip: Zip = await openZip(bytes, { ...zipLimits, total: most.total })
  const open = zip.members.filter(it => it.closed === undefined && it.size <= most.member)
  const named = open.filter(it => it.base === '_chat.txt')
  const chats: Chat[] = []
  let damaged = false
  for (const member of named.length > 0 ? named : open.filter(it => /\.txt$/i.test(it.base))) {
    const chat = await chatIn(member)
    if (chat === 'damaged') damaged = true
    else if (chat) chats.push(chat)
  }
  if (chats.length === 0) {
    zip.close()
    const texts = zip.members.filter(it => /\.txt$/i.test(it.base))
    // A chat may be what was too large to open, or locked.
    const over = texts.some(it => it.size > most.member || it.closed === 'too-large')
    const locked = texts.some(it => it.closed === 'encrypted')
    throw new Refusal('invalid', damaged ? 'imports.bad-member' : over ? 'imports.too-much' : locked ? 'imports.locked-chat' : 'imports.no-chat', 'file')
  }
  const texts = new Set(chats.map(it => it.member))
  const others = zip.members.filter(it => !texts.has(it.name) && it.closed !== 'mac-data')
  return { chats, files: new Map(open.filter(it => !texts.has(it.name)).map(it => [it.base.normalize('NFC'), it])), others, bytes, close: zip.close }
}

async function chatIn(member: ZipMember): Promise<Chat | 'damaged' | undefined> {
  const chat = async () => (recognise(await startOf(member.feed), member.base) === 'whatsapp' ? { feed: member.feed, survey: await surveyFeed(member.feed), member: member.name } : undefined)
  return whole(chat(), 'damaged')
}

/** What a member of the zip gives; `instead`, where its bytes are not those that were packed. */
const whole = <T, E>(work: Promise<T>, instead: E): Promise<T | E> => work.catch((fault: unknown) => {
  if (fault instanceof Refusal && fault.code === 'imports.bad-member') return instead
  throw fault
})

export interface SenderSeen { readonly id: string; readonly shown: string; readonly count: number }

/** What a first look tells. Every byte of the chat's text is an entry or a rest: `bytesOfText = entryBytes + restBytes`. */
export interface Seen {
  readonly sha256: string
  readonly bytes: number
  readonly bytesOfText: number
  readonly entryBytes: number
  readonly restBytes: number
  readonly messages: number
  readonly system: number
  readonly senders: readonly SenderSeen[]
  /** Undefined while the order of day and month is not known. */
  readonly span: { readonly first: Day; readonly last: Day } | undefined
  /** Null: the file does not say whether day or month comes first. */
  readonly order: DateOrder | null
  readonly suspects: number
  /** The files that came along; none where the chat came alone. Sources taken in earlier do not say. */
  readonly files?: FilesSeen
  readonly warnings: readonly string[]
}

/** `there` and `missing` as the messages name them, `loose` named by none; `bytes` of all that can be read, unpacked; `damaged` by name. */
export interface FilesSeen { readonly there: number; readonly missing: number; readonly loose: number; readonly bytes: number; readonly damaged: readonly string[] }

/** Reads every file that came along once, so that she hears before she chooses which ones are damaged. */
async function filesIn(it: Export, named: ReadonlySet<string>): Promise<FilesSeen> {
  const damaged: string[] = []
  const readable = new Set<string>()
  let bytes = 0
  for (const member of it.others) {
    const read = it.files.get(member.base) === member && await whole(member.feed.each(() => undefined).then(() => true), false)
    if (read) { bytes += member.size; readable.add(member.base) } else damaged.push(member.base)
  }
  const there = [...named].filter(name => readable.has(name)).length
  return { there, missing: named.size - there, loose: readable.size - there, bytes, damaged }
}

export async function lookAt(it: Export): Promise<Seen> {
  const senders = new Map<string, { shown: string; count: number }>()
  const moments: Pick<ImportedEntry, 'at' | 'local'>[] = []
  const named = new Set<string>()
  const sum = { entryBytes: 0, restBytes: 0, messages: 0, system: 0, suspects: 0 }
  for (const chat of it.chats)
    await readFeed(chat.feed, chat.survey, choiceOf(chat.survey, {}), settingOf(it, chat, undefined), {}, async batch => {
      for (const piece of batch) {
        count(piece, sum, senders, moments)
        if (piece.kind === 'entry') for (const one of piece.attachments) if (one.name !== null) named.add(one.name.normalize('NFC'))
      }
    })
  const orders = new Set(it.chats.map(chat => chat.survey.order))
  return {
    ...sum, sha256: createHash('sha256').update(it.bytes).digest('hex'), bytes: it.bytes.length,
    bytesOfText: it.chats.reduce((total, chat) => total + chat.survey.bytes, 0),
    senders: [...senders].map(([id, { shown, count: n }]) => ({ id, shown, count: n })).sort((a, b) => b.count - a.count),
    span: spanOf(moments), order: orders.size === 1 ? ([...orders][0] ?? null) : null, warnings: cutWarnings(sum.messages),
    files: await filesIn(it, named),
  }
}

function count(piece: ImportedEntry | Rest, sum: { entryBytes: number; restBytes: number; messages: number; system: number; suspects: number },
  senders: Map<string, { shown: string; count: number }>, moments: Pick<ImportedEntry, 'at' | 'local'>[]): void {
  if (piece.kind === 'rest') {
    sum.restBytes += piece.length
    return
  }
  sum.entryBytes += piece.length
  if (piece.suspect.length > 0) sum.suspects += 1
  if (piece.entry === 'system') sum.system += 1
  else sum.messages += 1
  moments.push({ at: piece.at, local: piece.local })
  if (piece.senderId === null || piece.entry === 'system') return
  const before = senders.get(piece.senderId)
  senders.set(piece.senderId, { shown: before?.shown ?? piece.sender ?? piece.senderId, count: (before?.count ?? 0) + 1 })
}

const settingOf = (it: Export, chat: Chat, me: string | undefined): Setting => ({
  me, member: chat.member,
  find: name => {
    const member = it.files.get(name.normalize('NFC'))
    return member && { bytes: member.size, sha256: '' }
  },
})

/** What she answered. */
export interface Chosen {
  readonly me: string
  readonly concerns: readonly string[]
  readonly from: Day | undefined
  readonly to: Day | undefined
  readonly order: DateOrder | undefined
}

/** A chosen entry with its exact bytes (base64) and the files it names that came along. */
export interface KeptEntry extends ImportedEntry { readonly raw: string; readonly files: readonly KeptAttachment[]; /** Names of files that came damaged and are not kept. */ readonly lost?: readonly string[] }
export interface KeptAttachment { readonly name: string; readonly file: string; readonly bytes: number }

/**
 * The chosen entries, in the order of the file.
 * @param keep stores one file that came with a message and answers with its id
 */
export async function keepChosen(it: Export, chosen: Chosen, keep: (member: ZipMember) => Promise<string>): Promise<readonly KeptEntry[]> {
  const wanted: Wanted = { senders: [chosen.me, ...chosen.concerns], ...(chosen.from && { from: chosen.from }), ...(chosen.to && { to: chosen.to }) }
  const kept: KeptEntry[] = []
  const stored = new Map<string, KeptAttachment | undefined>()
  for (const chat of it.chats) {
    const text = await wholeOf(chat.feed)
    const entries: ImportedEntry[] = []
    await readFeed(bufferFeed(text), chat.survey, choiceOf(chat.survey, { dateOrder: chosen.order }), settingOf(it, chat, chosen.me), wanted, async batch => {
      for (const piece of batch) if (piece.kind === 'entry' && piece.entry !== 'system') entries.push(piece)
    })
    for (const entry of entries)
      kept.push({ ...entry, raw: text.toString('base64', entry.offset, entry.offset + entry.length), ...await filesOf(it, entry, stored, keep) })
  }
  return kept
}

async function filesOf(it: Export, entry: ImportedEntry, stored: Map<string, KeptAttachment | undefined>, keep: (member: ZipMember) => Promise<string>): Promise<Pick<KeptEntry, 'files' | 'lost'>> {
  const files: KeptAttachment[] = []
  const lost: string[] = []
  for (const { name } of entry.attachments) {
    const member = name === null ? undefined : it.files.get(name.normalize('NFC'))
    if (!member) continue
    const file = stored.has(member.base) ? undefined : await whole(keep(member), undefined)
    const one = stored.get(member.base) ?? (file === undefined ? undefined : { name: member.base, file, bytes: member.size })
    stored.set(member.base, one)
    if (one) files.push(one)
    else lost.push(member.base)
  }
  return { files, ...(lost.length > 0 && { lost }) }
}

export async function wholeOf(feed: Feed): Promise<Buffer> {
  const parts: Buffer[] = []
  await feed.each(chunk => void parts.push(Buffer.from(chunk)))
  return Buffer.concat(parts)
}
