import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cutWarnings, isContactAttempt, plain, sameSender, senderIdOf } from './rules.ts'

const names = [
  ['+45 00 12 34 56', '+4500123456'], ['0045 00 12 34 56', '+4500123456'], ['20 00 00 00', '+4520000000'], ['(20) 00-00.00', '+4520000000'],
  ['\u202a+45 00 12 34 56\u202c', '+4500123456'], ['+45\u00a000\u00a012\u00a034\u00a056', '+4500123456'], ['PostNord', 'PostNord'], ['Mor', 'Mor'],
  ['\u200eMor\u200f', 'Mor'], ['A\u030arhus', 'Århus'], ['~\u202fAnna', '~ Anna'], ['112', '112'], ['1813', '1813'],
] as const
for (const [name, id] of names) test(`the sender "${plain(name)}" has the identifier ${id}`, () => assert.equal(senderIdOf(name), id))

test('a number written in two ways, or a name in small letters, is one sender', () => {
  assert.ok(sameSender('+45 00 12 34 56', '004500123456'))
  assert.ok(sameSender('Mette Ø', 'mette ø'))
  assert.ok(!sameSender('Mette', 'Mette Ø'))
})

const attempts = [
  [{ entry: 'message', direction: 'in', call: null }, true, 'a message received'],
  [{ entry: 'message', direction: 'out', call: null }, false, 'her own message'],
  [{ entry: 'message', direction: 'unknown', call: null }, false, 'a message while nobody has said who she is'],
  [{ entry: 'call', direction: 'in', call: { seconds: null, outcome: 'missed' } }, true, 'a missed call'],
  [{ entry: 'call', direction: 'unknown', call: { seconds: null, outcome: 'missed' } }, true, 'a missed call without a name'],
  [{ entry: 'call', direction: 'out', call: { seconds: null, outcome: 'unanswered' } }, false, 'her own call that nobody took'],
  [{ entry: 'system', direction: 'unknown', call: null }, false, 'a system line'],
  [{ entry: 'system', direction: 'in', call: null }, false, 'a system line under a name'],
  [{ entry: 'location', direction: 'in', call: null }, true, 'a position received'],
  [{ entry: 'reaction', direction: 'in', call: null }, true, 'a reaction received'],
  [{ entry: 'event', direction: 'in', call: null }, false, 'an event'],
] as const
for (const [entry, is, what] of attempts) test(`${what} is ${is ? 'a' : 'no'} contact attempt`, () => assert.equal(isContactAttempt(entry), is))

test('a warning is given near 10,000 and 40,000 messages and nowhere else', () => {
  const near = [9_600, 9_700, 10_000, 10_300, 10_400, 38_900, 39_000, 40_000, 41_000, 41_001].map(count => cutWarnings(count).join())
  assert.deepEqual(near, ['', 'may-be-cut-at-10000', 'may-be-cut-at-10000', 'may-be-cut-at-10000', '', '', 'may-be-cut-at-40000',
    'may-be-cut-at-40000', 'may-be-cut-at-40000', ''])
})
