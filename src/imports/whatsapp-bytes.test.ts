import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { ImportedEntry, Rest } from './rules.ts'
import { choiceOf, readChunks, surveyChunks } from './whatsapp.ts'
import { longestLine } from './lines.ts'
import { entryOf, type Setting } from './whatsapp-entry.ts'
import { openLineWriter } from './whatsapp-lines.ts'
import { openReading } from './whatsapp-read.ts'

const seed = 20_261_120
const numRuns = process.env['LODS_LONG'] ? 10_000 : 1_000
const setting: Setting = { me: undefined, find: () => undefined, member: undefined }

function cut(bytes: Buffer, size: number): Buffer[] {
  const chunks: Buffer[] = []
  for (let from = 0; from < bytes.length; from += size) chunks.push(bytes.subarray(from, from + size))
  return chunks
}

function read(bytes: Buffer, size = bytes.length): readonly (ImportedEntry | Rest)[] {
  const chunks = cut(bytes, Math.max(1, size))
  const survey = surveyChunks(chunks)
  return [...readChunks(chunks, survey, choiceOf(survey, { dateOrder: survey.order ?? 'dmy' }), setting)]
}

/** Every byte once, in the order of the file, none twice and none left out. */
function assertAddsUp(bytes: Buffer, found: readonly (ImportedEntry | Rest)[]): void {
  let next = 0
  for (const { offset, length } of found) {
    assert.equal(offset, next)
    assert.ok(length > 0)
    next = offset + length
  }
  assert.equal(next, bytes.length)
}

/** A shape of export: how it writes day, clock, head and line end. Years from 2020 on, days all over the year, so that the order is provable. */
interface Shape { readonly name: string; readonly head: (at: Date) => string; readonly end: string; readonly seconds: boolean }
const two = (value: number): string => String(value).padStart(2, '0')
const hour12 = (at: Date): string => `${at.getUTCHours() % 12 === 0 ? 12 : at.getUTCHours() % 12}`
const half = (at: Date): string => (at.getUTCHours() < 12 ? 'AM' : 'PM')
const y = (at: Date): number => at.getUTCFullYear()
const m = (at: Date): string => two(at.getUTCMonth() + 1)
const d = (at: Date): string => two(at.getUTCDate())
const min = (at: Date): string => two(at.getUTCMinutes())
const s = (at: Date): string => two(at.getUTCSeconds())
const h = (at: Date): string => two(at.getUTCHours())
const shapes: readonly Shape[] = [
  { name: 'Danish iPhone', head: at => `[${d(at)}.${m(at)}.${y(at)} ${h(at)}.${min(at)}.${s(at)}] `, end: '\r\n', seconds: true },
  { name: 'Danish Android', head: at => `${d(at)}.${m(at)}.${y(at)} ${h(at)}.${min(at)} - `, end: '\n', seconds: false },
  { name: 'Danish with kl.', head: at => `${d(at)}.${m(at)}.${y(at)} kl. ${h(at)}.${min(at)} - `, end: '\n', seconds: false },
  { name: 'British', head: at => `${d(at)}/${m(at)}/${y(at)}, ${h(at)}:${min(at)} - `, end: '\n', seconds: false },
  { name: 'American iPhone', head: at => `[${Number(m(at))}/${Number(d(at))}/${y(at) % 100}, ${hour12(at)}:${min(at)}:${s(at)}\u202f${half(at)}] `,
    end: '\r\n', seconds: true },
  { name: 'American Android', head: at =>
    `${Number(m(at))}/${Number(d(at))}/${y(at) % 100}, ${hour12(at)}:${min(at)}\u00a0${half(at).toLowerCase()} - `, end: '\n', seconds: false },
  { name: 'Swedish', head: at => `${y(at)}-${m(at)}-${d(at)} ${h(at)}:${min(at)} - `, end: '\n', seconds: false },
  { name: 'Spanish', head: at =>
    `${Number(d(at))}/${Number(m(at))}/${y(at) % 100} ${hour12(at)}:${min(at)} ${half(at) === 'AM' ? 'a. m.' : 'p. m.'} - `, end: '\n',
    seconds: false },
  { name: 'French', head: at => `${d(at)}/${m(at)}/${y(at)} à ${h(at)}:${min(at)} - `, end: '\n', seconds: false },
  { name: 'Finnish', head: at => `${Number(d(at))}.${Number(m(at))}.${y(at)} klo ${h(at)}.${min(at)} - `, end: '\r\n', seconds: false },
  { name: 'Chinese iPhone', head: at => `\u200e[${y(at)}/${Number(m(at))}/${Number(d(at))}, ${h(at)}:${min(at)}:${s(at)}] `, end: '\n',
    seconds: true },
]

const sender = fc.constantFrom('Mor', 'Mette Ø. Sørensen', 'Ex 😀', '+45 00 12 34 56', 'Ann-Marie / arbejde', "O'Brien")
const word = fc.constantFrom('hej', 'øl', 'kl. 22.15:', '😀❤️', 'a: b', '"citat"', '\\', 'نعم', '[x]', '24.12', '-', '1/2', 'så', '<b>', '(c)', '\t',
  '\u0001', '•')
const words = fc.array(word, { minLength: 0, maxLength: 6 }).map(all => `x${all.join(' ')}`)
const appsOwn = fc.constantFrom('Brev.pdf • 14 sider \u200edokument udeladt', '\u200ebillede udeladt', 'Mistet opkald',
  'IMG-20241202-WA0001.jpg (fil vedhæftet)',
  '<Mediefil udeladt>', 'midt\u200ei')
const line = fc.oneof({ arbitrary: words, weight: 5 }, { arbitrary: appsOwn, weight: 1 })
const text = fc.array(line, { minLength: 1, maxLength: 3 }).map(lines => lines.join('\n'))
const message = fc.record({ sender, text, step: fc.integer({ min: 0, max: 40_000 }) })
const start = Date.parse('2024-01-02T12:00:00Z')
const chat = fc.record({
  shape: fc.constantFrom(...shapes), messages: fc.array(message, { minLength: 1, maxLength: 30 }), bom: fc.boolean(), lastEnd: fc.boolean(),
    size: fc.integer({ min: 1, max: 300 }),
})

interface Made { readonly bytes: Buffer; readonly told: readonly { readonly local: string; readonly sender: string; readonly text: string }[] }
type Chat = typeof chat extends fc.Arbitrary<infer T> ? T : never

/** Two messages at the ends of a year prove the order; the third field and the steps do the rest. */
function make({ shape, messages, bom, lastEnd }: Chat): Made {
  let at = start
  const told: Made['told'][number][] = []
  let bytes = bom ? '\ufeff' : ''
  for (const it of [{ sender: 'Mor', text: 'først', step: 20 * 1440 }, ...messages]) {
    at += it.step * 60_000 + 17_000
    const moment = new Date(at)
    told.push({ local: moment.toISOString().slice(0, shape.seconds ? 19 : 16), sender: it.sender, text: it.text })
    bytes += `${shape.head(moment)}${it.sender}: ${it.text}${shape.end}`
  }
  return { bytes: Buffer.from(lastEnd ? bytes : bytes.slice(0, -shape.end.length)), told }
}

test('a chat in any shape comes back as it was made: clock, sender, text, and every byte in its place', () => {
  fc.assert(fc.property(chat, made => {
    const { bytes, told } = make(made)
    const found = read(bytes, made.size)
    assertAddsUp(bytes, found)
    const back = found.filter(it => it.kind === 'entry').map(it => ({ local: it.local, sender: it.sender, text: it.text }))
    assert.deepEqual(back, told, made.shape.name)
  }), { seed, numRuns })
})

const mutation = fc.record({
  cuts: fc.array(fc.tuple(fc.nat(), fc.nat({ max: 200 })), { maxLength: 3 }), flips: fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })),
    { maxLength: 12 }),
  ends: fc.constantFrom('as they are', '\r\n', '\r', 'mixed'), tail: fc.uint8Array({ maxLength: 40 }),
})
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never

function mutate(bytes: Buffer, { cuts, flips, ends, tail }: Mutation): Buffer {
  let result: Buffer = Buffer.concat([bytes, tail])
  if (ends !== 'as they are') {
    let count = 0
    const end = (): string => (ends === 'mixed' ? (['\n', '\r\n', '\r', '\n\r'][(count += 1) % 4] ?? '\n') : ends)
    result = Buffer.from(result.toString('latin1').replace(/\r?\n/g, end), 'latin1')
  }
  for (const [from, length] of cuts) {
    const begin = from % (result.length + 1)
    result = Buffer.concat([result.subarray(0, begin), result.subarray(begin + length)])
  }
  for (const [at, value] of flips) if (result.length > 0) result[at % result.length] = value
  return result
}

test('a file with lines cut, bytes flipped and line ends mixed is read without fault, and adds up', () => {
  fc.assert(fc.property(chat, mutation, (made, how) => {
    const bytes = mutate(make(made).bytes, how)
    assertAddsUp(bytes, read(bytes, made.size))
  }), { seed, numRuns })
})

test('bytes that are no chat at all are read without fault, and add up', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), fc.integer({ min: 1, max: 50 }), (noise, size) => {
    const bytes = Buffer.from(noise)
    assertAddsUp(bytes, read(bytes, size))
  }), { seed, numRuns })
})

test('where the file is cut into chunks makes no difference', () => {
  fc.assert(fc.property(chat, mutation, (made, how) => {
    const bytes = mutate(make(made).bytes, how)
    assert.deepEqual(read(bytes, made.size), read(bytes))
  }), { seed, numRuns: numRuns / 4 })
})

test('the copied line and the decoded line are the same line', () => {
  fc.assert(fc.property(chat, mutation, fc.boolean(), (made, how, mutated) => {
    const bytes = mutated ? mutate(make(made).bytes, how) : make(made).bytes
    const chunks = cut(bytes, made.size)
    const survey = surveyChunks(chunks)
    const plainly: string[] = []
    const writer = openLineWriter({ ...setting, me: 'Mor', member: 'a/_chat.txt' })
    const reading = openReading(survey, choiceOf(survey, {}), {
      entry: piece => {
        plainly.push(JSON.stringify(entryOf(piece, { ...setting, me: 'Mor', member: 'a/_chat.txt' })))
        writer.entry(piece)
      },
      rest: () => undefined,
    })
    chunks.forEach(reading.write)
    reading.end()
    assert.equal(writer.full().toString(), plainly.map(it => `${it}\n`).join(''))
  }), { seed, numRuns })
})

test('a line without end, and an entry without end, need no more memory than others and still add up', () => {
  const head = Buffer.from('24.12.2024 22.15 - Mor: ')
  const endless = Buffer.concat([head, Buffer.alloc(3_000_000, 0x61), Buffer.from('\n24.12.2024 22.16 - Mor: x\n')])
  const found = read(endless, 100_000)
  assertAddsUp(endless, found)
  assert.deepEqual(found.map(it => (it.kind === 'entry' ? it.suspect.join() : it.why)), ['cut', 'too-long', ''])
  const partEnd = Buffer.concat([head, Buffer.alloc(longestLine - head.length, 0x61), head, Buffer.from('x\n')])
  assert.equal(read(partEnd, 10_000).length, 1, 'what looks like a head in the middle of a long line is none')
  const noHead = Buffer.alloc(3_000_000, 0x61)
  assert.deepEqual(read(noHead, 100_000), [{ kind: 'rest', why: 'before-first-entry', offset: 0, length: 3_000_000 }])
})
