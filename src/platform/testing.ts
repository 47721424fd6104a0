// Databases for tests: one throwaway cluster a run (no fsync: nothing in it is worth keeping), one fresh database a test file.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, type ClientConfig } from 'pg'
import { migrate } from './migrate.ts'
import { startDatabase } from './postgres.ts'

export interface TestCluster { readonly socket: string; readonly stop: () => Promise<void> }

export interface TestDatabase {
  /** As `lods_app`, like a request. */
  readonly app: ClientConfig
  /** As superuser, to look behind the walls. */
  readonly owner: ClientConfig
  /** Throws the database away, connections and all; the last one out ends a cluster that was started for one file. */
  readonly drop: () => Promise<void>
  /** Instead of throwing it away: under this name others copy it. Everybody else has let go of it. */
  readonly keepAs: (name: string) => Promise<void>
}

const migrated = 'lods_template'

/** A cluster in a temporary folder, with a migrated template that databases are copied from. */
export async function testCluster(): Promise<TestCluster> {
  const folder = mkdtempSync(join(tmpdir(), 'lods-test-'))
  const database = await startDatabase({ dataDir: folder, durable: false })
  const socket = database.owner.host as string
  const stop = async () => {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await asOwner(socket, 'postgres', client => client.query(`create database ${migrated}`))
    await asOwner(socket, migrated, client => migrate(client))
  } catch (error) {
    await stop()
    throw error
  }
  return { socket, stop }
}

let ownCluster: Promise<TestCluster> | undefined
let users = 0

/** The cluster of LODS_TEST_DB (its socket folder), else one started for this process. */
async function socketOf(): Promise<string> {
  const given = process.env['LODS_TEST_DB']
  if (!given) ownCluster ??= testCluster()
  return given || (await (ownCluster as Promise<TestCluster>)).socket
}

/** A database of its own, in some 50 ms. @param template what it is a copy of; an empty house if not said */
export async function testDatabase(template = migrated): Promise<TestDatabase> {
  users += 1
  const host = await socketOf()
  const name = `test_${randomBytes(6).toString('hex')}`
  await asOwner(host, 'postgres', client => client.query(`create database ${name} template ${template}`))
  const at = (user: string): ClientConfig => ({ host, port: 5432, user, database: name })
  return { app: at('lods_app'), owner: at('postgres'), drop, keepAs }

  async function drop(): Promise<void> {
    await asOwner(host, 'postgres', client => client.query(`drop database if exists ${name} with (force)`))
    await leave()
  }

  async function keepAs(kept: string): Promise<void> {
    await asOwner(host, 'postgres', client => client.query(`alter database ${name} rename to ${kept}`))
    await leave()
  }
}

async function leave(): Promise<void> {
  users -= 1
  if (users > 0 || ownCluster === undefined) return
  const cluster = await ownCluster
  ownCluster = undefined
  await cluster.stop()
}

/** As superuser of the cluster, beside all databases of the tests: what is kept here is seen by every test file. */
export async function beside<T>(work: (client: Client) => Promise<T>): Promise<T> {
  users += 1
  try {
    return await asOwner(await socketOf(), 'postgres', work)
  } finally {
    await leave()
  }
}

async function asOwner<T>(host: string, database: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ host, port: 5432, user: 'postgres', database })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
