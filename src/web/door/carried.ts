// What somebody had typed when the session ended: it waits, sealed, on the page that asks for the key, and goes on from there for nobody but its writer.
import { createSecretKey } from 'node:crypto'
import type { Context, Hono } from 'hono'
import type { Lang } from '../../kernel/day.ts'
import { da } from '../../identity/text.da.ts'
import { en } from '../../identity/text.en.ts'
import type { Kept } from '../../identity/screens.tsx'
import { whoseSession } from '../../identity/signin.ts'
import type { House } from '../../platform/action.ts'
import { largestForm } from '../../platform/http.ts'
import { type Key, openText, sealText } from '../../platform/vault.ts'
import { cookieName, sessionOf, typedValues } from './door.tsx'
import { toBeShown } from './only-shown.ts'

interface Carried { readonly to: string; readonly fields: Readonly<Record<string, string | readonly string[]>>; readonly files: boolean }

/** Writing and changing an entry, where much may have been typed, goes on by itself. Everything else is shown again and pressed by who has just come in. */
const goesOn = (path: string): boolean => /^\/noter(\/tidligere\/[0-9a-f-]{36}\/ret)?$/.test(path)

/** Whoever has the device meanwhile reads nothing of it, and a page that somebody else left behind opens for none but its writer. */
const keyOf = (house: House, person: string): Key => createSecretKey(Buffer.from(house.vault.keyedHash('carried', person), 'hex'))

/** Seals the form that came too late. Undefined when nobody knows whose it was, or it is larger than a form without files. */
async function carriedBy(c: Context, house: House): Promise<string | undefined> {
  const id = sessionOf(c, house)
  if (id === undefined || !(Number(c.req.header('content-length') ?? 0) <= largestForm)) return undefined
  const person = await whoseSession(house, id)
  if (person === undefined) return undefined
  const sent = await c.req.parseBody({ all: true })
  const files = Object.values(sent).flat().some(it => it instanceof File && it.size > 0)
  const carried: Carried = { to: c.req.path, fields: typedValues(sent), files }
  return sealText(keyOf(house, person), 'carried', JSON.stringify(carried)).toString('base64url')
}

/** What the page that asks for the key says about the form that came too late. */
export async function keptFrom(c: Context, house: House, lang: Lang, why: 'signIn' | 'unlock'): Promise<Kept> {
  const text = (lang === 'da' ? da : en).kept
  const carried = await carriedBy(c, house)
  return carried === undefined ? { said: text.lost } : { carried, said: goesOn(c.req.path) ? text.goesOn[why] : text.shown[why] }
}

/** The same, when the key that was given did not fit. */
export const stillKept = (carried: string | undefined, lang: Lang): Kept | undefined => (carried ? { carried, said: (lang === 'da' ? da : en).kept.still } : undefined)

/** Takes what was carried to where it was going, as the one who has just come in. Undefined when there is nothing, or it was another's. */
export async function sendAgain(app: Hono, c: Context, house: House, sessionId: string, text: string | undefined): Promise<Response | undefined> {
  const person = text ? await whoseSession(house, sessionId) : undefined
  const carried = person !== undefined && text ? readCarried(keyOf(house, person), text) : undefined
  if (!carried) return undefined
  const at = new URL(carried.to, c.req.url)
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(carried.fields)) for (const one of typeof value === 'string' ? [value] : value) body.append(name, one)
  const language = /(?:^|;\s*)(sprog=(?:da|en))/.exec(c.req.header('cookie') ?? '')?.[1]
  const sent = await app.fetch(new Request(at, {
    method: 'POST', body, headers: { host: c.req.header('host') ?? at.host, origin: at.origin, cookie: [`${cookieName(house)}=${sessionId}`, language].filter(Boolean).join('; ') },
  }), goesOn(carried.to) ? c.env : toBeShown(c.env, carried.files))
  const to = sent.headers.get('location')
  if (to !== null) return c.redirect(to, 303)
  return c.html(await sent.text(), sent.status as 200)
}

function readCarried(key: Key, text: string): Carried | undefined {
  try {
    return JSON.parse(openText(key, 'carried', Buffer.from(text, 'base64url'))) as Carried
  } catch {
    return undefined      // another's, or altered on the way; the sign-in itself still holds
  }
}
