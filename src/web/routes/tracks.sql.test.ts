// A family counsellor's track is never nobody's: it goes along with a hand-over, is acted on by whoever stands in, and where nobody can act the leader says who has it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import { Refusal } from '../../kernel/refusal.ts'
import { askCounsellor, childrenPage, tellDutyAction } from '../../cases/children/actions.ts'
import { acceptTrack, trackPage } from '../../cases/children/family.ts'
import { keepRecord, recordPage } from '../../cases/children/records.ts'
import { appointTrack } from '../../cases/children/giving.ts'
import { accept, offer } from '../../cases/handover/actions.ts'
import { endRole } from '../../cases/handover/leaving.ts'
import { shutOutAction } from '../../cases/shut/actions.ts'
import { give, standIn } from '../../directory/actions-roles.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { perform } from '../../platform/action.ts'
import { asRole, openedCase, staffVisit } from './testing-case.ts'
import { openWeb } from '../web.ts'

let town: TestHouse
let app: Hono
before(async () => {
  town = await testHouse()
  app = openWeb(town.house)
  await gets('mikkel.opdigt')
})
after(() => town.close())

const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code
const missing = refused('platform.missing')
const checklist = { 'form-version': 'handover-1', handoverTalk: 'held', handoverUrgent: 'Intet' }
async function gets(name: string): Promise<void> {
  await perform(town.house, await town.as('torben.eksempel'), give, { role: 'familyCounsellor', person: (await town.as(name)).id, from: '2026-11-03' })
}
const holdingOf = async (name: string): Promise<string> => {
  const found = await town.owner.query<{ id: number }>(`select id from holding where person = $1 and role = 'familyCounsellor' and for_person is null and to_day is null`, [(await town.as(name)).id])
  return String(found.rows[0]?.id)
}
/** A track of Nadia's with a record on it. */
async function trackOf(name = 'nadia.opdigt') {
  const it = await openedCase(town)
  const [vibeke, she] = [await town.as('vibeke.eksempel'), await town.as(name)]
  await perform(town.house, vibeke, tellDutyAction, { case: it.id })
  await perform(town.house, vibeke, askCounsellor, { case: it.id, counsellor: she.id, purpose: 'Samvær hver anden weekend.', other: 'none', due: '2026-11-10' })
  const track = (await town.owner.query<{ id: string }>('select id from family_track where case_id = $1', [it.id])).rows[0]?.id ?? ''
  await perform(town.house, she, acceptTrack, { track })
  await perform(town.house, she, keepRecord, { track, word: 'barnet', record: 'nyt', seen: '0', 'form-version': 'talk-child-1', onDay: '2026-11-03', who: 'Nadia', said: 'Hun sover dårligt.' })
  return { it, track }
}
const recordOn = async (track: string) => (await town.owner.query<{ id: string }>('select id from family_record where track = $1', [track])).rows[0]?.id ?? ''

test('an accepted hand-over takes the track along with its records, the giver has it no longer, and the case sees whose it is', async () => {
  const { it, track } = await trackOf()
  const [nadia, mikkel] = [await town.as('nadia.opdigt'), await town.as('mikkel.opdigt')]
  const page = await (await staffVisit(town, app, 'nadia.opdigt')).get(`/overdragelse/ny/familyCounsellor/${nadia.id}`)
  assert.ok(page.html.includes('Forløb med barn og forældre') && page.html.includes(it.number))
  await assert.rejects(perform(town.house, await town.as('torben.eksempel'), endRole, { holding: await holdingOf('nadia.opdigt'), atOnce: 'yes' }), refused('cases.would-orphan'))
  const [holding, torben] = [await holdingOf('nadia.opdigt'), await town.as('torben.eksempel')]
  await assert.rejects(asRole(town, torben, 'tovholder', db => sql`update holding set to_day = '2026-11-02', ended_by = ${torben.id}, ended_at = now() where id = ${holding}`.execute(db)), /wait for a hand-over/)
  const { result: { id } } = await perform(town.house, nadia, offer, { role: 'familyCounsellor', giver: nadia.id, ...checklist, receiver: mikkel.id, leaves: 'no' })
  await perform(town.house, nadia, trackPage, { track })
  await perform(town.house, mikkel, accept, { handover: id })
  await assert.rejects(perform(town.house, nadia, trackPage, { track }), missing)
  const record = await recordOn(track)
  const { result } = await perform(town.house, mikkel, recordPage, { track, word: 'barnet', record })
  assert.equal(result.versions.length, 1)
  assert.equal((await perform(town.house, await town.as('vibeke.eksempel'), childrenPage, { case: it.id })).result.tracks[0]?.counsellorName, mikkel.name)
  assert.equal((await town.owner.query(`select from journal where act = 'cases.track-handed-over' and about_case = $1`, [it.id])).rowCount, 1)
  await perform(town.house, await town.as('torben.eksempel'), endRole, { holding: await holdingOf('nadia.opdigt'), atOnce: 'yes' })
  await gets('nadia.opdigt')
})

test('whoever stands in acts on the track for as long, and it is hers again afterwards', async () => {
  const { track } = await trackOf()
  await perform(town.house, await town.as('nadia.opdigt'), standIn, { holding: await holdingOf('nadia.opdigt'), person: (await town.as('mikkel.opdigt')).id, from: '2026-11-03', to: '2026-11-04' })
  await assert.rejects(perform(town.house, await town.as('nadia.opdigt'), trackPage, { track }), missing)
  await perform(town.house, await town.as('mikkel.opdigt'), trackPage, { track })
  await town.owner.query('delete from holding where for_person is not null')
  await perform(town.house, await town.as('nadia.opdigt'), trackPage, { track })
})

test('a track that its counsellor is shut out of is before the leader, who gives it away by its number and reads nothing of it', async () => {
  const { it, track } = await trackOf()
  const [nadia, mikkel, karen] = [await town.as('nadia.opdigt'), await town.as('mikkel.opdigt'), await town.as('karen.proeve')]
  await assert.rejects(perform(town.house, karen, appointTrack, { track, to: mikkel.id }), missing, 'while she can act it is nobody else\'s to move')
  await perform(town.house, await town.as('vibeke.eksempel'), shutOutAction, { number: it.number, person: nadia.id, reason: 'Nabo.' })
  const leader = await staffVisit(town, app, 'karen.proeve')
  const page = await leader.get('/fordeling')
  assert.ok(page.html.includes('Forløb hos familierådgivere') && page.html.includes(`Giv ${it.number}: ${mikkel.name}`))
  assert.ok(!page.html.includes(`Giv ${it.number}: ${nadia.name}`) && !page.html.includes('Samvær'))
  await assert.rejects(perform(town.house, karen, appointTrack, { track, to: nadia.id }), refused('cases.side-not-there'))
  await assert.rejects(perform(town.house, await town.as('torben.eksempel'), appointTrack, { track, to: mikkel.id }), missing)
  assert.equal((await leader.post(`/fordeling/familie/${track}`, { to: mikkel.id })).path, '/fordeling')
  await perform(town.house, mikkel, trackPage, { track })
  assert.ok(!(await leader.get('/fordeling')).html.includes(it.number))
})

test('past the first wall a leader gives nothing away that somebody can act on, and no other role learns what waits for whom', async () => {
  const { track } = await trackOf()
  const [karen, mikkel, torben] = [await town.as('karen.proeve'), await town.as('mikkel.opdigt'), await town.as('torben.eksempel')]
  await assert.rejects(asRole(town, karen, 'leader', db => sql`insert into family_giving (track, seq, partnership, counsellor, how, by, at) values (${track}, 1, 1, ${mikkel.id}, 'appoint', ${karen.id}, now())`.execute(db)), { code: '42501' })
  for (const question of [sql`select * from gate.left_with(${mikkel.id}, 'familyCounsellor')`, sql`select gate.batons_of(${mikkel.id}, 'visitator')`, sql`select * from gate.open_tracks()`, sql`select gate.counsellor_of(${track})`])
    for (const [who, role] of [[torben, 'tovholder'], [karen, 'leader'], [mikkel, 'familyCounsellor']] as const)
      await assert.rejects(asRole(town, who, role, db => question.execute(db)), { code: '42501' })
})
