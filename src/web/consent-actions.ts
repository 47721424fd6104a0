// Consents that need what other rooms know: the forms she signs, and how working days are counted.
import { dueAfter } from '../cases/workdays.ts'
import { signing } from '../consents/actions.ts'
import { onPaper, saidAloud } from '../consents/record.ts'
import { oralWorkingDays, type Receiver } from '../consents/rules.ts'
import type { Form } from '../forms/rules.ts'
import { dayOf } from '../kernel/day.ts'
import { action } from '../platform/action.ts'
import { consentDsc1, consentPolice1 } from '../toolkit/forms/consent-1.ts'

/** The forms as she answers them on the screen: the last part, name and witness, is for paper; here the passphrase stands for it. */
const onScreen = (form: Form): Form => ({ ...form, parts: form.parts.filter(part => part.id !== 'sign') })
export const consentForms: Readonly<Record<string, Form>> = Object.fromEntries([consentPolice1, consentDsc1].map(it => [it.id, onScreen(it)]))
export const paperForms: Readonly<Record<Receiver, Form>> = { policeContact: consentPolice1, dscAdviser: consentDsc1 }

export const sign = action(signing(consentForms))
export const paper = action(onPaper(paperForms))
/** The day it no longer holds: it holds on five working days, today among them when it is one. */
export const oral = action(saidAloud((now, hours) => dayOf(dueAfter(now, oralWorkingDays, hours))))
