import assert from 'node:assert/strict'
import { test } from 'node:test'
import { roles } from './kernel/actor.ts'
import { rightsOf } from './cli/acts.ts'
import { model } from './map.ts'
import { seenBy } from './web/access-words.ts'

test('what a role can see is said as far as it goes, and no further', () => {
  assert.ok(seenBy(['visitator'], 'da').includes('Sager: alle'))
  assert.ok(seenBy(['primaryCoordinator'], 'da').includes('Sager: kun hvor personen har stafetten'))
  assert.ok(seenBy(['primaryCoordinator', 'visitator'], 'da').includes('Sager: alle'))
  assert.ok(!seenBy(['policeContact'], 'da').some(it => it.startsWith('Sager:')))
  assert.deepEqual(seenBy(['operator'], 'en'), ['Sees nothing about citizens'])
})

test('no role reaches a thing of the model without a word about it', async () => {
  const tables = (await rightsOf()).filter(it => (model as readonly string[]).includes(it.room))
  for (const role of roles.filter(it => it !== 'citizen')) {
    const reaches = tables.some(({ rights }) => Object.entries(rights).some(([act, right]) =>
      !/\.(receipt|inbox)$/.test(act) && right.some(it => it.by === role && (it.states === 'every' || it.states.some(state => state !== '-')))))
    assert.equal(!seenBy([role], 'en').includes('Sees nothing about citizens'), reaches, role)
  }
})
