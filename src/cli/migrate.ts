import { Client } from 'pg'
import { readConfig } from '../platform/config.ts'
import { databaseFrom } from '../platform/database.ts'
import { migrate } from '../platform/migrate.ts'
import { operatorError } from '../platform/operator.ts'
import { takesNothing } from './arguments.ts'

/** `lods migrate`: names of the files that ran, one a line, on stdout. */
export async function runMigrate(args: readonly string[]): Promise<number> {
  takesNothing('migrate', args)
  const database = await databaseFrom(readConfig(process.env, 'command'), 'beside')
  try {
    if (!database.owner) throw operatorError('migrate works as the owner of the database: set DATABASE_OWNER_URL.', 2)
    const client = new Client(database.owner)
    await client.connect()
    const done = await migrate(client).finally(() => client.end())
    for (const name of done) process.stdout.write(`${name}\n`)
    process.stderr.write(done.length === 0 ? 'The database is as it should be; nothing was to do.\n' : `${done.length} migrations ran.\n`)
    return 0
  } finally {
    await database.stop()
  }
}
