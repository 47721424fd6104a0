// When the police ask that she sees a while later what they have read: who asked, on which ground, for how long. Pure.
import type { Grant } from '../kernel/rights.ts'

/** Named grounds; to be checked locally (dossier 1.5, 1.6). */
export const delayGrounds = ['investigation', 'danger'] as const
export type DelayGround = (typeof delayGrounds)[number]
/** Days, at most; a new one with a new reason may go on from it. */
export const longestDelay = 30

export interface Delay {
  readonly id: string
  readonly ground: DelayGround
  readonly fromAt: Date
  readonly untilAt: Date
  readonly sinceAt: Date
  readonly renews: string | null
  readonly endedAt: Date | null
}
export const runs = (it: Pick<Delay, 'fromAt' | 'untilAt' | 'endedAt'>, now: Date): boolean => it.endedAt === null && it.fromAt <= now && now < it.untilAt

/** From when on her page leaves out what the police do; undefined when it leaves out nothing. */
export const waitsSince = (all: readonly Delay[], now: Date): Date | undefined =>
  all.filter(it => runs(it, now)).map(it => it.sinceAt).sort((a, b) => a.getTime() - b.getTime())[0]

export const delayRights = {
  'looks.list': [{ by: 'visitator', ground: 'role', states: 'every' }],
  'looks.delay': [{ by: 'visitator', ground: 'role', states: 'every' }],
  'looks.end': [{ by: 'visitator', ground: 'role', states: 'every' }],
} as const satisfies Record<string, readonly Grant[]>
