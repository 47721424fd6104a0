// Sealing so that an entry can be opened to somebody without showing all of it: what may be read and what is kept back are sealed apart.
//
// An entry has two parts. `kept` holds the sealing time and what is for the citizen alone; `shown` holds the rest. The content that the
// chain line commits to is `shown` and, under `hidden`, a commitment to `kept` with a salt of its own:
//   hidden     = SHA-256(keptSalt + kept)                       kept    = canonical({ privateNote?, ..., sealedAt })
//   commitment = SHA-256(salt + content)                        content = canonical({ ...shown, hidden })
// Who is given `content` and `salt` can check the line and learns nothing of `kept`; who is also given `kept` and `keptSalt` can check that too.
import { canonical, commitmentOf, lineOf, readLine, sealedAtOf, sealedContent, sealOf, type Fields, type Hash, type Head } from './rules.ts'

/** A commitment to a part that is not shown: 64 hex digits. The salt is 32 bytes and known only where the part is. */
export const hide = (salt: Uint8Array, part: string, hash: Hash): string => commitmentOf(salt, part, hash)

/** Both salts are kept encrypted with the entry and destroyed with it. Each is 32 random bytes of its own. */
export interface Salts { readonly content: Uint8Array; readonly kept: Uint8Array }

export interface SealedApart {
  /** Without its line feed. */
  readonly line: string
  readonly head: Head
  /** May be given away together with `salts.content`. */
  readonly content: string
  /** Never leaves the house. */
  readonly kept: string
}

/**
 * Seals one entry onto the end of its log, in two parts.
 * @param shown what the other party may come to read; no key `hidden`
 * @param kept  what is for the citizen alone; no key `sealedAt`, which is put there
 * @throws RangeError as canonical and sealedContent do
 */
export function sealApart(before: Head, shown: Fields, kept: Fields, salts: Salts, at: Date, hash: Hash): SealedApart {
  if (Object.hasOwn(shown, 'hidden') || Object.hasOwn(shown, 'sealedAt')) throw new RangeError('The shown part has no place for what is hidden.')
  const keptContent = sealedContent(kept, at)
  const content = canonical({ ...shown, hidden: hide(salts.kept, keptContent, hash) })
  const seq = before.seq + 1
  const line = lineOf({ commitment: commitmentOf(salts.content, content, hash), prev: before.seal, seq })
  return { line, head: { seq, seal: sealOf(line, hash) }, content, kept: keptContent }
}

/** Whether a shown content and its salt are those that the line was sealed with. */
export const opens = (line: string, salt: Uint8Array, content: string, hash: Hash): boolean =>
  salt.length === 32 && readLine(line)?.commitment === commitmentOf(salt, content, hash)

/** Whether a kept part is the one that a shown content hides, sealing time included. For use inside the house. */
export function opensKept(content: string, salt: Uint8Array, kept: string, hash: Hash): boolean {
  const { hidden } = JSON.parse(content) as { hidden?: unknown }
  return sealedAtOf(kept) !== undefined && hidden === hide(salt, kept, hash)
}
