// Danger to life: who may open a case that is not theirs, for how long, and what becomes of each opening. Pure.
import type { Role } from '../../kernel/actor.ts'
import type { Grant } from '../../kernel/rights.ts'

/** Those who may meet her in danger and act: the visitator has every case already, Dansk Stalking Center is reached by a referral. */
export const openers = ['policeContact', 'primaryCoordinator', 'familyCounsellor', 'leader'] as const satisfies readonly Role[]
/** Minutes. */
export const openFor = 60
/** Letters of a reason, at least. */
export const shortestReason = 20

export const glassStates = ['said', 'open', 'over'] as const
export type GlassState = (typeof glassStates)[number]

interface Times { readonly at: Date; readonly openedAt: Date | null; readonly untilAt: Date | null }
/** said: the reason is written and nobody named · open · over: the hour has passed, or nobody was named within it */
export function glassState(it: Times, now: Date): GlassState {
  if (it.openedAt && it.untilAt) return now < it.untilAt ? 'open' : 'over'
  return now.getTime() - it.at.getTime() < openFor * 60_000 ? 'said' : 'over'
}

const every = (states: Grant['states'], ground: Grant['ground']): Grant[] => openers.map(by => ({ by, ground, states }))

export const dangerRights = {
  'danger.say': every(['-'], 'role'),
  'danger.name': every(['said'], 'holder'),
  'danger.see': every(['said', 'open'], 'holder'),
  'danger.list': [{ by: 'leader', ground: 'role', states: ['-'] }, { by: 'dataProtectionOfficer', ground: 'role', states: ['-'] }],
  'danger.review': [{ by: 'leader', ground: 'role', states: ['said', 'open', 'over'] }, { by: 'dataProtectionOfficer', ground: 'role', states: ['said', 'open', 'over'] }],
} as const satisfies Record<string, readonly Grant[]>
