// An answer that comes when the case is closed stands on somebody's home page, and climbs like everything else that waits.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { shutOutAction } from '../../cases/shut/actions.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { perform } from '../../platform/action.ts'
import { sendAction } from '../../referrals/actions.ts'
import { acceptAction, answerAction } from '../../referrals/actions-receive.ts'
import { openedCase, type OpenCase, staffVisit } from './testing-case.ts'
import { openWeb } from '../web.ts'

let town: TestHouse
let app: Hono
before(async () => {
  town = await testHouse()
  app = openWeb(town.house)
})
after(() => town.close())

const page = async (who: string, at: string): Promise<string> => (await (await staffVisit(town, app, who)).get(at)).html
const seqOf = async (id: string): Promise<string> => String((await town.owner.query<{ seq: number }>('select seq from case_now where case_id = $1', [id])).rows[0]?.seq)
const closing = { 'form-version': 'closing-1', closingReason: 'adviceEnough', closingText: 'Rådgivning var nok.', safetyTalk: 'no', safetyInstead: 'Hun ønskede det ikke.', callBackOn: '1.2.2027', callBackBy: 'Vibeke', reachChannel: 'here' }

/** Closed by this colleague, and answered by the family counsellor afterwards. */
async function answeredLate(it: OpenCase, closer: string): Promise<void> {
  const [vibeke, nadia] = [await town.as('vibeke.eksempel'), await town.as('nadia.opdigt')]
  const { result: { id: referral } } = await perform(town.house, vibeke, sendAction, { case: it.id, til: nadia.id, rolle: 'familyCounsellor', purpose: 'Tal med børnene.' })
  await perform(town.house, nadia, acceptAction, { referral })
  const closed = await (await staffVisit(town, app, closer)).post(`/sager/${it.id}/luk`, { ...closing, once: randomUUID(), seq: await seqOf(it.id) })
  assert.equal(closed.status, 200, closed.html.slice(0, 300))
  await perform(town.house, nadia, answerAction, { referral, answer: 'Nej, hun er i fare.' })
}

test('it stands with the coordinator who closed the case too, and with leader and tovholder when its day has passed, until the case is opened again', async () => {
  const it = await openedCase(town)
  const [vibeke, inger] = [await town.as('vibeke.eksempel'), await town.as('inger.eksempel')]
  const { result: { id: offered } } = await perform(town.house, vibeke, sendAction, { case: it.id, til: inger.id, rolle: 'primaryCoordinator', purpose: 'Vær koordinator.' })
  await perform(town.house, inger, acceptAction, { referral: offered })
  await answeredLate(it, 'inger.eksempel')
  for (const who of ['vibeke.eksempel', 'inger.eksempel']) assert.match(await page(who, '/model'), /Nadia Opdigt har svaret i en sag, der er lukket/, who)
  const stands = new RegExp(`Svar i sag ${it.number}, som er lukket`)
  for (const who of ['karen.proeve', 'torben.eksempel']) assert.doesNotMatch(await page(who, '/frister'), stands, `${who}: its day has not passed`)
  town.moveClock(6 * 24 * 3_600_000)
  for (const who of ['karen.proeve', 'torben.eksempel']) {
    assert.match(await page(who, '/frister'), stands, who)
    assert.match(await page(who, '/model'), /frist(?:er)? er gået/, who)
    assert.doesNotMatch(await page(who, '/frister'), /i fare/, 'number, day and name')
  }
  const again = await (await staffVisit(town, app, 'vibeke.eksempel')).post(`/sager/${it.id}/genaabn`, { once: randomUUID(), seq: await seqOf(it.id), reason: 'Hun er i fare.' })
  assert.equal(again.status, 200, again.html.slice(0, 300))
  for (const who of ['karen.proeve', 'torben.eksempel']) assert.doesNotMatch(await page(who, '/frister'), stands, who)
})

test('a leader who is shut out of the case does not hear of its answer', async () => {
  const it = await openedCase(town)
  await answeredLate(it, 'vibeke.eksempel')
  await perform(town.house, await town.as('vibeke.eksempel'), shutOutAction, { number: it.number, person: (await town.as('karen.proeve')).id, reason: 'Hendes søster.' })
  town.moveClock(6 * 24 * 3_600_000)
  assert.match(await page('torben.eksempel', '/frister'), new RegExp(it.number))
  assert.doesNotMatch(await page('karen.proeve', '/frister'), new RegExp(it.number))
})
