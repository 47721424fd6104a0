// A form that came after the session ended: its fields wait, unseen, on the page that asks for the passphrase, and are sent on from there.
import type { Context, Hono } from 'hono'
import type { Lang } from '../kernel/day.ts'
import { da } from '../incidents/text.da.ts'
import { en } from '../incidents/text.en.ts'
import { type Carried, sessionCookie } from './door.tsx'

/** What the page says about it; undefined when nothing is carried. */
export function keptSaid(carried: string | undefined, lang: Lang, why: 'signIn' | 'unlock'): { carried: string; said: string } | undefined {
  return readCarried(carried) && carried !== undefined ? { carried, said: (lang === 'da' ? da : en).kept[why] } : undefined
}

/** Sends what was carried to where it was going, as the one who has just signed in. Undefined when there is nothing to send. */
export async function sendAgain(app: Hono, c: Context, sessionId: string, text: string | undefined): Promise<Response | undefined> {
  const carried = readCarried(text)
  if (!carried) return undefined
  const at = new URL(carried.to, c.req.url)
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(carried.fields)) for (const one of typeof value === 'string' ? [value] : value) body.append(name, one)
  const language = /(?:^|;\s*)(sprog=(?:da|en))/.exec(c.req.header('cookie') ?? '')?.[1]
  const sent = await app.fetch(new Request(at, {
    method: 'POST', body, headers: { host: c.req.header('host') ?? at.host, origin: at.origin, cookie: [`${sessionCookie}=${sessionId}`, language].filter(Boolean).join('; ') },
  }), c.env)
  const to = sent.headers.get('location')
  if (to !== null) return c.redirect(to, 303)
  return c.html(await sent.text(), sent.status as 200)
}

/** Only forms on her own pages are sent on, and never those of the door itself. */
function readCarried(text: string | undefined): Carried | undefined {
  if (text === undefined || text === '') return undefined
  try {
    const { to, fields } = JSON.parse(text) as { to?: unknown; fields?: unknown }
    if (typeof to !== 'string' || !/^\/noter(\/(fil|tidligere|vis|samlet)(\/[\w-]+)*)?$/.test(to) || typeof fields !== 'object' || fields === null) return undefined
    const known = Object.entries(fields).filter(([, value]) => typeof value === 'string' || (Array.isArray(value) && value.every(it => typeof it === 'string')))
    return { to, fields: Object.fromEntries(known) as Carried['fields'] }
  } catch {
    return undefined      // altered on the way; the sign-in itself still holds
  }
}
