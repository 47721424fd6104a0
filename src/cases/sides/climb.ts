// The clock's round among cases behind walls. What was asked of somebody else and is late there climbs by itself.
import type { Db } from '../../platform/db.ts'
import type { Round } from '../../platform/jobs.ts'
import { notAsked, roundOf } from '../ladder.ts'
import { climbSide } from './late.ts'
import * as store from './store.ts'

/** @param waitElsewhere cases where somebody else has been asked and has not answered */
export const sidesRound = (waitElsewhere: (db: Db) => Promise<ReadonlySet<string>>): Round => roundOf<store.LateSide>({
  name: 'sides', inCase: it => it.id,
  late: async (db, partnership, now) => notAsked(await store.lateSides(db, partnership, now), await waitElsewhere(db)),
  climb: async (db, it, rung) => {
    const event = climbSide(it.kind, it, rung)
    if (!event) return
    const { given: _, ...row } = event
    await store.addSideRow(db, it.id, rung.partnership, { ...row, status: it.status, next: it.next, box: null })
  },
})
