// A municipality's own words in the place of ours: which texts they can stand for, what is checked, and how they are put on.
import { z } from 'zod'
import { da as casesDa } from '../../cases/text.da.ts'
import { en as casesEn } from '../../cases/text.en.ts'
import { da as directoryDa, roleNames } from '../../directory/text.da.ts'
import { en as directoryEn, roleNames as roleNamesEn } from '../../directory/text.en.ts'
import type { Lang } from '../../kernel/day.ts'
import { type Folder, readJson } from '../../platform/settings.ts'
import { da as uiDa } from '../../platform/ui/text.da.ts'
import { en as uiEn } from '../../platform/ui/text.en.ts'
import { da as referralsDa } from '../../referrals/text.da.ts'
import { en as referralsEn } from '../../referrals/text.en.ts'
import { da as steeringDa } from '../../steering/text.da.ts'
import { en as steeringEn } from '../../steering/text.en.ts'
import { wordingText as text } from './wording-text.ts'

interface Tree { [key: string]: unknown }
type Both = Readonly<Record<Lang, object>>

/**
 * What those who work here read. Not among them: the citizen's pages, which stay neutral everywhere; refusals, which say what a rule is and not what
 * a place calls things; and the frame's own words but its name, for the citizen's pages share them.
 */
const shelves: Readonly<Record<string, Both>> = {
  roles: { da: roleNames, en: roleNamesEn }, directory: { da: directoryDa, en: directoryEn }, cases: { da: casesDa, en: casesEn }, referrals: { da: referralsDa, en: referralsEn },
  steering: { da: steeringDa, en: steeringEn }, ui: { da: uiDa, en: uiEn },
}
const closed = (key: string): boolean => key.split('.').includes('refusals') || (key.startsWith('ui.') && key !== 'ui.brand')

/** A text that can be changed. `holes`: how many names or numbers are set into it, written {1}, {2} ... */
export interface Changeable { readonly key: string; readonly da: string; readonly en: string; readonly holes: number }

const placeOf = (lang: Lang, key: string): { readonly parent: Tree; readonly name: string } | undefined => {
  const [shelf = '', ...path] = key.split('.')
  let at: unknown = Object.hasOwn(shelves, shelf) ? shelves[shelf]?.[lang] : undefined
  for (const part of path.slice(0, -1)) at = typeof at === 'object' && at !== null && Object.hasOwn(at, part) ? (at as Tree)[part] : undefined
  const name = path.at(-1)
  return typeof at === 'object' && at !== null && name !== undefined && Object.hasOwn(at, name) ? { parent: at as Tree, name } : undefined
}

/** The sentence with {1}, {2} where something is set in; undefined where it is put together by a rule, as by how many there are. */
function templateOf(said: unknown): { readonly text: string; readonly holes: number } | undefined {
  if (typeof said === 'string') return { text: said, holes: 0 }
  if (typeof said !== 'function') return undefined
  const say = said as (...given: unknown[]) => unknown
  const tried = (given: (at: number) => unknown): unknown => {
    try { return say(...Array.from({ length: say.length }, (_, at) => given(at))) } catch { return undefined }
  }
  const whole = tried(at => `{${at + 1}}`)
  if (typeof whole !== 'string' || Array.from({ length: say.length }, (_, at) => `{${at + 1}}`).some(hole => whole.split(hole).length !== 2)) return undefined
  const same = [0, 1, 2, ''].every(probe => tried(() => probe) === filled(whole, Array.from({ length: say.length }, () => probe)))
  return same && say.length > 0 ? { text: whole, holes: say.length } : undefined
}
const filled = (template: string, given: readonly unknown[]): string => template.replaceAll(/\{(\d)\}/g, (hole, at) => (Number(at) <= given.length ? String(given[Number(at) - 1]) : hole))

let found: readonly Changeable[] | undefined
/** Every text that can be changed, as it stands in the program. */
export const changeable = (): readonly Changeable[] => (found ??= lookThrough())

function lookThrough(): readonly Changeable[] {
  const keys = (at: unknown, path: string): string[] =>
    (typeof at === 'object' && at !== null && !Array.isArray(at) ? Object.entries(at).flatMap(([key, below]) => keys(below, `${path}.${key}`)) : [path])
  return Object.entries(shelves).flatMap(([shelf, { da }]) => keys(da, shelf)).filter(key => !closed(key)).flatMap(key => {
    const [da, en] = [ours('da', key), ours('en', key)].map(templateOf)
    return da && en && da.holes === en.holes ? [{ key, da: da.text, en: en.text, holes: da.holes }] : []
  })
}

/** What the program itself says, also while another word is worn. */
const worn = new Map<string, unknown>()
const ours = (lang: Lang, key: string): unknown => {
  const found = placeOf(lang, key)
  return worn.has(`${lang} ${key}`) ? worn.get(`${lang} ${key}`) : found?.parent[found.name]
}

export type Wording = Readonly<Record<Lang, Readonly<Record<string, string>>>>
export const noWording: Wording = { da: {}, en: {} }

const schema = z.record(z.string(), z.string().refine(it => it === it.trim() && it !== '' && !/[\p{Cc}\p{Cf}]/u.test(it), text.plain))

/** `wording/da.json` and `wording/en.json`: the same keys in both. */
export function wordingIn(folder: Folder): Wording {
  const [da, en] = [readJson(folder, 'wording/da.json', schema), readJson(folder, 'wording/en.json', schema)]
  const all = new Map(changeable().map(it => [it.key, it]))
  for (const [mine, other, file] of [[da, en, 'wording/en.json'], [en, da, 'wording/da.json']] as const)
    for (const [key, said] of Object.entries(mine.it ?? {})) {
      const it = all.get(key)
      if (!it) mine.say([key], why(key))
      else {
        const most = Math.max(60, 2 * it[mine === da ? 'da' : 'en'].length)
        if (said.length > most) mine.say([key], text.long(most))
        const holes = [...said.matchAll(/\{(\d*)\}/g)].map(hit => Number(hit[1]))
        const wanted = Array.from({ length: it.holes }, (_, at) => at + 1)
        if (holes.some(hole => !wanted.includes(hole)) || wanted.some(hole => !holes.includes(hole))) mine.say([key], text.holes(wanted.map(hole => `{${hole}}`).join(' '), it[mine === da ? 'da' : 'en']))
      }
      // A file that has a fault of its own has been told of, and says nothing of what is in it.
      if (it && !Object.hasOwn(other.it ?? {}, key) && (other.it || !isBroken(folder, file))) mine.say([key], text.otherLanguage(file))
    }
  return { da: da.it ?? {}, en: en.it ?? {} }
}

const isBroken = (folder: Folder, file: string): boolean => folder.faults.some(it => it.startsWith(file))

function why(key: string): string {
  const [shelf = ''] = key.split('.')
  if (['citizens', 'incidents', 'imports', 'consents', 'measures', 'bundle'].includes(shelf)) return text.citizens
  if (closed(key)) return text.closed
  return placeOf('da', key) ? text.byRule : text.unknown
}

/** Puts the municipality's words on, and takes off what was worn before. Once at start, before anybody reads anything. */
export function wear(wording: Wording): void {
  for (const [at, said] of worn) set(at, said)
  worn.clear()
  for (const lang of ['da', 'en'] as const)
    for (const [key, said] of Object.entries(wording[lang])) {
      const before = ours(lang, key)
      worn.set(`${lang} ${key}`, before)
      set(`${lang} ${key}`, typeof before === 'function' ? (...given: unknown[]) => filled(said, given) : said)
    }
}
function set(at: string, said: unknown): void {
  const [lang, key] = [at.slice(0, 2) as Lang, at.slice(3)]
  const found = placeOf(lang, key)
  if (found) found.parent[found.name] = said
}
