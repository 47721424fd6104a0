// Kills the product, its database server, or both in the middle of writing, again and again, and looks each time whether anything is lost.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { running } from '../src/platform/cluster.ts'
import { openFiles } from '../src/platform/files.ts'
import { openVault } from '../src/platform/vault.ts'
import type { Told } from './product.ts'
import { type Looked, lookAt, lostOrDouble } from './whole.ts'
import { startWriting, type Writers } from './writers.ts'

const victims = ['product', 'database', 'product', 'database', 'product', 'database', 'both'] as const
type Victim = (typeof victims)[number]

export interface Killed {
  readonly kills: Readonly<Record<Victim, number>>
  readonly saved: number
  readonly files: number
  /** Forms that were sent again because no answer came. */
  readonly again: number
  readonly lost: number
  readonly double: number
  /** Whole files in the store that no row knows, sealed under keys that nobody has: the product died between the file and its row. */
  readonly unclaimed: number
  readonly seconds: number
}

/** @throws AssertionError with what was found, at the first look that finds something */
export async function killAndLook(times: number): Promise<Killed> {
  const begun = performance.now()
  const folder = mkdtempSync(join(tmpdir(), 'lods-kills-'))
  const [data, keys] = [join(folder, 'data'), join(folder, 'keys')]
  let product = await start(data, keys, [])
  const writers = startWriting()
  const citizens = product.told.citizens.map(it => it.id)
  const kills = { product: 0, database: 0, both: 0 }
  const looked = citizens.map(() => ({ told: new Map<string, number>(), last: 0 }))
  try {
    for (let round = 0; round < times; round += 1) {
      writers.find(product.told)
      await pause(150 + ((round * 137) % 350))
      const victim = victims[round % victims.length] ?? 'both'
      kills[victim] += 1
      if (victim !== 'database') await killProduct(product.child, writers)
      if (victim !== 'product') killDatabase(data)
      if (victim !== 'database') product = await start(data, keys, citizens)
      await healthy(product)
      await lookAgain(data, keys, citizens, writers, looked)
    }
    writers.find(product.told)
    await writers.finish()
    const { files, unclaimed } = await lastLook(data, keys, citizens, writers)
    const seconds = Math.round((performance.now() - begun) / 1000)
    return { kills, saved: writers.saved.length, files, again: writers.again(), lost: 0, double: 0, unclaimed, seconds }
  } finally {
    writers.abandon()
    product.child.kill('SIGTERM')
    await ended(product.child)
    rmSync(folder, { recursive: true, force: true })
  }
}

async function start(data: string, keys: string, citizens: readonly string[]): Promise<{ child: ChildProcess; told: Told }> {
  const script = fileURLToPath(new URL('product.js', import.meta.url))
  // A group of its own, so that all of it can be killed at once.
  const child = spawn(process.execPath, [script, data, keys, ...citizens], { detached: true, stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: child.stdout })) return { child, told: JSON.parse(line) as Told }
  throw new Error('the product ended before its doors were open')
}

async function killProduct(child: ChildProcess, writers: Writers): Promise<void> {
  process.kill(-(child.pid ?? 0), 'SIGKILL')
  writers.find(undefined)
  await ended(child)
}

const ended = (child: ChildProcess): Promise<unknown> =>
  (child.exitCode === null && child.signalCode === null ? new Promise(resolve => child.once('exit', resolve)) : Promise.resolve())

/** The server and every process of it. */
function killDatabase(data: string): void {
  const server = running(join(data, 'db'))
  assert.ok(server, 'the database server is there to be killed')
  const kin = readdirSync('/proc').filter(it => /^\d+$/.test(it)).filter(it => parentOf(it) === server.pid).map(Number)
  for (const pid of [server.pid, ...kin]) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }
}

function parentOf(pid: string): number | undefined {
  try {
    return Number(/^\d+ \(.*\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1])
  } catch {
    return undefined
  }
}

async function healthy({ child, told: { url } }: { readonly child: ChildProcess; readonly told: Told }): Promise<void> {
  const patience = Date.now() + 60_000
  while (Date.now() < patience) {
    const ready = await fetch(new URL('/healthz', url), { signal: AbortSignal.timeout(5000) }).then(it => it.ok, () => false)
    if (ready) return
    assert.equal(child.exitCode ?? child.signalCode, null, 'the product outlives its database')
    await pause(25)
  }
  throw new Error('the product was not well again within a minute')
}

/** Whatever was answered before the look is there once, and all that is there is whole. Writing goes on meanwhile. */
async function lookAgain(data: string, keys: string, citizens: readonly string[], writers: Writers, looked: { told: Map<string, number>; last: number }[]): Promise<void> {
  const answered = [...writers.saved]
  await behind(data, keys, async it => {
    for (const [at, citizen] of citizens.entries()) {
      const before = looked[at] ?? { told: new Map(), last: 0 }
      const found = await lookAt(it, citizen, before.last)
      assert.deepEqual(found.faults, [])
      for (const [told, times] of found.told) before.told.set(told, (before.told.get(told) ?? 0) + times)
      assert.deepEqual(lostOrDouble(answered.filter(one => one.citizen === at), before.told), { lost: [], double: [] })
      looked[at] = { ...before, last: found.last }
    }
  })
  assert.deepEqual(writers.wrong, [])
}

/** Everything from the first entry on, when all have put the pen down. */
async function lastLook(data: string, keys: string, citizens: readonly string[], writers: Writers): Promise<{ files: number; unclaimed: number }> {
  return behind(data, keys, async it => {
    const all: Looked[] = []
    for (const citizen of citizens) all.push(await lookAt(it, citizen))
    const told = new Map(all.flatMap(one => [...one.told]))
    assert.deepEqual(all.flatMap(one => one.faults), [])
    assert.deepEqual(lostOrDouble(writers.saved, told), { lost: [], double: [] })
    assert.equal(told.size, writers.saved.length, 'nothing is there that nobody was told of')
    const files = all.reduce((sum, one) => sum + one.files, 0)
    assert.equal(files, writers.saved.filter(one => one.fileSaved).length)
    const sendings = await it.client.query<{ n: number }>(`select count(distinct leads_to->>'id')::int as n from submission where act = 'incidents.entry-added'`)
    assert.equal(sendings.rows[0]?.n, writers.saved.length, 'each sending led to one entry of its own')
    const known = new Set(all.flatMap(one => one.known))
    const stored: string[] = []
    for await (const id of it.files.list()) stored.push(id)
    assert.ok([...known].every(id => stored.includes(id)))
    return { files, unclaimed: stored.length - known.size }
  })
}

async function behind<T>(data: string, keys: string, look: (it: Parameters<typeof lookAt>[0]) => Promise<T>): Promise<T> {
  const client = new Client({ host: running(join(data, 'db'))?.socket ?? '', port: 5432, user: 'postgres', database: 'lods' })
  await client.connect()
  try {
    return await look({ client, vault: await openVault(keys, { create: false }), files: await openFiles(join(data, 'files')) })
  } finally {
    await client.end()
  }
}
