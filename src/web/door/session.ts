import type { Context } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Refusal } from '../../kernel/refusal.ts'
import type { House } from '../../platform/action.ts'
import { signOut } from '../../identity/signin.ts'
import { cookieName, sessionOf } from './door.tsx'

/** A cookie for this visit alone: gone with the window, unseen by scripts, never sent along from other places, and in a real house never in clear. */
export function keepSession(c: Context, house: Pick<House, 'config'>, id: string): void {
  setCookie(c, cookieName(house), id, { httpOnly: true, sameSite: 'Lax', path: '/', secure: house.config.door === 'serve' || isSecure(c) })
}
/** Takes the cookie away. A prefixed one is let go of only by an answer that is itself secure. */
export const dropSession = (c: Context, house: Pick<House, 'config'>): void => { deleteCookie(c, cookieName(house), { path: '/', secure: house.config.door === 'serve' }) }

/** Begins a visit in this browser, and ends the one it had: nobody comes back to it by an old cookie. */
export async function enter(c: Context, house: House, id: string): Promise<void> {
  const before = sessionOf(c, house)
  if (before !== undefined && before !== id) await signOut(house, before)
  keepSession(c, house, id)
}

const isSecure = (c: Context): boolean => new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https'

/**
 * Where a try came from, for counting wrong ones. Kept only as a keyed hash. Behind a proxy that says so, it is the address that the proxy saw:
 * the last one it wrote, since whoever asks can write what he likes before it.
 */
export function sourceOf(c: Context, house: Pick<House, 'config'>): string {
  const seen = house.config.proxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  if (seen) return seen
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    return 'unknown'      // asked in process, without a connection
  }
}

/** How a form at the door is answered that was not taken: too many at once is nobody's fault, and says when to come again. */
export function refusedWith(c: Context, error: Refusal): 422 | 429 {
  if (error.code !== 'identity.busy') return 422
  c.header('Retry-After', '30')
  return 429
}

/** A way back inside the house after signing in; anything else leads home. */
export const wayBack = (asked: string | undefined, home: string): string =>
  (asked !== undefined && /^\/(?![/\\])[\w\-/%.?=&]*$/.test(asked) ? asked : home)
