import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { migrations } from '../platform/migrate.ts'
import { packageFolder } from '../platform/places.ts'

const data = mkdtempSync(join(tmpdir(), 'lods-cli-'))
after(() => rmSync(data, { recursive: true }))
const folder = `The municipality's folder ${join(packageFolder, 'config/havneby')} is in order.\n`
const leftServer = () => existsSync(join(data, 'db/postmaster.pid'))
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
  assert.deepEqual(lods('check'), { status: 1, stdout: '', stderr: `${folder}There is no database in ${data} yet: start Lods, or run migrate.\n` })
  const names = migrations().map(it => `${it.name}\n`).join('')
  assert.deepEqual(lods('migrate'), { status: 0, stdout: names, stderr: `${migrations().length} migrations ran.\n` })
  assert.equal(lods('migrate').stdout, '')
  assert.deepEqual(lods('check'), { status: 0, stdout: '', stderr: `${folder}Settings, database and migrations are in order.\n` })
})

const started = (port: number) => spawn(process.execPath, [program, 'start'], {
  env: { ...process.env, LODS_DATA: data, LODS_KEYS: join(data, 'keys'), PORT: String(port) }, stdio: ['ignore', 'pipe', 'pipe'],
})

test('start prints one address, answers there, and leaves no server when it is told to stop', async () => {
  const child = started(0)
  const [said] = await once(child.stdout, 'data')
  const url = /^Lods: (http:\/\/127\.0\.0\.1:\d+\/)\n$/.exec(String(said))?.[1]
  assert.equal((await fetch(`${url}healthz`)).status, 200)
  assert.equal(lods('check').status, 0)
  child.kill('SIGTERM')
  assert.deepEqual(await once(child, 'exit'), [0, null])
  assert.equal(leftServer(), false)
})

test('start that is told to stop while it opens stops cleanly', async () => {
  const child = started(0)
  while (!leftServer()) await new Promise(resolve => setTimeout(resolve, 5))
  child.kill('SIGINT')
  assert.deepEqual(await once(child, 'exit'), [0, null])
  assert.equal(leftServer(), false)
})

test('a port that is taken is one sentence, exit 1 and no server left', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as AddressInfo
  const child = started(port)
  const [said] = await once(child.stderr, 'data')
  assert.equal(String(said), `The address 127.0.0.1:${port} cannot be used: EADDRINUSE.\n`)
  assert.deepEqual(child.exitCode === null ? await once(child, 'exit') : [child.exitCode, null], [1, null])
  assert.equal(leftServer(), false)
  taken.close()
})
