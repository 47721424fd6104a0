// A guide is a file of Markdown with a few lines in front, once in Danish and once in English. What it is made of, and how it is read. Pure.
import { type Token, type Tokens, lexer } from 'marked'
import { type Day, type Lang, readDay } from '../kernel/day.ts'
import { lix, sentences } from '../forms/lix.ts'
import { guideFaultText as say } from './guide-fault-text.ts'

/**
 * Whom a text is for. `public` and `professionals` are the open pages, `citizen` and `both` are guides that stand open beside them;
 * `staff` is read by whoever works here, signed in.
 */
export const audiences = ['public', 'professionals', 'citizen', 'both', 'staff'] as const
export type Audience = (typeof audiences)[number]

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'em'; readonly inside: readonly Inline[] }
  /** `to` as it was written: another text's id, a place, an address in the house, or https. */
  | { readonly kind: 'link'; readonly to: string; readonly inside: readonly Inline[] }
  /** A telephone number, looked up when the page is drawn. */
  | { readonly kind: 'phone'; readonly key: string }
export type Block =
  | { readonly kind: 'paragraph'; readonly inside: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'note'; readonly blocks: readonly Block[] }
  | { readonly kind: 'table'; readonly head: readonly (readonly Inline[])[]; readonly rows: readonly (readonly (readonly Inline[])[])[] }
  /** Everybody there is to call. */
  | { readonly kind: 'phones' }

/** What stands under one heading. `id` is its place in the address and the same in both languages; empty before the first heading. */
export interface Section { readonly id: string; readonly depth: 2 | 3; readonly title: string; readonly blocks: readonly Block[] }

/** One language of a guide. `about` is the sentence that lists it. */
export interface GuideText {
  readonly title: string
  readonly about: string
  readonly source: string
  readonly status: string
  readonly sections: readonly Section[]
}
export interface Guide {
  readonly id: string
  readonly audience: Audience
  /** The number in the address of a text that stands open. Given once and never given to another. */
  readonly place?: number
  readonly version: number
  /** The day somebody in the field read and approved it. */
  readonly reviewed?: Day
  readonly text: Readonly<Record<Lang, GuideText>>
}

/** A sentence for whoever wrote it; `near` stands in the file where it is about one place. */
export interface GuideFault { readonly says: string; readonly near?: string }
/** One file, read. */
export interface ReadFile { readonly head: Readonly<Record<string, string>>; readonly sections: readonly Section[]; readonly faults: readonly GuideFault[] }

const keys = ['title', 'about', 'audience', 'place', 'source', 'status', 'version', 'reviewed'] as const

export function readFile(written: string): ReadFile {
  const faults: GuideFault[] = []
  const [, front = '', body = written] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(written.replaceAll('\r\n', '\n')) ?? []
  const head: Record<string, string> = {}
  for (const line of front.split('\n').filter(Boolean)) {
    const [, key = line, value = ''] = /^([a-z]+):\s*(.*)$/.exec(line) ?? []
    if (keys.some(it => it === key)) head[key] = value.trim()
    else faults.push({ says: say.front(key, keys.join(', ')), near: line })
  }
  for (const key of ['title', 'about', 'audience', 'source', 'status', 'version'] as const) if (!head[key]) faults.push({ says: say.lacks(key) })
  if (head['audience'] && !audiences.some(it => it === head['audience'])) faults.push({ says: say.audience(head['audience'], audiences.join(', ')), near: 'audience:' })
  for (const key of ['version', 'place'] as const) if (head[key] !== undefined && !/^[1-9]\d*$/.test(head[key])) faults.push({ says: say.number(key, head[key]), near: `${key}:` })
  if (head['reviewed'] && !readDay(head['reviewed'])) faults.push({ says: say.reviewed(head['reviewed']), near: 'reviewed:' })
  return { head, sections: sectionsOf(lexer(body), faults), faults }
}

function sectionsOf(tokens: readonly Token[], faults: GuideFault[]): Section[] {
  const sections: { id: string; depth: 2 | 3; title: string; blocks: Block[] }[] = [{ id: '', depth: 2, title: '', blocks: [] }]
  for (const token of tokens) {
    if (token.type === 'heading') {
      const { depth, text } = token as Tokens.Heading
      const [, title = text, id = slug(text)] = /^(.*?)\s*\{#([a-z0-9-]+)\}$/.exec(text) ?? []
      if (depth !== 2 && depth !== 3) faults.push({ says: say.depth(title, depth), near: token.raw.trim() })
      sections.push({ id, depth: depth === 3 ? 3 : 2, title, blocks: [] })
    } else sections.at(-1)?.blocks.push(...blocksOf([token], faults))
  }
  return sections.filter(it => it.id !== '' || it.blocks.length > 0)
}

const slug = (title: string): string =>
  title.toLowerCase().replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')

function blocksOf(tokens: readonly Token[], faults: GuideFault[]): Block[] {
  return tokens.flatMap((token): Block[] => {
    switch (token.type) {
      case 'space': return []
      case 'paragraph': return token.raw.trim() === '{{telefonliste}}' ? [{ kind: 'phones' }] : [{ kind: 'paragraph', inside: inlinesOf(token.tokens ?? [], faults) }]
      case 'text': return [{ kind: 'paragraph', inside: inlinesOf((token as Tokens.Text).tokens ?? [token], faults) }]
      case 'blockquote': return [{ kind: 'note', blocks: blocksOf(token.tokens ?? [], faults) }]
      case 'list': return [{ kind: 'list', ordered: (token as Tokens.List).ordered, items: (token as Tokens.List).items.map(it => blocksOf(it.tokens, faults)) }]
      case 'table': {
        const { header, rows } = token as Tokens.Table
        const cells = (row: readonly Tokens.TableCell[]) => row.map(it => inlinesOf(it.tokens, faults))
        return [{ kind: 'table', head: cells(header), rows: rows.map(cells) }]
      }
      default:
        faults.push(stranger(token))
        return []
    }
  })
}

function inlinesOf(tokens: readonly Token[], faults: GuideFault[]): Inline[] {
  return tokens.flatMap((token): Inline[] => {
    switch (token.type) {
      case 'text': case 'escape': return withPhones(token.type === 'text' ? (token as Tokens.Text).text : (token as Tokens.Escape).text)
      case 'strong': case 'em': return [{ kind: token.type, inside: inlinesOf(token.tokens ?? [], faults) }]
      case 'link': return [{ kind: 'link', to: (token as Tokens.Link).href, inside: inlinesOf(token.tokens ?? [], faults) }]
      default:
        faults.push(stranger(token))
        return []
    }
  })
}

const stranger = ({ type, raw }: Token): GuideFault => ({ says: say.stranger(say.kinds[type] ?? type, raw.trim().replace(/\s+/g, ' ').slice(0, 60)), near: raw.trim().split('\n')[0] ?? '' })

const withPhones = (text: string): Inline[] =>
  text.split(/\{\{telefon:([a-z0-9-]+)\}\}/).map((piece, at): Inline => (at % 2 === 1 ? { kind: 'phone', key: piece } : { kind: 'text', text: piece }))
    .filter(it => it.kind !== 'text' || it.text !== '')

/** The words of a piece of text, a number standing for each telephone. */
export const wordsOf = (inside: readonly Inline[]): string =>
  inside.map(it => (it.kind === 'text' ? it.text : it.kind === 'phone' ? '114' : wordsOf(it.inside))).join('')

/** Every sentence of these blocks, a piece for each paragraph, item and cell. */
export const piecesOf = (blocks: readonly Block[]): string[] => blocks.flatMap((it): string[] => {
  switch (it.kind) {
    case 'paragraph': return [wordsOf(it.inside)]
    case 'list': return it.items.flatMap(piecesOf)
    case 'note': return piecesOf(it.blocks)
    case 'table': return [...it.head, ...it.rows.flat()].map(wordsOf)
    case 'phones': return []
  }
})

/** All of a text as one running text. */
export const runningText = ({ title, sections }: Pick<GuideText, 'title' | 'sections'>): string =>
  sentences([title, ...sections.flatMap(it => [it.title, ...piecesOf(it.blocks)])])

export const wordCount = (text: string): number => (text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? []).length

export const easeOf = (text: GuideText): number => lix(runningText(text))

/** Hard to read from this LIX on. */
export const hardFrom = (audience: Audience): 35 | 40 => (audience === 'staff' || audience === 'professionals' ? 40 : 35)

export const isOpen = (it: Pick<Guide, 'audience'>): boolean => it.audience !== 'staff'

/** Every link and every telephone that stands in a text, with the section it stands in. */
export function mentions(sections: readonly Section[]): { readonly links: readonly string[]; readonly phones: readonly string[] } {
  const inlines = sections.flatMap(it => it.blocks.flatMap(inlinesIn))
  return { links: inlines.flatMap(it => (it.kind === 'link' ? [it.to] : [])), phones: inlines.flatMap(it => (it.kind === 'phone' ? [it.key] : [])) }
}

function inlinesIn(block: Block): Inline[] {
  const all = (inside: readonly Inline[]): Inline[] => inside.flatMap(it => ('inside' in it ? [it, ...all(it.inside)] : [it]))
  switch (block.kind) {
    case 'paragraph': return all(block.inside)
    case 'list': return block.items.flat().flatMap(inlinesIn)
    case 'note': return block.blocks.flatMap(inlinesIn)
    case 'table': return [...block.head, ...block.rows.flat()].flatMap(all)
    case 'phones': return []
  }
}
