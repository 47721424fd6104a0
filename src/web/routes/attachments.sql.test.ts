// Files that answer a question of a tool: put in whatever becomes of the page, kept with the paper, read by whoever reads the paper, and gone with what is not kept.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import { qpdf } from '../../bundle/testing-search.ts'
import { otherFile } from '../../cases/sides/tools.ts'
import { paperFileAction } from '../../cases/tools/actions.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { perform } from '../../platform/action.ts'
import { asRole, openedCase, type OpenCase, staffVisit } from './testing-case.ts'
import { withFileQuestion } from './testing-tool.ts'
import type { Page } from '../door/testing-visit.ts'
import { openWeb } from '../web.ts'

let town: TestHouse
let app: Hono
let asked: string
before(async () => {
  town = await testHouse()
  app = openWeb(town.house)
  asked = await withFileQuestion(town, 'needs-mapping')
})
after(() => town.close())

const missing = (error: unknown) => error instanceof Refusal && error.kind === 'missing'
const denied = (error: { code?: string }) => error.code === '42501'
const secret = 'han skriver at han ved hvor hun bor'
const letter = (words = secret, name = 'brev fra Kaj.docx') => new File([words], name)
const hidden = (page: Page) => ({ once: randomUUID(), seen: page.hidden('seen'), rev: page.hidden('rev') })
const mapping = { mappedOn: '2026-11-03', view: 'Ro' }
const at = (it: OpenCase) => `/sager/${it.id}/papir/afdaekning/ark`
const refOf = (page: Page, field = asked) => new RegExp(`name="${field}" value="([0-9a-f-]{36})"`).exec(page.html)?.[1] ?? assert.fail(page.html.slice(0, 3000))
const rows = async (it: OpenCase) => (await town.owner.query<{ id: string; file: string; kept_as: string | null }>('select id, file, kept_as from case_attachment where case_id = $1 order by at', [it.id])).rows
const onDisk = async (file: string) => (await town.house.files.head(file)) !== undefined
const whole = async (body: unknown) => new Response(body as ReadableStream).text()
const disk = () => readdirSync(town.data, { recursive: true, withFileTypes: true }).filter(one => one.isFile()).map(one => readFileSync(join(one.parentPath, one.name)))

test('a page that cannot be taken keeps the file that came with it; kept, it lies with the paper and cannot be taken out', async () => {
  const it = await openedCase(town)
  const vibeke = await staffVisit(town, app, 'vibeke.eksempel')
  const page = await vibeke.get(at(it))
  assert.match(page.html, /enctype="multipart\/form-data"/)
  const wrong = await vibeke.post(at(it), { ...hidden(page), view: 'Ro', [asked]: letter() })
  assert.equal(wrong.status, 422)
  for (const part of ['brev fra Kaj.docx (1 kB)', 'Svar på spørgsmålet']) assert.ok(wrong.html.includes(part), part)
  const ref = refOf(wrong)
  assert.match((await vibeke.get(at(it))).html, /brev fra Kaj[.]docx/, 'who goes away and comes back finds it in the draft')
  assert.equal((await town.owner.query('select from case_draft where case_id = $1', [it.id])).rowCount, 1)

  const kept = await vibeke.post(at(it), { ...hidden(wrong), ...mapping, [asked]: [ref] })
  assert.equal(kept.path, `/sager/${it.id}/arbejde`)
  assert.deepEqual((await rows(it)).map(row => [row.id, row.kept_as]), [[ref, 'paper']])
  assert.equal((await town.owner.query('select from case_draft where case_id = $1', [it.id])).rowCount, 0)
  const read = await perform(town.house, await town.as('vibeke.eksempel'), paperFileAction, { case: it.id, file: ref })
  assert.equal(await whole(read.result.body), secret)
  assert.deepEqual([read.result.name, read.result.type], ['vedlaeg.docx', 'text/plain'], 'by its bytes and not by its name')
  await assert.rejects(town.owner.query('delete from case_attachment where id = $1', [ref]), /stays as it is/)
  await assert.rejects(town.owner.query(`update case_attachment set kept_in = 'x' where id = $1`, [ref]), /stays as it is/)

  // The next version leaves it out; the version before has it for ever.
  const next = await vibeke.post(at(it), { ...hidden(await vibeke.get(at(it))), ...mapping, view: 'Uro' })
  assert.equal(next.status, 200)
  assert.match((await vibeke.get(at(it))).html, new RegExp(`/sager/${it.id}/vedlaeg/${ref}`))
  assert.equal((await rows(it)).length, 1)
})

test('sent twice it is there once; unticked in the draft, or thrown away with it, it is gone from table and store', async () => {
  const it = await openedCase(town)
  const vibeke = await staffVisit(town, app, 'vibeke.eksempel')
  const fields = { ...hidden(await vibeke.get(at(it))), [asked]: letter() }
  await vibeke.post(`${at(it)}/kladde`, fields)
  const draft = await vibeke.post(`${at(it)}/kladde`, fields)
  assert.equal((await rows(it)).length, 1)
  const [first] = await rows(it)
  assert.ok(first && await onDisk(first.file))
  const two = await vibeke.post(`${at(it)}/kladde`, { ...hidden(draft.status === 200 ? draft : await vibeke.get(at(it))), [asked]: [first.id, letter('noget andet', 'nyt.txt') as unknown as string] })
  assert.equal((await rows(it)).length, 2)
  for (const part of ['brev fra Kaj.docx', 'nyt.txt']) assert.ok(two.html.includes(part), part)
  const second = (await rows(it)).find(row => row.id !== first.id)
  const one = await vibeke.post(`${at(it)}/kladde`, { ...hidden(two), [asked]: second?.id ?? '' })
  assert.doesNotMatch(one.html, /brev fra Kaj/)
  assert.deepEqual((await rows(it)).map(row => row.id), [second?.id])
  assert.equal(await onDisk(first.file), false)
  await vibeke.post(`${at(it)}/smid-vaek`, { once: randomUUID() })
  assert.deepEqual(await rows(it), [])
  assert.equal(await onDisk(second?.file ?? ''), false)
  const keys = { ...fields, once: randomUUID(), ...mapping }
  await Promise.all([vibeke.post(at(it), keys), vibeke.post(at(it), keys)])
  assert.deepEqual((await rows(it)).map(row => row.kept_as), ['paper'], 'kept twice at once, it is kept once and no draft is left')
  assert.equal((await town.owner.query('select from case_draft where case_id = $1', [it.id])).rowCount, 0)
})

const signedIn = async (who: string) => (await app.request(`/demo/ind/${(await town.as(who)).id}`, { method: 'POST', headers: { origin: 'http://localhost', host: 'localhost' } })).headers.get('set-cookie')?.split(';')[0] ?? ''
/** As a browser sends much: it says beforehand how much. */
async function sized(path: string, who: string, fields: Readonly<Record<string, string>>, files: readonly File[]): Promise<{ status: number; html: string }> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const file of files) form.append(asked, file)
  const made = new Request('http://localhost', { method: 'POST', body: form })
  const body = await made.arrayBuffer()
  const answer = await app.request(path, { method: 'POST', body, headers: { host: 'localhost', origin: 'http://localhost', cookie: await signedIn(who), 'content-type': made.headers.get('content-type') ?? '', 'content-length': String(body.byteLength) } })
  return { status: answer.status, html: await answer.text() }
}

test('a file that cannot be taken is told at its question; the others, and every word, are there', async () => {
  const it = await openedCase(town)
  const vibeke = await staffVisit(town, app, 'vibeke.eksempel')
  const large = new File([new Uint8Array(41 * 1024 * 1024)], 'stor.bin')
  const back = await sized(`${at(it)}/kladde`, 'vibeke.eksempel', { ...hidden(await vibeke.get(at(it))), lately: 'Breve hver dag' }, [letter(), large])
  assert.equal(back.status, 422)
  for (const part of ['Breve hver dag', 'brev fra Kaj.docx', `href="#${asked}"`]) assert.ok(back.html.includes(part), part)
  assert.doesNotMatch(back.html, /stor[.]bin/)
  const forged = await vibeke.post(at(it), { ...hidden(await vibeke.get(at(it))), ...mapping, [asked]: [randomUUID()] })
  assert.equal(forged.status, 422)
  assert.match(forged.html, /Filen kunne ikke findes/)
})

test('only who reads the paper reads its files, and before it is kept only who put it in; nobody under another case', async () => {
  const [it, other] = [await openedCase(town), await openedCase(town)]
  const vibeke = await staffVisit(town, app, 'vibeke.eksempel')
  const page = await vibeke.post(`${at(it)}/kladde`, { ...hidden(await vibeke.get(at(it))), [asked]: letter() })
  const ref = refOf(page)
  const fetch = async (who: string, of = it.id) => perform(town.house, await town.as(who), paperFileAction, { case: of, file: ref })
  await fetch('vibeke.eksempel')
  await assert.rejects(fetch('daniel.proeve'), missing, 'a draft is its writer\'s alone')
  await vibeke.post(at(it), { ...hidden(page), ...mapping, [asked]: [ref] })
  assert.equal(await whole((await fetch('daniel.proeve')).result.body), secret)
  await assert.rejects(fetch('vibeke.eksempel', other.id), missing)
  for (const who of ['inger.eksempel', 'peter.opdigt', 'karen.proeve', 'torben.eksempel', 'jonas.eksempel', 'nadia.opdigt', 'dsc.raadgiver']) await assert.rejects(fetch(who), missing, who)
  for (const [who, role] of [['inger.eksempel', 'primaryCoordinator'], ['peter.opdigt', 'policeContact'], ['nadia.opdigt', 'familyCounsellor'], ['karen.proeve', 'leader'], ['vibeke.eksempel', 'hr']] as const)
    assert.equal((await asRole(town, await town.as(who), role, db => sql`select 1 from case_attachment`.execute(db))).rows.length, 0, role)
  for (const role of ['firstContact', 'tovholder', 'dscAdviser', 'operator', 'citizen'] as const)
    await assert.rejects(asRole(town, await town.as('vibeke.eksempel'), role, db => sql`select 1 from case_attachment`.execute(db)), denied, role)
  assert.ok(!disk().some(one => one.includes(secret)), 'not in plain text on the disk')
  const table = await town.owner.query<{ t: string }>('select a::text as t from case_attachment a')
  for (const word of ['Kaj', createHash('sha256').update(secret).digest('hex')]) assert.ok(table.rows.every(row => !row.t.includes(word)), 'nor its name or hash in the table')
  const acts = await town.owner.query<{ act: string }>(`select act from journal where about_case = $1 and ground is not null and act like '%file%' order by at`, [it.id])
  assert.deepEqual([...new Set(acts.rows.map(row => row.act))], ['cases.files-put-in', 'cases.file-fetched'])
})

test('the print tells name, size and hash, and another who saves at the same time loses no file', { skip: qpdf }, async () => {
  const it = await openedCase(town)
  const [vibeke, daniel] = [await staffVisit(town, app, 'vibeke.eksempel'), await staffVisit(town, app, 'daniel.proeve')]
  const [mine, his] = [hidden(await vibeke.get(at(it))), hidden(await daniel.get(at(it)))]
  await daniel.post(at(it), { ...his, ...mapping, [asked]: letter('hans fil', 'hans.pdf') })
  const second = await vibeke.post(at(it), { ...mine, ...mapping, view: 'Uro', [asked]: letter() })
  for (const part of ['Daniel Prøve gemte en ny version', 'hans.pdf (1 kB)', 'brev fra Kaj.docx (1 kB)']) assert.ok(second.html.includes(part), part)
  const refs = [...second.html.matchAll(new RegExp(`name="${asked}" value="([0-9a-f-]{36})"`, 'g'))].map(hit => hit[1] ?? '')
  const both = (await rows(it)).map(row => row.id)
  await vibeke.post(at(it), { ...hidden(second), ...mapping, view: 'Uro', [asked]: both })
  assert.ok(refs.length > 0)
  assert.deepEqual((await rows(it)).map(row => row.kept_as), ['paper', 'paper'])
  const cookie = await signedIn('vibeke.eksempel')
  const path = join(mkdtempSync(join(tmpdir(), 'files-')), 'print.pdf')
  writeFileSync(path, new Uint8Array(await (await app.request(`${at(it)}/udskrift.pdf`, { headers: { cookie } })).arrayBuffer()))
  assert.equal(spawnSync('qpdf', ['--check', path]).status, 0)
  const text = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).stdout
  assert.ok(text.includes('brev fra Kaj.docx (1 kB)') && text.includes('hans.pdf (1 kB)'))
  assert.ok(text.replaceAll(/\s+/g, '').includes(createHash('sha256').update(secret).digest('hex')))
})

test('a file in the checklist lies with the event that it was filled in for', async () => {
  const it = await openedCase(town)
  const question = await withFileQuestion(town, 'checklist')
  const vibeke = await staffVisit(town, app, 'vibeke.eksempel')
  const to = `/sager/${it.id}/afklaring`
  const page = await vibeke.get(to)
  const answers = { once: randomUUID(), seq: page.hidden('seq'), rev: '0', acuteNow: 'no', unwanted: 'yes', repeated: 'yes', overTime: 'yes', reason: 'Brevet siger det.', reachChannel: 'here' }
  const wrong = await vibeke.post(to, { ...answers, [question]: letter() })
  assert.equal(wrong.status, 422)
  const done = await vibeke.post(to, { ...answers, once: randomUUID(), rev: wrong.hidden('rev'), finding: 'unclear', [question]: refOf(wrong, question) })
  assert.equal(done.path, `/sager/${it.id}`)
  const [row] = await rows(it)
  assert.equal(row?.kept_as, 'event')
  assert.ok(done.html.includes(`/sager/${it.id}/vedlaeg/${row?.id}`))
  assert.equal(await whole((await perform(town.house, await town.as('daniel.proeve'), paperFileAction, { case: it.id, file: row?.id })).result.body), secret)
})

test('the paper of an assessment that somebody else made is kept with what is written of it', async () => {
  const it = await openedCase(town)
  const vibeke = await staffVisit(town, app, 'vibeke.eksempel')
  const to = `/sager/${it.id}/papir/vurdering/nyt`
  const written = { instrument: 'police', instrumentName: 'Politiets eget', assessor: 'Peter Opdigt', organisation: 'Havneby Politi', trained: 'yes', assessedOn: '2026-11-02', handedOver: 'yes', licence: 'yes' }
  const kept = await vibeke.post(to, { ...hidden(await vibeke.get(to)), ...written, assessmentPaper: letter() })
  assert.equal(kept.path, `/sager/${it.id}/arbejde`)
  const [row] = await rows(it)
  assert.equal(row?.kept_as, 'inner')
  assert.equal(await whole((await perform(town.house, await town.as('daniel.proeve'), paperFileAction, { case: it.id, file: row?.id })).result.body), secret)
})

test('what a colleague has put in and not kept is not there for the others who read the case: nobody is let in first', async () => {
  const it = await openedCase(town)
  const vibeke = await staffVisit(town, app, 'vibeke.eksempel')
  await vibeke.post(`${at(it)}/kladde`, { ...hidden(await vibeke.get(at(it))), [asked]: letter() })
  const [loose] = await rows(it)
  const ground = async () => (await town.owner.query<{ ground: string | null }>(`select ground from journal where act = 'cases.file-fetched' order by id desc limit 1`)).rows[0]?.ground
  await perform(town.house, await town.as('vibeke.eksempel'), paperFileAction, { case: it.id, file: loose?.id })
  assert.ok(await ground())
  await assert.rejects(perform(town.house, await town.as('daniel.proeve'), paperFileAction, { case: it.id, file: loose?.id }), missing)
  assert.equal(await ground(), null)
})

test('behind the wall of talks with the person who stalks, a file is read by whoever has the case', async () => {
  const question = await withFileQuestion(town, 'conversation')
  const nadia = await staffVisit(town, app, 'nadia.opdigt')
  const begun = await nadia.post('/samtaler/ny', { once: randomUUID(), 'form-version': 'other-party-1', personName: 'Bent Opdigt', reach: '00 55 55 55', met: 'called' })
  const id = begun.path.split('/').at(-1) ?? ''
  const page = await nadia.post(`/samtaler/${id}/samtale/kladde`, { once: randomUUID(), seq: (await nadia.get(`/samtaler/${id}/samtale`)).hidden('seq'), rev: '0', [question]: letter() })
  const ref = refOf(page, question)
  assert.equal(await whole((await perform(town.house, await town.as('nadia.opdigt'), otherFile, { case: id, file: ref })).result.body), secret)
  for (const who of ['mikkel.opdigt', 'peter.opdigt', 'vibeke.eksempel', 'karen.proeve']) await assert.rejects(perform(town.house, await town.as(who), otherFile, { case: id, file: ref }), missing, who)
})
