// The addresses of sparring, and by when an answer is expected: working days are the cases' to count.
import { dueAfter } from '../../cases/workdays.ts'
import * as sparring from '../../consents/sparring-actions.ts'
import { askScreen, countScreen, listScreen, threadScreen } from '../../consents/sparring-screens.tsx'
import { action } from '../../platform/action.ts'
import type { Door } from '../door/door.tsx'

const dueBy: sparring.DueBy = (now, { deadlines, officeHours }) => dueAfter(now, deadlines.visitatorAnswerWorkingDays, officeHours)
export const askSparring = action(sparring.asking(dueBy))
export const writeSparring = action(sparring.writing(dueBy))

export function staffSparring(door: Door): void {
  const after = ({ id }: { readonly id: string }) => `/sparring/${id}`
  door.show(sparring.listPage, listScreen)
  door.show(sparring.askPage, askScreen)
  door.take(askSparring, { after, again: { action: sparring.askPage, view: askScreen } })
  door.show(sparring.countPage, countScreen)
  door.show(sparring.threadPage, threadScreen)
  door.take(writeSparring, { after, again: { action: sparring.threadPage, view: threadScreen } })
}
