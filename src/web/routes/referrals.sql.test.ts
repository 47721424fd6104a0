// From consent to a frozen copy at the police, and the baton to a coordinator; and what the database lets each role see of it.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import type { Role } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { caseAction } from '../../cases/actions.ts'
import { withdrawAction } from '../../consents/actions.ts'
import { ask as askAction } from './consent-actions.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { addEntry } from '../../incidents/actions.ts'
import { show } from '../../incidents/actions-show.ts'
import { shortEntry } from '../../incidents/testing-log.ts'
import { perform } from '../../platform/action.ts'
import { composeAction, sendAction, takeBackAction } from '../../referrals/actions.ts'
import { acceptAction, answerAction, declineAction, inboxAction, readAction } from '../../referrals/actions-receive.ts'
import { sign } from './consent-actions.ts'
import { actorOf, asRole, herVisit, openedCase, type OpenCase, staffVisit } from './testing-case.ts'
import { openWeb } from '../web.ts'

let town: TestHouse
let app: Hono
before(async () => {
  town = await testHouse()
  app = openWeb(town.house)
})
after(() => town.close())

const refused = (kind: string, code?: string) => (error: unknown) => error instanceof Refusal && error.kind === kind && (code === undefined || error.code === code)
const year = { from: '2026-11-03', until: '2027-11-03' }

async function consented(it: OpenCase, topics: readonly string[], to = 'policeContact', leftOut = ''): Promise<string> {
  const { result } = await perform(town.house, await town.as('vibeke.eksempel'), askAction, { citizen: it.citizen, to })
  await perform(town.house, actorOf(it), sign, { consent: result.id, topics, ...year, ...(leftOut && { leftOut }) })
  return result.id
}
/** Two incidents in her log, the first of them shown to the visitator. */
async function shownLog(it: OpenCase): Promise<readonly [string, string]> {
  const write = async (told: string) => (await perform(town.house, actorOf(it), addEntry, shortEntry(told, { note: 'Kun for mig.' }))).result.id
  const [first, second] = [await write('Han stod ved porten.'), await write('Holdt for sig selv.')]
  await perform(town.house, actorOf(it), show, { til: 'visitator', vis: first })
  return [first, second]
}
const personOf = async (signIn: string) => (await town.as(signIn)).id
const sending = async (it: OpenCase, signIn: string, rolle: string, more: Readonly<Record<string, unknown>> = {}) =>
  perform(town.house, await town.as('vibeke.eksempel'), sendAction, { case: it.id, til: await personOf(signIn), rolle, purpose: 'Vær med til at vurdere et tilhold.', tells: 'asked', ...more })
const sent = async (...args: Parameters<typeof sending>): Promise<string> => (await sending(...args)).result.id
const stateOf = async (id: string) =>
  (await town.owner.query<{ state: string; due: Date }>('select e.state, r.due from referral r join referral_event e on e.referral = r.id where r.id = $1 order by seq desc limit 1', [id])).rows[0]
const baton = async (it: OpenCase) => (await town.owner.query<{ status: string; holder: string }>('select status, holder from case_now where case_id = $1', [it.id])).rows[0]

test('the story: what the consent covers is prepared, sent, read as a copy, accepted and answered; she sees it all', async () => {
  const it = await openedCase(town)
  await shownLog(it)
  const her = await herVisit(town, app, it)
  const [visitator, police] = [await staffVisit(town, app, 'vibeke.eksempel'), await staffVisit(town, app, 'peter.opdigt')]
  const before = await visitator.get(`/sager/${it.id}/henvis`)
  assert.match(before.html, /Der er ikke et samtykke, der gælder i dag/)
  assert.match(before.html, new RegExp(`/borgere/${it.citizen}/samtykker\\?sag=${it.id}`))
  const at = `/sager/${it.id}/henvis?til=${await personOf('peter.opdigt')}&rolle=policeContact`
  assert.doesNotMatch((await visitator.get(at)).html, /name="purpose"/, 'no form without a consent')

  await consented(it, ['account', 'log'], 'policeContact', 'Min søsters navn')
  const page = await visitator.get(at)
  for (const part of ['Henvis til Peter Opdigt', 'Hun får breve hver dag.', 'Han stod ved porten.', 'Min søsters navn', 'Den anden part kan komme til at læse']) assert.ok(page.html.includes(part), part)
  for (const no of ['Holdt for sig selv', 'Kun for mig', 'name="finding"', 'name="contact"', 'Uønsket og gentaget']) assert.ok(!page.html.includes(no), no)
  const chosen = [...page.html.matchAll(/name="entries" value="([^"]+)" checked/g)].map(it => it[1] ?? '')
  assert.equal(chosen.length, 1, 'what she shows is ticked')

  const fields = { til: page.hidden('til'), rolle: page.hidden('rolle'), once: page.hidden('once'), account: 'Breve hver dag.', finding: 'Sniget med', entries: chosen }
  const back = await visitator.post(`/sager/${it.id}/henvis`, { ...fields, purpose: '' })
  assert.equal(back.status, 422)
  assert.ok(back.html.includes('href="#purpose"') && back.html.includes('Breve hver dag.'), 'what was typed is kept')
  assert.match((await visitator.post(`/sager/${it.id}/henvis`, { ...fields, purpose: 'Vurder et tilhold.' })).html, /Svar på, om politiet siger til[^]*Siger politiet til, før de taler med den anden part/)
  const done = await visitator.post(`/sager/${it.id}/henvis`, { ...fields, purpose: 'Vurder et tilhold.', tells: 'agreed' })
  assert.equal(done.path, `/sager/${it.id}`)
  assert.match(done.html, /Peter Opdigt<\/strong>, politiets kontaktperson: sendt, ikke åbnet, svar om 2 dage/)

  assert.match((await police.get('/model')).html, /1 henvisning venter/)
  const inbox = await police.get('/henvisninger')
  const to = /\/henvisninger\/[0-9a-f-]{36}/.exec(inbox.html)?.[0] ?? ''
  assert.match(inbox.html, /om 2 dage/)
  const read = await police.get(to)
  for (const part of ['Vurder et tilhold.', 'Breve hver dag.', 'Han stod ved porten.', 'Tag imod', it.number]) assert.ok(read.html.includes(part), part)
  for (const no of ['Sniget med', 'Holdt for sig selv', 'Kun for mig', 'Signe Opdigt', '00 11 22 33']) assert.ok(!read.html.includes(no), no)
  assert.match((await visitator.get(`/sager/${it.id}`)).html, /åbnet, venter på svar/)
  await police.get(to)
  assert.equal((await town.owner.query('select 1 from referral_event where step = $1 and referral = $2', ['see', to.split('/').at(-1)])).rowCount, 1, 'seen is written once')

  const taken = await police.post(`${to}/tag`, { once: randomUUID() })
  assert.match(taken.html, /Dit svar til den, der sendte/)
  const empty = await police.post(`${to}/svar`, { once: randomUUID(), answer: '' })
  assert.equal(empty.status, 422)
  await police.post(`${to}/svar`, { once: randomUUID(), answer: 'Journal 12-34.' })
  assert.match((await visitator.get(`/sager/${it.id}`)).html, /besvaret.*Journal 12-34\./s)
  assert.equal((await police.get(`/sager/${it.id}`)).status, 404, 'the police never reach the living case')

  const own = await her.get('/noter/henvisninger')
  for (const part of ['Politiets kontaktperson: Peter Opdigt', 'Besvaret', 'Breve hver dag.', 'Han stod ved porten.']) assert.ok(own.html.includes(part), part)
  assert.ok(!own.html.includes('Sniget med'))
  await her.post('/noter/laas-igen', {})
  assert.match((await her.get('/noter/henvisninger')).path, /laas/)
})

test('a coordinator sees the task alone, and has case and baton from the moment of accepting', async () => {
  const it = await openedCase(town)
  const id = await sent(it, 'inger.eksempel', 'primaryCoordinator', { account: 'Skal ikke med' })
  const [inger, visitator] = [await staffVisit(town, app, 'inger.eksempel'), await staffVisit(town, app, 'vibeke.eksempel')]
  assert.match((await visitator.get(`/sager/${it.id}`)).html, /Venter på, at Inger Eksempel tager imod/)
  assert.equal((await inger.get(`/sager/${it.id}`)).status, 404)
  assert.match((await inger.get('/model')).html, /1 henvisning venter/)
  const page = await inger.get(`/henvisninger/${id}`)
  assert.match(page.html, /Tag imod stafetten/)
  assert.ok(!page.html.includes('Skal ikke med') && !page.html.includes('Uønsket og gentaget'))
  const taken = await inger.post(`/henvisninger/${id}/tag`, { once: randomUUID() })
  assert.equal(taken.path, `/sager/${it.id}`)
  assert.match(taken.html, /Dig, primær koordinator/)
  assert.deepEqual(await baton(it), { status: 'coordinated', holder: await personOf('inger.eksempel') })
  const onward = (await inger.get(`/sager/${it.id}/henvis`)).html
  assert.ok(onward.includes('Vælg Mikkel Opdigt') && !onward.includes('Vælg Inger Eksempel'), 'whoever has it is asked to take it by nobody')
})

test('accepted twice at once, or while it is taken back, one of them happens and the baton is in one place', async () => {
  for (let round = 0; round < 4; round++) {
    const it = await openedCase(town)
    const id = await sent(it, 'inger.eksempel', 'primaryCoordinator')
    const [inger, vibeke] = [await town.as('inger.eksempel'), await town.as('vibeke.eksempel')]
    await Promise.allSettled([
      perform(town.house, inger, acceptAction, { referral: id }), perform(town.house, inger, acceptAction, { referral: id }),
      perform(town.house, vibeke, takeBackAction, { referral: id, reason: 'Fortrudt' }),
    ])
    const state = (await stateOf(id))?.state
    assert.ok(state === 'accepted' || state === 'taken-back')
    assert.deepEqual(await baton(it), state === 'accepted' ? { status: 'coordinated', holder: inger.id } : { status: 'clarified', holder: vibeke.id })
  }
})

test('declined, it stands on the case and in the inbox as the thing to do, until something is done', async () => {
  const it = await openedCase(town)
  const id = await sent(it, 'mikkel.opdigt', 'primaryCoordinator')
  const [mikkel, visitator] = [await staffVisit(town, app, 'mikkel.opdigt'), await staffVisit(town, app, 'vibeke.eksempel')]
  const none = await mikkel.post(`/henvisninger/${id}/afvis`, { reason: ' ' })
  assert.equal(none.status, 422)
  await mikkel.post(`/henvisninger/${id}/afvis`, { reason: 'Borgeren er under 18 år.' })
  assert.equal((await mikkel.get(`/henvisninger/${id}`)).status, 404, 'the copy is closed to whoever sent it back')
  const kept = await asRole(town, await town.as('mikkel.opdigt'), 'primaryCoordinator', db => sql`select id from referral where id = ${id}`.execute(db))
  assert.equal(kept.rows.length, 0, 'in the database too')
  for (const path of ['/indbakke', `/sager/${it.id}`]) {
    const page = await visitator.get(path)
    assert.match(page.html, /Mikkel Opdigt har sendt henvisningen tilbage/, path)
    assert.match(page.html, /Borgeren er under 18 år\./)
  }
  const { html } = await visitator.get(`/sager/${it.id}`)
  const button = /<a[^>]*class="[^"]*button-primary[^"]*"[^>]*>([^<]*)</.exec(html)?.[1]
  assert.equal(button, 'Henvis videre', 'what came back goes on to somebody, and closing is not the one thing to press')
  await sent(it, 'inger.eksempel', 'primaryCoordinator')
  assert.doesNotMatch((await visitator.get('/indbakke')).html, /Mikkel Opdigt har sendt/)
})

test('the sender takes back what nobody has answered, with a reason', async () => {
  const it = await openedCase(town)
  const id = await sent(it, 'inger.eksempel', 'primaryCoordinator')
  const visitator = await staffVisit(town, app, 'vibeke.eksempel')
  assert.equal((await visitator.post(`/henvisninger/${id}/tilbage`, { case: it.id, reason: '' })).status, 422)
  const back = await visitator.post(`/henvisninger/${id}/tilbage`, { case: it.id, reason: 'Sendt til den forkerte' })
  assert.match(back.html, /taget tilbage\. “Sendt til den forkerte”/)
  await assert.rejects(perform(town.house, await town.as('inger.eksempel'), readAction, { referral: id }), refused('missing'))
})

test('one question at a time, also when it is sent many times at once', async () => {
  const it = await openedCase(town)
  await consented(it, ['account'])
  const tried = await Promise.allSettled(Array.from({ length: 5 }, () => sending(it, 'peter.opdigt', 'policeContact', { account: 'Kort.' })))
  assert.equal(tried.filter(one => one.status === 'fulfilled').length, 1)
})

test('who does not hold the role today is not sent to, and a receiver who loses it reads nothing', async () => {
  const it = await openedCase(town)
  await consented(it, ['account'])
  await assert.rejects(sending(it, 'amina.opdigt', 'policeContact', { account: 'x' }), refused('conflict', 'referrals.receiver-gone'))
  await assert.rejects(sending(it, 'peter.opdigt', 'visitator', { account: 'x' }), refused('invalid'))
  await assert.rejects(sending(it, 'peter.opdigt', 'policeContact', { finding: 'ikke dækket' }), refused('invalid', 'referrals.nothing-covered'))
  const id = await sent(it, 'peter.opdigt', 'policeContact', { account: 'Kort.' })
  const peter = await town.as('peter.opdigt')
  await town.owner.query(`update holding set to_day = '2026-11-01' where person = $1`, [peter.id])
  await assert.rejects(perform(town.house, await town.as('peter.opdigt'), readAction, { referral: id }), refused('missing'))
  const rows = await asRole(town, peter, 'policeContact', db => sql`select id from referral`.execute(db))
  assert.equal(rows.rows.length, 0)
  await town.owner.query(`insert into holding (partnership, role, person, from_day) values (1, 'policeContact', $1, '2026-11-02')`, [peter.id])
})

test('a consent that is taken back stops what is not sent yet and leaves what was delivered', async () => {
  const it = await openedCase(town)
  const consent = await consented(it, ['account'])
  const id = await sent(it, 'peter.opdigt', 'policeContact', { account: 'Delt før.' })
  const peter = await town.as('peter.opdigt')
  await perform(town.house, peter, acceptAction, { referral: id })
  await perform(town.house, actorOf(it), withdrawAction, { consent })
  await assert.rejects(sending(it, 'peter.opdigt', 'policeContact', { account: 'Delt efter.' }), refused('conflict', 'referrals.needs-consent'))
  assert.equal((await perform(town.house, peter, readAction, { referral: id })).result.copy.texts.account, 'Delt før.')
  const vibeke = await town.as('vibeke.eksempel')
  await assert.rejects(asRole(town, vibeke, 'visitator', db => sql`insert into referral (id, partnership, case_id, number, citizen, to_role, to_person, from_person, from_role, consent, key_wrapped, copy_box, sent_at, due)
    values (gen_random_uuid(), 1, ${it.id}, 'x', ${it.citizen}, 'policeContact', ${peter.id}, ${vibeke.id}, 'visitator', ${consent}, '', '', now(), now())`.execute(db)), /row-level security/)
})

test('the second wall, role by role: a receiver sees what was sent to that person in that role, and never a case', async () => {
  const it = await openedCase(town)
  await consented(it, ['account', 'contact'])
  const id = await sent(it, 'peter.opdigt', 'policeContact', { account: 'Til Peter.' })
  await town.owner.query(`insert into person (id, partnership, organisation, name) select gen_random_uuid(), 1, organisation, 'Poula Opdigt' from person where name = 'Peter Opdigt'`)
  const poula = (await town.owner.query<{ id: string }>(`select id from person where name = 'Poula Opdigt'`)).rows[0]?.id ?? ''
  await town.owner.query(`insert into holding (partnership, role, person, from_day) values (1, 'policeContact', $1, '2026-01-01')`, [poula])
  const sees = async (who: { readonly id: string }, role: Role, table: string) =>
    asRole(town, who, role, db => sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} ${table === 'referral' ? sql`where id = ${id}` : table === 'referral_event' ? sql`where referral = ${id}` : sql``}`.execute(db))
      .then(found => found.rows[0]?.n ?? 0, (error: Error) => (/permission denied/.test(error.message) ? 0 : Promise.reject(error)))
  const expected: readonly (readonly [string, Role, number])[] = [
    ['peter.opdigt', 'policeContact', 1], ['vibeke.eksempel', 'visitator', 1], ['inger.eksempel', 'primaryCoordinator', 0], ['mikkel.opdigt', 'primaryCoordinator', 0],
    ['dsc.raadgiver', 'dscAdviser', 0], ['jonas.eksempel', 'firstContact', 0], ['karen.proeve', 'leader', 0], ['torben.eksempel', 'tovholder', 0], ['sofie.proeve', 'operator', 0],
    ['peter.opdigt', 'dscAdviser', 0], ['inger.eksempel', 'policeContact', 0],
  ]
  for (const [who, role, count] of expected) {
    assert.equal(await sees(await town.as(who), role, 'referral'), count, `${who} as ${role}`)
    assert.equal(await sees(await town.as(who), role, 'referral_event'), count, `${who} as ${role}, events`)
  }
  assert.equal(await sees({ id: poula }, 'policeContact', 'referral'), 0, 'another contact of the same police')
  assert.equal(await sees(actorOf(it), 'citizen', 'referral'), 1)
  assert.equal(await sees(actorOf(await openedCase(town)), 'citizen', 'referral'), 0)
  const peter = await town.as('peter.opdigt')
  for (const table of ['case_event', 'incident_entry', 'incident_note', 'safe_contact', 'consent', 'citizen', 'log', 'exhibit']) assert.equal(await sees(peter, 'policeContact', table), 0, table)
  await assert.rejects(perform(town.house, peter, caseAction, { case: it.id }), refused('missing'))
  await assert.rejects(perform(town.house, peter, composeAction, { case: it.id }), refused('missing'))
  for (const who of ['jonas.eksempel', 'vibeke.eksempel', 'inger.eksempel', 'dsc.raadgiver', 'karen.proeve', 'torben.eksempel', 'sofie.proeve'])
    for (const act of [readAction, acceptAction]) await assert.rejects(perform(town.house, await town.as(who), act as typeof readAction, { referral: id }), refused('missing'), who)
})

test('nobody writes what is another\'s to say: not the sender an acceptance, not the receiver after an answer, nobody a change', async () => {
  const it = await openedCase(town)
  await consented(it, ['account'])
  const id = await sent(it, 'peter.opdigt', 'policeContact', { account: 'Kort.' })
  const [peter, vibeke, dsc] = [await town.as('peter.opdigt'), await town.as('vibeke.eksempel'), await town.as('dsc.raadgiver')]
  const write = (who: { readonly id: string }, role: Role, step: string, state: string, seq: number, by = who.id) => asRole(town, who, role, db =>
    sql`insert into referral_event (referral, seq, partnership, step, by, at, state) values (${id}, ${seq}, 1, ${step}, ${by}, now(), ${state})`.execute(db))
  await assert.rejects(write(vibeke, 'visitator', 'accept', 'accepted', 2), /row-level security/)
  await assert.rejects(write(dsc, 'dscAdviser', 'accept', 'accepted', 2), /row-level security/)
  await assert.rejects(write(peter, 'policeContact', 'accept', 'accepted', 2, vibeke.id), /row-level security/)
  await assert.rejects(write(peter, 'policeContact', 'answer', 'answered', 2), /row-level security/)
  await assert.rejects(write(peter, 'policeContact', 'accept', 'declined', 2), /check constraint/)
  await perform(town.house, peter, acceptAction, { referral: id })
  await assert.rejects(write(peter, 'policeContact', 'decline', 'declined', 3), /row-level security/)
  await assert.rejects(write(vibeke, 'visitator', 'take-back', 'taken-back', 3), /row-level security/)
  await assert.rejects(perform(town.house, peter, declineAction, { referral: id, reason: 'x' }), refused('missing'))
  await assert.rejects(town.owner.query('update referral set due = now() where id = $1', [id]), /only added to/)
  await assert.rejects(town.owner.query('delete from referral_event'), /only added to/)
  await perform(town.house, peter, answerAction, { referral: id, answer: 'Kvittering.' })
})

test('the copy and every word lie in boxes, under a key of its own', async () => {
  const all = (await town.owner.query<{ t: string }>('select r::text || e::text as t from referral r join referral_event e on e.referral = r.id')).rows.map(it => it.t).join('\n')
  for (const word of ['tilhold', 'Delt før', 'under 18', 'Journal 12']) assert.ok(!all.includes(word) && !all.includes(Buffer.from(word).toString('hex')), word)
  const keys = await town.owner.query<{ n: number; all: number }>('select count(distinct key_wrapped)::int as n, count(*)::int as all from referral')
  assert.equal(keys.rows[0]?.n, keys.rows[0]?.all)
})

test('at any time every referral waits with a date, is accepted or answered, declined back, or taken back', async () => {
  await assert.doesNotReject(perform(town.house, await town.as('peter.opdigt'), inboxAction, {}))
  const all = (await town.owner.query<{ id: string }>('select id from referral')).rows
  assert.ok(all.length > 8)
  for (const { id } of all) {
    const now = await stateOf(id)
    assert.ok(now && now.due instanceof Date && ['sent', 'seen', 'accepted', 'answered', 'declined', 'taken-back'].includes(now.state))
  }
})

test('she finds in the journal who opened what was sent about her', async () => {
  const found = await town.owner.query<{ n: number }>(`select count(*)::int as n from journal where act in ('referrals.read', 'referrals.sent') and ground is not null and (about_citizen is null or about_case is null)`)
  assert.equal(found.rows[0]?.n, 0)
})

test('whoever reads on the inbox why a referral came back has a line in the journal of each, and so has the receipt of an enquiry', async () => {
  const it = await openedCase(town)
  await consented(it, ['account'])
  const id = await sent(it, 'peter.opdigt', 'policeContact', { account: 'Kort.' })
  await perform(town.house, await town.as('peter.opdigt'), declineAction, { referral: id, reason: 'Vi mangler tid.' })
  const lines = async (act: string) => (await town.owner.query('select 1 from journal where about_citizen = $1 and about_case = $2 and act = $3 and ground is not null', [it.citizen, it.id, act])).rowCount
  assert.equal(await lines('referrals.reason-read'), 0)
  assert.match((await (await staffVisit(town, app, 'vibeke.eksempel')).get('/indbakke')).html, /Vi mangler tid/)
  assert.equal(await lines('referrals.reason-read'), 1)
  assert.equal((await (await staffVisit(town, app, 'jonas.eksempel')).get(`/henvendelse/sendt/${it.id}`)).status, 200)
  assert.equal(await lines('cases.receipt-seen'), 1)
})
