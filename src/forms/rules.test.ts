import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkForm } from './check.ts'
import { forms, rawFor } from './testing-forms.ts'
import { rawOf, readAnswers } from './read.ts'
import { forCitizen, inPlay, places, questionsOf, stopped, type Form, type Question } from './rules.ts'
import { sayAnswers } from './say.ts'

const runs = { seed: 20261120, numRuns: process.env['LODS_LONG'] ? 20_000 : 600 }
const isPartOf = (name: string, field: string) => field.startsWith(`${name}-`) && !/^-\d/.test(field.slice(name.length))
const filled = forms.chain(form => rawFor(form).map(raw => ({ form, raw })))

test('a form made by the rules has no faults', () => {
  fc.assert(fc.property(forms, form => assert.deepEqual(checkForm(form), [])), runs)
})

test('answers sent again are the same answers', () => {
  fc.assert(fc.property(filled, ({ form, raw }) => {
    const first = readAnswers(form, raw)
    const again = readAnswers(form, rawOf(form, first.answers))
    assert.deepEqual(again.answers, first.answers)
    assert.deepEqual(again.dropped, [])
    assert.deepEqual(again.errors.map(it => it.code), first.errors.map(it => it.code))
  }), runs)
})

test('an answer to a question out of play is neither kept nor said, and is named as dropped', () => {
  fc.assert(fc.property(filled, ({ form, raw }) => {
    const { answers, typed, dropped } = readAnswers(form, raw)
    const open = inPlay(form, answers.values)
    const before = inPlay(form, typed)
    const belongs = (field: string) => open.some(it => field === it || isPartOf(it, field))
    for (const field of Object.keys(answers.values)) assert.ok(belongs(field), field)
    for (const field of Object.keys(typed)) {
      const isDropped = dropped.some(it => field === it || field.startsWith(`${it}-`))
      assert.equal(isDropped, !before.some(it => field === it || isPartOf(it, field)), field)
    }
    for (const it of sayAnswers(form, answers, 'da')) assert.ok(open.includes(it.name))
  }), runs)
})

test('the only thing wrong with what fits is what is missing', () => {
  fc.assert(fc.property(filled, ({ form, raw }) => {
    const codes = new Set(readAnswers(form, raw).errors.map(it => it.code))
    codes.delete('forms.missing')
    codes.delete('forms.time-alone')
    codes.delete('forms.how-given')
    assert.deepEqual([...codes], [])
  }), runs)
})

test('every answer that is kept is said, in both languages', () => {
  fc.assert(fc.property(filled, ({ form, raw }) => {
    const { answers } = readAnswers(form, raw)
    const fields = Object.keys(answers.values)
    for (const lang of ['da', 'en'] as const) {
      const said = sayAnswers(form, answers, lang).map(it => it.name)
      for (const { name, question } of places(form, answers.values))
        if (question.kind !== 'group') assert.equal(said.includes(name), fields.some(it => it === name || isPartOf(name, it)), name)
    }
  }), runs)
})

const w = (text: string) => ({ da: text, en: text })
const asked = (id: string, more: Partial<Question> = {}): Question => ({ id, ask: w(id), kind: 'yesno', ...more }) as Question
const form = (...questions: Question[]): Form =>
  ({ id: 'f', version: 1, title: w('F'), source: w('S'), kind: 'k', parts: [{ id: 'p', title: w('P'), questions }] })

test('a condition reaches through questions that hang on each other', () => {
  const deep = form(asked('a'), asked('b', { showIf: { question: 'a', is: ['yes'] } }), asked('c', { showIf: { question: 'b', is: ['no'] } }))
  assert.deepEqual(inPlay(deep, { a: 'yes', b: 'no' }), ['a', 'b', 'c'])
  assert.deepEqual(inPlay(deep, { a: 'no', b: 'no', c: 'yes' }), ['a'])
  assert.deepEqual(readAnswers(deep, { a: 'no', b: 'no', c: 'yes' }).dropped, ['b', 'c'])
})

test('a stop takes all that follows out of play, also what is required', () => {
  const acute = form(asked('now', { stop: { is: ['yes'], says: w('Ring 112') } }), asked('rest', { required: true }))
  assert.deepEqual(readAnswers(acute, { now: 'yes', rest: 'no' }), {
    answers: { form: 'f', version: 1, values: { now: 'yes' } }, typed: { now: 'yes', rest: 'no' }, errors: [], dropped: ['rest'],
  })
  assert.equal(stopped(acute, { now: 'yes' })?.says.da, 'Ring 112')
  assert.deepEqual(readAnswers(acute, { now: 'no' }).errors, [{ field: 'rest', code: 'forms.missing' }])
})

test('what is not for the citizen is gone from the citizen’s form, and a citizen cannot send it', () => {
  const both = form(asked('a'), asked('b', { notForCitizen: true }))
  assert.deepEqual(questionsOf(forCitizen(both)).map(it => it.id), ['a'])
  assert.deepEqual(readAnswers(forCitizen(both), { b: 'yes' }).errors, [{ field: 'b', code: 'forms.unknown-field' }])
})

test('rows of a group are counted anew, and each row has its own conditions', () => {
  const grouped = form({
    id: 'children', ask: w('Børn'), row: w('Barn'), kind: 'group',
    questions: [asked('sees'), asked('how', { kind: 'short', required: true, showIf: { question: 'sees', is: ['yes'] } } as Partial<Question>)],
  })
  const read = readAnswers(grouped, { 'children-2-sees': 'yes', 'children-7-sees': 'no', 'children-7-how': 'tit', 'children-5-sees': '' })
  assert.deepEqual(read.answers.values, { 'children-1-sees': 'yes', 'children-2-sees': 'no' })
  assert.deepEqual(read.errors, [{ field: 'children-1-how', code: 'forms.missing' }])
  assert.deepEqual(read.dropped, ['children-2-how'])
  assert.deepEqual(sayAnswers(grouped, read.answers, 'da').map(it => it.row), ['Barn 1', 'Barn 2'])
})

test('answers are read only in the words of their own version', () => {
  const it = form(asked('a'))
  assert.throws(() => sayAnswers({ ...it, version: 2 }, readAnswers(it, { a: 'yes' }).answers, 'da'), /cannot be read/)
  assert.deepEqual(readAnswers(it, { a: 'yes', 'form-version': 'f-2' }).errors, [{ field: 'form-version', code: 'forms.other-version' }])
})

const wrong: readonly (readonly [string, Partial<Question>, Record<string, string | string[]>, string])[] = [
  ['two answers where one is asked', {}, { q: ['yes', 'no'] }, 'one-only'],
  ['an answer that is not on the list', {}, { q: 'maybe' }, 'no-such-option'],
  ['a text over its limit', { kind: 'short', limits: { max: 3 } } as Partial<Question>, { q: 'abcd' }, 'too-long'],
  ['a day that is no day', { kind: 'date' }, { q: '31.2.2026' }, 'no-day'],
  ['a clock that is no clock', { kind: 'time' }, { q: '25.00' }, 'no-time'],
  ['a time without its day', { kind: 'datetime' }, { 'q-time': '12.00' }, 'time-alone'],
  ['a word for a number', { kind: 'number' } as Partial<Question>, { q: 'mange' }, 'no-number'],
  ['a number over its limit', { kind: 'number', limits: { max: 10 } } as Partial<Question>, { q: '11' }, 'too-large'],
  ['a character no database takes', { kind: 'short' } as Partial<Question>, { q: 'a\u0000b' }, 'bad-character'],
  ['half a character', { kind: 'short' } as Partial<Question>, { q: 'a\ud83d' }, 'bad-character'],
  ['a file by its path', { kind: 'file' } as Partial<Question>, { q: ['../../etc'] }, 'no-file'],
  ['a field nobody asked for', {}, { other: 'x' }, 'unknown-field'],
  ['a field with a name every object has', {}, { constructor: 'x' }, 'unknown-field'],
]
for (const [what, question, raw, code] of wrong)
  test(`refuses ${what}, and keeps what was typed`, () => {
    const read = readAnswers(form(asked('q', question)), raw)
    assert.deepEqual(read.errors.map(it => it.code), [`forms.${code}`])
    if (code !== 'unknown-field') assert.deepEqual(read.typed, raw)
  })
