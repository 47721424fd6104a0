// The addresses of the hand-off, the inbox and the cases.
import * as acts from '../../cases/actions.ts'
import { notReached, notReachedPage } from '../../cases/call-back.ts'
import { enquire, enquiryPage, receiptPage } from '../../cases/enquire.ts'
import { enquiryScreen, receiptScreen } from '../../cases/enquiry.tsx'
import * as moves from '../../cases/moves.tsx'
import { codePage, contactPage, handCode, setContact } from '../../cases/reaching.ts'
import { takeOpenContact } from '../../cases/open-contact/actions.ts'
import { agree, foundPage, namePage, search, searchPage } from '../../cases/finding/actions.ts'
import { foundScreen, nameScreen, searchScreen } from '../../cases/finding/screens.tsx'
import { casePage, home, inbox } from '../pages/case-page.tsx'
import type { Door } from '../door/door.tsx'

const back = ({ id }: { readonly id: string }) => `/sager/${id}`

/** Addresses here that take files. */
export const moveUploads = ['/afklaring', '/raad', '/luk'].flatMap(it => ['', '/kladde'].map(rest => `/sager/:case${it}${rest}`))

export function casesDoor(door: Door): void {
  door.show(home.action, home.view)
  door.show(enquiryPage, enquiryScreen)
  door.take(enquire, { after: ({ id }) => `/henvendelse/sendt/${id}`, again: { action: enquiryPage, view: enquiryScreen } })
  door.show(receiptPage, receiptScreen)
  door.show(inbox.action, inbox.view)
  door.take(takeOpenContact, { after: () => '/indbakke', again: inbox })
  door.show(casePage.action, casePage.view)
  door.show(acts.clarifyPage, moves.clarifyScreen)
  door.take(acts.clarify, { after: back, again: { action: acts.clarifyPage, view: moves.clarifyScreen }, files: acts.clarifyDraft.files })
  for (const [it, page, view] of [[acts.clarifyDraft, acts.clarifyPage, moves.clarifyScreen], [acts.adviceDraft, acts.advicePage, moves.adviceScreen], [acts.closeDraft, acts.closePage, moves.closeScreen]] as const) {
    door.take(it.keep, { after: ({ id }) => (page.path ?? '').replace(':case', id), again: { action: page, view }, files: it.files })
    door.take(it.drop, { after: back, again: { action: page, view } })
  }
  door.show(acts.advicePage, moves.adviceScreen)
  door.take(acts.advise, { after: back, again: { action: acts.advicePage, view: moves.adviceScreen }, files: acts.adviceDraft.files })
  door.show(acts.closePage, moves.closeScreen)
  door.take(acts.closeCase, { after: back, again: { action: acts.closePage, view: moves.closeScreen }, files: acts.closeDraft.files })
  for (const it of acts.textMoves) {
    door.show(it.page, moves.textScreen(it))
    door.take(it.post, { after: back, again: { action: it.page, view: moves.textScreen(it) } })
  }
  door.show(notReachedPage, moves.notReachedScreen)
  door.take(notReached, { after: back, again: { action: notReachedPage, view: moves.notReachedScreen } })
  door.take(acts.takeOver, { after: back, again: casePage })
  door.show(contactPage, moves.contactScreen)
  door.take(setContact, { after: back, again: { action: contactPage, view: moves.contactScreen } })
  door.show(namePage, nameScreen)
  door.take(agree, { after: back, again: { action: namePage, view: nameScreen } })
  door.show(searchPage, searchScreen)
  door.take(search, { after: ({ id }) => `/soeg/${id}`, again: { action: searchPage, view: searchScreen } })
  door.show(foundPage, foundScreen)
  door.show(codePage, moves.codeScreen)
  door.print(handCode, { paper: moves.codePaper, again: { action: codePage, view: moves.codeScreen } })
}
