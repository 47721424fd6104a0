import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileAtOnce } from '../filings.ts'

test('a thousand enquiries at once, each sent twice: each is there once, with a number of its own and one holder', async t => {
  const { filed, lost, double, gaps, again, seconds } = await fileAtOnce(1000)
  t.diagnostic(JSON.stringify({ filed, lost, double, gaps, again, seconds }))
  assert.deepEqual({ filed, lost, double, gaps }, { filed: 1000, lost: 0, double: 0, gaps: 0 })
})
