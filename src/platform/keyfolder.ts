// The folder of the house's own keys (LODS_KEYS). It is never inside LODS_DATA and never in the same backup.
//   kek-20261120T101500Z.key   a key-encryption key, 32 random bytes; the newest name is the current one, the older ones still open
//   pepper.key                 the key of keyed hashes, 32 random bytes; it is never exchanged, or every look-up would come up empty
import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readdir, readFile, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'

export const keyBytes = 32
/** The wall clock of its making in UTC, `20261120T101500Z`: 16 ASCII characters that sort by age. */
export type KekId = string
export interface KeyFolder {
  readonly current: KekId
  readonly keks: ReadonlyMap<KekId, Buffer>
  readonly pepper: Buffer
}

const kekName = /^kek-(\d{8}T\d{6}Z)\.key$/
const pepperName = 'pepper.key'

/**
 * Reads every key of the folder.
 * @param create the instant that names the first keys, to be made when the folder has none; undefined: an empty folder is an Error
 * @throws Error when keys are missing, are not 32 bytes, or can be read by anybody but their owner
 */
export async function readKeyFolder(folder: string, create: Date | undefined): Promise<KeyFolder> {
  if (create) await mkdir(folder, { recursive: true, mode: 0o700 })
  await refuseOthers(folder)
  let names = await readdir(folder)
  if (!names.some(name => kekName.test(name))) {
    if (!create) throw new Error(`The key folder ${folder} holds no key.`)
    // The pepper first: a start that is cut off between the two is finished by the next one.
    if (!names.includes(pepperName)) await writeKey(folder, pepperName)
    await writeKey(folder, `kek-${kekIdOf(create)}.key`)
    names = await readdir(folder)
  }
  const keks = new Map<KekId, Buffer>()
  for (const name of names.sort()) {
    const id = kekName.exec(name)?.[1]
    if (id !== undefined) keks.set(id, await readKey(folder, name))
  }
  const current = [...keks.keys()].at(-1)
  if (current === undefined) throw new Error(`The key folder ${folder} holds no key.`)
  return { current, keks, pepper: await readKey(folder, pepperName) }
}

/**
 * Makes the key-encryption key that is current from the next start on. Answers its id.
 * @throws Error when one that is there has the same or a later name
 */
export async function addKek(folder: string, at: Date): Promise<KekId> {
  const { current } = await readKeyFolder(folder, undefined)
  const id = kekIdOf(at)
  if (id <= current) throw new Error(`The key folder already holds a key as new as ${id}.`)
  await writeKey(folder, `kek-${id}.key`)
  return id
}

const kekIdOf = (at: Date): KekId => at.toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '')

async function readKey(folder: string, name: string): Promise<Buffer> {
  const path = join(folder, name)
  await refuseOthers(path)
  const key = await readFile(path)
  if (key.length !== keyBytes) throw new Error(`The key ${path} is not ${keyBytes} bytes.`)
  return key
}

async function refuseOthers(path: string): Promise<void> {
  const { mode } = await stat(path)
  if ((mode & 0o077) !== 0) throw new Error(`Others than its owner may read ${path}: take their rights away (chmod go= ${path}).`)
}

// A key is there whole or not at all, and never takes the place of another: link refuses a name that is taken.
async function writeKey(folder: string, name: string): Promise<void> {
  const fresh = join(folder, `.new-${randomBytes(8).toString('hex')}`)
  const file = await open(fresh, 'wx', 0o600)
  try {
    await file.writeFile(randomBytes(keyBytes))
    await file.sync()
    await link(fresh, join(folder, name))
  } finally {
    await file.close()
    await unlink(fresh)
  }
  const place = await open(folder, 'r')
  await place.sync().finally(() => place.close())
}
