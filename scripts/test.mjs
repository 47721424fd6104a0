// npm test: everything that can be checked without a person. Quiet when green.
//   node scripts/test.mjs                 unit, SQL, stories, lint, types
//   node scripts/test.mjs --long          with the full numbers, and the tests that take minutes
//   node scripts/test.mjs PATTERN ...     only the test files whose path holds one of the patterns
import { spawn, spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fail, fromBuild, ready, root } from './ready.mjs'
import { equip } from './tools.mjs'

await ready()
process.chdir(root)
const long = process.argv.includes('--long')
const patterns = process.argv.slice(2).filter(it => it !== '--long')
// What takes minutes (`*.long.test`, test/long) runs with --long, or when it is asked for by name.
const slow = file => file.endsWith('.long.test.js') || file.startsWith('dist/test/long/')
const files = [...testsIn('dist/src'), ...testsIn('dist/test')].filter(file => long || patterns.length > 0 || !slow(file))
  .filter(file => patterns.length === 0 || patterns.some(pattern => file.includes(pattern)))
if (files.length === 0) fail(`No test file has ${patterns.join(' or ')} in its path.`, 2)

const whole = patterns.length === 0
if (whole) lint()
// The browser and the paper tools are for the stories; the rooms' own tests check paper too.
if (whole || files.some(file => file.startsWith('dist/test/'))) equip()

const { testCluster } = await fromBuild('src/platform/testing.js')
const cluster = await testCluster()
const code = await run().finally(() => cluster.stop())
process.exit(code)

function testsIn(folder) {
  const there = (() => { try { return readdirSync(folder, { recursive: true }) } catch { return [] } })()
  return there.filter(name => name.endsWith('.test.js')).map(name => join(folder, name)).sort()
}

function lint() {
  const biome = ['node_modules/@biomejs/biome/bin/biome', 'lint', '--error-on-warnings', '.']
  const done = spawnSync(process.execPath, biome, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  if (done.status === 0) return
  process.stderr.write(`${done.stdout}${done.stderr}`)
  process.exit(1)
}

/** @returns the exit code of the test runner */
function run() {
  const minutes = long ? 60 : 10
  const child = spawn(process.execPath, [
    '--test', '--test-concurrency=2', `--test-timeout=${minutes * 60_000}`,
    '--test-reporter=./scripts/reporter.mjs', '--test-reporter-destination=stdout', ...files,
  ], { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, LODS_TEST_DB: cluster.socket, ...(long ? { LODS_LONG: '1' } : {}) } })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill('SIGTERM'))
  return new Promise(resolve => {
    child.on('exit', code => resolve(code ?? 1))
  })
}
