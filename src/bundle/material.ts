// What a bundle is made of: the entries that the asker may read, opened, and where their pictures say they were taken.
import { buffer } from 'node:stream/consumers'
import exifr from 'exifr'
import { type OpenedEntry as LogEntry, openEntries, type OpenedExhibit, openExhibits } from '../incidents/append.ts'
import { names } from '../incidents/say.tsx'
import * as log from '../incidents/store.ts'
import { sha256 } from '../integrity/seal.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Work } from '../platform/action.ts'
import { readContent } from './content.ts'
import { mostEntries } from './numbers.ts'
import type { CodeWords } from './preview.ts'
import type { BundleEntry, Row } from './rules.ts'
import { type PhotoPlace, warnings, type Warning } from './warnings.ts'

export interface Chosen {
  readonly row: log.EntryRow
  readonly entry: BundleEntry
  readonly opened: LogEntry
}
export interface Material {
  readonly log: string
  readonly keyWrapped: Uint8Array
  /** Newest first. */
  readonly chosen: readonly Chosen[]
}

/** The bundle is read by the police: in Danish, whatever language the maker's pages are in. */
export const paperLang = 'da'

/** Codes in words, as the log's own pages say them. */
export function codeWords(): CodeWords {
  const { kind, channel, actor, response } = names({ lang: paperLang })
  return { type: { ...kind, unsaid: '' }, channel, actor, myResponse: response }
}

/**
 * Entries of a citizen's log that the role of the work can select, all or those of these numbers; undefined when there is no log for it.
 * @throws Refusal bundle.too-many
 */
export async function readMaterial(work: Work, citizen: string, numbers: 'all' | ReadonlySet<number>): Promise<Material | undefined> {
  const found = await log.logKeyOf(work.db, citizen)
  if (!found) return undefined
  const rows = await log.newestEntries(work.db, work.actor.partnership, found.id, undefined, mostEntries + 1)
  if (rows.length > mostEntries) throw new Refusal('invalid', 'bundle.too-many', 'which')
  const wanted = numbers === 'all' ? rows : rows.filter(it => numbers.has(it.no))
  const chosen = openEntries(work, found.keyWrapped, wanted).map(opened => {
    const entry = readContent(opened.sealed.content)
    if (!entry) throw new Error(`entry ${opened.row.no} is not one that a bundle can open`)
    return { row: opened.row, entry, opened }
  })
  return { log: found.id, keyWrapped: found.keyWrapped, chosen }
}

export const rowsOf = ({ chosen }: Material): Row[] => chosen.map(({ entry, row }) => ({ entry, typical: row.typical }))

/** The files of the chosen entries with their keys, by the SHA-256 of their content. */
export async function exhibitsIn(work: Work, { keyWrapped, chosen }: Material): Promise<ReadonlyMap<string, OpenedExhibit>> {
  const found = new Map<string, OpenedExhibit>()
  for (const { row, entry } of chosen) {
    if (entry.exhibits.length > 0) for (const it of await openExhibits(work, keyWrapped, row)) found.set(it.sha256, it)
  }
  return found
}

/** What the other party may not know yet, entry by entry, newest first. */
export async function warningsIn(work: Work, material: Material): Promise<readonly Warning[]> {
  const photos = await placesOf(work, await exhibitsIn(work, material))
  return warnings(material.chosen.map(it => it.entry), { toOtherParty: [], helpers: [], photos })
}

async function placesOf(work: Work, exhibits: ReadonlyMap<string, OpenedExhibit>): Promise<PhotoPlace[]> {
  const places: PhotoPlace[] = []
  for (const it of exhibits.values()) {
    if (!it.gps) continue
    const place = await exifr.gps(await buffer(work.house.files.get(it.row.file, it.key)))
    places.push({ sha256: it.sha256, latitude: place.latitude, longitude: place.longitude })
  }
  return places
}

/** Stands for what was looked at: another version of an entry, or another thing pointed out, gives another mark. */
export const seenMark = ({ chosen }: Material, found: readonly Warning[]): string =>
  sha256(Buffer.from(JSON.stringify([chosen.map(it => it.row.seq), found]))).slice(0, 24)
