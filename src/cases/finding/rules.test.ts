import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { kindOfSearch, nameHashes, nameKeys, plainWords, wordHash } from './rules.ts'

test('a name is found whatever its case, its order and what stands between', () => {
  const kept = nameKeys('Signe-Marie  Opdigt')
  assert.deepEqual(nameKeys('opdigt, SIGNE Marie'), kept.slice(0, 1).concat(nameKeys('opdigt, SIGNE Marie').slice(1)))
  assert.ok(nameKeys('Signe Opdigt').some(it => kept.includes(it)), 'first and last name are enough')
  assert.deepEqual(nameKeys(' - '), [])
  assert.equal(plainWords('Åse  Ærø'), 'åse ærø')
})

test('a case number is a number, everything else is words', () => {
  for (const typed of ['2026-0001', ' 2026-12345 ']) assert.equal(kindOfSearch(typed), 'number')
  for (const typed of ['M-2026-0001', 'Signe', '2026', '2026-001']) assert.equal(kindOfSearch(typed), 'words')
})

test('any order of the words of a name leads to the same hash, and a name is never taken for a word', () => {
  const hash = (purpose: string, value: string) => `${purpose}|${value}`
  const word = fc.stringMatching(/^[a-zæøå]{1,8}$/)
  fc.assert(fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), words => {
    assert.equal(nameHashes(hash, 1, words.join(' '))[0], nameHashes(hash, 1, [...words].reverse().join(', '))[0])
    assert.ok(!nameHashes(hash, 1, words.join(' ')).includes(wordHash(hash, 1, words.join(' '))))
    assert.ok(!nameHashes(hash, 2, words.join(' ')).some(it => nameHashes(hash, 1, words.join(' ')).includes(it)), 'another house has other hashes')
  }), { seed: 20261120, numRuns: 200 })
})
