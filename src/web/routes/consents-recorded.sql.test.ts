// A yes that a colleague writes down: on paper with its scan, said aloud for five working days, or a ground in law; and that she takes it back by saying so.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import { endAction, lawAction, oneAction, scanAction } from '../../consents/record.ts'
import { consentsOf } from '../../consents/store.ts'
import { covers, type Receiver, receivers, topics } from '../../consents/rules.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import type { Actor } from '../../kernel/actor.ts'
import { dayOf } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { perform } from '../../platform/action.ts'
import { type Db, withRole } from '../../platform/db.ts'
import { composeAction, sendAction } from '../../referrals/actions.ts'
import { oral, paper } from './consent-actions.ts'
import { actorOf, asRole, herVisit, openedCase, type OpenCase, staffVisit } from './testing-case.ts'
import type { Visit } from '../door/testing-visit.ts'
import { openWeb } from '../web.ts'

let town: TestHouse
let app: Hono
let vibeke: Actor
let visitator: Visit
before(async () => {
  town = await testHouse()
  app = openWeb(town.house)
  vibeke = await town.as('vibeke.eksempel')
  visitator = await staffVisit(town, app, 'vibeke.eksempel')
})
after(() => town.close())

const pdf = () => new File([Buffer.from('%PDF-1.4 underskrevet')], 'scan.pdf', { type: 'application/pdf' })
const filled = (today: string, until: string) =>
  ({ topics: ['contact', 'account'], from: today, until, understood: 'yes', signedOn: today, signedName: 'Signe Opdigt', witnessName: 'Vibeke Eksempel' })
const spoken = { told: 'I telefonen i dag: politiet må ringe.', purpose: 'Politiet skal ringe til borgeren.', agreed: 'yes' }
const missing = (error: unknown) => error instanceof Refusal && error.kind === 'missing'
const invalid = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code
const day = (town: TestHouse) => dayOf(town.house.clock.now())

/** Whether something of that topic may go to them now: by the rule, and by the wall that a sending meets. */
async function goes(of: OpenCase, to: Receiver) {
  const who = to === 'policeContact' ? 'peter.opdigt' : 'dsc.raadgiver'
  const receiver = await town.as(who)
  const all = await asRole(town, vibeke, 'visitator', db => consentsOf(db, of.citizen))
  const rule = topics.filter(topic => all.some(one => covers(one, to, topic, day(town))))
  const papers = await Promise.all(all.map(async one =>
    (await asGate(db => sql<{ may: boolean }>`select gate.may_be_sent(${of.citizen}::uuid, ${to}, ${receiver.id}::uuid, ${one.id}::uuid) as may`.execute(db))).rows[0]?.may))
  return { rule, wall: papers.some(Boolean) }
}

const asGate = <T>(work: (db: Db) => Promise<T>) => withRole(town.house.pool, 'gate', { person: vibeke.id, partnership: 1, now: town.house.clock.now() }, work)

async function send(of: OpenCase, to: 'policeContact' | 'dscAdviser') {
  const asked = { case: of.id, til: (await town.as(to === 'policeContact' ? 'peter.opdigt' : 'dsc.raadgiver')).id, rolle: to }
  const { result } = await perform(town.house, vibeke, composeAction, asked)
  return perform(town.house, vibeke, sendAction, { ...asked, contact: 'Signe, kun telefon.', account: 'Breve hver dag.', purpose: 'Tal med borgeren.', tells: 'asked', entries: [], ...(result.draft && {}) })
}

test('signed on paper: the visitator copies it and adds the scan; it holds at once, and she reads it', async () => {
  const it = await openedCase(town)
  const at = `/borgere/${it.citizen}/samtykker/papir/dscAdviser?sag=${it.id}`
  const page = await visitator.get(at)
  assert.match(page.html, /Det underskrevne papir/)
  const sent = { once: randomUUID(), sag: it.id, 'form-version': page.hidden('form-version'), ...filled('2026-11-03', '2027-03-03') }
  const without = await visitator.post(at, { ...sent, scan: new File([], '') })
  assert.equal(without.status, 422)
  assert.match(without.html, /Uden det gælder samtykket ikke/)
  assert.match((await visitator.post(at, { ...sent, once: randomUUID(), scan: new File(['<html>'], 'a.pdf') })).html, /skal være en PDF eller et billede/)
  const kept = await visitator.post(at, { ...sent, once: randomUUID(), scan: pdf() })
  for (const part of ['Gælder', 'På papir', 'Skrevet ind af Vibeke Eksempel', 'Se det underskrevne papir']) assert.ok(kept.html.includes(part), part)
  assert.deepEqual(await goes(it, 'dscAdviser'), { rule: ['contact', 'account'], wall: true })
  const her = await herVisit(town, app, it)
  const link = /\/noter\/samtykker\/[0-9a-f-]{36}/.exec((await her.get('/noter/samtykker')).html)?.[0] ?? ''
  const read = await her.get(link)
  for (const part of ['På papir. Skrevet ind af Vibeke Eksempel', 'kan ikke hentes hjem igen']) assert.ok(read.html.includes(part), part)
  const back = await her.post(`${link}/tilbage`, { once: randomUUID() })
  assert.match(back.html, /kan ikke hentes hjem igen/, 'the page says so afterwards too')
  assert.deepEqual(await goes(it, 'dscAdviser'), { rule: [], wall: false })
})

test('the scan is read back whole, by those of the case and nobody else, and lies encrypted', async () => {
  const it = await openedCase(town)
  const { result } = await perform(town.house, vibeke, paper, { citizen: it.citizen, to: 'policeContact', scan: pdf(), ...filled(day(town), '2027-03-03') })
  const { result: file } = await perform(town.house, vibeke, scanAction, { citizen: it.citizen, consent: result.id })
  assert.equal(await new Response(file.body).text(), '%PDF-1.4 underskrevet')
  assert.equal(file.name, 'papir.pdf')
  for (const who of ['inger.eksempel', 'peter.opdigt', 'karen.proeve', 'jonas.eksempel'])
    for (const one of [scanAction, oneAction, endAction]) await assert.rejects(perform(town.house, await town.as(who), one as typeof oneAction, { citizen: it.citizen, consent: result.id }), missing, who)
  const { result: law } = await perform(town.house, vibeke, lawAction, { citizen: it.citizen, law: 'danger', topics: ['contact'], reason: 'Der er truet med at komme forbi.', purpose: 'Politiet skal finde frem.' })
  const lines = async () => (await town.owner.query<{ yes: boolean }>(`select ground is not null as yes from journal where act = 'consents.scan-seen' order by id`)).rows.map(row => row.yes)
  const before = await lines()
  await assert.rejects(perform(town.house, vibeke, scanAction, { citizen: it.citizen, consent: law.id }), missing, 'what was decided in law has no paper')
  assert.deepEqual(await lines(), [...before, false], 'and whoever asks for it is turned away, as where there is no such consent')
  const other = await openedCase(town)
  await assert.rejects(perform(town.house, vibeke, oneAction, { citizen: other.citizen, consent: result.id }), missing, 'under another citizen there is no such consent')
  await assert.rejects(town.owner.query(`update consent set scan = gen_random_uuid() where id = $1`, [result.id]), /never changed/)
})

test('said aloud it goes to the police with the name alone, for five working days, and then not any more', async () => {
  const it = await openedCase(town)
  const noted = await visitator.post(`/borgere/${it.citizen}/samtykker/mundtligt`, { once: randomUUID(), ...spoken })
  assert.match(noted.html, /Sagt mundtligt/)
  assert.deepEqual(await goes(it, 'policeContact'), { rule: ['contact'], wall: true })
  assert.deepEqual(await goes(it, 'dscAdviser'), { rule: [], wall: false })
  const { result } = await send(it, 'policeContact')
  assert.ok(result.id)
  const other = await openedCase(town)
  await perform(town.house, vibeke, oral, { citizen: other.citizen, ...spoken })
  town.moveClock(6 * 86_400_000)      // Monday 9 November: the fifth working day
  assert.deepEqual(await goes(other, 'policeContact'), { rule: ['contact'], wall: true })
  town.moveClock(86_400_000)
  assert.deepEqual(await goes(other, 'policeContact'), { rule: [], wall: false })
  await assert.rejects(send(other, 'policeContact'), invalid('referrals.needs-consent'))
})

test('she tells a colleague, who records it: in the same moment nothing can be sent, and what was sent stays', async () => {
  const it = await openedCase(town)
  const { result } = await perform(town.house, vibeke, paper, { citizen: it.citizen, to: 'policeContact', scan: pdf(), ...filled(day(town), '2027-03-03') })
  const { result: sent } = await send(it, 'policeContact')
  visitator = await staffVisit(town, app, 'vibeke.eksempel')
  const before = await visitator.get(`/borgere/${it.citizen}/samtykker/${result.id}`)
  assert.match(before.html, /En kopi, der er sendt, kan ikke hentes hjem igen/)
  const ended = await visitator.post(`/borgere/${it.citizen}/samtykker/${result.id}/tilbage`, { once: randomUUID() })
  assert.match(ended.html, /skrevet af Vibeke Eksempel/)
  assert.match(ended.html, /er stadig hos modtageren/)
  assert.deepEqual(await goes(it, 'policeContact'), { rule: [], wall: false })
  const left = await town.owner.query('select 1 from referral where id = $1', [sent.id])
  assert.equal(left.rowCount, 1)
  const row = await town.owner.query<{ withdrawn_by: string }>('select withdrawn_by from consent where id = $1', [result.id])
  assert.equal(row.rows[0]?.withdrawn_by, vibeke.id)
})

test('a ground in law goes to the police alone, with its reason, and she reads it but cannot take it back', async () => {
  const it = await openedCase(town)
  await assert.rejects(perform(town.house, vibeke, lawAction, { citizen: it.citizen, law: 'danger', topics: 'account', purpose: 'Vurdering' }), invalid('consents.needs-reason'))
  const { result } = await perform(town.house, vibeke, lawAction, { citizen: it.citizen, law: 'danger', topics: ['contact', 'account'], reason: 'Der er truet med kniv.', purpose: 'Politiet skal kunne handle.' })
  assert.deepEqual(await goes(it, 'policeContact'), { rule: ['contact', 'account'], wall: true })
  const her = await herVisit(town, app, it)
  const read = await her.get(`/noter/samtykker/${result.id}`)
  for (const part of ['Det her er ikke dit ja', 'Der er truet med kniv.']) assert.ok(read.html.includes(part), part)
  assert.ok(!read.html.includes('/tilbage'))
  assert.equal((await her.post(`/noter/samtykker/${result.id}/tilbage`, { once: randomUUID() })).status, 404)
  const changed = await asRole(town, actorOf(it), 'citizen', db => sql`update consent set withdrawn_at = now() where id = ${result.id}`.execute(db))
  assert.equal(changed.numAffectedRows, 0n)
})

test('past the first wall, no spoken yes covers more, no colleague writes one in another name, and none without its scan', async () => {
  const it = await openedCase(town)
  const insert = (how: string, to: string, of: string, scan: string | null, by = vibeke.id, law: string | null = null) => asRole(town, vibeke, 'visitator', db => sql`
    insert into consent (id, partnership, citizen, to_role, form, version, asked_by, asked_at, recorded_by, how, law, signed_at, from_day, until_day, topics, scan, scan_key_box)
    values (gen_random_uuid(), 1, ${it.citizen}, ${to}, 'x', 1, ${vibeke.id}, now(), ${by}, ${how}, ${law}, now(), '2026-11-10', '2026-11-17', ${`{${of}}`}::text[], ${scan}::uuid, ${scan === null ? null : Buffer.from('x')})`.execute(db))
  await assert.rejects(insert('oral', 'policeContact', 'account', null), /consent_said_aloud/)
  await assert.rejects(insert('oral', 'dscAdviser', 'contact', null), /consent_said_aloud/)
  await assert.rejects(insert('law', 'dscAdviser', 'contact', null, vibeke.id, 'danger'), /consent_in_law/)
  await assert.rejects(insert('paper', 'dscAdviser', 'contact', null), /consent_scanned/)
  await assert.rejects(insert('paper', 'dscAdviser', 'contact', randomUUID(), (await town.as('inger.eksempel')).id), /row-level security/)
})

test('whatever is given and taken back, in whatever order, the rule and the wall agree, and what is taken back grants nothing', async () => {
  const it = await openedCase(town)
  const step = fc.record({ how: fc.constantFrom('paper', 'oral', 'law', 'end', 'day'), to: fc.constantFrom(...receivers), pick: fc.nat(9) })
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 5 }), async steps => {
    for (const { how, to, pick } of steps) {
      if (how === 'day') town.moveClock(3 * 86_400_000)
      else await tried(how, to, pick, it)
      for (const receiver of receivers) {
        const { rule, wall } = await goes(it, receiver)
        assert.equal(wall, rule.length > 0, receiver)
      }
    }
    for (const one of await asRole(town, vibeke, 'visitator', db => consentsOf(db, it.citizen)))
      await perform(town.house, vibeke, endAction, { citizen: it.citizen, consent: one.id }).catch(refused)
    for (const receiver of receivers) assert.deepEqual(await goes(it, receiver), { rule: [], wall: false })
  }), { seed: 20261120, numRuns: process.env['LODS_LONG'] ? 200 : 12 })
})

const refused = (error: unknown) => {
  if (!(error instanceof Refusal)) throw error
}
async function tried(how: string, to: Receiver, pick: number, { citizen }: OpenCase) {
  const all = await asRole(town, vibeke, 'visitator', db => consentsOf(db, citizen))
  const one = all[pick % Math.max(all.length, 1)]
  const done = how === 'paper' ? perform(town.house, vibeke, paper, { citizen, to, scan: pdf(), ...filled(day(town), '2027-11-03') })
    : how === 'oral' ? perform(town.house, vibeke, oral, { citizen, ...spoken })
    : how === 'law' ? perform(town.house, vibeke, lawAction, { citizen, law: 'duty', topics: 'log', reason: 'x', purpose: 'y' })
    : perform(town.house, vibeke, endAction, { citizen, consent: one?.id ?? randomUUID() })
  await done.catch(refused)
}
