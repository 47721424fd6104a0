// The addresses of the law's paperwork in a case.
import * as access from '../../cases/paperwork/access.ts'
import { accessScreen, askScreen } from '../../cases/paperwork/access-screens.tsx'
import * as acts from '../../cases/paperwork/actions.ts'
import * as screens from '../../cases/paperwork/screens.tsx'
import type { Door } from '../door/door.tsx'

const papers = ({ id }: { readonly id: string }) => `/sager/${id}/papirer`
/** The leader opens a case and has no more to do with it. */
const marked = ({ id, by }: { readonly id: string; readonly by: string }) => (by === 'leader' ? '/laaste-sager' : papers({ id }))
const request = ({ id, request: it }: { readonly id: string; readonly request: string }) => `/sager/${id}/aktindsigt/${it}`

export function staffPaperwork(door: Door): void {
  door.show(acts.papersPage, screens.papersScreen(acts.marks))
  for (const it of acts.marks) {
    const view = screens.markScreen(it)
    door.show(it.page, view)
    door.take(it.post, { after: marked, again: { action: it.page, view } })
  }
  door.show(acts.lockedPage, screens.lockedScreen)
  for (const it of [access.askHers, access.askOthers]) {
    const view = askScreen(it.side)
    door.show(it.page, view)
    door.take(it.post, { after: request, again: { action: it.page, view } })
  }
  const again = { action: access.accessPage, view: accessScreen }
  door.show(access.accessPage, accessScreen)
  door.take(access.tellAccess, { after: request, again })
  for (const it of [access.decideHers, access.decideOthers]) door.take(it, { after: request, again })
}
