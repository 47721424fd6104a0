// A request to see a case is decided for all that its controller keeps in it: what the decider may not read is named by kind, day and whose it is, and whoever may read it is asked first.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import { askCounsellor, tellDutyAction } from '../../cases/children/actions.ts'
import { acceptTrack } from '../../cases/children/family.ts'
import { keepRecord } from '../../cases/children/records.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { perform } from '../../platform/action.ts'
import { given } from './testing-access.ts'
import { asRole, openedCase, type OpenCase, staffVisit } from './testing-case.ts'
import { openWeb } from '../web.ts'

let town: TestHouse
let app: Hono
let it: OpenCase
before(async () => {
  town = await testHouse()
  app = openWeb(town.house)
  it = await openedCase(town)
  const [vibeke, nadia] = [await town.as('vibeke.eksempel'), await town.as('nadia.opdigt')]
  await perform(town.house, vibeke, tellDutyAction, { case: it.id })
  await perform(town.house, vibeke, askCounsellor, { case: it.id, counsellor: nadia.id, purpose: 'Samvær hver anden weekend.', other: 'none', due: '2026-11-10' })
  const track = (await town.owner.query<{ id: string }>('select id from family_track where case_id = $1', [it.id])).rows[0]?.id ?? ''
  await perform(town.house, nadia, acceptTrack, { track })
  await perform(town.house, nadia, keepRecord, { track, word: 'barnet', record: 'nyt', seen: '0', 'form-version': 'talk-child-1', onDay: '2026-11-03', who: 'Nadia', said: 'Hun sover dårligt.' })
  // A bundle that the coordinator made while she had the case; what is in it is not looked at here.
  await town.owner.query('set session_replication_role = replica')
  await town.owner.query(`insert into bundle (id, partnership, log, citizen, case_id, made_by, made_role, ground, consent, entries, file, sha256, bytes, head_seq, head_seal, made_at)
    values ($1, 1, $2, $3, $4, $5, 'primaryCoordinator', 'consent', $6, array[$7]::uuid[], $8, repeat('a', 64), 1, 1, 'x', '2026-11-03T08:00:00Z')`,
  [randomUUID(), randomUUID(), it.citizen, it.id, (await town.as('inger.eksempel')).id, randomUUID(), randomUUID(), randomUUID()])
  await town.owner.query('set session_replication_role = origin')
})
after(() => town.close())

test('a record of the family counsellor and the other role\'s bundle are lines of their own, without a word of what they say, and nobody decides one unasked', async () => {
  const visitator = await staffVisit(town, app, 'vibeke.eksempel')
  const asked = await visitator.post(`/sager/${it.id}/aktindsigt`, { once: randomUUID(), askedBy: 'citizen', receivedOn: '2026-11-02', about: 'Det hele' })
  for (const line of ['Familierådgiverens notat: samtale med barnet, tirsdag 3. november 2026, Nadia Opdigt. Spørg familierådgiver', 'Samlet mappe, tirsdag 3. november 2026, Inger Eksempel. Spørg primær koordinator']) assert.ok(asked.html.includes(line), line)
  assert.ok(!asked.html.includes('sover dårligt'))
  const fields = { once: randomUUID(), seen: asked.hidden('seen'), reachChannel: 'here', ...given(asked, 'given') }
  const refused = await visitator.post(`${asked.path}/afgoer`, fields)
  assert.equal(refused.status, 422)
  assert.ok(refused.html.includes('Spørg den, der må læse det'))
  const names = [...asked.html.matchAll(/name="(asked-[^"]+)"/g)].map(found => found[1] ?? '')
  assert.equal(names.length, 2)
  const done = await visitator.post(`${asked.path}/afgoer`, { ...fields, once: randomUUID(), ...Object.fromEntries(names.map(name => [name, 'Spurgt 3. november: det kan gives.'])) })
  assert.ok(done.html.includes('Familierådgiverens notat: samtale med barnet') && done.html.includes('Spurgt: Spurgt 3. november'))
})

test('only whoever has the case, in the role that reads it, is told what lies there', async () => {
  const beyond = async (who: string, role: 'visitator' | 'primaryCoordinator' | 'leader' | 'tovholder', reading = role) =>
    asRole(town, await town.as(who), role, async db => (await sql`select * from gate.beyond_reading(${it.id}, ${reading})`.execute(db)).rows.length)
  assert.equal(await beyond('vibeke.eksempel', 'visitator'), 2)
  assert.equal(await beyond('inger.eksempel', 'primaryCoordinator'), 0, 'without the baton')
  assert.equal(await beyond('inger.eksempel', 'primaryCoordinator', 'visitator'), 0, 'in a role that is not hers')
  for (const [who, role] of [['karen.proeve', 'leader'], ['torben.eksempel', 'tovholder']] as const) await assert.rejects(beyond(who, role), { code: '42501' })
  await town.owner.query('set session_replication_role = replica')
  await town.owner.query(`insert into case_shut (id, partnership, case_id, number, citizen, person, kind, by, at, key_wrapped, reason_box) values ($1, 1, $2, $3, $4, $5, 'decided', $6, now(), 'x', 'x')`,
    [randomUUID(), it.id, it.number, it.citizen, (await town.as('daniel.proeve')).id, (await town.as('karen.proeve')).id])
  await town.owner.query('set session_replication_role = origin')
  assert.equal(await beyond('daniel.proeve', 'visitator'), 0, 'nor one who is shut out of it')
})
