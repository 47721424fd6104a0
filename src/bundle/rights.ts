// Who may make, fetch and deliver a bundle. Pure.
import type { Right } from '../kernel/rights.ts'

/** destroyed: an entry in it was deleted before delivery · withdrawn: what it was made on no longer holds, and it was not delivered. */
export const states = ['made', 'delivered', 'withdrawn', 'destroyed'] as const
export type State = (typeof states)[number]

const held = ['coordinated', 'closed'] as const

export const rights = {
  // The citizen out of her own log; the state is no bundle's.
  'bundle.make-own': [{ by: 'citizen', ground: 'unlocked', states: ['-'] }],
  // The page of a case that says whether one can be made; the states are the case's.
  'bundle.look': [{ by: 'visitator', ground: 'role', states: ['received', 'logging', 'clarified', 'coordinated', 'closed'] }, { by: 'primaryCoordinator', ground: 'holder', states: held }],
  // Out of a log that is shown, on a signed consent to the police that covers it.
  'bundle.make': [
    { by: 'visitator', ground: 'consent', states: ['received', 'logging', 'clarified', 'coordinated', 'closed'] },
    { by: 'primaryCoordinator', ground: 'consent', states: held },
  ],
  'bundle.read': [
    { by: 'citizen', ground: 'unlocked', states }, { by: 'visitator', ground: 'consent', states }, { by: 'primaryCoordinator', ground: 'consent', states },
  ],
  'bundle.fetch': [
    { by: 'citizen', ground: 'unlocked', states: ['made', 'delivered'] }, { by: 'visitator', ground: 'consent', states: ['made', 'delivered'] },
    { by: 'primaryCoordinator', ground: 'consent', states: ['made', 'delivered'] },
  ],
  'bundle.deliver': [
    { by: 'citizen', ground: 'unlocked', states: ['made'] }, { by: 'visitator', ground: 'consent', states: ['made'] },
    { by: 'primaryCoordinator', ground: 'consent', states: ['made'] },
  ],
  'bundle.answer': [
    { by: 'citizen', ground: 'unlocked', states: ['delivered'] }, { by: 'visitator', ground: 'consent', states: ['delivered'] },
    { by: 'primaryCoordinator', ground: 'consent', states: ['delivered'] },
  ],
} as const satisfies Readonly<Record<string, Right>>
