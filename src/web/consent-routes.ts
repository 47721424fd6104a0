import * as consents from '../consents/actions.ts'
import { consentScreen, listScreen, ownScreen } from '../consents/screens.tsx'
import type { Form } from '../forms/rules.ts'
import { consentDsc1, consentPolice1 } from '../toolkit/forms/consent-1.ts'
import type { Door } from './door.tsx'

/** The forms as she answers them on the screen: the last part, name and witness, is for paper; here the passphrase stands for it. */
const onScreen = (form: Form): Form => ({ ...form, parts: form.parts.filter(part => part.id !== 'sign') })
const forms: Readonly<Record<string, Form>> = Object.fromEntries([consentPolice1, consentDsc1].map(it => [it.id, onScreen(it)]))

export function staffConsents(door: Door): void {
  door.show(consents.listAction, listScreen)
  door.take(consents.askAction, { after: (_id, { citizen }) => `/borgere/${citizen}/samtykker`, again: { action: consents.listAction, view: listScreen } })
}

export function citizenConsents(door: Door): void {
  const again = { action: consents.readAction, view: consentScreen(forms) }
  const after = (id: string) => `/noter/samtykker/${id}`
  door.show(consents.ownAction, ownScreen)
  door.show(consents.readAction, consentScreen(forms))
  door.take(consents.signAction(forms), { after, again })
  door.take(consents.declineAction, { after, again })
  door.take(consents.withdrawAction, { after, again })
}
