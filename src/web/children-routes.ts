// The addresses of children in a case, and of the family counsellor.
import * as acts from '../cases/children/actions.ts'
import * as family from '../cases/children/family.ts'
import { childrenScreen, recordScreen, trackScreen } from '../cases/children/screens.tsx'
import type { Door } from './door.tsx'

export function childrenDoor(door: Door): void {
  const children = { action: acts.childrenPage, view: childrenScreen }
  const track = { action: family.trackPage, view: trackScreen }
  const toChildren = (it: { readonly case: string }) => `/sager/${it.case}/boern`
  const toTrack = ({ id }: { readonly id: string }) => `/familie/${id}`
  door.show(acts.childrenPage, childrenScreen)
  door.take(acts.tellDutyAction, { after: toChildren, again: children })
  door.take(acts.askCounsellor, { after: toChildren, again: children })
  door.take(acts.takeBackTrack, { after: toChildren, again: children })
  door.show(family.trackPage, trackScreen)
  door.take(family.acceptTrack, { after: toTrack, again: track })
  door.take(family.declineTrack, { after: () => '/opgaver', again: track })
  door.take(family.endTrack, { after: toTrack, again: track })
  door.take(family.familyTellHer, { after: toTrack, again: track })
  door.show(family.recordPage, recordScreen)
  door.take(family.keepRecord, { after: toTrack, again: { action: family.recordPage, view: recordScreen } })
}
