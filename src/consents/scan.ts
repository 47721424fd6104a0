// The scan of a signed paper: a picture or a PDF, known by its first bytes, kept in the encrypted store under a key of its own.
import { Refusal } from '../kernel/refusal.ts'
import type { House } from '../platform/action.ts'
import { type Key, randomKey } from '../platform/vault.ts'

/** Bytes. */
export const largestScan = 20 * 1024 * 1024
const starts: readonly (readonly [type: string, bytes: readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]], ['image/jpeg', [0xff, 0xd8, 0xff]], ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
]

/** The media type by the bytes and never by the name; undefined for everything that is no scan. */
export const scanType = (bytes: Uint8Array): string | undefined => starts.find(([, first]) => first.every((byte, at) => bytes[at] === byte))?.[0]

export interface KeptScan { readonly id: string; readonly type: string; readonly key: Key }

/** @throws Refusal invalid where there is none, it is too large, or no picture and no PDF */
export async function keepScan(house: House, file: unknown): Promise<KeptScan> {
  if (!(file instanceof File) || file.size === 0) throw new Refusal('invalid', 'consents.needs-scan', 'scan')
  if (file.size > largestScan) throw new Refusal('invalid', 'consents.scan-too-large', 'scan')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const type = scanType(bytes)
  if (!type) throw new Refusal('invalid', 'consents.scan-unknown', 'scan')
  const key = randomKey()
  const { id } = await house.files.put(once(bytes), key)
  return { id, type, key }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
