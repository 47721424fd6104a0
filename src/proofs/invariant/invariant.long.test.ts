// The invariant over more than a thousand histories, and every planted fault found within a thousand.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faults } from './faults.ts'
import { findFault, liveMany } from './prove.ts'

test('a thousand histories and more break nothing', async () => {
  assert.equal(await liveMany(1_200, 1_200, 0), 1_200)
})

for (const fault of faults)
  test(`planted, it is found within a thousand histories: ${fault.name}`, async context => {
    const { after, said } = await findFault(fault, 1_000, false)
    assert.ok(after > 0)
    context.diagnostic(`after ${after}: ${said}`)
  })
