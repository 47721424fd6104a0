// The house put together: config, database, doors; nothing else.
import { type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { serve as listen } from '@hono/node-server'
import { Client } from 'pg'
import { sweepBundles } from './bundle/sweep.ts'
import { loadDirectory, readDirectory } from './directory/load.ts'
import { sweep } from './identity/store.ts'
import { writeLine } from './journal/store.ts'
import type { House } from './platform/action.ts'
import { openClock } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import { type Database, databaseFrom } from './platform/database.ts'
import { openPool, withRole } from './platform/db.ts'
import { openFiles, sweepIncoming } from './platform/files.ts'
import { keepRounds } from './platform/jobs.ts'
import type { Sharing } from './platform/keeper.ts'
import { migrate, pending } from './platform/migrate.ts'
import { operatorError } from './platform/operator.ts'
import { openVault } from './platform/vault.ts'
import { rounds } from './web/rounds.ts'
import { openWeb } from './web/web.ts'

export interface Open { readonly house: House; readonly close: () => Promise<void> }

/**
 * Opens the house on its data: database (migrated where we own it), keys, files, clock.
 * @param sharing alone for the running product, beside for a command next to it
 */
export async function openHouse(config: Config, sharing: Sharing): Promise<Open> {
  const database = await databaseFrom(config, sharing)
  try {
    await prepare(database, config)
    const pool = openPool(database.app)
    const house: House = {
      config, pool, write: writeLine,
      clock: await openClock(pool, config.door),
      vault: await openVault(config.keys, { create: config.door !== 'serve' || database.embedded }),
      files: await openFiles(join(config.data, 'files')),
    }
    return { house, close: async () => { await pool.destroy(); await database.stop() } }
  } catch (error) {
    await database.stop()
    throw error
  }
}

async function prepare(database: Database, config: Config): Promise<void> {
  const client = new Client(database.owner ?? database.app)
  await client.connect()
  try {
    if (database.owner) {
      await migrate(client)
      await loadDirectory(client, readDirectory(config.municipality))
    } else if ((await pending(client)).length > 0) throw operatorError('The database is not migrated: run "npm run -s lods -- migrate" with DATABASE_OWNER_URL first.')
  } finally {
    await client.end()
  }
}

/** Opens the door and answers where it is. */
export async function openDoors({ house, close }: Open): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  await sweepIncoming(join(house.config.data, 'files'))
  const app = openWeb(house)
  const server = await new Promise<ReturnType<typeof listen>>((resolve, reject) => {
    const opened = listen({ fetch: app.fetch, hostname: house.config.host, port: house.config.port }, () => resolve(opened))
    opened.once('error', error => reject(operatorError(`The address ${house.config.host}:${house.config.port} cannot be used: ${(error as NodeJS.ErrnoException).code ?? error.message}.`)))
  })
  const broom = setInterval(() => void swept(house), 600_000)
  broom.unref()
  // The clock of an invented town is moved by hand, and whoever moved it is waiting to see what comes of it.
  const kept = keepRounds(house, rounds, house.config.door === 'demo' ? 5_000 : 60_000)
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${house.config.host}:${port}/`,
    stop: async () => {
      clearInterval(broom)
      await kept.stop()
      await new Promise<void>(done => {
        server.close(() => done())
        if ('closeAllConnections' in server) server.closeAllConnections()
      })
      await close()
    },
  }
}

async function swept(house: House): Promise<void> {
  const nobody = { person: undefined, partnership: undefined, now: house.clock.now() }
  await withRole(house.pool, 'signIn', nobody, db => sweep(db, nobody.now)).catch(() => undefined)
  await withRole(house.pool, 'clock', nobody, db => sweepBundles(db, house.files)).catch(() => undefined)
}
