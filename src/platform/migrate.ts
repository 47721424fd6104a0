// Brings a database to the shape that this program expects: the dated SQL files of all rooms, each once, each whole or not at all.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ClientBase } from 'pg'
import { rooms } from '../map.ts'
import { operatorError } from './operator.ts'
import { packageFolder } from './places.ts'

/** `name` is `room/YYYY-MM-DD-NN-what.sql`; `sha256` is 64 hex digits over the file's bytes. */
export interface Migration { readonly name: string; readonly sha256: string; readonly sql: string }

/** All migrations under `folder` (default: src of this package) in the order they run: by date and number, then from the ground up. */
export function migrations(folder: string = join(packageFolder, 'src')): Migration[] {
  const found = rooms.flatMap((room, height) => dated(join(folder, room)).map(file => ({ room, height, file })))
  found.sort((a, b) => compare(a.file.slice(0, 13), b.file.slice(0, 13)) || a.height - b.height || compare(a.file, b.file))
  return found.map(({ room, file }) => {
    const bytes = readFileSync(join(folder, room, file))
    return { name: `${room}/${file}`, sha256: createHash('sha256').update(bytes).digest('hex'), sql: bytes.toString('utf8') }
  })
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function dated(folder: string): string[] {
  try {
    return readdirSync(folder).filter(file => /^\d{4}-\d{2}-\d{2}-\d{2}-[a-z0-9-]+\.sql$/.test(file))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/**
 * Runs what has not run yet; safe to call from two processes at once.
 * @param owner a connected client of the database's owner
 * @returns     names of the files that ran now
 * @throws an operator's error when an applied file was changed, when the database is newer than the program, or when a file fails
 */
export async function migrate(owner: ClientBase, wanted: readonly Migration[] = migrations()): Promise<string[]> {
  await owner.query('select pg_advisory_lock($1)', [lock])
  try {
    await owner.query(`create table if not exists lods_migration (
      name text primary key, sha256 text not null, applied_at timestamptz not null default now())`)
    // Names of files, no secret: serve and check read it to see that nothing waits.
    await owner.query('grant select on lods_migration to public')
    const waiting = await pending(owner, wanted)
    for (const it of waiting) await apply(owner, it)
    return waiting.map(it => it.name)
  } finally {
    await owner.query('select pg_advisory_unlock($1)', [lock])
  }
}

const lock = 0x10d5_0001

/** The migrations that have not run on this database, which may be empty. Needs no more than to read `lods_migration`. */
export async function pending(db: ClientBase, wanted: readonly Migration[] = migrations()): Promise<Migration[]> {
  const there = await db.query<{ there: boolean }>(`select to_regclass('lods_migration') is not null as there`)
  if (!there.rows[0]?.there) return [...wanted]
  const { rows } = await db.query<{ name: string; sha256: string }>('select name, sha256 from lods_migration')
  const applied = new Map(rows.map(it => [it.name, it.sha256]))
  for (const it of wanted)
    if (applied.has(it.name) && applied.get(it.name) !== it.sha256)
      throw operatorError(`The migration ${it.name} was changed after it ran on this database: put the file back as it was, and write a new one.`)
  const known = new Set(wanted.map(it => it.name))
  const stranger = rows.find(it => !known.has(it.name))
  if (stranger) throw operatorError(`This database is newer than this program: ${stranger.name} ran on it and is unknown here.`)
  return wanted.filter(it => !applied.has(it.name))
}

async function apply(owner: ClientBase, { name, sha256, sql }: Migration): Promise<void> {
  await owner.query('begin')
  try {
    await owner.query(sql)
    await owner.query('insert into lods_migration (name, sha256) values ($1, $2)', [name, sha256])
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback')
    throw operatorError(`The migration ${name} failed${lineOf(sql, error)}, and nothing of it was kept: ${(error as Error).message}.`)
  }
}

function lineOf(sql: string, error: unknown): string {
  const position = Number((error as { position?: string }).position)
  return position ? ` in line ${sql.slice(0, position).split('\n').length}` : ''
}
