// The addresses of who is who: roles, stand-ins, people.
import { sheetAction } from '../../directory/actions-sheet.ts'
import * as roles from '../../directory/actions-roles.ts'
import * as entrances from '../../directory/actions-entrances.ts'
import * as groups from '../../directory/actions-groups.ts'
import { reviewAction, signAction } from '../../directory/actions-review.ts'
import { bringScreen, entrancesScreen } from '../../directory/entrances-screen.tsx'
import { groupScreen, groupsScreen, newGroupScreen } from '../../directory/groups-screen.tsx'
import * as screens from '../../directory/roles-screen.tsx'
import type { Door } from '../door/door.tsx'
import { reviewScreen } from '../pages/review-screen.tsx'

const toList = () => '/roller'

export function staffDirectory(door: Door): void {
  door.give(sheetAction)
  const list = { action: roles.rolesAction, view: screens.rolesScreen }
  door.show(roles.rolesAction, screens.rolesScreen)
  door.show(roles.givePage, screens.giveScreen)
  door.take(roles.give, { after: toList, again: { action: roles.givePage, view: screens.giveScreen } })
  door.show(roles.awayPage, screens.awayScreen)
  door.take(roles.standIn, { after: toList, again: { action: roles.awayPage, view: screens.awayScreen } })
  door.take(roles.back, { after: toList, again: list })
  door.show(roles.personPage, screens.personScreen)
  door.take(roles.newPerson, { after: toList, again: { action: roles.personPage, view: screens.personScreen } })
  door.show(roles.phonePage, screens.phoneScreen)
  door.take(roles.setPhone, { after: toList, again: { action: roles.phonePage, view: screens.phoneScreen } })
  entrancesAndGroups(door)
}

function entrancesAndGroups(door: Door): void {
  door.show(entrances.entrancesAction, entrancesScreen)
  door.show(entrances.bringPage, bringScreen)
  door.take(entrances.bring, { after: () => '/indgange', again: { action: entrances.bringPage, view: bringScreen } })
  const again = { action: groups.groupAction, view: groupScreen }
  const toGroup = ({ id }: { readonly id: string }) => `/grupper/${id}`
  door.show(groups.groupsAction, groupsScreen)
  door.show(groups.newGroupPage, newGroupScreen)
  door.take(groups.newGroup, { after: toGroup, again: { action: groups.newGroupPage, view: newGroupScreen } })
  door.show(groups.groupAction, groupScreen)
  door.take(groups.addMember, { after: toGroup, again })
  door.take(groups.endMember, { after: toGroup, again })
  door.take(groups.endGroup, { after: toGroup, again })
  door.show(reviewAction, reviewScreen)
  door.take(signAction, { after: () => '/adgang', again: { action: reviewAction, view: reviewScreen } })
}
