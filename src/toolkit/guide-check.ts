// What a set of guides must be before anybody is let in: whole in both languages, plain, and leading somewhere. Pure; says each fault in a sentence, with file and line.
import type { Lang } from '../kernel/day.ts'
import { whereTo } from './guide-address.ts'
import { guideFaultText as say } from './guide-fault-text.ts'
import { type Audience, easeOf, type Guide, type GuideFault, type GuideText, hardFrom, isOpen, mentions, readFile, type ReadFile, runningText, wordCount } from './guides.ts'
import { readDay } from '../kernel/day.ts'

/** A file as it lies in a folder: `incident-log.da.md`. */
export interface GuideFile { readonly path: string; readonly name: string; readonly text: string }

/** Words that a text has at least. */
export const fewestWords = 300
const filler = /udfyldes|skal skrives|kommer senere|to be filled|to be written|lorem ipsum|\btodo\b|\bxxx\b/i

/** A fault with its place: "guides/eget.da.md, linje 12: ...". */
function placed({ path, text }: Pick<GuideFile, 'path' | 'text'>, { says, near }: GuideFault): string {
  const at = near ? text.indexOf(near) : -1
  return `${path}${at < 0 ? '' : `, linje ${text.slice(0, at).split('\n').length}`}: ${says}`
}

interface Half { readonly file: GuideFile; readonly read: ReadFile }

/** Later files replace earlier ones of the same name: so a municipality's own text stands in the place of ours. */
export function readGuides(files: readonly GuideFile[], phones: readonly string[]): { readonly guides: readonly Guide[]; readonly faults: readonly string[] } {
  const faults: string[] = []
  const halves = new Map<string, Partial<Record<Lang, Half>>>()
  for (const file of files) {
    const [, id, lang] = /^([a-z][a-z0-9-]*)\.(da|en)\.md$/.exec(file.name) ?? []
    if (id === undefined || lang === undefined) faults.push(placed(file, { says: say.name }))
    else halves.set(id, { ...halves.get(id), [lang]: { file, read: readFile(file.text) } })
  }
  const guides: Guide[] = []
  for (const [id, { da, en }] of halves) {
    const one = da ?? en
    if (!da || !en) faults.push(...(one ? [placed(one.file, { says: say.oneLanguage(`${id}.${da ? 'en' : 'da'}.md`) })] : []))
    else guides.push(guideOf(id, da, en, faults))
  }
  const sorted = [...guides].sort((a, b) => (a.place ?? 1_000) - (b.place ?? 1_000) || a.id.localeCompare(b.id))
  const found = sorted.flatMap(it => [...placeFaults(it, sorted), ...textFaults(it, sorted, phones)].flatMap(({ lang, ...fault }) => {
    const half = halves.get(it.id)?.[lang]
    return half ? [placed(half.file, fault)] : []
  }))
  return { guides: sorted, faults: [...faults, ...found] }
}

function guideOf(id: string, da: Half, en: Half, faults: string[]): Guide {
  for (const half of [da, en]) faults.push(...half.read.faults.map(it => placed(half.file, it)))
  for (const key of ['audience', 'place', 'version', 'reviewed'])
    if (da.read.head[key] !== en.read.head[key]) faults.push(placed(en.file, { says: say.notSame(key), near: `${key}:` }))
  const place = Number(da.read.head['place'] ?? 0)
  const reviewed = readDay(da.read.head['reviewed'] ?? '')
  return {
    id, audience: (da.read.head['audience'] ?? 'staff') as Audience, version: Number(da.read.head['version'] ?? 0),
    ...(place > 0 && { place }), ...(reviewed && { reviewed }), text: { da: textOf(da.read), en: textOf(en.read) },
  }
}

const textOf = ({ head, sections }: ReadFile): GuideText =>
  ({ title: head['title'] ?? '', about: head['about'] ?? '', source: head['source'] ?? '', status: head['status'] ?? '', sections })

/** In which of the two files it stands. */
interface TextFault extends GuideFault { readonly lang: Lang }

function placeFaults(it: Guide, guides: readonly Guide[]): TextFault[] {
  if (isOpen(it) && it.place === undefined) return [{ lang: 'da', says: say.needsPlace }]
  if (!isOpen(it) && it.place !== undefined) return [{ lang: 'da', says: say.noPlace, near: 'place:' }]
  const twin = guides.find(other => other.id !== it.id && other.place !== undefined && other.place === it.place)
  return twin && it.place !== undefined ? [{ lang: 'da', says: say.placeTaken(twin.id, it.place), near: 'place:' }] : []
}

function textFaults(guide: Guide, guides: readonly Guide[], phones: readonly string[]): TextFault[] {
  const ids = (lang: Lang) => guide.text[lang].sections.map(it => it.id).join(' ')
  const twice = guide.text.da.sections.map(it => it.id).filter((it, at, all) => all.indexOf(it) !== at)
  const ease = easeOf(guide.text.da)
  return [
    ...(ids('da') === ids('en') ? [] : [{ lang: 'en' as const, says: say.otherPlaces(ids('da').trim(), ids('en').trim()) }]),
    ...twice.map(it => ({ lang: 'da' as const, says: say.placeTwice(it), near: `{#${it}}` })),
    ...(ease < hardFrom(guide.audience) ? [] : [{ lang: 'da' as const, says: say.hard(ease, hardFrom(guide.audience)) }]),
    ...(['da', 'en'] as const).flatMap(lang => languageFaults(guide, guides, phones, lang).map(it => ({ lang, ...it }))),
  ]
}

function languageFaults(guide: Guide, guides: readonly Guide[], phones: readonly string[], lang: Lang): GuideFault[] {
  const running = runningText(guide.text[lang])
  const words = wordCount(running)
  const found = mentions(guide.text[lang].sections)
  const unfinished = filler.exec(running)?.[0]
  return [
    ...(words < fewestWords ? [{ says: say.short(words, fewestWords) }] : []),
    ...(unfinished === undefined ? [] : [{ says: say.filler(unfinished), near: unfinished }]),
    ...(running.includes('{{') ? [{ says: say.holes, near: running.slice(running.indexOf('{{')).split(' ')[0] ?? '' }] : []),
    ...(found.phones.includes('alarm') ? [] : [{ says: say.danger }]),
    ...found.phones.filter(it => !phones.includes(it)).map(it => ({ says: say.phone(it, phones.join(', ')), near: `{{telefon:${it}}}` })),
    ...found.links.flatMap(it => linkFault(it, guide, guides, lang).map(says => ({ says, near: `](${it})` }))),
  ]
}

function linkFault(written: string, from: Guide, guides: readonly Guide[], lang: Lang): string[] {
  const to = whereTo(written, guides, lang)
  if (to === undefined) return [say.link(written)]
  const [, id = from.id, place] = /^([a-z0-9-]+)?(?:#([a-z0-9-]+))?$/.exec(written) ?? []
  const target = guides.find(it => it.id === id)
  if (!target || (written.includes('/') && !written.startsWith('#'))) return []
  if (place !== undefined && !target.text[lang].sections.some(it => it.id === place)) return [say.linkPlace(written)]
  return isOpen(from) && from.audience !== 'professionals' && !isOpen(target) ? [say.linkStaff(written)] : []
}
