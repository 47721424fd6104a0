// A second code, kept by the one who made it: what it opens, what takes the log back, and what she is told.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import type { Hono } from 'hono'
import type { Actor, Role } from '../../kernel/actor.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { issueCode } from '../../identity/signin.ts'
import { testCitizen } from '../../incidents/testing-log.ts'
import { type Db, withRole } from '../../platform/db.ts'
import { staffVisit } from './testing-case.ts'
import { type Visit, visit } from '../door/testing-visit.ts'
import { openWeb } from '../web.ts'

const phrase = 'fire tilfældige ord her'
const other = 'fire helt andre ord nu'
let town: TestHouse
let app: Hono
let visitator: Actor
before(async () => {
  town = await testHouse()
  app = openWeb(town.house)
  visitator = await town.as('vibeke.eksempel')
})
after(() => town.close())

const as = <T>(role: Role, person: string, work: (db: Db) => Promise<T>) => withRole(town.house.pool, role, { person, partnership: 1, now: town.house.clock.now() }, work)
const codeFor = async (citizen: string) => (await as('visitator', visitator.id, db =>
  issueCode({ house: town.house, db, actor: visitator, ground: { by: 'visitator', kind: 'role' }, now: town.house.clock.now() }, citizen))).code

async function enter(citizen: string, name: string, secret: string): Promise<Visit> {
  const who = visit(app)
  await who.post('/noter/kode', { code: await codeFor(citizen) })
  assert.equal((await who.post('/noter/ny', { name, passphrase: secret, again: secret })).path, '/noter')
  return who
}
/** Somebody who has written an entry with a private note, and a visit that came in with a second code. */
async function twice(name: string): Promise<{ readonly id: string; readonly her: Visit; readonly second: Visit; readonly entry: string }> {
  const { id } = await testCitizen(town)
  const her = await enter(id, name, phrase)
  const saved = await her.post('/noter', { told: 'Han stod ved døren.', note: 'Kun for mig alene.', when: 'now' })
  return { id, her, second: await enter(id, `${name} igen`, other), entry: /[0-9a-f-]{36}/.exec(saved.path)?.[0] ?? '' }
}
const signs = (html: string) => /<p class="code">([A-Z2-9]{4}-[A-Z2-9]{4})<\/p>/.exec(html)?.[1] ?? ''
const seenBy = (id: string) => as('citizen', id, async db =>
  (await sql<{ n: number }>`select (select count(*) from incident_entry) + (select count(*) from incident_note) as n`.execute(db)).rows[0]?.n)
const acts = async (id: string): Promise<string[]> => (await town.owner.query<{ act: string }>('select act from journal where about_citizen = $1 order by id', [id])).rows.map(it => it.act)

test('a second code opens writing, and nothing that was written before: not by its passphrase, and not past the first wall', async () => {
  const { id, second, entry } = await twice('blå sti 1')
  for (const path of ['/noter/tidligere', `/noter/tidligere/${entry}`, '/noter/vis', '/noter/hvem', '/noter/samlet']) {
    await second.post('/noter/laas', { secret: other, til: path })
    const page = await second.get(path)
    assert.match(page.path, /^\/noter\/laas/)
    assert.doesNotMatch(page.html, /ved døren|mig alene/)
  }
  assert.equal(await seenBy(id), 0)
  assert.match((await second.post('/noter', { told: 'Nyt fra i dag.', when: 'now' })).html, /Gemt kl/)
  assert.equal(await seenBy(id), 1, 'what was written since is there to be confirmed as saved')
})

test('the passphrase from before, given once, opens the log to the new one', async () => {
  const { id, second } = await twice('blå sti 2')
  assert.equal((await second.post('/noter/laas', { secret: other, til: '/noter/tidligere' })).status, 422)
  assert.match((await second.post('/noter/laas', { secret: phrase, til: '/noter/tidligere?tekst=1' })).html, /ved døren/)
  await second.post('/noter/laas-igen', {})
  assert.match((await second.post('/noter/laas', { secret: other, til: '/noter/tidligere?tekst=1' })).html, /ved døren/)
  assert.ok((await acts(id)).filter(it => it === 'identity.unlocked').length === 2)
})

test('a second colleague who has met her opens it; the one who made the code cannot, and neither can who lacks the role', async () => {
  const { id, second } = await twice('blå sti 3')
  const number = signs((await second.get('/noter/laas')).html)
  assert.match(number, /^.{4}-.{4}$/)
  const maker = await staffVisit(town, app, 'vibeke.eksempel')
  assert.equal((await maker.post('/ny-kode', { number, met: 'yes' })).status, 422)
  const leader = await staffVisit(town, app, 'karen.proeve')
  assert.equal((await leader.post('/ny-kode', { number })).status, 422)
  assert.equal((await leader.post('/ny-kode', { number: 'ABCD-EFGH', met: 'yes' })).status, 422)
  assert.equal((await (await staffVisit(town, app, 'jonas.eksempel')).post('/ny-kode', { number, met: 'yes' })).status, 404)
  assert.equal((await second.post('/noter/laas', { secret: other, til: '/noter/tidligere' })).status, 422)
  const confirmed = await leader.post('/ny-kode', { number: number.toLowerCase().replace('-', ' '), met: 'yes' })
  assert.equal(confirmed.path, '/ny-kode?gjort=1')
  assert.match((await second.post('/noter/laas', { secret: other, til: '/noter/tidligere?tekst=1' })).html, /ved døren/)
  assert.ok((await acts(id)).includes('identity.code-confirmed'))
})

test('past the first wall, nobody vouches for a code of their own, in the name of another, or twice', async () => {
  const { id } = await twice('blå sti 4')
  const leader = await town.as('karen.proeve')
  const vouch = (role: Role, who: string, by: string, said: string = role) => as(role, who, async db =>
    (await sql`update renewal set confirmed_by = ${by}, confirmed_as = ${said}, confirmed_at = now() where citizen = ${id}`.execute(db)).numAffectedRows)
  assert.equal(await vouch('visitator', visitator.id, visitator.id), 0n)
  await assert.rejects(vouch('leader', leader.id, visitator.id))
  await assert.rejects(vouch('leader', leader.id, leader.id, 'visitator'))
  await assert.rejects(as('leader', leader.id, db => sql`select number from renewal`.execute(db)))
  assert.equal(await vouch('leader', leader.id, leader.id), 1n)
  assert.equal(await vouch('leader', leader.id, leader.id), 0n)
  const { rows } = await town.owner.query('select earlier_name, earlier_hash from renewal where citizen = $1', [id])
  assert.deepEqual(rows, [{ earlier_name: null, earlier_hash: null }])
})

test('she who still has her own passphrase takes her log back, whatever was chosen with codes meanwhile', async () => {
  const { id, second, entry } = await twice('blå sti 5')
  const third = await enter(id, 'blå sti 5 tredje', 'endnu fire andre ord')
  const her = visit(app)
  assert.equal((await her.post('/noter/ind', { name: 'blå sti 5', secret: phrase })).path, '/noter')
  for (const gone of [second, third]) assert.equal((await gone.get('/noter')).path, '/noter/ind')
  assert.equal((await visit(app).post('/noter/ind', { name: 'blå sti 5 tredje', secret: 'endnu fire andre ord' })).status, 422)
  await her.post('/noter/laas', { secret: phrase })
  assert.match((await her.get(`/noter/tidligere/${entry}`)).html, /mig alene/)
  assert.ok((await acts(id)).includes('identity.earlier-passphrase-kept'))
})

test('she is told at her next sign-in that a code was made, when, and by whom; who came in with it cannot make that go away', async () => {
  const { id, second } = await twice('blå sti 6')
  await second.post('/noter/koder', {})
  assert.match((await second.get('/noter')).html, /Der er lavet en ny kode/)
  const her = visit(app)
  assert.match((await her.post('/noter/ind', { name: 'blå sti 6', secret: phrase })).html, /href="\/noter\/koder"/)
  const page = await her.get('/noter/koder')
  assert.match(page.html, /3\. november 2026.*lavet af visitator\. Brugt/)
  assert.doesNotMatch(page.html, /stalking/i)
  await her.post('/noter/koder', {})
  assert.doesNotMatch((await her.get('/noter')).html, /Der er lavet en ny kode/)
  await codeFor(id)
  assert.match((await her.get('/noter')).html, /Der er lavet en ny kode/, 'one that nobody has used is told too')
})

test('her first code is nothing to be told of, and locks nothing', async () => {
  const { id } = await testCitizen(town)
  await codeFor(id)
  const her = await enter(id, 'blå sti 7', phrase)
  assert.doesNotMatch((await her.get('/noter')).html, /ny kode/)
  assert.equal((await her.post('/noter/laas', { secret: phrase, til: '/noter/tidligere' })).path, '/noter/tidligere')
})

test('who showed a code and waited is out when the next one is used', async () => {
  const { id } = await testCitizen(town)
  await enter(id, 'blå sti 8', phrase)
  const waits = visit(app)
  await waits.post('/noter/kode', { code: await codeFor(id) })
  await visit(app).post('/noter/kode', { code: await codeFor(id) })
  assert.equal((await waits.post('/noter/ny', { name: 'blå sti 8 b', passphrase: other, again: other })).path, '/noter/ind')
})
