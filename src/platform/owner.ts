// What the owner of the tables writes at migration, past the walls that bind the running house.
import type { ClientBase } from 'pg'

/** All of it or nothing, one process at a time. An owner who is no superuser is bound by the policies of its own tables, and lifts them from these for this one transaction. */
export async function asOwner<T>(owner: ClientBase, tables: readonly string[], work: () => Promise<T>): Promise<T> {
  await owner.query('begin')
  try {
    // Two processes that start at once would both add what is missing.
    await owner.query('select pg_advisory_xact_lock($1)', [0x10d5_0002])
    const bound = await isBound(owner)
    if (bound) for (const table of tables) await owner.query(`alter table ${table} no force row level security`)
    const done = await work()
    if (bound) for (const table of tables) await owner.query(`alter table ${table} force row level security`)
    await owner.query('commit')
    return done
  } catch (error) {
    await owner.query('rollback')
    throw error
  }
}

async function isBound(owner: ClientBase): Promise<boolean> {
  const found = await owner.query<{ bound: boolean }>('select not (rolsuper or rolbypassrls) as bound from pg_roles where rolname = current_user')
  return found.rows[0]?.bound ?? true
}
