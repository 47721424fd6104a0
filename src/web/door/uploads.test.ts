import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '../../kernel/refusal.ts'
import { largestUpload } from '../../platform/http.ts'
import { onTheWay, openLanding } from './uploads.ts'

const busy = (error: unknown) => error instanceof Refusal && error.code === 'platform.uploads-busy'

test('one large sending at a time for each person, two of the largest for all, and the room is given back', () => {
  const landing = openLanding()
  const leave = landing.room('a', largestUpload)
  assert.throws(() => landing.room('a', 2 * 1024 * 1024), busy)
  landing.room('b', onTheWay - largestUpload)
  assert.throws(() => landing.room('c', 2 * 1024 * 1024), busy)
  leave()
  landing.room('c', 2 * 1024 * 1024)()
  landing.room('a', largestUpload)
})

test('what is small, or does not say how large it is, waits for nothing', () => {
  const landing = openLanding(0)
  for (const bytes of [0, 1024, Number.NaN]) landing.room('a', bytes)()
})
