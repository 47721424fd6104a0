// Running numbers of chosen entries as they stand in an address: "1-12.15.20-400". They say nothing of what was written. Pure.

const shape = /^\d{1,6}(-\d{1,6})?(\.\d{1,6}(-\d{1,6})?)*$/
/** Entries that one bundle may open. */
export const mostEntries = 5_000

/** @returns undefined when it is no such text, or holds more than a bundle may */
export function readNumbers(text: string): ReadonlySet<number> | undefined {
  if (!shape.test(text)) return undefined
  const found = new Set<number>()
  for (const part of text.split('.')) {
    const [from = 0, to = from] = part.split('-').map(Number)
    if (to < from || to - from >= mostEntries) return undefined
    for (let no = from; no <= to; no++) found.add(no)
    if (found.size > mostEntries) return undefined
  }
  return found
}

export function writeNumbers(numbers: Iterable<number>): string {
  const spans: { from: number; to: number }[] = []
  for (const no of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = spans.at(-1)
    if (last && last.to === no - 1) last.to = no
    else spans.push({ from: no, to: no })
  }
  return spans.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join('.')
}
