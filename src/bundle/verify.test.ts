import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable, Writable } from 'node:stream'
import { test } from 'node:test'
import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import yauzl from 'yauzl'
import { sha256 } from '../integrity/seal.ts'
import type { Day } from '../kernel/day.ts'
import { zipWriter } from '../platform/zip-writer.ts'
import { makeBundle } from './bag.ts'
import { windowsCheck, windowsDigest } from './check-script.ts'
import { sumLine } from './bag-files.ts'
import { inputOf, testLog, writeBundle } from './testing-log.ts'
import { sayFault, verifyBundle } from './verify.ts'

const log = await testLog(30)
const bundle = await writeBundle(inputOf(log, [3, 10, 20, 29]))
const whole = readFileSync(bundle.path)
const dir = mkdtempSync(join(tmpdir(), 'verify-'))
const runs = process.env.LODS_LONG ? 20_000 : 400
const without = (tool: string) => (spawnSync(tool, ['--help']).error ? `${tool} is not installed` : false)

async function faultsOf(bytes: Uint8Array, head?: string): Promise<string[]> {
  const path = join(dir, 'changed.zip')
  writeFileSync(path, bytes)
  return (await verifyBundle(path, head)).faults.map(it => `${it.code} ${it.what}`.trim())
}

type Files = Map<string, Buffer>
const folder = 'dokumentation-2026-11-20/'

async function filesOf(path: string): Promise<Files> {
  const files: Files = new Map()
  const zip = await yauzl.openPromise(path)
  for await (const entry of zip.eachEntry()) {
    const pieces: Uint8Array[] = []
    for await (const piece of await zip.openReadStreamPromise(entry) as AsyncIterable<Uint8Array>) pieces.push(piece)
    files.set(entry.fileName.slice(folder.length), Buffer.concat(pieces))
  }
  return files
}

async function zipped(files: Files): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  const writer = zipWriter({ day: '2026-11-20' as Day }, async piece => { pieces.push(piece) })
  for (const [name, bytes] of files) {
    await writer.add({ name: folder + name, size: bytes.length, crc: crc32(bytes), executable: name.endsWith('.sh') }, [bytes])
  }
  await writer.end()
  return Buffer.concat(pieces)
}

/** Changes one file and makes every sum in the bag right again, as somebody would who wants it not to be seen. */
async function forged(name: string, change: (text: string) => string): Promise<Buffer> {
  const files = await filesOf(bundle.path)
  files.set(name, Buffer.from(change(files.get(name)?.toString('latin1') ?? ''), 'latin1'))
  const payload = [...files].filter(([it]) => it.startsWith('data/')).map(([it, bytes]) => ({ name: it, sha256: sha256(bytes) }))
  files.set('manifest-sha256.txt', Buffer.from(payload.map(sumLine).join('')))
  const size = payload.reduce((sum, it) => sum + (files.get(it.name)?.length ?? 0), 0)
  files.set('bag-info.txt', Buffer.from((files.get('bag-info.txt')?.toString() ?? '').replace(/Oxum: .*/, `Oxum: ${size}.${payload.length}`)))
  const tags = ['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt'].map(it => ({ name: it, sha256: sha256(files.get(it) ?? Buffer.from('')) }))
  files.set('tagmanifest-sha256.txt', Buffer.from(tags.map(sumLine).join('')))
  return zipped(files)
}

test('a bundle as it was written has no faults', async () => {
  const { faults, links, opened, files } = await verifyBundle(bundle.path)
  assert.deepEqual({ faults, links, opened, files }, { faults: [], links: 30, opened: 4, files: 11 })
  assert.equal(bundle.sha256, sha256(whole))
  assert.deepEqual(await faultsOf(await zipped(await filesOf(bundle.path))), [])
})

test('the same log, choice and day give the same bundle, byte for byte', async () => {
  assert.equal((await writeBundle(inputOf(log, [3, 10, 20, 29]))).sha256, bundle.sha256)
})

test('one flipped bit anywhere in the file is found', async () => {
  await fc.assert(fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 7 }), async (at, bit) => {
    const changed = Buffer.from(whole)
    changed.writeUInt8(changed.readUInt8(at) ^ (1 << bit), at)
    assert.notDeepEqual(await faultsOf(changed), [], `byte ${at}`)
  }), { seed: 20261120, numRuns: runs })
})

test('a file cut short or made longer is found', async () => {
  for (const length of [0, 1, 21, whole.length / 2, whole.length - 1]) assert.notDeepEqual(await faultsOf(whole.subarray(0, length)), [])
  assert.notDeepEqual(await faultsOf(Buffer.concat([whole, Buffer.from(' ')])), [])
})

test('each member that is taken out or put in is found and named', async () => {
  const files = await filesOf(bundle.path)
  for (const name of files.keys()) {
    const rest = new Map([...files].filter(([it]) => it !== name))
    assert.ok((await faultsOf(await zipped(rest))).includes(`missing ${name}`), name)
  }
  for (const name of ['data/ny.txt', 'ny.txt', 'data/exhibits/99-ny.jpg']) {
    assert.ok((await faultsOf(await zipped(new Map([...files, [name, Buffer.from('x')]])))).includes(`extra ${name}`), name)
  }
})

test('a bundle packed anew by another program is told apart from a changed one', async () => {
  const files = await filesOf(bundle.path)
  assert.deepEqual(await faultsOf(await zipped(new Map([...files].reverse()))), [])
  const late = Buffer.from(whole)
  late.writeUInt16LE(0x1234, 10)
  assert.deepEqual(await faultsOf(late), ['repacked'])
})

test('a bundle that was unpacked and packed again, its folders with it, is called packed again and nothing else', { skip: without('zip') }, async () => {
  const here = mkdtempSync(join(tmpdir(), 'verify-zip-'))
  spawnSync('unzip', ['-q', bundle.path, '-d', here])
  spawnSync('zip', ['-qr', 'again.zip', folder], { cwd: here })
  assert.deepEqual((await verifyBundle(join(here, 'again.zip'))).faults.map(it => it.code), ['repacked'])
})

test('a zip of something else is told in one sentence', async () => {
  assert.deepEqual(await faultsOf(await zipped(new Map([['ferie.jpg', Buffer.from('x')], ['liste.txt', Buffer.from('y')]]))), ['noBundle'])
  assert.match(sayFault({ code: 'noBundle', what: '' }, 'da'), /ikke en mappe med dokumentation/)
})

test('who has only Windows is told two lines of PowerShell, and they fit the lists of sums as they are written', async () => {
  const files = await filesOf(bundle.path)
  const readMe = files.get('data/LAES-MIG.txt')?.toString() ?? ''
  assert.equal(readMe.split(windowsCheck).length, 3, 'in Danish and in English')
  assert.ok(readMe.includes(windowsDigest(`${folder.slice(0, -1)}.zip`)))
  assert.match(windowsCheck, /-split '  ', 2/)
  for (const list of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
    assert.ok(windowsCheck.includes(list))
    for (const line of files.get(list)?.toString().trimEnd().split('\n') ?? []) {
      const [sum = '', name = ''] = [line.slice(0, line.indexOf('  ')), line.slice(line.indexOf('  ') + 2)]
      assert.equal(sum, sha256(files.get(name) ?? Buffer.from('')), name)
    }
  }
})

test('with every sum made right again the seals still find what was changed', async () => {
  assert.deepEqual(await faultsOf(await forged('data/entries.jsonl', it => it.replace('luk op', 'luk i'))), ['entry 3'])
  assert.deepEqual(await faultsOf(await forged('data/entries.jsonl', it => it.replace('"no":10,', '"no":11,'))), ['entry 10'])
  assert.deepEqual(await faultsOf(await forged('data/chain.jsonl', it => it.replace('"seq":7}', '"seq":8}'))), ['chain 7', 'chain 8'])
  assert.ok((await faultsOf(await forged('data/chain.jsonl', it => it.split('\n').toSpliced(4, 1).join('\n')))).includes('chain 5'))
  assert.deepEqual(await faultsOf(await forged('data/exhibits/01-foto-af-doer-10.jpg', it => `${it.slice(0, -1)}x`)), ['exhibit 1'])
  assert.deepEqual(await faultsOf(await forged('data/exhibits/03-ny.jpg', () => 'x')), ['extra data/exhibits/03-ny.jpg'])
})

test('a whole chain made anew is found by whoever wrote down its last seal', async () => {
  const { head } = await verifyBundle(bundle.path)
  const other = await writeBundle(inputOf(await testLog(31), [3, 10, 20, 29]))
  assert.deepEqual(await faultsOf(whole, head), [])
  assert.deepEqual(await faultsOf(readFileSync(other.path), head), ['headDiffers'])
})

test('what is no zip is said to be none, in Danish and in English', async () => {
  assert.deepEqual(await faultsOf(Buffer.from('Hej')), ['unreadable'])
  assert.match(sayFault({ code: 'changed', what: 'data/log.pdf' }, 'da'), /^Filen data\/log\.pdf er ændret\.$/)
  assert.match(sayFault({ code: 'headDiffers', what: '' }, 'en'), /\.$/)
})

test('a bundle of entries or originals that do not fit their seals is not made', async () => {
  const input = inputOf(log, [3, 10])
  await assert.rejects(writeBundle({ ...input, chain: input.chain.toSpliced(4, 1) }), /chain/)
  await assert.rejects(writeBundle({ ...input, entries: input.entries.map(it => ({ ...it, salt: new Uint8Array(32) })) }), /link 3/)
  await assert.rejects(writeBundle({ ...input, entries: [] }), /one entry/)
  await assert.rejects(writeBundle({ ...input, exhibits: inputOf({ ...log, files: new Map() }, []).exhibits }), /Exhibit 1/)
})

test('a disk that is full, or an original that changes while it is read, leaves no bundle behind', async () => {
  const full = new Writable({ write: (_, __, done) => done(new Error('no space')) })
  await assert.rejects(makeBundle(inputOf(log, [3]), full), /no space/)
  const { exhibits, ...rest } = inputOf(log, [10])
  let reads = 0
  const open = async (hash: string) => (++reads > 2 ? Readable.from([Buffer.from('x')]) : exhibits.open(hash))
  const out = new PassThrough().resume()
  await assert.rejects(makeBundle({ ...rest, exhibits: { open } }, out), /announced/)
  assert.ok(out.destroyed)
})

test('sha256sum alone passes the manifest, and the script in the bundle checks the rest and finds a change', { skip: without('unzip') }, async () => {
  const here = join(dir, 'by-hand')
  spawnSync('unzip', ['-q', bundle.path, '-d', here])
  const cwd = join(here, folder)
  assert.equal(spawnSync('sha256sum', ['-c', 'manifest-sha256.txt'], { cwd }).status, 0)
  const script = () => spawnSync('sh', ['data/verify.sh'], { cwd, encoding: 'utf8' })
  assert.equal(script().status, 0, script().stdout)
  for (const [name, from, to] of [['entries', 'luk op', 'luk i'], ['chain', '"seq":7}', '"seq":9}']] as const) {
    const path = join(cwd, `data/${name}.jsonl`)
    const before = readFileSync(path, 'utf8')
    writeFileSync(path, before.replace(from, to))
    const { status, stdout } = script()
    assert.equal(status, 1)
    assert.match(stdout, new RegExp(`${name}\\.jsonl: \\d`))
    writeFileSync(path, before)
  }
  writeFileSync(join(cwd, 'data/ny.txt'), '')
  assert.match(script().stdout, /a file too many/)
})

test('the script checks 400 opened entries within three seconds', { skip: without('unzip') }, async () => {
  const big = await writeBundle(inputOf(await testLog(400), Array.from({ length: 400 }, (_, index) => index + 1)))
  const here = join(dir, 'big')
  spawnSync('unzip', ['-q', big.path, '-d', here])
  const began = performance.now()
  assert.equal(spawnSync('sh', ['data/verify.sh'], { cwd: join(here, folder) }).status, 0)
  assert.ok(performance.now() - began < 3000)
})
