import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadGuides } from './guide-folders.ts'
import { easeOf, hardFrom, isOpen, runningText, wordCount } from './guides.ts'
import { national } from './phones.ts'

const phones = [...Object.keys(national), 'kommune']
const guides = loadGuides(phones)

for (const guide of guides) {
  test(`${guide.id} is easy to read in Danish`, () => assert.ok(easeOf(guide.text.da) < hardFrom(guide.audience), String(easeOf(guide.text.da))))
  test(`${guide.id} speaks plainly of people, blames nobody and promises nothing`, () => {
    assert.doesNotMatch(runningText(guide.text.da), /\boffer(?!rådg)|stalkeren\b|gerningsmand|påstået|du burde|garanter/i)
    assert.doesNotMatch(runningText(guide.text.en), /\bvictim(?! support| counsel)|perpetrator|alleged|guarantee/i)
    assert.ok(!isOpen(guide) || !/§/.test(runningText(guide.text.da)) || guide.audience === 'professionals')
    for (const sentence of runningText(guide.text.da).split(/(?<=[.!?])\s/)) if (/mægl/i.test(sentence)) assert.match(sentence, /ikke|aldrig|råder fra|værre|nej/i, sentence)
  })
}
test('every guide has three hundred words in each language', () => {
  for (const it of guides) for (const lang of ['da', 'en'] as const) assert.ok(wordCount(runningText(it.text[lang])) >= 300)
  assert.ok(guides.length >= 2)
})
