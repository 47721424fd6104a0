// Danger to life: the reason first, then whom it is about, then an hour; the leader sees it at once, and so does she.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import { name, review, say, seePage } from '../../cases/danger/actions.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import type { Role } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { perform } from '../../platform/action.ts'
import { asRole, herVisit, openedCase, type OpenCase, staffVisit } from './testing-case.ts'
import { openWeb } from '../web.ts'

let town: TestHouse
let app: Hono
let it: OpenCase
before(async () => {
  town = await testHouse()
  app = openWeb(town.house)
  it = await openedCase(town)
})
after(() => town.close())

const reason = 'Han står ved hendes dør med en kniv, og hun tager ikke telefonen.'
const missing = (error: unknown) => error instanceof Refusal && error.kind === 'missing'
const seen = async (who: string, role: Role, table: string) =>
  asRole(town, await town.as(who), role, db => sql<{ n: number }>`select count(*)::int as n from ${sql.ref(table)}`.execute(db)).then(found => found.rows[0]?.n)

test('the police contact says why, then whom, and sees the rule and the state of the case for an hour; the leader is told and looks it through', async () => {
  const visitator = await staffVisit(town, app, 'vibeke.eksempel')
  await visitator.post(`/sager/${it.id}/sikker-kontakt`, { once: randomUUID(), version: '0', seq: '2', channels: 'phone', where: '00 11 22 33', times: 'altid', say: 'kommunen', message: 'no', digitalPost: 'no', paper: 'no' })
  const peter = await staffVisit(town, app, 'peter.opdigt')
  assert.match((await peter.get('/fare')).html, /Ring 112/)
  assert.match((await peter.post('/fare', { once: randomUUID(), reason: 'fare' })).html, /Mindst en hel sætning/)
  const who = await peter.post('/fare', { once: randomUUID(), reason })
  assert.match(who.html, /Hvem drejer det sig om\?/)
  assert.match((await peter.post(who.path, { once: randomUUID(), number: '2026-9999' })).html, /Der er ingen sag med det nummer/)
  const open = await peter.post(who.path, { once: randomUUID(), number: it.number })
  for (const part of ['Kun telefon, 00 11 22 33, altid', 'Vibeke Eksempel', 'Hun får breve hver dag', 'Afklaret']) assert.ok(open.html.includes(part), part)
  assert.equal((await peter.get(`/sager/${it.id}`)).status, 404, 'the case itself stays shut')

  const leader = await staffVisit(town, app, 'karen.proeve')
  assert.match((await leader.get('/model')).html, /En kollega har åbnet en sag på grund af fare for liv/)
  const list = await leader.get('/fare/alle')
  for (const part of ['Peter Opdigt, Havneby Politi', it.number, 'ved hendes dør']) assert.ok(list.html.includes(part), part)
  const at = `/fare/${who.path.split('/').at(-1)}/set`
  assert.match((await leader.post(at, { once: randomUUID(), note: '' })).html, /Skriv, hvad I fandt ud af/)
  assert.match((await leader.post(at, { once: randomUUID(), note: 'Rigtigt gjort. Talt med Peter.' })).html, /Set igennem af Karen Prøve/)
  assert.doesNotMatch((await leader.get('/model')).html, /åbnet en sag på grund af fare/)

  const her = await herVisit(town, app, it)
  assert.match((await her.get('/noter/hvem')).html, /Peter Opdigt, Havneby Politi[\s\S]*fare for liv/)
  town.moveClock(61 * 60_000)
  assert.equal((await (await staffVisit(town, app, 'peter.opdigt')).get(who.path)).status, 404, 'after an hour it is shut')
})

test('past the first wall: for the hour her rule, her key and how the case came; nothing before, nothing of others, nothing after', async () => {
  const other = await openedCase(town)
  for (const table of ['citizen', 'safe_contact', 'case_event']) assert.equal(await seen('peter.opdigt', 'policeContact', table), 0, table)
  const peter = await town.as('peter.opdigt')
  const { result: { id } } = await perform(town.house, peter, say, { reason })
  assert.equal(await seen('peter.opdigt', 'policeContact', 'citizen'), 0, 'a reason alone opens nothing')
  await perform(town.house, peter, name, { glass: id, number: other.number })
  assert.equal(await seen('peter.opdigt', 'policeContact', 'citizen'), 1)
  const moves = await asRole(town, peter, 'policeContact', db => sql<{ move: string }>`select move from case_event order by seq`.execute(db))
  assert.deepEqual(moves.rows.map(row => row.move), ['receive', 'clarify'])
  assert.equal(await seen('mikkel.opdigt', 'primaryCoordinator', 'citizen'), 0)
  await assert.rejects(asRole(town, peter, 'policeContact', db => sql`update break_glass set until_at = until_at + interval '1 day'`.execute(db)).then(done => { if (done.numAffectedRows === 0n) throw new Error('nothing') }), /nothing/)
  await assert.rejects(town.owner.query(`update break_glass set until_at = until_at - interval '1 minute' where id = $1`, [id]), /only added to/)
  await assert.rejects(asRole(town, peter, 'policeContact', db => sql`insert into break_glass (id, partnership, by, by_role, at, key_wrapped, reason_box, case_id, citizen, opened_at, until_at)
    values (gen_random_uuid(), 1, ${peter.id}, 'policeContact', now(), 'x', 'x', ${it.id}, ${it.citizen}, now(), now())`.execute(db)), /row-level security/)
  town.moveClock(61 * 60_000)
  for (const table of ['citizen', 'safe_contact', 'case_event']) assert.equal(await seen('peter.opdigt', 'policeContact', table), 0, table)
})

test('who has no such role, another’s opening, and one’s own to look through: as if they were not there', async () => {
  for (const who of ['jonas.eksempel', 'dsc.raadgiver', 'torben.eksempel', 'sofie.proeve', 'niels.opdigt']) await assert.rejects(perform(town.house, await town.as(who), say, { reason }), missing, who)
  const karen = await town.as('karen.proeve')
  const { result: { id } } = await perform(town.house, karen, say, { reason })
  await assert.rejects(perform(town.house, await town.as('peter.opdigt'), name, { glass: id, number: it.number }), missing)
  await assert.rejects(perform(town.house, await town.as('peter.opdigt'), seePage, { glass: id }), missing)
  await assert.rejects(perform(town.house, karen, review, { glass: id, note: 'Fint' }), (error: unknown) => error instanceof Refusal && error.code === 'cases.own-danger')
  await assert.rejects(perform(town.house, await town.as('vibeke.eksempel'), review, { glass: id, note: 'Fint' }), missing)
})
