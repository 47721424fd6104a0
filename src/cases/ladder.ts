// One ladder for everything that waits for somebody: a reminder, somebody else of the same role, the leader who must act. `late.ts` says when; each kind of thing says here what is late,
// who cannot have it, and how the clock writes its step.
import { dayOf } from '../kernel/day.ts'
import { leaveOut } from '../directory/rules.ts'
import { type Holder, holders, partnerships } from '../directory/store.ts'
import type { Terms } from '../directory/terms.ts'
import type { Db } from '../platform/db.ts'
import type { Round } from '../platform/jobs.ts'
import { leftOutOf } from './finding/name-store.ts'

/** The moment of a step. `held`: without those who are kept from the case that it is about. */
export interface Rung { readonly partnership: number; readonly now: Date; readonly terms: Terms; readonly held: readonly Holder[] }

export interface Ladder<T> {
  readonly name: string
  /** What is late and is not before the leader yet. */
  readonly late: (db: Db, partnership: number, now: Date) => Promise<readonly T[]>
  /** The case that it is about, where it is about one. */
  readonly inCase: (it: T) => string | null
  /** Writes the step that is due; nothing where none is. */
  readonly climb: (db: Db, it: T, rung: Rung) => Promise<unknown>
}

/** The clock's round among things of one kind. */
export const roundOf = <T>({ name, late, inCase, climb }: Ladder<T>): Round => ({
  name,
  run: async ({ db, now }) => {
    for (const { id: partnership, terms } of await partnerships(db)) {
      const all = await late(db, partnership, now)
      if (all.length === 0) continue
      const held = await holders(db, partnership, dayOf(now))
      for (const it of all) {
        const about = inCase(it)
        await climb(db, it, { partnership, now, terms, held: about === null ? held : leaveOut(held, await leftOutOf(db, about)) })
      }
    }
  },
})

/** Those that wait for nobody else: where somebody was asked, what is late there climbs by itself. */
export const notAsked = <T extends { readonly id: string; readonly next: string }>(late: readonly T[], asked: ReadonlySet<string>): readonly T[] =>
  late.filter(it => it.next !== 'await-answer' || !asked.has(it.id))
