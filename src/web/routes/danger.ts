// The addresses for danger to life.
import * as danger from '../../cases/danger/actions.ts'
import { listScreen, sayScreen, seeScreen } from '../../cases/danger/screens.tsx'
import type { Door } from '../door/door.tsx'

export function staffDanger(door: Door): void {
  door.show(danger.sayPage, sayScreen)
  door.take(danger.say, { after: it => `/fare/${it.id}`, again: { action: danger.sayPage, view: sayScreen } })
  door.show(danger.listPage, listScreen)
  door.take(danger.review, { after: () => '/fare/alle', again: { action: danger.listPage, view: listScreen } })
  door.show(danger.seePage, seeScreen)
  door.take(danger.name, { after: it => `/fare/${it.id}`, again: { action: danger.seePage, view: seeScreen } })
}
