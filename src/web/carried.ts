// What she had typed when the session ended: it waits, unseen, on the page that asks for the passphrase, and is sent on from there, for nobody but her.
import type { Context, Hono } from 'hono'
import type { Lang } from '../kernel/day.ts'
import { da } from '../incidents/text.da.ts'
import { en } from '../incidents/text.en.ts'
import { whoseSession } from '../identity/signin.ts'
import type { House } from '../platform/action.ts'
import { cookieName, sessionOf, typedValues } from './door.tsx'

interface Carried { readonly to: string; readonly fields: Readonly<Record<string, string | readonly string[]>>; readonly mark: string }

/** Writing and changing an entry, where much may have been typed. What destroys, shows or signs must be pressed again by who has just come in. */
const mayWait = (path: string): boolean => /^\/noter(\/tidligere\/[0-9a-f-]{36}\/ret)?$/.test(path)

/** Says that these very words to this very place are this person's: a page that somebody else left behind sends nothing in her name. */
export const markOf = (house: House, person: string, { to, fields }: Pick<Carried, 'to' | 'fields'>): string =>
  house.vault.keyedHash('carried', JSON.stringify([person, to, Object.entries(fields)]))

/** Reads the form that came too late, for the page that asks for the passphrase. Undefined when it is not of those that wait, or nobody knows whose it was. */
export async function carriedBy(c: Context, house: House): Promise<string | undefined> {
  const id = sessionOf(c, house)
  const person = id !== undefined && mayWait(c.req.path) ? await whoseSession(house, id) : undefined
  if (person === undefined) return undefined
  const kept = { to: c.req.path, fields: typedValues(await c.req.parseBody({ all: true })) }
  return JSON.stringify({ ...kept, mark: markOf(house, person, kept) })
}

/** What the page says about it; undefined when nothing is carried. */
export function keptSaid(carried: string | undefined, lang: Lang, why: 'signIn' | 'unlock'): { carried: string; said: string } | undefined {
  return readCarried(carried) && carried !== undefined ? { carried, said: (lang === 'da' ? da : en).kept[why] } : undefined
}

/** Sends what was carried to where it was going, as the one who has just signed in. Undefined when there is nothing to send, or it was another's. */
export async function sendAgain(app: Hono, c: Context, house: House, sessionId: string, text: string | undefined): Promise<Response | undefined> {
  const carried = readCarried(text)
  const person = carried && await whoseSession(house, sessionId)
  if (!carried || person === undefined || markOf(house, person, carried) !== carried.mark) return undefined
  const at = new URL(carried.to, c.req.url)
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(carried.fields)) for (const one of typeof value === 'string' ? [value] : value) body.append(name, one)
  const language = /(?:^|;\s*)(sprog=(?:da|en))/.exec(c.req.header('cookie') ?? '')?.[1]
  const sent = await app.fetch(new Request(at, {
    method: 'POST', body, headers: { host: c.req.header('host') ?? at.host, origin: at.origin, cookie: [`${cookieName(house)}=${sessionId}`, language].filter(Boolean).join('; ') },
  }), c.env)
  const to = sent.headers.get('location')
  if (to !== null) return c.redirect(to, 303)
  return c.html(await sent.text(), sent.status as 200)
}

function readCarried(text: string | undefined): Carried | undefined {
  if (text === undefined || text === '') return undefined
  try {
    const { to, fields, mark } = JSON.parse(text) as { to?: unknown; fields?: unknown; mark?: unknown }
    if (typeof to !== 'string' || !mayWait(to) || typeof mark !== 'string' || typeof fields !== 'object' || fields === null) return undefined
    const known = Object.entries(fields).filter(([, value]) => typeof value === 'string' || (Array.isArray(value) && value.every(it => typeof it === 'string')))
    return { to, fields: Object.fromEntries(known) as Carried['fields'], mark }
  } catch {
    return undefined      // altered on the way; the sign-in itself still holds
  }
}
