// The clock's round among cases, and the leader who appoints.
import { z } from 'zod'
import type { PersonId } from '../kernel/actor.ts'
import { dayOf } from '../kernel/day.ts'
import { leaveOut } from '../directory/rules.ts'
import { holders, partnerships } from '../directory/store.ts'
import { action } from '../platform/action.ts'
import type { Db } from '../platform/db.ts'
import type { Round } from '../platform/jobs.ts'
import { caseOf } from './actions.ts'
import { appointed, climbCase } from './late.ts'
import { leftOutOf } from './finding/name-store.ts'
import { rights } from './rules.ts'
import * as store from './store.ts'
import { writeEvent } from './write.ts'

/** @param waitElsewhere cases where somebody else has been asked and has not answered: what is late there climbs by itself */
export const casesRound = (waitElsewhere: (db: Db) => Promise<ReadonlySet<string>>): Round => ({
  name: 'cases',
  run: async ({ db, now }) => {
    const asked = await waitElsewhere(db)
    for (const { id: partnership, terms } of await partnerships(db)) {
      const late = await store.lateCases(db, partnership, now)
      if (late.length === 0) continue
      const held = await holders(db, partnership, dayOf(now))
      for (const it of late) {
        const event = it.next === 'await-answer' && asked.has(it.id) ? undefined : climbCase(it, { now, terms, held: leaveOut(held, await leftOutOf(db, it.id)) })
        if (!event) continue
        const { status, next, urgent } = it
        await store.addEventRow(db, it.id, partnership, { ...event, status, next, urgent, box: null })
      }
    }
  },
})

/** Somebody must have it: the leader says who, and that one has a new day to act by. */
export const appointAction = action({
  path: '/frister/sag/:case', method: 'post', audit: 'cases.appointed',
  input: z.object({ case: z.string(), person: z.uuid('cases.needs-person') }), facts: caseOf, right: rights['cases.appoint'],
  run: async (work, { person }, facts) => {
    const event = appointed(facts.now, work.actor.id, person as PersonId, facts.world)
    await writeEvent(work, facts.now.id, facts.now, event, undefined)
    return { id: facts.now.id }
  },
  leadsTo: it => it,
})
