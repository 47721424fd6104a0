// May somebody be reached, this way, now? Whatever sends, prints or books takes a MayReach and nothing else, so that no letter goes out
// because a programmer forgot to ask. Only two files may import grantReach: one in the room that keeps a citizen's safe contact, and
// platform/staffmessage.ts, whose messages never go to a citizen. The test of the map holds everybody else to it.
import type { PersonId } from '../kernel/actor.ts'

/** own-device: a page on her own screen, while she is signed in. */
export const channels = ['paper-by-hand', 'phone', 'letter', 'digital-post', 'email', 'sms', 'own-device'] as const
export type Channel = (typeof channels)[number]

declare const brand: unique symbol
/** Leave to reach one person on one channel, for a few minutes. Tells nothing to whoever carries it; readReach opens it. */
export interface MayReach<C extends Channel = Channel> { readonly [brand]: C }

/** citizens: her safe contact allows it · staff-message: to somebody at work, about no named citizen. */
export type Granter = 'citizens' | 'staff-message'

export interface Reach<C extends Channel = Channel> {
  readonly by: Granter
  readonly channel: C
  readonly to: PersonId
  /** Number, address or mailbox on that channel; none for paper-by-hand and own-device. */
  readonly address?: string
  /** The instant of asking. What was safe this morning may not be so tonight. */
  readonly grantedAt: Date
}

/** Minutes for which a leave holds. A job that runs later asks anew. */
export const reachMinutes = 10

const granted = new WeakMap<MayReach, Reach>()

/** Makes a leave. It lives in this process only: it cannot be stored, put in a queue or cast from something else. */
export function grantReach<C extends Channel>(reach: Reach<C>): MayReach<C> {
  const leave = Object.freeze({}) as MayReach<C>
  granted.set(leave, reach)
  return leave
}

/**
 * For the functions that send, print or book: whom, where.
 * @throws Error when it was not made by grantReach, is for another channel, or is too old
 */
export function readReach<C extends Channel>(leave: MayReach<C>, channel: NoInfer<C>, now: Date): Reach<C> {
  const reach = granted.get(leave)
  if (!reach) throw new Error('Nobody gave leave to reach this person.')
  if (reach.channel !== channel) throw new Error(`The leave is for ${reach.channel}, not for ${channel}.`)
  const age = Math.abs(now.getTime() - reach.grantedAt.getTime())
  if (age > reachMinutes * 60_000) throw new Error('The leave to reach this person is too old: ask again.')
  return { ...reach, channel }
}

/** A page that tells a glance over the shoulder nothing: no name of the effort, of a person or of a case. */
export interface NeutralPage { readonly title: string; readonly lines: readonly string[] }

/** What prints it. Answers a PDF. */
export type PrintNeutral = (page: NeutralPage, leave: MayReach<'paper-by-hand'>) => Promise<Uint8Array>
