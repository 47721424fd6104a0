// The addresses of children in a case, and of the family counsellor.
import * as acts from '../../cases/children/actions.ts'
import * as family from '../../cases/children/family.ts'
import * as records from '../../cases/children/records.ts'
import { childrenScreen, recordScreen, trackScreen } from '../../cases/children/screens.tsx'
import type { Door } from '../door/door.tsx'

/** Addresses here that take files. */
export const recordUploads = ['', '/kladde'].map(it => `/familie/:track/:word/:record${it}`)

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
  // Before the record itself: its address is wider.
  door.give(records.recordFile)
  door.show(records.recordPage, recordScreen)
  const record = { action: records.recordPage, view: recordScreen }
  const toRecord = (it: { readonly track: string; readonly word: string; readonly record: string }) => `/familie/${it.track}/${it.word}/${it.record}`
  door.take(records.keepRecord, { after: it => (it.overtaken ? toRecord(it) : `/familie/${it.track}`), again: record, files: records.putInRecord })
  door.take(records.draftRecord, { after: toRecord, again: record, files: records.putInRecord })
  door.take(records.dropRecordDraft, { after: toTrack, again: record })
  door.give(records.printRecord)
}
