// A question without persons: told before typing, pointed out before sending, answered in a thread, counted, and read by nobody else.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import { countPage, listPage, threadPage } from '../../consents/sparring-actions.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import type { Role } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { perform } from '../../platform/action.ts'
import { askSparring, writeSparring } from './sparring.ts'
import { asRole, staffVisit } from './testing-case.ts'
import { openWeb } from '../web.ts'

let town: TestHouse
let app: Hono
before(async () => {
  town = await testHouse()
  app = openWeb(town.house)
})
after(() => town.close())

const missing = (error: unknown) => error instanceof Refusal && error.kind === 'missing'
const question = 'Borgeren får 43 beskeder om dagen. Skal de gemmes alle sammen?'

test('a first contact is told that nobody is named, is stopped at what looks like a person, asks, and gets an answer that waited with a date', async () => {
  const jonas = await staffVisit(town, app, 'jonas.eksempel')
  const page = await jonas.get('/sparring/ny')
  assert.ok(page.html.indexOf('Skriv ingen navne') < page.html.indexOf('<textarea'), 'told before typing')
  const ask = (text: string, more: Record<string, string> = {}) => jonas.post('/sparring/ny', { once: randomUUID(), to: 'policeContact', kind: 'evidence', text, ...more })
  const cpr = await ask('Hun er født 010203-9999')
  assert.equal(cpr.status, 422)
  assert.match(cpr.html, /ligner et CPR-nummer/)
  assert.equal((await ask('Hun er født 010203-9999', { again: 'yes' })).status, 422, 'not even when looked at again')
  const phone = await ask('Er 00 10 11 05 det rigtige nummer til jer?')
  assert.match(phone.html, /ligner et telefonnummer/)
  assert.match(phone.html, /name="again"/)
  assert.equal((await ask('Er 00 10 11 05 det rigtige nummer til jer?', { again: 'yes' })).status, 200)
  const sent = await ask(question)
  assert.match(sent.html, /Venter på svar inden torsdag 5\. november 2026/)
  const peter = await staffVisit(town, app, 'peter.opdigt')
  assert.match((await peter.get('/model')).html, /2 spørgsmål venter på dit svar, det første inden torsdag 5\. november 2026/)
  const read = await peter.get(sent.path)
  assert.match(read.html, /Jonas Eksempel, Havneby Kommune[\s\S]*43 beskeder/)
  await peter.post(sent.path, { once: randomUUID(), text: 'Ja, gem dem. Tag et billede af hver skærm.' })
  assert.match((await peter.get('/model')).html, /Et spørgsmål venter/)
  assert.match((await jonas.get(sent.path)).html, /Tag et billede af hver skærm/)
  assert.match((await jonas.get('/sparring')).html, /Besvaret/)
  await jonas.post(sent.path, { once: randomUUID(), text: 'Også lydbeskeder?' })
  assert.match((await peter.get('/model')).html, /2 spørgsmål venter/)
})

test('others find no such thread, and the count is of years that are over, without small numbers, for those who follow the effort', async () => {
  const { result } = await perform(town.house, await town.as('jonas.eksempel'), askSparring, { to: 'visitator', kind: 'law', text: question })
  for (const who of ['amina.opdigt', 'peter.opdigt', 'inger.eksempel', 'karen.proeve', 'torben.eksempel']) {
    await assert.rejects(perform(town.house, await town.as(who), threadPage, { thread: result.id }), missing, who)
    await assert.rejects(perform(town.house, await town.as(who), writeSparring, { thread: result.id, text: 'x' }), missing, who)
    assert.ok(!(await perform(town.house, await town.as(who), listPage, {})).result.some(it => it.id === result.id))
  }
  const { result: daniel } = await perform(town.house, await town.as('daniel.proeve'), threadPage, { thread: result.id })
  assert.equal(daniel.messages[0]?.text, question)
  const torben = await town.as('torben.eksempel')
  const counts = async (house = town.house) => (await perform(house, torben, countPage, {})).result
  const years = (await counts()).map(it => it.year)
  assert.deepEqual(years, [0, 1, 2].map(back => (years[0] ?? 0) - back), 'three years that are over')
  assert.ok((await counts()).every(it => it.kinds.total === 'few' && !it.kinds.parts), 'the year that runs is not counted')
  const nextYear = new Date(town.house.clock.now())
  nextYear.setUTCFullYear(nextYear.getUTCFullYear() + 1)
  const later = { ...town.house, clock: { ...town.house.clock, now: () => nextYear } }
  assert.deepEqual((await counts(later))[0]?.kinds, { total: 'few', parts: undefined }, 'three questions are too few to count')
  for (let n = 0; n < 26; n++) await perform(town.house, await town.as('jonas.eksempel'), askSparring, { to: n < 13 ? 'visitator' : 'dscAdviser', kind: n < 19 ? 'law' : 'safety', text: question })
  const many = (await counts(later))[0]
  assert.equal(many?.kinds.total, 29)
  assert.deepEqual(many?.kinds.parts?.map(it => [it.name, it.count]).sort(), [['evidence', 'hidden'], ['law', 20], ['safety', 'hidden']], 'the two questions about evidence cannot be worked out')
  await assert.rejects(perform(town.house, await town.as('jonas.eksempel'), countPage, {}), missing)
})

test('past the first wall each sees what was asked by or of them, nobody writes in another name, and nothing is changed', async () => {
  const count = async (who: string, role: Role, table: string) =>
    (await asRole(town, await town.as(who), role, db => sql<{ n: number }>`select count(*)::int as n from ${sql.ref(table)}`.execute(db))).rows[0]?.n
  for (const table of ['sparring', 'sparring_message']) {
    assert.equal(await count('amina.opdigt', 'firstContact', table), 0)
    assert.equal(await count('karen.proeve', 'leader', table), 0)
    assert.equal(await count('jonas.eksempel', 'visitator', table), 0, 'a role that is not held')
    assert.ok((await count('peter.opdigt', 'policeContact', table) ?? 0) > 0)
    await assert.rejects(town.owner.query(`delete from ${table}`), /only added to/)
  }
  const [row] = (await town.owner.query<{ id: string }>(`select id from sparring where to_role = 'visitator'`)).rows
  const peter = await town.as('peter.opdigt')
  await assert.rejects(asRole(town, peter, 'policeContact', db => sql`insert into sparring_message (sparring, seq, partnership, by, at, box) values (${row?.id}, 9, 1, ${peter.id}, now(), 'x')`.execute(db)), /row-level security/)
  const rows = await asRole(town, peter, 'policeContact', db => sql`select * from gate.sparring_counts()`.execute(db))
  assert.equal(rows.rows.length, 0)
  const bytes = await town.owner.query<{ n: number }>(`select count(*)::int as n from sparring_message where position(convert_to('beskeder', 'UTF8') in box) > 0`)
  assert.equal(bytes.rows[0]?.n, 0, 'what was asked lies in a box')
})
