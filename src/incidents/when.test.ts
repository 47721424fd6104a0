import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Refusal } from '../kernel/refusal.ts'
import { placeInTime, readClock, readWhen, sayWhen, type WhenFields, whenFields } from './when.ts'
import { certaintyWords } from './text.da.ts'

const runs = { seed: 20261120, numRuns: process.env['LODS_LONG'] ? 5000 : 200 }
/** Friday 20 November 2026 at 15.30 in Copenhagen. */
const now = new Date('2026-11-20T14:30:12.345Z')
const night = new Date('2026-11-20T01:10:00Z')

const read: readonly (readonly [string, WhenFields, Date, unknown])[] = [
  ['now is this minute', { when: 'now' }, now, { local: '2026-11-20T15:30', certainty: 'minute', utc: '2026-11-20T14:30:00.000Z' }],
  ['earlier today with a time', { when: 'today', timeToday: '9.05' }, now, { local: '2026-11-20T09:05', certainty: 'minute', utc: '2026-11-20T08:05:00.000Z' }],
  ['earlier today without a time', { when: 'today', timeToday: ' ' }, now, { local: '2026-11-20', certainty: 'day' }],
  ['just after midnight, half past eleven in the evening was yesterday', { when: 'today', timeToday: '23:30' }, night, { local: '2026-11-19T23:30', certainty: 'minute', utc: '2026-11-19T22:30:00.000Z' }],
  ['another day with a time', { when: 'other', day: '2026-07-01', time: '2215' }, now, { local: '2026-07-01T22:15', certainty: 'minute', utc: '2026-07-01T20:15:00.000Z' }],
  ['another day without a time', { when: 'other', day: '2021-03-04' }, now, { local: '2021-03-04', certainty: 'day' }],
  ['before stalking had its own law', { when: 'other', day: '2019-12-24', time: '12' }, now, { local: '2019-12-24T12:00', certainty: 'minute', utc: '2019-12-24T11:00:00.000Z' }],
  ['the hour that came twice claims no instant', { when: 'other', day: '2026-10-25', time: '02:30' }, now, { local: '2026-10-25T02:30', certainty: 'ambiguous' }],
  ['the hour that was skipped is kept as told', { when: 'other', day: '2026-03-29', time: '02:30' }, now, { local: '2026-03-29T02:30', certainty: 'impossible' }],
  ['her own words', { when: 'unsure', about: ' en aften i marts ' }, now, { local: 'en aften i marts', certainty: 'about' }],
  ['not knowing at all', { when: 'unsure', about: '' }, now, { local: 'ukendt', certainty: 'unknown' }],
  ['a time left over from another choice does not count', { when: 'now', timeToday: '09:00', day: '2020-01-01' }, now, { local: '2026-11-20T15:30', certainty: 'minute', utc: '2026-11-20T14:30:00.000Z' }],
]
for (const [what, fields, at, expected] of read) test(what, () => assert.deepEqual(readWhen(fields, at), expected))

const refused: readonly (readonly [string, WhenFields, string, string])[] = [
  ['later today', { when: 'today', timeToday: '15:31' }, 'incidents.future', 'timeToday'],
  ['tomorrow', { when: 'other', day: '2026-11-21' }, 'incidents.future', 'day'],
  ['this evening, as another day', { when: 'other', day: '2026-11-20', time: '20:00' }, 'incidents.future', 'time'],
  ['no day', { when: 'other' }, 'incidents.day', 'day'],
  ['the thirtieth of February', { when: 'other', day: '2026-02-30' }, 'incidents.day', 'day'],
  ['a year of six digits', { when: 'other', day: '0202-01-01' }, 'incidents.day', 'day'],
  ['half past twenty-five', { when: 'today', timeToday: '25:30' }, 'incidents.clock', 'timeToday'],
  ['words for a clock', { when: 'other', day: '2026-11-01', time: 'aften' }, 'incidents.clock', 'time'],
]
for (const [what, fields, code, field] of refused)
  test(`${what} is refused with a sentence at its field`, () =>
    assert.throws(() => readWhen(fields, now), error => error instanceof Refusal && error.code === code && error.field === field))

test('a clock may be written as people write it', () => {
  for (const typed of ['22:15', '22.15', '2215', 'kl. 22.15', 'kl 22:15']) assert.equal(readClock(typed, 'time'), '22:15')
  assert.equal(readClock('9', 'time'), '09:00')
})

test('reading never leads to a time ahead of now, and what is shown again reads the same', () => {
  const clock = fc.record({ h: fc.nat(23), m: fc.nat(59) }).map(({ h, m }) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`)
  const day = fc.integer({ min: 0, max: 20_000 }).map(back => new Date(now.getTime() - back * 86_400_000).toISOString().slice(0, 10))
  fc.assert(fc.property(day, fc.option(clock), (it, time) => {
    const fields = { when: 'other', day: it, time: time ?? undefined } as const
    try {
      const once = readWhen(fields, now)
      assert.ok(placeInTime(once, now).sortAt <= now)
      assert.deepEqual(readWhen(whenFields(once), now), once)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }), runs)
})

test('what has no day stands where it was written', () => {
  const { sortAt, on, at } = placeInTime({ local: 'en aften i marts', certainty: 'about' }, now)
  assert.deepEqual([sortAt, on, at], [now, null, null])
})

test('a time is said in words, with what is not known about it', () => {
  assert.equal(sayWhen({ local: '2026-11-03T22:15', certainty: 'minute' }, certaintyWords, 'da'), 'tirsdag 3. november 2026 kl. 22.15')
  assert.equal(sayWhen({ local: '2026-11-03', certainty: 'day' }, certaintyWords, 'da'), 'tirsdag 3. november 2026 (tid på dagen ikke kendt)')
  assert.equal(sayWhen({ local: '2026-10-25T02:30', certainty: 'ambiguous' }, certaintyWords, 'da'), 'søndag 25. oktober 2026 kl. 02.30 (timen kom to gange den nat)')
  assert.equal(sayWhen({ local: 'ukendt', certainty: 'unknown' }, certaintyWords, 'da'), 'Tidspunkt ikke kendt')
  assert.equal(sayWhen({ local: 'en aften i marts', certainty: 'about' }, certaintyWords, 'da'), 'en aften i marts')
})
