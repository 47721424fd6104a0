// For tests only: everything that can be found in a bundle, and every way in which something may lie in it.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import yauzl from 'yauzl'
import { dayOf, sayTime } from '../kernel/day.ts'

/** A reason to skip, or false. */
export const qpdf = spawnSync('qpdf', ['--version']).error ? 'qpdf is not installed' : false

/** A text as it may lie in a file: UTF-8, UTF-16, as JSON, and in base64 at each of the three places it can begin. */
export function forms(text: string): Buffer[] {
  const plain = Buffer.from(text)
  const base64 = [0, 1, 2].map(shift =>
    Buffer.concat([Buffer.alloc(shift), plain]).toString('base64').slice(shift === 0 ? 0 : 4).replace(/.{0,3}=*$/, ''))
  const wide = Buffer.from(text, 'utf16le')
  const hex = [plain.toString('hex'), plain.toString('hex').toUpperCase(), Buffer.from(wide).swap16().toString('hex')]
  return [plain, wide, Buffer.from(wide).swap16(), ...[...base64, ...hex, JSON.stringify(text).slice(1, -1)].map(it => Buffer.from(it))]
}

/** Every way in which the moment of sealing is likely to be written. */
export function timesOf(at: Date): string[] {
  const iso = at.toISOString()
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', dateStyle: 'short', timeStyle: 'medium' }).format(at)
  return [
    iso, iso.slice(0, 16), iso.slice(0, 16).replace('T', ' '), iso.replaceAll(/[-:]/g, '').slice(0, 13), local, local.slice(0, 16),
    String(at.getTime()), String(Math.trunc(at.getTime() / 1000)), sayTime(at), sayTime(at, 'en'), `${dayOf(at)} ${local.slice(11, 16)}`,
    at.toUTCString(), at.toString().slice(0, 21),
  ]
}

/** Each file of the zip, the zip itself, and the paper opened up and as text (`log.qdf`, `log.txt`). */
export async function everythingIn(path: string): Promise<Map<string, Buffer>> {
  const found = new Map([['the zip itself', readFileSync(path)]])
  const zip = await yauzl.openPromise(path)
  for await (const entry of zip.eachEntry()) {
    const pieces: Uint8Array[] = []
    for await (const piece of await zip.openReadStreamPromise(entry) as AsyncIterable<Uint8Array>) pieces.push(piece)
    found.set(entry.fileName, Buffer.concat(pieces))
  }
  const pdf = [...found].find(([name]) => name.endsWith('/data/log.pdf'))?.[1] ?? assert.fail('no log.pdf')
  const dir = mkdtempSync(join(tmpdir(), 'qdf-'))
  writeFileSync(join(dir, 'log.pdf'), pdf)
  assert.equal(spawnSync('qpdf', ['--qdf', '--object-streams=disable', join(dir, 'log.pdf'), join(dir, 'log.qdf')]).status, 0)
  spawnSync('pdftotext', [join(dir, 'log.pdf'), join(dir, 'log.txt')])
  for (const name of readdirSync(dir)) found.set(name, readFileSync(join(dir, name)))
  return found
}
