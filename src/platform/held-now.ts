import { sql } from 'kysely'
import type { Actor, Role } from '../kernel/actor.ts'
import type { Db } from './db.ts'

/**
 * The one who is served, with the roles that the second wall still lets her put on. Who acts is read at the door; a role can end between there and here,
 * at midnight or by somebody's hand. A citizen is no role that ends.
 */
export async function heldNow(db: Db, actor: Actor): Promise<Actor> {
  const ending = actor.roles.filter(it => it !== 'citizen')
  if (ending.length === 0) return actor
  const held = await sql<{ role: Role }>`select role from unnest(${ending}::text[]) role where gate.as_role(role) = ${actor.partnership}`.execute(db)
  return { ...actor, roles: actor.roles.filter(it => it === 'citizen' || held.rows.some(row => row.role === it)) }
}
