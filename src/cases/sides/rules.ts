// Cases of two other kinds than a citizen's: an employee who is exposed at work, and the person who stalks. Each stands behind a wall of its own. Pure.
import type { Actor, PersonId, Role } from '../../kernel/actor.ts'
import { type Day, instantOf } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Grant } from '../../kernel/rights.ts'
import { actingFor, firstThere, type Held, isThere } from '../../directory/rules.ts'
import type { DayDeadline, Terms } from '../../directory/terms.ts'
import type { Answers } from '../../forms/rules.ts'
import { dueAfter, dueInDays } from '../workdays.ts'
import type { Way } from '../coordination/rules.ts'
import type { ToldFirst } from '../told-first/rules.ts'

export const kinds = ['citizen', 'employee', 'otherParty'] as const
export type Kind = (typeof kinds)[number]
export type SideKind = Exclude<Kind, 'citizen'>

export const sideStatuses = ['open', 'closed'] as const
export type SideStatus = (typeof sideStatuses)[number]
export const sideMoves = [
  'open', 'plan', 'talk', 'offer', 'note', 'appoint', 'close', 'call', 'reopen', 'hand-over', 'withdraw', 'refer', 'taken-on', 'heard', 'came-back', 'remind', 'pass-on', 'to-leader', 'contact', 'contacted',
] as const
export type SideMove = (typeof sideMoves)[number]
/** What waits. `await-answer`: Dansk Stalking Center has been asked · `decide`: they said no · `none` only where a case is closed and the promised call is made. */
export const sideNexts = ['plan', 'talk', 'review', 'await-answer', 'decide', 'call-back', 'none'] as const
export type SideNext = (typeof sideNexts)[number]

export interface SideGiven {
  readonly answers?: Answers
  readonly told?: string
  readonly reason?: string
  readonly callBackOn?: Day
  /** The talk about being safe: held, or not and why. */
  readonly safety?: 'held' | 'not-held'
  /** What came before the other party was talked with. */
  readonly first?: ToldFirst
  /** A contact with the other party out of an employee's case: planned for a day, or done on it. */
  readonly contact?: { readonly way: Way; readonly state: 'planned' | 'done'; readonly on: Day }
  /** The planned contact that was made, by the number of its event, and on which day. */
  readonly made?: { readonly seq: number; readonly on: Day }
  /** Who is to have it now. */
  readonly to?: PersonId
  /** By when whoever was asked is to answer. */
  readonly answerBy?: Day
}

interface SideStep {
  readonly by: readonly Role[]
  readonly to: SideStatus
  readonly next: SideNext | 'same'
  /** `fresh`: whoever is given what is late has a new day to act by. */
  readonly due: DayDeadline | 'same' | 'fresh' | 'call-back' | 'answer-by' | 'none'
  /** `taker`: the actor in her own name, also when she stood in. */
  readonly baton: 'actor' | 'taker' | 'given' | 'same' | 'nobody'
  readonly needs: readonly (keyof SideGiven)[]
  /** Only while this is next. */
  readonly while?: SideNext
}
type Table = Readonly<Record<SideStatus | 'new', Partial<Readonly<Record<SideMove, SideStep>>>>>

const house = ['leader', 'hr'] as const
const talkers = ['familyCounsellor', 'policeContact'] as const
const leader = ['leader'] as const
const centre = ['dscAdviser'] as const
/**
 * With whom a case is that nobody has, the first of these who is there and may know of it; that one appoints. Where an employee's case is about the leader, it is HR. Where it is about HR too it is
 * with work environment, who cannot give it to anybody: nobody is there who could have it.
 */
export const ladders: Readonly<Record<SideKind, readonly Role[]>> = { employee: ['leader', 'hr', 'workEnvironment'], otherParty: leader }
const stays = { to: 'open', next: 'same', due: 'same', baton: 'same' } as const
const rests = { ...stays, to: 'closed' } as const
const appoint = { ...stays, due: 'fresh', baton: 'given', needs: ['to'] } as const
const handOver = { ...stays, baton: 'taker', needs: [] } as const
// The clock's steps, which no person takes. What changes with them is worked out in side-late.ts.
const late = { remind: { ...stays, by: [], needs: [] }, 'pass-on': { ...stays, by: [], needs: [] }, 'to-leader': { ...stays, by: [], needs: [] } } as const
const lateClosed = { remind: { ...rests, by: [], needs: [] }, 'pass-on': { ...rests, by: [], needs: [] }, 'to-leader': { ...rests, by: [], needs: [] } } as const
const close = { to: 'closed', next: 'call-back', due: 'call-back', baton: 'actor' } as const
const call = { to: 'closed', next: 'none', due: 'none', baton: 'nobody', needs: ['told'] } as const
const reopen = { to: 'open', next: 'review', due: 'coordinatorFirstMeetingWorkingDays', baton: 'actor', needs: ['reason'] } as const

/** Everything that can happen to a case of these kinds. What is not in this table cannot happen. */
export const sideSteps: Readonly<Record<SideKind, Table>> = {
  employee: {
    new: { open: { by: house, to: 'open', next: 'plan', due: 'coordinatorFirstMeetingWorkingDays', baton: 'actor', needs: ['answers'] } },
    open: {
      plan: { by: house, to: 'open', next: 'review', due: 'reviewDays', baton: 'actor', needs: ['answers'] },
      note: { ...stays, by: [...house, 'workEnvironment'], needs: ['told'] },
      contact: { ...stays, by: [...house, 'workEnvironment'], needs: ['first', 'contact', 'told'] },
      contacted: { ...stays, by: [...house, 'workEnvironment'], needs: ['made'] },
      appoint: { ...appoint, by: house }, 'hand-over': { ...handOver, by: house }, ...late,
      close: { ...close, by: house, needs: ['reason', 'safety', 'callBackOn'] },
    },
    closed: { appoint: { ...appoint, to: 'closed', by: house }, 'hand-over': { ...handOver, to: 'closed', by: house }, ...lateClosed, call: { ...call, by: house }, reopen: { ...reopen, by: house } },
  },
  otherParty: {
    new: { open: { by: talkers, to: 'open', next: 'talk', due: 'coordinatorFirstMeetingWorkingDays', baton: 'actor', needs: ['answers'] } },
    open: {
      talk: { by: talkers, to: 'open', next: 'review', due: 'reviewDays', baton: 'actor', needs: ['answers', 'first'] },
      offer: { by: talkers, to: 'open', next: 'review', due: 'reviewDays', baton: 'actor', needs: ['answers', 'first'] },
      note: { ...stays, by: talkers, needs: ['told'] },
      withdraw: { ...stays, by: talkers, needs: ['told'] },
      refer: { ...stays, by: talkers, next: 'await-answer', due: 'answer-by', needs: ['first', 'answerBy'] },
      'taken-on': { ...stays, by: centre, due: 'reviewDays', needs: [], while: 'await-answer' },
      heard: { ...stays, by: [...centre, ...talkers], next: 'review', due: 'coordinatorFirstMeetingWorkingDays', needs: [], while: 'await-answer' },
      // A no is never left lying, whatever else was next.
      'came-back': { ...stays, by: centre, next: 'decide', due: 'visitatorAnswerWorkingDays', needs: [] },
      appoint: { ...appoint, by: leader }, 'hand-over': { ...handOver, by: talkers }, ...late,
      close: { ...close, by: talkers, needs: ['reason', 'callBackOn'] },
    },
    closed: {
      appoint: { ...appoint, to: 'closed', by: leader }, 'hand-over': { ...handOver, to: 'closed', by: talkers }, ...lateClosed,
      withdraw: { ...rests, by: talkers, needs: ['told'] }, call: { ...call, by: talkers }, reopen: { ...reopen, by: talkers },
    },
  },
}

/** Whose thing it is to hold such a case. */
export const holderRoles: Readonly<Record<SideKind, readonly Role[]>> = { employee: house, otherParty: talkers }
/** What only the one who holds it may do, and read; a role alone opens nothing. */
export const heldOnly: Readonly<Record<SideKind, boolean>> = { employee: false, otherParty: true }

/** The moves that are done with a form's answers. */
export const sideAnswering = (kind: SideKind): readonly SideMove[] => sideMoves.filter(move => Object.values(sideSteps[kind]).some(table => table[move]?.needs.includes('answers')))

export interface SideState {
  readonly seq: number
  readonly status: SideStatus
  readonly holder: PersonId | null
  readonly since: Date
  readonly next: SideNext
  readonly due: Date | null
}
export interface SideEvent {
  readonly seq: number
  readonly move: SideMove
  /** Null where the clock did it. */
  readonly by: PersonId | null
  readonly byRole: Role | 'clock'
  readonly at: Date
  readonly given: SideGiven
  readonly holder: PersonId | null
  readonly due: Date | null
}
/** `held`: of those who may know of the case at all. */
export interface SideWorld { readonly now: Date; readonly terms: Terms; readonly held: readonly Held[] }

/** Who acts today for the one who was given the case; undefined when neither that one nor a stand-in is there. */
export const actsOnSide = (kind: SideKind, holder: PersonId | null, held: readonly Held[]): PersonId | undefined =>
  holderRoles[kind].map(role => actingFor(held, role, holder)).find(it => it !== undefined)

/** The first role of the ladder in which somebody is there today; undefined where nobody is. */
export const appointingRole = (kind: SideKind, held: readonly Held[]): Role | undefined => ladders[kind].find(role => firstThere(held, role) !== undefined)

/** Who is responsible today: whoever acts for the holder, else the one who must appoint. Null where nothing waits. */
export function sideHeldBy(kind: SideKind, state: Pick<SideState, 'holder' | 'next'>, held: readonly Held[]): PersonId | null {
  if (state.next === 'none') return null
  const role = appointingRole(kind, held)
  return actsOnSide(kind, state.holder, held) ?? (role && firstThere(held, role)) ?? null
}

/** What somebody else than the one who has it does. */
const fromOutside: readonly SideMove[] = ['appoint', 'hand-over', 'taken-on', 'heard', 'came-back']

/** Whether this can happen to a case that stands so, whoever does it. */
export function canHappenOnSide(kind: SideKind, state: Pick<SideState, 'status' | 'next'>, move: SideMove): boolean {
  const step = sideSteps[kind][state.status][move]
  return step !== undefined && (step.while === undefined || step.while === state.next)
}

/**
 * Does one move, or says why not. Nothing is written here.
 * @param state undefined for a case that is not there yet
 * @throws Refusal conflict (not in the table), forbidden (not this role, or somebody else holds it), invalid (something is missing, with its field)
 */
export function takeSide(kind: SideKind, state: SideState | undefined, move: SideMove, actor: Actor, given: SideGiven, world: SideWorld): SideEvent {
  const step = sideSteps[kind][state?.status ?? 'new'][move]
  if (!step || (state && !canHappenOnSide(kind, state, move))) throw new Refusal('conflict', 'cases.side-not-now')
  const byRole = step.by.find(role => actor.roles.includes(role) && (move !== 'appoint' || role === appointingRole(kind, world.held)))
  const heldByOther = state && heldOnly[kind] && !fromOutside.includes(move) && actsOnSide(kind, state.holder, world.held) !== actor.id
  if (!byRole || heldByOther) throw new Refusal('forbidden', 'cases.side-not-yours')
  const missing = step.needs.find(need => given[need] === undefined || given[need] === '')
  if (missing) throw new Refusal('invalid', 'cases.side-needs', missing)
  if (given.to && !holderRoles[kind].some(role => actingFor(world.held, role, given.to ?? null) === given.to)) throw new Refusal('invalid', 'cases.side-not-there', 'to')
  return { seq: (state?.seq ?? 0) + 1, move, by: actor.id, byRole, at: world.now, given, holder: holderAfter(step, kind, state, actor, given, world), due: dueOf(step, state, given, world) }
}

function holderAfter(step: SideStep, kind: SideKind, state: SideState | undefined, actor: Actor, given: SideGiven, world: SideWorld): PersonId | null {
  switch (step.baton) {
    // Whoever stands in hands nothing to herself.
    case 'actor': return state?.holder && actsOnSide(kind, state.holder, world.held) === actor.id ? state.holder : actor.id
    case 'taker': return actor.id
    case 'given': return given.to ?? null
    case 'same': return state?.holder ?? null
    case 'nobody': return null
  }
}

function dueOf(step: SideStep, state: SideState | undefined, given: SideGiven, { now, terms: { officeHours: hours, deadlines } }: SideWorld): Date | null {
  switch (step.due) {
    case 'same': return state?.due ?? null
    case 'none': return null
    case 'fresh': return freshDue(state?.due ?? null, now, { officeHours: hours, deadlines })
    case 'call-back': return given.callBackOn ? instantOf(given.callBackOn, hours.to) : null
    case 'answer-by': return given.answerBy ? instantOf(given.answerBy, hours.to) : null
    case 'reviewDays': return dueInDays(now, deadlines.reviewDays, hours)
    default: return dueAfter(now, deadlines[step.due], hours)
  }
}

/** The day that stands while it has not come; else a new one. */
export const freshDue = (due: Date | null, now: Date, { deadlines, officeHours }: Pick<Terms, 'deadlines' | 'officeHours'>): Date =>
  (due && due > now ? due : dueAfter(now, deadlines.visitatorAnswerWorkingDays, officeHours))

/** Whom it can be given to: those who hold a role that holds such cases, are there, and may know of it. */
export const sideCandidates = (kind: SideKind, held: readonly Held[]): readonly PersonId[] =>
  [...new Set(holderRoles[kind].flatMap(role => held.filter(it => it.role === role && isThere(held, role, it.person)).map(it => it.person)))]

/** One event more. @throws Error when it cannot have happened */
export function addSide(kind: SideKind, state: SideState | undefined, event: SideEvent): SideState {
  const step = sideSteps[kind][state?.status ?? 'new'][event.move]
  const next = step?.next === 'same' ? state?.next : step?.next
  if (!step || !next || event.seq !== (state?.seq ?? 0) + 1) throw new Error('the events of a case are out of order')
  return { seq: event.seq, status: step.to, next, holder: event.holder, due: event.due, since: state && state.holder === event.holder ? state.since : event.at }
}

/** The contacts with the other party that are planned and not made yet, oldest first. */
export const plannedContacts = (events: readonly Pick<SideEvent, 'seq' | 'given'>[]): readonly number[] =>
  events.filter(it => it.given.contact?.state === 'planned' && !events.some(one => one.given.made?.seq === it.seq)).map(it => it.seq)

/** How such a case stands to whoever would appoint: its status, and the one role of the ladder that does it today. */
export const appointStage = (kind: SideKind, status: SideStatus, held: readonly Held[]): string => `${status}-${appointingRole(kind, held) ?? ''}`
const ladderGrants = (kind: SideKind): readonly Grant[] => ladders[kind].filter(by => sideSteps[kind].open.appoint?.by.includes(by)).map(by => ({ by, ground: 'role', states: sideStatuses.map(status => `${status}-${by}`) }))

/** The rights to a move are what the table says. */
function sideGrants(kind: SideKind, move: SideMove): readonly Grant[] {
  const by = [...new Set(sideStatuses.flatMap(status => sideSteps[kind][status][move]?.by ?? []))]
  const ground = heldOnly[kind] && !fromOutside.includes(move) ? 'holder' as const : 'role' as const
  return by.map(role => ({ by: role, ground, states: sideStatuses.filter(status => sideSteps[kind][status][move]?.by.includes(role)) }))
}
const atAll = (by: readonly Role[]): readonly Grant[] => by.map(role => ({ by: role, ground: 'role', states: ['-'] }))
const readers = [...house, 'workEnvironment'] as const

export const sideRights = {
  'cases.employee-list': atAll(readers), 'cases.employee-open': atAll(house),
  'cases.employee-read': readers.map((by): Grant => ({ by, ground: 'role', states: sideStatuses })),
  'cases.employee-plan': sideGrants('employee', 'plan'), 'cases.employee-note': sideGrants('employee', 'note'), 'cases.employee-contact': sideGrants('employee', 'contact'), 'cases.employee-appoint': ladderGrants('employee'),
  'cases.employee-close': sideGrants('employee', 'close'), 'cases.employee-call': sideGrants('employee', 'call'), 'cases.employee-reopen': sideGrants('employee', 'reopen'),
  'cases.other-list': atAll(talkers), 'cases.other-open': atAll(talkers),
  'cases.other-read': talkers.map((by): Grant => ({ by, ground: 'holder', states: sideStatuses })),
  'cases.other-talk': sideGrants('otherParty', 'talk'), 'cases.other-offer': sideGrants('otherParty', 'offer'), 'cases.other-note': sideGrants('otherParty', 'note'),
  'cases.other-withdraw': sideGrants('otherParty', 'withdraw'),
  'cases.other-close': sideGrants('otherParty', 'close'), 'cases.other-call': sideGrants('otherParty', 'call'), 'cases.other-reopen': sideGrants('otherParty', 'reopen'),
  'cases.other-appoint': sideGrants('otherParty', 'appoint'), 'cases.distribute': atAll(leader),
} as const
