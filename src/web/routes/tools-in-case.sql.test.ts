// Tools in a case: a draft that is its writer's alone, paper with its journal line, and what professionals keep to themselves.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import { type Role, roles } from '../../kernel/actor.ts'
import { ownFetch } from '../../bundle/actions.ts'
import { consentTo, showTo, testCase, type TestCase, write } from '../../bundle/testing-case.ts'
import { everythingIn, forms, qpdf } from '../../bundle/testing-search.ts'
import { textMoves } from '../../cases/actions.ts'
import { setContact } from '../../cases/reaching.ts'
import { copyPlan, printOtherPaper, printPlan, printTalk } from '../../cases/sides/tools.ts'
import { copyPaperAction, printMoveAction, printPaperAction } from '../../cases/tools/print.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { questionsOf } from '../../forms/rules.ts'
import { perform } from '../../platform/action.ts'
import { sendAction } from '../../referrals/actions.ts'
import { acceptAction } from '../../referrals/actions-receive.ts'
import { formOf } from '../../toolkit/tools.ts'
import { openSessionFor } from '../../identity/signin.ts'
import { sessionCookie } from '../door/door.tsx'
import { asRole, herVisit, openedCase, staffVisit } from './testing-case.ts'
import { employee, father, walled } from './testing-sides.ts'
import { openWeb } from '../web.ts'

let town: TestHouse
let app: Hono
before(async () => {
  town = await testHouse()
  app = openWeb(town.house)
})
after(() => town.close())
const dir = mkdtempSync(join(tmpdir(), 'papers-'))
const denied = (error: { code?: string }) => error.code === '42501'
const hidden = (page: { hidden: (name: string) => string }) => ({ once: randomUUID(), seen: page.hidden('seen'), rev: page.hidden('rev') })
/** A word that stands nowhere else. */
const planted = () => `plantet ${randomUUID().replaceAll('-', '').slice(0, 12)}`

test('a draft demands nothing, is taken up where it was left, is read by its writer alone, and is gone when it is kept', async () => {
  const it = await openedCase(town)
  const at = `/sager/${it.id}/papir/afdaekning/ark`
  const [vibeke, daniel] = [await staffVisit(town, app, 'vibeke.eksempel'), await staffVisit(town, app, 'daniel.proeve')]
  const word = planted()
  const left = await vibeke.post(`${at}/kladde`, { ...hidden(await vibeke.get(at)), lately: word, mappedOn: 'i går' })
  assert.equal(left.path, at)
  for (const part of [word, 'i går', 'Din kladde fra', 'Kun du kan se den']) assert.ok(left.html.includes(part), part)
  assert.ok((await vibeke.get(`/sager/${it.id}/redskaber`)).html.includes('Skriv videre på kladden'))
  for (const page of [at, `/sager/${it.id}/redskaber`, `/sager/${it.id}/arbejde`]) assert.doesNotMatch((await daniel.get(page)).html, new RegExp(`${word}|Din kladde`), page)
  const rows = await town.owner.query<{ t: string }>('select d::text as t from case_draft d where case_id = $1', [it.id])
  assert.ok(rows.rows.length === 1 && rows.rows.every(row => !row.t.includes(word) && !row.t.includes(Buffer.from(word).toString('hex'))))
  const [her, him] = [await town.as('vibeke.eksempel'), await town.as('daniel.proeve')]
  const seen = async (who: { id: string }, role: Role) => asRole(town, who, role, db => sql`select 1 from case_draft`.execute(db)).then(found => found.rows.length, error => { assert.ok(denied(error as { code?: string })); return 0 })
  assert.deepEqual([await seen(her, 'visitator'), await seen(him, 'visitator'), await seen(her, 'leader'), await seen(her, 'operator')], [1, 0, 0, 0])
  assert.equal((await vibeke.post(at, { ...hidden(await vibeke.get(at)), lately: word, mappedOn: 'i går' })).status, 422)
  const kept = await vibeke.post(at, { ...hidden(await vibeke.get(at)), lately: word, mappedOn: '2026-11-03', view: 'Ro' })
  assert.equal(kept.path, `/sager/${it.id}/arbejde`)
  assert.equal((await town.owner.query('select 1 from case_draft where case_id = $1', [it.id])).rows.length, 0)
  assert.ok((await daniel.get(at)).html.includes(word))
})

test('who may fill in a tool but has not the baton reads who does', async () => {
  const it = await openedCase(town)
  const [vibeke, inger] = [await town.as('vibeke.eksempel'), await town.as('inger.eksempel')]
  const { result } = await perform(town.house, vibeke, sendAction, { case: it.id, til: inger.id, rolle: 'primaryCoordinator', purpose: 'Hun har brug for en plan' })
  await perform(town.house, inger, acceptAction, { referral: result.id })
  const page = await (await staffVisit(town, app, 'vibeke.eksempel')).get(`/sager/${it.id}/redskaber`)
  assert.match(page.html, /Inger Eksempel har stafetten og udfylder det/)
  assert.doesNotMatch((await (await staffVisit(town, app, 'inger.eksempel')).get(`/sager/${it.id}/redskaber`)).html, /udfylder det/)
})

test('in a closed case nobody is said to fill in anything: it says that it is closed, and what was never begun', async () => {
  const sides = walled(town, app)
  const talk = await sides.open('nadia.opdigt', '/samtaler', father)
  assert.equal((await sides.ask('nadia.opdigt', `/samtaler/${talk}/luk`, { seq: '1', reason: 'Det er holdt op.', callBackOn: '1.2.2027' })).status, 303)
  const tools = await sides.ask('nadia.opdigt', `/samtaler/${talk}/redskaber`)
  assert.match(tools.text, /Sagen er lukket/)
  assert.doesNotMatch(tools.text, /udfylder det/)
  assert.match((await sides.ask('nadia.opdigt', `/samtaler/${talk}/papir/typologi/ark`)).text, /Sagen er lukket[^]*Ikke begyndt/)
})

test('who is second sees both texts side by side, has lost nothing, and keeps what the other wrote elsewhere', async () => {
  const it = await openedCase(town)
  const at = `/sager/${it.id}/papir/afdaekning/ark`
  const [vibeke, daniel] = [await staffVisit(town, app, 'vibeke.eksempel'), await staffVisit(town, app, 'daniel.proeve')]
  const first = { mappedOn: '2026-11-03', view: 'Ro', lately: 'Opkald', changed: 'Intet' }
  await vibeke.post(at, { ...hidden(await vibeke.get(at)), ...first })
  const [mine, theirs] = [hidden(await vibeke.get(at)), hidden(await daniel.get(at))]
  await daniel.post(at, { ...theirs, ...first, lately: 'Opkald og breve', changed: 'Det er værre' })
  const second = await vibeke.post(at, { ...mine, ...first, lately: 'Opkald om natten' })
  for (const part of ['Daniel Prøve gemte en ny version', 'Opkald og breve', 'Opkald om natten', 'Daniel Prøve og dig', 'Din kladde fra']) assert.ok(second.html.includes(part), part)
  assert.match(second.html, /name="changed"[^>]*>Det er værre</, 'what she had not touched follows his')
  assert.match(second.html, /name="lately"[^>]*>Opkald om natten</, 'what she wrote stands')
  assert.equal(second.hidden('seen'), '2')
  const third = await vibeke.post(at, { ...hidden(second), ...first, lately: 'Opkald om natten og breve', changed: 'Det er værre' })
  assert.equal(third.path, `/sager/${it.id}/arbejde`)
  assert.equal((await town.owner.query('select 1 from case_paper where case_id = $1', [it.id])).rows.length, 3)
})

test('a draft that was saved in another window is not written over: both are shown', async () => {
  const it = await openedCase(town)
  const at = `/sager/${it.id}/papir/handleplan/ark`
  const vibeke = await staffVisit(town, app, 'vibeke.eksempel')
  const [one, two] = [hidden(await vibeke.get(at)), hidden(await vibeke.get(at))]
  await vibeke.post(`${at}/kladde`, { ...one, 'goals-1-goal': 'Ny lås' })
  const second = await vibeke.post(`${at}/kladde`, { ...two, 'goals-1-goal': 'Nyt nummer' })
  assert.equal(second.status, 409)
  for (const part of ['Ny lås', 'Nyt nummer', 'Kladden er gemt fra et andet vindue']) assert.ok(second.html.includes(part), part)
  assert.equal((await vibeke.post(`${at}/kladde`, { ...hidden(second), 'goals-1-goal': 'Ny lås og nyt nummer' })).status, 200)
  assert.equal((await vibeke.post(`${at}/smid-vaek`, { once: randomUUID() })).path, `/sager/${it.id}/redskaber`)
  assert.doesNotMatch((await vibeke.get(at)).html, /Ny lås/)
})

test('the checklist of a clarification can be put aside with its decision, and is gone when it is decided', async () => {
  const it = await openedCase(town)
  const at = `/sager/${it.id}/afklaring`
  const vibeke = await staffVisit(town, app, 'vibeke.eksempel')
  const page = await vibeke.get(at)
  const back = await vibeke.post(`${at}/kladde`, { once: randomUUID(), seq: page.hidden('seq'), rev: '0', saidNo: 'yes', 'saidNo-note': 'I sms', finding: 'unclear', reason: 'Skal tales om igen' })
  for (const part of ['I sms', 'Skal tales om igen', 'Din kladde fra']) assert.ok(back.html.includes(part), part)
  assert.match(back.html, /value="unclear"[^>]*checked|checked[^>]*value="unclear"/)
  const rows = () => town.owner.query('select 1 from case_draft where case_id = $1', [it.id])
  assert.equal((await rows()).rows.length, 1)
  const done = await vibeke.post(at, { once: randomUUID(), seq: page.hidden('seq'), rev: '1', acuteNow: 'no', unwanted: 'yes', repeated: 'yes', overTime: 'yes', finding: 'unclear', reason: 'Skal tales om igen', reachChannel: 'here' })
  assert.equal(done.path, `/sager/${it.id}`)
  assert.equal((await rows()).rows.length, 0)
})

const text = (bytes: Uint8Array, name: string) => {
  const path = join(dir, `${name}.pdf`)
  writeFileSync(path, bytes)
  assert.equal(spawnSync('qpdf', ['--check', path]).status, 0)
  return spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).stdout.replaceAll(/\s+/g, ' ')
}
async function fetched(path: string, signIn: string): Promise<{ status: number; bytes: Uint8Array }> {
  const cookie = (await app.request(`/demo/ind/${(await town.as(signIn)).id}`, { method: 'POST', headers: { origin: 'http://localhost', host: 'localhost' } })).headers.get('set-cookie')?.split(';')[0] ?? ''
  const found = await app.request(path, { headers: { cookie } })
  return { status: found.status, bytes: new Uint8Array(await found.arrayBuffer()) }
}

test('what is filled in is printed with a line in the journal; her copy leaves out what is not for her, and needs that a paper is safe', { skip: qpdf }, async () => {
  const it = await openedCase(town)
  const vibeke = await staffVisit(town, app, 'vibeke.eksempel')
  const at = `/sager/${it.id}/papir/afdaekning/ark`
  const secret = questionsOf(formOf('needs-mapping') ?? assert.fail()).find(one => one.notForCitizen && one.kind === 'yes-partly-no-unknown' && !one.showIf) ?? assert.fail('no such question')
  const [open, closed] = [planted(), planted()]
  await vibeke.post(at, { ...hidden(await vibeke.get(at)), mappedOn: '2026-11-03', view: 'Ro', lately: open, [secret.id]: 'no', [`${secret.id}-note`]: closed })
  const printed = text((await fetched(`${at}/udskrift.pdf`, 'vibeke.eksempel')).bytes, 'print')
  for (const part of [open, closed, it.number, 'Vibeke Eksempel', 'Hvad']) assert.ok(printed.includes(part), part)
  const acts = await town.owner.query<{ act: string }>(`select act from journal where about_case = $1 and act like 'cases.paper-%'`, [it.id])
  assert.ok(acts.rows.some(row => row.act === 'cases.paper-printed'))
  assert.equal((await fetched(`${at}/kopi.pdf`, 'vibeke.eksempel')).status, 422, 'nothing was agreed about paper')
  await perform(town.house, await town.as('vibeke.eksempel'), setContact, { case: it.id, channels: 'phone', where: '00 11 22 33', times: '', say: '', message: 'no', digitalPost: 'no', paper: 'no', version: '0' })
  const copy = text((await fetched(`${at}/kopi.pdf`, 'vibeke.eksempel')).bytes, 'copy')
  assert.ok(copy.includes(open))
  for (const part of [closed, secret.ask.da, it.number, 'Vibeke']) assert.ok(!copy.includes(part), part)
  for (const who of ['inger.eksempel', 'peter.opdigt', 'jonas.eksempel']) assert.equal((await fetched(`${at}/udskrift.pdf`, who)).status, 404, who)
  for (const tool of ['typology', 'risk-reference']) assert.equal((await app.request(`/redskaber/${tool}/blanket.pdf`)).status, 404, tool)
  assert.equal((await app.request('/redskaber/checklist/blanket.pdf')).headers.get('content-type'), 'application/pdf')
})

test('a page in English leads to the English blanks', async () => {
  const it = await openedCase(town)
  const cookie = `${sessionCookie}=${await openSessionFor(town.house, (await town.as('vibeke.eksempel')).id, 1)}; sprog=en`
  const html = await (await app.request(`/sager/${it.id}/redskaber`, { headers: { cookie } })).text()
  assert.match(html, /href="\/en\/redskaber\/checklist\/blanket\.pdf"/)
  assert.doesNotMatch(html, /href="\/redskaber\/[a-z-]+\/blanket/)
  assert.equal((await app.request('/en/redskaber/checklist/blanket.pdf')).status, 200)
})

test('what was never answered or never kept is printed for nobody: the answer is that of a case that is not there, and the journal says that somebody was turned away', async () => {
  const it = await openedCase(town)
  const [vibeke, karen, nadia] = [await town.as('vibeke.eksempel'), await town.as('karen.proeve'), await town.as('nadia.opdigt')]
  const walls = walled(town, app)
  const [his, theirs] = [await walls.open('nadia.opdigt', '/samtaler', father), await walls.open('karen.proeve', '/medarbejdere', employee)]
  await perform(town.house, vibeke, textMoves[1].post, { case: it.id, seq: '2', told: 'Hun ringer igen på fredag.' })
  const visitator = await staffVisit(town, app, 'vibeke.eksempel')
  await visitator.post(`/sager/${it.id}/papir/afdaekning/ark`, { once: randomUUID(), seen: '0', rev: '0', mappedOn: '2026-11-03', view: 'Ro', lately: 'Opkald' })
  const lines = async () => (await town.owner.query<{ no: number; yes: number }>(`select count(*) filter (where ground is null)::int as no, count(*) filter (where ground is not null)::int as yes from journal`)).rows[0] ?? assert.fail()
  const sheet = (word: string, paper = 'ark', version?: string) => ({ case: it.id, word, paper, ...(version && { version }) })
  for (const [what, ask] of [
    ['a note', () => perform(town.house, vibeke, printMoveAction, { case: it.id, seq: '3' })], ['no such step', () => perform(town.house, vibeke, printMoveAction, { case: it.id, seq: '99' })],
    ['no step at all', () => perform(town.house, vibeke, printMoveAction, { case: randomUUID(), seq: '1' })],
    ['never filled in', () => perform(town.house, vibeke, printPaperAction, sheet('handleplan'))], ['a new one', () => perform(town.house, vibeke, printPaperAction, sheet('kontaktnotat', 'nyt'))],
    ['no such version', () => perform(town.house, vibeke, printPaperAction, sheet('afdaekning', 'ark', '9'))], ['no copy of what was never filled in', () => perform(town.house, vibeke, copyPaperAction, sheet('handleplan'))],
    ['no copy of an inner paper', () => perform(town.house, vibeke, copyPaperAction, sheet('typologi'))],
    ['his, no such step', () => perform(town.house, nadia, printTalk, { case: his, seq: '2' })], ['his, no typology', () => perform(town.house, nadia, printOtherPaper, { case: his, word: 'typologi', paper: 'ark' })],
    ['an employee’s, no such step', () => perform(town.house, karen, printPlan, { case: theirs, seq: '2' })], ['an employee’s, no copy', () => perform(town.house, karen, copyPlan, { case: theirs, seq: '2' })],
  ] as const) {
    const before = await lines()
    await assert.rejects(ask(), { kind: 'missing', code: 'platform.missing' }, what)
    assert.deepEqual(await lines(), { no: before.no + 1, yes: before.yes }, what)
  }
  for (const ask of [
    () => perform(town.house, vibeke, printMoveAction, { case: it.id, seq: '1' }), () => perform(town.house, vibeke, printMoveAction, { case: it.id, seq: '2' }),
    () => perform(town.house, vibeke, printPaperAction, sheet('afdaekning', 'ark', '1')), () => perform(town.house, nadia, printTalk, { case: his, seq: '1' }), () => perform(town.house, karen, printPlan, { case: theirs, seq: '1' }),
  ]) assert.equal((await ask()).result.type, 'application/pdf')
})

const typology = (said: string) => Object.fromEntries(questionsOf(formOf('typology') ?? assert.fail()).filter(it => it.kind === 'long' && !it.showIf).map(it => [it.id, said]))
const inner = async (it: TestCase, said: string) => {
  const vibeke = await staffVisit(town, app, 'vibeke.eksempel')
  for (const [word, paper, fields] of [
    ['typologi', 'ark', { thoughtOn: '2026-11-03', thoughtBy: 'Vibeke', ...typology(said) }],
    ['vurdering', 'nyt', { instrument: 'sam', assessor: 'Peter', organisation: 'Politiet', trained: 'yes', assessedOn: '2026-11-02', level: said, doesNow: said }],
  ] as const) {
    const at = `/sager/${it.id}/papir/${word}/${paper}`
    const kept = await vibeke.post(at, { ...hidden(await vibeke.get(at)), ...fields })
    assert.equal(kept.path, `/sager/${it.id}/arbejde`, word)
  }
  assert.ok((await vibeke.get(`/sager/${it.id}/papir/typologi/ark`)).html.includes(said))
  assert.equal((await fetched(`/sager/${it.id}/papir/typologi/ark/kopi.pdf`, 'vibeke.eksempel')).status, 404)
}

test('a typology and an assessment never leave the case: not in a bundle, a referral, a shown log, her pages, nor what is open to others', { skip: qpdf }, async () => {
  const it = await testCase(town)
  const [word, hers] = [planted(), planted()]
  await inner(it, word)
  await write(town, it.citizen, hers)
  await showTo(town, it.citizen, 'visitator')
  await consentTo(town, it.citizen, ['contact', 'account', 'log', 'finding', 'needs'])
  const her = await herVisit(town, app, { id: it.id, number: it.number, citizen: it.citizen.id })
  const start = await her.post('/noter/samlet', { once: (await her.get('/noter/samlet')).hidden('once'), which: 'all' })
  const made = await her.post('/noter/samlet/se', { once: start.hidden('once') || randomUUID(), nr: start.hidden('nr'), seen: start.hidden('seen'), purpose: 'Til politiet', other: 'Kaj', background: '', w1: 'known' })
  const bundle = /[0-9a-f-]{36}$/.exec(made.path)?.[0] ?? assert.fail(made.html.slice(0, 2000))
  const { result } = await perform(town.house, it.citizen, ownFetch, { bundle })
  const path = join(dir, 'bundle.zip')
  writeFileSync(path, new Uint8Array(await new Response(result.body as ReadableStream).arrayBuffer()))
  const everything = await everythingIn(path)
  assert.ok([...everything.values()].some(bytes => bytes.includes(hers.slice(8))), 'the search finds what is there')
  for (const [name, bytes] of everything) for (const form of forms(word.slice(8))) assert.ok(!bytes.includes(form), name)

  const peter = await town.as('peter.opdigt')
  const prepared = await (await staffVisit(town, app, 'vibeke.eksempel')).get(`/sager/${it.id}/henvis?til=${peter.id}&rolle=policeContact`)
  assert.match(prepared.html, /name="purpose"/)
  const { result: referral } = await perform(town.house, await town.as('vibeke.eksempel'), sendAction, { case: it.id, til: peter.id, rolle: 'policeContact', tells: 'asked', purpose: 'Vær med til at vurdere et tilhold.', account: 'Breve hver dag.', finding: 'Sandsynligt.', needs: 'Tryg på vej hjem.' })
  const police = await staffVisit(town, app, 'peter.opdigt')
  const received = await police.get(`/henvisninger/${referral.id}`)
  assert.equal(received.status, 200)
  const vibeke = await staffVisit(town, app, 'vibeke.eksempel')
  const pages = [
    received, prepared, ...await Promise.all(['/henvisninger', '/model'].map(at => police.get(at))),
    ...await Promise.all(['/noter', '/noter/tidligere', '/noter/vis', '/noter/set'].map(at => her.get(at))),
    ...await Promise.all(['', '/arbejde', '/log', '/boern', '/den-anden-part', '/moeder', '/redskaber'].map(at => vibeke.get(`/sager/${it.id}${at}`))),
  ]
  for (const page of pages) assert.ok(!page.html.includes(word), page.path)
})

test('the second wall: the table of what professionals keep is shut to everybody else, and nothing of it can be laid among the papers', async () => {
  const it = await testCase(town)
  await inner(it, planted())
  const may = await town.owner.query<{ role: string }>(`select r.rolname as role from pg_roles r where r.rolname like 'lods\\_%' and has_table_privilege(r.oid, 'case_inner_paper', 'select')`)
  assert.deepEqual(may.rows.map(row => row.role).sort(), ['lods_family_counsellor', 'lods_police_contact', 'lods_primary_coordinator', 'lods_visitator'])
  for (const [who, role] of [['inger.eksempel', 'primaryCoordinator'], ['peter.opdigt', 'policeContact'], ['nadia.opdigt', 'familyCounsellor'], ['inger.eksempel', 'visitator']] as const) {
    const found = await asRole(town, await town.as(who), role, db => sql`select 1 from case_inner_paper`.execute(db))
    assert.equal(found.rows.length, 0, role)
  }
  for (const role of roles.filter(one => !['visitator', 'primaryCoordinator', 'policeContact', 'familyCounsellor'].includes(one)))
    await assert.rejects(asRole(town, await town.as('vibeke.eksempel'), role, db => sql`select 1 from case_inner_paper`.execute(db)), denied, role)
  const vibeke = await town.as('vibeke.eksempel')
  for (const kind of ['typology', 'risk-reference'])
    await assert.rejects(asRole(town, vibeke, 'visitator', db => sql`insert into case_paper (id, version, partnership, case_id, kind, by, by_role, at, box)
      values (gen_random_uuid(), 1, 1, ${it.id}, ${kind}, ${vibeke.id}, 'visitator', now(), '')`.execute(db)), /case_paper_kind_check/)
  for (const query of [sql`update case_inner_paper set box = ''`, sql`delete from case_inner_paper`]) await assert.rejects(asRole(town, vibeke, 'visitator', db => query.execute(db)), denied)
  await assert.rejects(town.owner.query('delete from case_inner_paper'), /only added to/)
})
