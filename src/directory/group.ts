// Groups: follow-up, steering, project, working and others, with a mandate, members and a period. And the half-yearly look at who can see what. Pure.
import type { PersonId, Role } from '../kernel/actor.ts'
import { addDays, type Day, daysBetween } from '../kernel/day.ts'
import { Refusal } from '../kernel/refusal.ts'

export const groupKinds = ['follow-up', 'steering', 'project', 'working', 'other'] as const
export type GroupKind = (typeof groupKinds)[number]

export interface StaffGroup {
  readonly id: string
  readonly kind: GroupKind
  readonly name: string
  readonly mandate: string
  readonly from: Day
  readonly to: Day | null
}
export interface Member { readonly person: PersonId; readonly name: string; readonly from: Day; readonly to: Day | null }

/** @throws Refusal invalid: somebody who is in it already, or days outside the group's own */
export function checkMember(group: StaffGroup, members: readonly Member[], it: { readonly person: PersonId; readonly from: Day }): void {
  if (group.to !== null && it.from > group.to) throw new Refusal('invalid', 'directory.group-over', 'from')
  if (members.some(one => one.person === it.person && (one.to === null || one.to >= it.from))) throw new Refusal('invalid', 'directory.in-group', 'person')
}

/** The last day of what began on `from` and ends today; the day before it began where that is to come. */
export const endsNow = (from: Day, today: Day): Day => (from > today ? addDays(from, -1) : addDays(today, -1) < from ? addDays(from, -1) : addDays(today, -1))

/** Half a year of days. */
export const reviewEvery = 182
/** Days before it is due in which it stands on the home page. */
const reviewAhead = 14

/** Who had which roles on the day the list was read. */
export interface Listed { readonly name: string; readonly place: string; readonly roles: readonly Role[] }
/** Somebody who sees more or less than the roles say. `what` is a word of the room that knows of it. */
export interface Exception { readonly what: string; readonly number: string; readonly name: string; readonly day: Day; readonly until: Day | null }
export interface Review { readonly signedBy: string; readonly signedAt: Date; readonly nextDue: Day; readonly note: string | null; readonly listed: readonly Listed[] }

/** When the next one is due: at once where there has been none. */
export const reviewDue = (last: Pick<Review, 'nextDue'> | undefined, today: Day): { readonly due: Day; readonly told: boolean; readonly late: boolean } => {
  const due = last?.nextDue ?? today
  const left = daysBetween(today, due)
  return { due, told: left <= reviewAhead, late: left < 0 }
}
