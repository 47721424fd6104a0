// The most important advice, as a form like the others: a municipality's own words in the case, without a name and on paper, and what was given before it was one.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { adviceDraft } from '../../cases/actions.ts'
import { marks } from '../../cases/paperwork/actions.ts'
import type { Given } from '../../cases/rules.ts'
import { caseFacts, move } from '../../cases/write.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { withRole } from '../../platform/db.ts'
import { perform } from '../../platform/action.ts'
import * as acts from '../../toolkit/editor-actions.ts'
import { openWeb } from '../web.ts'
import { type OpenCase, openedCase, staffVisit } from './testing-case.ts'
import { edit } from './testing-tool.ts'

let town: TestHouse
let it: OpenCase
let app: Hono
before(async () => {
  town = await testHouse()
  app = openWeb(town.house)
  it = await openedCase(town)
})
after(() => town.close())
const once = () => randomUUID()
const seq = async () => (await town.owner.query<{ seq: string }>('select seq::text from case_now where case_id = $1', [it.id])).rows[0]?.seq ?? ''

test('advice that was given before it was a form is read in the words it was given in, and can be printed', async () => {
  const vibeke = await town.as('vibeke.eksempel')
  const now = town.house.clock.now()
  const kept = { advice: [{ item: 'gifts', version: 1, on: '2026-05-02', by: vibeke.id, form: 'written', reaction: 'wantsHelp' }] }
  const who = { person: vibeke.id, partnership: 1, now }
  const facts = await withRole(town.house.pool, 'gate', who, db => caseFacts(db, it.id, now)) ?? assert.fail()
  await withRole(town.house.pool, 'visitator', who, async db => {
    // As the house wrote it then: the answers are no part of what was given.
    await move({ house: town.house, db, actor: vibeke, ground: { by: 'visitator', kind: 'role' }, now }, facts, 'advise', { answers: true, ...kept } as unknown as Given)
  })
  const visit = await staffVisit(town, app, 'vibeke.eksempel')
  const page = await visit.get(`/sager/${it.id}`)
  assert.match(page.html, /Tag ikke imod gaver, og send dem aldrig tilbage<\/dt><dd>På skrift: vil have hjælp til det/)
  assert.match((await visit.get(`/sager/${it.id}/raad`)).html, /I talte om det.*Tag ikke imod gaver, og send dem aldrig tilbage<\/dt>/s)
  assert.equal((await visit.get(`/sager/${it.id}/udfyldt/${await seq()}/udskrift.pdf`)).status, 200)
})

test('nothing typed is lost: in writing without an answer is kept, and an answer to what was not given is told at its row', async () => {
  const visit = await staffVisit(town, app, 'vibeke.eksempel')
  const at = `/sager/${it.id}/raad`
  const none = await visit.post(at, { once: once(), seq: await seq(), 'form-version': 'advice-2' })
  assert.match(none.html, /href="#part-first"[^>]*>Vælg mindst ét råd/)
  const told = await visit.post(at, { once: once(), seq: await seq(), 'form-version': 'advice-2', 'log-reaction': 'accepted', danger: 'oral' })
  assert.match(told.html, /href="#log"[^>]*>Skriv ned, hvad der sker Vælg også, om rådet blev givet mundtligt eller på skrift/)
  assert.match(told.html, /name="log-reaction" value="accepted" checked/)
  const kept = await visit.post(at, { once: once(), seq: await seq(), 'form-version': 'advice-2', log: 'written', reachChannel: 'here' })
  assert.ok(kept.path.endsWith(it.id), kept.html)
  assert.match(kept.html, /Skriv ned, hvad der sker<\/dt><dd>På skrift</)
})

test('a draft that is to stay is no longer offered to be thrown away: the page says why', async () => {
  const held = await openedCase(town)
  const vibeke = await town.as('vibeke.eksempel')
  await perform(town.house, vibeke, adviceDraft.keep, { case: held.id, rev: '0', danger: 'oral', 'danger-reaction': 'accepted' })
  const page = async () => (await (await staffVisit(town, app, 'vibeke.eksempel')).get(`/sager/${held.id}/raad`)).html
  assert.match(await page(), /Smid kladden væk/)
  await perform(town.house, vibeke, marks[2].post, { case: held.id, reason: 'Skal bevares.' })
  assert.match(await page(), /Så slettes kladden ikke\. Skriv videre i den, eller gem den\./)
  assert.doesNotMatch(await page(), /Smid kladden væk/)
})

test('a municipality’s own advice stands in the case, without a name, at the hand-off and on paper, and what was given is read in its words for ever', async () => {
  await edit(town, 'advice', acts.begin)
  const { to } = await edit(town, 'advice', acts.addQuestion, { i: 'help', 'ask-da': 'Ring til havnevagten', 'ask-en': 'Call the harbour guard', kind: 'advice' })
  const id = to.split('/').at(-1) ?? ''
  await edit(town, 'advice', acts.changeQuestion, { question: 'danger', 'ask-da': 'Er der fare, så ring 112 straks', 'ask-en': 'In danger, call 112 at once', 'help-da': 'Gå hen, hvor der er andre.', 'help-en': 'Go where there are others.', kind: 'advice' })
  await edit(town, 'advice', acts.addQuestion, { i: 'help', 'ask-da': 'Andet, I talte om', 'ask-en': 'What else you talked about', kind: 'long' })
  await edit(town, 'advice', acts.publish, { reason: 'Vi har en havnevagt.' })
  const visit = await staffVisit(town, app, 'vibeke.eksempel')
  assert.match((await visit.get(`/sager/${it.id}/raad`)).html, /Ring til havnevagten/)
  assert.match((await visit.get('/henvendelse?acute=no')).html, /Er der fare, så ring 112 straks/)
  assert.match((await visit.get('/redskaber/advice')).html, /id="[a-zA-Z]*havnevagt[a-zA-Z]*"/i)
  const nameless = await visit.get('/anonym')
  assert.match(nameless.html, /Ring til havnevagten/)
  assert.doesNotMatch(nameless.html, /<textarea/, 'whatever else is asked has no place there')
  const noted = await visit.post('/anonym', { once: once(), dutyTold: 'yes', 'form-version': 'advice-local-1', [id]: 'oral', [`${id}-reaction`]: 'declined' })
  assert.match(noted.html, /Ring til havnevagten<\/dt><dd>Mundtligt: vil ikke nu/)
  const made = await visit.post(`${noted.path}/sag`, { once: once(), callBack: 'citizenCalls', agreed: 'yes' })
  await visit.post(`/sager/${it.id}/raad`, { once: once(), seq: await seq(), 'form-version': 'advice-local-1', [id]: 'oral', [`${id}-reaction`]: 'accepted' })
  await perform(town.house, await town.as('poul.proeve'), acts.takeBack, { tool: 'advice', version: '1', reason: 'Havnevagten er nedlagt.' })
  assert.doesNotMatch((await visit.get(`/sager/${it.id}/raad`)).html, /name="[^"]*havnevagt/i)
  assert.match((await visit.get(`/sager/${it.id}`)).html, /Ring til havnevagten<\/dt><dd>Mundtligt: vil gøre det/)
  assert.match((await visit.get(made.path.replace('/henvendelse/sendt/', '/sager/'))).html, /Ring til havnevagten<\/dt><dd>Mundtligt: vil ikke nu/)
})

test('a version in which something is closed before it is saved cannot be published', async () => {
  await edit(town, 'advice', acts.begin)
  await assert.rejects(edit(town, 'advice', acts.removeFrom, { question: 'narrowWay' }), { code: 'toolkit.is-anchor' })
  for (let steps = 0; steps < 30; steps++) await edit(town, 'advice', acts.moveQuestion, { question: 'closeProfiles', by: 'op' })
  const { result } = await perform(town.house, await town.as('poul.proeve'), acts.draftPage, { tool: 'advice' })
  assert.match(result.faults.map(one => one.says.da).join(), /"Gem det hele, før du sletter eller blokerer" skal stå før "Luk for dine profiler"/)
  await assert.rejects(edit(town, 'advice', acts.publish, { reason: 'Anden orden' }), { code: 'toolkit.has-faults' })
})
