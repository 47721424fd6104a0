// Who acts for whom today: the rule and the second wall give the same answer, whoever holds, is away and stands in.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import type { Actor, PersonId } from '../kernel/actor.ts'
import { dayOf } from '../kernel/day.ts'
import { withRole } from '../platform/db.ts'
import { actingFor, type Held } from './rules.ts'
import { holders } from './store.ts'
import { type TestHouse, testHouse } from './testing-house.ts'

let it: TestHouse
let staff: readonly Actor[]
before(async () => {
  it = await testHouse()
  staff = await Promise.all(['inger.eksempel', 'mikkel.opdigt', 'vibeke.eksempel', 'daniel.proeve'].map(it.as))
})
after(() => it.close())

async function seated(rows: readonly { who: number; away: number | undefined }[]): Promise<readonly Held[]> {
  await it.owner.query(`delete from holding where role = 'primaryCoordinator'`)
  for (const { who, away } of rows)
    await it.owner.query(`insert into holding (partnership, role, person, from_day, to_day, stands_in, for_person) values (1, 'primaryCoordinator', $1, '2026-01-01', '2026-12-31', $2, $3)`,
      [staff[who]?.id, away !== undefined, away === undefined ? null : staff[away]?.id])
  const now = it.house.clock.now()
  return withRole(it.house.pool, 'gate', { person: undefined, partnership: 1, now }, db => holders(db, 1, dayOf(now)))
}

const actsFor = (me: PersonId) => withRole(it.house.pool, 'primaryCoordinator', { person: me, partnership: 1, now: it.house.clock.now() },
  async db => (await sql<{ all: string[] }>`select gate.acts_for('primaryCoordinator') as all`.execute(db)).rows[0]?.all ?? [])

const row = fc.record({ who: fc.nat(3), away: fc.option(fc.nat(3), { nil: undefined }) }).filter(it => it.who !== it.away)

test('the rule and the second wall agree on who acts for whom', async () => {
  await fc.assert(fc.asyncProperty(fc.array(row, { maxLength: 6 }), async rows => {
    const held = await seated(rows)
    for (const me of staff) {
      const wall = await actsFor(me.id)
      const rule = staff.filter(one => actingFor(held, 'primaryCoordinator', one.id) === me.id).map(one => one.id)
      assert.deepEqual([...wall].sort(), [...rule].sort())
    }
  }), { seed: 20261120, numRuns: process.env['LODS_LONG'] ? 2_000 : 60 })
})

test('nobody acts for one person but one', async () => {
  const held = await seated([{ who: 0, away: undefined }, { who: 1, away: 0 }, { who: 2, away: 0 }])
  assert.equal(actingFor(held, 'primaryCoordinator', staff[0]?.id ?? null), staff[1]?.id)
  assert.deepEqual(await Promise.all(staff.map(one => actsFor(one.id))), [[], [staff[0]?.id], [], []])
})
