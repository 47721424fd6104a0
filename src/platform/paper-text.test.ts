import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { printable, wrap } from './paper-text.ts'

const latin = (codePoint: number) => codePoint < 0x250

test('Danish letters stay as they are, and letters in two parts are joined', () => {
  assert.equal(printable('Ærø Åse', latin), 'Ærø Åse')
  assert.equal(printable('A\u030ase', latin), 'Åse')
})

test('a picture the typeface lacks is printed by its number and never dropped', () => {
  assert.equal(printable('hej 😀!', latin), 'hej [U+1F600]!')
  assert.equal(printable('👨\u200d👩', latin), '[U+1F468 U+200D U+1F469]')
})

test('a picture that has a word is printed with it, its number behind', () => {
  assert.equal(printable('se her 🔪❤\ufe0f', latin, { '🔪': 'køkkenkniv', '❤': 'hjerte' }), 'se her [køkkenkniv U+1F52A][hjerte U+2764 U+FE0F]')
})

test('a hidden control that turns text around is seen on paper', () => {
  assert.equal(printable('a\u202eb', () => true), 'a[U+202E]b')
  assert.equal(printable('a\u0000b', () => true), 'a[U+0000]b')
})

test('line ends of every kind become one kind, and tabs become spaces', () => {
  assert.equal(printable('a\r\nb\rc\td', latin), 'a\nb\nc    d')
})

test('wrapping loses no letter and makes no line wider than the column', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'æ', ' ', '\n', '-'), maxLength: 200 })
  const runs = process.env.LODS_LONG ? 20_000 : 1_000
  fc.assert(fc.property(text, fc.integer({ min: 1, max: 30 }), (it, width) => {
    const lines = wrap(it, width, part => part.length)
    assert.equal(lines.join('').replaceAll(' ', ''), it.replaceAll(/[ \n]/g, ''))
    for (const line of lines) assert.ok(line.length <= width || line.trim().length <= width, line)
  }), { seed: 20261120, numRuns: runs })
})
