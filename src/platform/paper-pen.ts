// The pen that paper is written with: typefaces, styles, the page, and one line at a time.
import { pictureWords } from './paper-pictures.ts'
import { printable, wrap, type Measure } from './paper-text.ts'

export type Face = 'regular' | 'strong'
export interface Style { readonly face: Face; readonly size: number; readonly lead: number; readonly colour: string }

const ink = '#1a1a1a'
const quiet = '#555555'
export const styles = {
  title: { face: 'strong', size: 19, lead: 25, colour: ink },
  heading: { face: 'strong', size: 13, lead: 18, colour: ink },
  subheading: { face: 'strong', size: 10.5, lead: 15, colour: ink },
  text: { face: 'regular', size: 10, lead: 14, colour: ink },
  small: { face: 'regular', size: 8.5, lead: 12, colour: quiet },
  cell: { face: 'regular', size: 9, lead: 12.5, colour: ink },
  cellHead: { face: 'strong', size: 9, lead: 12.5, colour: ink },
} as const satisfies Record<string, Style>

/** A4 in points. */
const a4 = { short: 595.28, long: 841.89 }
/** Margins in points. */
export const page = { left: 56, right: 56, top: 72, bottom: 68 }
export interface Paper { readonly width: number; readonly height: number }
/** A4, lying where a table has many columns. */
export const paperOf = (lying: boolean | undefined): Paper => (lying ? { width: a4.long, height: a4.short } : { width: a4.short, height: a4.long })

const inside = (paper: Paper) => ({ paper, width: paper.width - page.left - page.right, bottom: paper.height - page.bottom })

/** What the drawing functions draw with. `y` is the next free line, from the top of the page. */
export interface Pen {
  readonly doc: PDFKit.PDFDocument
  readonly root: PDFKit.PDFStructureElement
  readonly left: number
  width: number
  bottom: number
  /** The page that is written on, upright or lying. */
  paper: Paper
  y: number
  /** How far down each page that is left was written. */
  readonly ends: Map<number, number>
  readonly lines: (text: string, style: Style, width: number) => string[]
}

/** Pictures the typeface cannot draw are said in Danish words; in English by number alone. */
export function penOf(doc: PDFKit.PDFDocument, lang: 'da' | 'en', paper: Paper): Pen {
  const widths = new Map<string, number>()
  const measured = (style: Style): Measure => text => {
    const key = `${style.face}${style.size} ${text}`
    const known = widths.get(key)
    if (known !== undefined) return known
    const width = doc.font(style.face).fontSize(style.size).widthOfString(text)
    widths.set(key, width)
    return width
  }
  const draws = glyphsOf(doc)
  return {
    doc, root: doc.struct('Document'), left: page.left, ...inside(paper), y: page.top, ends: new Map(),
    lines: (text, style, width) => wrap(printable(text, draws, lang === 'da' ? pictureWords : {}), width, measured(style)),
  }
}

// pdfkit does not say which characters its typeface can draw; the fontkit font inside it does. Both faces cover the same.
function glyphsOf(doc: PDFKit.PDFDocument): (codePoint: number) => boolean {
  doc.font('regular')
  const { font } = (doc as unknown as { _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } } })._font
  return codePoint => font.hasGlyphForCodePoint(codePoint)
}

/** The number of the page that is written on, from 0. */
export const pageNow = (pen: Pen): number => pen.doc.bufferedPageRange().start + pen.doc.bufferedPageRange().count - 1

/** @param lying which way the new page turns; as the one before when left out */
export function turnPage(pen: Pen, lying?: boolean): void {
  pen.ends.set(pageNow(pen), pen.y)
  if (lying !== undefined) Object.assign(pen, inside(paperOf(lying)))
  pen.doc.addPage({ size: [pen.paper.width, pen.paper.height], margins: { left: page.left, right: page.right, top: page.top, bottom: 0 } })
  pen.y = page.top
}

/** Draws one line at a place of one's own choosing. */
export function line(pen: Pen, text: string, x: number, y: number, style: Style): void {
  if (text.trim() === '') return
  pen.doc.font(style.face).fontSize(style.size).fillColor(style.colour).text(text, x, y, { lineBreak: false })
}

/** Draws something that is no part of what the page says: rules, page numbers. */
export function aside(pen: Pen, what: () => void): void {
  pen.doc.markContent('Artifact', { type: 'Layout' } as PDFKit.Mixins.MarkingOptions)
  what()
  pen.doc.endMarkedContent()
}
