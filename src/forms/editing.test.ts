import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { changesBetween } from './changes.ts'
import { checkForm } from './check.ts'
import { asKind, type Edit, edited, idFrom } from './editing.ts'
import { sayOptions } from './hangs.ts'
import { fieldsOf, questionsOf, type Form, type Kind } from './rules.ts'
import { publishedSchema, readFormFile } from './schema.ts'
import { forms } from './testing-forms.ts'

const both = (text: string) => ({ da: text, en: text })
const kinds = Object.keys(fieldsOf) as Kind[]

/** An edit of whatever is there, drawn from numbers. */
function draw(form: Form, [what, which, other]: readonly [number, number, number]): Edit {
  const [all, parts] = [questionsOf(form), form.parts]
  const question = all[which % Math.max(1, all.length)]
  const part = parts[which % Math.max(1, parts.length)]?.id ?? 'gone'
  const by = other % 2 === 0 ? 1 : -1
  const changes: readonly Edit[] = [
    { do: 'rename', title: both(other % 3 ? 'Nyt navn' : ''), source: both('Vores eget') }, { do: 'add-part', title: both('Børn og ø') }, { do: 'change-part', part, title: both('Afsnit'), help: both('Hjælp') },
    { do: 'move-part', part, by }, { do: 'remove-part', part }, { do: 'add', into: other % 2 ? part : question?.id ?? part, ask: both('Er der et forbud?'), kind: kinds[other % kinds.length] ?? 'short' },
    { do: 'move', question: question?.id ?? '', by }, { do: 'move', question: question?.id ?? '', by }, { do: 'remove', question: question?.id ?? '' },
    ...(question ? [{ do: 'change', question: question.id, to: { ...asKind(question, kinds[other % kinds.length] ?? 'long'), showIf: { question: all[other % all.length]?.id ?? '', is: ['yes'] } } } as const] : []),
  ]
  return changes[what % changes.length] ?? { do: 'remove', question: '' }
}

test('whatever is done to a form, it can be judged, compared with what it was, and taken out as a file and in again', () => {
  fc.assert(fc.property(forms, fc.array(fc.tuple(fc.nat(50), fc.nat(50), fc.nat(50)), { maxLength: 25 }), (form, steps) => {
    const end = steps.reduce((it, step) => edited(it, draw(it, step)), form)
    for (const { says } of checkForm(end)) assert.ok(says.da && says.en)
    for (const { says } of changesBetween(form, end)) assert.ok(says.da && says.en)
    assert.deepEqual(changesBetween(end, end), [])
    const ids = questionsOf(end).map(it => it.id)
    assert.equal(new Set(ids).size, ids.length, 'ids are as different as they were')
    assert.deepEqual(readFormFile(JSON.stringify(end)), { form: JSON.parse(JSON.stringify(end)) as unknown })
  }), { numRuns: 300 })
})

const form: Form = {
  id: 'x-local', version: 1, kind: 'checklist', title: both('Skema'), source: both('Kilde'),
  parts: [
    { id: 'one', title: both('Et'), questions: [{ id: 'danger', kind: 'yesno', ask: both('Er der fare?') }, { id: 'what', kind: 'short', ask: both('Hvad?'), showIf: { question: 'danger', is: ['yes'] } }] },
    { id: 'two', title: both('To'), questions: [{ id: 'last', kind: 'long', ask: both('Andet?') }] },
  ],
}

test('a question that is moved before the one it hangs on is a fault that names both', () => {
  const moved = edited(form, { do: 'move', question: 'what', by: -1 })
  const [fault] = checkForm(moved)
  assert.equal(fault?.code, 'condition-later')
  assert.match(fault?.says.da ?? '', /"Hvad\?" vises kun efter svaret på "Er der fare\?", men det kommer først senere/)
  assert.deepEqual(checkForm(edited(moved, { do: 'move', question: 'what', by: 1 })), [])
})

test('a question goes over the edge of a part into the next, and keeps its id when it is reworded', () => {
  const moved = edited(form, { do: 'move', question: 'what', by: 1 })
  assert.deepEqual(moved.parts.map(part => part.questions.map(it => it.id)), [['danger'], ['what', 'last']])
  const reworded = edited(form, { do: 'change', question: 'last', to: { id: 'other', kind: 'long', ask: both('Mere?') } })
  assert.equal(questionsOf(reworded).at(-1)?.id, 'last')
})

test('ids are made from the words, and are free', () => {
  assert.equal(idFrom('Er der et forbud?', []), 'erDerEtForbud')
  assert.equal(idFrom('Børn på øen', ['boernPaaOeen']), 'boernPaaOeen2')
  assert.equal(idFrom('112?', []), 'q112')
  assert.equal(idFrom('???', ['q']), 'q2')
})

test('the difference is told in words: what is new, gone, moved, and said otherwise', () => {
  const steps: readonly Edit[] = [
    { do: 'add', into: 'two', ask: both('Er der et forbud?'), kind: 'yesno' }, { do: 'remove', question: 'what' }, { do: 'move', question: 'last', by: 1 },
    { do: 'change', question: 'danger', to: { id: 'danger', kind: 'yesno', ask: both('Er det akut?'), required: true } },
  ]
  const said = changesBetween(form, steps.reduce(edited, form)).map(it => it.says.da)
  assert.deepEqual(said, [
    '"Er der fare?" lyder nu: "Er det akut?".', '"Er det akut?" skal nu besvares.', 'Nyt spørgsmål: "Er der et forbud?".', 'Spørgsmålet "Hvad?" er fjernet.',
  ])
  const turned = edited(edited(form, { do: 'move', question: 'what', by: 1 }), { do: 'move', question: 'what', by: 1 })
  assert.deepEqual(changesBetween(form, turned).map(it => it.says.da), ['"Hvad?" er flyttet.'])
})

test('a draft that hangs on an answer that is not there names it, and leaves no hole in a sentence', () => {
  const hung = edited(form, { do: 'change', question: 'last', to: { id: 'last', kind: 'long', ask: both('Mere?'), showIf: { question: 'danger', is: ['no', 'sometimes'] } } })
  assert.ok(changesBetween(form, hung).some(it => it.says.da === '"Mere?" vises nu kun efter svaret "Nej" eller "sometimes" til "Er der fare?".'), JSON.stringify(changesBetween(form, hung)))
  const parent = questionsOf(hung).find(it => it.id === 'danger')
  assert.equal(parent && sayOptions(parent, ['sometimes'], 'da', 'eller'), '“sometimes”')
})

test('a file that is no form is refused in plain words, with the place', () => {
  const faults = (text: string) => { const read = readFormFile(text); return 'faults' in read ? read.faults.map(it => it.says.da) : [] }
  assert.match(faults('{"id": ')[0] ?? '', /Filen er ikke et skema/)
  assert.match(faults(' '.repeat(400_001))[0] ?? '', /for stor/)
  assert.match(faults(JSON.stringify({ ...form, script: 1 }))[0] ?? '', /noget, som et skema ikke har: script/)
  const bad = { ...form, parts: [form.parts[0], { ...form.parts[1], questions: [{ id: 'x', kind: 'short', ask: { da: 'Hvad?' } }] }] }
  assert.match(faults(JSON.stringify(bad))[0] ?? '', /^Afsnit 2, spørgsmål 1, ask\.en: her mangler noget/)
  assert.match(faults(JSON.stringify({ ...form, parts: [{ ...form.parts[0], questions: [{ id: 'x', kind: 'iframe', ask: both('?') }] }] }))[0] ?? '', /^Afsnit 1, spørgsmål 1/)
})

test('the schema is a JSON Schema that knows every kind of question', () => {
  const said = JSON.stringify(publishedSchema())
  for (const kind of kinds) assert.ok(said.includes(`"${kind}"`), kind)
  assert.match(said, /"additionalProperties":false/)
})

test('no question is called what the pages call fields of their own: its answer would be lost', () => {
  for (const [ask, id] of [['Case?', 'case2'], ['Seen', 'seen2'], ['First', 'first2']] as const) {
    const made = edited(form, { do: 'add', into: 'two', ask: both(ask), kind: 'short' })
    assert.equal(made.parts[1]?.questions.at(-1)?.id, id)
  }
})

test('a file cannot bring a name that no address, no field and no paper can hold', () => {
  const named = (id: string) => readFormFile(JSON.stringify({ ...form, parts: [{ ...form.parts[0], id }] }))
  assert.ok('form' in named('one'))
  for (const id of ['a b', 'a/b', '', '\\', 'æ', '__proto__ ']) assert.ok('faults' in named(id), id)
  const said = (da: string) => readFormFile(JSON.stringify({ ...form, title: { da, en: 'Form' } }))
  assert.ok('form' in said('To\nlinjer'))
  assert.ok('faults' in said('Et\u0001'))
})
