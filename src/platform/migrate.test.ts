import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { migrations } from './migrate.ts'
import { packageFolder } from './places.ts'

const frozen = readFileSync(join(packageFolder, 'src/platform/migrations.frozen'), 'utf8').split('\n').filter(Boolean)
const now = migrations().map(it => `${it.sha256}  ${it.name}`)

test('no frozen migration was changed, renamed or removed', () => {
  assert.deepEqual(frozen.filter(line => !now.includes(line)), [], 'put the file back as it was, and write a new migration')
})

test('every migration is frozen', () => {
  assert.deepEqual(now.filter(line => !frozen.includes(line)), [], 'run node scripts/freeze.mjs')
})
