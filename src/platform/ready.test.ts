import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { packageFolder } from './places.ts'

const clone = mkdtempSync(join(tmpdir(), 'lods-clone-'))
after(() => rmSync(clone, { recursive: true }))
for (const name of ['package.json', 'package-lock.json', 'tsconfig.json']) cpSync(join(packageFolder, name), join(clone, name))
for (const name of ['ready.mjs', 'built.mjs', 'build.mjs', 'lods.mjs'])
  cpSync(join(packageFolder, 'scripts', name), join(clone, 'scripts', name))
symlinkSync(join(packageFolder, 'node_modules'), join(clone, 'node_modules'))
mkdirSync(join(clone, 'src/cli'), { recursive: true })
const main = join(clone, 'src/cli/main.ts')
const answering = (answer: string) => `export const main = async (): Promise<number> => {\n  process.stdout.write('${answer}')\n  return 3\n}\n`

const run = (script: string, ...flags: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, join(clone, 'scripts', script)], { encoding: 'utf8', cwd: clone })
  return { status, stdout, stderr }
}

test('a command is built before it runs, again when its source changed, and stdout holds its words alone', () => {
  writeFileSync(main, answering('one'))
  assert.deepEqual(run('lods.mjs'), { status: 3, stdout: 'one', stderr: '' })
  writeFileSync(main, answering('another'))
  assert.deepEqual(run('lods.mjs'), { status: 3, stdout: 'another', stderr: '' })
  assert.deepEqual(run('build.mjs'), { status: 0, stdout: '', stderr: '' })
})

test('a source with a fault is told on stderr, and what was built before stays', () => {
  writeFileSync(main, 'export const main: string = 1')
  const { status, stdout, stderr } = run('build.mjs')
  assert.deepEqual([status, stdout], [1, ''])
  assert.match(stderr, /^src\/cli\/main\.ts\(1,14\): error TS2322/)
  assert.match(readFileSync(join(clone, 'dist/src/cli/main.js'), 'utf8'), /another/)
  assert.equal(existsSync(join(clone, '.lods/build')), false)
  writeFileSync(main, answering('one'))
})

test('a Node older than 20 is refused in one sentence', () => {
  const older = 'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"18.20.0"}})'
  assert.deepEqual(run('lods.mjs', '--import', older),
    { status: 1, stdout: '', stderr: 'Lods needs Node 20 or newer to begin with, and this is Node 18.20.0.\n' })
})

const packaged = existsSync(join(packageFolder, 'node_modules/.bin/node'))
test('a Node older than 24 hands over to the one that came with the packages', { skip: !packaged }, () => {
  const older = 'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"20.20.0"}})'
  assert.deepEqual(run('lods.mjs', '--import', older), { status: 3, stdout: 'one', stderr: '' })
})

test('packages that are not those of the lock file are seen, and another folder\'s packages are left alone', () => {
  const lock = join(clone, 'package-lock.json')
  const right = readFileSync(lock, 'utf8')
  writeFileSync(lock, right.replace(/("node_modules\/hono": \{\s+"version": ")[^"]+/, '$10.0.1'))
  assert.deepEqual(run('build.mjs'),
    { status: 1, stdout: '', stderr: 'node_modules is a link and not what package-lock.json asks for: run npm ci where it leads.\n' })
  writeFileSync(lock, right)
})
