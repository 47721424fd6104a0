// The addresses of steering.
import * as acts from '../../steering/actions.ts'
import { aliveScreen, changeScreen, changesScreen, publishedScreen } from '../../steering/alive-screen.tsx'
import { meetingScreen, numbersScreen, overviewScreen } from '../../steering/screens.tsx'
import type { Door } from '../door/door.tsx'

const meeting = ({ meeting: id }: { readonly meeting: string }) => `/styring/moeder/${id}`

export function staffSteering(door: Door): void {
  door.show(acts.overview, overviewScreen)
  door.take(acts.callMeeting, { after: meeting, again: { action: acts.overview, view: overviewScreen } })
  const one = { action: acts.readMeeting, view: meetingScreen }
  door.show(acts.readMeeting, meetingScreen)
  door.take(acts.writeMinutes, { after: meeting, again: one })
  door.take(acts.decide, { after: meeting, again: one })
  door.take(acts.finishDecision, { after: meeting, again: one })
  door.show(acts.numbers, numbersScreen)
  const alive = { action: acts.alivePage, view: aliveScreen }
  door.show(acts.alivePage, aliveScreen)
  for (const it of [acts.setOwner, acts.addLine, acts.tellLine, acts.tellNewcomer, acts.addBacking] as const) door.take(it as typeof acts.setOwner, { after: () => '/styring/lever-videre', again: alive })
  door.show(acts.changesPage, changesScreen)
  door.show(acts.changePage, changeScreen)
  door.take(acts.decideChange, { after: () => '/styring/aendringer', again: { action: acts.changePage, view: changeScreen } })
  door.take(acts.publishChange, { after: () => '/styring/aendringer', again: { action: acts.changesPage, view: changesScreen } })
  door.show(acts.publishedPage, publishedScreen)
  door.take(acts.propose, { after: () => '/aendringer?sendt=1', again: { action: acts.publishedPage, view: publishedScreen } })
}
