// What stands in every list of referrals: by when, and from whom.
import { sayDue } from '../cases/say.ts'
import type { Ctx, Html } from '../platform/screen.ts'
import { words } from './compose-screen.tsx'
import type { Referral } from './rules.ts'

/** By when something is to happen, said late when it is. */
export function DueOf(props: { readonly it: Pick<Referral, 'due'>; readonly ctx: Ctx }): Html | null {
  const { it: { due }, ctx } = props
  return due && <span class={due <= ctx.now ? 'late' : undefined}>{sayDue(due, ctx.now, ctx.lang)}</span>
}

/** Who sent it: somebody outside the system is known by what it is, and by name where the copy is open. */
export const senderOf = (it: Referral, ctx: Ctx): string => (it.outside && it.to === 'visitator' ? words(ctx).outsides[it.outside] : it.fromName)
