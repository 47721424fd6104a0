import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Day } from '../kernel/day.ts'
import { countWeeks, firstMonday, isoWeek } from './weeks.ts'

const day = (text: string) => text as Day
const today = day('2026-11-20')

test('weeks before the first row have no material, weeks after it without rows have none', () => {
  const weeks = countWeeks([{ day: day('2026-11-02'), rows: 2 }, { day: day('2026-11-08'), rows: 1 }, { day: day('2026-11-20'), rows: 4 }], day('2026-11-02'), today)
  assert.equal(weeks.length, 12)
  assert.deepEqual(weeks.map(it => it.count), [...Array.from({ length: 9 }, () => undefined), 3, 0, 4])
  assert.deepEqual(weeks.slice(-3).map(it => it.number), [45, 46, 47])
})

test('a long log shows its last 52 weeks', () => {
  const weeks = countWeeks([], day('2019-01-01'), today)
  assert.equal(weeks.length, 52)
  assert.equal(weeks[0]?.monday, firstMonday(today))
  assert.ok(weeks.every(it => it.count === 0))
})

test('a log without rows has no picture', () => assert.deepEqual(countWeeks([], undefined, today), []))

test('weeks are numbered by their Thursday', () => {
  assert.deepEqual([day('2026-01-01'), day('2024-12-30'), day('2027-01-03'), day('2020-12-31')].map(isoWeek), [1, 1, 53, 53])
})
