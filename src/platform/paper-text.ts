// Text on its way to paper: nothing that was written may vanish, and no line may be wider than its column.

/** Answers whether the typeface can draw a code point. */
export type Draws = (codePoint: number) => boolean
/** Width in points. */
export type Measure = (text: string) => number

const graphemes = new Intl.Segmenter('da', { granularity: 'grapheme' })

/**
 * Text as it can be printed. What the typeface cannot draw is printed by its number, with its word where there is one: "[køkkenkniv U+1F52A]",
 * also a combined picture: "[U+1F468 U+200D U+1F469]". Line feeds stay; tabs become spaces; letters written in two parts are joined (NFC).
 * @param words for single characters
 */
export function printable(text: string, draws: Draws, words: Readonly<Record<string, string>> = {}): string {
  const tidy = text.replaceAll(/\r\n?|\u2028|\u2029/g, '\n').replaceAll('\t', '    ').normalize('NFC')
  if (plain.test(tidy)) return tidy
  let out = ''
  for (const { segment } of graphemes.segment(tidy)) out += drawn(segment, draws) ? segment : numbered(segment, words)
  return out
}

const plain = /^[\n\x20-\x7e\u00a0-\u00ff]*$/

const drawn = (segment: string, draws: Draws): boolean =>
  segment === '\n' || Array.from(segment).every(it => !isControl(it) && draws(it.codePointAt(0) ?? 0))

// Typefaces have empty glyphs for some controls; a control in evidence is to be seen.
const isControl = (char: string): boolean => /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/u.test(char) && char !== '\u00ad'

function numbered(segment: string, words: Readonly<Record<string, string>>): string {
  const parts = Array.from(segment)
  const numbers = parts.map(it => `U+${(it.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
  const said = parts.flatMap(it => (Object.hasOwn(words, it) ? [words[it]] : []))
  return `[${[...said, ...numbers].join(' ')}]`
}

/** Lines of at most `width`; a word wider than that is cut. Spaces inside a line stay as they were written; empty lines stay. */
export function wrap(text: string, width: number, measure: Measure): string[] {
  return text.split('\n').flatMap(part => wrapPart(part, width, measure))
}

function wrapPart(part: string, width: number, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  let filled = 0
  for (const word of part.match(/ *[^ ]+/g) ?? []) {
    const wide = measure(word)
    if (filled + wide <= width) {
      line += word
      filled += wide
      continue
    }
    // The space stays, unseen: without it whoever reads aloud hears two words as one.
    if (line !== '') lines.push(`${line} `)
    const pieces = cut(word.trimStart(), width, measure)
    line = pieces.pop() ?? ''
    lines.push(...pieces)
    filled = measure(line)
  }
  return [...lines, line]
}

function cut(word: string, width: number, measure: Measure): string[] {
  if (measure(word) <= width) return [word]
  const pieces: string[] = []
  let piece = ''
  let filled = 0
  for (const char of word) {
    const wide = measure(char)
    if (piece !== '' && filled + wide > width) {
      pieces.push(piece)
      piece = ''
      filled = 0
    }
    piece += char
    filled += wide
  }
  return [...pieces, piece]
}
