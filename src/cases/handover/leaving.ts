// A role ends: refused while open cases would be left without the one who has the baton, and while nobody else could appoint.
import { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import { dayOf } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { holdingFacts, type OfHolding } from '../../directory/actions-roles.ts'
import { covers, lastDay } from '../../directory/holding.ts'
import { allHoldings, endHolding, leadsAfter, people } from '../../directory/store-holdings.ts'
import { readTypedDay } from '../../forms/read.ts'
import { action, type Work } from '../../platform/action.ts'
import { worldOf } from '../write.ts'
import { goesAlong, handedRole, isWalled, openTo } from './rules.ts'
import { rights } from '../rules.ts'
import { batonsOf, leavesNobody, type Left, leftWith, walledBatonsOf } from './store.ts'

/**
 * `waiting`: open cases that only this holding lets its person act on · `walled`: they lie behind a wall, and are counted to nobody · `last`: nobody else has such a role ·
 * `left`: what else waits for the person in this role and would stay behind, as far as the one who asks may know of it.
 */
interface LeavingFacts extends OfHolding { readonly waiting: number; readonly walled: boolean; readonly last: boolean; readonly left: readonly Left[] }
const numbered = z.object({ holding: z.string().regex(/^\d{1,9}$/, 'platform.missing') })

async function leavingFacts(db: Work['db'], input: { readonly holding: string }, actor: Actor, now: Date): Promise<LeavingFacts | undefined> {
  const found = await holdingFacts(db, input, actor)
  const role = found && handedRole(found.it.role)
  if (!found) return undefined
  const last = await leavesNobody(db, found.it.id)
  const all = found.it.forPerson ? [] : await leftWith(db, found.it.person, found.it.role)
  const left = openTo(all, (await worldOf(db, actor.partnership, now)).shut, actor.id)
  if (!role || found.it.forPerson) return { ...found, waiting: 0, walled: false, last, left }
  const other = (await allHoldings(db, actor.partnership)).some(it => it.id !== found.it.id && it.role === role && it.person === found.it.person && !it.forPerson && it.to === null && covers(it, dayOf(now)))
  const { person } = found.it
  const open = (await batonsOf(db, person, role)).filter(it => goesAlong(it, person, role))
  // Of an employee's case nothing is told here: the next one of its ladder has it from the same moment.
  const walled = role === 'leader' || role === 'hr' ? [] : await walledBatonsOf(db, person, role)
  const tracks = all.filter(it => it.what === 'track').length
  return { ...found, waiting: other ? 0 : open.length + walled.length + tracks, walled: isWalled(role), last, left: other ? [] : left }
}

export const endPage = action({
  path: '/roller/:holding/slut', method: 'get', audit: 'cases.end-role-page-seen', input: numbered, facts: leavingFacts, right: rights['cases.end-role'],
  run: async ({ db, actor, now }, _input, { it, waiting, walled, last, left }) =>
    ({ it, waiting, walled, last, left, alone: it.role === 'leader' && !it.forPerson && !(await leadsAfter(db, it.id, dayOf(now))), today: dayOf(now), name: (await people(db, actor.partnership)).find(one => one.id === it.person)?.name ?? '' }),
})

export const endRole = action({
  path: '/roller/:holding/slut', method: 'post', audit: 'cases.role-ended', facts: leavingFacts, right: rights['cases.end-role'],
  input: numbered.extend({ to: z.string().optional(), atOnce: z.string().optional() }),
  run: async ({ db, actor, now }, { to, atOnce }, { it, waiting, last }) => {
    if (waiting > 0) throw new Refusal('conflict', 'cases.would-orphan')
    if (last) throw new Refusal('conflict', 'cases.nobody-after')
    const wanted = atOnce === 'yes' ? 'now' : readTypedDay(to ?? '')
    if (!wanted) throw new Refusal('invalid', 'cases.needs-last-day', 'to')
    const day = lastDay(it, wanted, dayOf(now))
    if (it.role === 'leader' && !it.forPerson && covers(it, dayOf(now)) && !(await leadsAfter(db, it.id, day))) throw new Refusal('conflict', 'cases.last-leader', 'to')
    if (!(await endHolding(db, it.id, day, actor.id, now))) throw new Refusal('conflict', 'directory.ended-already')
    return {}
  },
  leadsTo: () => ({}),
})
