// The second wall alone: every right of the program is bypassed here, and each database role is asked for everything.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { type Actor, type Role, roles } from '../kernel/actor.ts'
import { type TestHouse, testHouse } from '../directory/testing-house.ts'
import { perform } from '../platform/action.ts'
import { type Db, type HouseRole, withRole } from '../platform/db.ts'
import { findTraces } from '../platform/testing-traces.ts'
import { addEntry, addFile } from './actions.ts'
import { changeEntry, exhibitCopy, exhibitOriginal } from './actions-earlier.ts'
import { show, shownLogPage, takeBack } from './actions-show.ts'
import { shortEntry, testCitizen } from './testing-log.ts'

const tables = ['log', 'incident_entry', 'incident_version', 'incident_note', 'exhibit', 'log_line', 'showing', 'showing_entry'] as const
const sentences = { told: 'Han stod under lygten ved havnen.', before: 'Han stod under lampen ved molen.', note: 'Jeg gemte mig på badeværelset.', place: 'Ved det blå isværksted', witness: 'Naboen i nummer fireogtyve', about: 'en tirsdag i regnvejr midt i marts', file: 'skærmbillede-fra-den-aften.txt', content: 'Indholdet af den vedlagte tekstfil.' }

let town: TestHouse
let anna: Actor
let bea: Actor
let shownEntry: string
let privateEntry: string
let log: string
let showing: string
const staff: Partial<Record<Role, Actor>> = {}

before(async () => {
  town = await testHouse()
  anna = await testCitizen(town)
  bea = await testCitizen(town)
  const write = async (who: Actor, told: string, more = {}) => (await perform(town.house, who, addEntry, shortEntry(told, more))).result.id
  shownEntry = await write(anna, sentences.before, { note: sentences.note, place: sentences.place, witnesses: sentences.witness, when: 'unsure', about: sentences.about })
  await perform(town.house, anna, addFile, { entry: shownEntry, file: [new File([sentences.content], sentences.file)] })
  await perform(town.house, anna, changeEntry, { ...shortEntry(sentences.told, { note: sentences.note, place: sentences.place, witnesses: sentences.witness, when: 'unsure', about: sentences.about }), entry: shownEntry, seen: '2' })
  privateEntry = await write(anna, sentences.told, { note: sentences.note })
  await write(bea, 'Beas egen.', { note: 'Beas note.' })
  showing = (await perform(town.house, anna, show, { til: 'visitator', vis: [shownEntry] })).result.id
  log = (await town.owner.query<{ id: string }>('select id from log where citizen = $1', [anna.id])).rows[0]?.id ?? ''
  const names = { firstContact: 'jonas.eksempel', visitator: 'vibeke.eksempel', primaryCoordinator: 'inger.eksempel', policeContact: 'peter.opdigt', dscAdviser: 'dsc.raadgiver', leader: 'karen.proeve', tovholder: 'torben.eksempel', operator: 'sofie.proeve' } as const
  for (const [role, name] of Object.entries(names)) staff[role as Role] = await town.as(name)
})
after(() => town.close())

const as = <T>(role: Role | HouseRole, who: Actor | undefined, work: (db: Db) => Promise<T>) =>
  withRole(town.house.pool, role, { person: who?.id, partnership: who?.partnership ?? anna.partnership, now: town.house.clock.now() }, work)
/** How many rows a role gets to see; a table that it may not even ask about has none. */
async function seen(role: Role | HouseRole, who: Actor | undefined, table: string): Promise<number> {
  try {
    return (await as(role, who, db => sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db))).rows[0]?.n ?? 0
  } catch (error) {
    if ((error as { code?: string }).code === '42501') return 0
    throw error
  }
}

test('each citizen sees her own log and nothing of another', async () => {
  assert.equal(await seen('citizen', anna, 'incident_entry'), 2)
  assert.equal(await seen('citizen', bea, 'incident_entry'), 1)
  assert.equal(await seen('citizen', bea, 'incident_note'), 1)
  const stranger = await testCitizen(town)
  for (const table of tables) assert.equal(await seen('citizen', stranger, table), 0, table)
})

test('no role sees an entry that is not shown to it, whoever wears it', async () => {
  for (const role of roles.filter(it => it !== 'citizen')) {
    for (const who of [...Object.values(staff), anna]) {
      if (role === 'visitator' && who === staff.visitator) continue
      for (const table of tables) assert.equal(await seen(role, who, table), 0, `${role} worn by ${who.name || 'a citizen'} sees ${table}`)
    }
  }
})

test('the visitator sees what is shown and no more', async () => {
  const rows = await as('visitator', staff.visitator, db => sql<{ id: string }>`select id from incident_entry`.execute(db))
  assert.deepEqual(rows.rows.map(it => it.id), [shownEntry])
  assert.equal(await seen('visitator', staff.visitator, 'exhibit'), 1)
  for (const table of ['incident_note', 'incident_version', 'log_line']) assert.equal(await seen('visitator', staff.visitator, table), 0, table)
})

test('the private note can be selected by the citizen alone, the house\'s own roles included', async () => {
  const { rows } = await town.owner.query<{ role: string }>(`select distinct grantee as role from information_schema.column_privileges
    where table_name = 'incident_note' and privilege_type = 'SELECT' and grantee like 'lods%'`)
  assert.deepEqual(rows.map(it => it.role), ['lods_citizen'])
  for (const role of ['gate', 'signIn', 'clock', 'operator'] as const) assert.equal(await seen(role, staff.operator, 'incident_note'), 0)
})

test('the gate reads ids and states and no box', async () => {
  for (const column of ['box', 'key_box', 'sort_at', 'occurred_on'])
    await assert.rejects(as('gate', undefined, db => sql`select ${sql.ref(column)} from incident_entry`.execute(db)), /permission denied/)
  await assert.rejects(as('gate', undefined, db => sql`select key_wrapped from log`.execute(db)), /permission denied/)
})

test('nobody writes in another\'s log, not even with its number', async () => {
  for (const [role, who] of [['citizen', bea], ['visitator', staff.visitator], ['operator', staff.operator]] as const) {
    await assert.rejects(as(role, who, db => sql`insert into log_line (partnership, log, seq, prev, commitment) values (${anna.partnership}, ${log}, 99, 'x', 'x')`.execute(db)), { code: '42501' })
    await assert.rejects(as(role, who, db => sql`insert into showing (id, partnership, log, to_role, from_at) values (${randomUUID()}, ${anna.partnership}, ${log}, 'visitator', now())`.execute(db)), { code: '42501' })
  }
  const changed = await as('citizen', bea, db => sql`update incident_entry set state = 'delivered' where id = ${privateEntry}`.execute(db))
  assert.equal(changed.numAffectedRows, 0n)
})

test('nothing she writes lies open in a folder or in a dump of any table, her words, her files, and their names', async () => {
  const names = (await town.owner.query<{ name: string }>(`select format('%I', relname) as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`)).rows
  const dump = await Promise.all(names.map(async ({ name }) => (await town.owner.query<{ t: string }>(`select t::text from ${name} t`)).rows.map(it => it.t).join('\n')))
  const files = readdirSync(town.data, { recursive: true, withFileTypes: true }).filter(it => it.isFile()).map(it => readFileSync(join(it.parentPath, it.name)))
  assert.ok(files.length >= 1)
  const boxes = (await town.owner.query<{ b: Buffer }>('select box as b from incident_entry union all select box from incident_note union all select box from incident_version union all select box from exhibit')).rows
  const everything = [Buffer.from(dump.join('\n')), ...files, ...boxes.map(it => it.b)]
  for (const [what, sentence] of Object.entries(sentences)) assert.deepEqual(findTraces(everything, sentence), [], what)
})

test('the journal tells that something was done and nothing of what was written', async () => {
  const { rows } = await town.owner.query<{ act: string; ground: string }>('select act, ground from journal where about_citizen = $1 order by id', [anna.id])
  assert.deepEqual([...new Set(rows.map(it => `${it.act} ${it.ground}`))], ['incidents.entry-added own', 'incidents.file-added own', 'incidents.entry-changed unlocked', 'incidents.log-shown unlocked'])
})

test('a file that is not in her log is not there: nobody is let in, and the journal says so', async () => {
  const asked = { entry: privateEntry, exhibit: randomUUID() }
  await assert.rejects(perform(town.house, anna, exhibitCopy, asked), { code: 'platform.missing' })
  await assert.rejects(perform(town.house, anna, exhibitOriginal, asked), { code: 'platform.missing' })
  const { rows } = await town.owner.query<{ ground: string | null }>('select ground from journal where act = any($1)', [[exhibitCopy.audit, exhibitOriginal.audit]])
  assert.deepEqual(rows, [{ ground: null }, { ground: null }])
})

test('taking back closes the log at once, behind both walls', async () => {
  await perform(town.house, staff.visitator as Actor, shownLogPage, { log })
  await perform(town.house, anna, takeBack, { showing })
  await assert.rejects(perform(town.house, staff.visitator as Actor, shownLogPage, { log }))
  for (const table of tables) assert.equal(await seen('visitator', staff.visitator, table), 0, table)
})

test('a coordinator sees a log shown to coordinators only when holding the case, and nobody holds one yet', async () => {
  await perform(town.house, anna, show, { til: 'primaryCoordinator', vis: [shownEntry] })
  for (const table of tables) assert.equal(await seen('primaryCoordinator', staff.primaryCoordinator, table), 0, table)
  await town.owner.query(`create or replace function gate.held_citizens() returns uuid[] language sql stable security definer set search_path = public, pg_catalog as $$ select array['${anna.id}']::uuid[] $$`)
  assert.equal(await seen('primaryCoordinator', staff.primaryCoordinator, 'incident_entry'), 1)
  assert.equal(await seen('visitator', staff.visitator, 'incident_entry'), 0)
  const { result, ground } = await perform(town.house, staff.primaryCoordinator as Actor, shownLogPage, { log })
  assert.equal(result.entries.length, 1)
  assert.equal(ground.kind, 'shown')
})

test('what belongs to an entry cannot be put into another log, in anybody\'s role: no row ties hers to another\'s', async () => {
  const hers = (await town.owner.query<{ id: string; log: string }>('select e.id, e.log from incident_entry e join log l on l.id = e.log where l.citizen = $1', [bea.id])).rows[0]
  assert.ok(hers)
  const of = (table: string, columns: string, values: string) => as('citizen', anna, db => sql.raw(`insert into ${table} (entry, partnership, log, ${columns}) values ('${hers.id}', ${anna.partnership}, '${log}', ${values})`).execute(db))
  const foreign = { code: '23503' }
  await assert.rejects(of('showing_entry', 'showing', `'${showing}'`), foreign)
  await assert.rejects(of('exhibit', 'id, no, file, key_box, box, created_at', `'${randomUUID()}', 99, '${randomUUID()}', '', '', now()`), foreign)
  await assert.rejects(of('incident_version', 'version, seq, box, replaced_at', `7, 7, '', now()`), foreign)
  await as('citizen', bea, db => sql`delete from incident_note where entry = ${hers.id}`.execute(db))
  await assert.rejects(of('incident_note', 'key_box, box', `'', ''`), foreign)
})

test('a delivered entry stays delivered, and a showing that was taken back stays so, past the first wall too', async () => {
  const one = (await perform(town.house, anna, addEntry, shortEntry('Leveres.'))).result.id
  const set = (text: string) => as('citizen', anna, db => sql.raw(text).execute(db))
  await set(`update incident_entry set state = 'delivered' where id = '${one}'`)
  await assert.rejects(set(`update incident_entry set state = 'private' where id = '${one}'`), /stays delivered/)
  const ended = (await perform(town.house, anna, show, { til: 'primaryCoordinator', vis: [one] })).result.id
  await perform(town.house, anna, takeBack, { showing: ended })
  await assert.rejects(set(`update showing set revoked_at = null where id = '${ended}'`), { code: '23514' })
  await perform(town.house, anna, takeBack, { showing: ended })
})
