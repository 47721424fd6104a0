// Everything that waits for somebody climbs by the same ladder: danger now in minutes, the rest in working days. Only the clock is moved.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { enquire } from '../cases/enquire.ts'
import { type TestHouse, testHouse } from '../directory/testing-house.ts'
import { perform } from '../platform/action.ts'
import { type Failed, runRounds } from '../platform/jobs.ts'
import { rounds } from './rounds.ts'
import { staffVisit } from './testing-case.ts'
import { openWeb } from './web.ts'

let town: TestHouse
let app: Hono
before(async () => {
  town = await testHouse()
  app = openWeb(town.house)
})
after(() => town.close())

const goRounds = async (): Promise<void> => {
  const failed: Failed[] = []
  await runRounds(town.house, rounds, it => { failed.push(it) })
  assert.deepEqual(failed, [])
}
const minute = 60_000
async function minutesOn(minutes: number): Promise<void> {
  town.moveClock(minutes * minute)
  await goRounds()
}
interface Row { readonly next: string; readonly holder: string; readonly due: Date; readonly late_step: string | null; readonly number: string; readonly seq: number }
const caseNow = async (id: string): Promise<Row> => {
  const found = (await town.owner.query<Row>('select next, holder, due, late_step, number, seq from case_now where case_id = $1', [id])).rows[0]
  assert.ok(found)
  return found
}
const home = async (who: string) => (await (await staffVisit(town, app, who)).get('/model')).html
const late = async (who: string) => (await (await staffVisit(town, app, who)).get('/frister')).html

test('danger now: the leader is told at the first step, another visitator has it within the half hour, and it stays there until somebody has called', async () => {
  const [vibeke, daniel] = [await town.as('vibeke.eksempel'), await town.as('daniel.proeve')]
  const { result: { id } } = await perform(town.house, await town.as('jonas.eksempel'), enquire, { acute: 'yes', told: 'Han står uden for døren.' })
  const first = await caseNow(id)
  await minutesOn(1)
  assert.equal((await caseNow(id)).late_step, 'remind')
  for (const who of ['karen.proeve', 'torben.eksempel']) {
    for (const html of [await home(who), await late(who)]) {
      assert.match(html, new RegExp(`Fare nu i sag ${first.number}: ingen har ringet endnu`), who)
      assert.match(html, /Vibeke Eksempel har sagen/)
      assert.doesNotMatch(html, /uden for døren/)
    }
  }
  await minutesOn(16)
  assert.deepEqual([(await caseNow(id)).late_step, (await caseNow(id)).holder], ['pass-on', daniel.id])
  await minutesOn(16)
  const before = await caseNow(id)
  assert.deepEqual([before.late_step, before.due, before.next], ['to-leader', first.due, 'call'], 'what it has waited since is kept')
  assert.doesNotMatch((await (await staffVisit(town, app, 'vibeke.eksempel')).get(`/sager/${id}`)).html, /om \d+ dage/)
  const karen = await staffVisit(town, app, 'karen.proeve')
  assert.match((await karen.get('/frister')).html, /Udpeg Vibeke Eksempel/)
  await karen.post(`/frister/sag/${id}`, { once: randomUUID(), person: daniel.id })
  const appointed = await caseNow(id)
  assert.deepEqual([appointed.holder, appointed.late_step, appointed.due], [daniel.id, null, first.due], 'whoever was appointed begins anew, and it still rings')
  assert.match(await home('karen.proeve'), new RegExp(`Fare nu i sag ${first.number}`))
  await minutesOn(1)
  assert.equal((await caseNow(id)).late_step, 'remind')
  await (await staffVisit(town, app, 'vibeke.eksempel')).post(`/sager/${id}/opkald`, { once: randomUUID(), seq: String((await caseNow(id)).seq), told: 'Ringet. Politiet er hos hende.' })
  const called = await caseNow(id)
  assert.deepEqual([called.next, called.late_step, called.holder], ['clarify', null, vibeke.id])
  for (const who of ['karen.proeve', 'torben.eksempel']) assert.doesNotMatch(await home(who), /Fare nu/)
})
