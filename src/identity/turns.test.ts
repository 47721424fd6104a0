import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate as soon } from 'node:timers/promises'
import { Refusal } from '../kernel/refusal.ts'
import { hashing, triesInLine } from './rules.ts'
import { inTurn, whenRoom } from './turns.ts'

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

/** Work that stands in the room until it is let go. */
function holding(): { readonly work: () => Promise<void>; readonly let: () => void } {
  let done: () => void = () => undefined
  const held = new Promise<void>(resolve => { done = resolve })
  return { work: () => held, let: done }
}

test('few secrets are checked at once in the whole house, and who finds it full is told so at once, whatever name he has', async () => {
  const room = holding()
  let most = 0
  let now = 0
  const counted = async () => {
    now += 1
    most = Math.max(most, now)
    await room.work()
    now -= 1
  }
  const taken = Array.from({ length: hashing.atOnce + hashing.waiting }, (_, at) => whenRoom(`place ${at}`, counted))
  await assert.rejects(whenRoom('one more', counted), busy)
  room.let()
  await Promise.all(taken)
  assert.equal(most, hashing.atOnce)
  assert.equal(await whenRoom('one more', async () => 'in'), 'in')
})

test('one place fills only its own part of the line, and another that comes later is next but one', async () => {
  const room = holding()
  const told: string[] = []
  const held = Array.from({ length: hashing.atOnce }, () => whenRoom('flood', room.work))
  const flood = Array.from({ length: hashing.ofOnePlace }, () => whenRoom('flood', async () => { told.push('flood') }))
  await assert.rejects(whenRoom('flood', room.work), busy)
  const hers = whenRoom('hers', async () => { told.push('hers') })
  room.let()
  await Promise.all([...held, ...flood, hers])
  assert.ok(told.indexOf('hers') <= 2 && told.length === hashing.ofOnePlace + 1, told.join())
})

test('work that fails gives its room back', async () => {
  for (let at = 0; at < hashing.atOnce * 2; at++) await assert.rejects(whenRoom('a', async () => { throw new Error('broken') }))
  assert.equal(await whenRoom('a', async () => 'in'), 'in')
})
