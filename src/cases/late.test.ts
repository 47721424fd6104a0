import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Actor, PersonId } from '../kernel/actor.ts'
import type { Held } from '../directory/rules.ts'
import { suggested } from '../directory/terms.ts'
import { anotherFor, appointed, type Climb, climbCase, nextClimb, nextStepAt, type Waits } from './late.ts'
import { type CaseState, statuses, take, type World } from './rules.ts'

const start = new Date('2026-11-03T08:40:00Z')
const person = (name: string) => name as PersonId
const held: readonly Held[] = [
  { role: 'visitator', person: person('vibeke') }, { role: 'visitator', person: person('daniel') }, { role: 'primaryCoordinator', person: person('inger') },
  { role: 'primaryCoordinator', person: person('mikkel') }, { role: 'leader', person: person('karen') },
]
const hours = (count: number) => count * 3_600_000

test('whatever the clock does and however far it jumps: nothing before its day, each step once, in order, and the leader last', () => {
  fc.assert(fc.property(fc.array(fc.nat(200), { maxLength: 40 }), fc.boolean(), (jumps, another) => {
    let now = start
    const due = new Date(start.getTime() + hours(50))
    let it: Waits = { due, lateStep: null, lateAt: null }
    const done: Climb[] = []
    for (const jump of jumps) {
      now = new Date(now.getTime() + hours(jump))
      const step = nextClimb(it, another, now, suggested)
      if (!step) continue
      assert.ok(it.due && it.due <= now)
      if (it.lateStep === 'remind' && it.lateAt) assert.ok(nextStepAt(it.lateAt, suggested) <= now, 'whoever was reminded has the time that was promised')
      done.push(step)
      it = { due: step === 'pass-on' ? new Date(now.getTime() + hours(48)) : it.due, lateStep: step, lateAt: now }
      assert.equal(nextClimb(it, another, now, suggested), undefined, 'gone again at once it does nothing')
    }
    assert.deepEqual(done, (another ? ['remind', 'pass-on', 'to-leader'] : ['remind', 'to-leader']).slice(0, done.length))
  }), { seed: 20261120, numRuns: process.env['LODS_LONG'] ? 20_000 : 500 })
})

const state = (status: CaseState['status'], holder: string, late: Partial<Waits> = {}): CaseState & Waits =>
  ({ seq: 3, status, holder: person(holder), since: start, next: 'decide', due: start, urgent: false, lateStep: null, lateAt: null, ...late })
const world: World = { now: new Date(start.getTime() + hours(24)), terms: suggested, held }

test('a visitator\'s case goes to the other visitator; a coordinator\'s case is opened to no other coordinator', () => {
  for (const status of statuses) assert.equal(anotherFor(state(status, status === 'coordinated' ? 'inger' : 'vibeke'), held), status === 'coordinated' || status === 'closed' ? undefined : 'daniel')
  const reminded = { lateStep: 'remind', lateAt: new Date(start.getTime() - hours(200)) } as const
  const passed = climbCase(state('clarified', 'vibeke', reminded), world)
  assert.deepEqual([passed?.move, passed?.holder, passed?.by], ['pass-on', 'daniel', null])
  assert.ok(passed?.due && passed.due > world.now, 'who gets it gets time')
  assert.deepEqual([climbCase(state('coordinated', 'inger', reminded), world)].map(it => [it?.move, it?.holder]), [['to-leader', 'inger']])
})

test('no person takes the clock\'s steps, and the leader appoints only what was put before her, and only somebody who is there', () => {
  const everybody: Actor = { id: person('alle'), name: '', partnership: 1, organisation: 1, organisationName: '', roles: ['visitator', 'primaryCoordinator', 'tovholder', 'operator'], unlocked: false }
  for (const move of ['remind', 'pass-on', 'to-leader'] as const) assert.throws(() => take(state('clarified', 'vibeke'), move, everybody, {}, world), { code: `cases.may-not-${move}` })
  const leader = person('karen')
  assert.throws(() => appointed(state('clarified', 'vibeke'), leader, person('daniel'), world), { code: 'cases.cannot-appoint' })
  const before = state('coordinated', 'inger', { lateStep: 'to-leader', lateAt: start })
  assert.throws(() => appointed(before, leader, person('daniel'), world), { code: 'cases.not-there' })
  assert.equal(appointed(before, leader, person('mikkel'), world).holder, 'mikkel')
})
