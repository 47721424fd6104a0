// For tests only: a case with something of everything in it, and answers to every line of a page.
import { giveTaskAction, contactOtherAction, tellHerAction } from '../../cases/coordination/actions.ts'
import { keepPaperAction } from '../../cases/tools/actions.ts'
import { keepMinutes, makeMeeting, sendMeeting } from '../../cases/meetings/actions.ts'
import { marks } from '../../cases/paperwork/actions.ts'
import { lawAction } from '../../consents/record.ts'
import type { TestHouse } from '../../directory/testing-house.ts'
import { enterTold } from '../../measures/actions.ts'
import { perform } from '../../platform/action.ts'
import { sendAction } from '../../referrals/actions.ts'
import { declineAction } from '../../referrals/actions-receive.ts'
import type { OpenCase } from './testing-case.ts'
import type { Page } from '../door/testing-visit.ts'

const note = (said: string) => ({ 'form-version': 'contact-note-2', onDay: '2026-11-03', from: 'police', fromWho: 'Peter', said })

/** By the visitator, and one answer by a coordinator. */
export async function filled(town: TestHouse, it: OpenCase): Promise<void> {
  const [vibeke, inger, jonas] = [await town.as('vibeke.eksempel'), await town.as('inger.eksempel'), await town.as('jonas.eksempel')]
  const does = <I>(what: I, fields: Readonly<Record<string, unknown>>) => perform(town.house, vibeke, what as typeof keepPaperAction, fields)
  await does(keepPaperAction, { case: it.id, word: 'kontaktnotat', paper: 'nyt', seen: '0', ...note('Hun sover dårligt.') })
  const paper = (await town.owner.query<{ id: string }>(`select id from case_paper where case_id = $1`, [it.id])).rows[0]?.id
  await does(keepPaperAction, { case: it.id, word: 'kontaktnotat', paper, seen: '1', ...note('Hun sover bedre.') })
  await does(keepPaperAction, { case: it.id, word: 'kontaktnotat', paper: 'nyt', seen: '0', ...note('Hun fik et brev.'), from: 'citizen', reachChannel: 'letter', reachWhy: 'Telefonen var lukket.' })
  await does(giveTaskAction, { case: it.id, what: 'Ring til skolen', owner: vibeke.id, due: '2026-11-20' })
  const { result: { meeting } } = await perform(town.house, vibeke, makeMeeting, {
    case: it.id, title: 'Mødet om planen', day: '2026-11-10', clock: '10:00', place: 'Rådhuset', people: [vibeke.id, jonas.id], 'topic-1': 'Vi taler om skolen', 'sharing-1': 'house',
  })
  await does(sendMeeting, { case: it.id, meeting, what: 'invitation' })
  await does(keepMinutes, { case: it.id, meeting, seen: '0', 'said-1': 'Skolen ved det.' })
  await does(tellHerAction, { case: it.id, answer: 'told', toldOn: '2026-11-03', safetyThrough: 'Nøgler gennemgået' })
  await does(contactOtherAction, { case: it.id, way: 'call', when: 'planned', on: '2026-11-10', says: 'Bede ham lade være' })
  await does(lawAction, { citizen: it.citizen, law: 'duty', topics: ['contact'], reason: 'Fordi.', purpose: 'At ringe.' })
  await does(enterTold, { citizen: it.citizen, slags: 'restrainingOrder', standing: 'holds', decidedOn: '2024-02-10', untilDay: '2027-06-10', source: 'I brevet fra politiet' })
  await does(marks[0].post, { case: it.id, reason: 'Fordi.' })
  const { result: { id: referral } } = await perform(town.house, vibeke, sendAction, { case: it.id, til: inger.id, rolle: 'primaryCoordinator', purpose: 'Hun har brug for en plan' })
  await perform(town.house, inger, declineAction, { referral, reason: 'Jeg har ikke tid' })
}

/** One answer for every line on the page that has a name of its own; documents that lie elsewhere are left. */
export const given = (page: Page, answer: string): Readonly<Record<string, string>> =>
  Object.fromEntries([...new Set([...page.html.matchAll(/name="(answer-[^"]+)"/g)].map(it => it[1] ?? ''))].filter(name => !/^answer-d\d$/.test(name)).map(name => [name, answer]))
