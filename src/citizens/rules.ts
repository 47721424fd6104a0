// How a citizen may be reached without anybody else noticing. Pure.
import type { Grant } from '../kernel/rights.ts'
import type { Channel } from '../platform/mayreach.ts'

export const contactChannels = ['phone', 'sms', 'email', 'letter'] as const
export type ContactChannel = (typeof contactChannels)[number]
export const papers = ['yes', 'no', 'unknown'] as const
/** What is done with a paper that somebody could see. */
export const paperPlans = ['at-work', 'with-somebody', 'read-here'] as const

/** As it was agreed with her. What is left open is not allowed. */
export interface SafeContact {
  readonly channels: readonly ContactChannel[]
  /** Number or address, as she gave it. */
  readonly where: string
  readonly times: string
  /** Whom the caller says to be, when somebody else answers. */
  readonly say: string
  readonly message: 'yes' | 'no'
  readonly digitalPost: 'yes' | 'no'
  /** Could anyone at home see a paper. */
  readonly paper: (typeof papers)[number]
  readonly paperPlan?: (typeof paperPlans)[number]
  readonly note: string
  /** A word that tells the caller that it is she, and that she can speak. */
  readonly codeWord: string
}

export interface ContactVersion { readonly version: number; readonly at: Date; readonly byName: string; readonly contact: SafeContact }

/** May she be reached this way? Nothing is allowed that was not agreed; a paper that could be seen needs a plan. */
export function allows(contact: SafeContact | undefined, channel: Channel): boolean {
  if (!contact) return false
  switch (channel) {
    case 'paper-by-hand': return contact.paper === 'no' || contact.paperPlan !== undefined
    case 'digital-post': return contact.digitalPost === 'yes'
    case 'phone': case 'sms': case 'email': case 'letter': return contact.channels.includes(channel)
    case 'own-device': return false      // her own pages are hers; nothing is sent there
  }
}

export const rights = {
  'citizens.keep-contact': [
    { by: 'visitator', ground: 'role', states: 'every' }, { by: 'primaryCoordinator', ground: 'holder', states: ['coordinated', 'closed'] },
  ] satisfies Grant[],
} as const
