// Giving a role, standing in for a time, and the gaps that come of it. Pure.
import { type PersonId, type Role, roles } from '../kernel/actor.ts'
import { addDays, type Day, daysBetween } from '../kernel/day.ts'
import { type Fault, Refusal } from '../kernel/refusal.ts'

/** A role held for a time; both days count. `to` before `from`: called off before it began. */
export interface Holding {
  readonly id: number
  readonly role: Role
  readonly part: string | null
  readonly person: PersonId
  readonly from: Day
  readonly to: Day | null
  readonly standsIn: boolean
  /** Stands in for this one alone, who is away; else for whoever holds the role. */
  readonly forPerson: PersonId | null
}

/** What can be given: every role but the citizen's. */
export const givenRoles = roles.filter(role => role !== 'citizen')
export type GivenRole = (typeof givenRoles)[number]

/** The roles on the A4 sheet that must have somebody, where the municipality has not said otherwise. */
export const sheetRoles: readonly Role[] = ['visitator', 'primaryCoordinator', 'policeContact', 'dscAdviser', 'leader', 'tovholder']

export const covers = (it: Pick<Holding, 'from' | 'to'>, day: Day): boolean => it.from <= day && (it.to === null || it.to >= day)
const overlaps = (it: Holding, from: Day, to: Day | null): boolean =>
  (it.to === null || (it.to >= from && it.to >= it.from)) && (to === null || it.from <= to)

/** What is asked for. `to` null: until further notice. */
export interface Gift { readonly role: Role; readonly part: string | null; readonly person: PersonId; readonly from: Day; readonly to: Day | null; readonly standsIn: boolean }

function refuse(faults: readonly (Fault | false | undefined)[]): void {
  const found = faults.filter((it): it is Fault => typeof it === 'object')
  const [first] = found
  if (first) throw new Refusal('invalid', first.code, first.field, found)
}

/** @throws Refusal invalid, with every fault: nobody gives to herself, no day that is past, nothing twice */
export function checkGift(all: readonly Holding[], it: Gift, by: PersonId, today: Day): void {
  refuse([
    it.person === by && { field: 'person', code: 'directory.not-yourself' },
    it.from < today && { field: 'from', code: 'directory.past' },
    it.to !== null && it.to < it.from && { field: 'to', code: 'directory.ends-before' },
    all.some(one => one.role === it.role && one.person === it.person && !one.forPerson && one.part === it.part && overlaps(one, it.from, it.to)) && { field: 'person', code: 'directory.holds-already' },
  ])
}

/** Days that somebody can stand in for at a time. */
export const longestAway = 366

export interface Away { readonly of: Holding; readonly person: PersonId; readonly from: Day; readonly to: Day }

/** @throws Refusal invalid, with every fault: inside the time the role is held, one stand-in at a time, who is there herself */
export function checkAway(all: readonly Holding[], it: Away, by: PersonId, today: Day): void {
  const same = all.filter(one => one.role === it.of.role && one.forPerson !== null && overlaps(one, it.from, it.to))
  refuse([
    it.person === it.of.person ? { field: 'person', code: 'directory.not-oneself' } : it.person === by && { field: 'person', code: 'directory.not-yourself' },
    it.from < today && { field: 'from', code: 'directory.past' },
    it.to < it.from ? { field: 'to', code: 'directory.ends-before' } : daysBetween(it.from, it.to) > longestAway && { field: 'to', code: 'directory.too-long' },
    !(covers(it.of, it.from) && covers(it.of, it.to)) && { field: 'from', code: 'directory.not-held-then' },
    same.some(one => one.forPerson === it.of.person) && { field: 'from', code: 'directory.stood-in-already' },
    same.some(one => one.forPerson === it.person) && { field: 'person', code: 'directory.away-too' },
  ])
}

/** The last day of a holding that is ended: not before today, unless it ends at once. @throws Refusal invalid */
export function lastDay(it: Holding, wanted: Day | 'now', today: Day): Day {
  const last = wanted === 'now' ? addDays(today, -1) : wanted
  if (wanted !== 'now' && wanted < today) throw new Refusal('invalid', 'directory.past', 'to')
  if (it.to !== null && (it.to < today || last > it.to)) throw new Refusal('conflict', 'directory.ended-already', 'to')
  return last < it.from ? addDays(it.from, -1) : last
}

export interface Vacancy { readonly role: Role; readonly part: string | null; /** The first day without a holder. */ readonly from: Day }

/** Days ahead in which a gap is warned of. */
export const warnDays = 30
/** A part of a role that nobody has held for so long is no longer used. */
const partDays = 90

/** Roles, and parts of roles, that nobody holds on some day from today on. Somebody who only stands in does not fill a role. */
export function vacancies(all: readonly Holding[], wanted: readonly Role[], today: Day): readonly Vacancy[] {
  const days = Array.from({ length: warnDays + 1 }, (_, ahead) => addDays(today, ahead))
  return wanted.flatMap(role => {
    const own = all.filter(it => it.role === role && !it.standsIn)
    const gap = days.find(day => !own.some(it => covers(it, day)))
    if (gap) return [{ role, part: null, from: gap }]
    const lately = own.filter(it => it.part !== null && (it.to === null || it.to >= addDays(today, -partDays)))
    return [...new Set(lately.map(it => it.part))].flatMap(part => {
      const from = days.find(day => !own.some(it => covers(it, day) && (it.part === null || it.part === part)))
      return from ? [{ role, part, from }] : []
    })
  })
}
