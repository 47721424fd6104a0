// The addresses of handing over, and of leaving a role.
import * as acts from '../../cases/handover/actions.ts'
import * as screens from '../../cases/handover/screens.tsx'
import { endPage, endRole } from '../../cases/handover/leaving.ts'
import { sideAt } from '../../cases/sides/actions.ts'
import type { Door } from '../door/door.tsx'

const toIt = ({ id }: { readonly id: string }) => `/overdragelse/${id}`

/** Where what was taken over stands. */
const comesTo = { visitator: '/indbakke', primaryCoordinator: '/indbakke', leader: sideAt.employee, hr: sideAt.employee, familyCounsellor: sideAt.otherParty, policeContact: sideAt.otherParty } as const

export function staffHandover(door: Door): void {
  const again = { action: acts.handoverPage, view: screens.handoverScreen }
  door.show(acts.offerPage, screens.offerScreen)
  door.take(acts.offer, { after: toIt, again: { action: acts.offerPage, view: screens.offerScreen } })
  door.show(acts.handoverPage, screens.handoverScreen)
  door.take(acts.accept, { after: it => comesTo[it.role], again })
  door.take(acts.decline, { after: toIt, again })
  door.take(acts.takeBack, { after: toIt, again })
  door.show(endPage, screens.endScreen)
  door.take(endRole, { after: () => '/roller', again: { action: endPage, view: screens.endScreen } })
}
