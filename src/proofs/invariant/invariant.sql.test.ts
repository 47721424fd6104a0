// Each open case has exactly one responsible person able to act; each referral waits with a day, is accepted, came back or is before the leader;
// nobody sees without a ground; a consent that was taken back gives nothing. Over as many generated histories as a short while has room for.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { found } from './found.ts'
import { faults } from './faults.ts'
import { findFault, liveMany } from './prove.ts'
import { live } from './run.ts'
import { openModel } from './model.ts'

test('whatever happens, in whatever order and two things at once, the invariant holds', async () => {
  assert.ok(await liveMany(200, 10, 12) >= 10)
})

test('every history that ever broke it is lived through again', async () => {
  const model = await openModel()
  try {
    for (const { history } of found) await live(model, history)
  } finally {
    await model.town.close()
  }
})

test('at least eight faults can be planted, each under a name of its own', () => {
  assert.ok(faults.length >= 8)
  assert.equal(new Set(faults.map(it => it.name)).size, faults.length)
})

const soonFound = ['an accepted hand-over moves all cases but one', 'a consent that is taken back can still be used', 'two who accept at once are both told that it is theirs', 'closing drops the day on which somebody calls',
  'talks with somebody who stalks never come before the leader', 'a paper that he takes back can still be used', 'a family counsellor\'s track stays behind at a hand-over',
  'danger now is given two days when it is passed on', 'a family counsellor who does not answer is never late']
for (const fault of faults.filter(it => soonFound.includes(it.name)))
  test(`planted, it is found: ${fault.name}`, async () => {
    const { after, said } = await findFault(fault, 60, true)
    assert.ok(after > 0, said)
  })
