// The picture of the model on paper: one entrance, the visitator, and those she leads to. Boxes with names in them, and arrows.
import { aside, line, styles, turnPage, type Pen, type Style } from './paper-pen.ts'

export interface PaperBox {
  readonly title: string
  /** Names with telephone numbers. */
  readonly people: readonly string[]
  readonly task: string
}
export interface PaperModel { readonly entrance: PaperBox; readonly visitator: PaperBox; readonly partners: readonly PaperBox[] }

const gap = 22
const pad = 8

export function drawModel(pen: Pen, { entrance, visitator, partners }: PaperModel): void {
  const half = (pen.width - gap) / 2
  const first = [entrance, visitator].map((it, at) => laid(pen, it, pen.left + at * (half + gap), half))
  const width = (pen.width - gap * (partners.length - 1) / 2) / Math.max(partners.length, 1)
  const second = partners.map((it, at) => laid(pen, it, pen.left + at * (width + gap / 2), width))
  const [top, below] = [tallest(first), tallest(second)]
  if (pen.y + top + gap + below > pen.bottom) turnPage(pen)
  for (const it of first) drawBox(pen, it, top)
  arrow(pen, pen.left + half + 2, pen.y + top / 2, gap - 4)
  const from = pen.left + half + gap + half / 2
  pen.y += top
  for (const it of second) branch(pen, from, it.x + it.width / 2)
  pen.y += gap
  for (const it of second) drawBox(pen, it, below)
  pen.y += below + 12
}

interface Laid { readonly x: number; readonly width: number; readonly rows: readonly { readonly text: string; readonly style: Style; readonly tag: string }[]; readonly height: number }

function laid(pen: Pen, it: PaperBox, x: number, width: number): Laid {
  const rows = ([[it.title, styles.subheading, 'H2'], ...it.people.map(one => [one, styles.cell, 'P'] as const), [it.task, styles.small, 'P']] as const)
    .flatMap(([text, style, tag]) => pen.lines(text, style, width - 2 * pad).map(part => ({ text: part, style, tag })))
  return { x, width, rows, height: rows.reduce((sum, row) => sum + row.style.lead, 0) + 2 * pad }
}
const tallest = (all: readonly Laid[]): number => Math.max(0, ...all.map(it => it.height))

function drawBox(pen: Pen, it: Laid, height: number): void {
  aside(pen, () => pen.doc.lineWidth(0.8).strokeColor('#1a1a1a').rect(it.x, pen.y, it.width, height).stroke())
  let y = pen.y + pad
  for (const row of it.rows) {
    const element = pen.doc.struct(row.tag)
    pen.root.add(element)
    const at = y
    element.add(() => line(pen, row.text, it.x + pad, at, row.style))
    element.end()
    y += row.style.lead
  }
}

/** To the right. */
function arrow(pen: Pen, x: number, y: number, length: number): void {
  aside(pen, () => pen.doc.lineWidth(1).strokeColor('#1a1a1a').moveTo(x, y).lineTo(x + length, y).moveTo(x + length - 5, y - 4).lineTo(x + length, y).lineTo(x + length - 5, y + 4).stroke())
}

/** From the visitator down to one of those she leads to, and back. */
function branch(pen: Pen, from: number, to: number): void {
  const [top, middle, foot] = [pen.y + 2, pen.y + gap / 2, pen.y + gap - 2]
  aside(pen, () => pen.doc.lineWidth(1).strokeColor('#1a1a1a').moveTo(from, top).lineTo(from, middle).lineTo(to, middle).lineTo(to, foot)
    .moveTo(to - 4, foot - 5).lineTo(to, foot).lineTo(to + 4, foot - 5).moveTo(from - 4, top + 5).lineTo(from, top).lineTo(from + 4, top + 5).stroke())
}
