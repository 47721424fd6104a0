// While the story of the town is told, every act that is done is done beforehand without this and that policy, and undone each time:
// what was done once and cannot be done again is missed by whoever did it, at the moment when it could be done.
import { Client } from 'pg'
import type { Act, AnyAction } from '../../cli/acts.ts'
import type { TestHouse } from '../../directory/testing-house.ts'
import type { Actor } from '../../kernel/actor.ts'
import { decide, type Grant, type Standing } from '../../kernel/rights.ts'
import type { House } from '../../platform/action.ts'
import { databaseRole } from '../../platform/db.ts'
import { ask } from './probes.ts'
import { undoing } from './undo.ts'

/** One stone of the second wall. */
export interface Policy { readonly name: string; readonly table: string; readonly cmd: string; readonly permissive: boolean; readonly roles: readonly string[] }
export const titleOf = ({ name, table }: Policy): string => `${name} on ${table}`
export const dropping = ({ name, table }: Policy): string => `drop policy "${name}" on "${table}"`

export interface Lived {
  /** Somebody was answered otherwise, or wrote otherwise, without these. */
  readonly missed: Set<Policy>
  /** Who missed it, doing what. */
  readonly by: Map<Policy, string>
  /** Somebody had no other ground than this. */
  readonly stoodOn: Set<Grant>
  readonly end: () => Promise<void>
}

/** What was asked by whom, between the moment it was read and the moment it is done. */
interface Asking { readonly raw: unknown; actor?: Actor; standing?: Standing }
type Open = { -readonly [part in keyof AnyAction]: AnyAction[part] }
/** So often an act is looked at again when somebody in the same role does it. */
const often = 12

/** Looks at every act that is done in this house until `end`. */
export async function living(acts: readonly Act[], { house: { pool }, owner }: TestHouse, policies: readonly Policy[]): Promise<Lived> {
  const client = new Client({ host: owner.host, port: owner.port, user: owner.user as string, database: owner.database as string })
  await client.connect()
  const missed = new Set<Policy>()
  const by = new Map<Policy, string>()
  const stoodOn = new Set<Grant>()
  const seen = new Map<string, number>()
  void pool
  const asked = new WeakMap<object, Asking>()
  const doors = [...new Set(acts.map(act => act.it.input))].map(input => ({ input, read: input.safeParse }))
  for (const { input, read } of doors)
    input.safeParse = (raw, ...rest) => {
      const answer = read(raw, ...rest)
      if (answer.success && typeof answer.data === 'object' && answer.data !== null) asked.set(answer.data, { raw })
      return answer
    }
  const done = acts.map(act => {
    const whole = { ...act, it: { ...act.it } }
    const open = act.it as Open
    open.facts = async (db, input, actor, now) => {
      const facts = await whole.it.facts(db, input, actor, now)
      const at = asked.get(input as object)
      if (at && facts) Object.assign(at, { actor, standing: facts.standing })
      return facts
    }
    open.beforehand = async (house, input) => {
      const at = asked.get(input as object)
      if (at?.actor && at.standing) await lookAt(house, whole, at.actor, at.standing, at.raw)
      return whole.it.beforehand?.(house, input) ?? { input, undo: async () => undefined }
    }
    return () => { Object.assign(open, { facts: whole.it.facts }); if (whole.it.beforehand) open.beforehand = whole.it.beforehand; else delete open.beforehand }
  })

  async function lookAt(house: House, act: Act, actor: Actor, standing: Standing, raw: unknown): Promise<void> {
    const ground = decide(act.it.right, actor, standing)
    if (!ground) return
    for (const grant of act.it.right) if (grant.by === ground.by && !decide(act.it.right.filter(it => it !== grant), actor, standing)) stoodOn.add(grant)
    const kind = `${act.room} ${act.name} ${act.it.audit} ${act.it.path} ${ground.by}`
    if ((seen.get(kind) ?? 0) >= often) return
    const roles = [databaseRole(ground.by), databaseRole('gate')]
    const wanted = policies.filter(it => !missed.has(it) && it.roles.some(role => roles.includes(role)))
    if (wanted.length === 0) return
    const undo = await undoing(client)
    try {
      const quiet: House = { ...house, pool: undo.pool, files: { ...house.files, remove: async () => undefined } }
      const once = async () => {
        await undo.wrote()
        const { standing: _, ...outcome } = await ask(quiet, { act, actor, candidate: { raw: raw as Record<string, unknown>, standing }, named: true })
        return { ...outcome, wrote: JSON.stringify(await undo.wrote()) }
      }
      const whole = await once()
      if (whole.how !== 'done') return
      seen.set(kind, (seen.get(kind) ?? 0) + 1)
      let steady: boolean | undefined
      const differs = async (group: readonly Policy[]): Promise<boolean> => {
        const now = await undo.without(group.map(dropping).join(';'), once)
        if (now.ground !== whole.ground || now.how !== whole.how || now.wrote !== whole.wrote) return true
        if (now.answer === whole.answer) return false
        steady ??= (await once()).answer === whole.answer
        return steady
      }
      const search = async (group: readonly Policy[]): Promise<void> => {
        const [one] = group
        if (!one || !(await differs(group))) return
        if (group.length === 1) {
          missed.add(one)
          by.set(one, `${actor.name} (${ground.by}) ${act.it.audit}`)
          return
        }
        const half = Math.ceil(group.length / 2)
        await search(group.slice(0, half))
        await search(group.slice(half))
      }
      for (const kind of [true, false]) await search(wanted.filter(it => it.permissive === kind))
    } finally {
      await undo.end()
    }
  }

  return {
    missed, by, stoodOn,
    end: async () => {
      for (const { input, read } of doors) input.safeParse = read
      for (const end of done) end()
      await client.end()
    },
  }
}
