// How fast is a log? Creating an incident (right, journal, seal, entry and note in one transaction) at 1 and 4 clients, and listing 50 as the citizen
// herself, against the floor: a bare insert or select of the same size by `pg` in the same round. Three rounds, interleaved, the median counts.
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { addCitizen } from '../src/citizens/store.ts'
import { loadDirectory, readDirectory } from '../src/directory/load.ts'
import { addEntry } from '../src/incidents/actions.ts'
import { earlierPage } from '../src/incidents/actions-earlier.ts'
import { writeLine } from '../src/journal/store.ts'
import type { Actor, PersonId } from '../src/kernel/actor.ts'
import { type House, perform } from '../src/platform/action.ts'
import { readConfig } from '../src/platform/config.ts'
import { openPool, withRole } from '../src/platform/db.ts'
import { openFiles } from '../src/platform/files.ts'
import { migrate } from '../src/platform/migrate.ts'
import { packageFolder } from '../src/platform/places.ts'
import { startDatabase } from '../src/platform/postgres.ts'
import { openVault } from '../src/platform/vault.ts'

/** Times in milliseconds; `ratio` is p50 against the floor's, lower is better. */
export interface LogRow { readonly name: string; readonly perSecond: number; readonly p50: number; readonly p95: number; readonly p99: number; readonly ratio: number }

const rounds = 3
const roundMs = 2_000
const told = 'Han ringede syv gange og sagde ikke noget. Jeg tog den ikke, og bagefter stod han nede ved porten.'

/** @param entries in the listed log; `filler` more lie in other logs */
export async function benchLog(entries: number, filler: number, say: (line: string) => void): Promise<readonly LogRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lods-bench-'))
  const database = await startDatabase({ dataDir: join(folder, 'pg') })
  const owner = new pg.Client(database.owner)
  await owner.connect()
  await migrate(owner)
  const directory = readDirectory(join(packageFolder, 'config', 'havneby'))
  await loadDirectory(owner, directory)
  const durable = (await owner.query<{ fsync: string; commit: string }>(`select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`)).rows[0]
  say(`fsync ${durable?.fsync}, synchronous_commit ${durable?.commit}`)
  const house: House = {
    config: readConfig({ LODS_DATA: join(folder, 'data'), LODS_KEYS: join(folder, 'keys'), LODS_DEMO: '1', PORT: '0' }), pool: openPool(database.app), write: writeLine,
    clock: { now: () => new Date(), move: async () => undefined }, vault: await openVault(join(folder, 'keys'), { create: true }), files: await openFiles(join(folder, 'files')),
  }
  const visitator = directory.persons.find(it => it.signIn === 'vibeke.eksempel')?.id
  const people: Actor[] = []
  for (let at = 0; at < 5; at++) people.push(await newCitizen(house, visitator))
  const [reader, ...writers] = people as [Actor, ...Actor[]]
  for (let at = 0; at < entries; at++) await create(house, reader)
  await fill(owner, filler)
  await owner.query('create table bare (id uuid primary key, log uuid, box bytea); create index on bare (log)')
  const box = randomBytes(700)
  const bare = new pg.Pool({ ...database.owner, max: 4 })
  const floorWrite = () => bare.query('insert into bare values ($1, $2, $3)', [randomUUID(), reader.id, box])
  const floorRead = () => bare.query('select * from incident_entry where log = (select id from log where citizen = $1) order by sort_at desc, no desc limit 50', [reader.id])
  const measured: readonly (readonly [string, readonly Actor[], (who: Actor) => Promise<unknown>, () => Promise<unknown>])[] = [
    ['create, 1 client', writers.slice(0, 1), who => create(house, who), floorWrite],
    ['create, 4 clients', writers, who => create(house, who), floorWrite],
    [`list 50 of ${entries} among ${entries + filler}, 1 client`, [reader], who => perform(house, who, earlierPage, {}), floorRead],
  ]
  const found = new Map<string, LogRow[]>()
  for (let round = 0; round < rounds; round++)
    for (const [name, clients, work, floor] of measured) {
      const base = await timed(clients, floor)
      const own = await timed(clients, work)
      found.set(name, [...(found.get(name) ?? []), { name, ...own, ratio: own.p50 / base.p50 }])
    }
  await bare.end()
  await house.pool.destroy()
  await owner.end()
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
  return [...found.values()].map(it => it.toSorted((a, b) => a.p50 - b.p50)[Math.floor(rounds / 2)]).filter(it => it !== undefined)
}

async function newCitizen(house: House, visitator: string | undefined): Promise<Actor> {
  const id = randomUUID() as PersonId
  const now = house.clock.now()
  await withRole(house.pool, 'visitator', { person: visitator, partnership: 1, now }, db => addCitizen(db, { id, partnership: 1, keyWrapped: house.vault.newKey().wrapped }, now))
  return { id, name: '', partnership: 1, organisation: 0, organisationName: '', roles: ['citizen'], unlocked: true }
}

const create = (house: House, who: Actor): Promise<unknown> => perform(house, who, addEntry, { told, when: 'now', note: 'Kun for mig.' }, { once: randomUUID() })

/** Entries of other people, a thousand to a log; nobody opens them. */
async function fill(owner: pg.Client, count: number): Promise<void> {
  const logs = Math.ceil(count / 1000)
  await owner.query(`insert into citizen select gen_random_uuid(), 1, '\\x00', now() from generate_series(1, $1::int)`, [logs])
  await owner.query(`insert into log select gen_random_uuid(), 1, id, '\\x00', 0, '', 1000, 0, now() from citizen where key_wrapped = '\\x00'`)
  await owner.query(`insert into incident_entry (id, partnership, log, no, version, seq, sort_at, occurred_at, occurred_on, key_box, box, created_at)
    select gen_random_uuid(), 1, l.id, n, 1, n, now() - n * interval '1 hour', now(), (now() - n * interval '1 hour')::date, decode(repeat('ab', 61), 'hex'), decode(repeat('cd', 700), 'hex'), now()
    from log l, generate_series(1, least($1::int, 1000)) n where l.key_wrapped = '\\x00'`, [count])
  await owner.query('analyze')
}

async function timed(clients: readonly Actor[], work: (who: Actor) => Promise<unknown>): Promise<Omit<LogRow, 'name' | 'ratio'>> {
  const times: number[] = []
  const end = performance.now() + roundMs
  await Promise.all(clients.map(async who => {
    while (performance.now() < end) {
      const begun = performance.now()
      await work(who)
      times.push(performance.now() - begun)
    }
  }))
  times.sort((a, b) => a - b)
  const at = (part: number) => times[Math.floor(times.length * part)] ?? Number.NaN
  return { perSecond: Math.round(times.length * 1000 / roundMs), p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

/** Prints each line as JSON. `rows` entries in other logs. */
export async function main(rows = 9_000): Promise<void> {
  for (const row of await benchLog(1_000, rows, line => process.stdout.write(`${line}\n`))) process.stdout.write(`${JSON.stringify(row)}\n`)
}
