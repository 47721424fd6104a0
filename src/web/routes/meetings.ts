// The addresses of meetings.
import * as acts from '../../cases/meetings/actions.ts'
import { copyScreen, meetingScreen, meetingsScreen } from '../../cases/meetings/screens.tsx'
import type { Door } from '../door/door.tsx'

export function meetingsDoor(door: Door): void {
  const meeting = { action: acts.meetingPage, view: meetingScreen }
  const back = (it: { readonly case: string; readonly meeting: string }) => `/sager/${it.case}/moeder/${it.meeting}`
  door.show(acts.meetingsPage, meetingsScreen)
  door.take(acts.makeMeeting, { after: back, again: { action: acts.meetingsPage, view: meetingsScreen } })
  door.show(acts.meetingPage, meetingScreen)
  door.take(acts.keepMinutes, { after: back, again: meeting })
  door.take(acts.sendMeeting, { after: back, again: meeting })
  door.show(acts.copyPage, copyScreen)
}
