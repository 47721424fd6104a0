import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { clarify, clarifyPage, caseAction } from '../../cases/actions.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { questionsOf } from '../../forms/rules.ts'
import { perform } from '../../platform/action.ts'
import * as acts from '../../toolkit/editor-actions.ts'
import { checklist3 } from '../../toolkit/forms/checklist-3.ts'
import { formNow, formVersion } from '../../toolkit/shelf.ts'
import { formOf } from '../../toolkit/tools.ts'
import { asRole, openedCase, type OpenCase, staffVisit } from './testing-case.ts'
import { edit } from './testing-tool.ts'
import { openWeb } from '../web.ts'

let town: TestHouse
let it: OpenCase
let app: Hono
before(async () => {
  town = await testHouse()
  app = openWeb(town.house)
  it = await openedCase(town)
})
after(() => town.close())

const editor = () => town.as('poul.proeve')
const refused = (code: string) => (error: { code?: string }) => error.code === code
const page = async () => (await perform(town.house, await editor(), acts.draftPage, { tool: 'checklist' })).result
const seq = async () => String((await page()).draft?.seq)
type Way = Parameters<typeof perform<Parameters<typeof acts.moveQuestion.run>[1], never, { readonly to: string }>>[2]
const send = async (act: unknown, fields: Record<string, unknown>) => (await perform(town.house, await editor(), act as Way, { tool: 'checklist', seq: await seq().catch(() => '0'), ...fields })).result
const asked = questionsOf(checklist3)
const required = Object.fromEntries(asked.filter(one => one.required && !one.showIf).map(one => [one.id, one.kind === 'one' ? one.options[0]?.id ?? '' : one.kind === 'yesno' ? 'no' : 'unknown']))

test('a question is added, made to hang on another, and a fault is told in words until it is right again', async () => {
  await send(acts.begin, {})
  await assert.rejects(send(acts.begin, {}), refused('toolkit.begun-already'))
  const part = checklist3.parts[1]?.id ?? ''
  const { to } = await send(acts.addQuestion, { i: part, 'ask-da': 'Har andre på skolen set det?', 'ask-en': '', kind: 'yesno' })
  const id = to.split('/').at(-1) ?? ''
  assert.equal(id, 'harAndrePaaSkolenSet')
  assert.match((await page()).faults.map(one => one.says.da).join(), /mangler engelsk tekst/)
  await send(acts.changeQuestion, { question: id, 'ask-da': 'Har andre på skolen set det?', 'ask-en': 'Has anyone at school seen it?', kind: 'yesno' })
  assert.deepEqual((await page()).faults, [])
  const parent = checklist3.parts[1]?.questions.find(one => one.kind === 'yes-partly-no-unknown')?.id ?? ''
  await assert.rejects(send(acts.changeCondition, { question: id, after: parent }), refused('toolkit.needs-answers'))
  await send(acts.changeCondition, { question: id, after: parent, is: ['yes', 'partly'] })
  let steps = 0
  for (; (await page()).faults.length === 0 && steps < 60; steps++) await send(acts.moveQuestion, { question: id, by: 'op' })
  assert.match((await page()).faults[0]?.says.da ?? '', /"Har andre på skolen set det\?" vises kun efter svaret på ".+", men det kommer først senere/)
  await assert.rejects(send(acts.publish, { reason: 'Skolen' }), refused('toolkit.has-faults'))
  await send(acts.moveQuestion, { question: id, by: 'ned' })
  assert.deepEqual((await page()).faults, [])
})

test('what the system reads can be reworded and not removed', async () => {
  await assert.rejects(send(acts.removeFrom, { question: 'acuteNow' }), refused('toolkit.is-anchor'))
  await assert.rejects(send(acts.removeFrom, { part: checklist3.parts.find(one => one.questions.some(question => question.id === 'acuteNow'))?.id }), refused('toolkit.is-anchor'))
  await send(acts.changeQuestion, { question: 'unwanted', 'ask-da': 'Er det uønsket?', 'ask-en': 'Is it unwanted?', kind: 'yes-partly-no-unknown', required: 'yes' })
})

test('two who edit at once: the second is told, and nothing is lost', async () => {
  const old = String(Number(await seq()) - 1)
  await assert.rejects(send(acts.changeName, { seq: old, 'title-da': 'Andet', 'title-en': 'Other', 'source-da': 'x', 'source-en': 'x' }), refused('toolkit.changed-meanwhile'))
  assert.equal(questionsOf((await page()).draft?.form ?? checklist3).find(one => one.id === 'unwanted')?.ask.da, 'Er det uønsket?')
})

test('who is second is shown, question by question, what the other changed since; what was typed stands, and what the other added is not taken away', async () => {
  const poul = await staffVisit(town, app, 'poul.proeve')
  const at = '/redskaber/ret/checklist/spoergsmaal/unwanted'
  const old = (await poul.get(at)).hidden('seq')
  await send(acts.changeQuestion, { question: 'repeated', 'ask-da': 'Sker det igen og igen?', 'ask-en': 'Does it happen again and again?', kind: 'yes-partly-no-unknown', required: 'yes' })
  await send(acts.changeQuestion, { question: 'unwanted', 'ask-da': 'Er det mod din vilje?', 'ask-en': 'Is it against your will?', kind: 'yes-partly-no-unknown', required: 'yes' })
  const mine = { once: randomUUID(), seq: old, 'ask-da': 'Er det noget, du har sagt nej til?', 'ask-en': 'Have you said no to it?', kind: 'yes-partly-no-unknown', required: 'yes' }
  const back = await poul.post(at, mine)
  assert.equal(back.status, 409)
  for (const part of ['Poul Prøve gemte', 'Det er ændret, siden du åbnede siden', 'lyder nu: &quot;Sker det igen og igen?&quot;', 'lyder nu: &quot;Er det mod din vilje?&quot;', 'value="Er det noget, du har sagt nej til?"']) assert.ok(back.html.includes(part), part)
  assert.match(back.html, /href="[^"]*spoergsmaal\/repeated"/)
  assert.equal((await poul.post(at, { ...mine, once: randomUUID(), seq: back.hidden('seq') })).path, '/redskaber/ret/checklist')
  const one = questionsOf((await page()).draft?.form ?? checklist3).find(it => it.kind === 'one') ?? assert.fail('a choice')
  const there = `/redskaber/ret/checklist/spoergsmaal/${one.id}`
  const [mySeq, options] = [(await poul.get(there)).hidden('seq'), one.kind === 'one' ? Object.fromEntries(one.options.flatMap(it => [[`option-${it.id}-da`, it.text.da], [`option-${it.id}-en`, it.text.en]])) : {}]
  const words = { 'ask-da': one.ask.da, 'ask-en': one.ask.en, kind: 'one', ...(one.required && { required: 'yes' }), ...options }
  await send(acts.changeQuestion, { question: one.id, ...words, 'new-1-da': 'Et nyt svar', 'new-1-en': 'A new answer' })
  const second = await poul.post(there, { once: randomUUID(), seq: mySeq, ...words, 'ask-da': 'Andre ord' })
  assert.ok(second.html.includes('har fået svaret &quot;Et nyt svar&quot;') && second.html.includes('value="Et nyt svar"'))
  await send(acts.changeQuestion, { question: one.id, ...words })
  await send(acts.changeQuestion, { question: 'unwanted', 'ask-da': 'Er det uønsket?', 'ask-en': 'Is it unwanted?', kind: 'yes-partly-no-unknown', required: 'yes' })
})

test('an answer that stops the form is chosen on a page, with what it says; an answer that the system needs for it cannot be let go', async () => {
  const draft = async () => questionsOf((await page()).draft?.form ?? checklist3)
  const stopOf = async (id: string) => (await draft()).find(it => it.id === id)?.stop
  await assert.rejects(send(acts.changeStop, { question: 'repeated', is: ['no'] }), refused('toolkit.needs-words'))
  await send(acts.changeStop, { question: 'repeated', is: ['no'], 'says-da': 'Så er det ikke det, vi spørger om her.', 'says-en': 'Then it is not what we ask about here.' })
  assert.deepEqual(await stopOf('repeated'), { is: ['no'], says: { da: 'Så er det ikke det, vi spørger om her.', en: 'Then it is not what we ask about here.' } })
  const poul = await staffVisit(town, app, 'poul.proeve')
  assert.match((await poul.get('/redskaber/ret/checklist')).html, /Stopper skemaet ved nej/)
  assert.match((await poul.get('/redskaber/ret/checklist/spoergsmaal/repeated/stop')).html, /name="is" value="no" checked[^]*Så er det ikke det, vi spørger om her/)
  await send(acts.changeStop, { question: 'repeated', 'says-da': 'Så er det ikke det, vi spørger om her.' })
  assert.equal(await stopOf('repeated'), undefined)
  const acute = await stopOf('acuteNow')
  if (!acute) return
  await send(acts.changeStop, { question: 'acuteNow' })
  assert.match((await page()).faults.map(one => one.says.da).join(), /skal stadig kunne standse skemaet/)
  await send(acts.changeStop, { question: 'acuteNow', is: [...acute.is], 'says-da': acute.says.da, 'says-en': acute.says.en })
  assert.deepEqual((await page()).faults, [])
})

test('of a tool for professionals alone no question comes out: the mark is refused, and what is new in it has it', async () => {
  await edit(town, 'typology', acts.begin)
  const typology = questionsOf(formOf('typology') ?? assert.fail())
  const first = typology.find(it => it.kind === 'long') ?? assert.fail()
  await assert.rejects(edit(town, 'typology', acts.changeQuestion, { question: first.id, 'ask-da': first.ask.da, 'ask-en': first.ask.en, kind: 'long' }), refused('toolkit.only-professionals'))
  const { to } = await edit(town, 'typology', acts.addQuestion, { i: formOf('typology')?.parts[0]?.id, 'ask-da': 'Hvad taler imod?', 'ask-en': 'What speaks against it?', kind: 'long' })
  const found = (await perform(town.house, await editor(), acts.draftPage, { tool: 'typology' })).result
  assert.equal(questionsOf(found.draft?.form ?? assert.fail()).find(it => to.endsWith(it.id))?.notForCitizen, true)
  assert.deepEqual(found.faults, [])
  await edit(town, 'typology', acts.dropDraft)
  const open = { ...formOf('typology'), parts: formOf('typology')?.parts.map(part => ({ ...part, questions: part.questions.map(({ notForCitizen: _, ...it }) => it) })) }
  await edit(town, 'typology', acts.bring, { file: new File([JSON.stringify(open)], 'typologi.json') })
  await assert.rejects(edit(town, 'typology', acts.publish, { reason: 'x' }), refused('toolkit.has-faults'))
  assert.match((await perform(town.house, await editor(), acts.draftPage, { tool: 'typology' })).result.faults[0]?.says.da ?? '', /Hele redskabet er kun for fagfolk/)
  await edit(town, 'typology', acts.dropDraft)
})

test('a question for files is refused where there is nowhere for a file to lie', async () => {
  await edit(town, 'handoff', acts.begin)
  await assert.rejects(edit(town, 'handoff', acts.addQuestion, { i: formOf('handoff')?.parts[0]?.id, 'ask-da': 'Læg en fil ved', 'ask-en': '', kind: 'file' }), refused('toolkit.no-files'))
  await edit(town, 'handoff', acts.dropDraft)
})

test('what is published is what the visitator fills in, at once; what was answered before is read in its old words; taken back, the old form returns', async () => {
  await assert.rejects(send(acts.publish, {}), refused('toolkit.needs-reason'))
  await send(acts.publish, { reason: 'Skolen bad om det.' })
  const vibeke = await town.as('vibeke.eksempel')
  const clarifying = async () => (await perform(town.house, vibeke, clarifyPage, { case: it.id })).result
  const { form, now } = await clarifying()
  assert.deepEqual([form.id, form.version, form.from], ['checklist-local', 1, { id: 'checklist', version: 3 }])
  const common = { case: it.id, finding: 'unclear', reason: 'Mere at vide.', reachChannel: 'here', ...required }
  await assert.rejects(perform(town.house, vibeke, clarify, { ...common, seq: String(now.seq), 'form-version': 'checklist-3' }), refused('forms.other-version'))
  await perform(town.house, vibeke, clarify, { ...common, seq: String(now.seq), 'form-version': 'checklist-local-1' })

  await send(acts.takeBack, { version: '1', reason: 'Den var for lang.' })
  await assert.rejects(send(acts.takeBack, { version: '1', reason: 'Igen.' }), refused('toolkit.changed-meanwhile'))
  assert.equal((await clarifying()).form.id, 'checklist')
  const events = (await perform(town.house, vibeke, caseAction, { case: it.id })).result.events.filter(one => one.move === 'clarify')
  const words = events.map(one => one.form && questionsOf(one.form).find(question => question.id === 'unwanted')?.ask.da)
  assert.deepEqual(words, [asked.find(one => one.id === 'unwanted')?.ask.da, 'Er det uønsket?'])
})

test('a file goes out and comes in again; another tool’s, and no form at all, are refused in words', async () => {
  const bring = (text: string) => send(acts.bring, { file: new File([text], 'skema.json') })
  await assert.rejects(bring('nej'), (error: { faults?: readonly { code: string }[] }) => error.faults?.some(one => one.code === 'toolkit.file-no-json') === true)
  await assert.rejects(bring(JSON.stringify({ ...checklist3, id: 'closing' })), refused('toolkit.other-tool'))
  await bring(JSON.stringify({ ...checklist3, title: { da: 'Nabokommunens', en: 'The neighbour’s' } }))
  const { result } = await perform(town.house, await editor(), acts.file, { tool: 'checklist' })
  const out = JSON.parse(new TextDecoder().decode(result.body)) as typeof checklist3 & { from: unknown }
  assert.deepEqual([out.id, out.version, out.title.da, out.from], ['checklist-local', 2, 'Nabokommunens', { id: 'checklist', version: 3 }])
  await send(acts.dropDraft, {})
})

test('only the editor of tools changes a tool; every role at work, and the citizen, reads what is published', async () => {
  for (const who of ['vibeke.eksempel', 'karen.proeve', 'tove.proeve']) {
    const actor = await town.as(who).catch(() => undefined)
    if (actor) await assert.rejects(perform(town.house, actor, acts.draftPage, { tool: 'checklist' }), refused('platform.missing'), who)
  }
  assert.equal((await asRole(town, { id: it.citizen }, 'citizen', db => formVersion(db, 'checklist-local', 1)))?.version, 1)
  assert.equal((await asRole(town, await town.as('vibeke.eksempel'), 'visitator', db => formNow(db, 'checklist'))).id, 'checklist')
  for (const text of [`update tool_version set reason = 'x'`, 'delete from tool_version', 'delete from tool_version_taken_back'])
    await assert.rejects(asRole(town, await editor(), 'toolEditor', async db => (await import('kysely')).sql.raw(text).execute(db)), { code: '42501' }, text)
})
