import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { actsOf, rightsOf } from '../../cli/acts.ts'
import { checkForm } from '../../forms/check.ts'
import type { Form } from '../../forms/rules.ts'
import { readSource } from './read.ts'
import { codesIn, namesIn, readTexts, refusalsOf, textFaults, unsaid } from './words.ts'
import { sentence } from '../../web/door/sentences.ts'

const texts = await readTexts()
const rooms = refusalsOf(texts)
const refusals = (room: string): readonly string[] => rooms.get(room) ?? []

const meant = {
  alike: ['Lods', 'Dansk Stalking Center', 'Tovholder', 'SHA-256', 'Format', 'Note', 'SMS', 'Chat', 'Person', 'Video', 'Status', 'Post', 'Visitator', 'E-mail'],
  // Said only where a time is less than certain.
  empty: ['bundle/text.da.ts.words.certainty.exact', 'bundle/text.da.ts.words.certainty.minute',
    'incidents/text.da.ts.certaintyWords.exact', 'incidents/text.da.ts.certaintyWords.minute',
    // Nothing waits: nothing to say why, and no button.
    'cases/text.da.ts.words.why.none', 'cases/text.da.ts.words.acts.none'],
}

test('every text is whole in Danish and in English', () => assert.deepEqual(texts.flatMap(it => textFaults(it, meant)), []))

test('every code of a refusal has a sentence', async () => {
  const source = readSource()
  const acts = [...(await actsOf()).map(({ it }) => it.audit), ...(await rightsOf()).flatMap(it => Object.keys(it.rights)), ...source.flatMap(namesIn)]
  assert.deepEqual(unsaid(source, refusals, acts), [])
})

test('the doors know the sentences of every room that refuses', () => {
  const lost = [...rooms.keys()].flatMap(room => refusals(room).map(name => [room, name] as const)).filter(([room, name]) =>
    (['da', 'en'] as const).some(lang => sentence(`${room}.${name}`, lang) === sentence('platform.invalid', lang)) && `${room}.${name}` !== 'platform.invalid')
  assert.deepEqual(lost.map(it => it.join('.')), [], 'register the room in web/door/sentences.ts')
})

const isForm = (it: unknown): it is Form => typeof it === 'object' && it !== null && 'parts' in it && 'version' in it
const folder = new URL('../../toolkit/forms/', import.meta.url)
const forms = (await Promise.all(readdirSync(folder).filter(it => it.endsWith('.js')).map(async name => Object.values(await import(new URL(name, folder).href) as object)))).flat().filter(isForm)

test('every form is valid', () => {
  assert.ok(forms.length > 0)
  assert.deepEqual(forms.flatMap(form => checkForm(form).map(it => `${form.id} ${form.version}, ${it.where}: ${it.says.da}`)), [])
})

test('a form with a fault is seen', () => {
  const [first] = forms
  assert.ok(first && checkForm({ ...first, parts: [...first.parts, ...first.parts] }).length > 0)
})

const words = (da: object, en: object) => textFaults({ path: 'cases/text.da.ts', da: { words: da }, en: { words: en } })
test('gaps between the languages are seen', () => {
  assert.deepEqual(words({ a: 'Hej', b: 'Nej' }, { a: 'Hello' }), ['cases/text.da.ts.words.b is not in English'])
  assert.deepEqual(words({ a: 'Hej' }, { a: 'Hello', c: 'Yes' }), ['cases/text.da.ts.words.c is not in Danish'])
  assert.deepEqual(words({ a: ' ' }, { a: 'Hello' }), ['cases/text.da.ts.words.a is empty'])
  assert.deepEqual(words({ a: { b: 'Skriv' } }, { a: { b: 'Skriv' } }), ['cases/text.da.ts.words.a.b is not translated: Skriv'])
  assert.deepEqual(words({ a: 'Hej' }, { a: (n: number) => `${n}` }), ['cases/text.da.ts.words.a is of two kinds'])
  assert.deepEqual(words({ a: (n: number) => `${n} dage` }, { a: () => '' }), ['cases/text.da.ts.words.a (en) says nothing'])
})

test('a code without a sentence is seen, in a Refusal, in a schema, and where its end is worked out', () => {
  const text = [
    `audit: 'cases.closed',`, `right: rights['cases.read'],`, `'cases.open': [],`, `throw new Refusal('conflict', 'cases.gone')`, `z.string().min(1, 'cases.needs-reason')`,
    'throw new Refusal("conflict", `cases.cannot-${move}`)', `import { it } from '../../cases.ts'`,
  ].join('\n')
  const file = { path: 'cases/actions.ts', text }
  assert.deepEqual(codesIn(file), ['cases.gone', 'cases.needs-reason', 'cases.cannot-*'])
  assert.deepEqual(unsaid([file], () => ['gone', 'cannot-close']), ['cases/actions.ts: cases.needs-reason has no sentence among the texts of cases'])
})
