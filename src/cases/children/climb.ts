// The clock among family counsellors who have been asked and have not answered. What it is about, the clock does not see.
import { addDays, instantOf } from '../../kernel/day.ts'
import { type Ladder, roundOf } from '../ladder.ts'
import { fresh, nextClimb } from '../late.ts'
import * as store from './store.ts'

/** The day they were given ends it; whoever got it after that has a day of her own. */
const ladder: Ladder<store.LateTrack> = {
  name: 'family-tracks', late: store.lateTracks, inCase: it => it.case,
  climb: async (db, it, { now, terms }) => {
    const ends = instantOf(addDays(it.due, 1), '00:00')
    const step = nextClimb({ ...it, due: it.givenAt && it.givenAt > ends ? fresh(it.givenAt, terms) : ends }, false, now, terms)
    if (step) await store.climbTrack(db, it, step, now)
  },
}
export const tracksRound = roundOf(ladder)
