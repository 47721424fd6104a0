// The invented town's front page: who one can be, by one press, and a clock that moves. Not there in a house that is served for real.
import { randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import { sayTime, type Lang } from '../../kernel/day.ts'
import { roleNames } from '../../directory/text.da.ts'
import { roleNames as roleNamesEn } from '../../directory/text.en.ts'
import { openSessionFor } from '../../identity/signin.ts'
import type { House } from '../../platform/action.ts'
import { sendPage } from '../../platform/http.ts'
import { Button, Form, Link, PostButton } from '../../platform/ui/form.tsx'
import { PublicPage } from '../../platform/ui/pages.tsx'
import { Details, Lead } from '../../platform/ui/parts.tsx'
import { langOf } from '../door/door.tsx'
import { demoText } from './demo-text.ts'
import { type Guest, townPassphrase, townPassword, whoCanSignIn } from './guests.ts'
import { enter } from '../door/session.ts'

const steps = { day: 86_400, week: 7 * 86_400, fourWeeks: 28 * 86_400 } as const

export function demoDoor(app: Hono, house: House): void {
  app.get('/', async c => {
    const lang = langOf(c)
    const text = demoText[lang]
    const guests = await whoCanSignIn(house)
    return sendPage(c, (
      <PublicPage title={text.title} brand="Lods" lang={lang} path="/" otherLang={`/sprog/${lang === 'da' ? 'en' : 'da'}?til=/`}>
        <h1>{text.title}</h1>
        <Lead>{text.lead}</Lead>
        <First guests={guests} lang={lang} />
        <Everybody guests={guests} lang={lang} />
        <h2>{text.openTitle}</h2>
        <p>{text.openLead} <Link href={lang === 'da' ? '/raad' : '/en/raad'}>{text.openLink}</Link> · <Link href={lang === 'da' ? '/redskaber' : '/en/redskaber'}>{text.openTools}</Link></p>
        <h2>{text.clockTitle}</h2>
        <p>{text.clockNow} <strong>{sayTime(house.clock.now(), lang)}</strong>. {text.clockLead}</p>
        <Form action="/demo/ur" hidden={{ once: randomUUID() }}>
          <div class="town-clock">
            {(['day', 'week', 'fourWeeks'] as const).map(it => <Button kind="secondary" name="by" value={it}>{text[it]}</Button>)}
            <Button kind="quiet" name="by" value="back">{text.back}</Button>
          </div>
        </Form>
      </PublicPage>
    ))
  })
  app.post('/demo/ind/:person', async c => {
    const guest = (await whoCanSignIn(house)).find(it => it.id === c.req.param('person'))
    if (!guest) return c.notFound()
    const citizen = guest.roles.includes('citizen')
    await enter(c, house, await openSessionFor(house, guest.id, guest.partnership, citizen ? 'citizen' : 'staff'))
    return c.redirect(citizen ? '/noter' : '/model', 303)
  })
  app.post('/demo/ur', async c => {
    const { by } = await c.req.parseBody()
    const ahead = Math.round((house.clock.now().getTime() - Date.now()) / 1000)
    if (by === 'back') await house.clock.move(0)
    else if (typeof by === 'string' && by in steps) await house.clock.move(ahead + steps[by as keyof typeof steps])
    return c.redirect('/', 303)
  })
}

interface Town { readonly guests: readonly Guest[]; readonly lang: Lang }
const isCitizen = (it: Guest): boolean => it.roles.includes('citizen')

/** The main road through the town, in three presses. */
function First({ guests, lang }: Town) {
  const text = demoText[lang]
  const stops = (['firstContact', 'visitator', 'citizen'] as const).map(role => ({ role, who: guests.find(it => it.roles.includes(role)) }))
  return (
    <section class="town-first" aria-labelledby="first">
      <h2 id="first">{text.first}</h2>
      <ol>
        {stops.map(({ role, who }, index) => who && (
          <li>
            <p><strong>{role === 'citizen' ? text.citizen : who.name}</strong> {text.steps[role]}</p>
            <PostButton action={`/demo/ind/${who.id}`} label={role === 'citizen' ? text.beCitizen : text.be(who.name.split(' ')[0] ?? who.name)} kind={index === 0 ? 'primary' : 'secondary'} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Everybody({ guests, lang }: Town) {
  const text = demoText[lang]
  const staff = guests.filter(it => !isCitizen(it))
  const organisations = [...new Set(staff.map(it => it.organisation))]
  return (
    <>
      <h2>{text.all}</h2>
      {organisations.map(name => <><h3>{name}</h3><People guests={staff.filter(it => it.organisation === name)} lang={lang} /></>)}
      <h3>{text.citizens}</h3>
      <People guests={guests.filter(isCitizen)} lang={lang} />
      <p>{text.paper} <Link href="/noter/ind">{text.citizenLink}</Link>.</p>
      <Details summary={text.keysTitle}>
        <p>{text.keys(townPassword)} <Link href="/log-ind">{text.staffLink}</Link>. {text.keysCitizen(townPassphrase)}</p>
        <p>{text.signIns}: {guests.map(it => it.signIn).join(', ')}.</p>
      </Details>
    </>
  )
}

/** Those of the town's story are told apart; others have a way in and nothing more is known of them here. */
const noteOn = (signIn: string, text: (typeof demoText)[Lang]): string => Object.entries(text.citizenNotes).find(([name]) => name === signIn)?.[1] ?? text.citizenNote

/** A name to press, and who that is. */
function People({ guests, lang }: Town) {
  const text = demoText[lang]
  const names = lang === 'da' ? roleNames : roleNamesEn
  const role = (it: Guest) => [...new Set(it.roles)].map(one => names[one]).join(', ') || text.noRole
  return (
    <ul class="town-people">
      {guests.map(it => (
        <li>
          <PostButton action={`/demo/ind/${it.id}`} label={isCitizen(it) ? text.citizenOf(it.signIn) : it.name} kind="quiet" />
          <span>{isCitizen(it) ? noteOn(it.signIn, text) : [role(it), it.department].filter(Boolean).join(', ')}</span>
        </li>
      ))}
    </ul>
  )
}
