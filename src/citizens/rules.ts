// How a citizen may be reached without anybody else noticing. Pure.
import type { Grant } from '../kernel/rights.ts'
import type { Channel } from '../platform/mayreach.ts'
import { delayRights } from './delay.ts'

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

/**
 * Nothing was agreed but what is known of a paper, said when she was handed a code. No rule can be written without a way or a note, so that is how it is told.
 */
export const isOnlyPaper = (it: SafeContact): boolean => it.channels.length === 0 && it.note === ''

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

/** `here`: she came or called herself. */
export const reachChannels = ['here', 'phone', 'sms', 'email', 'letter', 'digital-post'] as const
export type ReachChannel = (typeof reachChannels)[number]

/** What somebody says who reaches her, or plans to: on which way, and whether time, sender and words were as agreed; if not, why. */
export interface ReachAnswer { readonly channel: ReachChannel; readonly followed: boolean; readonly why: string; /** Said of post to somebody under 18: it does not go to whoever has custody. */ readonly notHolder?: boolean }

/** Whether her rule was met: the way is one of those agreed, and the rest was followed. Nobody is reached who came by herself. */
export const isMet = (contact: SafeContact | undefined, it: Pick<ReachAnswer, 'channel' | 'followed'>): boolean =>
  it.channel === 'here' || (it.followed && allows(contact, it.channel))

/** What is missing before anything may leave; undefined when nothing is. */
export function reachFault(contact: SafeContact | undefined, it: Partial<ReachAnswer>): { readonly field: string; readonly code: `citizens.${string}` } | undefined {
  if (!it.channel) return { field: 'reachChannel', code: 'citizens.needs-way' }
  if (isMet(contact, { channel: it.channel, followed: it.followed ?? false }) || (it.why ?? '').trim() !== '') return undefined
  return { field: 'reachWhy', code: !contact || isOnlyPaper(contact) ? 'citizens.none-agreed' : it.channel !== 'here' && allows(contact, it.channel) ? 'citizens.needs-followed' : 'citizens.other-way' }
}

/** The fields of `ReachFields`, by name. */
export const reachFields = ['reachChannel', 'reachFollowed', 'reachWhy', 'notHolder'] as const
export const readReachFields = (sent: Readonly<Record<string, string | readonly string[]>>): Partial<ReachAnswer> => {
  const one = (field: (typeof reachFields)[number]) => [sent[field] ?? ''].flat()[0] ?? ''
  const channel = reachChannels.find(it => it === one('reachChannel'))
  return { ...(channel && { channel }), followed: one('reachFollowed') === 'yes', why: one('reachWhy').slice(0, 600), ...(one('notHolder') === 'yes' && { notHolder: true }) }
}

export const rights = {
  'citizens.keep-contact': [
    { by: 'visitator', ground: 'role', states: 'every' }, { by: 'primaryCoordinator', ground: 'holder', states: ['coordinated', 'closed'] },
  ] satisfies Grant[],
  ...delayRights,
} as const
