// What was typed and could not be taken: database away, too large, session over. It comes back, to whoever typed it and to nobody else.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { issueCode } from '../../identity/signin.ts'
import { hashSecret } from '../../identity/secrets.ts'
import { keepAccount } from '../../identity/store.ts'
import { testCitizen } from '../../incidents/testing-log.ts'
import { openPool, withRole } from '../../platform/db.ts'
import { largestForm } from '../../platform/http.ts'
import { type Visit, visit } from './testing-visit.ts'
import { openWeb } from '../web.ts'

const phrase = 'fire tilfældige ord her'
const nowhere = openPool({ host: '127.0.0.1', port: 1 })
let town: TestHouse
let her: Visit
let staff: Visit
let other: Visit
let away = false
before(async () => {
  town = await testHouse()
  const [there, gone] = [openWeb(town.house), openWeb({ ...town.house, pool: nowhere })]
  const app = { request: (path: string, init: RequestInit) => (away ? gone : there).request(path, sized(init)) }
  her = visit(app)
  staff = visit(app)
  other = visit(app)
  const visitator = await town.as('vibeke.eksempel')
  const now = town.house.clock.now()
  for (const name of ['vibeke', 'inger']) {
    const { id: person } = await town.as(`${name}.eksempel`)
    await withRole(town.house.pool, 'signIn', { person, partnership: 1, now }, async db =>
      keepAccount(db, { person, partnership: 1, kind: 'staff', signInName: name, secretHash: await hashSecret(phrase) }, now))
  }
  const { id } = await testCitizen(town)
  const { code } = await withRole(town.house.pool, 'visitator', { person: visitator.id, partnership: 1, now }, db =>
    issueCode({ house: town.house, db, actor: visitator, ground: { by: 'visitator', kind: 'role' }, now }, id))
  await her.post('/noter/kode', { code })
  await her.post('/noter/ny', { name: 'blå båd 7', passphrase: phrase, again: phrase })
  await signIn()
})
after(async () => {
  await nowhere.destroy()
  await town.close()
})
/** As a browser sends a form without files: it says how long it is. */
function sized(init: RequestInit): RequestInit {
  if (!(init.body instanceof FormData)) return init
  const body = new URLSearchParams([...init.body].map(([name, value]) => [name, String(value)] as [string, string])).toString()
  return { ...init, body, headers: { ...init.headers, 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(Buffer.byteLength(body)) } }
}
const signIn = () => staff.post('/log-ind', { name: 'vibeke', secret: phrase })
async function whileAway<T>(work: () => Promise<T>): Promise<T> {
  away = true
  try {
    return await work()
  } finally {
    away = false
  }
}
const rows = async (text: string): Promise<number> => (await town.owner.query<{ n: number }>(`select count(*)::int as n from ${text}`)).rows[0]?.n ?? -1
/** What a browser sends when the page's own form is sent again as it stands. */
function asItStands(html: string): Record<string, string> {
  const plain = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  const hidden = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(it => [it[1] ?? '', plain(it[2] ?? '')] as const)
  const written = [...html.matchAll(/<textarea[^>]* name="([^"]+)"[^>]*>([^<]*)<\/textarea>/g)].map(it => [it[1] ?? '', plain(it[2] ?? '')] as const)
  return Object.fromEntries([...hidden, ...written])
}

test('the database is away as she saves: what she wrote stands on the page, is said not to be kept, and is kept once when she tries again', async () => {
  const { hidden } = await her.get('/noter')
  const [told, note] = ['Han stod ved "min" dør i dag.', 'Jeg turde ikke gå ud.']
  const refused = await whileAway(() => her.post('/noter', { once: hidden('once'), told, when: 'now', note }))
  assert.equal(refused.status, 503)
  assert.match(refused.html, /<label class="form-label" for="note">Kun for mig<.*Jeg turde ikke gå ud/s, 'which of the two is hers alone stays said')
  assert.match(refused.html, /Han stod ved &quot;min&quot; dør i dag\./)
  assert.match(refused.html, /ikke gemt/)
  assert.doesNotMatch(refused.html, /gået tabt/)
  const kept = await her.post('/noter', asItStands(refused.html))
  assert.match(kept.html, /Gemt kl/)
  await her.post('/noter', asItStands(refused.html))
  assert.equal(await rows('incident_entry'), 1, 'the same sending is kept once')
})

test('nobody who comes by later reads it: without her session the page gives nothing back, and the way out opens with the database away', async () => {
  const [refused, guest] = await whileAway(async () => {
    const before = await her.post('/noter', { told: 'Hun skrev det her, før hun gik.', when: 'now' })
    assert.equal((await her.post('/ud', {})).status, 200)
    return [before, await her.post('/noter', { told: 'Hun skrev det her, før hun gik.', when: 'now' })] as const
  })
  assert.match(refused.html, /før hun gik/)
  assert.equal(guest.status, 200)
  assert.doesNotMatch(guest.html, /før hun gik/)
  const nowhereToGo = await her.post('/noter/findes-ikke', { told: 'Hun skrev det her, før hun gik.' })
  assert.equal(nowhereToGo.status, 404)
  assert.doesNotMatch(nowhereToGo.html, /før hun gik/)
  await her.post('/noter/ind', { name: 'blå båd 7', secret: phrase })
})

test('signing out with the database away leaves the browser without the session', async () => {
  const after = await whileAway(async () => {
    assert.equal((await her.post('/noter/log-af', {})).status, 503)
    return her.post('/noter', { told: 'Skrevet før hun loggede af.', when: 'now' })
  })
  assert.doesNotMatch(after.html, /loggede af/)
  await her.post('/noter/ind', { name: 'blå båd 7', secret: phrase })
})

test('no secret is ever shown again', async () => {
  const page = await whileAway(() => staff.post('/log-ind', { name: 'vibeke', secret: 'et ganske hemmeligt ord' }))
  assert.equal(page.status, 503)
  assert.doesNotMatch(page.html, /ganske hemmeligt/)
})

test('a colleague whose database is away gets back all that was answered, with the same sending, and can send it from there', async () => {
  const { hidden } = await staff.get('/henvendelse')
  const fields = { once: hidden('once'), acute: 'yes', told: 'Han står udenfor, og hun kan ikke komme ud.' }
  const refused = await whileAway(() => staff.post('/henvendelse', fields))
  assert.equal(refused.status, 503)
  assert.deepEqual(asItStands(refused.html), fields)
})

test('what is larger than a form may be comes back to be made shorter', async () => {
  const long = `Det begyndte i marts. ${'x'.repeat(largestForm)}`
  const refused = await her.post('/noter', { told: long, when: 'now' })
  assert.equal(refused.status, 413)
  assert.match(refused.html, /Det begyndte i marts\./)
  assert.match(refused.html, /for meget/)
})

test('a form that came after the colleague was signed out is carried unreadable through the sign-in, shown again to nobody else, and sent by nobody but its writer', async () => {
  const words = 'Borgeren har talt med sin læge om det.'
  await staff.get('/henvendelse')
  town.moveClock(31 * 60_000)
  const asked = await staff.post('/henvendelse', { acute: 'yes', told: words })
  const carried = asked.hidden('carried')
  assert.ok(carried.length > 50)
  assert.match(asked.html, /ikke væk/)
  assert.doesNotMatch(asked.html, /læge/)
  assert.doesNotMatch(Buffer.from(carried, 'base64url').toString('utf8'), /læge/)
  assert.equal(asked.hidden('til'), '/henvendelse')
  const wrong = await staff.post('/log-ind', { name: 'vibeke', secret: 'forkert', carried, til: asked.hidden('til') })
  assert.equal(wrong.hidden('carried'), carried)
  const before = await rows('citizen')
  const back = await staff.post('/log-ind', { name: 'vibeke', secret: phrase, carried, til: asked.hidden('til') })
  assert.match(back.html, /talt med sin læge/)
  assert.match(back.html, /ikke sendt/)
  assert.equal(await rows('citizen'), before, 'nothing was sent by signing in')
  const read = await other.post('/log-ind', { name: 'inger', secret: phrase, carried, til: '/henvendelse' })
  assert.equal(read.status, 200)
  assert.doesNotMatch(read.html, /læge/)
})

test('her entry that came too late is unreadable on the page that asks for the passphrase, and is kept when she gives it', async () => {
  town.moveClock(11 * 60_000)
  const asked = await her.post('/noter', { told: 'Ikke til andres øjne.', when: 'now' })
  assert.doesNotMatch(asked.html, /andres øjne/)
  assert.match((await her.post('/noter/ind', { name: 'blå båd 7', secret: phrase, carried: asked.hidden('carried') })).html, /Gemt kl/)
})

test('what a right no longer covers gives the words back to copy, with no button', async () => {
  await signIn()
  const page = await staff.post('/sager/99999/notat', { text: 'Vi talte om skolen i dag.' })
  assert.equal(page.status, 404)
  assert.match(page.html, /Vi talte om skolen i dag\./)
})
