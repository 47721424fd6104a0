// Searching in guides, open pages, tools and advice. An index is made of the shelf as it stands, and anew when a tool of it is another; what is asked is neither kept nor written anywhere.
import MiniSearch from 'minisearch'
import { stemmer as danish } from '@orama/stemmers/danish'
import { stemmer as english } from '@orama/stemmers/english'
import type { Lang } from '../kernel/day.ts'
import { danishOf, sentences } from '../forms/lix.ts'
import { forCitizen, type Form, type Question } from '../forms/rules.ts'
import { addressOf, inLanguage, toolsAt } from './guide-address.ts'
import { type Guide, isOpen, piecesOf } from './guides.ts'
import { alike, everywhere } from './search-words.ts'
import type { PhoneBook } from './phones.ts'
import { toolsNow, type Tool } from './tools.ts'

/** One place that can be found: a section of a text, a part of a form, one piece of advice. */
export interface Found { readonly href: `/${string}`; readonly page: string; readonly section: string; readonly text: string; readonly open: boolean; /** Of which tool it is a part. */ readonly tool?: string }
/** `lang` is the language of what was found: the other one where there was nothing in the reader's own. */
export interface Answer { readonly found: readonly Found[]; readonly lang: Lang }
export interface Search { readonly find: (asked: string, lang: Lang, everything: boolean) => Answer }

/** Places at most in an answer, and letters and words that are read of what was asked. */
const most = 30
const mostLetters = 200
const mostWords = 8
/** Letters under which an ending is not taken off a word that was not asked for itself. */
const shortStem = 5

export function openSearch(guides: readonly Guide[], phones: PhoneBook, tools: readonly Tool[] = toolsNow): Search {
  const index = { da: indexOf('da', guides, phones, tools), en: indexOf('en', guides, phones, tools) }
  return {
    find: (asked, lang, everything) => {
      const own = index[lang](asked, everything)
      if (own.length > 0) return { found: own, lang }
      const other = lang === 'da' ? 'en' : 'da'
      const there = index[other](asked, everything)
      return there.length > 0 ? { found: there, lang: other } : { found: [], lang }
    },
  }
}

/** Keeps the index of the shelf that was asked about last: a municipality's own words are found as soon as they are published, and no longer when they are taken back. */
export function shelfSearch(guides: readonly Guide[], phones: PhoneBook): (tools: readonly Tool[]) => Search {
  let kept: { readonly of: string; readonly search: Search } | undefined
  return tools => {
    const of = tools.map(it => `${it.form?.id ?? it.id} ${it.version}`).join('|')
    if (kept?.of !== of) kept = { of, search: openSearch(guides, phones, tools) }
    return kept.search
  }
}

const tokens = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
const stemOf: Readonly<Record<Lang, (word: string) => string>> = { da: danish, en: english }

function indexOf(lang: Lang, guides: readonly Guide[], phones: PhoneBook, tools: readonly Tool[]): (asked: string, everything: boolean) => readonly Found[] {
  const places = placesOf(guides, phones, tools, lang)
  const stem = stemOf[lang]
  // As it stands and without its ending: "overvågning" is found by "overvåg", and "chikanerer" by "chikane".
  const forms = (word: string): string[] => [...new Set([word, stem(word)])]
  const mini = new MiniSearch<Found & { id: number }>({
    fields: ['page', 'section', 'text'], tokenize: tokens, processTerm: word => forms(word.toLowerCase()), searchOptions: { boost: { page: 3, section: 2 } },
  })
  mini.addAll(places.map((it, id) => ({ ...it, id })))
  // A short stem is that of many other words ("sender", "send"): such a word is looked for as it stands.
  const meant = (word: string): string => (stem(word).length < shortStem ? word : stem(word))
  const groups = alike[lang].map(words => ({ asked: new Set(words.flatMap(forms)), looked: [...new Set(words.map(meant))] }))
  const plain = { tokenize: (text: string) => [text], processTerm: (word: string) => word }
  return (asked, everything) => {
    const words = tokens(asked.slice(0, mostLetters)).filter(it => !everywhere[lang].has(it)).slice(0, mostWords)
    if (words.length === 0) return []
    const each = words.map(word => ({
      combineWith: 'OR' as const,
      queries: [
        ...forms(word).map(one => ({ queries: [one], ...plain, prefix: one.length > 3 })),
        ...groups.filter(it => it.asked.has(word) || it.asked.has(stem(word))).flatMap(it => it.looked).map(one => ({ queries: [one], ...plain, boostTerm: () => 0.3 })),
      ],
    }))
    const filter = { filter: (it: { id: number }) => everything || places[it.id]?.open === true }
    const all = mini.search({ combineWith: 'AND', queries: each }, filter)
    const hits = all.length > 0 ? all : mini.search({ combineWith: 'OR', queries: each }, filter)
    return hits.slice(0, most).flatMap(it => places[it.id as number] ?? [])
  }
}

function placesOf(guides: readonly Guide[], phones: PhoneBook, shelf: readonly Tool[], lang: Lang): readonly Found[] {
  const texts = guides.flatMap(guide => guide.text[lang].sections.map((it): Found => ({
    href: `${addressOf(guide, lang)}${it.id && `#${it.id}`}`, page: guide.text[lang].title, section: it.title, open: isOpen(guide),
    text: [it.id === '' ? guide.text[lang].about : '', ...piecesOf(it.blocks)].filter(Boolean).join(' '),
  })))
  const tools = shelf.flatMap(tool => (tool.form ? partsOf(tool.id, tool.form, lang) : []))
  const list = guides.find(it => it.id === 'whom-to-call')
  const numbers = Object.values(phones).flatMap(it => (list ? [{ href: `${addressOf(list, lang)}#listen` as const, page: list.text[lang].title, section: it.name[lang], text: it.about[lang], open: true }] : []))
  return [...texts, ...tools, ...numbers]
}

/** A part of which nothing is for a citizen is found by those who work here alone, in full; of the others, what a citizen may read. */
function partsOf(tool: string, form: Form, lang: Lang): Found[] {
  const open = forCitizen(form).parts
  return form.parts.flatMap((whole): Found[] => {
    const part = open.find(it => it.id === whole.id) ?? whole
    if (part.questions.every(it => it.kind === 'advice')) return part.questions.map(it => ({
      href: inLanguage(`${toolsAt}/${tool}#${it.id}`, lang), tool, page: form.title[lang], section: it.ask[lang], open: open.includes(part), text: it.help?.[lang] ?? '',
    }))
    return [{
      href: inLanguage(`${toolsAt}/${tool}`, lang), tool, page: form.title[lang], section: part.title[lang], open: open.includes(part),
      text: lang === 'da' ? danishOf({ ...form, parts: [part] }) : sentences([part.help?.en ?? '', ...part.questions.flatMap(questionWords)]),
    }]
  })
}

const questionWords = (it: Question): string[] => [it.ask.en, it.help?.en ?? '', ...(it.kind === 'group' ? it.questions.flatMap(questionWords) : [])]

/** The part of a text that holds what was asked for, in whole words. */
export function glimpse(text: string, asked: string, letters = 180): string {
  const low = text.toLowerCase()
  const at = Math.max(0, ...tokens(asked).filter(it => it.length > 2).map(it => low.indexOf(it.slice(0, 5))).filter(it => it >= 0).slice(0, 1))
  const sentence = text.lastIndexOf('. ', at) + 2
  const start = at < letters / 2 ? 0 : at - sentence < letters / 2 ? sentence : text.lastIndexOf(' ', at - letters / 3) + 1
  if (text.length - start <= letters) return `${start > 0 ? '… ' : ''}${text.slice(start)}`
  return `${start > 0 ? '… ' : ''}${text.slice(start, text.lastIndexOf(' ', start + letters))} …`
}
