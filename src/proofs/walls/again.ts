// What was refused is sent again, so that everything that can be written is written by somebody in each role that may: what nobody does, nobody misses.
import type { Act } from '../../cli/acts.ts'
import { keyFields, type Row } from './inputs.ts'
import { pageOf, persuade, wordsAround } from './persuade.ts'
import { ask, type Outcome, type Probe } from './probes.ts'
import type { TestTown } from '../town/town.ts'
import type { Heard, Written } from './undo.ts'
import type { Worker } from './workers.ts'

/** `said`: the words of every statement, by the role that asked it; `wrote`: how many rows of which table. */
export interface Asked extends Outcome { readonly took: number; readonly said: Heard; readonly wrote: readonly Written[] }

/** Two acts may have one name in the journal and one address: a door shows one together with more. */
export const nameOf = ({ room, name, it }: Act): string => `${room} ${name} ${it.audit} ${it.path}`

/** Those of one role who were let in to an act and answered with the same no. */
export interface NotDone { readonly probes: readonly Probe[]; /** Somebody in the role got it done, about something else. */ readonly done: boolean; readonly othersWrote: boolean }
const changes = (wrote: readonly Written[]): boolean => wrote.some(it => it.table !== 'journal')

/**
 * By act, role and answer: who was let in and did not get it done, because what was sent fits something else or has been sent before, or who changed nothing where something can be changed.
 * What nobody does writes nothing, and then nobody misses what lets it be written.
 */
export function notDone(first: ReadonlyMap<Probe, Asked>): readonly NotDone[] {
  const letIn = [...first].filter(([{ act }, { ground }]) => ground && act.it.method === 'post')
  const writing = new Set(letIn.filter(([, it]) => it.how === 'done' && changes(it.wrote)).map(([{ act }]) => act))
  const roles = new Set(letIn.filter(([{ act }, it]) => it.how === 'done' && (changes(it.wrote) || !writing.has(act))).map(([{ act, actor }]) => `${nameOf(act)} ${actor.roles.join()}`))
  const groups = Map.groupBy(letIn.filter(([{ act, actor }, it]) => it.how !== 'done' || !roles.has(`${nameOf(act)} ${actor.roles.join()}`)), ([{ act, actor }, { how }]) => `${nameOf(act)} ${actor.roles.join()} ${how}`)
  return [...groups.values()].map(it => ({ probes: it.map(([probe]) => probe), done: it.some(([{ act, actor }]) => roles.has(`${nameOf(act)} ${actor.roles.join()}`)), othersWrote: it.some(([{ act }]) => writing.has(act)) }))
}

type Raw = Readonly<Record<string, unknown>>
const mostAsIs = 30
/** So many things are tried, and each so often, with what the house says is missing filled in. */
const [mostInVain, mostTries] = [3, 120]

/** Sends an act again for those who did not get it done, and answers with what the house took. Every sending is undone. */
export function sending({ recorded, acts }: TestTown, probes: readonly Probe[], first: ReadonlyMap<Probe, Asked>, rows: readonly Row[]) {
  /** For the next role to begin with. */
  const worked = new Map<Act, Raw>()
  return async (at: Worker, group: NotDone): Promise<Probe | undefined> => {
    const found = (group.done ? undefined : await tookAsIs(at, group)) ?? await tookInTheEnd(at, group)
    if (found) worked.set(found.act, found.candidate.raw)
    return found
  }

  /** The same about every other thing that the act was found to be about, and about what was named where somebody did something else at that address. */
  async function tookAsIs(at: Worker, { probes: [one], othersWrote }: NotDone): Promise<Probe | undefined> {
    if (!one) return undefined
    const { act, candidate: { raw } } = one
    const near = [...recorded].filter(([it]) => stemOf(it) === stemOf(act)).flatMap(([, raws]) => raws.map(it => ({ ...raw, ...keysOf(act, it) })))
    const before = worked.get(act)
    const other = probes.filter(it => it.act === act && !first.has(it)).map(it => it.candidate.raw)
    const raws = new Map([...(before ? [{ ...before, ...keysOf(act, raw) }, before] : []), ...near.toReversed(), ...other].map(it => [JSON.stringify(it), it] as const))
    for (const again of [...raws.values()].slice(0, mostAsIs)) {
      const probe = { ...one, candidate: { ...one.candidate, raw: again } }
      await at.undo.wrote()
      const { ground, how } = await ask(at.house, probe)
      if (ground && how === 'done' && (!othersWrote || changes(await at.undo.wrote()))) return probe
    }
    return undefined
  }

  async function tookInTheEnd(at: Worker, { probes: own }: NotDone): Promise<Probe | undefined> {
    for (const probe of own.slice(0, mostInVain)) {
      const { act, actor, candidate } = probe
      const raw = await persuade(at.house, actor, act, candidate.raw, await wordsAround(at.house, actor, pageOf(act, acts), candidate.raw, rows), mostTries)
      if (raw) return { ...probe, candidate: { ...candidate, raw } }
    }
    return undefined
  }
}

/** What lies at one address up to the last thing that it names. */
const stemOf = ({ it: { path }, room }: Act): string => path?.match(/^.*:\w+(?:\{[^}]*\})?/)?.[0] ?? `${room} ${path}`

function keysOf({ it }: Act, raw: Raw): Raw {
  const { ids, others, along } = keyFields(it)
  return Object.fromEntries([...ids, ...others].filter(name => !along.includes(name) && name in raw).map(name => [name, raw[name]]))
}
