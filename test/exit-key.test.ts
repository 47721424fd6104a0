import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exitKey } from '../src/app/exit-key.ts'

const presses = (...keys: readonly (readonly [string, number])[]) => {
  const press = exitKey()
  return keys.map(([key, at]) => press(key, at))
}

test('three presses of Shift in a row leave', () => assert.deepEqual(presses(['Shift', 5], ['Shift', 300], ['Shift', 600]), [false, false, true]))
test('writing capital letters does not', () => assert.ok(!presses(['Shift', 0], ['A', 50], ['Shift', 200], ['B', 250], ['Shift', 400], ['C', 450]).includes(true)))
test('slow presses do not', () => assert.ok(!presses(['Shift', 0], ['Shift', 1000], ['Shift', 2600]).includes(true)))
test('after leaving it counts anew', () => assert.deepEqual(presses(['Shift', 0], ['Shift', 1], ['Shift', 2], ['Shift', 3]), [false, false, true, false]))
