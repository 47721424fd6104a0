// Writes a bundle: a BagIt folder (RFC 8493) in a zip, as a stream. It holds the chosen entries and nothing of the others.
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { finished } from 'node:stream/promises'
import { crc32 } from 'node:zlib'
import { opens } from '../integrity/apart.ts'
import { emptyHead, sealOf, verifyChain } from '../integrity/rules.ts'
import { sha256 } from '../integrity/seal.ts'
import { dayOf, type Day, type Lang } from '../kernel/day.ts'
import { printPaper } from '../platform/paper-thread.ts'
import { zipWriter } from '../platform/zip-writer.ts'
import { names, openingLine, sumLine, type Sum } from './bag-files.ts'
import { checkScript } from './check-script.ts'
import { readContent } from './content.ts'
import { logBlocks } from './log-paper.ts'
import type { CodeWords } from './preview.ts'
import { exhibitFile, exhibitsOf, type Exhibit, type OpenedEntry, type Row } from './rules.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

export interface BundleMeta {
  /** Printed in bag-info.txt; says nothing about anybody. */
  readonly id: string
  /** The day of the bundle; the only clock in it. */
  readonly at: Date
  readonly lang: Lang
  /** "Log over hændelser": on the paper. */
  readonly title: string
  readonly purpose: string
  readonly people: readonly (readonly [name: string, value: string])[]
  readonly background: string
  /** Codes in the reader's words. */
  readonly words: CodeWords
}

export interface BundleInput {
  /** The chosen entries only; the caller opens no others. */
  readonly entries: readonly OpenedEntry[]
  /** Every line of the log, from the first to the head, without line feeds. */
  readonly chain: readonly string[]
  /** The original of each exhibit the entries name; read up to three times. */
  readonly exhibits: { readonly open: (sha256: string) => Readable | Promise<Readable> }
  readonly meta: BundleMeta
}

export interface Written { readonly sha256: string; readonly bytes: number }

interface File extends Sum {
  readonly crc: number
  readonly size: number
  readonly read: () => Iterable<Uint8Array> | Promise<Readable>
}

/**
 * Writes the bundle and ends `out`, or destroys it when the writing fails. One picture is in memory at a time, and the finished PDF.
 * @returns SHA-256 and size of the zip file, to be written down at the delivery
 * @throws Error before the first byte is written, when chain, openings or originals are not those that were sealed
 */
export async function makeBundle(input: BundleInput, out: Writable): Promise<Written> {
  const rows = rowsOf(input)
  const originals = await readOriginals(input, exhibitsOf(rows))
  const paper = await printLog(input, rows)
  const { at } = input.meta
  const folder = `dokumentation-${dayOf(at)}`
  const payload = [...payloadTexts(input, folder), file(names.paper, paper), ...originals]
  return writeZip([...payload, ...tagFiles(input.meta, payload)], folder, dayOf(at), out)
}

async function writeZip(files: readonly File[], folder: string, day: Day, out: Writable): Promise<Written> {
  const ended = finished(out)
  const hash = createHash('sha256')
  let bytes = 0
  const write = async (piece: Uint8Array) => {
    hash.update(piece)
    bytes += piece.length
    if (!out.write(piece)) await Promise.race([once(out, 'drain'), ended])
  }
  const zip = zipWriter({ day }, write)
  const writing = async () => {
    for (const { name, size, crc, read } of files) {
      await zip.add({ name: `${folder}/${name}`, size, crc, executable: name === names.script }, await read())
    }
    await zip.end()
    out.end()
  }
  // What cannot be finished is not left looking like a bundle: the stream ends with the fault, whichever side it came from.
  await Promise.all([ended, writing().catch(error => { out.destroy(error) })])
  return { sha256: hash.digest('hex'), bytes }
}

function rowsOf({ entries, chain }: BundleInput): Row[] {
  if (verifyChain(chain, 'unknown', sha256).length > 0) throw new Error('The chain of the log is broken; no bundle can be made of it.')
  const each = new Set(entries.map(it => it.seq))
  if (each.size === 0 || each.size !== entries.length) throw new Error('A bundle opens one entry or more, each once.')
  return entries.map(({ seq, content, salt, typical }) => {
    const entry = readContent(content)
    if (!entry || !opens(chain[seq - 1] ?? '', salt, content, sha256)) throw new Error(`The entry at link ${seq} is not the one that was sealed.`)
    return { entry, typical }
  })
}

async function readOriginals({ exhibits }: BundleInput, named: readonly Exhibit[]): Promise<File[]> {
  const files: File[] = []
  for (const it of named) {
    const hash = createHash('sha256')
    let crc = 0
    let size = 0
    for await (const piece of await exhibits.open(it.sha256) as AsyncIterable<Uint8Array>) {
      hash.update(piece)
      crc = crc32(piece, crc)
      size += piece.length
    }
    if (size !== it.bytes || hash.digest('hex') !== it.sha256) throw new Error(`Exhibit ${it.no} is not the file that was sealed.`)
    files.push({ name: names.exhibits + exhibitFile(it), sha256: it.sha256, crc, size, read: async () => exhibits.open(it.sha256) })
  }
  return files
}

async function printLog({ meta, chain, exhibits }: BundleInput, rows: readonly Row[]): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  const bytesOf = async (it: Exhibit) => buffer(await exhibits.open(it.sha256))
  const head = { title: meta.title, left: meta.title, at: meta.at, lang: meta.lang }
  await printPaper(head, logBlocks({ ...meta, rows, links: chain.length, lastSeal: lastSeal(chain), bytesOf }), piece => { pieces.push(piece) })
  return Buffer.concat(pieces)
}

const lastSeal = (chain: readonly string[]): string => {
  const last = chain.at(-1)
  return last === undefined ? emptyHead.seal : sealOf(last, sha256)
}

function payloadTexts({ entries, chain }: BundleInput, folder: string): File[] {
  const told = { entries: entries.length, links: chain.length, head: lastSeal(chain), folder }
  return [
    text(names.readMe, `${da.readMe(told)}\n\n${en.readMe(told)}`),
    text(names.script, checkScript),
    text(names.entries, entries.toSorted((a, b) => a.seq - b.seq).map(openingLine).join('')),
    text(names.chain, chain.map(it => `${it}\n`).join('')),
  ]
}

function tagFiles({ id, at }: BundleMeta, payload: readonly File[]): File[] {
  const size = payload.reduce((sum, it) => sum + it.size, 0)
  const info = [`Bagging-Date: ${dayOf(at)}`, 'Bag-Software-Agent: Lods', `External-Identifier: ${id}`, `Payload-Oxum: ${size}.${payload.length}`]
  const tags = [
    text(names.bagit, 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'),
    text(names.info, info.map(it => `${it}\n`).join('')),
    text(names.manifest, payload.map(sumLine).join('')),
  ]
  return [...tags, text(names.tagManifest, tags.map(sumLine).join(''))]
}

const text = (name: string, content: string): File => file(name, Buffer.from(content))
const file = (name: string, bytes: Uint8Array): File => ({ name, sha256: sha256(bytes), crc: crc32(bytes), size: bytes.length, read: () => [bytes] })
