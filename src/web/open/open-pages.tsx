// The open pages and the guides: read by anybody, without a cookie and without a word about who reads. Guides for those who work here need a sign-in.
import { join } from 'node:path'
import type { Context, Hono } from 'hono'
import { dayOf, type Lang } from '../../kernel/day.ts'
import { readDirectory } from '../../directory/folder.ts'
import type { House } from '../../platform/action.ts'
import { sendPage } from '../../platform/http.ts'
import type { Screen } from '../../platform/screen.ts'
import type { SafeHref } from '../../platform/ui/href.ts'
import { PaperPage, PublicPage } from '../../platform/ui/pages.tsx'
import { addressOf, guidesAt, inLanguage, otherAddress, pagesAt } from '../../toolkit/guide-address.ts'
import { loadGuides } from '../../toolkit/guide-folders.ts'
import { guideScreen, indexScreen, LeavePlainly, searchAt } from '../../toolkit/guide-screens.tsx'
import { GuideView, guideText, type Shown } from '../../toolkit/guide-view.tsx'
import { type Guide, isOpen } from '../../toolkit/guides.ts'
import type { PhoneBook } from '../../toolkit/phones.ts'
import { langOf } from '../door/door.tsx'
import { phonesOf } from '../municipality/phones.ts'
import { staffFrame } from '../pages/staff-dress.tsx'

export interface Library { readonly guides: readonly Guide[]; readonly phones: PhoneBook }

/** The guides of this municipality: ours, and its own in their place. @throws an operator's error where one is not as it must be */
export function openLibrary(house: Pick<House, 'config'>): Library {
  const phones = phonesOf(readDirectory(house.config.municipality))
  return { phones, guides: loadGuides(Object.keys(phones), ['guides', 'pages'].map(it => join(house.config.municipality, it))) }
}

/** The plain dress of an open page. `found`: what a search engine may say of it; without it none may keep the page. */
export function openPage(c: Context, house: House, screen: Screen, lang: Lang, found?: string) {
  const indexed = house.config.door === 'serve' ? found : undefined
  if (indexed !== undefined) c.header('X-Robots-Tag', 'index, follow')
  const nav = [{ href: inLanguage(pagesAt, lang) as SafeHref, label: guideText(lang).indexTitle }, { href: inLanguage(searchAt, lang) as SafeHref, label: guideText(lang).searchTitle }]
  return sendPage(c, (
    <PublicPage title={screen.title} lang={lang} path={c.req.path} demoBand={house.config.door === 'demo'} nav={nav} otherLang={otherAddress(c.req.path) as SafeHref} exit found={indexed}>
      {screen.body}
      <LeavePlainly lang={lang} open={c.req.path === inLanguage(pagesAt, lang)} numbered={c.req.path.startsWith(inLanguage(pagesAt, lang))} />
    </PublicPage>
  ))
}

export function openPages(app: Hono, house: House, { guides, phones }: Library): void {
  const shown = (lang: Lang): Shown => ({ guides, phones, lang, today: dayOf(house.clock.now()) })
  const paper = (c: Context, guide: Guide, lang: Lang) =>
    sendPage(c, <PaperPage title="" lang={lang} path={c.req.path} back={{ href: addressOf(guide, lang) as SafeHref, label: guideText(lang).back }} exit={isOpen(guide)}><GuideView {...shown(lang)} guide={guide} /></PaperPage>)

  for (const lang of ['da', 'en'] as const) {
    const at = inLanguage(pagesAt, lang)
    const standing = (c: Context) => guides.find(it => isOpen(it) && String(it.place) === c.req.param('place'))
    app.get(at, c => openPage(c, house, indexScreen(shown(lang)), lang, guideText(lang).indexLead))
    app.get(`${at}/:place{[0-9]+}`, c => {
      const guide = standing(c)
      return guide ? openPage(c, house, guideScreen(guide, shown(lang)), lang, guide.text[lang].about) : c.notFound()
    })
    app.get(`${at}/:place{[0-9]+}/papir`, c => {
      const guide = standing(c)
      return guide ? paper(c, guide, lang) : c.notFound()
    })
  }

  // Whoever is not signed in is led to the door, whether there is such a text or not.
  const forStaff = async (c: Context, answer: (guide: Guide, lang: Lang, frame: NonNullable<Awaited<ReturnType<typeof staffFrame>>>) => Response | Promise<Response>) => {
    const frame = await staffFrame(c, house)
    if (!frame) return c.redirect(`/log-ind?til=${encodeURIComponent(c.req.path)}`, 303)
    const guide = guides.find(it => !isOpen(it) && it.id === c.req.param('guide'))
    return guide ? answer(guide, langOf(c), frame) : c.notFound()
  }
  app.get(`${guidesAt}/:guide`, c => forStaff(c, (guide, lang, frame) => sendPage(c, frame.around(guideScreen(guide, shown(lang))))))
  app.get(`${guidesAt}/:guide/papir`, c => forStaff(c, (guide, lang) => paper(c, guide, lang)))
}
