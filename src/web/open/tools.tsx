// The toolkit stands open: read, printed and searched without sign-in. What is for those who work here is named to them alone.
import type { Context, Hono } from 'hono'
import { readDirectory } from '../../directory/folder.ts'
import { publishedSchema } from '../../forms/schema.ts'
import { dayOf, type Lang } from '../../kernel/day.ts'
import type { House } from '../../platform/action.ts'
import type { Db } from '../../platform/db.ts'
import { sendPage } from '../../platform/http.ts'
import type { Screen } from '../../platform/screen.ts'
import type { SafeHref } from '../../platform/ui/href.ts'
import { PaperPage } from '../../platform/ui/pages.tsx'
import { inLanguage, toolsAt } from '../../toolkit/guide-address.ts'
import { searchAt, searchScreen } from '../../toolkit/guide-screens.tsx'
import { onOpenShelf } from '../../toolkit/open.ts'
import type { PhoneBook } from '../../toolkit/phones.ts'
import { openFolder } from '../../platform/settings.ts'
import { referralsIn } from '../../toolkit/referral-folder.ts'
import type { ReferralEntry } from '../../toolkit/referral-list.ts'
import { type Reader, toolPaper, toolScreen, toolsScreen } from '../../toolkit/screens.tsx'
import { shelfSearch } from '../../toolkit/search.ts'
import { toolNow, toolsToday } from '../../toolkit/shelf.ts'
import { langOf } from '../door/door.tsx'
import { type Library, openPage } from './open-pages.tsx'
import { staffFrame } from '../pages/staff-dress.tsx'

export function toolPages(app: Hono, house: House, { guides, phones }: Library): void {
  const searchIn = shelfSearch(guides, phones)
  const own = ownEntries(phones)
  const list = referralsIn(openFolder(house.config.municipality))
  const { partnership } = readDirectory(house.config.municipality)
  const asked = <T,>(work: (db: Db) => Promise<T>) => onOpenShelf({ pool: house.pool, partnership: partnership.id, now: house.clock.now() }, work)
  const named = (c: Context) => asked(db => toolNow(db, c.req.param('tool') ?? ''))
  const readerOf = (colleague: boolean): Reader => ({ colleague, today: dayOf(house.clock.now()), own, list })
  /** A colleague keeps the menu, and the language she has chosen; everybody else gets the plain dress, and the language of the address. */
  const page = async (c: Context, addressed: Lang, draw: (lang: Lang, reader: Reader) => Screen) => {
    const frame = await staffFrame(c, house)
    const lang = frame && addressed === 'da' ? langOf(c) : addressed
    return frame ? sendPage(c, frame.around(draw(lang, readerOf(true)), false, lang)) : openPage(c, house, draw(lang, readerOf(false)), lang)
  }
  app.get(`${toolsAt}/skema.json`, c => c.json(publishedSchema()))
  for (const lang of ['da', 'en'] as const) {
    const at = inLanguage(toolsAt, lang)
    app.get(at, async c => {
      const tools = await asked(toolsToday)
      return page(c, lang, (said, reader) => toolsScreen(tools, said, { ...reader, guides }))
    })
    app.get(inLanguage(searchAt, lang), async c => {
      const tools = await asked(toolsToday)
      return page(c, lang, (said, { colleague }) => searchScreen(searchIn(tools), c.req.query('q') ?? '', said, { everything: colleague, tools }))
    })
    app.get(`${at}/:tool`, async c => {
      const tool = await named(c)
      return tool ? page(c, lang, (said, reader) => toolScreen(tool, said, reader)) : c.notFound()
    })
    app.get(`${at}/:tool/papir`, async c => {
      const tool = await named(c)
      if (!tool) return c.notFound()
      const colleague = await staffFrame(c, house) !== undefined
      const { title, body } = toolPaper(tool, lang, readerOf(colleague))
      return sendPage(c, <PaperPage title={title} lang={lang} path={c.req.path} back={{ href: inLanguage(`${toolsAt}/${tool.id}`, lang) as SafeHref, label: tool.title[lang] }} exit={!colleague}>{body}</PaperPage>)
    })
  }
}

/** The municipality's own telephone as it stands in its directory, where those who answer it look after it. */
const ownEntries = ({ kommune }: PhoneBook): readonly ReferralEntry[] => (kommune?.number === undefined ? [] : [{
  id: 'own', name: kommune.name, service: kommune.about, for: ['exposed', 'otherParty', 'relative', 'child', 'professional'], phone: kommune.number, always: true,
  source: { da: 'Kommunens egen liste', en: 'The municipality’s own list' }, verifiedOn: null,
}])
