// Who may change a tool. Reading a published form needs no right: its words stand open, and nothing in them is about anybody.
import type { Grant } from '../kernel/rights.ts'

const editor: readonly Grant[] = [{ by: 'toolEditor', ground: 'role', states: ['-'] }]

export const rights = { 'toolkit.edit': editor, 'toolkit.publish': [...editor], 'toolkit.take-back': [...editor] } as const
