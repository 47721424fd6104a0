import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { readSheet, sheetLines } from '../kernel/sheet.ts'
import { packageFolder } from '../platform/places.ts'
import { channels } from '../platform/mayreach.ts'
import { allows, contactChannels, isMet, papers, reachChannels, reachFault, readReachFields, rights, type SafeContact } from './rules.ts'

const agreed: SafeContact = { channels: ['phone'], where: '', times: '', say: '', message: 'no', digitalPost: 'no', paper: 'unknown', note: '', codeWord: '' }

test('the rights say what the sheet says', () => {
  const sheet = readFileSync(join(packageFolder, 'src/citizens/who-may-what.md'), 'utf8')
  assert.deepEqual(sheetLines(readSheet(sheet)), sheetLines(Object.entries(rights).flatMap(([act, grants]) => grants.map(grant => ({ act, ...grant })))))
})

test('where nothing was agreed nobody may be reached in any way', () => {
  for (const channel of channels) assert.equal(allows(undefined, channel), false)
})

test('only what was agreed is allowed', () => {
  assert.deepEqual(channels.filter(channel => allows(agreed, channel)), ['phone'])
  assert.deepEqual(channels.filter(channel => allows({ ...agreed, channels: [], digitalPost: 'yes' }, channel)), ['digital-post'])
})

test('a paper that somebody at home could see, or perhaps could, needs a plan; one that nobody could see does not', () => {
  assert.equal(allows({ ...agreed, paper: 'yes' }, 'paper-by-hand'), false)
  assert.equal(allows({ ...agreed, paper: 'unknown' }, 'paper-by-hand'), false)
  assert.equal(allows({ ...agreed, paper: 'no' }, 'paper-by-hand'), true)
  assert.equal(allows({ ...agreed, paper: 'yes', paperPlan: 'read-here' }, 'paper-by-hand'), true)
})

const anyContact = fc.option(fc.record({
  channels: fc.subarray([...contactChannels]), digitalPost: fc.constantFrom('yes' as const, 'no' as const), paper: fc.constantFrom(...papers),
}).map((it): SafeContact => ({ ...agreed, ...it })), { nil: undefined })

test('nothing leaves but by the agreed way as agreed, or with a reason, whatever is answered; who came herself was not reached', () => {
  fc.assert(fc.property(anyContact, fc.option(fc.constantFrom(...reachChannels), { nil: undefined }), fc.boolean(), fc.constantFrom('', '  ', 'Der var fare.'), (contact, channel, followed, why) => {
    const fault = reachFault(contact, { ...(channel && { channel }), followed, why })
    if (!channel) return assert.equal(fault?.field, 'reachChannel')
    const met = channel === 'here' || (followed && contact !== undefined && allows(contact, channel))
    assert.equal(isMet(contact, { channel, followed }), met)
    assert.equal(fault === undefined, met || why.trim() !== '')
    return undefined
  }), { seed: 20261120, numRuns: process.env['LODS_LONG'] ? 20_000 : 500 })
})

test('what the fields say is read, and what they cannot say is not', () => {
  assert.deepEqual(readReachFields({ reachChannel: 'phone', reachFollowed: 'yes', reachWhy: ' ' }), { channel: 'phone', followed: true, why: ' ' })
  assert.deepEqual(readReachFields({ reachChannel: 'pigeon' }), { followed: false, why: '' })
})
