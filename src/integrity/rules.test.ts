import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonical, emptyHead, type Fields, type Json, openEntry, readLine, type Seal, sealedAtOf, verifyChain } from './rules.ts'
import { seal, sha256, type Sealed } from './seal.ts'

const runs = { seed: 20261120, numRuns: process.env.LODS_LONG ? 5000 : 200 }
const at = new Date('2026-11-20T10:15:00.000Z')

function log(entries: readonly Fields[]): Sealed[] {
  const sealed: Sealed[] = []
  for (const fields of entries) sealed.push(seal(sealed.at(-1)?.head ?? emptyHead, fields, at))
  return sealed
}
const linesOf = (sealed: readonly Sealed[]): string[] => sealed.map(it => it.line)
const headOf = (sealed: readonly Sealed[]): Seal => (sealed.at(-1)?.head ?? emptyHead).seal

const text = fc.string({ unit: 'binary' }).filter(it => it.isWellFormed())
const json: fc.Arbitrary<Json> = fc.letrec<{ any: Json }>(tie => ({
  any: fc.oneof(
    { maxDepth: 4 }, text, fc.maxSafeInteger(), fc.boolean(), fc.constant(null),
    fc.array(tie('any'), { maxLength: 4 }), fc.dictionary(text, tie('any'), { maxKeys: 4 }),
  ),
})).any
const fields = fc.record({ told: text, more: json })
const anyLog = fc.array(fields, { minLength: 2, maxLength: 6 }).map(log)

test('a value is written in one way only, whatever the order of its keys', () => {
  assert.equal(canonical({ b: 1, a: { d: [true, null, 'æ'], c: -0 } }), '{"a":{"c":0,"d":[true,null,"æ"]},"b":1}')
  assert.equal(canonical({ '\u{1f600}': 1, '\ufb33': 2, Z: 3, a: 4 }), '{"Z":3,"a":4,"\u{1f600}":1,"\ufb33":2}')
  fc.assert(fc.property(json, value => {
    const written = canonical(value)
    assert.equal(canonical(JSON.parse(written) as Json), written)
  }), runs)
})

test('unlike values are written unlike', () => {
  fc.assert(fc.property(json, json, (one, other) => {
    const same = isDeepStrictEqualJson(one, other)
    assert.equal(canonical(one) === canonical(other), same)
  }), runs)
})
function isDeepStrictEqualJson(one: Json, other: Json): boolean {
  try {
    assert.deepEqual(JSON.parse(JSON.stringify(one)), JSON.parse(JSON.stringify(other)))
    return true
  } catch {
    return false
  }
}

const circle: Record<string, unknown> = {}
circle.self = circle
const unsealable = [
  ['a fraction', 0.5], ['a number too great', 2 ** 53], ['no number', Number.NaN], ['undefined', undefined],
  ['undefined in an object', { a: undefined }],
  ['a hole in an array', new Array(1)], ['a date', new Date(0)], ['a map', new Map()], ['a bigint', 1n], ['a function', () => 1],
  ['half a surrogate pair', '\ud800'], ['half a pair as a key', { '\ud800': 1 }], ['a circle', circle],
] as const
for (const [what, value] of unsealable)
  test(`${what} cannot be sealed`, () => assert.throws(() => canonical(value as Json), RangeError))

test('a content may fill 64 KiB of UTF-8 and not one byte more', () => {
  assert.equal(canonical('a'.repeat(65_534)).length, 65_536)
  assert.throws(() => canonical('a'.repeat(65_535)), RangeError)
  assert.throws(() => canonical('æ'.repeat(32_768)), RangeError)
})

test('the sealing time is part of what is sealed and cannot be given from outside', () => {
  const { content } = seal(emptyHead, { told: 'x' }, at)
  assert.equal(content, '{"sealedAt":"2026-11-20T10:15:00.000Z","told":"x"}')
  assert.deepEqual(sealedAtOf(content), at)
  assert.throws(() => seal(emptyHead, { sealedAt: '2020-01-01T00:00:00.000Z' }, at), RangeError)
  assert.equal(sealedAtOf('{"sealedAt":"2026-02-31T10:15:00.000Z"}'), undefined)
})

test('a whole log has no fault, nor has a log without entries', () => {
  fc.assert(fc.property(anyLog, it => assert.deepEqual(verifyChain(linesOf(it), headOf(it), sha256), [])), runs)
  assert.deepEqual(verifyChain([], emptyHead.seal, sha256), [])
})

test('a change of any one character of any line is found', () => {
  fc.assert(fc.property(anyLog, fc.nat(), fc.nat(), fc.string({ minLength: 1, maxLength: 1 }), (it, where, place, put) => {
    const lines = linesOf(it)
    const line = lines[where % lines.length] ?? ''
    const spot = place % line.length
    fc.pre(line[spot] !== put)
    lines[where % lines.length] = line.slice(0, spot) + put + line.slice(spot + 1)
    assert.notDeepEqual(verifyChain(lines, headOf(it), sha256), [])
  }), runs)
})

test('the removal of any lines is found, those at the end too', () => {
  fc.assert(fc.property(anyLog, fc.nat(), fc.integer({ min: 1, max: 6 }), (it, where, many) => {
    const lines = linesOf(it)
    lines.splice(where % lines.length, many)
    assert.notDeepEqual(verifyChain(lines, headOf(it), sha256), [])
  }), runs)
})

test('a line put in anywhere is found, even one that is well made for its place', () => {
  fc.assert(fc.property(anyLog, fc.nat(), fields, (it, where, added) => {
    const lines = linesOf(it)
    const place = where % (lines.length + 1)
    lines.splice(place, 0, seal(it[place - 1]?.head ?? emptyHead, added, at).line)
    assert.notDeepEqual(verifyChain(lines, headOf(it), sha256), [])
  }), runs)
})

test('two lines that have changed places are found', () => {
  fc.assert(fc.property(anyLog, fc.nat(), fc.nat(), (it, one, other) => {
    const lines = linesOf(it)
    const [a, b] = [one % lines.length, other % lines.length]
    fc.pre(a !== b)
    ;[lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? '']
    assert.notDeepEqual(verifyChain(lines, headOf(it), sha256), [])
  }), runs)
})

test('the fault names its place and its kind', () => {
  const it = log([{ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 }])
  const [first = '', second = '', third = '', fourth = ''] = linesOf(it)
  const verify = (...lines: string[]) => verifyChain(lines, headOf(it), sha256)
  assert.deepEqual(verify(first, second.replace('"seq":2', '"seq": 2'), third, fourth), [
    { kind: 'unreadable', seq: 2 }, { kind: 'unlinked', seq: 3 },
  ])
  assert.deepEqual(verify(first, third, fourth), [
    { kind: 'misnumbered', seq: 2 }, { kind: 'unlinked', seq: 2 }, { kind: 'misnumbered', seq: 3 },
  ])
  assert.deepEqual(verify(first, second, third), [{ kind: 'cut', seq: 3 }])
  assert.deepEqual(verifyChain([first, second, third], 'unknown', sha256), [])
})

test('an entry opens with its own salt and content and with nothing else', () => {
  fc.assert(fc.property(anyLog, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), (it, where, place, flip) => {
    const entry = it[where % it.length] as Sealed
    assert.deepEqual(openEntry(entry.line, entry.salt, entry.content, sha256), [])
    const salt = Buffer.from(entry.salt)
    salt[place % 32] = (salt[place % 32] ?? 0) ^ flip
    const seq = entry.head.seq
    assert.deepEqual(openEntry(entry.line, salt, entry.content, sha256), [{ kind: 'commitment', seq }])
    const other = seal(emptyHead, { told: 'noget andet' }, at).content
    assert.deepEqual(openEntry(entry.line, entry.salt, other, sha256), [{ kind: 'commitment', seq }])
    assert.deepEqual(openEntry(entry.line, entry.salt.subarray(1), entry.content, sha256), [{ kind: 'salt', seq }])
  }), runs)
  assert.deepEqual(openEntry('{}', Buffer.alloc(32), '', sha256), [{ kind: 'unreadable', seq: 0 }])
})

test('another way to write the same content is not the content', () => {
  const { line, salt, content } = seal(emptyHead, { told: 'x' }, at)
  assert.deepEqual(openEntry(line, salt, `${content} `, sha256), [{ kind: 'content', seq: 1 }, { kind: 'commitment', seq: 1 }])
})

test('a log whose entries are forgotten is still whole, and its lines hold nothing but a number and two hashes', () => {
  fc.assert(fc.property(anyLog, it => {
    const kept = linesOf(it)
    assert.deepEqual(verifyChain(kept, headOf(it), sha256), [])
    for (const line of kept) assert.deepEqual(Object.keys(readLine(line) ?? {}), ['commitment', 'prev', 'seq'])
  }), runs)
})

test('a commitment does not tell the content: the same content at the same instant is never committed alike', () => {
  const seen = new Set(Array.from({ length: 1000 }, () => readLine(seal(emptyHead, { told: 'Ja' }, at).line)?.commitment))
  assert.equal(seen.size, 1000)
})
