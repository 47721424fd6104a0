import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readSheet, sheetLines } from '../kernel/sheet.ts'
import { packageFolder } from '../platform/places.ts'
import { channels } from '../platform/mayreach.ts'
import { allows, rights, type SafeContact } from './rules.ts'

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
