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
}

const template = 'lods_template'

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
    await asOwner(socket, 'postgres', client => client.query(`create database ${template}`))
    await asOwner(socket, template, client => migrate(client))
  } catch (error) {
    await stop()
    throw error
  }
  return { socket, stop }
}

let ownCluster: Promise<TestCluster> | undefined
let users = 0

/** A database of its own, migrated, in some 50 ms. On the cluster of LODS_TEST_DB (its socket folder), else on one started for this process. */
export async function testDatabase(): Promise<TestDatabase> {
  const given = process.env['LODS_TEST_DB']
  users += 1
  if (!given) ownCluster ??= testCluster()
  const host = given || (await (ownCluster as Promise<TestCluster>)).socket
  const name = `test_${randomBytes(6).toString('hex')}`
  await asOwner(host, 'postgres', client => client.query(`create database ${name} template ${template}`))
  const at = (user: string): ClientConfig => ({ host, port: 5432, user, database: name })
  return { app: at('lods_app'), owner: at('postgres'), drop }

  async function drop(): Promise<void> {
    await asOwner(host, 'postgres', client => client.query(`drop database if exists ${name} with (force)`))
    users -= 1
    if (users > 0 || ownCluster === undefined) return
    const cluster = await ownCluster
    ownCluster = undefined
    await cluster.stop()
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
