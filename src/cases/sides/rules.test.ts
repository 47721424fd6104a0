import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Actor, PersonId, Role } from '../../kernel/actor.ts'
import { addDays, dayOf } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { rowsUnder } from '../../kernel/sheet.ts'
import type { Held } from '../../directory/rules.ts'
import { suggested } from '../../directory/terms.ts'
import { packageFolder } from '../../platform/places.ts'
import { addSide, holderRoles, sideHeldBy, type SideKind, sideMoves, type SideState, sideSteps, takeSide } from './rules.ts'

const sheet = readFileSync(join(packageFolder, 'src/cases/who-may-what.md'), 'utf8')
const sideKinds = ['employee', 'otherParty'] as const satisfies readonly SideKind[]
const id = (name: string) => name as PersonId
const actor = (name: string, roles: readonly Role[]): Actor => ({ id: id(name), name, partnership: 1, organisation: 1, organisationName: '', roles, unlocked: false })
const people = [
  actor('karen', ['leader']), actor('helle', ['hr']), actor('arne', ['workEnvironment']), actor('fatma', ['familyCounsellor']), actor('farid', ['familyCounsellor']),
  actor('peter', ['policeContact']), actor('vibeke', ['visitator']), actor('inger', ['primaryCoordinator']), actor('jonas', ['firstContact']), actor('torben', ['tovholder']),
]
const start = new Date('2026-11-03T08:40:00Z')
const everybody: readonly Held[] = people.flatMap(it => it.roles.map(role => ({ role, person: it.id })))
const given = { answers: { form: 'x', version: 1, values: {} }, told: 'x', reason: 'x', callBackOn: addDays(dayOf(start), 30), safety: 'held', first: { answer: 'nobody', why: 'x' }, contact: { way: 'talk', state: 'done', on: dayOf(start) }, made: { seq: 1, on: dayOf(start) } } as const

test('what can happen to a case behind a wall is what the sheet says', () => {
  const written = rowsUnder(sheet, ['kind', 'from', 'step', 'to', 'baton']).map(it => it.join(' | '))
  const inCode = sideKinds.flatMap(kind => Object.entries(sideSteps[kind]).flatMap(([from, all]) => Object.entries(all).map(([move, it]) => `${kind} | ${from} | ${move} | ${it.to} | ${it.baton}`)))
  assert.deepEqual(written.sort(), inCode.sort())
})

test('nobody who works with citizens can do anything in an employee’s case, and nobody but who holds it in the other party’s', () => {
  for (const kind of sideKinds) {
    const opener = people.find(it => it.roles.some(role => holderRoles[kind].includes(role))) as Actor
    const world = { now: start, terms: suggested, held: everybody }
    const state = addSide(kind, undefined, takeSide(kind, undefined, 'open', opener, given, world))
    for (const one of people.filter(it => it.roles.some(role => ['visitator', 'primaryCoordinator', 'firstContact', 'tovholder'].includes(role))))
      for (const move of sideMoves) assert.throws(() => takeSide(kind, state, move, one, given, world), Refusal, `${one.name} ${move}`)
  }
  const world = { now: start, terms: suggested, held: everybody }
  const state = addSide('otherParty', undefined, takeSide('otherParty', undefined, 'open', people[3] as Actor, given, world))
  assert.throws(() => takeSide('otherParty', state, 'talk', people[4] as Actor, given, world), /side-not-yours/)
  assert.throws(() => takeSide('otherParty', state, 'talk', people[0] as Actor, given, world), /side-not-yours/)
  assert.throws(() => takeSide('otherParty', state, 'appoint', people[0] as Actor, { to: id('vibeke') }, world), /side-not-there/)
})

test('whatever happens and whoever comes and goes, a case where something waits has one responsible who is there while there is a leader', () =>
  fc.assert(fc.property(fc.constantFrom(...sideKinds), fc.array(fc.record({
    move: fc.constantFrom(...sideMoves), who: fc.constantFrom(...people), to: fc.constantFrom(...people), away: fc.subarray(people.slice(1)), standIn: fc.boolean(),
  }), { maxLength: 30 }), (kind, steps) => {
    let state: SideState | undefined
    for (const [index, it] of steps.entries()) {
      const there = everybody.filter(one => !it.away.some(gone => gone.id === one.person))
      // A stand-in holds the role for somebody who is away and still holds it.
      const held = it.standIn ? [...everybody, { role: 'familyCounsellor' as const, person: id('farid'), forPerson: id('fatma') }] : there
      const now = new Date(start.getTime() + index * 86_400_000)
      try {
        const event = takeSide(kind, state, it.move, it.who, { ...given, to: it.to.id, callBackOn: addDays(dayOf(now), 30) }, { now, terms: suggested, held })
        state = addSide(kind, state, event)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
      }
      if (!state) continue
      const has = sideHeldBy(kind, state, held)
      assert.equal(has === null, state.next === 'none')
      if (has) assert.ok(held.some(one => one.person === has && (one.role === 'leader' || holderRoles[kind].includes(one.role))))
      assert.equal(state.due === null, state.next === 'none')
    }
  }), { seed: 20261120, numRuns: process.env['LODS_LONG'] ? 5_000 : 300 }))
