// Filed, locked, asked to be seen: who may, who may not, and what the database itself lets each role see.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import type { Role } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { closeCase, textMoves } from '../../cases/actions.ts'
import { giveTaskAction, tellHerAction } from '../../cases/coordination/actions.ts'
import { filled, given } from './testing-access.ts'
import * as access from '../../cases/paperwork/access.ts'
import * as acts from '../../cases/paperwork/actions.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { perform } from '../../platform/action.ts'
import { sendAction } from '../../referrals/actions.ts'
import { acceptAction } from '../../referrals/actions-receive.ts'
import { asRole, openedCase, type OpenCase, staffVisit } from './testing-case.ts'
import type { Visit } from '../door/testing-visit.ts'
import { openWeb } from '../web.ts'

let town: TestHouse
let app: Hono
let it: OpenCase
let visitator: Visit
before(async () => {
  town = await testHouse()
  app = openWeb(town.house)
  it = await openedCase(town, 'conflict_likely')
  visitator = await staffVisit(town, app, 'vibeke.eksempel')
})
after(() => town.close())

const missing = (error: unknown) => error instanceof Refusal && error.kind === 'missing'
const count = (who: { readonly id: string }, role: Role, table: string) =>
  asRole(town, who, role, async db => (await sql<{ n: number }>`select count(*) as n from ${sql.ref(table)}`.execute(db)).rows[0]?.n)
const mark = (word: string, fields: Readonly<Record<string, string>> = {}) => visitator.post(`/sager/${it.id}/papirer/${word}`, { once: randomUUID(), reason: 'Fordi.', ...fields })

test('the case says in one folder what is filed and why the other party was not informed', async () => {
  assert.match((await visitator.get(`/sager/${it.id}`)).html, /Journal og aktindsigt/)
  const none = await mark('journaliser', { reason: ' ' })
  assert.equal(none.status, 422)
  assert.match(none.html, /Skriv grunden/)
  assert.match((await mark('journaliser')).html, /Journaliseret, til og med linje 2 i sagen/)
  assert.match((await mark('ikke-oplyst', { reason: 'Det ville udsætte borgeren.' })).html, /Det ville udsætte borgeren/)
  assert.match((await mark('bevar')).html, /Skal bevares/)
  assert.equal((await mark('bevar')).status, 409)
  const page = await visitator.get(`/sager/${it.id}/papirer`)
  assert.match(page.html, /27\.12\.04 \(forslag, skal bekræftes lokalt\)/)
  assert.match(page.html, /ikke lukket/)
})

test('a contact restriction has one way in and an end', async () => {
  assert.match((await mark('begraens', { untilDay: '2027-02-01' })).html, /hvordan der stadig kan tages kontakt/)
  assert.match((await mark('begraens', { wayIn: 'Skriftligt', untilDay: '2026-11-01' })).html, /Vælg en dag, der kommer/)
  assert.match((await mark('begraens', { wayIn: 'Skriftligt', untilDay: '2027-02-01' })).html, /Kontaktbegrænsning, til mandag 1. februar 2027/)
  assert.match((await visitator.get(`/sager/${it.id}`)).html, /kontaktbegrænsning til mandag 1. februar 2027/)
})

test('the other party asks to see it: seven working days, told when longer, and asked whether she knows before anybody answers', async () => {
  const asked = await visitator.post(`/sager/${it.id}/indsigt-den-anden-part`, { once: randomUUID(), askedBy: 'otherParty', receivedOn: '2026-11-02', about: 'Alt om mig' })
  assert.match(asked.html, /Svar senest onsdag 11. november 2026/)
  assert.match(asked.html, /Tjek for ny adresse/)
  assert.match((await visitator.get('/indbakke')).html, /Aktindsigt venter/)
  assert.match((await visitator.get(`/sager/${it.id}`)).html, /1 aktindsigt venter/)
  const told = await visitator.post(`${asked.path}/besked`, { once: randomUUID(), why: 'Vi hører borgeren først.', untilDay: '2026-11-20' })
  assert.match(told.html, /svaret kommer fredag 20. november 2026/)
  const fields = { once: randomUUID(), seen: told.hidden('seen'), ...given(told, 'given'), 'answer-2': 'withheld' }
  assert.equal((await visitator.post(`${asked.path}/afgoer`, fields)).status, 404, 'his is not answered where hers is')
  const short = await visitator.post(`${asked.path}/afgoer-den-anden-part`, fields)
  assert.equal(short.status, 422)
  assert.match(short.html, /Vælg den grund, linjen holdes tilbage på/)
  assert.match(short.html, /Før den anden part får svar/)
  const decided = { ...fields, 'ground-2': 'dbl-22', 'reason-2': 'Navne på dem, der hjælper', 'title-d1': 'Brev fra skolen', 'answer-d1': 'partly', 'ground-d1': 'fvl-15a', 'reason-d1': '' }
  const unasked = await visitator.post(`${asked.path}/afgoer-den-anden-part`, { ...decided, once: randomUUID(), sheTold: 'told' })
  assert.match(unasked.html, /Vælg en dag[^]*Skriv, hvad I gennemgik/)
  const done = await visitator.post(`${asked.path}/afgoer-den-anden-part`, { ...decided, once: randomUUID(), sheTold: 'told', sheToldOn: '2026-11-03', sheToldWords: 'Nøgler og telefon.' })
  for (const part of ['Besluttet', 'Vibeke Eksempel', 'Gives', 'Holdes tilbage', 'Databeskyttelsesloven § 22 (skal kontrolleres)', 'Navne på dem, der hjælper', 'Brev fra skolen', 'Borgeren fik det at vide tirsdag 3. november 2026'])
    assert.ok(done.html.includes(part), part)
  assert.equal((await visitator.post(`${asked.path}/besked`, { once: randomUUID(), why: 'x', untilDay: '2026-12-20' })).status, 409)
  assert.doesNotMatch((await visitator.get('/indbakke')).html, /Aktindsigt venter/)
})

test('past the first wall, nothing is decided for the other party before it is said whether she was told', async () => {
  const { result } = await perform(town.house, await town.as('vibeke.eksempel'), access.askOthers.post, { case: it.id, askedBy: 'otherRepresentative', receivedOn: '2026-11-02', about: 'Alt' })
  const vibeke = await town.as('vibeke.eksempel')
  const decide = () => asRole(town, vibeke, 'visitator', db => sql`insert into access_step (request, partnership, step, by, at, box) values (${result.request}, 1, 'decided', ${vibeke.id}, now(), ''::bytea)`.execute(db))
  await assert.rejects(decide(), /whether the citizen was told/)
})

test('a case is locked only when it rests; then it is missing for everybody, and visitator or leader opens it with a reason', async () => {
  const vibeke = await town.as('vibeke.eksempel')
  await assert.rejects(perform(town.house, vibeke, acts.marks[6].post, { case: it.id, reason: 'x' }), missing, 'an open case is not locked')
  const seq = async () => (await perform(town.house, vibeke, acts.papersPage, { case: it.id })).result.now.seq
  await perform(town.house, vibeke, tellHerAction, { case: it.id, answer: 'told', toldOn: '2026-11-03', safetyThrough: 'Nøgler' })
  await perform(town.house, vibeke, giveTaskAction, { case: it.id, what: 'Ring', owner: vibeke.id, due: '2026-11-20' })
  const task = (await town.owner.query<{ id: string }>('select id from case_task where case_id = $1', [it.id])).rows[0]?.id ?? ''
  assert.equal((await visitator.get(`/opgaver/${task}`)).status, 200)
  await perform(town.house, vibeke, closeCase, {
    case: it.id, seq: String(await seq()), 'form-version': 'closing-1', closingReason: 'adviceEnough', closingText: 'Ro.', safetyTalk: 'yes', safetyTalkOn: '2026-11-03', callBackOn: '2026-11-20', callBackBy: 'Vibeke', reachChannel: 'here',
  })
  assert.match((await mark('laas')).html, /ring som aftalt/)
  const call = textMoves.find(one => one.what === 'call')
  assert.ok(call)
  await perform(town.house, vibeke, call.post, { case: it.id, seq: String(await seq()), told: 'Alt er roligt.', reachChannel: 'here' })
  assert.match((await mark('laas')).html, /Sagen er låst/)
  assert.equal((await visitator.get(`/sager/${it.id}`)).status, 404)
  assert.equal((await visitator.get(`/sager/${it.id}/aktindsigt`)).status, 404)
  assert.equal((await visitator.get(`/opgaver/${task}`)).status, 404, 'nor what was given to somebody to do in it')
  assert.match((await visitator.get('/indbakke')).html, /Låste sager/)
  assert.equal(await asRole(town, vibeke, 'visitator', async db => (await sql<{ n: number }>`select count(*) as n from case_event where case_id = ${it.id}`.execute(db)).rows[0]?.n), 0, 'past the first wall nothing is read either')
  for (const table of ['case_task', 'case_task_step', 'case_paper', 'case_meeting', 'meeting_seat', 'access_request', 'told_her']) assert.equal(await count(vibeke, 'visitator', table), 0, table)
  const peter = await staffVisit(town, app, 'peter.opdigt')
  const who = await peter.post('/fare', { once: randomUUID(), reason: 'Han står ved hendes dør med en kniv.' })
  for (const time of ['once', 'and again: nothing is spent'])
    assert.match((await peter.post(who.path, { once: randomUUID(), number: it.number })).html, /Sagen er låst, så ingen læser i den\. Ring til lederen/, time)
  const leader = await staffVisit(town, app, 'karen.proeve')
  const list = await leader.get('/laaste-sager')
  assert.match(list.html, new RegExp(it.number))
  const page = await leader.get(`/sager/${it.id}/papirer`)
  assert.match(page.html, /Luk op/)
  assert.doesNotMatch(page.html, /Aktindsigt</)
  assert.match((await leader.post(`/sager/${it.id}/papirer/luk-op`, { once: randomUUID(), reason: 'En klage er kommet.' })).html, /Ingen sager er låst/)
  assert.equal((await leader.get(`/sager/${it.id}/papirer`)).status, 404, 'opened, the leader has no more to do with it')
  assert.equal((await visitator.get(`/sager/${it.id}`)).status, 200)
  assert.match((await peter.post(who.path, { once: randomUUID(), number: it.number })).html, /åbnet på grund af fare/, 'in danger to life it opens now')
})

test('the walls: nobody else comes near, and what was written is not changed', async () => {
  for (const who of ['jonas.eksempel', 'inger.eksempel', 'peter.opdigt', 'dsc.raadgiver', 'karen.proeve', 'torben.eksempel', 'niels.opdigt', 'sofie.proeve']) {
    await assert.rejects(perform(town.house, await town.as(who), acts.papersPage, { case: it.id }), missing, who)
    await assert.rejects(perform(town.house, await town.as(who), access.askHers.post, { case: it.id, askedBy: 'citizen', receivedOn: '2026-11-02', about: 'x' }), missing, who)
  }
  for (const table of ['case_mark', 'access_request', 'access_step', 'access_line']) {
    assert.notEqual(await count(await town.as('vibeke.eksempel'), 'visitator', table), 0)
    assert.equal(await count(await town.as('inger.eksempel'), 'primaryCoordinator', table), 0, 'without the baton')
    for (const role of ['tovholder', 'policeContact', 'citizen', 'operator'] as const) await assert.rejects(count(await town.as('karen.proeve'), role, table), { code: '42501' }, role)
    await assert.rejects(town.owner.query(`delete from ${table}`), /only added to/)
  }
  assert.equal(await count(await town.as('karen.proeve'), 'leader', 'case_mark'), 0, 'the leader sees marks of locked cases alone')
})

test('she asks to see it: everything in the case is a line, each version and each copy, and what comes between is not decided unseen', async () => {
  const whole = await openedCase(town)
  await filled(town, whole)
  const asked = await visitator.post(`/sager/${whole.id}/aktindsigt`, { once: randomUUID(), askedBy: 'citizen', receivedOn: '2026-11-02', about: 'Det hele' })
  for (const line of ['Papir: kontaktnotater, tirsdag', 'Papir: kontaktnotater, version 2', 'Opgave, ', 'Møde, ', 'Sendt til en deltager: indkaldelse', 'Referat af et møde', 'Fortalt borgeren på forhånd: fortalt',
    'Kontakt med den anden part: opkald', 'Borgeren kontaktet uden for reglen: brev, ', 'Samtykke eller grundlag: ', 'Beskyttelse: tilhold', 'Henvisning, som den blev sendt: primær koordinator', 'Svar på en henvisning', 'Markering: journaliseret'])
    assert.ok(asked.html.includes(line), line)
  for (const said of ['Hun sover dårligt.', 'Hun sover bedre.', 'Ring til skolen', 'Mødet om planen', 'Vi taler om skolen', 'Nøgler gennemgået', 'Bede ham lade være', 'Telefonen var lukket.']) assert.ok(asked.html.includes(said), said)
  const sent = /href="(\/sager\/[^"]+\/henvist\/[^"]+)"/.exec(asked.html)?.[1] ?? ''
  assert.match((await visitator.get(sent)).html, /Hun har brug for en plan[^]*Jeg har ikke tid/, 'what was sent and what was answered is read in place')
  const fields = { once: randomUUID(), seen: asked.hidden('seen'), ...given(asked, 'given') }
  const { [Object.keys(fields).find(name => name.startsWith('answer-task')) ?? '']: _, ...without } = fields as Record<string, string>
  assert.equal((await visitator.post(`${asked.path}/afgoer`, without)).status, 422, 'a line without an answer')
  await perform(town.house, await town.as('vibeke.eksempel'), giveTaskAction, { case: whole.id, what: 'Noget nyt', owner: (await town.as('vibeke.eksempel')).id, due: '2026-11-20' })
  assert.equal((await visitator.post(`${asked.path}/afgoer`, { ...fields, once: randomUUID() })).status, 409)
  const again = await visitator.get(asked.path)
  const answer = { seen: again.hidden('seen'), ...given(again, 'given') }
  assert.match((await visitator.post(`${asked.path}/afgoer`, { once: randomUUID(), ...answer })).html, /Vælg, hvordan borgeren bliver kontaktet/, 'what is sent to her is sent as she may be reached')
  const done = await visitator.post(`${asked.path}/afgoer`, { once: randomUUID(), ...answer, reachChannel: 'here' })
  assert.match(done.html, /Besluttet/)
  assert.ok(done.html.includes('Papir: kontaktnotater, version 2'), 'the line says afterwards what it was about')
})

test('a coordinator files in a case of her own, and neither locks nor opens it, past the first wall either', async () => {
  const [vibeke, inger] = [await town.as('vibeke.eksempel'), await town.as('inger.eksempel')]
  const own = await openedCase(town)
  const { result: { id: referral } } = await perform(town.house, vibeke, sendAction, { case: own.id, til: inger.id, rolle: 'primaryCoordinator', purpose: 'En fast person.' })
  await perform(town.house, inger, acceptAction, { referral })
  const write = (kind: string) => asRole(town, inger, 'primaryCoordinator', db => sql`insert into case_mark (case_id, partnership, kind, by, by_role, at, upto_seq, box)
    values (${own.id}, 1, ${kind}, ${inger.id}, 'primaryCoordinator', now(), 1, ''::bytea)`.execute(db))
  await write('hold')
  for (const [nth, kind] of [[6, 'lock'], [7, 'unlock']] as const) {
    await assert.rejects(perform(town.house, inger, acts.marks[nth].post, { case: own.id, reason: 'x' }), missing)
    await assert.rejects(write(kind), { code: '42501' }, kind)
  }
})
