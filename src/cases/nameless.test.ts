import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holdsCpr } from './nameless.ts'

test('what looks like a CPR number is seen, and telephone numbers and dates are not', () => {
  for (const text of ['311299-0000', 'nr. 3112990000.', '010100 0000']) assert.ok(holdsCpr(text), text)
  for (const text of ['00 11 22 33', '3. november 2026', '2026-0001', '99 99 99 99 99', '310099-0000']) assert.ok(!holdsCpr(text), text)
})
