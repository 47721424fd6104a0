// `lods rights [--json]`: every role x action x state with the ground it needs.
import { type GroundKind, type Role, roles } from '../kernel/actor.ts'
import type { Right } from '../kernel/rights.ts'
import { operatorError } from '../platform/operator.ts'
import { type Act, actsOf, rightsOf } from './acts.ts'

/** `state` is `*` where the thing has no states that anybody told of; `ground` null: this role may not. */
export interface RightsRow {
  readonly role: Role
  readonly action: string
  readonly method: 'get' | 'post'
  readonly path: string | null
  readonly state: string
  readonly ground: GroundKind | null
}

export async function runRights(args: readonly string[]): Promise<number> {
  const wrong = args.find(it => it !== '--json')
  if (wrong !== undefined) throw operatorError(`rights takes --json or nothing, but was given ${wrong}.`, 2)
  const rows = await rightsTable()
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify(rows, null, 1)}\n`)
  else for (const line of readable(rows)) process.stderr.write(`${line}\n`)
  return 0
}

/** The whole table, in the order of rooms, actions and roles. Several rows where several grounds fit: the first is asked first. */
export async function rightsTable(): Promise<readonly RightsRow[]> {
  const states = new Map((await rightsOf()).map(it => [it.room, it.states] as const))
  const rows = (await actsOf()).flatMap(act => rowsOf(act, states.get(act.room) ?? []))
  // An act that a door shows together with more stands here once.
  return [...new Map(rows.map(it => [JSON.stringify(it), it])).values()]
}

function rowsOf({ it }: Act, known: readonly string[]): RightsRow[] {
  const about = { action: it.audit, method: it.method, path: it.path ?? null }
  return roles.flatMap(role => statesFor(it.right, known).flatMap((state): RightsRow[] => {
    const fitting = it.right.filter(grant => grant.by === role && (grant.states === 'every' || grant.states.includes(state)))
    return fitting.length === 0 ? [{ role, ...about, state, ground: null }] : fitting.map(({ ground }) => ({ role, ...about, state, ground }))
  }))
}

/** The states that this right speaks of; with `every`, those that the room's things can be in. */
export function statesFor(right: Right, known: readonly string[]): readonly string[] {
  const named = [...new Set(right.flatMap(grant => (grant.states === 'every' ? [] : grant.states)))]
  // A right that names only states of another thing of the room (`-`: none at all) is not about the thing whose states the room tells.
  const about = named.every(state => known.includes(state)) ? known : named
  return about.length === 0 ? ['*'] : [...about]
}

function readable(rows: readonly RightsRow[]): string[] {
  const lines = rows.filter(it => it.ground !== null).map(it => [it.role, it.action, it.state, it.ground ?? '', it.path ? `${it.method.toUpperCase()} ${it.path}` : ''])
  const width = [0, 1, 2, 3].map(at => Math.max(0, ...lines.map(cells => cells[at]?.length ?? 0)))
  return lines.map(cells => cells.map((cell, at) => cell.padEnd(width[at] ?? 0)).join('  ').trimEnd())
}
