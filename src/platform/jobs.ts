// What is done while nobody is signed in: rounds that look at the tables and do what is due. Nothing is queued, so nothing can be lost with a process.
import { sql } from 'kysely'
import { type Db, withRole } from './db.ts'
import type { House } from './action.ts'

/** `db` is in the role of the clock, which reads dates and holders and never what is written. */
export interface Turn { readonly house: House; readonly db: Db; readonly now: Date }

/** Done again a minute later, it finds nothing more to do: what it does, it works out anew from the tables. */
export interface Round { readonly name: string; readonly run: (turn: Turn) => Promise<void> }

/**
 * Each round once, in a transaction of its own; one that another process is at just now is left to it.
 * @param hear told which round failed and how, never what was asked or written
 */
export async function runRounds(house: House, rounds: readonly Round[], hear: (failed: Failed) => void = say): Promise<void> {
  for (const round of rounds) {
    const now = house.clock.now()
    await withRole(house.pool, 'clock', { person: undefined, partnership: undefined, now }, async db => {
      const turn = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${lockSpace}, hashtext(${round.name})) as mine`.execute(db)
      if (turn.rows[0]?.mine) await round.run({ house, db, now })
    }).catch((error: unknown) => hear({ round: round.name, kind: kindOf(error) }))
  }
}

/** Apart from the locks that others take in the same database. */
const lockSpace = 0x10d5

export interface Failed { readonly round: string; readonly kind: string }
const kindOf = (error: unknown): string =>
  (error instanceof Error ? [error.name, (error as { code?: string }).code].filter(Boolean).join(' ') : typeof error)
const say = (failed: Failed): void => { process.stderr.write(`${JSON.stringify(failed)}\n`) }

/** Goes the rounds now and every `every` milliseconds, one at a time. `stop` waits for the one that is under way. */
export function keepRounds(house: House, rounds: readonly Round[], every: number): { readonly stop: () => Promise<void> } {
  let going: Promise<void> | undefined
  const go = (): void => { going ??= runRounds(house, rounds).finally(() => { going = undefined }) }
  go()
  const timer = setInterval(go, every)
  timer.unref()
  return {
    stop: async () => {
      clearInterval(timer)
      await going
    },
  }
}
