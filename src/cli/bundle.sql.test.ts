// The commands that write a bundle, as an operator types them.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'

const folder = mkdtempSync(join(tmpdir(), 'lods-bundle-'))
after(() => rmSync(folder, { recursive: true }))
const program = fileURLToPath(new URL('./main.js', import.meta.url))
const lods = (...args: string[]) => {
  const env = { ...process.env, LODS_DATA: join(folder, 'data'), LODS_KEYS: join(folder, 'keys'), LODS_DEMO: '', DATABASE_URL: '', PORT: '0' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', env })
  return { status, stdout, stderr }
}
const at = (name: string) => join(folder, name)

test('demo --bundle fills the town and writes the bundle of its big case, which verify passes', () => {
  const made = lods('demo', '--bundle', at('town.zip'))
  assert.equal(made.status, 0, made.stderr)
  assert.match(made.stderr, /town\.zip: 400 incidents, \d+ bytes, SHA-256 [0-9a-f]{64}\./)
  assert.equal(made.stdout, '')
  assert.match(lods('verify', at('town.zip')).stderr, /400 links in the chain, 400 incidents opened/)
})

test('a file that is there is never written over', () => {
  writeFileSync(at('mine.zip'), 'mine')
  assert.equal(lods('demo', '--bundle', at('mine.zip')).status, 2)
  assert.equal(lods('bundle', '2026-0002', '--out', at('mine.zip'), '--as', 'vibeke.eksempel', '--reason', 'x').status, 2)
  assert.equal(readFileSync(at('mine.zip'), 'utf8'), 'mine')
})

test('used wrongly it says how it is used', () => {
  const usage = /^bundle needs CASE --out FILE --as NAME --reason TEXT/
  for (const args of [[], ['2026-0002'], ['2026-0002', '--out', at('a.zip'), '--as', 'vibeke.eksempel'], ['2026-0002', '--out', at('a.zip'), '--as', 'vibeke.eksempel', '--reason', ' '], ['2026-0002', '--sail']]) {
    const { status, stderr } = lods('bundle', ...args)
    assert.equal(status, 2)
    assert.match(stderr, usage)
  }
  assert.equal(lods('bundle', '2026-0002', '--out', at('a.zip'), '--as', 'nobody', '--reason', 'x').status, 2)
  assert.equal(existsSync(at('a.zip')), false)
})

test('a private log, no consent, no right and no such case are one answer, and no file is left', () => {
  const asked = (about: string, as: string) => lods('bundle', about, '--out', at('b.zip'), '--as', as, '--reason', 'Prøve')
  const answers = [asked('2026-0001', 'vibeke.eksempel'), asked('1999-0001', 'vibeke.eksempel'), asked('2026-0002', 'peter.opdigt'), asked('2026-0002', 'jonas.eksempel')]
  assert.deepEqual(new Set(answers.map(it => `${it.status} ${it.stderr}`)), new Set(['1 There is nothing there that this person can make a file for the police of: no such case, it is not theirs, nothing is shown in it, or no consent covers it.\n']))
  assert.equal(existsSync(at('b.zip')), false)
})
