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
  'one language is missing': [both(long).slice(0, 1), /^guides\/try\.da\.md: teksten er der kun på det ene sprog.* som try\.en\.md/m],
  'a wrong name': [[file('Try.md', long)], /Try\.md: filen skal hedde noget med små bogstaver/],
  'a line in front is missing': [both(long, { source: '' }), /try\.da\.md: linjen source mangler øverst/],
  'an unknown line in front': [both(long, { author: 'x' }), /try\.da\.md, linje 9: "author" er ikke en af de linjer/],
  'an unknown audience': [both(long, { audience: 'all' }), /try\.da\.md, linje 4: audience er all/],
  'no number in the address': [both(long, { place: '' }), /skal have linjen place/],
  'a number for those who work here': [both(long, { audience: 'staff' }), /try\.da\.md, linje 5: .*har ingen place/],
  'two languages that differ': [both(`${long}\n## A {#a}\n\nx\n`, {}, `${long}\n## B {#b}\n\nx\n`), /ikke de samme navne på dansk \(a\) og på engelsk \(b\)/],
  'too few words': [both('Kort.\n'), /try\.da\.md: teksten har 2 ord/],
  'hard to read': [both(`${'Kommunalbestyrelsesmedlemmernes tilstedeværelsesforpligtelser nødvendiggør overordentligt omfattende sagsbehandling '.repeat(60)}.\n`), /try\.da\.md: teksten er svær at læse\. Lixtallet er \d+,\d og skal være under 35/],
  'no number for danger': [both(long.replace('{{telefon:alarm}}', '112')), /hvem man ringer til ved fare/],
  'filler': [both(`${long}Udfyldes af kommunen.\n`), /linje 11: teksten er ikke færdig: her står "Udfyldes"/],
  'an unknown telephone': [both(`${long}Ring {{telefon:nisse}}.\n`), /linje 11: der er intet nummer, der hedder nisse/],
  'a placeholder that is none': [both(`${long}Ring {{nummer}}.\n`), /linje 11: her står noget i \{\{ \}\}/],
  'HTML': [both(`${long}\n<b>fed</b>\n`), /linje 12: HTML kan ikke stå/],
  'a script': [both(`${long}\n<script>alert(1)</script>\n`), /linje 12: HTML kan ikke stå/],
  'a picture from elsewhere': [both(`${long}\n![x](https://example.org/x.png)\n`), /linje 12: et billede kan ikke stå/],
  'a link that runs': [both(`${long}[x](javascript:alert(1))\n`), /linje 11: linket .* fører ingen steder hen/],
  'a link in clear': [both(`${long}[x](http://example.org/)\n`), /linje 11: linket .* fører ingen steder hen/],
  'a link to another host in disguise': [both(`${long}[x](//example.org/)\n`), /linje 11: linket .* fører ingen steder hen/],
  'a link to no text': [both(`${long}[x](nowhere)\n`), /linje 11: linket .* fører ingen steder hen/],
  'a link to no place': [both(`${long}[x](#nowhere)\n`), /linje 11: linket #nowhere fører til en overskrift, der ikke er der/],
  'two headings of one place': [both(`${long}\n## A {#a}\n\nx\n\n## B {#a}\n\nx\n`), /linje 12: to overskrifter har navnet #a/],
  'a heading of the page itself': [both(`${long}\n# A\n\nx\n`), /linje 12: overskriften "A" har 1 # foran/],
}
for (const [name, [files, says]] of Object.entries(broken)) test(`it is said: ${name}`, () => assert.match(faults(files), says))

test('a citizen is never led to a text for those who work here', () => {
  const staff = ['da', 'en'].map(lang => file(`secret.${lang}.md`, `${head({ audience: 'staff', place: '' })}${long}`))
  assert.match(faults([...both(`${long}[x](secret)\n`), ...staff]), /fører en borger til/)
  assert.equal(faults([...both(`${long}[x](secret)\n`, { audience: 'professionals' }), ...staff]), '')
})

test('a municipality’s file stands in the place of ours, both languages together', () => {
  const own = both(long, { title: 'Vores egen' })
  assert.equal(readGuides([...both(long), ...own], []).guides[0]?.text.da.title, 'Vores egen')
  assert.match(faults([...both(long), ...both(long, { version: '2' }).slice(0, 1)]), /version er ikke den samme/)
})

test('a link keeps the language of the page it stands on', () => {
  const { guides } = readGuides(both(long), [])
  assert.equal(whereTo('try#a', guides, 'da'), '/raad/1#a')
  assert.equal(whereTo('try', guides, 'en'), '/en/raad/1')
  assert.equal(whereTo('/redskaber/advice', guides, 'en'), '/en/redskaber/advice')
  assert.equal(whereTo('/log-ind', guides, 'en'), '/log-ind')
})
