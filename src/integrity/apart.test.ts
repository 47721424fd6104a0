import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hide, opens, opensKept, sealApart } from './apart.ts'
import { emptyHead, verifyChain } from './rules.ts'
import { sha256 } from './seal.ts'

const salts = { content: new Uint8Array(32).fill(1), kept: new Uint8Array(32).fill(2) }
const at = new Date('2026-11-03T21:15:00.123Z')
const sealed = sealApart(emptyHead, { no: 1, told: 'Han stod ved døren.' }, { privateNote: 'Jeg blev bange.' }, salts, at, sha256)

test('an opened entry can be checked without its private note and its sealing time', () => {
  assert.ok(opens(sealed.line, salts.content, sealed.content, sha256))
  assert.ok(!sealed.content.includes('bange') && !sealed.content.includes('2026-11-03'))
})

test('one changed letter, or another salt, does not open the line', () => {
  assert.ok(!opens(sealed.line, salts.content, sealed.content.replace('døren', 'bilen'), sha256))
  assert.ok(!opens(sealed.line, salts.kept, sealed.content, sha256))
  assert.ok(!opens(sealed.line, new Uint8Array(31), sealed.content, sha256))
})

test('inside the house the kept part can be held against the seal too', () => {
  assert.ok(opensKept(sealed.content, salts.kept, sealed.kept, sha256))
  assert.ok(!opensKept(sealed.content, salts.kept, sealed.kept.replace('.123Z', '.124Z'), sha256))
})

test('the note cannot be guessed from what is shown without its salt', () => {
  assert.notEqual(hide(salts.content, sealed.kept, sha256), JSON.parse(sealed.content).hidden)
})

test('the next entry is sealed onto it', () => {
  const next = sealApart(sealed.head, { no: 2, told: 'Han ringede.' }, {}, salts, at, sha256)
  assert.deepEqual(verifyChain([sealed.line, next.line], next.head.seal, sha256), [])
})

test('a shown part has no room for a hidden commitment or a sealing time of its own', () => {
  assert.throws(() => sealApart(emptyHead, { hidden: 'x' }, {}, salts, at, sha256), RangeError)
  assert.throws(() => sealApart(emptyHead, { sealedAt: 'x' }, {}, salts, at, sha256), RangeError)
})
