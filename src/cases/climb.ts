// The clock's round among cases, and the leader who appoints.
import { z } from 'zod'
import type { PersonId } from '../kernel/actor.ts'
import { action } from '../platform/action.ts'
import type { Db } from '../platform/db.ts'
import type { Round } from '../platform/jobs.ts'
import { caseOf } from './actions.ts'
import { notAsked, roundOf } from './ladder.ts'
import { appointed, climbCase } from './late.ts'
import { rights } from './rules.ts'
import * as store from './store.ts'
import { writeEvent } from './write.ts'

/** @param waitElsewhere cases where somebody else has been asked and has not answered: what is late there climbs by itself */
export const casesRound = (waitElsewhere: (db: Db) => Promise<ReadonlySet<string>>): Round => roundOf<store.LateCase>({
  name: 'cases', inCase: it => it.id,
  late: async (db, partnership, now) => notAsked(await store.lateCases(db, partnership, now), await waitElsewhere(db)),
  climb: async (db, it, rung) => {
    const event = climbCase(it, rung)
    const { status, next, urgent } = it
    if (event) await store.addEventRow(db, it.id, rung.partnership, { ...event, status, next, urgent, box: null })
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
