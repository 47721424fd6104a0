// Looks behind the walls, as superuser and with the keys, whether a log is whole: every saved thing once, no half of anything.
import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import { holds, openExhibit, openNote, openVersion, readContent } from '../src/incidents/boxes.ts'
import { type Link, lineOf, type Seal, verifyChain } from '../src/integrity/rules.ts'
import { sha256 } from '../src/integrity/seal.ts'
import type { FileStore } from '../src/platform/files.ts'
import { type Key, unwrapUnder, type Vault } from '../src/platform/vault.ts'
import type { Saved } from './writers.ts'

interface LogRow { readonly id: string; readonly key: Buffer; readonly seq: number; readonly seal: Seal; readonly no: number; readonly exhibit: number }
interface EntryRow {
  readonly id: string; readonly no: number; readonly version: number; readonly seq: number; readonly key: Buffer; readonly box: Buffer
  readonly noteKey: Buffer | null; readonly noteBox: Buffer | null; readonly acts: number; readonly versions: number
}
interface ExhibitRow { readonly id: string; readonly entry: string; readonly file: string; readonly key: Buffer; readonly box: Buffer }

export interface Behind { readonly client: Client; readonly vault: Vault; readonly files: FileStore }
/** `told` of each entry with how often it is there; `faults` is empty when all is whole. */
export interface Looked { readonly told: ReadonlyMap<string, number>; readonly files: number; readonly known: readonly string[]; readonly faults: readonly string[] }

/**
 * One look at one moment: everything is read in one snapshot.
 * @param since entries of this number and below were opened at an earlier look; their lines are checked all the same
 */
export async function lookAt({ client, vault, files }: Behind, citizen: string, since = 0): Promise<Looked & { readonly last: number }> {
  const faults: string[] = []
  await client.query('begin isolation level repeatable read read only')
  const log = (await client.query<LogRow>(`select id, key_wrapped as key, head_seq as seq, head_seal as seal, last_no as no, last_exhibit as exhibit from log where citizen = $1`, [citizen])).rows[0]
  if (!log) {
    await client.query('commit')
    return { told: new Map(), files: 0, known: [], faults, last: 0 }
  }
  const lines = (await client.query<Link>('select seq, prev, commitment from log_line where log = $1 order by seq', [log.id])).rows
  const entries = (await client.query<EntryRow>(`
    select e.id, e.no, e.version, e.seq, e.key_box as key, e.box, n.key_box as "noteKey", n.box as "noteBox",
      (select count(*)::int from journal j where j.xmin = e.xmin and j.about_citizen = $2 and j.ground is not null) as acts,
      (select count(*)::int from incident_version v where v.entry = e.id) as versions
    from incident_entry e left join incident_note n on n.entry = e.id where e.log = $1 and e.no > $3 order by e.no`, [log.id, citizen, since])).rows
  const exhibits = (await client.query<ExhibitRow>(`select x.id, x.entry, x.file, x.key_box as key, x.box from exhibit x join incident_entry e on e.id = x.entry
    where x.log = $1 and e.no > $2 order by x.no`, [log.id, since])).rows
  await client.query('commit')
  for (const fault of verifyChain(lines.map(lineOf), log.seal, sha256)) faults.push(`line ${fault.seq} is ${fault.kind}`)
  if (lines.length !== log.seq) faults.push(`${lines.length} lines where the head says ${log.seq}`)
  if (since + entries.length !== log.no) faults.push(`${since + entries.length} entries where the log says ${log.no}`)
  const told = new Map<string, number>()
  const logKey = vault.unwrap(log.key)
  for (const row of entries) {
    const own = exhibits.filter(it => it.entry === row.id)
    const text = wholeEntry(logKey, row, lines[row.seq - 1], own.length, faults)
    told.set(text, (told.get(text) ?? 0) + 1)
    for (const it of own) await wholeFile(unwrapUnder(logKey, row.key), it, files, faults)
  }
  return { told, files: exhibits.length, known: exhibits.map(it => it.file), faults, last: log.no }
}

/** Opens the entry as its reader would and holds it against its line. @returns what it tells */
function wholeEntry(logKey: Key, row: EntryRow, line: Link | undefined, exhibits: number, faults: string[]): string {
  const opened = openVersion(unwrapUnder(logKey, row.key), row.id, row.version, row.box)
  const note = row.noteKey && row.noteBox ? openNote(logKey, row.id, row.noteKey, row.noteBox) : undefined
  const content = readContent(opened.content)
  if (!line || !holds(line, opened, note)) faults.push(`${content.told} is not what its line was sealed with`)
  if (content.no !== row.no) faults.push(`${content.told} stands as number ${row.no} and says ${content.no}`)
  if (content.exhibits.length !== exhibits) faults.push(`${content.told} tells of ${content.exhibits.length} files and has ${exhibits}`)
  if (row.versions !== row.version - 1) faults.push(`${content.told} is version ${row.version} after ${row.versions}`)
  if (row.acts !== 1) faults.push(`${content.told} has ${row.acts} journal lines in its transaction`)
  return content.told
}

/** Reads a file to its end: the store's own check of every segment, and the hash that was sealed. */
async function wholeFile(key: Key, row: ExhibitRow, files: FileStore, faults: string[]): Promise<void> {
  const told = openExhibit(key, row.id, row.box)
  const hash = createHash('sha256')
  try {
    for await (const piece of files.get(row.file, unwrapUnder(key, row.key))) hash.update(piece as Buffer)
    if (hash.digest('hex') !== told.sha256) faults.push(`file ${row.file} is not what was sealed`)
  } catch (error) {
    faults.push(`file ${row.file} cannot be read: ${(error as Error).message}`)
  }
}

/** What was answered with "saved" and is not there once. */
export function lostOrDouble(saved: readonly Saved[], told: ReadonlyMap<string, number>): { readonly lost: string[]; readonly double: string[] } {
  return { lost: saved.filter(it => !told.has(it.told)).map(it => it.told), double: [...told].filter(([, times]) => times > 1).map(([it]) => it) }
}
