import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Refusal } from '../../kernel/refusal.ts'
import { checkForm } from '../../forms/check.ts'
import { danishOf, lix } from '../../forms/lix.ts'
import { custodyMayBeReached, needsTelling, otherParents, recordKinds, recordOf, recordWords, stepTo, type TrackState, trackState, type TrackStep } from './rules.ts'
import { recordTools } from './family.ts'
import { formOf } from '../../toolkit/tools.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

const steps = ['accept', 'decline', 'take-back', 'end'] as const

test('whatever is tried, a track is answered at most once and ended only after it was accepted', () => fc.assert(fc.property(fc.array(fc.constantFrom<TrackStep>(...steps), { maxLength: 12 }), tried => {
  const done: TrackStep[] = []
  let state: TrackState = 'asked'
  for (const step of tried)
    try {
      state = stepTo(state, step)
      done.push(step)
    } catch (error) {
      assert.ok(error instanceof Refusal && error.code === 'cases.track-changed')
    }
  assert.ok(done.length <= 2 && (done.length < 2 || (done[0] === 'accept' && done[1] === 'end')))
  assert.equal(trackState(done.at(-1) ?? null), state)
}), { seed: 20261120, numRuns: process.env['LODS_LONG'] ? 20_000 : 500 }))

test('a talk with the parent who is the other party is a contact with the other party, and no other talk is', () => {
  const gated = otherParents.flatMap(other => recordKinds.filter(kind => needsTelling(kind, other)).map(kind => `${other} ${kind}`))
  assert.deepEqual(gated, ['father father', 'mother mother'])
})

const young = (values: Readonly<Record<string, string>>) => ({ form: 'young', version: 1, values })
test('nothing goes to a custody holder who is the other party, or while nobody knows', () => {
  assert.equal(custodyMayBeReached(undefined), true)
  assert.equal(custodyMayBeReached(young({ under18: 'no' })), true)
  for (const [holderIs, may] of [['no', true], ['yes', false], ['unknown', false], ['', false]] as const) assert.equal(custodyMayBeReached(young({ under18: 'yes', holderIs })), may, holderIs)
})

test('every record has an address of its own', () => assert.deepEqual(recordKinds.map(it => recordOf(recordWords[it])), recordKinds))

for (const id of ['child', 'young', ...Object.values(recordTools)])
  test(`${id} is whole, and easy to read: LIX under 40`, () => {
    const form = formOf(id)
    assert.ok(form)
    assert.deepEqual(checkForm(form), [])
    assert.ok(lix(danishOf(form)) < 40, String(lix(danishOf(form))))
    assert.doesNotMatch(danishOf(form), /offer|stalkeren|gerningsmand|hvorfor|påstået/i)
  })

test('what is said to somebody young is short and says du', () => {
  assert.ok(da.youngSay.split(' ').length < 75 && lix(da.youngSay) < 25, String(lix(da.youngSay)))
  assert.match(da.youngSay, /\bDu\b/)
  assert.match(en.youngSay, /\bYou\b/)
})
