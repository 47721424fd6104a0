import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { edited } from '../forms/editing.ts'
import { optionsOf, pageFields, questionsOf, type Question } from '../forms/rules.ts'
import { packageFolder } from '../platform/places.ts'
import { anchors, missingAnchors } from './anchors.ts'
import { formOf, toolsNow } from './tools.ts'

test('every anchor is there in the form that ships today, and so is each answer that is read', () => {
  for (const tool of Object.keys(anchors)) {
    const form = formOf(tool)
    assert.ok(form, tool)
    const ids = questionsOf(form).map(it => it.id)
    assert.deepEqual(Object.keys(anchors[tool] ?? {}).filter(id => !ids.includes(id)), [], tool)
    assert.deepEqual(missingAnchors(tool, form), [], tool)
  }
})

// `seen` is a field of the page itself.
// How answers are read by id in the rooms above: `given(answers.values, 'x')`, `said('x')` over them, `dayIn(values, 'x')`, `chosen(values, 'x')`.
test('every id that code reads in answers to a tool is an anchor of it', () => {
  const ids = new Set(toolsNow.flatMap(it => (it.form ? questionsOf(it.form).map(one => one.id) : [])))
  const known = new Set(Object.values(anchors).flatMap(it => Object.keys(it)))
  const read = ['cases', 'consents', 'referrals', 'bundle', 'steering', 'web'].flatMap(room => readdirSync(join(packageFolder, 'src', room))
    .filter(file => /\.tsx?$/.test(file) && !/test\.tsx?$|^testing|text\.|\.da\.|\.en\./.test(file)).flatMap(file => {
      const text = readFileSync(join(packageFolder, 'src', room, file), 'utf8')
      return [...text.matchAll(/(?:values\??, |values\??\.?\[|\bsaid\()'([a-z][a-zA-Z0-9]*)'/g)].map(hit => ({ file: `${room}/${file}`, id: hit[1] ?? '' }))
    }))
  assert.ok(read.length > 10)
  assert.deepEqual(read.filter(it => it.id !== 'seen' && ids.has(it.id) && !known.has(it.id)).map(it => `${it.file} reads ${it.id}`), [])
})

test('a version without an anchor, of another kind, or hidden behind a condition is told', () => {
  const form = formOf('closing')
  assert.ok(form)
  const codes = (changed: typeof form) => missingAnchors('closing', changed).map(it => it.code)
  assert.deepEqual(codes(edited(form, { do: 'remove', question: 'callBackOn' })), ['anchor-gone'])
  assert.deepEqual(codes(edited(form, { do: 'change', question: 'callBackOn', to: { id: '', kind: 'short', ask: form.title } })), ['anchor-kind'])
  assert.deepEqual(codes(edited(form, { do: 'change', question: 'callBackOn', to: { id: '', kind: 'date', ask: form.title } })), ['anchor-required'])
  assert.deepEqual(codes(edited(form, { do: 'change', question: 'callBackOn', to: { id: '', kind: 'date', ask: form.title, required: true, showIf: { question: 'safetyTalk', is: ['yes'] } } })), ['anchor-hidden'])
})

test('an anchor is not kept from those who answer by another condition, by a stop before it, or by hiding it from the citizen', () => {
  const form = formOf('closing')
  assert.ok(form)
  const codes = (change: (it: Question) => Question) => missingAnchors('closing', { ...form, parts: form.parts.map(part => ({ ...part, questions: part.questions.map(change) })) }).map(it => `${it.question} ${it.code}`)
  assert.deepEqual(codes(it => (it.id === 'callBackOn' ? { ...it, notForCitizen: true } : it)), ['callBackOn anchor-hidden'])
  const first = questionsOf(form).find(it => it.kind === 'one' || it.kind === 'yesno')
  const stops = { is: [first && optionsOf(first)[0]?.id].filter(it => it !== undefined), says: form.title }
  assert.ok(codes(it => (it.id === first?.id ? { ...it, stop: stops } : it)).includes('callBackOn anchor-hidden'))
  const handoff = formOf('handoff')
  assert.ok(handoff)
  const narrow = { ...handoff, parts: handoff.parts.map(part => ({ ...part, questions: part.questions.map(it => (it.id === 'citizenName' ? { ...it, showIf: { question: 'mayName', is: ['no'] } } : it)) })) }
  assert.deepEqual(missingAnchors('handoff', narrow).map(it => `${it.question} ${it.code}`), ['citizenName anchor-hidden'])
})

test('the days that the family counsellor’s records are kept under are anchors', () => {
  for (const [tool, id] of [['talk-child', 'onDay'], ['talk-mother', 'onDay'], ['talk-father', 'onDay'], ['contact-agreement', 'untilDay'], ['child-outcome', 'onDay'], ['contact-note', 'from']] as const) {
    const form = formOf(tool)
    assert.ok(form)
    assert.deepEqual(missingAnchors(tool, edited(form, { do: 'remove', question: id })).map(it => it.code), ['anchor-gone'], tool)
  }
})

// Drawn on paper alone, on a page without such a field, or nothing that is typed in.
const known = ['handoff acute', 'incident-log otherName', 'contact-note how', 'consent-police receiver', 'consent-police purpose', 'consent-dsc receiver', 'consent-dsc purpose', 'consent-police-dsc receiver', 'consent-police-dsc purpose',
  'consent-police-dsc-other receiver', 'consent-police-dsc-other purpose']
test('no question of a tool is called what its page calls a field of its own, and none that a municipality makes', () => {
  assert.deepEqual(toolsNow.flatMap(it => (it.form ? questionsOf(it.form).filter(one => pageFields.includes(one.id)).map(one => `${it.id} ${one.id}`) : [])).sort(), [...known].sort())
  const form = formOf('child')
  assert.ok(form)
  const brought = { ...form, parts: [...form.parts, { id: 'more', title: form.title, questions: [{ id: 'seen', kind: 'short', ask: form.title } as const] }] }
  assert.deepEqual(missingAnchors('child', brought).map(it => it.code), ['anchor-name'])
})
