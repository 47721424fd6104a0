import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import sharp from 'sharp'
import type { PaperBlock, PaperHead } from './paper.ts'
import { printPaper } from './paper-thread.ts'
import { viewCopy } from './view-copy.ts'

const head: PaperHead = { title: 'Log over hændelser', left: 'Log · 20. november 2026', at: new Date('2026-11-20T10:00:00Z'), lang: 'da' }
const dir = mkdtempSync(join(tmpdir(), 'paper-'))
const without = (tool: string) => (spawnSync(tool, ['--version']).error ? `${tool} is not installed` : false)
const told = (index: number) => `Hændelse ${index}: han stod ved døren på Ærøgade og råbte "Åh, luk op" 😀.`

async function print(name: string, blocks: AsyncIterable<PaperBlock> | Iterable<PaperBlock>): Promise<{ path: string; bytes: Buffer; pages: number }> {
  const pieces: Uint8Array[] = []
  const { pages } = await printPaper(head, blocks, piece => { pieces.push(piece) })
  const path = join(dir, `${name}.pdf`)
  const bytes = Buffer.concat(pieces)
  writeFileSync(path, bytes)
  return { path, bytes, pages }
}

async function* everyKind(rows: number, pictures: number): AsyncGenerator<PaperBlock> {
  yield { kind: 'title', text: 'Log over hændelser' }
  yield { kind: 'facts', rows: [['Antal', String(rows)]] }
  yield { kind: 'heading', text: 'Alle hændelser' }
  yield { kind: 'list', items: ['Nyeste først', 'Kun valgte'] }
  const columns = [{ title: 'Nr.', share: 1 }, { title: 'Hvad der skete', share: 8 }]
  yield { kind: 'table', columns, rows: Array.from({ length: rows }, (_, index) => [String(index), told(index)]) }
  const raw = await sharp({ create: { width: 1600, height: 900, channels: 3, background: '#4477aa' } }).png().toBuffer()
  for (let no = 1; no <= pictures; no++) {
    const copy = await viewCopy(raw)
    assert.ok(copy)
    yield { kind: 'figure', ...copy, alt: `Bilag ${no}: et foto`, caption: `Bilag ${no}. foto.jpg` }
  }
}

test('a log of 1,000 rows and 50 pictures is drawn beside the event loop within 400 MB and holds every text', async () => {
  let turns = 0
  const clock = setInterval(() => { turns++ }, 20)
  const { path, bytes } = await print('big', everyKind(1000, 50))
  clearInterval(clock)
  assert.ok(turns > 10, `the event loop turned ${turns} times`)
  assert.ok(process.memoryUsage.rss() < 400 * 1024 * 1024, `${Math.round(process.memoryUsage.rss() / 1_048_576)} MB`)
  assert.ok(bytes.subarray(0, 8).toString() === '%PDF-1.7')
  if (without('pdftotext')) return
  const text = spawnSync('pdftotext', [path, '-'], { encoding: 'utf8', maxBuffer: 1e8 }).stdout.replaceAll(/\s+/g, ' ')
  for (let index = 0; index < 1000; index++) assert.ok(text.includes(told(index).replace('😀', '[grinende ansigt U+1F600]')), `row ${index}`)
  assert.match(text, /side 1 af \d+/)
})

test('qpdf finds nothing wrong, and headings, tables and pictures are marked as such', { skip: without('qpdf') || without('pdfinfo') }, async () => {
  const { path } = await print('small', everyKind(5, 1))
  assert.equal(spawnSync('qpdf', ['--check', path]).status, 0)
  const structure = spawnSync('pdfinfo', ['-struct', path], { encoding: 'utf8' }).stdout
  for (const element of ['H1', 'H2', 'Table', 'TH', 'TD', 'Figure', 'LBody']) assert.match(structure, new RegExp(`^ *${element}\\b`, 'm'))
  const meta = spawnSync('pdfinfo', ['-meta', path], { encoding: 'utf8' }).stdout
  assert.match(meta, /<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>A</)
})

test('a cell longer than a page goes on over the next pages', async () => {
  const long = Array.from({ length: 3000 }, (_, index) => `ord${index}`).join(' ')
  const columns = [{ title: 'Nr.', share: 1 }, { title: 'Tekst', share: 4 }]
  const { path, pages } = await print('long', [{ kind: 'table', columns, rows: [['1', long]] }])
  assert.ok(pages > 2)
  if (without('pdftotext')) return
  const text = spawnSync('pdftotext', [path, '-'], { encoding: 'utf8' }).stdout
  for (let index = 0; index < 3000; index++) assert.ok(text.includes(`ord${index}`))
})

test('the same blocks on the same date give the same bytes', async () => {
  const [one, two] = [await print('one', everyKind(3, 1)), await print('two', everyKind(3, 1))]
  assert.deepEqual(one.bytes, two.bytes)
})

test('what goes wrong in the thread or in the blocks is told, not swallowed', async () => {
  const broken: PaperBlock[] = [{ kind: 'figure', jpeg: Buffer.from('no picture'), width: 1, height: 1, alt: '', caption: '' }]
  await assert.rejects(print('broken', broken))
  await assert.rejects(print('broken', (function* (): Generator<PaperBlock> { throw new Error('no more blocks') })()), /no more blocks/)
})

test('a copy for the eye has no place, camera or time in it, and stands upright', async () => {
  const exif = { IFD0: { Make: 'Kamera 9' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '55/1 28/1 0/1' } }
  const raw = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#ffffff' } }).withMetadata({ orientation: 6 }).withExif(exif).jpeg().toBuffer()
  assert.ok(raw.includes('Kamera 9'))
  const copy = await viewCopy(raw)
  assert.ok(copy && !Buffer.from(copy.jpeg).includes('Kamera 9') && !Buffer.from(copy.jpeg).includes('Exif'))
  assert.ok(copy.width < copy.height)
  assert.equal(await viewCopy(Buffer.from('%PDF-1.4')), undefined)
})
