// What the coordinator of the big case keeps in it: papers, tasks, a meeting, and the family counsellor beside it. All people are made up.
import { addDays } from '../kernel/day.ts'
import { askCounsellor, childrenPage, takeBackTrack, tellDutyAction } from '../cases/children/actions.ts'
import { acceptTrack, familyTellHer } from '../cases/children/family.ts'
import { keepRecord } from '../cases/children/records.ts'
import { contactOtherAction, giveTaskAction, tellHerAction } from '../cases/coordination/actions.ts'
import { keepPaperAction } from '../cases/tools/actions.ts'
import { keepMinutes, makeMeeting, sendMeeting } from '../cases/meetings/actions.ts'
import type { Action, Facts } from '../platform/action.ts'
import type { Teller } from './teller.ts'

const plan = (teller: Teller, status: string) => ({
  'goals-1-goal': 'Tryg på vej til arbejde', 'goals-1-action': 'Aftale med arbejdspladsen om parkering og mødetid', 'goals-1-responsible': 'Borgeren og Inger',
  'goals-1-deadline': addDays(teller.today, -10), 'goals-1-status': status, withCitizen: 'yes', review: addDays(teller.today, 14),
})

export async function workInCase(teller: Teller, id: string): Promise<void> {
  const inger = await teller.as('inger.eksempel')
  const paper = (daysAgo: number, word: string, where: string, seen: string, fields: Readonly<Record<string, string>>) => teller.act(daysAgo, '14:00', inger, keepPaperAction, { case: id, word, paper: where, seen, ...fields })
  await paper(33, 'afdaekning', 'ark', '0', { mappedOn: addDays(teller.today, -33), lately: 'Opkald hver dag, siger borgeren. To besøg ved arbejdet, siger en kollega.', wishes: 'At kunne sove og gå på arbejde.', lifeSafety: 'heavy', lifeWork: 'heavy', lifeMind: 'some', view: 'Ro på vejen til arbejde.', again: addDays(teller.today, 5) })
  await paper(33, 'handleplan', 'ark', '0', plan(teller, 'agreed'))
  await paper(6, 'handleplan', 'ark', '1', plan(teller, 'done'))
  await paper(20, 'kontaktnotat', 'nyt', '0', { 'form-version': 'contact-note-2', onDay: addDays(teller.today, -20), from: 'police', fromWho: 'Peter Opdigt', how: 'phone', said: 'Politiet kører forbi om aftenen.' })
  await task(teller, id, 8, 'jonas.eksempel', 'Ring til arbejdspladsen om en ny mødetid. Sig kun, at det er aftalt med medarbejderen.', -2)
  await task(teller, id, 6, 'inger.eksempel', 'Følg op på søvn og læge.', 4)
  await teller.act(19, '10:00', inger, tellHerAction, { case: id, answer: 'told', toldOn: addDays(teller.today, -19), safetyThrough: 'Nøgler, vejen hjem og hvem hun ringer til.' })
  await teller.act(19, '10:10', inger, contactOtherAction, { case: id, way: 'letter', when: 'planned', on: addDays(teller.today, -18), says: 'Brev om regler for kontakt og om tilbud om samtale.' })
  await meeting(teller, id)
  await family(teller, id)
}

const task = async (teller: Teller, id: string, daysAgo: number, owner: string, what: string, due: number) =>
  teller.act(daysAgo, '14:10', await teller.as('inger.eksempel'), giveTaskAction, { case: id, what, owner: (await teller.as(owner)).id, due: addDays(teller.today, due) })

async function meeting(teller: Teller, id: string): Promise<void> {
  const [inger, peter, hassan] = [await teller.as('inger.eksempel'), await teller.as('peter.opdigt'), await teller.as('hassan.eksempel')]
  const made = await teller.act(12, '09:00', inger, makeMeeting, {
    case: id, title: 'Fælles møde om hverdagen', day: addDays(teller.today, -5), clock: '10:00', place: 'Rådhuset, lokale 4', people: [inger.id, peter.id, hassan.id], citizens: 'Borgeren', reachChannel: 'here',
    'topic-1': 'Det, der er sket siden sidst', 'sharing-1': 'account', 'topic-2': 'Hjælp til låse', 'sharing-2': 'house',
  })
  await teller.act(12, '09:05', inger, sendMeeting, { ...made, what: 'invitation' })
  await teller.act(5, '13:00', inger, keepMinutes, {
    ...made, seen: '0', 'said-1': 'Der er kommet færre opkald.', 'said-2': 'Låsen i kælderen kan åbnes udefra.', 'decision-2': 'Find ud af, om kommunen kan betale en ny lås.', 'owner-2': hassan.id, 'due-2': addDays(teller.today, 7),
  })
  await teller.act(5, '13:10', inger, sendMeeting, { ...made, what: 'minutes' })
}

async function family(teller: Teller, id: string): Promise<void> {
  const [inger, nadia] = [await teller.as('inger.eksempel'), await teller.as('nadia.opdigt')]
  await teller.act(18, '11:00', inger, tellDutyAction, { case: id })
  await teller.act(18, '11:05', inger, keepPaperAction, { case: id, word: 'barn', paper: 'nyt', seen: '0', 'form-version': 'child-2', childName: 'Bo', age: '8', custody: 'both', reported: 'not', reportReason: 'Bo er tryg hos begge, siger skolen. Vi ser på det igen om en måned.' })
  await teller.act(18, '11:10', inger, askCounsellor, { case: id, counsellor: nadia.id, purpose: 'Bo er otte år og er hos sin far hver anden weekend. Find en måde at hente og aflevere på.', other: 'father', due: addDays(teller.today, -11) })
  const { tracks: [asked] } = await teller.act(18, '11:12', inger, childrenPage, { case: id })
  const track = asked?.id ?? ''
  const keep = (daysAgo: number, word: string, fields: Readonly<Record<string, string>>) =>
    teller.act(daysAgo, '15:00', nadia, keepRecord, { track, word, record: 'nyt', seen: '0', onDay: addDays(teller.today, -daysAgo), ...fields })
  await teller.act(17, '08:35', nadia, acceptTrack, { track })
  await keep(15, 'barnet', { 'form-version': 'talk-child-1', who: 'Bo og en lærer', said: 'Bo vil helst hentes i skolen.' })
  await teller.act(14, '09:00', nadia, familyTellHer, { track, answer: 'told', toldOn: addDays(teller.today, -14), safetyThrough: 'Hvornår samtalen er, og hvem hun ringer til bagefter.' })
  await keep(13, 'faren', { 'form-version': 'talk-father-1', who: 'Faren og Nadia', said: 'Vi talte om regler, og om hvad beskederne fører med sig.', offered: 'yes', accepted: 'later' })
  await keep(10, 'aftale', { 'form-version': 'contact-agreement-1', untilDay: addDays(teller.today, 40), what: 'Bo hentes og afleveres i skolen.' })
}

/** The visitator, in a case with two children that no coordinator has taken yet: she does what cannot wait, and asks those who may come to know of it. */
export async function workOfVisitator(teller: Teller, id: string): Promise<void> {
  const [vibeke, nadia] = [await teller.as('vibeke.eksempel'), await teller.as('nadia.opdigt')]
  const at = (clock: string) => <I, F extends Facts, R>(it: Action<I, F, R>, raw: Readonly<Record<string, unknown>>) => teller.act(3, clock, vibeke, it, { case: id, ...raw })
  await at('09:00')(tellDutyAction, {})
  await at('09:05')(keepPaperAction, { word: 'barn', paper: 'nyt', seen: '0', 'form-version': 'child-2', childName: 'Liv', age: '11', custody: 'both', reported: 'made', reportedOn: addDays(teller.today, -3), reportReason: 'Beskederne går gennem børnene.' })
  const ask = { counsellor: nadia.id, purpose: 'To børn bærer beskeder. Tal med dem om, at de ikke skal.', other: 'mother', due: addDays(teller.today, 2) }
  await at('09:10')(askCounsellor, ask)
  const { tracks } = await at('09:12')(childrenPage, {})
  await at('09:15')(takeBackTrack, { track: tracks[0]?.id ?? '' })
  await at('09:20')(askCounsellor, ask)
  for (const [clock, signIn, what] of [['09:30', 'karen.proeve', 'Find tid til en fast person i familien.'], ['09:31', 'nadia.opdigt', 'Sig, hvornår skolen kan ringes op.'], ['09:32', 'gitte.proeve', 'Hør, om der er plads i fredagsklubben.'],
    ['09:33', 'mikkel.opdigt', 'Svar på, om du kan tage sagen.'], ['09:34', 'vibeke.eksempel', 'Ring igen på mandag.']] as const)
    await at(clock)(giveTaskAction, { what, ...(what.startsWith('Ring') && { reaches: 'yes' }), owner: (await teller.as(signIn)).id, due: addDays(teller.today, 3) })
  await at('10:00')(tellHerAction, { answer: 'told', toldOn: addDays(teller.today, -3), safetyThrough: 'Børnenes telefoner, og hvem han ringer til.' })
  await at('10:05')(contactOtherAction, { way: 'call', when: 'done', on: addDays(teller.today, -3), says: 'Opkald om, at børn ikke skal bære beskeder.' })
  const people = await Promise.all(['vibeke.eksempel', 'dsc.raadgiver', 'jonas.eksempel', 'nadia.opdigt', 'karen.proeve', 'mikkel.opdigt'].map(async signIn => (await teller.as(signIn)).id))
  const made = await at('11:00')(makeMeeting, { title: 'Sparring om børn, der bærer beskeder', day: addDays(teller.today, 6), clock: '13:00', people, 'topic-1': 'Hvad virker, når børn bærer beskeder', 'sharing-1': '3', 'topic-2': 'Hvem tager sig af hvad', 'sharing-2': 'house' })
  await at('11:05')(sendMeeting, { ...made, what: 'invitation' })
}
