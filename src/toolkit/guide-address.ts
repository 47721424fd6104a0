// Where guides and open pages stand on the web. Pure.
import type { Lang } from '../kernel/day.ts'
import { readHref, type SafeHref } from '../platform/ui/href.ts'
import { type Guide, isOpen } from './guides.ts'

/** Where the tools stand. The paper is the same address with `/papir` after it. */
export const toolsAt = '/redskaber'
/** Numbered and without a word of what they are about: an address stays in the browser's history. */
export const pagesAt = '/raad'
export const guidesAt = `${toolsAt}/viden`

/** An open page has an address for each language, so that nothing needs to be remembered about its reader. */
export const inLanguage = (path: `/${string}`, lang: Lang): `/${string}` => (lang === 'en' ? `/en${path}` : path)

/** The same page in the other language. */
export const otherAddress = (path: string): `/${string}` => (path === '/en' || path.startsWith('/en/') ? `/${path.slice('/en/'.length)}` : `/en${path}`)

export const addressOf = (guide: Pick<Guide, 'id' | 'audience' | 'place'>, lang: Lang): `/${string}` =>
  (isOpen(guide) ? inLanguage(`${pagesAt}/${guide.place ?? 0}`, lang) : `${guidesAt}/${guide.id}`)

/** `id` or `id#place`, of another text; the rest as it is. Undefined where it leads nowhere that we would print. */
export function whereTo(written: string, guides: readonly Guide[], lang: Lang): SafeHref | undefined {
  const [, id, place = ''] = /^([a-z0-9-]+)(#[a-z0-9-]+)?$/.exec(written) ?? []
  if (id !== undefined) {
    const guide = guides.find(it => it.id === id)
    return guide && readHref(`${addressOf(guide, lang)}${place}`)
  }
  if (/^\/(?:redskaber|raad)(?:[/#?]|$)/.test(written)) return readHref(inLanguage(written as `/${string}`, lang))
  return readHref(written)
}
