// The staff's colours, as a municipality may choose them: one quiet accent and what follows from it. Pure. The citizen's dress has no colour and none can be given to it.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { coloursText as text } from './colours-text.ts'

const hex = z.string().regex(/^#[0-9a-fA-F]{6}$/, text.hex)
/** `colours.json`. What is left out follows from the accent, or stays as it is. */
export const coloursSchema = z.strictObject({ accent: hex, accentDark: hex.optional(), accentSoft: hex.optional(), link: hex.optional() })
export type ChosenColours = z.infer<typeof coloursSchema>

type Rgb = readonly [number, number, number]
const rgb = (colour: string): Rgb => [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16)) as unknown as Rgb
const back = (parts: Rgb): string => `#${parts.map(it => Math.round(it).toString(16).padStart(2, '0')).join('')}`
/** `share` of the one, the rest of the other. */
const mixed = (one: string, other: string, share: number): string => back(rgb(one).map((it, at) => it * share + (rgb(other)[at] ?? 0) * (1 - share)) as unknown as Rgb)

/** The grounds and inks that an accent meets; the same as in the style sheets, which a test sees to. */
export const fixed = { ground: '#ffffff', shade: '#f5f6f6', ink: '#1a1c1e', soft: '#51575d', link: '#0a4f86' } as const

export interface Palette { readonly accent: string; readonly accentDark: string; readonly accentSoft: string; readonly link: string }
export const paletteOf = (it: ChosenColours): Palette => ({
  accent: it.accent, accentDark: it.accentDark ?? mixed(it.accent, '#000000', 0.7), accentSoft: it.accentSoft ?? mixed(it.accent, '#ffffff', 0.1), link: it.link ?? fixed.link,
})

/** WCAG 2.2: relative luminance, and the ratio of two, 1 to 21. */
function luminance(colour: string): number {
  const [r, g, b] = rgb(colour).map(it => { const part = it / 255; return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4 }) as unknown as Rgb
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** AA for text of ordinary size. */
export const enough = 4.5

type Named = keyof Palette | keyof typeof fixed
/** What is written on what, in the staff's dress. */
const pairs: readonly (readonly [Named, Named])[] = [
  ['accent', 'ground'], ['accent', 'shade'], ['accent', 'accentSoft'], ['ground', 'accentDark'], ['ink', 'accentSoft'], ['soft', 'accentSoft'],
  ['link', 'ground'], ['link', 'shade'], ['link', 'accentSoft'],
]

/** Every fault with the key to put right. Red says danger to life and nothing else, so it is nobody's accent. */
export function colourFaults(it: ChosenColours): readonly { readonly key: keyof ChosenColours; readonly says: string }[] {
  const palette = { ...fixed, ...paletteOf(it) }
  const weak = pairs.flatMap(([over, under]) => {
    const ratio = contrast(palette[over], palette[under])
    const key = ([over, under] as readonly string[]).includes('link') && it.link !== undefined && over === 'link' ? 'link' as const : under === 'accentSoft' && it.accentSoft ? 'accentSoft' as const
      : under === 'accentDark' && it.accentDark ? 'accentDark' as const : 'accent' as const
    return ratio >= enough ? [] : [{ key, says: text.weak(text.names[over], palette[over], text.names[under], palette[under], ratio.toFixed(1).replace('.', ',')) }]
  })
  const red = (['accent', 'accentDark', 'link'] as const).filter(key => it[key] !== undefined && isRed(palette[key])).map(key => ({ key, says: text.red(palette[key]) }))
  return [...weak, ...red]
}

/** Within 20 degrees of pure red, and neither grey nor nearly black. */
function isRed(colour: string): boolean {
  const [r, g, b] = rgb(colour)
  const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)]
  if (most === 0 || (most - least) / most < 0.4 || most < 80 || r !== most) return false
  return Math.abs(60 * ((g - b) / (most - least))) <= 20
}

/** The municipality's own style sheet, under a name with its hash in it, as every asset has. */
export interface OwnSheet { readonly name: string; readonly css: string }
export function sheetOf(it: ChosenColours): OwnSheet {
  const { accent, accentDark, accentSoft, link } = paletteOf(it)
  const css = `:root{--accent:${accent};--accent-dark:${accentDark};--accent-soft:${accentSoft};--link:${link}}`
  return { name: `colours-${createHash('sha256').update(css).digest('hex').slice(0, 10)}.css`, css }
}
