import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { openFiles, sweepIncoming } from './files.ts'
import { headerBytes } from './segments.ts'
import { findTraces } from './testing-traces.ts'
import { randomKey } from './vault.ts'

const runs = { seed: 20261120, numRuns: process.env.LODS_LONG ? 1000 : 60 }
const folder = mkdtempSync(join(tmpdir(), 'lods-files-'))
after(() => rmSync(folder, { recursive: true }))
const files = await openFiles(folder)
const key = randomKey()

const segment = 65_536
const full = segment + 16
const pathOf = (id: string): string => join(folder, id.slice(0, 2), id)
const pieces = (content: Buffer, size: number): Readable =>
  Readable.from((function* () { for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size) })())
const onDisk = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(it => join(folder, it)).filter(it => statSync(it).isFile())
const openHandles = (): number => readdirSync('/proc/self/fd').length

async function listed(): Promise<string[]> {
  const ids: string[] = []
  for await (const id of files.list()) ids.push(id)
  return ids
}

/** What a reader was handed before the stream ended or failed. */
async function readUntilFault(id: string): Promise<{ got: Buffer; fault: unknown }> {
  const got: Buffer[] = []
  try {
    for await (const chunk of files.get(id, key)) got.push(chunk as Buffer)
  } catch (fault) {
    return { got: Buffer.concat(got), fault }
  }
  return { got: Buffer.concat(got), fault: undefined }
}

for (const size of [0, 1, 65_535, 65_536, 65_537, 2 * 65_536, 1_048_576])
  test(`a file of ${size} bytes comes back to the byte`, async () => {
    const content = randomBytes(size)
    const stored = await files.put(pieces(content, 10_000), key)
    assert.equal(stored.bytes, size)
    assert.equal(stored.sha256, createHash('sha256').update(content).digest('hex'))
    assert.deepEqual(await buffer(files.get(stored.id, key)), content)
    assert.deepEqual(await files.head(stored.id), { bytes: size })
    assert.equal(statSync(pathOf(stored.id)).mode & 0o777, 0o600)
  })

test('how a stream is cut into pieces does not matter', async () => {
  await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: 200_000 }), fc.integer({ min: 1, max: 150_000 }), async (size, piece) => {
    const content = Buffer.alloc(size, 'lods')
    const { id } = await files.put(pieces(content, piece), key)
    assert.ok((await buffer(files.get(id, key))).equals(content))
    await files.remove(id)
  }), runs)
})

test('a byte that is other, wherever it lies, stops the reader before it has one wrong byte', async () => {
  const content = randomBytes(3 * segment + 100)
  const { id } = await files.put(pieces(content, segment), key)
  const whole = readFileSync(pathOf(id))
  const everyHeaderByte = Array.from({ length: headerBytes }, (_, at) => at)
  const borders = [0, 1, 2, 3].flatMap(it => [-17, -16, -1, 0, 1, 15].map(by => headerBytes + it * full + by)).filter(it => it >= headerBytes)
  const spots = fc.oneof(fc.constantFrom(...everyHeaderByte, ...borders, whole.length - 1), fc.nat(whole.length - 1))
  await fc.assert(fc.asyncProperty(spots, fc.integer({ min: 1, max: 255 }), async (spot, flip) => {
    const altered = Buffer.from(whole)
    altered[spot] = (altered[spot] ?? 0) ^ flip
    writeFileSync(pathOf(id), altered)
    const { got, fault } = await readUntilFault(id)
    assert.ok(fault instanceof Error)
    const intact = Math.max(0, Math.floor((spot - headerBytes) / full)) * segment
    assert.ok(got.length <= intact && got.equals(content.subarray(0, got.length)))
  }), runs)
  writeFileSync(pathOf(id), whole)
  assert.deepEqual(await buffer(files.get(id, key)), content)
})

test('a file that is cut off, wherever, never ends well', async () => {
  const content = randomBytes(3 * segment)
  const { id } = await files.put(pieces(content, segment), key)
  const whole = readFileSync(pathOf(id))
  const borders = [1, 2].flatMap(it => [-1, 0, 1, 16].map(by => headerBytes + it * full + by))
  const spots = fc.oneof(fc.constantFrom(0, 1, headerBytes, headerBytes + 16, ...borders), fc.nat(whole.length - 1))
  await fc.assert(fc.asyncProperty(spots, async length => {
    writeFileSync(pathOf(id), whole.subarray(0, length))
    const { got, fault } = await readUntilFault(id)
    assert.ok(fault instanceof Error, `cut at ${length}`)
    assert.ok(got.length < content.length && got.equals(content.subarray(0, got.length)))
  }), runs)
})

const disorders = [
  ['two segments have changed places', (head: Buffer, [a, b, c]: Buffer[]) => [head, b, a, c]],
  ['a segment in the middle is left out', (head: Buffer, [a, , c]: Buffer[]) => [head, a, c]],
  ['a segment comes twice', (head: Buffer, [a, b, c]: Buffer[]) => [head, a, a, b, c]],
  ['the last segment comes twice', (head: Buffer, [a, b, c]: Buffer[]) => [head, a, b, c, c]],
  ['something is put on at the end', (head: Buffer, [a, b, c]: Buffer[]) => [head, a, b, c, Buffer.alloc(20)]],
  ['an empty segment is put on at the end', (head: Buffer, [a, b, c]: Buffer[]) => [head, a, b, c, Buffer.alloc(16)]],
] as const
for (const [what, put] of disorders)
  test(`it is found when ${what}`, async () => {
    const { id } = await files.put(pieces(randomBytes(3 * segment), segment), key)
    const whole = readFileSync(pathOf(id))
    const parts = [0, 1, 2].map(it => whole.subarray(headerBytes + it * full, headerBytes + (it + 1) * full))
    writeFileSync(pathOf(id), Buffer.concat(put(whole.subarray(0, headerBytes), parts).filter(it => it !== undefined)))
    assert.ok((await readUntilFault(id)).fault instanceof Error)
  })

test('no size is told for a file that cannot be one of ours', async () => {
  const { id } = await files.put(pieces(randomBytes(segment), segment), key)
  for (const size of [0, headerBytes, headerBytes + 15, headerBytes + full + 1, headerBytes + full + 16]) {
    writeFileSync(pathOf(id), Buffer.alloc(size))
    assert.equal(await files.head(id), undefined, `${size} bytes`)
  }
})

test('a file does not open with another key, nor under the name of another', async () => {
  const one = await files.put(pieces(Buffer.from('det ene'), 5), key)
  const other = await files.put(pieces(Buffer.from('det andet'), 5), key)
  await assert.rejects(buffer(files.get(one.id, randomKey())), /Segment 0 of the file cannot be opened/)
  writeFileSync(pathOf(one.id), readFileSync(pathOf(other.id)))
  await assert.rejects(buffer(files.get(one.id, key)), /Segment 0 of the file cannot be opened/)
})

test('a put that is cut off leaves nothing, and what a killed server left is swept away', async () => {
  const before = onDisk()
  const broken = Readable.from((async function* () {
    yield randomBytes(200_000)
    throw new Error('the line went dead')
  })())
  await assert.rejects(files.put(broken, key), /the line went dead/)
  assert.deepEqual(onDisk(), before)
  writeFileSync(join(folder, 'incoming', 'half'), 'x')
  assert.equal(await sweepIncoming(folder), 1)
  assert.deepEqual(onDisk(), before)
  assert.equal(await sweepIncoming(join(folder, 'nowhere')), 0)
})

test('what is removed is gone, removing it again does no harm, and the list names the rest', async () => {
  const { id } = await files.put(pieces(Buffer.from('x'), 1), key)
  assert.ok((await listed()).includes(id))
  await files.remove(id)
  await files.remove(id)
  assert.equal(await files.head(id), undefined)
  assert.ok(!(await listed()).includes(id))
  await assert.rejects(buffer(files.get(id, key)), /ENOENT/)
})

test('only an id of ours is looked for, no path', async () => {
  await assert.rejects(files.head('../../etc/passwd'), /not the id of a file/)
  await assert.rejects(files.remove('..'), /not the id of a file/)
  assert.throws(() => files.get('incoming/half', key), /not the id of a file/)
})

test('a reader who leaves early leaves no file open', async () => {
  const { id } = await files.put(pieces(randomBytes(1_048_576), segment), key)
  const before = openHandles()
  for (let time = 0; time < 20; time++)
    for await (const chunk of files.get(id, key)) if (chunk) break
  await new Promise(resolve => setTimeout(resolve, 50))
  assert.ok(openHandles() <= before + 2)
})

test('a large file passes through in little memory', async () => {
  const chunk = randomBytes(segment)
  const many = 1_600
  const before = process.memoryUsage().arrayBuffers
  // What nobody holds any more is cleared first: counted is what the way through needs, not how busy the machine is.
  setFlagsFromString('--expose-gc')
  const clear = runInNewContext('gc') as () => void
  let most = 0
  const look = (index: number) => {
    if (index % 100 !== 0) return
    clear()
    most = Math.max(most, process.memoryUsage().arrayBuffers)
  }
  const watched = async function* () {
    for (let index = 0; index < many; index++) {
      look(index)
      yield chunk
    }
  }
  const { id, bytes } = await files.put(watched(), key)
  let read = 0
  let pieces = 0
  for await (const piece of files.get(id, key)) {
    look(pieces++)
    read += (piece as Buffer).length
  }
  assert.equal(bytes, many * segment)
  assert.equal(read, bytes)
  assert.ok(most - before < 60_000_000, `${most - before} bytes of buffers for ${bytes}`)
  await files.remove(id)
})

test('no sentence of a stored file can be found in the folder', async () => {
  const sentence = 'Han holdt igen ved børnehaven klokken syv.'
  const content = Buffer.from(sentence.repeat(5_000))
  const { id } = await files.put(pieces(content, 1_000), key)
  const haystack = [...onDisk().map(it => readFileSync(it)), Buffer.from(onDisk().join('\n'))]
  assert.deepEqual(findTraces(haystack, sentence), [])
  assert.notDeepEqual(findTraces([await buffer(files.get(id, key))], sentence), [])
})
