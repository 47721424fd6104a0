// Who hands over leaves nothing behind that waits; and somebody always leads.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import type { PersonId } from '../../kernel/actor.ts'
import { addDays, dayOf } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { give } from '../../directory/actions-roles.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { giveTaskAction } from '../../cases/coordination/actions.ts'
import { copyPage, makeMeeting, sendMeeting } from '../../cases/meetings/actions.ts'
import { seatsOf } from '../../cases/meetings/store.ts'
import { accept, offer } from '../../cases/handover/actions.ts'
import { askHers } from '../../cases/paperwork/access.ts'
import { endRole } from '../../cases/handover/leaving.ts'
import { shutOutAction } from '../../cases/shut/actions.ts'
import { threadPage } from '../../consents/sparring-actions.ts'
import { perform } from '../../platform/action.ts'
import { sendAction } from '../../referrals/actions.ts'
import { asRole, openedCase, staffVisit } from './testing-case.ts'
import { openWeb } from '../web.ts'

let town: TestHouse
let app: Hono
before(async () => {
  town = await testHouse()
  app = openWeb(town.house)
})
after(() => town.close())

const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code
const checklist = { 'form-version': 'handover-1', handoverTalk: 'held', handoverUrgent: 'Intet' }
const ownerOf = async (task: string) => (await town.owner.query<{ owner: string }>('select owner from case_task_step where task = $1 order by seq desc limit 1', [task])).rows[0]?.owner
const receiverOf = async (id: string) => (await town.owner.query<{ receiver: string; state: string }>('select receiver, state from referral_now where referral = $1', [id])).rows[0]
const taskIn = async (id: string) => (await town.owner.query<{ id: string }>('select id from case_task where case_id = $1', [id])).rows[0]?.id ?? ''

test('tasks, referrals, seats in meetings to come and questions that wait go along with the cases, and are shown to both', async () => {
  const [it, walled] = [await openedCase(town), await openedCase(town)]
  const [vibeke, inger, mikkel] = [await town.as('vibeke.eksempel'), await town.as('inger.eksempel'), await town.as('mikkel.opdigt')]
  for (const one of [it, walled]) await perform(town.house, vibeke, giveTaskAction, { case: one.id, what: 'Ring til skolen', owner: inger.id, due: '2026-11-20' })
  await perform(town.house, vibeke, makeMeeting, { case: it.id, title: 'Plan', day: '2026-11-10', clock: '10:00', people: [inger.id], 'topic-1': 'Plan', 'sharing-1': 'house' })
  const [meeting] = (await town.owner.query<{ id: string }>('select id from case_meeting where case_id = $1', [it.id])).rows
  await perform(town.house, vibeke, sendMeeting, { case: it.id, meeting: meeting?.id ?? '', what: 'invitation' })
  const { result: { id: referral } } = await perform(town.house, vibeke, sendAction, { case: it.id, til: inger.id, rolle: 'primaryCoordinator', purpose: 'En plan' })
  await perform(town.house, await town.as('karen.proeve'), shutOutAction, { number: walled.number, person: mikkel.id, reason: 'Nabo.' })
  const giver = await staffVisit(town, app, 'inger.eksempel')
  await giver.post('/sparring/ny', { once: randomUUID(), to: 'policeContact', kind: 'evidence', text: 'Hvad kan bruges som bevis?' })
  const question = (await town.owner.query<{ id: string }>('select id from sparring where asked_by = $1', [inger.id])).rows[0]?.id ?? ''
  const page = await giver.get(`/overdragelse/ny/primaryCoordinator/${inger.id}`)
  for (const said of ['Det, der ellers venter på Inger Eksempel', 'Henvisning, der venter på svar', 'Opgave', 'Går med over', 'Møde', 'Spørgsmål til en anden']) assert.ok(page.html.includes(said), said)
  const last = addDays(dayOf(town.house.clock.now()), 7)
  const { result: { id } } = await perform(town.house, inger, offer, { role: 'primaryCoordinator', giver: inger.id, ...checklist, receiver: mikkel.id, leaves: 'yes', lastDay: last })
  const receiver = await (await staffVisit(town, app, 'mikkel.opdigt')).get(`/overdragelse/${id}`)
  assert.ok(receiver.html.includes('Henvisning, der venter på svar') && receiver.html.includes(it.number))
  assert.ok(!receiver.html.includes(walled.number), 'a case from which one is shut out is not listed')
  await perform(town.house, mikkel, accept, { handover: id })
  assert.equal(await ownerOf(await taskIn(it.id)), mikkel.id)
  assert.equal(await ownerOf(await taskIn(walled.id)), inger.id, 'nobody gets what a wall keeps her from')
  assert.deepEqual(await receiverOf(referral), { receiver: mikkel.id, state: 'sent' })
  const told = await town.owner.query<{ act: string }>(`select act from journal where about_case = $1 and act like 'cases.%-handed-over' order by act`, [it.id])
  assert.deepEqual(told.rows.map(one => one.act), ['cases.meeting-handed-over', 'cases.referral-handed-over', 'cases.task-handed-over'])
  assert.deepEqual((await asRole(town, vibeke, 'visitator', db => seatsOf(db, meeting?.id ?? ''))).map(one => one.person), [mikkel.id], 'the seat is the receiver\'s')
  const [copy] = (await town.owner.query<{ id: string }>(`select id from meeting_copy where meeting = $1 and what = 'invitation'`, [meeting?.id])).rows
  await perform(town.house, await town.as('mikkel.opdigt'), copyPage, { copy: copy?.id ?? '' })
  await assert.rejects(perform(town.house, await town.as('daniel.proeve'), copyPage, { copy: copy?.id ?? '' }), refused('platform.missing'))
  await perform(town.house, await town.as('mikkel.opdigt'), threadPage, { thread: question })
  await assert.rejects(perform(town.house, await town.as('inger.eksempel'), threadPage, { thread: question }), refused('platform.missing'), 'the question is the receiver\'s now')
  const mine = await (await staffVisit(town, app, 'mikkel.opdigt')).get('/opgaver')
  assert.match(mine.html, /Ring til skolen/)
})

test('who cannot have a case because of one she has already is not told of it by what lies in it, and the journal says nothing of what did not go', async () => {
  const [it, other] = [await openedCase(town), await openedCase(town)]
  const [vibeke, inger, mikkel] = [await town.as('vibeke.eksempel'), await town.as('inger.eksempel'), await town.as('mikkel.opdigt')]
  await perform(town.house, vibeke, giveTaskAction, { case: it.id, what: 'Ring til skolen', owner: inger.id, due: '2026-11-20' })
  await town.owner.query('update case_now set holder = $1 where case_id = $2', [mikkel.id, other.id])
  await town.owner.query('insert into name_crossing (case_id, crosses, partnership, at) values ($1, $2, 1, now())', [it.id, other.id])
  const { result: { id } } = await perform(town.house, inger, offer, { role: 'primaryCoordinator', giver: inger.id, ...checklist, receiver: mikkel.id, leaves: 'no' })
  assert.doesNotMatch((await (await staffVisit(town, app, 'mikkel.opdigt')).get(`/overdragelse/${id}`)).html, new RegExp(it.number))
  await perform(town.house, mikkel, accept, { handover: id })
  assert.equal(await ownerOf(await taskIn(it.id)), inger.id)
  assert.deepEqual((await town.owner.query(`select act from journal where about_case = $1 and act like 'cases.%-handed-over'`, [it.id])).rows, [])
})

test('a hand-over behind a wall takes no task of a citizen’s case along, and names none to whoever takes over', async () => {
  const it = await openedCase(town)
  const [vibeke, inger, torben] = [await town.as('vibeke.eksempel'), await town.as('inger.eksempel'), await town.as('torben.eksempel')]
  await perform(town.house, vibeke, giveTaskAction, { case: it.id, what: 'Ring til skolen', owner: inger.id, due: '2026-11-20' })
  for (const person of [inger.id, vibeke.id]) await perform(town.house, torben, give, { role: 'hr', person, from: dayOf(town.house.clock.now()) })
  const giver = await town.as('inger.eksempel')
  const { result: { id } } = await perform(town.house, giver, offer, { role: 'hr', giver: inger.id, ...checklist, receiver: vibeke.id, leaves: 'no' })
  assert.doesNotMatch((await (await staffVisit(town, app, 'vibeke.eksempel')).get(`/overdragelse/${id}`)).html, new RegExp(it.number))
  await perform(town.house, await town.as('vibeke.eksempel'), accept, { handover: id })
  assert.equal(await ownerOf(await taskIn(it.id)), inger.id)
})

test('a request to see a case follows the case, and is on the list of who hands over', async () => {
  const it = await openedCase(town)
  const vibeke = await town.as('vibeke.eksempel')
  await perform(town.house, vibeke, askHers.post, { case: it.id, askedBy: 'citizen', receivedOn: '2026-11-02', about: 'Alt' })
  assert.match((await (await staffVisit(town, app, 'vibeke.eksempel')).get(`/overdragelse/ny/visitator/${vibeke.id}`)).html, /Aktindsigt, der venter/)
})

test('the last leader does not end the role before another leads; not in the rule, and not past it', async () => {
  const [karen, torben] = [await town.as('karen.proeve'), await town.as('torben.eksempel')]
  const today = dayOf(town.house.clock.now())
  const holding = (await town.owner.query<{ id: number }>(`select id from holding where person = $1 and role = 'leader'`, [karen.id])).rows[0]?.id
  await town.owner.query(`update holding set to_day = null where role = 'leader'`)
  const ends = (to: string) => perform(town.house, torben, endRole, { holding: String(holding), to })
  const page = await (await staffVisit(town, app, 'torben.eksempel')).get(`/roller/${holding}/slut`)
  assert.match(page.html, /er den eneste leder her/)
  await assert.rejects(ends(addDays(today, 3)), refused('cases.last-leader'))
  await assert.rejects(asRole(town, torben, 'tovholder', db => sql`update holding set to_day = gate.today() + 3, ended_by = gate.person(), ended_at = gate.now() where id = ${holding}`.execute(db)), /nobody would lead/)
  const away = (await town.as('peter.opdigt')).id
  await perform(town.house, torben, give, { role: 'leader', person: away, from: today })
  await assert.rejects(ends(addDays(today, 3)), refused('cases.last-leader'), 'a leader of another organisation is no leader here')
  await perform(town.house, torben, give, { role: 'leader', person: (await town.as('inger.eksempel')).id as PersonId, from: addDays(today, 10) })
  await assert.rejects(ends(addDays(today, 3)), refused('cases.last-leader'), 'a day between the two is a day without')
  await ends(addDays(today, 9))
  assert.equal((await town.owner.query<{ to: string }>('select to_day as "to" from holding where id = $1', [holding])).rows[0]?.to, addDays(today, 9))
})

test('who ends a role of somebody else is not shown what waits in a case that she or he is shut out of', async () => {
  const [it, open] = [await openedCase(town), await openedCase(town)]
  const [vibeke, torben, daniel] = [await town.as('vibeke.eksempel'), await town.as('torben.eksempel'), await town.as('daniel.proeve')]
  for (const one of [it, open]) await perform(town.house, vibeke, giveTaskAction, { case: one.id, what: 'Ring til skolen', owner: daniel.id, due: '2026-11-20' })
  await perform(town.house, await town.as('vibeke.eksempel'), shutOutAction, { number: it.number, person: torben.id, reason: 'Nabo.' })
  const holding = (await town.owner.query<{ id: number }>(`select id from holding where person = $1 and role = 'visitator' and for_person is null`, [daniel.id])).rows[0]?.id
  const page = await (await staffVisit(town, app, 'torben.eksempel')).get(`/roller/${holding}/slut`)
  assert.ok(page.html.includes(open.number) && !page.html.includes(it.number))
})
