import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Day } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type Consent, topics as abouts } from '../../consents/rules.ts'
import { cutFor, partyOf, readSharing, type Sharing } from './rules.ts'

const today = '2026-11-03' as Day
const consent = (id: string, to: 'policeContact' | 'dscAdviser', about: readonly string[], withdrawn = false): Consent => ({
  id, citizen: 'c', to, form: 'f', version: 1, askedAt: new Date(0), signedAt: new Date(0), fromDay: '2026-11-01' as Day, untilDay: '2027-01-01' as Day, topics: about, declinedAt: null, withdrawnAt: withdrawn ? new Date(0) : null, how: 'paper', law: null,
})
const sharing = fc.constantFrom<Sharing>('house', ...abouts, 1, 2, 3)

test('both parties are never at one table', () => fc.assert(fc.property(fc.array(fc.string()), fc.array(fc.string()), (citizens, others) => {
  if (citizens.length > 0 && others.length > 0) assert.throws(() => partyOf(citizens, others), (error: unknown) => error instanceof Refusal && error.code === 'cases.both-parties')
  else assert.equal(partyOf(citizens, others), citizens.length > 0 ? 'citizen' : others.length > 0 ? 'other' : 'none')
}), { seed: 20261120 }))

test('another organisation hears only its own topic or what a consent to it covers today', () => fc.assert(fc.property(
  fc.array(sharing, { maxLength: 6 }), fc.subarray([...abouts]), fc.boolean(), fc.constantFrom('policeContact' as const, 'dscAdviser' as const), fc.integer({ min: 1, max: 3 }),
  (all, covered, withdrawn, role, organisation) => {
    const topics = all.map((it, at) => ({ id: String(at), text: String(at), sharing: it }))
    const cut = cutFor({ organisation, role }, 1, topics, [consent('p', 'policeContact', covered, withdrawn)], today)
    for (const { topic, ground } of cut) {
      if (organisation === 1) assert.equal(ground, 'house')
      else if (ground === 'own') assert.equal(topic.sharing, organisation)
      else assert.ok(ground === 'consent:p' && role === 'policeContact' && !withdrawn && covered.some(it => it === topic.sharing))
    }
    if (organisation === 1) assert.equal(cut.length, topics.length)
    assert.ok(organisation === 1 || !cut.some(it => it.topic.sharing === 'house'))
  }), { seed: 20261120, numRuns: process.env['LODS_LONG'] ? 20_000 : 500 }))

test('what nobody knows how to share is shared with nobody', () => {
  assert.equal(readSharing('9', [1, 2]), undefined)
  assert.deepEqual([readSharing('house', []), readSharing('log', []), readSharing('2', [2])], ['house', 'log', 2])
})
