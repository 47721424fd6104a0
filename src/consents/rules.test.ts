import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, type Day } from '../kernel/day.ts'
import { readSheet, sheetLines } from '../kernel/sheet.ts'
import { packageFolder } from '../platform/places.ts'
import { type Consent, covers, receivers, rights, stateOf, topics, ways } from './rules.ts'

const signed: Consent = {
  id: '1', citizen: '2', to: 'policeContact', form: 'consent-police', version: 1, askedAt: new Date('2026-02-27T10:00:00Z'),
  signedAt: new Date('2026-03-01T10:00:00Z'), fromDay: '2026-03-01' as Day, untilDay: '2026-09-01' as Day, topics: ['log'], declinedAt: null, withdrawnAt: null, how: 'screen', law: null,
}
const at = new Date('2026-05-02T10:00:00Z')
const days = [
  { today: '2026-02-28', consent: signed, covered: false, why: 'the day before it begins' },
  { today: '2026-03-01', consent: signed, covered: true, why: 'the day it begins counts' },
  { today: '2026-08-31', consent: signed, covered: true, why: 'the last day before the end counts' },
  { today: '2026-09-01', consent: signed, covered: false, why: 'the end day does not count' },
  { today: '2026-05-02', consent: { ...signed, withdrawnAt: at }, covered: false, why: 'withdrawal bites the same day' },
  { today: '2026-05-02', consent: { ...signed, signedAt: null, fromDay: null }, covered: false, why: 'asked is not signed' },
  { today: '2026-05-02', consent: { ...signed, signedAt: null, declinedAt: at }, covered: false, why: 'declined is no' },
] as const
for (const { today, consent, covered, why } of days)
  test(`consent to the police on ${today}: ${why}`, () => assert.equal(covers(consent, 'policeContact', 'log', today as Day), covered))

test('a consent to the police covers nothing for others and nothing it does not name', () => {
  assert.equal(covers(signed, 'dscAdviser', 'log', '2026-05-01' as Day), false)
  assert.equal(covers(signed, 'policeContact', 'needs', '2026-05-01' as Day), false)
})

test('a consent that has run out is ended, not signed', () => assert.equal(stateOf(signed, '2026-10-01' as Day), 'ended'))

// The table cannot vouch for itself: this sheet is the second witness.
test('the rights say what the sheet says', () => {
  const sheet = readFileSync(join(packageFolder, 'src/consents/who-may-what.md'), 'utf8')
  assert.deepEqual(sheetLines(readSheet(sheet)), sheetLines(Object.entries(rights).flatMap(([act, grants]) => grants.map(grant => ({ act, ...grant })))))
})

const anyConsent = fc.record({
  to: fc.constantFrom(...receivers), how: fc.constantFrom(...ways), topics: fc.subarray([...topics]), signed: fc.boolean(), declined: fc.boolean(), withdrawn: fc.boolean(),
  from: fc.integer({ min: -40, max: 40 }), days: fc.integer({ min: 1, max: 200 }),
}).map(({ signed: is, declined, withdrawn, from, days: long, ...it }): Consent => ({
  ...signed, ...it, law: it.how === 'law' ? 'danger' : null, signedAt: is ? at : null, fromDay: is ? addDays('2026-05-02' as Day, from) : null,
  untilDay: is ? addDays('2026-05-02' as Day, from + long) : null, declinedAt: declined ? at : null, withdrawnAt: withdrawn ? at : null,
}))

test('a consent that is withdrawn, declined, unsigned or out of its days grants nothing, to nobody, whatever it names', () => {
  fc.assert(fc.property(anyConsent, fc.constantFrom(...receivers), fc.constantFrom(...topics), (it, to, topic) => {
    const today = '2026-05-02' as Day
    const granted = covers(it, to, topic, today)
    const inForce = it.withdrawnAt === null && it.declinedAt === null && it.fromDay !== null && it.untilDay !== null && it.fromDay <= today && today < it.untilDay
    if (!inForce || it.to !== to || !it.topics.includes(topic)) assert.equal(granted, false)
    if (granted && it.how === 'oral') assert.deepEqual([to, topic], ['policeContact', 'contact'], 'a spoken yes')
    if (granted && it.how === 'law') assert.equal(to, 'policeContact', 'to Dansk Stalking Center nothing goes without a signature')
    if (inForce && it.to === to && it.topics.includes(topic) && it.how !== 'oral' && it.how !== 'law') assert.equal(granted, true)
    assert.equal(covers({ ...it, withdrawnAt: at }, to, topic, today), false)
  }), { seed: 20261120, numRuns: process.env['LODS_LONG'] ? 20_000 : 500 })
})
