// Reads a folder of settings that people write by hand. Every fault is a sentence with file and place, all are gathered, and none is a stack.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { z } from 'zod'
import { operatorError } from './operator.ts'
import { jsonLines } from './json-lines.ts'
import { settingsText as text } from './settings-text.ts'

/** One folder as it is being read. `faults` grows; nothing is thrown before all has been looked at. */
export interface Folder { readonly path: string; readonly faults: string[] }

export const openFolder = (path: string): Folder => ({ path, faults: [] })

/** @throws an operator's error that holds every fault, a line each */
export function endReading(folder: Folder): void {
  if (folder.faults.length > 0) throw operatorError([text.head(folder.path, folder.faults.length), ...folder.faults].join('\n'), 2)
}

/** Says where in the file: `place` is a path of keys (`persons.3.phone`), turned into a line where the file is JSON. */
export interface Said { readonly say: (place: readonly PropertyKey[], what: string) => void }

const nothing: Said = { say: () => undefined }

/** What a file holds, or undefined where it has a fault, or is not there and need not be. */
export interface Reading<T> extends Said { readonly it: T | undefined }

/** The text of a file; undefined where it is not there. A file that cannot be read, or is no UTF-8, is a fault. */
export function readText(folder: Folder, file: string, need: 'needed' | 'optional'): string | undefined {
  const path = join(folder.path, file)
  const there = statSync(path, { throwIfNoEntry: false })
  if (!there) {
    if (need === 'needed') folder.faults.push(text.missing(file))
    return undefined
  }
  if (!there.isFile() || there.size > largest) {
    folder.faults.push(there.isFile() ? text.large(file, largest) : text.noFile(file))
    return undefined
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch (error) {
    folder.faults.push(error instanceof TypeError ? text.notUtf8(file) : text.unreadable(file, (error as NodeJS.ErrnoException).code ?? ''))
    return undefined
  }
}
/** Bytes; settings are small, and a larger file is something else. */
const largest = 2_000_000

/** A JSON file against its schema. */
export function readJson<T>(folder: Folder, file: string, schema: z.ZodType<T>, need: 'needed' | 'optional' = 'optional'): Reading<T> {
  const raw = readText(folder, file, need)
  if (raw === undefined) return { it: undefined, ...nothing }
  const parsed = parse(folder, file, raw)
  if (!parsed) return { it: undefined, ...nothing }
  const { lines, twice } = jsonLines(raw)
  const say = (place: readonly PropertyKey[], what: string) => {
    const path = place.map(String)
    const line = Array.from({ length: path.length + 1 }, (_, cut) => lines.get(path.slice(0, path.length - cut).join('.'))).find(it => it !== undefined) ?? 1
    // A fault is one line, whatever it quotes.
    folder.faults.push(text.at(file, line, sayPath(place), what.replace(/[\p{Cc}\p{Cf}]+/gu, ' ')))
  }
  for (const path of twice) say(path.split('.').map(part => (/^\d+$/.test(part) ? Number(part) : part)), text.twice)
  const read = schema.safeParse(parsed.value, { reportInput: true })
  if (!read.success) for (const issue of read.error.issues) say(issue.path, sayIssue(issue))
  return { it: read.success && twice.length === 0 ? read.data : undefined, say }
}

function parse(folder: Folder, file: string, raw: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(raw.replace(/^\uFEFF/, '')) as unknown }
  } catch (error) {
    const position = Number(/position (\d+)/.exec((error as Error).message)?.[1] ?? raw.length)
    const before = raw.slice(0, position).split('\n')
    folder.faults.push(text.notJson(file, before.length, (before.at(-1) ?? '').length + 1))
    return undefined
  }
}

/** "persons[3].phone": counted from 1, as people count. */
function sayPath(place: readonly PropertyKey[]): string {
  const said = place.map(part => (typeof part === 'number' ? `[${part + 1}]` : `.${String(part)}`)).join('')
  return said.replace(/^\./, '')
}

/** What the schema has against a value. A sentence of our own stands in `message`; the checks of the package are put in words here. */
function sayIssue(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type': return issue.input === undefined ? text.lacks : text.type(issue.expected)
    case 'unrecognized_keys': return text.unknown(issue.keys.join(', '))
    case 'invalid_value': return text.oneOf(issue.values.map(String).join(', '))
    case 'invalid_key': return text.key(issue.issues.flatMap(it => (it.code === 'invalid_value' ? it.values.map(String) : [])).join(', '))
    case 'too_small': return issue.origin === 'string' && Number(issue.minimum) === 1 ? text.empty : text.least(String(issue.minimum), issue.origin)
    case 'too_big': return text.most(String(issue.maximum), issue.origin)
    // A schema that says nothing of its own has the library's message, in English and without an end.
    case 'invalid_format': return issue.format === 'regex' && issue.message.endsWith('.') ? issue.message : text.format(issue.format)
    case 'invalid_union': return text.union
    default: return issue.message.endsWith('.') ? issue.message : text.union
  }
}

/** Names of the files with this ending in a part of the folder, in order; none where there is no such part. Anything else in it is a fault. */
export function filesIn(folder: Folder, part: string, ending: string): readonly string[] {
  const there = statSync(join(folder.path, part), { throwIfNoEntry: false })
  if (!there) return []
  if (!there.isDirectory()) {
    folder.faults.push(text.noFolder(part))
    return []
  }
  const names = readdirSync(join(folder.path, part)).filter(it => !it.startsWith('.')).sort()
  for (const name of names) if (!name.endsWith(ending) && name !== 'README.md') folder.faults.push(text.stranger(`${part}/${name}`, ending))
  return names.filter(it => it.endsWith(ending) && it !== 'README.md').map(it => `${part}/${it}`)
}

/** A file or folder that no part of the reading knows is most often a name that was spelled wrongly, and would be passed over in silence. */
export function knowsAll(folder: Folder, known: readonly string[]): void {
  const there = statSync(folder.path, { throwIfNoEntry: false })
  if (!there?.isDirectory()) {
    folder.faults.push(text.noFolder(basename(folder.path)))
    return
  }
  for (const name of readdirSync(folder.path).filter(it => !it.startsWith('.') && !it.endsWith('~')))
    if (!known.includes(name)) folder.faults.push(text.unknownFile(name, known.join(', ')))
}
