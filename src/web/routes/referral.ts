// The addresses of referrals: sending, receiving, and hers.
import * as sending from '../../referrals/actions.ts'
import * as receiving from '../../referrals/actions-receive.ts'
import { appointAction as appointCase } from '../../cases/climb.ts'
import { appointLateTrack } from '../../cases/children/giving.ts'
import { appointContact } from '../../cases/open-contact/climb.ts'
import * as back from '../../referrals/actions-back.ts'
import { endSignedAction, signedPage, signedScan } from '../../referrals/actions-signed.ts'
import { signedScreen } from '../../referrals/signed-fields.tsx'
import * as his from '../../referrals/actions-his.ts'
import { inPage, replyFile, replyPage, takeInAction, tellAction } from '../../referrals/actions-in.ts'
import { inScreen, replyScreen } from '../../referrals/in-screen.tsx'
import { answerForAction, outPage, paperAction, paperFile, sendOutAction } from '../../referrals/actions-out.ts'
import { centreScreen, hereScreen } from '../../referrals/back-screen.tsx'
import { hisScreen } from '../../referrals/his-screen.tsx'
import { cardFile, cardPage, keepCard, printCard, putInCard } from '../../referrals/card.ts'
import { cardScreen } from '../../referrals/card-screen.tsx'
import { noteAction } from '../../referrals/notes.ts'
import { outScreen, paperScreen } from '../../referrals/out-screen.tsx'
import { appointAction, lateAction } from '../../referrals/climb.ts'
import { keepDraftAction, throwDraftAction } from '../../referrals/keep-draft.ts'
import { lateScreen } from '../../referrals/late-screen.tsx'
import { composeScreen } from '../../referrals/compose-screen.tsx'
import { sentCopyAction } from '../../referrals/sent-copy.ts'
import { sentCopyScreen } from '../../referrals/copy-screen.tsx'
import { receivedScreen, referralScreen } from '../../referrals/screens.tsx'
import { ownReferralsScreen } from '../../referrals/sent-screen.tsx'
import { casePage } from '../pages/case-page.tsx'
import type { Door } from '../door/door.tsx'

/** Addresses here that take files. */
export const cardUploads = ['/henvisninger/:referral/kort', '/sager/:case/henvis/ud', '/henvis-hertil', '/henvis-til-centret'] as const

export function staffReferrals(door: Door): void {
  const again = { action: receiving.readAction, view: referralScreen }
  door.show(sending.composeAction, composeScreen)
  door.take(sending.sendAction, { after: it => `/sager/${it.case}`, again: { action: sending.composeAction, view: composeScreen } })
  door.take(sending.takeBackAction, { after: it => `/sager/${it.case}`, again: casePage })
  door.take(keepDraftAction, { after: it => `/sager/${it.case}`, again: { action: sending.composeAction, view: composeScreen } })
  door.take(throwDraftAction, { after: it => `/sager/${it.case}`, again: casePage })
  const out = { action: outPage, view: outScreen }
  door.show(outPage, outScreen)
  door.take(sendOutAction, { after: it => `/henvisninger/${it.id}/papir`, again: out })
  door.show(sentCopyAction, sentCopyScreen)
  door.show(paperAction, paperScreen)
  door.give(paperFile)
  door.take(answerForAction, { after: it => `/henvisninger/${it.id}/papir`, again: { action: paperAction, view: paperScreen } })
  door.show(signedPage, signedScreen)
  door.give(signedScan)
  door.take(endSignedAction, { after: it => `/henvisninger/${it.id}/underskrift`, again: { action: signedPage, view: signedScreen } })
  door.show(back.herePage, hereScreen)
  door.take(back.sendHereAction, { after: () => '/henvisninger', again: { action: back.herePage, view: hereScreen } })
  door.show(back.centrePage, centreScreen)
  door.take(back.sendToCentreAction, { after: () => '/henvisninger', again: { action: back.centrePage, view: centreScreen } })
  door.take(back.takeHomeAction, { after: it => (it.talks ? `/samtaler/${it.talks}` : '/henvisninger'), again: { action: receiving.inboxAction, view: receivedScreen } })
  door.show(inPage, inScreen)
  door.take(takeInAction, { after: it => `/henvendelse/sendt/${it.id}`, again: { action: inPage, view: inScreen } })
  door.show(replyPage, replyScreen)
  door.give(replyFile)
  door.take(tellAction, { after: it => `/henvisninger/${it.id}/afsender`, again: { action: replyPage, view: replyScreen } })
  door.show(his.hisPage, hisScreen)
  door.take(his.sendHisAction, { after: it => `/samtaler/${it.case}`, again: { action: his.hisPage, view: hisScreen } })
  door.take(noteAction, { after: it => `/henvisninger/${it.id}`, again })
  door.show(cardPage, cardScreen)
  door.take(keepCard, { after: it => `/henvisninger/${it.id}/kort`, again: { action: cardPage, view: cardScreen }, files: putInCard })
  door.give(cardFile)
  door.give(printCard)
  const missed = { action: lateAction, view: lateScreen }
  door.show(lateAction, lateScreen)
  door.take(appointAction, { after: () => '/frister', again: missed })
  door.take(appointLateTrack, { after: () => '/frister', again: missed })
  door.take(appointContact, { after: () => '/frister', again: missed })
  door.take(appointCase, { after: () => '/frister', again: missed })
  door.show(receiving.inboxAction, receivedScreen)
  door.show(receiving.readAction, referralScreen)
  door.take(receiving.acceptAction, { after: it => (it.case === undefined ? `/henvisninger/${it.id}` : `/sager/${it.case}`), again })
  door.take(receiving.declineAction, { after: () => '/henvisninger', again })
  door.take(receiving.answerAction, { after: it => `/henvisninger/${it.id}`, again })
}

export function citizenReferrals(door: Door): void {
  door.show(sending.ownAction, ownReferralsScreen)
}
