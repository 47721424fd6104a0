import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Form, Values } from '../../forms/rules.ts'
import { differences, together } from './meanwhile.ts'

const said = (text: string) => ({ da: text, en: text })
const form: Form = {
  id: 'made-up', version: 1, kind: 'made-up', title: said('Skema'), source: said('Kilde'),
  parts: [{
    id: 'a', title: said('Del'),
    questions: [
      { id: 'one', kind: 'short', ask: said('Et') }, { id: 'two', kind: 'yes-partly-no-unknown', ask: said('To') },
      { id: 'rows', kind: 'group', ask: said('Rækker'), row: said('Række'), questions: [{ id: 'name', kind: 'short', ask: said('Navn') }] },
    ],
  }],
}
const began: Values = { one: 'a', two: 'yes', 'rows-1-name': 'Anna' }

test('what I have not touched follows what the other has kept, and what I have written stands', () => {
  assert.deepEqual(together(form, began, { ...began, one: 'b' }, { ...began, two: 'no' }), { ...began, one: 'b', two: 'no' })
  assert.deepEqual(together(form, began, { ...began, one: 'b' }, { ...began, one: 'c' }), { ...began, one: 'c' })
  assert.deepEqual(together(form, began, { ...began, 'rows-2-name': 'Bo' }, began), { ...began, 'rows-2-name': 'Bo' })
  assert.deepEqual(together(form, began, { ...began, 'rows-1-name': 'Bo' }, { ...began, 'rows-2-name': 'Carl' }), { ...began, 'rows-2-name': 'Carl' }, 'rows have no names: a group is one thing')
})

test('what differs is told in words, with who has changed it', () => {
  const all = differences({ form }, 'da', began, { ...began, one: 'b', two: 'partly', 'two-note': 'lidt' }, { ...began, two: 'no', 'rows-1-name': 'Bo' })
  assert.deepEqual(all.map(it => [it.question, it.theirs, it.mine, it.changed]), [
    ['Et', 'b', 'a', 'they'], ['To', 'Delvist. lidt', 'Nej', 'both'], ['Række 1: Navn', 'Anna', 'Bo', 'you'],
  ])
})

const values = fc.record({ one: fc.constantFrom('a', 'b', 'c'), two: fc.constantFrom('yes', 'no'), 'two-note': fc.constantFrom('x', 'y'), 'rows-1-name': fc.constantFrom('Anna', 'Bo') }, { requiredKeys: [] }) as fc.Arbitrary<Values>
test('no word that I wrote is lost, whatever the other did', () => fc.assert(fc.property(values, values, values, (begun, theirs, mine) => {
  const kept = together(form, begun, theirs, mine)
  for (const [field, value] of Object.entries(mine)) if (begun[field] !== value) assert.equal(kept[field], value, field)
  if (JSON.stringify(begun) === JSON.stringify(mine)) assert.deepEqual({ ...kept }, { ...theirs })
}), { seed: 20261130, numRuns: process.env['LODS_LONG'] ? 20_000 : 500 }))
