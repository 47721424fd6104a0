import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fault } from '../kernel/refusal.ts'
import type { Sent } from '../platform/screen.ts'
import { Marked } from '../platform/ui/marks.tsx'
import { FormErrors, FormFields, marksOf } from './screens.tsx'
import { BlankForm, FilledForm } from './paper.tsx'
import { filledBlocks } from './paper-blocks.ts'
import { readAnswers, withFiles, withKnown } from './read.ts'
import type { Form, Question } from './rules.ts'
import { sayAnswers } from './say.ts'
import { da } from './text.da.ts'

const w = (text: string) => ({ da: text, en: `${text} (en)` })
const asked = (id: string, more: object): Question => ({ id, ask: w(`Spørgsmål ${id}`), ...more }) as Question
const every: Form = {
  id: 'every', version: 3, title: w('Alt'), source: w('Kilde'), kind: 'k', parts: [{
    id: 'all', title: w('Alle slags'), questions: [
      asked('a', { kind: 'yesno', required: true }), asked('b', { kind: 'short', showIf: { question: 'a', is: ['yes'] } }),
      asked('c', { kind: 'yes-partly-no-unknown' }), asked('d', { kind: 'long', showIf: { question: 'c', is: ['yes', 'partly'] } }),
      asked('e', { kind: 'many', options: [{ id: 'x', text: w('Iks') }, { id: 'y', text: w('Yps') }] }),
      asked('f', { kind: 'datetime' }), asked('g', { kind: 'person' }),
      asked('h', { kind: 'scale', from: 0, to: 3, low: w('lidt'), high: w('meget') }),
      asked('i', { kind: 'group', row: w('Barn'), questions: [asked('j', { kind: 'short' }), asked('k', { kind: 'date' })] }),
      asked('l', { kind: 'number' }), asked('m', { kind: 'file' }), asked('n', { kind: 'explanation', help: w('Læs det her') }),
      asked('o', { kind: 'time' }),
      asked('p', { kind: 'one', options: [{ id: 'x', text: w('Iks') }, { id: 'y', text: w('Yps') }], showIf: { question: 'a', is: ['no'] } }),
    ],
  }],
}
const say = (code: string) => da.refusals[code.replace('forms.', '') as keyof typeof da.refusals]
const ctx = (values: Sent['values'] = {}, faults: readonly Fault[] = []) => ({ lang: 'da' as const, say, sent: { values, faults } })
const named = (html: string) => [...html.matchAll(/ name="([^"]+)"/g)].map(it => it[1])

test('a page with the form sends fields that the form knows, and only those', async () => {
  const html = String(await FormFields({ ctx: ctx({ 'i-1-j': 'Et', 'i-2-j': 'To' }), form: every, files: {} }))
  const names = named(html)
  const read = readAnswers(every, Object.fromEntries(names.map(it => [it ?? '', it === 'form-version' ? 'every-3' : ''])))
  assert.deepEqual(read.errors, [{ field: 'a', code: 'forms.missing' }])
  for (const field of ['b', 'c-note', 'd', 'f-about', 'g-phone', 'h', 'i-3-k', 'm', 'p']) assert.ok(names.includes(field), field)
})

test('what follows from one answer stands inside it; what follows from several stands under "Hvis ja eller delvist"', async () => {
  const html = String(await FormFields({ ctx: ctx(), form: every }))
  assert.match(html, /class="choice-inside">.*?name="b"/s)
  assert.match(html, /<legend class="form-label">Hvis ja eller delvist<\/legend>.*?name="d"/s)
  assert.match(html, /Hvis du svarede nej til “Spørgsmål a”.*?name="p"/s)
})

test('questions in a row that hang on the same answer further up stand together, and say it once', async () => {
  const both = { kind: 'short', showIf: { question: 'a', is: ['no'] } }
  const form: Form = { ...every, parts: [...every.parts, { id: 'more', title: w('Mere'), questions: [asked('q', both), asked('r', both), asked('s', { kind: 'short' }), asked('t', both)] }] }
  const html = String(await FormFields({ ctx: ctx(), form }))
  const part = html.slice(html.indexOf('part-more'))
  assert.equal(part.split('Hvis du svarede').length - 1, 2)
  assert.match(part, /Hvis du svarede nej.*?name="q".*?name="r".*?name="s".*?Hvis du svarede nej.*?name="t"/s)
})

test('a form sent back keeps every value and leads to every fault', async () => {
  const raw = {
    a: 'yes', b: '<b>"fed"</b>', c: 'partly', 'c-note': 'note', e: ['y'], 'f-time': '25.00', 'f-day': '2026-11-03', h: '2', l: 'mange', 'i-1-j': 'Et',
  }
  const { errors, typed } = readAnswers(every, raw)
  const page = ctx(typed, errors)
  const html = String(await FormFields({ ctx: page, form: every })) + String(await FormErrors({ ctx: page, form: every }))
  assert.deepEqual(errors.map(it => it.field), ['f-time', 'l'])
  for (const { field } of errors) {
    assert.ok(html.includes(`href="#${field}"`), field)
    assert.ok(html.includes(`id="${field}"`), field)
  }
  assert.ok(html.includes('&lt;b&gt;&quot;fed&quot;&lt;/b&gt;') && !html.includes('<b>'))
  assert.match(html, /id="c-2" name="c" value="partly" checked/)
  assert.match(html, /name="e" value="y" checked/)
  assert.match(html, /name="l"[^>]*value="mange"/)
})

test('no two fields of a page have the same id', async () => {
  const ids = [...String(await FormFields({ ctx: ctx({ 'i-1-j': 'x' }), form: every })).matchAll(/ id="([^"]+)"/g)].map(it => it[1])
  assert.equal(new Set(ids).size, ids.length)
})

test('a blank form on paper has every question, its boxes and lines, and nothing that can be typed in', async () => {
  const html = String(await BlankForm({ form: every, lang: 'da' }))
  for (const id of 'abcdefghijklmnop') assert.ok(html.includes(`Spørgsmål ${id}`), id)
  assert.doesNotMatch(html, /<(input|textarea|button|form)/)
  assert.match(html, /<ul class="sheet-boxes"><li>Ja<\/li><li>Delvist<\/li><li>Nej<\/li><li>Ved ikke<\/li>/)
})

test('a filled form says the answers with their notes, and nothing that was out of play', async () => {
  const { answers } = readAnswers(every, { a: 'no', b: 'gemt væk', c: 'partly', 'c-note': 'kun om natten', 'f-day': '3.11.2026', 'f-time': '22.15' })
  const html = String(await FilledForm({ form: every, answers, lang: 'da' }))
  assert.match(html, /Delvist<br\/>kun om natten/)
  assert.match(html, /tirsdag 3\. november 2026 kl\. 22\.15/)
  assert.doesNotMatch(html, /gemt væk/)
})

const letter = { name: 'brev <1>.pdf', type: 'application/pdf', bytes: 2_340_000, sha256: 'ab'.repeat(32) }

test('a file that is there stands with its name and size, can be unticked, and is still there to tick when the page comes back', async () => {
  const fields = { form: every, values: { m: ['ref-1'] }, files: { 'ref-1': { ...letter, href: '/sager/1/vedlaeg/ref-1' } } } as const
  const { sent: _, ...fresh } = ctx()
  const html = String(await FormFields({ ctx: fresh, ...fields }))
  assert.match(html, /name="m" value="ref-1" checked/)
  assert.match(html, /brev &lt;1&gt;[.]pdf \(2,3 MB\)/)
  assert.match(html, /href="\/sager\/1\/vedlaeg\/ref-1"/)
  assert.match(html, /id="m" name="m-new" type="file"/)
  const back = String(await FormFields({ ctx: ctx({ a: 'yes' }), ...fields }))
  assert.match(back, /name="m" value="ref-1"(?! checked)/)
  const forged = String(await FormFields({ ctx: ctx({ m: ['another'] }), ...fields }))
  assert.doesNotMatch(forged, /another/)
})

test('where no files can be put in, the page says so and asks for none', async () => {
  const html = String(await FormFields({ ctx: ctx(), form: every }))
  assert.doesNotMatch(html, /type="file"/)
  assert.ok(html.includes(da.noFilesHere))
  const blank = String(await BlankForm({ form: every, lang: 'da' }))
  assert.ok(blank.includes(`${da.attached}:`) && blank.includes(da.noFilesHere))
})

test('answers with a file are read with what it is; a reference that is not known is no answer', () => {
  const { answers } = readAnswers(every, { a: 'yes', m: ['ref-1'] })
  assert.deepEqual(withFiles(every, answers, { 'ref-1': letter, other: letter }).files, { 'ref-1': letter })
  assert.throws(() => withFiles(every, answers, { other: letter }), (error: { code?: string; field?: string }) => error.code === 'forms.no-file' && error.field === 'm')
  // A name that every object has is no file.
  const built = { ...answers, values: { ...answers.values, m: ['constructor', 'toString'] } }
  assert.equal(withKnown(every, built, { 'ref-1': letter }).files, undefined)
  assert.equal(sayAnswers(every, { ...built, files: { 'ref-1': letter } }, 'en').find(it => it.name === 'm')?.answer, 'constructor, toString')
  assert.equal(sayAnswers(every, withFiles(every, answers, { 'ref-1': letter }), 'en').find(it => it.name === 'm')?.answer, 'brev <1>.pdf (2.3 MB)')
  const blocks = [...filledBlocks(every, withFiles(every, answers, { 'ref-1': letter }), 'da', [])]
  assert.ok(JSON.stringify(blocks).includes(`brev <1>.pdf (2,3 MB)\\nSHA-256: ${letter.sha256}`))
})

const short = (id: string, required: boolean): Question => asked(id, { kind: 'short', required })
const formOf = (...required: readonly boolean[]): Form => ({ ...every, parts: [{ id: 'only', title: w('Alt'), questions: required.map((it, at) => short(`q${at}`, it)) }] })
const drawn = async (form: Form) => String(await FormFields({ ctx: ctx(), form }))
const times = (html: string, words: string) => html.split(words).length - 1

test('the fewer are marked: what may be left out, or, where most may, what must be there, with a sentence on top', async () => {
  const few = await drawn(formOf(true, true, false))
  assert.equal(times(few, '(kan udelades)'), 1)
  assert.doesNotMatch(few, /skal udfyldes/)
  const most = await drawn(formOf(true, false, false))
  assert.equal(times(most, '(skal udfyldes)'), 1)
  assert.match(most, /^<p>Kun det, der er mærket .*Resten kan stå tomt\.<\/p>/)
  assert.doesNotMatch(most, /kan udelades/)
  assert.doesNotMatch(await drawn(formOf(false, false)), /udelades|udfyldes/)
})

test('a page that asks more beside the form settles it for both, and says it once', async () => {
  const form = formOf(true, false, false, false)
  assert.equal(marksOf(form, 0), 'required')
  assert.equal(marksOf(form, 2), 'optional')
  const html = String(await (<Marked marks="required"><FormFields ctx={ctx()} form={form} /></Marked>))
  assert.equal(times(html, 'Resten kan stå tomt'), 1)
  assert.equal(times(html, '(skal udfyldes)'), 1)
})

test('a question of several fields is marked once', async () => {
  const html = await drawn({ ...every, parts: [{ id: 'only', title: w('Alt'), questions: [asked('f', { kind: 'datetime' }), asked('g', { kind: 'person' }), short('h', true), short('i', true)] }] })
  assert.equal(times(html, '(kan udelades)'), 2)
})
