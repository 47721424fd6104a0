// Files that come in with an entry: known by their first bytes, kept as they are, shown only as copies made anew.
import exifr from 'exifr'
import { fileTypeFromBlob } from 'file-type'
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
export async function typeOf(file: Blob): Promise<string> {
  const found = await fileTypeFromBlob(file)
  if (found) return known.test(found.mime) ? (found.mime.split(';')[0] ?? unknownType).trim() : unknownType
  return (await isText(file)) ? 'text/plain' : unknownType
}

async function isText(file: Blob): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const piece of file.stream()) {
      if (piece.includes(0)) return false
      decoder.decode(piece, { stream: true })
    }
    decoder.decode()
    return true
  } catch {
    return false
  }
}

/** Whether a picture tells where it was taken. A picture whose marks cannot be read is taken to tell nothing. */
async function tellsPlace(file: Blob, type: string): Promise<boolean> {
  if (!isPicture(type)) return false
  const place = await exifr.gps(await file.arrayBuffer()).catch(() => undefined)
  return place !== undefined && Number.isFinite(place.latitude) && Number.isFinite(place.longitude)
}

/**
 * Stores every file under a key of its own, a piece at a time.
 * @throws Refusal `invalid` incidents.many-files, incidents.file-too-large: before anything is stored
 */
export async function keepFiles(house: House, files: readonly File[]): Promise<readonly KeptFile[]> {
  const given = files.filter(it => it.size > 0)
  if (given.length > mostExhibits) throw new Refusal('invalid', 'incidents.many-files', 'file')
  if (given.some(it => it.size > largestFile.video * 1024 * 1024)) throw new Refusal('invalid', 'incidents.file-too-large', 'file')
  const read: { readonly file: File; readonly type: string }[] = []
  for (const file of given) read.push({ file, type: await typeOf(file) })
  if (read.some(it => it.file.size > fileLimit(it.type))) throw new Refusal('invalid', 'incidents.file-too-large', 'file')
  const kept: KeptFile[] = []
  try {
    for (const { file, type } of read) {
      const key = randomKey()
      const gps = await tellsPlace(file, type)
      kept.push({ ...(await house.files.put(file.stream(), key)), key, name: plainFileName(file.name), type, gps })
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

/** A copy of a picture to look at, without what the camera wrote into it; undefined when it is no picture that can be shown. */
export async function pictureOf(house: House, file: string, key: Key): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const pieces: Buffer[] = []
  for await (const piece of house.files.get(file, key)) pieces.push(piece as Buffer)
  const copy = await viewCopy(Buffer.concat(pieces), 1400)
  return copy && new Uint8Array(copy.jpeg)
}
