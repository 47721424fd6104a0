// The address at which a delay of what she sees is written down.
import { delay, delayPage, endDelay } from '../../citizens/delay-actions.ts'
import { delayScreen } from '../../citizens/delay-screens.tsx'
import type { Door } from '../door/door.tsx'

export function staffLooks(door: Door): void {
  const again = { action: delayPage, view: delayScreen }
  const after = ({ citizen, sag }: { readonly citizen: string; readonly sag?: string | undefined }) => `/borgere/${citizen}/hvem-har-set${sag ? `?sag=${sag}` : ''}`
  door.show(delayPage, delayScreen)
  door.take(delay, { after, again })
  door.take(endDelay, { after, again })
}
