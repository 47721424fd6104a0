// A log for tests: entries with private notes, sealed one onto the other, with pictures for some.
import { createHash, hash as digest } from 'node:crypto'
import { createWriteStream, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import sharp from 'sharp'
import { sealApart, type SealedApart } from '../integrity/apart.ts'
import { emptyHead, type Head } from '../integrity/rules.ts'
import { sha256 } from '../integrity/seal.ts'
import { makeBundle, type BundleInput, type Written } from './bag.ts'

export interface TestEntry {
  readonly sealed: SealedApart
  readonly salt: Uint8Array
  readonly told: string
  readonly note: string
  readonly at: Date
}
export interface TestLog { readonly entries: readonly TestEntry[]; readonly files: ReadonlyMap<string, Uint8Array> }

const bytesFrom = (seed: string): Buffer => createHash('sha256').update(seed).digest()

/** Each text is unlike every other: a word made from its number stands in it. */
const word = (kind: string, index: number): string => digest('sha256', `${kind}${index}`, 'hex').slice(0, 12)

/** Every tenth entry has a picture. The same `count` gives the same log. */
export async function testLog(count: number): Promise<TestLog> {
  const picture = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#886644' } }).jpeg().toBuffer()
  const files = new Map<string, Uint8Array>()
  const entries: TestEntry[] = []
  let head: Head = emptyHead
  for (let index = 1; index <= count; index++) {
    const file = Buffer.concat([picture, bytesFrom(`file ${index}`)])
    const withFile = index % 10 === 0
    if (withFile) files.set(sha256(file), file)
    const at = new Date(Date.UTC(2026, 2, 1, 7, 0, 0, 100) + index * 3_917_123)
    const told = `Han ringede på døren og råbte ${word('told', index)} 😀 "luk op" \\ ved Ærø.`
    const note = `Jeg blev bange ${word('note', index)}.`
    const exhibit = { no: index / 10, name: `foto af dør ${index}.jpg`, bytes: file.length, sha256: sha256(file), type: 'image/jpeg' }
    const exhibits = withFile ? [exhibit] : []
    const occurred = { local: `2026-${String((index % 12) + 1).padStart(2, '0')}-11T22:15`, certainty: 'minute' }
    const shown = { no: index, occurred, type: 'call', told, count: index % 7 === 0 ? 43 : 1, witnesses: [], exhibits }
    const salts = { content: bytesFrom(`salt ${index}`), kept: bytesFrom(`kept ${index}`) }
    const sealed = sealApart(head, shown, { privateNote: note }, salts, at, sha256)
    entries.push({ sealed, salt: salts.content, told, note, at })
    head = sealed.head
  }
  return { entries, files }
}

export function inputOf({ entries, files }: TestLog, chosen: readonly number[]): BundleInput {
  const opened = chosen.flatMap((no, index) => {
    const it = entries[no - 1]
    return it ? [{ seq: no, content: it.sealed.content, salt: it.salt, typical: index < 3 }] : []
  })
  return {
    entries: opened, chain: entries.map(it => it.sealed.line),
    exhibits: { open: hash => Readable.from([Buffer.from(files.get(hash) ?? new Uint8Array())]) },
    meta: {
      id: 'b-0001', at: new Date('2026-11-20T09:00:00Z'), lang: 'da', title: 'Log over hændelser', purpose: 'Til politiet.',
      people: [['Den anden part', 'Kaj Opdigtet, 00 12 34 56']], background: 'De har kendt hinanden i to år.', words: { type: { call: 'Opkald' } },
    },
  }
}

export async function writeBundle(input: BundleInput): Promise<Written & { readonly path: string }> {
  const path = join(mkdtempSync(join(tmpdir(), 'bundle-')), 'bundle.zip')
  return { ...(await makeBundle(input, createWriteStream(path))), path }
}
