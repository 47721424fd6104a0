import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readNumbers, writeNumbers } from './numbers.ts'

test('numbers are written short and read back', () => {
  assert.equal(writeNumbers([3, 1, 2, 7, 9, 10, 7]), '1-3.7.9-10')
  assert.deepEqual([...(readNumbers('1-3.7') ?? [])], [1, 2, 3, 7])
  fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 9_999 }), { minLength: 1 }), all =>
    assert.deepEqual([...(readNumbers(writeNumbers(all)) ?? [])], all.toSorted((a, b) => a - b))), { seed: 20261120, numRuns: process.env['LODS_LONG'] ? 5_000 : 200 })
})

for (const text of ['', '1-', '-1', '1..2', '5-1', '1,2', '1-6000', 'a', '1.2 ', '1-4000.10000-14000']) {
  test(`"${text}" is no choice`, () => assert.equal(readNumbers(text), undefined))
}
