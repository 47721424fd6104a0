// Advice without a name, an enquiry on another's behalf, and what becomes of them.
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
  for (const name of ['jonas.eksempel', 'amina.opdigt', 'vibeke.eksempel', 'karen.proeve']) cookies.set(name, `${sessionCookie}=${await openSessionFor(it.house, (await it.as(name)).id, 1)}`)
})
after(() => it.close())

const posting = (): Record<string, string> => ({ 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost', host: 'localhost' })
async function ask(name: string, path: string, fields?: Readonly<Record<string, string>>): Promise<{ readonly status: number; readonly text: string; readonly to: string }> {
  const cookie = cookies.get(name) ?? ''
  const answer = fields ? await app.request(path, { method: 'POST', headers: { ...posting(), cookie }, body: new URLSearchParams({ once: randomUUID(), ...fields }) }) : await app.request(path, { headers: { cookie } })
  return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') ?? '' }
}
const advice = { dutyTold: 'yes', danger: 'oral', 'danger-reaction': 'accepted', saveEvidence: 'oral', 'saveEvidence-reaction': 'wantsHelp' }
const wish = { callBack: 'throughMe', agreed: 'yes', told: 'En ven skriver hver nat.' }

test('the duty to children is told before the advice, and no text and nothing that names anybody is taken', async () => {
  const page = await ask('jonas.eksempel', '/anonym')
  assert.ok(page.text.indexOf('§ 133') > 0 && page.text.indexOf('§ 133') < page.text.indexOf('name="danger'))
  assert.doesNotMatch(page.text, /name="(citizenName|cpr|phone|told)"|<textarea/)
  assert.equal((await ask('jonas.eksempel', '/anonym', { ...advice, dutyTold: '' })).status, 422)
  assert.equal((await ask('karen.proeve', '/anonym')).status, 404)
})

test('advice is read by the one who gave it, counted for the visitator, and becomes a case at her wish in one step, once', async () => {
  const { to } = await ask('jonas.eksempel', '/anonym', advice)
  assert.match((await ask('jonas.eksempel', to)).text, /Gem det hele/)
  for (const name of ['amina.opdigt', 'vibeke.eksempel']) assert.equal((await ask(name, to)).status, 404)
  assert.match((await ask('vibeke.eksempel', '/anonym')).text, /I 2025: færre end 5 samtaler uden navn, færre end 5 blev til en sag/)
  assert.equal((await ask('jonas.eksempel', `${to}/sag`, { ...wish, agreed: '' })).status, 422, 'only when she says yes')
  assert.match((await ask('jonas.eksempel', `${to}/sag`, { ...wish, told: 'Hun er 311299-0000' })).text, /CPR-nummer/)
  const made = await ask('jonas.eksempel', `${to}/sag`, wish)
  assert.match(made.to, /^\/henvendelse\/sendt\//)
  assert.equal((await ask('jonas.eksempel', `${to}/sag`, wish)).status, 404, 'it is a case already')
  const id = made.to.split('/').at(-1) ?? ''
  const page = await ask('vibeke.eksempel', `/sager/${id}`)
  assert.match(page.text, /En ven skriver hver nat/)
  assert.match(page.text, /Gem det hele, før du sletter eller blokerer<\/dt><dd>Mundtligt: vil have hjælp til det/)
  assert.match(page.text, /Begynd afklaring/)
})

const worried = { acute: 'no', 'form-version': 'handoff-2', onBehalf: 'other', agreed: 'notAsked', callBack: 'throughMe', children: 'no', told: 'Min søster bliver fulgt.' }
test('an enquiry on another’s behalf takes no name and lets nobody call her until she agrees', async () => {
  assert.match((await ask('jonas.eksempel', '/henvendelse', { ...worried, onBehalf: 'self' })).text, /Spørg borgeren, som sidder hos dig/)
  assert.match((await ask('jonas.eksempel', '/henvendelse', { ...worried, callBack: 'phone', callBackHow: '00 11 22 33' })).text, /Borgeren er ikke spurgt/)
  const sent = await ask('jonas.eksempel', '/henvendelse', { ...worried, mayName: 'yes', citizenName: 'Signe Opdigt' })
  assert.equal(sent.status, 303)
  const id = sent.to.split('/').at(-1) ?? ''
  const page = await ask('vibeke.eksempel', `/sager/${id}`)
  assert.match(page.text, /Borgeren er ikke spurgt endnu/)
  assert.doesNotMatch(page.text, /Signe/)
  assert.equal((await it.owner.query('select 1 from case_index where case_id = $1', [id])).rowCount, 0)
  assert.equal((await ask('vibeke.eksempel', `/sager/${id}/navn`, { seq: '1', citizenName: 'Signe Opdigt', agreed: 'yes' })).status, 303)
  const agreed = await ask('vibeke.eksempel', `/sager/${id}`)
  assert.doesNotMatch(agreed.text, /Borgeren er ikke spurgt endnu<\/h/)
  assert.match(agreed.text, /Signe Opdigt/)
})
