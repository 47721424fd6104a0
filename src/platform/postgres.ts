// The embedded PostgreSQL: a server of our own on a data folder of ours, reached through a unix socket alone.
// Whoever can enter the socket's folder (0700) could as well read the data files, so the socket asks for no password.
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'
import { postgresFolder } from './binaries.ts'
import { keep, type Keeper, type Sharing } from './keeper.ts'
import { operatorError } from './operator.ts'
import { dropStale, lastWords, makeCluster, running, socketFolder } from './cluster.ts'
import { type Guise, giveTo, guise } from './rootless.ts'

export interface Wanted {
  /** LODS_DATA; the cluster lies in its folder `db`. Made, with mode 0700, when it is not there. */
  readonly dataDir: string
  /** alone: the product itself, refused when another one holds the folder. beside: a command next to it. */
  readonly sharing?: Sharing
  /** false only for throwaway clusters of tests: no fsync, faster, and nothing survives a crash of the machine. */
  readonly durable?: boolean
}

export interface EmbeddedDatabase {
  /** As superuser `postgres` on database `lods`: for migrations and operators' work, never for a request. */
  readonly owner: ClientConfig
  /** As `lods_app`, who owns nothing and may only set the product roles. */
  readonly app: ClientConfig
  /** True when a server that had survived its product was found and taken over. */
  readonly adopted: boolean
  /** Ends the server at once but cleanly, if nobody else uses it; the last one out turns off the light. */
  readonly stop: () => Promise<void>
}

interface Place { readonly data: string; readonly cluster: string; readonly programs: string; readonly guise: Guise }

/** @throws an operator's error when the server cannot run, or when the product already runs on this folder */
export async function startDatabase({ dataDir, sharing = 'alone', durable = true }: Wanted): Promise<EmbeddedDatabase> {
  const place = prepare(resolve(dataDir))
  const patience = Date.now() + 120_000
  let adopted = true
  for (;;) {
    const reached = await reach(place, durable, patience)
    adopted &&= reached.adopted
    const revive = () => reach(place, durable, Date.now() + 120_000)
    const keeper = await keep({ socket: reached.socket, cluster: place.cluster, sharing, revive })
    if (keeper === 'taken')
      throw operatorError(`Lods already runs on ${place.data}: stop it first, or set LODS_DATA to another folder.`)
    // It was on its way down when we came: wait and start it again.
    if (keeper === 'gone') continue
    return open(reached.socket, adopted, keeper)
  }
}

async function open(host: string, adopted: boolean, keeper: Keeper): Promise<EmbeddedDatabase> {
  await ensureDatabase(host)
  const at = (user: string): ClientConfig => ({ host, port: 5432, user, database: 'lods' })
  return { owner: at('postgres'), app: at('lods_app'), adopted, stop: keeper.stop }
}

function prepare(data: string): Place {
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const programs = postgresFolder()
  const as = guise(programs, data)
  const cluster = join(data, 'db')
  makeCluster(cluster, programs, as)
  return { data, cluster, programs, guise: as }
}

/** Finds the server of this folder or starts it, and waits until it answers. */
async function reach(place: Place, durable: boolean, patience: number): Promise<{ socket: string; adopted: boolean }> {
  let child: ChildProcess | undefined
  let starts = 0
  while (Date.now() < patience) {
    const found = running(place.cluster)
    if (found?.socket && await answers(found.socket)) return { socket: found.socket, adopted: found.pid !== child?.pid }
    if (!found && (!child || ended(child))) {
      if (starts++ === 20) break
      if (starts > 1) await pause(250)
      dropStale(place.cluster)
      child = launch(place, durable)
    }
    await pause(10)
  }
  throw operatorError(`PostgreSQL did not start on ${place.cluster}: ${lastWords(place.data)}`)
}

const ended = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

async function answers(socket: string): Promise<boolean> {
  const client = new Client({ host: socket, port: 5432, user: 'postgres', database: 'postgres', connectionTimeoutMillis: 5000 })
  client.on('error', () => undefined)
  return client.connect().then(() => client.end()).then(() => true, () => false)
}

async function ensureDatabase(socket: string): Promise<void> {
  const client = new Client({ host: socket, port: 5432, user: 'postgres', database: 'postgres' })
  await client.connect()
  try {
    const { rowCount } = await client.query(`select 1 from pg_database where datname = 'lods'`)
    if (rowCount === 0) await client.query('create database lods').catch(alreadyThere)
  } finally {
    await client.end()
  }
}

// Two commands may make it in the same moment: 42P04 and 23505 both say that the other was first.
function alreadyThere(error: { code?: string }): void {
  if (error.code !== '42P04' && error.code !== '23505') throw error
}

// In a session of its own, so that Ctrl-C reaches the product first and the server outlives a killed product.
function launch(place: Place, durable: boolean): ChildProcess {
  giveTo(place.guise, place.cluster)
  const log = openSync(join(place.data, 'postgres.log'), 'w', 0o600)
  const settings = [...always, ...(durable ? [] : throwaway), `unix_socket_directories=${socketFolder(place.cluster, place.guise)}`]
  const [command, ...rest] = [...place.guise.before, join(place.programs, 'postgres'), '-D', place.cluster, ...settings.flatMap(it => ['-c', it])]
  const { uid, gid } = place.guise
  const child = spawn(command as string, rest, {
    cwd: '/', detached: true, stdio: ['ignore', log, log], env: { PATH: process.env['PATH'], LANG: 'C.UTF-8' },
    ...(uid === undefined ? {} : { uid, gid: gid ?? uid }),
  })
  closeSync(log)
  child.on('error', () => undefined)
  child.unref()
  return child
}

// The log says what went wrong but never a statement or a row: those hold what people have told.
const always = [
  'listen_addresses=', 'port=5432', 'unix_socket_permissions=0700', 'max_connections=60', 'shared_buffers=128MB', 'max_wal_size=512MB', 'jit=off',
  'fsync=on', 'synchronous_commit=on', 'full_page_writes=on', 'timezone=UTC', 'log_timezone=UTC',
  'log_min_messages=fatal', 'log_min_error_statement=panic', 'log_statement=none', 'log_error_verbosity=terse',
] as const
const throwaway = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] as const
