import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, type Day, dayOf, instantOf, sayTime, weekday } from '../kernel/day.ts'
import { suggested } from '../directory/terms.ts'
import { addWorkdays, afterMinutes, dueAfter, dueInDays, easter, holidays, isOpen, isWorkday, nextOpen } from './workdays.ts'

const hours = suggested.officeHours
const at = (text: string) => instantOf(text.slice(0, 10) as Day, text.slice(11))

for (const [year, day] of [[1961, '1961-04-02'], [2008, '2008-03-23'], [2019, '2019-04-21'], [2024, '2024-03-31'], [2025, '2025-04-20'], [2026, '2026-04-05'], [2027, '2027-03-28'], [2038, '2038-04-25']] as const)
  test(`Easter Sunday of ${year} is ${day}`, () => assert.equal(easter(year), day))

test('Easter is a Sunday from 22 March to 25 April', () => {
  for (let year = 1900; year <= 2199; year++) {
    assert.equal(weekday(easter(year)), 7)
    assert.ok(easter(year).slice(5) >= '03-22' && easter(year).slice(5) <= '04-25')
  }
})

test('the holidays of 2026, and the Great Prayer Day only until 2023', () => {
  assert.deepEqual(holidays(2026), ['2026-01-01', '2026-04-02', '2026-04-03', '2026-04-05', '2026-04-06', '2026-05-14', '2026-05-24', '2026-05-25', '2026-12-25', '2026-12-26'])
  assert.ok(holidays(2023).includes('2023-05-05' as Day))
  assert.ok(!holidays(2024).includes('2024-04-26' as Day))
})

const dues = [
  { now: '2026-11-03 09:40', days: 2, due: '2026-11-05 15:00', why: 'two working days on, at closing time' },
  { now: '2026-11-03 09:40', days: 0, due: '2026-11-03 15:00', why: 'the same working day' },
  { now: '2026-11-03 07:00', days: 0, due: '2026-11-03 15:00', why: 'before opening it is still today' },
  { now: '2026-11-03 15:00', days: 0, due: '2026-11-04 15:00', why: 'closing time is too late for today' },
  { now: '2026-11-06 14:00', days: 2, due: '2026-11-10 15:00', why: 'over the weekend' },
  { now: '2026-11-07 10:00', days: 2, due: '2026-11-11 15:00', why: 'what comes on a Saturday counts from Monday' },
  { now: '2026-04-01 10:00', days: 1, due: '2026-04-07 15:00', why: 'over Easter' },
  { now: '2026-12-31 16:00', days: 0, due: '2027-01-04 15:00', why: 'New Year’s Day is a Friday' },
] as const
for (const { now, days, due, why } of dues)
  test(`what comes in ${now} with ${days} working days is due ${due}: ${why}`, () => assert.equal(sayTime(dueAfter(at(now), days, hours)), sayTime(at(due))))

test('four weeks on is the same weekday, or the next working day when that is a day off', () => {
  assert.equal(dayOf(dueInDays(at('2026-11-03 09:40'), 28, hours)), '2026-12-01')
  assert.equal(dayOf(dueInDays(at('2026-11-27 09:40'), 28, hours)), '2026-12-28')
})

test('a day that the partnership keeps closed is no working day', () => {
  assert.ok(isWorkday('2026-12-24' as Day, hours))
  assert.ok(!isWorkday('2026-12-24' as Day, { ...hours, closedOn: ['12-24'] }))
})

test('open from half past eight until three on weekdays, and never on a holiday', () => {
  assert.ok(isOpen(at('2026-11-03 08:30'), hours))
  assert.ok(!isOpen(at('2026-11-03 08:29'), hours))
  assert.ok(!isOpen(at('2026-11-03 15:00'), hours))
  assert.ok(!isOpen(at('2026-11-08 10:00'), hours))
  assert.ok(!isOpen(at('2026-04-03 10:00'), hours))
  assert.equal(sayTime(nextOpen(at('2026-11-06 15:30'), hours)), sayTime(at('2026-11-09 08:30')))
  assert.equal(sayTime(nextOpen(at('2026-11-06 05:30'), hours)), sayTime(at('2026-11-06 08:30')))
})

const someDay = fc.integer({ min: 0, max: 36_500 }).map(days => addDays('2000-01-01' as Day, days))

test('a deadline never comes before what it is for, never on a day off, and more days never come sooner', () => {
  fc.assert(fc.property(someDay, fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 0, max: 30 }), (day, minute, days) => {
    const now = instantOf(day, `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`)
    const due = dueAfter(now, days, hours)
    assert.ok(due > now)
    assert.ok(isWorkday(dayOf(due), hours))
    assert.ok(dueAfter(now, days + 1, hours) > due)
    assert.ok(nextOpen(now, hours) >= now && isOpen(nextOpen(now, hours), hours))
    const between = Array.from({ length: 200 }, (_, index) => addDays(dayOf(nextOpen(now, hours)), index)).filter(it => isWorkday(it, hours))
    assert.equal(dayOf(due), between[days])
    assert.equal(addWorkdays(between[0] as Day, days, hours), between[days])
  }), { seed: 20261120, numRuns: process.env['LODS_LONG'] ? 5_000 : 50 })
})

test('minutes of office time: over a night and a weekend only those count in which somebody is there', () => {
  const at = (text: string) => new Date(text)
  assert.deepEqual(afterMinutes(at('2026-11-03T10:00:00+01:00'), 15, hours), at('2026-11-03T10:15:00+01:00'))
  assert.deepEqual(afterMinutes(at('2026-11-03T02:00:00+01:00'), 15, hours), at('2026-11-03T08:45:00+01:00'))
  assert.deepEqual(afterMinutes(at('2026-11-06T14:55:00+01:00'), 15, hours), at('2026-11-09T08:40:00+01:00'), 'a Friday afternoon')
})
