import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Client, type ClientConfig } from 'pg'
import { running } from './cluster.ts'
import { startDatabase } from './postgres.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'lods-postgres-test-'))
const cluster = join(dataDir, 'db')
after(async () => {
  const left = running(cluster)
  if (left) process.kill(left.pid, 'SIGQUIT')
  rmSync(dataDir, { recursive: true, force: true })
})

const ask = async (at: ClientConfig, question: string): Promise<unknown> => {
  const client = new Client(at)
  await client.connect()
  return client.query({ text: question, rowMode: 'array' }).then(it => it.rows[0]?.[0]).finally(() => client.end())
}

function product(): Promise<{ child: ChildProcess; said: string }> {
  const program = fileURLToPath(new URL('./testing-product.js', import.meta.url))
  const child = spawn(process.execPath, [program, dataDir], { detached: true, stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve, reject) => {
    child.stdout.once('data', said => resolve({ child, said: String(said).trim() }))
    child.once('exit', code => reject(new Error(`ended with ${code}`)))
  })
}
// To the whole group of the process, as Ctrl-C in a terminal and a killed service do.
const end = (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  process.kill(-(child.pid as number), signal)
  return ended
}

test('a fresh folder becomes a durable server that only its owner can reach, and a clean stop leaves nothing running', async () => {
  const database = await startDatabase({ dataDir })
  assert.equal(database.adopted, false)
  assert.equal(await ask(database.owner, 'show fsync'), 'on')
  assert.equal(await ask(database.owner, 'show synchronous_commit'), 'on')
  assert.equal(await ask(database.owner, 'show data_checksums'), 'on')
  assert.equal(await ask(database.owner, 'show listen_addresses'), '')
  assert.equal(await ask(database.owner, 'show server_encoding'), 'UTF8')
  assert.equal(await ask(database.owner, `select string_agg(w, '' order by w collate "da-x-icu") from unnest('{å,æ,ø,z}'::text[]) w`), 'zæøå')
  assert.equal(statSync(cluster).mode & 0o777, 0o700)
  assert.equal(statSync(database.owner.host as string).mode & 0o777, 0o700)
  await database.stop()
  await database.stop()
  assert.equal(running(cluster), undefined)
})

test('a second product on the same folder is refused in one sentence, and a command beside it is not', async () => {
  const first = await startDatabase({ dataDir })
  await assert.rejects(startDatabase({ dataDir }), { message: `Lods already runs on ${dataDir}: stop it first, or set LODS_DATA to another folder.` })
  const beside = await startDatabase({ dataDir, sharing: 'beside' })
  assert.equal(beside.adopted, true)
  await beside.stop()
  assert.equal(await ask(first.app.user ? first.owner : first.app, 'select 1'), 1)
  await first.stop()
  assert.equal(running(cluster), undefined)
})

test('when the product stops before a command that runs beside it, the command ends the server', async () => {
  const first = await startDatabase({ dataDir })
  const beside = await startDatabase({ dataDir, sharing: 'beside' })
  await first.stop()
  assert.equal(await ask(beside.owner, 'select 1'), 1)
  await beside.stop()
  assert.equal(running(cluster), undefined)
})

test('two products that start in the same moment: one of them runs, the other is refused', async () => {
  const both = await Promise.allSettled([startDatabase({ dataDir }), startDatabase({ dataDir })])
  assert.deepEqual(both.map(it => it.status).sort(), ['fulfilled', 'rejected'])
  for (const it of both) if (it.status === 'fulfilled') await it.value.stop()
  assert.equal(running(cluster), undefined)
})

test('a product that is killed leaves its server, which the next one adopts with what was written', async () => {
  const { child, said } = await product()
  assert.equal(said, 'up false')
  const server = running(cluster)
  assert.ok(server?.socket)
  await ask({ host: server.socket, user: 'postgres', database: 'lods' }, 'create table told (it text)')
  await ask({ host: server.socket, user: 'postgres', database: 'lods' }, `insert into told values ('kept') returning it`)
  await end(child, 'SIGKILL')
  assert.deepEqual(running(cluster), server)
  const next = await startDatabase({ dataDir })
  assert.equal(next.adopted, true)
  assert.equal(await ask(next.owner, 'select it from told'), 'kept')
  await next.stop()
})

test('a product that is asked to stop takes its server with it', async () => {
  const { child } = await product()
  await end(child, 'SIGTERM')
  assert.equal(child.exitCode, 0)
  assert.equal(running(cluster), undefined)
})

test('a server that was killed with its product is started again, even when its number now belongs to another program', async () => {
  const { child } = await product()
  process.kill(running(cluster)?.pid as number, 'SIGKILL')
  await end(child, 'SIGKILL')
  const pidFile = join(cluster, 'postmaster.pid')
  const stranger = spawn('sleep', ['60'])
  writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(/^\d+/, String(stranger.pid)))
  const next = await startDatabase({ dataDir })
  stranger.kill()
  assert.equal(next.adopted, false)
  assert.equal(await ask(next.owner, 'select it from told'), 'kept')
  await next.stop()
})

test('a server that is killed under a running product is started again with what was written, and stops with it', async () => {
  const database = await startDatabase({ dataDir })
  process.kill(running(cluster)?.pid as number, 'SIGKILL')
  const deadline = Date.now() + 20_000
  const told = async (): Promise<unknown> => ask(database.owner, 'select it from told').catch(error => {
    if (Date.now() > deadline) throw error
    return pause(50).then(told)
  })
  assert.equal(await told(), 'kept')
  await database.stop()
  assert.equal(running(cluster), undefined)
})

test('what the server writes down holds no statement and no value', async () => {
  const database = await startDatabase({ dataDir })
  await assert.rejects(ask(database.owner, `select 'a planted sentence'::int`))
  await ask(database.owner, 'create table once (it text primary key)')
  await ask(database.owner, `insert into once values ('a planted sentence') returning 1`)
  await assert.rejects(ask(database.owner, `insert into once values ('a planted sentence')`))
  await database.stop()
  assert.doesNotMatch(readFileSync(join(dataDir, 'postgres.log'), 'utf8'), /planted/)
})

test('a folder that holds something else is refused in one sentence', async () => {
  const other = mkdtempSync(join(tmpdir(), 'lods-postgres-test-'))
  writeFileSync(join(other, 'db'), 'something else')
  await assert.rejects(startDatabase({ dataDir: other }), { message: `${join(other, 'db')} is in the way: it is no database (ENOTDIR).` })
  assert.deepEqual(readdirSync(other), ['db'])
  rmSync(other, { recursive: true })
})
