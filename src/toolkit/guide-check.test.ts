import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type GuideFile, readGuides } from './guide-check.ts'
import { whereTo } from './guide-address.ts'
import { readFile } from './guides.ts'

const head = (changed: Readonly<Record<string, string>> = {}) =>
  `---\n${Object.entries({ title: 'Prøve', about: 'En prøve.', audience: 'citizen', place: '1', source: 'Egen', status: 'Udkast', version: '1', ...changed })
    .filter(([, value]) => value !== '').map(([key, value]) => `${key}: ${value}`).join('\n')}\n---\n`
const long = `Ring {{telefon:alarm}}. ${'Det er kort og let at se. '.repeat(60)}\n`
const file = (name: string, text: string): GuideFile => ({ path: `guides/${name}`, name, text })
const both = (body: string, changed?: Readonly<Record<string, string>>, english = body): GuideFile[] =>
  [file('try.da.md', `${head(changed)}${body}`), file('try.en.md', `${head(changed)}${english}`)]
const faults = (files: readonly GuideFile[]): string => readGuides(files, ['alarm', 'dsc']).faults.join('\n')

test('a whole guide has no faults, and its places are those that were written', () => {
  const { guides, faults: none } = readGuides(both(`${long}\n## Et sted {#sted}\n\nRing {{telefon:dsc}}. Se [her](#sted).\n`), ['alarm', 'dsc'])
  assert.deepEqual(none, [])
  assert.deepEqual(guides[0]?.text.da.sections.map(it => it.id), ['', 'sted'])
  assert.equal(readFile('## Æbler på øen\n').sections[0]?.id, 'aebler-paa-oeen')
})

/** What is wrong, and what is said of it. */
const broken: Readonly<Record<string, readonly [readonly GuideFile[], RegExp]>> = {
  'one language is missing': [both(long).slice(0, 1), /one language only/],
  'a wrong name': [[file('Try.md', long)], /small letters/],
  'a line in front is missing': [both(long, { source: '' }), /try\.da\.md: source is missing/],
  'an unknown line in front': [both(long, { author: 'x' }), /"author" is not one of the lines/],
  'an unknown audience': [both(long, { audience: 'all' }), /the audience is all/],
  'no number in the address': [both(long, { place: '' }), /has a place/],
  'a number for those who work here': [both(long, { audience: 'staff' }), /has no place/],
  'two languages that differ': [both(`${long}\n## A {#a}\n\nx\n`, {}, `${long}\n## B {#b}\n\nx\n`), /places are not the same/],
  'too few words': [both('Kort.\n'), /it has 2 words/],
  'hard to read': [both(`${'Kommunalbestyrelsesmedlemmernes tilstedeværelsesforpligtelser nødvendiggør overordentligt omfattende sagsbehandling '.repeat(60)}.\n`), /LIX .* under 35/],
  'no number for danger': [both(long.replace('{{telefon:alarm}}', '112')), /whom to call in danger/],
  'filler': [both(`${long}Udfyldes af kommunen.\n`), /not finished/],
  'an unknown telephone': [both(`${long}Ring {{telefon:nisse}}.\n`), /nobody knows the telephone nisse/],
  'a placeholder that is none': [both(`${long}Ring {{nummer}}.\n`), /placeholder/],
  'HTML': [both(`${long}\n<b>fed</b>\n`), /HTML cannot stand/],
  'a script': [both(`${long}\n<script>alert(1)</script>\n`), /HTML cannot stand/],
  'a picture from elsewhere': [both(`${long}\n![x](https://example.org/x.png)\n`), /a picture cannot stand/],
  'a link that runs': [both(`${long}[x](javascript:alert(1))\n`), /leads nowhere/],
  'a link in clear': [both(`${long}[x](http://example.org/)\n`), /leads nowhere/],
  'a link to another host in disguise': [both(`${long}[x](//example.org/)\n`), /leads nowhere/],
  'a link to no text': [both(`${long}[x](nowhere)\n`), /leads nowhere/],
  'a link to no place': [both(`${long}[x](#nowhere)\n`), /place that is not there/],
  'two headings of one place': [both(`${long}\n## A {#a}\n\nx\n\n## B {#a}\n\nx\n`), /two headings/],
  'a heading of the page itself': [both(`${long}\n# A\n\nx\n`), /1 signs in front/],
}
for (const [name, [files, says]] of Object.entries(broken)) test(`it is said: ${name}`, () => assert.match(faults(files), says))

test('a citizen is never led to a text for those who work here', () => {
  const staff = ['da', 'en'].map(lang => file(`secret.${lang}.md`, `${head({ audience: 'staff', place: '' })}${long}`))
  assert.match(faults([...both(`${long}[x](secret)\n`), ...staff]), /leads a citizen/)
  assert.equal(faults([...both(`${long}[x](secret)\n`, { audience: 'professionals' }), ...staff]), '')
})

test('a municipality’s file stands in the place of ours, both languages together', () => {
  const own = both(long, { title: 'Vores egen' })
  assert.equal(readGuides([...both(long), ...own], []).guides[0]?.text.da.title, 'Vores egen')
  assert.match(faults([...both(long), ...both(long, { version: '2' }).slice(0, 1)]), /version is not the same/)
})

test('a link keeps the language of the page it stands on', () => {
  const { guides } = readGuides(both(long), [])
  assert.equal(whereTo('try#a', guides, 'da'), '/raad/1#a')
  assert.equal(whereTo('try', guides, 'en'), '/en/raad/1')
  assert.equal(whereTo('/redskaber/advice', guides, 'en'), '/en/redskaber/advice')
  assert.equal(whereTo('/log-ind', guides, 'en'), '/log-ind')
})
