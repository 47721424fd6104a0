// What the tests need from outside npm: a browser, and two programs that read paper.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fail } from './ready.mjs'

const onPath = name => (process.env.PATH ?? '').split(delimiter).map(folder => join(folder, name)).find(existsSync)
const wanted = [
  { has: () => browser() !== undefined, debian: 'chromium' },
  { has: () => onPath('qpdf') !== undefined, debian: 'qpdf' },
  { has: () => onPath('pdftoppm') !== undefined, debian: 'poppler-utils' },
]
const browser = () => [process.env.CHROMIUM, '/usr/bin/chromium', onPath('chromium')].find(path => path && existsSync(path))

/** Fetches what is missing by apt where that is allowed, and names the browser in CHROMIUM. Ends the process with one sentence where it cannot. */
export function equip() {
  aptInstall(wanted.filter(it => !it.has()).map(it => it.debian))
  process.env.CHROMIUM = browser()
}

/** @param names Debian packages; nothing happens when there are none */
export function aptInstall(names) {
  if (names.length === 0) return
  const how = `apt-get install ${names.join(' ')}`
  if (process.getuid?.() !== 0 || !onPath('apt-get'))
    fail(`The tests need ${names.join(', ')}: run "${how}" as root (or set CHROMIUM to your browser).`)
  process.stderr.write(`Installing ${names.join(', ')} (once) ...\n`)
  const apt = (...args) => spawnSync('apt-get', ['-qq', ...args], {
    encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  apt('update')
  const done = apt('install', '-y', '--no-install-recommends', ...names)
  if (done.status === 0) return
  process.stderr.write(done.stderr)
  fail(`The tests need ${names.join(', ')}, and "${how}" failed; what it said stands above.`)
}

// Called as a program: node scripts/tools.mjs PACKAGE ...
if (process.argv[1]?.endsWith('tools.mjs')) aptInstall(process.argv.slice(2))
