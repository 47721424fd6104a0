import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BundleEntry } from './rules.ts'
import { warnings, type Known } from './warnings.ts'

const nobody: Known = { toOtherParty: [], helpers: [], photos: [] }
const entry = (told: string, more: Partial<BundleEntry> = {}): BundleEntry =>
  ({ no: 4, occurred: { local: '2026-11-03T22:15', certainty: 'minute' }, type: 'call', told, count: 1, witnesses: [], exhibits: [], ...more })
const kinds = (told: string, known = nobody) => warnings([entry(told)], known).map(it => it.kind)

const cases: readonly (readonly [why: string, told: string, found: readonly string[]])[] = [
  ['a Danish phone number in pairs', 'Han ringede til mit nummer 00 12 34 56.', ['phone']],
  ['a phone number in one piece', 'Ring 00123456 nu', ['phone']],
  ['a foreign phone number', 'fra +00 1234 567 890', ['phone']],
  ['a date is no phone number', 'Den 03.11.2026 og 2026-11-03 og 3-11-2026', []],
  ['an amount is no phone number', 'Han overførte 1.250,00 kr. 43 gange', []],
  ['an e-mail address', 'skrev til ny.mig@eksempel.test i går', ['email']],
  ['a street with its number', 'Jeg bor nu på Nye Havnegade 12 B, 2. sal', ['address']],
  ['a street of one word', 'Han stod ved Rosenvej 7', ['address']],
  ['a postcode with its town', 'i 6700 Esbjerg', ['postcode']],
  ['a street of two words', 'ved Store Torv 3', ['address']],
  ['a street in small letters', 'han så mig på rosenvej 7', ['address']],
  ['a way somebody went is no street', 'Han gik samme vej 3 gange', []],
  ['a year is no postcode', 'i 2026 Peter så ham', []],
  ['a postcode after a comma', 'Rosenvænget, 6700 Esbjerg', ['postcode']],
  ['a year after a month is no postcode', '3. november 2026 Han kom igen', []],
  ['a new workplace', 'Han fandt min nye arbejdsplads', ['newInLife']],
  ['a shelter', 'da jeg var på krisecentret', ['newInLife']],
  ['a new school', 'børnenes ny skole', ['newInLife']],
  ['what he did himself, and no more', 'Han stod foran døren og råbte i ti minutter.', []],
]
for (const [why, told, found] of cases) test(`a look through an entry: ${why}`, () => assert.deepEqual(kinds(told), found))

test('what the other party has already is not pointed out, however it is written', () => {
  const known = { ...nobody, toOtherParty: ['00123456', 'Rosenvej 7'] }
  assert.deepEqual(kinds('00 12 34 56 ringede til rosenvej 7. Rosenvej 7 er hans vej.', known), [])
})

test('witnesses and helpers are pointed out by name, in whatever field they stand', () => {
  const it = entry('Søster Bodil hørte det', { witnesses: ['Karl Naboen'], myResponse: 'ringede til Bodil' })
  const found = warnings([it], { ...nobody, helpers: ['bodil'] })
  assert.deepEqual(found.map(({ field, kind }) => `${field} ${kind}`), ['told name', 'myResponse name', 'witnesses name'])
})

test('a photo that tells where it was taken is pointed out with its place', () => {
  const sha256 = 'a'.repeat(64)
  const it = entry('Billede', { exhibits: [{ no: 3, name: 'foto.jpg', bytes: 10, sha256, type: 'image/jpeg' }] })
  const found = warnings([it], { ...nobody, photos: [{ sha256, latitude: 55.46667, longitude: 8.45 }] })
  assert.deepEqual(found, [{ entry: 4, field: 'exhibits.3', kind: 'place', excerpt: '55.4667, 8.4500' }])
})

test('each warning names entry and field and shows the words with what stands around them', () => {
  const [first] = warnings([entry(`${'a '.repeat(40)}ring 00 12 34 56 ${'b '.repeat(40)}`)], nobody)
  assert.equal(first?.entry, 4)
  assert.match(first?.excerpt ?? '', /^….*00 12 34 56.*…$/)
})
