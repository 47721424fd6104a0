// Builds the house: TypeScript to dist/, then style sheets, fonts and browser modules to dist/assets. Says nothing when all is well.
// It is built aside and put in place when it is whole, so that a running server never sees half of it.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')
const stamp = join(dist, '.built-from')
const tsc = join(root, 'node_modules/typescript/bin/tsc')

/** Builds when dist/ is not built from the source as it stands; answers whether it now is. */
export async function built() {
  const now = standing()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return true
  return build(now)
}

async function build(now) {
  if (!existsSync(tsc)) {
    process.stderr.write('The build needs TypeScript, which was left out (NODE_ENV=production or --omit=dev): run npm ci --include=dev.\n')
    return false
  }
  const fresh = join(root, '.lods', `build-${process.pid}`)
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { recursive: true })
  try {
    const done = spawnSync(process.execPath, [tsc, '-p', '.', '--outDir', fresh], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
    process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}`)
    if (done.status !== 0) return false
    await dress(join(fresh, 'assets'))
    writeFileSync(join(fresh, '.built-from'), now)
    putInPlace(fresh)
    return true
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

async function dress(to) {
  if (!existsSync(join(root, 'scripts/assets.mjs'))) return
  const { assets } = await import('./assets.mjs')
  await assets(to)
}

function putInPlace(fresh) {
  const old = join(root, '.lods', `old-${process.pid}`)
  if (existsSync(dist)) renameSync(dist, old)
  renameSync(fresh, dist)
  rmSync(old, { recursive: true, force: true })
}

/** Path, size and time of every file that goes into the build, as one hash. */
function standing() {
  const files = ['src', 'test', 'bench', 'scripts'].flatMap(name => under(join(root, name)))
  const config = readdirSync(root).filter(name => /^(tsconfig.*|package-lock)\.json$/.test(name)).map(name => join(root, name))
  const lines = [...files, ...config].map(path => {
    const { size, mtimeMs } = statSync(path)
    return `${relative(root, path)} ${size} ${mtimeMs}\n`
  })
  return createHash('sha256').update(lines.sort().join('')).digest('hex')
}

function under(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true, recursive: true }).filter(it => it.isFile()).map(it => join(it.parentPath ?? it.path, it.name))
}
