// What the map asks of the source, as one pure function: the same one reads the house and the made-up houses that break it.
import { rooms } from '../../map.ts'
import { computedImports, type Import, importsOf, isCode, isTest, isTesting, lastPart, roomOf, type SourceFile } from './read.ts'

/** Why each of these may do what others may not. A path that ends in a slash is a whole room. */
export interface Allowed { readonly [path: string]: string }

/** Stepping into a database role by hand goes past the first wall. */
export const stepsIntoRoles: Allowed = {
  'platform/': 'where the walls are built',
  'identity/': 'is asked before anybody is somebody; works as sign_in alone',
  'directory/actors.ts': 'finds out which roles a signed-in person holds, as sign_in',
  'web/open/guests.ts': 'the demo says who can sign in, as sign_in',
  'cli/bundle.ts': 'finds who a command is done as, as sign_in, and a case by its number, as the gate',
  'cli/town.ts': 'gives the invented people their password, as sign_in',
  'cli/start.ts': 'asks whether the people are invented, as sign_in',
  'cases/open-contact/actions.ts': 'a unit without a sign-in asks to be called, as sign_in alone',
  'directory/open-entrances.ts': 'anybody reads whom to call elsewhere, as sign_in alone',
  'toolkit/open.ts': 'the open pages read the words of forms, as the gate',
  'main.ts': 'sweeps dead sessions, as sign_in',
}
/** Whoever can make a leave can reach a citizen. */
export const givesLeave: Allowed = {
  'citizens/': 'keeps her safe contact',
  'platform/staffmessage.ts': 'messages to people at work, about no named citizen',
}
/** SQL outside a store. */
export const asksTheDatabase: Allowed = {
  'platform/': 'the database is its work',
  'directory/load.ts': 'brings the folder in as the owner, at migration',
  'toolkit/load.ts': 'brings the versions of a municipality as the owner, at migration',
  'main.ts': 'migrates as the owner before anybody is let in',
  'cli/migrate.ts': 'migrates as the owner', 'cli/check.ts': 'looks which migrations wait',
  'web/web.ts': 'the health check asks whether anybody answers',
}
/** Loading what the text does not name. */
export const loadsUnnamed: Allowed = { 'cli/acts.ts': 'gathers the actions and rights of all rooms from their files' }

const may = (allowed: Allowed, path: string): boolean => Object.keys(allowed).some(it => (it.endsWith('/') ? path.startsWith(it) : path === it))

/** Everything that the map does not allow, one line each; empty is clean. */
export function faultsOf(files: readonly SourceFile[]): string[] {
  const code = files.filter(it => isCode(it.path)).map(file => ({ file, imports: importsOf(file) }))
  const graph = new Map(code.map(({ file, imports }) => [file.path, imports] as const))
  return [
    ...files.flatMap(furniture),
    ...code.flatMap(({ file, imports }) => [
      ...imports.flatMap(it => leaning(file.path, it, graph)), ...(isTest(file.path) ? [] : [...keys(file.path, imports), ...sqlIn(file, imports)]), ...clocks(file),
      ...shape(file),
    ]),
    ...cycles(graph), ...browser(graph), ...pure(graph),
  ]
}

const data = [/^toolkit\/forms\//, /(^|\/)text\.(da|en)\.ts$/, /\.frozen$/]
const banned = ['utils', 'util', 'helpers', 'helper', 'common', 'shared', 'misc', 'index']

function furniture({ path, text }: SourceFile): string[] {
  const lines = text.split('\n').length - 1
  const long = lines > 400 && !data.some(it => it.test(path)) ? [`${path} has ${lines} lines`] : []
  const room = roomOf(path)
  const stranger = room !== 'map' && room !== 'roof' && !(rooms as readonly string[]).includes(room) ? [`${path} is in a room that is not on the map`] : []
  const name = path.split('/').flatMap(part => part.split('.')[0]?.split('-') ?? []).find(word => banned.includes(word))
  return [...long, ...stranger, ...(name ? [`${path} is named ${name}`] : [])]
}

function shape(file: SourceFile): string[] {
  const { path, text } = file
  const statements = text.replace(/\/\*[\s\S]*?\*\//g, '').split('\n').filter(line => /^\S/.test(line) && !/^(\/\/|[})\]])/.test(line))
  const passedOn = statements.filter(line => /^export\s+(type\s+)?(\*|\{)/.test(line)).length
  const barrel = passedOn > 0 && statements.every(line => /^import\s|^export\s+(type\s+)?(\*|\{)/.test(line))
  return [
    ...(/^export\s+default\b|\bas\s+default\b/m.test(text) ? [`${path} has a default export`] : []),
    ...(barrel ? [`${path} only passes on what others export`] : []),
    ...(computedImports(file) > 0 && !isTest(path) && !may(loadsUnnamed, path) ? [`${path} loads what its text does not name`] : []),
  ]
}

function leaning(path: string, it: Import, graph: ReadonlyMap<string, unknown>): string[] {
  if (!it.inside) return []
  if (!graph.has(it.to)) return isCode(it.to) && !isTest(path) ? [`${path} imports ${it.to}, which is not there`] : []
  const [here, there] = [roomOf(path), roomOf(it.to)]
  if (isTesting(it.to)) return isTest(path) ? [] : [`${path} leans on ${it.to}, which is for tests`]
  if (there === 'map' || here === there || here === 'roof') return []
  if (there === 'roof') return here === 'cli' ? [] : [`${path} leans on the roof: ${it.to}`]
  const height = (room: string) => (rooms as readonly string[]).indexOf(room)
  return height(there) < height(here) ? [] : [`${path} leans up on ${it.to}`]
}

function keys(path: string, imports: readonly Import[]): string[] {
  const takes = (from: string, names: readonly string[]) => imports.some(it => it.to === from && it.names.some(name => name === '*' || names.includes(name)))
  return [
    ...(takes('platform/db.ts', ['withRole', 'putOn']) && !may(stepsIntoRoles, path) ? [`${path} steps into a database role by hand`] : []),
    ...(takes('platform/mayreach.ts', ['grantReach']) && !may(givesLeave, path) ? [`${path} gives leave to reach somebody`] : []),
  ]
}

function sqlIn({ path, text }: SourceFile, imports: readonly Import[]): string[] {
  const store = /^(store|[a-z-]+-store|store-[a-z-]+)\.ts$/.test(lastPart(path))
  if (store || may(asksTheDatabase, path)) return []
  const asks = imports.some(it => !it.typeOnly && /^(kysely|pg)(\/|$)/.test(it.to)) || /\bsql(<[^`\n]*>)?`/.test(text) || /(?<!\breq)\.query\(/.test(text)
  return asks ? [`${path} has SQL outside a store`] : []
}

/** The time is told to whoever needs it. The platform has the clock; the doors and the roof start things. */
function clocks({ path, text }: SourceFile): string[] {
  if (isTest(path) || ['platform', 'web', 'app', 'cli', 'roof', 'map'].includes(roomOf(path)) && lastPart(path) !== 'rules.ts') return []
  return /\bnew Date\(\s*\)|\bDate\.now\(|\bperformance\.now\(/.test(text) ? [`${path} reads the clock`] : []
}

/** Files that import each other in a ring, types too: two files that need each other are one file, or miss a third. */
function cycles(graph: ReadonlyMap<string, readonly Import[]>): string[] {
  const done = new Set<string>()
  const found: string[] = []
  const walk = (path: string, way: readonly string[]): void => {
    const at = way.indexOf(path)
    if (at >= 0) found.push(`a ring of imports: ${[...way.slice(at), path].join(' > ')}`)
    if (at >= 0 || done.has(path)) return
    for (const it of graph.get(path) ?? []) if (it.inside && it.to !== path) walk(it.to, [...way, path])
    done.add(path)
  }
  for (const path of graph.keys()) walk(path, [])
  return found
}

const mayTravel = (path: string): boolean =>
  path.startsWith('app/') || path.startsWith('kernel/') || path.startsWith('toolkit/forms/') || /^(rules|text\.(da|en))\.ts$/.test(lastPart(path))

/** What the browser loads, by every way: pure files only, and no package in any of them. */
function browser(graph: ReadonlyMap<string, readonly Import[]>): string[] {
  const roots = [...graph.keys()].filter(path => path.startsWith('app/') && !isTest(path))
  return reach(graph, roots).flatMap(([path, by]) => [
    ...(mayTravel(path) ? [] : [`${path} reaches the browser through ${by}`]),
    ...foreign(graph, path).map(name => `${path} takes ${name} to the browser`),
  ])
}

/** Rules are values in, values out: nothing that they load touches a package or the machine. */
function pure(graph: ReadonlyMap<string, readonly Import[]>): string[] {
  const roots = [...graph.keys()].filter(path => lastPart(path) === 'rules.ts')
  return reach(graph, roots).flatMap(([path, by]) => foreign(graph, path).map(name => `${path} imports ${name}, and is loaded by ${by}`))
}

const foreign = (graph: ReadonlyMap<string, readonly Import[]>, path: string): string[] =>
  (graph.get(path) ?? []).filter(it => !it.inside && !it.typeOnly).map(it => it.to)

/** Everything loaded from these files, each with one file that it is loaded from. */
function reach(graph: ReadonlyMap<string, readonly Import[]>, roots: readonly string[]): [string, string][] {
  const seen = new Map(roots.map(path => [path, path]))
  for (const [path] of seen)
    for (const it of graph.get(path) ?? [])
      if (it.inside && !it.typeOnly && graph.has(it.to) && !seen.has(it.to)) seen.set(it.to, path)
  return [...seen]
}
