import type { ClientConfig } from 'pg'
import type { Config } from './config.ts'
import type { Sharing } from './keeper.ts'
import { startDatabase } from './postgres.ts'

export interface Database {
  /** For requests: a user who owns nothing. */
  readonly app: ClientConfig
  /** For migrations; not there when the server is another's and its owner's address was not given. */
  readonly owner?: ClientConfig
  readonly embedded: boolean
  /** True when an embedded server that had survived its product was taken over. */
  readonly adopted: boolean
  readonly stop: () => Promise<void>
}

/**
 * The server of DATABASE_URL, or the embedded one in LODS_DATA.
 * @param sharing alone for the product (start, serve); beside for commands, which may run next to it
 */
export async function databaseFrom(config: Pick<Config, 'data' | 'databaseUrl' | 'databaseOwnerUrl'>, sharing: Sharing): Promise<Database> {
  if (config.databaseUrl === undefined) return { ...await startDatabase({ dataDir: config.data, sharing }), embedded: true }
  const owner = config.databaseOwnerUrl
  return {
    app: { connectionString: config.databaseUrl },
    ...(owner === undefined ? {} : { owner: { connectionString: owner } }),
    embedded: false, adopted: false, stop: async () => undefined,
  }
}
