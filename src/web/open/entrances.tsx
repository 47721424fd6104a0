// Whom to call in another municipality or police district: open to anybody, so that an officer anywhere finds the right entrance. No names of people.
import type { Hono } from 'hono'
import { openEntrances } from '../../directory/open-entrances.ts'
import { EntranceList } from '../../directory/entrances-screen.tsx'
import { readDirectory } from '../../directory/folder.ts'
import { directoryText } from '../../directory/say.ts'
import type { House } from '../../platform/action.ts'
import { inLanguage } from '../../toolkit/guide-address.ts'
import { whoIs } from '../door/door.tsx'
import { openPage } from './open-pages.tsx'

export function openEntrancesDoor(app: Hono, house: House): void {
  const { partnership: { id: partnership }, sheet } = readDirectory(house.config.municipality)
  for (const lang of ['da', 'en'] as const) {
    const at = inLanguage('/indgange', lang)
    app.get(at, async (c, next) => {
      // A colleague who is signed in has the page as a colleague.
      if (lang === 'da' && await whoIs(c, house, 'staff')) return next()
      const page = await openEntrances(house, partnership, sheet?.lookup, (c.req.query('soeg') ?? '').slice(0, 100))
      return openPage(c, house, { title: directoryText(lang).entrances.title, body: <EntranceList page={page} lang={lang} at={at} /> }, lang)
    })
  }
}
