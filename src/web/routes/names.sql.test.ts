// The blind name check: the leader who distributes hears that there is a crossing, nobody hears who, and one colleague does not have both.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { openSessionFor } from '../../identity/signin.ts'
import { withRole } from '../../platform/db.ts'
import { sessionCookie } from '../door/door.tsx'
import { openWeb } from '../web.ts'

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
  assert.match((await ask('karen.proeve', '/fordeling')).text, /Ingen skal give den fra sig/)
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
  assert.match((await ask('karen.proeve', '/fordeling')).text, /Du besluttede .*, at Nadia Opdigt må have begge: “Hun taler med begge om børnene\.”/)
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

const begun = async (): Promise<string> => {
  const id = await newCase()
  assert.equal((await ask('vibeke.eksempel', `/sager/${id}/boern/pligt`, {})).status, 303)
  return id
}
const askNadia = async (id: string) => ask('vibeke.eksempel', `/sager/${id}/boern/familieraadgiver`, { counsellor: (await it.as('nadia.opdigt')).id, purpose: 'Find en rolig måde at hente og aflevere på.', due: '2026-11-10', other: 'father' })
const trackOn = async (id: string): Promise<string> => (await it.owner.query<{ id: string }>('select id from family_track where case_id = $1 order by asked_at desc limit 1', [id])).rows[0]?.id ?? ''
const newestTalks = async (): Promise<string> => (await it.owner.query<{ id: string }>(`select case_id as id from case_now where kind = 'otherParty' order by number desc limit 1`)).rows[0]?.id ?? ''

test('a family counsellor who has his talks is not asked for a track on her case, nor past the first wall, until the leader has decided and written why', async () => {
  const his = idIn((await ask('nadia.opdigt', '/samtaler/ny', person('Gert Prøve', 'Helga Prøve'))).to)
  const hers = await begun()
  await check(hers, 'Helga Prøve', 'Gert Prøve')
  const refused = await askNadia(hers)
  assert.equal(refused.status, 422)
  assert.doesNotMatch(refused.text, /sammenfald|Gert|samtale med faren/i)
  const [vibeke, nadia] = [await it.as('vibeke.eksempel'), await it.as('nadia.opdigt')]
  const past = () => withRole(it.house.pool, 'visitator', { person: vibeke.id, partnership: 1, now: it.house.clock.now() }, db => sql`
    insert into family_track (id, partnership, case_id, counsellor, asked_by, by_role, asked_at, due, key_wrapped, box) values (${randomUUID()}, 1, ${hers}, ${nadia.id}, ${vibeke.id}, 'visitator', now(), '2026-11-10', 'x', 'x')`.execute(db))
  await assert.rejects(past(), { code: '42501' })
  assert.equal((await ask('karen.proeve', `/fordeling/${hers}/begge`, { person: nadia.id, reason: 'Hun kan holde det adskilt, og der er ingen anden.' })).status, 303)
  assert.equal((await askNadia(hers)).status, 303)
  assert.equal((await ask('nadia.opdigt', `/familie/${await trackOn(hers)}/tag`, {})).status, 303)
  assert.equal((await ask('nadia.opdigt', `/samtaler/${his}`)).status, 200, 'she has both')
  const kept = await it.owner.query<{ by: string }>('select by from both_allowed where case_id = $1', [hers])
  assert.equal(kept.rows[0]?.by, (await it.as('karen.proeve')).id)
})

test('a family counsellor with an open track on her case does not have his talks too, though she wrote them down; the track stays hers', async () => {
  const hers = await begun()
  assert.equal((await askNadia(hers)).status, 303)
  const track = await trackOn(hers)
  assert.equal((await ask('nadia.opdigt', `/familie/${track}/tag`, {})).status, 303)
  await check(hers, 'Inge Prøve', 'Jens Prøve')
  assert.equal((await ask('nadia.opdigt', '/samtaler/ny', person('Jens Prøve', 'Inge Prøve'))).to, '/samtaler?fordeles=ja')
  const his = await newestTalks()
  assert.equal((await ask('nadia.opdigt', `/samtaler/${his}`)).status, 404)
  assert.equal((await ask('nadia.opdigt', `/familie/${track}`)).status, 200)
  const nadia = (await it.as('nadia.opdigt')).id
  assert.equal((await ask('karen.proeve', `/fordeling/${his}`, { to: nadia })).status, 422, 'nor is it given to her')
  assert.equal((await ask('karen.proeve', `/fordeling/${his}/begge`, { person: nadia, reason: 'Børnene kender hende.' })).status, 303)
  assert.equal((await ask('nadia.opdigt', `/samtaler/${his}`)).status, 200)
})

test('where the names are given only later, the later of the two closes, track or talks, and the leader sees whom it is about among the staff', async () => {
  await ask('nadia.opdigt', '/samtaler/ny', person('Kaj Prøve', 'Lone Prøve'))
  const his = await newestTalks()
  const hers = await begun()
  assert.equal((await askNadia(hers)).status, 303)
  const track = await trackOn(hers)
  assert.equal((await ask('nadia.opdigt', `/familie/${track}/tag`, {})).status, 303)
  await check(hers, 'Lone Prøve', 'Kaj Prøve')
  assert.equal((await ask('nadia.opdigt', `/familie/${track}`)).status, 404)
  const nadia = await it.as('nadia.opdigt')
  const seen = await withRole(it.house.pool, 'familyCounsellor', { person: nadia.id, partnership: 1, now: it.house.clock.now() }, db => sql`select id from family_track where id = ${track}`.execute(db))
  assert.equal(seen.rows.length, 0)
  assert.equal((await ask('nadia.opdigt', `/samtaler/${his}`)).status, 200)
  assert.match((await ask('karen.proeve', '/fordeling')).text, /Nadia Opdigt kan ikke have den/)
  assert.equal((await ask('karen.proeve', `/fordeling/${hers}/begge`, { person: nadia.id, reason: 'Aftalt.' })).status, 303)
  assert.equal((await ask('nadia.opdigt', `/familie/${track}`)).status, 200)
})
