// The citizen's side: a neutral dress, neutral addresses, and a way out on every page.
import type { Context, Hono } from 'hono'
import { Refusal } from '../kernel/refusal.ts'
import { CitizenSignIn, type Kept, type Outside, SetPassphrase, Unlock } from '../identity/screens.tsx'
import { ownCodes, toldOfCodes } from '../identity/actions.ts'
import { codesScreen, UnlockEarlier } from '../identity/renewal-screens.tsx'
import { lock, setPassphrase, signIn, signInWithCode, signOut, signOutEverywhere, unlock, visitorOf, waitingRenewal } from '../identity/signin.ts'
import type { House } from '../platform/action.ts'
import type { Visitor } from '../identity/signin.ts'
import { sendPage } from '../platform/http.ts'
import type { Html, Screen, Sent, Trouble } from '../platform/screen.ts'
import { exitPath, exitTo } from '../platform/ui/exit.tsx'
import { CitizenPage } from '../platform/ui/pages.tsx'
import { citizenBundle } from './routes/bundle.ts'
import { keptFrom, sendAgain, stillKept } from './door/carried.ts'
import { faultsOf, langOf, type Lost, openDoor, sessionOf, whoIs } from './door/door.tsx'
import { dropSession, enter, refusedWith, sourceOf, wayBack } from './door/session.ts'
import { citizenConsents } from './routes/consent.ts'
import { citizenImports, importUploads } from './routes/import.ts'
import { otherLang } from './door/language.ts'
import { citizenLog, logUploads } from './routes/log.tsx'
import { citizenMeasures } from './routes/measures.ts'
import { citizenNav } from './pages/menus.ts'
import { citizenReferrals } from './routes/referral.ts'
import { sentence } from './door/sentences.ts'
import { troubleOf } from './door/trouble.ts'

/** Addresses that take files. */
export const citizenUploads: readonly string[] = [...logUploads, ...importUploads]

const home = '/noter'
const signInAt = '/noter/ind'
const setAt = '/noter/ny'
const unlockAt = '/noter/laas'

export function citizenDoor(app: Hono, house: House): void {
  const dress = (screen: Screen, c: { lang: 'da' | 'en'; path: string; sent?: Sent }): Html => (
    <CitizenPage title={screen.title} trouble={c.sent && troubleOf(c.sent)} lang={c.lang} path={c.path} demoBand={house.config.door === 'demo'} nav={citizenNav(c.lang)} signOut="/noter/log-af"
      otherLang={c.sent === undefined ? otherLang(c.lang, c.path) : undefined}>{screen.body}</CitizenPage>
  )
  const bare = (c: Context, body: Html, status: 200 | 422 | 429 = 200, trouble?: Trouble) =>
    sendPage(c, <CitizenPage title="" trouble={trouble} lang={langOf(c)} path={c.req.path} demoBand={house.config.door === 'demo'} otherLang={status === 200 ? otherLang(langOf(c), c.req.path) : undefined} bare>{body}</CitizenPage>, status)
  const outside = (c: Context, refused?: Refusal, values: Record<string, string> = {}): Outside => {
    const lang = langOf(c)
    return {
      lang, say: code => sentence(code, lang),
      ...(refused && { sent: { values, faults: faultsOf(refused) } }),
    }
  }
  /** Does it, or shows the form again with what was wrong; secrets are never shown again. */
  const tried = async (c: Context, work: (form: Record<string, string>) => Promise<Response>, again: (ctx: Outside, form: Record<string, string>) => Html | Promise<Html>) => {
    const form = Object.fromEntries(Object.entries(await c.req.parseBody()).filter((it): it is [string, string] => typeof it[1] === 'string'))
    try {
      return await work(form)
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind !== 'invalid') throw error
      const ctx = outside(c, error, { name: form['name'] ?? '', code: form['code'] ?? '' })
      return bare(c, await again(ctx, form), refusedWith(c, error), troubleOf({ faults: faultsOf(error) }))
    }
  }
  const signInPage = (ctx: Outside, kept?: Kept) => <CitizenSignIn ctx={ctx} action={signInAt} code="/noter/kode" kept={kept} />

  app.get(signInAt, c => bare(c, signInPage(outside(c))))
  app.post(signInAt, c => tried(c, async form => {
    const id = await signIn(house, 'citizen', form['name'] ?? '', form['secret'] ?? '', sourceOf(c, house))
    await enter(c, house, id)
    return (await sendAgain(app, c, house, id, form['carried'])) ?? c.redirect(home, 303)
  }, (ctx, form) => signInPage(ctx, stillKept(form['carried'], ctx.lang))))
  app.post('/noter/kode', c => tried(c, async form => {
    await enter(c, house, await signInWithCode(house, form['code'] ?? '', sourceOf(c, house)))
    return c.redirect(setAt, 303)
  }, ctx => signInPage(ctx)))

  const withCode = async (c: Context) => {
    const id = sessionOf(c, house)
    const visitor = id ? await visitorOf(house, id) : undefined
    return visitor?.kind === 'code' ? visitor : undefined
  }
  const setPage = (ctx: Outside) => <SetPassphrase ctx={ctx} action={setAt} />
  app.get(setAt, async c => ((await withCode(c)) ? bare(c, setPage(outside(c))) : c.redirect(signInAt, 303)))
  app.post(setAt, async c => {
    const visitor = await withCode(c)
    if (!visitor) return c.redirect(signInAt, 303)
    return tried(c, async form => {
      await enter(c, house, await setPassphrase(house, visitor, form['name'] ?? '', form['passphrase'] ?? '', form['again'] ?? ''))
      return c.redirect(home, 303)
    }, setPage)
  })

  const unlockPage = (ctx: Outside, back: string, kept?: Kept) => <Unlock ctx={ctx} action={unlockAt} back={back} kept={kept} />
  /** Her passphrase again; after a second code that nobody has vouched for, what opens her log instead. */
  const locked = async (visitor: Visitor, ctx: Outside, back: string, kept?: Kept) => {
    const waiting = await waitingRenewal(house, visitor)
    return waiting ? <UnlockEarlier ctx={ctx} action={unlockAt} back={back} waiting={waiting} kept={kept} /> : unlockPage(ctx, back, kept)
  }
  app.get(unlockAt, async c => {
    const who = await whoIs(c, house, 'citizen')
    return who ? bare(c, await locked(who.visitor, outside(c), wayBack(c.req.query('til'), home))) : c.redirect(signInAt, 303)
  })
  app.post(unlockAt, async c => {
    const who = await whoIs(c, house, 'citizen')
    if (!who) return c.redirect(signInAt, 303)
    return tried(c, async form => {
      await unlock(house, who.visitor, form['secret'] ?? '', sourceOf(c, house))
      return (await sendAgain(app, c, house, who.visitor.sessionId, form['carried'])) ?? c.redirect(wayBack(form['til'], home), 303)
    }, (ctx, form) => locked(who.visitor, ctx, wayBack(form['til'], home), stillKept(form['carried'], ctx.lang)))
  })
  const leave = (end: (visitor: NonNullable<Awaited<ReturnType<typeof whoIs>>>['visitor']) => Promise<unknown>, to: string) => async (c: Context) => {
    // The browser lets go of it first: also where nobody can be asked whose it was.
    if (to === signInAt) dropSession(c, house)
    const who = await whoIs(c, house, 'citizen')
    if (who) await end(who.visitor)
    return c.redirect(to, 303)
  }
  app.post('/noter/laas-igen', leave(visitor => lock(house, visitor), home))
  app.post('/noter/log-af', leave(visitor => signOut(house, visitor.sessionId), signInAt))
  app.post('/noter/log-af-alle', leave(visitor => signOutEverywhere(house, visitor), signInAt))

  // A form may not lead to another place (form-action), so the way out is an empty page that moves on by itself.
  app.post(exitPath, async c => {
    const id = sessionOf(c, house)
    dropSession(c, house)
    // The way out opens also where the session cannot be ended in the database; it then ends by itself, and the browser no longer has it.
    if (id) await signOut(house, id).catch(() => undefined)
    c.header('Refresh', `0; url=${exitTo}`)
    return c.html('<!DOCTYPE html><html lang="da"><head><meta charset="utf-8"><title>-</title></head><body></body></html>')
  })

  const lost: Lost = async (c, why, back) => {
    const kept = await keptFrom(c, house, langOf(c), why)
    const who = why === 'unlock' ? await whoIs(c, house, 'citizen') : undefined
    return bare(c, who ? await locked(who.visitor, outside(c), back, kept) : signInPage(outside(c), kept))
  }
  const door = openDoor(app, house, 'citizen', dress, signInAt, unlockAt, lost)
  citizenLog(door)
  door.show(ownCodes, codesScreen)
  door.take(toldOfCodes, { after: () => home, again: { action: ownCodes, view: codesScreen } })
  citizenBundle(door)
  citizenImports(door)
  citizenConsents(door)
  citizenMeasures(door)
  citizenReferrals(door)
}
