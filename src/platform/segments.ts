// How a file is encrypted: in segments of 64 KiB, so that no byte is handed on before its tag is checked and no file need fit in memory.
//   file     version 1 | salt 16 | nonce prefix 7 | segment ...
//   segment  ciphertext of 64 KiB, the last one 0 to 64 KiB | tag 16
// Each segment is AES-256-GCM under HKDF(key, salt, name) with the nonce:
//   prefix 7 | number of the segment 4, big-endian from 0 | 1 in the last, else 0.
// So a segment that is altered, moved, left out, put in or cut off does not open; nor does a file under another name.
// The construction is STREAM (Hoang, Reyhanitabar, Rogaway, Vizár 2015).
import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, randomBytes } from 'node:crypto'
import type { Key } from './vault.ts'

export const segmentBytes = 65_536
const tagBytes = 16
const saltBytes = 16
const prefixBytes = 7
export const headerBytes = 1 + saltBytes + prefixBytes
const version = 1
const cipher = 'aes-256-gcm'

/** Reads `length` bytes at `position` of the stored file; fewer only where the file ends. */
export type ReadAt = (position: number, length: number) => Promise<Uint8Array>

/** The stored form of a content, piece by piece; holds two segments at most. `name` is what the file is stored under. */
export async function* encrypted(content: AsyncIterable<Uint8Array>, key: Key, name: string): AsyncGenerator<Buffer> {
  const header = Buffer.concat([Buffer.of(version), randomBytes(saltBytes + prefixBytes)])
  const own = keyOf(key, header, name)
  yield header
  let index = 0
  for await (const { bytes, last } of segments(content)) {
    const lock = createCipheriv(cipher, own, nonceOf(header, index++, last), { authTagLength: tagBytes })
    yield Buffer.concat([lock.update(bytes), lock.final(), lock.getAuthTag()])
  }
}

/**
 * The content again, piece by piece; each piece has been checked, the end of the stream says that the whole was.
 * @param stored bytes of the stored file
 * @throws Error at the first segment that is not what was stored there
 */
export async function* decrypted(read: ReadAt, stored: number, key: Key, name: string): AsyncGenerator<Buffer> {
  const header = Buffer.from(await read(0, headerBytes))
  if (contentBytes(stored) === undefined || header[0] !== version) throw new Error('The file is of another version, or it was cut off or altered.')
  const own = keyOf(key, header, name)
  const full = segmentBytes + tagBytes
  const count = Math.ceil((stored - headerBytes) / full)
  for (let index = 0; index < count; index++) {
    const segment = await read(headerBytes + index * full, full)
    const bytes = opened(segment, own, nonceOf(header, index, index === count - 1))
    if (!bytes) throw new Error(`Segment ${index} of the file cannot be opened: another key or file, or it was cut off or altered.`)
    if (bytes.length > 0) yield bytes
  }
}

/** Bytes of the content, by the size of the stored file alone, nothing checked; undefined when no content is stored in that size. */
export function contentBytes(stored: number): number | undefined {
  const rest = stored - headerBytes
  const tail = rest % (segmentBytes + tagBytes)
  if (rest < tagBytes || (tail > 0 && tail < tagBytes)) return undefined
  // An empty segment is written for an empty content only.
  if (tail === tagBytes && rest > tagBytes) return undefined
  return rest - Math.ceil(rest / (segmentBytes + tagBytes)) * tagBytes
}

/** Cuts a stream into segments. One segment is held back, because only the end of the stream tells which is the last. */
async function* segments(content: AsyncIterable<Uint8Array>): AsyncGenerator<{ bytes: Buffer; last: boolean }> {
  const segment = Buffer.alloc(segmentBytes)
  let filled = 0
  for await (const chunk of content) {
    let taken = 0
    while (taken < chunk.length) {
      if (filled === segmentBytes) {
        yield { bytes: segment, last: false }
        filled = 0
      }
      const part = chunk.subarray(taken, taken + segmentBytes - filled)
      segment.set(part, filled)
      filled += part.length
      taken += part.length
    }
  }
  yield { bytes: segment.subarray(0, filled), last: true }
}

const keyOf = (key: Key, header: Buffer, name: string): Key =>
  createSecretKey(Buffer.from(hkdfSync('sha256', key, header.subarray(1, 1 + saltBytes), `lods:file:${name}`, 32)))

function nonceOf(header: Buffer, index: number, last: boolean): Buffer {
  const tail = Buffer.alloc(5)
  // Throws RangeError above 2^32 segments, 256 TiB.
  tail.writeUInt32BE(index)
  tail.writeUInt8(last ? 1 : 0, 4)
  return Buffer.concat([header.subarray(1 + saltBytes), tail])
}

function opened(segment: Uint8Array, key: Key, nonce: Buffer): Buffer | undefined {
  if (segment.length < tagBytes) return undefined
  const lock = createDecipheriv(cipher, key, nonce, { authTagLength: tagBytes })
  lock.setAuthTag(segment.subarray(-tagBytes))
  const body = lock.update(segment.subarray(0, -tagBytes))
  try {
    return Buffer.concat([body, lock.final()])
  } catch {
    return undefined
  }
}
