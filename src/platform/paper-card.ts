// A card on paper: parts side by side in two columns, close enough that a whole card is one page. What is asked in a line is answered on the same line.
import { aside, line, page, styles, turnPage, type Pen, type Style } from './paper-pen.ts'

export type CardRow =
  | { readonly kind: 'said'; readonly text: string }
  /** `lines`: more of them to write on, below the first. */
  | { readonly kind: 'line'; readonly text: string; readonly lines: number }
  | { readonly kind: 'boxes'; readonly items: readonly string[]; readonly across: boolean }
export interface CardPart { readonly title: string; readonly rows: readonly CardRow[] }
/** `says`: what a box is called by whoever reads aloud. */
export interface PaperCard { readonly parts: readonly CardPart[]; readonly says: string }

const gap = 22
/** Points from one written line to the next, from box to box, and after a part: as much as there is room for. */
interface Room { readonly hand: number; readonly boxRow: number; readonly after: number }
const rooms: readonly [Room, ...Room[]] = [{ hand: 18, boxRow: 13.5, after: 6 }, { hand: 21, boxRow: 15, after: 8 }, { hand: 24, boxRow: 16, after: 10 }]
const boxSide = 8.5
const text: Style = { ...styles.text, size: 9, lead: 12.5 }
const said: Style = { ...text, face: 'strong' }
/** Points that must be left to write on beside the words. */
const leastLine = 70

interface Step { readonly height: number; readonly draw: (x: number, y: number) => void }
interface Column { readonly width: number; readonly says: string; readonly room: Room }
interface Laid { readonly steps: readonly Step[]; readonly height: number }

export function drawCard(pen: Pen, card: PaperCard): void {
  const width = (pen.width - gap) / 2
  const all = rooms.map(room => card.parts.map(it => layPart(pen, it, { width, says: card.says, room })))
  const parts = all.findLast(it => taller(it, evenly(it)) <= pen.bottom - pen.y) ?? all[0] ?? []
  const split = evenly(parts)
  const top = pen.y
  const first = column(pen, parts.slice(0, split), pen.left, top)
  const second = column(pen, parts.slice(split), pen.left + width + gap, first.turned ? page.top : top)
  pen.y = second.turned ? second.y : Math.max(first.y, second.y)
}

/** How many parts stand in the first column, so that the taller of the two is as short as can be. */
const evenly = (parts: readonly Laid[]): number =>
  parts.map((_, at) => at + 1).reduce((best, at) => (taller(parts, at) < taller(parts, best) ? at : best), 1)
const tall = (some: readonly Laid[]): number => some.reduce((sum, it) => sum + it.height, 0)
const taller = (parts: readonly Laid[], at: number): number => Math.max(tall(parts.slice(0, at)), tall(parts.slice(at)))

/** Draws one column. What there is no room for goes on, on a page of its own. */
function column(pen: Pen, parts: readonly Laid[], x: number, top: number): { readonly y: number; readonly turned: boolean } {
  let [y, turned] = [top, false]
  for (const part of parts)
    for (const step of part.steps) {
      if (y + step.height > pen.bottom) {
        turnPage(pen)
        ;[y, turned] = [page.top, true]
      }
      step.draw(x, y)
      y += step.height
    }
  return { y, turned }
}

function layPart(pen: Pen, part: CardPart, its: Column): Laid {
  const { width } = its
  const title = spoken(pen, 'H2', part.title, { ...styles.subheading, size: 11.5 }, width)
  const head: Step = {
    height: title.height + 8,
    draw: (x, y) => {
      title.draw(x, y + 4)
      pen.doc.outline.addItem(part.title)
      aside(pen, () => pen.doc.lineWidth(0.8).strokeColor('#1a1a1a').moveTo(x, y + title.height + 4).lineTo(x + width, y + title.height + 4).stroke())
    },
  }
  const steps = [head, ...part.rows.flatMap(it => layRow(pen, it, its)), { height: its.room.after, draw: () => undefined }]
  return { steps, height: steps.reduce((sum, it) => sum + it.height, 0) }
}

function layRow(pen: Pen, row: CardRow, its: Column): readonly Step[] {
  const { width, room: { hand } } = its
  switch (row.kind) {
    case 'said': return [spoken(pen, 'P', row.text, said, width)]
    case 'line': return [asked(pen, row.text, its), ...Array.from({ length: row.lines }, () => ({ height: hand, draw: (x: number, y: number) => rule(pen, x, y + hand - 4, width) }))]
    case 'boxes': return row.across ? [across(pen, row.items, its)] : row.items.map(it => box(pen, it, its))
  }
}

function spoken(pen: Pen, tag: string, words: string, style: Style, width: number): Step {
  const lines = pen.lines(words, style, width)
  return {
    height: lines.length * style.lead + 2,
    draw: (x, y) => {
      const element = pen.doc.struct(tag)
      pen.root.add(element)
      element.add(() => lines.forEach((it, at) => line(pen, it, x, y + 2 + at * style.lead, style)))
      element.end()
    },
  }
}

const rule = (pen: Pen, x: number, y: number, width: number): void =>
  aside(pen, () => pen.doc.lineWidth(0.5).strokeColor('#8a8a8a').moveTo(x, y).lineTo(x + width, y).stroke())

/** The words, and a line to write on beside the last of them. */
function asked(pen: Pen, words: string, { width, room: { hand } }: Column): Step {
  const lines = pen.lines(words, text, width - leastLine)
  const before = pen.doc.font(text.face).fontSize(text.size).widthOfString(lines.at(-1) ?? '') + 6
  const height = (lines.length - 1) * text.lead + hand
  const said = spoken(pen, 'P', lines.join('\n'), text, width)
  return { height, draw: (x, y) => { said.draw(x, y + hand - 17); rule(pen, x + before, y + height - 4, width - before) } }
}

function box(pen: Pen, words: string, { width, says, room: { boxRow } }: Column): Step {
  const lines = pen.lines(words, text, width - boxSide - 7)
  return { height: (lines.length - 1) * text.lead + boxRow, draw: (x, y) => tickable(pen, { lines, says }, x, y) }
}

/** A few short answers on one line. */
function across(pen: Pen, items: readonly string[], { width, says, room: { boxRow } }: Column): Step {
  const each = width / items.length
  return { height: boxRow, draw: (x, y) => items.forEach((it, at) => tickable(pen, { lines: pen.lines(it, text, each - boxSide - 7), says }, x + at * each, y)) }
}

function tickable(pen: Pen, it: { readonly lines: readonly string[]; readonly says: string }, x: number, y: number): void {
  const list = pen.doc.struct('L')
  const item = pen.doc.struct('LI')
  const label = pen.doc.struct('Lbl', { alt: it.says })
  const body = pen.doc.struct('LBody')
  pen.root.add(list)
  list.add(item)
  item.add(label).add(body)
  label.add(() => pen.doc.lineWidth(0.8).strokeColor('#1a1a1a').rect(x + 0.5, y + 3.5, boxSide, boxSide).stroke())
  body.add(() => it.lines.forEach((one, at) => line(pen, one, x + boxSide + 7, y + 1 + at * text.lead, text)))
  item.end()
  list.end()
}
