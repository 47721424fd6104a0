// A file from end to end as lines: source, entries and rests in the order of the file, sum. Keeps nothing, needs no database.
import { basename } from 'node:path'
import { Refusal } from '../kernel/refusal.ts'
import { type Feed, fileFeed, startOf } from './feed.ts'
import { type Recognised, recognise } from './recognise.ts'
import { type DateOrder, type Question, type Rest, type RestWhy, sameSender, type Source } from './rules.ts'
import { addsUp, countEntry, countNames, countRest, newTally, sumOf, type Tally } from './tally.ts'
import { type Answers, assumedZone, choiceOf, likeness, surveyFeed } from './whatsapp.ts'
import { besideFile, type FoundFiles, membersByName } from './found-files.ts'
import { type LineWriter, openLineWriter } from './whatsapp-lines.ts'
import type { Name } from './whatsapp-names.ts'
import { openReading, type Visitor } from './whatsapp-read.ts'
import type { Survey } from './whatsapp-survey.ts'
import { hashOf, openZip, type Zip, type ZipMember } from './zip.ts'

/** Takes finished lines; the bytes are used again when the promise is done. */
export type Sink = (lines: Buffer) => Promise<void>
export interface Listed { readonly sources: readonly Source[]; readonly tally: Tally; readonly order: DateOrder | null }
/** Why nothing was listed: the file is no export. */
export interface NotListed { readonly is: Recognised | 'no-chat' | LostChat | 'bad-zip' | 'too-much' }
/** There is a chat, and it cannot be opened. */
export type LostChat = 'bad-chat' | 'locked-chat' | 'large-chat'

interface Chat { readonly feed: Feed; readonly survey: Survey; readonly member: string | undefined }
interface Run {
  readonly answers: Answers
  readonly tally: Tally
  readonly sink: Sink
  readonly found: FoundFiles
  /** How often each entry stood in an earlier member; undefined where there is only one chat. */
  readonly seen: Map<string, number> | undefined
}

/** @throws the system's own error when the file cannot be read, RangeError when the zone has no such name */
export async function listFile(path: string, answers: Answers, sink: Sink): Promise<Listed | NotListed> {
  const feed = fileFeed(path)
  const is = recognise(await startOf(feed), path)
  if (is === 'zip') return listZip(path, answers, sink)
  if (is !== 'whatsapp') return { is }
  const chat = await chatOf(feed, undefined)
  const run: Run = { answers, tally: newTally(), sink, found: besideFile(path), seen: undefined }
  run.tally.fileBytes = chat.survey.bytes
  const source = sourceOf(path, chat, answers)
  await writeLines(sink, undefined, [source])
  await listChat(run, chat)
  return finish(run, [source], [chat])
}

async function listZip(path: string, answers: Answers, sink: Sink): Promise<Listed | NotListed> {
  let zip: Zip | undefined
  try {
    zip = await openZip(path)
    return await listMembers(path, zip, answers, sink)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'imports.bad-zip') return { is: 'bad-zip' }
    if (error instanceof Refusal && error.code === 'imports.too-much') return { is: 'too-much' }
    throw error
  } finally {
    zip?.close()
  }
}

async function listMembers(path: string, zip: Zip, answers: Answers, sink: Sink): Promise<Listed | NotListed> {
  const { chats, files, whys } = await lookInto(zip)
  const lost = chats.size === 0 ? lostChat(zip, whys) : undefined
  if (chats.size === 0 && lost === undefined) return { is: 'no-chat' }
  const run: Run = { answers, tally: newTally(), sink, found: membersByName(files), seen: chats.size > 1 ? new Map() : undefined }
  const whole = await hashOf(fileFeed(path))
  const parts = [...chats.values()].map(chat => sourceOf(path, chat, answers))
  const questions = [...new Set(parts.flatMap(it => it.questions))]
  const first: Source = { kind: 'source', file: basename(path), sha256: whole.sha256, bytes: whole.bytes, format: 'whatsapp-zip',
    zone: answers.zone ?? assumedZone, questions }
  const sources = [first, ...parts]
  await writeLines(sink, undefined, [first])
  for (const member of zip.members) {
    run.tally.fileBytes += member.size
    const chat = chats.get(member)
    if (chat) {
      await writeLines(sink, undefined, [sourceOf(path, chat, answers)])
      await listChat(run, chat)
    } else await restOfMember(run, member, whys.get(member) ?? 'attachment')
  }
  run.tally.unnamed = run.found.unnamed()
  const listed = await finish(run, sources, [...chats.values()])
  return lost === undefined ? listed : { is: lost }
}

/** A text of the zip that could not be opened may be the chat: then it is not said that there was none. */
function lostChat(zip: Zip, whys: Inside['whys']): LostChat | undefined {
  const texts = zip.members.filter(it => /\.txt$/i.test(it.base)).sort((a, b) => Number(b.base === '_chat.txt') - Number(a.base === '_chat.txt'))
  return texts.map(it => lostBy[whys.get(it) ?? 'attachment']).find(it => it !== undefined)
}
const lostBy: Readonly<Partial<Record<RestWhy, LostChat>>> = { unreadable: 'bad-chat', encrypted: 'locked-chat', 'too-large': 'large-chat' }

interface Inside {
  readonly chats: Map<ZipMember, Chat>
  readonly files: Map<ZipMember, { readonly bytes: number; readonly sha256: string }>
  readonly whys: Map<ZipMember, RestWhy>
}

/** Reads every member once: chats are surveyed, all others hashed. Where there is a `_chat.txt`, other texts are attachments. */
async function lookInto(zip: Zip): Promise<Inside> {
  const inside: Inside = { chats: new Map(), files: new Map(), whys: new Map() }
  const named = zip.members.some(it => it.closed === undefined && it.base === '_chat.txt')
  for (const member of zip.members) {
    if (member.closed !== undefined) inside.whys.set(member, member.closed)
    else await lookAt(member, named ? member.base === '_chat.txt' : /\.txt$/i.test(member.base), inside)
  }
  return inside
}

async function lookAt(member: ZipMember, mayBeChat: boolean, inside: Inside): Promise<void> {
  try {
    const is = recognise(await startOf(member.feed), member.base)
    if (is === 'zip') inside.whys.set(member, 'zip-inside')
    else if (is === 'whatsapp' && mayBeChat) inside.chats.set(member, await chatOf(member.feed, member.name))
    else inside.files.set(member, await hashOf(member.feed))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    inside.chats.delete(member)
    inside.whys.set(member, 'unreadable')
  }
}

const chatOf = async (feed: Feed, member: string | undefined): Promise<Chat> => ({ feed, survey: await surveyFeed(feed), member })

async function restOfMember(run: Run, member: ZipMember, why: RestWhy): Promise<void> {
  countRest(run.tally, why, member.size)
  const rest: Rest = { kind: 'rest', why, offset: 0, length: member.size, member: member.name }
  await writeLines(run.sink, undefined, [rest])
}

async function finish(run: Run, sources: readonly Source[], chats: readonly Chat[]): Promise<Listed> {
  const { me } = run.answers
  run.tally.named = run.found.named()
  run.tally.present = run.found.present()
  run.tally.meMissing = me !== undefined && ![...run.tally.senders.values()].some(it => sameSender(it.shown, me))
  await writeLines(run.sink, undefined, [sumOf(run.tally)])
  const orders = new Set(chats.map(it => run.answers.dateOrder ?? it.survey.order))
  return { sources, tally: run.tally, order: orders.size === 1 ? ([...orders][0] ?? null) : null }
}

function sourceOf(path: string, chat: Chat, answers: Answers): Source {
  const { survey, member } = chat
  const order = answers.dateOrder ?? survey.order
  const open: readonly (readonly [Question, boolean])[] = [
    ['me', answers.me === undefined], ['zone', answers.zone === undefined], ['date-order', order === null],
  ]
  return {
    kind: 'source', file: basename(path), sha256: survey.sha256, bytes: survey.bytes, format: 'whatsapp', zone: answers.zone ?? assumedZone,
    questions: open.filter(([, is]) => is).map(([question]) => question), dateOrder: order, ...(member === undefined ? {} : { member }),
  }
}

async function writeLines(sink: Sink, writer: LineWriter | undefined, values: readonly object[]): Promise<void> {
  if (writer !== undefined && writer.size() > 0) {
    await sink(writer.full())
    writer.taken()
  }
  if (values.length > 0) await sink(Buffer.from(values.map(it => `${JSON.stringify(it)}\n`).join('')))
}

async function listChat(run: Run, chat: Chat): Promise<void> {
  const writer = openLineWriter({ me: run.answers.me, find: run.found.find, member: chat.member })
  const perName = new Map<Name, number>()
  const own = new Map<string, number>()
  const reading = openReading(chat.survey, choiceOf(chat.survey, run.answers), visitorOf(run, chat, writer, perName, own))
  await chat.feed.each(async chunk => {
    reading.write(chunk)
    if (writer.size() > 262_144) await writeLines(run.sink, writer, [])
  })
  reading.end()
  await writeLines(run.sink, writer, [])
  countNames(run.tally, perName)
  for (const [key, count] of own) run.seen?.set(key, Math.max(count, run.seen.get(key) ?? 0))
}

function visitorOf(run: Run, chat: Chat, writer: LineWriter, perName: Map<Name, number>, own: Map<string, number>): Visitor {
  const rest = (why: RestWhy, offset: number, length: number): void => {
    countRest(run.tally, why, length)
    writer.line({ kind: 'rest', why, offset, length, ...(chat.member === undefined ? {} : { member: chat.member }) })
  }
  return {
    rest,
    entry: piece => {
      if (run.seen !== undefined) {
        const key = likeness(piece)
        const count = (own.get(key) ?? 0) + 1
        own.set(key, count)
        if (count <= (run.seen.get(key) ?? 0)) return rest('duplicate', piece.offset, piece.length)
      }
      countEntry(run.tally, piece, perName)
      writer.entry(piece)
    },
  }
}

export const isWhole = (listed: Listed): boolean => addsUp(listed.tally) && !listed.tally.rests.has('unreadable')
  && !listed.tally.rests.has('too-large')
