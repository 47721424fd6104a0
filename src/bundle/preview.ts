// The rows of a bundle as the other party may come to read them: on paper, and on the screen before it is made.
import type { Lang } from '../kernel/day.ts'
import { beforeStalkingLaw, newestFirst, sayOccurred, typicalOf, type BundleEntry, type Row } from './rules.ts'
import { da, type Texts } from './text.da.ts'
import { en } from './text.en.ts'

/** Everything that will be read, in words; `details` in the order they are printed. */
export interface PreviewRow {
  readonly no: number
  readonly when: string
  readonly told: string
  readonly details: readonly (readonly [label: string, value: string])[]
  /** "Bilag 3, 4", or empty. */
  readonly exhibits: string
  readonly beforeLaw: boolean
}

type Coded = 'type' | 'channel' | 'actor' | 'myResponse'
/** Codes in the reader's words, field by field. A code that is not here is printed as it is; one whose word is empty is not printed. */
export type CodeWords = { readonly [K in Coded]?: Readonly<Record<string, string>> }

export const textOf = (lang: Lang): Texts => (lang === 'da' ? da : en)

/** All rows, newest first, and the at most five that stand on top. */
export function preview(rows: readonly Row[], words: CodeWords, lang: Lang): { readonly all: PreviewRow[]; readonly typical: PreviewRow[] } {
  const read = ({ entry }: Row) => readRow(entry, words, lang)
  return { all: newestFirst(rows).map(read), typical: typicalOf(rows).map(read) }
}

function readRow(entry: BundleEntry, words: CodeWords, lang: Lang): PreviewRow {
  const text = textOf(lang)
  const word = (field: Coded) => words[field]?.[entry[field] ?? ''] ?? entry[field]
  const times = entry.count === 1 ? '' : text.paper.times(entry.count)
  const values = {
    type: [word('type'), times].filter(Boolean).join(', '), channel: word('channel'), actor: word('actor'), place: entry.place,
    witnesses: entry.witnesses.join(', '), myResponse: word('myResponse'), reportedTo: entry.reportedTo,
  }
  const details = (Object.keys(values) as (keyof typeof values)[]).flatMap(key => (values[key] ? [[text.fields[key], values[key]] as const] : []))
  return {
    no: entry.no, when: sayOccurred(entry.occurred, text.certainty, lang), told: entry.told, details,
    exhibits: entry.exhibits.map(it => `${text.paper.exhibit} ${it.no}`).join(', '), beforeLaw: beforeStalkingLaw(entry) === true,
  }
}
