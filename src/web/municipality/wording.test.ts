import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { directoryText, sayRole } from '../../directory/say.ts'
import { openFolder } from '../../platform/settings.ts'
import { uiText } from '../../platform/ui/frame.ts'
import { changeable, noWording, wear, wordingIn } from './wording.ts'

const folder = mkdtempSync(join(tmpdir(), 'lods-wording-'))
mkdirSync(join(folder, 'wording'))
after(() => rmSync(folder, { recursive: true }))
after(() => wear(noWording))

function read(da: object, en: object = da) {
  writeFileSync(join(folder, 'wording/da.json'), JSON.stringify(da, null, 1))
  writeFileSync(join(folder, 'wording/en.json'), JSON.stringify(en, null, 1))
  const it = openFolder(folder)
  return { wording: wordingIn(it), faults: it.faults }
}

test('the words that a place has of its own can be changed: roles, the picture of the model, the sheet, the name on top', () => {
  const keys = changeable().map(it => it.key)
  for (const key of ['roles.visitator', 'directory.homeTitle', 'directory.visitatorTask', 'directory.sheet.title', 'directory.sheet.toVisitator', 'ui.brand']) assert.ok(keys.includes(key), key)
  for (const key of keys) assert.ok(!key.includes('refusals') && !/^(citizens|incidents|imports|consents|measures|bundle)\./.test(key), key)
  assert.deepEqual(keys.filter(it => it.startsWith('ui.')), ['ui.brand'])
  assert.deepEqual(changeable().find(it => it.key === 'directory.sheet.drawnOn')?.holes, 1)
  assert.ok(!keys.includes('directory.entrances.bringLead'), 'a sentence that counts is put together by a rule')
})

test('own words are worn in both languages, with what is set into them, and are taken off again', () => {
  const { wording, faults } = read({ 'roles.visitator': 'Indgangen', 'directory.sheet.drawnOn': 'Arket gælder {1}.', 'ui.brand': 'Tryg' }, { 'roles.visitator': 'The entrance', 'directory.sheet.drawnOn': 'As of {1}.', 'ui.brand': 'Safe' })
  assert.deepEqual(faults, [])
  const before = [sayRole('visitator', 'da'), directoryText('en').sheet.drawnOn('x'), uiText('da').brand]
  wear(wording)
  assert.deepEqual([sayRole('visitator', 'da'), sayRole('visitator', 'en'), directoryText('da').sheet.drawnOn('i dag'), uiText('en').brand], ['Indgangen', 'The entrance', 'Arket gælder i dag.', 'Safe'])
  assert.equal(changeable().find(it => it.key === 'roles.visitator')?.da, 'Stalkingvisitator', 'the list goes on saying what is ours')
  wear(noWording)
  assert.deepEqual([sayRole('visitator', 'da'), directoryText('en').sheet.drawnOn('x'), uiText('da').brand], before)
})

const wrong: Readonly<Record<string, readonly [object, object, RegExp]>> = {
  'a key that is not there': [{ 'roles.visitatr': 'X' }, {}, /^wording\/da\.json, linje 2, roles\.visitatr: er ikke en af de tekster/],
  'a key into what is no text': [{ 'roles.__proto__.x': 'X' }, {}, /er ikke en af de tekster/],
  'a text of the citizen\'s': [{ 'citizens.title': 'X' }, {}, /borgerens tekster/],
  'a refusal': [{ 'directory.refusals.past': 'X' }, {}, /kan ikke ændres/],
  'a sentence that counts': [{ 'directory.entrances.bringLead': 'X' }, {}, /sat sammen af flere dele/],
  'one language alone': [{ 'roles.visitator': 'X' }, {}, /Skriv den også i wording\/en\.json/],
  'a hole that is not filled': [{ 'directory.sheet.drawnOn': 'Arket' }, { 'directory.sheet.drawnOn': 'As of {1}' }, /skal have \{1\}/],
  'a hole that nothing is set into': [{ 'roles.visitator': 'X {1}' }, { 'roles.visitator': 'X' }, /må ikke have \{1\}/],
  'a text that is far too long': [{ 'roles.visitator': 'x'.repeat(61) }, { 'roles.visitator': 'X' }, /Højst 60 tegn/],
  'an empty text': [{ 'roles.visitator': ' ' }, { 'roles.visitator': 'X' }, /skal være én linje/],
  'a number': [{ 'roles.visitator': 7 }, { 'roles.visitator': 'X' }, /skal være tekst/],
}
for (const [name, [da, en, says]] of Object.entries(wrong))
  test(`it is refused with its place: ${name}`, () => {
    const { faults } = read(da, en)
    assert.match(faults.join('\n'), says)
    for (const fault of faults) assert.match(fault, /^wording\/(da|en)\.json, linje \d+, [^ ]+: /)
  })
