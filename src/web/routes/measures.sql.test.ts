// Her own dates and those that were told: who sees them, who is warned, and what the database itself lets each role see.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import type { Role } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import * as acts from '../../measures/actions.ts'
import { perform } from '../../platform/action.ts'
import { actorOf, asRole, herVisit, openedCase, type OpenCase, staffVisit } from './testing-case.ts'
import type { Visit } from '../door/testing-visit.ts'
import { openWeb } from '../web.ts'

let town: TestHouse
let app: Hono
let it: OpenCase
let her: Visit
let visitator: Visit
before(async () => {
  town = await testHouse()
  app = openWeb(town.house)
  it = await openedCase(town)
  her = await herVisit(town, app, it)
  visitator = await staffVisit(town, app, 'vibeke.eksempel')
})
after(() => town.close())

const missing = (error: unknown) => error instanceof Refusal && error.kind === 'missing'
const order = { slags: 'restrainingOrder', standing: 'holds', decidedOn: '2024-02-10', untilDay: '2027-06-10', complaintTo: 'Myndigheden i brevet', source: 'I brevet fra politiet' }
const page = () => `/borgere/${it.citizen}/beskyttelse`
const rows = (who: { readonly id: string }, role: Role, table = 'measure') =>
  asRole(town, who, role, async db => (await sql<{ n: number }>`select count(*) as n from ${sql.ref(table)}`.execute(db)).rows[0]?.n)

test('she writes one down, sees her own date near in neutral words, and nobody else sees it', async () => {
  const form = await her.get('/noter/datoer/ny?slags=restrainingOrder')
  assert.match(form.html, /Hvem kan man klage til/)
  const late = await her.post('/noter/datoer/ny', { once: randomUUID(), ...order, untilDay: '2029-02-11' })
  assert.equal(late.status, 422)
  assert.match(late.html, /Så længe kan det ikke gælde/)
  assert.ok(late.html.includes('Myndigheden i brevet'), 'what she typed is kept')
  const kept = await her.post('/noter/datoer/ny', { once: randomUUID(), ...order })
  assert.match(kept.html, /Kun du kan se det/)
  const near = await her.get('/noter/datoer')
  assert.doesNotMatch(near.html, /nærmer sig/, 'the end is further away than four months')
})

test('the warning stands on her page from four months before, in words that name nothing on the page that lies open', async () => {
  const soon = await her.post('/noter/datoer/ny', { once: randomUUID(), ...order, untilDay: '2027-02-20' })
  assert.match(soon.html, /Det slutter lørdag 20. februar 2027/)
  const front = (await her.get('/noter')).html
  assert.match(front, /1 dato nærmer sig/)
  for (const word of ['ilhold', 'olitiet har', 'stalking']) assert.ok(!front.includes(word), word)
})

test('the visitator sees nothing of hers until she shows it, and nothing again when she takes it back', async () => {
  assert.doesNotMatch((await visitator.get(page())).html, /10. februar 2024/)
  assert.doesNotMatch((await visitator.get('/indbakke')).html, /Datoer, der nærmer sig/)
  const at = /\/noter\/datoer\/[0-9a-f]{8}[0-9a-f-]{28}/.exec((await her.get('/noter/datoer')).html)?.[0] ?? ''
  assert.match((await her.post(`${at}/vis`, { once: randomUUID() })).html, /kan se det/)
  assert.match((await visitator.get(page())).html, /10. februar 2024/)
  assert.match((await visitator.get('/indbakke')).html, /Datoer, der nærmer sig/)
  const case1 = await visitator.get(`/sager/${it.id}`)
  assert.match(case1.html, /Beskyttelse<\/a> · 1 dato nærmer sig/)
  assert.equal(await rows(await town.as('vibeke.eksempel'), 'visitator'), 1)
  await her.post(`${at}/skjul`, { once: randomUUID() })
  assert.doesNotMatch((await visitator.get(page())).html, /10. februar 2024/)
  assert.equal(await rows(await town.as('vibeke.eksempel'), 'visitator'), 0)
})

test('the visitator writes what was told with its source, changes it, and she sees it without being able to change it', async () => {
  const form = `${page()}/ny`
  const bare = await visitator.post(form, { once: randomUUID(), sag: it.id, ...order, slags: 'exclusionZone', decidedOn: '2026-10-20', untilDay: '2027-10-20', source: ' ' })
  assert.equal(bare.status, 422)
  assert.match(bare.html, /hvem der har fortalt det/)
  const kept = await visitator.post(form, { once: randomUUID(), sag: it.id, ...order, slags: 'exclusionZone', decidedOn: '2026-10-20', untilDay: '2027-10-20', source: 'Borgeren viste brevet' })
  assert.ok(kept.path.endsWith(`sag=${it.id}`), 'the way back to the case stays')
  assert.match(kept.html, /klagefristen udløber tirsdag 17. november 2026/)
  assert.match(kept.html, /Hvem man klager til, står i brevet/)
  const at = new RegExp(`${page()}/[0-9a-f]{8}[0-9a-f-]{28}`).exec(kept.html)?.[0] ?? ''
  const open = await visitator.get(at)
  const changed = { once: randomUUID(), ...order, slags: 'exclusionZone', decidedOn: '2026-10-20', untilDay: '2027-10-20', source: 'Peter fra politiet ringede', version: open.hidden('version') }
  assert.match((await visitator.post(at, changed)).html, /Peter fra politiet ringede/)
  assert.equal((await visitator.post(at, { ...changed, once: randomUUID() })).status, 409, 'nothing is overwritten in silence')
  const contact = await visitator.post(`${at}/kontakt`, { once: randomUUID(), onDay: '2026-11-02', entryNo: '12' })
  assert.match(contact.html, /mandag 2. november 2026, nr. 12 i loggen/)
  const hers = await her.get('/noter/datoer')
  assert.match(hers.html, /Opholdsforbud/)
  assert.doesNotMatch(hers.html, /Peter fra politiet/)
  const id = at.split('/').at(-1) ?? ''
  await assert.rejects(perform(town.house, actorOf(it), acts.changeOwn, { ...order, slags: 'exclusionZone', measure: id, version: '2' }), missing)
  const own = await her.post(`/noter/datoer/${id}/kontakt`, { once: randomUUID(), onDay: '2026-11-03' })
  assert.match(own.html, /tirsdag 3. november 2026/)
})

test('the first wall: nobody but the visitator and the coordinator who holds the case comes near, and another citizen\'s is missing', async () => {
  for (const who of ['jonas.eksempel', 'inger.eksempel', 'peter.opdigt', 'dsc.raadgiver', 'karen.proeve', 'torben.eksempel', 'niels.opdigt', 'sofie.proeve']) {
    await assert.rejects(perform(town.house, await town.as(who), acts.listPage, { citizen: it.citizen }), missing, who)
    await assert.rejects(perform(town.house, await town.as(who), acts.enterTold, { citizen: it.citizen, ...order }), missing, who)
  }
  const other = await openedCase(town)
  const mine = await perform(town.house, actorOf(it), acts.enterOwn, order)
  await assert.rejects(perform(town.house, actorOf(other), acts.ownOne, { measure: mine.result }), missing)
  for (const act of [acts.removeOwn, acts.showOwn]) await assert.rejects(perform(town.house, actorOf(other), act, { measure: mine.result }), missing)
  await assert.rejects(perform(town.house, { ...actorOf(it), unlocked: false }, acts.ownOne, { measure: mine.result }), missing, 'the passphrase comes first')
  await assert.rejects(perform(town.house, await town.as('vibeke.eksempel'), acts.changePage, { citizen: other.citizen, measure: mine.result }), missing)
  await perform(town.house, actorOf(it), acts.removeOwn, { measure: mine.result })
})

test('the second wall: every role by itself sees what it should of each table, and writes nobody else\'s', async () => {
  const other = await openedCase(town)
  for (const table of ['measure', 'measure_version', 'measure_contact']) {
    assert.notEqual(await rows(actorOf(it), 'citizen', table), 0)
    assert.equal(await rows(actorOf(other), 'citizen', table), 0)
    assert.equal(await rows(await town.as('inger.eksempel'), 'primaryCoordinator', table), 0, 'without the baton')
    for (const role of ['leader', 'tovholder', 'policeContact', 'dscAdviser', 'operator', 'firstContact'] as const)
      await assert.rejects(rows(await town.as('karen.proeve'), role, table), { code: '42501' }, role)
  }
  await assert.rejects(asRole(town, actorOf(other), 'citizen', db => sql`
    insert into measure (id, partnership, citizen, kind, origin, shown, by, at) values (${randomUUID()}, 1, ${it.citizen}, 'restrainingOrder', 'own', false, ${it.citizen}, now())`.execute(db)), { code: '42501' })
  await assert.rejects(asRole(town, actorOf(it), 'citizen', db => sql`update measure_version set until_day = '2030-01-01'`.execute(db)), { code: '42501' })
})
