// What is kept in a case: versions that nothing overwrites, tasks that their owner alone reads, and no contact with the other party before she was told.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import type { Role } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import * as acts from '../../cases/coordination/actions.ts'
import * as papers from '../../cases/tools/actions.ts'
import { doTaskAction, myWorkAction, taskPage } from '../../cases/coordination/mine.ts'
import { perform } from '../../platform/action.ts'
import { asRole, openedCase, type OpenCase, staffVisit } from './testing-case.ts'
import { openWeb } from '../web.ts'

let town: TestHouse
let app: Hono
before(async () => {
  town = await testHouse()
  app = openWeb(town.house)
})
after(() => town.close())

const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code
const note = (said: string) => ({ 'form-version': 'contact-note-2', onDay: '2026-11-03', from: 'police', fromWho: 'Peter', said })
const plan = (goal: string) => ({
  'goals-1-goal': goal, 'goals-1-action': 'Ring', 'goals-1-responsible': 'Borgeren', 'goals-1-deadline': '2026-11-20', 'goals-1-status': 'agreed',
  withCitizen: 'yes', review: '2026-12-01',
})
const keep = async (it: OpenCase, who: string, word: string, paper: string, seen: number, fields: Readonly<Record<string, string>>) =>
  perform(town.house, await town.as(who), papers.keepPaperAction, { case: it.id, word, paper, seen: String(seen), ...fields })
const denied = (error: { code?: string; message?: string }) => error.code === '42501'

test('a paper keeps every version; who is second is told, sees the first, and has lost nothing', async () => {
  const it = await openedCase(town)
  const vibeke = await staffVisit(town, app, 'vibeke.eksempel')
  const page = `/sager/${it.id}/papir/handleplan/ark`
  assert.match((await vibeke.get(page)).html, /Handleplan/)
  await vibeke.post(page, { once: randomUUID(), seen: '0', ...plan('Tryg på vej hjem') })
  await keep(it, 'daniel.proeve', 'handleplan', 'ark', 1, plan('Ny lås'))
  const second = await vibeke.post(page, { once: randomUUID(), seen: '1', ...plan('Nyt nummer') })
  assert.equal(second.path, page)
  for (const part of ['Nyt nummer', 'Ny lås', 'Daniel Prøve gemte en ny version', 'Din tekst er gemt som en kladde', 'Din kladde fra']) assert.ok(second.html.includes(part), part)
  assert.doesNotMatch((await (await staffVisit(town, app, 'daniel.proeve')).get(page)).html, /Nyt nummer/, 'a draft is its writer’s alone')
  assert.equal(second.hidden('seen'), '2', 'what is sent next follows the newest')
  const third = await vibeke.post(page, { once: randomUUID(), seen: second.hidden('seen'), ...plan('Nyt nummer og ny lås') })
  assert.equal(third.path, `/sager/${it.id}/arbejde`)
  const kept = await vibeke.get(page)
  for (const part of ['Tryg på vej hjem', 'Ny lås', 'Nyt nummer og ny lås', 'Version 3']) assert.ok(kept.html.includes(part), part)
})

test('two who begin the same paper at once: one of them does', async () => {
  const it = await openedCase(town)
  const tried = await Promise.allSettled(['vibeke.eksempel', 'daniel.proeve', 'vibeke.eksempel'].map(who => keep(it, who, 'handleplan', 'ark', 0, plan(who))))
  assert.deepEqual(tried.map(one => one.status === 'fulfilled' && one.value.result.overtaken).sort(), [false, true, true])
  assert.equal((await town.owner.query('select 1 from case_paper where case_id = $1', [it.id])).rows.length, 1)
  await keep(it, 'vibeke.eksempel', 'kontaktnotat', 'nyt', 0, note('Et'))
  await keep(it, 'vibeke.eksempel', 'kontaktnotat', 'nyt', 0, note('To'))
  await assert.rejects(keep(it, 'vibeke.eksempel', 'kontaktnotat', 'nyt', 0, { ...note('Tre'), from: 'citizen' }), (error: unknown) => error instanceof Refusal && error.code === 'citizens.needs-way')
  const page = await (await staffVisit(town, app, 'vibeke.eksempel')).get(`/sager/${it.id}/arbejde`)
  for (const part of ['Et', 'To', 'Politiet', 'Peter']) assert.ok(page.html.includes(part), part)
})

test('the second wall: papers are read by the visitator and whoever has the baton, and only added to', async () => {
  const it = await openedCase(town)
  await keep(it, 'vibeke.eksempel', 'kontaktnotat', 'nyt', 0, note('Hemmeligt'))
  const seen = async (who: string, role: Role, table: string) => asRole(town, await town.as(who), role, db => sql`select 1 from ${sql.ref(table)} where case_id = ${it.id}`.execute(db))
    .then(found => found.rows.length, error => { assert.ok(denied(error), String(error)); return 0 })
  assert.equal(await seen('vibeke.eksempel', 'visitator', 'case_paper'), 1)
  for (const [who, role] of [['inger.eksempel', 'primaryCoordinator'], ['peter.opdigt', 'policeContact'], ['dsc.raadgiver', 'dscAdviser'], ['karen.proeve', 'leader'], ['jonas.eksempel', 'firstContact'], ['inger.eksempel', 'visitator']] as const)
    assert.equal(await seen(who, role, 'case_paper'), 0, `${who} as ${role}`)
  const vibeke = await town.as('vibeke.eksempel')
  for (const query of [sql`update case_paper set box = ''`, sql`delete from case_paper`]) await assert.rejects(asRole(town, vibeke, 'visitator', db => query.execute(db)), denied)
  await assert.rejects(town.owner.query('delete from case_paper'), /only added to/)
  const box = await town.owner.query<{ t: string }>('select p::text as t from case_paper p where case_id = $1', [it.id])
  assert.ok(!box.rows.some(row => row.t.includes('Hemmeligt') || row.t.includes(Buffer.from('Hemmeligt').toString('hex'))))
  for (const who of ['inger.eksempel', 'peter.opdigt', 'karen.proeve']) await assert.rejects(perform(town.house, await town.as(who), acts.workPage, { case: it.id }), refused('platform.missing'))
})

const give = async (it: OpenCase, owner: string, due = '2026-11-05', what = 'Find en ny vej til skole') =>
  perform(town.house, await town.as('vibeke.eksempel'), acts.giveTaskAction, { case: it.id, what, owner: (await town.as(owner)).id, due })
const tasksOf = async (it: OpenCase) => (await town.owner.query<{ id: string }>('select id from case_task where case_id = $1', [it.id])).rows.map(row => row.id)

test('a task is for a colleague of the house who is there, and read by its owner alone', async () => {
  const it = await openedCase(town)
  for (const owner of ['peter.opdigt', 'dsc.raadgiver', 'sofie.proeve']) await assert.rejects(give(it, owner), refused('cases.needs-owner'), owner)
  await assert.rejects(give(it, 'jonas.eksempel', '2026-11-02'), refused('cases.day-is-past'))
  await give(it, 'amina.opdigt')
  const [task = ''] = await tasksOf(it)
  for (const who of ['jonas.eksempel', 'karen.proeve', 'peter.opdigt', 'vibeke.eksempel'])
    for (const act of [taskPage, doTaskAction]) await assert.rejects(perform(town.house, await town.as(who), act as typeof taskPage, { task, seen: '1', note: 'x' }), refused('platform.missing'), who)
  const jonas = await asRole(town, await town.as('jonas.eksempel'), 'firstContact', db => sql`select 1 from case_task where id = ${task}`.execute(db))
  assert.equal(jonas.rows.length, 0)
  const vibeke = await town.as('vibeke.eksempel')
  const police = (await town.as('peter.opdigt')).id
  await assert.rejects(asRole(town, vibeke, 'visitator', db => sql`insert into case_task_step (task, seq, partnership, step, owner, due, by, at) values (${task}, 2, 1, 'give', ${police}, '2026-12-01', ${vibeke.id}, now())`.execute(db)), denied)
  await perform(town.house, vibeke, acts.moveTaskAction, { case: it.id, task, seen: '1', owner: (await town.as('jonas.eksempel')).id, due: '2026-11-09' })
  assert.equal((await perform(town.house, await town.as('jonas.eksempel'), myWorkAction, {})).result.tasks.length, 1)
  await assert.rejects(perform(town.house, await town.as('amina.opdigt'), taskPage, { task }), refused('platform.missing'))
  await assert.rejects(perform(town.house, vibeke, acts.moveTaskAction, { case: it.id, task, seen: '1', owner: (await town.as('amina.opdigt')).id, due: '2026-11-09' }), refused('cases.task-changed'))
})

const contact = async (it: OpenCase, more: Readonly<Record<string, string>> = {}) =>
  perform(town.house, await town.as('vibeke.eksempel'), acts.contactOtherAction, { case: it.id, way: 'call', when: 'planned', on: '2026-11-04', says: 'Tale om reglerne.', ...more })

test('no contact with the other party before she was told; one answer, one contact; the record names nobody', async () => {
  const it = await openedCase(town)
  const vibeke = await staffVisit(town, app, 'vibeke.eksempel')
  const at = `/sager/${it.id}/den-anden-part`
  assert.doesNotMatch((await vibeke.get(at)).html, /name="way"/)
  for (const when of ['planned', 'done']) await assert.rejects(contact(it, { when, on: '2026-11-03' }), refused('cases.tell-her-first'))
  assert.equal((await vibeke.post(`${at}/fortalt`, { answer: 'told', toldOn: '2026-11-03', safetyThrough: '' })).status, 422)
  assert.equal((await vibeke.post(`${at}/fortalt`, { answer: 'waived', waivedReason: '' })).status, 422)
  assert.equal((await vibeke.post(`${at}/fortalt`, { answer: 'told', toldOn: '2026-11-09', safetyThrough: 'Nøgler' })).status, 422, 'not ahead of time')
  await vibeke.post(`${at}/fortalt`, { once: randomUUID(), answer: 'told', toldOn: '2026-11-03', safetyThrough: 'Nøgler og vejen hjem' })
  assert.match((await vibeke.get(at)).html, /Fortalt tirsdag 3\. november 2026.*name="way"/s)
  await assert.rejects(contact(it, { says: 'Signe Opdigt har sagt det.' }), refused('cases.names-source'))
  await assert.rejects(contact(it, { says: 'Vi har det fra Jonas Eksempel' }), refused('cases.names-source'))
  await contact(it)
  await assert.rejects(contact(it, { way: 'letter' }), refused('cases.tell-her-first'), 'the answer is used')
  assert.match((await vibeke.get(at)).html, /Aftalt til onsdag 4\. november/)
  const id = (await town.owner.query<{ id: string }>('select id from other_contact where case_id = $1', [it.id])).rows[0]?.id ?? ''
  await vibeke.post(`${at}/kontakt/${id}`, { once: randomUUID() })
  assert.match((await vibeke.get(at)).html, /Sket tirsdag 3\. november/)
  await vibeke.post(`${at}/fortalt`, { once: randomUUID(), answer: 'waived', waivedReason: 'Borgeren kan ikke nås, og der er fare' })
  await contact(it, { when: 'done', on: '2026-11-03' })
})

test('the database too has no contact without an answer of its own, of the same case', async () => {
  const [it, other] = [await openedCase(town), await openedCase(town)]
  await perform(town.house, await town.as('vibeke.eksempel'), acts.tellHerAction, { case: it.id, answer: 'waived', waivedReason: 'x' })
  const told = (await town.owner.query<{ id: string }>('select id from told_her where case_id = $1', [it.id])).rows[0]?.id ?? ''
  const vibeke = await town.as('vibeke.eksempel')
  const write = (caseId: string, answer: string | null) => asRole(town, vibeke, 'visitator', db => sql`
    insert into other_contact (id, partnership, case_id, told, way, planned_on, by, by_role, at, key_wrapped, box)
    values (gen_random_uuid(), 1, ${caseId}, ${answer}, 'call', '2026-11-04', ${vibeke.id}, 'visitator', now(), '', '')`.execute(db))
  await assert.rejects(write(it.id, null), /null value/)
  await assert.rejects(write(other.id, told), /foreign key/)
  await write(it.id, told)
  await assert.rejects(write(it.id, told), /unique/)
})

test('children are written of only when the duty to report was told, in the database too', async () => {
  const it = await openedCase(town)
  const child = { 'form-version': 'child-2', childName: 'Bo', age: '8', reported: 'not', reportReason: 'Barnet er trygt hos bedsteforældre' }
  await assert.rejects(keep(it, 'vibeke.eksempel', 'barn', 'nyt', 0, child), refused('cases.duty-first'))
  const vibeke = await town.as('vibeke.eksempel')
  await assert.rejects(asRole(town, vibeke, 'visitator', db => sql`insert into case_paper (id, version, partnership, case_id, kind, by, by_role, at, box)
    values (gen_random_uuid(), 1, 1, ${it.id}, 'child', ${vibeke.id}, 'visitator', now(), '')`.execute(db)), denied)
})

test('a task stands on its owner\'s pages until it is done with a note, and shows when it is late', async () => {
  const it = await openedCase(town)
  await give(it, 'birgit.proeve')
  const [id = ''] = await tasksOf(it)
  assert.match((await (await staffVisit(town, app, 'birgit.proeve')).get('/model')).html, /Du har én opgave\./)
  town.moveClock(4 * 86_400_000)
  const birgit = await staffVisit(town, app, 'birgit.proeve')
  assert.match((await birgit.get('/model')).html, /Du har én opgave, 1 over fristen/)
  assert.match((await birgit.get('/opgaver')).html, /2 dage over/)
  const page = await birgit.get(`/opgaver/${id}`)
  assert.match(page.html, /Find en ny vej til skole/)
  assert.equal((await birgit.post(`/opgaver/${id}`, { once: randomUUID(), seen: '1', note: '' })).status, 422)
  await birgit.post(`/opgaver/${id}`, { once: randomUUID(), seen: page.hidden('seen'), note: 'Vejen er aftalt med skolen.' })
  assert.doesNotMatch((await birgit.get('/model')).html, /Du har/)
  assert.match((await (await staffVisit(town, app, 'vibeke.eksempel')).get(`/sager/${it.id}/opgaver`)).html, /Vejen er aftalt med skolen/)
  assert.equal((await birgit.get(`/sager/${it.id}`)).status, 404, 'the task is read, and not the case')
})
