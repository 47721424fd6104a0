// Before the citizen is reached: the rule of safe contact was followed, or somebody says why not, and she can read it.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { actorOf, asRole, herVisit, openedCase, type OpenCase, staffVisit } from './testing-case.ts'
import type { Visit } from '../door/testing-visit.ts'
import { openWeb } from '../web.ts'

let town: TestHouse
let app: Hono
let visitator: Visit
let it: OpenCase
before(async () => {
  town = await testHouse()
  app = openWeb(town.house)
  visitator = await staffVisit(town, app, 'vibeke.eksempel')
  it = await openedCase(town)
})
after(() => town.close())

const rule = { version: '0', seq: '2', channels: 'phone', where: '00 11 22 33', times: 'hverdage 10-12', say: 'kommunen', message: 'no', digitalPost: 'no', paper: 'no', note: '', codeWord: '' }
const closing = { 'form-version': 'closing-1', seq: '2', closingReason: 'adviceEnough', closingText: 'Det er stoppet', safetyTalk: 'no', safetyInstead: 'Ringer selv', callBackOn: '2026-12-15', callBackBy: 'Vibeke' }
const close = (more: Record<string, string>) => visitator.post(`/sager/${it.id}/luk`, { once: randomUUID(), ...closing, ...more })
const kept = () => town.owner.query<{ channel: string; met: boolean; version: number; act: string }>('select channel, met, version, act from reached where citizen = $1 and act <> \'cases.clarified\' order by at', [it.citizen]).then(found => found.rows)

test('a day to call back is not kept before it is said how, and by the rule', async () => {
  const page = await visitator.get(`/sager/${it.id}/luk`)
  assert.match(page.html, /Før du kontakter borgeren/)
  assert.match(page.html, /Hvordan bliver borgeren kontaktet den dag\?/)
  assert.match((await close({})).html, /Vælg, hvordan borgeren bliver kontaktet/)
  const none = await close({ reachChannel: 'phone', reachFollowed: 'yes' })
  assert.equal(none.status, 422)
  assert.match(none.html, /Der er ikke aftalt en regel om sikker kontakt/)
  await visitator.post(`/sager/${it.id}/sikker-kontakt`, { once: randomUUID(), ...rule })
  assert.match((await close({ reachChannel: 'sms', reachFollowed: 'yes' })).html, /Den måde er ikke aftalt med borgeren/)
  assert.match((await close({ reachChannel: 'phone' })).html, /Sæt kryds ved, at reglen er fulgt/)
  assert.deepEqual(await kept(), [], 'what was refused leaves nothing')
  assert.ok((await close({ reachChannel: 'phone', reachFollowed: 'yes' })).path.endsWith(it.id))
  assert.deepEqual(await kept(), [{ channel: 'phone', met: true, version: 1, act: 'cases.closed' }])
})

test('the call back itself asks again; another way needs its reason, which stands on the case and which she can read', async () => {
  const called = (more: Record<string, string>) => visitator.post(`/sager/${it.id}/opkald`, { once: randomUUID(), seq: '3', told: 'Hun har det bedre.', ...more })
  assert.equal((await called({ reachChannel: 'letter' })).status, 422)
  assert.ok((await called({ reachChannel: 'letter', reachWhy: 'Telefonen var lukket i to uger.' })).path.endsWith(it.id))
  assert.deepEqual((await kept()).at(-1), { channel: 'letter', met: false, version: 1, act: 'cases.called' })
  assert.match((await visitator.get(`/sager/${it.id}/sikker-kontakt`)).html, /Når reglen ikke blev fulgt[\s\S]*Telefonen var lukket i to uger/)
  assert.match((await (await herVisit(town, app, it)).get('/noter/hvem')).html, /Når nogen kontaktede dig eller ville kontakte dig, og det ikke var aftalt sådan[\s\S]*Vibeke Eksempel\. Brev\. “Telefonen var lukket i to uger\.”/)
  const hers = await asRole(town, actorOf(it), 'citizen', db => sql<{ n: number }>`select count(*)::int as n from reached where act <> 'cases.clarified'`.execute(db))
  assert.equal(hers.rows[0]?.n, 2)
})

test('past the first wall: others see nothing of it, nobody writes it in another name, and it is never changed', async () => {
  const count = (who: { id: string }, role: 'primaryCoordinator' | 'visitator') => asRole(town, who, role, db => sql<{ n: number }>`select count(*)::int as n from reached`.execute(db))
  assert.equal((await count(await town.as('inger.eksempel'), 'primaryCoordinator')).rows[0]?.n, 0)
  assert.equal((await count(await town.as('jonas.eksempel'), 'visitator')).rows[0]?.n, 0)
  await assert.rejects(asRole(town, await town.as('peter.opdigt'), 'policeContact', db => sql`select 1 from reached`.execute(db)), /permission denied/)
  const vibeke = await town.as('vibeke.eksempel')
  await assert.rejects(asRole(town, vibeke, 'visitator', db => sql`insert into reached (id, partnership, citizen, act, channel, version, met, by, at)
    values (gen_random_uuid(), 1, ${it.citizen}, 'x', 'phone', 0, true, ${it.citizen}, now())`.execute(db)), /row-level security|foreign key/)
  await assert.rejects(town.owner.query('delete from reached'), /only added to/)
})

test('the rule stands where somebody might reach for the telephone', async () => {
  for (const at of [`/sager/${it.id}`, `/sager/${it.id}/opkald`, `/sager/${it.id}/sikker-kontakt`, `/borgere/${it.citizen}/samtykker?sag=${it.id}`, `/borgere/${it.citizen}/samtykker/mundtligt`, `/borgere/${it.citizen}/samtykker/papir/dscAdviser`])
    assert.match((await visitator.get(at)).html, /Før du kontakter borgeren[\s\S]*Kun telefon, 00 11 22 33/, at)
})
