import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate as soon } from 'node:timers/promises'
import { Refusal } from '../kernel/refusal.ts'
import { triesInLine } from './rules.ts'
import { inTurn } from './turns.ts'

const busy = (error: unknown) => error instanceof Refusal && error.code === 'identity.busy'

test('tries of one line are done one at a time, and those of another do not wait', async () => {
  const told: string[] = []
  const slow = (name: string) => async () => {
    told.push(`${name} begins`)
    await soon()
    told.push(`${name} ends`)
  }
  await Promise.all([inTurn('a', slow('first')), inTurn('a', slow('second')), inTurn('b', async () => { told.push('other') })])
  assert.ok(told.indexOf('second begins') > told.indexOf('first ends'))
  assert.ok(told.indexOf('other') < told.indexOf('second begins'))
})

test('a full line takes nobody more, and is open again when it has emptied', async () => {
  const stands = Array.from({ length: triesInLine }, () => inTurn('a', () => soon()))
  await assert.rejects(inTurn('a', async () => undefined), busy)
  await Promise.all(stands)
  assert.equal(await inTurn('a', async () => 'in'), 'in')
})

test('a try that is refused lets the next one through', async () => {
  const wrong = inTurn('a', async () => { throw new Refusal('invalid', 'identity.wrong', 'secret') })
  const right = inTurn('a', async () => 'in')
  await assert.rejects(wrong, (error: unknown) => error instanceof Refusal && error.code === 'identity.wrong')
  assert.equal(await right, 'in')
})
