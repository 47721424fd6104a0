// While the story of the town is told, every act that is done is done beforehand without this and that policy, and undone each time:
// what is done once and cannot be done again is missed by whoever does it, at the moment when it can be done.
import { Client } from 'pg'
import type { Act, AnyAction } from '../../cli/acts.ts'
import type { TestHouse } from '../../directory/testing-house.ts'
import type { Actor } from '../../kernel/actor.ts'
import { decide, type Grant, type Standing } from '../../kernel/rights.ts'
import type { House } from '../../platform/action.ts'
import { databaseRole } from '../../platform/db.ts'
import { ask, type Outcome } from './probes.ts'
import { type Undoing, undoing } from './undo.ts'

/** One stone of the second wall. */
export interface Policy { readonly name: string; readonly table: string; readonly cmd: string; readonly permissive: boolean; readonly roles: readonly string[] }
export const titleOf = ({ name, table }: Policy): string => `${name} on ${table}`
/** LODS_POLICIES has parts of such titles ("sends on case_event,on person"): then only those are asked about. */
const some = process.env['LODS_POLICIES']?.split(',')
export const askedFor = (it: Policy): boolean => some === undefined || some.some(part => titleOf(it).includes(part))
export const policiesOf = async (owner: Client): Promise<readonly Policy[]> => (await owner.query<Policy>(`
  select policyname as name, tablename as table, cmd, permissive = 'PERMISSIVE' as permissive, roles::text[] as roles
  from pg_policies where schemaname = 'public' and tablename <> 'lods_migration' order by 2, 1`)).rows
export const dropping = ({ name, table }: Policy): string => `drop policy "${name}" on "${table}"`

export interface Lived {
  /** Somebody was answered otherwise, or wrote otherwise, without these: who it was, doing what. */
  readonly missed: ReadonlyMap<Policy, string>
  /** Somebody had no other ground than this. */
  readonly stoodOn: ReadonlySet<Grant>
  /** Somebody did these. */
  readonly done: ReadonlySet<Act>
  readonly end: () => Promise<void>
}

/** One act that somebody is let in to, before it is done. `listed` is the act as it stands in the list, `act` what it was before anybody listened. */
interface Asking { readonly listed: Act; readonly act: Act; readonly house: House; readonly actor: Actor; readonly standing: Standing; readonly raw: unknown }

/** Looks at every act that is done in this house until `end`. */
export async function living(acts: readonly Act[], { owner: { host, port, user, database } }: TestHouse, policies: readonly Policy[]): Promise<Lived> {
  const client = new Client({ host, port, user: user as string, database: database as string })
  await client.connect()
  const [missed, stoodOn, done] = [new Map<Policy, string>(), new Set<Grant>(), new Set<Act>()]
  const lookAt = async (asking: Asking): Promise<void> => {
    const { act, listed, actor, standing } = asking
    const ground = decide(act.it.right, actor, standing)
    if (!ground) return
    for (const grant of act.it.right) if (!decide(act.it.right.filter(it => it !== grant), actor, standing)) stoodOn.add(grant)
    const worn = [databaseRole(ground.by), databaseRole('gate')]
    const wanted = policies.filter(it => !missed.has(it) && it.roles.some(role => worn.includes(role)))
    if (wanted.length === 0 && done.has(listed)) return
    const undo = await undoing(client)
    try {
      const once = doing(asking, undo)
      const whole = await once()
      if (whole.how !== 'done') return
      done.add(listed)
      for (const permissive of [true, false])
        for (const it of await missing(wanted.filter(one => one.permissive === permissive), once, whole, undo)) missed.set(it, `${actor.name} (${ground.by}) ${act.it.audit}`)
    } finally {
      await undo.end()
    }
  }
  let last: Promise<unknown> = Promise.resolve()
  const deaf = listening(acts, asking => {
    const mine = last.then(() => lookAt(asking))
    last = mine.catch(() => undefined)
    return mine
  })
  return { missed, stoodOn, done, end: async () => { deaf(); await client.end() } }
}

interface Once extends Outcome { readonly wrote: string }

/** Does it, undone each time; what no transaction takes back is left undone. */
function doing({ act, house, actor, standing, raw }: Asking, undo: Undoing): () => Promise<Once> {
  const quiet: House = { ...house, pool: undo.pool, files: { ...house.files, remove: async () => undefined } }
  return async () => {
    await undo.wrote()
    const outcome = await ask(quiet, { act, actor, candidate: { raw: raw as Record<string, unknown>, standing }, named: true })
    return { ...outcome, wrote: JSON.stringify(await undo.wrote()) }
  }
}

/** Which of these are missed, each by itself: all at once first, and then by halves, as most are none of this act's business. */
async function missing(group: readonly Policy[], once: () => Promise<Once>, whole: Once, undo: Undoing): Promise<readonly Policy[]> {
  if (group.length === 0) return []
  const now = await undo.without(group.map(dropping).join('; '), once)
  const otherwise = now.ground !== whole.ground || now.how !== whole.how || now.wrote !== whole.wrote
  // Some answers are others each time.
  if (!otherwise && (now.answer === whole.answer || (await once()).answer !== whole.answer)) return []
  if (group.length === 1) return group
  const half = Math.ceil(group.length / 2)
  return [...await missing(group.slice(0, half), once, whole, undo), ...await missing(group.slice(half), once, whole, undo)]
}

type Open = { -readonly [part in keyof AnyAction]: AnyAction[part] }

/**
 * Tells of each act when somebody was let in and nothing is done yet: between the gate and `beforehand`, where no transaction is open.
 * @returns what ends it
 */
function listening(acts: readonly Act[], tell: (asking: Asking) => Promise<void>): () => void {
  const raws = new WeakMap<object, unknown>()
  const gate = new WeakMap<object, { readonly actor: Actor; readonly standing: Standing }>()
  const doors = [...new Set(acts.map(act => act.it.input))].map(input => ({ input, read: input.safeParse }))
  for (const { input, read } of doors)
    input.safeParse = (raw, ...rest) => {
      const answer = read(raw, ...rest)
      if (answer.success && typeof answer.data === 'object' && answer.data !== null) raws.set(answer.data, raw)
      return answer
    }
  const quiet = acts.map(one => {
    const [act, open] = [{ ...one, it: { ...one.it } }, one.it as Open]
    open.facts = async (db, input, actor, now) => {
      const facts = await act.it.facts(db, input, actor, now)
      if (facts) gate.set(input as object, { actor, standing: facts.standing })
      return facts
    }
    open.beforehand = async (house, input) => {
      const at = gate.get(input as object)
      if (at) await tell({ listed: one, act, house, raw: raws.get(input as object), ...at })
      return act.it.beforehand?.(house, input) ?? { input, undo: async () => undefined }
    }
    return () => {
      open.facts = act.it.facts
      if (act.it.beforehand) open.beforehand = act.it.beforehand
      else delete open.beforehand
    }
  })
  return () => {
    for (const { input, read } of doors) input.safeParse = read
    for (const end of quiet) end()
  }
}
