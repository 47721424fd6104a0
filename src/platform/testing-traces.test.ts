import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { findTraces, tracesOf } from './testing-traces.ts'

const sentence = 'Han stod ved døren & ventede i går.'
const noise = (bytes: number): Buffer => randomBytes(bytes)
const among = (bytes: Buffer): Buffer => Buffer.concat([noise(1001), bytes, noise(997)])
const formsIn = (bytes: Buffer): string[] => findTraces([noise(50), bytes], sentence).map(it => it.form)

function zipMember(content: Buffer): Buffer {
  const head = Buffer.alloc(30)
  head.write('PK\x03\x04', 'latin1')
  head.writeUInt16LE(8, 8)
  head.writeUInt16LE(5, 26)
  return Buffer.concat([head, Buffer.from('a.txt'), deflateRawSync(content)])
}

function namedGzip(content: Buffer): Buffer {
  const bare = gzipSync(content)
  bare[3] = 8
  return Buffer.concat([bare.subarray(0, 10), Buffer.from('log.txt\0'), bare.subarray(10)])
}

const plain = Buffer.from(`før ${sentence} efter`)
const dressed: readonly (readonly [string, Buffer, string])[] = [
  ['UTF-8', plain, 'utf8'],
  ['UTF-16, little end first', Buffer.from(plain.toString(), 'utf16le'), 'utf16le'],
  ['UTF-16, big end first', Buffer.from(plain.toString(), 'utf16le').swap16(), 'utf16be'],
  ['Latin-1', Buffer.from(plain.toString(), 'latin1'), 'latin1'],
  ['the hex of a database dump', Buffer.from(`\\x${plain.toString('hex')}`), 'hex'],
  ['an address', Buffer.from(encodeURIComponent(sentence)), 'uri'],
  ['a form', Buffer.from(new URLSearchParams({ told: sentence }).toString()), 'form'],
  ['JSON in ASCII', Buffer.from('"Han stod ved d\\u00f8ren & ventede i g\\u00e5r."'), 'json'],
  ['gzip', gzipSync(plain), 'gzip > utf8'],
  ['gzip with a file name', namedGzip(plain), 'gzip > utf8'],
  ['zlib', deflateSync(plain), 'zlib > utf8'],
  ['a zip', zipMember(plain), 'zip > utf8'],
  ['gzip in a zip', zipMember(gzipSync(plain)), 'zip > gzip > utf8'],
  ['gzip that was cut off', gzipSync(Buffer.concat([plain, noise(5000)])).subarray(0, 3000), 'gzip > utf8'],
]
for (const [what, bytes, form] of dressed)
  test(`a sentence in ${what} is found among noise`, () => assert.ok(formsIn(among(bytes)).includes(form), String(formsIn(among(bytes)))))

for (const encoding of ['base64', 'base64url'] as const)
  for (let before = 0; before < 3; before++)
    for (let behind = 0; behind < 3; behind++)
      test(`a sentence in ${encoding} is found with ${before} bytes before it and ${behind} behind it`, () => {
        const whole = Buffer.concat([noise(before), Buffer.from(sentence), noise(behind)])
        assert.notDeepEqual(formsIn(among(Buffer.from(whole.toString(encoding)))), [])
      })

test('noise holds no sentence', () => assert.deepEqual(formsIn(noise(2_000_000)), []))

test('the find names its buffer and its place', () => {
  const second = Buffer.concat([Buffer.alloc(7), Buffer.from(sentence)])
  assert.deepEqual(findTraces([Buffer.alloc(9), second], sentence), [{ buffer: 1, offset: 7, form: 'utf8' }])
})

test('a sentence of a few letters is refused, it would be found by chance', () => assert.throws(() => tracesOf('Han kom'), RangeError))
