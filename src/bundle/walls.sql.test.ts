// Who comes by a bundle: asked through the acts, and of the database alone with every right bypassed.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { sweepBundles } from './sweep.ts'
import { type TestHouse, testHouse } from '../directory/testing-house.ts'
import { addFile } from '../incidents/actions.ts'
import { deleteEntry } from '../incidents/actions-earlier.ts'
import { takeBack } from '../incidents/actions-show.ts'
import type { Actor, Role } from '../kernel/actor.ts'
import { Refusal } from '../kernel/refusal.ts'
import { perform } from '../platform/action.ts'
import { type Db, type HouseRole, withRole } from '../platform/db.ts'
import { ownBundle, ownChoose, ownDeliver, ownFetch, ownMake, ownPreview, ownReceipt } from './actions.ts'
import { caseBundle, caseChoose, caseDeliver, caseFetch, caseMake, casePreview, caseStart, makeByCommand } from './actions-case.ts'
import { consentTo, showTo, testCase, type TestCase, withdraw, write } from './testing-case.ts'

const tables = ['bundle', 'bundle_key', 'bundle_event'] as const
const missing = (error: unknown) => error instanceof Refusal && error.kind === 'missing'
const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code
const delivery = { how: 'inPerson', day: '2026-11-03', time: '14.30', to: 'Politiet i Havneby', sure: 'yes' }

let town: TestHouse
let it: TestCase
let other: TestCase
let visitator: Actor
let entries: readonly string[]
let consent: string
let showing: string
before(async () => {
  town = await testHouse()
  visitator = await town.as('vibeke.eksempel')
  it = await testCase(town)
  other = await testCase(town)
  entries = [await write(town, it.citizen, 'Han ringede igen.'), await write(town, it.citizen, 'Han stod ved døren.'), await write(town, it.citizen, 'Denne viser jeg ikke.')]
  await write(town, other.citizen, 'En andens.')
})
after(() => town.close())

const as = <T>(role: Role | HouseRole, who: Actor, work: (db: Db) => Promise<T>) =>
  withRole(town.house.pool, role, { person: who.id, partnership: 1, now: town.house.clock.now() }, work)
/** Rows a role gets to see; a table that it may not ask about has none. */
const seen = (role: Role | HouseRole, who: Actor, table: string): Promise<number> =>
  as(role, who, db => sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db)).then(
    ({ rows }) => rows[0]?.n ?? 0, (error: { code?: string }) => { if (error.code === '42501') return 0; throw error })

async function makeOwn(who: Actor, nr: string): Promise<string> {
  const { result } = await perform(town.house, who, ownPreview, { nr })
  return (await perform(town.house, who, ownMake, { nr, seen: result.seen, purpose: 'Til politiet' })).result.id
}
async function makeForCase(nr: string): Promise<string> {
  const { result } = await perform(town.house, visitator, casePreview, { case: it.id, nr })
  return (await perform(town.house, visitator, caseMake, { case: it.id, nr, seen: result.seen, purpose: 'Til politiet' })).result.id
}

test('a private log, a log that is shown without a consent, and a case that is not there are answered alike', async () => {
  const all = async (about: string) => {
    await assert.rejects(perform(town.house, visitator, caseChoose, { case: about, which: 'all' }), missing)
    await assert.rejects(perform(town.house, visitator, makeByCommand, { case: about, purpose: 'x' }), missing)
  }
  await all(randomUUID())
  await all(it.id)
  assert.equal((await perform(town.house, visitator, caseStart, { case: it.id })).result.blocked, 'shown')
  showing = await showTo(town, it.citizen, 'visitator', entries.slice(0, 2))
  assert.equal((await perform(town.house, visitator, caseStart, { case: it.id })).result.blocked, 'consent')
  await consentTo(town, it.citizen, ['account'])
  await consentTo(town, it.citizen, ['log'], 'dscAdviser')
  await all(it.id)
  assert.equal(await seen('visitator', visitator, 'log_line'), 0)
  consent = await consentTo(town, it.citizen)
  const page = (await perform(town.house, visitator, caseStart, { case: it.id })).result
  assert.deepEqual([page.blocked, page.choices.map(one => one.no)], [undefined, [2, 1]])
})

test('on the consent the visitator makes one of what is shown, and the journal says on which paper', async () => {
  const { result } = await perform(town.house, visitator, caseChoose, { case: it.id, which: 'all' })
  assert.equal(result.nr, '1-2')
  const { result: page } = await perform(town.house, visitator, casePreview, { case: it.id, nr: '1-9' })
  assert.equal(page.rows.length, 2, 'what is not shown cannot be chosen')
  const id = await makeForCase('1')
  assert.equal((await perform(town.house, visitator, caseBundle, { case: it.id, bundle: id })).result.it.state, 'made')
  const { rows } = await town.owner.query<{ ground: string }>(`select ground from journal where act = 'bundle.made' and about_case = $1 and about_citizen = $2`, [it.id, it.citizen.id])
  assert.deepEqual(rows, [{ ground: `consent:${consent}@visitator` }])
})

test('what was looked through is what is made: a change in between is told', async () => {
  const { result } = await perform(town.house, visitator, casePreview, { case: it.id, nr: '1' })
  await assert.rejects(perform(town.house, visitator, caseMake, { case: it.id, nr: '1-2', seen: result.seen, purpose: 'Til politiet' }), refused('bundle.changed'))
})

test('all that is pointed out is answered, each by itself; what is taken out stays out', async () => {
  await write(town, it.citizen, 'Min nye adresse er Nye Havnegade 12. Ring 00 12 34 56.')
  const { result } = await perform(town.house, it.citizen, ownPreview, { nr: '3-4' })
  assert.deepEqual(result.warnings.map(one => `${one.entry} ${one.kind}`), ['4 newInLife', '4 address', '4 phone'])
  const asked = { nr: '3-4', seen: result.seen, purpose: 'Til politiet', background: 'Han har nummer 00 98 76 54.' }
  await assert.rejects(perform(town.house, it.citizen, ownMake, asked), (error: unknown) =>
    error instanceof Refusal && error.faults.map(one => `${one.field} ${one.code}`).join() === 'w4 bundle.answer,background bundle.background-tells')
  const made = await perform(town.house, it.citizen, ownMake, { ...asked, w4: 'out', backgroundOk: 'yes' })
  const { it: row, kept } = (await perform(town.house, it.citizen, ownBundle, { bundle: made.result.id })).result
  assert.deepEqual([row.entries, kept?.left, kept?.decided.map(one => `${one.entry} ${one.answer}`)], [[entries[2]], [4], ['0 known']])
  await assert.rejects(perform(town.house, it.citizen, ownMake, { nr: '4', seen: (await perform(town.house, it.citizen, ownPreview, { nr: '4' })).result.seen, purpose: 'x', w4: 'out' }), refused('bundle.none-left'))
})

test('each sees what is theirs: she all of hers, the visitator what visitators made, nobody else anything', async () => {
  assert.deepEqual(await Promise.all(tables.map(table => seen('citizen', it.citizen, table))), [2, 2, 0])
  assert.deepEqual(await Promise.all(tables.map(table => seen('visitator', visitator, table))), [1, 1, 0])
  for (const [role, name] of [['primaryCoordinator', 'inger.eksempel'], ['policeContact', 'peter.opdigt'], ['dscAdviser', 'dsc.raadgiver'], ['leader', 'karen.proeve'], ['operator', 'sofie.proeve']] as const)
    for (const table of tables) assert.equal(await seen(role, await town.as(name), table), 0, `${role} ${table}`)
  for (const table of tables) assert.equal(await seen('citizen', other.citizen, table), 0, table)
  for (const column of ['key_wrapped', 'box']) await assert.rejects(as('gate', visitator, db => sql`select ${sql.ref(column)} from bundle_key`.execute(db)), { code: '42501' })
  const { rows } = await town.owner.query<{ id: string }>(`select id from bundle where made_role = 'citizen'`)
  for (const { id } of rows) {
    await assert.rejects(perform(town.house, visitator, caseBundle, { case: it.id, bundle: id }), missing)
    await assert.rejects(perform(town.house, other.citizen, ownFetch, { bundle: id }), missing)
  }
})

test('the database lets nobody write a bundle of what is not shown, not covered, not their own, or in another name', async () => {
  const row = async (more: Readonly<Record<string, unknown>>) => {
    const log = (await town.owner.query<{ id: string }>('select id from log where citizen = $1', [it.citizen.id])).rows[0]?.id
    return { log, citizen: it.citizen.id, case: it.id, by: visitator.id, role: 'visitator', consent, entries: [entries[0]], ...more }
  }
  const insert = async (role: Role, who: Actor, more: Readonly<Record<string, unknown>> = {}) => {
    const r = await row(more)
    return as(role, who, db => sql`insert into bundle (id, partnership, log, citizen, case_id, made_by, made_role, ground, consent, entries, file, sha256, bytes, head_seq, head_seal, made_at)
      values (${randomUUID()}, 1, ${r.log}, ${r.citizen}, ${r.case}, ${r.by}, ${r.role}, '-', ${r.consent}, ${r.entries}::uuid[], ${randomUUID()}, ${'a'.repeat(64)}, 1, 1, '-', now())`.execute(db))
  }
  const no = { code: '42501' }
  const unshown = entries[2]
  await assert.rejects(insert('visitator', visitator, { entries: [unshown] }), no, 'not shown')
  await assert.rejects(insert('visitator', visitator, { consent: await consentTo(town, other.citizen) }), no, 'somebody else\'s consent')
  await assert.rejects(insert('visitator', visitator, { case: other.id }), no, 'another case')
  await assert.rejects(insert('visitator', visitator, { by: it.citizen.id }), no, 'another name')
  await assert.rejects(insert('citizen', other.citizen, { role: 'citizen', case: null, consent: null, by: other.citizen.id }), no, 'another\'s log')
  await assert.rejects(insert('primaryCoordinator', await town.as('inger.eksempel'), { role: 'primaryCoordinator' }), no, 'does not hold the case')
  await assert.rejects(insert('policeContact', await town.as('peter.opdigt')), no)
  await insert('visitator', visitator)
  await town.owner.query(`set session_replication_role = replica; delete from bundle where ground = '-'; set session_replication_role = origin`)
})

test('a delivery is recorded once and for good: its entries are marked, and can be neither deleted nor unmarked', async () => {
  const id = await makeForCase('1')
  await assert.rejects(perform(town.house, it.citizen, ownReceipt, { bundle: id, journal: 'none', first: 'asked' }), missing, 'no answer before it is delivered')
  await assert.rejects(perform(town.house, visitator, caseDeliver, { case: it.id, bundle: id, ...delivery, day: '2026-12-24' }), refused('bundle.future'))
  await perform(town.house, visitator, caseDeliver, { case: it.id, bundle: id, ...delivery })
  await assert.rejects(perform(town.house, visitator, caseDeliver, { case: it.id, bundle: id, ...delivery }), missing)
  await assert.rejects(perform(town.house, it.citizen, deleteEntry, { entry: entries[0] }), missing)
  await assert.rejects(as('citizen', it.citizen, db => sql`update incident_entry set state = 'private' where id = ${entries[0]}`.execute(db)), /stays delivered/)
  await perform(town.house, it.citizen, ownReceipt, { bundle: id, journal: 'number', number: '0000-00000-00001-26', officer: 'Betjent Opdigt', phone: '00 11 22 33', first: 'asked' })
  await perform(town.house, it.citizen, ownReceipt, { bundle: id, journal: 'number', number: '0000-00000-00001-26', first: 'agreed' })
  const page = (await perform(town.house, visitator, caseBundle, { case: it.id, bundle: id })).result
  assert.deepEqual([page.it.state, page.delivery?.said.to, page.receipts.map(one => one.said.first)], ['delivered', 'Politiet i Havneby', ['agreed', 'asked']])
})

test('an entry that is destroyed takes the key of the undelivered bundles that hold it along', async () => {
  const id = await makeOwn(it.citizen, '2-3')
  await perform(town.house, it.citizen, deleteEntry, { entry: entries[2] })
  const page = (await perform(town.house, it.citizen, ownBundle, { bundle: id })).result
  assert.deepEqual([page.it.state, page.kept], ['destroyed', undefined])
  await assert.rejects(perform(town.house, it.citizen, ownFetch, { bundle: id }), missing)
  assert.equal((await town.owner.query('select from bundle_key where bundle = $1', [id])).rowCount, 0)
  const whole = await makeOwn(it.citizen, '2')
  const fileOf = async (bundle: string) => (await town.owner.query<{ file: string }>('select file from bundle where id = $1', [bundle])).rows[0]?.file ?? ''
  assert.ok(await town.house.files.head(await fileOf(id)))
  const sweep = () => withRole(town.house.pool, 'clock', { person: undefined, partnership: undefined, now: town.house.clock.now() }, db => sweepBundles(db, town.house.files))
  assert.ok(await sweep() >= 1)
  assert.equal(await town.house.files.head(await fileOf(id)), undefined, 'the broom has taken its file')
  assert.ok(await town.house.files.head(await fileOf(whole)), 'and no other')
  assert.equal(await sweep(), 0)
})

test('a consent that is taken back closes at once what was not delivered; what was, stays', async () => {
  const made = await makeForCase('2')
  await withdraw(town, consent)
  assert.equal((await perform(town.house, visitator, caseStart, { case: it.id })).result.blocked, 'consent')
  await assert.rejects(perform(town.house, visitator, caseChoose, { case: it.id, which: 'all' }), missing)
  const page = (await perform(town.house, visitator, caseBundle, { case: it.id, bundle: made })).result
  assert.deepEqual([page.it.state, page.kept], ['withdrawn', undefined])
  await assert.rejects(perform(town.house, visitator, caseFetch, { case: it.id, bundle: made }), missing)
  await assert.rejects(perform(town.house, visitator, caseDeliver, { case: it.id, bundle: made, ...delivery }), missing)
  assert.equal(await seen('visitator', visitator, 'log_line'), 0)
  const { rows } = await town.owner.query<{ id: string }>(`select b.id from bundle b where b.made_role = 'visitator' and gate.bundle_state(b.id) = 'delivered'`)
  for (const { id } of rows) await perform(town.house, visitator, caseFetch, { case: it.id, bundle: id })
  assert.equal(rows.length, 1)
})

test('a log that is no longer shown closes it the same way', async () => {
  consent = await consentTo(town, it.citizen)
  const made = await makeForCase('2')
  await perform(town.house, it.citizen, takeBack, { showing })
  assert.equal((await perform(town.house, visitator, caseBundle, { case: it.id, bundle: made })).result.it.state, 'withdrawn')
  await perform(town.house, it.citizen, ownChoose, { which: 'some', vis: ['2'] })
  await perform(town.house, it.citizen, ownDeliver, { bundle: await makeOwn(it.citizen, '2'), ...delivery })
})

test('what was made and recorded is only added to', async () => {
  for (const table of ['bundle', 'bundle_event']) {
    await assert.rejects(town.owner.query(`delete from ${table}`), /only added to/)
    await assert.rejects(town.owner.query(`update ${table} set partnership = 1`), /only added to/)
  }
})

async function stored(): Promise<readonly string[]> {
  const ids: string[] = []
  for await (const id of town.house.files.list()) ids.push(id)
  return ids.sort()
}

test('a file that cannot be read again makes no bundle: nothing is kept of it, and the house stands', async () => {
  const entry = await write(town, it.citizen, 'Med en fil.')
  await perform(town.house, it.citizen, addFile, { entry, file: [new File(['indhold'], 'fil.txt')] })
  const { rows } = await town.owner.query<{ file: string; no: number }>('select x.file, e.no from exhibit x join incident_entry e on e.id = x.entry where x.entry = $1', [entry])
  const [exhibit] = rows
  assert.ok(exhibit)
  await town.house.files.remove(exhibit.file)
  const before = await stored()
  const had = await seen('citizen', it.citizen, 'bundle')
  await assert.rejects(makeOwn(it.citizen, String(exhibit.no)), { code: 'ENOENT' })
  assert.deepEqual(await stored(), before)
  assert.equal(await seen('citizen', it.citizen, 'bundle'), had)
})
