import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import { test } from 'node:test'
import { openShownOnce } from './shown-once.ts'

test('what is shown once is shown again to the same sending of the same person, for a while, and a failed one leaves nothing', async () => {
  const shown = openShownOnce<string>(30)
  shown.keep('vibeke', 'a', Promise.resolve('first'))
  shown.keep('vibeke', 'a', Promise.reject(new Error('sent before')))
  assert.equal(await shown.again('vibeke', 'a'), 'first')
  assert.equal(shown.again('daniel', 'a'), undefined)
  shown.keep('vibeke', 'b', Promise.reject(new Error('no')))
  await wait(0)
  assert.equal(shown.again('vibeke', 'b'), undefined)
  await wait(60)
  assert.equal(shown.again('vibeke', 'a'), undefined)
})
