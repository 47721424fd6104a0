import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Refusal } from '../kernel/refusal.ts'
import { perform } from '../platform/action.ts'
import { dayOf } from '../kernel/day.ts'
import { withRole } from '../platform/db.ts'
import { rolesAction } from './actions-roles.ts'
import { holders } from './store.ts'
import { type TestHouse, testHouse } from './testing-house.ts'

let it: TestHouse
before(async () => { it = await testHouse() })
after(() => it.close())

test('everybody who works here sees who holds which role today', async () => {
  const jonas = await it.as('jonas.eksempel')
  const now = it.house.clock.now()
  const result = await withRole(it.house.pool, 'firstContact', { person: jonas.id, partnership: 1, now }, db => holders(db, 1, dayOf(now)))
  assert.ok(result.some(holder => holder.role === 'visitator' && holder.name === 'Vibeke Eksempel'))
  assert.ok(!result.some(holder => holder.name === 'Ruth Opdigt'), 'a role that ended in June is no longer held in November')
})

test('one who holds no role gets the answer of a page that is not there, and the journal has the attempt without a ground', async () => {
  const niels = await it.as('niels.opdigt')
  await assert.rejects(perform(it.house, niels, rolesAction, {}), (error: Refusal) => error.kind === 'missing')
  const lines = await it.owner.query('select act, ground, role from journal where person = $1', [niels.id])
  assert.deepEqual(lines.rows, [{ act: 'directory.roles-seen', ground: null, role: null }])
})

test('the journal cannot be changed or cleared, not even by the owner of the database', async () => {
  await assert.rejects(it.owner.query(`update journal set act = 'x'`), /only added to/)
  await assert.rejects(it.owner.query('delete from journal'), /only added to/)
  await assert.rejects(it.owner.query('truncate journal'), /only added to/)
})

test('a wrong role put on by mistake sees nothing: the policies ask who holds it', async () => {
  const jonas = await it.as('jonas.eksempel')
  await it.owner.query('insert into citizen (id, partnership, key_wrapped, created_at) values (gen_random_uuid(), 1, $1, now())', [Buffer.from('x')])
  const { sql } = await import('kysely')
  const seen = await withRole(it.house.pool, 'visitator', { person: jonas.id, partnership: 1, now: it.house.clock.now() }, db => sql`select id from citizen`.execute(db))
  assert.equal(seen.rows.length, 0)
})
