import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import type { Actor, Role } from '../kernel/actor.ts'
import { Refusal } from '../kernel/refusal.ts'
import { addCitizen } from '../citizens/store.ts'
import { type TestHouse, testHouse } from '../directory/testing-house.ts'
import { putOn, withRole } from '../platform/db.ts'
import { fold, type Given, type Move, take } from './rules.ts'
import * as store from './store.ts'
import { caseFacts, move, readEvents, worldOf, writeEvent } from './write.ts'

let it: TestHouse
before(async () => { it = await testHouse() })
after(() => it.close())

const answers = { form: 'handoff', version: 1, values: { told: 'hemmelig sætning' } }

/** Sends an enquiry in the database role of the sender, as the action does. */
async function send(signIn: string, role: Role): Promise<string> {
  const actor = await it.as(signIn)
  const [id, citizen, now] = [randomUUID(), randomUUID(), it.house.clock.now()]
  await withRole(it.house.pool, 'gate', { person: actor.id, partnership: 1, now }, async db => {
    const world = await worldOf(db, 1, now)
    await putOn(db, role)
    const key = it.house.vault.newKey()
    await addCitizen(db, { id: citizen as Actor['id'], partnership: 1, keyWrapped: it.house.vault.newKey().wrapped }, now)
    await store.openCase(db, { id, partnership: 1, citizen, keyWrapped: key.wrapped, openedBy: actor.id, openedAt: now })
    const ground = { by: role, kind: 'role' } as const
    await writeEvent({ house: it.house, db, actor, ground, now }, id, undefined, take(undefined, 'receive', actor, { answers }, world), key.plain)
  })
  return id
}

async function act(id: string, signIn: string, role: Role, what: Move, given: Given, seen?: number) {
  const actor = await it.as(signIn)
  const now = it.house.clock.now()
  return withRole(it.house.pool, 'gate', { person: actor.id, partnership: 1, now }, async db => {
    const facts = await caseFacts(db, id, now)
    assert.ok(facts)
    await putOn(db, role)
    return move({ house: it.house, db, actor, ground: { by: role, kind: 'role' }, now }, facts, what, given, seen)
  })
}

async function asRole<T>(signIn: string, role: Role, work: Parameters<typeof withRole<T>>[3]): Promise<T> {
  const actor = await it.as(signIn)
  return withRole(it.house.pool, role, { person: actor.id, partnership: 1, now: it.house.clock.now() }, work)
}

const people: readonly (readonly [string, Role])[] = [
  ['jonas.eksempel', 'firstContact'], ['amina.opdigt', 'firstContact'], ['vibeke.eksempel', 'visitator'], ['inger.eksempel', 'primaryCoordinator'],
  ['mikkel.opdigt', 'primaryCoordinator'], ['peter.opdigt', 'policeContact'], ['dsc.raadgiver', 'dscAdviser'], ['karen.proeve', 'leader'],
  ['torben.eksempel', 'tovholder'], ['sofie.proeve', 'operator'],
]

test('numbers follow each other within the year, also when many are sent at once', async () => {
  const ids = await Promise.all(Array.from({ length: 8 }, () => send('jonas.eksempel', 'firstContact')))
  const found = await it.owner.query<{ number: string }>('select number from case_file where id = any($1) order by number', [ids])
  assert.deepEqual(found.rows.map(row => row.number), Array.from({ length: 8 }, (_, index) => `2026-000${index + 1}`))
})

test('each role sees what its sheet says, table by table', async () => {
  const id = await send('jonas.eksempel', 'firstContact')
  await act(id, 'vibeke.eksempel', 'visitator', 'clarify', { answers, finding: 'stalking_likely', reason: 'uønsket og gentaget' })
  await it.owner.query(`insert into safe_contact (id, partnership, citizen, version, by, at, box) select gen_random_uuid(), 1, citizen, 1, opened_by, opened_at, 'x' from case_file where id = $1`, [id])
  // The coordinator takes it, as a referral will let her: written here by the owner.
  const inger = await it.as('inger.eksempel')
  await it.owner.query(`insert into case_event (case_id, seq, partnership, move, by, by_role, at, status, holder, next, due, urgent)
    values ($1, 3, 1, 'accept', $2, 'primaryCoordinator', now(), 'coordinated', $2, 'meet', now(), false)`, [id, inger.id])
  const tables = {
    file: sql`select key_wrapped from case_file where id = ${id}`, events: sql`select box from case_event where case_id = ${id}`,
    now: sql`select urgent, citizen from case_now where case_id = ${id}`, count: sql`select number, status, holder, due from case_now where case_id = ${id}`,
    receipt: sql`select number from case_file where id = ${id}`, contact: sql`select box from safe_contact where citizen in (select citizen from case_now where case_id = ${id})`,
    numbers: sql`select * from case_number`, looks: sql`select act from journal where about_case = ${id}`,
  } as const
  const seen: Record<string, readonly string[]> = {}
  for (const [signIn, role] of people) {
    const may: string[] = []
    for (const [name, query] of Object.entries(tables)) {
      const rows = await asRole(signIn, role, async db => (await query.execute(db)).rows.length).catch((error: { code?: string }) => { assert.equal(error.code, '42501'); return 0 })
      if (rows > 0) may.push(name)
    }
    seen[signIn] = may
  }
  const all = ['file', 'events', 'now', 'count', 'receipt', 'contact']
  assert.deepEqual(seen, {
    'jonas.eksempel': ['receipt'], 'amina.opdigt': [], 'vibeke.eksempel': all, 'inger.eksempel': all, 'mikkel.opdigt': [], 'peter.opdigt': [],
    'dsc.raadgiver': [], 'karen.proeve': ['count'], 'torben.eksempel': ['count'], 'sofie.proeve': [],
  })
})

test('the sender is told who has it only until somebody takes it up, and never reads the case', async () => {
  const id = await send('jonas.eksempel', 'firstContact')
  const before = await asRole('jonas.eksempel', 'firstContact', db => store.receiptOf(db, id))
  assert.deepEqual([before?.holderName, before?.number.slice(0, 5)], ['Vibeke Eksempel', '2026-'])
  await act(id, 'vibeke.eksempel', 'visitator', 'clarify', { answers, finding: 'unclear', reason: 'x' })
  const behind = await asRole('jonas.eksempel', 'firstContact', db => store.receiptOf(db, id))
  assert.deepEqual([behind?.holderName, behind?.number], [null, before?.number])
  await assert.rejects(asRole('jonas.eksempel', 'firstContact', db => store.wrappedKeyOf(db, id)), { code: '42501' })
  await assert.rejects(asRole('jonas.eksempel', 'firstContact', db => store.eventsOf(db, id)), { code: '42501' })
})

test('nobody but the database itself writes what a case has come to, and what has happened stays', async () => {
  const id = await send('jonas.eksempel', 'firstContact')
  for (const [signIn, role] of people)
    for (const query of [sql`update case_now set status = 'closed'`, sql`delete from case_event`, sql`update case_event set status = 'closed'`, sql`insert into case_now (case_id) values (${id})`, sql`delete from case_file`])
      await assert.rejects(asRole(signIn, role, db => query.execute(db)), (error: { code?: string }) => error.code === '42501')
  await assert.rejects(it.owner.query('delete from case_event'), /only added to/)
  await assert.rejects(it.owner.query('truncate case_event'), /only added to/)
})

test('each role adds only events of its own, in its own name, on its own cases', async () => {
  const id = await send('jonas.eksempel', 'firstContact')
  const add = (signIn: string, role: Role, what: string, seq: number, byRole: string = role, by?: string) => asRole(signIn, role, async db => sql`
    insert into case_event (case_id, seq, partnership, move, by, by_role, at, status, holder, next, due, urgent)
    values (${id}, ${seq}, 1, ${what}, ${by ?? (await it.as(signIn)).id}, ${byRole}, now(), 'clarified', ${(await it.as(signIn)).id}, 'decide', now(), false)`.execute(db))
  const denied = { code: '42501' }
  for (const [signIn, role] of people.filter(([, one]) => one !== 'visitator')) {
    await assert.rejects(add(signIn, role, 'note', 2), denied, `${role} notes`)
    await assert.rejects(add(signIn, role, 'clarify', 2), denied, `${role} clarifies`)
    await assert.rejects(add(signIn, role, 'receive', 2), denied, `${role} receives again`)
  }
  await assert.rejects(add('vibeke.eksempel', 'visitator', 'accept', 2), denied)
  await assert.rejects(add('vibeke.eksempel', 'visitator', 'note', 2, 'primaryCoordinator'), denied)
  await assert.rejects(add('vibeke.eksempel', 'visitator', 'note', 2, 'visitator', (await it.as('daniel.proeve')).id), denied)
  await assert.rejects(add('jonas.eksempel', 'visitator', 'note', 2), denied, 'a role that is not held')
  await assert.rejects(add('vibeke.eksempel', 'visitator', 'note', 7), { code: '40001' }, 'a number too far')
  await add('vibeke.eksempel', 'visitator', 'note', 2)
})

test('two who save the same thing: the second is told, and nothing is written twice', async () => {
  const id = await send('jonas.eksempel', 'firstContact')
  await act(id, 'vibeke.eksempel', 'visitator', 'note', { told: 'første' }, 1)
  await assert.rejects(act(id, 'daniel.proeve', 'visitator', 'note', { told: 'anden' }, 1), (error: Refusal) => error instanceof Refusal && error.code === 'cases.changed-meanwhile')
  const together = await Promise.allSettled([act(id, 'vibeke.eksempel', 'visitator', 'note', { told: 'a' }, 2), act(id, 'daniel.proeve', 'visitator', 'note', { told: 'b' }, 2)])
  assert.deepEqual(together.map(one => one.status).sort(), ['fulfilled', 'rejected'])
  const reason = together.find(one => one.status === 'rejected')?.reason as unknown
  assert.ok(reason instanceof Refusal && reason.kind === 'conflict', String(reason))
})

test('the kept state is what the events add up to, and what was given is unreadable in the table', async () => {
  const id = await send('jonas.eksempel', 'firstContact')
  await act(id, 'vibeke.eksempel', 'visitator', 'clarify', { answers, finding: 'stalking_possible_keep_log', reason: 'hemmelig grund' })
  await act(id, 'vibeke.eksempel', 'visitator', 'note', { told: 'hemmelig note' })
  const { events, kept } = await asRole('vibeke.eksempel', 'visitator', async db => ({ events: await readEvents({ house: it.house, db }, id), kept: await store.caseNow(db, id) }))
  const { status, holder, next, due, urgent, seq, since } = fold(events)
  assert.deepEqual({ status, holder, next, due, urgent, seq, since }, kept && { status: kept.status, holder: kept.holder, next: kept.next, due: kept.due, urgent: kept.urgent, seq: kept.seq, since: kept.since })
  assert.equal(events[1]?.given.reason, 'hemmelig grund')
  const raw = await it.owner.query<{ all: string }>(`select string_agg(encode(box, 'escape'), '') as all from case_event where case_id = $1`, [id])
  assert.ok(!/hemmelig/.test(raw.rows[0]?.all ?? ''))
})
