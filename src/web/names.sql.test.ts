// The blind name check: the leader who distributes hears that there is a crossing, nobody hears who, and one colleague does not have both.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { type TestHouse, testHouse } from '../directory/testing-house.ts'
import { openSessionFor } from '../identity/signin.ts'
import { sessionCookie } from './door.tsx'
import { openWeb } from './web.ts'

let it: TestHouse
let app: Hono
const cookies = new Map<string, string>()
before(async () => {
  it = await testHouse()
  app = openWeb(it.house)
  for (const name of ['jonas.eksempel', 'vibeke.eksempel', 'daniel.proeve', 'karen.proeve', 'nadia.opdigt', 'peter.opdigt', 'torben.eksempel', 'helle.eksempel']) cookies.set(name, `${sessionCookie}=${await openSessionFor(it.house, (await it.as(name)).id, 1)}`)
})
after(() => it.close())

async function ask(name: string, path: string, fields?: Readonly<Record<string, string>>): Promise<{ readonly status: number; readonly text: string; readonly to: string }> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost', host: 'localhost', cookie: cookies.get(name) ?? '' }
  const answer = fields ? await app.request(path, { method: 'POST', headers, body: new URLSearchParams({ once: randomUUID(), ...fields }) }) : await app.request(path, { headers })
  return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') ?? '' }
}
const idIn = (to: string): string => to.split('/').at(-1) ?? ''
const enquiry = { acute: 'no', 'form-version': 'handoff-2', onBehalf: 'self', agreed: 'yes', mayName: 'no', callBack: 'throughMe', children: 'no' }
const newCase = async (): Promise<string> => idIn((await ask('jonas.eksempel', '/henvendelse', enquiry)).to)
const check = async (id: string, exposedName: string, otherName: string): Promise<void> => {
  const sent = await ask('vibeke.eksempel', `/sager/${id}/navnetjek`, { exposedName, otherName, checkGround: 'impartial' })
  assert.equal(sent.status, 303, sent.text)
}
const person = (personName: string, exposedName: string) => ({ 'form-version': 'other-party-1', personName, met: 'called', exposedName, checkGround: 'impartial' })

let first = ''
let second = ''
test('two cases with the same two in opposite parts: the leader sees that, and neither names nor the other case; nobody else sees anything', async () => {
  first = await newCase()
  await check(first, 'Anna Prøve', 'Bo Prøve Jensen')
  assert.match((await ask('karen.proeve', '/fordeling')).text, /Der er ingen sammenfald/)
  assert.equal((await ask('vibeke.eksempel', `/sager/${first}/navnetjek`, { exposedName: 'Anna', otherName: '' })).status, 422, 'a ground is written down')
  second = await newCase()
  await check(second, 'bo jensen', 'Prøve, Anna')
  const list = (await ask('karen.proeve', '/fordeling')).text
  assert.match(list, /2026-0002/)
  assert.doesNotMatch(list, /2026-0001|Anna|Jensen/)
  for (const id of [first, second]) assert.doesNotMatch((await ask('vibeke.eksempel', `/sager/${id}`)).text, /sammenfald/i)
  for (const name of ['vibeke.eksempel', 'torben.eksempel', 'jonas.eksempel', 'nadia.opdigt']) assert.equal((await ask(name, '/fordeling')).status, 404)
  const kept = await it.owner.query<{ all: string }>('select string_agg(m::text, $1) as all from name_mark m', [' '])
  assert.doesNotMatch(kept.rows[0]?.all ?? '', /anna|jensen/i)
})

test('the one who has the earlier case cannot have the later one; another visitator takes it', async () => {
  assert.match((await ask('vibeke.eksempel', `/sager/${second}`)).text, /Daniel Prøve/, 'the baton is with the next visitator')
  assert.equal((await ask('daniel.proeve', `/sager/${second}/overtag`, { seq: '1' })).status, 303)
  const back = await ask('vibeke.eksempel', `/sager/${second}/overtag`, { seq: '2' })
  assert.equal(back.status, 409)
  assert.match(back.text, /Det kan ikke lade sig gøre lige nu/)
  await assert.rejects(it.owner.query(`insert into case_event (case_id, seq, partnership, move, by, by_role, at, status, holder, next, due, urgent)
    select $1, 3, 1, 'take-over', person, 'visitator', now(), 'received', person, 'clarify', now(), false from holding where role = 'visitator' and not stands_in and to_day is null`, [second]), /crosses this one/, 'nor past the first wall')
  assert.match((await ask('karen.proeve', '/fordeling')).text, /To forskellige har dem/)
})

test('a family counsellor has both only when the leader has decided so and written why; until then she cannot read the later one', async () => {
  const mine = await ask('nadia.opdigt', '/samtaler/ny', person('Carl Prøve', 'Dorte Prøve'))
  const own = idIn(mine.to)
  const his = await ask('nadia.opdigt', '/samtaler/ny', person('Dorte Prøve', 'Carl Prøve'))
  assert.equal(his.to, '/samtaler?fordeles=ja')
  const { rows: [later] } = await it.owner.query<{ id: string }>(`select case_id as id from case_now where kind = 'otherParty' order by number desc limit 1`)
  const nadia = (await it.as('nadia.opdigt')).id
  assert.match((await ask('karen.proeve', '/model')).text, /Én sag skal fordeles/)
  assert.equal((await ask('nadia.opdigt', `/samtaler/${later?.id}`)).status, 404)
  assert.equal((await ask('nadia.opdigt', `/samtaler/${own}`)).status, 200, 'the earlier one stays hers')
  assert.equal((await ask('karen.proeve', `/fordeling/${later?.id}/begge`, { person: nadia, reason: '' })).status, 422)
  assert.equal((await ask('karen.proeve', `/fordeling/${later?.id}/begge`, { person: (await it.as('vibeke.eksempel')).id, reason: 'Hun kender dem.' })).status, 422, 'only a family counsellor')
  assert.equal((await ask('torben.eksempel', `/fordeling/${later?.id}/begge`, { person: nadia, reason: 'x' })).status, 404)
  assert.equal((await ask('karen.proeve', `/fordeling/${later?.id}/begge`, { person: nadia, reason: 'Hun taler med begge om børnene.' })).status, 303)
  const page = (await ask('nadia.opdigt', `/samtaler/${later?.id}`)).text
  assert.match(page, /Dorte Prøve/)
  assert.doesNotMatch(page.replace(/<dd>[^<]*<\/dd>/g, ''), /Carl/, 'the records stay apart')
})

test('the person of a talk is the other one in somebody’s case: that is a crossing too, inside one house and not across two', async () => {
  const id = await newCase()
  await check(id, 'Else Prøve', 'Finn Prøve')
  await ask('nadia.opdigt', '/samtaler/ny', person('Finn Prøve', 'Else Prøve'))
  const after = (await it.owner.query<{ n: string }>(`select count(*) as n from name_crossing where crosses = $1`, [id])).rows[0]?.n
  assert.equal(Number(after), 1)
  await ask('peter.opdigt', '/samtaler/ny', person('Finn Prøve', 'Else Prøve'))
  assert.equal(Number((await it.owner.query<{ n: string }>(`select count(*) as n from name_crossing where crosses = $1 or case_id = $1`, [id])).rows[0]?.n), 1, 'the police compare with their own alone')
})
