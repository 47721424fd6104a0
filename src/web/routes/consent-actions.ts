// Consents that need what other rooms know: the forms she signs, and how working days are counted.
import { dueAfter } from '../../cases/workdays.ts'
import { asking, type ConsentForms, reading, signing } from '../../consents/actions.ts'
import { onPaper, paperPage, saidAloud } from '../../consents/record.ts'
import { oralWorkingDays } from '../../consents/rules.ts'
import type { Form } from '../../forms/rules.ts'
import { dayOf } from '../../kernel/day.ts'
import { action } from '../../platform/action.ts'
import { formNow, formVersion } from '../../toolkit/shelf.ts'

/** The forms as she answers them on the screen: the last part, name and witness, is for paper; here the passphrase stands for it. */
const onScreen = (form: Form): Form => ({ ...form, parts: form.parts.filter(part => part.id !== 'sign') })
const whole: ConsentForms = { now: formNow, version: formVersion }
const shown: ConsentForms = {
  now: async (db, id) => onScreen(await formNow(db, id)),
  version: async (db, id, version) => {
    const form = await formVersion(db, id, version)
    return form && onScreen(form)
  },
}

export const ask = action(asking(shown))
export const read = action(reading(shown))
export const sign = action(signing(shown))
export const paperAsked = action(paperPage(whole))
export const paper = action(onPaper(whole))
/** The day it no longer holds: it holds on five working days, today among them when it is one. */
export const oral = action(saidAloud((now, hours) => dayOf(dueAfter(now, oralWorkingDays, hours))))
