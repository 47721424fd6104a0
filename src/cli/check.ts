import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { type Config, readConfig } from '../platform/config.ts'
import { databaseFrom } from '../platform/database.ts'
import { pending } from '../platform/migrate.ts'
import { takesNothing } from './arguments.ts'

/** `lods check`: each thing that is not in order as a sentence on stderr; changes nothing. Exit 1 when there is one. */
export async function runCheck(args: readonly string[]): Promise<number> {
  takesNothing('check', args)
  const config = readConfig(process.env, 'command')
  const wrong = await faults(config)
  for (const sentence of wrong) process.stderr.write(`${sentence}\n`)
  if (wrong.length === 0) process.stderr.write('Settings, database and migrations are in order.\n')
  return wrong.length === 0 ? 0 : 1
}

async function faults(config: Config): Promise<string[]> {
  if (!config.databaseUrl && !existsSync(join(config.data, 'db', 'PG_VERSION')))
    return [`There is no database in ${config.data} yet: start Lods, or run migrate.`]
  const database = await databaseFrom(config, 'beside')
  const client = new Client(database.owner ?? database.app)
  try {
    await client.connect()
    const waiting = await pending(client)
    return waiting.length === 0 ? [] : [`${waiting.length} migrations have not run, the first is ${waiting[0]?.name}: run migrate.`]
  } finally {
    await client.end()
    await database.stop()
  }
}
