import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ImportedEntry, Rest } from './rules.ts'
import { type Answers, choiceOf, readChunks, surveyChunks, type Wanted } from './whatsapp.ts'
import type { Setting } from './whatsapp-entry.ts'

const nothing: Setting = { me: undefined, find: () => undefined, member: undefined }

function read(text: string, answers: Answers = {}, wanted: Wanted = {}): readonly (ImportedEntry | Rest)[] {
  const chunks = [Buffer.from(text)]
  const survey = surveyChunks(chunks)
  return [...readChunks(chunks, survey, choiceOf(survey, answers), { ...nothing, me: answers.me }, wanted)]
}
const entries = (text: string, answers: Answers = {}, wanted: Wanted = {}): readonly ImportedEntry[] => read(text, answers, wanted).filter(it =>
  it.kind === 'entry')
const one = (text: string): ImportedEntry => {
  const [entry] = entries(text)
  assert.ok(entry)
  return entry
}

test('a message says who, when and what, in UTC and by the clock on the wall, and where its bytes lie', () => {
  assert.deepEqual(one('[24.12.2024 22.15.33] Mor: Glædelig jul\r\nfra os\r\n'), {
    kind: 'entry', entry: 'message', at: '2024-12-24T21:15:33.000Z', local: '2024-12-24T22:15:33', certainty: 'exact', direction: 'unknown',
      sender: 'Mor',
    senderId: 'Mor', recipients: [], subject: null, text: 'Glædelig jul\r\nfra os', attachments: [], call: null, suspect: [], offset: 0, length: 50,
  })
  const android = one('24.07.2024 22.15 - Mor: Hej')
  assert.deepEqual([android.at, android.local, android.certainty], ['2024-07-24T20:15:00.000Z', '2024-07-24T22:15', 'minute'])
})

test('a name with nothing behind it is a message, and blank lines inside a message are kept', () => {
  const [empty, lines] = entries('24.12.2024 22.15 - Carol:\n24.12.2024 22.16 - Carol: a\n\n\nb\n24.12.2024 22.17 - Carol: c')
  assert.deepEqual([empty?.entry, empty?.sender, empty?.text], ['message', 'Carol', ''])
  assert.equal(lines?.text, 'a\n\n\nb')
})

const clocks = [
  ['12:05 AM', '00:05'], ['12:05 PM', '12:05'], ['00:05 AM', '00:05'], ['23:59 PM', '23:59'], ['1:05 PM', '13:05'], ['11:59 PM', '23:59'],
    ['00:15 PM', '12:15'],
] as const
for (const [written, local] of clocks) test(`${written} is ${local}`, () => assert.equal(one(`1/29/18, ${written} - A: x`).local,
  `2018-01-29T${local}`))

const orders = [
  ['13/12/2024, 10:00 - A: x\n10/12/2024, 10:00 - A: y', '2024-12-10', 'a first field above 12'],
  ['12/13/2024, 10:00 - A: x\n12/10/2024, 10:00 - A: y', '2024-12-10', 'a second field above 12'],
  ['2024/12/10, 10:00 - A: x', '2024-12-10', 'a year first'],
  ['10.12.2024 10.00 - A: x', '2024-12-10', 'full stops, which no locale writes month first'],
  ['24. 12. 10. 10:00 - A: x', '2024-12-10', 'a full stop after the last field'],
  ['02/12/24, 10:00 - A: IMG-20241202-WA0001.jpg (file attached)\n10/12/24, 10:00 - A: y', '2024-12-10', 'a date in a media file name'],
  ['[02/12/24, 10:00:00] A: \u200e<vedhæftet: 00000012-PHOTO-2024-02-12-16-00-15.jpg>\n[12/10/24, 10:00:00] A: y', '2024-12-10',
    'a date in an iPhone media name'],
  ['12/01/2024, 10:00 - A: x\n01/02/2024, 10:00 - A: y\n10/12/2024, 10:00 - A: z', '2024-12-10', 'month first would run back eleven months'],
  ['12/12/2024, 10:00 - A: x', '2024-12-12', 'both orders say the same'],
] as const
for (const [text, day, why] of orders) test(`the order of dates is proved by ${why}`, () => {
  const survey = surveyChunks([Buffer.from(text)])
  assert.notEqual(survey.order, null)
  assert.equal(entries(text).at(-1)?.local?.slice(0, 10), day)
})

test('an order that nothing proves is asked for, and no date is guessed', () => {
  const text = '10/12/2024, 10:00 - A: x\n12/12/2024, 10:00 - A: same either way\n01/02/2025, 2:00 PM - A: AM and PM prove nothing'
  assert.equal(surveyChunks([Buffer.from(text)]).order, null)
  assert.deepEqual(entries(text).map(it => [it.at, it.certainty, it.local]), [
    [null, 'ambiguous', '10/12/2024, 10:00'], ['2024-12-12T09:00:00.000Z', 'minute', '2024-12-12T10:00'], [null, 'ambiguous', '01/02/2025, 2:00 PM'],
  ])
  assert.deepEqual(entries(text, { dateOrder: 'mdy' }).map(it => it.local?.slice(0, 10)), ['2024-10-12', '2024-12-12', '2025-01-02'])
})

test('a half of the day in words nobody knows leaves the clock open, unless it is a 24 hour clock', () => {
  const found = entries('[20/09/17, 6:42:10 tiktok] A: x\n[20/09/17, 18:42:10 tiktok] A: x\n')
  assert.deepEqual(found.map(it => [it.at, it.certainty, it.local]), [
    [null, 'ambiguous', '20/09/17, 6:42:10 tiktok'], ['2017-09-20T16:42:10.000Z', 'exact', '2017-09-20T18:42:10'],
  ])
})
test('contrary proofs are no proof', () => assert.equal(surveyChunks([Buffer.from('13/12/2024, 10:00 - A: x\n12/13/2024, 10:00 - A: y')]).order,
  null))

test('the missing hour is impossible, the double hour is decided by the one step back in the file', () => {
  const missing = one('31.03.2024 02.30 - A: x')
  assert.deepEqual([missing.at, missing.certainty, missing.suspect], [null, 'impossible', []])
  const passes = entries(['01.50', '02.10', '02.50', '02.05', '02.40', '03.10'].map(it => `27.10.2024 ${it} - A: x\n`).join(''))
  assert.deepEqual(passes.map(it => it.at?.slice(11, 16)), ['23:50', '00:10', '00:50', '01:05', '01:40', '02:10'])
  assert.ok(passes.every(it => it.suspect.length === 0))
})

test('the double hour without a step back, or with several, stays open', () => {
  const hour = (clocksOf: readonly string[]) => entries(clocksOf.map(it => `27.10.2024 ${it} - A: x\n`).join('')).map(it => [it.at?.slice(11, 16),
    it.certainty])
  assert.deepEqual(hour(['01.59', '02.10', '03.00']), [['23:59', 'minute'], [undefined, 'ambiguous'], ['02:00', 'minute']])
  assert.ok(hour(['02.50', '02.10', '02.40', '02.20']).every(([, certainty]) => certainty === 'ambiguous'))
})

test('another zone moves the instants and not the wall clock', () => {
  const [entry] = entries('24.12.2024 22.15 - A: x', { zone: 'America/Nuuk' })
  assert.deepEqual([entry?.at, entry?.local], ['2024-12-25T00:15:00.000Z', '2024-12-24T22:15'])
})

test('direction needs to be told who "me" is, and a number written otherwise is still hers', () => {
  const text = '24.12.2024 22.15 - +45 00 12 34 56: a\n24.12.2024 22.16 - Mor: b\n24.12.2024 22.17 - Du oprettede gruppen "Jul"'
  assert.deepEqual(entries(text).map(it => it.direction), ['unknown', 'unknown', 'unknown'])
  assert.deepEqual(entries(text, { me: '0045 00123456' }).map(it => it.direction), ['out', 'in', 'unknown'])
})

const systems = [
  '24.12.2024 22.15 - Beskeder og opkald er krypteret fra ende til ende.', '24.12.2024 22.15 - Du oprettede gruppen "Jul"',
  '[24.12.2024 22.15.33] \u200eDin sikkerhedskode for Mor har ændret sig. Tryk for at læse mere',
    '24.12.2024 22.15 - You changed the subject to “Jul: 2024”',
  '[24.12.2024 22.15.33] Familien: \u200eBeskeder og opkald er krypteret fra ende til ende.',
  '24.12.2024, 22:15 - Alice: Messages and calls are end-to-end encrypted. Tap to learn more.',
  '[24/12/2025, 12:25:55\u202fPM] Shop: \u200eThis business uses a secure service from Meta to manage this chat.',
]
for (const line of systems) test(`a system line: ${line.slice(0, 60)}`, () => assert.equal(one(line).entry, 'system'))

test('what a group says of itself on newer iPhones is system, what its people say is not', () => {
  const lines = ['Familien: \u200eBeskeder og opkald er krypteret fra ende til ende.', 'Familien: \u200eMor oprettede gruppen',
    'Mor: \u200eHvor er I?', 'Mor: Her']
  const found = entries(lines.map((line, index) => `[24.12.2024 22.15.3${index}] ${line}\r\n`).join(''))
  assert.deepEqual(found.map(it => it.entry), ['system', 'system', 'message', 'message'])
})

test('words like the app’s own, written by a person, stay a message', () => {
  assert.equal(one('24.12.2024 22.15 - Mor: Your security code is 1234').entry, 'message')
  assert.equal(one('24.12.2024 22.15 - Mor: video udeladt i går').attachments.length, 0)
})

const calls = [
  ['Ubesvaret taleopkald', 'missed', null], ['\u200eUbesvaret videoopkald', 'missed', null], ['Mistet opkald', 'missed', null],
    ['Mistede video opkald', 'missed', null],
  ['Missed voice call', 'missed', null], ['\u200eMissed voice call, \u200eTap to call back', 'missed', null], ['Verpasster Sprachanruf', 'missed',
    null],
  ['Llamada perdida', 'missed', null], ['Appel vocal manqué', 'missed', null], ['Voice call, 2 min', 'answered', 120],
    ['\u200eVideoopkald, \u200e1 t 5 min', 'answered', 3900],
  ['Taleopkald, 45 sek.', 'answered', 45], ['Voice call, No answer', 'unanswered', null],
] as const
for (const [text, outcome, seconds] of calls) test(`a call: ${text}`, () => {
  const entry = one(`24.12.2024 22.15 - Mor: ${text}`)
  assert.deepEqual([entry.entry, entry.call], ['call', { seconds, outcome }])
})
test('a missed call without a name is a call and no system line', () => assert.equal(one('24.12.2024 22.15 - Mistet opkald').entry, 'call'))

const gone = [
  '<Mediefil udeladt>', '\u200ebillede udeladt', '\u200elyd udeladt', '\u200eklistermærke udeladt', 'Kontaktkort udeladt', '<Media omitted>',
    '<media omitted>', 'image omitted',
  '<Medien ausgeschlossen>', '<Archivo omitido>', '<Media har utelämnats>', '<Uten vedlegg>', '<Media jätetty pois>', '<Media weggelaten>',
    '<Fichier omis>',
  '<Media omesso>', '<Mídia omitida>', '<Mediefil udeladt>\nmed en tekst under', '\u200eimmagine omessa', '<Medya dahil edilmedi>',
]
for (const text of gone) test(`something was there and is gone: ${JSON.stringify(text)}`, () =>
  assert.deepEqual(one(`24.12.2024 22.15 - Mor: ${text}`).attachments, [{ name: null, present: false, bytes: null, sha256: null }]))

const named = [
  ['\u200e<vedhæftet: 00000013-AUDIO-2025-01-01-00-00-00.opus>', '00000013-AUDIO-2025-01-01-00-00-00.opus'],
  ['\u200e<attached: \u200ePTT-20180129-WA0025.opus>', 'PTT-20180129-WA0025.opus'], ['<Anhang: a.jpg>', 'a.jpg'], ['\u200e<liite: a.jpg>', 'a.jpg'],
  ['Brev.pdf • \u200e14 sider \u200e<vedhæftet: 00000014-Brev.pdf>', '00000014-Brev.pdf'], ['Brev.pdf • 14 pages <attached: 00000014-Brev.pdf>',
    '00000014-Brev.pdf'],
  ['Brev.pdf • 14 sider \u200edokument udeladt', 'Brev.pdf'], ['IMG-20241202-WA0001.jpg (file attached)', 'IMG-20241202-WA0001.jpg'],
  ['\u200eVID-20250101-WA0020.mp4 (fil vedhæftet)\nse her', 'VID-20250101-WA0020.mp4'], ['.jpg (Datei angehängt)', '.jpg'],
    ['brev 2.pdf (archivo adjunto)', 'brev 2.pdf'],
  ['IMG-20241202-WA0001.jpg (på et sprog ingen kender)', 'IMG-20241202-WA0001.jpg'], ['se her\n\u200e<vedhæftet: a.jpg>', 'a.jpg'],
] as const
for (const [text, name] of named) test(`an attachment by name: ${JSON.stringify(text)}`, () =>
  assert.deepEqual(one(`24.12.2024 22.15 - Mor: ${text}`).attachments.map(it => [it.name, it.present]), [[name, false]]))

test('brackets and angles in ordinary words are no attachment', () => {
  for (const text of ['se her (vigtigt)', 'se a.jpg (vigtigt)', 'x <b: c>', '3 > 2',
    '(file attached)']) assert.deepEqual(one(`24.12.2024 22.15 - Mor: ${text}`).attachments, [], text)
})

test('a deleted message is still a message, and a position is a location', () => {
  assert.equal(one('24.12.2024 22.15 - Mor: Denne besked blev slettet.').entry, 'message')
  assert.equal(one('24.12.2024 22.15 - Mor: Placering: https://maps.google.com/?q=55.1,10.2').entry, 'location')
  assert.equal(one('24.12.2024 22.15 - Mor: live placering delt').entry, 'location')
})

test('invisible characters are kept in texts and stripped from names', () => {
  const entry = one('\u200e[24.12.2024 22.15.33] \u202a+45 00 12 34 56\u202c: \u200eHej\u202fdu')
  assert.deepEqual([entry.sender, entry.senderId, entry.text], ['+45 00 12 34 56', '+4500123456', '\u200eHej\u202fdu'])
})

const forged = ['24.12.2024 22.15 - Ex: a', '24.12.2024 22.16 - Mig: b', '24.12.2024 22.17 - Ex: læs det her:',
  '24.12.2024 20.01 - Mor: du skal svare ham', '24.12.2024 22.18 - Mig: c']
test('a head forged inside a message carries its signs', () => {
  const found = entries(forged.join('\n'))
  assert.deepEqual(found.map(it => it.suspect), [[], [], ['time-ahead'], ['time-backwards', 'sender-once'], []])
})
test('a head forged into the future is marked as ahead of the line after it', () => {
  const found = entries(forged.join('\n').replace('20.01', '23.59'))
  assert.deepEqual(found.map(it => it.suspect), [[], [], [], ['time-ahead', 'sender-once'], ['time-backwards']])
})
test('where nearly all entries end in CR LF, a head after a bare LF is marked, and so is one of another shape', () => {
  const lines = Array.from({ length: 40 }, (_, index) => `[24.12.2024 22.${10 + index}.00] ${index % 2 ? 'Ex' : 'Mig'}: x\r\n`)
  const found = entries([...lines, '[24.12.2024 23.10.00] Ex: se\n[24.12.2024 23.11.00] Mig: jeg sagde ja\r\n24.12.2024 23.12 - Ex: y\r\n'].join(''))
  assert.deepEqual(found.slice(-3).map(it => it.suspect), [[], ['line-end'], ['other-shape']])
  assert.ok(found.slice(0, -3).every(it => it.suspect.length === 0))
})
test('a head with a date of no calendar is kept and marked', () => {
  const [, entry] = entries('30.01.2024 10.00 - A: x\n31.02.2024 10.00 - A: y\n')
  assert.deepEqual([entry?.at, entry?.certainty, entry?.suspect], [null, 'impossible', ['impossible-date']])
})

test('bytes that are no entry are rests with a reason', () => {
  const rests = read('\ufeffMin samtale\n\n24.12.2024 22.15 - A: x\n\n\r\n').filter(it => it.kind === 'rest')
  assert.deepEqual(rests.map(it => [it.why, it.offset, it.length]), [['byte-order-mark', 0, 3], ['before-first-entry', 3, 13], ['blank-end', 40, 3]])
})
test('two alike messages in one minute are two messages', () =>
  assert.equal(entries('24.12.2024 22.15 - A: Hej\n24.12.2024 22.15 - A: Hej\n').length, 2))
test('lines that end in carriage return alone are lines', () => assert.equal(entries('24.12.2024 22.15 - A: a\r24.12.2024 22.16 - A: b\r').length, 2))

test('only the wanted senders and days come out, with their exact bytes', () => {
  const text = '23.12.2024 22.15 - Ex: før\n24.12.2024 22.15 - Ex: jul\n24.12.2024 22.16 - Mor: god jul\n25.12.2024 22.15 - Ex: efter\n'
  const [entry, ...more] = entries(text, {}, { senders: ['Ex'], from: '2024-12-24' as never, to: '2024-12-24' as never })
  assert.equal(more.length, 0)
  assert.equal(Buffer.from(text).subarray(entry?.offset, (entry?.offset ?? 0) + (entry?.length ?? 0)).toString(), '24.12.2024 22.15 - Ex: jul\n')
})
