import { Client } from 'pg'
import { readConfig } from '../platform/config.ts'
import { loadDirectory, readDirectory } from '../directory/load.ts'
import { databaseFrom } from '../platform/database.ts'
import { migrate } from '../platform/migrate.ts'
import { operatorError } from '../platform/operator.ts'
import { takesNothing } from './arguments.ts'

/** `lods migrate`: names of the files that ran, one a line, on stdout. */
export async function runMigrate(args: readonly string[]): Promise<number> {
  takesNothing('migrate', args)
  const config = readConfig(process.env, 'command')
  const database = await databaseFrom(config, 'beside')
  try {
    if (!database.owner) throw operatorError('migrate works as the owner of the database: set DATABASE_OWNER_URL.', 2)
    const client = new Client(database.owner)
    await client.connect()
    const done = await migrated(client, config.municipality).finally(() => client.end())
    for (const name of done) process.stdout.write(`${name}\n`)
    process.stderr.write(done.length === 0 ? 'The database is as it should be; nothing was to do.\n' : `${done.length} migrations ran.\n`)
    return 0
  } finally {
    await database.stop()
  }
}

/** The shape first, then the municipality's directory, where it is not there yet. */
async function migrated(client: Client, municipality: string): Promise<string[]> {
  const directory = readDirectory(municipality)
  const done = await migrate(client)
  await loadDirectory(client, directory)
  return done
}
