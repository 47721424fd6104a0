// The addresses of who is who: roles, stand-ins, people.
import * as roles from '../directory/actions-roles.ts'
import * as screens from '../directory/roles-screen.tsx'
import type { Door } from './door.tsx'

const toList = () => '/roller'

export function staffDirectory(door: Door): void {
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
}
