import assert from 'node:assert/strict'
import { test } from 'node:test'
import { roles } from '../kernel/actor.ts'
import { actsOf } from './acts.ts'
import { rightsTable, statesFor } from './rights.ts'

test('the table is whole: every role with every action, a ground or none', async () => {
  const rows = await rightsTable()
  const pairs = new Set(rows.map(it => `${it.role} ${it.action}`))
  const acts = await actsOf()
  for (const { it } of acts) for (const role of roles) assert.ok(pairs.has(`${role} ${it.audit}`), `${role} ${it.audit}`)
  assert.ok(rows.some(it => it.role === 'visitator' && it.action === 'directory.model-seen' && it.ground === 'role'))
  assert.ok(rows.some(it => it.role === 'citizen' && it.action === 'directory.model-seen' && it.ground === null))
})

test('no two actions of the rooms share an address', async () => {
  const acts = (await actsOf()).filter(it => it.room !== 'web')
  const twice = (words: readonly string[]) => words.filter((word, at) => words.indexOf(word) !== at)
  assert.deepEqual(twice(acts.flatMap(({ it }) => (it.path ? [`${it.method} ${it.path}`] : []))), [])
})

test('every state that a room tells of stands in the table, and none where a thing has none', () => {
  const by = 'visitator' as const
  assert.deepEqual(statesFor([{ by, ground: 'role', states: 'every' }], ['open', 'closed']), ['open', 'closed'])
  assert.deepEqual(statesFor([{ by, ground: 'role', states: ['open'] }], ['open', 'closed']), ['open', 'closed'])
  assert.deepEqual(statesFor([{ by, ground: 'role', states: ['-'] }], ['open', 'closed']), ['-'])
  assert.deepEqual(statesFor([{ by, ground: 'role', states: 'every' }], []), ['*'])
})
