// What is measured on: a durable cluster of its own in a temporary folder, the invented town's directory, citizens with logs of many sizes.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, type ClientConfig } from 'pg'
import { enquire } from '../src/cases/enquire.ts'
import { caseNow } from '../src/cases/store.ts'
import { staffActor } from '../src/directory/actors.ts'
import { dayOf } from '../src/kernel/day.ts'
import { readDirectory } from '../src/directory/folder.ts'
import { loadDirectory } from '../src/directory/load.ts'
import { appendOwn, type NewEntry } from '../src/incidents/append.ts'
import { addShowing } from '../src/incidents/showing-store.ts'
import { logKeyOf } from '../src/incidents/store.ts'
import { writeLine } from '../src/journal/store.ts'
import type { Actor, Ground, PersonId } from '../src/kernel/actor.ts'
import { type House, perform, type Work } from '../src/platform/action.ts'
import { readConfig } from '../src/platform/config.ts'
import { openPool, withRole } from '../src/platform/db.ts'
import { openFiles } from '../src/platform/files.ts'
import { migrate } from '../src/platform/migrate.ts'
import { packageFolder } from '../src/platform/places.ts'
import { startDatabase } from '../src/platform/postgres.ts'
import { openVault } from '../src/platform/vault.ts'
import { numbers } from './chat.ts'

/** Written to a file for the processes that measure. */
export interface Stand {
  readonly folder: string
  readonly app: ClientConfig
  readonly owner: ClientConfig
  /** Four who only write. */
  readonly writers: readonly string[]
  /** By the number of entries. */
  readonly logs: readonly { readonly size: number; readonly citizen: string; readonly case: string; readonly log: string }[]
  readonly visitator: string
  readonly partnership: number
}

export interface Standing { readonly stand: Stand; readonly stop: () => Promise<void> }

/** Years that every log is spread over, evenly. */
const years = 3

/** @param among rows of other people, whom nobody reads, beside the logs of these sizes */
export async function build(sizes: readonly number[], among: number): Promise<Standing> {
  const folder = mkdtempSync(join(tmpdir(), 'lods-bench-'))
  const database = await startDatabase({ dataDir: join(folder, 'data') })
  const stop = async () => {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const directory = readDirectory(join(packageFolder, 'config', 'havneby'))
    await asOwner(database.owner, async client => {
      await migrate(client)
      await loadDirectory(client, directory, { today: dayOf(new Date()), at: new Date() })
    })
    const partnership = directory.partnership.id
    const idOf = (signIn: string) => directory.persons.find(it => it.signIn === signIn)?.id ?? ''
    const empty = { folder, app: database.app, owner: database.owner, partnership, visitator: idOf('vibeke.eksempel'), writers: [], logs: [] }
    return { stand: await fill(empty, idOf('jonas.eksempel'), sizes, among), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function fill(stand: Stand, sender: string, sizes: readonly number[], among: number): Promise<Stand> {
  const house = await openStand(stand, true)
  const made = async () => enquired(house, sender, stand.partnership)
  const writers: string[] = []
  while (writers.length < 4) writers.push((await made()).citizen)
  const logs: Stand['logs'][number][] = []
  for (const size of sizes) {
    const it = await made()
    logs.push({ size, ...it, log: await fillLog(house, citizenActor(it.citizen, stand.partnership), size) })
  }
  await addOthers(stand, among)
  // What a server's own housekeeping does within minutes.
  await asOwner(stand.owner, async client => {
    await client.query('vacuum analyze')
    await client.query('create table bench_row (id bigint generated always as identity primary key, body bytea not null)')
    await client.query('checkpoint')
  })
  await house.pool.destroy()
  return { ...stand, writers, logs }
}

/** The house on this stand, in the process that asks. */
export async function openStand(stand: Stand, create = false): Promise<House> {
  const [data, keys] = [join(stand.folder, 'data'), join(stand.folder, 'keys')]
  return {
    config: readConfig({ LODS_DATA: data, LODS_KEYS: keys, LODS_DEMO: '1', PORT: '0' }),
    pool: openPool(stand.app), write: writeLine, clock: { now: () => new Date(), move: async () => undefined },
    vault: await openVault(keys, { create }), files: await openFiles(join(data, 'files')),
  }
}

export const citizenActor = (id: string, partnership: number): Actor =>
  ({ id: id as PersonId, name: '', partnership, organisation: 0, organisationName: '', roles: ['citizen'], unlocked: true })

export async function colleagueActor(house: House, id: string, partnership: number): Promise<Actor> {
  const actor = await staffActor(house, id, partnership)
  if (!actor) throw new Error('the town lacks somebody')
  return actor
}

const handoff = { 'form-version': 'handoff-2', acute: 'no', onBehalf: 'self', agreed: 'yes', mayName: 'no', callBack: 'throughMe', children: 'no', told: 'Borgeren får mange beskeder.' }

async function enquired(house: House, sender: string, partnership: number): Promise<{ case: string; citizen: string }> {
  const { result } = await perform(house, await colleagueActor(house, sender, partnership), enquire, handoff)
  const now = await withRole(house.pool, 'gate', { person: undefined, partnership: undefined, now: house.clock.now() }, db => caseNow(db, result.id))
  if (!now) throw new Error('the case that was just made is not there')
  return { case: now.id, citizen: now.citizen }
}

/** Real entries with real boxes and a real chain, a thousand in a transaction, all shown to the visitator. */
async function fillLog(house: House, actor: Actor, size: number): Promise<string> {
  const draw = numbers(size)
  const now = house.clock.now()
  const serving = { person: actor.id, partnership: actor.partnership, now }
  const ground: Ground = { by: 'citizen', kind: 'own' }
  const work = (db: Work['db']): Work => ({ house, db, actor, ground, now })
  for (let from = 0; from < size; from += 1000) {
    const entries = Array.from({ length: Math.min(1000, size - from) }, (_, at) => entryAt(now.getTime() - (1 - (from + at) / size) * years * 31_557_600_000, draw))
    await withRole(house.pool, 'citizen', serving, db => appendOwn(work(db), entries))
  }
  return withRole(house.pool, 'citizen', serving, async db => {
    const log = await logKeyOf(db, actor.id)
    if (!log) throw new Error('the log that was just made is not there')
    const everything = { sortAt: new Date(now.getTime() + 86_400_000), no: 0 }
    await addShowing(db, { id: crypto.randomUUID(), partnership: actor.partnership, log: log.id, toRole: 'visitator', entries: [], older: everything }, now)
    return log.id
  })
}

/** A thousand rows to a citizen, with boxes as large as real ones that hold nothing. */
const addOthers = (stand: Stand, rows: number): Promise<void> => asOwner(stand.owner, async client => {
  await client.query(`insert into citizen (id, partnership, key_wrapped, created_at) select gen_random_uuid(), $1, '\\x00', now() from generate_series(1, $2::int)`,
    [stand.partnership, Math.ceil(rows / 1000)])
  await client.query(`insert into log (id, partnership, citizen, key_wrapped, head_seq, head_seal, last_no, last_exhibit, created_at)
    select gen_random_uuid(), partnership, id, key_wrapped, 1000, '', 1000, 0, now() from citizen where key_wrapped = '\\x00'`)
  await client.query(`
    insert into incident_entry (id, partnership, log, no, version, seq, sort_at, occurred_at, occurred_on, key_box, box, created_at)
    select gen_random_uuid(), l.partnership, l.id, n, 1, n, now() - n * interval '1 day', now() - n * interval '1 day', current_date - n, k.key_box, k.box, now()
    from log l, generate_series(1, 1000) n, (select key_box, box from incident_entry limit 1) k where l.key_wrapped = '\\x00'`)
})

const sentences = ['Han ringede igen og sagde ikke noget.', 'Hun holdt i bilen over for skolen, da jeg hentede.', 'Der lå en seddel i postkassen uden navn.',
  'Tolv beskeder på en time. Jeg svarede ikke.', 'Han stod ved stoppestedet, da jeg gik hjem, og gik bagefter mig til døren.'] as const

/** What a citizen writes: one to four sentences. */
export const toldBy = (draw: (below: number) => number): string =>
  Array.from({ length: 1 + draw(4) }, () => sentences[draw(sentences.length)]).join(' ')

function entryAt(wall: number, draw: (below: number) => number): NewEntry {
  const utc = new Date(wall).toISOString()
  return { said: { occurred: { local: utc.slice(0, 16), certainty: 'minute', utc }, type: 'message', told: toldBy(draw), count: 1 + draw(9), witnesses: [] } }
}

export async function asOwner<T>(owner: ClientConfig, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(owner)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
