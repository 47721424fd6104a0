// What is asked of every text of the house: whole in both languages, and a sentence for every code of a refusal. Pure but for `readTexts`.
import { rooms } from '../../map.ts'
import { isCode, isTest, readSource, roomOf, type SourceFile } from './read.ts'

/** The exported words of one text.da.ts (or take.da.ts ...) and its English twin, by name. */
export interface Texts { readonly path: string; readonly da: Tree; readonly en: Tree }
export interface Tree { readonly [key: string]: unknown }

/** Every pair of texts under src, as the program loads them. */
export async function readTexts(): Promise<Texts[]> {
  const load = async (path: string) => await import(new URL(`../../${path.replace(/\.ts$/, '.js')}`, import.meta.url).href) as Tree
  const named = readSource().filter(it => it.path.endsWith('.da.ts')).map(it => it.path)
  return Promise.all(named.map(async path => {
    const [{ da, ...rest }, { en, ...others }] = [await load(path), await load(path.replace('.da.ts', '.en.ts'))]
    return { path, da: { words: da, ...rest }, en: { words: en, ...others } }
  }))
}

/** Every gap between the two languages, one line each. */
export const textFaults = ({ path, da, en }: Texts, meant: Meant = { alike: [], empty: [] }): string[] => differences(path, da, en, meant)

/** Words that are the same in both languages, and places where nothing is said: both on purpose. */
export interface Meant { readonly alike: readonly string[]; readonly empty: readonly string[] }

function differences(at: string, da: unknown, en: unknown, meant: Meant): string[] {
  if (typeof da === 'function' && typeof en === 'function') return [...said(at, da), ...said(`${at} (en)`, en)]
  if (typeof da === 'string' && typeof en === 'string') {
    const empty = [...(da.trim() === '' ? [`${at} is empty`] : []), ...(en.trim() === '' ? [`${at} is empty in English`] : [])]
    if (da === '' && en === '' && meant.empty.includes(at)) return []
    const alike = da === en && /\p{L}/u.test(da) && !meant.alike.includes(da) ? [`${at} is not translated: ${da}`] : []
    return [...empty, ...alike]
  }
  if (typeof da !== typeof en || da === null || en === null || Array.isArray(da) !== Array.isArray(en)) return [`${at} is of two kinds`]
  if (typeof da !== 'object') return da === en ? [] : [`${at} differs`]
  const [left, right] = [da as Tree, en as Tree]
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].flatMap(key => {
    if (!(key in left)) return [`${at}.${key} is not in Danish`]
    if (!(key in right)) return [`${at}.${key} is not in English`]
    return differences(`${at}.${key}`, left[key], right[key], meant)
  })
}

/** A sentence with gaps is tried with words and with numbers in them. One that needs something else is left to the screens that use it. */
function said(at: string, sentence: unknown): string[] {
  const say = sentence as (...given: unknown[]) => unknown
  for (const filler of ['x', 2] as const) {
    try {
      const answer = say(...Array.from({ length: say.length }, () => filler))
      if (typeof answer === 'string') return answer.trim() === '' ? [`${at} says nothing`] : []
    } catch { continue }
  }
  return []
}

const codeLine = /(?<![\w.-])(['"`])([a-z]+)\.([a-z][a-z0-9-]*)(\1|\$\{)/g

/**
 * The codes of refusals in a file: `room.code`, or `room.beginning-` where the end is worked out.
 * Names of acts for the journal and of rights have the same shape and are left out by where they stand.
 */
export function codesIn({ path, text }: SourceFile): string[] {
  if (!isCode(path) || isTest(path) || /(^|\/)text\.(da|en)\.ts$/.test(path)) return []
  const found: string[] = []
  for (const it of text.matchAll(codeLine)) {
    const [, , room = '', code = '', end] = it
    const before = text.slice(Math.max(0, it.index - 60), it.index)
    const after = text.slice(it.index + it[0].length, it.index + it[0].length + 3)
    const other = /\b(audit|act|action|label|name|file|id|mark):\s*$|rights\[$|\bact\s*(===|!==)\s*$|\bby\($/.test(before) || /^\]?\s*:/.test(after) || /\.(ts|tsx|js|json|zip|txt|html|pdf|css|svg|md)$/.test(`.${code}`)
    if ((rooms as readonly string[]).includes(room) && !other) found.push(end === '${' ? `${room}.${code}*` : `${room}.${code}`)
  }
  return found
}

/** Names of acts, as they are written for the journal. */
export const namesIn = ({ text }: SourceFile): string[] => [...text.matchAll(/\b(?:act|audit): '([a-z.-]+)'/g)].map(it => it[1] ?? '')

/** Codes without a sentence. `refusals` are the sentences of a room by code; `others` have the shape of codes and are none. */
export function unsaid(files: readonly SourceFile[], refusals: (room: string) => readonly string[], others: readonly string[] = []): string[] {
  return files.flatMap(file => [...new Set(codesIn(file))].filter(it => !others.includes(it)).flatMap(code => {
    const [room = '', name = ''] = code.split('.')
    const all = refusals(room)
    const there = name.endsWith('*') ? all.some(it => it.startsWith(name.slice(0, -1))) : all.includes(name)
    return there ? [] : [`${file.path}: ${code} has no sentence among the texts of ${room}`]
  }))
}

/** Sentences for refusals, by room; a room's texts may lie in several files. */
export function refusalsOf(texts: readonly Texts[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>()
  for (const { path, da } of texts)
    found.set(roomOf(path), [...(found.get(roomOf(path)) ?? []), ...Object.keys(((da['words'] as Tree | undefined)?.['refusals'] ?? {}) as object)])
  return found
}
