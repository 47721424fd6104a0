// What every script needs before it can do its work: the packages of package-lock.json, Node 24, and a build of the source as it stands.
// Needs no packages itself and runs on Node 20. Says what it does on stderr; stdout belongs to the work.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const packages = join(root, 'node_modules')
const ownNode = join(packages, '.bin/node')
const wantedNode = 24

/**
 * Ends this process with one sentence where the house cannot be made ready.
 * On an older Node the whole script runs again on Node 24, and this never returns.
 */
export async function ready() {
  const node = Number(process.versions.node.split('.')[0])
  if (node < 20) fail(`Lods needs Node 20 or newer to begin with, and this is Node ${process.versions.node}.`)
  install()
  process.env.PATH = `${join(packages, '.bin')}${delimiter}${process.env.PATH}`
  if (node < wantedNode) return again()
  const { built } = await import('./built.mjs')
  if (!(await built())) process.exit(1)
}

/** A module of the build. */
export const fromBuild = path => import(pathToFileURL(join(root, 'dist', path)).href)

export function fail(sentence, code = 1) {
  process.stderr.write(`${sentence}\n`)
  process.exit(code)
}

function install() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const hash = createHash('sha256').update(lock).digest('hex')
  const stamp = join(packages, '.lods-lock')
  if (read(stamp) === hash) return
  if (!holds(JSON.parse(lock.toString()))) npmCi()
  // Not being allowed to write it only costs the comparison next time.
  try { writeFileSync(stamp, hash) } catch {}
}

/** Whether what npm put into node_modules is what the lock file asks for, whoever called npm. */
function holds(lock) {
  const there = JSON.parse(read(join(packages, '.package-lock.json')) ?? '{}').packages
  if (!there) return false
  const asked = Object.entries(lock.packages).filter(([path]) => path !== '')
  return asked.every(([path, it]) => (there[path] ? there[path].version === it.version : Boolean(it.optional || it.dev || it.devOptional || it.peer)))
    && Object.keys(there).every(path => lock.packages[path])
}

function npmCi() {
  if (lstatSync(packages, { throwIfNoEntry: false })?.isSymbolicLink())
    fail('node_modules is a link and not what package-lock.json asks for: run npm ci where it leads.')
  process.stderr.write('Installing the packages (once) ...\n')
  const cli = process.env.npm_execpath
  const [command, before] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []]
  const done = spawnSync(command, [...before, 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  if (done.status === 0) return
  process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}`)
  fail(done.error ? `npm was not found (${done.error.message}).` : 'npm ci failed; what it said stands above.')
}

function again() {
  if (!existsSync(ownNode) || spawnSync(ownNode, ['--version'], { stdio: 'ignore' }).status !== 0)
    fail(`Lods runs on Node ${wantedNode}; this is Node ${process.versions.node}, and none came with the packages: install Node ${wantedNode}.`)
  const child = spawn(ownNode, process.argv.slice(1), { stdio: 'inherit' })
  // Ctrl-C reaches the child by itself; a signal sent to this process alone is passed on.
  process.on('SIGINT', () => undefined)
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  const parent = process.ppid
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500).unref()
  return new Promise(() => {
    child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
  })
}

function read(path) {
  try { return readFileSync(path, 'utf8') } catch { return undefined }
}
