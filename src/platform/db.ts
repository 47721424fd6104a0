// The only way to a connection. Every statement runs in a database role that was put on for this transaction alone.
import { createHash } from 'node:crypto'
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { Role } from '../kernel/actor.ts'

/** A transaction in some role. Stores take it first; tables are named where they are asked. */
export type Db = Transaction<unknown>
export type Pool = Kysely<unknown>

/** The roles that no person holds. */
export type HouseRole = 'gate' | 'signIn' | 'clock'

/** Who the database is told that it is serving. */
export interface Serving { readonly person: string | undefined; readonly partnership: number | undefined; readonly now: Date }

// Whole numbers of 64 bits come as text from the driver; ours are row numbers and byte counts far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, text => text)

export function openPool(connection: pg.PoolConfig): Pool {
  const pool = new pg.Pool({ max: 10, connectionTimeoutMillis: 5_000, ...connection })
  pool.on('error', () => undefined)      // an idle connection that the server closed; the next query says so itself
  // One that is at work has no listener of the pool's, and a server that dies under it would take the whole product along; its query fails by itself.
  pool.on('connect', client => {
    client.on('error', () => undefined)
    planOnce(client)
  })
  return new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
}

/**
 * On this connection every question is planned once and then asked again. The server makes the plan anew when it is asked in another role,
 * because policies hang on it. Questions are written in the code and are few; what differs from one to the next stands in their values.
 */
function planOnce(client: pg.PoolClient): void {
  const ask = client.query.bind(client) as (question: unknown, values?: unknown) => unknown
  const planned = (question: unknown, values?: unknown) =>
    (typeof question === 'string' && Array.isArray(values) && values.length > 0 ? ask({ name: nameOf(question), text: question, values }) : ask(question, values))
  client.query = planned as typeof client.query
}

const names = new Map<string, string>()
function nameOf(question: string): string {
  const found = names.get(question) ?? createHash('sha256').update(question).digest('base64url')
  names.set(question, found)
  return found
}

export const databaseRole = (role: Role | HouseRole): string => `lods_${role.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)}`

/** One transaction in one role; `putOn` changes it inside. Ends with commit, or with rollback when `work` throws. */
export function withRole<T>(pool: Pool, role: Role | HouseRole, serving: Serving, work: (db: Db) => Promise<T>): Promise<T> {
  return pool.transaction().execute(async db => {
    await sql`select set_config('role', ${databaseRole(role)}, true), set_config('lods.person', ${serving.person ?? ''}, true),
      set_config('lods.partnership', ${serving.partnership === undefined ? '' : String(serving.partnership)}, true),
      set_config('lods.now', ${serving.now.toISOString()}, true)`.execute(db)
    return work(db)
  })
}

/** Takes off the present role and puts on another for the rest of the transaction. Only `action` and `identity` may. */
export const putOn = (db: Db, role: Role | HouseRole): Promise<unknown> =>
  sql`select set_config('role', ${databaseRole(role)}, true)`.execute(db)
