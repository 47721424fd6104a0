// Children: the duty first, a decision for each, and the family counsellor's records, which nobody reads but she and whoever acts for her.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import type { Role } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { askCounsellor, childrenPage, takeBackTrack, tellDutyAction } from '../../cases/children/actions.ts'
import { refuseCustodyHolder } from '../../cases/her-rule/reading.ts'
import { acceptTrack, declineTrack, endTrack, familyTellHer, trackPage } from '../../cases/children/family.ts'
import { keepRecord, printRecord, recordFile, recordPage } from '../../cases/children/records.ts'
import { keepPaperAction, paperFileAction } from '../../cases/tools/actions.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { makeMeeting } from '../../cases/meetings/actions.ts'
import { sendOutAction } from '../../referrals/actions-out.ts'
import { perform } from '../../platform/action.ts'
import { asRole, herVisit, openedCase, type OpenCase, staffVisit } from './testing-case.ts'
import { withFileQuestion } from './testing-tool.ts'
import { openWeb } from '../web.ts'

let town: TestHouse
let app: Hono
before(async () => {
  town = await testHouse()
  app = openWeb(town.house)
})
after(() => town.close())

const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code
const missing = refused('platform.missing')
const denied = (error: { code?: string }) => error.code === '42501'
const visitator = () => town.as('vibeke.eksempel')
const nadia = () => town.as('nadia.opdigt')

async function asked(it: OpenCase, other = 'father'): Promise<string> {
  await perform(town.house, await visitator(), tellDutyAction, { case: it.id })
  await perform(town.house, await visitator(), askCounsellor, { case: it.id, counsellor: (await nadia()).id, purpose: 'Der er aftalt samvær hver anden weekend.', other, due: '2026-11-10' })
  return (await town.owner.query<{ id: string }>('select id from family_track where case_id = $1 order by asked_at desc limit 1', [it.id])).rows[0]?.id ?? ''
}
async function accepted(it: OpenCase, other = 'father'): Promise<string> {
  const track = await asked(it, other)
  await perform(town.house, await nadia(), acceptTrack, { track })
  return track
}
const talk = (kind: string, said: string) => ({ 'form-version': `talk-${kind}-1`, onDay: '2026-11-03', who: 'Nadia', said, ...(kind === 'father' && { offered: 'no' }), ...(kind === 'mother' && { reachChannel: 'here' }) })
const keep = async (track: string, word: string, fields: Readonly<Record<string, string>>, record = 'nyt', seen = '0') =>
  perform(town.house, await nadia(), keepRecord, { track, word, record, seen, ...fields })

test('children are written of after the duty, and each with a decision about a report', async () => {
  const it = await openedCase(town)
  const vibeke = await staffVisit(town, app, 'vibeke.eksempel')
  const page = await vibeke.get(`/sager/${it.id}/boern`)
  assert.match(page.html, /§ 133, skal kontrolleres/)
  assert.doesNotMatch(page.html, /name="purpose"|papir\/barn\/nyt/)
  assert.doesNotMatch((await vibeke.get(`/sager/${it.id}/papir/barn/nyt`)).html, /name="childName"/)
  await vibeke.post(`/sager/${it.id}/boern/pligt`, { once: randomUUID() })
  const child = { 'form-version': 'child-2', seen: '0', childName: 'Bo', age: '8' }
  const to = `/sager/${it.id}/papir/barn/nyt`
  assert.equal((await vibeke.post(to, { once: randomUUID(), ...child })).status, 422, 'a decision')
  assert.equal((await vibeke.post(to, { once: randomUUID(), ...child, reported: 'made', reportReason: 'Bange' })).status, 422, 'a day')
  assert.equal((await vibeke.post(to, { once: randomUUID(), ...child, reported: 'not' })).status, 422, 'a reason')
  const field = /name="(childSaw|seen)"[^>]*><\/textarea>/.exec((await vibeke.get(to)).html)?.[1] ?? ''
  await vibeke.post(to, { once: randomUUID(), ...child, [field]: 'Bo så ham ved lågen', reported: 'not', reportReason: 'Bo er hos sin mormor' })
  assert.match((await vibeke.get(`/sager/${it.id}/boern`)).html, /Bo, 8.*Der bliver ikke underrettet nu/s)
  const kept = (await town.owner.query<{ id: string }>(`select id from case_paper where case_id = $1 and kind = 'child'`, [it.id])).rows[0]?.id
  assert.match((await vibeke.get(`/sager/${it.id}/papir/barn/${kept}`)).html, /Bo så ham ved lågen/, 'what the child has seen is kept')
})

test('she accepts or sends back with a reason; those who have the case see state and dates, and nothing she writes', async () => {
  const it = await openedCase(town)
  await assert.rejects(perform(town.house, await visitator(), askCounsellor, { case: it.id, counsellor: (await nadia()).id, purpose: 'x', other: 'none', due: '2026-11-10' }), refused('cases.duty-first'))
  const first = await asked(it, 'none')
  await assert.rejects(asked(it), refused('cases.track-is-there'))
  const her = await staffVisit(town, app, 'nadia.opdigt')
  assert.match((await her.get('/model')).html, /Én familie venter på dit svar/)
  assert.equal((await her.post(`/familie/${first}/afvis`, { reason: '' })).status, 422)
  await her.post(`/familie/${first}/afvis`, { once: randomUUID(), reason: 'Jeg kender familien.' })
  assert.equal((await her.get(`/familie/${first}`)).status, 404, 'closed to whoever sent it back')
  const vibeke = await staffVisit(town, app, 'vibeke.eksempel')
  assert.match((await vibeke.get(`/sager/${it.id}/boern`)).html, /Sendt tilbage.*Jeg kender familien/s)
  const track = await accepted(it, 'none')
  await assert.rejects(perform(town.house, await visitator(), takeBackTrack, { case: it.id, track }), refused('cases.track-changed'))
  await keep(track, 'barnet', talk('child', 'Hemmelig tegning'))
  await keep(track, 'aftale', { 'form-version': 'contact-agreement-1', onDay: '2026-11-05', untilDay: '2026-12-05', what: 'Hemmelig aftale' })
  await assert.rejects(perform(town.house, await nadia(), endTrack, { track }), refused('cases.needs-outcome'))
  await keep(track, 'udbytte', { 'form-version': 'child-outcome-1', onDay: '2026-11-03', what: 'Hemmelig ro' })
  const page = (await vibeke.get(`/sager/${it.id}/boern`)).html
  assert.match(page, /Aftale om samvær fra torsdag 5\. november 2026 til lørdag 5\. december 2026/)
  assert.match(page, /Udbyttet for barnet er skrevet/)
  for (const no of ['Hemmelig', 'tegning']) assert.ok(!page.includes(no), no)
  await perform(town.house, await nadia(), endTrack, { track })
  await assert.rejects(keep(track, 'barnet', talk('child', 'Efter')), missing)
})

test('the second wall: her records are read by her and whoever acts for her, each under a key of its own', async () => {
  const it = await openedCase(town)
  const track = await accepted(it, 'none')
  await keep(track, 'barnet', talk('child', 'Hemmelig samtale'))
  await keep(track, 'moren', talk('mother', 'Hemmelig samtale'))
  const count = async (who: string, role: Role, columns = 'box') => asRole(town, await town.as(who), role, db => sql`select ${sql.raw(columns)} from family_record where track = ${track}`.execute(db)).then(found => found.rows.length, error => { assert.ok(denied(error as { code?: string }), String(error)); return -1 })
  assert.equal(await count('nadia.opdigt', 'familyCounsellor'), 2)
  for (const [who, role] of [['vibeke.eksempel', 'visitator'], ['inger.eksempel', 'primaryCoordinator'], ['karen.proeve', 'leader'], ['peter.opdigt', 'policeContact'], ['dsc.raadgiver', 'dscAdviser']] as const) assert.equal(await count(who, role), -1, who)
  assert.equal(await count('vibeke.eksempel', 'visitator', 'on_day'), 0, 'not even the days of talks')
  assert.equal(await count('mikkel.opdigt', 'familyCounsellor'), 0)
  for (const who of ['vibeke.eksempel', 'inger.eksempel', 'karen.proeve', 'peter.opdigt', 'mikkel.opdigt']) await assert.rejects(perform(town.house, await town.as(who), trackPage, { track }), missing, who)
  const keys = (await town.owner.query<{ n: number; t: string }>(`select count(distinct key_wrapped)::int as n, string_agg(r::text, '') as t from family_record r where track = $1`, [track])).rows[0]
  assert.equal(keys?.n, 2)
  assert.ok(!keys?.t.includes('Hemmelig') && !keys?.t.includes(Buffer.from('Hemmelig').toString('hex')))
  await assert.rejects(asRole(town, await visitator(), 'visitator', db => sql`insert into family_record (id, version, partnership, track, kind, on_day, by, at, key_wrapped, box) values (gen_random_uuid(), 1, 1, ${track}, 'child', '2026-11-03', ${track}, now(), '', '')`.execute(db)), denied)
  // Mikkel stands in for her for some days.
  const [mikkel, her] = [await town.as('mikkel.opdigt'), await nadia()]
  await town.owner.query(`insert into holding (partnership, role, person, from_day, to_day, stands_in, for_person) values (1, 'familyCounsellor', $1, '2026-11-01', '2026-11-20', true, $2)`, [mikkel.id, her.id])
  assert.equal((await perform(town.house, await town.as('mikkel.opdigt'), trackPage, { track })).result.records.length, 2)
  await assert.rejects(perform(town.house, await nadia(), trackPage, { track }), missing, 'she is away')
  await town.owner.query('delete from holding where for_person = $1', [her.id])
})

test('a talk with the parent who is the other party comes after the citizen was told, and names nobody; each record stands alone', async () => {
  const it = await openedCase(town)
  const track = await accepted(it)
  await assert.rejects(keep(track, 'faren', talk('father', 'Vi talte om rammer.')), refused('cases.tell-her-first'))
  await keep(track, 'moren', talk('mother', 'Hun er træt.'))
  await perform(town.house, await nadia(), familyTellHer, { track, answer: 'told', toldOn: '2026-11-03', safetyThrough: 'Nøgler og hentning' })
  await assert.rejects(keep(track, 'faren', talk('father', 'Signe Opdigt siger, at du ringer.')), refused('cases.names-source'))
  await keep(track, 'faren', talk('father', 'Vi talte om rammer.'))
  await assert.rejects(keep(track, 'faren', talk('father', 'Igen.')), refused('cases.tell-her-first'), 'the next talk needs an answer of its own')
  const { result } = await perform(town.house, await nadia(), trackPage, { track })
  const father = result.records.find(record => record.kind === 'father')
  assert.ok(father)
  const page = await (await staffVisit(town, app, 'nadia.opdigt')).get(`/familie/${track}/faren/${father.id}`)
  assert.match(page.html, /Vi talte om rammer\./)
  for (const no of ['Hun er træt', it.number, 'Signe', 'samvær hver anden', '00 11 22 33', it.id]) assert.ok(!page.html.includes(no), no)
  await keep(track, 'faren', talk('father', 'Vi talte om rammer og aftaler.'), father.id, '1')
  assert.equal((await keep(track, 'faren', talk('father', 'To'), father.id, '1')).result.overtaken, true, 'who is second is told, and the text is put aside')
  await assert.rejects(perform(town.house, await nadia(), recordPage, { track, word: 'moren', record: father.id }), missing, 'no record is found as another')
})

test('a record is put aside, taken up and thrown away as any paper; nobody but its writer sees that it is there', async () => {
  const it = await openedCase(town)
  const track = await accepted(it, 'none')
  const her = await staffVisit(town, app, 'nadia.opdigt')
  const at = `/familie/${track}/barnet/nyt`
  const page = await her.get(at)
  const begun = await her.post(`${at}/kladde`, { once: randomUUID(), seen: page.hidden('seen'), rev: page.hidden('rev'), said: 'Hemmelig tegning' })
  assert.equal(begun.path, at)
  for (const part of ['Hemmelig tegning', 'Din kladde fra', 'Den bliver til et notat, når du gemmer']) assert.ok(begun.html.includes(part), part)
  assert.match((await her.get(`/familie/${track}`)).html, /Din kladde fra .*Skriv videre på kladden/)
  const boxes = await town.owner.query<{ t: string }>('select d::text as t from case_draft d where case_id = $1', [it.id])
  assert.ok(boxes.rows.length === 1 && boxes.rows.every(row => !row.t.includes(Buffer.from('Hemmelig').toString('hex'))))
  const sees = async (who: string, role: Role) => asRole(town, await town.as(who), role, db => sql`select 1 from case_draft where case_id = ${it.id}`.execute(db)).then(found => found.rows.length, error => { assert.ok(denied(error as { code?: string })); return 0 })
  assert.deepEqual([await sees('nadia.opdigt', 'familyCounsellor'), await sees('mikkel.opdigt', 'familyCounsellor'), await sees('vibeke.eksempel', 'visitator'), await sees('inger.eksempel', 'primaryCoordinator')], [1, 0, 0, 0])
  assert.doesNotMatch((await (await staffVisit(town, app, 'vibeke.eksempel')).get(`/sager/${it.id}/boern`)).html, /kladde/i)
  assert.equal((await her.post(at, { once: randomUUID(), seen: '0', rev: '1', said: 'Hemmelig tegning' })).status, 422)
  await keep(track, 'udbytte', { 'form-version': 'child-outcome-1', onDay: '2026-11-03', what: 'Ro' })
  await assert.rejects(perform(town.house, await nadia(), endTrack, { track }), refused('cases.drafts-first'))
  assert.equal((await her.post(`${at}/smid-vaek`, { once: randomUUID() })).path, `/familie/${track}`)
  assert.doesNotMatch((await her.get(at)).html, /Hemmelig/)
  await perform(town.house, await nadia(), endTrack, { track })
})

test('two who write the same record: the second sees both texts; it is printed with nothing of the case, and its file lies with it alone', async () => {
  const it = await openedCase(town)
  const track = await accepted(it, 'none')
  const question = await withFileQuestion(town, 'talk-child')
  const her = await staffVisit(town, app, 'nadia.opdigt')
  const fields = { onDay: '2026-11-03', who: 'Nadia' }
  const at = `/familie/${track}/barnet/nyt`
  const wrong = await her.post(at, { once: randomUUID(), seen: '0', rev: '0', said: 'En tegning', [question]: new File(['hemmelig tegning'], 'tegning.png') })
  assert.equal(wrong.status, 422)
  const ref = new RegExp(`name="${question}" value="([0-9a-f-]{36})"`).exec(wrong.html)?.[1] ?? assert.fail('the file is there')
  assert.equal((await her.post(at, { once: randomUUID(), seen: '0', rev: wrong.hidden('rev'), ...fields, said: 'En tegning', [question]: ref })).path, `/familie/${track}`)
  const kept = (await town.owner.query<{ id: string; kept_as: string }>('select kept_in as id, kept_as from case_attachment where id = $1', [ref])).rows[0]
  assert.equal(kept?.kept_as, 'family')
  const record = `/familie/${track}/barnet/${kept?.id}`
  const [one, two] = [{ once: randomUUID(), seen: '1', rev: '0', ...fields, [question]: ref }, { once: randomUUID(), seen: '1', rev: '0', ...fields, [question]: ref }]
  await her.post(record, { ...one, said: 'En tegning af et hus' })
  const second = await her.post(record, { ...two, said: 'To tegninger' })
  assert.equal(second.path, record)
  for (const part of ['Nadia Opdigt gemte en ny version', 'En tegning af et hus', 'To tegninger', 'Gemt nu (Nadia Opdigt)']) assert.ok(second.html.includes(part), part)
  const fetched = async (who: string) => perform(town.house, await town.as(who), recordFile, { track, file: ref })
  assert.equal(await new Response((await fetched('nadia.opdigt')).result.body).text(), 'hemmelig tegning')
  for (const who of ['mikkel.opdigt', 'vibeke.eksempel', 'inger.eksempel', 'peter.opdigt']) await assert.rejects(fetched(who), missing, who)
  await assert.rejects(perform(town.house, await visitator(), paperFileAction, { case: it.id, file: ref }), missing, 'nor by the address of the case')
  assert.equal((await town.owner.query<{ ground: string | null }>(`select ground from journal where act = 'cases.file-fetched' order by id desc limit 1`)).rows[0]?.ground, null, 'and she is not let in first')
  const print = (await perform(town.house, await nadia(), printRecord, { track, word: 'barnet', record: kept?.id, version: '1' })).result
  assert.equal(print.type, 'application/pdf')
  const path = join(mkdtempSync(join(tmpdir(), 'record-')), 'print.pdf')
  writeFileSync(path, print.body)
  const text = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).stdout
  assert.ok(text.includes('tegning.png (1 kB)'), text)
  assert.ok(!text.includes(it.number), 'the number of the case stands nowhere on it')
  await assert.rejects(perform(town.house, await visitator(), printRecord, { track, word: 'barnet', record: kept?.id }), missing)
})

test('under 18: who may consent is asked, and nothing goes to a custody holder who is the other party', async () => {
  const it = await openedCase(town)
  const work = async (): Promise<void> => asRole(town, await visitator(), 'visitator', db => refuseCustodyHolder({ house: town.house, db }, it.id))
  await work()
  const young = async (seen: string, holderIs: string) => perform(town.house, await visitator(), keepPaperAction, {
    case: it.id, word: 'under-18', paper: 'ark', seen, 'form-version': 'young-1', under18: 'yes', mayConsent: 'unknown', askedWho: 'Juristen', holderIs,
  })
  await assert.rejects(perform(town.house, await visitator(), keepPaperAction, { case: it.id, word: 'under-18', paper: 'ark', seen: '0', 'form-version': 'young-1', under18: 'yes' }), refused('forms.missing'))
  await young('0', 'yes')
  await assert.rejects(work(), refused('cases.holder-is-other'))
  const out = { case: it.id, outside: 'doctor', name: 'Læge Opdigt', how: 'law', ground: 'x', purpose: 'x' }
  await assert.rejects(perform(town.house, await visitator(), sendOutAction, out), refused('cases.holder-is-other'))
  const meeting = { case: it.id, title: 'x', day: '2026-11-10', clock: '10:00', people: (await visitator()).id, 'topic-1': 'x', citizens: 'Barn og far', reachChannel: 'here' }
  await assert.rejects(perform(town.house, await visitator(), makeMeeting, meeting), refused('cases.holder-is-other'))
  await perform(town.house, await visitator(), makeMeeting, { ...meeting, notHolder: 'yes' })
  await perform(town.house, await visitator(), sendOutAction, { ...out, notHolder: 'yes' })
  await young('1', 'no')
  await work()
  const page = await (await staffVisit(town, app, 'vibeke.eksempel')).get(`/sager/${it.id}/boern`)
  assert.match(page.html, /Borgeren er under 18 år.*Du har ikke gjort noget forkert/s)
  const her = await herVisit(town, app, it)
  assert.match((await her.get('/noter/sikkerhed')).html, /Til dig[^]*BørneTelefonen/, 'her own page speaks to somebody young')
  await perform(town.house, await visitator(), keepPaperAction, { case: it.id, word: 'under-18', paper: 'ark', seen: '2', 'form-version': 'young-1', under18: 'no' })
  assert.doesNotMatch((await her.get('/noter/sikkerhed')).html, /BørneTelefonen/)
  const boxes = (await town.owner.query<{ n: number }>('select octet_length(young_box) as n from citizen where young_box is not null')).rows
  assert.equal(boxes.length, 1)
  await assert.rejects(asRole(town, await town.as('inger.eksempel'), 'primaryCoordinator', db => sql`update citizen set key_wrapped = '' where id = ${it.citizen}`.execute(db)), { code: '42501' })
  assert.equal((await asRole(town, await town.as('inger.eksempel'), 'primaryCoordinator', db => sql`update citizen set young_box = '' where id = ${it.citizen}`.execute(db))).numAffectedRows, 0n, 'without the baton nobody says it')
  await assert.rejects(perform(town.house, await town.as('karen.proeve'), childrenPage, { case: it.id }), missing)
  await assert.rejects(perform(town.house, await town.as('peter.opdigt'), declineTrack, { track: it.id, reason: 'x' }), missing)
})
