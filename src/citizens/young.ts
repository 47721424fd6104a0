// Whether her own pages speak to somebody under 18: said by her helpers, read by her pages.
import type { Work } from '../platform/action.ts'
import { openText, sealText } from '../platform/vault.ts'
import * as store from './store.ts'

const place = (citizen: string) => `citizen.young:${citizen}`

export async function sayYoung({ house, db }: Pick<Work, 'house' | 'db'>, citizen: string, young: boolean): Promise<void> {
  const found = await store.citizen(db, citizen)
  // Two words of one length, so that the box does not tell by its size.
  if (found) await store.keepYoung(db, citizen, sealText(house.vault.unwrap(found.keyWrapped), place(citizen), young ? 'young' : 'adult'))
}

/** False where nobody has said anything. */
export async function isSaidYoung({ house, db }: Pick<Work, 'house' | 'db'>, citizen: string): Promise<boolean> {
  const found = await store.citizen(db, citizen)
  const box = await store.youngBox(db, citizen)
  return found !== undefined && box !== undefined && openText(house.vault.unwrap(found.keyWrapped), place(citizen), box) === 'young'
}
