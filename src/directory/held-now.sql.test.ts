// A role can end between the door, where it is read who comes, and the deed: then nothing is opened and nothing written, and the answer is that of no such thing.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Actor } from '../kernel/actor.ts'
import { Refusal } from '../kernel/refusal.ts'
import { perform } from '../platform/action.ts'
import { givePage } from './actions-roles.ts'
import { newGroup, newGroupPage } from './actions-groups.ts'
import { type TestHouse, testHouse } from './testing-house.ts'

let it: TestHouse
let atDoor: Actor
before(async () => {
  it = await testHouse()
  atDoor = await it.as('torben.eksempel')
})
after(() => it.close())

const missing = (error: unknown): boolean => error instanceof Refusal && error.kind === 'missing' && error.code === 'platform.missing'
const group = { kind: 'working', name: 'Prøve', mandate: 'Prøve', from: '2026-11-03', to: '' }

test('while she holds the role, she may', async () => {
  await perform(it.house, atDoor, newGroup, group)
})

test('a role that ends while the right has been found and nothing is written yet gives the same answer, and no fault', async () => {
  const late = { ...newGroup, run: async (...all: Parameters<typeof newGroup.run>) => {
    await it.owner.query(`update holding set to_day = '2026-11-02' where person = $1 and role = any($2)`, [atDoor.id, atDoor.roles])
    return newGroup.run(...all)
  } }
  await assert.rejects(perform(it.house, atDoor, late, group), missing)
})

test('the day after it ended, no page opens and nothing is written, and it is answered as a thing that is not there', async () => {
  await assert.rejects(perform(it.house, atDoor, newGroupPage, {}), missing)
  await assert.rejects(perform(it.house, atDoor, givePage, {}), missing)
  await assert.rejects(perform(it.house, atDoor, newGroup, group), missing)
  assert.equal((await it.owner.query(`select from staff_group where name = 'Prøve'`)).rowCount, 1)
})
