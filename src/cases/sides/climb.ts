// The clock's round among cases behind walls. What was asked of somebody else and is late there climbs by itself.
import { dayOf } from '../../kernel/day.ts'
import { leaveOut } from '../../directory/rules.ts'
import { holders, partnerships } from '../../directory/store.ts'
import type { Db } from '../../platform/db.ts'
import type { Round } from '../../platform/jobs.ts'
import { leftOutOf } from '../finding/name-store.ts'
import { climbSide } from './late.ts'
import * as store from './store.ts'

/** @param waitElsewhere cases where somebody else has been asked and has not answered */
export const sidesRound = (waitElsewhere: (db: Db) => Promise<ReadonlySet<string>>): Round => ({
  name: 'sides',
  run: async ({ db, now }) => {
    const asked = await waitElsewhere(db)
    for (const { id: partnership, terms } of await partnerships(db)) {
      const late = await store.lateSides(db, partnership, now)
      if (late.length === 0) continue
      const held = await holders(db, partnership, dayOf(now))
      for (const it of late) {
        const event = it.next === 'await-answer' && asked.has(it.id) ? undefined : climbSide(it.kind, it, { now, terms, held: leaveOut(held, await leftOutOf(db, it.id)) })
        if (!event) continue
        const { given: _, ...row } = event
        await store.addSideRow(db, it.id, partnership, { ...row, status: it.status, next: it.next, box: null })
      }
    }
  },
})
