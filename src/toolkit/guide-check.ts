// What a set of guides must be before anybody is let in: whole in both languages, plain, and leading somewhere. Pure; says each fault in a sentence.
import type { Lang } from '../kernel/day.ts'
import { whereTo } from './guide-address.ts'
import { type Audience, easeOf, type Guide, type GuideText, hardFrom, isOpen, mentions, readFile, type ReadFile, runningText, wordCount } from './guides.ts'
import { readDay } from '../kernel/day.ts'

/** A file as it lies in a folder: `incident-log.da.md`. */
export interface GuideFile { readonly path: string; readonly name: string; readonly text: string }

/** Words that a text has at least. */
export const fewestWords = 300
const filler = /udfyldes|skal skrives|kommer senere|to be filled|to be written|lorem ipsum|\btodo\b|\bxxx\b/i

interface Half { readonly file: GuideFile; readonly read: ReadFile }

/** Later files replace earlier ones of the same name: so a municipality's own text stands in the place of ours. */
export function readGuides(files: readonly GuideFile[], phones: readonly string[]): { readonly guides: readonly Guide[]; readonly faults: readonly string[] } {
  const faults: string[] = []
  const halves = new Map<string, Partial<Record<Lang, Half>>>()
  for (const file of files) {
    const [, id, lang] = /^([a-z][a-z0-9-]*)\.(da|en)\.md$/.exec(file.name) ?? []
    if (id === undefined || lang === undefined) faults.push(`${file.path}: the name of a guide is small letters, .da or .en, and .md`)
    else halves.set(id, { ...halves.get(id), [lang]: { file, read: readFile(file.text) } })
  }
  const guides: Guide[] = []
  for (const [id, { da, en }] of halves) {
    const [one] = [da ?? en].filter(it => it !== undefined)
    if (!da || !en) faults.push(`${one?.file.path ?? id}: it is there in one language only`)
    else guides.push(guideOf(id, da, en, faults))
  }
  const sorted = [...guides].sort((a, b) => (a.place ?? 1_000) - (b.place ?? 1_000) || a.id.localeCompare(b.id))
  return { guides: sorted, faults: [...faults, ...placeFaults(sorted), ...sorted.flatMap(it => textFaults(it, sorted, phones))] }
}

function guideOf(id: string, da: Half, en: Half, faults: string[]): Guide {
  for (const half of [da, en]) faults.push(...half.read.faults.map(it => `${half.file.path}: ${it}`))
  for (const key of ['audience', 'place', 'version', 'reviewed'])
    if (da.read.head[key] !== en.read.head[key]) faults.push(`${en.file.path}: ${key} is not the same in Danish and in English`)
  const place = Number(da.read.head['place'] ?? 0)
  const reviewed = readDay(da.read.head['reviewed'] ?? '')
  return {
    id, audience: (da.read.head['audience'] ?? 'staff') as Audience, version: Number(da.read.head['version'] ?? 0),
    ...(place > 0 && { place }), ...(reviewed && { reviewed }), text: { da: textOf(da.read), en: textOf(en.read) },
  }
}

const textOf = ({ head, sections }: ReadFile): GuideText =>
  ({ title: head['title'] ?? '', about: head['about'] ?? '', source: head['source'] ?? '', status: head['status'] ?? '', sections })

function placeFaults(guides: readonly Guide[]): string[] {
  return guides.flatMap(it => {
    if (isOpen(it) && it.place === undefined) return [`${it.id}: a text that stands open has a place, which is the number in its address`]
    if (!isOpen(it) && it.place !== undefined) return [`${it.id}: a text for those who work here has no place`]
    const twin = guides.find(other => other.id !== it.id && other.place !== undefined && other.place === it.place)
    return twin ? [`${it.id}: ${twin.id} has the place ${it.place} as well`] : []
  })
}

function textFaults(guide: Guide, guides: readonly Guide[], phones: readonly string[]): string[] {
  const ids = (lang: Lang) => guide.text[lang].sections.map(it => it.id).join(' ')
  const twice = guide.text.da.sections.map(it => it.id).filter((it, at, all) => all.indexOf(it) !== at)
  return [
    ...(ids('da') === ids('en') ? [] : [`${guide.id}: the places are not the same in Danish (${ids('da')}) and in English (${ids('en')})`]),
    ...twice.map(it => `${guide.id}: two headings have the place #${it}`),
    ...(easeOf(guide.text.da) < hardFrom(guide.audience) ? [] : [`${guide.id}.da: it is hard to read: LIX ${easeOf(guide.text.da).toFixed(1)}, and it must be under ${hardFrom(guide.audience)}`]),
    ...(['da', 'en'] as const).flatMap(lang => languageFaults(guide, guides, phones, lang).map(it => `${guide.id}.${lang}: ${it}`)),
  ]
}

function languageFaults(guide: Guide, guides: readonly Guide[], phones: readonly string[], lang: Lang): string[] {
  const running = runningText(guide.text[lang])
  const words = wordCount(running)
  const found = mentions(guide.text[lang].sections)
  return [
    ...(words < fewestWords ? [`it has ${words} words; it needs ${fewestWords}`] : []),
    ...(filler.test(running) ? [`it is not finished: "${filler.exec(running)?.[0]}"`] : []),
    ...(running.includes('{{') ? ['a placeholder is written in a way that nobody knows; it is {{telefon:name}}, or {{telefonliste}} on a line of its own'] : []),
    ...(found.phones.includes('alarm') ? [] : ['it does not say whom to call in danger: {{telefon:alarm}} is missing']),
    ...found.phones.filter(it => !phones.includes(it)).map(it => `nobody knows the telephone ${it}; there is ${phones.join(', ')}`),
    ...found.links.flatMap(it => linkFault(it, guide, guides, lang)),
  ]
}

function linkFault(written: string, from: Guide, guides: readonly Guide[], lang: Lang): string[] {
  const to = whereTo(written, guides, lang)
  if (to === undefined) return [`the link ${written} leads nowhere; it is a text's name, #place, an address in the house, or https`]
  const [, id = from.id, place] = /^([a-z0-9-]+)?(?:#([a-z0-9-]+))?$/.exec(written) ?? []
  const target = guides.find(it => it.id === id)
  if (!target || (written.includes('/') && !written.startsWith('#'))) return []
  if (place !== undefined && !target.text[lang].sections.some(it => it.id === place)) return [`the link ${written} leads to a place that is not there`]
  return isOpen(from) && from.audience !== 'professionals' && !isOpen(target) ? [`the link ${written} leads a citizen to a text for those who work here`] : []
}
