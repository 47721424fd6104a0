// A colleague with an interest in a case: shut out by the leader or by her own word, behind both walls, and the baton goes on.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import { caseAction, inboxAction } from '../../cases/actions.ts'
import { name, say } from '../../cases/danger/actions.ts'
import { accept, offer } from '../../cases/handover/actions.ts'
import { confirmAction, declareAction, liftAction, shutOutAction } from '../../cases/shut/actions.ts'
import { lawAction } from '../../consents/record.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import type { Actor, Role } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { perform } from '../../platform/action.ts'
import { composeAction, sendAction } from '../../referrals/actions.ts'
import { acceptAction, inboxAction as receivedAction, readAction } from '../../referrals/actions-receive.ts'
import { asRole, herVisit, openedCase, type OpenCase, staffVisit } from './testing-case.ts'
import { openWeb } from '../web.ts'

let town: TestHouse
let app: Hono
let it: OpenCase
let vibeke: Actor
let karen: Actor
before(async () => {
  town = await testHouse()
  app = openWeb(town.house)
  vibeke = await town.as('vibeke.eksempel')
  karen = await town.as('karen.proeve')
  it = await openedCase(town)
  const her = await herVisit(town, app, it)
  await her.post('/noter', { once: randomUUID(), told: 'Han ringede.', when: 'now' })
  const show = await her.get('/noter/vis')
  await her.post('/noter/vis', { once: randomUUID(), til: 'visitator', vis: [...show.html.matchAll(/name="vis" value="([^"]+)"/g)].map(found => found[1] ?? '') })
})
after(() => town.close())

const missing = (error: unknown) => error instanceof Refusal && error.kind === 'missing'
const coded = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code
async function referred(of: OpenCase, rolle: 'policeContact' | 'primaryCoordinator', who: string) {
  if (rolle === 'policeContact') await perform(town.house, vibeke, lawAction, { citizen: of.citizen, law: 'duty', topics: ['contact', 'account'], reason: 'x', purpose: 'y' })
  const to = { case: of.id, til: (await town.as(who)).id, rolle }
  const { result } = await perform(town.house, vibeke, composeAction, to)
  return (await perform(town.house, vibeke, sendAction, { ...to, ...result.draft?.texts, account: 'Breve.', purpose: 'Hjælp.', tells: 'asked', entries: [] })).result
}

/** Rows about this citizen that this person sees past the first wall, by table. */
async function seen(who: Actor, role: Role, of: OpenCase): Promise<Record<string, number>> {
  const tables = await town.owner.query<{ t: string; c: string }>(`select c.relname as t, case when c.relname in ('citizen', 'case_file') then 'id' else a.attname end as c
    from pg_class c join pg_policy p on p.polrelid = c.oid and p.polname = 'not_shut_out' join pg_attribute a on a.attrelid = c.oid
      and (a.attname in ('citizen', 'case_id', 'about_case') or (a.attname = 'id' and c.relname in ('citizen', 'case_file')))`)
  const counts: Record<string, number> = {}
  for (const { t, c } of tables.rows) {
    const wanted = c === 'case_id' || c === 'about_case' || t === 'case_file' ? of.id : of.citizen
    const n = await asRole(town, who, role, db => sql<{ n: number }>`select count(*)::int as n from ${sql.ref(t)} where ${sql.ref(c)} = ${wanted}`.execute(db))
      .then(found => found.rows[0]?.n ?? 0, (error: { code?: string }) => { if (error.code !== '42501') throw error; return 0 })
    if (n > 0) counts[t] = n
  }
  return counts
}

test('every table that hangs on a case, a citizen, a log, a referral or a bundle stands behind the wall', async () => {
  const open = await town.owner.query<{ t: string }>(`select distinct c.relname as t from pg_class c join pg_attribute a on a.attrelid = c.oid and a.atttypid = 'uuid'::regtype
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname in ('citizen', 'case_id', 'log', 'referral', 'bundle', 'about_case', 'about_citizen') and c.relname <> 'case_shut'
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'not_shut_out' and not p.polpermissive)`)
  assert.deepEqual(open.rows, [], 'a migration that adds such a table ends with: select close_to_shut_out();')
})

test('what hangs on a thing of a case stands behind the walls of that thing', async () => {
  const open = await town.owner.query<{ t: string }>(`select c.relname as t from pg_class c where c.relname in ('case_task_step', 'other_contact_done', 'meeting_seat', 'family_step', 'family_record')
    and (select count(*) from pg_policy p where p.polrelid = c.oid and p.polname in ('not_shut_out', 'locked_is_shut') and not p.polpermissive) < 2`)
  assert.deepEqual(open.rows, [])
})

test('the leader shuts the visitator out: from the same moment page, list, search and search by danger answer as if there were no such case', async () => {
  await referred(it, 'policeContact', 'peter.opdigt')
  const before = await seen(vibeke, 'visitator', it)
  for (const table of ['case_file', 'case_event', 'case_now', 'citizen', 'consent', 'referral', 'log', 'journal']) assert.ok((before[table] ?? 0) > 0, `${table} is seen before`)
  const leader = await staffVisit(town, app, 'karen.proeve')
  const done = await leader.post('/interesser', { once: randomUUID(), number: it.number, person: vibeke.id, reason: 'Hun er borgerens søster.' })
  for (const part of ['Vibeke Eksempel', it.number, 'borgerens søster']) assert.ok(done.html.includes(part), part)
  assert.deepEqual(await seen(vibeke, 'visitator', it), {})
  const visitator = await staffVisit(town, app, 'vibeke.eksempel')
  for (const at of [`/sager/${it.id}`, `/sager/${it.id}/notat`, `/sager/${it.id}/henvis`, `/borgere/${it.citizen}/samtykker`]) assert.equal((await visitator.get(at)).status, 404, at)
  assert.doesNotMatch((await visitator.get('/indbakke')).html, new RegExp(it.number))
  assert.doesNotMatch((await visitator.get('/interesser')).html, new RegExp(it.number), 'nor does she read why')
  const { result } = await perform(town.house, await town.as('daniel.proeve'), caseAction, { case: it.id })
  assert.equal(result.has?.name, 'Daniel Prøve', 'the stand-in has the baton')
  await assert.rejects(perform(town.house, vibeke, shutOutAction, { number: it.number, person: karen.id, reason: 'x' }), coded('cases.no-number'), 'as a number that is nobody’s')
})

test('the leader opens it again with a reason, and everything is as before; nobody opens it for oneself', async () => {
  const row = await town.owner.query<{ id: string }>('select id from case_shut where person = $1', [vibeke.id])
  const id = row.rows[0]?.id ?? ''
  for (const who of ['vibeke.eksempel', 'daniel.proeve', 'torben.eksempel']) await assert.rejects(perform(town.house, await town.as(who), liftAction, { shut: id, lift: 'Fejl' }), missing, who)
  await assert.rejects(perform(town.house, karen, liftAction, { shut: id, lift: '' }), coded('cases.needs-shut-reason'))
  await perform(town.house, karen, liftAction, { shut: id, lift: 'Det var en anden med samme navn.' })
  assert.ok((await seen(vibeke, 'visitator', it))['case_file'])
  await assert.rejects(town.owner.query('delete from case_shut'), /never removed/)
})

test('a coordinator who says she is a relative loses the case at once, the visitator has it, and the leader confirms', async () => {
  const of = await openedCase(town)
  const inger = await town.as('inger.eksempel')
  const { id } = await referred(of, 'primaryCoordinator', 'inger.eksempel')
  await perform(town.house, inger, acceptAction, { referral: id })
  assert.ok((await seen(inger, 'primaryCoordinator', of))['case_file'])
  const page = await staffVisit(town, app, 'inger.eksempel')
  assert.match((await page.post('/interesser/mig', { once: randomUUID(), number: '2026-9999', kind: 'relative' })).html, /Der er ingen sag med det nummer/)
  assert.match((await page.post('/interesser/mig', { once: randomUUID(), number: of.number, kind: 'relative' })).html, /venter på lederen/)
  assert.deepEqual(await seen(inger, 'primaryCoordinator', of), {})
  await assert.rejects(perform(town.house, inger, caseAction, { case: of.id }), missing)
  assert.equal((await perform(town.house, inger, inboxAction, {})).result.length, 0)
  const { result } = await perform(town.house, vibeke, inboxAction, {})
  assert.equal(result.find(row => row.id === of.id)?.hasName, 'Vibeke Eksempel')
  const visitator = await staffVisit(town, app, 'vibeke.eksempel')
  const seq = (await perform(town.house, vibeke, caseAction, { case: of.id })).result.now.seq
  assert.match((await visitator.post(`/sager/${of.id}/overtag`, { once: randomUUID(), seq: String(seq) })).html, /Dig, stalkingvisitator/)
  const [row] = (await town.owner.query<{ id: string }>('select id from case_shut where person = $1', [inger.id])).rows
  await assert.rejects(perform(town.house, vibeke, confirmAction, { shut: row?.id ?? '' }), missing)
  const leader = await staffVisit(town, app, 'karen.proeve')
  assert.match((await leader.post(`/interesser/${row?.id}/bekraeft`, { once: randomUUID() })).html, /Bekræftet .* af Karen Prøve/)
})

test('a police contact who is a relative reads no copy, takes no part in danger, and is nobody to send to', async () => {
  const of = await openedCase(town)
  const peter = await town.as('peter.opdigt')
  const { id } = await referred(of, 'policeContact', 'peter.opdigt')
  await perform(town.house, peter, declareAction, { number: of.number, kind: 'party' })
  await assert.rejects(perform(town.house, peter, readAction, { referral: id }), missing)
  assert.ok(!(await perform(town.house, peter, receivedAction, {})).result.received.some(one => one.id === id))
  const { result } = await perform(town.house, peter, say, { reason: 'Nogen truer med at slå hende ihjel i aften.' })
  await assert.rejects(perform(town.house, peter, name, { glass: result.id, number: of.number }), coded('cases.no-number'))
  assert.deepEqual(await seen(peter, 'policeContact', of), {})
  const { result: compose } = await perform(town.house, vibeke, composeAction, { case: of.id })
  assert.deepEqual(compose.ways.find(way => way.to === 'policeContact')?.people, [])
})

test('past the first wall nobody shuts another out in a role that may not, says it for another, or opens it for oneself', async () => {
  const of = await openedCase(town)
  const insert = (who: Actor, role: Role, person: string, kind: string, by = who.id) => asRole(town, who, role, db => sql`insert into case_shut (id, partnership, case_id, number, citizen, person, kind, by, at, key_wrapped)
    values (gen_random_uuid(), 1, ${of.id}, ${of.number}, ${of.citizen}, ${person}, ${kind}, ${by}, now(), 'x')`.execute(db))
  const jonas = await town.as('jonas.eksempel')
  await assert.rejects(insert(jonas, 'firstContact', vibeke.id, 'relative'), /row-level security|check constraint/)
  await assert.rejects(insert(jonas, 'firstContact', jonas.id, 'relative', vibeke.id), /row-level security/)
  await insert(karen, 'leader', karen.id, 'relative')
  const lifted = await asRole(town, karen, 'leader', db => sql`update case_shut set lifted_by = ${karen.id}, lifted_at = now(), lift_box = 'x' where person = ${karen.id}`.execute(db))
  assert.equal(lifted.numAffectedRows, 0n)
  assert.deepEqual(await seen(karen, 'leader', of), {})
})

test('a hand-over takes along no case that the receiver is shut out of, and says nothing of it; saying an interest answers alike', async () => {
  const [of, daniel] = [await openedCase(town), await town.as('daniel.proeve')]
  const holder = async () => (await town.owner.query<{ holder: string }>('select holder from case_now where case_id = $1', [of.id])).rows[0]?.holder
  assert.equal(await holder(), vibeke.id)
  await perform(town.house, karen, shutOutAction, { number: of.number, person: daniel.id, reason: 'Fætter.' })
  const asked = { role: 'visitator', giver: vibeke.id, receiver: daniel.id, 'form-version': 'handover-1', handoverTalk: 'held', handoverUrgent: 'Intet' }
  await assert.rejects(perform(town.house, vibeke, offer, { ...asked, leaves: 'yes', lastDay: '2026-11-30' }), coded('cases.handover-not-all'))
  const { result: { id } } = await perform(town.house, vibeke, offer, { ...asked, leaves: 'no' })
  const page = await staffVisit(town, app, 'daniel.proeve')
  assert.doesNotMatch((await page.get(`/overdragelse/${id}`)).html, new RegExp(of.number))
  await perform(town.house, daniel, accept, { handover: id })
  assert.equal(await holder(), vibeke.id)
  await perform(town.house, daniel, declareAction, { number: of.number, kind: 'relative' })
  await assert.rejects(perform(town.house, daniel, declareAction, { number: of.number, kind: 'relative' }), coded('cases.shut-before'), 'what was said before is said')
})
