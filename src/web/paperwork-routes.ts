// The addresses of the law's paperwork in a case.
import * as acts from '../cases/paperwork.ts'
import * as screens from '../cases/paperwork-screens.tsx'
import type { Door } from './door.tsx'

const papers = ({ id }: { readonly id: string }) => `/sager/${id}/papirer`
/** The leader opens a case and has no more to do with it. */
const marked = ({ id, by }: { readonly id: string; readonly by: string }) => (by === 'leader' ? '/laaste-sager' : papers({ id }))
const access = ({ id, request }: { readonly id: string; readonly request: string }) => `/sager/${id}/aktindsigt/${request}`

export function staffPaperwork(door: Door): void {
  door.show(acts.papersPage, screens.papersScreen(acts.marks))
  for (const it of acts.marks) {
    const view = screens.markScreen(it)
    door.show(it.page, view)
    door.take(it.post, { after: marked, again: { action: it.page, view } })
  }
  door.show(acts.lockedPage, screens.lockedScreen)
  door.show(acts.askAccessPage, screens.askScreen)
  door.take(acts.askAccess, { after: access, again: { action: acts.askAccessPage, view: screens.askScreen } })
  const again = { action: acts.accessPage, view: screens.accessScreen }
  door.show(acts.accessPage, screens.accessScreen)
  door.take(acts.tellAccess, { after: access, again })
  door.take(acts.decideAccess, { after: access, again })
}
