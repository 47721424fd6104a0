// The toolkit stands open: read and printed without sign-in.
import type { Context, Hono } from 'hono'
import { readDirectory } from '../directory/load.ts'
import type { House } from '../platform/action.ts'
import type { Db } from '../platform/db.ts'
import { sendPage } from '../platform/http.ts'
import type { Screen } from '../platform/screen.ts'
import { PaperPage, PublicPage } from '../platform/ui/pages.tsx'
import { toolPaper, toolsAt, toolScreen, toolsScreen } from '../toolkit/screens.tsx'
import { onOpenShelf } from '../toolkit/open.ts'
import { toolNow, toolsToday } from '../toolkit/shelf.ts'
import { langOf } from './door.tsx'
import { otherLang } from './language.ts'
import { staffFrame } from './staff-dress.tsx'

export function toolPages(app: Hono, house: House): void {
  const demoBand = house.config.door === 'demo'
  const { partnership } = readDirectory(house.config.municipality)
  const asked = <T,>(work: (db: Db) => Promise<T>) => onOpenShelf({ pool: house.pool, partnership: partnership.id, now: house.clock.now() }, work)
  const named = (c: Context) => asked(db => toolNow(db, c.req.param('tool') ?? ''))
  /** A colleague keeps the menu; everybody else gets the plain dress, with the way out. */
  const page = async (c: Context, screen: Screen) => {
    const lang = langOf(c)
    const frame = await staffFrame(c, house)
    return sendPage(c, frame ? frame.around(screen) : (
      <PublicPage title={screen.title} lang={lang} path={c.req.path} demoBand={demoBand} otherLang={otherLang(lang, c.req.path)} exit>{screen.body}</PublicPage>
    ))
  }
  app.get(toolsAt, async c => page(c, toolsScreen(await asked(toolsToday), langOf(c))))
  app.get(`${toolsAt}/:tool`, async c => {
    const tool = await named(c)
    if (!tool) return c.notFound()
    return page(c, toolScreen(tool, langOf(c)))
  })
  app.get(`${toolsAt}/:tool/papir`, async c => {
    const tool = await named(c)
    if (!tool) return c.notFound()
    const lang = langOf(c)
    const back = { href: `${toolsAt}/${tool.id}` as const, label: tool.title[lang] }
    const { title, body } = toolPaper(tool, lang)
    return c.html(<PaperPage title={title} lang={lang} path={c.req.path} back={back}>{body}</PaperPage>)
  })
}
