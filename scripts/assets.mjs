// Style sheets, fonts and browser modules to dist/assets, each with the hash of its content in its address, and manifest.json to find them by.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, extname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { compile } from 'sass'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const usual = join(root, 'dist/assets')
const look = join(root, 'src/platform/look')
const dkfds = join(root, 'node_modules/dkfds')
const fonts = join(dkfds, 'src/fonts/IBMPlexSans/split/woff2')
const icons = join(dkfds, 'src/img/svg-icons')

const hash = content => createHash('sha256').update(content).digest('hex').slice(0, 10)

function files(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap(it => (it.isDirectory() ? files(join(folder, it.name)) : [join(folder, it.name)])).sort()
}

/** Compiles the browser's modules. Their names carry one hash over all, since they import each other; the server hands out one flat folder. */
function modules(out, manifest) {
  const made = join(root, `.lods/browser-${process.pid}`)
  rmSync(made, { recursive: true, force: true })
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  const done = spawnSync(process.execPath, [compiler, '-p', join(root, 'tsconfig.app.json'), '--outDir', made], { stdio: 'inherit', cwd: root })
  if (done.status !== 0) throw new Error('the browser modules did not compile')
  if (!existsSync(made)) return
  const all = files(made)
  const mark = `js-${hash(all.map(it => readFileSync(it, 'utf8')).join('\0'))}`
  const flat = file => `${mark}.${relative(made, file).replaceAll('/', '.')}`
  for (const file of all) {
    const code = readFileSync(file, 'utf8')
      .replace(/(from\s+|import\s*\(?\s*)(["'])(\.[^"']+)\2/g, (_, before, quote, to) => (
        `${before}${quote}./${flat(join(dirname(file), to))}${quote}`))
    writeFileSync(join(out, flat(file)), code)
    if (relative(made, file).startsWith('app/')) manifest[relative(made, file).slice('app/'.length)] = flat(file)
  }
  rmSync(made, { recursive: true, force: true })
}

function keep(out, manifest, name, content) {
  const kind = extname(name)
  const file = `${name.slice(0, -kind.length)}-${hash(content)}${kind}`
  writeFileSync(join(out, file), content)
  manifest[name] = file
  return file
}

/** The staff's accent as the designsystem's sheets have it baked in: each is read from the custom property that defines it, so that a municipality changes it without a build. */
const accents = { '#0f5c61': '--accent', '#0a4145': '--accent-dark', '#e6f1f1': '--accent-soft', '#0a4f86': '--link' }
const asProperty = css => css.replace(/(--[a-z-]+: ?)?(#0f5c61|#0a4145|#e6f1f1|#0a4f86)/gi, (all, defines, colour) => (defines ? all : `var(${accents[colour.toLowerCase()]})`))

/** What a style sheet asks for is copied in beside it under a hashed name; anything it asks for from elsewhere is a fault. */
function sheet(out, manifest, name) {
  const { css } = compile(join(look, `${name}.scss`), { style: 'compressed', loadPaths: [dkfds], quietDeps: true, silenceDeprecations: ['import'] })
  const settled = css.replace(/url\("?([^")]+)"?\)/g, (_, from) => {
    const folder = from.endsWith('.woff2') ? fonts : icons
    const file = from.slice(from.lastIndexOf('/') + 1)
    return `url(${keep(out, manifest, file, readFileSync(join(folder, file)))})`
  })
  keep(out, manifest, `${name}.css`, name === 'staff' ? asProperty(settled) : settled)
}

/** Fills the folder anew and returns its manifest: name to file. Needs node_modules; runs on Node 20. */
export function assets(out = usual) {
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  const manifest = {}
  modules(out, manifest)
  for (const name of ['staff', 'citizen']) sheet(out, manifest, name)
  keep(out, manifest, 'icon.svg', readFileSync(join(look, 'icon.svg')))
  copyFileSync(join(dkfds, 'LICENSE.md'), join(out, 'LICENSE-dkfds.md'))
  writeFileSync(join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}

/** Bytes over the wire, by name: fonts as they are, everything else through gzip. */
export function weights(manifest, out = usual) {
  return Object.fromEntries(Object.entries(manifest).map(([name, file]) => {
    const content = readFileSync(join(out, file))
    return [name, name.endsWith('.woff2') ? content.length : gzipSync(content).length]
  }))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, bytes] of Object.entries(weights(assets()))) process.stdout.write(`${String(bytes).padStart(7)}  ${name}\n`)
}
