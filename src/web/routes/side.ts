// The addresses of cases behind walls.
import * as screens from '../../cases/sides/screens.tsx'
import { checkNames, checkPage, letHaveBoth } from '../../cases/finding/name-check.ts'
import { checkScreen } from '../../cases/finding/name-screens.tsx'
import { otherPaperScreen, sideToolsScreen } from '../../cases/sides/tool-screens.tsx'
import * as tools from '../../cases/sides/tools.ts'
import { appointTrack } from '../../cases/children/giving.ts'
import * as sides from '../../cases/sides/actions.ts'
import { talksPage } from '../pages/side-page.tsx'
import type { Door } from '../door/door.tsx'

/** Addresses here that take files. */
export const sideUploads = [
  ...sides.sideSteps.filter(it => it.tool).flatMap(it => ['', '/kladde'].map(rest => `${sides.sideAt[it.kind]}/:case${it.path}${rest}`)), ...['', '/kladde'].map(it => `/samtaler/:case/papir/:word/:paper${it}`),
]

export function sidesDoor(door: Door): void {
  door.show(sides.employeeList, screens.listScreen('employee'))
  door.show(sides.otherList, screens.listScreen('otherParty'))
  for (const it of sides.openings) {
    door.show(it.page, screens.openingScreen(it))
    door.take(it.post, { after: ({ id, mine }) => (mine ? `${sides.sideAt[it.kind]}/${id}` : `${sides.sideAt[it.kind]}?fordeles=ja`), again: { action: it.page, view: screens.openingScreen(it) } })
  }
  door.show(sides.employeePage, screens.sideScreen)
  door.show(talksPage.action, talksPage.view)
  for (const it of sides.sideSteps) {
    door.show(it.page, screens.stepScreen(it))
    // Whoever gives a case away may no longer read it.
    door.take(it.post, { after: ({ id }) => (it.what === 'appoint' ? sides.sideAt[it.kind] : `${sides.sideAt[it.kind]}/${id}`), again: { action: it.page, view: screens.stepScreen(it) }, ...(it.files && { files: it.files }) })
  }
  for (const it of sides.sideSteps) {
    if (!it.keep || !it.drop || !it.files) continue
    const again = { action: it.page, view: screens.stepScreen(it) }
    door.take(it.keep, { after: ({ id }) => `${sides.sideAt[it.kind]}/${id}${it.path}`, again, files: it.files })
    door.take(it.drop, { after: ({ id }) => `${sides.sideAt[it.kind]}/${id}`, again })
  }
  sideToolsDoor(door)
  door.show(checkPage, checkScreen)
  door.take(checkNames, { after: ({ id }) => `/sager/${id}`, again: { action: checkPage, view: checkScreen } })
  door.take(letHaveBoth, { after: () => '/fordeling', again: { action: sides.distribution, view: screens.distributionScreen } })
  door.show(sides.distribution, screens.distributionScreen)
  door.take(appointTrack, { after: () => '/fordeling', again: { action: sides.distribution, view: screens.distributionScreen } })
  door.take(sides.appointOther, { after: () => '/fordeling', again: { action: sides.distribution, view: screens.distributionScreen } })
}

function sideToolsDoor(door: Door): void {
  const paper = { action: tools.otherPaperPage, view: otherPaperScreen }
  const toPaper = (it: { readonly case: string; readonly word: string; readonly paper: string }) => `/samtaler/${it.case}/papir/${it.word}/${it.paper}`
  door.show(tools.employeeTools, sideToolsScreen)
  door.show(tools.otherTools, sideToolsScreen)
  door.show(tools.otherPaperPage, otherPaperScreen)
  door.take(tools.keepOtherPaper, { after: it => (it.overtaken ? toPaper(it) : `/samtaler/${it.case}/redskaber`), again: paper, files: tools.putInOtherPaper })
  door.take(tools.draftOtherPaper, { after: toPaper, again: paper, files: tools.putInOtherPaper })
  door.take(tools.dropOtherDraft, { after: it => `/samtaler/${it.case}/redskaber`, again: paper })
  for (const it of [tools.printPlan, tools.copyPlan, tools.printTalk]) door.give(it)
  for (const it of [tools.employeeFile, tools.otherFile]) door.give(it)
  door.give(tools.printOtherPaper)
}
