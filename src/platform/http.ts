// What every answer carries, whatever room it comes from: no foreign hosts, nothing kept by the browser, no word of where it came from.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'
import type { Html } from './screen.ts'

/** The largest form with files, in bytes; other forms are far smaller. */
export const largestUpload = 300 * 1024 * 1024
export const largestForm = 1024 * 1024
/** What is larger than a form and still read, so that what was written can be handed back and made shorter. */
export const largestGivenBack = 8 * largestForm

export function openHttp(uploads: readonly string[]): Hono {
  const app = new Hono()
  app.use(secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"], baseUri: ["'none'"], formAction: ["'self'"], frameAncestors: ["'none'"], objectSrc: ["'none'"],
    },
    referrerPolicy: 'same-origin', xFrameOptions: 'DENY', crossOriginOpenerPolicy: 'same-origin', crossOriginResourcePolicy: 'same-origin',
    permissionsPolicy: { geolocation: [], camera: [], microphone: [] },
  }))
  app.use(async (c, next) => {
    await next()
    if (!c.req.path.startsWith('/assets/')) c.header('Cache-Control', 'no-store')
    if (!c.res.headers.has('X-Robots-Tag')) c.header('X-Robots-Tag', 'noindex, nofollow')
  })
  // By host and not by scheme: behind a proxy the house itself speaks plain HTTP.
  app.use(csrf({ origin: (origin, c) => hostOf(origin) === c.req.header('host') }))
  const small = bodyLimit({ maxSize: largestForm })
  const large = bodyLimit({ maxSize: largestUpload })
  // What does not say how long it is would be gathered in memory before anybody has asked who sends it: no more of it than of a small form.
  const saysLength = (c: Context) => c.req.header('content-length') !== undefined && c.req.header('transfer-encoding') === undefined
  app.use((c, next) => (saysLength(c) && uploads.some(path => matches(path, c.req.path)) ? large(c, next) : small(c, next)))
  return app
}

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined)

const matches = (pattern: string, path: string): boolean => {
  const [want, have] = [pattern.split('/'), path.split('/')]
  return want.length === have.length && want.every((part, at) => part.startsWith(':') || part === have[at])
}

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', woff2: 'font/woff2', svg: 'image/svg+xml', md: 'text/plain; charset=utf-8',
}

/**
 * Style sheets, fonts and browser files. Their names carry their hash, so a browser may keep them; they say nothing of who asked.
 * @param own what was made at start and lies in no folder, by name
 */
export function serveAssets(app: Hono, folder: string, own: Readonly<Record<string, string>> = {}): void {
  const held = new Map(Object.entries(own).map(([name, text]) => [name, new Uint8Array(new TextEncoder().encode(text))]))
  app.get('/assets/:name', c => {
    const name = c.req.param('name')
    const type = types[name.split('.').at(-1) ?? '']
    if (!type || !/^[\w.-]+$/.test(name) || name.includes('..')) return c.notFound()
    let bytes = held.get(name)
    if (!bytes) {
      try {
        bytes = new Uint8Array(readFileSync(join(folder, name)))
      } catch {
        return c.notFound()
      }
      held.set(name, bytes)
    }
    return c.body(bytes, 200, { 'Content-Type': type, 'Cache-Control': 'public, max-age=31536000, immutable' })
  })
}

/** Sends a page. It is drawn whole first, so that a fault in drawing becomes a plain page and not half of one. */
export async function sendPage(c: Context, page: Html, status: 200 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503 = 200): Promise<Response> {
  const drawn = await (await page).toString()
  return c.html(drawn, status)
}
