// A zip from a stranger: names may be paths, sizes may lie, and a small file may hold a mountain. Nothing is written to disk.
import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, getFileNameLowLevel, openPromise, validateFileName, type ZipFile } from 'yauzl'
import { Refusal } from '../kernel/refusal.ts'
import type { Feed } from './feed.ts'
import type { RestWhy } from './rules.ts'

export interface ZipLimits {
  readonly members: number
  /** Uncompressed bytes of all members together. */
  readonly total: number
  /** How many times smaller than its content a member may be, when the content is above `small` bytes. */
  readonly ratio: number
  readonly small: number
}
/** An export with media holds at most some 10,000 files and 2 GB; text of chats packs to a tenth. */
export const zipLimits: ZipLimits = { members: 20_000, total: 8 * 1024 ** 3, ratio: 200, small: 16 * 1024 ** 2 }

export interface ZipMember {
  /** The whole name, as in the zip; never used as a path. */
  readonly name: string
  /** The part after the last slash, in composed letters: what the chat calls it. */
  readonly base: string
  /** Uncompressed, as declared; reading stops with an error when it is another. */
  readonly size: number
  /** Why it is not opened; undefined when it may be. */
  readonly closed: RestWhy | undefined
  readonly feed: Feed
}
export interface Zip { readonly members: readonly ZipMember[]; readonly close: () => void }

/**
 * Reads the list of a zip's files, folders left out.
 * @throws Refusal imports.bad-zip when it cannot be read, imports.too-much when it has more files than the limit
 */
export async function openZip(source: string | Buffer, limits: ZipLimits = zipLimits): Promise<Zip> {
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true } as const
  const zip = await (typeof source === 'string' ? openPromise(source, options) : fromBufferPromise(source, options)).catch(refuse)
  const members: ZipMember[] = []
  let total = 0
  try {
    if (zip.entryCount > limits.members) throw new Refusal('invalid', 'imports.too-much', 'file')
    for await (const entry of zip.eachEntry()) {
      const member = memberOf(zip, entry, limits, total)
      if (member.name.endsWith('/') && member.size === 0) continue
      if (members.length >= limits.members) throw new Refusal('invalid', 'imports.too-much', 'file')
      if (member.closed === undefined) total += member.size
      members.push(member)
    }
  } catch (error) {
    zip.close()
    if (error instanceof Refusal) throw error
    refuse()
  }
  return { members, close: () => zip.close() }
}

function refuse(): never {
  throw new Refusal('invalid', 'imports.bad-zip', 'file')
}

function memberOf(zip: ZipFile, entry: Entry, limits: ZipLimits, totalBefore: number): ZipMember {
  const name = nameOf(entry)
  return {
    name, base: (name.split(/[/\\]/).at(-1) ?? name).normalize('NFC'), size: entry.uncompressedSize,
    closed: whyClosed(entry, name, limits, totalBefore),
    feed: { each: take => readMember(zip, entry, take) },
  }
}

/** Names are UTF-8 on phones, whether or not the zip says so; only what is no UTF-8 is read as the old DOS letters. */
function nameOf(entry: Entry): string {
  const raw = Buffer.from(entry.fileNameRaw)
  return isUtf8(raw) ? raw.toString('utf8') : getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, true)
}

function whyClosed(entry: Entry, name: string, limits: ZipLimits, totalBefore: number): RestWhy | undefined {
  if (name.includes('\0') || name === '' || validateFileName(name) !== null) return 'unsafe-name'
  if (/(?:^|\/)__MACOSX\/|(?:^|\/)\._[^/]*$|(?:^|\/)\.DS_Store$/.test(name)) return 'mac-data'
  if (entry.isEncrypted()) return 'encrypted'
  if (!entry.canDecodeFileData()) return 'unreadable'
  if (totalBefore + entry.uncompressedSize > limits.total) return 'too-large'
  if (entry.uncompressedSize > limits.small && entry.uncompressedSize > entry.compressedSize * limits.ratio) return 'too-large'
  return undefined
}

/** @throws Refusal imports.bad-member when its bytes are not those that were packed */
async function readMember(zip: ZipFile, entry: Entry, take: (chunk: Buffer) => void | Promise<void>): Promise<void> {
  const stream = await zip.openReadStreamPromise(entry).catch(refuseMember)
  let check = 0
  try {
    for await (const chunk of damageRefused(stream)) {
      check = crc32(chunk, check)
      await take(chunk)
    }
  } finally {
    stream.destroy()
  }
  if (check !== entry.crc32) refuseMember()
}

/** A fault of the stream is the zip's fault; a fault of whoever takes the bytes is not, and passes untouched. */
async function* damageRefused(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const chunks = stream[Symbol.asyncIterator]()
  for (;;) {
    const next = await chunks.next().catch(refuseMember)
    if (next.done === true) return
    yield next.value
  }
}

function refuseMember(): never {
  throw new Refusal('invalid', 'imports.bad-member', 'file')
}

/** SHA-256 of all bytes, and how many they were. */
export async function hashOf(feed: Feed): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  await feed.each(chunk => {
    hash.update(chunk)
    bytes += chunk.length
  })
  return { bytes, sha256: hash.digest('hex') }
}
