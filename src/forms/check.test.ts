import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkForm, type FaultCode } from './check.ts'
import type { Form, Question } from './rules.ts'

const w = (text: string) => ({ da: text, en: text })
const a: Question = { id: 'a', ask: w('Er det sket før?'), kind: 'yesno' }
const b = (more: object = {}): Question => ({ id: 'b', ask: w('Hvor tit?'), kind: 'yesno', ...more }) as Question
const form = (...questions: Question[]): Form =>
  ({ id: 'f', version: 1, title: w('Skema'), source: w('Kilde'), kind: 'k', parts: [{ id: 'p', title: w('Del'), questions }] })
const group = (...questions: Question[]): Question => ({ id: 'g', ask: w('Børn'), row: w('Barn'), kind: 'group', questions })

const broken: readonly (readonly [FaultCode, Form])[] = [
  ['form-id', { ...form(a), id: 'Mit skema' }],
  ['form-version', { ...form(a), version: 0 }],
  ['empty', { ...form(a), parts: [] }],
  ['empty', form()],
  ['empty', form(group())],
  ['part-twice', { ...form(a), parts: [...form(a).parts, ...form(b()).parts] }],
  ['question-id', form({ ...a, id: 'mit spørgsmål' })],
  ['question-twice', form(a, a)],
  ['question-twice', form(a, group(a))],
  ['text-da', form({ ...a, ask: { da: ' ', en: 'Has it happened before?' } })],
  ['text-en', form({ ...a, help: { da: 'Hjælp', en: '' } })],
  ['text-en', form(b({ kind: 'one', options: [{ id: 'x', text: w('X') }, { id: 'y', text: { da: 'Y', en: '' } }] }))],
  ['few-options', form(b({ kind: 'one', options: [{ id: 'x', text: w('X') }] }))],
  ['option-id', form(b({ kind: 'one', options: [{ id: '', text: w('X') }, { id: 'y', text: w('Y') }] }))],
  ['option-twice', form(b({ kind: 'many', options: [{ id: 'x', text: w('X') }, { id: 'x', text: w('Y') }] }))],
  ['limits', form(b({ kind: 'short', limits: { min: 5, max: 2 } }))],
  ['limits', form(b({ kind: 'many', limits: { max: -1 }, options: [{ id: 'x', text: w('X') }, { id: 'y', text: w('Y') }] }))],
  ['scale', form(b({ kind: 'scale', from: 5, to: 5, low: w('lidt'), high: w('meget') }))],
  ['limits', form({ ...a, kind: 'short', limits: { min: 500 } } as Question)],
  ['limits', form({ ...a, kind: 'long', required: true, limits: { max: 0 } } as Question)],
  ['limits', form({ ...a, kind: 'many', options: [{ id: 'x', text: w('x') }, { id: 'y', text: w('y') }], limits: { min: 3 } } as Question)],
  ['too-many', form(...Array.from({ length: 401 }, (_, at): Question => ({ ...a, id: `q${at}` })))],
  ['group-in-group', form(group({ ...group(a), id: 'h' }))],
  ['condition-unknown', form(b({ showIf: { question: 'z', is: ['yes'] } }))],
  ['condition-later', form(b({ showIf: { question: 'a', is: ['yes'] } }), a)],
  ['condition-later', form(b({ showIf: { question: 'b', is: ['yes'] } }))],
  ['condition-elsewhere', form(group(a), b({ showIf: { question: 'a', is: ['yes'] } }))],
  ['condition-typed', form({ ...a, kind: 'short' } as Question, b({ showIf: { question: 'a', is: ['yes'] } }))],
  ['condition-empty', form(a, b({ showIf: { question: 'a', is: [] } }))],
  ['condition-option', form(a, b({ showIf: { question: 'a', is: ['maybe'] } }))],
  ['unreachable', form({ ...a, stop: { is: ['yes'], says: w('Ring') } }, b({ showIf: { question: 'a', is: ['yes'] } }))],
  ['unreachable', form(a, b({ showIf: { question: 'a', is: ['maybe'] } }), { ...b({ showIf: { question: 'b', is: ['yes'] } }), id: 'c' })],
  ['hidden-parent', form({ ...a, notForCitizen: true }, b({ showIf: { question: 'a', is: ['yes'] } }))],
  ['stop-option', form({ ...a, stop: { is: ['maybe'], says: w('Ring') } })],
  ['stop-place', form(group({ ...a, stop: { is: ['yes'], says: w('Ring') } }))],
  ['explanation-required', form({ ...a, kind: 'explanation', required: true })],
]
for (const [at, [code, it]] of broken.entries())
  test(`finds the fault ${code} (${at + 1})`, () => {
    const found = checkForm(it)
    assert.ok(found.some(fault => fault.code === code), JSON.stringify(found))
    for (const fault of found) for (const text of Object.values(fault.says)) assert.match(text, /^[^{}]+\.$/)
  })

test('a fault names the question by its words, not by its id', () => {
  const [fault] = checkForm(form(a, b({ showIf: { question: 'a', is: [] } })))
  assert.equal(fault?.says.da, '"Hvor tit?" skal kun vises nogle gange, men der er ikke valgt et svar, der viser det.')
  assert.equal(fault?.where, 'b')
})

test('a whole form has no faults', () => assert.deepEqual(checkForm(form(a, b({ showIf: { question: 'a', is: ['yes'] } }))), []))

test('a missing text is told by its place in words, an answer by what it says in the other language', () => {
  const said = (it: Form) => checkForm(it).map(fault => fault.says.da)
  assert.deepEqual(said(form({ ...a, help: { da: 'Hjælp', en: '' } })), ['"Er det sket før?" mangler engelsk tekst (hjælpen).'])
  assert.deepEqual(said(form(b({ kind: 'one', options: [{ id: 'x', text: w('X') }, { id: 'y', text: { da: 'Hver dag', en: '' } }] }))), ['"Hvor tit?" mangler engelsk tekst (Hver dag).'])
})
