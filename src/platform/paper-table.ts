// Tables that break over pages, row by row and inside a row: no cell is cut off, however long its text.
import { aside, line, styles, turnPage, type Pen, type Style } from './paper-pen.ts'

const pad = 4

/**
 * @param titles column titles, repeated on every page; without them the first cell of each row is that row's heading
 * @param shares of the line, one for each column
 */
export function drawTable(pen: Pen, titles: readonly string[] | undefined, shares: readonly number[], rows: readonly (readonly string[])[]): void {
  const whole = shares.reduce((sum, it) => sum + it, 0)
  const columns = placed(pen, shares.map(it => (it / whole) * pen.width))
  const table = pen.doc.struct('Table')
  pen.root.add(table)
  const top = titles && row(pen, columns, titles, () => styles.cellHead)
  if (top) {
    if (pen.y + height(top) * 2 > pen.bottom) turnPage(pen)
    drawRow(pen, table, columns, top, 'Column', undefined)
  }
  for (const cells of rows) {
    const style = (index: number): Style => (titles || index > 0 ? styles.cell : styles.cellHead)
    drawRow(pen, table, columns, row(pen, columns, cells, style), titles ? undefined : 'Row', top)
  }
  table.end()
  pen.y += 8
}

interface Column { readonly x: number; readonly width: number }
interface Cell { readonly lines: readonly string[]; readonly style: Style }

function placed(pen: Pen, widths: readonly number[]): Column[] {
  let x = pen.left
  return widths.map(width => {
    const column = { x: x + pad, width: width - 2 * pad }
    x += width
    return column
  })
}

const row = (pen: Pen, columns: readonly Column[], cells: readonly string[], style: (index: number) => Style): Cell[] =>
  columns.map(({ width }, index) => ({ lines: pen.lines(cells[index] ?? '', style(index), width), style: style(index) }))

const lead = styles.cell.lead
const height = (cells: readonly Cell[]): number => Math.max(...cells.map(it => it.lines.length)) * lead + 2 * pad

type Scope = 'Column' | 'Row' | undefined

function drawRow(
  pen: Pen, table: PDFKit.PDFStructureElement, columns: readonly Column[], cells: readonly Cell[], heads: Scope, top: readonly Cell[] | undefined,
): void {
  const tr = pen.doc.struct('TR')
  table.add(tr)
  const elements = cells.map((_, index) => cellElement(pen, tr, heads === 'Column' || (heads === 'Row' && index === 0) ? heads : undefined))
  const longest = Math.max(...cells.map(it => it.lines.length))
  for (let from = 0; from < longest;) {
    const room = Math.floor((pen.bottom - pen.y - 2 * pad) / lead)
    // Short rows stay whole; long ones begin only where at least three lines fit.
    if (room < Math.min(longest - from, longest <= 12 ? 12 : 3)) {
      turnPage(pen)
      if (top) aside(pen, () => drawPiece(pen, columns, top, 0, Infinity, undefined))
      continue
    }
    drawPiece(pen, columns, cells, from, room, elements)
    from += room
  }
  tr.end()
}

function cellElement(pen: Pen, tr: PDFKit.PDFStructureElement, scope: Scope): PDFKit.PDFStructureElement {
  const options: PDFKit.Mixins.StructureElementOptions & { scope?: 'Column' | 'Row' } = scope ? { scope } : {}
  const element = pen.doc.struct(scope ? 'TH' : 'TD', options)
  tr.add(element)
  return element
}

function drawPiece(
  pen: Pen, columns: readonly Column[], cells: readonly Cell[], from: number, room: number, elements: readonly PDFKit.PDFStructureElement[] | undefined,
): void {
  const pieces = cells.map(it => it.lines.slice(from, from + room))
  for (const [index, lines] of pieces.entries()) {
    const { x = 0 } = columns[index] ?? {}
    const { style = styles.cell } = cells[index] ?? {}
    const drawn = () => lines.forEach((it, at) => line(pen, it, x, pen.y + pad + at * lead, style))
    if (!elements) drawn()
    else if (lines.some(it => it.trim() !== '')) elements[index]?.add(drawn)
  }
  pen.y += Math.max(...pieces.map(it => it.length)) * lead + 2 * pad
  const rule = () => pen.doc.lineWidth(0.4).strokeColor('#bbbbbb').moveTo(pen.left, pen.y).lineTo(pen.left + pen.width, pen.y).stroke()
  if (elements) aside(pen, rule)
  else rule()
}
