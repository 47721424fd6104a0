// Police first, then the municipality; the police to the centre, about one who is exposed and one who stalks; and to those who are not in the system.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { asRole, openedCase, staffVisit } from './testing-case.ts'
import { signedOn } from './testing-signed.ts'
import { openWeb } from '../web.ts'

let town: TestHouse
let app: Hono
before(async () => {
  town = await testHouse()
  app = openWeb(town.house)
})
after(() => town.close())

const handoff = {
  'form-version': 'handoff-2', onBehalf: 'self', agreed: 'yes', mayName: 'yes', citizenName: 'Signe Opdigt', callBack: 'phone', callBackHow: '00 11 22 33, hverdage 10-12',
  children: 'no', told: 'Hun har anmeldt breve hver dag.',
}
const signed = signedOn('2026-11-02')
const consent = { how: 'signed-paper', ...signed, where: 'Hos politiet, 0700-12345' }

test('police first: the visitator gets a case, the police see state and answer and nothing of it', async () => {
  const [police, visitator] = [await staffVisit(town, app, 'peter.opdigt'), await staffVisit(town, app, 'vibeke.eksempel')]
  const empty = await police.get('/henvis-hertil')
  assert.match(empty.html, /Henvis en borger til kommunen/)
  const no = await police.post('/henvis-hertil', { ...handoff, ...consent, once: randomUUID(), purpose: 'Hjælp med bolig.', how: '' })
  assert.equal(no.status, 422)
  assert.ok(no.html.includes('Hun har anmeldt breve hver dag.'), 'what was typed is kept')
  const sent = await police.post('/henvis-hertil', { ...handoff, ...consent, once: randomUUID(), purpose: 'Hjælp med bolig.' })
  assert.equal(sent.path, '/henvisninger')
  assert.match(sent.html, /Sendt, ikke åbnet/)

  const row = (await town.owner.query<{ id: string; case_id: string; number: string; ground: string }>(`select id, case_id, number, ground from referral where to_role = 'visitator'`)).rows[0]
  assert.ok(row && row.ground === 'signed-paper')
  assert.match((await visitator.get('/indbakke')).html, new RegExp(row.number))
  assert.match((await visitator.get(`/sager/${row.case_id}`)).html, /Peter Opdigt har henvist borgeren hertil/)
  const read = await visitator.get(`/henvisninger/${row.id}`)
  for (const part of ['Hjælp med bolig.', 'Hun har anmeldt breve hver dag.', 'Underskrevet på papir mandag 2. november 2026. Hos politiet, 0700-12345']) assert.ok(read.html.includes(part), part)
  await visitator.post(`/henvisninger/${row.id}/tag`, { once: randomUUID() })
  await visitator.post(`/henvisninger/${row.id}/svar`, { once: randomUUID(), answer: 'Vi har talt med borgeren.' })
  const after = await police.get('/henvisninger')
  assert.match(after.html, /Besvaret\. “Vi har talt med borgeren\.”/)
  for (const at of [`/sager/${row.case_id}`, `/henvisninger/${row.id}`]) assert.equal((await police.get(at)).status, 404, at)
  const seen = await asRole(town, await town.as('peter.opdigt'), 'policeContact', db => sql`select id from referral where id = ${row.id}`.execute(db))
  assert.equal(seen.rows.length, 1, 'the one who sent it')
  for (const table of ['case_event', 'safe_contact', 'citizen'])
    assert.equal(await asRole(town, await town.as('peter.opdigt'), 'policeContact', db => sql`select * from ${sql.table(table)}`.execute(db)).then(it => it.rows.length, () => 0), 0, table)
  const other = await asRole(town, await town.as('dsc.raadgiver'), 'dscAdviser', db => sql`select id from referral where id = ${row.id}`.execute(db))
  assert.equal(other.rows.length, 0)
  assert.equal((await (await staffVisit(town, app, 'jonas.eksempel')).get('/henvis-hertil')).status, 404)
})

test('the police undo what nobody has answered, and Dansk Stalking Center refers here too', async () => {
  const adviser = await staffVisit(town, app, 'dsc.raadgiver')
  const aloud = { ...handoff, purpose: 'Følg op.', how: 'oral', day: '2026-11-03', where: '' }
  assert.match((await adviser.post('/henvis-hertil', { ...aloud, told: '', once: randomUUID() })).html, /Få en underskrift/, 'the centre is no authority')
  const spoken = await staffVisit(town, app, 'peter.opdigt')
  assert.match((await spoken.post('/henvis-hertil', { ...aloud, once: randomUUID() })).html, /rækker kun til, hvordan borgeren kan nås/)
  assert.match((await spoken.post('/henvis-hertil', { ...aloud, told: '', day: '2026-10-27', once: randomUUID() })).html, /gælder i fem arbejdsdage/)
  assert.match((await spoken.post('/henvis-hertil', { ...aloud, told: '', day: '2026-11-04', once: randomUUID() })).html, /Dagen er ikke kommet endnu/)
  assert.equal((await spoken.post('/henvis-hertil', { ...aloud, told: '', day: '2026-10-28', once: randomUUID() })).path, '/henvisninger', 'the fifth working day')
  const sent = await adviser.post('/henvis-hertil', { ...handoff, once: randomUUID(), purpose: 'Følg op.', ...consent })
  assert.equal(sent.path, '/henvisninger')
  const id = /\/henvisninger\/([0-9a-f-]{36})\/fortryd/.exec(sent.html)?.[1] ?? ''
  const police = await staffVisit(town, app, 'peter.opdigt')
  assert.equal((await police.post(`/henvisninger/${id}/fortryd`, { once: randomUUID(), reason: 'x' })).status, 404)
  assert.match((await adviser.post(`/henvisninger/${id}/fortryd`, { once: randomUUID(), reason: 'Sendt for hurtigt' })).html, /Taget tilbage/)
})

test('the police refer to the centre on a signature, exposed and stalking counted apart; the receiver\'s notes are the receiver\'s', async () => {
  const [police, adviser] = [await staffVisit(town, app, 'peter.opdigt'), await staffVisit(town, app, 'dsc.raadgiver')]
  const fields = { contact: 'Navn Opdigt, 00 44 55 66', purpose: 'Ring ham op.', account: '', ...signed, where: 'Hos os' }
  const entrance = await police.get('/henvis-til-centret')
  assert.ok(!entrance.html.includes('<textarea'), 'first it is said whom it is about')
  assert.doesNotMatch((await police.get('/henvis-til-centret?om=exposed')).html, /name="first"/)
  assert.match((await police.get('/henvis-til-centret?om=stalks')).html, /Først: den, det går ud over[^]*name="first"/)
  const half = await police.post('/henvis-til-centret', { ...fields, once: randomUUID(), about: 'stalks', where: '' })
  assert.equal(half.status, 422)
  assert.match(half.html, /name="first"[^]*Navn Opdigt, 00 44 55 66/, 'the same page again, with what was typed')
  const unasked = await police.post('/henvis-til-centret', { ...fields, once: randomUUID(), about: 'stalks' })
  assert.equal(unasked.status, 422)
  assert.match(unasked.html, /Svar på, om den udsatte har fået det at vide/)
  for (const about of ['stalks', 'stalks', 'exposed']) await police.post('/henvis-til-centret', { ...fields, once: randomUUID(), about, first: 'told', firstOn: '2026-11-02' })
  assert.match((await police.get('/henvisninger')).html, /1 udsatte, 2 der stalker/)
  const found = (await town.owner.query<{ id: string; case_id: string | null; citizen: string | null }>(`select id, case_id, citizen from referral where to_role = 'dscAdviser' and about = 'stalks'`)).rows
  assert.deepEqual(found.map(it => [it.case_id, it.citizen]), [[null, null], [null, null]])
  const id = found[0]?.id ?? ''
  assert.match((await adviser.get(`/henvisninger/${id}`)).html, /00 44 55 66/)
  const noted = await adviser.post(`/henvisninger/${id}/notat`, { once: randomUUID(), note: 'Vil gerne tale torsdag.' })
  assert.match(noted.html, /Vil gerne tale torsdag\./)
  assert.ok(!(await police.get('/henvisninger')).html.includes('torsdag'))
  const seen = await asRole(town, await town.as('peter.opdigt'), 'policeContact', db => sql`select id from receiver_record`.execute(db))
  assert.equal(seen.rows.length, 0, 'the sender never sees the receiver\'s notes')
  const boxes = (await town.owner.query<{ box: Buffer }>('select box from receiver_record')).rows
  assert.ok(boxes.length === 1 && !boxes[0]?.box.toString('utf8').includes('torsdag'))
  await assert.rejects(asRole(town, await town.as('peter.opdigt'), 'policeContact', async db => sql`insert into referral (id, partnership, case_id, number, citizen, to_role, to_person, about, ground, from_person, from_role, key_wrapped, copy_box, sent_at, due)
    values (gen_random_uuid(), 1, null, 'x', null, 'dscAdviser', ${(await town.as('dsc.raadgiver')).id}, 'stalks', 'oral', ${(await town.as('peter.opdigt')).id}, 'policeContact', '', '', now(), now())`.execute(db)), /row-level security/, 'no word alone to the centre')
  const peter = await town.as('peter.opdigt')
  await assert.rejects(asRole(town, peter, 'policeContact', async db => sql`insert into referral (id, partnership, case_id, number, citizen, to_role, to_person, about, ground, from_person, from_role, key_wrapped, copy_box, sent_at, due)
    values (gen_random_uuid(), 1, null, 'x', null, 'dscAdviser', ${(await town.as('dsc.raadgiver')).id}, 'stalks', 'signed-paper', ${peter.id}, 'policeContact', '', '', now(), now())`.execute(db)), /row-level security/, 'nor before the exposed person was told')
})

test('outside the system it goes on paper with its ground, and the sender writes the answer in', async () => {
  const it = await openedCase(town)
  const visitator = await staffVisit(town, app, 'vibeke.eksempel')
  const fields = { outside: 'doctor', name: 'Læge Opdigt', how: 'oral', ground: 'Sagt i telefon.', purpose: 'Vurder søvn og uro.', account: '' }
  const no = await visitator.post(`/sager/${it.id}/henvis/ud`, { ...fields, once: randomUUID() })
  assert.equal(no.status, 422)
  assert.match(no.html, /Et mundtligt ja gælder kun mellem myndigheder/)
  const centre = await visitator.post(`/sager/${it.id}/henvis/ud`, { ...fields, once: randomUUID(), outside: 'other', name: 'Dansk Stalking Center', how: 'law' })
  assert.equal(centre.status, 422, 'the centre by another name')
  assert.match(centre.html, /kun noget, når borgeren har skrevet under/)
  const aloud = { ...fields, outside: 'otherMunicipality' }
  assert.match((await visitator.post(`/sager/${it.id}/henvis/ud`, { ...aloud, saidOn: '2026-10-20', once: randomUUID() })).html, /gælder i fem arbejdsdage/)
  assert.match((await visitator.post(`/sager/${it.id}/henvis/ud`, { ...aloud, saidOn: '2026-11-03', account: 'Hun sover dårligt.', once: randomUUID() })).html, /rækker kun til/)
  const paper = await visitator.post(`/sager/${it.id}/henvis/ud`, { ...fields, once: randomUUID(), how: 'signed-paper', ...signed, ground: 'Papir 2. november, i skabet.' })
  assert.match(paper.path, /\/papir$/)
  for (const part of ['Til Læge Opdigt', 'Vurder søvn og uro.', 'Papir 2. november, i skabet.']) assert.ok(paper.html.includes(part), part)
  assert.match((await visitator.get(`/sager/${it.id}`)).html, /Venter på, at Læge/)
  const done = await visitator.post(paper.path, { once: randomUUID(), outcome: 'answer', channel: 'phone', on: '2026-11-03', answer: 'Tid på torsdag.' })
  assert.match(done.html, /Svaret på telefon tirsdag 3\. november 2026: Tid på torsdag\./)
  const after = await visitator.get(`/sager/${it.id}`)
  assert.match(after.html, /<strong>Læge Opdigt<\/strong>, læge: besvaret/)
  assert.match(after.html, /Beslut, hvad der skal ske nu/)
  const id = paper.path.split('/').at(-2) ?? ''
  for (const at of ['', '/ark.pdf']) assert.equal((await (await staffVisit(town, app, 'peter.opdigt')).get(`/henvisninger/${id}/papir${at}`)).status, 404)
  assert.equal((await (await staffVisit(town, app, 'vibeke.eksempel')).get(`/henvisninger/${id}/papir/ark.pdf`)).status, 200)
  assert.equal((await (await staffVisit(town, app, 'inger.eksempel')).get(`/henvisninger/${id}/papir`)).status, 404)
})

test('why the exposed person was not told stays with the police: the centre has no key to it and no row of it', async () => {
  const police = await staffVisit(town, app, 'peter.opdigt')
  const sent = await police.post('/henvis-til-centret', {
    once: randomUUID(), about: 'stalks', contact: 'Navn Opdigt, 00 44 55 66', purpose: 'Ring ham op.', account: '', ...signed, where: 'Hos os', first: 'waived', firstWhy: 'Hun kan ikke nås på en sikker måde.',
  })
  assert.equal(sent.path, '/henvisninger')
  assert.match(sent.html, /Hvorfor ingen fik det at vide først: “Hun kan ikke nås på en sikker måde\.”/)
  assert.doesNotMatch((await (await staffVisit(town, app, 'dsc.raadgiver')).get('/henvisninger')).html, /Hvorfor ingen fik|kan ikke nås/)
  const [row] = (await town.owner.query<{ referral: string; mine: Buffer; copy: Buffer; told: Buffer | null }>(`select w.referral, w.key_wrapped as mine, r.key_wrapped as copy, r.told_box as told from referral_told_why w join referral r on r.id = w.referral`)).rows
  assert.ok(row && row.told === null && !row.mine.equals(row.copy))
  const [peter, adviser] = [await town.as('peter.opdigt'), await town.as('dsc.raadgiver')]
  assert.equal((await asRole(town, peter, 'policeContact', db => sql`select box from referral_told_why`.execute(db))).rows.length, 1)
  await assert.rejects(asRole(town, adviser, 'dscAdviser', db => sql`select box from referral_told_why`.execute(db)), { code: '42501' })
  await assert.rejects(asRole(town, adviser, 'dscAdviser', db => sql`select told_box from referral`.execute(db)), { code: '42501' })
})
