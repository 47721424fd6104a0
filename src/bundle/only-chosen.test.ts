import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import yauzl from 'yauzl'
import { dayOf, sayTime } from '../kernel/day.ts'
import { inputOf, testLog, writeBundle, type TestEntry } from './testing-log.ts'

const chosen = [10, 20, 33, 77, 100, 140, 200, 201, 202, 300, 399, 400]
const qpdf = spawnSync('qpdf', ['--version']).error ? 'qpdf is not installed' : false

/** A text as it may lie in a file: UTF-8, UTF-16, as JSON, and in base64 at each of the three places it can begin. */
function forms(text: string): Buffer[] {
  const plain = Buffer.from(text)
  const base64 = [0, 1, 2].map(shift =>
    Buffer.concat([Buffer.alloc(shift), plain]).toString('base64').slice(shift === 0 ? 0 : 4).replace(/.{0,3}=*$/, ''))
  const wide = Buffer.from(text, 'utf16le')
  const hex = [plain.toString('hex'), plain.toString('hex').toUpperCase(), Buffer.from(wide).swap16().toString('hex')]
  return [plain, wide, Buffer.from(wide).swap16(), ...[...base64, ...hex, JSON.stringify(text).slice(1, -1)].map(it => Buffer.from(it))]
}

/** The word that no other entry has: a part of a sentence must not be found either. */
const wordOf = (text: string): string => /[0-9a-f]{12}/.exec(text)?.[0] ?? assert.fail(text)

/** Every way in which the moment of sealing is likely to be written. */
function timesOf({ at }: TestEntry): string[] {
  const iso = at.toISOString()
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', dateStyle: 'short', timeStyle: 'medium' }).format(at)
  return [
    iso, iso.slice(0, 16), iso.slice(0, 16).replace('T', ' '), iso.replaceAll(/[-:]/g, '').slice(0, 13), local, local.slice(0, 16),
    String(at.getTime()), String(Math.trunc(at.getTime() / 1000)), sayTime(at), sayTime(at, 'en'), `${dayOf(at)} ${local.slice(11, 16)}`,
    at.toUTCString(), at.toString().slice(0, 21),
  ]
}

async function everythingIn(path: string): Promise<Map<string, Buffer>> {
  const found = new Map([['the zip itself', readFileSync(path)]])
  const zip = await yauzl.openPromise(path)
  for await (const entry of zip.eachEntry()) {
    const pieces: Uint8Array[] = []
    for await (const piece of await zip.openReadStreamPromise(entry) as AsyncIterable<Uint8Array>) pieces.push(piece)
    found.set(entry.fileName, Buffer.concat(pieces))
  }
  const pdf = found.get('dokumentation-2026-11-20/data/log.pdf') ?? assert.fail('no log.pdf')
  const dir = mkdtempSync(join(tmpdir(), 'qdf-'))
  writeFileSync(join(dir, 'log.pdf'), pdf)
  assert.equal(spawnSync('qpdf', ['--qdf', '--object-streams=disable', join(dir, 'log.pdf'), join(dir, 'log.qdf')]).status, 0)
  spawnSync('pdftotext', [join(dir, 'log.pdf'), join(dir, 'log.txt')])
  for (const name of readdirSync(dir)) found.set(name, readFileSync(join(dir, name)))
  return found
}

test('the search finds what it looks for, however it is written', () => {
  const word = wordOf('x 0123456789ab y')
  for (const hay of [word, Buffer.from(`ab${word}c`).toString('base64'), Buffer.from(`a${word}`).toString('hex')]) {
    assert.ok(forms(word).some(it => Buffer.from(`..${hay}..`).includes(it)), hay)
  }
  assert.ok(!forms(word).some(it => gzipSync(word).includes(it)))
})

test('a bundle opens only chosen entries: no other text, no private note and no sealing time is anywhere in it', { skip: qpdf }, async () => {
  const log = await testLog(400)
  const { path } = await writeBundle(inputOf(log, chosen))
  const everything = await everythingIn(path)
  const text = everything.get('log.txt')?.toString() ?? ''
  for (const [index, entry] of log.entries.entries()) {
    const opened = chosen.includes(index + 1)
    if (opened) assert.ok(text.includes(wordOf(entry.told)), `entry ${index + 1} is on the paper`)
    const secrets = [wordOf(entry.note), ...timesOf(entry), ...(opened ? [] : [wordOf(entry.told), Buffer.from(entry.salt).toString('hex')])]
    const patterns = [...secrets.flatMap(forms), ...(opened ? [] : [Buffer.from(entry.salt)])]
    for (const [name, bytes] of everything) {
      for (const pattern of patterns) assert.ok(!bytes.includes(pattern), `entry ${index + 1} in ${name}: ${pattern.toString()}`)
    }
  }
})

test('no file of an unchosen entry is in the bundle', async () => {
  const log = await testLog(40)
  const { path } = await writeBundle(inputOf(log, [10]))
  const all = readFileSync(path)
  const found = [...log.files.values()].filter(it => all.includes(Buffer.from(it).subarray(-32)))
  assert.equal(found.length, 1)
})
