// Handing over and leaving, through the real acts and past them: nobody but the receiver takes, nothing happens by half, nobody leaves a case behind.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import type { Role } from '../../kernel/actor.ts'
import { addDays, dayOf } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { back, give, standIn } from '../../directory/actions-roles.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { allHoldings } from '../../directory/store-holdings.ts'
import { perform } from '../../platform/action.ts'
import { withRole } from '../../platform/db.ts'
import { enquire } from '../enquire.ts'
import { accept, decline, handoverPage, offer, offerPage, takeBack } from './actions.ts'
import { endPage, endRole } from './leaving.ts'

let it: TestHouse
before(async () => { it = await testHouse() })
after(() => it.close())

const refused = (kind: Refusal['kind'], code?: string) => (error: unknown) => error instanceof Refusal && error.kind === kind && (code === undefined || error.code === code)
const enquiry = { 'form-version': 'handoff-2', acute: 'no', onBehalf: 'self', agreed: 'yes', mayName: 'no', callBack: 'throughMe', children: 'no', told: 'Beskeder hver dag.' }
const send = async () => perform(it.house, await it.as('jonas.eksempel'), enquire, enquiry)
const idOf = async (signIn: string) => (await it.as(signIn)).id
const holderOf = async (signIn: string, role: Role) => {
  const id = await idOf(signIn)
  return withRole(it.house.pool, 'gate', { person: undefined, partnership: 1, now: it.house.clock.now() }, async db => (await allHoldings(db, 1)).find(one => one.person === id && one.role === role && !one.forPerson))
}
const as = async <T>(signIn: string, role: Role, work: Parameters<typeof withRole<T>>[3]) =>
  withRole(it.house.pool, role, { person: await idOf(signIn), partnership: 1, now: it.house.clock.now() }, work)
const checklist = { 'form-version': 'handover-1', handoverTalk: 'held', handoverUrgent: 'Ring i sag 1 på fredag' }
const offered = async (by: string, from: string, to: string, more: object = {}) => {
  const of = { role: 'visitator', giver: await idOf(from) }
  return (await perform(it.house, await it.as(by), offer, { ...of, ...checklist, receiver: await idOf(to), leaves: 'no', ...more })).result.id
}
const batons = async (signIn: string) =>
  (await it.owner.query<{ n: number }>(`select count(*) as n from case_now where holder = $1 and next <> 'none'`, [await idOf(signIn)])).rows[0]?.n

test('nobody leaves a role while cases would be left behind, not even past the first wall', async () => {
  for (let sent = 0; sent < 3; sent++) await send()
  const holding = await holderOf('vibeke.eksempel', 'visitator')
  assert.ok(holding)
  const torben = await it.as('torben.eksempel')
  assert.equal((await perform(it.house, torben, endPage, { holding: String(holding.id) })).result.waiting, 3)
  await assert.rejects(perform(it.house, torben, endRole, { holding: String(holding.id), atOnce: 'yes' }), refused('conflict', 'cases.would-orphan'))
  await assert.rejects(as('torben.eksempel', 'tovholder', db =>
    sql`update holding set to_day = gate.today(), ended_by = gate.person(), ended_at = gate.now() where id = ${holding.id}`.execute(db)), /wait for a hand-over/)
})

test('only the giver or the leader offers, only to one who holds the role', async () => {
  const of = { role: 'visitator', giver: await idOf('vibeke.eksempel') }
  for (const other of ['daniel.proeve', 'torben.eksempel', 'inger.eksempel', 'jonas.eksempel'])
    await assert.rejects(perform(it.house, await it.as(other), offerPage, of), refused('missing'), other)
  await assert.rejects(offered('vibeke.eksempel', 'vibeke.eksempel', 'inger.eksempel'), refused('invalid', 'cases.needs-receiver'))
  await assert.rejects(offered('vibeke.eksempel', 'vibeke.eksempel', 'daniel.proeve', { leaves: 'yes' }), refused('invalid', 'cases.needs-leaves-on'))
})

test('a no has a reason and changes nothing; what was taken back is not answered', async () => {
  const first = await offered('vibeke.eksempel', 'vibeke.eksempel', 'daniel.proeve')
  const daniel = await it.as('daniel.proeve')
  await assert.rejects(offered('karen.proeve', 'vibeke.eksempel', 'daniel.proeve'), refused('conflict', 'cases.handover-open'))
  await assert.rejects(perform(it.house, daniel, decline, { handover: first, reason: ' ' }), refused('invalid'))
  await perform(it.house, daniel, decline, { handover: first, reason: 'Jeg går selv på orlov.' })
  assert.equal((await perform(it.house, await it.as('vibeke.eksempel'), handoverPage, { handover: first })).result.reason, 'Jeg går selv på orlov.')
  const second = await offered('karen.proeve', 'vibeke.eksempel', 'daniel.proeve')
  await perform(it.house, await it.as('karen.proeve'), takeBack, { handover: second })
  await assert.rejects(perform(it.house, daniel, accept, { handover: second }), refused('missing'))
  assert.equal(await batons('vibeke.eksempel'), 3)
})

test('for everybody else a hand-over is not there, and past the first wall nobody else takes a baton by it', async () => {
  const id = await offered('vibeke.eksempel', 'vibeke.eksempel', 'daniel.proeve')
  for (const other of ['inger.eksempel', 'torben.eksempel', 'peter.opdigt', 'jonas.eksempel'])
    for (const act of [handoverPage, accept, decline, takeBack]) await assert.rejects(perform(it.house, await it.as(other), act as typeof accept, { handover: id, reason: 'x' } as never), refused('missing'), other)
  await assert.rejects(perform(it.house, await it.as('vibeke.eksempel'), accept, { handover: id }), refused('missing'), 'the giver answers nothing')
  const { rows: [one] } = await it.owner.query<{ id: string; seq: number; due: Date }>('select case_id as id, seq, due from case_now order by number limit 1')
  assert.ok(one)
  const take = (signIn: string, role: 'visitator' | 'primaryCoordinator') => as(signIn, role, db => sql`
    insert into case_event (case_id, seq, partnership, move, by, by_role, at, status, holder, next, due, urgent)
    values (${one.id}, ${one.seq + 1}, 1, 'hand-over', gate.person(), ${role}, gate.now(), 'received', gate.person(), 'clarify', ${one.due}, false)`.execute(db))
  await assert.rejects(take('vibeke.eksempel', 'visitator'), /row-level security/)
  await assert.rejects(take('inger.eksempel', 'primaryCoordinator'), /row-level security/)
  const seen = await as('inger.eksempel', 'primaryCoordinator', db => sql`select id from handover`.execute(db))
  assert.equal(seen.rows.length, 0)
  await perform(it.house, await it.as('vibeke.eksempel'), takeBack, { handover: id })
})

test('a yes moves every case and ends the role in one transaction; half of it is nothing', async () => {
  const last = addDays(dayOf(it.house.clock.now()), 7)
  const id = await offered('vibeke.eksempel', 'vibeke.eksempel', 'daniel.proeve', { leaves: 'yes', lastDay: last })
  await it.owner.query(`create function planted() returns trigger language plpgsql as $$ begin raise exception 'the lights went out'; end $$`)
  await it.owner.query(`create trigger planted before update on handover for each row execute function planted()`)
  await assert.rejects(perform(it.house, await it.as('daniel.proeve'), accept, { handover: id }), /lights/)
  await it.owner.query('drop trigger planted on handover')
  assert.deepEqual([await batons('vibeke.eksempel'), await batons('daniel.proeve')], [3, 0])
  await perform(it.house, await it.as('daniel.proeve'), accept, { handover: id })
  assert.deepEqual([await batons('vibeke.eksempel'), await batons('daniel.proeve')], [0, 3])
  assert.equal((await holderOf('vibeke.eksempel', 'visitator'))?.to, last)
  await assert.rejects(perform(it.house, await it.as('daniel.proeve'), accept, { handover: id }), refused('missing'))
  const lines = await it.owner.query(`select about_case from journal where act = 'cases.handed-over' and about_citizen is not null`)
  assert.equal(lines.rows.length, 3, 'each citizen sees who has taken over')
})

test('who is away has a stand-in who acts, and is back when she says so', async () => {
  const inger = await it.as('inger.eksempel')
  const holding = String((await holderOf('inger.eksempel', 'primaryCoordinator'))?.id)
  const today = dayOf(it.house.clock.now())
  const away = { holding, person: await idOf('mikkel.opdigt'), from: today, to: addDays(today, 5) }
  await assert.rejects(perform(it.house, await it.as('mikkel.opdigt'), standIn, away), refused('missing'), 'nobody chooses a stand-in for another')
  await assert.rejects(perform(it.house, inger, standIn, { ...away, person: await idOf('peter.opdigt') }), refused('invalid', 'directory.other-organisation'))
  await assert.rejects(as('inger.eksempel', 'primaryCoordinator', async db => sql`
    insert into holding (partnership, role, person, from_day, to_day, stands_in, for_person, given_by, given_at)
    values (1, 'primaryCoordinator', ${await idOf('peter.opdigt')}, gate.today(), gate.today(), true, gate.person(), gate.person(), gate.now())`.execute(db)), /row-level security/)
  await perform(it.house, inger, standIn, away)
  const acts = async (signIn: string) => (await as(signIn, 'primaryCoordinator', db => sql<{ n: number }>`select cardinality(gate.acts_for('primaryCoordinator')) as n`.execute(db))).rows[0]?.n
  assert.deepEqual([await acts('inger.eksempel'), await acts('mikkel.opdigt')], [0, 2])
  const { rows: [stand] } = await it.owner.query<{ id: number }>('select id from holding where for_person = $1', [inger.id])
  await assert.rejects(perform(it.house, await it.as('mikkel.opdigt'), back, { holding: String(stand?.id) }), refused('missing'))
  await perform(it.house, inger, back, { holding: String(stand?.id) })
  assert.deepEqual([await acts('inger.eksempel'), await acts('mikkel.opdigt')], [1, 1])
})

test('past the first wall nobody gives a role to herself, and nobody without the role gives one at all', async () => {
  const insert = (signIn: string, role: Role, to: string) => as(signIn, role, async db => sql`
    insert into holding (partnership, role, person, from_day, given_by, given_at) values (1, 'visitator', ${await idOf(to)}, gate.today(), gate.person(), gate.now())`.execute(db))
  await assert.rejects(insert('torben.eksempel', 'tovholder', 'torben.eksempel'), /row-level security/)
  await assert.rejects(insert('vibeke.eksempel', 'visitator', 'jonas.eksempel'), /row-level security/)
  await assert.rejects(insert('jonas.eksempel', 'leader', 'vibeke.eksempel'), /row-level security/)
  await assert.rejects(as('torben.eksempel', 'tovholder', db => sql`delete from holding`.execute(db)), /permission denied/)
  await assert.rejects(perform(it.house, await it.as('torben.eksempel'), give, { role: 'visitator', person: await idOf('torben.eksempel'), from: dayOf(it.house.clock.now()) }), refused('invalid', 'directory.not-yourself'))
  await assert.rejects(perform(it.house, await it.as('vibeke.eksempel'), give, { role: 'visitator', person: randomUUID(), from: '2026-12-01' }), refused('missing'))
})
