// A first visit, all in, as it goes over the wire: a page, its style sheet, its fonts, its modules.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { asset, assetFolder } from './assets.ts'

const page = 12_000
const file = (name: string) => readFileSync(join(assetFolder, asset(name).slice('/assets/'.length)))
const zipped = (...names: string[]) => names.reduce((sum, name) => sum + gzipSync(file(name)).length, 0)
const modules = ['exit.js', 'exit-key.js', 'once.js']

test('a citizen\'s first page weighs under 50 kB, its style sheet under 15', () => {
  assert.ok(zipped('citizen.css') < 15_000)
  assert.ok(page + zipped('citizen.css', 'icon.svg', ...modules) < 50_000)
})

test('a first page for staff weighs under 90 kB with both fonts', () => {
  const fonts = readdirSync(assetFolder).filter(it => it.endsWith('.woff2'))
  assert.equal(fonts.length, 2)
  const letters = fonts.reduce((sum, it) => sum + readFileSync(join(assetFolder, it)).length, 0)
  assert.ok(page + letters + zipped('staff.css', 'icon.svg', 'once.js') < 90_000)
})

test('no style sheet asks for anything outside its own folder', () => {
  for (const name of ['staff.css', 'citizen.css'] as const) {
    const asked = [...file(name).toString('utf8').matchAll(/url\("?([^")]+)"?\)/g)].map(it => it[1] ?? '')
    assert.deepEqual(asked.filter(it => !readdirSync(assetFolder).includes(it)), [])
  }
  assert.equal(file('citizen.css').includes('url('), false)
})
