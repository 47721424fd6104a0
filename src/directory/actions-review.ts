// The half-yearly look at who can see what: read by tovholder, leader and the data protection officer, signed by one of the first two.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Actor } from '../kernel/actor.ts'
import { addDays, dayOf } from '../kernel/day.ts'
import { action, type Facts, type Work } from '../platform/action.ts'
import { type Listed, reviewDue, reviewEvery } from './group.ts'
import { covers } from './holding.ts'
import { rights } from './rules.ts'
import { exceptionsNow, lastReview, signReview } from './store-groups.ts'
import { allHoldings, people } from './store-holdings.ts'

const listed = async (_db: unknown, _input: unknown, actor: Actor): Promise<Facts> => ({ standing: { partnership: actor.partnership, state: '-' } })

/** Everybody with the roles of today; those without a role last, for they see nothing. */
async function everybody({ db, actor, now }: Pick<Work, 'db' | 'actor' | 'now'>): Promise<readonly Listed[]> {
  const held = (await allHoldings(db, actor.partnership)).filter(it => covers(it, dayOf(now)))
  return (await people(db, actor.partnership))
    .map(it => ({ name: it.name, place: [it.unit, it.organisationName].filter(Boolean).join(', '), roles: [...new Set(held.filter(one => one.person === it.id).map(one => one.role))] }))
    .sort((a, b) => Number(a.roles.length === 0) - Number(b.roles.length === 0))
}

export const reviewAction = action({
  path: '/adgang', method: 'get', audit: 'directory.review-seen', input: z.object({}), facts: listed, right: rights['directory.review-read'],
  run: async work => ({ listed: await everybody(work), exceptions: await exceptionsNow(work.db), last: await lastReview(work.db, work.actor.partnership), today: dayOf(work.now) }),
})

export const signAction = action({
  path: '/adgang', method: 'post', audit: 'directory.review-signed', facts: listed, right: rights['directory.keep'],
  input: z.object({ read: z.literal('yes', 'directory.needs-read'), note: z.string().trim().max(1000, 'directory.text-long').optional() }),
  run: async (work, { note }) => {
    await signReview(work.db, randomUUID(), await everybody(work), await exceptionsNow(work.db), addDays(dayOf(work.now), reviewEvery), note || null, { partnership: work.actor.partnership, by: work.actor.id, at: work.now })
    return {}
  },
  leadsTo: () => ({}),
})

/** Whether the next one is near, for those who sign it. For the home page, in the role that let the reader in. */
export const reviewFor = async (work: Work) =>
  (work.ground.by === 'tovholder' || work.ground.by === 'leader' ? reviewDue(await lastReview(work.db, work.actor.partnership), dayOf(work.now)) : undefined)
