// Told last of all: acts that somebody does once, in roles and at moments that come nowhere else in the town.
import type { Client } from 'pg'
import { caseAction, clarify, closeCase, closeDraft, closePage } from '../../cases/actions.ts'
import { notReached } from '../../cases/call-back.ts'
import { appointAction } from '../../cases/climb.ts'
import { accept as takeOver, handoverPage, offer, takeBack } from '../../cases/handover/actions.ts'
import { accessPage, askHers } from '../../cases/paperwork/access.ts'
import { confirmAction, declareAction, liftAction, minePage, shutOutAction } from '../../cases/shut/actions.ts'
import { distribution, openings, otherList, otherPage, sideSteps } from '../../cases/sides/actions.ts'
import { sideSteps as table } from '../../cases/sides/rules.ts'
import { keepPaperAction } from '../../cases/tools/actions.ts'
import { delay, endDelay } from '../../citizens/delay-actions.ts'
import type { Teller } from '../../cli/teller.ts'
import { signedOn } from '../../cli/town-signed.ts'
import { step } from '../../cli/town-sides.ts'
import { checklist, sent } from '../../cli/town-steps.ts'
import { threadPage } from '../../consents/sparring-actions.ts'
import { addMember, endGroup, endMember, newGroup } from '../../directory/actions-groups.ts'
import { give, newPerson, setPhone } from '../../directory/actions-roles.ts'
import { staffActor } from '../../directory/actors.ts'
import { whoPage } from '../../incidents/actions-show.ts'
import type { Actor, PersonId } from '../../kernel/actor.ts'
import { addDays } from '../../kernel/day.ts'
import { sendAction, takeBackAction } from '../../referrals/actions.ts'
import { sendHereAction } from '../../referrals/actions-back.ts'
import { appointAction as appointReceiver } from '../../referrals/climb.ts'
import { acceptAction, answerAction, declineAction, readAction } from '../../referrals/actions-receive.ts'
import { endSignedAction, signedPage } from '../../referrals/actions-signed.ts'
import { tellNewcomer } from '../../steering/actions.ts'
import { ask, sign } from '../../web/routes/consent-actions.ts'
import { askSparring, writeSparring } from '../../web/routes/sparring.ts'
import { clarifiedCase, coordinated } from './stories-last.ts'
import { fileQuestion, letter } from './stories-papers.ts'

export async function tellActs(teller: Teller, owner: Client): Promise<void> {
  await ofTheDirectory(teller, owner)
  await referredTwice(teller)
  await withTheCentre(teller)
  await lateWithLeader(teller, owner)
  await shutAndOpened(teller)
  await seenLater(teller, owner)
  await tookBackHisYes(teller)
  await asksAndAnswers(teller)
  await fromTheCentre(teller, owner)
  await calledInVain(teller)
  await givenByHr(teller, owner)
  await askedForHers(teller)
  await readByTheNext(teller)
  await atWork(teller)
}

/** The employee was told, and work environment talks with the manager. */
async function atWork(teller: Teller): Promise<void> {
  const [karen, anders] = [await teller.as('karen.proeve'), await teller.as('anders.proeve')]
  const { id } = await teller.act(0, '14:00', karen, openings[0].post, { 'form-version': 'employee-1', employeeName: 'Lis Opdigt Eksempel', agreedToRecord: 'yes', relation: 'manager', otherAtWork: 'no', told: 'En tidligere leder ringer om aftenen.', mayKnow: 'Leder og arbejdsmiljø' })
  await teller.act(0, '14:01', anders, step('employee', 'contact'), { case: id, seq: '1', first: 'told', firstOn: teller.today, way: 'talk', when: 'done', on: teller.today, told: 'Samtale om, at opkald skal høre op.' })
}

/** The visitator called otherwise than agreed, and it is among what she reads through when the citizen asks for everything. */
async function askedForHers(teller: Teller): Promise<void> {
  const vibeke = await teller.as('vibeke.eksempel')
  const { id, seq } = await sent(teller, 0, '13:45', 'jonas.eksempel', 'En borger vil se, hvad der er skrevet.')
  await teller.act(0, '15:49', vibeke, clarify, { ...checklist, case: id, seq: String(seq), finding: 'stalking_likely', reason: 'Uønsket og gentaget.', reachChannel: 'phone', reachWhy: 'Der er ikke aftalt andet, og døren var brudt op.' })
  const { request } = await teller.act(0, '15:50', vibeke, askHers.post, { case: id, askedBy: 'citizen', receivedOn: teller.today, about: 'Alt, der er skrevet.' })
  await teller.act(0, '15:51', vibeke, accessPage, { case: id, request })
}

/** Whoever is to take over reads what comes along, and it is taken back again. */
async function readByTheNext(teller: Teller): Promise<void> {
  const [inger, mikkel] = [await teller.as('inger.eksempel'), await teller.as('mikkel.opdigt')]
  const { id: handover } = await teller.act(0, '13:55', inger, offer, { role: 'primaryCoordinator', giver: inger.id, receiver: mikkel.id, leaves: 'no', 'form-version': 'handover-1', handoverTalk: 'held', handoverUrgent: 'Intet haster.' })
  await teller.act(0, '13:56', mikkel, handoverPage, { handover })
  await teller.act(0, '13:57', inger, takeBack, { handover })
}

/** A paper is put in and taken out again; then it is closed, called, and nobody takes the phone: the coordinator promises another day. */
async function calledInVain(teller: Teller): Promise<void> {
  const mikkel = await teller.as('mikkel.opdigt')
  const { id } = await coordinated(teller, 'En borger har fået ro.')
  const seq = async () => String((await teller.act(0, '13:29', mikkel, caseAction, { case: id })).now.seq)
  const { form } = await teller.act(0, '13:29', mikkel, closePage, { case: id })
  await teller.act(0, '13:29', mikkel, closeDraft.files, { case: id, rev: '0', closingText: 'Der er ro.', [fileQuestion(form)]: letter() })
  await teller.act(0, '13:29', mikkel, closeDraft.drop, { case: id })
  await teller.act(0, '13:30', mikkel, closeCase, {
    case: id, seq: await seq(), closingReason: 'adviceEnough', closingText: 'Der er ro.', safetyTalk: 'yes', safetyTalkOn: teller.today, callBackOn: addDays(teller.today, 20), callBackBy: mikkel.name, reachChannel: 'here',
  })
  await teller.act(0, '13:31', mikkel, notReached, { case: id, seq: await seq(), told: 'Telefonen var slukket.', callBackOn: addDays(teller.today, 25), reachChannel: 'phone', reachWhy: 'Der er ikke aftalt andet, og opkaldet var lovet.' })
}

/** The leaders are kept out, and HR gives the case to a colleague of hers. */
async function givenByHr(teller: Teller, owner: Client): Promise<void> {
  const helle = await teller.as('helle.eksempel')
  const { rows } = await owner.query<{ person: PersonId; role: string; name: string }>(`select h.person, h.role, p.name from holding h join person p on p.id = h.person where h.role in ('leader', 'hr') and h.to_day is null`)
  const { id } = await teller.act(0, '13:40', helle, openings[0].post, {
    'form-version': 'employee-1', employeeName: 'Kaj Opdigt', agreedToRecord: 'yes', relation: 'manager', otherAtWork: 'yes', told: 'En leder ringer om aftenen.', mayKnow: 'Kun HR', keptOut: rows.filter(it => it.role === 'leader').map(it => it.person),
  })
  await teller.act(0, '13:41', helle, step('employee', 'appoint'), { case: id, seq: '1', to: rows.find(it => it.name === 'Ida Opdigt')?.person })
}

/** Somebody leaves a group, which ends; a new colleague has the model explained, moves to another desk, and leaves a role by handing it over. */
async function ofTheDirectory(teller: Teller, owner: Client): Promise<void> {
  const [torben, karen, mikkel] = [await teller.as('torben.eksempel'), await teller.as('karen.proeve'), await teller.as('mikkel.opdigt')]
  const [signe, jonas] = [await teller.as('signe.eksempel'), await teller.as('jonas.eksempel')]
  for (const [by, name] of [[torben, 'Arbejdsgruppen om børn'], [karen, 'Arbejdsgruppen om unge']] as const) {
    const { id: group } = await teller.act(0, '11:00', by, newGroup, { kind: 'follow-up', name, mandate: 'Ser på, hvad der virker.', from: teller.today, to: '' })
    await teller.act(0, '11:01', by, addMember, { group, person: signe.id, from: teller.today })
    await teller.act(0, '11:02', by, endMember, { group, person: signe.id, from: teller.today })
    await teller.act(0, '11:02', by, endGroup, { group })
    await teller.act(0, '11:03', by, setPhone, { person: jonas.id, place: '1-1', phone: by === torben ? '00 10 11 41' : '00 10 11 01' })
  }
  await teller.act(0, '11:05', torben, newPerson, { name: 'Tage Opdigt', place: '1-4', signIn: 'tage.opdigt' })
  const { rows: [added] } = await owner.query<{ id: PersonId }>(`select id from person where name = 'Tage Opdigt'`)
  await teller.act(0, '11:06', torben, give, { role: 'primaryCoordinator', person: added?.id, from: teller.today })
  await teller.act(0, '11:06', torben, tellNewcomer, { person: added?.id })
  const tage = added && await staffActor(teller.house, added.id, torben.partnership)
  if (!tage) throw new Error('nobody was added')
  const { id: handover } = await teller.act(0, '11:07', tage, offer, { role: 'primaryCoordinator', giver: tage.id, receiver: mikkel.id, leaves: 'yes', lastDay: teller.today, 'form-version': 'handover-1', handoverTalk: 'held', handoverUrgent: 'Intet haster.' })
  await teller.act(0, '11:08', mikkel, takeOver, { handover })
}

/** The coordinator asks the family counsellor, who says no, and asks again another day: only then does the case wait for an answer. Another asking is taken back. */
async function referredTwice(teller: Teller): Promise<void> {
  const [mikkel, nadia] = [await teller.as('mikkel.opdigt'), await teller.as('nadia.opdigt')]
  const it = await coordinated(teller, 'En borger vil have nogen at tale med om børnene.')
  const asked = { case: it.id, til: nadia.id, rolle: 'familyCounsellor', purpose: 'Tal med familien.' }
  const { id: referral } = await teller.act(0, '11:10', mikkel, sendAction, asked)
  await teller.act(0, '11:11', nadia, declineAction, { referral, reason: 'Jeg er på ferie til mandag.' })
  await teller.act(0, '11:12', mikkel, sendAction, asked)
  const other = await coordinated(teller, 'En borger vil tænke over det til i morgen.')
  const { id: early } = await teller.act(0, '11:13', mikkel, sendAction, { ...asked, case: other.id })
  await teller.act(0, '11:14', mikkel, takeBackAction, { referral: early, reason: 'Borgeren vil tænke over det.' })
}

/** The visitator asks the centre on the citizen's yes; they take it on and answer, and the case hears of it. A sheet says that she is under 18. */
async function withTheCentre(teller: Teller): Promise<void> {
  const [vibeke, adviser] = [await teller.as('vibeke.eksempel'), await teller.as('dsc.raadgiver')]
  const it = await clarifiedCase(teller, 'En borger på 17 år vil gerne tale med nogen, der kender det.')
  const citizen = await teller.moveIn(it.citizen, 'stille eng 16')
  await teller.act(0, '11:20', vibeke, keepPaperAction, { case: it.id, word: 'under-18', paper: 'ark', seen: '0', under18: 'yes', mayConsent: 'self', askedWho: 'Kommunens jurist', holderIs: 'no' })
  const { id: consent } = await teller.act(0, '11:21', vibeke, ask, { citizen: it.citizen, to: 'dscAdviser' })
  await teller.act(0, '11:22', citizen, sign, { consent, topics: ['contact', 'account'], from: teller.today, until: addDays(teller.today, 100) })
  const { id: referral } = await teller.act(0, '11:23', vibeke, sendAction, { case: it.id, til: adviser.id, rolle: 'dscAdviser', purpose: 'Ring til borgeren.', account: 'Beskeder hver nat.', tells: 'asked' })
  await teller.act(0, '11:24', adviser, acceptAction, { referral })
  await teller.act(0, '11:25', adviser, answerAction, { referral, answer: 'Vi taler sammen på torsdag.' })
}

/** Nobody has acted, and it lies before the leader. */
async function lateWithLeader(teller: Teller, owner: Client): Promise<void> {
  const [karen, vibeke, mikkel] = [await teller.as('karen.proeve'), await teller.as('vibeke.eksempel'), await teller.as('mikkel.opdigt')]
  const { rows: [late] } = await owner.query<{ id: string; status: string }>(`select case_id as id, status from case_now n where kind = 'citizen' and late_step = 'to-leader'
    and not exists (select from case_shut s where s.citizen = n.citizen and s.lifted_at is null) order by number limit 1`)
  if (!late) throw new Error('nothing lies before the leader')
  await teller.act(0, '11:30', karen, appointAction, { case: late.id, person: late.status === 'coordinated' ? mikkel.id : vibeke.id })
  const { rows: [unanswered] } = await owner.query<{ referral: string }>(`select referral from referral_now where to_role = 'primaryCoordinator' and late_step = 'to-leader' order by number limit 1`)
  await teller.act(0, '11:31', karen, appointReceiver, { ...unanswered, person: mikkel.id })
}

/** A colleague says it of herself; the visitator shuts the leader out, which the data protection officer looks at. All are let in again, and the leader reads what she has decided of names that cross. */
async function shutAndOpened(teller: Teller): Promise<void> {
  const [vibeke, karen, rasmus, amina] = [await teller.as('vibeke.eksempel'), await teller.as('karen.proeve'), await teller.as('rasmus.opdigt'), await teller.as('amina.opdigt')]
  const it = await clarifiedCase(teller, 'En borger får gaver på trappen.')
  const { id: said } = await teller.act(0, '11:40', amina, declareAction, { number: it.number, kind: 'relative' })
  await teller.act(0, '11:40', amina, minePage, {})
  const { id: decided } = await teller.act(0, '11:41', vibeke, shutOutAction, { number: it.number, person: karen.id, reason: 'Nabo til den anden part.' })
  const other = await clarifiedCase(teller, 'En borger bliver fulgt hjem.')
  const { id: elsewhere } = await teller.act(0, '11:42', amina, declareAction, { number: other.number, kind: 'relative' })
  for (const [by, shut] of [[rasmus, decided], [karen, elsewhere]] as const) {
    await teller.act(0, '11:43', by, confirmAction, { shut })
    await teller.act(0, '11:44', by, liftAction, { shut, lift: 'Det var en anden med samme navn.' })
  }
  await teller.act(0, '11:45', karen, liftAction, { shut: said, lift: 'De er ikke i familie mere.' })
  await teller.act(0, '11:46', karen, distribution, {})
}

/** The police have asked that she sees later what they have read. */
async function seenLater(teller: Teller, owner: Client): Promise<void> {
  const [vibeke, peter] = [await teller.as('vibeke.eksempel'), await teller.as('peter.opdigt')]
  const it = await clarifiedCase(teller, 'En borger er bange for, at han hører, at politiet er med.')
  const citizen = await teller.moveIn(it.citizen, 'stille sø 17')
  const { id: consent } = await teller.act(0, '11:50', vibeke, ask, { citizen: it.citizen, to: 'policeContact' })
  await teller.act(0, '11:51', citizen, sign, { consent, topics: ['contact', 'account'], from: teller.today, until: addDays(teller.today, 100) })
  const { id: referral } = await teller.act(0, '11:52', vibeke, sendAction, { case: it.id, til: peter.id, rolle: 'policeContact', purpose: 'Vurder et tilhold.', account: 'Breve hver dag.', tells: 'asked' })
  const later = { citizen: it.citizen, askedBy: 'Peter Opdigt', ground: 'investigation', reason: 'Han læser med på hendes telefon.', days: '5' }
  await teller.act(0, '11:53', vibeke, delay, later)
  await teller.act(0, '11:54', peter, readAction, { referral })
  await teller.act(0, '11:55', citizen, whoPage, {})
  await teller.act(0, '11:56', vibeke, delay, { ...later, days: '9' })
  const { rows } = await owner.query<{ delay: string }>('select id as delay from look_delay where citizen = $1', [it.citizen])
  for (const one of rows) await teller.act(0, '11:57', vibeke, endDelay, { citizen: it.citizen, ...one })
  await teller.act(0, '11:58', citizen, whoPage, {})
}

/** A person who stalks takes his paper back; every page of the talks is opened on the way, by the police and by the family counsellor. */
async function tookBackHisYes(teller: Teller): Promise<void> {
  const [, otherParty] = openings
  const day = (daysAgo: number) => addDays(teller.today, -daysAgo)
  for (const [signIn, personName] of [['peter.opdigt', 'Aksel Opdigt'], ['nadia.opdigt', 'Vagn Opdigt']] as const) {
    const by: Actor = await teller.as(signIn)
    const { id } = await teller.act(2, '13:00', by, otherParty.post, { 'form-version': 'other-party-1', personName, reach: '00 55 55 79', met: 'called', exposedName: `${personName} Eksempel`, checkGround: 'impartial' })
    const seq = async () => String((await teller.act(0, '12:00', by, otherPage, { case: id })).now.seq)
    await teller.act(0, '12:00', by, otherList, {})
    const pages = async (status: 'open' | 'closed') => {
      for (const it of sideSteps) if (it.kind === 'otherParty' && table.otherParty[status][it.what]) await teller.act(0, '12:01', by, it.page, { case: id })
    }
    const offered = { first: 'nobody', firstWhy: 'Ingen er nævnt ved navn.', toldOn: day(1), answer: 'consents', signedOn: day(1), covers: ['name', 'phone'], until: addDays(teller.today, 180), keptWhere: 'Skab 2' }
    await teller.act(1, '13:20', by, step('otherParty', 'offer'), { case: id, seq: await seq(), ...offered })
    await pages('open')
    await teller.act(0, '12:02', by, step('otherParty', 'withdraw'), { case: id, seq: await seq(), told: 'Han vil ikke alligevel.' })
    await teller.act(0, '12:03', by, otherPage, { case: id })
    await teller.act(0, '12:04', by, step('otherParty', 'close'), { case: id, seq: await seq(), reason: 'Han vil ikke mere.', callBackOn: addDays(teller.today, 12) })
    await pages('closed')
  }
}

/** Whoever was asked reads the thread and answers. */
async function asksAndAnswers(teller: Teller): Promise<void> {
  const [vibeke, adviser, peter, amina] = [await teller.as('vibeke.eksempel'), await teller.as('dsc.raadgiver'), await teller.as('peter.opdigt'), await teller.as('amina.opdigt')]
  for (const [by, to, receiver] of [[vibeke, 'dscAdviser', adviser], [adviser, 'policeContact', peter], [amina, 'visitator', vibeke], [peter, 'dscAdviser', adviser]] as const) {
    const { id: thread } = await teller.act(0, '12:10', by, askSparring, { to, kind: 'evidence', text: 'Hvor længe ligger beskeder på en telefon?' })
    await teller.act(0, '12:11', receiver, threadPage, { thread })
    await teller.act(0, '12:12', receiver, writeSparring, { thread, text: 'Så længe de ikke slettes.' })
    await teller.act(0, '12:13', by, threadPage, { thread })
    await teller.act(0, '12:14', by, writeSparring, { thread, text: 'Tak. Og hvis den er væk?' })
  }
}

/** The centre and the police send somebody here; the visitator answers; then the paper is taken back. */
async function fromTheCentre(teller: Teller, owner: Client): Promise<void> {
  const vibeke = await teller.as('vibeke.eksempel')
  const handoff = { 'form-version': 'handoff-2', onBehalf: 'self', agreed: 'yes', mayName: 'no', callBack: 'throughMe', children: 'no', told: 'Breve hver dag.', purpose: 'Borgeren har brug for en fast person.', how: 'signed-paper', ...signedOn(addDays(teller.today, -1)), where: 'Hos os.' }
  for (const signIn of ['dsc.raadgiver', 'peter.opdigt']) {
    const by = await teller.as(signIn)
    const { id } = await teller.act(0, '12:20', by, sendHereAction, handoff)
    const { rows: [it] } = await owner.query<{ referral: string }>('select id as referral from referral where case_id = $1', [id])
    await teller.act(0, '12:21', vibeke, acceptAction, it)
    await teller.act(0, '12:22', vibeke, answerAction, { ...it, answer: 'Vi har talt med borgeren.' })
    await teller.act(0, '12:23', by, signedPage, it)
    await teller.act(0, '12:24', by, endSignedAction, it)
  }
}
