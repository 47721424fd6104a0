import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { checkForm } from '../forms/check.ts'
import { danishOf, lix, sentences } from '../forms/lix.ts'
import { readAnswers } from '../forms/read.ts'
import { forCitizen, questionsOf, stopped, type Form } from '../forms/rules.ts'
import { advice, advice1, adviceFor, adviceNow } from './advice.ts'
import { checklist1 } from './forms/checklist-1.ts'
import { checklist2 } from './forms/checklist-2.ts'
import { closing1 } from './forms/closing-1.ts'
import { consentDsc1, consentPolice1 } from './forms/consent-1.ts'
import { handoff1 } from './forms/handoff-1.ts'
import { handoff2 } from './forms/handoff-2.ts'
import { handover1 } from './forms/handover-1.ts'
import { blocksMediation, findings, findingWords } from './rules.ts'
import { formOf, tools } from './tools.ts'
import { conversation1 } from './forms/conversation-1.ts'
import { dscHelp1 } from './forms/dsc-help-1.ts'
import { employee1 } from './forms/employee-1.ts'
import { otherParty1 } from './forms/other-party-1.ts'
import { workplace1 } from './forms/workplace-1.ts'

const forms: readonly Form[] = [handoff1, handoff2, checklist1, consentPolice1, consentDsc1, closing1, employee1, workplace1, otherParty1, conversation1, dscHelp1, handover1]

for (const form of forms) {
  test(`${form.id} ${form.version} has no faults: every id, condition and text in Danish and English is there`, () => {
    assert.deepEqual(checkForm(form), [])
    assert.deepEqual(checkForm(forCitizen(form)), [])
  })
  test(`${form.id} ${form.version} is easy to read: LIX under 35`, () => {
    assert.ok(lix(danishOf(form)) < 35, String(lix(danishOf(form))))
    for (const part of form.parts) assert.ok(lix(danishOf({ ...form, parts: [part] })) < 35, part.id)
  })
  test(`${form.id} ${form.version} speaks plainly of people`, () => {
    assert.doesNotMatch(JSON.stringify(form), /offer|stalkeren|gerningsmand|hvorfor|påstået/i)
  })
}

// The checklist's fields as the field knows them, and the question that asks for each.
const fields: readonly (readonly [number, string, readonly string[]])[] = [
  [1, 'unwanted', ['unwanted']],
  [2, 'repeated: rough count and channels', ['repeated', 'roughCount', 'channels']],
  [3, 'over time: first and latest date, pattern', ['overTime', 'firstTime', 'latestTime', 'formsPattern']],
  [4, 'fixed on one person or those around', ['fixedOnOne']],
  [5, 'pursuit or surveillance: physical, digital, GPS, via others', ['watched', 'watchedHow']],
  [6, 'intimidating, disturbs everyday life', ['disturbsLife', 'disturbsWhat']],
  [7, 'has clearly said no: when, how, proof; could it not be said safely', ['saidNo', 'saidNoWhen', 'saidNoHow', 'saidNoProof', 'notSafeToSayNo']],
  [8, 'who takes the initiative', ['initiative']],
  [9, 'has replied: how often, since when not, reasons', ['replied', 'repliedOften', 'noReplySince', 'repliedBecause']],
  [10, 'claims one-sided or mutual', ['claims']],
  [11, 'relation, break-up, what is shared', ['relation', 'breakUp', 'sharedTies']],
  [12, 'earlier violence, control, threats', ['earlierHarm']],
  [13, 'through third parties, goods, false profiles, damage', ['throughOthers', 'throughOthersHow']],
  [14, 'something else', ['somethingElse', 'somethingElseNote']],
  [15, 'acute', ['acuteNow']],
]
test('every field of the checklist has its question, and every question its field', () => {
  const asked = questionsOf(checklist1).filter(it => it.kind !== 'explanation').map(it => it.id)
  assert.deepEqual(fields.map(([number]) => number), Array.from({ length: 15 }, (_, at) => at + 1))
  assert.deepEqual(fields.flatMap(([, , ids]) => ids).sort(), [...asked].sort())
})

test('the checklist’s own answers are yes, partly, no or don’t know, with a note', () => {
  const scaled = [
    'unwanted', 'repeated', 'overTime', 'formsPattern', 'fixedOnOne', 'watched', 'disturbsLife', 'saidNo', 'replied', 'earlierHarm', 'throughOthers',
  ]
  for (const id of scaled) assert.equal(questionsOf(checklist1).find(it => it.id === id)?.kind, 'yes-partly-no-unknown', id)
})

test('danger comes first in the checklist and the hand-off, stops them, and names 112 and 114', () => {
  for (const [form, id] of [[checklist1, 'acuteNow'], [handoff1, 'acute'], [handoff2, 'acute']] as const) {
    assert.equal(questionsOf(form)[0]?.id, id)
    assert.match(stopped(form, { [id]: 'yes' })?.says.da ?? '', /112.*114/s)
    const { answers, errors } = readAnswers(form, { [id]: 'yes' })
    assert.deepEqual([answers.values, errors], [{ [id]: 'yes' }, []])
  }
})

test('the hand-off asks at most eight questions after the first', () => {
  const asked = questionsOf(handoff2).filter(it => it.kind !== 'explanation')
  assert.ok(asked.length - 1 <= 8, String(asked.length))
})

test('the duty to report is told before any question about children, marked as to be checked', () => {
  const questions = questionsOf(handoff2)
  const told = questions.findIndex(it => it.id === 'dutyToReport')
  const first = questions.findIndex(it => it.kind !== 'explanation' && /børn/i.test(it.ask.da))
  assert.ok(told >= 0 && told < first)
  assert.match(questions[told]?.help?.da ?? '', /§ 133, skal kontrolleres/)
})

test('an enquiry that the citizen does not agree to goes nowhere, and one without a name needs none', () => {
  assert.ok(stopped(handoff2, { acute: 'no', onBehalf: 'self', agreed: 'no' }))
  const nameless = { acute: 'no', onBehalf: 'self', agreed: 'yes', mayName: 'no', citizenName: 'Anna', callBack: 'throughMe', children: 'notAsked' }
  const { answers, errors, dropped } = readAnswers(handoff2, nameless)
  assert.deepEqual([errors, dropped], [[], ['citizenName']])
  assert.doesNotMatch(JSON.stringify(answers), /Anna/)
})

test('a consent names topics, receiver, days, that it is free, how to take it back, and what cannot be called home', () => {
  for (const form of [consentPolice1, consentDsc1]) {
    const ids = questionsOf(form).map(it => it.id)
    const needed = ['voluntary', 'receiver', 'topics', 'leftOut', 'reads', 'from', 'until', 'withdraw', 'delivered', 'signedOn']
    assert.deepEqual(needed.filter(it => !ids.includes(it)), [])
    assert.match(danishOf(form), /kan ikke hentes hjem igen/)
  }
})

test('what must be done first stands first, and saving stands before everything that closes', () => {
  const place = (code: string) => advice.findIndex(it => it.code === code)
  for (const it of advice) for (const code of it.after ?? []) assert.ok(place(code) >= 0 && place(code) < place(it.code), `${code} < ${it.code}`)
  for (const code of ['closeProfiles', 'newNumbers']) assert.ok(advice[place(code)]?.after?.includes('saveEvidence'), code)
})

test('gifts are never sent back, shared children get a narrow way, a watched phone another device', () => {
  assert.match(advice.find(it => it.code === 'gifts')?.title.da ?? '', /send dem aldrig tilbage/)
  assert.ok(adviceFor(['sharedChildren']).some(it => it.code === 'narrowWay'))
  assert.ok(!adviceFor(['all']).some(it => it.code === 'narrowWay' || it.code === 'otherDevice'))
  assert.ok(adviceFor(['monitored']).some(it => it.code === 'otherDevice'))
})

test('advice is complete in both languages, easy to read, and short where it must be said at once', () => {
  assert.equal(new Set(advice.map(it => it.code)).size, advice.length)
  for (const it of advice) {
    const texts = [it.title, it.body, ...[it.precondition, it.caveat].filter(text => text !== undefined)]
    for (const text of texts) assert.ok(text.da.trim() && text.en.trim(), it.code)
    assert.ok(lix(sentences(texts.map(text => text.da))) < 35, it.code)
    assert.doesNotMatch(texts.map(text => text.da).join(' '), /du skal|hvorfor|offer\b|stalkeren/i)
  }
  assert.equal(adviceNow.length, 5)
  assert.equal(adviceNow[0]?.code, 'danger')
})

test('only a conflict opens for mediation', () => {
  assert.deepEqual(findings.filter(it => !blocksMediation[it]), ['conflict_likely'])
  for (const it of findings) assert.ok(findingWords[it].da && findingWords[it].en)
})

test('each tool is found by its id, and by its id and version', () => {
  assert.equal(formOf('checklist'), checklist2)
  assert.equal(formOf('checklist', 1), checklist1)
  assert.equal(formOf('checklist', 99), undefined)
  assert.equal(new Set(tools.map(it => `${it.id} ${it.version}`)).size, tools.length)
})

// Answers given to a version are read in that version for ever. Where this differs: put the old text back and make a new version.
const frozen: Readonly<Record<string, string>> = {
  'advice 1': '7761a56d9068914a',
  'checklist 1': 'd47e7d2740457c77',
  'closing 1': '34a1610bdabf7f6c',
  'consent-dsc 1': 'e01b18d89ed57a37',
  'consent-police 1': '85c22d6cf3612fbd',
  'handoff 1': '0f4728df07c3d307', 'handoff 2': '74f35f278d4d7884', 'handover 1': 'ef608e307a58b3a7', 'conversation 1': '09875ef02b67779f', 'dsc-help 1': '8ba74226f608a213', 'employee 1': '1d5678937973ceb6',
    'other-party 1': '07984aba75f6159a', 'workplace 1': 'b517660cf5dd96c4',
}
test('no version of a tool has changed since it was frozen', () => {
  const digest = (it: unknown) => createHash('sha256').update(JSON.stringify(it)).digest('hex').slice(0, 16)
  const now = Object.fromEntries([
    ...forms.map(it => [`${it.id} ${it.version}`, digest(it)]), [`advice ${advice1.version}`, digest([advice1, advice])],
  ])
  assert.deepEqual(now, frozen)
})
