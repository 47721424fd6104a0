import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { migrations } from '../platform/migrate.ts'

const data = mkdtempSync(join(tmpdir(), 'lods-cli-'))
after(() => rmSync(data, { recursive: true }))
const program = fileURLToPath(new URL('./main.js', import.meta.url))
const lods = (...args: string[]) => {
  const env = { ...process.env, LODS_DATA: data, LODS_DEMO: '' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', env })
  return { status, stdout, stderr }
}

test('help lists the commands on stdout', () => {
  const { status, stdout } = lods('help')
  assert.equal(status, 0)
  assert.match(stdout, /^lods migrate .*\n/m)
})

test('an unknown command is one sentence on stderr and exit 2', () => {
  assert.deepEqual(lods('sail'), { status: 2, stdout: '', stderr: 'There is no command sail: "lods help" lists those there are.\n' })
  assert.equal(lods('migrate', 'now').status, 2)
})

test('check, migrate, check: nothing there, everything runs once, all in order', () => {
  assert.deepEqual(lods('check'), { status: 1, stdout: '', stderr: `There is no database in ${data} yet: start Lods, or run migrate.\n` })
  const names = migrations().map(it => `${it.name}\n`).join('')
  assert.deepEqual(lods('migrate'), { status: 0, stdout: names, stderr: `${migrations().length} migrations ran.\n` })
  assert.equal(lods('migrate').stdout, '')
  assert.deepEqual(lods('check'), { status: 0, stdout: '', stderr: 'Settings, database and migrations are in order.\n' })
})
