// The toolkit stands open: read, printed and searched without sign-in. What is for those who work here is named to them alone.
import type { Context, Hono } from 'hono'
import type { Lang } from '../kernel/day.ts'
import type { House } from '../platform/action.ts'
import { sendPage } from '../platform/http.ts'
import type { Screen } from '../platform/screen.ts'
import type { SafeHref } from '../platform/ui/href.ts'
import { PaperPage } from '../platform/ui/pages.tsx'
import { inLanguage, toolsAt } from '../toolkit/guide-address.ts'
import { searchAt, searchScreen } from '../toolkit/guide-screens.tsx'
import { toolPaper, toolScreen, toolsScreen } from '../toolkit/screens.tsx'
import { openSearch } from '../toolkit/search.ts'
import { toolsNow, type Tool } from '../toolkit/tools.ts'
import { langOf } from './door.tsx'
import { type Library, openPage } from './open-pages.tsx'
import { staffFrame } from './staff-dress.tsx'

export function toolPages(app: Hono, house: House, { guides }: Library): void {
  const search = openSearch(guides)
  const named = (c: Context): Tool | undefined => toolsNow.find(it => it.id === c.req.param('tool'))
  /** A colleague keeps the menu, and the language she has chosen; everybody else gets the plain dress, and the language of the address. */
  const page = async (c: Context, addressed: Lang, draw: (lang: Lang, colleague: boolean) => Screen) => {
    const frame = await staffFrame(c, house)
    const lang = frame && addressed === 'da' ? langOf(c) : addressed
    return frame ? sendPage(c, frame.around(draw(lang, true), false, lang)) : openPage(c, house, draw(lang, false), lang)
  }
  for (const lang of ['da', 'en'] as const) {
    const at = inLanguage(toolsAt, lang)
    app.get(at, c => page(c, lang, (said, colleague) => toolsScreen(said, guides, colleague)))
    app.get(inLanguage(searchAt, lang), c => page(c, lang, (said, colleague) => searchScreen(search, c.req.query('q') ?? '', said, colleague)))
    app.get(`${at}/:tool`, c => {
      const tool = named(c)
      return tool ? page(c, lang, said => toolScreen(tool, said)) : c.notFound()
    })
    app.get(`${at}/:tool/papir`, c => {
      const tool = named(c)
      if (!tool) return c.notFound()
      const { title, body } = toolPaper(tool, lang)
      return sendPage(c, <PaperPage title={title} lang={lang} path={c.req.path} back={{ href: inLanguage(`${toolsAt}/${tool.id}`, lang) as SafeHref, label: tool.title[lang] }}>{body}</PaperPage>)
    })
  }
}
