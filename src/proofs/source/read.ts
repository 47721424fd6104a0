// The house's own source, read as text, for the tests that hold it to its map. Pure but for `readSource`.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolder } from '../../platform/places.ts'

/** `path` from src/ on, as `cases/rules.ts`. */
export interface SourceFile { readonly path: string; readonly text: string }

/** One import. `to` is a path from src/ on, or the package's name as written; `names` empty for an import for its effect. */
export interface Import {
  readonly to: string
  readonly inside: boolean
  /** `*` where everything is taken, also by import(). */
  readonly names: readonly string[]
  /** Erased by the compiler: never loaded when the program runs. */
  readonly typeOnly: boolean
}

/** Every file under src as it stands. */
export function readSource(folder: string = join(packageFolder, 'src')): SourceFile[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true }).filter(it => it.isFile()).map(it => {
    const path = join(it.parentPath, it.name)
    return { path: path.slice(folder.length + 1), text: readFileSync(path, 'utf8') }
  }).sort((a, b) => (a.path < b.path ? -1 : 1))
}

export const isCode = (path: string): boolean => /\.tsx?$/.test(path)
/** Tests, and what only tests use: the proofs of the whole house, and in the rooms what is named so. */
export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path) || isTesting(path)
export const isTesting = (path: string): boolean => path.startsWith('proofs/') || /^testing(-[a-z-]+)?\.tsx?$/.test(path.split('/').at(-1) ?? '')
/** The room of a file; `roof` for those directly in src and for the proofs, which look at all rooms; `map` for the map itself, which everybody may read. */
export const roomOf = (path: string): string => (path === 'map.ts' ? 'map' : path.includes('/') && !path.startsWith('proofs/') ? path.slice(0, path.indexOf('/')) : 'roof')
export const lastPart = (path: string): string => path.split('/').at(-1) ?? ''

const standing = /^[ \t]*(import|export)\s+(type\s+)?([^'"`;=()]*?\bfrom\s*)?['"]([^'"\n]+)['"]/gm
const onTheWay = /\bimport\s*\(\s*(?:['"]([^'"\n]+)['"])?/g
const beside = /new URL\(\s*['"](\.[^'"\n]+)\.js['"]\s*,\s*import\.meta\.url/g

/** Static, dynamic and worker imports, as the text has them. */
export function importsOf({ path, text }: SourceFile): Import[] {
  const found: Import[] = []
  for (const [, , type, clause, to] of text.matchAll(standing))
    if (to) found.push({ ...resolved(path, to), names: namesIn(clause ?? ''), typeOnly: type !== undefined })
  for (const [, to] of text.matchAll(onTheWay))
    if (to) found.push({ ...resolved(path, to), names: ['*'], typeOnly: false })
  for (const [, to] of text.matchAll(beside))
    if (to) found.push({ ...resolved(path, `${to}.ts`), names: ['*'], typeOnly: false })
  return found
}

/** Places that load what only the running program knows. */
export const computedImports = ({ text }: SourceFile): number => [...text.matchAll(onTheWay)].filter(it => it[1] === undefined).length

function resolved(from: string, to: string): { to: string; inside: boolean } {
  if (!to.startsWith('.')) return { to, inside: false }
  const parts = from.split('/').slice(0, -1)
  for (const part of to.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return { to: parts.join('/'), inside: true }
}

function namesIn(clause: string): string[] {
  if (clause.includes('*')) return ['*']
  return clause.replace(/\bfrom\s*$/, '').split(/[{},]/).map(it => it.trim().replace(/^type\s+/, '').split(/\s+as\s+/)[0] ?? '').filter(it => it !== '')
}
