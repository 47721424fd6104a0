import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, type Day, dayOf } from '../../kernel/day.ts'
import { recordsOf, recordTypes } from '../../directory/records.ts'
import { suggested } from '../../directory/terms.ts'
import { accessWorkingDays, cannotMark, endFault, lineFaults, type Mark, markKinds, papersOf } from './rules.ts'
import { dueAfter } from '../workdays.ts'

const start = new Date('2026-11-03T08:40:00Z')
const today = dayOf(start)
const kinds = fc.array(fc.record({ kind: fc.constantFrom(...markKinds), days: fc.integer({ min: -5, max: 60 }) }), { maxLength: 30 })
const markOf = (kind: Mark['kind'], no: number, untilDay: Day | null = null): Mark => ({ no, kind, at: start, untilDay, uptoSeq: no })

test('marks that may be set always take turns: nothing is locked twice, opened unlocked, held twice or freed when free', () =>
  fc.assert(fc.property(kinds, fc.boolean(), (told, rests) => {
    const marks: Mark[] = []
    for (const { kind, days } of told) {
      if (cannotMark(kind, papersOf(marks, today), rests)) continue
      marks.push(markOf(kind, marks.length + 1, kind === 'restrict' ? addDays(today, days) : null))
      for (const [on, off] of [['lock', 'unlock'], ['hold', 'release']] as const) {
        const turns = marks.filter(it => it.kind === on || it.kind === off).map(it => it.kind)
        turns.forEach((it, at) => assert.equal(it, at % 2 === 0 ? on : off))
      }
      if (!rests) assert.ok(!marks.some(it => it.kind === 'lock'), 'a case in which something waits is never locked')
    }
    const papers = papersOf(marks, today)
    assert.equal(papers.journalised, marks.filter(it => it.kind === 'journalise').at(-1), 'a journalised case stays so')
    assert.ok(!papers.restricted || (papers.restricted.untilDay ?? '') >= today, 'a restriction never outlives its day')
  }), { seed: 20261120, numRuns: process.env['LODS_LONG'] ? 10_000 : 500 }))

test('a restriction has an end that comes', () => {
  assert.equal(endFault(null, start), 'cases.needs-end')
  assert.equal(endFault(today, start), 'cases.end-past')
  assert.equal(endFault(addDays(today, 30), start), undefined)
  assert.equal(papersOf([markOf('restrict', 1, addDays(today, 3))], addDays(today, 4)).restricted, undefined)
})

test('an answer is due seven working days after it came, over weekends', () =>
  assert.equal(dayOf(dueAfter(start, accessWorkingDays, suggested.officeHours)), '2026-11-12'))

test('every line is decided; what is held back has a ground, and another ground has words', () => {
  const line = { seq: 1, title: '', ground: null, reason: '' }
  assert.deepEqual(lineFaults([line], ['1']), [{ field: 'answer-1', code: 'cases.needs-answer' }])
  assert.deepEqual(lineFaults([{ ...line, answer: 'given' }], ['1']), [])
  assert.deepEqual(lineFaults([{ ...line, answer: 'partly' }], ['1']), [{ field: 'ground-1', code: 'cases.needs-ground' }])
  assert.deepEqual(lineFaults([{ ...line, answer: 'withheld', ground: 'other' }], ['1']), [{ field: 'reason-1', code: 'cases.needs-ground-words' }])
})

test('each kind of record has a suggested place, and what the municipality decided goes first', () => {
  for (const type of recordTypes) assert.match(recordsOf({})[type].kle, /^\d\d\.\d\d\.\d\d$/)
  assert.equal(recordsOf({ records: { case: { kle: '27.35.24', facet: 'G01', retention: 'K' } } }).case.kle, '27.35.24')
})
