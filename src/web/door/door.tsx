// How an action becomes an address: who is at the door, what came in, what goes out. No rule of the model stands here.
import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Context, Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Actor } from '../../kernel/actor.ts'
import type { Lang } from '../../kernel/day.ts'
import { type Fault, Refusal } from '../../kernel/refusal.ts'
import { actorBehind } from '../../directory/actors.ts'
import type { PutIn } from '../../cases/tools/putting-in.ts'
import { visitorOf, type Visitor } from '../../identity/signin.ts'
import { type Action, type Facts, type House, perform } from '../../platform/action.ts'
import { sendPage } from '../../platform/http.ts'
import type { Ctx, Html, Screen, Sent } from '../../platform/screen.ts'
import { da as platformDa } from '../../platform/text.da.ts'
import { en as platformEn } from '../../platform/text.en.ts'
import { PaperPage } from '../../platform/ui/pages.tsx'
import { filesToo, isOnlyShown } from './only-shown.ts'
import { sentence } from './sentences.ts'
import { openShownOnce, type ShownOnce } from './shown-once.ts'
import { openLanding } from './uploads.ts'

export type Side = 'staff' | 'citizen'
/** Puts the side's dress around a screen. */
export type Dress = (screen: Screen, ctx: Ctx) => Html
type View<R> = (data: R, ctx: Ctx) => Screen
type Loaded<I, F extends Facts, R> = { readonly action: Action<I, F, R>; readonly view: View<R> }

export interface Door {
  readonly show: <I, F extends Facts, R>(it: Action<I, F, R>, view: View<R>) => void
  readonly take: <I, F extends Facts, R, I2, F2 extends Facts, R2, I3, F3 extends Facts>(it: Action<I, F, R>, then: {
    /** Where the person is sent afterwards. */
    readonly after: (result: R, input: Readonly<Record<string, string>>) => string
    /** The page that the form stands on, shown again with what was typed when it could not be taken. */
    readonly again: Loaded<I2, F2, R2>
    /** Where the person waits when it takes more than a moment; it goes on meanwhile. */
    readonly slow?: (input: Readonly<Record<string, string>>) => string
    /** Where files may come along: they are put in first and by themselves, so that they are there whatever becomes of the rest. */
    readonly files?: Action<I3, F3, PutIn>
  }) => void
  /** A POST that answers with one sheet of neutral paper instead of leading on: what stands on it is shown this once. */
  readonly print: <I, F extends Facts, R, I2, F2 extends Facts, R2>(it: Action<I, F, R>, then: {
    readonly paper: (result: R, ctx: Ctx, origin: string) => Html
    readonly again: Loaded<I2, F2, R2>
  }) => void
  readonly give: <I, F extends Facts, R extends Download>(it: Action<I, F, R>) => void
}
/** A file to hand out. `name` is ASCII and says nothing of anybody. */
export interface Download { readonly name: string; readonly type: string; readonly body: ReadableStream | Uint8Array<ArrayBuffer> }

/** Answers who sent a form and is signed out or locked out meanwhile. Nothing of the form has been read yet. `back`: the page it stood on. */
export type Lost = (c: Context, why: 'signIn' | 'unlock', back: string) => Response | Promise<Response>

/** Milliseconds after which a page that can wait sends the person to wait. */
const patience = 4_000

export const sessionCookie = 's'
/** In a real house the browser itself sees to it that the cookie is sent only encrypted, to this host alone, and was set by nobody else's page. */
export const cookieName = ({ config }: Pick<House, 'config'>): string => (config.door === 'serve' ? `__Host-${sessionCookie}` : sessionCookie)
export const sessionOf = (c: Context, house: Pick<House, 'config'>): string | undefined => getCookie(c, cookieName(house))
export const langOf = (c: Context): Lang => (getCookie(c, 'sprog') === 'en' ? 'en' : 'da')

/** The person at this door, or nobody. Staff and citizens each have their own side; the other side's people are nobody here. */
export async function whoIs(c: Context, house: House, side: Side): Promise<{ visitor: Visitor; actor: Actor } | undefined> {
  const id = sessionOf(c, house)
  const visitor = id ? await visitorOf(house, id) : undefined
  if (!visitor || visitor.kind !== side) return undefined
  const actor = await actorBehind(house, visitor)
  return actor && { visitor, actor }
}

export function makeCtx(c: Context, house: House, actor: Actor, sent?: Sent): Ctx {
  const lang = langOf(c)
  return {
    actor, lang, path: c.req.path, now: house.clock.now(), once: randomUUID(), demo: house.config.door === 'demo',
    say: code => sentence(code, lang), ...(sent && { sent }),
  }
}

export function openDoor(app: Hono, house: House, side: Side, dress: Dress, signInAt: string, unlockAt: string, lost: Lost): Door {
  const signIn = (c: Context) => (side === 'staff' ? c.redirect(`${signInAt}?til=${encodeURIComponent(c.req.path)}`, 303) : c.redirect(signInAt, 303))
  const page = (screen: Screen, ctx: Ctx, c: Context, status: 200 | 409 | 422 = 200) => {
    if (screen.refresh) c.header('Refresh', [screen.refresh.seconds, screen.refresh.to && `url=${screen.refresh.to}`].filter(it => it !== undefined).join('; '))
    return sendPage(c, dress(screen, ctx), status)
  }
  // A locked log answers the same for everything in it: the passphrase first, then whether there is such a thing.
  const locked = (actor: Actor, it: { readonly right: readonly { readonly ground: string }[] }) =>
    side === 'citizen' && !actor.unlocked && it.right.some(grant => grant.ground === 'unlocked')

  const landing = openLanding()

  /** What came in, with references in the place of its files. */
  async function withFilesIn<I, F extends Facts>(actor: Actor, files: Action<I, F, PutIn>, raw: Record<string, unknown>, once: string | undefined, into: (raw: Record<string, unknown>) => void): Promise<void> {
    into(withoutFiles(raw))
    if (!Object.values(raw).flat().some(it => it instanceof File && it.size > 0)) return
    const { fields, faults } = (await perform(house, actor, files, raw, { once: once && besideOnce(once) })).result
    into({ ...withoutFiles(raw), ...fields })
    const [first] = faults
    if (first) throw new Refusal('invalid', first.code, first.field, faults)
  }

  interface Also<I, F extends Facts, R> {
    readonly slow?: ((input: Readonly<Record<string, string>>) => string) | undefined
    readonly files?: Action<I, F, PutIn> | undefined
    readonly shown?: ShownOnce<R>
  }
  function posted<I, F extends Facts, R, I2, F2 extends Facts, R2, I3, F3 extends Facts>(it: Action<I, F, R>, again: Loaded<I2, F2, R2>, answer: (c: Context, actor: Actor, result: R) => Response | Promise<Response>, { slow, files, shown }: Also<I3, F3, R> = {}): void {
    app.post(pathOf(it), async c => {
      const who = await whoIs(c, house, side)
      const params = c.req.param() as Record<string, string>
      if (!who || locked(who.actor, it)) return lost(c, who ? 'unlock' : 'signIn', filledIn(again.action.path, params))
      const leaveRoom = landing.room(who.actor.id, Number(c.req.header('content-length')))
      let raw: Record<string, unknown> = {}
      let sending: string | undefined
      try {
        const { once, ...sent } = { ...(await c.req.parseBody({ all: true })), ...params } as Record<string, unknown>
        raw = sent
        if (isOnlyShown(c)) throw new Refusal('conflict', filesToo(c) ? 'platform.come-back-file' : 'platform.come-back')
        sending = readOnce(once)
        if (files) await withFilesIn(who.actor, files, sent, sending, it => { raw = it })
        const doing = perform(house, who.actor, it, raw, { once: sending })
        if (sending !== undefined) shown?.keep(who.actor.id, sending, doing.then(done => done.result))
        const done = slow ? await Promise.race([doing, wait(patience)]) : await doing
        return done ? await answer(c, who.actor, done.result) : c.redirect(slow?.(params) ?? '/', 303)
      } catch (error) {
        if (!(error instanceof Refusal) || error.kind === 'missing' || error.kind === 'forbidden') throw error
        const before = sending !== undefined && error.code === 'platform.sent-before' ? shown?.again(who.actor.id, sending) : undefined
        if (before) return answer(c, who.actor, await before)
        const ctx = makeCtx(c, house, who.actor, sentBack(raw, error))
        const behind = await perform(house, who.actor, again.action, { ...texts(raw), ...params })
        return page(again.view(behind.result, ctx), ctx, c, error.kind === 'conflict' ? 409 : 422)
      } finally {
        leaveRoom()
      }
    })
  }

  return {
    show: (it, view) => {
      app.get(pathOf(it), async c => {
        const who = await whoIs(c, house, side)
        if (!who) return signIn(c)
        if (locked(who.actor, it)) return c.redirect(`${unlockAt}?til=${encodeURIComponent(c.req.path)}`, 303)
        const ctx = makeCtx(c, house, who.actor)
        const done = await perform(house, who.actor, it, { ...c.req.query(), ...c.req.param() })
        const screen = view(done.result, ctx)
        return screen.goTo ? c.redirect(screen.goTo, 303) : page(screen, ctx, c)
      })
    },
    take: (it, { after, again, slow, files }) => posted(it, again, (c, _who, result) => c.redirect(after(result, c.req.param()), 303), { slow, files }),
    print: (it, { paper, again }) => posted(it, again, (c, actor, result) => {
      const ctx = makeCtx(c, house, actor)
      return sendPage(c, <PaperPage title="" lang={ctx.lang} path={ctx.path} back={{ href: above(ctx.path), label: (ctx.lang === 'da' ? platformDa : platformEn).back }}>{paper(result, ctx, new URL(c.req.url).origin)}</PaperPage>, 200)
    }, { shown: openShownOnce() }),
    give: it => {
      app.get(pathOf(it), async c => {
        const who = await whoIs(c, house, side)
        if (!who) return signIn(c)
        if (locked(who.actor, it)) return c.redirect(`${unlockAt}?til=${encodeURIComponent(c.req.path)}`, 303)
        const { result } = await perform(house, who.actor, it, { ...c.req.query(), ...c.req.param() })
        return c.body(result.body, 200, {
          'Content-Type': result.type, 'Content-Disposition': `attachment; filename="${result.name}"`, 'X-Content-Type-Options': 'nosniff',
        })
      })
    },
  }
}

/** The page's own address; where it cannot be told, the front page. */
function filledIn(path: string | undefined, params: Readonly<Record<string, string>>): string {
  const filled = (path ?? '/').replaceAll(/:(\w+)/g, (whole, name: string) => params[name] ?? whole)
  return filled.includes(':') ? '/' : filled
}

function pathOf(it: { readonly path?: string; readonly audit: string }): string {
  if (!it.path) throw new Error(`${it.audit} has no address`)
  return it.path
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const readOnce = (once: unknown): string | undefined => (typeof once === 'string' && uuid.test(once) ? once : undefined)

/** The sending's id for what is done before it: the second sending finds that done as well. */
function besideOnce(once: string): string {
  const hex = createHash('sha256').update(`files ${once}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const texts = (raw: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(raw).filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
/** As it came, but for its files. */
const withoutFiles = (raw: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(raw).flatMap(([field, value]) => {
    const kept = [value].flat().filter(it => !(it instanceof File))
    return kept.length > 0 ? [[field, Array.isArray(value) ? kept : value]] : []
  }))

/** What was typed, to be shown again; files cannot be and are left out. */
const sentBack = (raw: Readonly<Record<string, unknown>>, error: Refusal): Sent =>
  ({ values: typedValues(raw), faults: faultsOf(error), kind: error.kind })

export const faultsOf = (error: Refusal): readonly Fault[] => (error.faults.length > 0 ? error.faults : [{ field: error.field ?? '', code: error.code }])

export function typedValues(raw: Readonly<Record<string, unknown>>): Record<string, string | readonly string[]> {
  const values: Record<string, string | readonly string[]> = {}
  for (const [field, value] of Object.entries(raw)) {
    if (typeof value === 'string') values[field] = value
    else if (Array.isArray(value)) values[field] = value.filter((one): one is string => typeof one === 'string')
  }
  return values
}

/** The page that a form's own page hangs under. */
const above = (path: string): `/${string}` => `/${path.split('/').slice(1, -1).join('/')}`
