import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { inputOf, testLog, writeBundle } from '../bundle/testing-log.ts'

const main = fileURLToPath(new URL('./main.js', import.meta.url))
const verify = (...args: readonly string[]) => spawnSync(process.execPath, [main, 'verify', ...args], { encoding: 'utf8' })
const { path, sha256 } = await writeBundle(inputOf(await testLog(12), [3, 10]))

test('a bundle as it was written: exit 0, and what to hold against the receipt', () => {
  const { status, stdout, stderr } = verify(path)
  assert.deepEqual({ status, stdout }, { status: 0, stdout: '' })
  assert.match(stderr, /12 links in the chain, 2 incidents opened/)
  assert.match(stderr, new RegExp(sha256))
})

test('a changed bundle: exit 1, and each fault is one sentence', () => {
  const changed = `${path}.changed`
  const bytes = readFileSync(path)
  bytes.write('X', bytes.indexOf('Han ringede'))
  writeFileSync(changed, bytes)
  const { status, stderr } = verify(changed, '--lang', 'da')
  assert.equal(status, 1)
  for (const line of stderr.trim().split('\n')) assert.match(line, /^[A-ZÆØÅ].*\.$/)
  assert.match(stderr, /^Filen data\/entries\.jsonl er ændret\.$/m)
})

test('for machines: one line of JSON on stdout', () => {
  const { status, stdout } = verify(path, '--json')
  const { ok, faults, opened } = JSON.parse(stdout)
  assert.deepEqual({ status, ok, faults, opened }, { status: 0, ok: true, faults: [], opened: 2 })
})

test('used wrongly: exit 2 and how to use it', () => {
  for (const args of [[], ['a', 'b'], [path, '--head', 'x'], [path, '--lang', 'de'], [path, '--what']]) {
    const { status, stderr } = verify(...args)
    assert.equal(status, 2)
    assert.match(stderr, /^Usage: verify/)
  }
  assert.match(verify('--lang', 'da', path, '--what').stderr, /^Brug: verify/)
  assert.match(verify('/no/such/file.zip').stderr, /^There is no file/)
  const { status, stderr } = verify('/no/such/file.zip', '--lang', 'da')
  assert.equal(status, 2)
  assert.match(stderr, /^Filen \/no\/such\/file\.zip er der ikke/)
})
