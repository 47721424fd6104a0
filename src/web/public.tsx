// What stands open: the front door, the language.
import type { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import type { House } from '../platform/action.ts'
import { demoDoor } from './open/demo.tsx'
import { openContactDoor } from './open/open-contact.tsx'
import { whoIs } from './door/door.tsx'
import { wayBack } from './door/session.ts'

export function publicDoor(app: Hono, house: House): void {
  openContactDoor(app, house)
  if (house.config.door === 'demo') demoDoor(app, house)
  // The bare address tells a passer-by nothing of what the house is for; whoever works here and is signed in goes on to work.
  else app.get('/', async c => c.redirect((await whoIs(c, house, 'staff')) ? '/model' : '/noter/ind', 303))
  app.get('/sprog/:lang{da|en}', c => {
    setCookie(c, 'sprog', c.req.param('lang'), { httpOnly: true, sameSite: 'Lax', path: '/' })
    return c.redirect(wayBack(c.req.query('til'), '/'), 303)
  })
}
