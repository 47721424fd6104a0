// Cuts a stream of chunks into lines without decoding them, holding back no more than an entry in the making.

/**
 * Told of each line: `buf[from, to)` with its line end, `at` the offset of `from` in the file. `head` is false for the second and
 * further parts of a line longer than `longestLine`. Bytes from the offset `keepFrom()` on stay in the buffer of later calls;
 * bytes before it are let go. A buffer is only good until the call returns.
 */
export interface LineVisitor {
  readonly line: (buf: Buffer, from: number, to: number, at: number, head: boolean) => void
  readonly keepFrom: () => number
  /** The last buffer, once, after the last line; `at` is the offset of its first byte. */
  readonly end: (buf: Buffer, at: number, size: number) => void
}
export interface Walk {
  /** The chunk may be used again by the caller after the call. */
  readonly write: (chunk: Buffer) => void
  readonly end: () => void
}

/** A line longer than this is handed over in parts, so that a file without line ends needs no more memory than others. */
export const longestLine = 262_144
const nothing: Buffer = Buffer.alloc(0)

/** `lineEnd`: 10 for line feed, 13 for files that know carriage return alone. */
export function walkLines(visitor: LineVisitor, lineEnd = 10): Walk {
  // One store is used again and again; `held` is the part of it that is filled, a new view for each chunk.
  let store = nothing
  let held = nothing
  let heldAt = 0
  let next = 0
  let head = true
  const handOver = (to: number, nextIsHead: boolean): void => {
    visitor.line(held, next, to, heldAt + next, head)
    next = to
    head = nextIsHead
  }
  const hold = (chunk: Buffer): void => {
    const size = held.length + chunk.length
    if (size > store.length) {
      const bigger = Buffer.allocUnsafeSlow(Math.max(size, store.length * 2))
      held.copy(bigger)
      store = bigger
    }
    chunk.copy(store, held.length)
    held = store.subarray(0, size)
  }
  // Parts are of one size, so that where chunks begin makes no difference.
  const handParts = (to: number): void => {
    while (to - next > longestLine) handOver(next + longestLine, false)
  }
  const write = (chunk: Buffer): void => {
    hold(chunk)
    for (let found = held.indexOf(lineEnd, next); found !== -1; found = held.indexOf(lineEnd, next)) {
      handParts(found + 1)
      handOver(found + 1, true)
    }
    handParts(held.length)
    const from = Math.max(0, Math.min(visitor.keepFrom() - heldAt, next))
    store.copyWithin(0, from, held.length)
    held = store.subarray(0, held.length - from)
    heldAt += from
    next -= from
  }
  const end = (): void => {
    if (next < held.length) handOver(held.length, true)
    visitor.end(held, heldAt, heldAt + held.length)
  }
  return { write, end }
}
