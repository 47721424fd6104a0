import assert from 'node:assert/strict'
import { test } from 'node:test'
import { killAndLook } from './kills.ts'

test('killed five times in mid-write, server and database: nothing answered is lost, nothing is there twice, nothing is half', async t => {
  const found = await killAndLook(5)
  t.diagnostic(JSON.stringify(found))
  assert.ok(found.saved > 8 && found.again > 0, JSON.stringify(found))
})
