import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newHead, readHead } from './whatsapp-head.ts'

/** Heads as phones write them, and what is read: fields of the date, clock, half of the day, shape, what follows. */
const heads = [
  ['24.12.2024 22.15 - Mor: Hej', '24.12.2024 22:15 none dash', 'Mor: Hej'],
  ['[24.12.2024 22.15.33] Mor: Hej', '24.12.2024 22:15:33 none bracket', 'Mor: Hej'],
  ['24.12.2024 kl. 22.15 - Mor: Hej', '24.12.2024 22:15 none dash', 'Mor: Hej'],
  ['13.6.2018 klo 21.25.15 - Mika: Moi', '13.6.2018 21:25:15 none dash', 'Mika: Moi'],
  ['13.06.18 21.25.15: Laura: Moi', '13.6.18 21:25:15 none colon', 'Laura: Moi'],
  ['24/12/2024 à 22:15 - Luc: Salut', '24.12.2024 22:15 none dash', 'Luc: Salut'],
  ['24/12/2024, 22:15 - Luc: Salut', '24.12.2024 22:15 none dash', 'Luc: Salut'],
  ['12/24/24, 10:15 PM - Al: Hi', '12.24.24 10:15 pm dash', 'Al: Hi'],
  ['12/24/24, 10:15\u202fPM - Al: Hi', '12.24.24 10:15 pm dash', 'Al: Hi'],
  ['[12/24/24, 10:15:33\u202fAM] Al: Hi', '12.24.24 10:15:33 am bracket', 'Al: Hi'],
  ['[2018/06/13 1:55:00 p. m.] Bea: Olá', '2018.6.13 1:55:00 pm bracket', 'Bea: Olá'],
  ['01/20/2019, 11:23 a. m. - Al: x', '1.20.2019 11:23 am dash', 'Al: x'],
  ['[13/06/2018, 1:55:00 p.\u00a0m.] Bea: x', '13.6.2018 1:55:00 pm bracket', 'Bea: x'],
  ['2024/12/01, 10:04 pm - Al: x', '2024.12.1 10:04 pm dash', 'Al: x'],
  ['2024-12-01 22:04 - Åsa: x', '2024.12.1 22:04 none dash', 'Åsa: x'],
  ['[2024-12-01 22:04] Åsa: x', '2024.12.1 22:04 none bracket', 'Åsa: x'],
  ['[2024/12/1 下午10:04:33] 王: x', '2024.12.1 10:04:33 pm bracket', '王: x'],
  ['24. 12. 2024 22:15 - Jan: x', '24.12.2024 22:15 none dash', 'Jan: x'],
  ['2024. 12. 24. 22:15 - Éva: x', '2024.12.24 22:15 none dash', 'Éva: x'],
  ['24-12-2024 22:15 - Jan: x', '24.12.2024 22:15 none dash', 'Jan: x'],
  ['24/12/24, 22:15 – Jan: x', '24.12.24 22:15 none dash', 'Jan: x'],
  ['2024-12-24, 22 h 15 - Luc: x', '2024.12.24 22:15 none dash', 'Luc: x'],
  ['[٢٤\u200f/١٢\u200f/٢٠٢٤, ١٠:١٥:٣٣ م] م: x', '24.12.2024 10:15:33 pm bracket', 'م: x'],
  ['\u200e[24.12.2024 22.15.33] Mor: \u200ebillede udeladt', '24.12.2024 22:15:33 none bracket', 'Mor: \u200ebillede udeladt'],
  ['\ufeff[\ufeff24.12.2024, 22:15:33] Mor: x', '24.12.2024 22:15:33 none bracket', 'Mor: x'],
  ['20.09.17, 6:42 nachm. - Al: x', '20.9.17 6:42 pm dash', 'Al: x'],
  ['[20/09/17, 6:42:10 tiktok] Al: x', '20.9.17 6:42:10 unknown bracket', 'Al: x'],
  ['1/29/18, 23:59 PM - Al: x', '1.29.18 23:59 pm dash', 'Al: x'],
] as const

const head = newHead()
for (const [line, read, rest] of heads) test(`read as ${read}: ${JSON.stringify(line)}`, () => {
  const bytes = Buffer.from(line)
  assert.ok(readHead(bytes, 0, bytes.length, head))
  const clock = `${head.hour}:${String(head.minute).padStart(2, '0')}${head.second < 0 ? '' : `:${String(head.second).padStart(2, '0')}`}`
  assert.equal(`${head.a}.${head.b}.${head.c} ${clock} ${head.half} ${head.shape}`, read)
  assert.equal(bytes.subarray(head.rest).toString(), rest)
})

const texts = [
  'ved kl. 22.15: jeg', '24.12.2024', '24.12.2024 22.15', '24.12.2024 22.15 hos mor', '24.12.2024 og 22.15 - nej', '24.12 22.15 - nej',
    '24.12.202 22.15 - nej',
  '24.12/2024 22.15 - nej', '24.12.2024 22.1 - nej', '24.12.2024-22.15-nej', '[24.12.2024 22.15.33 Mor: x', '', '\n', '[', '[]',
    '12345.1.2024 10.10 - x',
  '[24.12.2024] Mor: x', 'Mor: 24.12.2024 22.15 - x', '20.12.34.56 - x', '1.2.3 4.5 - x', '24.12.2024 22.15:x',
]
for (const line of texts) test(`no head: ${JSON.stringify(line)}`, () => {
  const bytes = Buffer.from(line)
  assert.equal(readHead(bytes, 0, bytes.length, head), false)
})

test('a head cut off anywhere is no head and no fault', () => {
  for (const [line, , rest] of heads) {
    const bytes = Buffer.from(line)
    for (let to = 0; to < bytes.length - Buffer.byteLength(rest) - 2; to += 1) assert.equal(readHead(bytes, 0, to, head), false,
      bytes.toString('utf8', 0, to))
  }
})
