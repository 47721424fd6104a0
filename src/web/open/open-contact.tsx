// The page for a first contact where the ordinary sign-in is missing. It is there only where the municipality has opened it.
import type { Context, Hono } from 'hono'
import { Refusal } from '../../kernel/refusal.ts'
import { lookUpOpenContact, sendOpenContact, type Unit } from '../../cases/open-contact/actions.ts'
import { OpenContactForm, OpenContactSent, OpenContactState, openText } from '../../cases/open-contact/screens.tsx'
import { readDirectory } from '../../directory/folder.ts'
import type { House } from '../../platform/action.ts'
import { sendPage } from '../../platform/http.ts'
import type { Html } from '../../platform/screen.ts'
import { PublicPage } from '../../platform/ui/pages.tsx'
import { langOf } from '../door/door.tsx'
import { otherLang } from '../door/language.ts'
import { sentence } from '../door/sentences.ts'
import { refusedWith, sourceOf } from '../door/session.ts'

type Fault = { readonly field: string; readonly code: string }

export function openContactDoor(app: Hono, house: House): void {
  const directory = readDirectory(house.config.municipality)
  if (!directory.openFirstContact) return
  const units = directory.units.flatMap((it): Unit[] => (it.phone ? [{ id: it.id, name: it.name, phone: it.phone }] : []))
  const desk = (c: Context) => ({ house, partnership: directory.partnership.id, source: sourceOf(c, house) })
  const page = (c: Context, body: Html, status: 200 | 422 | 429 = 200) => sendPage(c, (
    <PublicPage title={openText(langOf(c)).title} brand="Lods" lang={langOf(c)} path="/kontakt" demoBand={house.config.door === 'demo'} otherLang={otherLang(langOf(c), '/kontakt')}>{body}</PublicPage>
  ), status)
  const asked = async (c: Context) => {
    const form = await c.req.parseBody()
    return (field: string): string => { const value = form[field]; return typeof value === 'string' ? value : '' }
  }
  const again = (c: Context, faults: readonly Fault[], values: Readonly<Record<string, string>>, status: 422 | 429 = 422) =>
    page(c, <OpenContactForm lang={langOf(c)} units={units} values={values} faults={faults.map(it => ({ field: it.field, text: sentence(it.code, langOf(c)) }))} />, status)
  const orTold = async (c: Context, work: () => Promise<Response>, values: Readonly<Record<string, string>> = {}): Promise<Response> => {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind !== 'invalid') throw error
      return again(c, [{ field: '', code: error.code }], values, error.code === 'cases.open-too-many' ? 429 : refusedWith(c, error))
    }
  }

  app.get('/kontakt', c => page(c, <OpenContactForm lang={langOf(c)} units={units} />))
  app.post('/kontakt', async c => {
    const given = await asked(c)
    const values = { unit: given('unit'), urgent: given('urgent') }
    const unit = units.find(it => String(it.id) === values.unit)
    const faults = [...(unit ? [] : [{ field: 'unit', code: 'cases.open-needs-unit' }]), ...(['yes', 'no'].includes(values.urgent) ? [] : [{ field: 'urgent', code: 'cases.open-needs-urgent' }])]
    if (!unit || faults.length > 0) return again(c, faults, values)
    return orTold(c, async () => {
      const { code } = await sendOpenContact(desk(c), unit, values.urgent === 'yes', given('once'))
      return page(c, <OpenContactSent lang={langOf(c)} code={code} />)
    }, values)
  })
  app.post('/kontakt/svar', async c => {
    const given = await asked(c)
    return orTold(c, async () => {
      const found = await lookUpOpenContact(desk(c), given('code'))
      if (!found) return again(c, [{ field: 'code', code: 'cases.open-unknown' }], {})
      return page(c, <OpenContactForm lang={langOf(c)} units={units} found={<OpenContactState lang={langOf(c)} at={found.at} takenAt={found.takenAt} />} />)
    })
  })
}
