// A track on which nobody can act today, or that nobody has answered: the leader says who has it, by its case's number alone, and reads nothing of it.
import type { PersonId } from '../../kernel/actor.ts'
import { dayOf } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { actingFor, leaveOut } from '../../directory/rules.ts'
import { holders } from '../../directory/store.ts'
import { action, type Facts, type Work } from '../../platform/action.ts'
import { isId } from '../coordination/rules.ts'
import { one, sentFields } from '../enquire.ts'
import { leftOutOf } from '../finding/name-store.ts'
import { isLocked } from '../paperwork/store.ts'
import { rights } from './rules.ts'
import * as store from './store.ts'

interface GivingFacts extends Facts { readonly takers: readonly PersonId[] }

async function givingFacts(db: Work['db'], input: { readonly track: string }, _actor: unknown, now: Date): Promise<GivingFacts | undefined> {
  const it = isId(input.track) ? await store.trackStanding(db, input.track) : undefined
  if (!it || (it.step !== null && it.step !== 'accept') || await isLocked(db, it.case)) return undefined
  const able = leaveOut(await holders(db, it.partnership, dayOf(now)), await leftOutOf(db, it.case))
  const acts = actingFor(able, 'familyCounsellor', it.counsellor)
  const takers = able.filter(one => one.role === 'familyCounsellor' && !one.forPerson && actingFor(able, 'familyCounsellor', one.person) === one.person).map(one => one.person)
  return { takers, standing: { partnership: it.partnership, state: acts ? (it.late === 'to-leader' ? 'with-leader' : 'held') : 'adrift' }, aboutCase: it.case, aboutCitizen: it.citizen }
}

export const appointTrack = action({
  path: '/fordeling/familie/:track', method: 'post', audit: 'cases.track-appointed', facts: givingFacts, right: rights['cases.track-appoint'],
  input: sentFields.transform(sent => ({ track: one(sent, 'track'), to: one(sent, 'to') })),
  run: async ({ db, actor, now }: Work, { track, to }, { takers }: GivingFacts) => {
    const counsellor = takers.find(it => it === to)
    if (!counsellor) throw new Refusal('invalid', 'cases.side-not-there', 'to')
    if (!(await store.giveTrack(db, { track, counsellor, partnership: actor.partnership, by: actor.id, at: now }))) throw new Refusal('conflict', 'cases.track-changed')
    return { id: track }
  },
  leadsTo: ({ id }: { id: string }) => ({ id }),
})

/** The same, where it was not answered in time. */
export const appointLateTrack = action({
  ...appointTrack, path: '/frister/familie/:track', input: sentFields.transform(sent => ({ track: one(sent, 'track'), to: one(sent, 'person') })),
})
