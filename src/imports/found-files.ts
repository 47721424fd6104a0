// The files that came with a chat, asked for by the name the chat calls them; counts which were asked for and which were there.
import { lstatSync } from 'node:fs'
import { closeSync, openSync, readSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import type { FoundFile } from './whatsapp-entry.ts'
import type { ZipMember } from './zip.ts'

export interface FoundFiles {
  readonly find: (name: string) => FoundFile | undefined
  readonly named: () => number
  readonly present: () => number
  /** Files that are there and that no entry has named. */
  readonly unnamed: () => number
}

export function membersByName(files: ReadonlyMap<ZipMember, FoundFile>): FoundFiles {
  const byName = new Map<string, FoundFile>()
  for (const [member, file] of files) if (!byName.has(member.base)) byName.set(member.base, file)
  return counting(name => byName.get(name.normalize('NFC')), byName.size)
}

/** Files in the same folder as a chat that was not zipped. Names that are paths, links and folders are not looked at. */
export function besideFile(path: string): FoundFiles {
  const known = new Map<string, FoundFile | undefined>()
  const look = (name: string): FoundFile | undefined => {
    if (/[/\\\0]/.test(name) || name === '' || name.startsWith('.')) return undefined
    if (!known.has(name) && known.size < 20_000) known.set(name, hashFile(join(dirname(path), name)))
    return known.get(name)
  }
  return counting(look, 0)
}

function counting(look: (name: string) => FoundFile | undefined, there: number): FoundFiles {
  const asked = new Set<string>()
  const met = new Set<string>()
  const find = (name: string): FoundFile | undefined => {
    asked.add(name)
    const file = look(name)
    if (file) met.add(name.normalize('NFC'))
    return file
  }
  return { find, named: () => asked.size, present: () => met.size, unnamed: () => Math.max(0, there - met.size) }
}

function hashFile(path: string): FoundFile | undefined {
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true) return undefined
  const hash = createHash('sha256')
  const chunk = Buffer.allocUnsafe(262_144)
  const file = openSync(path, 'r')
  let bytes = 0
  try {
    for (let size = readSync(file, chunk); size > 0; size = readSync(file, chunk)) {
      hash.update(chunk.subarray(0, size))
      bytes += size
    }
  } finally {
    closeSync(file)
  }
  return { bytes, sha256: hash.digest('hex') }
}
