// Paper: tagged, archivable PDF (PDF/A-2a) out of plain blocks. One layout for bundles, forms and reports.
// Same blocks and same date give the same bytes. Checked with qpdf and pdfinfo; veraPDF has not judged it.
import PDFDocument from 'pdfkit'
import { fileURLToPath } from 'node:url'
import { drawAsk, drawBoxes, drawFields, drawGrid, drawInside, drawLines } from './paper-form.ts'
import { aside, line, page, paperOf, penOf, styles, turnPage, type Pen, type Style } from './paper-pen.ts'
import { drawCard, type PaperCard } from './paper-card.ts'
import { drawModel, type PaperModel } from './paper-model.ts'
import { drawTable } from './paper-table.ts'

/** What a sheet is about. `left` stands on top of every page; the page number ("side 3 af 12") below. */
export interface PaperHead {
  readonly title: string
  readonly left: string
  /** Date of the document; the only clock in it. */
  readonly at: Date
  readonly lang: 'da' | 'en'
  /** The first page lies on its side. */
  readonly lying?: boolean
}

/** Column widths are shares of the line. */
export interface PaperColumn { readonly title: string; readonly share: number }

export type PaperBlock =
  /** `room`: points that must be free under a heading on the same page. */
  | { readonly kind: 'title' | 'heading' | 'subheading' | 'text' | 'small'; readonly text: string; readonly room?: number }
  /** `name`: the share of the line that the names have. */
  | { readonly kind: 'facts'; readonly name?: number; readonly rows: readonly (readonly [name: string, value: string])[] }
  | { readonly kind: 'table'; readonly columns: readonly PaperColumn[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** A baseline JPEG in sRGB as viewCopy makes it. `alt` is what a screen reader says. */
  | {
      readonly kind: 'figure'; readonly jpeg: Uint8Array; readonly width: number; readonly height: number
      readonly alt: string; readonly caption: string
    }
  | { readonly kind: 'model'; readonly model: PaperModel }
  | { readonly kind: 'card'; readonly card: PaperCard }
  /** A question of a form. `when`: what it hangs on. `room`: points that must be free under it on the same page. */
  | { readonly kind: 'ask'; readonly text: string; readonly when?: string; readonly help?: string; readonly room: number }
  /** Boxes to tick, in as many columns as the words leave room for. */
  | { readonly kind: 'boxes'; readonly items: readonly string[]; readonly says: string }
  /** Lines to write on. */
  | { readonly kind: 'lines'; readonly count: number }
  /** Lines to write on side by side, each with its name; widths are shares of the line. */
  | { readonly kind: 'fields'; readonly items: readonly { readonly label: string; readonly share: number }[] }
  /** What hangs on the question above it: set in, with a rule beside it. */
  | { readonly kind: 'inside'; readonly blocks: readonly PaperBlock[] }
  /** A table to write in: titles, and empty rows of `height` points. */
  | { readonly kind: 'grid'; readonly columns: readonly PaperColumn[]; readonly rows: number; readonly height: number }
  /** `lying`: on its side, for a table with many columns; as the page before when not said. */
  | { readonly kind: 'newPage'; readonly lying?: boolean }

const face = (name: string): string =>
  fileURLToPath(new URL(`../fonts/IBMPlexSans/complete/ttf/IBMPlexSans-${name}.ttf`, import.meta.resolve('dkfds')))

/**
 * Draws the blocks and gives the file to `write` in pieces, awaiting each.
 * Pages are held until the end, because each names how many there are; pictures are not.
 */
export async function drawPaper(
  head: PaperHead, blocks: AsyncIterable<PaperBlock> | Iterable<PaperBlock>, write: (piece: Uint8Array) => void | Promise<void>,
): Promise<{ pages: number }> {
  const doc = open(head)
  const done = (async () => { for await (const piece of doc) await write(piece as Uint8Array) })()
  const pen = penOf(doc, head.lang, paperOf(head.lying))
  doc.addStructure(pen.root)
  for await (const block of blocks) draw(pen, block)
  pen.root.end()
  const pages = numberPages(pen, head)
  doc.end()
  await done
  return { pages }
}

function open(head: PaperHead): PDFKit.PDFDocument {
  // The metadata writer escapes nothing, and both places must say the same.
  const paper = paperOf(head.lying)
  const title = head.title.replaceAll(/[<>&]/g, ' ')
  const doc = new PDFDocument({
    size: [paper.width, paper.height], margins: { left: page.left, right: page.right, top: page.top, bottom: 0 },
    pdfVersion: '1.7', subset: 'PDF/A-2a', tagged: true, lang: head.lang, displayTitle: true, bufferPages: true,
    info: { Title: title, Producer: 'Lods', Creator: 'Lods', CreationDate: head.at },
    font: face('Regular'),
  })
  doc.registerFont('regular', face('Regular'))
  doc.registerFont('strong', face('SemiBold'))
  return doc
}

function draw(pen: Pen, block: PaperBlock): void {
  switch (block.kind) {
    case 'title': return drawText(pen, block.text, styles.title, 'H1', 10)
    case 'heading': return drawHeading(pen, block.text, block.room)
    case 'subheading': return drawText(pen, block.text, styles.subheading, 'H3', 3, 10, block.room)
    case 'text': return drawText(pen, block.text, styles.text, 'P', 7)
    case 'small': return drawText(pen, block.text, styles.small, 'P', 5)
    case 'list': return drawList(pen, block.items)
    case 'facts': return drawTable(pen, undefined, [block.name ?? 0.3, 1 - (block.name ?? 0.3)], block.rows)
    case 'table': return drawTable(pen, block.columns.map(it => it.title), block.columns.map(it => it.share), block.rows)
    case 'figure': return drawFigure(pen, block)
    case 'model': return drawModel(pen, block.model)
    case 'card': return drawCard(pen, block.card)
    case 'newPage': return turnPage(pen, block.lying)
    case 'ask': return drawAsk(pen, block)
    case 'boxes': return drawBoxes(pen, block.items, block.says)
    case 'lines': return drawLines(pen, block.count)
    case 'fields': return drawFields(pen, block.items)
    case 'grid': return drawGrid(pen, block.columns, block.rows, block.height)
    case 'inside': return drawInside(pen, inner => { for (const it of block.blocks) draw(inner, it) })
    default: return block satisfies never
  }
}

function drawHeading(pen: Pen, text: string, room?: number): void {
  drawText(pen, text, styles.heading, 'H2', 5, 12, room)
  pen.doc.outline.addItem(text)
}

function drawText(pen: Pen, text: string, style: Style, tag: string, after: number, before = 0, room = 0): void {
  if (pen.y > page.top) pen.y += before
  // A heading is not left alone at the foot of a page.
  const needs = tag.startsWith('H') ? style.lead + Math.max(style.lead * 3, room) : style.lead
  if (pen.y + needs > pen.bottom) turnPage(pen)
  const element = pen.doc.struct(tag)
  pen.root.add(element)
  flow(pen, element, pen.lines(text, style, pen.width), pen.left, style)
  element.end()
  pen.y += after
}

/** Lines into one element, over as many pages as it takes. */
function flow(pen: Pen, element: PDFKit.PDFStructureElement, lines: readonly string[], x: number, style: Style): void {
  let rest = lines
  while (rest.length > 0) {
    const room = Math.floor((pen.bottom - pen.y) / style.lead)
    if (room < 1) {
      turnPage(pen)
      continue
    }
    const now = rest.slice(0, room)
    element.add(() => now.forEach((it, index) => line(pen, it, x, pen.y + index * style.lead, style)))
    pen.y += now.length * style.lead
    rest = rest.slice(room)
  }
}

function drawList(pen: Pen, items: readonly string[]): void {
  const list = pen.doc.struct('L')
  pen.root.add(list)
  for (const item of items) {
    const element = pen.doc.struct('LI')
    const label = pen.doc.struct('Lbl')
    const body = pen.doc.struct('LBody')
    list.add(element)
    element.add(label).add(body)
    if (pen.y + styles.text.lead > pen.bottom) turnPage(pen)
    label.add(() => line(pen, '•', pen.left, pen.y, styles.text))
    flow(pen, body, pen.lines(item, styles.text, pen.width - 12), pen.left + 12, styles.text)
    element.end()
    pen.y += 2
  }
  list.end()
  pen.y += 5
}

function drawFigure(pen: Pen, block: PaperBlock & { kind: 'figure' }): void {
  const { doc } = pen
  const scale = Math.min(1, pen.width / block.width, 430 / block.height)
  const width = block.width * scale
  const height = block.height * scale
  if (pen.y + height + styles.small.lead * 2 > pen.bottom) turnPage(pen)
  const options: PDFKit.Mixins.StructureElementOptions & { bbox: [number, number, number, number] } =
    { alt: block.alt, bbox: [pen.left, pen.y, pen.left + width, pen.y + height] }
  const element = doc.struct('Figure', options)
  pen.root.add(element)
  element.add(() => doc.image(Buffer.from(block.jpeg), pen.left, pen.y, { width, height }))
  element.end()
  pen.y += height + 4
  drawText(pen, block.caption, styles.small, 'P', 12)
}

function numberPages(pen: Pen, head: PaperHead): number {
  const { start, count } = pen.doc.bufferedPageRange()
  for (let index = 0; index < count; index++) {
    pen.doc.switchToPage(start + index)
    const { width, height } = pen.doc.page
    const number = head.lang === 'da' ? `side ${index + 1} af ${count}` : `page ${index + 1} of ${count}`
    aside(pen, () => {
      const [first = ''] = pen.lines(head.left, styles.small, width - page.left - page.right)
      line(pen, first, page.left, 36, styles.small)
      line(pen, number, page.left, height - 46, styles.small)
      pen.doc.lineWidth(0.5).strokeColor('#bbbbbb').moveTo(page.left, 52).lineTo(width - page.right, 52).stroke()
    })
  }
  return count
}
