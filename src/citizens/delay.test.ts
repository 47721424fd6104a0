import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Delay, runs, waitsSince } from './delay.ts'

const now = new Date('2026-11-03T08:40:00Z')
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000)
const anyDelay = fc.record({ from: fc.integer({ min: -800, max: 100 }), long: fc.integer({ min: 1, max: 720 }), ended: fc.boolean() })
  .map(({ from, long, ended }): Delay => ({ id: 'd', ground: 'danger', fromAt: hours(from), untilAt: hours(from + long), sinceAt: hours(from), renews: null, endedAt: ended ? now : null }))

test('her page leaves something out only while a delay runs, and from its own beginning on', () => {
  fc.assert(fc.property(fc.array(anyDelay, { maxLength: 5 }), all => {
    const since = waitsSince(all, now)
    const running = all.filter(it => runs(it, now))
    assert.equal(since === undefined, running.length === 0)
    for (const it of running) assert.ok(since !== undefined && since <= it.sinceAt)
    assert.equal(waitsSince(all.map(it => ({ ...it, endedAt: now })), now), undefined)
    assert.equal(waitsSince(all, hours(2000)), undefined, 'after the last one all is shown')
  }), { seed: 20261120, numRuns: process.env['LODS_LONG'] ? 20_000 : 500 })
})
