import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, type Day } from '../kernel/day.ts'
import { agendaOf, changeState, neededRoles, type Seat, tellBy, vacancies, vacancyAhead } from './rules.ts'

const day = (text: string) => text as Day
const today = day('2026-11-20')
const seat = fc.record({ role: fc.constantFrom(...neededRoles), from: fc.integer({ min: -200, max: 60 }), length: fc.option(fc.integer({ min: 0, max: 300 }), { nil: null }) })
  .map(({ role, from, length }): Seat => ({ role, from: addDays(today, from), to: length === null ? null : addDays(today, from + length) }))

test('a role is vacant on just the first day within a month on which nobody holds it', () =>
  fc.assert(fc.property(fc.array(seat, { maxLength: 20 }), seats => {
    const told = vacancies(seats, today)
    for (const role of neededRoles) {
      const held = (on: Day) => seats.some(it => it.role === role && it.from <= on && (it.to === null || it.to >= on))
      const first = Array.from({ length: vacancyAhead + 2 }, (_, at) => addDays(today, at)).find(on => !held(on))
      assert.equal(told.find(it => it.role === role)?.from, first, role)
    }
  }), { seed: 20261120, numRuns: process.env['LODS_LONG'] ? 10_000 : 500 }))

test('what did not happen is not on the agenda', () => {
  const nothing = { vacant: [], late: [], declined: [], calls: [], tracks: [], changes: 0, decisions: 0, untold: 0, newcomers: 0, owner: true, year: 2026 }
  assert.deepEqual(agendaOf(nothing), [])
  const missed = { number: '2026-0004', due: day('2026-11-18'), name: 'Nadia Opdigt' }
  assert.deepEqual(agendaOf({ ...nothing, tracks: [missed] }), [{ kind: 'tracks', lines: [missed] }])
  assert.deepEqual(agendaOf({ ...nothing, late: ['2026-0003'], owner: false, changes: 2 }), [
    { kind: 'late', cases: ['2026-0003'] }, { kind: 'changes', count: 2 }, { kind: 'noOwner', year: 2026 },
  ])
})

test('they are told again so many months after they were told, and at once when they never were', () => {
  assert.equal(tellBy({ since: day('2026-03-01'), lastOn: null, everyMonths: 6 }), '2026-03-01')
  assert.equal(tellBy({ since: day('2026-03-01'), lastOn: day('2026-08-31'), everyMonths: 6 }), '2027-02-28')
})


test('a change is proposed, decided, and only then published', () => {
  assert.equal(changeState({ agreed: null, publishedAt: null }), 'proposed')
  assert.equal(changeState({ agreed: false, publishedAt: null }), 'declined')
  assert.equal(changeState({ agreed: true, publishedAt: null }), 'agreed')
  assert.equal(changeState({ agreed: true, publishedAt: new Date() }), 'published')
})
