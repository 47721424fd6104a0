// Nobody is looked through by nobody: one leader alone, and a visitator who shuts a leader out.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import { name, review, say } from '../../cases/danger/actions.ts'
import { confirmAction, liftAction, shutOutAction } from '../../cases/shut/actions.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { perform } from '../../platform/action.ts'
import { asRole, openedCase, staffVisit } from './testing-case.ts'
import { openWeb } from '../web.ts'

let town: TestHouse
let app: Hono
before(async () => {
  town = await testHouse()
  app = openWeb(town.house)
})
after(() => town.close())

const missing = (error: unknown) => error instanceof Refusal && error.kind === 'missing'
const reason = 'Han står ved hendes dør med en kniv, og hun tager ikke telefonen.'
const opened = async (who: string, number: string) => {
  const by = await town.as(who)
  const { result: { id } } = await perform(town.house, by, say, { reason })
  await perform(town.house, by, name, { glass: id, number })
  return id
}

test('what the only leader opened in danger is looked through by the data protection officer; the tovholder sees number, day and name', async () => {
  const it = await openedCase(town)
  const [own, other] = [await opened('karen.proeve', it.number), await opened('peter.opdigt', it.number)]
  const officer = await staffVisit(town, app, 'rasmus.opdigt')
  assert.match((await officer.get('/model')).html, new RegExp(`Sag ${it.number}, tirsdag 3. november 2026: Karen Prøve åbnede på grund af fare`))
  const list = await officer.get('/fare/alle')
  for (const part of ['Karen Prøve', it.number, 'ved hendes dør']) assert.ok(list.html.includes(part), part)
  assert.ok(!list.html.includes('Peter Opdigt'), 'what others opened is the leader’s to read')
  const tovholder = await staffVisit(town, app, 'torben.eksempel')
  const home = await tovholder.get('/model')
  assert.ok(home.html.includes(it.number) && home.html.includes('Karen Prøve') && !home.html.includes('ved hendes dør'))
  assert.equal((await tovholder.get('/fare/alle')).status, 404)
  await assert.rejects(perform(town.house, await town.as('rasmus.opdigt'), review, { glass: other, note: 'x' }), missing)
  const done = await officer.post(`/fare/${own}/set`, { once: randomUUID(), note: 'Rigtigt gjort.' })
  assert.match(done.html, /Set igennem af Rasmus Opdigt/)
  assert.doesNotMatch((await tovholder.get('/model')).html, /Det her skal en anden se igennem/)
  assert.equal((await officer.get(`/sager/${it.id}`)).status, 404, 'the case itself stays shut')
})

test('a visitator who shuts a leader out is looked at by the data protection officer, who opens again or confirms; it holds meanwhile', async () => {
  const [it, other] = [await openedCase(town), await openedCase(town)]
  const [vibeke, karen, rasmus] = [await town.as('vibeke.eksempel'), await town.as('karen.proeve'), await town.as('rasmus.opdigt')]
  const out = async (number: string, person: string, by = vibeke) => (await perform(town.house, by, shutOutAction, { number, person, reason: 'Kender ham.' })).result.id
  const [first, second, colleague] = [await out(it.number, karen.id), await out(other.number, karen.id), await out(it.number, (await town.as('inger.eksempel')).id)]
  const officer = await staffVisit(town, app, 'rasmus.opdigt')
  assert.match((await officer.get('/model')).html, /Karen Prøve er lukket ude/)
  assert.match((await (await staffVisit(town, app, 'torben.eksempel')).get('/model')).html, new RegExp(`Sag ${it.number}[^<]*Karen Prøve er lukket ude`))
  const list = await officer.get('/interesser')
  assert.ok(list.html.includes('Kender ham.') && list.html.includes('venter på en anden leder'))
  assert.ok(!list.html.includes('Inger Eksempel') && !list.html.includes('Luk kollegaen ude'))
  await assert.rejects(perform(town.house, rasmus, liftAction, { shut: colleague, lift: 'x' }), missing, 'another colleague is the leader’s to decide')
  await assert.rejects(perform(town.house, rasmus, shutOutAction, { number: it.number, person: vibeke.id, reason: 'x' }), missing)
  await assert.rejects(perform(town.house, karen, liftAction, { shut: first, lift: 'x' }), missing, 'nobody about oneself')
  await assert.rejects(perform(town.house, karen, say, { reason }).then(({ result }) => perform(town.house, karen, name, { glass: result.id, number: it.number })), { code: 'cases.no-number' }, 'it holds meanwhile')
  assert.match((await officer.post(`/interesser/${first}/ophaev`, { once: randomUUID(), row: first, lift: '' })).html, new RegExp(`href="#lift-${first}"[\\s\\S]*id="lift-${first}-error"`), 'the fault leads to the field of that row')
  assert.match((await officer.post(`/interesser/${first}/ophaev`, { once: randomUUID(), lift: 'Der er ingen tvivl om hende.' })).html, /Åbnet igen/)
  await officer.post(`/interesser/${second}/bekraeft`, { once: randomUUID() })
  assert.doesNotMatch((await officer.get('/model')).html, /er lukket ude/)
})

test('past the first wall the officer reads and decides what asks for a second look, and nothing else; nobody takes the question away', async () => {
  const it = await openedCase(town)
  const [vibeke, karen, rasmus] = [await town.as('vibeke.eksempel'), await town.as('karen.proeve'), await town.as('rasmus.opdigt')]
  const before = await asRole(town, rasmus, 'dataProtectionOfficer', async db => (await sql<{ n: number }>`select count(*)::int as n from case_shut`.execute(db)).rows[0]?.n ?? 0)
  for (const person of [karen.id, (await town.as('jonas.eksempel')).id]) await perform(town.house, vibeke, shutOutAction, { number: it.number, person, reason: 'x' })
  assert.equal(await asRole(town, rasmus, 'dataProtectionOfficer', async db => (await sql<{ n: number }>`select count(*)::int as n from case_shut`.execute(db)).rows[0]?.n), before + 1)
  await assert.rejects(asRole(town, karen, 'leader', db => sql`update case_shut set second_look = false where person = ${karen.id}`.execute(db)), { code: '42501' })
  await assert.rejects(town.owner.query('update case_shut set second_look = false where second_look'), /only added to|never/)
  for (const role of ['dataProtectionOfficer', 'tovholder'] as const) await assert.rejects(asRole(town, rasmus, role, db => sql`select box from case_event`.execute(db)), { code: '42501' })
  await assert.rejects(perform(town.house, await town.as('vibeke.eksempel'), confirmAction, { shut: randomUUID() }), missing)
})

test('past the first wall nobody confirms or opens again in somebody else\'s name', async () => {
  // The leader is shut out of the first, and reads nothing of it; of the second a colleague is.
  const [hers, other] = [await openedCase(town), await openedCase(town)]
  const [vibeke, karen, rasmus, jonas] = [await town.as('vibeke.eksempel'), await town.as('karen.proeve'), await town.as('rasmus.opdigt'), await town.as('jonas.eksempel')]
  for (const [it, person] of [[hers, karen.id], [other, jonas.id]] as const) await perform(town.house, vibeke, shutOutAction, { number: it.number, person, reason: 'x' })
  const decides = async (who: typeof karen, role: 'leader' | 'dataProtectionOfficer', about: string, names: { readonly lifted: string | null; readonly confirmed: string | null }) => asRole(town, who, role, db => sql`
    update case_shut set lifted_by = ${names.lifted}::uuid, lifted_at = case when ${names.lifted}::uuid is null then null else now() end, lift_box = case when ${names.lifted}::uuid is null then null else 'x'::bytea end,
      confirmed_by = ${names.confirmed}::uuid, confirmed_at = now() where case_id = any(${[hers.id, other.id]}::uuid[]) and person = ${about}`.execute(db))
  const own = /row-level security|own name/
  for (const [who, role, about] of [[rasmus, 'dataProtectionOfficer', karen.id], [karen, 'leader', jonas.id]] as const) {
    await assert.rejects(decides(who, role, about, { lifted: vibeke.id, confirmed: who.id }), own)
    await assert.rejects(decides(who, role, about, { lifted: who.id, confirmed: vibeke.id }), own)
    await assert.rejects(decides(who, role, about, { lifted: null, confirmed: vibeke.id }), own)
    await decides(who, role, about, { lifted: null, confirmed: who.id })
  }
})
