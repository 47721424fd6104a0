// What a sealed log is, and how anybody can check it. Pure: SHA-256 comes as an argument, so that a browser can check too.
//
// A log is a file of lines, one per entry, each ended by one line feed:
//   {"commitment":"<64 hex>","prev":"<64 hex>","seq":1}
// The seal of a line is SHA-256 over the line WITH its line feed, which is what `sed -n 7p log | sha256sum`,
// `printf '%s\n' "$line" | sha256sum` and `split -l 1 log && sha256sum x??` print. `prev` is the seal of the line before.
// A line tells nothing of its entry: the commitment is salted. Whoever deletes content and salt has forgotten the entry; the line stays.

declare const brand: unique symbol
/** SHA-256 of a line with its line feed: 64 lower-case hex digits. */
export type Seal = string & { readonly [brand]: 'seal' }
/** SHA-256 (FIPS 180-4), answered as 64 lower-case hex digits. */
export type Hash = (bytes: Uint8Array) => string

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
export type Fields = Readonly<Record<string, Json>>

/** The end of a log as far as it is known. `seq` counts from 1; 0 is a log without entries. */
export interface Head { readonly seq: number; readonly seal: Seal }
export const emptyHead: Head = { seq: 0, seal: '0'.repeat(64) as Seal }

export interface Link { readonly commitment: string; readonly prev: Seal; readonly seq: number }

/** Bytes of UTF-8 that one entry may fill. */
export const contentLimit = 65_536
export const saltBytes = 32
const depthLimit = 100

/**
 * unreadable: no chain line to the letter · misnumbered: `seq` is not the place in the file · unlinked: `prev` is not the seal of the line before ·
 * cut: the file ends elsewhere than the known head · salt: not 32 bytes · content: not canonical, or without its sealing time ·
 * commitment: content and salt are not those that were sealed.
 */
export type FaultKind = 'unreadable' | 'misnumbered' | 'unlinked' | 'cut' | 'salt' | 'content' | 'commitment'
/** `seq` is the place in the file, counted from 1; 0 where it cannot be known. */
export interface Fault { readonly kind: FaultKind; readonly seq: number }

/**
 * One way to write a value: JSON without white space, object keys sorted by UTF-16 code unit, strings as JSON.stringify writes them.
 * @throws RangeError for anything but strings, safe integers, booleans, null, arrays and plain objects,
 *         for text that is not Unicode, and above 64 KiB
 */
export function canonical(value: Json): string {
  const text = write(value, 0)
  if (utf8(text).length > contentLimit) throw new RangeError('The content is above 64 KiB.')
  return text
}

/**
 * The content of an entry as it is sealed: canonical, with `sealedAt` (ISO 8601, UTC, milliseconds) among its keys.
 * @throws RangeError as canonical does, and when the fields have a `sealedAt` of their own
 */
export function sealedContent(fields: Fields, at: Date): string {
  if (Object.hasOwn(fields, 'sealedAt')) throw new RangeError('The sealing time is not given with the content.')
  return canonical({ ...fields, sealedAt: at.toISOString() })
}

/** SHA-256 over 32 salt bytes followed by the content in UTF-8. @throws RangeError when the salt has another length */
export function commitmentOf(salt: Uint8Array, content: string, hash: Hash): string {
  if (salt.length !== saltBytes) throw new RangeError('A salt is 32 bytes.')
  const body = utf8(content)
  const both = new Uint8Array(saltBytes + body.length)
  both.set(salt)
  both.set(body, saltBytes)
  return hash(both)
}

/** The line without its line feed. */
export const lineOf = ({ commitment, prev, seq }: Link): string => `{"commitment":"${commitment}","prev":"${prev}","seq":${seq}}`

/** The seal of a line that is given without its line feed. */
export const sealOf = (line: string, hash: Hash): Seal => hash(utf8(`${line}\n`)) as Seal

/** Reads a line to the letter; undefined when one byte is other than lineOf would write it. */
export function readLine(line: string): Link | undefined {
  const found = /^\{"commitment":"([0-9a-f]{64})","prev":"([0-9a-f]{64})","seq":([1-9]\d{0,14})\}$/.exec(line)
  if (!found) return undefined
  const [, commitment = '', prev = '', seq = ''] = found
  return { commitment, prev: prev as Seal, seq: Number(seq) }
}

/**
 * Everything that is wrong with a log, first fault first; empty when it is whole.
 * @param lines without their line feeds, from the first entry on
 * @param head  the seal of the last line as somebody else keeps it. With 'unknown' nothing is found that was cut off, put on or
 *              changed at the very end, nor a log that was written anew from some line on.
 */
export function verifyChain(lines: readonly string[], head: Seal | 'unknown', hash: Hash): Fault[] {
  const faults: Fault[] = []
  let before = emptyHead.seal
  for (const [index, line] of lines.entries()) {
    const seq = index + 1
    const link = readLine(line)
    if (!link) faults.push({ kind: 'unreadable', seq })
    if (link && link.seq !== seq) faults.push({ kind: 'misnumbered', seq })
    if (link && link.prev !== before) faults.push({ kind: 'unlinked', seq })
    before = sealOf(line, hash)
  }
  if (head !== 'unknown' && head !== before) faults.push({ kind: 'cut', seq: lines.length })
  return faults
}

/** Everything that is wrong with an entry held against its line; empty when content and salt are those that were sealed. */
export function openEntry(line: string, salt: Uint8Array, content: string, hash: Hash): Fault[] {
  const link = readLine(line)
  if (!link) return [{ kind: 'unreadable', seq: 0 }]
  if (salt.length !== saltBytes) return [{ kind: 'salt', seq: link.seq }]
  const faults: Fault[] = []
  if (sealedAtOf(content) === undefined) faults.push({ kind: 'content', seq: link.seq })
  if (commitmentOf(salt, content, hash) !== link.commitment) faults.push({ kind: 'commitment', seq: link.seq })
  return faults
}

/** The sealing time in a sealed content; undefined when the content is not canonical or has none. */
export function sealedAtOf(content: string): Date | undefined {
  const value = parse(content)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const { sealedAt } = value as { sealedAt?: unknown }
  const at = new Date(typeof sealedAt === 'string' ? sealedAt : Number.NaN)
  return !Number.isNaN(at.getTime()) && at.toISOString() === sealedAt ? at : undefined
}

// A content that cannot be parsed, or is not written canonically, is an answer here and no fault of ours.
function parse(content: string): Json | undefined {
  try {
    const value = JSON.parse(content) as Json
    return canonical(value) === content ? value : undefined
  } catch {
    return undefined
  }
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

function write(value: unknown, depth: number): string {
  if (depth > depthLimit) throw new RangeError('The content is nested too deeply.')
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number' && Number.isSafeInteger(value)) return JSON.stringify(value)
  if (typeof value === 'string' && value.isWellFormed()) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${Array.from(value, it => write(it, depth + 1)).join()}]`
  if (isPlain(value)) return `{${Object.keys(value).sort().map(key => `${write(key, depth)}:${write(value[key], depth + 1)}`).join()}}`
  throw new RangeError('The content holds something that cannot be sealed.')
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const made: unknown = Object.getPrototypeOf(value)
  return made === Object.prototype || made === null
}
