// The agenda, what is late, and who may what. Counts, days, roles and case numbers; never a person who is helped. Pure.
import { colleagues, type Role } from '../kernel/actor.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { Grant, Right } from '../kernel/rights.ts'

export const bodies = ['followUp', 'steering', 'management'] as const
export type Body = (typeof bodies)[number]
export const changeParts = ['roles', 'deadlines', 'forms', 'tools', 'other'] as const
export type ChangePart = (typeof changeParts)[number]
export const backingKinds = ['backing', 'job'] as const
export type BackingKind = (typeof backingKinds)[number]

/** Roles that somebody must hold for the model to work. */
export const neededRoles: readonly Role[] = ['visitator', 'primaryCoordinator', 'policeContact', 'dscAdviser', 'leader', 'tovholder', 'followUpMember']
export interface Seat { readonly role: Role; readonly from: Day; readonly to: Day | null }

/** Days ahead that a coming vacancy is told. */
export const vacancyAhead = 30
/** Nobody today · nobody in a while: the last one leaves, and nobody is named to follow. `seats` also holds those to come. */
export function vacancies(seats: readonly Seat[], today: Day): readonly { readonly role: Role; readonly from: Day }[] {
  const held = (role: Role, on: Day) => seats.some(it => it.role === role && it.from <= on && (it.to === null || it.to >= on))
  return neededRoles.flatMap(role => {
    if (!held(role, today)) return [{ role, from: today }]
    const ends = seats.filter(it => it.role === role && it.to !== null && it.to >= today && it.to <= addDays(today, vacancyAhead)).map(it => addDays(it.to as Day, 1)).sort()
    const empty = ends.find(on => !held(role, on))
    return empty ? [{ role, from: empty }] : []
  })
}

/** One point that the house puts on an agenda itself. */
export type Point =
  | { readonly kind: 'vacancy'; readonly role: Role; readonly from: Day }
  | { readonly kind: 'late' | 'declined'; readonly cases: readonly string[] }
  | { readonly kind: 'calls' | 'tracks'; readonly lines: readonly Missed[] }
  | { readonly kind: 'changes' | 'decisions' | 'untold' | 'newcomers'; readonly count: number }
  | { readonly kind: 'noOwner'; readonly year: number }

/** Number of the case, or the unit that asked to be called; the day that has passed; the colleague whose it is. Nothing of what it is about. */
export interface Missed { readonly number: string; readonly due: Day; readonly name: string }

export interface Happened {
  readonly vacant: readonly { readonly role: Role; readonly from: Day }[]
  readonly late: readonly string[]
  readonly declined: readonly string[]
  /** Calls that were promised, and family counsellors who were asked. */
  readonly calls: readonly Missed[]
  readonly tracks: readonly Missed[]
  readonly changes: number
  readonly decisions: number
  readonly untold: number
  readonly newcomers: number
  readonly owner: boolean
  readonly year: number
}
/** The agenda that what happened makes; nothing is on it that did not happen. */
export function agendaOf(it: Happened): readonly Point[] {
  const some = <K extends 'changes' | 'decisions' | 'untold' | 'newcomers'>(kind: K, count: number): readonly Point[] => (count > 0 ? [{ kind, count }] : [])
  return [
    ...it.vacant.map(one => ({ kind: 'vacancy' as const, ...one })),
    ...(it.late.length > 0 ? [{ kind: 'late' as const, cases: it.late }] : []), ...(it.declined.length > 0 ? [{ kind: 'declined' as const, cases: it.declined }] : []),
    ...(['calls', 'tracks'] as const).flatMap(kind => (it[kind].length > 0 ? [{ kind, lines: it[kind] }] : [])),
    ...some('decisions', it.decisions), ...some('changes', it.changes), ...some('untold', it.untold), ...some('newcomers', it.newcomers),
    ...(it.owner ? [] : [{ kind: 'noOwner' as const, year: it.year }]),
  ]
}

/** The day by which they should be told again. */
export function tellBy(it: { readonly since: Day; readonly lastOn: Day | null; readonly everyMonths: number }): Day {
  const [year = 0, month = 0, date = 0] = (it.lastOn ?? it.since).split('-').map(Number)
  if (it.lastOn === null) return it.since
  const last = new Date(Date.UTC(year, month + it.everyMonths, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + it.everyMonths, Math.min(date, last))).toISOString().slice(0, 10) as Day
}

/** proposed · agreed or turned down · published: it holds from a day and everybody can read it. */
export const states = ['proposed', 'agreed', 'declined', 'published'] as const
export type ChangeState = (typeof states)[number]
export const changeState = (it: { readonly agreed: boolean | null; readonly publishedAt: Date | null }): ChangeState =>
  (it.publishedAt ? 'published' : it.agreed === null ? 'proposed' : it.agreed ? 'agreed' : 'declined')

const group = ['tovholder', 'leader', 'followUpMember', 'steeringMember'] as const satisfies readonly Role[]
const those = (all: readonly Role[], seen: readonly string[] = ['-']): Right => all.map((by): Grant => ({ by, ground: 'role', states: seen }))
export const rights = {
  'steering.read': those(group),
  'steering.write': those(['tovholder']),
  'steering.propose': those([...group, 'toolEditor']),
  'steering.decide': those(['tovholder', 'leader'], ['proposed']),
  'steering.publish': those(['tovholder'], ['agreed']),
  'steering.published': those(colleagues),
} as const satisfies Record<string, Right>
