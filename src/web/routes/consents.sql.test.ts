// The visitator asks, the citizen reads, answers, takes back; and what the database itself lets each role see of it.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import type { Role } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { listAction } from '../../consents/actions.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { perform } from '../../platform/action.ts'
import { ask as askAction, sign } from './consent-actions.ts'
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

const yes = { topics: ['contact', 'log'], leftOut: 'Min nye adresse', from: '2026-11-03', until: '2027-05-03' }
const ask = (of: OpenCase, to: string) => visitator.post(`/borgere/${of.citizen}/samtykker`, { to, once: randomUUID(), sag: of.id })
const linkIn = (html: string) => /\/noter\/samtykker\/[0-9a-f-]{36}/.exec(html)?.[0] ?? ''
const missing = (error: unknown) => error instanceof Refusal && error.kind === 'missing'

test('the visitator asks, she reads it behind her passphrase, ticks what may go on, and says yes', async () => {
  const list = await visitator.get(`/borgere/${it.citizen}/samtykker?sag=${it.id}`)
  assert.match(list.html, new RegExp(`href="/sager/${it.id}"`))
  const asked = await ask(it, 'policeContact')
  assert.match(asked.html, /Venter på svar/)
  assert.ok(asked.path.endsWith(`sag=${it.id}`), 'the way back to the case stays')
  const at = linkIn((await her.get('/noter/samtykker')).html)
  const page = await her.get(at)
  assert.match(page.html, /Hvad må gives videre\?/)
  assert.doesNotMatch(page.html, /name="signedName"/, 'the part for paper is not asked on the screen')
  const { html, status } = await her.post(at, { once: page.hidden('once'), 'form-version': page.hidden('form-version'), from: '2026-11-03', until: '2026-11-01', leftOut: 'Min nye adresse' })
  assert.equal(status, 422)
  assert.ok(html.includes('Min nye adresse'), 'what she typed is kept')
  const backwards = await her.post(at, { once: randomUUID(), ...yes, until: '2026-11-01' })
  assert.match(backwards.html, /skal være efter den dag, det begynder/)
  const said = await her.post(at, { once: randomUUID(), 'form-version': page.hidden('form-version'), ...yes })
  assert.equal(said.status, 200)
  for (const part of ['Gælder', 'Du sagde ja tirsdag 3. november 2026', 'mandag 3. maj 2027', 'valgte hændelser fra loggen', 'Min nye adresse']) assert.ok(said.html.includes(part), part)
  const seen = await visitator.get(`/borgere/${it.citizen}/samtykker`)
  assert.match(seen.html, /Gælder/)
  const again = await ask(it, 'policeContact')
  assert.equal(again.status, 409)
  assert.match(again.html, /har allerede et samtykke/)
})

test('she takes it back at once, and what was signed cannot be signed again', async () => {
  const at = linkIn((await her.get('/noter/samtykker')).html)
  const back = await her.post(`${at}/tilbage`, { once: randomUUID() })
  assert.match(back.html, /Du har taget dit ja tilbage/)
  assert.equal((await her.post(at, { once: randomUUID(), ...yes })).status, 404)
  assert.equal((await ask(it, 'policeContact')).status, 200, 'a new one may be asked for')
})

test('she says no, and nothing holds', async () => {
  await ask(it, 'dscAdviser')
  const own = await her.get('/noter/samtykker')
  const row = own.html.split('<tr').find(part => part.includes('En rådgiver uden for kommunen') && part.includes('Venter'))
  const no = await her.post(`${linkIn(row ?? '')}/nej`, { once: randomUUID() })
  assert.match(no.html, /Du har sagt nej/)
})

test('asked at the same moment, one consent is put before her', async () => {
  const other = await openedCase(town)
  const actor = await town.as('vibeke.eksempel')
  const asked = await Promise.allSettled(Array.from({ length: 6 }, () => perform(town.house, actor, askAction, { citizen: other.citizen, to: 'policeContact' })))
  assert.equal(asked.filter(one => one.status === 'fulfilled').length, 1)
})

test('the first wall: nobody but the visitator and the coordinator who holds the case asks or lists; nobody but she answers', async () => {
  for (const who of ['jonas.eksempel', 'inger.eksempel', 'peter.opdigt', 'dsc.raadgiver', 'karen.proeve', 'torben.eksempel', 'sofie.proeve']) {
    await assert.rejects(perform(town.house, await town.as(who), listAction, { citizen: it.citizen }), missing, who)
    await assert.rejects(perform(town.house, await town.as(who), askAction, { citizen: it.citizen, to: 'dscAdviser' }), missing, who)
  }
  const other = await openedCase(town)
  const { result } = await perform(town.house, await town.as('vibeke.eksempel'), askAction, { citizen: other.citizen, to: 'dscAdviser' })
  await assert.rejects(perform(town.house, await town.as('vibeke.eksempel'), sign, { consent: result.id, ...yes }), missing)
  await assert.rejects(perform(town.house, actorOf(it), sign, { consent: result.id, ...yes }), missing)
  await assert.rejects(perform(town.house, { ...actorOf(other), unlocked: false }, sign, { consent: result.id, ...yes }), missing)
})

test('the second wall: she sees her own, the visitator all, nobody else any; no role signs for her', async () => {
  const all = await town.owner.query<{ n: number }>('select count(*)::int as n from consent')
  const mine = await town.owner.query<{ n: number }>('select count(*)::int as n from consent where citizen = $1', [it.citizen])
  const count = async (who: { id: string }, role: Role) =>
    (await asRole(town, who, role, db => sql<{ n: number }>`select count(*)::int as n from consent`.execute(db))).rows[0]?.n
  assert.equal(await count(await town.as('vibeke.eksempel'), 'visitator'), all.rows[0]?.n)
  assert.equal(await count(actorOf(it), 'citizen'), mine.rows[0]?.n)
  assert.equal(await count(await town.as('inger.eksempel'), 'primaryCoordinator'), 0)
  assert.equal(await count(await town.as('jonas.eksempel'), 'visitator'), 0, 'a role that is not held sees nothing')
  for (const [who, role] of [['peter.opdigt', 'policeContact'], ['dsc.raadgiver', 'dscAdviser'], ['jonas.eksempel', 'firstContact'], ['karen.proeve', 'leader'], ['torben.eksempel', 'tovholder'], ['sofie.proeve', 'operator']] as const)
    await assert.rejects(count(await town.as(who), role), /permission denied/, who)
  const visitator = await town.as('vibeke.eksempel')
  await assert.rejects(asRole(town, visitator, 'visitator', db => sql`update consent set signed_at = now()`.execute(db)), /permission denied/)
  await assert.rejects(asRole(town, visitator, 'visitator', db => sql`insert into consent (id, partnership, citizen, to_role, form, version, asked_by, asked_at, signed_at, from_day)
    values (gen_random_uuid(), 1, ${it.citizen}, 'dscAdviser', 'consent-dsc', 1, ${visitator.id}, now(), now(), now())`.execute(db)), /row-level security/)
})

test('an answer is not changed afterwards, by no role and not by the owner', async () => {
  const signed = await town.owner.query<{ id: string }>('select id from consent where withdrawn_at is not null')
  const id = signed.rows[0]?.id
  assert.ok(id)
  await assert.rejects(asRole(town, actorOf(it), 'citizen', db => sql`update consent set withdrawn_at = null where id = ${id}`.execute(db)), /never changed/)
  await assert.rejects(town.owner.query(`update consent set topics = '{needs}' where id = $1`, [id]), /never changed/)
  await assert.rejects(town.owner.query('delete from consent where id = $1', [id]), /never removed/)
})

test('what she wrote lies in a box', async () => {
  const found = await town.owner.query<{ t: string }>('select t::text from consent t')
  const hex = Buffer.from('nye adresse').toString('hex')
  assert.ok(found.rows.every(row => !row.t.includes('nye adresse') && !row.t.includes(hex)))
})
