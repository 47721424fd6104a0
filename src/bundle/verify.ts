// Checks a bundle without a database and without a network: the files, the chain, each opened entry, and the zip file itself.
import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import yauzl from 'yauzl'
import { opens } from '../integrity/apart.ts'
import { emptyHead, sealOf, verifyChain } from '../integrity/rules.ts'
import { sha256 } from '../integrity/seal.ts'
import { readDay, type Lang } from '../kernel/day.ts'
import { directory, localHeader, type Placed } from '../platform/zip-writer.ts'
import { linesOf, names, readOpenings, readSums, type Sum } from './bag-files.ts'
import { readContent } from './content.ts'
import { textOf } from './preview.ts'
import { exhibitFile } from './rules.ts'

/**
 * unreadable: no zip · noBundle: a zip of something else · repacked: the zip's own bytes differ · missing, extra, changed, malformed: a file · chain, entry: at a link ·
 * exhibit: named by an entry and not there · headDiffers: another head than the one given.
 */
export type BundleFaultCode =
  'unreadable' | 'noBundle' | 'repacked' | 'missing' | 'extra' | 'changed' | 'malformed' | 'chain' | 'entry' | 'exhibit' | 'headDiffers'
/** `what` is a file name, a link or an exhibit number; empty for the bundle as a whole. */
export interface BundleFault { readonly code: BundleFaultCode; readonly what: string }

export interface Verdict {
  readonly faults: readonly BundleFault[]
  readonly files: number
  readonly links: number
  readonly opened: number
  /** Seal of the chain's last link: to be held against what was written down at the delivery. */
  readonly head: string
}

interface Member extends Sum { readonly size: number; readonly text: string | undefined }

/** @param head the seal written down at the delivery, when there is one */
export async function verifyBundle(path: string, head?: string): Promise<Verdict> {
  const bag = await readBag(path)
  if (!bag) return { faults: [{ code: 'unreadable', what: '' }], files: 0, links: 0, opened: 0, head: '' }
  const { members } = bag
  const byName = new Map(members.map(it => [it.name, it]))
  if (![names.bagit, names.manifest, names.chain].some(it => byName.has(it))) return { faults: [{ code: 'noBundle', what: '' }], files: members.length, links: 0, opened: 0, head: '' }
  const chain = linesOf(byName.get(names.chain)?.text ?? '') ?? []
  const openings = readOpenings(byName.get(names.entries)?.text ?? '')
  const last = chain.at(-1)
  const seal = last === undefined ? emptyHead.seal : sealOf(last, sha256)
  const faults = [
    ...(bag.asWritten ? [] : [{ code: 'repacked', what: '' } as const]),
    ...fileFaults(members, byName),
    ...[...new Set(verifyChain(chain, 'unknown', sha256).map(it => it.seq))].map(seq => ({ code: 'chain', what: String(seq) }) as const),
    ...(openings ? openings.flatMap(it => entryFaults(it, chain, byName)) : [{ code: 'malformed', what: names.entries } as const]),
    ...unnamed(openings ?? [], members),
    ...(head === undefined || head === seal ? [] : [{ code: 'headDiffers', what: '' } as const]),
  ]
  return { faults, files: members.length, links: chain.length, opened: openings?.length ?? 0, head: seal }
}

/** One sentence. */
export function sayFault({ code, what }: BundleFault, lang: Lang): string {
  const said = textOf(lang).check[code]
  return typeof said === 'string' ? said : said(what)
}

const tagFiles: readonly string[] = [names.bagit, names.info, names.manifest]
const expected: readonly string[] = [...tagFiles, names.tagManifest, names.readMe, names.script, names.paper, names.entries, names.chain]

function fileFaults(members: readonly Member[], byName: ReadonlyMap<string, Member>): BundleFault[] {
  const payload = readSums(byName.get(names.manifest)?.text ?? '')
  const tags = readSums(byName.get(names.tagManifest)?.text ?? '')
  const sums = [...(payload ?? []), ...(tags ?? [])]
  const summed = new Map(sums.map(it => [it.name, it.sha256]))
  const missing = new Set([...expected, ...summed.keys()].filter(it => !byName.has(it)))
  const seen = new Set<string>()
  const extra = members.filter(({ name }) => {
    const twice = seen.has(name)
    seen.add(name)
    return twice || (name !== names.tagManifest && !summed.has(name))
  })
  return [
    ...(payload?.every(it => it.name.startsWith('data/')) && summed.size === sums.length ? [] : [malformed(names.manifest)]),
    ...(tags?.map(it => it.name).join() === tagFiles.join() ? [] : [malformed(names.tagManifest)]),
    ...(byName.get(names.bagit)?.text === 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n' ? [] : [malformed(names.bagit)]),
    ...(byName.get(names.info)?.text?.includes(`\nPayload-Oxum: ${oxum(members)}\n`) ? [] : [malformed(names.info)]),
    ...[...missing].map(what => ({ code: 'missing', what }) as const),
    ...extra.map(it => ({ code: 'extra', what: it.name }) as const),
    ...members.filter(it => summed.has(it.name) && summed.get(it.name) !== it.sha256).map(it => ({ code: 'changed', what: it.name }) as const),
  ]
}

const malformed = (what: string): BundleFault => ({ code: 'malformed', what })

function oxum(members: readonly Member[]): string {
  const payload = members.filter(it => it.name.startsWith('data/'))
  return `${payload.reduce((sum, it) => sum + it.size, 0)}.${payload.length}`
}

type Opening = NonNullable<ReturnType<typeof readOpenings>>[number]

function entryFaults({ seq, content, salt }: Opening, chain: readonly string[], byName: ReadonlyMap<string, Member>): BundleFault[] {
  const entry = readContent(content)
  if (!entry || !opens(chain[seq - 1] ?? '', salt, content, sha256)) return [{ code: 'entry', what: String(seq) }]
  return entry.exhibits.flatMap(it => {
    const file = byName.get(names.exhibits + exhibitFile(it))
    return file?.sha256 === it.sha256 && file.size === it.bytes ? [] : [{ code: 'exhibit', what: String(it.no) } as const]
  })
}

/** Files among the exhibits that no opened entry names. */
function unnamed(openings: readonly Opening[], members: readonly Member[]): BundleFault[] {
  const named = new Set(openings.flatMap(it => readContent(it.content)?.exhibits ?? []).map(it => names.exhibits + exhibitFile(it)))
  return members.filter(it => it.name.startsWith(names.exhibits) && !named.has(it.name)).map(it => ({ code: 'extra', what: it.name }))
}

/** A member as the zip's directory tells of it, and the sum its bytes really have. */
interface Found extends Placed { readonly crcFound: number }
interface Bag { readonly members: readonly Member[]; readonly asWritten: boolean }

/** Text is kept only of the files that are read as text, up to this many bytes. */
const longestText = 200_000_000
const readAsText: readonly string[] = [...tagFiles, names.tagManifest, names.entries, names.chain]

// Whatever keeps a zip from being read is an answer here: the file is no bundle, or is damaged.
async function readBag(path: string): Promise<Bag | undefined> {
  const handle = await open(path)
  try {
    const zip = await yauzl.openPromise(path)
    const members: Member[] = []
    const placed: Found[] = []
    let folders = 0
    for await (const entry of zip.eachEntry()) {
      // Most programs that pack a folder write a line for the folder itself; there is nothing in it to check.
      if (entry.fileName.endsWith('/') && entry.uncompressedSize === 0) {
        folders += 1
        continue
      }
      const { crc, ...member } = await readMember(zip, entry)
      members.push(member)
      const { fileName: name, uncompressedSize: size, crc32: crcTold, relativeOffsetOfLocalHeader: offset } = entry
      placed.push({ name, size, crc: crcTold, crcFound: crc, executable: member.name === names.script, offset })
    }
    return { members, asWritten: folders === 0 && await isAsWritten(handle, placed, members) }
  } catch {
    return undefined
  } finally {
    await handle.close()
  }
}

async function readMember(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Member & { readonly crc: number }> {
  const name = entry.fileName.slice(entry.fileName.indexOf('/') + 1)
  const hash = createHash('sha256')
  const pieces: Uint8Array[] = []
  let size = 0
  let crc = 0
  for await (const piece of await zip.openReadStreamPromise(entry) as AsyncIterable<Uint8Array>) {
    hash.update(piece)
    crc = crc32(piece, crc)
    size += piece.length
    if (readAsText.includes(name) && size <= longestText) pieces.push(piece)
  }
  return { name, size, crc, sha256: hash.digest('hex'), text: pieces.length > 0 ? Buffer.concat(pieces).toString() : undefined }
}

/** Writes the zip's frame anew from its members and holds it against the file: no byte between them may differ. */
async function isAsWritten(handle: FileHandle, placed: readonly Found[], members: readonly Member[]): Promise<boolean> {
  const day = readDay(/^Bagging-Date: (.*)$/m.exec(members.find(it => it.name === names.info)?.text ?? '')?.[1] ?? '')
  const folder = `dokumentation-${day}/`
  if (day === undefined) return false
  let at = 0
  for (const it of placed) {
    const header = localHeader({ day }, it)
    if (it.offset !== at || it.crc !== it.crcFound || !it.name.startsWith(folder) || !(await holds(handle, at, header))) return false
    at += header.length + it.size
  }
  const end = directory({ day }, placed, at)
  return (await handle.stat()).size === at + end.length && holds(handle, at, end)
}

async function holds(handle: FileHandle, at: number, bytes: Uint8Array): Promise<boolean> {
  const there = Buffer.alloc(bytes.length)
  const { bytesRead } = await handle.read(there, 0, there.length, at)
  return bytesRead === bytes.length && there.equals(bytes)
}
