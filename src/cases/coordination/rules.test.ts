import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, type Day } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { daysOver, leansOn, mayGoToPolice, saysName, type ToldHer } from './rules.ts'

const start = '2026-11-03' as Day
const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code
const told = (id: string, day: number | null): ToldHer => ({ id, answer: day === null ? 'waived' : 'told', toldOn: day === null ? null : addDays(start, day) })
const numRuns = process.env['LODS_LONG'] ? 20_000 : 500

test('a contact never leans on an answer that is used, that came after it, or that is not there', () => fc.assert(fc.property(
  fc.array(fc.option(fc.integer({ min: -20, max: 20 })), { maxLength: 6 }), fc.array(fc.nat(5), { maxLength: 6 }), fc.integer({ min: -20, max: 20 }),
  (days, taken, on) => {
    const answers = days.map((day, at) => told(String(at), day))
    const used = taken.map(String)
    const free = answers.filter(it => !used.includes(it.id) && (it.toldOn === null || it.toldOn <= addDays(start, on)))
    if (free.length === 0) assert.throws(() => leansOn(answers, used, addDays(start, on)), refused('cases.tell-her-first'))
    else assert.ok(free.includes(leansOn(answers, used, addDays(start, on))))
  }), { seed: 20261120, numRuns }))

test('however many answers there are, there are never more contacts than answers', () => {
  const answers = [told('a', 0), told('b', null)]
  const used: string[] = []
  for (let at = 0; at < 2; at++) used.push(leansOn(answers, used, start).id)
  assert.deepEqual(used.sort(), ['a', 'b'])
  assert.throws(() => leansOn(answers, used, start), refused('cases.tell-her-first'))
})

test('what was said in SSP, PSP or KSP never goes to the police, alone or among other things', () => {
  assert.doesNotThrow(() => mayGoToPolice([]))
  assert.doesNotThrow(() => mayGoToPolice([{ forum: 'none' }]))
  for (const forum of ['SSP', 'PSP', 'KSP'] as const) assert.throws(() => mayGoToPolice([{ forum: 'none' }, { forum }]), refused('cases.not-to-police'))
})

test('a name is found as whole words, however it is written; the first name alone too, a short one only as names are written', () => {
  assert.ok(saysName('Vi ved det fra SIGNE  opdigt.', ['Signe Opdigt']))
  assert.ok(!saysName('Tal om regler og følger.', ['Signe Opdigt', 'Jonas Eksempel', '']))
  for (const said of ['Signe vil have fred', 'det er signes ønske', 'Signe\u00b4s bil']) assert.ok(saysName(said, ['Signe Opdigt']), said)
  for (const said of ['Signede papirer', 'En opdigtet historie', 'Fru Opdigt']) assert.ok(!saysName(said, ['Signe Opdigt']), said)
  assert.ok(saysName('Du skriver til Per', ['Per Prøve']))
  assert.ok(!saysName('Svar per brev', ['Per Prøve']))
})

test('a task is over its day from the day after, until it is done', () => {
  assert.deepEqual([0, 1, 5].map(days => daysOver({ state: 'open', due: start }, addDays(start, days))), [0, 1, 5])
  assert.equal(daysOver({ state: 'done', due: start }, addDays(start, 5)), 0)
})
