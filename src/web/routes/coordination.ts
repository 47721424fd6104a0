// The addresses of what is kept in a case, and of what a colleague has been given to do.
import * as acts from '../../cases/coordination/actions.ts'
import { myWorkScreen, otherScreen, taskScreen, tasksScreen } from '../../cases/coordination/doing.tsx'
import { doTaskAction, myWorkAction, taskPage } from '../../cases/coordination/mine.ts'
import { workScreen } from '../../cases/coordination/screens.tsx'
import * as papers from '../../cases/tools/actions.ts'
import * as print from '../../cases/tools/print.ts'
import { paperScreen, toolsScreen } from '../../cases/tools/screens.tsx'
import type { Door } from '../door/door.tsx'

/** Addresses here that take files. */
export const paperUploads = ['', '/kladde'].map(it => `/sager/:case/papir/:word/:paper${it}`)

export function coordinationDoor(door: Door): void {
  const tasks = { action: acts.tasksPage, view: tasksScreen }
  const other = { action: acts.otherPage, view: otherScreen }
  const task = { action: taskPage, view: taskScreen }
  door.show(acts.workPage, workScreen)
  const paper = { action: papers.paperPage, view: paperScreen }
  const toPaper = (it: { readonly case: string; readonly word: string; readonly paper: string }) => `/sager/${it.case}/papir/${it.word}/${it.paper}`
  door.show(papers.toolsPage, toolsScreen)
  door.show(papers.paperPage, paperScreen)
  door.give(print.printPaperAction)
  door.give(print.copyPaperAction)
  door.give(print.printMoveAction)
  door.take(papers.keepPaperAction, { after: it => (it.overtaken ? toPaper(it) : `/sager/${it.case}/arbejde`), again: paper, files: papers.putInPaper })
  door.take(papers.draftPaperAction, { after: toPaper, again: paper, files: papers.putInPaper })
  door.give(papers.paperFileAction)
  door.take(papers.dropDraftAction, { after: it => `/sager/${it.case}/redskaber`, again: paper })
  door.show(acts.tasksPage, tasksScreen)
  door.take(acts.giveTaskAction, { after: it => `/sager/${it.case}/opgaver`, again: tasks })
  door.take(acts.moveTaskAction, { after: it => `/sager/${it.case}/opgaver`, again: tasks })
  door.show(acts.otherPage, otherScreen)
  door.take(acts.tellHerAction, { after: it => `/sager/${it.case}/den-anden-part`, again: other })
  door.take(acts.contactOtherAction, { after: it => `/sager/${it.case}/den-anden-part`, again: other })
  door.take(acts.contactDoneAction, { after: it => `/sager/${it.case}/den-anden-part`, again: other })
  door.show(myWorkAction, myWorkScreen)
  door.show(taskPage, taskScreen)
  door.take(doTaskAction, { after: () => '/opgaver', again: task })
}
