// Where in a JSON file a key stands, and which keys stand there twice. For telling people the line of a fault. Pure.

export interface JsonLines {
  /** Line of each value by its path: `persons.3.phone`; the file itself is the empty path. */
  readonly lines: ReadonlyMap<string, number>
  /** Paths of keys that are written twice in the same place; a reader would keep the last alone. */
  readonly twice: readonly string[]
}

/** @param text JSON that parses; of anything else the answer means nothing */
export function jsonLines(text: string): JsonLines {
  const lines = new Map<string, number>()
  const twice: string[] = []
  let [at, line] = [0, 1]
  const skip = () => { for (; at < text.length && /[\s,:]/.test(text[at] ?? ''); at++) if (text[at] === '\n') line++ }
  const string = (): string => {
    const from = at++
    for (; at < text.length && text[at] !== '"'; at++) if (text[at] === '\\') at++
    at++
    return JSON.parse(text.slice(from, at)) as string
  }
  const below = (path: string, key: string | number) => (path === '' ? String(key) : `${path}.${key}`)
  const value = (path: string): void => {
    skip()
    if (!lines.has(path)) lines.set(path, line)
    const first = text[at]
    if (first === '{') members(path)
    else if (first === '[') items(path)
    else if (first === '"') string()
    else while (at < text.length && !/[\s,\]}]/.test(text[at] ?? '')) at++
  }
  const members = (path: string): void => {
    const seen = new Set<string>()
    at++
    for (skip(); at < text.length && text[at] !== '}'; skip()) {
      const key = string()
      if (seen.has(key)) twice.push(below(path, key))
      seen.add(key)
      value(below(path, key))
    }
    at++
  }
  const items = (path: string): void => {
    at++
    let index = 0
    for (skip(); at < text.length && text[at] !== ']'; skip()) value(below(path, index++))
    at++
  }
  value('')
  return { lines, twice }
}
