// The police contact's card on a received referral: kept in versions, read by him alone, each version in its own words, and printed with a line in the journal.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import { sign, ask } from './consent-actions.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { perform } from '../../platform/action.ts'
import { sendAction } from '../../referrals/actions.ts'
import { cardFile } from '../../referrals/card.ts'
import { actorOf, asRole, openedCase, staffVisit } from './testing-case.ts'
import { withFileQuestion } from './testing-tool.ts'
import { openWeb } from '../web.ts'

let town: TestHouse
let app: Hono
let id = ''
before(async () => {
  town = await testHouse()
  app = openWeb(town.house)
  const [it, vibeke, peter] = [await openedCase(town), await town.as('vibeke.eksempel'), await town.as('peter.opdigt')]
  const { result } = await perform(town.house, vibeke, ask, { citizen: it.citizen, to: 'policeContact' })
  await perform(town.house, actorOf(it), sign, { consent: result.id, topics: ['account'], from: '2026-11-03', until: '2027-11-03' })
  id = (await perform(town.house, vibeke, sendAction, { case: it.id, til: peter.id, rolle: 'policeContact', tells: 'asked', purpose: 'Vurder et tilhold.', account: 'Kort.' })).result.id
})
after(() => town.close())
const own = async (text: string, ...values: unknown[]) => (await town.owner.query<{ n: number }>(text, values)).rows[0]?.n
const journal = (act: string) => own(`select count(*)::int as n from journal where act = $1 and ground is not null`, act)
const turnedAway = () => own(`select count(*)::int as n from journal where act = 'referrals.card-printed' and ground is null`)
const fields = { 'form-version': 'police-action-card-1', who: 'En, der er kendt.', receipt: 'yes' }

test('he fills it in, and it is his: encrypted, and neither the sender nor anybody else reads it', async () => {
  const police = await staffVisit(town, app, 'peter.opdigt')
  const at = `/henvisninger/${id}/kort`
  assert.match((await police.get(`/henvisninger/${id}`)).html, new RegExp(at))
  assert.match((await police.get(at)).html, /Send ingen hjem uden hjælp/)
  const kept = await police.post(at, { ...fields, once: randomUUID(), seen: '0' })
  assert.equal(kept.path, at)
  assert.match(kept.html, /Udgave 1[^]*En, der er kendt\./)
  const referral = await police.get(`/henvisninger/${id}`)
  assert.equal(referral.status, 200)
  assert.doesNotMatch(referral.html, /En, der er kendt/, 'it is no note')
  for (const name of ['vibeke.eksempel', 'inger.eksempel', 'dsc.raadgiver', 'jonas.eksempel']) {
    const other = await staffVisit(town, app, name)
    for (const path of [at, `${at}/udskrift.pdf`]) assert.equal((await other.get(path)).status, 404, `${name} ${path}`)
    assert.equal((await other.post(at, { ...fields, once: randomUUID(), seen: '1' })).status, 404, name)
  }
  for (const [name, role] of [['inger.eksempel', 'primaryCoordinator'], ['dsc.raadgiver', 'dscAdviser']] as const)
    assert.equal((await asRole(town, await town.as(name), role, db => sql`select id from receiver_record`.execute(db))).rows.length, 0, name)
  await assert.rejects(asRole(town, await town.as('vibeke.eksempel'), 'visitator', db => sql`select id from receiver_record`.execute(db)), /permission denied/)
  const { rows } = await town.owner.query<{ box: Buffer }>('select box from receiver_record')
  assert.ok(rows.length === 1 && !rows[0]?.box.toString('utf8').includes('kendt'))
})

test('two who save at once: the second sees both, keeps what was typed, and both versions stay', async () => {
  const police = await staffVisit(town, app, 'peter.opdigt')
  const at = `/henvisninger/${id}/kort`
  await police.post(at, { ...fields, who: 'Den første ret.', once: randomUUID(), seen: '1' })
  const late = await police.post(at, { ...fields, who: 'Den anden ret.', once: randomUUID(), seen: '1' })
  assert.equal(late.status, 409)
  for (const part of [/gemte kortet/, /Den første ret\./, /value="Den anden ret\."/, /name="seen" value="2"/]) assert.match(late.html, part)
  assert.doesNotMatch(late.html, /Der mangler noget/)
  const again = await police.post(at, { ...fields, who: 'Den anden ret.', once: randomUUID(), seen: '2' })
  for (const part of ['Udgave 1', 'Udgave 2', 'Udgave 3', 'En, der er kendt.', 'Den første ret.', 'Den anden ret.']) assert.ok(again.html.includes(part), part)
  const once = randomUUID()
  for (const _ of [1, 2]) await police.post(at, { ...fields, once, seen: '3' })
  assert.equal(await own('select count(*)::int as n from receiver_record where card is not null'), 4, 'sent twice, kept once')
  assert.equal((await police.post('/henvisninger/ingen/kort', { ...fields, once: randomUUID(), seen: '0' })).status, 404, 'an address that is none')
  const wrong = await police.post(at, { ...fields, expires: 'i morgen', once: randomUUID(), seen: '4' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /href="#expires"[^]*value="i morgen"/)
  await assert.rejects(town.owner.query(`update receiver_record set card = 9 where card = 1`), /./, 'a version is never changed')
  await assert.rejects(asRole(town, await town.as('peter.opdigt'), 'policeContact', db => sql`insert into receiver_record (id, referral, partnership, role, organisation, by, at, box, card)
    select gen_random_uuid(), referral, partnership, role, organisation, by, at, box, card from receiver_record where card = 1`.execute(db)), /receiver_record_card/)
})

test('each version is printed as it was, and every print is in the journal', async () => {
  const police = await staffVisit(town, app, 'peter.opdigt')
  const before = await journal('referrals.card-printed')
  for (const path of ['udskrift.pdf', 'udskrift.pdf?version=1&sprog=en']) assert.equal((await police.get(`/henvisninger/${id}/kort/${path}`)).status, 200, path)
  const away = await turnedAway()
  for (const path of [`${id}/kort/udskrift.pdf?version=99`, `${id}/kort/udskrift.pdf?version=x`]) assert.equal((await police.get(`/henvisninger/${path}`)).status, 404, path)
  assert.equal(await turnedAway(), Number(away) + 1, 'a version that is not there turns him away as a referral that is not there does; what is no number is not asked about')
  assert.equal(await journal('referrals.card-printed'), Number(before) + 2)
  assert.ok(Number(await journal('referrals.card-kept')) >= 4)
})

test('a file on the card is there whatever becomes of the page, lies with the version that was kept, and is his alone', async () => {
  const question = await withFileQuestion(town, 'police-action-card')
  const police = await staffVisit(town, app, 'peter.opdigt')
  const at = `/henvisninger/${id}/kort`
  const { 'form-version': _, ...plain } = fields
  const seen = (await police.get(at)).hidden('seen')
  const wrong = await police.post(at, { ...plain, expires: 'i morgen', once: randomUUID(), seen, [question]: [new File(['et spor'], 'spor.txt'), new File(['et andet'], 'andet.txt')] as unknown as string[] })
  assert.equal(wrong.status, 422)
  const boxes = [...wrong.html.matchAll(new RegExp(`name="${question}" value="([0-9a-f-]{36})" checked[\\s\\S]*?(spor|andet)\\.txt`, 'g'))]
  assert.equal(boxes.length, 2)
  const trace = boxes.find(hit => hit[2] === 'spor')?.[1] ?? ''
  for (const name of ['spor.txt', 'andet.txt']) assert.ok((await police.get(at)).html.includes(name), 'who goes away and comes back finds them')
  const kept = await police.post(at, { ...plain, once: randomUUID(), seen, [question]: trace })
  assert.equal(kept.status, 200)
  const rows = await town.owner.query<{ id: string; card: number }>('select id, card from receiver_attachment')
  assert.deepEqual(rows.rows, [{ id: trace, card: Number(seen) + 1 }], 'the one that was unticked is gone')
  const fetched = async (who: string) => perform(town.house, await town.as(who), cardFile, { referral: id, file: trace })
  assert.equal(await new Response((await fetched('peter.opdigt')).result.body).text(), 'et spor')
  for (const who of ['vibeke.eksempel', 'inger.eksempel', 'dsc.raadgiver', 'jonas.eksempel']) await assert.rejects(fetched(who), { code: 'platform.missing' }, who)
  await assert.rejects(town.owner.query('delete from receiver_attachment'), /stays as it is/)
})
