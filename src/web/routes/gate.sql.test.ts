// Whoever reaches her sees the rule in force that day and says how; whoever is not to, is told whom to ask.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { asRole, openedCase, type OpenCase, staffVisit } from './testing-case.ts'
import type { Visit } from '../door/testing-visit.ts'
import { openWeb } from '../web.ts'

let town: TestHouse
let app: Hono
let vibeke: Visit
before(async () => {
  town = await testHouse()
  app = openWeb(town.house)
  vibeke = await staffVisit(town, app, 'vibeke.eksempel')
})
after(() => town.close())

const once = () => randomUUID()
const rule = (version: number, more: Readonly<Record<string, string>> = {}) => ({
  once: once(), version: String(version), seq: '2', channels: 'phone', where: '00 30 40 50', times: '', say: '', message: 'no', digitalPost: 'no', paper: 'no', note: '', codeWord: '', ...more,
})
const agree = (it: OpenCase, version: number, more: Readonly<Record<string, string>> = {}) => vibeke.post(`/sager/${it.id}/sikker-kontakt`, rule(version, more))
const never = { channels: '', where: '', note: 'Ring aldrig, den anden part har telefonen.' }
const one = async (text: string, id: string): Promise<string> => (await town.owner.query<{ it: string }>(text, [id])).rows[0]?.it ?? ''
const reached = async (it: OpenCase) => (await town.owner.query<{ act: string; channel: string; version: number }>('select act, channel, version from reached where citizen = $1 and act <> \'cases.clarified\' order by at', [it.citizen])).rows
const hereFirst = /Før du kontakter borgeren[\s\S]*Ring til borgeren: 00 11 22 33, hverdage 10-12/

async function familyOf(it: OpenCase, other = 'father'): Promise<{ readonly nadia: Visit; readonly at: string }> {
  await vibeke.post(`/sager/${it.id}/boern/pligt`, { once: once() })
  await vibeke.post(`/sager/${it.id}/boern/familieraadgiver`, { once: once(), counsellor: (await town.as('nadia.opdigt')).id, purpose: 'Samvær hver anden weekend.', other, due: '2026-11-10' })
  const nadia = await staffVisit(town, app, 'nadia.opdigt')
  const at = `/familie/${await one('select id as it from family_track where case_id = $1', it.id)}`
  return { nadia, at }
}
const talk = (kind: string, said: string) => ({ once: once(), seen: '0', 'form-version': `talk-${kind}-1`, onDay: '2026-11-03', who: 'Nadia', said, ...(kind === 'father' && { offered: 'no' }) })

test('the family counsellor sees the enquiry’s way until a rule is agreed, and then the rule of today, not that of the day she was asked', async () => {
  const it = await openedCase(town)
  const { nadia, at } = await familyOf(it)
  assert.match((await nadia.get(at)).html, hereFirst)
  await agree(it, 0)
  assert.match((await nadia.get(at)).html, /Kun telefon, 00 30 40 50/)
  await nadia.post(`${at}/tag`, { once: once() })
  await agree(it, 1, never)
  for (const page of [at, `${at}/moren/nyt`, `${at}/barnet/nyt`]) {
    const { html } = await nadia.get(page)
    assert.match(html, /Ring aldrig, den anden part har telefonen/, page)
    assert.doesNotMatch(html, /00 30 40 50/, page)
  }
  await nadia.post(`${at}/fortalt`, { once: once(), answer: 'told', toldOn: '2026-11-03', safetyThrough: 'Nøgler' })
  assert.doesNotMatch((await nadia.get(`${at}/faren/nyt`)).html, /Ring aldrig|Før du kontakter/, 'the page of a talk with the other party shows nothing of hers')
})

test('a talk with the exposed parent says how she was reached; with the child and the other parent nobody asks', async () => {
  const it = await openedCase(town)
  const { nadia, at } = await familyOf(it)
  await agree(it, 0)
  await nadia.post(`${at}/tag`, { once: once() })
  assert.match((await nadia.post(`${at}/moren/nyt`, talk('mother', 'Hun er træt.'))).html, /Vælg, hvordan borgeren bliver kontaktet/)
  assert.match((await nadia.post(`${at}/moren/nyt`, { ...talk('mother', 'Hun er træt.'), reachChannel: 'sms', reachFollowed: 'yes' })).html, /Den måde er ikke aftalt/)
  assert.equal((await nadia.post(`${at}/moren/nyt`, { ...talk('mother', 'Hun er træt.'), reachChannel: 'phone', reachFollowed: 'yes' })).path, at)
  assert.equal((await nadia.post(`${at}/barnet/nyt`, talk('child', 'Bo sover dårligt.'))).path, at)
  assert.deepEqual(await reached(it), [{ act: 'cases.family-record-kept', channel: 'phone', version: 1 }])
})

test('a name that she agreed to later, and a first name alone, stand in no record of a talk with the other party', async () => {
  const it = await openedCase(town)
  const { nadia, at } = await familyOf(it)
  await nadia.post(`${at}/tag`, { once: once() })
  await vibeke.post(`/sager/${it.id}/navn`, { once: once(), seq: '2', agreed: 'yes', citizenName: 'Gudrun Havnefoged' })
  assert.match((await nadia.get(at)).html, /Borgeren hedder Gudrun Havnefoged/)
  const told = { once: once(), answer: 'told', toldOn: '2026-11-03', safetyThrough: 'Nøgler' }
  await nadia.post(`${at}/fortalt`, told)
  for (const said of ['Gudrun Havnefoged beder dig stoppe', 'Gudrun beder dig stoppe', 'Det er Gudruns ønske', 'Signe har sagt det'])
    assert.match((await nadia.post(`${at}/faren/nyt`, talk('father', said))).html, /nævner borgeren/, said)
  const other = `/sager/${it.id}/den-anden-part`
  await vibeke.post(`${other}/fortalt`, { ...told, once: once() })
  const contact = { way: 'call', when: 'done', on: '2026-11-03' }
  for (const says of ['Gudrun Havnefoged beder dig stoppe', 'gudrun beder dig stoppe', 'Jonas har sagt det'])
    assert.equal((await vibeke.post(`${other}/kontakt`, { ...contact, once: once(), says })).status, 409, says)
  assert.equal((await vibeke.post(`${other}/kontakt`, { ...contact, once: once(), says: 'Bede ham lade være' })).path, other)
  assert.match((await vibeke.get(`/sager/${it.id}/arbejde`)).html, /Borgeren hedder Gudrun Havnefoged/)
})

const give = async (it: OpenCase, more: Readonly<Record<string, string>>) => {
  await vibeke.post(`/sager/${it.id}/opgaver`, { once: once(), what: 'Ring til borgeren om tiden hos jobcentret', owner: (await town.as('jonas.eksempel')).id, due: '2026-11-09', ...more })
  return `/opgaver/${await one('select id as it from case_task where case_id = $1 order by made_at desc limit 1', it.id)}`
}

test('whoever has a task that is to reach her sees the rule of today and says how she was reached', async () => {
  const it = await openedCase(town)
  const task = await give(it, { reaches: 'yes' })
  const jonas = await staffVisit(town, app, 'jonas.eksempel')
  assert.match((await jonas.get(task)).html, hereFirst)
  await agree(it, 0)
  assert.match((await jonas.get(task)).html, /Kun telefon, 00 30 40 50/)
  const done = { once: once(), seen: '1', note: 'Tiden er flyttet.' }
  assert.match((await jonas.post(task, done)).html, /Vælg, hvordan borgeren bliver kontaktet/)
  assert.equal((await jonas.post(task, { ...done, once: once(), reachChannel: 'phone', reachFollowed: 'yes' })).path, '/opgaver')
  assert.deepEqual(await reached(it), [{ act: 'cases.task-done', channel: 'phone', version: 1 }])
  assert.doesNotMatch((await jonas.get(task)).html, /00 30 40 50/, 'done, the rule is nobody’s but the case’s')
  const hers = await asRole(town, await town.as('jonas.eksempel'), 'firstContact', db => sql`select 1 from safe_contact where citizen = ${it.citizen}`.execute(db))
  assert.equal(hers.rows.length, 0)
  const another = await give(it, { reaches: 'yes' })
  assert.equal((await jonas.post(another, { ...done, once: once(), notReached: 'yes' })).path, '/opgaver')
  assert.equal((await reached(it)).length, 1)
})

test('whoever has a task of another kind is told not to contact her, and whom to ask', async () => {
  const it = await openedCase(town)
  await agree(it, 0)
  const jonas = await staffVisit(town, app, 'jonas.eksempel')
  const { html } = await jonas.get(await give(it, {}))
  assert.match(html, /Før du kontakter borgeren[\s\S]*Kontakt ikke borgeren om det her[\s\S]*Vibeke Eksempel/)
  assert.doesNotMatch(html, /00 30 40 50/)
  for (const table of ['safe_contact', 'citizen', 'case_reach']) {
    const found = await asRole(town, await town.as('jonas.eksempel'), 'firstContact', db => sql`select 1 from ${sql.ref(table)}`.execute(db))
    assert.equal(found.rows.length, 0, table)
  }
})

test('past the first wall: nobody else reads how she is reached, and what is said of it is only added to', async () => {
  const it = await openedCase(town)
  await give(it, { reaches: 'yes' })
  const jonas = await town.as('jonas.eksempel')
  const mine = await asRole(town, jonas, 'firstContact', db => sql`select 1 from case_reach where case_id = ${it.id}`.execute(db))
  assert.equal(mine.rows.length, 1)
  for (const [who, role] of [['amina.opdigt', 'firstContact'], ['nadia.opdigt', 'familyCounsellor'], ['karen.proeve', 'leader'], ['inger.eksempel', 'primaryCoordinator']] as const) {
    const theirs = await asRole(town, await town.as(who), role, db => sql`select 1 from case_reach where case_id = ${it.id}`.execute(db))
    assert.equal(theirs.rows.length, 0, who)
  }
  const another = await openedCase(town)
  await assert.rejects(asRole(town, jonas, 'firstContact', db => sql`insert into reached (id, partnership, citizen, act, channel, version, met, by, at)
    values (gen_random_uuid(), 1, ${another.citizen}, 'x', 'phone', 0, true, ${jonas.id}, now())`.execute(db)), /row-level security/)
  await assert.rejects(town.owner.query('update case_reach set box = \'\''), /only added to/)
})

test('post to somebody under 18 is asked about where the other party has custody, whatever reason is given; also of whoever was asked to reach her', async () => {
  const it = await openedCase(town)
  const task = await give(it, { reaches: 'yes' })
  await vibeke.post(`/sager/${it.id}/papir/under-18/ark`, { once: once(), seen: '0', 'form-version': 'young-1', under18: 'yes', mayConsent: 'unknown', askedWho: 'Juristen', holderIs: 'yes' })
  const closing = { 'form-version': 'closing-1', seq: '2', closingReason: 'adviceEnough', closingText: 'Det er stoppet', safetyTalk: 'no', safetyInstead: 'Ringer selv', callBackOn: '2026-12-15', callBackBy: 'Vibeke' }
  const post = { reachChannel: 'digital-post', reachWhy: 'Hun svarer ikke på andet.' }
  const closed = await vibeke.post(`/sager/${it.id}/luk`, { once: once(), ...closing, ...post })
  assert.equal(closed.status, 409)
  assert.match(closed.html, /Det må ikke gå til den, der har forældremyndigheden[\s\S]*name="notHolder"/)
  const jonas = await staffVisit(town, app, 'jonas.eksempel')
  assert.match((await jonas.post(task, { once: once(), seen: '1', note: 'Sendt.', ...post, reachChannel: 'letter' })).html, /Det må ikke gå til den, der har forældremyndigheden/)
  assert.deepEqual(await reached(it), [])
  assert.ok((await vibeke.post(`/sager/${it.id}/luk`, { once: once(), ...closing, ...post, notHolder: 'yes' })).path.endsWith(it.id))
})

const noteOf = (more: Readonly<Record<string, string>>) => ({ once: once(), seen: '0', 'form-version': 'contact-note-2', onDay: '2026-11-03', how: 'phone', said: 'Bad om, at det holder op.', ...more })
test('a contact note of a talk that we sought with the other party is a contact: she was told first, and it names nobody', async () => {
  const it = await openedCase(town)
  const at = `/sager/${it.id}/papir/kontaktnotat/nyt`
  const first = await vibeke.post(at, noteOf({ from: 'otherParty' }))
  assert.match(first.html, /Borgeren skal have det at vide først[\s\S]*den-anden-part/)
  assert.match(first.html, /Bad om, at det holder op/, 'nothing is lost')
  assert.match((await vibeke.post(at, noteOf({ from: 'other', fromWho: 'Den anden part, jeg ringede til ham' }))).html, /Vælg “Den anden part”/)
  await vibeke.post(`/sager/${it.id}/den-anden-part/fortalt`, { once: once(), answer: 'told', toldOn: '2026-11-03', safetyThrough: 'Nøgler' })
  assert.match((await vibeke.post(at, noteOf({ from: 'otherParty', said: 'Signe vil have fred.' }))).html, /nævner borgeren/)
  assert.equal((await vibeke.post(at, noteOf({ from: 'otherParty' }))).path, `/sager/${it.id}/arbejde`)
  assert.equal(await one('select way as it from other_contact c join other_contact_done d on d.contact = c.id where c.case_id = $1', it.id), 'call')
  assert.equal((await vibeke.post(at, noteOf({ from: 'otherPartyCame' }))).path, `/sager/${it.id}/arbejde`, 'who comes by himself was not contacted')
})

test('a paper that was spoken of when she was handed a code is no rule: what the enquiry said still stands', async () => {
  const it = await openedCase(town)
  await vibeke.post(`/sager/${it.id}/kode`, { once: once(), seq: '2', paper: 'no', together: 'yes' })
  const { html } = await vibeke.get(`/sager/${it.id}`)
  assert.match(html, hereFirst)
  assert.match(html, /Papir er sikkert/)
  assert.doesNotMatch(html, /Aftalt tirsdag|Ring ikke, og skriv ikke/)
  const page = await vibeke.get(`/sager/${it.id}/sikker-kontakt`)
  assert.doesNotMatch(page.html, /name="message"[^>]*checked/, 'nobody has answered that yet')
  assert.match((await vibeke.post(`/sager/${it.id}/raad`, { once: once(), seq: '3', danger: 'written', 'danger-reaction': 'accepted' })).html, /Vælg, hvordan borgeren bliver kontaktet/)
  assert.match((await vibeke.post(`/sager/${it.id}/raad`, { once: once(), seq: '3', danger: 'written', 'danger-reaction': 'accepted', reachChannel: 'letter' })).html, /Der er ikke aftalt en regel/)
  assert.ok((await vibeke.post(`/sager/${it.id}/raad`, { once: once(), seq: '3', danger: 'written', 'danger-reaction': 'accepted', reachChannel: 'here' })).path.endsWith(it.id))
  assert.ok((await vibeke.post(`/sager/${it.id}/raad`, { once: once(), seq: '4', danger: 'oral', 'danger-reaction': 'accepted' })).path.endsWith(it.id), 'what was only said reached her in the talk')
})

test('the police read of which day the rule is that they got; when it changes, the case says who holds the old one', async () => {
  const it = await openedCase(town)
  await agree(it, 0)
  await vibeke.post('/borgere/:citizen/samtykker/grundlag'.replace(':citizen', it.citizen), { once: once(), law: 'duty', topics: ['contact', 'account'], reason: 'Fordi.', purpose: 'Vurdere et tilhold.' })
  const peter = await town.as('peter.opdigt')
  const fields = { til: peter.id, rolle: 'policeContact', purpose: 'Vurder et tilhold.', contact: 'Kun telefon, 00 30 40 50.', account: 'Breve.' }
  assert.match((await vibeke.post(`/sager/${it.id}/henvis`, { once: once(), ...fields })).html, /Svar på, om politiet siger til/)
  await vibeke.post(`/sager/${it.id}/henvis`, { once: once(), ...fields, tells: 'asked' })
  const id = await one('select id as it from referral where case_id = $1', it.id)
  const police = await staffVisit(town, app, 'peter.opdigt')
  const { html } = await police.get(`/henvisninger/${id}`)
  assert.match(html, /Sådan var det aftalt tirsdag 3\. november 2026, da henvisningen blev sendt:[\s\S]*00 30 40 50[\s\S]*Spørg Vibeke Eksempel, før du kontakter borgeren/)
  assert.match(html, /Sig det til Vibeke Eksempel[^<]*, før I taler med den anden part[\s\S]*Der er spurgt, men ikke svaret/)
  await police.post(`/henvisninger/${id}/tag`, { once: once() })
  assert.doesNotMatch((await vibeke.get(`/sager/${it.id}`)).html, /ældre regel/)
  const changed = await agree(it, 1, never)
  assert.match(changed.html, /Andre har en ældre regel om sikker kontakt[\s\S]*Peter Opdigt har den, der gjaldt tirsdag 3\. november[\s\S]*Send den nye/)
  await vibeke.post(`/sager/${it.id}/henvis`, { once: once(), ...fields, contact: never.note, tells: 'asked' })
  assert.doesNotMatch((await vibeke.get(`/sager/${it.id}`)).html, /ældre regel/)
})
