// For tests only: looks for a planted sentence in everything that the house wrote, in whatever dress it may lie there.
// Not found: text that a format cuts up (a compressed TOAST value of PostgreSQL, base64 in lines of 76, glyph numbers in a PDF). So plant short
// sentences, several times.
import { constants, inflateRawSync, inflateSync } from 'node:zlib'

export interface Trace {
  /** Which of the buffers, from 0. */
  readonly buffer: number
  /** Where in it the find begins; inside something packed: where that begins. */
  readonly offset: number
  /** `utf8`, `base64+1`, `gzip > utf16le` and the like. */
  readonly form: string
}

/** Every dress in which the sentence is looked for. Shorter than 8 characters it would be found by chance. @throws RangeError then */
export const tracesOf = (sentence: string): Buffer[] => dresses(sentence).map(it => it.bytes)

/** Every find, at most one for each dress in each buffer or packed part. */
export function findTraces(buffers: readonly Uint8Array[], sentence: string): Trace[] {
  const looked = dresses(sentence)
  return buffers.flatMap((bytes, buffer) => search(asBuffer(bytes), looked, 0).map(it => ({ buffer, ...it })))
}

interface Dress { readonly form: string; readonly bytes: Buffer }
type Find = Omit<Trace, 'buffer'>

function dresses(sentence: string): Dress[] {
  if (sentence.length < 8) throw new RangeError('A sentence to look for has at least 8 characters.')
  const utf8 = Buffer.from(sentence, 'utf8')
  const utf16le = Buffer.from(sentence, 'utf16le')
  const utf16be = Buffer.from(utf16le).swap16()
  const text = (form: string, dress: string): Dress => ({ form, bytes: Buffer.from(dress, 'latin1') })
  const all = [
    { form: 'utf8', bytes: utf8 }, { form: 'utf16le', bytes: utf16le }, { form: 'utf16be', bytes: utf16be },
    text('latin1', sentence),
    text('hex', utf8.toString('hex')), text('HEX', utf8.toString('hex').toUpperCase()),
    text('uri', encodeURIComponent(sentence)), text('form', new URLSearchParams({ a: sentence }).toString().slice(2)),
    text('json', JSON.stringify(sentence).slice(1, -1).replaceAll(/[^ -~]/g, it => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`)),
    ...[0, 1, 2].flatMap(shift => [
      text(`base64+${shift}`, base64(utf8, shift)), text(`base64url+${shift}`, urlSafe(base64(utf8, shift))),
      text(`base64+${shift} of utf16le`, base64(utf16le, shift)),
    ]),
  ]
  return all.filter((it, index) => all.findIndex(other => other.bytes.equals(it.bytes)) === index)
}

// Only the characters that no neighbour has a bit in.
function base64(bytes: Buffer, shift: number): string {
  const whole = Buffer.concat([Buffer.alloc(shift), bytes])
  return whole.toString('base64').slice(Math.ceil(shift * 8 / 6), Math.floor(whole.length * 8 / 6))
}

const urlSafe = (text: string): string => text.replaceAll('+', '-').replaceAll('/', '_')

function search(bytes: Buffer, looked: readonly Dress[], depth: number): Find[] {
  const finds: Find[] = []
  for (const { form, bytes: needle } of looked) {
    const offset = bytes.indexOf(needle)
    if (offset >= 0) finds.push({ offset, form })
  }
  if (depth === packedDepth) return finds
  for (const { offset, form, inside } of packed(bytes))
    for (const find of search(inside, looked, depth + 1)) finds.push({ offset, form: `${form} > ${find.form}` })
  return finds
}

/** A zip in a zip with a picture in it is three deep. */
const packedDepth = 3
const packers = [
  { form: 'gzip', head: Buffer.of(0x1f, 0x8b, 0x08), open: inflateRawSync, body: gzipBody },
  ...[0x01, 0x5e, 0x9c, 0xda].map(level => ({ form: 'zlib', head: Buffer.of(0x78, level), open: inflateSync, body: () => 0 })),
  { form: 'zip', head: Buffer.from('PK\x03\x04'), open: inflateRawSync, body: zipBody },
]

/** Everything that begins with the head of gzip, zlib or a deflated zip member, wherever it begins, and that does unpack. */
function* packed(bytes: Buffer): Generator<{ offset: number; form: string; inside: Buffer }> {
  for (const { form, head, open, body } of packers)
    for (let offset = bytes.indexOf(head); offset >= 0; offset = bytes.indexOf(head, offset + 1)) {
      const inside = unpack(open, bytes.subarray(offset + body(bytes.subarray(offset))))
      if (inside && inside.length > 0) yield { offset, form, inside }
    }
}

// The size of a local file header; a member that is only stored is found without unpacking.
function zipBody(member: Buffer): number {
  if (member.length < 30 || member.readUInt16LE(8) !== 8) return member.length
  return 30 + member.readUInt16LE(26) + member.readUInt16LE(28)
}

// The size of a gzip header (RFC 1952). gunzipSync itself would fail over whatever follows the packed part.
function gzipBody(member: Buffer): number {
  const flags = member[3] ?? 0
  const past = (start: number): number => {
    const end = member.indexOf(0, start)
    return end < 0 ? member.length : end + 1
  }
  let size = 10
  if (flags & 4 && member.length >= 12) size += 2 + member.readUInt16LE(10)
  if (flags & 8) size = past(size)
  if (flags & 16) size = past(size)
  return flags & 2 ? size + 2 : size
}

// Most of what looks like a head is none. Syncing at the end lets a stream that was cut off tell what it has.
function unpack(open: typeof inflateSync, bytes: Buffer): Buffer | undefined {
  try {
    return open(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 64 * 1024 * 1024 })
  } catch {
    return undefined
  }
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
