// Told last too: who comes to a meeting instead of whom, families that go from one counsellor to another, and what a receiver writes down for herself.
import type { Client } from 'pg'
import { askCounsellor, childrenPage, takeBackTrack, tellDutyAction } from '../../cases/children/actions.ts'
import { tracksRound } from '../../cases/children/climb.ts'
import { acceptTrack, trackPage } from '../../cases/children/family.ts'
import { appointLateTrack, appointTrack } from '../../cases/children/giving.ts'
import { keepRecord } from '../../cases/children/records.ts'
import { contactOtherAction, tellHerAction } from '../../cases/coordination/actions.ts'
import { accept, offer } from '../../cases/handover/actions.ts'
import { endRole } from '../../cases/handover/leaving.ts'
import { copyPage, makeMeeting, meetingPage, sendMeeting } from '../../cases/meetings/actions.ts'
import { declareAction } from '../../cases/shut/actions.ts'
import type { HandedRole } from '../../cases/rules.ts'
import { signedOn } from '../../cli/town-signed.ts'
import { clarified, sent } from '../../cli/town-steps.ts'
import type { Teller } from '../../cli/teller.ts'
import { staffActor } from '../../directory/actors.ts'
import { give, newPerson } from '../../directory/actions-roles.ts'
import { whoPage } from '../../incidents/actions-show.ts'
import type { Actor, PersonId, Role } from '../../kernel/actor.ts'
import { addDays, instantOf } from '../../kernel/day.ts'
import { runRounds } from '../../platform/jobs.ts'
import { sendAction } from '../../referrals/actions.ts'
import { sendToCentreAction } from '../../referrals/actions-back.ts'
import { takeInAction } from '../../referrals/actions-in.ts'
import { acceptAction, inboxAction, readAction } from '../../referrals/actions-receive.ts'
import { noteAction } from '../../referrals/notes.ts'
import type { Case } from './stories-last.ts'

export async function tellMeetings(teller: Teller, owner: Client): Promise<void> {
  const maja = await colleague(teller, owner, 'Maja Opdigt')
  const it = await withChildren(teller, 1, 'En borger har et barn, der ikke tør gå hjem.')
  const called = await calledTogether(teller, owner, it, maja)
  await familyGoesOn(teller, called, maja)
  await seats(teller, owner, called)
  await askedTwice(teller)
  await mothersTalk(teller)
  await notes(teller, owner)
  await ofOtherHouses(teller)
}

async function colleague({ house }: Teller, owner: Client, name: string): Promise<Actor> {
  const { rows: [found] } = await owner.query<{ id: PersonId; partnership: number }>('select id, partnership from person where name = $1', [name])
  const actor = found && await staffActor(house, found.id, found.partnership)
  if (!actor) throw new Error(`nobody is called ${name}`)
  return actor
}

/** Somebody new, in these roles. */
async function hired(teller: Teller, owner: Client, name: string, roles: readonly Role[]): Promise<Actor> {
  const torben = await teller.as('torben.eksempel')
  await teller.act(0, '10:40', torben, newPerson, { name, place: '1-4', signIn: name.toLowerCase().replace(/\W+/g, '.') })
  const { rows: [found] } = await owner.query<{ id: string }>('select id from person where name = $1', [name])
  for (const role of roles) await teller.act(0, '10:40', torben, give, { role, person: found?.id, from: teller.today })
  return colleague(teller, owner, name)
}

async function handedOver(teller: Teller, role: HandedRole, giver: Actor, receiver: Actor): Promise<void> {
  const { id: handover } = await teller.act(0, '10:50', giver, offer, { role, giver: giver.id, receiver: receiver.id, leaves: 'no', 'form-version': 'handover-1', handoverTalk: 'held', handoverUrgent: 'Intet haster.' })
  await teller.act(0, '10:51', receiver, accept, { handover })
}

async function withChildren(teller: Teller, daysAgo: number, told: string): Promise<Case> {
  const mikkel = await teller.as('mikkel.opdigt')
  const { id, number, citizen } = await sent(teller, daysAgo, '08:10', 'jonas.eksempel', told, { children: 'yes' })
  await clarified(teller, id, daysAgo, '15:10', 'stalking_likely', 'Uønsket og gentaget, trods et klart nej.')
  const { id: referral } = await teller.act(daysAgo, '15:20', await teller.as('vibeke.eksempel'), sendAction, { case: id, til: mikkel.id, rolle: 'primaryCoordinator', purpose: 'Familien har brug for en fast person.' })
  await teller.act(daysAgo, '15:30', mikkel, acceptAction, { referral })
  return { id, number, citizen }
}

/** The coordinator asks. @returns the track */
async function asked(teller: Teller, daysAgo: number, { id }: Case, counsellor: Actor, due: number, other: 'father' | 'none'): Promise<string> {
  const mikkel = await teller.as('mikkel.opdigt')
  await teller.act(daysAgo, '10:42', mikkel, tellDutyAction, { case: id })
  await teller.act(daysAgo, '10:43', mikkel, askCounsellor, { case: id, counsellor: counsellor.id, purpose: 'Tal med barnet om nætterne.', other, due: addDays(teller.today, due) })
  const { tracks } = await teller.act(daysAgo, '10:44', mikkel, childrenPage, { case: id })
  return tracks.find(it => it.state === 'asked')?.id ?? ''
}

interface Called { readonly meeting: string; readonly of: Case; readonly pia: Actor; readonly copies: ReadonlyMap<string, string> }

/** A meeting about the plan, to which a coordinator who is new, a family counsellor and a leader are called. */
async function calledTogether(teller: Teller, owner: Client, of: Case, maja: Actor): Promise<Called> {
  const [mikkel, pia, otto] = [await teller.as('mikkel.opdigt'), await hired(teller, owner, 'Pia Opdigt', ['primaryCoordinator']), await colleague(teller, owner, 'Otto Opdigt')]
  const made = await teller.act(0, '10:45', mikkel, makeMeeting, { case: of.id, title: 'Ro om natten', day: addDays(teller.today, 6), clock: '13:00', people: [pia.id, maja.id, otto.id], 'topic-1': 'Hvem gør hvad', 'sharing-1': 'house' })
  await teller.act(0, '10:46', mikkel, sendMeeting, { ...made, what: 'invitation' })
  const { rows } = await owner.query<{ id: string; to: string }>('select id, to_person as "to" from meeting_copy where meeting = $1', [made.meeting])
  return { meeting: made.meeting, of, pia, copies: new Map(rows.map(it => [it.to, it.id])) }
}

/** Maja's family goes along to Nadia with her seat. Nadia turns out to be related to them: the leader says that Maja has it again. */
async function familyGoesOn(teller: Teller, { of, meeting, copies }: Called, maja: Actor): Promise<void> {
  const [nadia, karen, mikkel, vibeke] = [await teller.as('nadia.opdigt'), await teller.as('karen.proeve'), await teller.as('mikkel.opdigt'), await teller.as('vibeke.eksempel')]
  const track = await asked(teller, 0, of, maja, 5, 'none')
  await teller.act(0, '10:47', maja, acceptTrack, { track })
  await handedOver(teller, 'familyCounsellor', maja, nadia)
  await teller.act(0, '10:52', nadia, copyPage, { copy: copies.get(maja.id) })
  await teller.act(0, '10:52', mikkel, childrenPage, { case: of.id })
  for (const by of [mikkel, vibeke]) await teller.act(0, '10:52', by, meetingPage, { case: of.id, meeting })
  await teller.act(0, '10:53', nadia, declareAction, { number: of.number, kind: 'relative' })
  await teller.act(0, '10:54', karen, appointTrack, { track, to: maja.id })
}

/** The seat of the one coordinator is handed over three times: to one who is a first contact as well, to one who is nothing else, and to a key person who is a coordinator no longer. The leader comes instead of the other. */
async function seats(teller: Teller, owner: Client, { pia, copies }: Called): Promise<void> {
  const [karen, otto, torben] = [await teller.as('karen.proeve'), await colleague(teller, owner, 'Otto Opdigt'), await teller.as('torben.eksempel')]
  await handedOver(teller, 'leader', otto, karen)
  await teller.act(0, '10:52', karen, copyPage, { copy: copies.get(otto.id) })
  const copy = copies.get(pia.id)
  let giver = pia
  for (const [name, beside] of [['Rie Opdigt', ['firstContact']], ['Tea Opdigt', []], ['Gro Opdigt', ['keyPerson']]] as const) {
    const receiver = await hired(teller, owner, name, ['primaryCoordinator', ...beside])
    await handedOver(teller, 'primaryCoordinator', giver, receiver)
    await teller.act(0, '10:52', receiver, copyPage, { copy })
    giver = receiver
  }
  const { rows: [held] } = await owner.query<{ id: string }>(`select id from holding where role = 'primaryCoordinator' and person = $1`, [giver.id])
  await teller.act(0, '10:55', torben, endRole, { holding: String(held?.id), atOnce: 'yes' })
  await teller.act(0, '10:56', await colleague(teller, owner, giver.name), copyPage, { copy })
}

/** Nobody answered, the leader asked anew, and nobody answered again. */
async function askedTwice(teller: Teller): Promise<void> {
  const [nadia, karen] = [await teller.as('nadia.opdigt'), await teller.as('karen.proeve')]
  const track = await asked(teller, 20, await withChildren(teller, 21, 'En borger har et barn, der sover hos naboen.'), nadia, -19, 'none')
  for (const [from, to] of [[18, 11], [9, 2]] as const) {
    for (let daysAgo = from; daysAgo >= to; daysAgo--) {
      const now = instantOf(addDays(teller.today, -daysAgo), '12:00')
      await runRounds({ ...teller.house, clock: { ...teller.house.clock, now: () => now } }, [tracksRound], it => { throw new Error(`the round ${it.round} failed: ${it.kind}`) })
    }
    await teller.act(to - 1, '10:00', karen, appointLateTrack, { track, person: nadia.id })
  }
}

/** Asked, taken back and asked again; the counsellor rings the mother, for whom nothing is agreed, and she reads that and why. The counsellor reads that the other party was called. */
async function mothersTalk(teller: Teller): Promise<void> {
  const [nadia, mikkel] = [await teller.as('nadia.opdigt'), await teller.as('mikkel.opdigt')]
  const it = await withChildren(teller, 1, 'En mor har to børn, der bærer beskeder.')
  const citizen = await teller.moveIn(it.citizen, 'hvid sten 31')
  await teller.act(0, '10:45', mikkel, takeBackTrack, { case: it.id, track: await asked(teller, 0, it, nadia, 4, 'none') })
  const track = await asked(teller, 0, it, nadia, 4, 'father')
  await teller.act(0, '10:46', nadia, acceptTrack, { track })
  await teller.act(0, '10:47', nadia, keepRecord, { track, word: 'moren', record: 'nyt', seen: '0', rev: '0', 'form-version': 'talk-mother-1', onDay: teller.today, who: 'Moren og Nadia', said: 'Hun vil hente selv.', reachChannel: 'phone', reachWhy: 'Intet var aftalt, og skolen ventede på svar.' })
  await teller.act(0, '10:48', citizen, whoPage, {})
  await teller.act(0, '10:49', nadia, keepRecord, { track, word: 'aftale', record: 'nyt', seen: '0', rev: '0', 'form-version': 'contact-agreement-1', onDay: teller.today, untilDay: addDays(teller.today, 40), what: 'Børnene bliver hentet i skolen.' })
  for (const by of [mikkel, await teller.as('vibeke.eksempel')]) await teller.act(0, '10:49', by, childrenPage, { case: it.id })
  await teller.act(0, '10:50', mikkel, tellHerAction, { case: it.id, answer: 'told', toldOn: teller.today, safetyThrough: 'Hvem henter børnene.' })
  await teller.act(0, '10:50', mikkel, contactOtherAction, { case: it.id, way: 'call', when: 'done', on: teller.today, says: 'Opkald om, at børn ikke skal bære beskeder.' })
  await teller.act(0, '10:51', nadia, trackPage, { track })
}

/** What those who received something write down for themselves. */
async function notes(teller: Teller, owner: Client): Promise<void> {
  for (const [signIn, role] of [['dsc.raadgiver', 'dscAdviser'], ['nadia.opdigt', 'familyCounsellor']] as const) {
    const by = await teller.as(signIn)
    const { rows: [it] } = await owner.query<{ referral: string }>(`select referral from referral_now where to_role = $1 and receiver = $2 and state in ('accepted', 'answered') order by since desc limit 1`, [role, by.id])
    await teller.act(0, '10:30', by, noteAction, { ...it, note: 'Ring helst om formiddagen.' })
    await teller.act(0, '10:31', by, readAction, it)
  }
}

/** Somebody who stalks goes to the centre though the exposed person could not be told, and the police read why; a shelter rings the family counsellor. */
async function ofOtherHouses(teller: Teller): Promise<void> {
  const [peter, nadia, day] = [await teller.as('peter.opdigt'), await teller.as('nadia.opdigt'), addDays(teller.today, -1)]
  await teller.act(0, '10:32', peter, sendToCentreAction, { about: 'stalks', contact: 'Navn Opdigt, 00 44 55 88', purpose: 'Ring op.', account: '', ...signedOn(day, ['contact']), where: 'Hos os', first: 'waived', firstWhy: 'Den udsatte kan ikke nås på en sikker måde i dag.' })
  await teller.act(0, '10:33', peter, inboxAction, {})
  await teller.act(0, '10:34', nadia, takeInAction, {
    outside: 'shelter', name: 'Krisecenter Bølgen (opdigtet)', reach: '00 33 44 55', purpose: 'At nogen taler med børnene.', how: 'signed-paper', ground: 'Papiret ligger hos dem.', tells: 'state',
    'form-version': 'handoff-2', onBehalf: 'other', agreed: 'yes', mayName: 'no', callBack: 'throughMe', children: 'yes', told: 'Breve hver dag.',
  })
}
