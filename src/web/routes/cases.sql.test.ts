// From the hand-off to the code on paper, as the browser sends it, without JavaScript.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { openSessionFor } from '../../identity/signin.ts'
import { handoff2 } from '../../toolkit/forms/handoff-2.ts'
import { checklist1 } from '../../toolkit/forms/checklist-1.ts'
import type { Form } from '../../forms/rules.ts'
import { sessionCookie } from '../door/door.tsx'
import { openWeb } from '../web.ts'

let it: TestHouse
let app: Hono
const cookies = new Map<string, string>()
before(async () => {
  it = await testHouse()
  app = openWeb(it.house)
  for (const name of ['jonas.eksempel', 'amina.opdigt', 'vibeke.eksempel', 'daniel.proeve', 'inger.eksempel', 'peter.opdigt', 'dsc.raadgiver', 'karen.proeve', 'torben.eksempel', 'sofie.proeve', 'niels.opdigt']) await enter(name)
})
/** A session, as after signing in. */
const enter = async (name: string) => { cookies.set(name, `${sessionCookie}=${await openSessionFor(it.house, (await it.as(name)).id, 1)}`) }
after(() => it.close())

const posting = (): Record<string, string> => ({ 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost', host: 'localhost' })

interface Page { readonly status: number; readonly text: string; readonly to: string }
async function get(name: string, path: string): Promise<Page> {
  const answer = await app.request(path, { headers: { cookie: cookies.get(name) ?? '' } })
  return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') ?? '' }
}
async function post(name: string, path: string, fields: Record<string, string | readonly string[]>, once: string = randomUUID()): Promise<Page> {
  const body = new URLSearchParams({ once })
  for (const [field, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(field, one as string)
  const answer = await app.request(path, { method: 'POST', headers: { ...posting(), cookie: cookies.get(name) ?? '' }, body })
  return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') ?? '' }
}
const idIn = (to: string): string => to.split('/').at(-1) ?? ''
const bare = (html: string): string => html.replace(/name="once" value="[^"]*"/g, '').replace(/nonce="[^"]*"/g, '')

const answered = { acute: 'no', 'form-version': 'handoff-2', onBehalf: 'self', agreed: 'yes', mayName: 'yes', citizenName: 'Signe Opdigt', callBack: 'phone', callBackHow: '00 11 22 33, hverdage 10-12', children: 'no', told: 'Han bliver ved med at skrive.' }
/** A checklist with every required question answered. */
function checklist(form: Form): Record<string, string> {
  const all = form.parts.flatMap(part => part.questions).filter(question => question.required && !question.showIf)
  return { ...Object.fromEntries(all.map(question => [question.id, question.kind === 'one' ? question.options[0]?.id ?? '' : question.id === 'acuteNow' ? 'no' : question.kind === 'yesno' ? 'no' : 'unknown'])) }
}

test('danger is asked first and alone; yes makes an urgent enquiry at once and shows 112 before all else', async () => {
  const first = await get('jonas.eksempel', '/henvendelse')
  assert.match(first.text, /Er nogen i fare lige nu\?/)
  assert.doesNotMatch(first.text, /Hvem sidder du med/)
  const sent = await post('jonas.eksempel', '/henvendelse', { acute: 'yes', told: '' })
  assert.equal(sent.status, 303)
  const receipt = await get('jonas.eksempel', sent.to)
  assert.ok(receipt.text.indexOf('tel:112') < receipt.text.indexOf('Visitator ringer til dig nu'), 'the telephone stands before all else')
  assert.match(receipt.text, /Visitator ringer til dig nu/)
  assert.match(receipt.text, /00 10 11 01/)
  const inbox = await get('vibeke.eksempel', '/indbakke')
  assert.match(inbox.text, /Ring nu/)
  assert.match(inbox.text, /Jonas Eksempel, Jobcenter/)
})

test('from hand-off over inbox and clarification to a code on neutral paper', async () => {
  const page = await get('jonas.eksempel', '/henvendelse?acute=no')
  assert.ok(page.text.indexOf('pligt') > 0 && page.text.indexOf('pligt') < page.text.indexOf('name="children"'), 'the duty to report is told before children are asked about')
  const asked = handoff2.parts.flatMap(part => [...part.questions]).filter(question => question.kind !== 'explanation')
  assert.ok(asked.length <= 9, 'danger and at most eight questions')
  const once = randomUUID()
  const sent = await post('jonas.eksempel', '/henvendelse', answered, once)
  assert.equal(sent.status, 303)
  assert.equal((await post('jonas.eksempel', '/henvendelse', answered, once)).to, sent.to, 'sent twice makes one')
  const about = await it.owner.query(`select about_case from journal where act = 'cases.enquiry-sent' and about_case not in (select id from case_file)`)
  assert.equal(about.rowCount, 0, 'and no line about a case that is not there')
  const id = idIn(sent.to)
  const receipt = await get('jonas.eksempel', sent.to)
  assert.match(receipt.text, /2026-0002/)
  assert.match(receipt.text, /Vibeke Eksempel/)
  assert.match(receipt.text, /torsdag 5. november 2026 kl. 15.00/)

  const inbox = await get('vibeke.eksempel', '/indbakke')
  assert.match(inbox.text, /om 2 dage/)
  const open = await get('vibeke.eksempel', `/sager/${id}`)
  assert.match(open.text, /Begynd afklaring/)
  assert.match(open.text, /Signe Opdigt/)
  assert.match(open.text, /00 11 22 33, hverdage 10-12/)

  const short = await post('vibeke.eksempel', `/sager/${id}/afklaring`, { ...checklist(checklist1), seq: '1', reason: 'Uønsket og gentaget' })
  assert.equal(short.status, 422)
  assert.match(short.text, /Vælg, hvad du beslutter/)
  assert.match(short.text, /Uønsket og gentaget/, 'what was typed is kept')
  const clarified = await post('vibeke.eksempel', `/sager/${id}/afklaring`, { ...checklist(checklist1), seq: '1', finding: 'stalking_possible_keep_log', reason: 'Uønsket og gentaget', reachChannel: 'here' })
  assert.equal(clarified.to, `/sager/${id}`)
  const after = await get('vibeke.eksempel', `/sager/${id}`)
  assert.match(after.text, /tirsdag 1. december 2026/)
  assert.match(after.text, /Afklaring nr. 1: muligt/)
  const again = await get('vibeke.eksempel', `/sager/${id}/afklaring`)
  assert.match(again.text, /Sidst: afklaring nr. 1, Dig, tirsdag 3. november 2026/)

  assert.match((await post('vibeke.eksempel', `/sager/${id}/kode`, { seq: '2', paper: 'yes', together: 'yes' })).text, /hvad I gør med papiret/)
  assert.match((await post('vibeke.eksempel', `/sager/${id}/kode`, { seq: '2', paper: 'no' })).text, /kun, når I sidder sammen/)
  const codeOnce = randomUUID()
  const paper = await post('vibeke.eksempel', `/sager/${id}/kode`, { seq: '2', paper: 'yes', plan: 'at-work', together: 'yes' }, codeOnce)
  assert.equal(paper.status, 200)
  const code = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(paper.text)?.[0] ?? ''
  assert.ok(code, 'the code stands on the paper')
  assert.match(paper.text, /tirsdag 10. november 2026/)
  // The bar that leads back is for the screen and is not printed.
  const printed = paper.text.replace(/<header class="screen-only.*?<\/header>/s, '')
  for (const word of ['Lods', 'talking', 'Signe', 'Vibeke', '2026-000', 'Havneby', 'sag']) assert.ok(!printed.includes(word), `the paper says ${word}`)
  const made = async () => (await it.owner.query<{ n: number }>('select count(*)::int as n from paper_code')).rows[0]?.n
  const before = await made()
  const pressedTwice = await post('vibeke.eksempel', `/sager/${id}/kode`, { seq: '2', paper: 'yes', plan: 'at-work', together: 'yes' }, codeOnce)
  assert.ok(pressedTwice.status === 200 && pressedTwice.text.includes(code), 'a second press of the same form gives the same paper')
  assert.equal(await made(), before)
  assert.equal((await post('daniel.proeve', `/sager/${id}/kode`, { seq: '3', paper: 'yes', plan: 'at-work', together: 'yes' }, codeOnce)).text.includes(code), false, 'nobody else gets it')
  assert.ok(!(await get('vibeke.eksempel', `/sager/${id}`)).text.includes(code))
  const signedIn = await app.request('/noter/kode', { method: 'POST', headers: posting(), body: new URLSearchParams({ code }) })
  assert.equal(signedIn.headers.get('location'), '/noter/ny')
})

test('when the citizen says no, nothing is sent and the page says what to do', async () => {
  const count = async () => (await it.owner.query<{ n: number }>('select count(*) as n from case_file')).rows[0]?.n
  const before = await count()
  const page = await post('jonas.eksempel', '/henvendelse', { acute: 'no', 'form-version': 'handoff-2', onBehalf: 'self', agreed: 'no' })
  assert.equal(page.status, 422)
  assert.match(page.text, /Der er ikke sendt noget/)
  assert.match(page.text, /Vibeke Eksempel/)
  assert.equal(await count(), before)
})

test('outside office hours the page says when the visitator is next there, and names the social duty', async () => {
  it.moveClock(7 * 3_600_000)
  await enter('jonas.eksempel')
  const page = await get('jonas.eksempel', '/henvendelse')
  assert.match(page.text, /onsdag 4. november 2026 kl. 08.30/)
  assert.match(page.text, /114, og bed om den sociale vagt/)
  it.moveClock(-7 * 3_600_000)
  await enter('jonas.eksempel')
})

test('two who save: the second gets the page back with what came between and what was typed', async () => {
  const id = idIn((await post('jonas.eksempel', '/henvendelse', answered)).to)
  assert.equal((await post('vibeke.eksempel', `/sager/${id}/notat`, { seq: '1', told: 'den første' })).status, 303)
  const second = await post('daniel.proeve', `/sager/${id}/notat`, { seq: '1', told: 'den anden' })
  assert.equal(second.status, 409)
  assert.match(second.text, /Det er sket, mens du skrev/)
  assert.match(second.text, /den første/)
  assert.match(second.text, /den anden/)
})

test('a rule of safe contact stands on the case, and a new one does not overwrite in silence', async () => {
  const id = idIn((await post('jonas.eksempel', '/henvendelse', answered)).to)
  const rule = { version: '0', seq: '1', channels: 'phone', where: '00 11 22 33', times: 'hverdage 10-12', say: 'kommunen', message: 'no', digitalPost: 'no', paper: 'no', note: '', codeWord: '' }
  assert.equal((await post('vibeke.eksempel', `/sager/${id}/sikker-kontakt`, rule)).status, 303)
  assert.match((await get('vibeke.eksempel', `/sager/${id}`)).text, /Kun telefon, 00 11 22 33, hverdage 10-12\. Sig “kommunen”\. Læg ingen besked\. Ingen Digital Post\./)
  const other = await post('daniel.proeve', `/sager/${id}/sikker-kontakt`, rule)
  assert.equal(other.status, 409)
  assert.match(other.text, /En anden har ændret reglen/)
})

test('a case is closed with a reason and a day to call, and reopened with a reason', async () => {
  const id = idIn((await post('jonas.eksempel', '/henvendelse', answered)).to)
  await post('vibeke.eksempel', `/sager/${id}/afklaring`, { ...checklist(checklist1), seq: '1', finding: 'conflict_likely', reason: 'Begge skriver', reachChannel: 'here' })
  const closing = { 'form-version': 'closing-1', seq: '2', closingReason: 'adviceEnough', closingText: 'Det er stoppet', safetyTalk: 'no', safetyInstead: 'Ringer selv', callBackOn: '2026-11-02', callBackBy: 'Vibeke' }
  assert.match((await post('vibeke.eksempel', `/sager/${id}/luk`, closing)).text, /Vælg en dag, der kommer/)
  assert.equal((await post('vibeke.eksempel', `/sager/${id}/luk`, { ...closing, callBackOn: '2026-12-15', reachChannel: 'phone', reachWhy: 'Aftalt i telefonen.' })).status, 303)
  assert.match((await get('vibeke.eksempel', `/sager/${id}`)).text, /Ring som aftalt/)
  assert.equal((await post('vibeke.eksempel', `/sager/${id}/genaabn`, { seq: '3', reason: 'Det er begyndt igen' })).status, 303)
  assert.equal((await post('vibeke.eksempel', `/sager/${id}/raad`, { seq: '4', danger: 'written', 'danger-reaction': 'accepted', reachChannel: 'here' })).status, 303)
  assert.match((await get('vibeke.eksempel', `/sager/${id}`)).text, /1 råd|vil gøre det/)
})

test('missing and forbidden are the same answer, letter for letter, for every address of a case and every role', async () => {
  const id = idIn((await post('jonas.eksempel', '/henvendelse', answered)).to)
  const none = randomUUID()
  const paths = ['', '/afklaring', '/sikker-kontakt', '/kode', '/raad', '/luk', '/genaabn', '/opkald', '/notat', '/samtale', '/giv-tilbage']
  for (const name of ['jonas.eksempel', 'inger.eksempel', 'peter.opdigt', 'dsc.raadgiver', 'karen.proeve', 'torben.eksempel', 'sofie.proeve', 'niels.opdigt'])
    for (const path of paths) {
      const [there, missing, odd] = [await get(name, `/sager/${id}${path}`), await get(name, `/sager/${none}${path}`), await get(name, `/sager/sag${path}`)]
      assert.equal(there.status, 404, `${name} ${path}`)
      assert.equal(bare(there.text), bare(missing.text))
      assert.equal(bare(there.text), bare(odd.text))
      const posted = await post(name, `/sager/${id}${path || '/overtag'}`, { seq: '1' })
      assert.ok([404, 422].includes(posted.status) && posted.to === '', `${name} ${path} posted ${posted.status}`)
    }
  for (const name of ['amina.opdigt', 'vibeke.eksempel', 'niels.opdigt']) assert.equal((await get(name, `/henvendelse/sendt/${id}`)).status, 404, `${name} reads another's receipt`)
  assert.equal((await get('jonas.eksempel', `/henvendelse/sendt/${id}`)).status, 200)
})

test('a faulty form from somebody without the right is answered as if there were no such case', async () => {
  const id = idIn((await post('jonas.eksempel', '/henvendelse', answered)).to)
  for (const path of ['/afklaring', '/kode', '/luk', '/notat', '/sikker-kontakt', '/raad']) {
    const [there, missing] = [await post('jonas.eksempel', `/sager/${id}${path}`, { seq: '1' }), await post('jonas.eksempel', `/sager/${randomUUID()}${path}`, { seq: '1' })]
    assert.deepEqual([there.status, bare(there.text)], [404, bare(missing.text)])
  }
})

test('the journal has each reading of a case with its ground, and the visitator sees who has looked', async () => {
  const id = idIn((await post('jonas.eksempel', '/henvendelse', answered)).to)
  await get('vibeke.eksempel', `/sager/${id}`)
  await get('inger.eksempel', `/sager/${id}`)
  const lines = await it.owner.query('select act, ground, about_citizen is not null as citizen from journal where about_case = $1 order by id', [id])
  assert.deepEqual(lines.rows, [{ act: 'cases.enquiry-sent', ground: 'role:firstContact', citizen: true }, { act: 'cases.case-read', ground: 'role:visitator', citizen: true }])
  assert.match((await get('vibeke.eksempel', `/sager/${id}`)).text, /Jonas Eksempel, Havneby Kommune: 1 gang/)
})
