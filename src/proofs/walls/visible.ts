// What the database's own wall shows: how many rows of a table somebody sees, and which tables and functions stand in whose way.
import type { Client } from 'pg'
import type { Role } from '../../kernel/actor.ts'
import { databaseRole, type HouseRole } from '../../platform/db.ts'
import type { Undoing } from './undo.ts'

/** Somebody in a role, as `withRole` tells the database. */
export interface Eyes { readonly role: Role | HouseRole; readonly person: string; readonly partnership: number }

/** Counts once for many: as each, what this table shows. Null for whoever may not read it at all. */
const counting = `create or replace function pg_temp.seen(t text, roles text[], persons text[], partnerships text[], at text) returns int[] language plpgsql as $$
declare found int[] := '{}';
        n int;
begin
  for i in 1 .. cardinality(roles) loop
    begin
      perform set_config('lods.person', persons[i], true), set_config('lods.partnership', partnerships[i], true), set_config('lods.now', at, true);
      perform set_config('role', roles[i], true);
      execute format('select count(*) from %I', t) into n;
    exception when insufficient_privilege then n := null;
    end;
    perform set_config('role', 'none', true);
    found := found || n;
  end loop;
  return found;
end $$`

export interface Sight {
  /**
   * Those who see more or fewer rows of the table after this change than before. A policy that is dropped either hides rows or shows more, never both:
   * as many rows are the same rows. Whoever sees the same of a table is answered the same, whatever is asked of it, until something is written in it.
   */
  readonly differing: <E extends Eyes>(table: string, eyes: readonly E[], change: string) => Promise<readonly E[]>
}

/** @param owner the client that `undo` holds open, in its transaction */
export async function sightOf(owner: Client, undo: Undoing, now: Date): Promise<Sight> {
  await owner.query(counting)
  const known = new Map<string, number | null>()
  const nameOf = (table: string, it: Eyes) => `${table} ${it.role} ${it.person}`
  const count = async (table: string, eyes: readonly Eyes[]): Promise<readonly (number | null)[]> => {
    const values = [table, eyes.map(it => databaseRole(it.role)), eyes.map(it => it.person), eyes.map(it => String(it.partnership)), now.toISOString()]
    return (await owner.query<{ seen: (number | null)[] }>('select pg_temp.seen($1, $2, $3, $4, $5) as seen', values)).rows[0]?.seen ?? []
  }
  return {
    differing: async (table, eyes, change) => {
      const fresh = eyes.filter(it => !known.has(nameOf(table, it)))
      for (const [at, seen] of (await count(table, fresh)).entries()) known.set(nameOf(table, fresh[at] as Eyes), seen)
      const after = await undo.without(change, () => count(table, eyes))
      return eyes.filter((it, at) => known.get(nameOf(table, it)) !== after[at])
    },
  }
}
