// What happens when the day has passed and nobody has acted: a reminder, somebody else of the same role, the leader who must appoint. Pure.
// Everything that waits for somebody climbs the same three steps.
import type { PersonId, Role } from '../kernel/actor.ts'
import { Refusal } from '../kernel/refusal.ts'
import { type Held, isThere } from '../directory/rules.ts'
import type { Terms } from '../directory/terms.ts'
import { actsOn, type CaseEvent, type CaseState, holds } from './rules.ts'
import { afterMinutes, dueAfter } from './workdays.ts'

export const climbs = ['remind', 'pass-on', 'to-leader'] as const
export type Climb = (typeof climbs)[number]

/** How something waits: by when, and how far the clock has gone about it. */
export interface Waits {
  readonly due: Date | null
  readonly lateStep: Climb | null
  readonly lateAt: Date | null
  /** Somebody said that there is danger now, and nobody has called: it climbs in minutes, and what it has waited since is kept until somebody does. */
  readonly rings?: boolean | undefined
}

/** The last event of a case; which move it was is read where somebody is about to add one. */
export interface Last { readonly seq: number; readonly lastMove?: string | undefined }

/** Whether something came between: a reminder has changed nothing of what was on the screen. */
export const cameBetween = ({ seq, lastMove }: Last, seen: number): boolean => seen !== seq && !(lastMove === 'remind' && seen === seq - 1)

/** When the next step is taken after the last: closing time so many working days on, or, where it rings, minutes later while somebody is there. */
export const nextStepAt = (lateAt: Date, { deadlines, officeHours }: Terms, rings = false): Date =>
  (rings ? afterMinutes(lateAt, deadlines.dangerMinutes, officeHours) : dueAfter(lateAt, deadlines.afterReminderWorkingDays, officeHours))

/** Closing time on the day by which whoever gets it is to have acted. */
export const fresh = (now: Date, { deadlines, officeHours }: Terms): Date => dueAfter(now, deadlines.visitatorAnswerWorkingDays, officeHours)

/** What the clock does now; undefined where nothing is due. `another`: somebody else of the same role is there to take it. */
export function nextClimb(it: Waits, another: boolean, now: Date, terms: Terms): Climb | undefined {
  if (!it.due || it.due > now || it.lateStep === 'to-leader') return undefined
  if (it.lateStep === null || it.lateAt === null) return 'remind'
  // What was passed on got a day of its own; what rings kept the one it had.
  if (it.lateStep === 'pass-on' && !it.rings) return 'to-leader'
  if (nextStepAt(it.lateAt, terms, it.rings) > now) return undefined
  return another && it.lateStep === 'remind' ? 'pass-on' : 'to-leader'
}

/** Whether somebody is to be called because there is danger now. */
export const rings = (state: Pick<CaseState, 'urgent' | 'next'>): boolean => state.urgent && state.next === 'call'

export interface Moment { readonly now: Date; readonly terms: Terms; readonly held: readonly Held[] }

/**
 * Who else takes a case that nobody acts on: another visitator, who may read all cases anyhow. A coordinator's case is passed on to no other
 * coordinator by the clock, because that would open it to somebody who has no task in it: there the leader decides.
 */
export function anotherFor(state: Pick<CaseState, 'status' | 'holder'>, held: readonly Held[]): PersonId | undefined {
  if (state.status === 'coordinated' || state.status === 'closed') return undefined
  const has = actsOn(state, held)
  return held.find(it => it.role === 'visitator' && it.person !== has && it.person !== state.holder && isThere(held, 'visitator', it.person))?.person
}

const same = (state: CaseState) => ({ seq: state.seq + 1, given: {}, holder: state.holder, due: state.due })

/** The event that the clock writes in a case; undefined where nothing is due. Nothing else about the case changes but who has it. */
export function climbCase(state: CaseState & Waits, { now, terms, held }: Moment): CaseEvent | undefined {
  const other = anotherFor(state, held)
  const move = nextClimb({ ...state, rings: rings(state) }, other !== undefined, now, terms)
  if (!move) return undefined
  const passed = move === 'pass-on' && other ? { holder: other, due: dueThen(state, now, terms) } : {}
  return { ...same(state), move, by: null, byRole: 'clock', at: now, ...passed }
}

/** Whoever gets it has a new day; what rings is late until somebody has called, whoever has it. */
const dueThen = (state: CaseState, now: Date, terms: Terms): Date | null => (rings(state) ? state.due : fresh(now, terms))

/** Whom the leader can appoint in a case: those who are there in the role that has such cases. */
export const candidates = (state: Pick<CaseState, 'status'>, held: readonly Held[]): readonly PersonId[] =>
  [...new Set(holds[state.status].flatMap((role: Role) => held.filter(it => it.role === role && isThere(held, role, it.person)).map(it => it.person)))]

/** The leader's event. @throws Refusal conflict where it is not before the leader, or the one who was chosen is not there */
export function appointed(state: CaseState & Waits, leader: PersonId, person: PersonId, { now, terms, held }: Moment): CaseEvent {
  if (state.lateStep !== 'to-leader') throw new Refusal('conflict', 'cases.cannot-appoint')
  if (!candidates(state, held).includes(person)) throw new Refusal('conflict', 'cases.not-there', 'person')
  return { ...same(state), move: 'appoint', by: leader, byRole: 'leader', at: now, holder: person, due: dueThen(state, now, terms) }
}
