// The toolkit stands open: read and printed without sign-in.
import type { Context, Hono } from 'hono'
import { readDirectory } from '../directory/load.ts'
import { dayOf } from '../kernel/day.ts'
import type { House } from '../platform/action.ts'
import type { Db } from '../platform/db.ts'
import { sendPage } from '../platform/http.ts'
import type { Screen } from '../platform/screen.ts'
import { PaperPage, PublicPage } from '../platform/ui/pages.tsx'
import type { ReferralEntry } from '../toolkit/referral-list.ts'
import { onOpenShelf } from '../toolkit/open.ts'
import { type Reader, toolPaper, toolsAt, toolScreen, toolsScreen } from '../toolkit/screens.tsx'
import { toolNow, toolsToday } from '../toolkit/shelf.ts'
import { da } from '../toolkit/text.da.ts'
import { en } from '../toolkit/text.en.ts'
import { langOf } from './door.tsx'
import { otherLang } from './language.ts'
import { staffFrame } from './staff-dress.tsx'

export function toolPages(app: Hono, house: House): void {
  const own = ownEntries(house.config.municipality)
  const demoBand = house.config.door === 'demo'
  const { partnership } = readDirectory(house.config.municipality)
  const asked = <T,>(work: (db: Db) => Promise<T>) => onOpenShelf({ pool: house.pool, partnership: partnership.id, now: house.clock.now() }, work)
  const named = (c: Context) => asked(db => toolNow(db, c.req.param('tool') ?? ''))
  /** A colleague keeps the menu; everybody else gets the plain dress, with the way out. */
  const page = async (c: Context, draw: (reader: Reader) => Screen) => {
    const lang = langOf(c)
    const frame = await staffFrame(c, house)
    const screen = draw({ colleague: frame !== undefined, today: dayOf(house.clock.now()), own })
    return sendPage(c, frame ? frame.around(screen) : (
      <PublicPage title={screen.title} lang={lang} path={c.req.path} demoBand={demoBand} otherLang={otherLang(lang, c.req.path)} exit>{screen.body}</PublicPage>
    ))
  }
  app.get(toolsAt, async c => {
    const tools = await asked(toolsToday)
    return page(c, reader => toolsScreen(tools, langOf(c), reader))
  })
  app.get(`${toolsAt}/:tool`, async c => {
    const tool = await named(c)
    if (!tool) return c.notFound()
    return page(c, reader => toolScreen(tool, langOf(c), reader))
  })
  app.get(`${toolsAt}/:tool/papir`, async c => {
    const tool = await named(c)
    if (!tool) return c.notFound()
    const lang = langOf(c)
    const back = { href: `${toolsAt}/${tool.id}` as const, label: tool.title[lang] }
    const colleague = await staffFrame(c, house) !== undefined
    const { title, body } = toolPaper(tool, lang, { colleague, today: dayOf(house.clock.now()), own })
    return c.html(<PaperPage title={title} lang={lang} path={c.req.path} back={back}>{body}</PaperPage>)
  })
}

/** The municipality's own number: kept in its directory, where those who answer it look after it. */
function ownEntries(municipality: string): readonly ReferralEntry[] {
  const { organisations } = readDirectory(municipality)
  return organisations.flatMap(({ kind, name, phone }) => (kind !== 'municipality' || !phone ? [] : [{
    id: 'own', name: { da: da.referral.own(name), en: en.referral.own(name) }, for: ['exposed', 'otherParty', 'relative', 'child', 'professional'] as const, phone, always: true as const,
    service: { da: da.referral.ownService, en: en.referral.ownService }, source: da.referral.ownSource, verifiedOn: null,
  }]))
}
