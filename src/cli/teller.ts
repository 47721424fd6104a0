import type { Actor } from '../kernel/actor.ts'
import type { Day } from '../kernel/day.ts'
import type { Action, Facts, House } from '../platform/action.ts'

/** What a story of the town is told with. Every act is done in somebody's name, through its action, at its own time. */
export interface Teller {
  readonly house: House
  /** The day the town is opened; stories count back from it. */
  readonly today: Day
  /** Of the rows that a log is told with, how many are written: 1 is all. */
  readonly share: number
  readonly as: (signIn: string) => Promise<Actor>
  /** Does one act so many days ago at this clock. */
  readonly act: <I, F extends Facts, R>(daysAgo: number, clock: string, actor: Actor, it: Action<I, F, R>, raw: unknown) => Promise<R>
  /** Gives a citizen of the town a way in, and answers with her as an actor who has given her passphrase. */
  readonly moveIn: (citizen: string, signInName: string) => Promise<Actor>
}
