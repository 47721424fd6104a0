// When nobody answers: a reminder, somebody else of the same role, the leader who appoints; over a house that is stopped and started in between.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import { withdrawAction } from '../../consents/actions.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { perform } from '../../platform/action.ts'
import { type Failed, runRounds } from '../../platform/jobs.ts'
import { keepDraftAction } from '../../referrals/keep-draft.ts'
import { sendAction } from '../../referrals/actions.ts'
import { acceptAction, answerAction, declineAction, readAction } from '../../referrals/actions-receive.ts'
import { ask as askAction, sign } from './consent-actions.ts'
import { rounds } from '../rounds.ts'
import { actorOf, asRole, herVisit, openedCase, type OpenCase, staffVisit } from './testing-case.ts'
import { openWeb } from '../web.ts'

let town: TestHouse
let app: Hono
let poula = ''
before(async () => {
  town = await testHouse()
  app = openWeb(town.house)
  poula = randomUUID()
  await town.owner.query(`insert into person (id, partnership, organisation, name, phone) select $1, 1, organisation, 'Poula Opdigt', '00 20 20 22' from person where name = 'Peter Opdigt'`, [poula])
  await town.owner.query(`insert into holding (partnership, role, person, from_day) values (1, 'policeContact', $1, '2026-01-01')`, [poula])
})
after(() => town.close())

const goRounds = async (): Promise<void> => {
  const failed: Failed[] = []
  await runRounds(town.house, rounds, it => { failed.push(it) })
  assert.deepEqual(failed, [])
}
const hour = 3_600_000
/** Days on, so many working days at most a day at a time: what is due bites on its own day. */
async function daysOn(days: number): Promise<void> {
  for (let day = 0; day < days; day++) {
    town.moveClock(24 * hour)
    await goRounds()
  }
}
const now = async (id: string) => (await town.owner.query<{ state: string; receiver: string; due: Date | null; late_step: string | null }>('select state, receiver, due, late_step from referral_now where referral = $1', [id])).rows[0]
const steps = async (id: string) => (await town.owner.query<{ step: string }>('select step from referral_event where referral = $1 order by seq', [id])).rows.map(it => it.step)
const caseNow = async (it: OpenCase) => (await town.owner.query<{ next: string; holder: string; due: Date; late_step: string | null; seq: number }>('select next, holder, due, late_step, seq from case_now where case_id = $1', [it.id])).rows[0]
const moves = async (it: OpenCase) => (await town.owner.query<{ move: string }>('select move from case_event where case_id = $1 order by seq', [it.id])).rows.map(row => row.move)

async function sentToPolice(it: OpenCase, til = 'peter.opdigt'): Promise<{ id: string; consent: string }> {
  const vibeke = await town.as('vibeke.eksempel')
  const { result } = await perform(town.house, vibeke, askAction, { citizen: it.citizen, to: 'policeContact' })
  await perform(town.house, actorOf(it), sign, { consent: result.id, topics: ['account'], from: '2026-11-03', until: '2027-11-03' })
  const { result: { id } } = await perform(town.house, vibeke, sendAction, { case: it.id, til: (await town.as(til)).id, rolle: 'policeContact', tells: 'asked', purpose: 'Vurder et tilhold.', account: 'Breve hver dag.' })
  return { id, consent: result.id }
}

test('a case that is referred on waits for the answer, and the answer gives it back with a day', async () => {
  const it = await openedCase(town)
  const { id } = await sentToPolice(it)
  const waits = await caseNow(it)
  assert.equal(waits?.next, 'await-answer')
  assert.deepEqual(waits?.due, (await now(id))?.due)
  const visitator = await staffVisit(town, app, 'vibeke.eksempel')
  assert.match((await visitator.get(`/sager/${it.id}`)).html, /Venter på, at Peter Opdigt tager imod/)
  const peter = await town.as('peter.opdigt')
  await perform(town.house, peter, acceptAction, { referral: id })
  const taken = await now(id)
  assert.ok(taken?.due && taken.due > (waits?.due ?? 0), 'accepted, it has a day for the answer')
  const police = await staffVisit(town, app, 'peter.opdigt')
  assert.doesNotMatch((await police.get(`/henvisninger/${id}`)).html, /Ingen frist/)
  assert.equal((await caseNow(it))?.next, 'await-answer')
  await perform(town.house, peter, answerAction, { referral: id, answer: 'Der er oprettet en sag.' })
  assert.equal((await caseNow(it))?.next, 'decide')
  assert.deepEqual((await moves(it)).slice(2), ['refer-on', 'taken-on', 'heard'])
})

test('one that nobody answers is reminded of, passed on, and put before the leader, who appoints; the tovholder sees number, day and name', async () => {
  const it = await openedCase(town)
  const { id } = await sentToPolice(it)
  const peter = await town.as('peter.opdigt')
  await goRounds()
  assert.deepEqual(await steps(id), ['send'], 'nothing is done before the day')
  await daysOn(2)
  await daysOn(1)
  assert.deepEqual([...(await steps(id))], ['send', 'remind'])
  assert.match((await (await staffVisit(town, app, 'vibeke.eksempel')).get(`/sager/${it.id}`)).html, /fristen er gået, modtageren er mindet om det/)
  await goRounds()
  assert.deepEqual(await steps(id), ['send', 'remind'], 'gone again it does nothing more')
  await daysOn(4)
  assert.deepEqual(await steps(id), ['send', 'remind', 'pass-on'])
  assert.equal((await now(id))?.receiver, poula)
  await assert.rejects(perform(town.house, peter, readAction, { referral: id }), /missing/, 'who had it reads it no more')
  const seen = await asRole(town, { id: poula }, 'policeContact', db => sql`select id from referral where id = ${id}`.execute(db))
  assert.equal(seen.rows.length, 1)
  await daysOn(7)
  assert.deepEqual(await steps(id), ['send', 'remind', 'pass-on', 'to-leader'])
  assert.equal((await now(id))?.state, 'escalated')

  const [karen, torben] = [await staffVisit(town, app, 'karen.proeve'), await staffVisit(town, app, 'torben.eksempel')]
  assert.match((await karen.get('/model')).html, /venter på, at du udpeger nogen/)
  const late = await karen.get('/frister')
  assert.match(late.html, new RegExp(`Henvisning i sag ${it.number}`))
  assert.match(late.html, /Udpeg Peter Opdigt/)
  const seenByTovholder = await torben.get('/frister')
  assert.match(seenByTovholder.html, new RegExp(it.number))
  assert.match(seenByTovholder.html, /Poula Opdigt/)
  for (const no of ['Udpeg Peter', 'Vurder et tilhold', it.citizen]) assert.ok(!seenByTovholder.html.includes(no), no)
  assert.equal((await (await staffVisit(town, app, 'vibeke.eksempel')).get('/frister')).status, 404)
  assert.equal((await torben.post(`/frister/henvisning/${id}`, { once: randomUUID(), person: peter.id })).status, 404)

  const done = await karen.post(`/frister/henvisning/${id}`, { once: randomUUID(), person: peter.id })
  assert.equal(done.path, '/frister')
  const appointed = await now(id)
  assert.deepEqual([appointed?.state, appointed?.receiver, appointed?.late_step], ['sent', peter.id, null])
  assert.ok(appointed?.due && appointed.due > town.house.clock.now())
  await perform(town.house, peter, acceptAction, { referral: id })
})

test('a case on which nobody acts climbs too, also when somebody writes a note meanwhile; a referral that waits carries its own case', async () => {
  const [idle, asking] = [await openedCase(town), await openedCase(town)]
  const { id } = await sentToPolice(asking)
  const [vibeke, daniel] = [await town.as('vibeke.eksempel'), await town.as('daniel.proeve')]
  await daysOn(4)
  assert.ok((await moves(idle)).includes('remind'))
  assert.equal((await moves(asking)).includes('remind'), false, 'who was asked is reminded, not who asked')
  assert.ok((await steps(id)).includes('remind'))
  const visitator = await staffVisit(town, app, 'vibeke.eksempel')
  const noted = await visitator.post(`/sager/${idle.id}/notat`, { once: randomUUID(), seq: String((await caseNow(idle))?.seq), told: 'Ringet, intet svar.' })
  assert.equal(noted.status, 200)
  await daysOn(4)
  assert.equal((await caseNow(idle))?.holder, daniel.id, 'the other visitator has it')
  await daysOn(6)
  assert.equal((await caseNow(idle))?.late_step, 'to-leader')
  const karen = await staffVisit(town, app, 'karen.proeve')
  assert.match((await karen.get('/frister')).html, new RegExp(`Sag ${idle.number}`))
  assert.equal((await asRole(town, await town.as('karen.proeve'), 'leader', db => sql`select key_wrapped from case_file where id = ${idle.id}`.execute(db))).rows.length, 0)
  await karen.post(`/frister/sag/${idle.id}`, { once: randomUUID(), person: vibeke.id })
  const after = await caseNow(idle)
  assert.deepEqual([after?.holder, after?.late_step], [vibeke.id, null])
  assert.ok(after && after.due > town.house.clock.now())
  assert.match((await (await staffVisit(town, app, 'vibeke.eksempel')).get(`/sager/${idle.id}`)).html, /Lederen har udpeget en/)
})

test('declined, it stands on the home page of the sender with a day, and climbs when nothing is done', async () => {
  const it = await openedCase(town)
  const { id } = await sentToPolice(it)
  await perform(town.house, await town.as('peter.opdigt'), declineAction, { referral: id, reason: 'Ikke vores kreds.' })
  const back = await caseNow(it)
  assert.equal(back?.next, 'decide')
  const visitator = await staffVisit(town, app, 'vibeke.eksempel')
  const home = await visitator.get('/model')
  assert.match(home.html, /Peter Opdigt har sendt henvisningen tilbage/)
  await daysOn(4)
  assert.ok((await moves(it)).includes('remind'))
  assert.match((await (await staffVisit(town, app, 'vibeke.eksempel')).get('/model')).html, /Peter Opdigt har sendt henvisningen tilbage/, 'a reminder is nobody acting')
})

test('a consent that is withdrawn while a referral is open stops what is not sent; what was delivered stays, and the pages say so', async () => {
  const it = await openedCase(town)
  const { id, consent } = await sentToPolice(it)
  await perform(town.house, actorOf(it), withdrawAction, { consent })
  const visitator = await staffVisit(town, app, 'vibeke.eksempel')
  const compose = await visitator.get(`/sager/${it.id}/henvis?til=${poula}&rolle=policeContact`)
  assert.match(compose.html, /Der er ikke et samtykke, der gælder i dag/)
  assert.match((await visitator.get(`/sager/${it.id}`)).html, /Borgeren trak sit samtykke tilbage .* Kopien, der er sendt, bliver hos modtageren/)
  assert.match((await (await herVisit(town, app, it)).get('/noter/henvisninger')).html, /Du trak dit samtykke tilbage .* kan ikke hentes tilbage/)
  const police = await staffVisit(town, app, 'peter.opdigt')
  const read = await police.get(`/henvisninger/${id}`)
  assert.match(read.html, /Breve hver dag\./)
  await perform(town.house, await town.as('peter.opdigt'), acceptAction, { referral: id })
})

test('a draft is kept for its writer alone, gone on with, and gone when it is sent', async () => {
  const it = await openedCase(town)
  const vibeke = await town.as('vibeke.eksempel')
  const inger = await town.as('inger.eksempel')
  await perform(town.house, vibeke, keepDraftAction, { case: it.id, til: inger.id, rolle: 'primaryCoordinator', purpose: 'Find sammen ud af boligen.' })
  const [visitator, other] = [await staffVisit(town, app, 'vibeke.eksempel'), await staffVisit(town, app, 'daniel.proeve')]
  assert.match((await visitator.get(`/sager/${it.id}`)).html, /En kladde til Inger Eksempel/)
  assert.doesNotMatch((await other.get(`/sager/${it.id}`)).html, /En kladde til/)
  const page = await visitator.get(`/sager/${it.id}/henvis?til=${inger.id}&rolle=primaryCoordinator`)
  assert.match(page.html, /Find sammen ud af boligen\./)
  const kept = (await town.owner.query<{ box: Buffer }>('select box from referral_draft where case_id = $1', [it.id])).rows[0]
  assert.ok(kept && !kept.box.toString('utf8').includes('boligen'))
  await perform(town.house, vibeke, sendAction, { case: it.id, til: inger.id, rolle: 'primaryCoordinator', purpose: 'Find sammen ud af boligen.' })
  assert.equal((await town.owner.query('select from referral_draft where case_id = $1', [it.id])).rowCount, 0)
})

test('who holds two receiving roles has both in one list, and answers in the role that was asked', async () => {
  const it = await openedCase(town)
  const [mikkel, vibeke] = [await town.as('mikkel.opdigt'), await town.as('vibeke.eksempel')]
  await town.owner.query(`insert into holding (partnership, role, person, from_day) values (1, 'familyCounsellor', $1, '2026-01-01')`, [mikkel.id])
  const { result: { id } } = await perform(town.house, vibeke, sendAction, { case: it.id, til: mikkel.id, rolle: 'familyCounsellor', purpose: 'Tal med børnene.' })
  const { result: second } = await perform(town.house, vibeke, sendAction, { case: (await openedCase(town)).id, til: mikkel.id, rolle: 'primaryCoordinator', purpose: 'Vær koordinator.' })
  const visit = await staffVisit(town, app, 'mikkel.opdigt')
  const inbox = await visit.get('/henvisninger')
  for (const one of [id, second.id]) assert.ok(inbox.html.includes(one))
  const done = await perform(town.house, await town.as('mikkel.opdigt'), acceptAction, { referral: id })
  assert.equal(done.ground.by, 'familyCounsellor')
  assert.equal((await caseNow(it))?.next, 'await-answer', 'a task does not take the baton')
  assert.equal((await visit.get(`/sager/${it.id}`)).status, 404)
})

test('the clock reads no box and writes no step of a person; nobody writes the clock\'s', async () => {
  const it = await openedCase(town)
  const { id } = await sentToPolice(it)
  const [vibeke, karen] = [await town.as('vibeke.eksempel'), await town.as('karen.proeve')]
  const asClock = (query: ReturnType<typeof sql>) => runRounds(town.house, [{ name: 'probe', run: async ({ db }) => { await query.execute(db) } }], failed => { heard = failed.kind })
  let heard = ''
  for (const query of [sql`select copy_box from referral`, sql`select box from case_event`, sql`select citizen from case_now`, sql`select citizen from referral_now`, sql`select * from person, citizen`]) {
    heard = ''
    await asClock(query)
    assert.match(heard, /42501/)
  }
  const event = (step: string, state: string, by: string | null) => sql`insert into referral_event (referral, seq, partnership, step, by, at, state) values (${id}, 2, 1, ${step}, ${by}, now(), ${state})`
  heard = ''
  await asClock(event('remind', 'overdue', null))
  assert.match(heard, /42501/, 'not before the day')
  heard = ''
  await asClock(event('accept', 'accepted', null))
  assert.match(heard, /23514|42501/)
  await assert.rejects(asRole(town, vibeke, 'visitator', db => event('remind', 'overdue', null).execute(db)), /row-level security/)
  await assert.rejects(asRole(town, karen, 'leader', db => sql`insert into referral_event (referral, seq, partnership, step, by, at, state, receiver)
    values (${id}, 2, 1, 'appoint', ${karen.id}, now(), 'sent', ${poula})`.execute(db)), /row-level security/, 'not before it is put before her')
})
