// The clock's round among referrals, what leader and tovholder see of it, and the leader who appoints.
import { z } from 'zod'
import type { PersonId, Role } from '../kernel/actor.ts'
import { dayOf, instantOf } from '../kernel/day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { missedTracks } from '../cases/children/store.ts'
import { roundOf } from '../cases/ladder.ts'
import { candidates, nextClimb } from '../cases/late.ts'
import { missedCases, type Ringing, ringingCases } from '../cases/store.ts'
import { missedContacts } from '../cases/open-contact/store.ts'
import { dueAfter } from '../cases/workdays.ts'
import { type Today, worldOf } from '../cases/write.ts'
import { isThere } from '../directory/rules.ts'
import { type Holder, holders, termsOf } from '../directory/store.ts'
import { action, type Facts, type Work } from '../platform/action.ts'
import type { Db } from '../platform/db.ts'
import type { Round } from '../platform/jobs.ts'
import { answerDue } from './keep-draft.ts'
import { rights, take, type To } from './rules.ts'
import { referralFacts } from './standing.ts'
import * as store from './store.ts'
import * as late from './store-late.ts'

/** Somebody else of the same role in the same organisation who is there today. */
export function another(held: readonly Holder[], to: To, person: PersonId | null): PersonId | undefined {
  if (to === 'outside') return undefined
  const house = held.find(it => it.person === person)?.organisation
  return held.find(it => it.role === to && it.person !== person && (house === undefined || it.organisation === house) && isThere(held, to, it.person))?.person
}

export const referralsRound: Round = roundOf({
  name: 'referrals', late: late.lateReferrals, inCase: it => it.caseId,
  climb: async (db, it, { partnership, now, terms, held }) => {
    const other = another(held, it.to, it.toPerson)
    const step = nextClimb(it, other !== undefined, now, terms)
    if (!step) return
    const passed = step === 'pass-on' && other ? { receiver: other, due: answerDue(now, terms) } : {}
    await store.addEvent(db, { referral: it.id, seq: it.seq + 1, partnership, step, by: null, at: now, state: take(it.state, step, undefined), box: null, ...passed })
  },
})

interface LateFacts extends Facts { readonly world: Today }
/** What rings: danger now in a case, or a unit that could not wait; since when, and who has it. */
export interface Rings extends Ringing { readonly kind: 'case' | 'call' }
export type LateKind = 'case' | 'referral' | 'call' | 'track' | 'answer'
/** One missed day. `people`: whom the leader can appoint; empty where nobody is to be appointed yet, or nobody is there. */
export interface LateRow {
  readonly kind: LateKind
  readonly id: string
  /** The number of the case; of a call, the unit that asked for it. */
  readonly number: string
  readonly name: string
  readonly due: Date
  readonly toLeader: boolean
  readonly people: readonly Holder[]
}

/** Missed days: for the leader with whom to appoint, for the tovholder as number, day and name. */
export const lateAction = action({
  path: '/frister', method: 'get', audit: 'referrals.late-seen', input: z.object({}),
  facts: async (db, _input, actor, now): Promise<LateFacts> => ({ standing: { partnership: actor.partnership, state: '-' }, world: await worldOf(db, actor.partnership, now) }),
  right: rights['referrals.late'],
  run: async ({ db, actor, ground, now }, _input, { world }): Promise<{ readonly rows: readonly LateRow[]; readonly appoints: boolean; readonly rings: readonly Rings[] }> => {
    const appoints = ground.by === 'leader'
    const cases = await missedCases(db, actor.partnership, now)
    const referrals = await late.missedReferrals(db, actor.partnership, now)
    const roles = appoints ? await late.rolesOf(db, referrals.map(it => it.id)) : new Map<string, To>()
    const seats = (people: readonly PersonId[]) => people.flatMap(person => world.held.find(it => it.person === person) ?? [])
    const tracks = await missedTracks(db, ground.by)
    const calls = await missedContacts(db, actor.partnership, now)
    const row = (kind: LateKind, it: Omit<late.Missed, 'outside'> & { readonly outside?: boolean }, people: () => readonly Holder[]): LateRow =>
      ({ kind, id: it.id, number: it.number, name: it.name, due: it.due, toLeader: it.lateStep === 'to-leader' && !it.outside, people: appoints && it.lateStep === 'to-leader' ? people() : [] })
    return {
      appoints, rings: await ringing(db, actor.partnership, now),
      rows: [
        // What rings stands above them all, until it is the leader's to appoint.
        ...cases.filter(it => !it.rings || it.lateStep === 'to-leader').map(it => row('case', { ...it, name: it.holderName }, () => seats(candidates(it, world.held)))),
        ...referrals.map(it => row('referral', it, () => receiversOf(world.held, roles.get(it.id)))),
        ...(await unheededRows(db, ground.by, now, world)).map(it => row('answer', it, () => [])),
        ...tracks.map(it => row('track', { ...it, due: instantOf(it.due, world.terms.officeHours.to) }, () => receiversOf(world.held, 'familyCounsellor'))),
        ...calls.filter(it => !it.rings || it.lateStep === 'to-leader').map(it => row('call', { ...it, number: it.unit }, () => receiversOf(world.held, 'visitator'))),
      ],
    }
  },
})

/** Answers in closed cases whose day has passed. Nobody has such a case any more; whoever is visitator today reopens it. */
async function unheededRows(db: Db, role: Role, now: Date, { held, terms: { deadlines, officeHours } }: Pick<Today, 'held' | 'terms'>): Promise<readonly late.Missed[]> {
  const visitator = held.find(it => it.role === 'visitator' && isThere(held, 'visitator', it.person))
  return (await late.unheeded(db, role)).map(({ since, ...it }) => ({ ...it, name: it.name || visitator?.name || '', due: dueAfter(since, deadlines.visitatorAnswerWorkingDays, officeHours), lateStep: null, outside: false }))
    .filter(it => it.due <= now)
}

const receiversOf = (held: readonly Holder[], to: To | undefined): readonly Holder[] =>
  held.filter(it => to !== undefined && to !== 'outside' && it.role === to && isThere(held, to, it.person))

/** How much is late, and what rings, for the leader's and the tovholder's home page; undefined in other roles. */
export const lateForMe = async ({ db, actor, ground, now }: Work): Promise<(late.Counted & { readonly rings: readonly Rings[] }) | undefined> => {
  if (ground.by !== 'leader' && ground.by !== 'tovholder') return undefined
  const count = await late.lateCount(db, actor.partnership, now, ground.by)
  const answers = await unheededRows(db, ground.by, now, { held: await holders(db, actor.partnership, dayOf(now)), terms: await termsOf(db, actor.partnership) })
  return { ...count, missed: count.missed + answers.length, rings: await ringing(db, actor.partnership, now) }
}

const ringing = async (db: Db, partnership: number, now: Date): Promise<readonly Rings[]> => [
  ...(await ringingCases(db, partnership, now)).map(it => ({ ...it, kind: 'case' as const })),
  ...(await missedContacts(db, partnership, now)).filter(it => it.rings).map(it => ({ kind: 'call' as const, number: it.unit, since: it.due, name: it.name, phone: it.phone })),
]

/** The leader says who is to answer; that one gets a new day. */
export const appointAction = action({
  path: '/frister/henvisning/:referral', method: 'post', audit: 'referrals.appointed',
  input: z.object({ referral: z.uuid('platform.missing'), person: z.uuid('referrals.needs-receiver') }),
  facts: (db, { referral }, actor, now) => referralFacts(db, referral, actor, now), right: rights['referrals.appoint'],
  run: async ({ db, actor, now }, { referral, person }, { it, world }) => {
    const state = take(it.state, 'appoint', undefined)
    if (!receiversOf(world.held, it.to).some(one => one.person === person)) throw new Refusal('conflict', 'referrals.receiver-gone', 'person')
    const first = await store.addEvent(db, { referral, seq: it.seq + 1, partnership: actor.partnership, step: 'appoint', by: actor.id, at: now, state, box: null, receiver: person, due: answerDue(now, world.terms) })
    if (!first) throw new Refusal('conflict', 'platform.changed')
    return { id: referral }
  },
  leadsTo: it => it,
})
