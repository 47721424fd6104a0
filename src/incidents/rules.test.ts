import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { readSheet } from '../kernel/sheet.ts'
import { packageFolder } from '../platform/places.ts'
import { allKinds, cleanText, kinds, longest, plainFileName, rights } from './rules.ts'
import { da, kindNames } from './text.da.ts'

const runs = { seed: 20261120, numRuns: process.env['LODS_LONG'] ? 5000 : 200 }

test('every kind of event stands in one group and has a name', () => {
  assert.equal(new Set(Object.values(kinds).flat()).size, Object.values(kinds).flat().length)
  assert.deepEqual(Object.keys(kindNames).sort(), [...allKinds].sort())
})

test('the name of a file loses its folders and what cannot be seen, and keeps its ending', () => {
  assert.equal(plainFileName('../../etc/skærm\u0000\u202ebillede.png'), 'skærmbillede.png')
  assert.equal(plainFileName('C:\\fotos\\'), 'fil')
  assert.equal(plainFileName(`${'a'.repeat(300)}.jpeg`).length, 80)
  assert.ok(plainFileName(`${'a'.repeat(300)}.jpeg`).endsWith('.jpeg'))
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), name => {
    const kept = plainFileName(name)
    assert.ok(kept.isWellFormed() && kept !== '' && [...kept].length <= 80 && !/[/\\]|\p{C}/u.test(kept))
  }), runs)
})

test('text keeps its lines and letters, and loses what no one can see', () => {
  assert.equal(cleanText('  Han stod\r\nved døren\u0000\u0007 \n'), 'Han stod\nved døren')
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
    const clean = cleanText(text)
    assert.ok(clean.isWellFormed())
    assert.equal(cleanText(clean), clean)
  }), runs)
})

test('the longest that can be told fits into a seal, whatever letters it is written with', () => {
  const told = Buffer.byteLength(JSON.stringify('\u{1f600}'.repeat(longest.told / 2)))
  const worst = Buffer.byteLength(JSON.stringify('€'.repeat(longest.told)))
  const others = Buffer.byteLength(JSON.stringify('€'.repeat(longest.witnesses + longest.place + longest.about))) + 20 * (80 * 4 + 200)
  assert.ok(Math.max(told, worst) + others < 65_536 - 2_000)
})

// The table cannot vouch for itself: the sheet is the second witness, read by the tovholder.
test('the table says what the signed sheet says', () => {
  const sheet = readSheet(readFileSync(join(packageFolder, 'src/incidents/who-may-what.md'), 'utf8'))
  assert.deepEqual(Object.entries(rights).flatMap(([act, grants]) => grants.map(it => ({ act, ...it }))), sheet)
})

/** LIX: words a sentence, and the share of words over six letters. */
function lix(text: string): number {
  const words = text.match(/[\p{L}\d]+/gu) ?? []
  const sentences = text.match(/[.!?:]+(?=\s|$)/g)?.length ?? 1
  return words.length / Math.max(1, sentences) + (100 * words.filter(it => it.length > 6).length) / words.length
}
const allText = (it: unknown): string[] => (typeof it === 'string' ? [it] : typeof it === 'object' && it !== null ? Object.values(it).flatMap(allText) : [])

test('what she reads is plain: LIX under 35 on every page', () => {
  const { staff: _, nav: __, acts: ___, ...pages } = da
  for (const [page, texts] of Object.entries(pages)) {
    const sentences = allText(texts).filter(it => /[.?]$/.test(it)).join(' ')
    if (sentences !== '') assert.ok(lix(sentences) < 35, `${page}: ${lix(sentences).toFixed(1)}`)
  }
})
