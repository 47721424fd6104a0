import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { enoughCases, finishedYears, hideParts, shownYear, smallest, total } from './numbers.ts'
import type { Day } from './day.ts'

const named = (counts: readonly number[]) => counts.map((count, at) => ({ name: String(at), count }))
const look = (counts: readonly number[]) => hideParts(named(counts)).map(it => it.count)
const sum = (counts: readonly number[]) => counts.reduce((all, it) => all + it, 0)

/** Every way to divide `left` into `places` numbers. */
function* divisions(left: number, places: number): Generator<number[]> {
  if (places === 1) yield [left]
  else for (let first = 0; first <= left; first++) for (const rest of divisions(left - first, places - 1)) yield [first, ...rest]
}

/** What somebody who knows the rule and the total could still think that each number is. */
function thinkable(counts: readonly number[]): Set<number>[] {
  const seen = JSON.stringify(look(counts))
  const could = counts.map(() => new Set<number>())
  for (const other of divisions(sum(counts), counts.length))
    if (JSON.stringify(look(other)) === seen) other.forEach((it, at) => could[at]?.add(it))
  return could
}

const year = fc.array(fc.oneof({ weight: 3, arbitrary: fc.nat(7) }, fc.nat(22)), { minLength: 2, maxLength: 4 })
  .map(counts => (sum(counts) < enoughCases ? [...counts.slice(1), (counts[0] ?? 0) + enoughCases - sum(counts)] : counts)).filter(counts => sum(counts) <= 44)

test('no hidden number can be worked out, by anybody who knows the total, the shown numbers and the rule', () =>
  fc.assert(fc.property(year, counts => {
    const could = thinkable(counts)
    look(counts).forEach((it, at) => {
      if (it === 'hidden') assert.ok((could[at]?.size ?? 0) > 1, `${counts.join(' ')}: number ${at} must be ${[...(could[at] ?? [])].join()}`)
      else assert.equal(it, counts[at])
    })
  }), { seed: 20261120, numRuns: process.env['LODS_LONG'] ? 3_000 : 150 }))

test('every division of small years into two and three parts holds, one by one', () => {
  for (let all = enoughCases; all <= enoughCases + 3; all++)
    for (const places of [2, 3]) {
      const seen = new Map<string, Set<number>[]>()
      for (const counts of divisions(all, places)) {
        const key = JSON.stringify(look(counts))
        const could = seen.get(key) ?? counts.map(() => new Set<number>())
        counts.forEach((it, at) => could[at]?.add(it))
        seen.set(key, could)
      }
      for (const [key, could] of seen) (JSON.parse(key) as (number | 'hidden')[]).forEach((it, at) => { if (it === 'hidden') assert.ok((could[at]?.size ?? 0) > 1, key) })
    }
})

test('no number under five is ever shown, and where none is small all are', () => {
  fc.assert(fc.property(year, counts => {
    for (const it of look(counts)) assert.ok(it === 'hidden' || it >= smallest)
    if (counts.every(it => it >= smallest)) assert.deepEqual(look(counts), counts)
  }), { seed: 20261120, numRuns: 500 })
  assert.deepEqual([total(0), total(4), total(5)], ['few', 'few', 5])
})

test('one small number takes its neighbour along, and equal neighbours go together', () => {
  assert.deepEqual(look([2, 9, 14]), ['hidden', 'hidden', 14])
  assert.deepEqual(look([2, 9, 9, 14]), ['hidden', 'hidden', 'hidden', 14])
  assert.deepEqual(look([4, 4, 17]), ['hidden', 'hidden', 'hidden'], 'only fours would give themselves away')
})

test('a year with fewer than 25 cases is a total and nothing more', () => {
  assert.deepEqual(shownYear(24, named([12, 12])), { total: 24, parts: undefined })
  assert.deepEqual(shownYear(40, named([12, 2])), { total: 14, parts: undefined }, 'a small total in a large year is not divided either')
  assert.deepEqual(shownYear(3, named([2, 1])), { total: 'few', parts: undefined })
  assert.ok(shownYear(25, named([12, 13])).parts)
})

test('a year is counted when it is over', () => assert.deepEqual(finishedYears('2026-11-20' as Day), [2025, 2024, 2023]))
