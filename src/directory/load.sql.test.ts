// The folder changes while the house lives: what comes in, what stands, and what is never written anew.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { Client } from 'pg'
import type { Day } from '../kernel/day.ts'
import { packageFolder } from '../platform/places.ts'
import { mutantsOf, mutations } from '../proofs/walls/mutants.ts'
import { type TestDatabase, testDatabase } from '../platform/testing.ts'
import { type DirectoryConfig, readDirectory } from './folder.ts'
import { digestOf, loadDirectory, standingDifferences } from './load.ts'

const havneby = readDirectory(join(packageFolder, 'config', 'havneby'))
let database: TestDatabase
let owner: Client
let third: DirectoryConfig
let fresh: TestDatabase | undefined
let leaves: DirectoryConfig
before(async () => {
  database = await testDatabase()
  owner = new Client(database.owner)
  await owner.connect()
})
after(async () => {
  await owner.end()
  await fresh?.drop()
  await database.drop()
})

const read = (it: DirectoryConfig, today: string) => loadDirectory(owner, it, { today: today as Day, at: new Date(`${today}T09:00:00Z`) })
const all = async (text: string, values: unknown[] = []) => (await owner.query<Record<string, unknown>>(text, values)).rows
const visitators = () => all(`select p.name, h.from_day::text as "from", h.to_day::text as "to" from holding h join person p on p.id = h.person where role = 'visitator' and not stands_in order by h.from_day, h.id`)
const readings = async () => (await all('select sha256 from folder_reading order by id')).map(it => it['sha256'])

const second: DirectoryConfig = {
  ...havneby, deadlines: { ...havneby.deadlines, visitatorAnswerWorkingDays: 4 }, phones: { entrance: '00 10 10 00', outOfHours: null },
  persons: havneby.persons.map(it => (it.signIn === 'vibeke.eksempel' ? { ...it, name: 'Vibeke Prøve', phone: '00 77 77 77' } : it)),
  holdings: [...havneby.holdings.filter(it => !(it.person === 'vibeke.eksempel')), { role: 'visitator', person: 'signe.eksempel', from: '2026-12-01' }],
}

test('a folder is read once, and a start without a change leaves no trace', async () => {
  assert.deepEqual(await read(havneby, '2026-11-03'), [])
  assert.deepEqual(await read(havneby, '2026-11-04'), [])
  assert.deepEqual(await readings(), [digestOf(havneby)])
  assert.deepEqual(await standingDifferences(owner, havneby, '2026-11-04' as Day), [])
})

test('check says that a change waits, before it is read in, and nothing of it after', async () => {
  assert.match((await standingDifferences(owner, second, '2026-12-01' as Day)).join('\n'), /^Kommunens mappe er ændret, siden den sidst blev læst: 3 ændringer .* venter\.[^\n]*$/)
  assert.deepEqual(await standingDifferences(owner, havneby, '2026-12-01' as Day), [])
})

test('a changed folder brings people, roles, deadlines and numbers in, and who held what before can still be seen', async () => {
  assert.deepEqual(await read(second, '2026-12-01'), [])
  assert.deepEqual(await visitators(), [
    { name: 'Ruth Opdigt', from: '2026-01-01', to: '2026-06-30' }, { name: 'Vibeke Prøve', from: '2026-07-01', to: '2026-11-30' }, { name: 'Signe Eksempel', from: '2026-12-01', to: null },
  ])
  const [partnership] = await all(`select terms->'deadlines'->>'visitatorAnswerWorkingDays' as days, sheet->'phones'->>'entrance' as entrance from partnership`)
  assert.deepEqual(partnership, { days: '4', entrance: '00 10 10 00' })
  assert.deepEqual(await readings(), [digestOf(havneby), digestOf(second)])
})

test('what the page changed since stands when the folder is changed elsewhere, and is told where both were', async () => {
  await owner.query(`update person set phone = '00 55 55 55' where name = 'Vibeke Prøve'`)
  assert.deepEqual(await read({ ...second, openFirstContact: false }, '2026-12-02'), [])
  third = { ...second, persons: second.persons.map(it => (it.signIn === 'vibeke.eksempel' ? { ...it, phone: '00 66 66 66' } : it)) }
  const told = await read(third, '2026-12-03')
  assert.equal(told.length, 1)
  assert.match(told[0] ?? '', /Vibeke Prøve har telefon "00 55 55 55" i Lods og "00 66 66 66" i mappen/)
  assert.deepEqual(await all(`select phone from person where name = 'Vibeke Prøve'`), [{ phone: '00 55 55 55' }])
  assert.equal((await standingDifferences(owner, third, '2026-12-03' as Day)).length, 1, 'check goes on saying it')
})

test('a role does not end while it would leave open cases behind, and ends when the folder is read after they were handed over', async () => {
  const signe = (await all(`select id from person where name = 'Signe Eksempel'`))[0]?.['id']
  const waits = await stubBatons(String(signe))
  leaves = { ...third, holdings: third.holdings.filter(it => !(it.person === 'signe.eksempel' && it.from === '2026-12-01')) }
  const told = await read(leaves, '2026-12-10')
  assert.match(told.join(), /^directory.json: Signe Eksempel har stadig rollen visitator/)
  assert.equal((await visitators()).at(-1)?.['to'], null)
  await waits()
  assert.deepEqual(await read(leaves, '2026-12-11'), [])
  assert.equal((await visitators()).at(-1)?.['to'], '2026-12-10')
})

test('a list of entrances that was changed in the folder takes the place of the one before', async () => {
  const now = () => all('select municipality from entrance where list = (select id from entrance_list order by brought_at desc limit 1) order by line')
  assert.equal((await now()).length, 5)
  leaves = { ...leaves, entrances: 'kommune;politikreds;indgang;telefon\nSkovby;Midt;Indgangen;00 50\n' }
  await read(leaves, '2026-12-12')
  assert.deepEqual(await now(), [{ municipality: 'Skovby' }])
})

test('a folder of another partnership is refused before anything is written', async () => {
  const count = (await readings()).length
  await assert.rejects(read({ ...havneby, partnership: { id: 7, name: 'Et andet sted' } }, '2026-12-12'), { exit: 2, message: /Databasen hører til Tryg i Havneby/ })
  assert.equal((await readings()).length, count)
  assert.equal((await all('select 1 from partnership')).length, 1)
})

test('an owner who is no superuser reads the folder in too, and the walls stand again afterwards', async () => {
  await owner.query(`create role town_owner login nosuperuser; grant all on all tables in schema public to town_owner; grant create, usage on schema public to town_owner`)
  for (const table of ['partnership', 'organisation', 'unit', 'person', 'holding', 'sign_in_name', 'folder_reading', 'entrance_list', 'entrance']) await owner.query(`alter table ${table} owner to town_owner`)
  await owner.query(`grant usage on schema gate to town_owner`)
  await owner.query('set role town_owner')
  try {
    assert.deepEqual(await read({ ...leaves, openFirstContact: true }, '2026-12-13'), [])
  } finally {
    await owner.query('reset role')
  }
  assert.deepEqual(await all(`select relname from pg_class where relname in ('holding', 'folder_reading', 'person') and not relforcerowsecurity`), [])
})

test('any change of a good folder that can still be used comes into a living house, and writes nothing anew of what has been', { timeout: 120_000 }, async () => {
  fresh = await testDatabase()
  await owner.end()
  owner = new Client(fresh.owner)
  await owner.connect()
  const mutants = mutantsOf(join(packageFolder, 'config', 'havneby'))
  after(mutants.end)
  await read(havneby, '2026-11-03')
  /** Who held what on each day before this one; a role that ended later counts as open. */
  const past = (day: string) => all(`select id, role, person, part, stands_in, from_day::text, case when to_day >= $1::date - 1 then null else to_day::text end as to_day from holding where from_day < $1::date order by id`, [day])
  let [day, taken] = [Date.parse('2026-12-20'), 0]
  for (const it of fc.sample(mutations, 400)) {
    mutants.make({ ...it, file: it.file % 4 === 0 ? it.file : 2 })
    let config: DirectoryConfig
    try { config = readDirectory(mutants.folder) } catch { continue }
    const today = new Date(day += 86_400_000).toISOString().slice(0, 10)
    const was = await past(today)
    try {
      await read(config, today)
      taken++
    } catch (error) {
      assert.equal((error as { exit?: number }).exit, 2, `${error}`)
    }
    assert.deepEqual(await past(today), was, 'nobody is added to a day that has been, and nobody is taken from one')
  }
  assert.ok(taken > 40, `${taken}`)
})

/** An open case with the baton in this hand; the answer takes it away again. */
async function stubBatons(person: string): Promise<() => Promise<unknown>> {
  const [{ text } = { text: '' }] = (await owner.query<{ text: string }>(`select pg_get_functiondef('gate.batons_of(uuid, text)'::regprocedure) as text`)).rows
  await owner.query(`create or replace function gate.batons_of(who uuid, wanted text) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
    as $$ select case when who = '${person}' and gate.partnership() = 1 then array[who] else '{}'::uuid[] end $$`)
  return () => owner.query(text)
}
