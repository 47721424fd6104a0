// From a log to a file that was handed in, through the doors: hers, and the visitator's on her consent.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { consentTo, showTo, testCase, type TestCase, withdraw, write } from '../../bundle/testing-case.ts'
import { waitScreen } from '../../bundle/bundle-screen.tsx'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import type { Ctx } from '../../platform/screen.ts'
import { herVisit, staffVisit } from './testing-case.ts'
import type { Page, Visit } from '../door/testing-visit.ts'
import { openWeb } from '../web.ts'

let town: TestHouse
let app: Hono
let it: TestCase
let her: Visit
let visitator: Visit
before(async () => {
  town = await testHouse()
  app = openWeb(town.house)
  it = await testCase(town)
  await write(town, it.citizen, 'Han ringede syv gange.')
  await write(town, it.citizen, 'Han spurgte efter mit nye arbejde.', { note: 'Hemmeligt for alle.' })
  await write(town, it.citizen, 'Ring til mig på 00 12 34 56.')
  her = await herVisit(town, app, { id: it.id, number: it.number, citizen: it.citizen.id })
  visitator = await staffVisit(town, app, 'vibeke.eksempel')
})
after(() => town.close())

const hidden = (page: Page) => ({ once: page.hidden('once') || randomUUID(), nr: page.hidden('nr'), seen: page.hidden('seen') })
const home = '/noter/samlet'

test('she chooses, and reads it as the other party may come to read it; her own notes are not in it', async () => {
  const start = await her.get(home)
  assert.match(start.html, /Alle 3 hændelser/)
  assert.equal((await her.post(home, { once: randomUUID(), which: 'some' })).status, 422)
  const page = await her.post(home, { once: start.hidden('once'), which: 'some', vis: ['1', '2'] })
  assert.equal(page.path, `${home}/se?nr=1-2`)
  assert.match(page.html, /Sådan kan den anden part komme til at se det/)
  assert.ok(page.html.includes('syv gange') && page.html.includes('En hændelse skal du tage stilling til'))
  assert.ok(!page.html.includes('Hemmeligt') && !page.html.includes('00 12 34 56'))
})

test('she cannot pass by what was pointed out; what she typed stays; then it is made', async () => {
  const page = await her.get(`${home}/se?nr=1-3`)
  const back = await her.post(`${home}/se`, { ...hidden(page), purpose: '', other: 'Kaj Opdigtet', background: 'Bor nu på Rosenvej 7.', w2: 'known' })
  assert.equal(back.status, 422)
  for (const part of ['href="#w3"', 'href="#purpose"', 'href="#background"', 'Kaj Opdigtet', 'Baggrunden nævner', 'name="backgroundOk"']) assert.ok(back.html.includes(part), part)
  assert.ok(!back.html.includes('href="#w2"'))
  const made = await her.post(`${home}/se`, { ...hidden(back), purpose: 'Til politiet', other: 'Kaj Opdigtet', background: 'Bor nu på Rosenvej 7.', backgroundOk: 'yes', w2: 'known', w3: 'out' })
  assert.equal(made.status, 200)
  assert.match(made.path, new RegExp(`^${home}/[0-9a-f-]{36}$`))
  for (const part of ['Hent filen', '114', 'politi.dk har ikke en blanket', 'journalnummer', 'sha256sum -c', 'sh data/verify.sh', 'Taget ud på vejen: nr. 3.']) assert.ok(made.html.includes(part), part)
  assert.match(made.html, /<code>([0-9a-f]{8} ){7}[0-9a-f]{8}<\/code>/)
  const file = await her.get(`${made.path}/hent`)
  assert.equal(file.status, 200)
})

test('a form sent twice makes one file', async () => {
  const page = await her.get(`${home}/se?nr=1`)
  const sent = { ...hidden(page), purpose: 'Til politiet' }
  const [one, two] = [await her.post(`${home}/se`, sent), await her.post(`${home}/se`, sent)]
  assert.equal(one.path, two.path)
})

test('she records that it was handed in, which needs her to know what it means, and then what the police answered', async () => {
  const page = await her.post(`${home}/se`, { ...hidden(await her.get(`${home}/se?nr=1`)), purpose: 'Til politiet' })
  const delivery = { how: 'inPerson', day: '2026-11-03', time: '14.30', to: 'Politiet i Havneby' }
  const back = await her.post(`${page.path}/afleveret`, { once: randomUUID(), ...delivery })
  assert.ok(back.status === 422 && back.html.includes('href="#sure"') && back.html.includes('Politiet i Havneby'))
  const done = await her.post(`${page.path}/afleveret`, { once: randomUUID(), ...delivery, sure: 'yes' })
  for (const part of ['Kopien er givet videre', 'tirsdag 3. november 2026 kl. 14.30', 'Politiet i Havneby']) assert.ok(done.html.includes(part), part)
  assert.ok(!done.html.includes('/afleveret"'))
  assert.equal((await her.post(`${page.path}/kvittering`, { once: randomUUID(), journal: 'number', number: '', first: 'asked' })).status, 422)
  const kept = await her.post(`${page.path}/kvittering`, { once: randomUUID(), journal: 'none', officer: 'Betjent Opdigt', first: 'asked' })
  for (const part of ['Der er ikke oprettet en sag', 'Betjent Opdigt', 'Spørg igen']) assert.ok(kept.html.includes(part), part)
})

test('it all stands behind her passphrase', async () => {
  await her.post('/noter/laas-igen', {})
  for (const path of [home, `${home}/se?nr=1`, `${home}/i-gang`]) assert.match((await her.get(path)).path, /^\/noter\/laas/)
  await her.post('/noter/laas', { secret: 'fire tilfældige ord her', til: home })
  assert.equal((await her.get(home)).status, 200)
})

test('what takes more than a moment goes on while she waits on a page that asks again by itself', async () => {
  const slowly = { ...town.house.files, put: async (...given: Parameters<typeof town.house.files.put>) => wait(5_000).then(() => town.house.files.put(...given)) }
  const slow = await herVisit(town, openWeb({ ...town.house, files: slowly }), { id: it.id, number: it.number, citizen: it.citizen.id })
  const waiting = await slow.post(`${home}/se`, { ...hidden(await slow.get(`${home}/se?nr=1`)), purpose: 'Til politiet' })
  assert.equal(waiting.path, `${home}/i-gang`)
  assert.match(waiting.html, /Du kan roligt vente/)
  const asks = (progress: Parameters<typeof waitScreen>[0]['progress']) => waitScreen({ at: home, progress }, { lang: 'da' } as Ctx).refresh
  assert.deepEqual([asks({ done: 3, of: 12 }), asks({ done: 1, of: 1, made: 'x' }), asks(undefined)], [{ seconds: 3 }, { seconds: 1, to: `${home}/x` }, undefined])
  let page = waiting
  for (let tries = 0; tries < 40 && !page.html.includes('Gå til filen'); tries++) page = await wait(250).then(() => slow.get(`${home}/i-gang`))
  const at = new RegExp(`${home}/[0-9a-f-]{36}`).exec(page.html)?.[0] ?? ''
  assert.match((await slow.get(at)).html, /Hent filen/)
  her = slow
})

test('the visitator is told what is missing; with her showing and her consent it can be made, and without again it cannot', async () => {
  const at = `/sager/${it.id}/samlet`
  assert.match((await visitator.get(at)).html, /viser dig ikke sin log/)
  await showTo(town, it.citizen, 'visitator')
  assert.match((await visitator.get(at)).html, /ikke et samtykke/)
  assert.equal((await visitator.get(`${at}/se?nr=1`)).status, 404)
  const consent = await consentTo(town, it.citizen)
  const page = await visitator.post(at, { once: randomUUID(), which: 'all' })
  assert.equal(page.path, `${at}/se?nr=1-3`)
  const made = await visitator.post(`${at}/se`, { ...hidden(page), purpose: 'Til politiet', w2: 'out', w3: 'out' })
  assert.ok(made.path.startsWith(`${at}/`) && made.html.includes('Politiets kontaktperson'))
  assert.equal((await visitator.get(`${made.path}/hent`)).status, 200)
  const mine = (await her.get(home)).html
  assert.ok(mine.includes('Visitator'), 'she sees what was made for her')
  await withdraw(town, consent)
  assert.match((await visitator.get(at)).html, /ikke et samtykke/)
  assert.match((await visitator.get(made.path)).html, /taget tilbage/)
  assert.equal((await visitator.get(`${made.path}/hent`)).status, 404)
  assert.equal((await visitator.post(`${at}/se`, { ...hidden(page), once: randomUUID(), purpose: 'Til politiet' })).status, 404)
})

test('a colleague without the case gets the same answer as for one that is not there', async () => {
  const colleague = await staffVisit(town, app, 'jonas.eksempel')
  const pages = [await colleague.get(`/sager/${it.id}/samlet`), await colleague.get(`/sager/${randomUUID()}/samlet`)]
  assert.deepEqual(pages.map(one => one.status), [404, 404])
  const [there, gone] = pages.map(one => one.html.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ''))
  assert.equal(there, gone)
})
