// The addresses for conflicts of interest.
import * as shut from '../../cases/shut/actions.ts'
import { endName, sayName } from '../../cases/shut/names.ts'
import { listScreen, mineScreen } from '../../cases/shut/screens.tsx'
import type { Door } from '../door/door.tsx'

export function staffShut(door: Door): void {
  const again = { action: shut.listPage, view: listScreen }
  const after = () => '/interesser'
  door.show(shut.listPage, listScreen)
  door.take(shut.shutOutAction, { after, again })
  door.take(shut.confirmAction, { after, again })
  door.take(shut.liftAction, { after, again })
  door.show(shut.minePage, mineScreen)
  const mine = { after: () => '/interesser/mig' as const, again: { action: shut.minePage, view: mineScreen } }
  door.take(shut.declareAction, mine)
  door.take(sayName, mine)
  door.take(endName, mine)
}
