// How what is kept in a case is shut and opened: under the key of the case, or under a key of its own where others than those of the case read it.
import type { House } from '../../platform/action.ts'
import { isInner } from '../tools/rules.ts'
import { type Key, openText, sealText } from '../../platform/vault.ts'

/** Of a paper of a case; what professionals alone read has a table of its own. */
export const paperPlace = (kind: string, id: string, version: number) => `${isInner(kind) ? 'case_inner_paper' : 'case_paper'}.box:${id}:${version}`

/** `place` is the table and the row's id (with its version, where it has one). */
export const shut = (key: Key, place: string, value: unknown): Uint8Array => sealText(key, place, JSON.stringify(value))
export const opened = <T>(key: Key, place: string, box: Uint8Array): T => JSON.parse(openText(key, place, box)) as T

export interface OwnBox { readonly keyWrapped: Uint8Array; readonly box: Uint8Array }
export function shutAlone(house: House, place: string, value: unknown): OwnBox {
  const key = house.vault.newKey()
  return { keyWrapped: key.wrapped, box: shut(key.plain, place, value) }
}
export const openedAlone = <T>(house: House, place: string, it: OwnBox): T => opened<T>(house.vault.unwrap(it.keyWrapped), place, it.box)
