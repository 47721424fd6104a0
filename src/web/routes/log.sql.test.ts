import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import type { Actor } from '../../kernel/actor.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { hashSecret } from '../../identity/secrets.ts'
import { issueCode } from '../../identity/signin.ts'
import { keepAccount } from '../../identity/store.ts'
import { testCitizen } from '../../incidents/testing-log.ts'
import { withRole } from '../../platform/db.ts'
import { type Visit, visit } from '../door/testing-visit.ts'
import { openWeb } from '../web.ts'

const phrase = 'fire tilfældige ord her'
let town: TestHouse
let app: Hono
let her: Visit
let citizen: Actor

before(async () => {
  town = await testHouse()
  app = openWeb(town.house)
  citizen = await testCitizen(town)
  const visitator = await town.as('vibeke.eksempel')
  const now = town.house.clock.now()
  const { code } = await withRole(town.house.pool, 'visitator', { person: visitator.id, partnership: visitator.partnership, now }, db =>
    issueCode({ house: town.house, db, actor: visitator, ground: { by: 'visitator', kind: 'role' }, now }, citizen.id))
  her = visit(app)
  await her.post('/noter/kode', { code })
  await her.post('/noter/ny', { name: 'blå båd 7', passphrase: phrase, again: phrase })
})
after(() => town.close())

const unlock = () => her.post('/noter/laas', { secret: phrase, til: '/noter' })
const entryIn = (path: string) => /[0-9a-f-]{36}/.exec(path)?.[0] ?? ''

test('she lands on an empty page, writes, and is told that it is saved', async () => {
  const page = await her.get('/noter')
  assert.equal(page.status, 200)
  assert.match(page.html, /Hvad skete der\?/)
  const saved = await her.post('/noter', { once: page.hidden('once'), told: 'Han ringede syv gange.', note: 'Jeg turde ikke svare.', when: 'now' })
  assert.match(saved.html, /Gemt kl\. 9\.4|Gemt kl\. 09\.4/)
  assert.ok(!saved.html.includes('syv gange') && !saved.html.includes('turde'))
  assert.ok(!(await her.get('/noter')).html.includes('syv gange'))
})

test('a form with a fault comes back with everything that was typed and a way to each fault', async () => {
  const back = await her.post('/noter', { told: '', note: 'Bliver stående.', when: 'today', timeToday: '99', count: 'mange', place: 'Ved havnen' })
  assert.equal(back.status, 422)
  for (const kept of ['Bliver stående.', 'value="99"', 'value="mange"', 'value="Ved havnen"', 'href="#told"', 'href="#count"']) assert.ok(back.html.includes(kept), kept)
  const late = await her.post('/noter', { told: 'Skete i går.', when: 'today', timeToday: '23.00' })
  assert.equal(late.status, 422)
  assert.ok(late.html.includes('Skete i går.') && late.html.includes('href="#timeToday"'))
})

test('earlier entries ask for the passphrase again', async () => {
  for (const path of ['/noter/tidligere', '/noter/vis', '/noter/hvem']) {
    const page = await her.get(path)
    assert.match(page.path, /^\/noter\/laas/)
    assert.ok(!page.html.includes('syv gange'))
  }
  await unlock()
  const page = await her.get('/noter/tidligere')
  assert.match(page.html, /tirsdag 3\. november 2026/)
  assert.match(page.html, /syv gange/)
  assert.ok(!page.html.includes('turde'))
})

test('a picture is added afterwards, and one that tells its place says so', async () => {
  const saved = await her.post('/noter', { told: 'Med billede.', when: 'now' })
  const id = entryIn(saved.path)
  const none = await her.post(`/noter/fil/${id}`, { file: new File([], '') })
  assert.equal(none.status, 422)
  assert.match(none.html, /Vælg en fil først/)
  const { default: sharp } = await import('sharp')
  const jpeg = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#888' } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '55/1 28/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '8/1 27/1 0/1' } }).jpeg().toBuffer()
  const added = await her.post(`/noter/fil/${id}`, { file: new File([new Uint8Array(jpeg)], 'foto.jpg') })
  assert.match(added.html, /1 fil er lagt til/)
  assert.match(added.html, /viser, hvor det er taget/)
  await unlock()
  const entry = await her.get(`/noter/tidligere/${id}`)
  const at = /src="(\/noter\/tidligere\/[^"]+)"/.exec(entry.html)?.[1] ?? ''
  assert.equal((await her.get(at)).status, 200)
})

test('a form sent after the session ended is kept through the sign-in and saved', async () => {
  const page = await her.get('/noter')
  town.moveClock(11 * 60_000)
  const asked = await her.post('/noter', { once: page.hidden('once'), told: 'Skrevet, mens "uret" gik.', when: 'now', note: 'Også det her.' })
  assert.match(asked.html, /ikke væk/)
  const wrong = await her.post('/noter/ind', { name: 'blå båd 7', secret: 'forkert sætning', carried: asked.hidden('carried') })
  assert.equal(wrong.status, 422)
  const saved = await her.post('/noter/ind', { name: 'blå båd 7', secret: phrase, carried: wrong.hidden('carried') })
  assert.match(saved.html, /Gemt kl\./)
  await unlock()
  const list = await her.get('/noter/tidligere')
  assert.match(list.html, /Skrevet, mens &quot;uret&quot; gik\./)
})

test('a change sent after the lock closed again is kept through the passphrase and saved', async () => {
  await unlock()
  const id = entryIn((await her.post('/noter', { told: 'Før.', when: 'now' })).path)
  await her.post('/noter/laas-igen', {})
  const asked = await her.post(`/noter/tidligere/${id}/ret`, { told: 'Efter.', when: 'now', seen: '1' })
  assert.match(asked.html, /ikke væk/)
  const saved = await her.post('/noter/laas', { secret: phrase, til: '/noter', carried: asked.hidden('carried') })
  assert.equal(saved.path, `/noter/tidligere/${id}`)
  assert.match(saved.html, /Efter\./)
})

test('only a form of her own pages is carried on', async () => {
  const page = await her.post('/noter/ind', { name: 'blå båd 7', secret: phrase, carried: JSON.stringify({ to: '/noter/log-af-alle', fields: {} }) })
  assert.equal(page.path, '/noter')
})

test('two who change the same entry: the second sees what it says now and keeps what was typed', async () => {
  await unlock()
  const id = entryIn((await her.post('/noter', { told: 'Første tekst.', when: 'now' })).path)
  await her.post(`/noter/tidligere/${id}/ret`, { told: 'Den enes tekst.', when: 'now', seen: '1' })
  const second = await her.post(`/noter/tidligere/${id}/ret`, { told: 'Den andens tekst.', when: 'now', seen: '1' })
  assert.equal(second.status, 409)
  assert.ok(second.html.includes('Den enes tekst.') && second.html.includes('Den andens tekst.') && second.hidden('seen') === '2')
})

test('the sixth example says which five are chosen', async () => {
  const ids: string[] = []
  for (let n = 1; n <= 6; n++) ids.push(entryIn((await her.post('/noter', { told: `Typisk ${n}.`, when: 'now' })).path))
  for (const id of ids.slice(0, 5)) assert.equal((await her.post(`/noter/tidligere/${id}/typisk`, { typisk: 'ja' })).status, 200)
  const sixth = await her.post(`/noter/tidligere/${ids[5]}/typisk`, { typisk: 'ja' })
  assert.equal(sixth.status, 409)
  for (let n = 1; n <= 5; n++) assert.ok(sixth.html.includes(`Typisk ${n}.`))
})

test('what she shows is seen by the visitator and by nobody else, until she takes it back; she sees who looked', async () => {
  const secretHash = await hashSecret(phrase)
  const staff = async (name: string) => {
    const { id: person, partnership } = await town.as(name)
    const now = town.house.clock.now()
    await withRole(town.house.pool, 'signIn', { person, partnership, now }, db => keepAccount(db, { person, partnership, kind: 'staff', secretHash, signInName: name }, now))
    const it = visit(app)
    await it.post('/log-ind', { name, secret: phrase, til: '/model' })
    return it
  }
  const { rows } = await town.owner.query<{ id: string }>('select id from log where citizen = $1', [citizen.id])
  const path = `/log/${rows[0]?.id}`
  const colleagues = Object.fromEntries(await Promise.all(['vibeke.eksempel', 'jonas.eksempel', 'inger.eksempel', 'peter.opdigt', 'torben.eksempel', 'sofie.proeve']
    .map(async name => [name, await staff(name)] as const)))
  const statusFor = async () => Object.fromEntries(await Promise.all(Object.entries(colleagues).map(async ([name, it]) => [name, (await it.get(path)).status])))
  const nobody = Object.fromEntries(Object.keys(colleagues).map(it => [it, 404]))
  assert.deepEqual(await statusFor(), nobody)

  const choose = await her.get('/noter/vis')
  const boxes = [...choose.html.matchAll(/name="vis" value="([^"]+)"/g)].map(it => it[1] ?? '')
  assert.ok(boxes.length > 6)
  const [left = '', ...shown] = boxes
  const empty = await her.post('/noter/vis', { til: 'visitator' })
  assert.equal(empty.status, 422)
  await her.post('/noter/vis', { til: 'visitator', vis: shown })
  assert.deepEqual(await statusFor(), { ...nobody, 'vibeke.eksempel': 200 })
  const seen = await colleagues['vibeke.eksempel']?.get(path)
  assert.ok(seen?.html.includes('syv gange') && !seen.html.includes('turde'))
  const { rows: [hidden] } = await town.owner.query<{ no: number }>('select no from incident_entry where id = $1', [left])
  assert.ok(!seen?.html.includes(`Nr. ${hidden?.no}:`))

  await her.post('/noter', { told: 'Skrevet bagefter.', when: 'now' })
  assert.ok(!(await colleagues['vibeke.eksempel']?.get(path))?.html.includes('Skrevet bagefter.'))
  const who = await her.get('/noter/hvem')
  assert.match(who.html, /Vibeke Eksempel, Havneby Kommune/)
  assert.match(who.html, /Læste det, du har vist/)

  const back = /action="(\/noter\/vis\/[0-9a-f-]{36}\/tilbage)"/.exec((await her.get('/noter/vis')).html)?.[1] ?? ''
  await her.post(back, {})
  assert.deepEqual(await statusFor(), nobody)
})

test('destroying asks first and says what goes and what stays', async () => {
  await unlock()
  const id = entryIn((await her.post('/noter', { told: 'Skal slettes.', when: 'now' })).path)
  const asks = await her.get(`/noter/tidligere/${id}/slet`)
  assert.match(asks.html, /væk for altid/)
  const gone = await her.post(`/noter/tidligere/${id}/slet`, { once: asks.hidden('once') })
  assert.equal(gone.path, '/noter/tidligere')
  assert.equal((await her.get(`/noter/tidligere/${id}`)).status, 404)
})

test('every page of hers wears the neutral dress and has the way out', async () => {
  await unlock()
  for (const path of ['/noter', '/noter/tidligere', '/noter/vis', '/noter/hvem', '/noter/sikkerhed']) {
    const { html, status } = await her.get(path)
    assert.equal(status, 200, path)
    assert.match(html, /<title>Noter<\/title>/)
    assert.ok(html.includes('action="/ud"') && !/lods|stalk/i.test(html.replaceAll(/[Vv]isitator/g, '')), path)
  }
})

test('with more entries than can be listed she reads how many of how many are chosen, and chooses the rest beside it', async () => {
  await unlock()
  const lines = Array.from({ length: 302 }, (_, at) => `[02.11.2026 08.${String(Math.floor(at / 60)).padStart(2, '0')}.${String(at % 60).padStart(2, '0')}] Storm: nummer ${at}`)
  const asked = await her.post('/noter/telefon', { file: new File([`[02.11.2026 07.00.00] Solsort: Hej\r\n${lines.join('\r\n')}\r\n`], '_chat.txt') })
  const kept = await her.post(asked.path, { me: 'Solsort', concerns: 'Storm' })
  assert.match(kept.path, /\/beskeder$/)
  assert.equal((await her.get(asked.path)).path, kept.path, 'the questions are not asked again')
  assert.match((await her.post(asked.path, { me: 'Solsort', concerns: 'Storm' })).html, /Du har valgt allerede/)
  await her.post(kept.path, { message: lines.map((_, at) => String(at + 1)) })
  const { html } = await her.get('/noter/vis')
  const older = Number(/De nyeste 300 af (\d+) er valgt/.exec(html)?.[1]) - 300
  assert.ok(older >= 2, String(older))
  assert.ok(html.indexOf(`Vis også de ${older} ældre`) < html.indexOf('Se dem, og fjern nogen'), 'before the long list')
})
