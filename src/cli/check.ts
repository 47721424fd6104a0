import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { otherHouse, standingDifferences } from '../directory/load.ts'
import { dayOf } from '../kernel/day.ts'
import { type Config, readConfig } from '../platform/config.ts'
import { databaseFrom } from '../platform/database.ts'
import { pending } from '../platform/migrate.ts'
import { formDifferences } from '../toolkit/load.ts'
import { type Municipality, readMunicipality, vacant } from '../web/municipality/municipality.ts'
import { takesNothing } from './arguments.ts'

/**
 * `lods check`: each thing that is not in order as a sentence on stderr; changes nothing. Exit 1 when there is one, 2 when the municipality's folder has a fault.
 * Vacant roles, and where folder and house differ because the house's own pages were used, are told and are no fault.
 */
export async function runCheck(args: readonly string[]): Promise<number> {
  takesNothing('check', args)
  const config = readConfig(process.env, 'command')
  const municipality = readMunicipality(config.municipality)
  const { wrong, told } = await look(config, municipality)
  const all = [`The municipality's folder ${config.municipality} is in order.`, ...wrong, ...(wrong.length === 0 ? ['Settings, database and migrations are in order.'] : []), ...told, ...vacant(municipality, dayOf(new Date()))]
  for (const sentence of all) process.stderr.write(`${sentence}\n`)
  return wrong.length === 0 ? 0 : 1
}

interface Found { readonly wrong: readonly string[]; readonly told: readonly string[] }

async function look(config: Config, { directory, forms }: Municipality): Promise<Found> {
  if (!config.databaseUrl && !existsSync(join(config.data, 'db', 'PG_VERSION')))
    return { wrong: [`There is no database in ${config.data} yet: start Lods, or run migrate.`], told: [] }
  const database = await databaseFrom(config, 'beside')
  const client = new Client(database.owner ?? database.app)
  try {
    await client.connect()
    const waiting = await pending(client)
    if (waiting.length > 0) return { wrong: [`${waiting.length} migrations have not run, the first is ${waiting[0]?.name}: run migrate.`], told: [] }
    const other = database.owner && await otherHouse(client, directory)
    if (other) return { wrong: [other], told: [] }
    return { wrong: [], told: database.owner ? [...await standingDifferences(client, directory, dayOf(new Date())), ...await formDifferences(client, directory.partnership.id, forms)] : [] }
  } finally {
    await client.end()
    await database.stop()
  }
}
