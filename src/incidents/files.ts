// Files that come in with an entry: known by their first bytes, kept as they are, shown only as copies made anew.
import exifr from 'exifr'
import { fileTypeFromBuffer } from 'file-type'
import { Refusal } from '../kernel/refusal.ts'
import type { House } from '../platform/action.ts'
import { type Key, randomKey } from '../platform/vault.ts'
import { viewCopy } from '../platform/view-copy.ts'
import { fileLimit, isPicture, largestFile, mostExhibits, plainFileName, unknownType } from './rules.ts'

/** A file in the store, not yet part of an entry. */
export interface KeptFile {
  readonly id: string
  readonly key: Key
  readonly name: string
  readonly type: string
  readonly bytes: number
  readonly sha256: string
  readonly gps: boolean
}

const known = /^(image\/(jpeg|png|gif|webp|heic|heif|avif|tiff|bmp)|audio\/(mpeg|mp4|x-m4a|aac|ogg|opus|wav|x-wav|vnd\.wave|amr|flac|webm)|video\/(mp4|quicktime|3gpp|3gpp2|webm|x-matroska|x-msvideo|mpeg)|application\/pdf)/

/** The media type by the bytes and never by the name; what is on no list is kept and not shown. */
export async function typeOf(bytes: Uint8Array): Promise<string> {
  const found = await fileTypeFromBuffer(bytes)
  if (found) return known.test(found.mime) ? (found.mime.split(';')[0] ?? unknownType).trim() : unknownType
  return isText(bytes) ? 'text/plain' : unknownType
}

function isText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Whether a picture tells where it was taken. A picture whose marks cannot be read is taken to tell nothing. */
async function tellsPlace(bytes: Uint8Array, type: string): Promise<boolean> {
  if (!isPicture(type)) return false
  const place = await exifr.gps(bytes).catch(() => undefined)
  return place !== undefined && Number.isFinite(place.latitude) && Number.isFinite(place.longitude)
}

/**
 * Stores every file under a key of its own.
 * @throws Refusal `invalid` incidents.many-files, incidents.file-too-large: before anything is stored
 */
export async function keepFiles(house: House, files: readonly File[]): Promise<readonly KeptFile[]> {
  const given = files.filter(it => it.size > 0)
  if (given.length > mostExhibits) throw new Refusal('invalid', 'incidents.many-files', 'file')
  if (given.some(it => it.size > largestFile.video * 1024 * 1024)) throw new Refusal('invalid', 'incidents.file-too-large', 'file')
  const read = await Promise.all(given.map(async file => {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return { name: plainFileName(file.name), bytes, type: await typeOf(bytes) }
  }))
  if (read.some(it => it.bytes.length > fileLimit(it.type))) throw new Refusal('invalid', 'incidents.file-too-large', 'file')
  const kept: KeptFile[] = []
  try {
    for (const { name, bytes, type } of read) {
      const key = randomKey()
      const stored = await house.files.put(once(bytes), key)
      kept.push({ ...stored, key, name, type, gps: await tellsPlace(bytes, type) })
    }
  } catch (fault) {
    await dropFiles(house, kept)
    throw fault
  }
  return kept
}

/** Takes stored files away again, when what they belong to was refused. */
export async function dropFiles(house: House, kept: readonly KeptFile[]): Promise<void> {
  for (const it of kept) await house.files.remove(it.id)
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** A copy of a picture to look at, without what the camera wrote into it; undefined when it is no picture that can be shown. */
export async function pictureOf(house: House, file: string, key: Key): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const pieces: Buffer[] = []
  for await (const piece of house.files.get(file, key)) pieces.push(piece as Buffer)
  const copy = await viewCopy(Buffer.concat(pieces), 1400)
  return copy && new Uint8Array(copy.jpeg)
}
