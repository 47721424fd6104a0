// A shelter, a doctor or another outside the system refers a citizen here: put down by whoever takes it, answered like every referral, and the sender is told, never more than the ground covers.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import { Refusal } from '../../kernel/refusal.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { perform } from '../../platform/action.ts'
import { runRounds } from '../../platform/jobs.ts'
import { replyPage, takeInAction, tellAction } from '../../referrals/actions-in.ts'
import { acceptAction, answerAction, declineAction, inboxAction } from '../../referrals/actions-receive.ts'
import { accept, offer } from '../../cases/handover/actions.ts'
import { rounds } from '../rounds.ts'
import { asRole, openedCase, staffVisit } from './testing-case.ts'
import { openWeb } from '../web.ts'

let town: TestHouse
let app: Hono
before(async () => {
  town = await testHouse()
  app = openWeb(town.house)
})
after(() => town.close())

const refused = (code: string) => (error: unknown) => error instanceof Refusal && (error.code === code || error.faults.some(it => it.code === code))
const missing = refused('platform.missing')
const sent = {
  outside: 'shelter', name: 'Krisecenter Bølgen (opdigtet)', reach: '00 33 44 55', purpose: 'At nogen taler med borgeren om det, der sker nu.', how: 'signed-paper', ground: 'Underskrevet 2. november. Papiret ligger hos dem.', tells: 'words',
  'form-version': 'handoff-2', onBehalf: 'other', agreed: 'yes', mayName: 'yes', citizenName: 'Mona Opdigt', callBack: 'phone', callBackHow: '00 11 22 33, formiddag', children: 'no', told: 'Breve hver dag.',
}
async function takenIn(by = 'jonas.eksempel', more: Readonly<Record<string, string>> = {}) {
  const { result: { id } } = await perform(town.house, await town.as(by), takeInAction, { ...sent, ...more })
  const found = await town.owner.query<{ id: string }>('select id from referral where case_id = $1', [id])
  return { case: id, referral: found.rows[0]?.id ?? '' }
}
const stateOf = async (id: string) => (await town.owner.query<{ state: string; due: Date | null; receiver: string; late: string | null }>('select state, due, receiver, late_step as late from referral_now where referral = $1', [id])).rows[0]

test('a first contact puts it down and has a receipt; the visitator finds it among referrals, with who sent it, the ground and what is asked', async () => {
  const jonas = await staffVisit(town, app, 'jonas.eksempel')
  const page = await jonas.get('/henvist-udefra')
  assert.ok(page.html.includes('Skriv en henvisning udefra ind') && page.html.includes('Krisecenter'))
  const kept = await jonas.post('/henvist-udefra', { once: randomUUID(), ...sent, ground: '', tells: '' })
  assert.equal(kept.status, 422)
  assert.ok(kept.html.includes('Krisecenter Bølgen (opdigtet)') && kept.html.includes('Skriv grundlaget'), 'nothing is lost, and it says what to do')
  const receipt = await jonas.post('/henvist-udefra', { once: randomUUID(), ...sent })
  assert.match(receipt.path, /^\/henvendelse\/sendt\//)
  const vibeke = await staffVisit(town, app, 'vibeke.eksempel')
  const inbox = await vibeke.get('/henvisninger')
  const link = /href="(\/henvisninger\/[0-9a-f-]{36})"/.exec(inbox.html)?.[1] ?? ''
  assert.ok(inbox.html.includes('Krisecenter'))
  const one = await vibeke.get(link)
  for (const said of ['Fra Krisecenter Bølgen (opdigtet) (krisecenter)', 'Skrevet ind af Jonas Eksempel', 'At nogen taler med borgeren', 'Papiret ligger hos dem']) assert.ok(one.html.includes(said), said)
  assert.equal((await jonas.get(link)).status, 404, 'whoever put it down does not read it afterwards')
})

test('accepted, answered and told: the letter names nobody and says what the ground covers; then nothing is owed', async () => {
  const { referral } = await takenIn()
  const vibeke = await town.as('vibeke.eksempel')
  await assert.rejects(perform(town.house, vibeke, replyPage, { referral }), missing, 'there is no letter before there is an answer')
  await perform(town.house, vibeke, acceptAction, { referral })
  assert.ok((await stateOf(referral))?.due, 'it is to be answered by a day')
  await perform(town.house, vibeke, answerAction, { referral, answer: 'Borgeren har fået en samtale i dag.' })
  assert.ok((await stateOf(referral))?.due, 'the sender is to be told by a day')
  assert.ok((await perform(town.house, vibeke, inboxAction, {})).result.untold.some(it => it.id === referral))
  const visit = await staffVisit(town, app, 'vibeke.eksempel')
  const before = await visit.get(`/henvisninger/${referral}/afsender`)
  assert.ok(before.html.includes('Vi har taget stilling til jeres henvisning') && before.html.includes('00 33 44 55'))
  for (const kept of ['Mona', '00 11 22 33', 'fået en samtale i dag', 'Breve hver dag']) assert.ok(!before.html.includes(kept), kept)
  const done = await visit.post(`/henvisninger/${referral}/afsender`, { once: randomUUID(), channel: 'letter', on: '2026-11-03', words: 'Vi holder kontakten.' })
  assert.ok(done.html.includes('Vi holder kontakten.') && done.html.includes('Brev'))
  assert.equal((await stateOf(referral))?.due, null)
  assert.ok(!(await perform(town.house, vibeke, inboxAction, {})).result.untold.some(it => it.id === referral))
  const file = await app.request(`http://127.0.0.1:3000/henvisninger/${referral}/afsender/brev.pdf`, { headers: { host: '127.0.0.1:3000' } })
  assert.notEqual(file.status, 200, 'nobody without a sign-in')
})

test('where the ground covers only whether it was taken, no words go along, and a spoken yes never covers more', async () => {
  await assert.rejects(takenIn('jonas.eksempel', { how: 'oral' }), refused('referrals.ground-covers-less'))
  await assert.rejects(takenIn('jonas.eksempel', { agreed: 'notAsked', callBack: 'throughMe' }), refused('cases.not-agreed'), 'not asked is enough only where a law is named')
  const { referral } = await takenIn('jonas.eksempel', { how: 'oral', tells: 'state' })
  const vibeke = await town.as('vibeke.eksempel')
  await perform(town.house, vibeke, declineAction, { referral, reason: 'Borgeren bor i en anden kommune.' })
  await assert.rejects(perform(town.house, vibeke, tellAction, { referral, channel: 'phone', on: '2026-11-03', words: 'Hun bor et andet sted.' }), refused('referrals.ground-covers-less'))
  const page = await (await staffVisit(town, app, 'vibeke.eksempel')).get(`/henvisninger/${referral}/afsender`)
  assert.ok(page.html.includes('Vi kan ikke tage imod jeres henvisning') && !page.html.includes('anden kommune') && !page.html.includes('name="words"'))
  await perform(town.house, vibeke, tellAction, { referral, channel: 'phone', on: '2026-11-03' })
  assert.deepEqual(await stateOf(referral).then(it => [it?.state, it?.due]), ['declined', null])
})

test('nobody answers: it is reminded of, passed on and put before the leader like any referral; and a sender who is not told stands among the days that are past', async () => {
  const { referral } = await takenIn()
  const day = 24 * 3_600_000
  const seen: (string | null | undefined)[] = []
  for (let n = 0; n < 24 && (await stateOf(referral))?.state !== 'escalated'; n++) {
    town.moveClock(day)
    await runRounds(town.house, rounds, it => { throw new Error(JSON.stringify(it)) })
    seen.push((await stateOf(referral))?.late)
  }
  assert.ok(seen.includes('remind') && seen.at(-1) === 'to-leader', seen.join(' '))
  const holder = (await stateOf(referral))?.receiver
  const all = await Promise.all(['vibeke.eksempel', 'daniel.proeve', 'ruth.opdigt'].map(it => town.as(it)))
  const answers = all.find(it => it.id === holder)
  assert.ok(answers)
  await perform(town.house, answers, declineAction, { referral, reason: 'Borgeren bor i en anden kommune.' })
  town.moveClock(30 * day)
  const number = (await town.owner.query<{ number: string }>('select number from referral_now where referral = $1', [referral])).rows[0]?.number ?? '?'
  assert.ok((await (await staffVisit(town, app, 'torben.eksempel')).get('/frister')).html.includes(number))
})

test('what is owed to a sender goes along with a hand-over, and past the first wall nobody puts one into somebody else\'s case or tells on what went inside', async () => {
  const { referral } = await takenIn()
  const giver = (await stateOf(referral))?.receiver ?? ''
  const all = await Promise.all(['vibeke.eksempel', 'daniel.proeve'].map(it => town.as(it)))
  const [from, to] = [all.find(it => it.id === giver), all.find(it => it.id !== giver)]
  assert.ok(from && to)
  await perform(town.house, from, declineAction, { referral, reason: 'Borgeren bor i en anden kommune.' })
  const { result: { id } } = await perform(town.house, from, offer, { role: 'visitator', giver: from.id, receiver: to.id, leaves: 'no', 'form-version': 'handover-1', handoverTalk: 'held', handoverUrgent: 'Intet' })
  await perform(town.house, to, accept, { handover: id })
  assert.deepEqual(await stateOf(referral).then(it => [it?.state, it?.receiver, it?.due !== null]), ['declined', to.id, true])
  await perform(town.house, to, tellAction, { referral, channel: 'phone', on: '2026-11-03' })
  const [jonas, other] = [await town.as('jonas.eksempel'), await openedCase(town)]
  const past = (caseId: string, citizen: string) => asRole(town, jonas, 'firstContact', db => sql`insert into referral (id, partnership, case_id, number, citizen, to_role, to_person, outside, tells, about, ground, from_person, from_role, key_wrapped, copy_box, sent_at, due)
    values (${randomUUID()}, 1, ${caseId}, 'x', ${citizen}, 'visitator', ${to.id}, 'shelter', 'state', 'exposed', 'law', ${jonas.id}, 'firstContact', 'x', 'x', now(), now())`.execute(db))
  const mine = await takenIn()
  await assert.rejects(past(mine.case, other.citizen), { code: '42501' })
  await assert.rejects(asRole(town, from, 'visitator', db => sql`insert into referral_event (referral, seq, partnership, step, by, at, state) values (${mine.referral}, 2, 1, 'answer', ${from.id}, now(), 'answered')`.execute(db)), { code: '42501' })
})
