// The consent that she signs on the screen: the room of consents knows no forms, so the two meet here.
import { signing } from '../consents/actions.ts'
import type { Form } from '../forms/rules.ts'
import { action } from '../platform/action.ts'
import { consentDsc1, consentPolice1 } from '../toolkit/forms/consent-1.ts'

/** The forms as she answers them on the screen: the last part, name and witness, is for paper; here the passphrase stands for it. */
const onScreen = (form: Form): Form => ({ ...form, parts: form.parts.filter(part => part.id !== 'sign') })
export const consentForms: Readonly<Record<string, Form>> = Object.fromEntries([consentPolice1, consentDsc1].map(it => [it.id, onScreen(it)]))

export const sign = action(signing(consentForms))
