// First contact without a sign-in: nobody's name or number goes in, and a code tells whether somebody took it up.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { mostInAnHour } from '../../cases/open-contact/actions.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { openSessionFor } from '../../identity/signin.ts'
import { sessionCookie } from '../door/door.tsx'
import { openWeb } from '../web.ts'

let it: TestHouse
let app: Hono
let cookie = ''
before(async () => {
  it = await testHouse()
  app = openWeb(it.house)
  cookie = `${sessionCookie}=${await openSessionFor(it.house, (await it.as('vibeke.eksempel')).id, 1)}`
})
after(() => it.close())

async function ask(path: string, fields?: Readonly<Record<string, string>>, as = ''): Promise<{ readonly status: number; readonly text: string }> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost', host: 'localhost', cookie: as }
  const answer = fields ? await app.request(path, { method: 'POST', headers, body: new URLSearchParams({ once: randomUUID(), ...fields }) }) : await app.request(path, { headers: { cookie: as } })
  return { status: answer.status, text: await answer.text() }
}

test('the page asks for a unit and whether it is urgent, and for nothing else', async () => {
  const page = await ask('/kontakt')
  const fields = [...page.text.matchAll(/<(?:input|select|textarea)[^>]*name="([^"]+)"/g)].map(found => found[1])
  assert.deepEqual([...new Set(fields)].sort(), ['code', 'once', 'unit', 'urgent'])
  assert.equal((await ask('/kontakt', { unit: '99', urgent: 'no' })).status, 422)
})

test('the visitator finds it with the unit’s own number, takes it up, and the sender sees that with the code; sent twice makes one', async () => {
  const once = randomUUID()
  const sent = await ask('/kontakt', { unit: '1', urgent: 'no', once, citizenName: 'Signe Opdigt', phone: '00 99 99 99' })
  const code = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(sent.text)?.[0] ?? ''
  assert.ok(code)
  assert.ok((await ask('/kontakt', { unit: '1', urgent: 'no', once })).text.includes(code), 'the same code')
  assert.match((await ask('/kontakt/svar', { code })).text, /Ingen har taget fat endnu/)
  const inbox = await ask('/indbakke', undefined, cookie)
  assert.match(inbox.text, /Jobcenter/)
  assert.match(inbox.text, /00 10 10 20/)
  assert.doesNotMatch(inbox.text, /Signe|00 99 99 99/)
  const [id = ''] = /(?<=\/indbakke\/)[0-9a-f-]{36}/.exec(inbox.text) ?? []
  assert.equal((await ask(`/indbakke/${id}/tag`, {}, cookie)).status, 303)
  assert.match((await ask('/kontakt/svar', { code: code.toLowerCase() })).text, /Visitator tog fat/)
  assert.doesNotMatch((await ask('/indbakke', undefined, cookie)).text, /Vil ringes op/)
  const kept = await it.owner.query<{ all: string }>(`select string_agg(t::text, '') as all from open_contact t`)
  assert.ok(!kept.rows[0]?.all.includes(code) && !kept.rows[0]?.all.includes('Signe'))
  assert.equal((await it.owner.query('select 1 from open_contact')).rowCount, 1)
})

test('from one place there are only so many in an hour, whether sent or guessed', async () => {
  it.moveClock(3_700_000)
  for (let at = 0; at < mostInAnHour.fromOnePlace; at++) assert.equal((await ask('/kontakt/svar', { code: `AAAA-BBBB-CC${at}` })).status, 422)
  const over = await ask('/kontakt', { unit: '1', urgent: 'yes' })
  assert.equal(over.status, 429)
  assert.match(over.text, /Ring til visitator/)
  it.moveClock(3_700_000)
  assert.equal((await ask('/kontakt', { unit: '1', urgent: 'yes' })).status, 200)
})
