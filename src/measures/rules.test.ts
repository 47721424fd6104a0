import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, type Day, daysBetween } from '../kernel/day.ts'
import { addMonths, clocksOf, faultsOf, kinds, type Measure, rules, standings, stays, warningsOf, withUsualEnd } from './rules.ts'

const day = (text: string) => text as Day
const base: Measure = { kind: 'restrainingOrder', standing: 'holds', decidedOn: null, servedOn: null, fromDay: null, untilDay: null, extended: false }
const codes = (it: Partial<Measure>, today = '2026-11-20') => faultsOf({ ...base, ...it }, day(today)).map(fault => `${fault.field} ${fault.code}`)
const said = (it: Partial<Measure>, today: string) => warningsOf({ ...base, ...it }, day(today)).map(due => `${due.what} ${due.on}`)

test('a restraining order holds five years at most, an exclusion zone one, an expulsion four weeks unless it was extended', () => {
  const decidedOn = day('2026-03-01')
  assert.deepEqual(codes({ decidedOn, untilDay: day('2031-03-01') }), [])
  assert.deepEqual(codes({ decidedOn, untilDay: day('2031-03-02') }), ['untilDay measures.too-long'])
  assert.deepEqual(codes({ kind: 'exclusionZone', decidedOn, untilDay: day('2027-03-02') }), ['untilDay measures.too-long'])
  assert.deepEqual(codes({ kind: 'expulsionFromHome', decidedOn, untilDay: day('2026-03-29') }), [])
  assert.deepEqual(codes({ kind: 'expulsionFromHome', decidedOn, untilDay: day('2026-04-20') }), ['untilDay measures.too-long'])
  assert.deepEqual(codes({ kind: 'expulsionFromHome', decidedOn, untilDay: day('2026-04-20'), extended: true }), [])
  assert.deepEqual(codes({ decidedOn, untilDay: day('2031-03-02'), extended: true }), ['untilDay measures.too-long'], 'only what the law lets be extended')
})

test('dates that cannot be are told at their fields, and what was only asked for needs none', () => {
  assert.deepEqual(codes({ decidedOn: day('2026-11-21'), untilDay: day('2027-11-21') }), ['decidedOn measures.not-yet'])
  assert.deepEqual(codes({ decidedOn: day('2026-10-02'), servedOn: day('2026-10-01'), untilDay: day('2027-01-01') }), ['servedOn measures.served-first'])
  assert.deepEqual(codes({ decidedOn: day('2026-10-02'), untilDay: day('2026-10-01') }), ['untilDay measures.ends-first'])
  assert.deepEqual(codes({}), ['decidedOn measures.needs-date', 'untilDay measures.needs-date'])
  assert.deepEqual(codes({ standing: 'asked' }), [])
  assert.deepEqual(codes({ standing: 'refused' }), ['decidedOn measures.needs-date'])
})

test('the complaint runs four weeks from the decision, also from a refusal', () => {
  assert.deepEqual(said({ standing: 'refused', decidedOn: day('2026-11-01') }, '2026-11-10'), ['complaint 2026-11-29'])
  assert.deepEqual(said({ standing: 'asked', decidedOn: day('2026-11-01') }, '2026-11-10'), [], 'where there is no decision nothing runs')
})

test('a provisional order is asked about before sixty days after it was served, and never before it was served', () => {
  const it = { kind: 'provisionalRestrainingOrder', decidedOn: day('2026-09-01') } as const
  assert.deepEqual(said(it, '2026-10-25'), [])
  assert.deepEqual(said({ ...it, servedOn: day('2026-09-10') }, '2026-10-26'), ['decision 2026-11-09'])
  assert.deepEqual(said({ ...it, servedOn: day('2026-09-10') }, '2026-10-25'), [])
})

test('address protection is taken to last a year, and says so from the eleventh month', () => {
  const it = withUsualEnd({ ...base, kind: 'cprAddressProtection', fromDay: day('2026-01-31') })
  assert.equal(it.untilDay, '2027-01-31')
  assert.deepEqual(warningsOf(it, day('2026-12-30')), [])
  assert.deepEqual(warningsOf(it, day('2026-12-31')).map(due => due.what), ['renewal'])
  assert.equal(withUsualEnd({ ...it, untilDay: day('2031-01-31') }).untilDay, '2031-01-31', 'what the letter says goes first')
  assert.deepEqual(clocksOf({ ...base, kind: 'specialAddressProtection', decidedOn: day('2026-01-31') }), [], 'the other kind is the police\'s and does not lapse by itself')
})

test('a month later is the last day of a month that has fewer days', () =>
  assert.deepEqual([addMonths(day('2027-01-31'), 1), addMonths(day('2028-01-31'), 1), addMonths(day('2026-12-15'), 1), addMonths(day('2026-03-31'), -1)], ['2027-02-28', '2028-02-29', '2027-01-15', '2026-02-28']))

const dayIn = fc.integer({ min: 0, max: 4000 }).map(it => addDays(day('2020-01-01'), it))
const maybe = fc.option(dayIn, { nil: null })
const measure = fc.record({
  kind: fc.constantFrom(...kinds), standing: fc.constantFrom(...standings), decidedOn: maybe, servedOn: maybe, fromDay: maybe, untilDay: maybe, extended: fc.boolean(),
})
const runs = { seed: 20261120, numRuns: process.env['LODS_LONG'] ? 20_000 : 1_000 }

test('a warning is said ahead of its date, falls silent afterwards, and never comes from a thing that was only asked for or has ended', () =>
  fc.assert(fc.property(measure, dayIn, (it, today) => {
    for (const due of clocksOf(it)) assert.ok(due.since <= due.on)
    for (const due of warningsOf(it, today)) {
      assert.ok(today >= due.since && daysBetween(due.on, today) <= stays)
      assert.ok(it.standing === 'holds' || it.standing === 'refused')
      assert.ok(clocksOf(it).some(one => one.what === due.what))
    }
    const every = clocksOf(it)
    for (const due of every) assert.ok(warningsOf(it, due.on).some(one => one.what === due.what), 'on the day itself it is said')
  }), runs))

test('what is taken in lasts no longer than the law lets it', () =>
  fc.assert(fc.property(measure, it => {
    const { longest, extends: longer } = rules[it.kind]
    const start = it.fromDay ?? it.decidedOn
    if (faultsOf(it, day('2040-01-01')).length > 0 || !longest || !start || !it.untilDay || (longer && it.extended)) return
    assert.ok(daysBetween(start, it.untilDay) <= (longest.days ?? 0) + (longest.months ?? 0) * 31)
  }), runs))

test('every kind says where its numbers come from', () => {
  for (const kind of kinds) {
    assert.notEqual(rules[kind].source, '')
    assert.ok(rules[kind].needs.every(field => rules[kind].dates.includes(field)))
    assert.ok(rules[kind].clocks.every(clock => clock.source !== '' && rules[kind].dates.includes(clock.from)))
  }
})
