// Conflict of interest: who may shut a colleague out of a case, and who may say it of herself. Pure.
import { colleagues } from '../../kernel/actor.ts'
import type { Grant } from '../../kernel/rights.ts'

/** decided: by leader or visitator · party, relative: the colleague said so · own-name, relative-name: the case was given a name that the colleague has said */
export const shutKinds = ['decided', 'party', 'relative', 'own-name', 'relative-name'] as const
export type ShutKind = (typeof shutKinds)[number]
/** What one colleague may have beside another of the same case: what was decided, what was said, what a name found. */
export const shutClass = (kind: ShutKind): 'decided' | 'said' | 'name' => (kind === 'decided' ? 'decided' : kind === 'party' || kind === 'relative' ? 'said' : 'name')
export const ownKinds = ['party', 'relative'] as const satisfies readonly ShutKind[]

export const shutStates = ['waits', 'shut', 'lifted'] as const
export type ShutState = (typeof shutStates)[number]

/**
 * It holds in `waits` too: what already holds is only confirmed. `secondLook`: a leader, or the data protection officer, was shut out by somebody who is no leader;
 * another leader or that officer confirms it or opens again. So it is where a name shut one of them out.
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
  'shut.end-name': colleagues.map(by => ({ by, ground: 'own', states: ['-'] })),
} satisfies Record<string, readonly Grant[]>
