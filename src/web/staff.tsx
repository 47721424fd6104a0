// The side of those who work here.
import type { Context, Hono } from 'hono'
import { Refusal } from '../kernel/refusal.ts'
import { type Kept, StaffSignIn, type Outside } from '../identity/screens.tsx'
import { signIn, signOut } from '../identity/signin.ts'
import { confirmCode, confirmPage } from '../identity/actions.ts'
import { confirmScreen } from '../identity/renewal-screens.tsx'
import type { House } from '../platform/action.ts'
import { sendPage } from '../platform/http.ts'
import { PublicPage } from '../platform/ui/pages.tsx'
import { staffBundle } from './routes/bundle.ts'
import { keptFrom, sendAgain, stillKept } from './door/carried.ts'
import { casesDoor } from './routes/cases.tsx'
import { staffDanger } from './routes/danger.ts'
import { faultsOf, langOf, type Lost, openDoor, whoIs } from './door/door.tsx'
import { staffLog } from './routes/log.tsx'
import { staffConsents } from './routes/consent.ts'
import { staffLooks } from './routes/look.ts'
import { childrenDoor } from './routes/children.ts'
import { coordinationDoor } from './routes/coordination.ts'
import { staffHandover } from './routes/handover.ts'
import { staffDirectory } from './routes/directory.ts'
import { staffPaperwork } from './routes/paperwork.ts'
import { staffScans } from './routes/scan.ts'
import { meetingsDoor } from './routes/meetings.ts'
import { otherLang } from './door/language.ts'
import { moreScreen } from './pages/more-screen.tsx'
import { staffMeasures } from './routes/measures.ts'
import { staffReferrals } from './routes/referral.ts'
import { staffShut } from './routes/shut.ts'
import { staffSteering } from './routes/steering.ts'
import { staffToolEditor } from './routes/tool-editor.ts'
import { sentence } from './door/sentences.ts'
import { namelessDoor } from './routes/nameless.ts'
import { sidesDoor } from './routes/side.ts'
import { staffSparring } from './routes/sparring.ts'
import { troubleOf } from './door/trouble.ts'
import { staffDress, staffFrame } from './pages/staff-dress.tsx'
import { dropSession, enter, refusedWith, sourceOf, wayBack } from './door/session.ts'

const signInAt = '/log-ind'

export function staffDoor(app: Hono, house: House): void {
  const demo = house.config.door === 'demo'
  const dress = staffDress(house)
  const signInPage = (c: Context, ctx: Outside, back: string, status: 200 | 422 | 429 = 200, kept?: Kept) => sendPage(
    c, <PublicPage title="Lods" brand="Lods" trouble={ctx.sent && troubleOf(ctx.sent)} lang={langOf(c)} path={c.req.path} demoBand={demo} otherLang={kept ? undefined : otherLang(langOf(c), signInAt)}><StaffSignIn ctx={ctx} action={signInAt} back={back} kept={kept} /></PublicPage>, status)
  const say = (c: Context) => (code: string) => sentence(code, langOf(c))

  app.get(signInAt, c => signInPage(c, { lang: langOf(c), say: say(c) }, wayBack(c.req.query('til'), '/model')))
  app.post(signInAt, async c => {
    const form = await c.req.parseBody()
    const given = (field: string) => (typeof form[field] === 'string' ? form[field] : '')
    const back = wayBack(given('til'), '/model')
    try {
      const id = await signIn(house, 'staff', given('name'), given('secret'), sourceOf(c, house))
      await enter(c, house, id)
      return (await sendAgain(app, c, house, id, given('carried'))) ?? c.redirect(back, 303)
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind !== 'invalid') throw error
      return signInPage(c, { lang: langOf(c), say: say(c), sent: { values: { name: given('name') }, faults: faultsOf(error) } }, back, refusedWith(c, error), stillKept(given('carried'), langOf(c)))
    }
  })
  app.post('/log-af', async c => {
    dropSession(c, house)
    const who = await whoIs(c, house, 'staff')
    if (who) await signOut(house, who.visitor.sessionId)
    return c.redirect(signInAt, 303)
  })

  app.get('/mere', async c => {
    const frame = await staffFrame(c, house)
    if (!frame) return c.redirect(`${signInAt}?til=/mere`, 303)
    return frame.actor.roles.length > 0 ? sendPage(c, frame.around(moreScreen(frame.actor.roles, langOf(c)))) : c.notFound()
  })

  const lost: Lost = async (c, why, back) => signInPage(c, { lang: langOf(c), say: say(c) }, wayBack(back, '/model'), 200, await keptFrom(c, house, langOf(c), why))
  const door = openDoor(app, house, 'staff', dress, signInAt, signInAt, lost)
  staffLog(door)
  staffToolEditor(door)
  door.show(confirmPage, confirmScreen)
  door.take(confirmCode, { after: () => '/ny-kode?gjort=1', again: { action: confirmPage, view: confirmScreen } })
  staffBundle(door)
  casesDoor(door)
  coordinationDoor(door)
  childrenDoor(door)
  meetingsDoor(door)
  staffConsents(door)
  staffMeasures(door)
  staffPaperwork(door)
  staffScans(door)
  staffSteering(door)
  staffReferrals(door)
  sidesDoor(door)
  namelessDoor(door)
  staffDanger(door)
  staffLooks(door)
  staffShut(door)
  staffSparring(door)
  staffDirectory(door)
  staffHandover(door)
}
