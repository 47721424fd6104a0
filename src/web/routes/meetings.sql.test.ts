// Meetings: never both parties, each receiver cut and frozen, decisions become tasks, and nothing of SSP, PSP or KSP goes to the police.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import type { Role } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { tellHerAction } from '../../cases/coordination/actions.ts'
import { copyPage, keepMinutes, makeMeeting, meetingPage, refuseForums, sendMeeting } from '../../cases/meetings/actions.ts'
import { checkNames } from '../../cases/finding/name-check.ts'
import { withdrawAction } from '../../consents/actions.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { perform } from '../../platform/action.ts'
import { lawAction } from '../../consents/record.ts'
import { sendAction } from '../../referrals/actions.ts'
import { sendOutAction } from '../../referrals/actions-out.ts'
import { ask as askAction, sign } from './consent-actions.ts'
import { actorOf, asRole, openedCase, type OpenCase, staffVisit } from './testing-case.ts'
import { openWeb } from '../web.ts'

let town: TestHouse
let app: Hono
before(async () => {
  town = await testHouse()
  app = openWeb(town.house)
})
after(() => town.close())

const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code
const idOf = async (signIn: string) => (await town.as(signIn)).id
const calling = async (it: OpenCase, more: Readonly<Record<string, unknown>> = {}) => perform(town.house, await town.as('vibeke.eksempel'), makeMeeting, {
  case: it.id, title: 'Tryg på vej hjem', day: '2026-11-10', clock: '10:00', place: 'Rådhuset', people: [await idOf('vibeke.eksempel'), await idOf('peter.opdigt'), await idOf('jonas.eksempel')],
  'topic-1': 'Det, der er sket', 'sharing-1': 'account', 'topic-2': 'Patruljer', 'sharing-2': '2', 'topic-3': 'Økonomien', 'sharing-3': 'house', ...more,
})
const called = async (it: OpenCase, more: Readonly<Record<string, unknown>> = {}) => (await calling(it, more)).result.meeting
const act = async (action: typeof sendMeeting | typeof keepMinutes, it: OpenCase, meeting: string, more: Readonly<Record<string, string>>) =>
  perform(town.house, await town.as('vibeke.eksempel'), action as typeof sendMeeting, { case: it.id, meeting, ...more })
const copyTo = async (meeting: string, signIn: string, what = 'invitation') =>
  (await town.owner.query<{ id: string }>('select id from meeting_copy where meeting = $1 and to_person = $2 and what = $3 order by version desc', [meeting, await idOf(signIn), what])).rows[0]?.id
const minutes = { seen: '0', 'said-1': 'Hun får breve.', 'said-2': 'To om ugen.', 'said-3': 'Hun mangler penge.', 'decision-3': 'Søg om hjælp til lås' }

test('a meeting never has both parties, and the other party only after she was told; the database says so too', async () => {
  const it = await openedCase(town)
  await assert.rejects(calling(it, { citizens: 'Signe', others: 'Bo' }), refused('cases.both-parties'))
  await assert.rejects(calling(it, { others: 'Bo' }), refused('cases.tell-her-first'))
  await perform(town.house, await town.as('vibeke.eksempel'), tellHerAction, { case: it.id, answer: 'told', toldOn: '2026-11-03', safetyThrough: 'Nøgler' })
  const withOther = await called(it, { others: 'Bo' })
  const vibeke = await town.as('vibeke.eksempel')
  const sit = (meeting: string, meetingParty: string, party: string) => asRole(town, vibeke, 'visitator', db =>
    sql`insert into meeting_seat (id, partnership, meeting, meeting_party, party, box) values (gen_random_uuid(), 1, ${meeting}, ${meetingParty}, ${party}, 'x')`.execute(db))
  await assert.rejects(sit(withOther, 'other', 'citizen'), /check constraint/)
  await assert.rejects(sit(withOther, 'citizen', 'citizen'), /foreign key/)
  const page = await (await staffVisit(town, app, 'vibeke.eksempel')).post(`/sager/${it.id}/moeder`, { once: randomUUID(), title: 'x', day: '2026-11-10', clock: '10:00', people: await idOf('vibeke.eksempel'), 'topic-1': 'x', citizens: 'Signe', others: 'Bo' })
  assert.equal(page.status, 409)
  assert.match(page.html, /aldrig sidde ved samme bord/)
})

test('the citizen is called to a meeting by her rule, and a sentence of a meeting in PSP is not written to the police', async () => {
  const it = await openedCase(town)
  await assert.rejects(calling(it, { citizens: 'Signe' }), refused('citizens.needs-way'))
  await assert.rejects(calling(it, { citizens: 'Signe', reachChannel: 'phone', reachFollowed: 'yes' }), refused('citizens.none-agreed'))
  await called(it, { citizens: 'Signe', reachChannel: 'here' })
  const said = await called(it, { forum: 'PSP' })
  await act(keepMinutes, it, said, { seen: '0', 'said-1': 'Hun har fået en ny nøgle til sin kælder. Ja.', 'said-2': 'x', 'said-3': 'x' })
  const vibeke = await town.as('vibeke.eksempel')
  await perform(town.house, vibeke, lawAction, { citizen: it.citizen, law: 'duty', topics: ['account'], reason: 'x', purpose: 'y' })
  const peter = await idOf('peter.opdigt')
  const sending = (account: string) => perform(town.house, vibeke, sendAction, { case: it.id, til: peter, rolle: 'policeContact', tells: 'asked', purpose: 'Hjælp.', account, entries: [] })
  await assert.rejects(sending('Vi ved, at hun har fået en ny nøgle til sin kælder, og at han kommer.'), refused('cases.not-to-police'))
  await sending('Hun får breve hver dag. Ja.')
})

test('each participant is sent only the topics there is a ground for, frozen, and reads nothing else', async () => {
  const it = await openedCase(town)
  const meeting = await called(it)
  await act(sendMeeting, it, meeting, { what: 'invitation' })
  const police = await staffVisit(town, app, 'peter.opdigt')
  const before = await police.get(`/moeder/${await copyTo(meeting, 'peter.opdigt')}`)
  assert.match(before.html, /Patruljer/)
  for (const no of ['Det, der er sket', 'Økonomien', 'Tryg på vej hjem', it.number, 'Signe']) assert.ok(!before.html.includes(no), no)
  const jonas = await (await staffVisit(town, app, 'jonas.eksempel')).get(`/moeder/${await copyTo(meeting, 'jonas.eksempel')}`)
  for (const yes of ['Det, der er sket', 'Økonomien', 'Patruljer']) assert.ok(jonas.html.includes(yes), yes)

  const { result: { id: consent } } = await perform(town.house, await town.as('vibeke.eksempel'), askAction, { citizen: it.citizen, to: 'policeContact' })
  await perform(town.house, actorOf(it), sign, { consent, topics: ['account'], from: '2026-11-03', until: '2027-11-03' })
  await act(keepMinutes, it, meeting, minutes)
  await act(sendMeeting, it, meeting, { what: 'minutes' })
  const sent = `/moeder/${await copyTo(meeting, 'peter.opdigt', 'minutes')}`
  for (const yes of ['Hun får breve.', 'To om ugen.']) assert.ok((await police.get(sent)).html.includes(yes), yes)
  assert.ok(!(await police.get(sent)).html.includes('Hun mangler penge'))
  await perform(town.house, actorOf(it), withdrawAction, { consent })
  await act(keepMinutes, it, meeting, { ...minutes, seen: '1', 'said-1': 'Rettet siden.' })
  await act(sendMeeting, it, meeting, { what: 'minutes' })
  const kept = (await police.get(sent)).html
  assert.ok(kept.includes('Hun får breve.') && !kept.includes('Rettet siden'), 'what was sent stays as it was')
  const again = `/moeder/${await copyTo(meeting, 'peter.opdigt', 'minutes')}`
  assert.notEqual(again, sent)
  assert.ok(!(await police.get(again)).html.includes('Rettet siden'), 'a consent that was taken back covers nothing new')
  assert.match((await police.get('/opgaver')).html, /Referat/)
  for (const path of [`/sager/${it.id}/moeder/${meeting}`, `/sager/${it.id}/moeder`, `/moeder/${await copyTo(meeting, 'jonas.eksempel')}`]) assert.equal((await police.get(path)).status, 404, path)
})

test('the second wall: a copy is read by its receiver and those who have the case; the meeting by them alone', async () => {
  const it = await openedCase(town)
  const meeting = await called(it)
  await act(sendMeeting, it, meeting, { what: 'invitation' })
  const sees = async (who: string, role: Role, table: string) => asRole(town, await town.as(who), role, db =>
    sql<{ n: number }>`select count(*)::int as n from ${sql.ref(table)} where ${sql.ref(table === 'case_meeting' ? 'id' : 'meeting')} = ${meeting}`.execute(db)).then(found => found.rows[0]?.n ?? 0, (error: { code?: string }) => { assert.equal(error.code, '42501'); return 0 })
  const expected: readonly (readonly [string, Role, number, number])[] = [
    ['vibeke.eksempel', 'visitator', 1, 3], ['peter.opdigt', 'policeContact', 0, 1], ['jonas.eksempel', 'firstContact', 0, 1], ['amina.opdigt', 'firstContact', 0, 0],
    ['inger.eksempel', 'primaryCoordinator', 0, 0], ['dsc.raadgiver', 'dscAdviser', 0, 0], ['karen.proeve', 'leader', 0, 0], ['peter.opdigt', 'visitator', 0, 0],
  ]
  for (const [who, role, meetings, copies] of expected) {
    assert.equal(await sees(who, role, 'case_meeting'), meetings, `${who} as ${role}: the meeting`)
    assert.equal(await sees(who, role, 'meeting_seat'), meetings * 3, `${who} as ${role}: the seats`)
    assert.equal(await sees(who, role, 'meeting_copy'), copies, `${who} as ${role}: copies`)
  }
  const copy = await copyTo(meeting, 'peter.opdigt')
  for (const who of ['jonas.eksempel', 'vibeke.eksempel', 'dsc.raadgiver']) await assert.rejects(perform(town.house, await town.as(who), copyPage, { copy }), refused('platform.missing'), who)
  await assert.rejects(town.owner.query('update meeting_copy set box = $1', ['x']), /only added to/)
})

test('a decision becomes one task however often the minutes are kept, and carries the mark of its meeting', async () => {
  const it = await openedCase(town)
  const meeting = await called(it, { forum: 'PSP' })
  const decided = { ...minutes, 'owner-3': await idOf('jonas.eksempel'), 'due-3': '2026-11-20' }
  await act(keepMinutes, it, meeting, decided)
  await act(keepMinutes, it, meeting, { ...decided, seen: '1' })
  await assert.rejects(act(keepMinutes, it, meeting, { ...decided, seen: '1' }), refused('cases.paper-changed'))
  const tasks = (await town.owner.query<{ id: string; forum: string }>('select id, forum from case_task where meeting = $1', [meeting])).rows
  assert.deepEqual(tasks.map(task => task.forum), ['PSP'])
  const { result } = await perform(town.house, await town.as('vibeke.eksempel'), meetingPage, { case: it.id, meeting })
  assert.deepEqual([result.minutes?.version, result.tasks.map(task => task.what)], [2, ['Søg om hjælp til lås']])
  const plain = await called(it)
  const refusing = async (ids: readonly string[]) => asRole(town, await town.as('vibeke.eksempel'), 'visitator', db => refuseForums(db, ids))
  await refusing([plain])
  for (const ids of [[meeting], [plain, tasks[0]?.id ?? '']]) await assert.rejects(refusing(ids), refused('cases.not-to-police'))
})

test('a party who is written down as somebody else’s guest is found: the citizen among the others, the other party among hers, and both on one day', async () => {
  const it = await openedCase(town)
  const vibeke = await town.as('vibeke.eksempel')
  await perform(town.house, vibeke, checkNames, { case: it.id, exposedName: 'Signe Opdigt', otherName: 'Bo Bent Prøve', checkGround: 'safety' })
  await perform(town.house, vibeke, tellHerAction, { case: it.id, answer: 'told', toldOn: '2026-11-03', safetyThrough: 'Nøgler' })
  for (const others of ['Bo Prøve\nSigne Opdigt', 'opdigt, signe']) await assert.rejects(calling(it, { others }), refused('cases.both-parties'), others)
  for (const citizens of ['Signe og Bo Bent Prøve', 'bo prøve']) await assert.rejects(calling(it, { citizens, reachChannel: 'here' }), refused('cases.both-parties'), citizens)
  await called(it, { others: 'Bo Prøve' })
  await assert.rejects(calling(it, { citizens: 'Signe Opdigt', reachChannel: 'here', clock: '15:00' }), refused('cases.parties-same-day'))
  await called(it, { citizens: 'Signe Opdigt', reachChannel: 'here', day: '2026-11-11' })
})

test('words of a meeting in PSP do not reach the police by another road: not cut out of a sentence, not from the agenda, not on paper to somebody outside', async () => {
  const it = await openedCase(town)
  const meeting = await called(it, { forum: 'PSP', 'topic-1': 'Hvor længe han har været kendt af lokalpolitiet' })
  await act(keepMinutes, it, meeting, { seen: '0', 'said-1': 'Patruljen mener, at han har en nøgle til kælderen i opgang fire og bor hos sin bror.' })
  const vibeke = await town.as('vibeke.eksempel')
  const out = (account: string, outside = 'other') => perform(town.house, vibeke, sendOutAction, { case: it.id, outside, name: 'Politiet i nabobyen', how: 'law', ground: 'Skal kontrolleres.', purpose: 'Se på det.', account })
  for (const words of ['Vi hører, at han har en nøgle til kælderen i opgang fire.', 'han HAR en-nøgle til kæl\u00adderen, i opgang 4? han har en nøgle til kælderen i opgang', 'Hvor længe han har været kendt af lokalpolitiet?'])
    await assert.rejects(out(words), refused('cases.not-to-police'), words)
  await out('Hun får breve hver uge.')
})
