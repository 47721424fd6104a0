// A pool whose transactions leave no trace: each runs inside one that the test holds open as the database's owner, and is undone at its end.
// So the same question can be asked a thousand times of the same house, also of one with a policy missing.
import { Kysely, PostgresDialect } from 'kysely'
import type { Client } from 'pg'
import type { Pool } from '../../platform/db.ts'

export interface Undoing {
  /** Each transaction is undone at its own end. */
  readonly pool: Pool
  /** Transactions stay until `without` ends, for what takes several. */
  readonly keeping: Pool
  /** The words of everything that was asked since this was called last, by the role of the database that was worn. */
  readonly heard: () => Heard
  /**
   * How many rows of which table were added, changed and deleted since this was called last, whatever was undone meanwhile.
   * @param lines so many lines of the journal are left out: those of others, who were turned away meanwhile
   */
  readonly wrote: (lines?: number) => Promise<readonly Written[]>
  /** Does something to the database as its owner, asks, and undoes it. */
  readonly without: <T>(change: string, ask: () => Promise<T>) => Promise<T>
  readonly end: () => Promise<void>
}

export type Heard = ReadonlyMap<string, ReadonlySet<string>>
export interface Written { readonly table: string; readonly cmd: 'INSERT' | 'UPDATE' | 'DELETE'; readonly rows: number }

/** Each question is planned once, as in a running house: what differs from one asking to the next stands in its values. */
const names = new Map<string, string>()
function nameOf(text: string): string {
  const name = names.get(text) ?? `asked_${names.size}`
  names.set(text, name)
  return name
}

/** @param owner a client of the superuser that nobody else uses; in a transaction until `end` */
export async function undoing(owner: Client): Promise<Undoing> {
  await owner.query('begin')
  let heard: (readonly [role: string, text: string])[] = []
  let worn = 'lods_app'
  let counted = new Map<string, number>()
  // A savepoint that is gone back to is still there: left behind by the thousand they slow the server down, and end in want of memory.
  const undo = ['rollback to savepoint asked', 'release savepoint asked']
  // What waits for the end of a transaction is done at the end of this one.
  const over = (commit: readonly string[]): Pool => {
    const said: Readonly<Record<string, readonly string[]>> = { begin: ['savepoint asked'], commit, rollback: undo }
    const client = {
      // The builder asks what the server said to a commit, and must hear that there was one.
      query: async (text: string, values: unknown[] = []) => {
        if (text === 'begin') worn = 'lods_app'
        heard.push([worn, text])
        if (text.startsWith("select set_config('role', $1")) worn = String(values[0])
        const instead = said[text]
        if (!instead) return owner.query(values.length > 0 ? { name: nameOf(text), text, values } : text)
        for (const one of instead) await owner.query(one)
        return { rows: [], rowCount: 0, command: text === 'commit' ? 'COMMIT' : 'ROLLBACK' }
      },
      release: () => undefined,
    }
    return new Kysely<unknown>({ dialect: new PostgresDialect({ pool: { connect: async () => client as never, end: async () => undefined } as never }) })
  }
  return {
    pool: over(['set constraints all immediate', ...undo]),
    keeping: over(['set constraints all immediate', 'set constraints all deferred', 'release savepoint asked']),
    heard: () => {
      const all = Map.groupBy(heard, ([role]) => role)
      heard = []
      return new Map([...all].map(([role, said]) => [role, new Set([...new Set(said.map(([, text]) => text))].flatMap(text => text.match(/\w+/g) ?? []))]))
    },
    wrote: async (lines = 0) => {
      const { rows } = await owner.query<Written>(`select relname as table, cmd, n::int as rows from pg_stat_xact_user_tables,
        lateral (values ('INSERT', n_tup_ins), ('UPDATE', n_tup_upd), ('DELETE', n_tup_del)) as it (cmd, n) where n > 0 order by 1, 2`)
      const before = counted
      counted = new Map(rows.map(it => [`${it.table} ${it.cmd}`, it.rows]))
      const others = (it: Written) => (it.table === 'journal' && it.cmd === 'INSERT' ? lines : 0)
      return rows.map(it => ({ ...it, rows: it.rows - (before.get(`${it.table} ${it.cmd}`) ?? 0) - others(it) })).filter(it => it.rows > 0)
    },
    without: async (change, ask) => {
      await owner.query('savepoint changed')
      try {
        await owner.query(change)
        return await ask()
      } finally {
        await owner.query('rollback to savepoint changed')
        await owner.query('release savepoint changed')
      }
    },
    end: async () => { await owner.query('rollback') },
  }
}
