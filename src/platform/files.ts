// The store of files: evidence, originals, finished bundles. Everything is encrypted before it touches the disk.
// A file lies under a random id and not under its hash: whoever holds a picture could else see by its name that it is here.
import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, opendir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { contentBytes, decrypted, encrypted } from './segments.ts'
import type { Key } from './vault.ts'

export interface Stored {
  /** A UUID, random. */
  readonly id: string
  /** Of the plain content, 64 lower-case hex digits. Kept with the entry, not with the file. */
  readonly sha256: string
  /** Of the plain content. */
  readonly bytes: number
}

/** A folder today; anything that can write whole objects and read pieces of them tomorrow. */
export interface FileStore {
  /** Stores a stream under a new id, whole or not at all; a stream that fails fails the put. On disk for good when it answers. */
  put(content: AsyncIterable<Uint8Array>, key: Key): Promise<Stored>
  /** The plain content. The stream ends well only if every byte was checked; else it is destroyed with an Error. */
  get(id: string, key: Key): Readable
  /** What can be told without the key: the size, unchecked. Undefined when there is no such file, or it cannot be one of ours. */
  head(id: string): Promise<{ readonly bytes: number } | undefined>
  /** Gone for good when it answers; no fault when there is no such file. What is to be unreadable on worn disks too, loses its key as well. */
  remove(id: string): Promise<void>
  /** Every id, in no order: to find files that no row knows. */
  list(): AsyncIterable<string>
}

/**
 * A store in a folder: `<folder>/3f/3f0c…`, and `<folder>/incoming/` for what is being written.
 * Does not sweep: a command beside a running server would take its uploads away.
 */
export async function openFiles(folder: string): Promise<FileStore> {
  await mkdir(join(folder, incoming), { recursive: true, mode: 0o700 })
  return {
    put: (content, key) => put(folder, content, key),
    get: (id, key) => Readable.from(contentOf(placeOf(folder, id), id, key), { objectMode: false }),
    head: async id => {
      const bytes = contentBytes((await sizeOf(placeOf(folder, id))) ?? 0)
      return bytes === undefined ? undefined : { bytes }
    },
    remove: async id => {
      await rm(placeOf(folder, id), { force: true })
      // A shelf that was never made has nothing to sync.
      if ((await sizeOf(shelfOf(folder, id))) !== undefined) await syncFolder(shelfOf(folder, id))
    },
    list: () => list(folder),
  }
}

/** Takes away what a killed server was still writing. Only for the server, before it opens its door. Answers how many. */
export async function sweepIncoming(folder: string): Promise<number> {
  const names = await readdir(join(folder, incoming)).catch(absent)
  for (const name of names ?? []) await rm(join(folder, incoming, name), { force: true })
  return names?.length ?? 0
}

const incoming = 'incoming'
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const shelfOf = (folder: string, id: string): string => join(folder, id.slice(0, 2))

function placeOf(folder: string, id: string): string {
  if (!uuid.test(id)) throw new Error('That is not the id of a file.')
  return join(shelfOf(folder, id), id)
}

async function put(folder: string, content: AsyncIterable<Uint8Array>, key: Key): Promise<Stored> {
  const id = randomUUID()
  const fresh = join(folder, incoming, id)
  const hash = createHash('sha256')
  let bytes = 0
  const measured = async function* () {
    for await (const chunk of content) {
      hash.update(chunk)
      bytes += chunk.length
      yield chunk
    }
  }
  try {
    const file = await open(fresh, 'wx', 0o600)
    await writeAll(file, encrypted(measured(), key, id)).finally(() => file.close())
    await shelve(folder, id, fresh)
  } catch (fault) {
    await rm(fresh, { force: true })
    await rm(placeOf(folder, id), { force: true })
    throw fault
  }
  return { id, sha256: hash.digest('hex'), bytes }
}

async function writeAll(file: FileHandle, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  // appendFile, because write may take less than it was given.
  for await (const piece of pieces) await file.appendFile(piece)
  await file.sync()
}

async function shelve(folder: string, id: string, fresh: string): Promise<void> {
  const shelf = shelfOf(folder, id)
  if ((await mkdir(shelf, { recursive: true, mode: 0o700 })) !== undefined) await syncFolder(folder)
  await rename(fresh, placeOf(folder, id))
  await syncFolder(shelf)
}

async function* contentOf(path: string, id: string, key: Key): AsyncGenerator<Buffer> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    yield* decrypted((position, length) => readAt(file, position, length), size, key, id)
  } finally {
    await file.close()
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const bytes = Buffer.alloc(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, position + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return bytes.subarray(0, filled)
}

async function* list(folder: string): AsyncGenerator<string> {
  for await (const shelf of await opendir(folder)) {
    if (shelf.name === incoming || !shelf.isDirectory()) continue
    for (const name of await readdir(join(folder, shelf.name))) if (uuid.test(name)) yield name
  }
}

const sizeOf = async (path: string): Promise<number | undefined> => (await stat(path).catch(absent))?.size

function absent(fault: NodeJS.ErrnoException): undefined {
  if (fault.code !== 'ENOENT') throw fault
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}
