// A role ends: refused while open cases would be left without the one who has the baton, and while nobody else could appoint.
import { z } from 'zod'
import type { Actor } from '../kernel/actor.ts'
import { dayOf } from '../kernel/day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { holdingFacts, type OfHolding } from '../directory/actions-roles.ts'
import { covers, lastDay } from '../directory/holding.ts'
import { allHoldings, endHolding, leadsAfter, people } from '../directory/store-holdings.ts'
import { readTypedDay } from '../forms/read.ts'
import { action, type Work } from '../platform/action.ts'
import { goesAlong, handedRole } from './handover.ts'
import { rights } from './rules.ts'
import { batonsOf, type Left, leftWith } from './store-handover.ts'

interface LeavingFacts extends OfHolding {
  /** Open cases that only this holding lets its person act on. */
  readonly waiting: number
  /** What else waits for the person in this role; it would stay behind. */
  readonly left: readonly Left[]
}
const numbered = z.object({ holding: z.string().regex(/^\d{1,9}$/, 'platform.missing') })

async function leavingFacts(db: Work['db'], input: { readonly holding: string }, actor: Actor, now: Date): Promise<LeavingFacts | undefined> {
  const found = await holdingFacts(db, input, actor)
  const role = found && handedRole(found.it.role)
  if (!found) return undefined
  if (found.it.forPerson) return { ...found, waiting: 0, left: [] }
  const left = await leftWith(db, found.it.person, found.it.role)
  if (!role) return { ...found, waiting: 0, left }
  const other = (await allHoldings(db, actor.partnership)).some(it => it.id !== found.it.id && it.role === role && it.person === found.it.person && !it.forPerson && it.to === null && covers(it, dayOf(now)))
  const { person } = found.it
  return { ...found, left: other ? [] : left, waiting: other ? 0 : (await batonsOf(db, person, role)).filter(it => goesAlong(it, person, role)).length }
}

export const endPage = action({
  path: '/roller/:holding/slut', method: 'get', audit: 'cases.end-role-page-seen', input: numbered, facts: leavingFacts, right: rights['cases.end-role'],
  run: async ({ db, actor, now }, _input, { it, waiting, left }) =>
    ({ it, waiting, left, alone: it.role === 'leader' && !it.forPerson && !(await leadsAfter(db, it.id, dayOf(now))), today: dayOf(now), name: (await people(db, actor.partnership)).find(one => one.id === it.person)?.name ?? '' }),
})

export const endRole = action({
  path: '/roller/:holding/slut', method: 'post', audit: 'cases.role-ended', facts: leavingFacts, right: rights['cases.end-role'],
  input: numbered.extend({ to: z.string().optional(), atOnce: z.string().optional() }),
  run: async ({ db, actor, now }, { to, atOnce }, { it, waiting }) => {
    if (waiting > 0) throw new Refusal('conflict', 'cases.would-orphan')
    const wanted = atOnce === 'yes' ? 'now' : readTypedDay(to ?? '')
    if (!wanted) throw new Refusal('invalid', 'cases.needs-last-day', 'to')
    const last = lastDay(it, wanted, dayOf(now))
    if (it.role === 'leader' && !it.forPerson && covers(it, dayOf(now)) && !(await leadsAfter(db, it.id, last))) throw new Refusal('conflict', 'cases.last-leader', 'to')
    if (!(await endHolding(db, it.id, last, actor.id, now))) throw new Refusal('conflict', 'directory.ended-already')
    return {}
  },
  leadsTo: () => ({}),
})
