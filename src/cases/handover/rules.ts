// Handing all batons of one person in one role to another. Pure.
import type { PersonId } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type Held, isThere } from '../../directory/rules.ts'
import { type CaseState, type HandedRole, handedRoles, holds, walledRoles } from '../rules.ts'

export interface Handover {
  readonly id: string
  readonly partnership: number
  readonly role: HandedRole
  readonly giver: PersonId
  readonly receiver: PersonId
  /** The giver's last day in the role; null where the giver stays. */
  readonly lastDay: Day | null
  readonly state: 'offered' | 'accepted' | 'declined' | 'taken-back'
  readonly offeredBy: PersonId
  readonly offeredAt: Date
  readonly due: Date
}

export const handedRole = (word: string): HandedRole | undefined => handedRoles.find(it => it === word)

/** As the rights name it: whether it waits for an answer, and in which role. */
export const stageOf = (it: Pick<Handover, 'state' | 'role'>): string => `${it.state === 'offered' ? 'offered' : 'done'}-${it.role}`

/** What this person has the baton in, in this role; `gate.batons_of` says the same. */
export const goesAlong = (it: Pick<CaseState, 'holder' | 'next' | 'status'>, giver: PersonId, role: HandedRole): boolean =>
  it.holder === giver && it.next !== 'none' && holds[it.status].includes(role)

/** What is handed over in this role lies behind a wall. */
export const isWalled = (role: HandedRole): boolean => walledRoles.some(it => it === role)

/** Those who could take over today. */
export const takers = (held: readonly Held[], giver: PersonId, role: HandedRole): readonly PersonId[] =>
  [...new Set(held.filter(it => it.role === role && it.person !== giver && isThere(held, role, it.person)).map(it => it.person))]

/** @throws Refusal invalid: the receiver does not hold the role, or the last day is past */
export function checkOffer(held: readonly Held[], it: Pick<Handover, 'giver' | 'receiver' | 'role' | 'lastDay'>, today: Day): void {
  if (!takers(held, it.giver, it.role).includes(it.receiver)) throw new Refusal('invalid', 'cases.needs-receiver', 'receiver')
  if (it.lastDay !== null && it.lastDay < today) throw new Refusal('invalid', 'cases.leaves-past', 'lastDay')
}

/** What lies in a case from which this person is shut out is not listed to that person. */
export const openTo = <L extends { readonly caseId: string | null }>(left: readonly L[], shut: readonly { readonly caseId: string; readonly person: PersonId }[], person: PersonId): readonly L[] =>
  left.filter(it => !shut.some(one => one.caseId === it.caseId && one.person === person))
