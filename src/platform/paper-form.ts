// What a form on paper is drawn with: questions, boxes to tick, lines to write on, and tables to fill in.
import { aside, line, page, pageNow, styles, turnPage, type Pen, type Style } from './paper-pen.ts'

/** Points from one written line to the next: room for a hand. */
export const hand = 25
const boxSide = 9.5
const boxLead = 19

function textIn(pen: Pen, tag: string, text: string, style: Style, x = pen.left, width = pen.width): void {
  const element = pen.doc.struct(tag)
  pen.root.add(element)
  const lines = pen.lines(text, style, width)
  const y = pen.y
  element.add(() => lines.forEach((it, at) => line(pen, it, x, y + at * style.lead, style)))
  element.end()
  pen.y += lines.length * style.lead
}

export function drawAsk(pen: Pen, it: { readonly text: string; readonly when?: string; readonly help?: string; readonly room: number }): void {
  const asked = it.when ? `${it.when}: ${it.text}` : it.text
  const head = pen.lines(asked, styles.subheading, pen.width).length * styles.subheading.lead
  const help = it.help ? pen.lines(it.help, styles.small, pen.width).length * styles.small.lead : 0
  if (pen.y > page.top) pen.y += 9
  if (pen.y + head + help + it.room > pen.bottom && pen.y > page.top) turnPage(pen)
  textIn(pen, 'H3', asked, styles.subheading)
  if (it.help) textIn(pen, 'P', it.help, styles.small)
  pen.y += 2
}

/** @param says what a box is called by whoever reads aloud */
export function drawBoxes(pen: Pen, items: readonly string[], says: string): void {
  const style = styles.text
  const needed = Math.max(...items.map(it => pen.doc.font(style.face).fontSize(style.size).widthOfString(it))) + boxSide + 22
  const columns = Math.max(1, Math.min(4, Math.floor(pen.width / needed)))
  const width = pen.width / columns
  const list = pen.doc.struct('L')
  pen.root.add(list)
  pen.y += 3
  for (let from = 0; from < items.length; from += columns) {
    const row = items.slice(from, from + columns).map(it => pen.lines(it, style, width - boxSide - 18))
    const tall = Math.max(...row.map(it => it.length)) * style.lead + boxLead - style.lead
    if (pen.y + tall > pen.bottom) turnPage(pen)
    for (const [at, lines] of row.entries()) drawBox(pen, list, pen.left + at * width, lines, says)
    pen.y += tall
  }
  list.end()
  pen.y += 2
}

function drawBox(pen: Pen, list: PDFKit.PDFStructureElement, x: number, lines: readonly string[], says: string): void {
  const item = pen.doc.struct('LI')
  const label = pen.doc.struct('Lbl', { alt: says })
  const body = pen.doc.struct('LBody')
  list.add(item)
  item.add(label).add(body)
  const y = pen.y
  label.add(() => pen.doc.lineWidth(0.8).strokeColor('#1a1a1a').rect(x + 0.5, y + 2, boxSide, boxSide).stroke())
  body.add(() => lines.forEach((it, at) => line(pen, it, x + boxSide + 7, y + at * styles.text.lead, styles.text)))
  item.end()
}

const ruleOn = (pen: Pen, x: number, y: number, width: number): void =>
  aside(pen, () => pen.doc.lineWidth(0.5).strokeColor('#8a8a8a').moveTo(x, y).lineTo(x + width, y).stroke())

export function drawLines(pen: Pen, count: number): void {
  for (let at = 0; at < count; at++) {
    if (pen.y + hand > pen.bottom) turnPage(pen)
    pen.y += hand
    ruleOn(pen, pen.left, pen.y, pen.width)
  }
  pen.y += 5
}

export function drawFields(pen: Pen, items: readonly { readonly label: string; readonly share: number }[]): void {
  const whole = items.reduce((sum, it) => sum + it.share, 0)
  const gap = 14
  if (pen.y + hand + styles.small.lead > pen.bottom) turnPage(pen)
  let x = pen.left
  const y = pen.y + 4
  for (const it of items) {
    const width = (it.share / whole) * (pen.width + gap) - gap
    pen.y = y
    textIn(pen, 'P', it.label, styles.small, x, width)
    ruleOn(pen, x, y + styles.small.lead + hand - 4, width)
    x += width + gap
  }
  pen.y = y + styles.small.lead + hand + 2
}

/** Draws set in, with a rule along its left side, over as many pages as it takes. */
export function drawInside(pen: Pen, what: (inner: Pen) => void): void {
  const inner: Pen = { ...pen, left: pen.left + 14, width: pen.width - 14 }
  const [from, top] = [pageNow(pen), pen.y + 4]
  what(inner)
  pen.y = inner.y
  const to = pageNow(pen)
  for (let at = from; at <= to; at++) {
    pen.doc.switchToPage(at)
    const start = at === from ? top : page.top
    const end = at === to ? pen.y : pen.ends.get(at) ?? pen.bottom
    if (end > start + 12) aside(pen, () => pen.doc.lineWidth(1.6).strokeColor('#c4c4c4').moveTo(pen.left + 4, start).lineTo(pen.left + 4, end).stroke())
  }
  pen.y += 3
}

interface Column { readonly title: string; readonly share: number }
export function drawGrid(pen: Pen, columns: readonly Column[], rows: number, height: number): void {
  const whole = columns.reduce((sum, it) => sum + it.share, 0)
  const widths = columns.map(it => (it.share / whole) * pen.width)
  const head = columns.map((it, at) => pen.lines(it.title, styles.cellHead, (widths[at] ?? 0) - 8))
  const top = Math.max(...head.map(it => it.length)) * styles.cellHead.lead + 8
  const table = pen.doc.struct('Table')
  pen.root.add(table)
  if (pen.y + top + height > pen.bottom) turnPage(pen)
  headRow(pen, table, widths, head, top)
  for (let at = 0; at < rows; at++) {
    if (pen.y + height > pen.bottom) {
      turnPage(pen)
      headRow(pen, undefined, widths, head, top)
    }
    const tr = pen.doc.struct('TR')
    table.add(tr)
    for (const _ of columns) tr.add(pen.doc.struct('TD'))
    tr.end()
    frame(pen, widths, height)
    pen.y += height
  }
  table.end()
  pen.y += 8
}

function headRow(pen: Pen, table: PDFKit.PDFStructureElement | undefined, widths: readonly number[], head: readonly (readonly string[])[], height: number): void {
  aside(pen, () => pen.doc.rect(pen.left, pen.y, pen.width, height).fill('#ededed'))
  const tr = table && pen.doc.struct('TR')
  if (table && tr) table.add(tr)
  let x = pen.left
  for (const [at, lines] of head.entries()) {
    const drawn = () => lines.forEach((it, down) => line(pen, it, x + 4, pen.y + 4 + down * styles.cellHead.lead, styles.cellHead))
    if (tr) {
      const th = pen.doc.struct('TH', { scope: 'Column' } as PDFKit.Mixins.StructureElementOptions)
      tr.add(th)
      th.add(drawn)
    } else aside(pen, drawn)
    x += widths[at] ?? 0
  }
  tr?.end()
  frame(pen, widths, height)
  pen.y += height
}

/** The lines around the cells of one row. */
function frame(pen: Pen, widths: readonly number[], height: number): void {
  aside(pen, () => {
    pen.doc.lineWidth(0.6).strokeColor('#6b6b6b').rect(pen.left, pen.y, pen.width, height).stroke()
    let x = pen.left
    for (const width of widths.slice(0, -1)) {
      x += width
      pen.doc.moveTo(x, pen.y).lineTo(x, pen.y + height).stroke()
    }
  })
}
