import { Client } from 'pg'
import { bringUpToDate } from '../main.ts'
import { readConfig } from '../platform/config.ts'
import { databaseFrom } from '../platform/database.ts'
import { operatorError } from '../platform/operator.ts'
import { readMunicipality } from '../web/municipality/municipality.ts'
import { takesNothing } from './arguments.ts'

/** `lods migrate`: names of the files that ran, one a line, on stdout. Also reads the municipality's folder in. */
export async function runMigrate(args: readonly string[]): Promise<number> {
  takesNothing('migrate', args)
  const config = readConfig(process.env, 'command')
  // Before a database is started or touched.
  const municipality = readMunicipality(config.municipality)
  const database = await databaseFrom(config, 'beside')
  try {
    if (!database.owner) throw operatorError('migrate works as the owner of the database: set DATABASE_OWNER_URL.', 2)
    const client = new Client(database.owner)
    await client.connect()
    const done = await bringUpToDate(client, municipality).finally(() => client.end())
    for (const name of done) process.stdout.write(`${name}\n`)
    process.stderr.write(done.length === 0 ? 'The database is as it should be; nothing was to do.\n' : `${done.length} migrations ran.\n`)
    return 0
  } finally {
    await database.stop()
  }
}
