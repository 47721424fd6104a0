import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mayGo, pointsOut } from './sparring.ts'

const pointed = [
  ['Borgeren har født 010203-9999 og er i tvivl', 'cpr'], ['nummer 0102039999', 'cpr'], ['ring på 00 10 11 05', 'phone'], ['+45 00101105', 'phone'],
  ['skriv til anna@eksempel.dk', 'mail'], ['hun bor på Havnevej 12', 'address'], ['Opdigtet allé 4', 'address'],
  ['Borgeren får 43 beskeder om dagen siden 2024. Hvad gør vi?', undefined], ['Straffelovens § 242, og 112 er ringet op 3 gange', undefined], ['Han kører forbi hver dag kl. 7.15-7.45', undefined],
] as const
for (const [text, what] of pointed) test(`"${text}" is ${what ? `pointed out as ${what}` : 'sent as it is'}`, () => assert.equal(pointsOut(text), what))

test('wherever a number of the person register stands among words, it never goes along', () => {
  const digits = (n: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: n, maxLength: n }).map(it => it.join(''))
  const words = fc.string({ maxLength: 40 }).map(it => it.replace(/\d/g, ''))
  fc.assert(fc.property(words, digits(6), fc.constantFrom('', '-', ' '), digits(4), words, (before, day, between, last, after) => {
    const pointer = pointsOut(`${before} ${day}${between}${last} ${after}`)
    assert.equal(pointer, 'cpr')
    assert.equal(mayGo(pointer, true), false)
  }), { seed: 20261120, numRuns: process.env['LODS_LONG'] ? 20_000 : 500 })
})
