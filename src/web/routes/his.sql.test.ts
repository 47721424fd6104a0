// A person who stalks is referred to Dansk Stalking Center out of the record of the talks, on the paper that he signed: what it covers goes along, and nothing of the exposed person.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import type { Role } from '../../kernel/actor.ts'
import { withRole } from '../../platform/db.ts'
import { father, type Walled, walled } from './testing-sides.ts'
import { openWeb } from '../web.ts'

let town: TestHouse
let it: Walled
let talks = ''
let referral = ''
before(async () => {
  town = await testHouse()
  it = walled(town, openWeb(town.house))
})
after(() => town.close())

const seq = async () => String((await it.standing(talks)).seq)
const offer = { first: 'told', firstOn: '2026-11-03', toldOn: '2026-11-03', answer: 'consents', signedOn: '2026-11-03', covers: ['name', 'phone'], until: '2027-05-03', keptWhere: 'Skab 2, mappe 7' } as const
const form = { first: 'waived', firstWhy: 'Hanne vil ikke ringes op i denne uge.', name: 'Bent Opdigt', phone: '00 55 55 55', why: 'Han har ringet til hende 40 gange.' } as const
const send = (fields: Readonly<Record<string, string>> = form) => it.ask('nadia.opdigt', `/samtaler/${talks}/henvis`, fields)
const newest = async (): Promise<{ id: string; state: string; about: string }> =>
  (await town.owner.query(`select n.referral as id, n.state, r.about from referral_now n join referral r on r.id = n.referral where r.side_case = $1 order by r.sent_at desc limit 1`, [talks])).rows[0]
const as = async <T extends object>(name: string, role: Role, query: ReturnType<typeof sql<T>>) => {
  const actor = await town.as(name)
  return withRole(town.house.pool, role, { person: actor.id, partnership: 1, now: town.house.clock.now() }, db => query.execute(db))
}

test('without a paper that he signed nothing is sent, and with it only after the exposed person was told or with the reason why not', async () => {
  talks = await it.open('nadia.opdigt', '/samtaler', father)
  assert.match((await it.ask('nadia.opdigt', `/samtaler/${talks}/henvis`)).text, /Uden det må intet sendes/)
  assert.equal((await send()).status, 409)
  assert.equal((await it.ask('nadia.opdigt', `/samtaler/${talks}/tilbud`, { seq: await seq(), ...offer, until: '2026-11-02', signedOn: '2026-11-01' })).status, 422, 'a paper that is over')
  assert.equal((await it.ask('nadia.opdigt', `/samtaler/${talks}/tilbud`, { seq: await seq(), ...offer, signedOn: '2026-11-20' })).status, 422, 'a day to come')
  assert.equal((await it.ask('nadia.opdigt', `/samtaler/${talks}/tilbud`, { seq: await seq(), ...offer })).status, 303)
  const page = (await it.ask('nadia.opdigt', `/samtaler/${talks}`)).text
  assert.match(page, /Henvis til Dansk Stalking Center/)
  assert.match(page, /Der er ikke sendt noget endnu/)
  assert.equal((await send({ name: 'Bent Opdigt' })).status, 422, 'she is told first')
  assert.equal((await send({ ...form, name: '', phone: '' })).status, 422)
  assert.equal((await it.standing(talks)).next, 'review', 'nothing of it was kept')
})

test('what the paper covers goes along and nothing else: not what it is about, not who told whom, not where the paper is', async () => {
  const sent = await send()
  assert.equal(sent.status, 303, sent.text)
  assert.equal(sent.to, `/samtaler/${talks}`)
  const now = await newest()
  referral = now.id
  assert.deepEqual([now.state, now.about], ['sent', 'stalks'])
  const waits = await it.standing(talks)
  assert.equal(waits.next, 'await-answer')
  assert.equal((await send()).status, 409, 'one question at a time')
  const dsc = (await it.ask('dsc.raadgiver', `/henvisninger/${referral}`)).text
  assert.match(dsc, /Bent Opdigt/)
  assert.match(dsc, /00 55 55 55/)
  assert.match(dsc, /Sig intet om den udsatte/)
  for (const no of ['40 gange', 'Hanne', 'ringes op', 'Skab 2', 'Sikker kontakt']) assert.ok(!dsc.includes(no), no)
  const { rows: [row] } = await town.owner.query('select case_id, citizen, told_first, told_on, told_box, consent from referral where id = $1', [referral])
  assert.deepEqual(row, { case_id: null, citizen: null, told_first: null, told_on: null, told_box: null, consent: null })
})

test('nobody but who has the talks and who was asked finds it: at no address, in no list, past no wall', async () => {
  const number = (await it.standing(talks)).number
  for (const name of ['vibeke.eksempel', 'daniel.proeve', 'inger.eksempel', 'peter.opdigt', 'torben.eksempel', 'helle.eksempel', 'jonas.eksempel']) {
    for (const at of [`/henvisninger/${referral}`, `/henvisninger/${referral}/papir`, `/samtaler/${talks}/henvis`]) assert.equal((await it.ask(name, at)).status, 404, `${name} ${at}`)
    for (const at of ['/model', '/henvisninger', '/indbakke', '/frister']) assert.ok(!(await it.ask(name, at)).text.includes(number), `${name} ${at}`)
    const actor = await town.as(name)
    for (const role of actor.roles)
      for (const query of [sql<object>`select id from referral where id = ${referral}`, sql<object>`select seq from referral_event where referral = ${referral}`, sql<object>`select id from other_consent where case_id = ${talks}`]) {
        const seen = await as(name, role, query).then(found => found.rows.length, (error: { code?: string }) => { assert.equal(error.code, '42501'); return 0 })
        assert.equal(seen, 0, `${name} as ${role}`)
      }
  }
  assert.equal((await it.ask('dsc.raadgiver', `/samtaler/${talks}`)).status, 404, 'the copy is read, never the talks')
  await assert.rejects(as('dsc.raadgiver', 'dscAdviser', sql<object>`select seq from case_event where case_id = ${talks}`), { code: '42501' })
  await assert.rejects(as('vibeke.eksempel', 'visitator', sql<object>`insert into referral (id, partnership, case_id, number, citizen, to_role, to_person, about, ground, from_person, from_role, key_wrapped, copy_box, sent_at, due, side_case, side_consent)
    select ${randomUUID()}, 1, null, 'x', null, 'dscAdviser', ${(await town.as('dsc.raadgiver')).id}, 'stalks', 'signed-paper', ${(await town.as('vibeke.eksempel')).id}, 'visitator', 'x', 'x', now(), now(), ${talks}, id from other_consent`), { code: '42501' })
})

test('taken on, answered, sent back: whoever has the talks sees it and must act; the record says so with a day', async () => {
  assert.equal((await it.ask('dsc.raadgiver', `/henvisninger/${referral}/tag`, {})).status, 303)
  assert.deepEqual((await it.moves(talks)).slice(-2), ['refer', 'taken-on'])
  assert.match((await it.ask('nadia.opdigt', `/samtaler/${talks}`)).text, /Dansk Stalking Center har taget imod/)
  assert.equal((await it.ask('dsc.raadgiver', `/henvisninger/${referral}/svar`, { answer: 'Vi har talt med ham to gange.' })).status, 303)
  const answered = (await it.ask('nadia.opdigt', `/samtaler/${talks}`)).text
  assert.match(answered, /Vi har talt med ham to gange/)
  assert.equal((await it.standing(talks)).next, 'review')
  assert.equal((await send()).status, 303, 'one more may be sent after the answer')
  const second = (await newest()).id
  assert.equal((await it.ask('dsc.raadgiver', `/henvisninger/${second}/afvis`, { reason: 'Vi kan ikke få fat i ham.' })).status, 303)
  const back = await it.standing(talks)
  assert.ok(back.next === 'decide' && back.due)
  assert.match((await it.ask('nadia.opdigt', `/samtaler/${talks}`)).text, /De sagde nej: find en anden vej/)
  assert.equal((await it.ask('dsc.raadgiver', `/henvisninger/${second}`)).status, 404, 'the copy is closed again')
  assert.equal((await send()).status, 303)
  const third = (await newest()).id
  assert.equal((await it.ask('vibeke.eksempel', `/henvisninger/${third}/fortryd`, { reason: 'x' })).status, 404)
  assert.equal((await it.ask('nadia.opdigt', `/henvisninger/${third}/fortryd`, { reason: 'Han har bedt om det.' })).to, `/samtaler/${talks}`)
  assert.equal((await newest()).state, 'taken-back')
  assert.equal((await it.standing(talks)).next, 'review')
})

test('a name of the exposed person is refused in the words, however it is written', async () => {
  assert.equal((await it.ask('nadia.opdigt', `/samtaler/${talks}/tilbud`, { seq: await seq(), ...offer, covers: ['name', 'phone', 'why'] })).status, 303)
  for (const why of ['Han ringer til Hanne Opdigt hver nat.', 'opdigt, hanne bie', 'Brevet til HANNE BIE OPDIGT']) {
    const refused = await send({ ...form, why })
    assert.equal(refused.status, 422, why)
    assert.match(refused.text, /Teksten nævner den udsatte/)
  }
  assert.equal((await send({ ...form, why: 'Han vil lære at lade være.' })).status, 303)
  assert.match((await it.ask('dsc.raadgiver', `/henvisninger/${(await newest()).id}`)).text, /lære at lade være/)
})

test('he takes his paper back: nothing more is sent, and what was sent stays', async () => {
  const last = (await newest()).id
  assert.equal((await it.ask('nadia.opdigt', `/samtaler/${talks}/traek-tilbage`, { seq: await seq(), told: 'Han ringede og sagde stop.' })).status, 303)
  assert.equal((await it.ask('dsc.raadgiver', `/henvisninger/${last}/svar`, { answer: 'x' })).status, 404, 'not taken on yet')
  assert.equal((await it.ask('dsc.raadgiver', `/henvisninger/${last}/tag`, {})).status, 303, 'what was sent stays')
  assert.equal((await it.ask('dsc.raadgiver', `/henvisninger/${last}/svar`, { answer: 'Færdig.' })).status, 303)
  assert.equal((await send()).status, 409)
  const paper = (await town.owner.query<{ id: string }>('select id from other_consent where case_id = $1 order by at desc limit 1', [talks])).rows[0]?.id
  const nadia = await town.as('nadia.opdigt')
  await assert.rejects(as('nadia.opdigt', 'familyCounsellor', sql<object>`insert into referral (id, partnership, number, to_role, to_person, about, ground, from_person, from_role, key_wrapped, copy_box, sent_at, due, side_case, side_consent)
    values (${randomUUID()}, 1, 'x', 'dscAdviser', ${(await town.as('dsc.raadgiver')).id}, 'stalks', 'signed-paper', ${nadia.id}, 'familyCounsellor', 'x', 'x', now(), now(), ${talks}, ${paper})`), { code: '42501' }, 'nor past the first wall')
  assert.doesNotMatch((await it.ask('nadia.opdigt', `/samtaler/${talks}`)).text, /traek-tilbage/)
})

test('nobody at the centre answers: it climbs there, and the talks do not climb beside it; whoever has the talks then is told, and whoever had them is not', async () => {
  assert.equal((await it.ask('nadia.opdigt', `/samtaler/${talks}/tilbud`, { seq: await seq(), ...offer })).status, 303)
  assert.equal((await send()).status, 303)
  const late = (await newest()).id
  await it.daysOn(14)
  assert.equal((await newest()).state, 'escalated')
  assert.doesNotMatch((await it.moves(talks)).join(' '), /remind/)
  const list = (await it.ask('karen.proeve', '/frister')).text
  assert.match(list, /S-2026-0001/)
  assert.doesNotMatch(list, /Bent|Hanne/)
  const mikkel = (await town.as('mikkel.opdigt')).id
  await town.owner.query(`insert into holding (partnership, role, person, from_day) values (1, 'familyCounsellor', $1, '2026-11-01')`, [mikkel])
  assert.equal((await it.ask('karen.proeve', `/fordeling/${talks}`, { to: mikkel })).status, 303)
  assert.match((await it.ask('mikkel.opdigt', `/samtaler/${talks}`)).text, /lederen skal udpege en modtager/)
  assert.equal((await it.ask('nadia.opdigt', `/henvisninger/${late}/fortryd`, { reason: 'x' })).status, 404, 'who gave the talks away takes nothing back')
  assert.equal((await as('nadia.opdigt', 'familyCounsellor', sql<object>`select id from referral where id = ${late}`)).rows.length, 0)
  assert.equal((await it.ask('mikkel.opdigt', `/henvisninger/${late}/fortryd`, { reason: 'Aftalt med ham.' })).status, 303)
})

test('those who stalk are counted apart from those who are exposed', async () => {
  const { rows } = await as('karen.proeve', 'leader', sql<{ what: string; part: string; n: number }>`select * from gate.year_counts('leader', 2026)`)
  assert.ok(rows.filter(one => one.what === 'stalks').reduce((sum, one) => sum + one.n, 0) >= 5)
  assert.equal(rows.filter(one => one.what === 'referrals').length, 0)
})
