// Past the first wall: somebody who writes about somebody else than may be written about.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../kernel/actor.ts'
import { type TestHouse, testHouse } from '../directory/testing-house.ts'
import { keepAccount } from '../identity/store.ts'
import { testCitizen } from '../incidents/testing-log.ts'
import { withRole } from '../platform/db.ts'

let town: TestHouse
let visitator: Actor
const elsewhere = randomUUID()
before(async () => {
  town = await testHouse()
  visitator = await town.as('vibeke.eksempel')
  await town.owner.query(`insert into partnership (id, name) values (2, 'Et andet sted')`)
  await town.owner.query('insert into citizen (id, partnership, key_wrapped, created_at) values ($1, 2, $2, now())', [elsewhere, Buffer.of(1)])
})
after(() => town.close())

const asVisitator = (query: RawBuilder<unknown>) =>
  withRole(town.house.pool, 'visitator', { person: visitator.id, partnership: 1, now: town.house.clock.now() }, db => query.execute(db))

const code = (about: string) => sql`insert into paper_code (id, partnership, citizen, handle, secret_hash, issued_by, issued_at, expires_at, tries_left)
  values (${randomUUID()}, 1, ${about}, ${randomUUID()}, 'x', ${visitator.id}, now(), now(), 5)`
const contact = (about: string) => sql`insert into safe_contact (id, partnership, citizen, version, by, at, box) values (${randomUUID()}, 1, ${about}, 1, ${visitator.id}, now(), ${Buffer.of(1)})`
const consent = (about: string) => sql`insert into consent (id, partnership, citizen, to_role, form, version, asked_by, asked_at)
  values (${randomUUID()}, 1, ${about}, 'policeContact', 'consent-police', 1, ${visitator.id}, now())`

test('codes, safe contact and consents are for citizens of the same partnership, and a code for nobody who works here', async () => {
  const { id } = await testCitizen(town)
  for (const about of [code, contact, consent]) {
    await asVisitator(about(id))
    await assert.rejects(asVisitator(about(elsewhere)), { code: '42501' })
  }
  await assert.rejects(asVisitator(code((await town.as('peter.opdigt')).id)), { code: '42501' })
})

test('a referral is about the citizen of its case', async () => {
  const { id: one } = await testCitizen(town)
  const { id: other } = await testCitizen(town)
  const of = randomUUID()
  await town.owner.query(`insert into case_file (id, partnership, number, citizen, key_wrapped, opened_by, opened_at) values ($1, 1, '', $2, $3, $4, now())`, [of, one, Buffer.of(1), visitator.id])
  await town.owner.query(`insert into case_event (case_id, seq, partnership, move, by, by_role, at, status, holder, next, due, urgent)
    values ($1, 1, 1, 'receive', $2, 'visitator', now(), 'received', $2, 'call', now(), false)`, [of, visitator.id])
  const coordinator = await town.owner.query<{ person: string }>(`select person from holding where role = 'primaryCoordinator' and partnership = 1 and to_day is null limit 1`)
  const referral = (about: string) => sql`insert into referral (id, partnership, case_id, number, citizen, to_role, to_person, from_person, from_role, key_wrapped, copy_box, sent_at, due)
    values (${randomUUID()}, 1, ${of}, '1', ${about}, 'primaryCoordinator', ${coordinator.rows[0]?.person}, ${visitator.id}, 'visitator', ${Buffer.of(1)}, ${Buffer.of(1)}, now(), now())`
  await asVisitator(referral(one))
  await assert.rejects(asVisitator(referral(other)), { code: '42501' })
})

test('a code never makes a new key for somebody who works here', async () => {
  const account = { person: visitator.id, partnership: 1, secretHash: 'x' } as const
  const keep = (kind: 'staff' | 'citizen', signInName: string) =>
    withRole(town.house.pool, 'signIn', { person: undefined, partnership: undefined, now: town.house.clock.now() }, db => keepAccount(db, { ...account, kind, signInName }, new Date(0)))
  assert.equal(await keep('staff', 'vibeke'), true)
  assert.equal(await keep('citizen', 'en anden'), false)
  assert.equal((await town.owner.query('select from account where sign_in_name = $1', ['vibeke'])).rowCount, 1)
})
