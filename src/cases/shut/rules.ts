// Conflict of interest: who may shut a colleague out of a case, and who may say it of herself. Pure.
import { colleagues } from '../../kernel/actor.ts'
import type { Grant } from '../../kernel/rights.ts'

/** decided: by leader or visitator · party, relative: the colleague said so */
export const shutKinds = ['decided', 'party', 'relative'] as const
export type ShutKind = (typeof shutKinds)[number]
export const ownKinds = ['party', 'relative'] as const satisfies readonly ShutKind[]

export const shutStates = ['waits', 'shut', 'lifted'] as const
export type ShutState = (typeof shutStates)[number]

/**
 * It holds in `waits` too: what already holds is only confirmed. `secondLook`: a leader, or the data protection officer, was shut out by somebody who is no leader;
 * another leader or that officer confirms it or opens again.
 */
export const shutState = (it: { readonly kind: ShutKind; readonly secondLook: boolean; readonly confirmedAt: Date | null; readonly liftedAt: Date | null }): ShutState =>
  it.liftedAt ? 'lifted' : (it.kind !== 'decided' || it.secondLook) && !it.confirmedAt ? 'waits' : 'shut'

const deciders: readonly Grant[] = [{ by: 'leader', ground: 'role', states: ['-'] }, { by: 'visitator', ground: 'role', states: ['-'] }]
const anybody = (): Grant[] => colleagues.map(by => ({ by, ground: 'role', states: ['-'] }))

export const shutRights = {
  'shut.list': [...deciders, { by: 'dataProtectionOfficer', ground: 'role', states: ['-'] }],
  'shut.out': [...deciders],
  'shut.confirm': [{ by: 'leader', ground: 'role', states: ['waits'] }, { by: 'dataProtectionOfficer', ground: 'role', states: ['waits'] }],
  'shut.lift': [{ by: 'leader', ground: 'role', states: ['waits', 'shut'] }, { by: 'dataProtectionOfficer', ground: 'role', states: ['waits', 'shut'] }],
  'shut.mine': anybody(),
  'shut.declare': anybody(),
} satisfies Record<string, readonly Grant[]>
