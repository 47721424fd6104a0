import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { PersonId, Role } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Held } from '../../directory/rules.ts'
import { suggested } from '../../directory/terms.ts'
import { appointingRole, type SideState } from './rules.ts'
import type { Waits } from '../late.ts'
import { holdingYes, type OtherConsent } from './other-consent.ts'
import { anotherOnSide, climbSide } from './late.ts'

const person = (name: string) => name as PersonId
const seat = (role: Role, name: string): Held => ({ role, person: person(name) })
const everybody: readonly Held[] = [seat('leader', 'karen'), seat('hr', 'helle'), seat('hr', 'hans'), seat('workEnvironment', 'anders'), seat('familyCounsellor', 'nadia'), seat('familyCounsellor', 'fatma'), seat('visitator', 'vibeke'), seat('primaryCoordinator', 'inger')]
const start = new Date('2026-11-03T08:40:00Z')
const state = (holder: string, late: Partial<Waits> = {}): SideState & Waits => ({ seq: 2, status: 'open', holder: person(holder), since: start, next: 'review', due: start, lateStep: null, lateAt: null, ...late })

test('whoever is there, an employee’s case goes on to nobody but a leader or HR, and talks to nobody at all', () => {
  fc.assert(fc.property(fc.subarray([...everybody]), fc.constantFrom(...everybody), (held, { person: holder }) => {
    assert.equal(anotherOnSide('otherParty', { holder }, held), undefined)
    const other = anotherOnSide('employee', { holder }, held)
    assert.notEqual(other, holder)
    if (other) assert.ok(held.some(it => it.person === other && (it.role === 'leader' || it.role === 'hr')))
    else assert.ok(!held.some(it => it.person !== holder && (it.role === 'leader' || it.role === 'hr')))
  }), { seed: 20261130, numRuns: 500 })
})

test('reminded, passed on inside the wall, then before whoever appoints; talks go from the reminder to the leader', () => {
  const later = { now: new Date(start.getTime() + 10 * 86_400_000), terms: suggested, held: everybody }
  assert.equal(climbSide('employee', state('helle'), later)?.move, 'remind')
  const passed = climbSide('employee', state('helle', { lateStep: 'remind', lateAt: start }), later)
  assert.deepEqual([passed?.move, passed?.holder, passed?.by], ['pass-on', 'karen', null])
  assert.equal(climbSide('employee', state('karen', { lateStep: 'pass-on', lateAt: start }), later)?.move, 'to-leader')
  assert.deepEqual([climbSide('otherParty', state('nadia', { lateStep: 'remind', lateAt: start }), later)].map(it => [it?.move, it?.holder]), [['to-leader', 'nadia']])
  assert.equal(climbSide('otherParty', state('nadia', { lateStep: 'to-leader', lateAt: start }), later), undefined)
})

test('the ladder: the leader appoints; HR where no leader may know of it; work environment where HR may not either; of talks the leader alone', () => {
  const without = (...names: readonly string[]) => everybody.filter(it => !names.includes(it.person))
  assert.deepEqual([[], ['karen'], ['karen', 'helle', 'hans'], ['karen', 'helle', 'hans', 'anders']].map(out => appointingRole('employee', without(...out))), ['leader', 'hr', 'workEnvironment', undefined])
  assert.deepEqual([appointingRole('otherParty', everybody), appointingRole('otherParty', without('karen'))], ['leader', undefined])
})

const paper: OtherConsent = { id: '1', signedOn: '2026-11-01' as Day, until: '2026-11-10' as Day, covers: ['name'], at: start, withdrawnAt: null }
test('his paper holds from the day it is signed to its last day, and not once it is taken back', () => {
  assert.deepEqual(['2026-10-31', '2026-11-01', '2026-11-10', '2026-11-11'].map(day => holdingYes([paper], day as Day)?.id), [undefined, '1', '1', undefined])
  assert.equal(holdingYes([{ ...paper, withdrawnAt: start }], '2026-11-03' as Day), undefined)
  assert.equal(holdingYes([{ ...paper, id: '2', until: '2026-11-02' as Day }, paper], '2026-11-03' as Day)?.id, '1')
})
