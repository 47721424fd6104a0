import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readHref, type SafeHref, safe, tel } from './href.ts'

for (const good of ['/', '/sager/1?fra=indbakke#top', '#told', 'https://www.dmi.dk/', 'tel:112', 'tel:+4500000001'])
  test(`${good} may stand in a link`, () => assert.equal(readHref(good), good))

const bad = [
  'javascript:alert(1)', ' javascript:alert(1)', 'java\nscript:x', 'data:text/html,x', 'https://user@evil.dk', '', 'sager/1', 'tel:javascript',
  '//elsewhere.dk', '/\\elsewhere.dk', '/a\\b', 'http://plain.dk',
]
for (const it of bad)
  test(`${JSON.stringify(it)} may not`, () => assert.equal(readHref(it), undefined))

test('an address that got past the type is still stopped', () => assert.throws(() => safe('//elsewhere.dk' as SafeHref)))
test('a number as people write it can be dialled', () => assert.equal(tel('+45 00 00 00 01'), 'tel:+4500000001'))

test('whatever is let through never leaves for another scheme or another house by a slash', () => {
  const rounds = process.env['LODS_LONG'] ? 100_000 : 2_000
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('/', '\\', ':', '#', 'a', 'j', '.', ' ', '\t', '\n', '@', '?') }), text => {
    const href = readHref(text)
    if (href === undefined) return
    assert.equal(new URL(href, 'https://house.dk').origin, 'https://house.dk')
  }), { seed: 20261120, numRuns: rounds })
})
