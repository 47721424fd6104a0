import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PersonId } from '../kernel/actor.ts'
import { grantReach, type MayReach, readReach } from './mayreach.ts'

const now = new Date('2026-11-20T10:15:00Z')
const to = '11111111-1111-4111-8111-111111111111' as PersonId
const leave = grantReach({ by: 'citizens', channel: 'phone', to, address: '00 11 22 33', grantedAt: now })

test('a leave that was granted tells whom and where', () => {
  assert.deepEqual(readReach(leave, 'phone', now), { by: 'citizens', channel: 'phone', to, address: '00 11 22 33', grantedAt: now })
})

test('a leave carries nothing that could be read on the way', () => assert.equal(JSON.stringify(leave), '{}'))

test('a leave that was cast, copied or stored is none', () => {
  const nobody = /Nobody gave leave/
  assert.throws(() => readReach({} as MayReach<'phone'>, 'phone', now), nobody)
  assert.throws(() => readReach({ ...leave }, 'phone', now), nobody)
  assert.throws(() => readReach(structuredClone(leave), 'phone', now), nobody)
})

test('a leave for the phone is none for a letter, for the compiler and when it runs', () => {
  // @ts-expect-error another channel
  assert.throws(() => readReach(leave, 'letter', now), /for phone, not for letter/)
  // @ts-expect-error another channel
  const letter: MayReach<'letter'> = leave
  assert.throws(() => readReach(letter, 'letter', now), /for phone, not for letter/)
})

test('a leave holds for ten minutes', () => {
  assert.ok(readReach(leave, 'phone', new Date(now.getTime() + 600_000)))
  assert.throws(() => readReach(leave, 'phone', new Date(now.getTime() + 600_001)), /too old/)
})
