// The addresses of the log: hers, and those of staff to whom she shows it.
import { addEntry, addFile, addFileThere, safetyPage, writePage } from '../../incidents/actions.ts'
import { changeEntry, changePage, deleteEntry, deletePage, earlierPage, entryPage, exhibitCopy, exhibitOriginal, markTypical } from '../../incidents/actions-earlier.ts'
import { show, showPage, shownExhibit, shownLogPage, takeBack, whoPage } from '../../incidents/actions-show.ts'
import { earlierScreen } from '../../incidents/earlier-screen.tsx'
import { changeScreen, deleteScreen, entryScreen } from '../../incidents/entry-screen.tsx'
import { showScreen, whoScreen } from '../../incidents/show-screen.tsx'
import { shownLogScreen } from '../../incidents/staff-screen.tsx'
import { safetyScreen, writeScreen } from '../../incidents/write-screen.tsx'
import type { Door } from '../door/door.tsx'

/** Addresses here that take files. */
export const logUploads = ['/noter/fil/:entry', '/noter/tidligere/:entry/fil'] as const

export function citizenLog(door: Door): void {
  const write = { action: writePage, view: writeScreen }
  const entry = { action: entryPage, view: entryScreen }
  const entryAt = (_: unknown, { entry: id }: Readonly<Record<string, string>>) => `/noter/tidligere/${id}`
  door.show(writePage, writeScreen)
  door.take(addEntry, { after: it => `/noter?gemt=${it.id}`, again: write })
  door.take(addFile, { after: it => `/noter?gemt=${it.id}`, again: write })
  door.show(safetyPage, safetyScreen)

  door.show(earlierPage, earlierScreen)
  door.show(entryPage, entryScreen)
  door.show(changePage, changeScreen)
  door.take(changeEntry, { after: entryAt, again: { action: changePage, view: changeScreen } })
  door.take(addFileThere, { after: entryAt, again: entry })
  door.take(markTypical, { after: entryAt, again: entry })
  door.show(deletePage, deleteScreen)
  door.take(deleteEntry, { after: () => '/noter/tidligere', again: { action: deletePage, view: deleteScreen } })
  door.give(exhibitCopy)
  door.give(exhibitOriginal)

  door.show(showPage, showScreen)
  door.take(show, { after: () => '/noter/vis', again: { action: showPage, view: showScreen } })
  door.take(takeBack, { after: () => '/noter/vis', again: { action: showPage, view: showScreen } })
  door.show(whoPage, whoScreen)
}

export function staffLog(door: Door): void {
  door.show(shownLogPage, shownLogScreen)
  door.give(shownExhibit)
}
