import * as imports from '../../imports/actions.ts'
import { askScreen, keptScreen, takeScreen } from '../../imports/screens.tsx'
import type { Door } from '../door/door.tsx'

/** Addresses that take files. */
export const importUploads = ['/noter/telefon'] as const

export function citizenImports(door: Door): void {
  door.show(imports.takePage, takeScreen)
  door.take(imports.takeFile, { after: id => `/noter/telefon/${id}`, again: { action: imports.takePage, view: takeScreen } })
  door.show(imports.askPage, askScreen)
  door.take(imports.choose, { after: id => `/noter/telefon/${id}/beskeder`, again: { action: imports.askPage, view: askScreen } })
  door.show(imports.keptPage, keptScreen)
  door.take(imports.lift, { after: id => `/noter/telefon/${id}/beskeder`, again: { action: imports.keptPage, view: keptScreen } })
  door.take(imports.removeSource, { after: () => '/noter/telefon', again: { action: imports.takePage, view: takeScreen } })
}
