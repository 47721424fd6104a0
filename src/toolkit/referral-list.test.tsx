import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, readDay } from '../kernel/day.ts'
import { sentences, lix } from '../forms/lix.ts'
import { audiences, dayVerified, entriesFor, freshness, leaflets, reachOf, referralEntries, sayVerified, type ReferralEntry } from './referral-list.ts'
import { ReferralList } from './referral-screen.tsx'

const day = (text: string) => { const it = readDay(text); assert.ok(it, text); return it }
const today = day('2026-11-30')
const line: ReferralEntry = {
  id: 'line', name: { da: 'Linjen (opdigtet)', en: 'The line (invented)' }, for: ['exposed'], service: { da: 'Råd.', en: 'Advice.' }, phone: '00 11 22 33', web: 'linjen.invalid', source: { da: 'opdigtet', en: 'invented' }, verifiedOn: '2026-01-10',
}

const ages = [
  { days: 0, is: 'fresh', why: 'the day it is confirmed' }, { days: 180, is: 'fresh', why: 'half a year counts' }, { days: 181, is: 'warn', why: 'the day after' }, { days: 365, is: 'warn', why: 'a year counts' },
  { days: 366, is: 'unconfirmed', why: 'the day after a year' },
] as const
for (const { days, is, why } of ages)
  test(`a number looked at ${days} days ago is ${is}: ${why}`, () => assert.equal(freshness(line, addDays(day('2026-01-10'), days)), is))

test('an old number stands with the web address, the day it was confirmed and 114, and is never blank', () => {
  const old = reachOf(line, day('2027-02-01'), 'da')
  assert.deepEqual(old, { phone: '00 11 22 33', web: 'linjen.invalid', freshness: 'unconfirmed', warning: 'Nummeret er ikke bekræftet siden 10. januar 2026.', fallback: '114' })
  assert.equal(reachOf({ ...line, verifiedOn: null }, today, 'da').warning, 'Nummeret er ikke bekræftet.')
  assert.match(reachOf(line, day('2026-08-01'), 'en').warning ?? '', /^The number was last confirmed 10 January 2026/)
})

test('a date is as exact as it is known, and a year counts from its first day', () => {
  assert.deepEqual(['2019', '2019-06', '2024-04-01'].map(dayVerified), ['2019-01-01', '2019-06-01', '2024-04-01'])
  assert.deepEqual(['2019', '2019-06', '2024-04-01'].map(it => sayVerified(it, 'da')), ['2019', 'juni 2019', '1. april 2024'])
})

test('112 and 114 are never hidden and never doubted, however old the list', async () => {
  const far = day('2050-01-01')
  for (const number of ['112', '114']) {
    const entry = referralEntries.find(it => it.phone === number)
    assert.ok(entry?.always)
    assert.deepEqual([reachOf(entry, far, 'da').phone, reachOf(entry, far, 'da').warning], [number, undefined])
  }
  assert.match(String(await ReferralList({ lang: 'da', today: far, own: [] })), /href="tel:112".*href="tel:114"/s)
  for (const who of audiences) assert.equal(entriesFor(who)[0]?.phone, '112', who)
})

test('nobody is without a way: a number or an address, and what has no number says where to look', () => {
  for (const entry of referralEntries) {
    const reach = reachOf(entry, today, 'da')
    assert.ok(reach.phone ?? reach.web, entry.id)
    if (!reach.phone) assert.ok(reach.web && reach.warning?.startsWith('Intet nummer fundet') && (entry.verifiedOn === null || reach.fallback === '114'), entry.id)
    if (reach.freshness === 'unconfirmed' && reach.phone) assert.ok(reach.web && reach.fallback === '114', entry.id)
  }
})

test('whoever has no number says so, however lately somebody looked', () => {
  const { phone: _, ...without } = line
  assert.match(reachOf(without, day('2026-01-10'), 'da').warning ?? '', /^Intet nummer fundet. Brug siden.$/)
  assert.match(reachOf({ ...without, always: true }, today, 'en').warning ?? '', /^No number found/)
})

test('the two lines that were found in the report alone are published without a number', () => {
  for (const id of ['dsc-other-party', 'dsc-professionals']) {
    const entry = referralEntries.find(it => it.id === id)
    assert.ok(entry && !entry.phone && entry.verifiedOn === '2019-06')
    assert.match(reachOf(entry, today, 'da').warning ?? '', /^Intet nummer fundet. Brug siden. Et nummer fra juni 2019 er ikke bekræftet siden.$/)
  }
  assert.doesNotMatch(JSON.stringify(referralEntries), /60 56 73 74|27 60 40 16|70 11 62 63|70 20 30 82|32 95 90 19/)
})

test('the municipality’s own number comes from its directory and stands among the first', async () => {
  const own: ReferralEntry = { ...line, id: 'own', always: true, verifiedOn: null, phone: '00 10 10 10' }
  const html = String(await ReferralList({ lang: 'da', today, own: [own] }))
  assert.match(html, /Gælder altid.*tel:00101010.*tel:112/s)
  assert.doesNotMatch(html, /undefined|\[object/)
})

test('the list is easy to read, and its leaflets are links', () => {
  const said = sentences(referralEntries.flatMap(it => [it.service.da, reachOf(it, today, 'da').warning ?? '']))
  assert.ok(lix(said) < 35, String(lix(said)))
  for (const it of leaflets) assert.match(it.href, /^https:\/\/[a-z.]+\.dk/)
})
