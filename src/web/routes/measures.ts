// The addresses of protective measures: her own dates, and what her helpers were told.
import * as acts from '../../measures/actions.ts'
import { ownChangeScreen, ownListScreen, ownNewScreen, ownOneScreen } from '../../measures/own-screens.tsx'
import { changeScreen, contactScreen, listScreen, newScreen } from '../../measures/screens.tsx'
import type { Door } from '../door/door.tsx'

type Params = Readonly<Record<string, string>>
const one = (_: unknown, { measure }: Params) => `/noter/datoer/${measure}`
const theirs = (it: { readonly citizen: string; readonly caseId: string | undefined }) => `/borgere/${it.citizen}/beskyttelse${it.caseId ? `?sag=${it.caseId}` : ''}`

export function citizenMeasures(door: Door): void {
  const again = { action: acts.ownOne, view: ownOneScreen }
  door.show(acts.ownPage, ownListScreen)
  door.show(acts.ownNewPage, ownNewScreen)
  door.take(acts.enterOwn, { after: id => `/noter/datoer/${id}`, again: { action: acts.ownNewPage, view: ownNewScreen } })
  door.show(acts.ownOne, ownOneScreen)
  door.show(acts.ownChangePage, ownChangeScreen)
  door.take(acts.changeOwn, { after: one, again: { action: acts.ownChangePage, view: ownChangeScreen } })
  door.take(acts.showOwn, { after: one, again })
  door.take(acts.hideOwn, { after: one, again })
  door.take(acts.removeOwn, { after: () => '/noter/datoer', again })
  door.take(acts.contactOwn, { after: one, again })
}

export function staffMeasures(door: Door): void {
  door.show(acts.listPage, listScreen)
  door.show(acts.newPage, newScreen)
  door.take(acts.enterTold, { after: theirs, again: { action: acts.newPage, view: newScreen } })
  door.show(acts.changePage, changeScreen)
  door.take(acts.changeTold, { after: theirs, again: { action: acts.changePage, view: changeScreen } })
  door.show(acts.contactPage, contactScreen)
  door.take(acts.contactTold, { after: theirs, again: { action: acts.contactPage, view: contactScreen } })
}
