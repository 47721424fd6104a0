// The addresses of consents: asked on the staff's side, answered on hers.
import * as consents from '../consents/actions.ts'
import { consentScreen, listScreen, ownScreen } from '../consents/screens.tsx'
import { consentForms, sign } from './consent-actions.ts'
import type { Door } from './door.tsx'

export function staffConsents(door: Door): void {
  door.show(consents.listAction, listScreen)
  door.take(consents.askAction, {
    after: ({ sag }, { citizen }) => `/borgere/${citizen}/samtykker${sag ? `?sag=${sag}` : ''}`, again: { action: consents.listAction, view: listScreen },
  })
}

export function citizenConsents(door: Door): void {
  const view = consentScreen(consentForms)
  const again = { action: consents.readAction, view }
  const after = (id: string) => `/noter/samtykker/${id}`
  door.show(consents.ownAction, ownScreen)
  door.show(consents.readAction, view)
  door.take(sign, { after, again })
  door.take(consents.declineAction, { after, again })
  door.take(consents.withdrawAction, { after, again })
}
