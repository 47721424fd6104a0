// The log as a document: typical examples on top, then everything chosen, newest first, then the list of exhibits and their pictures.
import { sayDay, dayOf, type Lang } from '../kernel/day.ts'
import type { PaperBlock, PaperColumn } from '../platform/paper.ts'
import { viewCopy } from '../platform/view-copy.ts'
import { preview, textOf, type CodeWords, type PreviewRow } from './preview.ts'
import { exhibitsOf, type Exhibit, type Row } from './rules.ts'

export interface LogPaper {
  readonly rows: readonly Row[]
  readonly words: CodeWords
  readonly lang: Lang
  readonly at: Date
  readonly title: string
  /** Who is who: phone numbers, profile names; printed as given. */
  readonly people: readonly (readonly [name: string, value: string])[]
  readonly background: string
  readonly purpose: string
  readonly links: number
  readonly lastSeal: string
  /** The bytes of an exhibit; asked for once, and only for pictures. */
  readonly bytesOf: (exhibit: Exhibit) => Promise<Uint8Array>
}

/** Pictures above this stay out of the paper; the original lies beside it. In bytes. */
const largestPicture = 60_000_000

export async function* logBlocks(log: LogPaper): AsyncGenerator<PaperBlock> {
  const { paper } = textOf(log.lang)
  const { all, typical } = preview(log.rows, log.words, log.lang)
  const exhibits = exhibitsOf(log.rows)
  yield { kind: 'title', text: log.title }
  yield { kind: 'small', text: `${paper.printed} ${sayDay(dayOf(log.at), log.lang)}. ${paper.counts(all.length, exhibits.length)}. ${log.purpose}` }
  if (log.people.length > 0) {
    yield { kind: 'heading', text: paper.people }
    yield { kind: 'facts', rows: log.people }
  }
  if (log.background !== '') {
    yield { kind: 'heading', text: paper.background }
    yield { kind: 'text', text: log.background }
  }
  if (typical.length > 0) yield* table(paper.typical, typical, log.lang)
  yield* table(paper.all, all, log.lang)
  if (all.some(it => it.beforeLaw)) yield { kind: 'small', text: paper.beforeLawNote }
  if (exhibits.length > 0) yield* exhibitBlocks(log, exhibits)
  yield { kind: 'heading', text: paper.seals }
  yield { kind: 'text', text: paper.sealsNote }
  yield { kind: 'facts', rows: [[paper.links, String(log.links)], [paper.lastSeal, log.lastSeal]] }
}

function* table(title: string, rows: readonly PreviewRow[], lang: Lang): Generator<PaperBlock> {
  const { paper } = textOf(lang)
  const columns: PaperColumn[] = [
    { title: paper.no, share: 1 }, { title: paper.when, share: 3.2 }, { title: paper.what, share: 9.6 }, { title: paper.exhibits, share: 1.8 },
  ]
  yield { kind: 'heading', text: title }
  yield { kind: 'table', columns, rows: rows.map(it => cells(it, paper.beforeLaw)) }
}

const cells = (it: PreviewRow, beforeLaw: string): string[] => [
  String(it.no), it.beforeLaw ? `${it.when}\n${beforeLaw}` : it.when, [it.told, ...it.details.map(([label, value]) => `${label}: ${value}`)].join('\n'), it.exhibits,
]

async function* exhibitBlocks(log: LogPaper, exhibits: readonly Exhibit[]): AsyncGenerator<PaperBlock> {
  const { paper } = textOf(log.lang)
  const columns: PaperColumn[] = [
    { title: paper.no, share: 1 }, { title: paper.file, share: 5 }, { title: paper.size, share: 2.4 }, { title: paper.digest, share: 7 },
  ]
  yield { kind: 'heading', text: paper.exhibitList }
  yield { kind: 'table', columns, rows: exhibits.map(it => [String(it.no), `${it.name} (${it.type})`, String(it.bytes), it.sha256]) }
  const pictures = exhibits.filter(it => it.type.startsWith('image/'))
  if (pictures.length === 0) return
  yield { kind: 'heading', text: paper.pictures }
  yield { kind: 'small', text: paper.pictureNote }
  for (const picture of pictures) yield await pictureBlock(log, picture)
}

async function pictureBlock(log: LogPaper, picture: Exhibit): Promise<PaperBlock> {
  const { paper } = textOf(log.lang)
  const copy = picture.bytes > largestPicture ? undefined : await viewCopy(await log.bytesOf(picture))
  const name = `${paper.exhibit} ${picture.no}. ${picture.name}`
  return copy ? { kind: 'figure', ...copy, alt: paper.alt(picture.no, picture.name), caption: name } : { kind: 'text', text: `${name} ${paper.noPicture}` }
}
