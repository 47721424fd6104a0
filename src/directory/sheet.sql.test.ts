// The A4 sheet, groups, the review and the list of entrances, through their acts and past the first wall.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import type { Role } from '../kernel/actor.ts'
import { Refusal } from '../kernel/refusal.ts'
import { perform } from '../platform/action.ts'
import { withRole } from '../platform/db.ts'
import { sheetAction } from './actions-sheet.ts'
import { bring, entrancesAction } from './actions-entrances.ts'
import { addMember, endMember, groupAction, groupsAction, newGroup } from './actions-groups.ts'
import { reviewAction, signAction } from './actions-review.ts'
import { newPerson, rolesAction } from './actions-roles.ts'
import { personAdded } from './actors.ts'
import { type TestHouse, testHouse } from './testing-house.ts'

let it: TestHouse
const folder = mkdtempSync(join(tmpdir(), 'lods-sheet-'))
before(async () => { it = await testHouse() })
after(async () => {
  await it.close()
  rmSync(folder, { recursive: true, force: true })
})

const refused = (kind: Refusal['kind'], code?: string) => (error: unknown) => error instanceof Refusal && error.kind === kind && (code === undefined || error.code === code)
const as = async <T>(signIn: string, role: Role, work: Parameters<typeof withRole<T>>[3]) =>
  withRole(it.house.pool, role, { person: (await it.as(signIn)).id, partnership: 1, now: it.house.clock.now() }, work)
const without = (tool: string) => (spawnSync(tool, ['--version']).error ? `${tool} is not installed` : false)
async function fetched(lang: 'da' | 'en', name: string): Promise<string> {
  const { result } = await perform(it.house, await it.as('jonas.eksempel'), sheetAction, { sprog: lang })
  const path = join(process.env['LODS_PICTURES'] ?? folder, name)
  writeFileSync(path, result.body)
  return path
}
const said = (command: string, ...args: readonly string[]): string => {
  const done = spawnSync(command, args, { encoding: 'utf8' })
  assert.equal(done.status, 0, done.stderr)
  return done.stdout
}

test('the sheet is one tagged page with today’s names, in both languages', { skip: without('qpdf') || without('pdftotext') }, async () => {
  for (const lang of ['da', 'en'] as const) {
    const path = await fetched(lang, `a4-${lang}.pdf`)
    said('qpdf', '--check', path)
    assert.equal(said('qpdf', '--show-npages', path).trim(), '1')
    assert.match(said('pdfinfo', path), /Tagged:\s+yes/)
    const text = said('pdftotext', '-layout', path, '-').replaceAll('\u00A0', ' ')
    for (const wanted of ['Vibeke Eksempel', '00 10 11 05', 'Peter Opdigt', 'Inger Eksempel', '112', '114', 'Nadia Opdigt']) assert.ok(text.includes(wanted), wanted)
    assert.ok(!text.includes('Ruth Opdigt'))
  }
})

test('a town with forty in every role still has one page', { skip: without('qpdf') }, async () => {
  await it.owner.query(`insert into person (id, partnership, organisation, name, phone) select gen_random_uuid(), 1, 1, 'Prøve Opdigt ' || n, '00 99 00 00' from generate_series(1, 40) n`)
  await it.owner.query(`insert into holding (partnership, role, person, from_day) select 1, r, id, '2026-01-01' from person, unnest(array['visitator', 'primaryCoordinator', 'leader', 'familyCounsellor', 'hr', 'tovholder']) r where phone = '00 99 00 00'`)
  assert.equal(said('qpdf', '--show-npages', await fetched('da', 'a4-many.pdf')).trim(), '1')
  await it.owner.query(`delete from holding where person in (select id from person where phone = '00 99 00 00')`)
  await it.owner.query(`delete from person where phone = '00 99 00 00'`)
})

test('who held what on a day that has passed can be asked', async () => {
  const { result } = await perform(it.house, await it.as('jonas.eksempel'), rolesAction, { dag: '2026-03-01' })
  const ruth = result.people.find(one => one.name === 'Ruth Opdigt')
  assert.ok(result.all.some(one => one.person === ruth?.id && one.role === 'visitator' && one.from <= result.day && (one.to ?? '9') >= result.day))
  assert.equal((await perform(it.house, await it.as('jonas.eksempel'), rolesAction, { dag: 'i går' })).result.wrongDay, true)
})

test('a new colleague is added by tovholder or leader, and a password can be set under the name', async () => {
  const who = { name: 'Nanna Eksempel', place: '1-3', phone: '00 10 11 99', signIn: 'nanna.eksempel' }
  await assert.rejects(perform(it.house, await it.as('vibeke.eksempel'), newPerson, who), refused('missing'))
  await perform(it.house, await it.as('torben.eksempel'), newPerson, who)
  await assert.rejects(perform(it.house, await it.as('karen.proeve'), newPerson, { ...who, signIn: 'Nanna.Eksempel' }), refused('invalid', 'directory.sign-in-taken'))
  assert.match(await personAdded(it.house, 'nanna.eksempel') ?? '', /^[0-9a-f-]{36}$/)
  await assert.rejects(as('torben.eksempel', 'tovholder', db => sql`select * from sign_in_name`.execute(db)), /permission denied/)
})

test('groups have a mandate and members, kept by tovholder and leader, seen by all', async () => {
  const torben = await it.as('torben.eksempel')
  const group = { kind: 'follow-up', name: 'Følgegruppen', mandate: 'Justerer modellen.', from: '2026-11-01', to: '' }
  await assert.rejects(perform(it.house, await it.as('ulla.eksempel'), newGroup, group), refused('missing'))
  const { result: { id } } = await perform(it.house, torben, newGroup, group)
  const member = { group: id, person: (await it.as('ulla.eksempel')).id, from: '2026-11-01' }
  await perform(it.house, torben, addMember, member)
  await assert.rejects(perform(it.house, torben, addMember, member), refused('invalid', 'directory.in-group'))
  await perform(it.house, torben, endMember, member)
  assert.deepEqual((await perform(it.house, await it.as('jonas.eksempel'), groupAction, { group: id })).result.it.members.map(one => one.to), ['2026-11-02'])
  assert.equal((await perform(it.house, await it.as('jonas.eksempel'), groupsAction, {})).result.groups.length, 1)
  await assert.rejects(as('ulla.eksempel', 'followUpMember', db => sql`update staff_group set to_day = gate.today()`.execute(db)), /permission denied/)
})

test('the review is signed by tovholder or leader, keeps what was read, and is due half a year later', async () => {
  const { result } = await perform(it.house, await it.as('karen.proeve'), reviewAction, {})
  assert.ok(result.listed.some(one => one.name === 'Vibeke Eksempel' && one.roles.includes('visitator')))
  await assert.rejects(perform(it.house, await it.as('karen.proeve'), signAction, { note: '' }), refused('invalid', 'directory.needs-read'))
  await assert.rejects(perform(it.house, await it.as('rasmus.opdigt'), signAction, { read: 'yes' }), refused('missing'))
  await perform(it.house, await it.as('karen.proeve'), signAction, { read: 'yes', note: 'Set sammen med HR.' })
  const { last } = (await perform(it.house, await it.as('rasmus.opdigt'), reviewAction, {})).result
  assert.deepEqual([last?.nextDue, last?.listed.length, last?.note], ['2027-05-04', result.listed.length, 'Set sammen med HR.'])
  await assert.rejects(perform(it.house, await it.as('vibeke.eksempel'), reviewAction, {}), refused('missing'))
  await assert.rejects(as('karen.proeve', 'leader', db => sql`delete from access_review`.execute(db)), /permission denied/)
})

const csv = (text: string) => ({ file: new File([text], 'indgange.csv') })
const head = 'kommune;postnumre;politikreds;indgang;telefon;link;kontrolleret\n'
test('the tovholder brings in a list whole or not at all; everybody searches it', async () => {
  const torben = await it.as('torben.eksempel')
  const find = async (soeg: string) => (await perform(it.house, await it.as('peter.opdigt'), entrancesAction, { soeg })).result
  await perform(it.house, torben, bring, csv(`${head}Skovby;0020-0022;Midt;Voksenindgangen;00 50 50 50;;2026-10-01\n`))
  await assert.rejects(perform(it.house, torben, bring, csv(`${head}Bakkeby;0030;Øst;Indgang;00 60;;\nFejlby;x;Øst;Indgang;;;\n`)), refused('invalid', 'directory.csv-postcode'))
  assert.deepEqual([(await find('0021')).found.map(one => one.entrance), (await find('bakkeby')).found.length], [['Voksenindgangen'], 0])
  it.moveClock(60_000)
  await perform(it.house, torben, bring, csv(`${head}Bakkeby;0030;Øst;Indgang;00 60;;\n`))
  assert.deepEqual([(await find('0021')).found.length, (await find('øst')).found.length, (await find('')).lookup?.name], [0, 1, 'Havneby Opslag (opdigtet)'])
  await assert.rejects(perform(it.house, await it.as('vibeke.eksempel'), bring, csv(head)), refused('missing'))
  await assert.rejects(as('vibeke.eksempel', 'visitator', db => sql`insert into entrance_list values (gen_random_uuid(), 1, gate.person(), gate.now())`.execute(db)), /permission denied/)
})
