// What can happen to a case, who holds it, what is next, and by when. Status is never set: it is what the events add up to. Pure.
import { type Actor, colleagues, type PersonId, type Role } from '../kernel/actor.ts'
import { type Day, instantOf } from '../kernel/day.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Grant } from '../kernel/rights.ts'
import { actingFor, firstThere, type Held } from '../directory/rules.ts'
import type { DayDeadline, Terms } from '../directory/terms.ts'
import type { Answers } from '../forms/rules.ts'
import type { Finding } from '../toolkit/rules.ts'
import { sideRights } from './sides/rules.ts'
import { dangerRights } from './danger/rules.ts'
import { shutRights } from './shut/rules.ts'
import { paperworkRights } from './paperwork/rules.ts'
import { scanRights } from './scans/rules.ts'
import { rights as children } from './children/rules.ts'
import { rights as coordination } from './coordination/rules.ts'
import { rights as meetings } from './meetings/rules.ts'
import { dueAfter, dueInDays } from './workdays.ts'

export const statuses = ['received', 'logging', 'clarified', 'coordinated', 'closed'] as const
export type Status = (typeof statuses)[number]

export const moves = [
  'receive', 'receive-urgent', 'call', 'clarify', 'take-over', 'accept', 'meet', 'give-back', 'advise', 'hand-code', 'agree', 'note', 'close', 'reopen', 'hand-over',
  'refer-on', 'taken-on', 'heard', 'came-back', 'remind', 'pass-on', 'to-leader', 'appoint', 'not-reached',
] as const
export type Move = (typeof moves)[number]

/** What waits. `none` only where a case is closed and the promised call is made. */
export const nexts = ['call', 'clarify', 'talk-again', 'refer', 'decide', 'follow-acute', 'meet', 'review', 'call-back', 'await-answer', 'none'] as const
export type Next = (typeof nexts)[number]

/** now: on top of the inbox · the others name a deadline of the partnership · call-back: the day that was promised · answer-by: the day the others have · none: nothing waits */
type Due = 'now' | DayDeadline | 'call-back' | 'answer-by' | 'none'
export const needs = ['finding', 'reason', 'told', 'answers', 'callBackOn', 'safety', 'paper', 'agreed'] as const
export type Need = (typeof needs)[number]

/** What a move brings with it. Everything here is a person's own words or choice; nothing is worked out from answers. */
export interface Given {
  readonly answers?: Answers
  readonly finding?: Finding
  readonly reason?: string
  /** What happened when somebody called or met, or what is noted. */
  readonly told?: string
  readonly callBackOn?: Day
  /** The day by which somebody who was referred to is to answer. */
  readonly answerBy?: Day
  /** The talk about being safe: held, or not and why. */
  readonly safety?: 'held' | 'not-held'
  /** What was given to her before she was a case. */
  readonly advice?: Answers
  /** Could anyone at home see a paper; and where it is kept when somebody could. */
  readonly paper?: string
  /** She agrees that her name stands here, or has chosen a word, which is kept nowhere but as a hash. */
  readonly agreed?: 'yes'
  readonly citizenName?: string
  readonly chose?: 'word'
  /** Where the sender of an enquiry sat that day. */
  readonly from?: string
  readonly phone?: string
}

interface Outcome { readonly to: Status | 'same'; readonly next: Next | 'same'; readonly due: Due | 'same' }
export interface Step extends Outcome {
  readonly by: readonly Role[]
  readonly needs: readonly Need[]
  /** Who has the baton afterwards. `taker`: the actor in her own name, also when she stood in. `nobody` only where nothing waits. */
  readonly baton: 'visitator' | 'actor' | 'taker' | 'same' | 'nobody'
  /** Only while the case is marked urgent. */
  readonly urgentOnly?: true
  /** Only when the one who had the baton no longer holds the role. */
  readonly leftOnly?: true
  /** Only while one of these is next. */
  readonly while?: readonly Next[] | undefined
  /** Where the finding decides what follows. */
  readonly finding?: true
}

/** Everybody who works here may send an enquiry. */
export const enquirers = colleagues

const visitator = ['visitator'] as const
const coordinator = ['primaryCoordinator'] as const
const both = ['visitator', 'primaryCoordinator'] as const
const stays = { to: 'same', next: 'same', due: 'same', baton: 'same' } as const
const clarify = { by: visitator, ...stays, baton: 'actor', needs: ['finding', 'reason', 'answers'], finding: true } as const
const takeOver = { by: visitator, ...stays, baton: 'actor', needs: [] } as const
const accept = { by: coordinator, to: 'coordinated', baton: 'actor', next: 'meet', due: 'coordinatorFirstMeetingWorkingDays', needs: [] } as const
const advise = { by: visitator, ...stays, needs: ['answers'] } as const
const handCode = { by: visitator, ...stays, needs: ['paper'] } as const
const agree = { by: visitator, ...stays, needs: ['agreed'] } as const
const note = { by: visitator, ...stays, needs: ['told'] } as const
const free = ['refer', 'decide', 'await-answer'] as const
const referOn = { by: both, to: 'same', next: 'await-answer', due: 'answer-by', baton: 'same', needs: [], while: free } as const
/** Those who were referred to: they have taken it on, or there is an answer, a no, or nothing to wait for any more. */
const asked = ['policeContact', 'dscAdviser', 'familyCounsellor', 'primaryCoordinator'] as const
const takenOn = { by: asked, to: 'same', next: 'await-answer', due: 'reviewDays', baton: 'same', needs: [], while: ['await-answer'] } as const
const heard = { by: [...both, ...asked], to: 'same', next: 'decide', due: 'visitatorAnswerWorkingDays', baton: 'same', needs: [], while: ['await-answer'] } as const
// A no is never left lying, whatever else was next.
const cameBack = { ...heard, by: asked, while: undefined } as const
const waiting = { 'refer-on': referOn, 'taken-on': takenOn, heard, 'came-back': cameBack } as const
/** Where the day has passed: the clock's steps, which no person takes, and the leader's. What changes with them is worked out in late.ts. */
const late = {
  remind: { by: [], ...stays, needs: [] }, 'pass-on': { by: [], ...stays, needs: [] }, 'to-leader': { by: [], ...stays, needs: [] },
  appoint: { by: ['leader'], ...stays, needs: [] },
} as const
const handOver = { ...stays, baton: 'taker', needs: [] } as const
const close = { to: 'closed', baton: 'actor', next: 'call-back', due: 'call-back', needs: ['reason', 'answers', 'callBackOn', 'safety'] } as const

/** Everything that can happen to a case. What is not in this table cannot happen. */
export const steps: Readonly<Record<Status | 'new', Partial<Readonly<Record<Move, Step>>>>> = {
  new: {
    receive: { by: enquirers, to: 'received', baton: 'visitator', next: 'clarify', due: 'visitatorAnswerWorkingDays', needs: ['answers'] },
    'receive-urgent': { by: enquirers, to: 'received', baton: 'visitator', next: 'call', due: 'now', needs: [] },
  },
  received: {
    call: { by: visitator, to: 'received', baton: 'actor', next: 'clarify', due: 'visitatorAnswerWorkingDays', needs: ['told'], urgentOnly: true },
    clarify, 'take-over': takeOver, advise, 'hand-code': handCode, agree, note, ...late, 'hand-over': { by: visitator, ...handOver },
  },
  logging: { clarify, 'take-over': takeOver, advise, 'hand-code': handCode, agree, note, ...late, close: { by: visitator, ...close }, 'hand-over': { by: visitator, ...handOver } },
  clarified: { ...waiting, clarify, 'take-over': takeOver, accept, advise, 'hand-code': handCode, agree, note, ...late, close: { by: visitator, ...close }, 'hand-over': { by: visitator, ...handOver } },
  coordinated: {
    // A new finding is kept beside the plan; the one who has the baton goes on.
    clarify: { by: visitator, ...stays, needs: ['finding', 'reason', 'answers'] },
    'take-over': { by: visitator, to: 'clarified', baton: 'actor', next: 'decide', due: 'visitatorAnswerWorkingDays', needs: [], leftOnly: true },
    meet: { by: coordinator, to: 'coordinated', baton: 'actor', next: 'review', due: 'reviewDays', needs: ['told'] },
    'give-back': { by: coordinator, to: 'clarified', baton: 'visitator', next: 'decide', due: 'visitatorAnswerWorkingDays', needs: ['reason'] },
    accept, ...waiting, ...late,
    advise: { ...advise, by: both }, 'hand-code': handCode, agree: { ...agree, by: both }, note: { ...note, by: both }, close: { by: coordinator, ...close },
    'hand-over': { by: coordinator, ...handOver },
  },
  closed: {
    call: { by: both, to: 'closed', baton: 'nobody', next: 'none', due: 'none', needs: ['told'] },
    'not-reached': { by: both, to: 'closed', baton: 'same', next: 'call-back', due: 'call-back', needs: ['told', 'callBackOn'], while: ['call-back'] },
    note: { ...note, by: both }, ...late,
    'hand-over': { by: both, ...handOver },
    reopen: { by: visitator, to: 'clarified', baton: 'actor', next: 'clarify', due: 'visitatorAnswerWorkingDays', needs: ['reason'] },
  },
}

/** What each finding leads to. Chosen by a named person with a reason. */
export const outcomes: Readonly<Record<Finding, Outcome>> = {
  stalking_likely: { to: 'clarified', next: 'refer', due: 'visitatorAnswerWorkingDays' },
  stalking_possible_keep_log: { to: 'logging', next: 'talk-again', due: 'reviewDays' },
  conflict_likely: { to: 'clarified', next: 'decide', due: 'visitatorAnswerWorkingDays' },
  harassment_other: { to: 'clarified', next: 'decide', due: 'visitatorAnswerWorkingDays' },
  other_violence: { to: 'clarified', next: 'refer', due: 'visitatorAnswerWorkingDays' },
  unclear: { to: 'clarified', next: 'clarify', due: 'reviewDays' },
  not_assessed_acute: { to: 'clarified', next: 'follow-acute', due: 'firstContactToVisitatorWorkingDays' },
}

/** Which role must hold the baton. The leader steps in while there is no visitator. */
export const holds: Readonly<Record<Status, readonly Role[]>> = {
  received: visitator, logging: visitator, clarified: visitator, coordinated: coordinator, closed: both,
}

export interface CaseEvent {
  /** 1 is the enquiry. */
  readonly seq: number
  readonly move: Move
  /** Null where the clock did it. */
  readonly by: PersonId | null
  readonly byRole: Role | 'clock'
  readonly at: Date
  readonly given: Given
  /** Decided when it happened, by the directory and the deadlines of that day. */
  readonly holder: PersonId | null
  readonly due: Date | null
}

export interface CaseState {
  readonly seq: number
  readonly status: Status
  readonly holder: PersonId | null
  readonly since: Date
  readonly next: Next
  readonly due: Date | null
  readonly urgent: boolean
}

/** What the table says comes of this move. @throws Refusal conflict where it cannot happen */
function stepOf(state: Pick<CaseState, 'status' | 'urgent'> | undefined, move: Move): Step {
  const step = steps[state?.status ?? 'new'][move]
  if (!step || (step.urgentOnly && !state?.urgent) || (state && !fits(step, state))) throw new Refusal('conflict', `cases.cannot-${move}`)
  return step
}

const fits = (step: Step, state: Pick<CaseState, 'status' | 'urgent'> & { readonly next?: Next }): boolean => !step.while || !state.next || step.while.includes(state.next)

/** Whether this can happen to a case that stands so, whoever does it. */
export const canHappen = (state: CaseState, move: Move): boolean => {
  const step = steps[state.status][move]
  return step !== undefined && fits(step, state)
}

const outcomeOf = (step: Step, given: Given): Outcome => (step.finding && given.finding ? outcomes[given.finding] : step)

/** The moves that are done with a form's answers. */
export const answering: readonly Move[] = moves.filter(move => Object.values(steps).some(table => table[move]?.needs.includes('answers')))

export interface World { readonly now: Date; readonly terms: Terms; readonly held: readonly Held[] }

/**
 * Does one move, or says why not. Answers with the event; nothing is written here.
 * @param state undefined for a case that is not there yet
 * @throws Refusal conflict (not in the table), forbidden (not this role), invalid (something is missing, with its field)
 */
export function take(state: CaseState | undefined, move: Move, actor: Actor, given: Given, world: World): CaseEvent {
  const step = stepOf(state, move)
  if (step.leftOnly && state && actsOn(state, world.held)) throw new Refusal('conflict', `cases.cannot-${move}`)
  const byRole = step.by.find(role => actor.roles.includes(role))
  if (!byRole) throw new Refusal('forbidden', `cases.may-not-${move}`)
  // Only the coordinator who has the baton acts on it; another one takes it by a referral or a hand-over.
  if (byRole === 'primaryCoordinator' && !takes.includes(move) && (!state || actsOn(state, world.held) !== actor.id))
    throw new Refusal('forbidden', `cases.may-not-${move}`)
  const missing = step.needs.find(need => isEmpty(given[need]))
  if (missing) throw new Refusal('invalid', `cases.needs-${kebab(missing)}`, missing)
  return {
    seq: (state?.seq ?? 0) + 1, move, by: actor.id, byRole, at: world.now, given,
    holder: holderAfter(step, state, actor, world), due: dueAfterMove(outcomeOf(step, given), state, given, world),
  }
}

/** What a coordinator does without having the baton yet. */
const takes: readonly Move[] = ['taken-on', 'heard', 'came-back', 'accept', 'receive', 'receive-urgent', 'hand-over']

const isEmpty = (value: unknown): boolean => value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
const kebab = (word: string) => word.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)

function holderAfter(step: Step, state: CaseState | undefined, actor: Actor, world: World): PersonId | null {
  switch (step.baton) {
    // Whoever stands in hands nothing to herself: the baton stays with the one who is away.
    case 'actor': return state?.holder && state.holder !== actor.id && actsOn(state, world.held) === actor.id ? state.holder : actor.id
    case 'taker': return actor.id
    case 'nobody': return null
    case 'visitator': return stepsIn(world.held)
    case 'same': return state ? (state.next !== 'none' && actsOn(state, world.held) ? state.holder : heldBy(state, world.held)) : stepsIn(world.held)
  }
}

function dueAfterMove(outcome: Outcome, state: CaseState | undefined, given: Given, { now, terms }: World): Date | null {
  const { officeHours: hours, deadlines } = terms
  switch (outcome.due) {
    case 'same': return state?.due ?? null
    case 'none': return null
    case 'now': return now
    case 'call-back': return given.callBackOn ? instantOf(given.callBackOn, hours.to) : null
    case 'answer-by': return given.answerBy ? instantOf(given.answerBy, hours.to) : dueAfter(now, deadlines.visitatorAnswerWorkingDays, hours)
    case 'reviewDays': return dueInDays(now, deadlines.reviewDays, hours)
    default: return dueAfter(now, deadlines[outcome.due], hours)
  }
}

/** The first visitator who is there; the leader where nobody is. */
function stepsIn(held: readonly Held[]): PersonId {
  const found = firstThere(held, 'visitator') ?? firstThere(held, 'leader')
  if (!found) throw new Refusal('conflict', 'cases.nobody-there')
  return found
}

/** Who acts today for the one the baton was given to: that one, or the stand-in; undefined when neither is there. */
export const actsOn = (state: Pick<CaseState, 'status' | 'holder'>, held: readonly Held[]): PersonId | undefined =>
  holds[state.status].map(role => actingFor(held, role, state.holder)).find(it => it !== undefined)

/** Who has the baton today: whoever acts for the one it was given to, else whoever steps in. Null where nothing waits. */
export const heldBy = (state: Pick<CaseState, 'status' | 'holder' | 'next'>, held: readonly Held[]): PersonId | null =>
  state.next === 'none' ? null : actsOn(state, held) ?? stepsIn(held)

/** One event more. The status comes from the table alone. */
export function add(state: CaseState | undefined, event: CaseEvent): CaseState {
  const step = stepOf(state, event.move)
  const { to, next } = outcomeOf(step, event.given)
  const status = to === 'same' ? state?.status : to
  const then = next === 'same' ? state?.next : next
  if (event.seq !== (state?.seq ?? 0) + 1 || !status || !then) throw new Error('the events of a case are out of order')
  return {
    seq: event.seq, status, next: then, holder: event.holder, due: event.due,
    since: state && state.holder === event.holder ? state.since : event.at,
    urgent: event.move === 'receive-urgent' || (state?.urgent === true && !calms.includes(event.move)),
  }
}
/** Somebody has spoken with them: it no longer rings. */
const calms: readonly Move[] = ['call', 'clarify']

/** What a case's events add up to. @throws Error when there are none, or they cannot have happened */
export function fold(events: readonly CaseEvent[]): CaseState {
  const state = events.reduce<CaseState | undefined>(add, undefined)
  if (!state) throw new Error('a case without events')
  return state
}

/** The rights to a move are what the table says: the visitator by role, the coordinator while holding the baton. */
function grantsOf(move: Move): readonly Grant[] {
  const states = (by: Role) => statuses.filter(status => steps[status][move]?.by.includes(by))
  const all: readonly Grant[] = [
    { by: 'visitator', ground: 'role', states: states('visitator') }, { by: 'primaryCoordinator', ground: 'holder', states: states('primaryCoordinator') },
  ]
  return all.filter(grant => grant.states.length > 0)
}

/** The roles in which somebody has batons that can be handed over, all at once: of citizens' cases, and of those behind walls, where only giver and receiver know of it. */
export const openRoles = ['visitator', 'primaryCoordinator'] as const
export const walledRoles = ['leader', 'hr', 'familyCounsellor', 'policeContact'] as const
export const handedRoles = [...openRoles, ...walledRoles] as const
export type HandedRole = (typeof handedRoles)[number]
/** A state says whether it is answered, and the role in which it is: giver and receiver act in that one. */
const handing = (ground: 'own' | 'receiver') => (...stages: readonly string[]): readonly Grant[] =>
  handedRoles.map(by => ({ by, ground, states: stages.map(stage => `${stage}${by}`) }))
const own = handing('own')
const received = handing('receiver')
const openStates = (...stages: readonly string[]): readonly string[] => stages.flatMap(stage => openRoles.map(role => `${stage}${role}`))

/** Who gives advice to somebody without a name. The visitator comes first, who also sees how many there were. */
const advisers = ['visitator', 'firstContact', 'primaryCoordinator', 'familyCounsellor'] as const
const seesFirst: readonly Role[] = [...both, 'leader', 'tovholder', 'familyCounsellor', 'policeContact', 'dscAdviser']

const coordinatorStates = ['coordinated', 'closed'] as const

export const rights = {
  // Whose box waits comes first, then those who appoint: the page is read in that role.
  'cases.home': [...seesFirst, ...colleagues.filter(by => !seesFirst.some(it => it === by))].map((by): Grant => ({ by, ground: 'role', states: ['-'] })),
  'cases.enquire': enquirers.map((by): Grant => ({ by, ground: 'role', states: ['-'] })),
  'cases.receipt': enquirers.map((by): Grant => ({ by, ground: 'own', states: 'every' })),
  'cases.inbox': [{ by: 'visitator', ground: 'role', states: ['-'] }, { by: 'primaryCoordinator', ground: 'role', states: ['-'] }] satisfies Grant[],
  'cases.read': [{ by: 'visitator', ground: 'role', states: 'every' }, { by: 'primaryCoordinator', ground: 'holder', states: coordinatorStates }] satisfies Grant[],
  'cases.call': grantsOf('call'), 'cases.clarify': grantsOf('clarify'), 'cases.take-over': grantsOf('take-over'), 'cases.meet': grantsOf('meet'),
  'cases.give-back': grantsOf('give-back'), 'cases.advise': grantsOf('advise'), 'cases.hand-code': grantsOf('hand-code'), 'cases.note': grantsOf('note'),
  'cases.close': grantsOf('close'), 'cases.not-reached': grantsOf('not-reached'), 'cases.reopen': grantsOf('reopen'),
  // Where the day has passed and nobody has acted: an act of the leader, who reads nothing of the case.
  'cases.appoint': [{ by: 'leader', ground: 'role', states: statuses }] satisfies Grant[],
  'cases.call-appoint': [{ by: 'leader', ground: 'role', states: ['with-leader'] }] satisfies Grant[],
  'cases.advise-anonymously': advisers.map((by): Grant => ({ by, ground: 'role', states: ['-'] })),
  'cases.read-anonymous': advisers.map((by): Grant => ({ by, ground: 'own', states: ['advice', 'case'] })),
  'cases.make-case': advisers.map((by): Grant => ({ by, ground: 'own', states: ['advice'] })),
  'cases.check-names': [{ by: 'visitator', ground: 'role', states: ['received', 'logging', 'clarified', 'coordinated'] }] satisfies Grant[],
  'cases.allow-both': [{ by: 'leader', ground: 'role', states: ['-'] }] satisfies Grant[],
  'cases.take-open': [{ by: 'visitator', ground: 'role', states: ['waiting'] }] satisfies Grant[],
  'cases.agree': grantsOf('agree'),
  'cases.search': both.map((by): Grant => ({ by, ground: 'role', states: ['-'] })), 'cases.found': both.map((by): Grant => ({ by, ground: 'own', states: ['-'] })),
  ...sideRights,
  ...dangerRights, ...shutRights,
  ...paperworkRights, ...scanRights,
  ...coordination, ...meetings, ...children,
  // A hand-over: the giver asks, or the leader for one who cannot; only the receiver answers.
  'cases.handover-offer': [...own(''), { by: 'leader', ground: 'role', states: openRoles }] satisfies Grant[],
  'cases.handover-read': [...own('offered-', 'done-'), ...received('offered-', 'done-'), { by: 'leader', ground: 'role', states: openStates('offered-', 'done-') }] satisfies Grant[],
  'cases.handover-answer': received('offered-'),
  'cases.handover-take-back': [...own('offered-'), { by: 'leader', ground: 'role', states: openStates('offered-') }] satisfies Grant[],
  'cases.end-role': [{ by: 'tovholder', ground: 'role', states: ['-'] }, { by: 'leader', ground: 'role', states: ['-'] }] satisfies Grant[],
} as const
