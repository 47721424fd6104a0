import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { readSheet, rowsUnder, sheetLines } from '../kernel/sheet.ts'
import { statuses } from '../cases/rules.ts'
import { type Consent, topics } from '../consents/rules.ts'
import { packageFolder } from '../platform/places.ts'
import { type Copy, covered, isAsked, isEmpty, isWaiting, mayGoTo, moves, receivers, rights, type State, states, steps, take, within } from './rules.ts'

const sheet = readFileSync(join(packageFolder, 'src/referrals/who-may-what.md'), 'utf8')
const runs = process.env['LODS_LONG'] ? 20_000 : 500

// The table cannot vouch for itself: the sheet is the second witness.
test('the rights say what the sheet says', () => {
  assert.deepEqual(sheetLines(readSheet(sheet)), sheetLines(Object.entries(rights).flatMap(([act, grants]) => grants.map(grant => ({ act, ...grant })))))
})

test('the table says what the sheet says', () => {
  const table = states.flatMap(from => moves.flatMap(move => {
    const found = steps[from][move]
    return found ? [[from, move, found.by, found.to]] : []
  }))
  assert.deepEqual(rowsUnder(sheet, ['fra', 'skridt', 'hvem', 'til']).map(row => [...row]).sort(), table.sort())
})

test('whatever is tried, in whatever order: a referral waits, is accepted or answered, is declined back, or is taken back; and what ended stays ended', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...moves), fc.constantFrom('', 'ord')), { maxLength: 30 }), tried => {
    const past: State[] = ['sent']
    for (const [move, words] of tried) {
      const before = past.at(-1) ?? 'sent'
      try {
        past.push(take(before, move, words))
      } catch (error) {
        assert.ok(error instanceof Refusal)
      }
    }
    const now = past.at(-1) ?? 'sent'
    assert.equal([isWaiting(now), now === 'accepted' || now === 'answered', now === 'declined', now === 'taken-back'].filter(Boolean).length, 1)
    const answered = past.findIndex(it => !isWaiting(it))
    if (answered >= 0) assert.ok(past.slice(answered).every(it => !isWaiting(it)), 'nobody is asked twice by one referral')
    for (const end of ['declined', 'taken-back'] as const) if (past.includes(end)) assert.equal(now, end)
  }), { seed: 20261120, numRuns: runs })
})

test('declining, taking back and answering need words', () => {
  for (const [state, move] of [['seen', 'decline'], ['sent', 'take-back'], ['accepted', 'answer']] as const)
    assert.throws(() => take(state, move, '  '), (error: unknown) => error instanceof Refusal && error.kind === 'invalid')
})

const word = fc.string({ minLength: 1, maxLength: 12 })
const draft: fc.Arbitrary<Copy> = fc.record({
  purpose: word,
  texts: fc.record({ contact: word, account: word, finding: word, needs: word }, { requiredKeys: [] }),
  entries: fc.array(fc.record({ no: fc.nat(), when: word, kind: word, told: word, typical: fc.boolean() }), { maxLength: 5 }),
})

test('nothing goes into the copy that the consent does not name, and nothing that it names is lost', () => {
  fc.assert(fc.property(fc.subarray([...topics]), draft, (allowed, all) => {
    const copy = within(allowed, all)
    assert.ok(Object.keys(copy.texts).every(topic => (allowed as readonly string[]).includes(topic)))
    assert.deepEqual(copy.entries, allowed.includes('log') ? all.entries : [])
    for (const topic of allowed) if (topic !== 'log' && all.texts[topic]?.trim()) assert.equal(copy.texts[topic], all.texts[topic])
    assert.equal(copy.purpose, all.purpose)
    assert.deepEqual(Object.keys(copy).sort(), ['entries', 'purpose', 'texts'])
  }), { seed: 20261120, numRuns: runs })
})

const consent: Consent = {
  id: '1', citizen: '2', to: 'policeContact', form: 'consent-police', version: 1, askedAt: new Date('2026-11-01T10:00:00Z'), signedAt: new Date('2026-11-01T10:00:00Z'),
  fromDay: '2026-11-01' as Day, untilDay: '2027-05-01' as Day, topics: ['log', 'contact'], declinedAt: null, withdrawnAt: null, how: 'screen', law: null,
}
test('without a consent, with one to somebody else, and after it is taken back, nothing is covered', () => {
  assert.deepEqual(covered(consent, 'policeContact', '2026-11-03' as Day), ['contact', 'log'])
  assert.deepEqual(covered(consent, 'dscAdviser', '2026-11-03' as Day), [])
  assert.deepEqual(covered(undefined, 'policeContact', '2026-11-03' as Day), [])
  assert.deepEqual(covered({ ...consent, withdrawnAt: new Date('2026-11-02T10:00:00Z') }, 'policeContact', '2026-11-03' as Day), [])
  assert.deepEqual(covered(consent, 'policeContact', '2027-05-01' as Day), [])
})

test('the baton is offered to one coordinator at a time; each receiver outside has one question at a time', () => {
  const waits = { to: 'primaryCoordinator', toPerson: 'inger' as never, state: 'seen' } as const
  assert.equal(isAsked([waits], 'primaryCoordinator', 'mikkel'), true)
  assert.equal(isAsked([{ ...waits, state: 'declined' }], 'primaryCoordinator', 'inger'), false)
  assert.equal(isAsked([{ ...waits, to: 'policeContact', toPerson: 'peter' as never }], 'policeContact', 'peter'), true)
  assert.equal(isAsked([{ ...waits, to: 'policeContact', toPerson: 'peter' as never }], 'policeContact', 'poula'), false)
})

test('a coordinator is only asked while the case can be taken', () => {
  assert.deepEqual(statuses.filter(it => mayGoTo('primaryCoordinator', it)), ['clarified', 'coordinated'])
  for (const to of receivers.filter(it => it !== 'primaryCoordinator')) assert.ok(statuses.every(it => mayGoTo(to, it)))
})

test('a copy with a question alone is empty', () => assert.equal(isEmpty({ purpose: 'x', texts: {}, entries: [] }), true))
