import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { type Door, readConfig } from './config.ts'

const folder = mkdtempSync(join(tmpdir(), 'lods-config-'))
after(() => rmSync(folder, { recursive: true }))
mkdirSync(join(folder, 'data/keys'), { recursive: true })
symlinkSync(join(folder, 'data/keys'), join(folder, 'link'))

test('with nothing set the demo has its own places', () => {
  const config = readConfig({ LODS_DEMO: '1' })
  assert.deepEqual([config.door, config.host, config.port], ['demo', '127.0.0.1', 3000])
  assert.deepEqual([config.data, config.keys], [resolve('data'), resolve('data-keys')])
  assert.match(config.municipality, /config\/havneby$/)
  assert.equal('databaseUrl' in config, false)
})

const keys = { LODS_KEYS: join(folder, 'keys'), LODS_DATA: join(folder, 'data') }
const faults: readonly { env: Record<string, string>; door: Door; says: RegExp }[] = [
  { env: { PORT: '70000' }, door: 'command', says: /^PORT is 70000; it is a number from 0 to 65535\.$/ },
  { env: { PORT: '3e3' }, door: 'command', says: /^PORT is 3e3/ },
  { env: { LODS_DEMO: 'yes' }, door: 'command', says: /^LODS_DEMO is yes; it is 1/ },
  { env: { ...keys, LODS_DEMO: '1' }, door: 'serve', says: /^LODS_DEMO is 1, but serve knows no invented people/ },
  { env: { LODS_HOST: '0.0.0.0' }, door: 'demo', says: /^LODS_HOST is 0\.0\.0\.0, but the demo is for this machine alone/ },
  { env: { LODS_HOST: 'a b' }, door: 'command', says: /^LODS_HOST is a b; it is the address to listen on/ },
  { env: {}, door: 'serve', says: /^LODS_KEYS is not set/ },
  { env: { ...keys, LODS_KEYS: join(folder, 'data/keys') }, door: 'serve', says: /^LODS_KEYS .* lies inside LODS_DATA/ },
  { env: { ...keys, LODS_KEYS: join(folder, 'data') }, door: 'serve', says: /lies inside LODS_DATA/ },
  { env: { ...keys, LODS_KEYS: join(folder, 'link/new') }, door: 'serve', says: /lies inside LODS_DATA/ },
  { env: { ...keys, DATABASE_URL: 'postgres://a@b/c', DATABASE_OWNER_URL: 'postgres://o@b/c' }, door: 'serve',
    says: /^DATABASE_OWNER_URL is set, but serve/ },
  { env: { DATABASE_OWNER_URL: 'postgres://o@b/c' }, door: 'command', says: /^DATABASE_OWNER_URL is set without DATABASE_URL/ },
  { env: { DATABASE_URL: 'mysql://a:secret@b/c' }, door: 'command', says: /^DATABASE_URL is no address of a PostgreSQL server/ },
  { env: { LODS_SAMPLES: join(folder, 'none') }, door: 'command', says: /^LODS_SAMPLES is .*, which is no folder\.$/ },
  { env: { LODS_MUNICIPALITY: '../etc' }, door: 'command', says: /^LODS_MUNICIPALITY is \.\.\/etc; it is the name of a folder in config/ },
  { env: { LODS_MUNICIPALITY: '/nowhere/at-all' }, door: 'command', says: /^LODS_MUNICIPALITY is \/nowhere\/at-all, but there is no folder \/nowhere\/at-all/ },
  { env: { LODS_MUNICIPALITY: 'nowhere' }, door: 'command', says: /^LODS_MUNICIPALITY is nowhere, but there is no folder/ },
]
for (const { env, door, says } of faults)
  test(`${door} with ${Object.keys(env).join(', ') || 'nothing set'} is told: ${says.source}`, () => {
    assert.throws(() => readConfig(env, door), (error: Error) => {
      assert.match(error.message, says)
      assert.equal(error.message.split('\n').length, 1)
      assert.doesNotMatch(error.message, /secret/)
      return true
    })
  })

test('every wrong variable has its own sentence', () => {
  assert.throws(() => readConfig({ PORT: 'x', LODS_HOST: ' ' }, 'serve'), (error: Error) => error.message.split('\n').length === 3)
})

test('the data may not lie inside the keys either, and is a folder', () => {
  assert.throws(() => readConfig({ LODS_DATA: join(folder, 'k/data'), LODS_KEYS: join(folder, 'k') }, 'serve'), /lies inside LODS_KEYS/)
  assert.throws(() => readConfig({ LODS_DATA: fileURLToPath(import.meta.url) }, 'command'), /LODS_DATA \(.*\) is a file/)
})

test('keys beside the data are right, also when their names begin alike', () => {
  assert.equal(readConfig({ LODS_DATA: join(folder, 'data'), LODS_KEYS: join(folder, 'data-keys') }, 'serve').door, 'serve')
  assert.equal(readConfig({ LODS_DATA: join(folder, 'data'), LODS_KEYS: join(folder, '..keys') }, 'serve').door, 'serve')
})
