// What somebody tries at the doors who is not the one they are for.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, beforeEach, test } from 'node:test'
import { Hono } from 'hono'
import type { Actor } from '../../kernel/actor.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { hashing, waitAfter } from '../../identity/rules.ts'
import { hashSecret } from '../../identity/secrets.ts'
import { issueCode, openSessionFor, signIn, signInWithCode } from '../../identity/signin.ts'
import { keepAccount } from '../../identity/store.ts'
import { testCitizen } from '../../incidents/testing-log.ts'
import type { Config } from '../../platform/config.ts'
import { withRole } from '../../platform/db.ts'
import { placesIn } from './faults.tsx'
import { keepSession, sourceOf } from './session.ts'
import { type Visit, visit } from './testing-visit.ts'
import { openWeb } from '../web.ts'

const phrase = 'fire tilfældige ord her'
let town: TestHouse
let app: Hono
let visitator: Actor
before(async () => {
  town = await testHouse()
  app = openWeb(town.house)
  visitator = await town.as('vibeke.eksempel')
})
after(() => town.close())
beforeEach(() => town.owner.query('delete from wrong_try'))

async function codeFor(citizen: string): Promise<string> {
  const now = town.house.clock.now()
  return (await withRole(town.house.pool, 'visitator', { person: visitator.id, partnership: 1, now }, db =>
    issueCode({ house: town.house, db, actor: visitator, ground: { by: 'visitator', kind: 'role' }, now }, citizen))).code
}
const entering = async (her: Visit, name: string) => her.post('/noter/ind', { name, secret: phrase })
/** Somebody who has chosen her passphrase and is in. */
async function somebody(name: string): Promise<{ readonly her: Visit; readonly id: string }> {
  const { id } = await testCitizen(town)
  const her = visit(app)
  await her.post('/noter/kode', { code: await codeFor(id) })
  await her.post('/noter/ny', { name, passphrase: phrase, again: phrase })
  return { her, id }
}
const rows = async (text: string, values: unknown[] = []): Promise<number> => (await town.owner.query<{ n: number }>(`select count(*)::int as n from ${text}`, values)).rows[0]?.n ?? -1
const entriesOf = (id: string) => rows('incident_entry e join log l on l.id = e.log where l.citizen = $1', [id])
const codeOf = (error: unknown) => (error as { code?: string }).code

test('the right password at the wrong door is a wrong one: no session, no line in the journal, and it counts', async () => {
  await withRole(town.house.pool, 'signIn', { person: visitator.id, partnership: 1, now: town.house.clock.now() }, async db => keepAccount(
    db, { person: visitator.id, partnership: 1, kind: 'staff', signInName: 'vibeke', secretHash: await hashSecret(phrase) }, town.house.clock.now()))
  const { id } = await somebody('rød sten 5')
  const before = await rows('journal where act = \'identity.signed-in\'')
  const sessions = await rows('session')
  assert.equal((await entering(visit(app), 'vibeke')).status, 422)
  assert.equal((await visit(app).post('/log-ind', { name: 'rød sten 5', secret: phrase })).status, 422)
  assert.deepEqual([await rows('journal where act = \'identity.signed-in\''), await rows('session'), await rows('wrong_try')], [before, sessions, 2])
  assert.equal(await rows('session where person = $1 and kind <> \'citizen\'', [id]), 0)
})

test('many guesses at once take as long as one after the other, and those that find the line full are not checked', async () => {
  await somebody('grøn bænk 4')
  const begun = Date.now()
  const answers = await Promise.all(Array.from({ length: 12 }, (_, at) => signIn(town.house, 'citizen', 'grøn bænk 4', `gæt ${at}`, 'her').then(() => 'in', codeOf)))
  const checked = answers.filter(it => it === 'identity.wrong').length
  assert.equal(await rows('wrong_try'), checked)
  assert.equal(answers.filter(it => it === 'identity.busy').length, 12 - checked)
  const waited = Array.from({ length: checked }, (_, before) => waitAfter(before)).reduce((sum, it) => sum + it)
  assert.ok(checked < 12 && Date.now() - begun >= waited, `${checked} were checked, each after the wait of the one before`)
  await signIn(town.house, 'citizen', 'grøn bænk 4', phrase, 'der')
})

test('a code has five tries however they are sent, and opens once however it is sent', async () => {
  const { id } = await testCitizen(town)
  const code = await codeFor(id)
  const wrong = `${code.slice(0, 5)}${code.slice(5).replaceAll(/[A-Z2-9]/g, letter => (letter === 'A' ? 'B' : 'A'))}`
  const tries = await Promise.all(Array.from({ length: 9 }, (_, at) => signInWithCode(town.house, wrong, `her ${at}`).then(() => 'in', codeOf)))
  assert.deepEqual([...new Set(tries)], ['identity.wrong-code'])
  assert.equal(await rows('paper_code where citizen = $1 and tries_left = 0 and ended_at is not null', [id]), 1)
  await assert.rejects(signInWithCode(town.house, code, 'der'))
  const next = await codeFor(id)
  const both = await Promise.all([0, 1].map(at => signInWithCode(town.house, next, `der ${at}`).then(() => 'in', codeOf)))
  assert.deepEqual(both.sort(), ['identity.wrong-code', 'in'])
})

test('many codes at once leave the house open for everybody else', async () => {
  const flood = Array.from({ length: 80 }, (_, at) => signInWithCode(town.house, `ABCD-EFGH-${String(2222 + at).replaceAll(/[01]/g, 'Z')}`, `her ${at}`).catch(codeOf))
  assert.equal((await app.request('/healthz')).status, 200)
  const answers = await Promise.all(flood)
  assert.deepEqual([...new Set(answers)].sort(), ['identity.busy', 'identity.wrong-code'])
  assert.ok(answers.filter(it => it === 'identity.wrong-code').length >= hashing.waiting)
})

test('a flood of names from one place is told to wait, at once and with 429; who comes from another place gets in, and her code loses no try', async () => {
  const { id } = await testCitizen(town)
  const code = await codeFor(id)
  await somebody('stille eng 3')
  const begun = Date.now()
  const answers: (readonly [string | undefined, number])[] = []
  const flood = Array.from({ length: 200 }, (_, at) => signIn(town.house, 'citizen', `navn ${at}`, 'gæt', 'samme sted').then(() => 'in', codeOf).then(it => answers.push([it, Date.now() - begun])))
  await signIn(town.house, 'citizen', 'stille eng 3', phrase, 'hendes sted')
  await signInWithCode(town.house, code, 'hendes sted')
  await Promise.all(flood)
  assert.ok(answers.filter(([it]) => it === 'identity.busy').length >= 20)
  const full = await Promise.all(Array.from({ length: 40 }, (_, at) => visit(app).post('/noter/ind', { name: `navn ${at}`, secret: 'gæt' })))
  assert.deepEqual([...new Set(full.map(it => it.status))].sort(), [422, 429])
  assert.match(full.find(it => it.status === 429)?.html ?? '', /Vent et halvt minut/)
})

test('a name with signs that cannot be kept is a name that nobody has', async () => assert.equal((await entering(visit(app), 'a\0b')).status, 422))

test('a page that one citizen left behind sends nothing in the name of the next', async () => {
  const first = await somebody('lang sti 1')
  await somebody('kort vej 2')
  town.moveClock(11 * 60_000)
  const left = await first.her.post('/noter', { told: 'Den førstes ord.', when: 'now' })
  assert.match(left.html, /ikke væk/)
  const carried = left.hidden('carried')
  const next = await visit(app).post('/noter/ind', { name: 'kort vej 2', secret: phrase, carried })
  assert.equal(next.path, '/noter')
  assert.equal(await rows('incident_entry'), 0)
  const altered = `${carried.slice(0, -4)}${carried.endsWith('AAAA') ? 'BBBB' : 'AAAA'}`
  for (const it of [altered, JSON.stringify({ to: '/noter', fields: { told: 'Ikke hendes.', when: 'now' } })])
    await visit(app).post('/noter/ind', { name: 'lang sti 1', secret: phrase, carried: it })
  assert.equal(await rows('incident_entry'), 0)
  assert.match((await visit(app).post('/noter/ind', { name: 'lang sti 1', secret: phrase, carried })).html, /Gemt kl/)
  assert.equal(await entriesOf(first.id), 1)
})

test('what destroys or shows is not done by giving the passphrase: it is shown again, and she presses', async () => {
  const { her, id } = await somebody('blank sø 6')
  const entry = /[0-9a-f-]{36}/.exec((await her.post('/noter', { told: 'Skal blive.', when: 'now' })).path)?.[0] ?? ''
  for (const [at, fields] of [[`/noter/tidligere/${entry}/slet`, {}], ['/noter/vis', { til: 'visitator', vis: entry }]] as const) {
    const asked = await her.post(at, fields)
    for (const carried of [JSON.stringify({ to: at, fields }), asked.hidden('carried')]) {
      const page = await her.post('/noter/laas', { secret: phrase, carried })
      assert.equal(/ikke sendt endnu/.test(page.html), carried === asked.hidden('carried'))
    }
    await her.post('/noter/laas-igen', {})
  }
  assert.deepEqual([await entriesOf(id), await rows('showing')], [1, 0])
})

test('an address from the history shows nothing of what was written another time, as long as it is locked', async () => {
  const { her } = await somebody('stor ø 9')
  const saved = await her.post('/noter', { told: 'Hun ringede.', when: 'other', day: '2026-10-01' })
  assert.match((await her.get(saved.path)).html, /Gemt kl/)
  await her.post('/noter/telefon', { file: new File(['[02.11.2026 08.15.01] Solsort: Hej\r\n[02.11.2026 22.40.10] Storm: Hvor er du\r\n'], '_chat.txt') })
  assert.doesNotMatch((await her.get('/noter/telefon')).html, /href="\/noter\/telefon\//)
  town.moveClock(61 * 60_000)
  await entering(her, 'stor ø 9')
  const again = await her.get(saved.path)
  assert.equal(again.status, 200)
  assert.doesNotMatch(again.html, /Gemt kl|1\. oktober/)
  await her.post('/noter/laas', { secret: phrase })
  assert.match((await her.get('/noter/telefon')).html, /href="\/noter\/telefon\//)
})

test('a large file from somebody who is not signed in is not read', async () => {
  for (const [path, length] of [['/noter/telefon', true], [`/noter/fil/${randomUUID()}`, true], ['/noter/telefon', false]] as const) {
    let read = 0
    const body = new ReadableStream<Uint8Array>({ pull: stream => { read += 1; if (read > 200) stream.close(); else stream.enqueue(new Uint8Array(65_536)) } }, { highWaterMark: 0 })
    const answer = await app.request(`http://house.test${path}`, {
      method: 'POST', body, headers: { host: 'house.test', origin: 'http://house.test', 'content-type': 'multipart/form-data; boundary=x', ...(length && { 'content-length': String(200 * 65_536) }) }, duplex: 'half',
    } as RequestInit)
    assert.equal(answer.status, length ? 200 : 413)
    assert.ok(read < 20, `${read} pieces were read`)
  }
})

/** What a page answers, or says, in a house that is set up so. */
async function inHouse(config: Partial<Config>, headers: Record<string, string>): Promise<Response> {
  const house = { config: { ...town.house.config, ...config } }
  const small = new Hono().get('/', c => {
    keepSession(c, house, 'it')
    return c.text(sourceOf(c, house))
  })
  return small.request('http://house.test/', { headers })
}

test('a real house never sends its cookie in clear, whatever the proxy says or forgets', async () => {
  assert.match((await inHouse({ door: 'serve' }, {})).headers.get('set-cookie') ?? '', /^__Host-s=it; .*Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  assert.match((await inHouse({ door: 'demo' }, {})).headers.get('set-cookie') ?? '', /^s=it; Path=\/; HttpOnly; SameSite=Lax$/)
})

test('a real house knows nobody by a cookie without its prefix, and its own one signs in and out', async () => {
  await somebody('høj klit 2')
  const real = openWeb({ ...town.house, config: { ...town.house.config, door: 'serve' } })
  const body = () => new URLSearchParams({ name: 'høj klit 2', secret: phrase })
  const send = (path: string, cookie: string, form?: URLSearchParams) => real.request(`http://house.test${path}`, {
    headers: { host: 'house.test', origin: 'http://house.test', cookie }, ...(form && { method: 'POST', body: form }) })
  const cookie = (await send('/noter/ind', '', body())).headers.get('set-cookie')?.split(';')[0] ?? ''
  assert.match(cookie, /^__Host-s=/)
  assert.equal((await send('/noter', cookie)).status, 200)
  assert.equal((await send('/noter', cookie.replace('__Host-', ''))).status, 303)
  const out = await send('/noter/log-af', cookie, new URLSearchParams())
  assert.match(out.headers.get('set-cookie') ?? '', /^__Host-s=; Max-Age=0; Path=\/; Secure/)
  assert.equal((await send('/noter', cookie)).status, 303)
})

test('signing in ends the visit that this browser had, at whatever door', async () => {
  const { her, id } = await somebody('grå fjord 8')
  const living = () => rows('session where person = $1', [id])
  assert.equal(await living(), 1)
  await her.post('/noter/ind', { name: 'grå fjord 8', secret: phrase })
  assert.equal(await living(), 1)
  await her.post(`/demo/ind/${visitator.id}`, {})
  assert.equal(await living(), 0)
})

test('where a try came from is what the proxy saw, and nothing that the caller can write', async () => {
  const said = { 'x-forwarded-for': '198.51.100.7, 203.0.113.9' }
  assert.equal(await (await inHouse({ proxy: true }, said)).text(), '203.0.113.9')
  assert.equal(await (await inHouse({}, said)).text(), 'unknown')
})

test('a fault is told by where it was and never by what was written', () => {
  assert.equal(placesIn('SyntaxError: no JSON:\nHan bor på\nat home\n    at read (file:///x/dist/src/a.js:1:2)\n    at async file:///x/dist/src/b.js:3:4'),
    'at read (file:///x/dist/src/a.js:1:2) < at async file:///x/dist/src/b.js:3:4')
})

test('a second large file from the same person, sent while the first is on its way, is told to wait and is not read', { timeout: 20_000 }, async () => {
  const { id } = await somebody('lyng hede 5')
  const cookie = `s=${await openSessionFor(town.house, id, 1, 'citizen')}`
  let end: () => void = () => undefined
  const stays = new Promise<void>(resolve => { end = resolve })
  let read = 0
  const send = (body: ReadableStream<Uint8Array>) => app.request('http://house.test/noter/telefon', {
    method: 'POST', body, duplex: 'half',
    headers: { host: 'house.test', origin: 'http://house.test', cookie, 'content-type': 'multipart/form-data; boundary=x', 'content-length': String(40 * 1024 * 1024) },
  } as RequestInit)
  const first = send(new ReadableStream({ pull: async stream => { read += 1; await stays; stream.enqueue(new TextEncoder().encode('--x--\r\n')); stream.close() } }, { highWaterMark: 0 }))
  for (let at = 0; read < 1 && at < 500; at++) await new Promise(resolve => { setTimeout(resolve, 5) })
  let more = 0
  const second = await send(new ReadableStream({ pull: stream => { more += 1; stream.close() } }, { highWaterMark: 0 }))
  assert.deepEqual([second.status, more], [429, 0])
  assert.match(await second.text(), /andre store filer på vej/)
  end()
  assert.notEqual((await first).status, 429)
  assert.notEqual((await send(new Blob(['--x--\r\n']).stream())).status, 429)
})

test('the bare address of a real house says nothing of what it is for, and leads who works here on to work', async () => {
  const real = openWeb({ ...town.house, config: { ...town.house.config, door: 'serve' } })
  const send = (path: string, cookie = '') => real.request(`http://house.test${path}`, { headers: { host: 'house.test', cookie } })
  const bare = await send('/')
  assert.equal(bare.headers.get('location'), '/noter/ind')
  assert.doesNotMatch(await (await send('/noter/ind')).text(), /Lods|stalking|politi/i)
  const cookie = `__Host-s=${await openSessionFor(town.house, visitator.id, 1)}`
  assert.equal((await send('/', cookie)).headers.get('location'), '/model')
})
