// Sealing with node:crypto. What a seal is stands in rules.ts.
import { createHash, randomBytes } from 'node:crypto'
import { commitmentOf, lineOf, saltBytes, sealedContent, sealOf, type Fields, type Hash, type Head } from './rules.ts'

export const sha256: Hash = bytes => createHash('sha256').update(bytes).digest('hex')

/** An entry just sealed. `content` and `salt` are kept encrypted with the entry and destroyed with it; `line` and `head` stay. */
export interface Sealed {
  /** Without its line feed. */
  readonly line: string
  readonly head: Head
  /** 32 random bytes. Known to nobody who does not also know the content: with the salt a guess of the content can be confirmed. */
  readonly salt: Buffer
  /** Canonical JSON, at most 64 KiB, the sealing time inside. */
  readonly content: string
}

/**
 * Seals one entry onto the end of its log, so that no entry can later be changed, removed or put in between without every following line
 * giving it away.
 *
 * @param before the end of the log; the caller holds it locked until the new line is written, two lines on one head are a fork
 * @param fields the entry; attached files stand in it as SHA-256 of their plain bytes, in the order shown
 * @throws RangeError when the content is above 64 KiB or not of the canonical kinds
 */
export function seal(before: Head, fields: Fields, at: Date): Sealed {
  const content = sealedContent(fields, at)
  const salt = randomBytes(saltBytes)
  const seq = before.seq + 1
  const line = lineOf({ commitment: commitmentOf(salt, content, sha256), prev: before.seal, seq })
  return { line, head: { seq, seal: sealOf(line, sha256) }, salt, content }
}
