// Who may change a tool. Reading a published form needs no right: its words stand open.
import type { Grant } from '../kernel/rights.ts'

const editor = (states: Grant['states']): readonly Grant[] => [{ by: 'toolEditor', ground: 'role', states }]

export const rights = {
  'toolkit.edit': editor(['-']),
  'toolkit.publish': editor(['draft']),
  'toolkit.take-back': editor(['published']),
} as const
export const states = ['-', 'draft', 'published', 'taken-back'] as const
