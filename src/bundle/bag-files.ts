// The files of a bundle and the shape of their lines, for the one who writes them and the one who checks.
import type { OpenedEntry } from './rules.ts'

export const names = {
  bagit: 'bagit.txt',
  info: 'bag-info.txt',
  manifest: 'manifest-sha256.txt',
  tagManifest: 'tagmanifest-sha256.txt',
  readMe: 'data/LAES-MIG.txt',
  script: 'data/verify.sh',
  paper: 'data/log.pdf',
  entries: 'data/entries.jsonl',
  chain: 'data/chain.jsonl',
  exhibits: 'data/exhibits/',
} as const

export interface Sum { readonly name: string; readonly sha256: string }

/** As sha256sum prints and reads it. */
export const sumLine = ({ name, sha256 }: Sum): string => `${sha256}  ${name}\n`

/** `{"content":{...},"salt":"<64 hex>","seq":7}`: the content stands in it as it was sealed, byte for byte. */
export const openingLine = ({ seq, salt, content }: Omit<OpenedEntry, 'typical'>): string =>
  `{"content":${content},"salt":"${Buffer.from(salt).toString('hex')}","seq":${seq}}\n`

/** @returns undefined when one line is other than sumLine would write it */
export function readSums(text: string): Sum[] | undefined {
  return readLines(text, /^([0-9a-f]{64}) {2}([^\s].*)$/, ([, sha256 = '', name = '']) => ({ name, sha256 }))
}

/** @returns undefined when one line is other than openingLine would write it */
export function readOpenings(text: string): Omit<OpenedEntry, 'typical'>[] | undefined {
  return readLines(text, /^\{"content":(\{.*\}),"salt":"([0-9a-f]{64})","seq":([1-9]\d{0,14})\}$/, ([, content = '', salt = '', seq = '']) =>
    ({ seq: Number(seq), content, salt: Buffer.from(salt, 'hex') }))
}

/** Lines of a text that ends with a line feed; undefined when it does not. */
export function linesOf(text: string): string[] | undefined {
  const lines = text.split('\n')
  return lines.pop() === '' ? lines : undefined
}

function readLines<T>(text: string, shape: RegExp, read: (found: RegExpExecArray) => T): T[] | undefined {
  const all = linesOf(text)?.map(it => shape.exec(it))
  if (!all) return undefined
  const found = all.filter(it => it !== null)
  return found.length === all.length ? found.map(read) : undefined
}
