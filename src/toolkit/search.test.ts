import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadGuides } from './guide-folders.ts'
import { national } from './phones.ts'
import { glimpse, openSearch } from './search.ts'

const guides = loadGuides([...Object.keys(national), 'kommune'])
const search = openSearch(guides, national)
const at = (asked: string, lang: 'da' | 'en' = 'da', everything = false) => search.find(asked, lang, everything).found.map(it => it.href)
const says = (asked: string, word: RegExp) => search.find(asked, 'da', false).found.some(it => word.test(`${it.page} ${it.section} ${it.text}`))

test('a word is found in whatever form it stands', () => {
  assert.ok(says('chikanere', /chikane\b|chikanere/i))
  assert.ok(says('chikane', /chikanere/i))
  assert.deepEqual(at('chikanerer').slice(0, 3), at('chikane').slice(0, 3))
  assert.deepEqual(at('OVERVÅGNING').length > 0, true)
})

test('the beginning of a word is enough', () => {
  assert.ok(says('overvåg', /overvågning/i))
  assert.ok(at('overvåg').some(it => it.startsWith('/raad/')))
  assert.ok(at('tilho').length > 0)
})

test('what people call it leads to what the texts call it', () => {
  assert.ok(at('airtag').includes('/raad/13#tracker'), at('airtag').join(' '))
  assert.ok(at('spyware').includes('/raad/13#spionprogram'), at('spyware').join(' '))
  assert.ok(at('ekskone').length > 0)
  assert.ok(at('blomster').includes('/raad/4#gaver'))
})

test('a result leads to the paragraph, tools and advice among them', () => {
  assert.ok(at('gaver').includes('/redskaber/advice#gifts'))
  assert.ok(at('tjekliste stalking').length > 0)
  assert.ok(at('offerrådgivningen').includes('/raad/10#listen'))
  assert.ok(at('gifts', 'en').every(it => it.startsWith('/en/')), at('gifts', 'en').join(' '))
})

test('several words narrow it, little words do not, and if nothing has them all each counts', () => {
  assert.ok(at('gps barnevogn').length < at('gps').length + at('barnevogn').length)
  assert.deepEqual(at('hvad er et tilhold'), at('tilhold'))
  assert.ok(at('tilhold xyzzy').length > 0)
})

test('what is for those who work here is found by them alone', () => {
  assert.deepEqual(at('diagnose').filter(it => it.startsWith('/redskaber/viden')), [])
  assert.ok(at('diagnose', 'da', true).some(it => it.startsWith('/redskaber/viden/those-who-stalk')))
})

test('a word of the other language finds the other language', () => {
  const { found, lang } = search.find('neighbour', 'da', false)
  assert.equal(lang, 'en')
  assert.ok(found.length > 0)
})

test('nothing, nonsense and very much of it are answered in peace', () => {
  for (const asked of ['', '   ', 'og', '<script>', '%', 'x'.repeat(100_000), 'a b c d e f g h i j k l'.repeat(50)]) assert.ok(Array.isArray(at(asked)))
})

test('a glimpse holds the word, and is whole words', () => {
  const text = `${'Her er en lang tekst om noget andet. '.repeat(20)}Så står gaven her. ${'Og mere. '.repeat(40)}`
  assert.match(glimpse(text, 'gaven'), /gaven/)
  assert.ok(glimpse(text, 'gaven').length < 200)
  assert.equal(glimpse('Kort tekst.', 'kort'), 'Kort tekst.')
})
