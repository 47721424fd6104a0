import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { addKek } from './keyfolder.ts'
import { deriveKey, type Key, openText, openVault, randomKey, sealText, unwrapUnder, wrapUnder } from './vault.ts'

const runs = { seed: 20261120, numRuns: process.env.LODS_LONG ? 5000 : 200 }
const at = new Date('2026-11-20T10:15:00Z')
const later = new Date('2027-11-20T10:15:00Z')
const place = mkdtempSync(join(tmpdir(), 'lods-vault-'))
after(() => rmSync(place, { recursive: true }))
let folders = 0
const freshFolder = (): string => join(place, `keys-${folders++}`)

const modeOf = (path: string): number => statSync(path).mode & 0o777
const same = (one: Key, other: Key): boolean => one.equals(other)
const text = fc.string({ unit: 'binary' }).filter(it => it.isWellFormed())

test('an empty key folder is filled only when that is asked for, and for its owner alone', async () => {
  const folder = freshFolder()
  await assert.rejects(openVault(folder, { create: false }))
  mkdirSync(folder, { mode: 0o700 })
  await assert.rejects(openVault(folder, { create: false }), /holds no key/)
  const vault = await openVault(folder, { create: true, at })
  assert.equal(vault.current, '20261120T101500Z')
  assert.deepEqual(readdirSync(folder).sort(), ['kek-20261120T101500Z.key', 'pepper.key'])
  assert.equal(modeOf(folder), 0o700)
  for (const name of readdirSync(folder)) assert.equal(modeOf(join(folder, name)), 0o600)
  assert.equal((await openVault(folder, { create: true, at: later })).current, vault.current)
})

test('a key folder or a key that others may read is refused, and so is a key of another length or a lost pepper', async () => {
  const folder = freshFolder()
  const { current } = await openVault(folder, { create: true, at })
  const kek = join(folder, `kek-${current}.key`)
  chmodSync(folder, 0o750)
  await assert.rejects(openVault(folder, { create: true }), /Others than its owner/)
  chmodSync(folder, 0o700)
  chmodSync(kek, 0o604)
  await assert.rejects(openVault(folder, { create: true }), /Others than its owner/)
  chmodSync(kek, 0o600)
  writeFileSync(kek, Buffer.alloc(31))
  await assert.rejects(openVault(folder, { create: true }), /is not 32 bytes/)
  writeFileSync(kek, Buffer.alloc(32))
  rmSync(join(folder, 'pepper.key'))
  await assert.rejects(openVault(folder, { create: true }), /ENOENT/)
})

test('a new key comes back from its wrapping, today and after the folder is opened again', async () => {
  const folder = freshFolder()
  const vault = await openVault(folder, { create: true, at })
  const { plain, wrapped } = vault.newKey()
  assert.equal(wrapped.length, 78)
  assert.ok(same(vault.unwrap(wrapped), plain))
  assert.ok(same((await openVault(folder, { create: false })).unwrap(wrapped), plain))
  assert.ok(!wrapped.includes(plain.export()))
  assert.ok(!same(vault.newKey().plain, plain))
})

test('a later key-encryption key wraps what is new, the older one still opens what is old, and rewrapping moves it over', async () => {
  const folder = freshFolder()
  const old = (await openVault(folder, { create: true, at })).newKey()
  await addKek(folder, later)
  await assert.rejects(addKek(folder, at), /already holds/)
  const vault = await openVault(folder, { create: false })
  assert.equal(vault.current, '20271120T101500Z')
  const moved = vault.rewrap(old.wrapped)
  assert.ok(moved)
  assert.equal(vault.rewrap(moved), undefined)
  rmSync(join(folder, 'kek-20261120T101500Z.key'))
  const young = await openVault(folder, { create: false })
  assert.ok(same(young.unwrap(moved), old.plain))
  assert.throws(() => young.unwrap(old.wrapped), /lacks the key-encryption key 20261120T101500Z/)
})

test('a wrapped key that was altered anywhere does not unwrap', async () => {
  const vault = await openVault(freshFolder(), { create: true, at })
  const { wrapped } = vault.newKey()
  for (let index = 0; index < wrapped.length; index++) {
    const altered = Buffer.from(wrapped)
    altered[index] = (altered[index] ?? 0) ^ 1
    assert.throws(() => vault.unwrap(altered), Error, `byte ${index}`)
    assert.throws(() => vault.unwrap(wrapped.subarray(0, index)), Error, `cut at ${index}`)
  }
})

test('an entry key opens under the key of its own log only', () => {
  const [log, other, entry] = [randomKey(), randomKey(), randomKey()]
  assert.ok(same(unwrapUnder(log, wrapUnder(log, entry)), entry))
  assert.throws(() => unwrapUnder(other, wrapUnder(log, entry)), /cannot be unwrapped/)
  assert.throws(() => unwrapUnder(log, sealText(log, 'x', entry.export().toString('latin1'))), /cannot be unwrapped/)
})

test('a text comes back to the letter with its key and purpose', () => {
  const key = randomKey()
  fc.assert(fc.property(text, text, (purpose, told) => assert.equal(openText(key, purpose, sealText(key, purpose, told)), told)), runs)
  assert.throws(() => sealText(key, 'x', '\ud800'), RangeError)
})

test('a text does not open with another key, in another place, or when one bit is other', () => {
  const [key, other] = [randomKey(), randomKey()]
  const cannot = /^Error: The field cannot be opened: another key or place, or it was altered\.$/
  const field = sealText(key, 'incident.told:1', 'Han ventede ved skolen.')
  assert.throws(() => openText(other, 'incident.told:1', field), cannot)
  assert.throws(() => openText(key, 'incident.told:2', field), cannot)
  for (let bit = 0; bit < field.length * 8; bit++) {
    const altered = Buffer.from(field)
    altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    assert.throws(() => openText(key, 'incident.told:1', altered), cannot, `bit ${bit}`)
  }
  for (let length = 0; length < field.length; length++) assert.throws(() => openText(key, 'incident.told:1', field.subarray(0, length)), cannot)
})

test('the same text is never sealed alike', () => {
  const key = randomKey()
  assert.equal(new Set(Array.from({ length: 1000 }, () => sealText(key, 'x', 'Ja').toString('hex'))).size, 1000)
})

test('a key for a purpose is the same each time and unlike its source and its siblings', () => {
  const key = randomKey()
  assert.ok(same(deriveKey(key, 'a'), deriveKey(key, 'a')))
  assert.ok(!same(deriveKey(key, 'a'), deriveKey(key, 'b')))
  assert.ok(!same(deriveKey(key, 'a'), key))
})

test('a keyed hash finds the same value again after new keys, but not for another purpose or in another house', async () => {
  const folder = freshFolder()
  const vault = await openVault(folder, { create: true, at })
  const hash = vault.keyedHash('code', '4711-0815')
  assert.match(hash, /^[0-9a-f]{64}$/)
  await addKek(folder, later)
  assert.equal((await openVault(folder, { create: false })).keyedHash('code', '4711-0815'), hash)
  assert.notEqual(vault.keyedHash('phone', '4711-0815'), hash)
  assert.notEqual((await openVault(freshFolder(), { create: true, at })).keyedHash('code', '4711-0815'), hash)
})

test('a key does not print', () => {
  const key = randomKey()
  const printed = inspect(key) + JSON.stringify({ key }) + String(key)
  assert.ok(!printed.includes(key.export().toString('hex')) && !printed.includes(key.export().toString('base64')))
})
