import { sql } from 'kysely'
import type { Door } from './config.ts'
import { withRole, type Pool } from './db.ts'

export interface Clock {
  readonly now: () => Date
  /** Demo only: sets the clock this far ahead of the real one and remembers it over a restart. */
  readonly move: (aheadSeconds: number) => Promise<void>
}

/** The house's clock. Served for real it is the real one; a command beside a demo goes by the demo's, and only the demo itself moves it. */
export async function openClock(pool: Pool, door: Door): Promise<Clock> {
  const unmoved = () => Promise.reject(new Error('only the demo has a clock that moves'))
  if (door === 'serve') return { now: () => new Date(), move: unmoved }
  const nobody = () => ({ person: undefined, partnership: undefined, now: new Date() })
  const kept = await withRole(pool, 'clock', nobody(), db => sql<{ ahead: number }>`select ahead_seconds as ahead from demo_clock`.execute(db))
  let ahead = kept.rows[0]?.ahead ?? 0
  return {
    now: () => new Date(Date.now() + ahead * 1000),
    move: door !== 'demo' ? unmoved : async seconds => {
      await withRole(pool, 'clock', nobody(), db =>
        sql`insert into demo_clock (ahead_seconds) values (${seconds}) on conflict (only_one) do update set ahead_seconds = excluded.ahead_seconds`.execute(db))
      ahead = seconds
    },
  }
}
