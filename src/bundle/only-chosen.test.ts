import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { inputOf, testLog, writeBundle } from './testing-log.ts'
import { everythingIn, forms, qpdf, timesOf } from './testing-search.ts'

const chosen = [10, 20, 33, 77, 100, 140, 200, 201, 202, 300, 399, 400]

/** The word that no other entry has: a part of a sentence must not be found either. */
const wordOf = (text: string): string => /[0-9a-f]{12}/.exec(text)?.[0] ?? assert.fail(text)

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
    const secrets = [wordOf(entry.note), ...timesOf(entry.at), ...(opened ? [] : [wordOf(entry.told), Buffer.from(entry.salt).toString('hex')])]
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
