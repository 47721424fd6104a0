import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { colourFaults, contrast, enough, fixed, paletteOf, sheetOf } from './colours.ts'
import { packageFolder } from './places.ts'
import { asset, assetFolder } from './ui/assets.ts'

test('contrast is what WCAG says it is', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21)
  assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48')
  assert.equal(contrast('#123456', '#123456'), 1)
})

test('colours that can be read are taken, and what follows from the accent can be read too', () => {
  for (const accent of ['#0f5c61', '#4b2e83', '#1f4e79', '#2b5d34', '#5a4a00', '#333333']) assert.deepEqual(colourFaults({ accent }), [], accent)
  const { accentDark, accentSoft } = paletteOf({ accent: '#0f5c61' })
  assert.ok(contrast('#ffffff', accentDark) > contrast('#ffffff', '#0f5c61') && contrast(fixed.ink, accentSoft) > enough)
})

test('a pair that cannot be read is named with its ratio', () => {
  const [first] = colourFaults({ accent: '#8ab6b9' })
  assert.deepEqual([first?.key, first?.says], ['accent', 'accentfarven (#8ab6b9) på hvid (#ffffff) har kontrasten 2,2 til 1 og er svær at læse. Den skal være mindst 4,5 til 1. Gør den ene mørkere eller den anden lysere.'])
  assert.deepEqual(colourFaults({ accent: '#0f5c61', link: '#9ec5fe' }).map(it => it.key), ['link', 'link', 'link'])
  assert.ok(colourFaults({ accent: '#0f5c61', accentSoft: '#20777c' }).every(it => it.key === 'accentSoft' || it.key === 'accent'))
})

test('red is for danger to life and no accent', () => {
  for (const accent of ['#b3261e', '#a0001c', '#990000']) assert.match(colourFaults({ accent }).map(it => it.says).join(), /er rød/, accent)
  for (const accent of ['#6b4500', '#5a1e5a', '#3a2a2a']) assert.doesNotMatch(colourFaults({ accent }).map(it => it.says).join(), /er rød/, accent)
})

test('the grounds and inks here are those of the style sheets', () => {
  const tokens = readFileSync(join(packageFolder, 'src/platform/look/_tokens.scss'), 'utf8')
  for (const [name, value] of Object.entries(fixed)) assert.match(tokens, new RegExp(`--${name}: ${value === '#ffffff' ? '#fff' : value};`), name)
})

test('the staff\'s style sheet has its accent in one place, so that a sheet of four lines changes all of it; the citizen\'s dress is never given one', () => {
  const css = readFileSync(join(assetFolder, asset('staff.css').replace('/assets/', '')), 'utf8')
  for (const [name, value] of [['accent', '#0f5c61'], ['accent-dark', '#0a4145'], ['accent-soft', '#e6f1f1'], ['link', '#0a4f86']] as const) {
    assert.equal(css.split(value).length - 1, 1, `${value} stands once`)
    assert.match(css, new RegExp(`--${name}: ?${value}`))
  }
  assert.match(sheetOf({ accent: '#4b2e83' }).css, /^:root\{--accent:#4b2e83;--accent-dark:#[0-9a-f]{6};--accent-soft:#[0-9a-f]{6};--link:#0a4f86\}$/)
  assert.match(sheetOf({ accent: '#4b2e83' }).name, /^colours-[0-9a-f]{10}\.css$/)
})
