// The addresses of advice without a name.
import { adviseAnonymously, anonymousPage, makeCase, notedPage } from '../../cases/anonymous/actions.ts'
import { anonymousScreen, notedScreen } from '../../cases/anonymous/screens.tsx'
import type { Door } from '../door/door.tsx'

export function namelessDoor(door: Door): void {
  door.show(anonymousPage, anonymousScreen)
  door.take(adviseAnonymously, { after: ({ id }) => `/anonym/${id}`, again: { action: anonymousPage, view: anonymousScreen } })
  door.show(notedPage, notedScreen)
  door.take(makeCase, { after: ({ id }) => `/henvendelse/sendt/${id}`, again: { action: notedPage, view: notedScreen } })
}
