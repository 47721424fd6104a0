// The tovholder's desk as the browser sends it; who reads it, and what the database lets each role see.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import type { Role } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { dayOf } from '../../kernel/day.ts'
import { askCounsellor, tellDutyAction } from '../../cases/children/actions.ts'
import { runRounds } from '../../platform/jobs.ts'
import { rounds } from '../rounds.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { perform } from '../../platform/action.ts'
import * as acts from '../../steering/actions.ts'
import { asRole, openedCase, staffVisit } from './testing-case.ts'
import type { Visit } from '../door/testing-visit.ts'
import { openWeb } from '../web.ts'

let town: TestHouse
let app: Hono
let tovholder: Visit
before(async () => {
  town = await testHouse()
  app = openWeb(town.house)
  tovholder = await staffVisit(town, app, 'torben.eksempel')
})
after(() => town.close())
const missing = (error: unknown) => error instanceof Refusal && error.kind === 'missing'
const once = () => ({ once: randomUUID() })
const tables = ['steering_meeting', 'steering_decision', 'model_change', 'information_line', 'information_told', 'effort_owner', 'newcomer_told', 'backing']
const count = (who: { readonly id: string }, role: Role, table: string) =>
  asRole(town, who, role, async db => (await sql<{ n: number }>`select count(*) as n from ${sql.ref(table)}`.execute(db)).rows[0]?.n)

test('the agenda is what happened: a deadline that passed, by case number, and nobody responsible this year', async () => {
  const it = await openedCase(town)
  town.moveClock(9 * 86_400_000)
  tovholder = await staffVisit(town, app, 'torben.eksempel')
  assert.match((await tovholder.get('/model')).html, /Ingen har ansvaret for indsatsen i 2026/)
  const page = await tovholder.get('/styring')
  assert.match(page.html, new RegExp(`Frister, der er overskredet: ${it.number}`))
  assert.doesNotMatch(page.html, /Signe/)
  const vibeke = await town.as('vibeke.eksempel')
  await perform(town.house, vibeke, tellDutyAction, { case: it.id })
  await perform(town.house, vibeke, askCounsellor, { case: it.id, counsellor: (await town.as('nadia.opdigt')).id, purpose: 'Samvær.', other: 'father', due: dayOf(town.house.clock.now()) })
  town.moveClock(5 * 86_400_000)
  await runRounds(town.house, rounds, failed => assert.fail(String(failed.kind)))
  tovholder = await staffVisit(town, app, 'torben.eksempel')
  const missed = (await tovholder.get('/styring')).html
  assert.match(missed, new RegExp(`Familierådgivere, der ikke har svaret til tiden: ${it.number}, frist torsdag 12. november 2026, Nadia Opdigt`))
  assert.doesNotMatch(missed, /Samvær/)
  const called = await tovholder.post('/styring', { ...once(), body: 'followUp', onDay: '2026-12-01', ownPoints: 'Undervisning i foråret' })
  assert.match(called.html, /Følgegruppen, tirsdag 1. december 2026/)
  const owner = /value="([0-9a-f-]{36})"[^>]*>Karen Prøve</.exec(called.html)?.[1] ?? ''
  const decided = await tovholder.post(`${called.path}/beslutning`, { ...once(), decided: 'Skriv til jobcenteret', owner, due: '2026-12-15' })
  assert.match(decided.html, /Karen Prøve/)
  const minutes = await tovholder.post(`${called.path}/referat`, { ...once(), minutes: 'Vi mødtes.', before: '' })
  assert.match(minutes.html, /Vi mødtes/)
  assert.equal((await tovholder.post(`${called.path}/referat`, { ...once(), minutes: 'En anden', before: '' })).status, 409, 'minutes that somebody wrote meanwhile stay')
  const follows = await staffVisit(town, app, 'ulla.eksempel')
  const read = await follows.get(called.path)
  assert.match(read.html, new RegExp(it.number))
  assert.match(read.html, /Vi mødtes/)
  assert.doesNotMatch(read.html, /<textarea/)
})

test('the effort lives on: an owner, a plan that reminds, backing', async () => {
  const page = await tovholder.get('/styring/lever-videre')
  const person = /value="([0-9a-f-]{36})"[^>]*>Torben Eksempel</.exec(page.html)?.[1] ?? ''
  assert.match((await tovholder.post('/styring/lever-videre/ansvar', { ...once(), owner: person })).html, /<p>Torben Eksempel<\/p>/)
  const short = await tovholder.post('/styring/lever-videre/plan', { ...once(), what: 'Modellen', whom: 'Alle ledere', how: 'Møde', everyMonths: '0', teller: person })
  assert.match(short.html, /fra 1 til 36/)
  const planned = await tovholder.post('/styring/lever-videre/plan', { ...once(), what: 'Modellen', whom: 'Alle ledere', how: 'Møde', everyMonths: '6', teller: person })
  assert.match(planned.html, /over tiden/)
  assert.match((await tovholder.get('/model')).html, /har 1 linje over fristen/)
  const at = /\/styring\/lever-videre\/plan\/[0-9a-f-]{36}/.exec(planned.html)?.[0] ?? ''
  assert.doesNotMatch((await tovholder.post(at, once())).html, /over tiden/)
  assert.match((await tovholder.post('/styring/lever-videre/opbakning', { ...once(), kind: 'backing', who: 'Direktionen', says: 'Vi bakker op.', onDay: '2026-11-01' })).html, /Direktionen/)
})

test('a change of the model is proposed by one, decided by another, published by the tovholder, and read by everybody', async () => {
  const follows = await staffVisit(town, app, 'ulla.eksempel')
  assert.match((await follows.post('/aendringer', { ...once(), part: 'deadlines', proposal: 'Visitator svarer inden én dag.', reason: 'Det går hurtigt nok.' })).html, /sendt til tovholderen/)
  const leader = await staffVisit(town, app, 'karen.proeve')
  const at = /\/styring\/aendringer\/[0-9a-f-]{36}/.exec((await leader.get('/styring/aendringer')).html)?.[0] ?? ''
  assert.equal((await tovholder.post(`${at}/udgiv`, once())).status, 404, 'nothing is published that nobody decided')
  assert.equal((await follows.post(at, { ...once(), agreed: 'yes', why: 'x', validFrom: '2027-01-01' })).status, 404)
  assert.equal((await leader.post(at, { ...once(), agreed: 'yes', why: 'Godt' })).status, 422)
  await leader.post(at, { ...once(), agreed: 'yes', why: 'Godt', validFrom: '2027-01-01' })
  const first = await staffVisit(town, app, 'jonas.eksempel')
  assert.doesNotMatch((await first.get('/aendringer')).html, /inden én dag/)
  await tovholder.post(`${at}/udgiv`, once())
  assert.match((await first.get('/aendringer')).html, /inden én dag.*fredag 1. januar 2027/s)
})

test('numbers are of years that are over, and small ones are not said', async () => {
  town.moveClock(60 * 86_400_000)
  const page = await (await staffVisit(town, app, 'ulla.eksempel')).get('/styring/tal')
  assert.match(page.html, /År 2026/)
  assert.match(page.html, /færre end 5/)
  assert.doesNotMatch(page.html, /Jobcenter|Kommunen:/)
})

test('the walls: nobody else reads or writes, past the first wall either', async () => {
  for (const who of ['jonas.eksempel', 'vibeke.eksempel', 'inger.eksempel', 'peter.opdigt', 'dsc.raadgiver', 'niels.opdigt', 'sofie.proeve'])
    for (const act of [acts.overview, acts.numbers]) await assert.rejects(perform<object, never, unknown>(town.house, await town.as(who), act as never, {}), missing, who)
  await assert.rejects(perform(town.house, await town.as('karen.proeve'), acts.callMeeting, { body: 'followUp', onDay: '2027-02-01' }), missing, 'the leader calls no follow-up group')
  const [torben, ulla, jonas] = [await town.as('torben.eksempel'), await town.as('ulla.eksempel'), await town.as('jonas.eksempel')]
  for (const table of tables) {
    if (table !== 'newcomer_told') assert.notEqual(await count(torben, 'tovholder', table), 0, table)
    assert.equal(await count(ulla, 'followUpMember', table), await count(torben, 'tovholder', table))
    assert.equal(await count(jonas, 'tovholder', table), 0, 'the role put on by somebody who does not hold it')
    if (table !== 'model_change') for (const role of ['firstContact', 'visitator', 'citizen', 'policeContact'] as const) await assert.rejects(count(jonas, role, table), { code: '42501' }, `${role} ${table}`)
  }
  const counted = (who: { readonly id: string }, role: Role, wanted: Role) => asRole(town, who, role, async db => (await sql`select * from gate.year_counts(${wanted}, 2026)`.execute(db)).rows.length)
  assert.notEqual(await counted(torben, 'tovholder', 'tovholder'), 0)
  assert.equal(await counted(jonas, 'firstContact', 'tovholder'), 0)
  assert.equal(await counted(jonas, 'firstContact', 'firstContact'), 0)
})
