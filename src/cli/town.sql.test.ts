// The invented town never moves in where people live.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readDirectory } from '../directory/folder.ts'
import { type TestHouse, testHouse } from '../directory/testing-house.ts'
import { accountOf, keepAccount, whoseTown } from '../identity/store.ts'
import type { Db } from '../platform/db.ts'
import { withRole } from '../platform/db.ts'
import { fillTown } from './town.ts'

let town: TestHouse
before(async () => { town = await testHouse() })
after(() => town.close())

const atTheDesk = <T>(work: (db: Db) => Promise<T>): Promise<T> => withRole(town.house.pool, 'signIn', { person: undefined, partnership: undefined, now: town.house.clock.now() }, work)

test('where people sign in already the demo stops with a sentence, and nobody gets the password that everybody knows', async () => {
  const { persons, partnership } = readDirectory(town.house.config.municipality)
  const last = persons.at(-1)
  assert.ok(last)
  await atTheDesk(db => keepAccount(db, { person: last.id, partnership: partnership.id, kind: 'staff', signInName: last.signIn, secretHash: 'her own' }, town.house.clock.now()))
  await assert.rejects(fillTown(town.house), /People sign in to this database already, and it is no invented town/)
  assert.deepEqual(await atTheDesk(whoseTown), { invented: false, inUse: true })
  assert.equal((await atTheDesk(db => accountOf(db, last.id)))?.secretHash, 'her own')
  assert.equal(await atTheDesk(db => accountOf(db, persons[0]?.id ?? '')), undefined)
})
