import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Day } from '../kernel/day.ts'
import { countDays, countSessions, countWeeks, type Moment, spanOf } from './counts.ts'

const on = (local: string, at = `${local}:00.000Z`): Moment => ({ at, local })
const day = (text: string): Day => text as Day

test('a contact at half past midnight belongs to the local day and week, not to the one in UTC', () => {
  const sundayNight = { at: '2024-12-29T23:30:00.000Z', local: '2024-12-30T00:30' }
  assert.deepEqual(countWeeks([sundayNight], []).map(it => it.monday), ['2024-12-30'])
})

test('weeks without material are told apart from weeks with nothing in them', () => {
  const spans = [{ first: day('2024-11-04'), last: day('2024-11-20') }, { first: day('2024-12-09'), last: day('2024-12-15') }]
  const weeks = countWeeks([on('2024-11-05T10:00'), on('2024-11-05T11:00'), on('2024-12-15T10:00')], spans)
  assert.deepEqual(weeks.map(it => [it.monday, it.count, it.material]), [
    ['2024-11-04', 2, 'whole'], ['2024-11-11', 0, 'whole'], ['2024-11-18', 0, 'part'], ['2024-11-25', 0, 'none'], ['2024-12-02', 0, 'none'],
    ['2024-12-09', 1, 'whole'],
  ])
})

test('an entry whose date cannot be read is in no week and no day', () => {
  const unread = { at: null, local: '10/12/2024, 14:30' }
  assert.deepEqual(countWeeks([unread], []), [])
  assert.equal(spanOf([unread]), undefined)
})

test('days with contact, the longest run and the longest pause are counted in local days', () => {
  const moments = ['2024-02-27T10:00', '2024-02-28T10:00', '2024-02-28T11:00', '2024-02-29T10:00', '2024-03-05T10:00'].map(it => on(it))
  const span = spanOf(moments)
  assert.deepEqual(span, { first: '2024-02-27', last: '2024-03-05' })
  assert.deepEqual(span && countDays(moments, span), { withContact: 4, ofDays: 8, longestRun: 3, longestPause: 4 })
})

test('the span is by date, though the file is out of order', () =>
  assert.deepEqual(spanOf([on('2024-03-02T10:00'), on('2024-03-01T10:00')]), { first: '2024-03-01', last: '2024-03-02' }))

test('forty messages in ten minutes are one session, and the gap decides', () => {
  const burst = Array.from({ length: 40 }, (_, index) => on(`2024-03-01T10:${String(Math.floor(index / 4)).padStart(2, '0')}`))
  const later = [on('2024-03-01T10:39'), on('2024-03-01T12:38')]
  assert.deepEqual([10, 30, 120].map(gap => countSessions([...later, ...burst], gap)), [3, 3, 1])
  assert.equal(countSessions([], 10), 0)
})
