// The blocks of a form as a Word document (Office Open XML, ISO/IEC 29500), written by hand: to be filled in and changed where there is no other program.
// Headings, lists and tables are marked as such, the language is said, and the first row of a table is repeated on every page.
import { crc32 } from 'node:zlib'
import type { Day } from '../kernel/day.ts'
import type { PaperBlock, PaperColumn, PaperHead } from './paper.ts'
import { wordParts } from './word-parts.ts'
import { zipWriter } from './zip-writer.ts'

/** Twentieths of a point, as Word counts. */
const a4 = { short: 11_906, long: 16_838, margin: 1_100 }
const widthOf = (lying: boolean): number => (lying ? a4.long : a4.short) - 2 * a4.margin

const escaped = (text: string): string =>
  [...text].filter(it => it >= ' ' || it === '\n' || it === '\t').join('').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const run = (text: string, more = ''): string =>
  `<w:r>${more && `<w:rPr>${more}</w:rPr>`}${escaped(text).split('\n').map(it => `<w:t xml:space="preserve">${it}</w:t>`).join('<w:br/>')}</w:r>`
const paragraph = (style: string, inside: string, indent = 0): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${indent > 0 ? `<w:ind w:left="${indent}"/>` : ''}</w:pPr>${inside}</w:p>`

/** Where the writing stands: how far in, and which way the page turns. */
interface Place { readonly indent: number; lying: boolean }

/** @throws Error for a block that no form has: pictures and drawings */
export function wordFile(head: PaperHead, day: Day, blocks: Iterable<PaperBlock>): Promise<Uint8Array<ArrayBuffer>> {
  const at: Place = { indent: 0, lying: head.lying ?? false }
  const body = [...blocks].map(it => wordOf(it, at)).join('')
  return zipped(day, wordParts(head, `${body}${section(at.lying)}`))
}

const section = (lying: boolean): string =>
  `<w:sectPr><w:pgSz w:w="${lying ? a4.long : a4.short}" w:h="${lying ? a4.short : a4.long}"${lying ? ' w:orient="landscape"' : ''}/><w:pgMar w:top="${a4.margin}" w:right="${a4.margin}" w:bottom="${a4.margin}" w:left="${a4.margin}" w:header="500" w:footer="500" w:gutter="0"/></w:sectPr>`

function wordOf(block: PaperBlock, at: Place): string {
  switch (block.kind) {
    case 'title': return paragraph('Title', run(block.text))
    case 'heading': return paragraph('Heading1', run(block.text))
    case 'subheading': return paragraph('Heading2', run(block.text), at.indent)
    case 'text': return paragraph('Normal', run(block.text), at.indent)
    case 'small': return paragraph('Small', run(block.text), at.indent)
    case 'ask': return paragraph('Heading3', run(block.when ? `${block.when}: ${block.text}` : block.text), at.indent) + (block.help ? paragraph('Small', run(block.help), at.indent) : '')
    case 'boxes': return paragraph('Boxes', run(block.items.map(it => `☐\u00a0${it.replaceAll(' ', '\u00a0')}`).join('    ')), at.indent)
    case 'lines': return Array.from({ length: block.count }, () => paragraph('Line', '', at.indent)).join('')
    case 'fields': return block.items.map(it => paragraph('Line', run(`${it.label}: `, '<w:color w:val="555555"/>'), at.indent)).join('')
    case 'inside': return block.blocks.map(it => wordOf(it, { ...at, indent: at.indent + 340 })).join('')
    case 'list': return block.items.map(it => paragraph('ListBullet', run(it), at.indent)).join('')
    case 'facts': return table([{ title: '', share: block.name ?? 0.3 }, { title: '', share: 1 - (block.name ?? 0.3) }], block.rows, at.lying, undefined)
    case 'table': return table(block.columns, block.rows, at.lying, 0)
    case 'grid': return table(block.columns, Array.from({ length: block.rows }, () => block.columns.map(() => '')), at.lying, block.height)
    case 'newPage': return newPage(at, block.lying)
    case 'figure': case 'model': case 'card': throw new Error(`a ${block.kind} has no place in a form`)
    default: return block satisfies never
  }
}

/** A page that turns begins a new section; the one that ends says how it lay. */
function newPage(at: Place, lying: boolean | undefined): string {
  if (lying === undefined || lying === at.lying) return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
  const before = section(at.lying)
  at.lying = lying
  return `<w:p><w:pPr>${before}</w:pPr></w:p>`
}

/** @param height of the rows in points, 0 where their text decides; undefined for a table whose first column names its rows */
function table(columns: readonly PaperColumn[], rows: readonly (readonly string[])[], lying: boolean, height: number | undefined): string {
  const whole = columns.reduce((sum, it) => sum + it.share, 0)
  const widths = columns.map(it => Math.round((it.share / whole) * widthOf(lying)))
  const cell = (text: string, column: number, style: string) => `<w:tc><w:tcPr><w:tcW w:w="${widths[column] ?? 0}" w:type="dxa"/></w:tcPr>${paragraph(style, run(text))}</w:tc>`
  const head = height === undefined ? '' : `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${columns.map((it, at) => cell(it.title, at, 'CellHead')).join('')}</w:tr>`
  const body = rows.map(row => `<w:tr><w:trPr><w:cantSplit/>${height ? `<w:trHeight w:val="${height * 20}" w:hRule="atLeast"/>` : ''}</w:trPr>${columns.map((_, at) => cell(row[at] ?? '', at, height === undefined && at === 0 ? 'CellHead' : 'Cell')).join('')}</w:tr>`)
  const looks = `<w:tblLook w:val="0000" w:firstRow="${height === undefined ? 0 : 1}" w:lastRow="0" w:firstColumn="${height === undefined ? 1 : 0}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`
  return `<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="${widthOf(lying)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>${looks}</w:tblPr><w:tblGrid>${widths.map(it => `<w:gridCol w:w="${it}"/>`).join('')}</w:tblGrid>${head}${body.join('')}</w:tbl>${paragraph('Normal', '')}`
}

async function zipped(day: Day, parts: Readonly<Record<string, string>>): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = []
  const zip = zipWriter({ day }, async piece => { pieces.push(piece) })
  for (const [name, text] of Object.entries(parts)) {
    const bytes = Buffer.from(text)
    await zip.add({ name, size: bytes.length, crc: crc32(bytes), executable: false }, [bytes])
  }
  await zip.end()
  return new Uint8Array(Buffer.concat(pieces))
}
