// What leaves the house, made through the database: chosen entries and nothing else, and everything that should check, checks.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createWriteStream, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { after, before, test } from 'node:test'
import sharp from 'sharp'
import { type TestHouse, testHouse } from '../directory/testing-house.ts'
import { addFile } from '../incidents/actions.ts'
import { perform } from '../platform/action.ts'
import { ownBundle, ownFetch, ownMake, ownPreview } from './actions.ts'
import { writeNumbers } from './numbers.ts'
import { testCase, type TestCase, write } from './testing-case.ts'
import { everythingIn, forms, qpdf, timesOf } from './testing-search.ts'
import { verifyBundle } from './verify.ts'

const chosen = [10, 20, 33, 77, 100, 140, 200, 201, 202, 300, 399, 400]
const count = 400
let town: TestHouse
let it: TestCase
const sealedAt: Date[] = []
let path: string
let sha256: string
let warned: readonly string[]

/** A word that stands nowhere else. */
const word = (kind: string, no: number): string => `${kind}${(no * 7919 + 104729).toString(36)}q${no}`

before(async () => {
  town = await testHouse()
  it = await testCase(town)
  const picture = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#886644' } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '55/1 28/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '8/1 27/1 0/1' } }).jpeg().toBuffer()
  for (let no = 1; no <= count; no++) {
    town.moveClock(47 * 60_000 + no * 1_117)
    sealedAt.push(town.house.clock.now())
    const day = `2026-0${(no % 9) + 1}-11`
    const id = await write(town, it.citizen, `Han råbte ${word('told', no)} 😀 "luk op" ved Ærø.`, { when: 'other', day, time: '22.15', type: 'shouting', note: `Jeg blev bange ${word('note', no)}.` })
    if (no % 50 === 0) await perform(town.house, it.citizen, addFile, { entry: id, file: [new File([new Uint8Array(Buffer.concat([picture, Buffer.from(word('file', no))]))], `foto ${word('name', no)}.jpg`)] })
  }
  town.moveClock(40 * 86_400_000)
  const nr = writeNumbers(chosen)
  const page = (await perform(town.house, it.citizen, ownPreview, { nr })).result
  warned = page.warnings.map(one => `${one.entry} ${one.kind}`)
  const answers = Object.fromEntries(page.warnings.map(one => [`w${one.entry}`, 'known']))
  const { result } = await perform(town.house, it.citizen, ownMake, { nr, seen: page.seen, purpose: 'Til politiet', other: 'Kaj Opdigtet, 00 12 34 56', background: '', ...answers })
  const { result: file } = await perform(town.house, it.citizen, ownFetch, { bundle: result.id })
  path = join(mkdtempSync(join(tmpdir(), 'from-database-')), file.name)
  await pipeline(file.body, createWriteStream(path))
  sha256 = (await perform(town.house, it.citizen, ownBundle, { bundle: result.id })).result.it.sha256
})
after(() => town.close())

test('a photo that tells where it was taken is pointed out before it goes', () => assert.deepEqual(warned.toSorted(), ['100 place', '200 place', '300 place', '400 place']))

test('a log of four hundred, twelve chosen: nothing of the others, no private note and no sealing time is anywhere in the bundle', { skip: qpdf }, async () => {
  const everything = await everythingIn(path)
  const text = everything.get('log.txt')?.toString() ?? ''
  for (let no = 1; no <= count; no++) {
    const opened = chosen.includes(no)
    if (opened) assert.ok(text.includes(word('told', no)), `${no} is on the paper`)
    const at = sealedAt[no - 1] ?? assert.fail()
    const secrets = [word('note', no), ...timesOf(at), ...(opened ? [] : ['told', 'file', 'name'].map(kind => word(kind, no)))]
    for (const [name, bytes] of everything)
      for (const pattern of secrets.flatMap(forms)) assert.ok(!bytes.includes(pattern), `${no} in ${name}: ${pattern.toString()}`)
  }
})

test('the salts of unchosen entries stay in the house', async () => {
  const everything = readFileSync(path).toString('latin1')
  assert.equal(everything.match(/"salt":"[0-9a-f]{64}"/g)?.length, chosen.length)
  for (const field of ['privateNote', 'sealedAt', 'keptSalt', 'zone']) assert.ok(!everything.includes(`"${field}"`), field)
})

const unzip = spawnSync('unzip', ['-v']).error ? 'unzip is not installed' : false
test('what was fetched checks: with sha256sum, with its own script, and with verify', { skip: unzip }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'unpacked-'))
  assert.equal(spawnSync('unzip', ['-q', path, '-d', folder]).status, 0)
  const [inside = ''] = spawnSync('ls', [folder], { encoding: 'utf8' }).stdout.split('\n')
  const cwd = join(folder, inside)
  assert.equal(spawnSync('sha256sum', ['-c', '--quiet', 'manifest-sha256.txt', 'tagmanifest-sha256.txt'], { cwd }).status, 0)
  assert.equal(spawnSync('sh', ['data/verify.sh'], { cwd }).status, 0)
  const verdict = await verifyBundle(path)
  assert.deepEqual(verdict.faults, [])
  assert.equal(verdict.opened, chosen.length)
  assert.equal(verdict.links, count + count / 50)
  assert.equal(spawnSync('sha256sum', [path], { encoding: 'utf8' }).stdout.slice(0, 64), sha256)
})
