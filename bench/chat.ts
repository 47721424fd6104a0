// A long invented Danish chat, the same for the same seed, written to a file a piece at a time.
import { closeSync, openSync, writeSync } from 'node:fs'

export type ChatShape = 'iphone' | 'android'

const words = ('jeg du det er ikke og at i på til vi har kan hvor hvorfor ved siden af døren ringer igen i aften tal med mig svar nu '
  + 'bilen holder udenfor skolen arbejdet blå jakke så længe håber øl æble gåtur kl. tiden går 😀 ❤️ nej ja ok måske').split(' ')
const names = ['Mette Ø. Sørensen', 'Ukendt 2', '0045 00 12 34 56'] as const

/** A small generator of numbers from 0 to `below`, repeatable: mulberry32. */
export function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0
  return below => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

/** Writes `count` entries over some five years to `path`, and gives the bytes written. */
export function writeChat(path: string, count: number, shape: ChatShape, seed = 20_261_120): number {
  const next = numbers(seed)
  const file = openSync(path, 'w')
  let wall = Date.parse('2020-01-01T08:00:00Z')
  let bytes = 0
  let lines: string[] = []
  for (let index = 0; index < count; index += 1) {
    wall += 1000 * (1 + next(next(4) === 0 ? 1200 : 60))
    lines.push(entryText(shape, wall, next))
    if (lines.length < 5000 && index < count - 1) continue
    bytes += writeSync(file, lines.join(''))
    lines = []
  }
  closeSync(file)
  return bytes
}

function entryText(shape: ChatShape, wall: number, next: (below: number) => number): string {
  const iso = new Date(wall).toISOString()
  const day = `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}`
  const clock = iso.slice(11, 19).replaceAll(':', '.')
  const end = shape === 'iphone' ? '\r\n' : '\n'
  const head = shape === 'iphone' ? `[${day} ${clock}] ` : `${day} ${clock.slice(0, 5)} - `
  const name = names[next(next(3) === 0 ? 3 : 2)] ?? names[0]
  return `${head}${name}: ${textOf(shape, next)}${end}`
}

function textOf(shape: ChatShape, next: (below: number) => number): string {
  const kind = next(100)
  if (kind === 0) return shape === 'iphone' ? '\u200ebillede udeladt' : '<Mediefil udeladt>'
  if (kind === 1) return shape === 'iphone' ? '\u200eUbesvaret taleopkald' : 'Mistet opkald'
  const text = Array.from({ length: 2 + next(10) }, () => words[next(words.length)]).join(' ')
  return kind < 8 ? `${text}\n${words[next(words.length)] ?? ''}` : text
}
