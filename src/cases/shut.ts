// Conflict of interest: who may shut a colleague out of a case, and who may say it of herself. Pure.
import { colleagues } from '../kernel/actor.ts'
import type { Grant } from '../kernel/rights.ts'

/** decided: by leader or visitator · party, relative: the colleague said so */
export const shutKinds = ['decided', 'party', 'relative'] as const
export type ShutKind = (typeof shutKinds)[number]
export const ownKinds = ['party', 'relative'] as const satisfies readonly ShutKind[]

export const shutStates = ['waits', 'shut', 'lifted'] as const
export type ShutState = (typeof shutStates)[number]

/** It holds in `waits` too: the leader only confirms what already holds. */
export const shutState = (it: { readonly kind: ShutKind; readonly confirmedAt: Date | null; readonly liftedAt: Date | null }): ShutState =>
  it.liftedAt ? 'lifted' : it.kind !== 'decided' && !it.confirmedAt ? 'waits' : 'shut'

const deciders: readonly Grant[] = [{ by: 'leader', ground: 'role', states: 'every' }, { by: 'visitator', ground: 'role', states: 'every' }]
const anybody = (): Grant[] => colleagues.map(by => ({ by, ground: 'role', states: 'every' }))

export const shutRights = {
  'shut.list': [...deciders],
  'shut.out': [...deciders],
  'shut.confirm': [{ by: 'leader', ground: 'role', states: ['waits'] }],
  'shut.lift': [{ by: 'leader', ground: 'role', states: ['waits', 'shut'] }],
  'shut.mine': anybody(),
  'shut.declare': anybody(),
} satisfies Record<string, readonly Grant[]>
