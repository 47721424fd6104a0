// Every road into the domain: input -> facts -> right (answers with its ground or nothing) -> journal -> run, in one transaction.
import { sql } from 'kysely'
import type { z } from 'zod'
import { type Actor, type Ground, groundText } from '../kernel/actor.ts'
import { Refusal } from '../kernel/refusal.ts'
import { decide, type Right, type Standing } from '../kernel/rights.ts'
import type { OwnSheet } from './colours.ts'
import type { Config } from './config.ts'
import type { Clock } from './clock.ts'
import { type Db, type Pool, putOn, withRole } from './db.ts'
import type { FileStore } from './files.ts'
import { heldNow } from './held-now.ts'
import { shutOut } from './shut-out.ts'
import type { Vault } from './vault.ts'

/** What a running house has. Made once at start, handed down. */
export interface House {
  readonly config: Config
  readonly pool: Pool
  readonly clock: Clock
  readonly vault: Vault
  readonly files: FileStore
  /** The municipality's own colours, for those who work here. */
  readonly colours?: OwnSheet | undefined
  /** Writes one journal line in the transaction of what it tells about. */
  readonly write: (db: Db, line: Line) => Promise<unknown>
}

/** One line of the journal. `ground` null says that it was refused; `reason` is what the person wrote, never content of a case. */
export interface Line {
  readonly partnership: number
  readonly at: Date
  readonly person: string | null
  readonly personName: string
  readonly organisation: string
  readonly role: string | null
  readonly act: string
  readonly ground: string | null
  readonly aboutCase?: string | undefined
  readonly aboutCitizen?: string | undefined
  readonly reason?: string | undefined
}

/** Read by the gate before anything of the content: how the thing stands to people, and whom it is about. */
export interface Facts {
  readonly standing: Standing
  readonly aboutCase?: string
  readonly aboutCitizen?: string
}

export interface Work {
  readonly house: House
  readonly db: Db
  readonly actor: Actor
  readonly ground: Ground
  readonly now: Date
  /** For what no transaction can take back, such as removing a file: done once everything is kept, and not at all when it is not. */
  readonly afterwards?: (work: () => Promise<unknown>) => void
}

export interface Action<I, F extends Facts, R> {
  /** The address on the web, with `:names`; an action without one is reached through another screen or a command only. */
  readonly path?: string
  readonly method: 'get' | 'post'
  /** What the journal calls it: `room.past-tense`. */
  readonly audit: `${string}.${string}`
  readonly input: z.ZodType<I>
  /** Undefined where there is no such thing: answered exactly as forbidden. */
  readonly facts: (db: Db, input: I, actor: Actor, now: Date) => Promise<F | undefined>
  readonly right: Right
  /**
   * For what takes long and touches no row, such as putting a file on disk: done before the transaction, once the right was found to be there,
   * and undone when nothing came of it. The right is asked again with everything else.
   */
  readonly beforehand?: (house: House, input: I) => Promise<Beforehand<I>>
  readonly run: (work: Work, input: I, facts: F) => Promise<R>
  /** What a second sending is answered with, kept readable for a while: ids only, never content. Without it the second is told that it was sent. */
  readonly leadsTo?: (result: R) => R
}

/** `input` as `run` gets it. */
export interface Beforehand<I> { readonly input: I; readonly undo: () => Promise<unknown> }

/** Gives an action its types. */
export const action = <I, F extends Facts, R>(it: Action<I, F, R>): Action<I, F, R> => it

export interface Asked { readonly reason?: string; readonly once?: string | undefined }
export interface Done<R> { readonly result: R; readonly ground: Ground; readonly again: boolean }

/**
 * Does one action for one person.
 * @param raw   what came in, not yet trusted
 * @param asked `once`: the sending's own id, so that a second sending answers as the first did instead of doing it again
 * @throws Refusal `invalid` (with the fields), `missing` (no such thing, or no right to it: the same answer), `conflict`
 */
export async function perform<I, F extends Facts, R>(house: House, actor: Actor, it: Action<I, F, R>, raw: unknown, asked: Asked = {}): Promise<Done<R>> {
  const input = readInput(it.input, raw)
  const now = house.clock.now()
  if (!it.beforehand || !(await isLetIn(house, actor, it, input, now))) return overtaken(() => inOneGo(house, actor, it, input, asked, now))
  const ready = await it.beforehand(house, input)
  const come = { far: false }
  try {
    const done = await overtaken(() => inOneGo(house, actor, it, ready.input, asked, now, come))
    if (done.again) await ready.undo()
    return done
  } catch (fault) {
    // When the last word was "keep it", nobody knows whether it was kept: then nothing is taken away.
    if (!come.far) await ready.undo()
    throw fault
  }
}

/** A lock that two wait for, a row that is there already, a wall or a trigger that what was true at the gate no longer satisfies. */
const taken: readonly (string | undefined)[] = ['40001', '40P01', '23505', '42501', 'P0001']

/** Where somebody else was first, it is begun again, once: at the gate everything is read anew, and the second is told what has changed. A fault of ours stays one. */
const overtaken = <R>(go: () => Promise<R>): Promise<R> => go().catch((fault: { code?: string }) => {
  if (taken.includes(fault.code)) return go()
  throw fault
})

const isLetIn = <I, F extends Facts, R>(house: House, actor: Actor, it: Action<I, F, R>, input: I, now: Date): Promise<boolean> =>
  withRole(house.pool, 'gate', { person: actor.id, partnership: actor.partnership, now }, async db => {
    const { ground } = await atGate(db, actor, it, input, now)
    return ground !== undefined
  })

/**
 * Who it is today, what it is about, and on what ground this person may. Her own is never shut to her; to a colleague who is shut out of it, it is as if it were not there,
 * and so it is to one whose role ended on the way from the door.
 */
async function atGate<I, F extends Facts, R>(db: Db, atDoor: Actor, it: Action<I, F, R>, input: I, now: Date): Promise<{ actor: Actor; facts: F | undefined; ground: Ground | undefined }> {
  const actor = await heldNow(db, atDoor)
  const facts = await it.facts(db, input, actor, now)
  const shut = facts !== undefined && facts.aboutCitizen !== actor.id && await shutOut(db, facts.aboutCase, facts.aboutCitizen)
  return { actor, facts, ground: facts && !shut ? decide(it.right, actor, facts.standing) : undefined }
}

/** `come.far`: everything was done and only the keeping of it is left. */
async function inOneGo<I, F extends Facts, R>(house: House, atDoor: Actor, it: Action<I, F, R>, input: I, asked: Asked, now: Date, come = { far: false }): Promise<Done<R>> {
  const serving = { person: atDoor.id, partnership: atDoor.partnership, now }
  const later: (() => Promise<unknown>)[] = []
  const done = await withRole(house.pool, 'gate', serving, async db => {
    const { actor, facts, ground } = await atGate(db, atDoor, it, input, now)
    // A second sending does and reads nothing: the line of the first stands for both.
    const before = ground && asked.once ? await claim(db, asked.once, it.audit, actor, now) : undefined
    if (before && before.leadsTo === null) throw new Refusal('conflict', 'platform.sent-before')
    if (before && ground) return { result: before.leadsTo as R, ground, again: true }
    await house.write(db, {
      partnership: actor.partnership, at: now, person: actor.id, personName: actor.name, organisation: actor.organisationName,
      role: ground?.by ?? null, act: it.audit, ground: ground ? groundText(ground) : null,
      aboutCase: ground && facts?.aboutCase, aboutCitizen: ground && facts?.aboutCitizen, reason: asked.reason,
    })
    if (!facts || !ground) return undefined
    await putOn(db, ground.by)
    const result = await it.run({ house, db, actor, ground, now, afterwards: work => { later.push(work) } }, input, facts)
    if (asked.once && it.leadsTo) await keepLead(db, asked.once, it.leadsTo(result))
    come.far = true
    return { result, ground, again: false }
  })
  if (!done) throw new Refusal('missing', 'platform.missing')
  for (const work of later) await work()
  return done
}

/**
 * Reads what came in by its schema. Schema messages are codes of sentences (`room.code`); all faults are told at once.
 * A key that can be nobody's (`platform.missing`) is answered as one that is nobody's, or its form would tell which things there are.
 */
export function readInput<I>(schema: z.ZodType<I>, raw: unknown): I {
  const read = schema.safeParse(raw)
  if (read.success) return read.data
  const faults = read.error.issues.map(issue => ({ field: issue.path.map(String).join('.'), code: codeOf(issue.message) }))
  if (faults.some(it => it.code === 'platform.missing')) throw new Refusal('missing', 'platform.missing')
  const first = faults[0] ?? { field: '', code: 'platform.invalid' as const }
  throw new Refusal('invalid', first.code, first.field, faults)
}

const codeOf = (message: string): `${string}.${string}` =>
  /^[a-z]+\.[a-z0-9-]+$/.test(message) ? (message as `${string}.${string}`) : 'platform.invalid'

/** Takes the sending's id; a second sending waits here until the first is done and is then told where it led. */
async function claim(db: Db, once: string, act: string, actor: Actor, now: Date): Promise<{ leadsTo: unknown } | undefined> {
  const taken = await sql`insert into submission (once, person, act, at) values (${once}, ${actor.id}, ${act}, ${now}) on conflict do nothing`.execute(db)
  if (taken.numAffectedRows === 1n) return undefined
  const before = await sql<{ leadsTo: unknown }>`select leads_to as "leadsTo" from submission where once = ${once} and act = ${act}`.execute(db)
  const found = before.rows[0]
  if (!found) throw new Refusal('conflict', 'platform.sent-before')
  return found
}

async function keepLead(db: Db, once: string, result: unknown): Promise<void> {
  await putOn(db, 'gate')
  await sql`update submission set leads_to = ${JSON.stringify(result ?? null)}::jsonb where once = ${once}`.execute(db)
}
