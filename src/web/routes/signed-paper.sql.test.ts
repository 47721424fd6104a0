// What a referral is sent on where no consent of this house can be hung on it: covers only what it names, and once taken back nothing more goes on it.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { asRole, herVisit, openedCase, staffVisit } from './testing-case.ts'
import { signedOn } from './testing-signed.ts'
import { openWeb } from '../web.ts'

let town: TestHouse
let app: Hono
before(async () => {
  town = await testHouse()
  app = openWeb(town.house)
})
after(() => town.close())

const once = () => randomUUID()
const as = (name: string) => staffVisit(town, app, name)
const centre = { about: 'exposed', contact: 'Navn Opdigt, 00 44 55 66', purpose: 'Ring op.', account: '', where: 'Hos os' } as const
const referred = async (to: string): Promise<string> => (await town.owner.query<{ id: string }>('select id from referral where to_role = $1 order by sent_at desc, id limit 1', [to])).rows[0]?.id ?? ''

test('the paper names what goes along, holds today, and lies here as a scan; nothing that was typed is lost', async () => {
  const police = await as('peter.opdigt')
  const send = (fields: Parameters<typeof police.post>[1]) => police.post('/henvis-til-centret', { ...centre, ...signedOn('2026-11-02'), once: once(), ...fields })
  for (const [fields, says] of [
    [{ until: '' }, /til hvilken dag papiret gælder/], [{ until: '2026-11-03' }, /Papiret skal gælde i dag/], [{ day: '2026-11-04' }, /Dagen er ikke kommet endnu/], [{ covers: [] }, /Vælg, hvad papiret dækker/],
    [{ covers: ['contact'], account: 'Breve hver dag.' }, /dækker ikke det, der er sket/], [{ covers: ['account'] }, /dækker ikke navn og kontakt/], [{ scan: new File([], '') }, /scan/i], [{ scan: new File(['x'], 'x.txt') }, /PDF/],
  ] as const) {
    const no = await send(fields)
    assert.equal(no.status, 422, String(says))
    assert.match(no.html, says)
    assert.ok(no.html.includes('00 44 55 66'))
  }
  assert.equal((await town.owner.query('select from referral_paper')).rowCount, 0)
  assert.equal((await send({})).path, '/henvisninger')
})

test('who sent it sees the paper and says that it was taken back; who received it reads that, and never the scan', async () => {
  const id = await referred('dscAdviser')
  const [police, adviser] = [await as('peter.opdigt'), await as('dsc.raadgiver')]
  assert.match((await police.get('/henvisninger')).html, /Papiret, der er skrevet under/)
  assert.match((await police.get(`/henvisninger/${id}/underskrift`)).html, /mandag 2\. november 2026/)
  assert.equal((await police.get(`/henvisninger/${id}/underskrift/papir`)).status, 200)
  const page = (await adviser.get(`/henvisninger/${id}`)).html
  assert.match(page, /Underskrevet mandag 2\. november 2026\. Det dækker: navn og sikker kontakt, kort om det, der er sket\. Det gælder til/)
  assert.doesNotMatch(page, /trukket tilbage/)
  for (const name of ['dsc.raadgiver', 'vibeke.eksempel', 'karen.proeve']) {
    const other = await as(name)
    for (const at of ['', '/papir']) assert.equal((await other.get(`/henvisninger/${id}/underskrift${at}`)).status, 404, name)
    assert.equal((await other.post(`/henvisninger/${id}/underskrift`, { once: once() })).status, 404, name)
  }
  assert.match((await police.post(`/henvisninger/${id}/underskrift`, { once: once() })).html, /trukket tilbage tirsdag 3\. november 2026/)
  assert.equal((await police.post(`/henvisninger/${id}/underskrift`, { once: once() })).status, 409, 'once')
  for (const html of [(await adviser.get(`/henvisninger/${id}`)).html, (await adviser.get('/henvisninger')).html, (await police.get('/henvisninger')).html]) assert.match(html, /Samtykket er trukket tilbage/)
  assert.match((await adviser.get(`/henvisninger/${id}`)).html, /00 44 55 66/, 'the delivered copy stays')
  const reads = (who: string, role: 'dscAdviser' | 'policeContact', table: string) => town.as(who).then(actor => asRole(town, actor, role, async db => (await sql`select referral from ${sql.table(table)}`.execute(db)).rows.length))
  assert.deepEqual([await reads('dsc.raadgiver', 'dscAdviser', 'referral_paper'), await reads('dsc.raadgiver', 'dscAdviser', 'referral_paper_scan'), await reads('peter.opdigt', 'policeContact', 'referral_paper_scan')], [1, 0, 1])
  const adviserActor = await town.as('dsc.raadgiver')
  await assert.rejects(asRole(town, adviserActor, 'dscAdviser', db => sql`insert into referral_paper_end (referral, partnership, by, at) values (${id}, 1, ${adviserActor.id}, now())`.execute(db)), { code: '42501' })
  await assert.rejects(town.owner.query('update referral_paper set until_day = until_day + 1'), /only added to|never|kept/)
})

test('outside the system the sheet says what it covers, and is neither printed nor fetched after the yes was taken back; the case and the citizen read it', async () => {
  const it = await openedCase(town)
  const visitator = await as('vibeke.eksempel')
  const fields = { outside: 'doctor', name: 'Læge Opdigt', how: 'signed-paper', ground: 'Papir i skabet.', purpose: 'Vurder søvn.', account: 'Breve hver dag.', ...signedOn('2026-11-02') }
  assert.match((await visitator.post(`/sager/${it.id}/henvis/ud`, { ...fields, covers: ['contact'], once: once() })).html, /dækker ikke det, der er sket/)
  const sheet = await visitator.post(`/sager/${it.id}/henvis/ud`, { ...fields, once: once() })
  assert.match(sheet.html, /Det dækker: navn og sikker kontakt, kort om det, der er sket/)
  const id = await referred('outside')
  assert.equal((await visitator.get(`/henvisninger/${id}/papir/ark.pdf`)).status, 200)
  assert.match((await visitator.post(`/henvisninger/${id}/underskrift`, { once: once() })).html, /Ring, og sig det til modtageren/)
  assert.equal((await visitator.get(`/henvisninger/${id}/papir/ark.pdf`)).status, 422)
  const after = (await visitator.get(`/henvisninger/${id}/papir`)).html
  assert.match(after, /Samtykket er trukket tilbage/)
  assert.doesNotMatch(after, /ark\.pdf/)
  assert.match((await visitator.post(`/henvisninger/${id}/papir`, { once: once(), outcome: 'answer', channel: 'phone', on: '2026-11-03', answer: 'Tid på torsdag.' })).html, /Tid på torsdag/, 'an answer is still written down')
  assert.match((await visitator.get(`/sager/${it.id}`)).html, /trak sit samtykke tilbage tirsdag 3\. november 2026/)
  const her = await herVisit(town, app, it)
  const hers = (await her.get('/noter/henvisninger')).html
  assert.match(hers, /trak dit samtykke tilbage/)
  assert.match(hers, /Underskrevet mandag 2\. november 2026\. Det dækker: navn og sikker kontakt, kort om det, der er sket\. Det gjaldt til tirsdag 3\. november 2026\./, 'what she took back holds no longer')
})

test('outside the system the sheet goes nowhere once the day on the paper has come', async () => {
  const it = await openedCase(town)
  const visitator = await as('vibeke.eksempel')
  const fields = { outside: 'doctor', name: 'Læge Opdigt', how: 'signed-paper', ground: 'Papir i skabet.', purpose: 'Vurder søvn.', account: 'Breve hver dag.', ...signedOn('2026-11-02'), until: '2026-11-05' }
  await visitator.post(`/sager/${it.id}/henvis/ud`, { ...fields, once: once() })
  const id = await referred('outside')
  assert.match((await visitator.get(`/henvisninger/${id}/papir`)).html, /ark\.pdf/)
  town.moveClock(2 * 24 * 3_600_000)
  const later = await as('vibeke.eksempel')
  assert.equal((await later.get(`/henvisninger/${id}/papir/ark.pdf`)).status, 422)
  const after = (await later.get(`/henvisninger/${id}/papir`)).html
  assert.match(after, /Papiret gælder ikke længere/)
  assert.match((await (await herVisit(town, app, it)).get('/noter/henvisninger')).html, /Det gjaldt til torsdag 5\. november 2026\./)
  assert.doesNotMatch(after, /ark\.pdf/)
})
