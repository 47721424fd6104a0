import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { crc32 } from 'node:zlib'
import yauzl from 'yauzl'
import type { Day } from '../kernel/day.ts'
import { zipWriter, type ZipFrame } from './zip-writer.ts'

const day = '2026-11-20' as Day
const files = [['æøå.txt', 'Hej\n'], ['data/tom', ''], ['data/verify.sh', 'x'.repeat(70_000)]] as const

async function zip(frame: ZipFrame): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  const writer = zipWriter(frame, async piece => { pieces.push(piece) })
  for (const [name, text] of files) {
    const bytes = Buffer.from(text)
    await writer.add({ name, size: bytes.length, crc: crc32(bytes), executable: name.endsWith('.sh') }, [bytes])
  }
  await writer.end()
  return Buffer.concat(pieces)
}

async function unzip(bytes: Buffer): Promise<[string, string][]> {
  const path = join(mkdtempSync(join(tmpdir(), 'zip-')), 'a.zip')
  writeFileSync(path, bytes)
  const read: [string, string][] = []
  const file = await yauzl.openPromise(path)
  for await (const entry of file.eachEntry()) {
    const pieces: Uint8Array[] = []
    for await (const piece of await file.openReadStreamPromise(entry)) pieces.push(piece as Uint8Array)
    read.push([entry.fileName, Buffer.concat(pieces).toString()])
  }
  return read
}

test('what is written can be read again, Danish names too', async () => assert.deepEqual(await unzip(await zip({ day })), files))

test('sizes and offsets beyond 32 bits stand in their 64 bit fields', async () => {
  assert.deepEqual(await unzip(await zip({ day, limit: 50 })), files)
  assert.notDeepEqual(await zip({ day, limit: 50 }), await zip({ day }))
})

test('the same members on the same day give the same bytes', async () => assert.deepEqual(await zip({ day }), await zip({ day })))

test('a member with other bytes than announced stops the writing', async () => {
  const writer = zipWriter({ day }, async () => undefined)
  await assert.rejects(writer.add({ name: 'a', size: 3, crc: 1, executable: false }, [Buffer.from('abc')]), /announced/)
})
