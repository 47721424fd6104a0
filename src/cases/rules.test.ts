import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Actor, PersonId, Role } from '../kernel/actor.ts'
import { addDays, dayOf, instantOf } from '../kernel/day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { readSheet, sheetLines } from '../kernel/sheet.ts'
import { suggested } from '../directory/terms.ts'
import { packageFolder } from '../platform/places.ts'
import { findings } from '../toolkit/rules.ts'
import type { Held } from '../directory/rules.ts'
import { type CaseEvent, type CaseState, fold, type Given, heldBy, type Move, moves, rights, steps, take, type World } from './rules.ts'

const sheet = readFileSync(join(packageFolder, 'src/cases/who-may-what.md'), 'utf8')
const person = (name: string) => name as PersonId
const actor = (name: string, roles: readonly Role[]): Actor =>
  ({ id: person(name), name, partnership: 1, organisation: 1, organisationName: '', roles, unlocked: false })
const vibeke = actor('vibeke', ['visitator'])
const inger = actor('inger', ['primaryCoordinator'])
const jonas = actor('jonas', ['firstContact'])
const held: readonly Held[] = [
  { role: 'visitator', person: vibeke.id }, { role: 'primaryCoordinator', person: inger.id }, { role: 'leader', person: person('karen') },
]
const start = new Date('2026-11-03T08:40:00Z')
const world: World = { now: start, terms: suggested, held }
const answers = { form: 'handoff', version: 1, values: {} }
const full: Given = {
  answers, finding: 'stalking_likely', reason: 'x', told: 'x', callBackOn: addDays(dayOf(start), 30), safety: 'held', paper: 'no', agreed: 'yes',
}
/** The events of these moves one after the other, each a minute after the one before. */
function story(...told: readonly (readonly [Move, Actor, Given?])[]): readonly CaseEvent[] {
  return told.reduce<readonly CaseEvent[]>((events, [move, who, given], index) =>
    [...events, take(events.length === 0 ? undefined : fold(events), move, who, { ...full, ...given }, { ...world, now: new Date(start.getTime() + index * 60_000) })], [])
}
const refused = (kind: Refusal['kind'], code: string) => (error: unknown) => error instanceof Refusal && error.kind === kind && error.code === code

// The table cannot vouch for itself: the sheet is the second witness, read and signed by the tovholder.
test('the rights say what the sheet says', () => {
  const inCode = Object.entries(rights).flatMap(([act, grants]) => grants.map(grant => ({ act, ...grant })))
  assert.deepEqual(sheetLines(readSheet(sheet.split('## ')[0] ?? '')), sheetLines(inCode))
})

test('what can happen is what the sheet says can happen', () => {
  const written = (sheet.split('## ')[1] ?? '').split('\n').filter(line => /^\| [a-z]/.test(line) && !line.startsWith('| fra')).map(line => line.split('|').map(it => it.trim()).slice(1, 5).join(' | '))
  const inCode = Object.entries(steps).flatMap(([from, all]) => Object.entries(all).map(([move, step]) => `${from} | ${move} | ${step.finding ? 'fund' : step.to} | ${step.baton}`))
  assert.deepEqual(written.sort(), inCode.sort())
})

test('an enquiry waits for the visitator and is due at closing time two working days on', () => {
  const state = fold(story(['receive', jonas]))
  assert.deepEqual([state.status, state.holder, state.next, state.urgent], ['received', 'vibeke', 'clarify', false])
  assert.equal(state.due?.toISOString(), '2026-11-05T14:00:00.000Z')
})

test('an urgent one rings now, until somebody has called or clarified', () => {
  const rings = fold(story(['receive-urgent', jonas]))
  assert.deepEqual([rings.next, rings.urgent, rings.due], ['call', true, start])
  assert.deepEqual([fold(story(['receive-urgent', jonas], ['note', vibeke])).urgent, fold(story(['receive-urgent', jonas], ['call', vibeke])).urgent], [true, false])
})

test('one that does not ring cannot be called off the list: its deadline stands', () =>
  assert.throws(() => story(['receive', jonas], ['call', vibeke]), refused('conflict', 'cases.cannot-call')))

test('possible stalking is logged for four weeks, then it is talked about again', () => {
  const state = fold(story(['receive', jonas], ['clarify', vibeke, { finding: 'stalking_possible_keep_log' }]))
  assert.deepEqual([state.status, state.next, dayOf(state.due as Date)], ['logging', 'talk-again', '2026-12-01'])
})

test('every clarification is kept, and only the chosen finding decides: answers alone change nothing', () => {
  const some = { form: 'checklist', version: 1, values: { replied: 'yes' } }
  const events = story(['receive', jonas], ['clarify', vibeke, { finding: 'stalking_likely', answers: some }], ['clarify', vibeke, { finding: 'conflict_likely', answers: some }])
  assert.deepEqual(events.filter(it => it.move === 'clarify').map(it => it.given.finding), ['stalking_likely', 'conflict_likely'])
  for (const finding of findings) {
    const one = fold(story(['receive', jonas], ['clarify', vibeke, { finding, answers: some }]))
    const other = fold(story(['receive', jonas], ['clarify', vibeke, { finding, answers: { ...some, values: { replied: 'no' } } }]))
    assert.deepEqual(one, other)
  }
})

test('acute danger found in the talk is handed over, and somebody calls the same working day', () => {
  const state = fold(story(['receive', jonas], ['clarify', vibeke, { finding: 'not_assessed_acute' }]))
  assert.deepEqual([state.next, state.due?.toISOString()], ['follow-acute', '2026-11-03T14:00:00.000Z'])
})

test('a coordinator who accepts has the baton; another one cannot act on it', () => {
  const events = story(['receive', jonas], ['clarify', vibeke], ['accept', inger])
  assert.deepEqual([fold(events).status, fold(events).holder, fold(events).next], ['coordinated', 'inger', 'meet'])
  assert.throws(() => take(fold(events), 'meet', actor('mikkel', ['primaryCoordinator']), full, world), refused('forbidden', 'cases.may-not-meet'))
})

test('when the coordinator leaves, the visitator has it and can act; while she is there nobody takes it from her', () => {
  const events = story(['receive', jonas], ['clarify', vibeke], ['accept', inger])
  const left = held.filter(it => it.person !== inger.id)
  assert.equal(heldBy(fold(events), left), 'vibeke')
  const after = fold([...events, take(fold(events), 'take-over', vibeke, {}, { ...world, held: left })])
  assert.deepEqual([after.status, after.next], ['clarified', 'decide'])
  assert.throws(() => take(fold(events), 'take-over', vibeke, {}, world), refused('conflict', 'cases.cannot-take-over'))
})

test('a new clarification does not take the case from the coordinator', () => {
  const state = fold(story(['receive', jonas], ['clarify', vibeke], ['accept', inger], ['clarify', vibeke, { finding: 'conflict_likely' }]))
  assert.deepEqual([state.status, state.holder, state.next], ['coordinated', 'inger', 'meet'])
})

test('a closed case waits for the call that was promised, and then for nobody', () => {
  const closed = fold(story(['receive', jonas], ['clarify', vibeke], ['close', vibeke]))
  assert.deepEqual([closed.status, closed.next, closed.holder, dayOf(closed.due as Date)], ['closed', 'call-back', 'vibeke', addDays(dayOf(start), 30)])
  const called = fold(story(['receive', jonas], ['clarify', vibeke], ['close', vibeke], ['call', vibeke]))
  assert.deepEqual([called.next, called.holder, called.due], ['none', null, null])
})

test('what a move needs is asked for by name', () => {
  const received = fold(story(['receive', jonas]))
  assert.throws(() => take(received, 'clarify', vibeke, { ...full, reason: '' }, world), (error: Refusal) => error.code === 'cases.needs-reason' && error.field === 'reason')
  assert.throws(() => take(received, 'advise', vibeke, {}, world), refused('invalid', 'cases.needs-answers'))
})

test('where nobody is visitator the leader has it, and a visitator who comes takes over by being there', () => {
  const vacant = held.filter(it => it.role !== 'visitator')
  const [event] = [take(undefined, 'receive', jonas, full, { ...world, held: vacant })]
  assert.equal(event.holder, 'karen')
  assert.equal(heldBy(fold([event]), held), 'vibeke')
})

test('where there is neither visitator nor leader an enquiry says so instead of waiting for nobody', () =>
  assert.throws(() => take(undefined, 'receive', jonas, full, { ...world, held: [] }), refused('conflict', 'cases.nobody-there')))

interface Turn { readonly who: number; readonly move: Move; readonly finding: number; readonly days: number; readonly seats: number }
const turns: fc.Arbitrary<readonly Turn[]> = fc.array(fc.record({
  who: fc.nat(5), move: fc.constantFrom(...moves), finding: fc.nat(findings.length - 1), days: fc.nat(40), seats: fc.nat(15),
}), { maxLength: 40 })
const people: readonly Actor[] = [
  vibeke, actor('daniel', ['visitator']), inger, actor('mikkel', ['primaryCoordinator']), actor('both', ['visitator', 'primaryCoordinator']), jonas,
]
/** Who sits where changes under way; only the leader always stays. */
function seated(seats: number): readonly Held[] {
  const there = people.filter((_, index) => index > 3 ? false : (seats >> index) & 1)
  return [...there.flatMap(it => it.roles.map(role => ({ role, person: it.id }))), { role: 'leader', person: person('karen') }]
}

test('in every history each open case has exactly one named holder who has the role today, a next step and a date', () => {
  fc.assert(fc.property(turns, told => {
    const events: CaseEvent[] = []
    let state: CaseState | undefined
    let now = start
    for (const turn of told) {
      now = new Date(now.getTime() + turn.days * 86_400_000)
      const today = seated(turn.seats)
      const who = people[turn.who] as Actor
      const acting = { ...who, roles: who === jonas ? who.roles : today.filter(it => it.person === who.id).map(it => it.role) }
      try {
        const event = take(state, turn.move, acting, { ...full, finding: findings[turn.finding] as (typeof findings)[number] }, { ...world, now, held: today })
        events.push(event)
        const after = fold(events)
        assert.deepEqual(after.seq, events.length)
        state = after
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
      }
      if (!state) continue
      // The seats may have changed since the last event: the answer is asked of today.
      for (const seats of [turn.seats, 0, 15]) keeps(state, seated(seats))
    }
  }), { seed: 20261120, numRuns: process.env['LODS_LONG'] ? 20_000 : 500 })
})

function keeps(state: CaseState, today: readonly Held[]): void {
  const holder = heldBy(state, today)
  if (state.next === 'none') {
    assert.equal(state.status, 'closed')
    assert.equal(holder, null)
    return
  }
  assert.ok(state.due instanceof Date && !Number.isNaN(state.due.getTime()))
  const has = today.filter(it => it.person === holder).map(it => it.role)
  const may: readonly Role[] = state.status === 'coordinated' ? ['primaryCoordinator'] : state.status === 'closed' ? ['visitator', 'primaryCoordinator'] : ['visitator']
  const visitatorThere = today.some(it => it.role === 'visitator')
  assert.ok(has.some(role => may.includes(role) || role === 'visitator') || (!visitatorThere && has.includes('leader')), `${String(holder)} cannot act on a case that is ${state.status}`)
}

test('a deadline is never before the day it was set, but for what rings now', () => {
  for (const finding of findings) {
    const state = fold(story(['receive', jonas], ['clarify', vibeke, { finding }]))
    assert.ok(state.due && state.due > instantOf(dayOf(start), '09:40'))
  }
})
