import type { Context } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import { getConnInfo } from '@hono/node-server/conninfo'
import { sessionCookie } from './door.tsx'

/** A cookie for this visit alone: gone with the window, unseen by scripts, never sent along from other places. */
export function keepSession(c: Context, id: string): void {
  setCookie(c, sessionCookie, id, { httpOnly: true, sameSite: 'Lax', path: '/', secure: isSecure(c) })
}
export const dropSession = (c: Context): void => { deleteCookie(c, sessionCookie, { path: '/' }) }

const isSecure = (c: Context): boolean => new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https'

/** Where a try came from, for counting wrong ones. Kept only as a keyed hash. */
export function sourceOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    return 'unknown'      // asked in process, without a connection
  }
}

/** A way back inside the house after signing in; anything else leads home. */
export const wayBack = (asked: string | undefined, home: string): string =>
  (asked !== undefined && /^\/(?![/\\])[\w\-/%.?=&]*$/.test(asked) ? asked : home)
