import type { Right } from '../kernel/rights.ts'

export const states = ['waiting', 'kept'] as const

/** Her phone's messages are hers alone: no colleague has any right to a source. */
export const rights = {
  'imports.open': [{ by: 'citizen', ground: 'own', states: 'every' }],
  'imports.read': [{ by: 'citizen', ground: 'unlocked', states: 'every' }],
  'imports.choose': [{ by: 'citizen', ground: 'unlocked', states: 'every' }],
  'imports.lift': [{ by: 'citizen', ground: 'unlocked', states: ['kept'] }],
  'imports.remove': [{ by: 'citizen', ground: 'unlocked', states: 'every' }],
} as const satisfies Record<string, Right>
