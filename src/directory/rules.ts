import { colleagues, type PersonId, type Role } from '../kernel/actor.ts'
import type { Grant } from '../kernel/rights.ts'

const keepers: readonly Grant[] = [{ by: 'tovholder', ground: 'role', states: 'every' }, { by: 'leader', ground: 'role', states: 'every' }]

/** Who is who is seen by everybody who works here; who holds what is kept by tovholder and leader. */
export const rights = {
  'directory.read': colleagues.map((by): Grant => ({ by, ground: 'role', states: 'every' })),
  'directory.keep': keepers,
  'directory.bring': [{ by: 'tovholder', ground: 'role', states: 'every' }] satisfies Grant[],
  'directory.review-read': [...keepers, { by: 'dataProtectionOfficer', ground: 'role', states: 'every' }] satisfies Grant[],
  // Whoever is away asks somebody to stand in, for her own role alone.
  'directory.stand-in': [...keepers, ...colleagues.filter(by => !keepers.some(it => it.by === by)).map((by): Grant => ({ by, ground: 'own', states: 'every' }))],
} as const

/** Who holds which role today, in the order of the directory. `forPerson`: stands in for that one, who is away. */
export interface Held { readonly role: Role; readonly person: PersonId; readonly forPerson?: PersonId | null }

/** Who stands in for somebody who is away from this role today. */
const standIn = (held: readonly Held[], role: Role, person: PersonId): Held | undefined => held.find(it => it.role === role && it.forPerson === person)

/** Holds the role today and is not away from it. */
export const isThere = (held: readonly Held[], role: Role, person: PersonId): boolean =>
  held.some(it => it.role === role && it.person === person) && !standIn(held, role, person)

/**
 * Who acts in this role today for the one it was given to: that one, or the stand-in while he or she is away; undefined where neither is there.
 * The second wall has the same answer as `gate.acts_for`.
 */
export function actingFor(held: readonly Held[], role: Role, person: PersonId | null): PersonId | undefined {
  if (!person) return undefined
  const by = standIn(held, role, person)
  if (by) return standIn(held, role, by.person) ? undefined : by.person
  return held.some(it => it.role === role && it.person === person && !it.forPerson) ? person : undefined
}

/** The day without these persons. Whoever is away stays away, also when it is the stand-in who is left out. */
export const leaveOut = <H extends Held>(held: readonly H[], out: readonly PersonId[]): readonly H[] =>
  (out.length === 0 ? held : held.filter(it => !out.includes(it.person) && !out.includes(standIn(held, it.role, it.person)?.person ?? it.person)))

/** The first who is there in this role. */
export const firstThere = (held: readonly Held[], role: Role): PersonId | undefined => held.find(it => it.role === role && isThere(held, role, it.person))?.person
