// Everything that waits for somebody climbs by the same ladder: danger now in minutes, the rest in working days. Only the clock is moved.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { closeCase, textMoves } from '../../cases/actions.ts'
import { notReached } from '../../cases/call-back.ts'
import { askCounsellor, tellDutyAction } from '../../cases/children/actions.ts'
import { enquire } from '../../cases/enquire.ts'
import { copyPage, makeMeeting, sendMeeting } from '../../cases/meetings/actions.ts'
import { marks } from '../../cases/paperwork/actions.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { addDays, dayOf } from '../../kernel/day.ts'
import { perform } from '../../platform/action.ts'
import { type Failed, runRounds } from '../../platform/jobs.ts'
import { sendAction, takeBackAction } from '../../referrals/actions.ts'
import { answerForAction, sendOutAction } from '../../referrals/actions-out.ts'
import { acceptAction, answerAction } from '../../referrals/actions-receive.ts'
import { sendHereAction } from '../../referrals/actions-back.ts'
import { vacancies } from '../../steering/rules.ts'
import * as store from '../../steering/store.ts'
import { rounds } from '../rounds.ts'
import { asRole, openedCase, staffVisit } from './testing-case.ts'
import { visit } from '../door/testing-visit.ts'
import { signedOn } from './testing-signed.ts'
import { openWeb } from '../web.ts'

let town: TestHouse
let app: Hono
before(async () => {
  town = await testHouse()
  app = openWeb(town.house)
})
after(() => town.close())

const goRounds = async (): Promise<void> => {
  const failed: Failed[] = []
  await runRounds(town.house, rounds, it => { failed.push(it) })
  assert.deepEqual(failed, [])
}
const minute = 60_000
async function minutesOn(minutes: number): Promise<void> {
  town.moveClock(minutes * minute)
  await goRounds()
}
interface Row { readonly next: string; readonly holder: string; readonly due: Date; readonly late_step: string | null; readonly number: string; readonly seq: number }
const caseNow = async (id: string): Promise<Row> => {
  const found = (await town.owner.query<Row>('select next, holder, due, late_step, number, seq from case_now where case_id = $1', [id])).rows[0]
  assert.ok(found)
  return found
}
const home = async (who: string) => (await (await staffVisit(town, app, who)).get('/model')).html
const late = async (who: string) => (await (await staffVisit(town, app, who)).get('/frister')).html

test('danger now: the leader is told at the first step, another visitator has it within the half hour, and it stays there until somebody has called', async () => {
  const [vibeke, daniel] = [await town.as('vibeke.eksempel'), await town.as('daniel.proeve')]
  const { result: { id } } = await perform(town.house, await town.as('jonas.eksempel'), enquire, { acute: 'yes', told: 'Han står uden for døren.' })
  const first = await caseNow(id)
  await minutesOn(1)
  assert.equal((await caseNow(id)).late_step, 'remind')
  for (const who of ['karen.proeve', 'torben.eksempel']) {
    for (const html of [await home(who), await late(who)]) {
      assert.match(html, new RegExp(`Fare nu i sag ${first.number}: ingen har ringet endnu`), who)
      assert.match(html, /Vibeke Eksempel har sagen/)
      assert.doesNotMatch(html, /uden for døren/)
    }
  }
  await minutesOn(16)
  assert.deepEqual([(await caseNow(id)).late_step, (await caseNow(id)).holder], ['pass-on', daniel.id])
  await minutesOn(16)
  const before = await caseNow(id)
  assert.deepEqual([before.late_step, before.due, before.next], ['to-leader', first.due, 'call'], 'what it has waited since is kept')
  assert.doesNotMatch((await (await staffVisit(town, app, 'vibeke.eksempel')).get(`/sager/${id}`)).html, /om \d+ dage/)
  const karen = await staffVisit(town, app, 'karen.proeve')
  assert.match((await karen.get('/frister')).html, /Udpeg Vibeke Eksempel/)
  await karen.post(`/frister/sag/${id}`, { once: randomUUID(), person: daniel.id })
  const appointed = await caseNow(id)
  assert.deepEqual([appointed.holder, appointed.late_step, appointed.due], [daniel.id, null, first.due], 'whoever was appointed begins anew, and it still rings')
  assert.match(await home('karen.proeve'), new RegExp(`Fare nu i sag ${first.number}`))
  await minutesOn(1)
  assert.equal((await caseNow(id)).late_step, 'remind')
  await (await staffVisit(town, app, 'vibeke.eksempel')).post(`/sager/${id}/opkald`, { once: randomUUID(), seq: String((await caseNow(id)).seq), told: 'Ringet. Politiet er hos hende.' })
  const called = await caseNow(id)
  assert.deepEqual([called.next, called.late_step, called.holder], ['clarify', null, vibeke.id])
  for (const who of ['karen.proeve', 'torben.eksempel']) assert.doesNotMatch(await home(who), /Fare nu/)
})

test('a reminder that comes while somebody writes changes nothing of what she has on the screen; that somebody else has the case now does', async () => {
  const { result: { id } } = await perform(town.house, await town.as('jonas.eksempel'), enquire, { acute: 'yes', told: 'Han ringer på.' })
  const visitator = await staffVisit(town, app, 'vibeke.eksempel')
  const { seq } = await caseNow(id)
  const note = (told: string, seen: number) => visitator.post(`/sager/${id}/notat`, { once: randomUUID(), seq: String(seen), told })
  assert.equal((await note('Den første note.', seq)).status, 200)
  await minutesOn(1)
  assert.deepEqual([(await caseNow(id)).late_step, (await caseNow(id)).seq], ['remind', seq + 2])
  const before = await note('Skrevet på en side fra før den første note.', seq)
  assert.equal(before.status, 409)
  assert.match(before.html, /Skrevet på en side fra før den første note/)
  assert.equal((await note('Skrevet, mens påmindelsen kom.', seq + 1)).status, 200)
  await minutesOn(16)
  assert.equal((await caseNow(id)).late_step, 'pass-on')
  assert.equal((await note('Skrevet, mens sagen gik videre.', seq + 3)).status, 409)
})

const closing = (seq: number) => ({
  once: randomUUID(), seq: String(seq), 'form-version': 'closing-1', closingReason: 'adviceEnough', closingText: 'Rådgivning var nok.', safetyTalk: 'no', safetyInstead: 'Hun ønskede det ikke.',
  callBackOn: '1.2.2027', callBackBy: 'Vibeke', reachChannel: 'here',
})

test('a case is not closed while somebody who was asked has not answered; taken back it can be, and an answer that comes later still reaches the visitator', async () => {
  const it = await openedCase(town)
  const [vibeke, inger, nadia] = [await town.as('vibeke.eksempel'), await town.as('inger.eksempel'), await town.as('nadia.opdigt')]
  const { result: asked } = await perform(town.house, vibeke, sendAction, { case: it.id, til: inger.id, rolle: 'primaryCoordinator', purpose: 'Vær koordinator.' })
  const visitator = await staffVisit(town, app, 'vibeke.eksempel')
  assert.match((await visitator.get(`/sager/${it.id}/luk`)).html, /Venter på svar fra Inger Eksempel/)
  const refused = await visitator.post(`/sager/${it.id}/luk`, closing((await caseNow(it.id)).seq))
  assert.equal(refused.status, 409)
  assert.match(refused.html, /tag spørgsmålet tilbage, før du lukker sagen/)
  assert.match(refused.html, /Rådgivning var nok\./, 'what was written stays')
  await perform(town.house, vibeke, takeBackAction, { referral: asked.id, reason: 'Hun vil ikke.' })

  const { result: second } = await perform(town.house, vibeke, sendAction, { case: it.id, til: nadia.id, rolle: 'familyCounsellor', purpose: 'Tal med børnene.' })
  await perform(town.house, nadia, acceptAction, { referral: second.id })
  const closed = await visitator.post(`/sager/${it.id}/luk`, closing((await caseNow(it.id)).seq))
  assert.equal(closed.status, 200, closed.html.slice(0, 400))
  assert.equal((await caseNow(it.id)).next, 'call-back')
  await perform(town.house, nadia, answerAction, { referral: second.id, answer: 'Nej, hun er i fare.' })
  assert.match(await home('vibeke.eksempel'), /Nadia Opdigt har svaret i en sag, der er lukket/)
  assert.match((await visitator.get('/indbakke')).html, /Nej, hun er i fare\./)
})

test('behind the page, too: two who close and ask at once, and only one of them does', async () => {
  const it = await openedCase(town, 'stalking_possible_keep_log')
  const [vibeke, daniel, nadia] = [await town.as('vibeke.eksempel'), await town.as('daniel.proeve'), await town.as('nadia.opdigt')]
  const { once: _, ...form } = closing((await caseNow(it.id)).seq)
  const ended = await Promise.allSettled([
    perform(town.house, daniel, closeCase, { case: it.id, ...form }), perform(town.house, vibeke, sendAction, { case: it.id, til: nadia.id, rolle: 'familyCounsellor', purpose: 'Tal med børnene.' }),
  ])
  assert.equal(ended.filter(one => one.status === 'fulfilled').length, 1)
})

test('a unit that asked to be called: somebody is named who is to call and by when, it climbs like a case, and the leader says who calls', async () => {
  const units = { danger: '1', later: '2' }
  for (const [urgent, unit] of [['yes', units.danger], ['no', units.later]] as const)
    assert.equal((await visit(app).post('/kontakt', { once: randomUUID(), unit, urgent })).status, 200)
  const rows = async () => (await town.owner.query<{ id: string; urgent: boolean; due: Date; holder: string; late_step: string | null }>('select id, urgent, due, holder, late_step from open_contact where taken_at is null order by urgent desc')).rows
  const [vibeke, daniel] = [await town.as('vibeke.eksempel'), await town.as('daniel.proeve')]
  const [danger, later] = await rows()
  assert.deepEqual([danger?.holder, later?.holder], [vibeke.id, vibeke.id])
  assert.ok(later && later.due > town.house.clock.now(), 'the other one has the day')
  assert.match(await home('daniel.proeve'), /Vibeke Eksempel skal ringe/)
  await minutesOn(1)
  for (const html of [await home('karen.proeve'), await late('torben.eksempel')]) assert.match(html, /Det haster: Jobcenter venter på opkald[\s\S]*Vibeke Eksempel skal ringe/)
  await minutesOn(16)
  assert.deepEqual((await rows()).map(it => [it.holder, it.late_step]), [[daniel.id, 'pass-on'], [vibeke.id, null]])
  await minutesOn(16)
  await minutesOn(24 * 60)
  await minutesOn(48 * 60)
  await minutesOn(72 * 60)
  await minutesOn(48 * 60)
  assert.deepEqual((await rows()).map(it => it.late_step), ['to-leader', 'to-leader'])
  const karen = await staffVisit(town, app, 'karen.proeve')
  assert.equal((await (await staffVisit(town, app, 'torben.eksempel')).post(`/frister/opkald/${danger?.id}`, { once: randomUUID(), person: vibeke.id })).status, 404)
  const done = await karen.post(`/frister/opkald/${danger?.id}`, { once: randomUUID(), person: vibeke.id })
  assert.equal(done.path, '/frister')
  const [now] = await rows()
  assert.deepEqual([now?.holder, now?.late_step, now?.due], [vibeke.id, null, danger?.due])
  const visitator = await staffVisit(town, app, 'vibeke.eksempel')
  for (const it of await rows()) await visitator.post(`/indbakke/${it.id}/tag`, { once: randomUUID() })
  assert.doesNotMatch(await late('karen.proeve'), /Opkald til|venter på opkald/)
})

test('somebody outside the system does not answer: whoever has the case is told on the home page and in the inbox, then the leader; the answer ends it', async () => {
  const it = await openedCase(town)
  const [vibeke, inger] = [await town.as('vibeke.eksempel'), await town.as('inger.eksempel')]
  const { result: offered } = await perform(town.house, vibeke, sendAction, { case: it.id, til: inger.id, rolle: 'primaryCoordinator', purpose: 'Vær koordinator.' })
  await perform(town.house, inger, acceptAction, { referral: offered.id })
  const { result: out } = await perform(town.house, inger, sendOutAction, { case: it.id, outside: 'shelter', name: 'Krisecenter Opdigt', how: 'signed-paper', ...signedOn('2026-11-03'), ground: 'Papir af i dag, i mappen.', purpose: 'Et sted at bo.' })
  assert.equal((await caseNow(it.id)).next, 'meet', 'the case goes on with its own day')
  for (let day = 0; day < 3; day++) await minutesOn(24 * 60)
  for (const html of [await home('inger.eksempel'), (await (await staffVisit(town, app, 'inger.eksempel')).get('/indbakke')).html]) assert.match(html, /Intet svar fra Krisecenter/)
  for (let day = 0; day < 4; day++) await minutesOn(24 * 60)
  for (const who of ['karen.proeve', 'torben.eksempel']) assert.match(await late(who), new RegExp(`Henvisning i sag ${it.number}[\\s\\S]*Inger Eksempel`), who)
  assert.doesNotMatch(await late('torben.eksempel'), /Krisecenter|Et sted at bo/)
  await perform(town.house, inger, answerForAction, { referral: out.id, outcome: 'answer', channel: 'phone', answer: 'Der er plads på mandag.', on: town.house.clock.now().toISOString().slice(0, 10).split('-').reverse().join('.') })
  assert.doesNotMatch(await home('inger.eksempel'), /Intet svar fra/)
  assert.doesNotMatch(await late('karen.proeve'), new RegExp(`Henvisning i sag ${it.number}`))
})

test('a family counsellor who was asked and does not answer is reminded, and then the leader says who is asked instead', async () => {
  const it = await openedCase(town)
  const [vibeke, nadia, mikkel] = [await town.as('vibeke.eksempel'), await town.as('nadia.opdigt'), await town.as('mikkel.opdigt')]
  await perform(town.house, vibeke, tellDutyAction, { case: it.id })
  await perform(town.house, vibeke, askCounsellor, { case: it.id, counsellor: nadia.id, purpose: 'Hvordan har børnene det?', due: addDays(dayOf(town.house.clock.now()), 7), other: 'none' })
  const steps = async () => (await town.owner.query<{ step: string }>('select l.step from family_late l join family_track t on t.id = l.track where t.case_id = $1 order by l.seq', [it.id])).rows.map(row => row.step)
  for (let day = 0; day < 7; day++) await minutesOn(24 * 60)
  assert.deepEqual(await steps(), [], 'the day is hers to the end')
  await minutesOn(24 * 60)
  assert.deepEqual(await steps(), ['remind'])
  assert.match(await home('nadia.opdigt'), /fristen/)
  assert.match(await late('torben.eksempel'), new RegExp(`Familierådgiver i sag ${it.number}[\\s\\S]*Nadia Opdigt`))
  for (let day = 0; day < 4; day++) await minutesOn(24 * 60)
  assert.deepEqual(await steps(), ['remind', 'to-leader'])
  await town.owner.query(`insert into holding (partnership, role, person, from_day) values (1, 'familyCounsellor', $1, '2026-01-01')`, [mikkel.id])
  const karen = await staffVisit(town, app, 'karen.proeve')
  const page = await karen.get('/frister')
  assert.match(page.html, /Udpeg Mikkel Opdigt/)
  assert.doesNotMatch(page.html, /børnene/)
  const [track = ''] = /(?<=\/frister\/familie\/)[0-9a-f-]{36}/.exec(page.html) ?? []
  assert.equal((await karen.post(`/frister/familie/${track}`, { once: randomUUID(), person: mikkel.id })).path, '/frister')
  assert.doesNotMatch((await karen.get('/frister')).html, /Familierådgiver i sag/)
  await minutesOn(60)
  assert.deepEqual(await steps(), ['remind', 'to-leader'], 'who got it has a day of her own')
  assert.equal((await (await staffVisit(town, app, 'mikkel.opdigt')).get(`/familie/${track}`)).status, 200)
})

test('closed, and she was not reached: what was tried is kept, the promise has a new day, and a note can be written', async () => {
  const it = await openedCase(town)
  const visitator = await staffVisit(town, app, 'vibeke.eksempel')
  const inDays = (days: number) => addDays(dayOf(town.house.clock.now()), days)
  await visitator.post(`/sager/${it.id}/luk`, { ...closing((await caseNow(it.id)).seq), callBackOn: inDays(14) })
  const page = await visitator.get(`/sager/${it.id}/opkald`)
  assert.match(page.html, new RegExp(`/sager/${it.id}/opkald/igen`))
  const seq = async () => String((await caseNow(it.id)).seq)
  const past = await visitator.post(`/sager/${it.id}/opkald/igen`, { once: randomUUID(), seq: await seq(), told: 'To gange, intet svar.', callBackOn: inDays(0), reachChannel: 'here' })
  assert.equal(past.status, 422)
  assert.match(past.html, /To gange, intet svar\./)
  assert.equal((await visitator.post(`/sager/${it.id}/opkald/igen`, { once: randomUUID(), seq: await seq(), told: 'To gange, intet svar.', callBackOn: inDays(3), reachChannel: 'here' })).status, 200)
  const again = await caseNow(it.id)
  assert.deepEqual([again.next, dayOf(again.due), again.late_step], ['call-back', inDays(3), null])
  const noted = await visitator.post(`/sager/${it.id}/notat`, { once: randomUUID(), seq: await seq(), told: 'Nyt nummer på vej.' })
  assert.match(noted.html, /Nyt nummer på vej\./)
  assert.equal((await caseNow(it.id)).next, 'call-back')
  for (let day = 0; day < 10; day++) await minutesOn(24 * 60)
  assert.equal((await caseNow(it.id)).late_step, 'to-leader', 'the promise climbs like the rest')
  await (await staffVisit(town, app, 'vibeke.eksempel')).post(`/sager/${it.id}/opkald`, { once: randomUUID(), seq: await seq(), told: 'Hun har det godt.', reachChannel: 'here' })
  assert.deepEqual([(await caseNow(it.id)).next, (await caseNow(it.id)).late_step], ['none', null])
  await assert.rejects(perform(town.house, await town.as('vibeke.eksempel'), notReached, { case: it.id, seq: await seq(), told: 'x', callBackOn: inDays(3), reachChannel: 'here' }), { code: 'cases.cannot-not-reached' })
})

test('minutes that were sent from a case are locked with it', async () => {
  const it = await openedCase(town)
  const [vibeke, jonas] = [await town.as('vibeke.eksempel'), await town.as('jonas.eksempel')]
  const day = addDays(dayOf(town.house.clock.now()), 3)
  const { result: { meeting } } = await perform(town.house, vibeke, makeMeeting, { case: it.id, title: 'Tryg på vej hjem', day, clock: '10:00', place: 'Rådhuset', people: [vibeke.id, jonas.id], 'topic-1': 'Det, der er sket', 'sharing-1': 'house' })
  await perform(town.house, vibeke, sendMeeting, { case: it.id, meeting, what: 'invitation', reachChannel: 'here' })
  const copy = (await town.owner.query<{ id: string }>('select id from meeting_copy where meeting = $1 and to_person = $2', [meeting, jonas.id])).rows[0]?.id ?? ''
  assert.ok((await perform(town.house, jonas, copyPage, { copy })).result)
  const { once: _, ...form } = closing((await caseNow(it.id)).seq)
  await perform(town.house, vibeke, closeCase, { case: it.id, ...form })
  const [call, lock] = [textMoves.find(one => one.what === 'call'), marks.find(one => one.post.path?.endsWith('/laas'))]
  assert.ok(call && lock)
  await perform(town.house, vibeke, call.post, { case: it.id, seq: String((await caseNow(it.id)).seq), told: 'Alt er roligt.', reachChannel: 'here' })
  await perform(town.house, vibeke, lock.post, { case: it.id, reason: 'Sagen hviler.' })
  await assert.rejects(perform(town.house, jonas, copyPage, { copy }), /missing/)
  assert.doesNotMatch((await (await staffVisit(town, app, 'jonas.eksempel')).get('/opgaver')).html, new RegExp(copy))
})

test('a decision stands on the home page of whoever is to carry it out, also of one who does not steer, until it is done', async () => {
  const vibeke = await town.as('vibeke.eksempel')
  const [meeting, decision] = [randomUUID(), randomUUID()]
  const torben = await town.as('torben.eksempel')
  await town.owner.query(`insert into steering_meeting (id, partnership, body, on_day, agenda, own_points, by, at) values ($1, 1, 'followUp', '2026-11-02', '[]', '', $2, now())`, [meeting, torben.id])
  await town.owner.query(`insert into steering_decision (id, partnership, meeting, decided, owner, due, by, at) values ($1, 1, $2, 'Skriv nye ord til folderen.', $3, '2026-12-01', $4, now())`, [decision, meeting, vibeke.id, torben.id])
  assert.match(await home('vibeke.eksempel'), /Du skal føre en beslutning ud i livet[\s\S]*Skriv nye ord til folderen\./)
  assert.doesNotMatch(await home('daniel.proeve'), /Skriv nye ord/)
  await town.owner.query('update steering_decision set done_at = now() where id = $1', [decision])
  assert.doesNotMatch(await home('vibeke.eksempel'), /Skriv nye ord/)
})

test('who only stands in fills no seat: an agenda says that the role is vacant, as the home page does', async () => {
  const [torben, jonas] = [await town.as('torben.eksempel'), await town.as('jonas.eksempel')]
  await town.owner.query(`update holding set to_day = '2026-11-02' where role = 'primaryCoordinator'`)
  await town.owner.query(`insert into holding (partnership, role, person, from_day, stands_in) values (1, 'primaryCoordinator', $1, '2026-01-01', true)`, [jonas.id])
  const seats = await asRole(town, torben, 'tovholder', db => store.seats(db, 1, dayOf(town.house.clock.now())))
  assert.ok(vacancies(seats, dayOf(town.house.clock.now())).some(it => it.role === 'primaryCoordinator'))
})

test('no visitator: what the police send waits with the leader, as a hand-off does, and goes to whoever gets the role', async () => {
  const [peter, karen] = [await town.as('peter.opdigt'), await town.as('karen.proeve')]
  await town.owner.query(`update holding set to_day = '2026-11-02' where role = 'visitator' and to_day is null`)
  const police = await staffVisit(town, app, 'peter.opdigt')
  assert.match((await police.get('/henvis-hertil')).html, /Ingen har rollen som visitator i dag\. Karen Prøve er leder/)
  const { result: { id } } = await perform(town.house, peter, sendHereAction, {
    'form-version': 'handoff-2', onBehalf: 'self', agreed: 'yes', mayName: 'yes', citizenName: 'Pia Prøve', callBack: 'phone', callBackHow: '00 11 22 33', children: 'no', told: 'Breve hver dag.',
    purpose: 'Tag imod hende.', how: 'signed-paper', ...signedOn(dayOf(town.house.clock.now())), where: 'Journal 1.',
  })
  const now = async () => (await town.owner.query<{ receiver: string; state: string }>('select receiver, state from referral_now where case_id = $1', [id])).rows[0]
  assert.deepEqual(await now(), { receiver: karen.id, state: 'sent' })
  for (let day = 0; day < 8; day++) await minutesOn(24 * 60)
  assert.equal((await now())?.state, 'escalated', 'it waits for the leader to find somebody')
  await town.owner.query(`insert into holding (partnership, role, person, from_day) values (1, 'visitator', $1, '2026-01-01')`, [(await town.as('daniel.proeve')).id])
  const leader = await staffVisit(town, app, 'karen.proeve')
  const [referral = ''] = /(?<=\/frister\/henvisning\/)[0-9a-f-]{36}/.exec((await leader.get('/frister')).html) ?? []
  await leader.post(`/frister/henvisning/${referral}`, { once: randomUUID(), person: (await town.as('daniel.proeve')).id })
  assert.equal((await now())?.receiver, (await town.as('daniel.proeve')).id)
})
