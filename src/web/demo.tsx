// The invented town's front page: who can sign in, by one press, and a clock that moves. Not there in a house that is served for real.
import { randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import { sayTime } from '../kernel/day.ts'
import { roleNames } from '../directory/text.da.ts'
import { roleNames as roleNamesEn } from '../directory/text.en.ts'
import { openSessionFor } from '../identity/signin.ts'
import type { House } from '../platform/action.ts'
import { sendPage } from '../platform/http.ts'
import { Actions, Button, Form, Link, PostButton } from '../platform/ui/form.tsx'
import { PublicPage } from '../platform/ui/pages.tsx'
import { Lead, SummaryList } from '../platform/ui/parts.tsx'
import { Table } from '../platform/ui/table.tsx'
import { langOf } from './door.tsx'
import { demoText } from './demo-text.ts'
import { type Guest, townPassword, whoCanSignIn } from './guests.ts'
import { keepSession } from './session.ts'

const steps = { day: 86_400, week: 7 * 86_400, fourWeeks: 28 * 86_400 } as const

export function demoDoor(app: Hono, house: House): void {
  app.get('/', async c => {
    const lang = langOf(c)
    const text = demoText[lang]
    const guests = await whoCanSignIn(house)
    return sendPage(c, (
      <PublicPage title={text.title} brand="Lods" lang={lang} path="/" demoBand otherLang={`/sprog/${lang === 'da' ? 'en' : 'da'}?til=/`}>
        <h1>{text.title}</h1>
        <Lead>{text.lead}</Lead>
        <p>{text.keys(townPassword)}</p>
        <Guests guests={guests.filter(it => !it.roles.includes('citizen'))} lang={lang} />
        <h2>{text.citizenTitle}</h2>
        <p>{text.citizenLead} <Link href="/noter/ind">{text.citizenLink}</Link></p>
        <SummaryList rows={guests.filter(it => it.roles.includes('citizen')).map(it => ({ term: it.signIn, value: it.password }))} />
        <h2>{text.clockTitle}</h2>
        <p>{text.clockNow} <strong>{sayTime(house.clock.now(), lang)}</strong>. {text.clockLead}</p>
        <Form action="/demo/ur" hidden={{ once: randomUUID() }}>
          <Actions>
            {(['day', 'week', 'fourWeeks'] as const).map(it => <Button kind="secondary" name="by" value={it}>{text[it]}</Button>)}
            <Button kind="quiet" name="by" value="back">{text.back}</Button>
          </Actions>
        </Form>
      </PublicPage>
    ))
  })
  app.post('/demo/ind/:person', async c => {
    const guest = (await whoCanSignIn(house)).find(it => it.id === c.req.param('person'))
    if (!guest) return c.notFound()
    keepSession(c, house, await openSessionFor(house, guest.id, guest.partnership))
    return c.redirect('/model', 303)
  })
  app.post('/demo/ur', async c => {
    const { by } = await c.req.parseBody()
    const ahead = Math.round((house.clock.now().getTime() - Date.now()) / 1000)
    if (by === 'back') await house.clock.move(0)
    else if (typeof by === 'string' && by in steps) await house.clock.move(ahead + steps[by as keyof typeof steps])
    return c.redirect('/', 303)
  })
}

/** One row a person: who it is, and one press. The keys are for those who want to try the ordinary sign-in. */
function Guests(props: { readonly guests: readonly Guest[]; readonly lang: 'da' | 'en' }) {
  const text = demoText[props.lang]
  const names = props.lang === 'da' ? roleNames : roleNamesEn
  return (
    <Table
      caption={text.guests}
      columns={[text.name, text.role, text.enter].map(label => ({ label }))}
      rows={props.guests.map(it => [
        <><strong>{it.name}</strong><br />{it.signIn}</>, <>{it.roles.map(role => names[role]).join(', ') || text.noRole}<br />{it.unit}</>,
        <PostButton action={`/demo/ind/${it.id}`} label={text.enterAs} kind="secondary" />,
      ])}
    />
  )
}
