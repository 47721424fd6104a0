// What a second code does not open, past the first wall: every table in which something of hers stood before.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { issueCode, setPassphrase, signIn, signInWithCode, visitorOf } from '../../identity/signin.ts'
import type { PersonId } from '../../kernel/actor.ts'
import { withRole } from '../../platform/db.ts'
import { type TestTown, testTown } from '../town/town.ts'
import { townPassphrase } from '../../web/open/guests.ts'

let town: TestTown
before(async () => {
  town = await testTown(0)
})
after(() => town.close())

/** Nothing of hers stands in these, or she must have it to write: her key, her codes, and how long her log has become. */
const open: Readonly<Record<string, string>> = {
  citizen: 'her key, to write with', log: 'how far it has come, to write on', log_line: 'sums of what was written, not words', paper_code: 'that codes were made, she is told at once',
  holding: 'the directory', organisation: 'the directory', person: 'the directory', unit: 'the directory',
  tool_version: 'the toolkit', tool_version_taken_back: 'the toolkit',
}

async function hers(): Promise<readonly string[]> {
  const { rows } = await town.owner.query<{ name: string }>(`select distinct tablename as name from pg_policies where 'lods_citizen' = any(roles) and permissive = 'PERMISSIVE'
    and schemaname = 'public' and cmd in ('SELECT', 'ALL') order by 1`)
  return rows.map(it => it.name).filter(it => !(it in open))
}

test('every table that she reads and that held something before waits for the second code to be confirmed', async () => {
  const { rows } = await town.owner.query<{ name: string }>(`select tablename as name from pg_policies where policyname = 'citizen_waits' and permissive = 'RESTRICTIVE' order by 1`)
  assert.deepEqual(rows.map(it => it.name), await hers())
})

test('whoever comes in with a second code reads not one row of what was there, and all of it once the first passphrase is given', async () => {
  const { rows: [big] } = await town.owner.query<{ id: PersonId }>('select citizen as id from measure group by 1 order by count(*) desc limit 1')
  assert.ok(big)
  const there = await counted(big.id)
  const kept = ['measure', 'measure_version', 'measure_contact', 'reached', 'consent', 'showing', 'showing_entry', 'bundle', 'bundle_event', 'referral_now', 'incident_entry']
  assert.deepEqual(kept.filter(table => !there[table]), [], 'something of hers stands in each')
  await comesBack(big.id)
  assert.deepEqual(Object.entries(await counted(big.id)).filter(([, rows]) => rows > 0), [])
  await signIn(town.house, 'citizen', 'stille havn 27', townPassphrase, 'there')
  assert.deepEqual(await counted(big.id), { ...there, journal: (await counted(big.id))['journal'] })
})

/** How many rows she reads in each table that holds what was before. */
async function counted(person: string): Promise<Readonly<Record<string, number>>> {
  const now = town.house.clock.now()
  return withRole(town.house.pool, 'citizen', { person, partnership: 1, now }, async db => {
    const found: Record<string, number> = {}
    for (const table of await hers()) found[table] = Number((await sql<{ n: string }>`select count(*) as n from ${sql.table(table)}`.execute(db)).rows[0]?.n)
    return found
  })
}

/** A code that the visitator makes for her, and a new passphrase chosen with it. */
async function comesBack(citizen: PersonId): Promise<void> {
  const [actor, now] = [await town.as('vibeke.eksempel'), town.house.clock.now()]
  const { code } = await withRole(town.house.pool, 'visitator', { person: actor.id, partnership: 1, now }, db =>
    issueCode({ house: town.house, db, actor, ground: { by: 'visitator', kind: 'role' }, now }, citizen))
  const visitor = await visitorOf(town.house, await signInWithCode(town.house, code, 'there'))
  assert.ok(visitor)
  await setPassphrase(town.house, visitor, 'stille havn igen', 'fire helt andre ord nu')
}
