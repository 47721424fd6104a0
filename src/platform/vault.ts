// Keys and encrypted fields. A key-encryption key (a file in LODS_KEYS) wraps the key of a log or a case, which wraps a random key for each
// entry: who deletes a wrapped key has shredded what it opens, once the backups of that row are gone.
// Everything is AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce, good for 2^32 boxes under one key:
//   box      version 1 | nonce 12 | ciphertext | tag 16         29 bytes longer than what it holds
//   wrapped  version 1 | kek id 16 | box                        under a key-encryption key, 78 bytes
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'
import { keyBytes, type KekId, readKeyFolder } from './keyfolder.ts'

/** 256 bits. A KeyObject, so that a key neither prints nor turns into JSON by accident. */
export type Key = KeyObject

export interface Vault {
  /** The key-encryption key under which new keys are wrapped. */
  readonly current: KekId
  /** A fresh random key, plain for use now and wrapped for keeping. */
  newKey(): { readonly plain: Key; readonly wrapped: Buffer }
  /** @throws Error when altered, or wrapped under a key that is not in the folder */
  unwrap(wrapped: Uint8Array): Key
  /** The same key under the current key-encryption key; undefined when it already is. */
  rewrap(wrapped: Uint8Array): Buffer | undefined
  /**
   * HMAC-SHA-256 of a value for look-ups, 64 lower-case hex digits. Not for passphrases: it is fast.
   * Two purposes give two unlike hashes of one value.
   */
  keyedHash(purpose: string, value: string): string
}

/** Reads the key folder once; a key added later is seen at the next start. @throws Error as readKeyFolder does */
export async function openVault(folder: string, { create, at = new Date() }: { readonly create: boolean; readonly at?: Date }): Promise<Vault> {
  const read = await readKeyFolder(folder, create ? at : undefined)
  const keks = new Map([...read.keks].map(([id, bytes]) => [id, createSecretKey(bytes)]))
  const pepper = createSecretKey(read.pepper)
  const kek = (id: KekId): Key => {
    const found = keks.get(id)
    if (!found) throw new Error(`The key folder lacks the key-encryption key ${id}.`)
    return found
  }
  const wrap = (key: Key): Buffer => Buffer.concat([wrappedVersion, Buffer.from(read.current, 'latin1'), wrapUnder(kek(read.current), key)])
  const unwrap = (wrapped: Uint8Array): Key => {
    const { id, box } = splitWrapped(wrapped)
    return unwrapUnder(kek(id), box)
  }
  return {
    current: read.current,
    newKey: () => {
      const plain = randomKey()
      return { plain, wrapped: wrap(plain) }
    },
    unwrap,
    rewrap: wrapped => (splitWrapped(wrapped).id === read.current ? undefined : wrap(unwrap(wrapped))),
    keyedHash: (purpose, value) => createHmac('sha256', deriveKey(pepper, `keyed-hash:${purpose}`)).update(wellFormed(value)).digest('hex'),
  }
}

export const randomKey = (): Key => createSecretKey(randomBytes(keyBytes))

/** A key for one purpose out of another: HKDF-SHA-256 (RFC 5869) without salt. It cannot be shredded alone: it lives as long as its source. */
export const deriveKey = (key: Key, purpose: string): Key =>
  createSecretKey(Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `lods:${purpose}`, keyBytes)))

/** A key in a box under its parent, 61 bytes: an entry's key under the key of its log. */
export const wrapUnder = (parent: Key, key: Key): Buffer => shut(parent, 'key', key.export())

/** @throws Error when it is the wrong parent or the box was altered */
export function unwrapUnder(parent: Key, box: Uint8Array): Key {
  const bytes = unlock(parent, 'key', box)
  if (bytes?.length !== keyBytes) throw new Error('The key cannot be unwrapped: another key wrapped it, or it was altered.')
  return createSecretKey(bytes)
}

/**
 * A field as it is stored, 29 bytes longer than its text in UTF-8. Its length tells the length of the text.
 * @param purpose names table, column and row (`incident.told:<entry id>`): a field that is moved elsewhere no longer opens
 * @throws RangeError when the text is not Unicode
 */
export const sealText = (key: Key, purpose: string, text: string): Buffer => shut(key, `text:${purpose}`, Buffer.from(wellFormed(text)))

/** @throws Error when key or purpose are not those of sealing, or the field was altered */
export function openText(key: Key, purpose: string, bytes: Uint8Array): string {
  const plain = unlock(key, `text:${purpose}`, bytes)
  if (!plain) throw new Error('The field cannot be opened: another key or place, or it was altered.')
  return plain.toString('utf8')
}

const cipher = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16
const idBytes = 16
const boxVersion = Buffer.of(1)
const wrappedVersion = Buffer.of(1)

function shut(key: Key, about: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes)
  const lock = createCipheriv(cipher, key, nonce, { authTagLength: tagBytes })
  lock.setAAD(Buffer.from(about))
  const body = Buffer.concat([lock.update(plain), lock.final()])
  return Buffer.concat([boxVersion, nonce, body, lock.getAuthTag()])
}

/** Undefined when it does not open, whatever the reason: the reason would help only whoever is trying. */
function unlock(key: Key, about: string, box: Uint8Array): Buffer | undefined {
  if (box.length < 1 + nonceBytes + tagBytes || box[0] !== boxVersion[0]) return undefined
  const lock = createDecipheriv(cipher, key, box.subarray(1, 1 + nonceBytes), { authTagLength: tagBytes })
  lock.setAAD(Buffer.from(about))
  lock.setAuthTag(box.subarray(-tagBytes))
  const body = lock.update(box.subarray(1 + nonceBytes, -tagBytes))
  try {
    return Buffer.concat([body, lock.final()])
  } catch {
    return undefined
  }
}

function splitWrapped(wrapped: Uint8Array): { id: KekId; box: Uint8Array } {
  const id = Buffer.from(wrapped.subarray(1, 1 + idBytes)).toString('latin1')
  if (wrapped[0] !== wrappedVersion[0] || !/^\d{8}T\d{6}Z$/.test(id)) throw new Error('The wrapped key is of another version, or it was altered.')
  return { id, box: wrapped.subarray(1 + idBytes) }
}

// Buffer.from would put U+FFFD for half a surrogate pair and so lose it in silence.
function wellFormed(text: string): string {
  if (!text.isWellFormed()) throw new RangeError('The text is not Unicode.')
  return text
}
