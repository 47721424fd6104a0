// What the clock does in a case behind a wall when the day has passed: by the ladder of its kind, and never past the wall. Pure.
import type { PersonId } from '../../kernel/actor.ts'
import { type Held, isThere } from '../../directory/rules.ts'
import type { Terms } from '../../directory/terms.ts'
import { freshDue, heldOnly, holderRoles, type SideEvent, type SideKind, type SideState, actsOnSide } from './rules.ts'
import { nextClimb, type Waits } from '../late.ts'

/**
 * Who else takes an employee's case that nobody acts on: another of those who may read it anyhow. The other party's case is passed on to nobody
 * by the clock, because that would open it to somebody who has no task in it: there the leader decides.
 * @param held those who may know of the case at all
 */
export function anotherOnSide(kind: SideKind, state: Pick<SideState, 'holder'>, held: readonly Held[]): PersonId | undefined {
  if (heldOnly[kind]) return undefined
  const has = actsOnSide(kind, state.holder, held)
  return holderRoles[kind].flatMap(role => held.filter(it => it.role === role && it.person !== has && it.person !== state.holder && isThere(held, role, it.person)))[0]?.person
}

interface Moment { readonly now: Date; readonly terms: Terms; readonly held: readonly Held[] }

/** The event that the clock writes; undefined where nothing is due. Nothing else about the case changes but who has it. */
export function climbSide(kind: SideKind, state: SideState & Waits, { now, terms, held }: Moment): SideEvent | undefined {
  const other = anotherOnSide(kind, state, held)
  const move = nextClimb(state, other !== undefined, now, terms)
  if (!move) return undefined
  const passed = move === 'pass-on' && other ? { holder: other, due: freshDue(null, now, terms) } : {}
  return { seq: state.seq + 1, given: {}, holder: state.holder, due: state.due, move, by: null, byRole: 'clock', at: now, ...passed }
}
