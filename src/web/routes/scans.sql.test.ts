// Papers that the police gave, scanned into the case: kept encrypted, read by those of the case, journalled, and never removed.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import { addScan, scanFile, scansPage } from '../../cases/scans/actions.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { perform } from '../../platform/action.ts'
import { asRole, openedCase, type OpenCase, staffVisit } from './testing-case.ts'
import { openWeb } from '../web.ts'

let town: TestHouse
let app: Hono
let it: OpenCase
before(async () => {
  town = await testHouse()
  app = openWeb(town.house)
  it = await openedCase(town)
})
after(() => town.close())

const missing = (error: unknown) => error instanceof Refusal && error.kind === 'missing'
const words = '%PDF-1.4 Politiet kvitterer hermed'
const pdf = () => new File([Buffer.from(words)], 'kvittering fra politiet.pdf', { type: 'application/pdf' })
const files = () => readdirSync(town.data, { recursive: true, withFileTypes: true }).filter(one => one.isFile()).map(one => readFileSync(join(one.parentPath, one.name)))

test('the visitator adds the receipt of the police; what is missing is said at its field, and nothing typed is lost', async () => {
  const visitator = await staffVisit(town, app, 'vibeke.eksempel')
  const at = `/sager/${it.id}/scannet`
  assert.match((await visitator.get(`/sager/${it.id}`)).html, /Papirer fra politiet og andre/)
  const sent = { kind: 'police-receipt', onDay: '2026-11-02', from: 'Peter Opdigt', what: 'Journalnummer 1234' }
  const without = await visitator.post(at, { ...sent, once: randomUUID(), scan: new File([], '') })
  assert.equal(without.status, 422)
  assert.match(without.html, /Vælg den fil, hvor papiret er scannet[^]*Journalnummer 1234/)
  assert.match((await visitator.post(at, { ...sent, once: randomUUID(), scan: new File(['<html>'], 'a.pdf') })).html, /skal være en PDF eller et billede/)
  assert.match((await visitator.post(at, { ...sent, onDay: '2027-01-01', once: randomUUID(), scan: pdf() })).html, /Dagen ligger ude i fremtiden/)
  const once = randomUUID()
  const kept = await visitator.post(at, { ...sent, once, scan: pdf() })
  for (const part of ['Kvittering for en anmeldelse', 'mandag 2. november 2026', 'Peter Opdigt', 'Journalnummer 1234']) assert.ok(kept.html.includes(part), part)
  await visitator.post(at, { ...sent, once, scan: pdf() })
  assert.equal((await town.owner.query('select from case_scan')).rowCount, 1, 'sent twice it is there once')
  assert.match((await visitator.get(`/sager/${it.id}`)).html, /1 papir/)
})

test('it is read back whole by those of the case and nobody else, lies encrypted, and each reading is written down', async () => {
  const id = (await town.owner.query<{ id: string }>('select id from case_scan')).rows[0]?.id ?? ''
  const vibeke = await town.as('vibeke.eksempel')
  const { result } = await perform(town.house, vibeke, scanFile, { case: it.id, scan: id })
  assert.equal(await new Response(result.body).text(), words)
  assert.deepEqual([result.name, result.type], ['papir.pdf', 'application/pdf'])
  assert.ok(!files().some(one => one.includes('kvitterer')), 'not in plain text on the disk')
  const lines = await town.owner.query<{ act: string }>(`select act from journal where about_case = $1 and ground is not null and act like 'cases.scan-%' order by at`, [it.id])
  assert.deepEqual(lines.rows.map(one => one.act), ['cases.scan-kept', 'cases.scan-fetched'])
  const other = await openedCase(town)
  await assert.rejects(perform(town.house, vibeke, scanFile, { case: other.id, scan: id }), missing, 'under another case it is not there')
  for (const who of ['inger.eksempel', 'karen.proeve', 'peter.opdigt', 'dsc.raadgiver', 'torben.eksempel', 'jonas.eksempel']) {
    await assert.rejects(perform(town.house, await town.as(who), scansPage, { case: it.id }), missing, who)
    await assert.rejects(perform(town.house, await town.as(who), addScan, { case: it.id, kind: 'other', onDay: '2026-11-02', scan: pdf() }), missing, who)
  }
  assert.equal(await asRole(town, await town.as('inger.eksempel'), 'primaryCoordinator', async db => (await sql`select from case_scan`.execute(db)).rows.length), 0)
  for (const role of ['leader', 'tovholder', 'policeContact', 'citizen'] as const) await assert.rejects(asRole(town, vibeke, role, db => sql`select from case_scan`.execute(db)), { code: '42501' }, role)
  await assert.rejects(town.owner.query('delete from case_scan'), /only added to/)
})

test('a file that nothing came of is not left on the disk', async () => {
  const before = files().length
  await town.owner.query(`create function planted() returns trigger language plpgsql as $$ begin raise exception 'the lights went out'; end $$`)
  await town.owner.query('create trigger planted before insert on case_scan for each row execute function planted()')
  await assert.rejects(perform(town.house, await town.as('vibeke.eksempel'), addScan, { case: it.id, kind: 'other', onDay: '2026-11-02', scan: pdf() }), /lights/)
  await town.owner.query('drop trigger planted on case_scan')
  assert.equal(files().length, before)
})
