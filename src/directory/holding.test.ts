import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import type { PersonId } from '../kernel/actor.ts'
import { addDays, type Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { readSheet, sheetLines } from '../kernel/sheet.ts'
import { packageFolder } from '../platform/places.ts'
import { checkAway, checkGift, covers, type Holding, lastDay, vacancies } from './holding.ts'
import { actingFor, rights } from './rules.ts'

const today = '2026-11-03' as Day
const [karen, vera, vibeke, daniel] = ['karen', 'vera', 'vibeke', 'daniel'].map(it => it as PersonId) as [PersonId, PersonId, PersonId, PersonId]
const held = (person: PersonId, more: Partial<Holding> = {}): Holding =>
  ({ id: 1, role: 'visitator', part: null, person, from: '2026-01-01' as Day, to: null, standsIn: false, forPerson: null, ...more })
const codes = (work: () => unknown): readonly string[] => {
  try {
    work()
  } catch (error) {
    if (error instanceof Refusal) return error.faults.length > 0 ? error.faults.map(it => it.code) : [error.code]
    throw error
  }
  return []
}

test('the rights say what the sheet says', () => {
  const inCode = Object.entries(rights).flatMap(([act, grants]) => grants.map(grant => ({ act, ...grant })))
  assert.deepEqual(sheetLines(readSheet(readFileSync(join(packageFolder, 'src/directory/who-may-what.md'), 'utf8'))), sheetLines(inCode))
})

test('nobody gives a role to herself, on a day that is past, or twice in the same time', () => {
  const gift = { role: 'visitator', part: null, person: vera, from: today, to: null, standsIn: false } as const
  assert.deepEqual(codes(() => checkGift([held(vibeke)], gift, karen, today)), [])
  assert.deepEqual(codes(() => checkGift([], gift, vera, today)), ['directory.not-yourself'])
  assert.deepEqual(codes(() => checkGift([held(vera)], { ...gift, from: addDays(today, -1), to: addDays(today, -2) }, karen, today)),
    ['directory.past', 'directory.ends-before', 'directory.holds-already'])
  assert.deepEqual(codes(() => checkGift([held(vera, { to: addDays(today, 5) })], { ...gift, from: addDays(today, 6) }, karen, today)), [], 'the day after the last one is free')
})

test('a stand-in stands in for one who holds the role then, is there herself, and is the only one', () => {
  const of = held(vibeke, { to: addDays(today, 20) })
  const away = { of, person: daniel, from: addDays(today, 1), to: addDays(today, 8) }
  const other = held(karen, { id: 2, standsIn: true, forPerson: vibeke, from: addDays(today, 8), to: addDays(today, 9) })
  assert.deepEqual(codes(() => checkAway([of], away, vibeke, today)), [])
  assert.deepEqual(codes(() => checkAway([of], { ...away, person: vibeke }, vibeke, today)), ['directory.not-oneself'])
  assert.deepEqual(codes(() => checkAway([of], away, daniel, today)), ['directory.not-yourself'])
  assert.deepEqual(codes(() => checkAway([of], { ...away, to: addDays(today, 21) }, vibeke, today)), ['directory.not-held-then'])
  assert.deepEqual(codes(() => checkAway([of, other], away, vibeke, today)), ['directory.stood-in-already'])
  assert.deepEqual(codes(() => checkAway([of, { ...other, forPerson: daniel }], away, vibeke, today)), ['directory.away-too'])
})

test('the last day comes, or it ends at once; what never began ends the day before it begins', () => {
  assert.equal(lastDay(held(vibeke), addDays(today, 3), today), addDays(today, 3))
  assert.equal(lastDay(held(vibeke), 'now', today), addDays(today, -1))
  assert.equal(lastDay(held(vibeke, { from: today }), 'now', today), addDays(today, -1))
  assert.deepEqual(codes(() => lastDay(held(vibeke), addDays(today, -3), today)), ['directory.past'])
  assert.deepEqual(codes(() => lastDay(held(vibeke, { to: addDays(today, 2) }), addDays(today, 3), today)), ['directory.ended-already'])
})

const day = fc.integer({ min: -60, max: 60 }).map(it => addDays(today, it))
const someone = fc.constantFrom(karen, vera, vibeke, daniel)
const anyHolding = fc.record({ person: someone, from: day, length: fc.option(fc.integer({ min: -1, max: 40 }), { nil: null }), standsIn: fc.boolean() })
  .map(({ length, ...it }) => held(it.person, { ...it, to: length === null ? null : addDays(it.from, length) }))
const numRuns = process.env['LODS_LONG'] ? 20_000 : 300

test('a gap is the first day of the next thirty on which nobody holds the role', () => {
  fc.assert(fc.property(fc.array(anyHolding, { maxLength: 5 }), all => {
    const [gap] = vacancies(all, ['visitator'], today)
    const empty = (ahead: number) => !all.some(it => !it.standsIn && covers(it, addDays(today, ahead)))
    const first = Array.from({ length: 31 }, (_, ahead) => ahead).find(empty)
    assert.equal(gap?.from, first === undefined ? undefined : addDays(today, first))
  }), { seed: 20261120, numRuns })
})

test('whatever stand-ins are asked for, each who holds the role has exactly one who acts on every day of it', () => {
  const ask = fc.record({ of: fc.nat(2), person: someone, from: day, days: fc.nat(30) })
  fc.assert(fc.property(fc.array(ask, { maxLength: 8 }), asked => {
    const owners = [vera, vibeke, daniel].map((person, id) => held(person, { id }))
    const all: Holding[] = [...owners]
    for (const { of, person, from, days } of asked) {
      const away = { of: owners[of] as Holding, person, from, to: addDays(from, days) }
      if (codes(() => checkAway(all, away, karen, today)).length === 0) all.push(held(person, { id: all.length, standsIn: true, forPerson: away.of.person, from, to: away.to }))
    }
    for (let ahead = -60; ahead <= 90; ahead += 3) {
      const now = all.filter(it => covers(it, addDays(today, ahead)))
      for (const it of owners) {
        const acting = actingFor(now, 'visitator', it.person)
        // Whoever stands in may go away later; then the role is looked after by whoever steps in.
        if (acting === undefined) assert.ok(now.some(one => one.forPerson === now.find(first => first.forPerson === it.person)?.person))
      }
    }
  }), { seed: 20261120, numRuns })
})
