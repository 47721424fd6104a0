import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { openZone, wallMs } from './zone.ts'

const copenhagen = openZone('Europe/Copenhagen')
const wall = (text: string): number => Date.parse(`${text}Z`)
const told = (zone: { passes: (wall: number) => readonly number[] }, text: string) => zone.passes(wall(text)).map(at =>
  new Date(at).toISOString().slice(0, 19))

test('winter and summer clocks of Copenhagen become UTC', () => {
  assert.deepEqual(told(copenhagen, '2024-01-10T12:00:00'), ['2024-01-10T11:00:00'])
  assert.deepEqual(told(copenhagen, '2024-07-10T00:30:00'), ['2024-07-09T22:30:00'])
})
test('the hour that is missing has no instant', () => assert.deepEqual(told(copenhagen, '2024-03-31T02:30:00'), []))
test('the hour that comes twice has two instants, the first pass first', () =>
  assert.deepEqual(told(copenhagen, '2024-10-27T02:30:00'), ['2024-10-27T00:30:00', '2024-10-27T01:30:00']))
test('the edges of both hours are whole', () => {
  assert.deepEqual(['2024-03-31T01:59:59', '2024-03-31T03:00:00', '2024-10-27T01:59:59', '2024-10-27T03:00:00'].map(it => told(copenhagen,
    it).length), [1, 1, 1, 1])
  assert.ok(Number.isNaN(copenhagen.offsetIn(wall('2024-10-27T02:00:00'))))
  assert.ok(!Number.isNaN(copenhagen.offsetIn(wall('2024-10-27T03:00:00'))))
})
test('a zone far from UTC has its double and its missing hour too', () => {
  const angeles = openZone('America/Los_Angeles')
  assert.deepEqual(told(angeles, '2024-11-03T01:30:00'), ['2024-11-03T08:30:00', '2024-11-03T09:30:00'])
  assert.deepEqual(told(angeles, '2024-03-10T02:30:00'), [])
})
test('zones with halves of hours are read too', () => {
  assert.deepEqual(told(openZone('Asia/Kolkata'), '2024-01-10T12:00:00'), ['2024-01-10T06:30:00'])
  assert.equal(told(openZone('Australia/Lord_Howe'), '2024-04-07T01:45:00').length, 2)
})
test('a zone nobody knows is refused', () => assert.throws(() => openZone('Europe/Esbjerg'), RangeError))

test('every instant comes back from its wall clock, in every hour of forty years', () => {
  const zones = ['Europe/Copenhagen', 'America/Los_Angeles', 'Australia/Lord_Howe', 'America/Nuuk', 'UTC'].map(openZone)
  const numRuns = process.env['LODS_LONG'] ? 20_000 : 2_000
  fc.assert(fc.property(fc.constantFrom(...zones), fc.integer({ min: 315_532_800, max: 1_900_000_000 }), (zone, second) => {
    const at = second * 1000
    const text = new Date(at).toLocaleString('sv-SE', { timeZone: zone.name }).replace(' ', 'T')
    const offset = zone.offsetIn(wall(text))
    assert.ok(zone.passes(wall(text)).includes(at))
    if (!Number.isNaN(offset)) assert.equal(wall(text) - offset, at)
  }), { seed: 20_261_120, numRuns })
})

test('days and clocks that no calendar has are no wall clock', () => {
  for (const [year, month, day, hour] of [[2023, 2, 29, 1], [2024, 13, 1, 1], [2024, 0, 1, 1], [2024, 4, 31, 1], [2024, 4, 3, 24], [1812, 1, 1,
    1]] as const)
    assert.ok(Number.isNaN(wallMs(year, month, day, hour, 0, 0)))
  assert.equal(wallMs(2024, 2, 29, 23, 59, 58), Date.parse('2024-02-29T23:59:58Z'))
  assert.equal(wallMs(2100, 3, 1, 0, 0, 0), Date.parse('2100-03-01T00:00:00Z'))
})
