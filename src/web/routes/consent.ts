// The addresses of consents: asked on the staff's side, answered on hers.
import * as consents from '../../consents/actions.ts'
import { consentScreen, listScreen, ownScreen } from '../../consents/screens.tsx'
import * as record from '../../consents/record.ts'
import { lawScreen, oneScreen, oralScreen, paperScreen } from '../../consents/record-screens.tsx'
import { ask, oral, paper, paperAsked, read, sign } from './consent-actions.ts'
import type { Door } from '../door/door.tsx'

/** Addresses here that take files. */
export const consentUploads = ['/borgere/:citizen/samtykker/papir/:to'] as const

export function staffConsents(door: Door): void {
  door.show(consents.listAction, listScreen)
  door.take(ask, {
    after: ({ sag }, { citizen }) => `/borgere/${citizen}/samtykker${sag ? `?sag=${sag}` : ''}`, again: { action: consents.listAction, view: listScreen },
  })
  const after = ({ id, sag }: { readonly id: string; readonly sag?: string | undefined }, { citizen }: Readonly<Record<string, string>>) => `/borgere/${citizen}/samtykker/${id}${sag ? `?sag=${sag}` : ''}`
  const onPaper = { action: paperAsked, view: paperScreen }
  door.show(record.oralPage, oralScreen)
  door.take(oral, { after, again: { action: record.oralPage, view: oralScreen } })
  door.show(record.lawPage, lawScreen)
  door.take(record.lawAction, { after, again: { action: record.lawPage, view: lawScreen } })
  door.show(onPaper.action, onPaper.view)
  door.take(paper, { after, again: onPaper })
  door.show(record.oneAction, oneScreen)
  door.take(record.endAction, { after, again: { action: record.oneAction, view: oneScreen } })
  door.give(record.scanAction)
}

export function citizenConsents(door: Door): void {
  const again = { action: read, view: consentScreen }
  const after = (id: string) => `/noter/samtykker/${id}`
  door.show(consents.ownAction, ownScreen)
  door.show(read, consentScreen)
  door.take(sign, { after, again })
  door.take(consents.declineAction, { after, again })
  door.take(consents.withdrawAction, { after, again })
}
