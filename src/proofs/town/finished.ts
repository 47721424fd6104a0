// The finished town is built once in a cluster and copied from then on: its database as a template, its keys, its files and who lives there as rows beside it.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import type { Client } from 'pg'
import type { Act } from '../../cli/acts.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import type { Actor } from '../../kernel/actor.ts'
import { beside } from '../../platform/testing.ts'
import type { Recorded } from '../walls/inputs.ts'

interface Lives { readonly staff: readonly Actor[]; readonly citizens: readonly Actor[]; readonly recorded: Recorded }
export interface Built extends Lives { readonly it: TestHouse }

/** Any number, the same for all who ask. */
const lock = 20261130

/** A copy that is the asker's own. Whoever comes while it is being built waits for it. */
export const finished = (name: string, acts: readonly Act[], build: () => Promise<Built>): Promise<TestHouse & Lives> => beside(async client => {
  await client.query('select pg_advisory_lock($1)', [lock])
  const { rows } = await client.query('select 1 from pg_database where datname = $1', [name])
  if (rows.length === 0) await keep(client, name, acts, await build())
  return copy(client, name, acts)
})

async function keep(client: Client, name: string, acts: readonly Act[], { it, ...lives }: Built): Promise<void> {
  const folder = dirname(it.data)
  await client.query('create table if not exists finished_town (name text primary key, at timestamptz not null, told jsonb not null)')
  await client.query('create table if not exists finished_town_file (name text, path text, bytes bytea not null, primary key (name, path))')
  for (const table of ['finished_town', 'finished_town_file']) await client.query(`delete from ${table} where name = $1`, [name])
  await client.query('insert into finished_town values ($1, $2, $3)', [name, it.house.clock.now(), await written(acts, lives)])
  for (const file of (await readdir(folder, { recursive: true, withFileTypes: true })).filter(one => one.isFile())) {
    const path = join(file.parentPath, file.name)
    await client.query('insert into finished_town_file values ($1, $2, $3)', [name, relative(folder, path), await readFile(path)])
  }
  await it.keepAs(name)
}

async function copy(client: Client, name: string, acts: readonly Act[]): Promise<TestHouse & Lives> {
  const { rows: [kept] } = await client.query<{ at: Date; told: Written }>('select at, told from finished_town where name = $1', [name])
  if (!kept) throw new Error('the finished town is there, and nothing that tells who lives in it')
  const lay = async (folder: string) => {
    const { rows } = await client.query<{ path: string; bytes: Buffer }>('select path, bytes from finished_town_file where name = $1', [name])
    for (const { path, bytes } of rows) {
      await mkdir(dirname(join(folder, path)), { recursive: true, mode: 0o700 })
      await writeFile(join(folder, path), bytes, { mode: 0o600 })
    }
  }
  // Its clock goes on from the moment it was finished.
  return { ...await testHouse(kept.at, { database: name, lay }), ...read(acts, kept.told) }
}

interface Sheet { readonly file: string; readonly type: string; readonly base64: string }
interface Written { readonly staff: readonly Actor[]; readonly citizens: readonly Actor[]; readonly sent: readonly (readonly [act: string, raws: readonly Readonly<Record<string, unknown>>[]])[] }

/** Two acts may have one name in the journal, and one file may make several. */
const nameOf = ({ room, name, it }: Act): string => `${room} ${name} ${it.audit} ${it.method} ${it.path ?? ''}`

async function written(acts: readonly Act[], { staff, citizens, recorded }: Lives): Promise<string> {
  const names = acts.map(nameOf)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw new Error(`two acts are called ${twice}: what was sent to the one would be read as sent to the other`)
  const sent = await Promise.all([...recorded].map(async ([act, raws]) => [nameOf(act), await Promise.all(raws.map(packed))] as const))
  return JSON.stringify({ staff, citizens, sent } satisfies Written)
}

function read(acts: readonly Act[], { staff, citizens, sent }: Written): Lives {
  const named = new Map(acts.map(act => [nameOf(act), act] as const))
  const recorded = new Map(sent.flatMap(([name, raws]) => {
    const act = named.get(name)
    return act ? [[act, raws.map(unpacked)] as const] : []
  }))
  return { staff, citizens, recorded }
}

/** A form's fields are words and lists of words, and now and then a file. */
const packed = async (raw: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>> =>
  Object.fromEntries(await Promise.all(Object.entries(raw).map(async ([field, value]) => [field, value instanceof File ? await sheetOf(value) : value] as const)))
const sheetOf = async (file: File): Promise<Sheet> => ({ file: file.name, type: file.type, base64: Buffer.from(await file.arrayBuffer()).toString('base64') })

const unpacked = (raw: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(raw).map(([field, value]) => [field, isSheet(value) ? new File([Buffer.from(value.base64, 'base64')], value.file, { type: value.type }) : value]))
const isSheet = (value: unknown): value is Sheet => typeof value === 'object' && value !== null && 'base64' in value
