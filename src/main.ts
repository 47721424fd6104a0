// The house put together: config, database, doors; nothing else.
import { type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { serve as listen } from '@hono/node-server'
import { Client } from 'pg'
import { sweepBundles } from './bundle/sweep.ts'
import { digestOf, loadDirectory } from './directory/load.ts'
import { readAt } from './directory/store.ts'
import { sweep } from './identity/store.ts'
import { dayOf } from './kernel/day.ts'
import { writeLine } from './journal/store.ts'
import type { House } from './platform/action.ts'
import { sheetOf } from './platform/colours.ts'
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
import { loadForms } from './toolkit/load.ts'
import { lastReadings } from './toolkit/store.ts'
import { type Municipality, readMunicipality } from './web/municipality/municipality.ts'
import { rounds } from './web/rounds.ts'
import { openWeb } from './web/web.ts'
import { wear } from './web/municipality/wording.ts'

export interface Open { readonly house: House; readonly close: () => Promise<void> }

/**
 * Opens the house on its data: the municipality's folder, database (migrated where we own it), keys, files, clock.
 * @param sharing alone for the running product, beside for a command next to it
 */
export async function openHouse(config: Config, sharing: Sharing): Promise<Open> {
  // First of all: a folder with a fault starts nothing and writes nothing.
  const municipality = readMunicipality(config.municipality)
  const database = await databaseFrom(config, sharing)
  try {
    await prepare(database, municipality)
    const pool = openPool(database.app)
    if (!database.owner) await asRead(pool, municipality)
    const house: House = {
      config, pool, write: writeLine,
      clock: await openClock(pool, config.door),
      vault: await openVault(config.keys, { create: config.door !== 'serve' || database.embedded }),
      files: await openFiles(join(config.data, 'files')),
      colours: municipality.colours && sheetOf(municipality.colours),
    }
    wear(municipality.wording)
    return { house, close: async () => { await pool.destroy(); await database.stop() } }
  } catch (error) {
    await database.stop()
    throw error
  }
}

async function prepare(database: Database, municipality: Municipality): Promise<void> {
  const client = new Client(database.owner ?? database.app)
  await client.connect()
  try {
    if (database.owner) await bringUpToDate(client, municipality)
    else if ((await pending(client)).length > 0) throw operatorError('The database is not migrated: run "npm run -s lods -- migrate" with DATABASE_OWNER_URL first.')
  } finally {
    await client.end()
  }
}

/** The shape first, then what the municipality's folder says. What of it did not come in is told on stderr. @returns names of the migrations that ran */
export async function bringUpToDate(owner: Client, { directory, forms }: Municipality): Promise<string[]> {
  const done = await migrate(owner)
  const now = new Date()
  const told = [...await loadDirectory(owner, directory, { today: dayOf(now), at: now }), ...await loadForms(owner, directory.partnership.id, forms, now)]
  for (const sentence of told) process.stderr.write(`${sentence}\n`)
  return done
}

/** Without the owner's rights nothing is read in, and a house whose walls and whose papers say different things does not open. */
async function asRead(pool: House['pool'], { directory, forms }: Municipality): Promise<void> {
  const serving = { person: undefined, partnership: undefined, now: new Date() }
  const read = await withRole(pool, 'clock', serving, async db => {
    const readings = await lastReadings(db, directory.partnership.id)
    return await readAt(db, directory.partnership.id) === digestOf(directory) && forms.every(it => readings.some(one => one.form === it.form.id && one.digest === it.digest))
  })
  if (!read) throw operatorError('The municipality\'s folder was changed since it was read in: run "npm run -s lods -- migrate" with DATABASE_OWNER_URL first.')
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
