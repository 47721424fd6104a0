import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { Refusal } from '../kernel/refusal.ts'
import { readInput } from './action.ts'

const schema = z.object({ case: z.uuid('platform.missing'), reason: z.string('cases.needs-reason').min(1, 'cases.needs-reason') })
const kindOf = (raw: unknown): string => {
  try {
    readInput(schema, raw)
    return 'read'
  } catch (error) {
    return error instanceof Refusal ? `${error.kind} ${error.code} ${error.faults.length}` : String(error)
  }
}

test('a key that can be nobody\'s is answered as one that is nobody\'s, whatever else is wrong', () => {
  assert.equal(kindOf({ case: 'x', reason: '' }), 'missing platform.missing 0')
  assert.equal(kindOf({ reason: 'y' }), 'missing platform.missing 0')
  assert.equal(kindOf({ case: '00000000-0000-4000-8000-000000000000', reason: '' }), 'invalid cases.needs-reason 1')
  assert.equal(kindOf({ case: '00000000-0000-4000-8000-000000000000', reason: 'y' }), 'read')
})
