// Where bytes come from: a file, a buffer, a member of a zip. Read as often as asked, a piece at a time.
import { closeSync, openSync, readSync } from 'node:fs'

export interface Feed {
  /** Hands over all bytes in order and waits for `take` each time. The chunk is used again afterwards. */
  readonly each: (take: (chunk: Buffer) => void | Promise<void>) => Promise<void>
}

const chunkSize = 262_144

/** @throws the system's own error when the file cannot be read */
export const fileFeed = (path: string): Feed => ({
  each: async take => {
    const file = openSync(path, 'r')
    try {
      const chunk = Buffer.allocUnsafe(chunkSize)
      for (let size = readSync(file, chunk); size > 0; size = readSync(file, chunk)) await take(chunk.subarray(0, size))
    } finally {
      closeSync(file)
    }
  },
})

export const bufferFeed = (bytes: Buffer, size = chunkSize): Feed => ({
  each: async take => {
    for (let from = 0; from < bytes.length; from += size) await take(bytes.subarray(from, from + size))
  },
})

/** The first `most` bytes of a feed. */
export async function startOf(feed: Feed, most = 65_536): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  const enough = new Error('enough')
  const take = (chunk: Buffer): void => {
    parts.push(Buffer.from(chunk.subarray(0, most - size)))
    size += chunk.length
    if (size >= most) throw enough
  }
  await feed.each(take).catch((error: unknown) => {
    if (error !== enough) throw error
  })
  return Buffer.concat(parts)
}
