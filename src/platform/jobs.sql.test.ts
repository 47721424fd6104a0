// Rounds: each alone, none stopping another, and one process at a time.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import type { House } from './action.ts'
import { openPool } from './db.ts'
import { type Failed, keepRounds, type Round, runRounds } from './jobs.ts'
import { type TestDatabase, testDatabase } from './testing.ts'

let database: TestDatabase
let house: House
before(async () => {
  database = await testDatabase()
  // A round asks the house for its clock and its pool alone.
  house = { pool: openPool(database.app), clock: { now: () => new Date('2026-11-03T08:40:00Z') } } as unknown as House
})
after(async () => {
  await house.pool.destroy()
  await database.drop()
})

const ahead = async (): Promise<number | undefined> => {
  let found: number | undefined
  await runRounds(house, [{ name: 'look', run: async ({ db }) => { found = (await sql<{ n: number }>`select ahead_seconds as n from demo_clock`.execute(db)).rows[0]?.n } }])
  return found
}
const puts = (seconds: number) => sql`insert into demo_clock (ahead_seconds) values (${seconds}) on conflict (only_one) do update set ahead_seconds = excluded.ahead_seconds`

test('a round that fails leaves nothing behind, is told without its words, and the next one goes on', async () => {
  const heard: Failed[] = []
  await runRounds(house, [
    { name: 'breaks', run: async ({ db }) => { await puts(1).execute(db); throw new TypeError('what somebody wrote') } },
    { name: 'works', run: async ({ db }) => { await puts(2).execute(db) } },
  ], failed => { heard.push(failed) })
  assert.equal(await ahead(), 2)
  assert.deepEqual(heard, [{ round: 'breaks', kind: 'TypeError' }])
})

test('two processes at once: one does the round, the other leaves it', async () => {
  let done = 0
  const { promise: open, resolve } = Promise.withResolvers<void>()
  const slow: Round = { name: 'slow', run: async () => { done += 1; await open } }
  const first = runRounds(house, [slow])
  while (done === 0) await new Promise(step => setTimeout(step, 5))
  await runRounds(house, [slow])
  assert.equal(done, 1)
  resolve()
  await first
  await runRounds(house, [slow])
  assert.equal(done, 2)
})

test('rounds are gone at the start and again and again, one at a time, and stopping waits for the one under way', async () => {
  let [under, most, count] = [0, 0, 0]
  const kept = keepRounds(house, [{ name: 'count', run: async () => {
    under += 1
    most = Math.max(most, under)
    await new Promise(step => setTimeout(step, 30))
    under -= 1
    count += 1
  } }], 5)
  while (count < 3) await new Promise(step => setTimeout(step, 5))
  await kept.stop()
  assert.deepEqual([most, under], [1, 0])
})
