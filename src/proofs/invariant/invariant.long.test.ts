// The invariant over more than a thousand histories, and every planted fault found within a thousand: eight at least by histories of everything, the others by
// histories made of what they are about, where their turn comes too seldom among all that can happen.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faults } from './faults.ts'
import { findFault, liveMany } from './prove.ts'

const most = 1_000

test('a thousand histories and more break nothing', async () => {
  assert.equal(await liveMany(1_200, 1_200, 0), 1_200)
})

const byAnything: string[] = []
for (const fault of faults)
  test(`planted, it is found within a thousand histories: ${fault.name}`, async context => {
    const wide = await findFault(fault, most, false)
    if (wide.after > 0) byAnything.push(fault.name)
    const { after, said } = wide.after > 0 ? wide : await findFault(fault, most, true)
    assert.ok(after > 0)
    context.diagnostic(`after ${after}${wide.after > 0 ? '' : ', made of what it is about'}: ${said}`)
  })

test('eight of them at least are found by histories of everything', () => assert.ok(byAnything.length >= 8, byAnything.join('; ')))
