// The toolkit stands open: read and printed without sign-in.
import type { Context, Hono } from 'hono'
import type { House } from '../platform/action.ts'
import { PaperPage, PublicPage } from '../platform/ui/pages.tsx'
import { toolPaper, toolsAt, toolScreen, toolsScreen } from '../toolkit/screens.tsx'
import { toolsNow, type Tool } from '../toolkit/tools.ts'
import { langOf } from './door.tsx'

export function toolPages(app: Hono, house: House): void {
  const demoBand = house.config.door === 'demo'
  const named = (c: Context): Tool | undefined => toolsNow.find(it => it.id === c.req.param('tool'))
  app.get(toolsAt, c => {
    const lang = langOf(c)
    const { title, body } = toolsScreen(lang)
    return c.html(<PublicPage title={title} lang={lang} path={c.req.path} demoBand={demoBand} exit>{body}</PublicPage>)
  })
  app.get(`${toolsAt}/:tool`, c => {
    const tool = named(c)
    if (!tool) return c.notFound()
    const lang = langOf(c)
    const { title, body } = toolScreen(tool, lang)
    return c.html(<PublicPage title={title} lang={lang} path={c.req.path} demoBand={demoBand} exit>{body}</PublicPage>)
  })
  app.get(`${toolsAt}/:tool/papir`, c => {
    const tool = named(c)
    if (!tool) return c.notFound()
    const lang = langOf(c)
    const back = { href: `${toolsAt}/${tool.id}` as const, label: tool.title[lang] }
    const { title, body } = toolPaper(tool, lang)
    return c.html(<PaperPage title={title} lang={lang} path={c.req.path} back={back}>{body}</PaperPage>)
  })
}
