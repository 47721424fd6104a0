// Finding a case: by number, own name or a chosen word; never by the other party; what was typed is kept nowhere.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { openSessionFor } from '../../identity/signin.ts'
import { sessionCookie } from '../door/door.tsx'
import { openWeb } from '../web.ts'

let it: TestHouse
let app: Hono
const cookies = new Map<string, string>()
before(async () => {
  it = await testHouse()
  app = openWeb(it.house)
  for (const name of ['jonas.eksempel', 'vibeke.eksempel', 'daniel.proeve', 'inger.eksempel', 'karen.proeve']) cookies.set(name, `${sessionCookie}=${await openSessionFor(it.house, (await it.as(name)).id, 1)}`)
})
after(() => it.close())

const posting = (): Record<string, string> => ({ 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost', host: 'localhost' })
async function ask(name: string, path: string, fields?: Readonly<Record<string, string>>): Promise<{ readonly status: number; readonly text: string; readonly to: string }> {
  const cookie = cookies.get(name) ?? ''
  const answer = fields ? await app.request(path, { method: 'POST', headers: { ...posting(), cookie }, body: new URLSearchParams({ once: randomUUID(), ...fields }) }) : await app.request(path, { headers: { cookie } })
  return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') ?? '' }
}
const find = async (name: string, term: string) => {
  const sent = await ask(name, '/soeg', { term })
  assert.equal(sent.status, 303, sent.text)
  return { at: sent.to, text: (await ask(name, sent.to)).text }
}
const enquiry = { acute: 'no', 'form-version': 'handoff-2', onBehalf: 'self', agreed: 'yes', mayName: 'yes', citizenName: 'Signe Marie Opdigt', callBack: 'throughMe', children: 'no', told: 'Torsten Prøve bliver ved med at skrive.' }

test('a case is found by its number and by the citizen’s own name, in any order; never by the other party’s', async () => {
  await ask('jonas.eksempel', '/henvendelse', enquiry)
  for (const term of ['2026-0001', 'Signe Marie Opdigt', 'opdigt, signe marie', 'Signe Opdigt']) assert.match((await find('vibeke.eksempel', term)).text, /2026-0001/, term)
  for (const term of ['Torsten Prøve', 'Torsten', 'Opdigt', '2026-0002']) assert.match((await find('vibeke.eksempel', term)).text, /Ingen sag fundet/, term)
})

test('a coordinator finds only what she has, and nobody sees what another one searched for', async () => {
  assert.match((await find('inger.eksempel', '2026-0001')).text, /Ingen sag fundet/)
  assert.match((await find('inger.eksempel', 'Signe Opdigt')).text, /Ingen sag fundet/)
  const { at } = await find('vibeke.eksempel', 'Signe Opdigt')
  assert.equal((await ask('daniel.proeve', at)).status, 404)
  assert.equal((await ask('karen.proeve', '/soeg')).status, 404)
  it.moveClock(960_000)
  assert.equal((await ask('vibeke.eksempel', at)).status, 404, 'a quarter of an hour later the list is gone')
})

test('a citizen without a name in the case agrees to one, or chooses a word that nobody can read afterwards', async () => {
  const sent = await ask('jonas.eksempel', '/henvendelse', { ...enquiry, mayName: 'no', citizenName: '' })
  const id = sent.to.split('/').at(-1) ?? ''
  assert.match((await find('vibeke.eksempel', 'rød paraply')).text, /Ingen sag fundet/)
  assert.equal((await ask('vibeke.eksempel', `/sager/${id}/navn`, { seq: '1', safeWord: 'rød paraply' })).status, 422, 'only when she says yes')
  assert.equal((await ask('vibeke.eksempel', `/sager/${id}/navn`, { seq: '1', safeWord: 'Rød paraply', agreed: 'yes' })).status, 303)
  assert.match((await find('vibeke.eksempel', 'rød paraply')).text, /2026-0002/)
  const page = await ask('vibeke.eksempel', `/sager/${id}`)
  assert.match(page.text, /har valgt et ord/)
  assert.doesNotMatch(page.text, /paraply/i)
  assert.equal((await ask('vibeke.eksempel', `/sager/${id}/navn`, { seq: '2', citizenName: 'Ane Prøve', agreed: 'yes' })).status, 303)
  assert.match((await find('vibeke.eksempel', 'prøve, ane')).text, /2026-0002/)
  assert.match((await ask('vibeke.eksempel', `/sager/${id}`)).text, /stå her som Ane Prøve/)
})

test('each search is in the journal with what kind it was, and what was typed is nowhere', async () => {
  const lines = await it.owner.query<{ act: string; n: string }>(`select act, count(*) as n from journal where act like 'cases.searched-by-%' group by act order by act`)
  assert.deepEqual(lines.rows.map(row => row.act), ['cases.searched-by-number', 'cases.searched-by-words'])
  const all = await it.owner.query<{ text: string }>(`select string_agg(t::text, ' ') as text from (select j::text as t from journal j union all select s::text from case_search s union all select i::text from case_index i union all select u::text from submission u) x`)
  assert.doesNotMatch(all.rows[0]?.text ?? '', /paraply|Opdigt, signe|Torsten|Ane Prøve/i)
})
