import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import type { PersonId } from '../kernel/actor.ts'
import type { Day } from '../kernel/day.ts'
import { checkForm } from '../forms/check.ts'
import { danishOf, lix } from '../forms/lix.ts'
import { readAnswers } from '../forms/read.ts'
import { forCitizen, questionsOf, stopped, type Form } from '../forms/rules.ts'
import { sayAnswers } from '../forms/say.ts'
import { adviceAlone, adviceAnswers, adviceNow, anyGiven, givenInWriting, sayAtOnce } from './advice.ts'
import { adviceItems1 } from './forms/advice-1.ts'
import { advice2 } from './forms/advice-2.ts'
import { checklist1 } from './forms/checklist-1.ts'
import { checklist3 } from './forms/checklist-3.ts'
import { closing1 } from './forms/closing-1.ts'
import { consentDsc1, consentPolice1 } from './forms/consent-1.ts'
import { handoff1 } from './forms/handoff-1.ts'
import { handoff2 } from './forms/handoff-2.ts'
import { handover1 } from './forms/handover-1.ts'
import { blocksMediation, findings, findingWords } from './rules.ts'
import { formOf, tools, toolsNow } from './tools.ts'
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

test('what must be done first stands first and is named, and saving stands before everything that closes', () => {
  const place = (id: string) => questionsOf(advice2).findIndex(it => it.id === id)
  for (const it of adviceItems1) for (const id of it.after ?? []) assert.ok(place(id) >= 0 && place(id) < place(it.id), `${id} < ${it.id}`)
  for (const id of ['closeProfiles', 'newNumbers']) assert.match(questionsOf(advice2)[place(id)]?.help?.da ?? '', /Gør først: Gem det hele/, id)
})

test('gifts are never sent back, shared children get a narrow way, a watched phone another device', () => {
  const says = (id: string) => { const it = questionsOf(advice2).find(one => one.id === id); return `${it?.ask.da} ${it?.help?.da}` }
  assert.match(says('gifts'), /send dem aldrig tilbage/)
  assert.match(says('narrowWay'), /Har I børn sammen.*aftalt det med en rådgiver/s)
  assert.match(says('otherDevice'), /^Brug en anden telefon.*Når den anden ved ting/s)
})

test('advice is complete in both languages, and what must be said at once is five pieces that begin with danger', () => {
  assert.equal(new Set(adviceItems1.map(it => it.id)).size, adviceItems1.length)
  assert.deepEqual(questionsOf(advice2).map(it => it.id), adviceItems1.map(it => it.id), 'the parts leave nothing out')
  for (const it of questionsOf(advice2)) assert.doesNotMatch(`${it.ask.da} ${it.help?.da}`, /du skal|hvorfor|offer\b|stalkeren/i)
  assert.deepEqual(adviceNow(advice2).map(it => it.id), sayAtOnce)
  assert.equal(sayAtOnce[0], 'danger')
})

test('advice that was given before it was a form is read as answers to the version it was given in', () => {
  const [by, on] = ['00000000-0000-4000-8000-000000000001', '2026-05-02'] as [PersonId, Day]
  const old = adviceAnswers([{ item: 'gifts', version: 1, on, by, form: 'written', reaction: 'wantsHelp' }])
  assert.deepEqual(sayAnswers(formOf('advice', 1) ?? assert.fail(), old, 'da').map(it => [it.question, it.answer]), [['Tag ikke imod gaver, og send dem aldrig tilbage', 'På skrift: vil have hjælp til det']])
  assert.equal(adviceAnswers(old), old, 'what are answers already stay as they are')
})

test('what speaks for and against a type says which type it is about, on screen and on paper', () => {
  const typology = formOf('typology') ?? assert.fail()
  const values = { resembles: ['rejected', 'resentful'], rejectedFor: 'Skilt i maj', resentfulFor: 'Klager hver uge' }
  assert.deepEqual(sayAnswers(typology, { form: typology.id, version: typology.version, values }, 'da').map(it => it.question), ['Hvilke træk ligner det?', 'Den afviste: Hvad taler for?', 'Den hævngerrige: Hvad taler for?'])
})

test('how it was given is kept without an answer to it; an answer to what was not given is told at its row', () => {
  const read = (sent: Record<string, string>) => readAnswers(advice2, sent)
  assert.deepEqual(read({ log: 'written' }).errors, [])
  assert.ok(givenInWriting(advice2, read({ log: 'written' }).answers) && anyGiven(advice2, read({ log: 'written' }).answers))
  assert.deepEqual(read({ 'gifts-reaction': 'accepted' }).errors, [{ field: 'gifts', code: 'forms.how-given' }])
  assert.deepEqual(read({ gifts: 'notRelevant', 'gifts-reaction': 'accepted' }).errors, [{ field: 'gifts', code: 'forms.not-given' }])
  assert.ok(!anyGiven(advice2, read({ gifts: 'notRelevant' }).answers))
})

test('advice without a name has no place for anything but the advice', () => {
  const both = { da: 'x', en: 'x' }
  const own: Form = { ...advice2, parts: [...advice2.parts, { id: 'own', title: both, questions: [
    { id: 'who', kind: 'short', ask: both }, { id: 'has', kind: 'yesno', ask: both }, { id: 'dog', kind: 'advice', ask: both, showIf: { question: 'has', is: ['yes'] } },
  ] }] }
  assert.deepEqual(questionsOf(adviceAlone(own)).map(it => it.id), [...questionsOf(advice2).map(it => it.id), 'dog'])
  assert.deepEqual(readAnswers(adviceAlone(own), { dog: 'oral' }).answers.values, { dog: 'oral' }, 'nothing that is left out hides it')
})

test('parts that bear a letter bear it in the order in which they stand, in both languages', () => {
  for (const { form } of toolsNow) for (const lang of ['da', 'en'] as const) {
    const letters = (form?.parts ?? []).flatMap(it => /^([A-Z])\. /.exec(it.title[lang])?.[1] ?? [])
    assert.deepEqual(letters, [...letters].sort(), form?.id)
  }
})

test('only a conflict opens for mediation', () => {
  assert.deepEqual(findings.filter(it => !blocksMediation[it]), ['conflict_likely'])
  for (const it of findings) assert.ok(findingWords[it].da && findingWords[it].en)
})

test('each tool is found by its id, and by its id and version', () => {
  assert.equal(formOf('checklist'), checklist3)
  assert.equal(formOf('checklist', 1), checklist1)
  assert.equal(formOf('checklist', 99), undefined)
  assert.equal(new Set(tools.map(it => `${it.id} ${it.version}`)).size, tools.length)
})

// Answers given to a version are read in that version for ever. Where this differs: put the old text back and make a new version.
const frozen: Readonly<Record<string, string>> = {
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
    ...forms.map(it => [`${it.id} ${it.version}`, digest(it)]),
  ])
  assert.deepEqual(now, frozen)
})
