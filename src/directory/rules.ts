import type { Grant } from '../kernel/rights.ts'

/** Who may look at the picture of the model: everybody who works here. */
export const rights = {
  'directory.read': (['firstContact', 'visitator', 'primaryCoordinator', 'policeContact', 'dscAdviser', 'leader', 'tovholder', 'operator'] as const)
    .map((by): Grant => ({ by, ground: 'role', states: 'every' })),
} as const
