// Who has looked: role, organisation, when and why; and the delay that the police may ask for, which ends by itself and is then shown too.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import { delay } from '../../citizens/delay-actions.ts'
import { giveTaskAction } from '../../cases/coordination/actions.ts'
import { name, say } from '../../cases/danger/actions.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { perform } from '../../platform/action.ts'
import { actorOf, asRole, herVisit, openedCase, type OpenCase, staffVisit } from './testing-case.ts'
import { openWeb } from '../web.ts'

let town: TestHouse
let app: Hono
let it: OpenCase
before(async () => {
  town = await testHouse()
  app = openWeb(town.house)
  it = await openedCase(town)
})
after(() => town.close())

const day = 86_400_000
const asked = { askedBy: 'Vicepolitiinspektør Opdigt, Havneby', ground: 'investigation', reason: 'Der er en ransagning på vej.', days: '10' }
async function policeLooks() {
  const peter = await town.as('peter.opdigt')
  const { result } = await perform(town.house, peter, say, { reason: 'Nogen er ved hendes dør lige nu.' })
  await perform(town.house, peter, name, { glass: result.id, number: it.number })
}
const page = async () => (await (await herVisit(town, app, it)).get('/noter/hvem')).html
const lines = async () => (await asRole(town, actorOf(it), 'citizen', db => sql<{ n: number }>`select count(*)::int as n from journal where role = 'policeContact'`.execute(db))).rows[0]?.n

test('she reads who, where, when and why, in plain words', async () => {
  const html = await page()
  assert.match(html, /Vibeke Eksempel, Havneby Kommune[\s\S]*Skrev en afklaring[\s\S]*Det hører til opgaven som visitator/)
  assert.match(html, /Jonas Eksempel, Havneby Kommune[\s\S]*Sendte en henvendelse om dig/)
})

test('among those who have seen the case she herself stands as the citizen: nobody stands there without a name', async () => {
  const [she, now] = [actorOf(it), town.house.clock.now()]
  await asRole(town, she, 'citizen', db => town.house.write(db, { partnership: she.partnership, at: now, person: she.id, personName: '', organisation: '', role: 'citizen', act: 'bundle.looked-through', ground: 'unlocked', aboutCase: it.id, aboutCitizen: it.citizen }))
  const { html } = await (await staffVisit(town, app, 'vibeke.eksempel')).get(`/sager/${it.id}`)
  assert.match(html, /<li>Borgeren selv: 1 gang, senest /)
  assert.doesNotMatch(html, /<li>, /)
})

test('the newest twelve lines stand open and the older ones are folded, so that her own visits are found at once; none is left out', async () => {
  const vibeke = await town.as('vibeke.eksempel')
  const before = (await page()).match(/<tr>/g)?.length ?? 0
  for (let nth = 1; nth <= 20; nth++)
    await asRole(town, vibeke, 'visitator', db => town.house.write(db, {
      partnership: vibeke.partnership, at: new Date(town.house.clock.now().getTime() - nth * day), person: vibeke.id, personName: vibeke.name, organisation: vibeke.organisationName, role: 'visitator', act: 'cases.read', ground: 'role:visitator', aboutCase: it.id, aboutCitizen: it.citizen,
    }))
  const html = await page()
  const [open = '', rest = ''] = html.split('<details class="details">')
  const [folded = '', below = ''] = rest.split('</details>')
  const lines = (part: string) => (part.match(/<tr>/g)?.length ?? 0) - 1
  assert.equal(lines(open), 12)
  assert.equal(lines(open) + lines(folded), before - 1 + 20)
  assert.match(folded, new RegExp(`Se ${lines(folded)} ældre`))
  assert.match(below, /Dine seneste besøg/)
})

test('a colleague with one task in her case is not said to have her case', async () => {
  const birgit = await town.as('birgit.proeve')
  await perform(town.house, await town.as('vibeke.eksempel'), giveTaskAction, { case: it.id, what: 'Aftal vejen ind med skolen.', owner: birgit.id, due: '2027-01-15' })
  const visit = await staffVisit(town, app, 'birgit.proeve')
  const [, task] = /href="(\/opgaver\/[^"]+)"/.exec((await visit.get('/opgaver')).html) ?? []
  await visit.get(task ?? '')
  const html = await page()
  assert.match(html, /Birgit Prøve, Havneby Kommune[\s\S]*Har fået en opgave i din sag/)
  assert.doesNotMatch(html, /Har din sag som/)
})

test('while the police wait she sees what they did before, and not what they do now; at the end it all stands there, and that there was a wait', async () => {
  await policeLooks()
  const before = await lines()
  assert.ok(before)
  const visitator = await staffVisit(town, app, 'vibeke.eksempel')
  const at = `/borgere/${it.citizen}/hvem-har-set?sag=${it.id}`
  for (const [field, wrong] of [['days', '31'], ['days', '0'], ['reason', ''], ['askedBy', ''], ['ground', 'x']] as const)
    assert.equal((await visitator.post(at, { once: randomUUID(), ...asked, [field]: wrong })).status, 422, field)
  const kept = await visitator.post(at, { once: randomUUID(), ...asked })
  assert.match(kept.html, /vises for borgeren fra fredag 13\. november 2026 kl\. 23\.59/)
  town.moveClock(3_600_000)
  await policeLooks()
  assert.equal(await lines(), before)
  assert.doesNotMatch(await page(), /ransagning|Politiet \(|bad om/)
  town.moveClock(9 * day)
  const again = await staffVisit(town, app, 'vibeke.eksempel')
  await again.post(at, { once: randomUUID(), ...asked, reason: 'Ransagningen er udskudt.', days: '30' })
  town.moveClock(10 * day)
  assert.equal(await lines(), before, 'renewed in time, it goes on from the first')
  town.moveClock(21 * day)
  assert.ok((await lines() ?? 0) > (before ?? 0))
  const html = await page()
  for (const part of ['Politiet (Vicepolitiinspektør Opdigt, Havneby) bad om', 'Der er en ransagning på vej.', 'Ransagningen er udskudt.', 'Skrevet af Vibeke Eksempel', 'fare for liv']) assert.ok(html.includes(part), part)
})

test('a colleague shows it before its time, and from the same moment she sees it', async () => {
  const visitator = await staffVisit(town, app, 'vibeke.eksempel')
  const at = `/borgere/${it.citizen}/hvem-har-set`
  const before = await lines()
  const running = await visitator.post(at, { once: randomUUID(), ...asked })
  await policeLooks()
  assert.equal(await lines(), before)
  const end = /hvem-har-set\/([0-9a-f-]{36})\/slut/.exec(running.html)?.[1] ?? ''
  assert.match((await visitator.post(`${at}/${end}/slut`, { once: randomUUID() })).html, /vist før tid af Vibeke Eksempel/)
  assert.ok((await lines() ?? 0) > (before ?? 0))
})

test('nobody else writes a delay, and past the first wall none is longer, backdated, in another name, or gone on from nothing', async () => {
  for (const who of ['peter.opdigt', 'karen.proeve', 'inger.eksempel', 'jonas.eksempel'])
    await assert.rejects(perform(town.house, await town.as(who), delay, { citizen: it.citizen, ...asked }), (error: unknown) => error instanceof Refusal && error.kind === 'missing', who)
  const vibeke = await town.as('vibeke.eksempel')
  const insert = (from: string, until: string, since: string, renews: string | null, by = vibeke.id) => asRole(town, vibeke, 'visitator', db => sql`
    insert into look_delay (id, partnership, citizen, ground, from_at, until_at, since_at, renews, recorded_by, key_wrapped, box)
    values (gen_random_uuid(), 1, ${it.citizen}, 'danger', gate.now() + ${from}::interval, gate.now() + ${until}::interval, gate.now() + ${since}::interval, ${renews}::uuid, ${by}, 'x', 'x')`.execute(db))
  await assert.rejects(insert('0', '31 days', '0', null), /check constraint/)
  await assert.rejects(insert('-2 days', '3 days', '-2 days', null), /row-level security/)
  await assert.rejects(insert('0', '3 days', '0', null, it.citizen), /row-level security|foreign key/)
  const [old] = (await town.owner.query<{ id: string; since: string }>('select id from look_delay where ended_at is not null')).rows
  await assert.rejects(insert('0', '3 days', '-9 days', old?.id ?? null), /row-level security/)
  await assert.rejects(town.owner.query(`update look_delay set until_at = until_at + interval '1 hour' where id = $1`, [old?.id]), /only ended/)
})
