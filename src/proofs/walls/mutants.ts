// One thing changed in a good folder: a key gone, a wrong kind, a number that leads nowhere, a day that is none, a line twice, a byte of noise.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import fc from 'fast-check'

/** `file` is inside the folder; `path` picks a value of it, by chance; `how` what is done to it. */
export interface Mutation { readonly file: number; readonly path: readonly number[]; readonly how: number; readonly seed: number }

export const mutations: fc.Arbitrary<Mutation> = fc.record({
  file: fc.nat(), path: fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), how: fc.nat(), seed: fc.nat(),
})

const strange: readonly unknown[] = [
  null, '', ' ', 0, -1, 1.5, 1e21, 999_999, true, [], {}, [[]], { a: 1 }, 'x', '2026-02-30', '2026-13-01', '1900-01-01', '9999-12-31', '2026-11-29', '0', '00 10', '112', '#ff0000', '#fff', '12:00', '25:00',
  'æøå', 'x'.repeat(500), '\u202E', 'a\nb', '<b>x</b>', '{1}', '__proto__', 'visitator', 'citizen', 'jonas.eksempel', '../../etc', 'https://example.org', 'javascript:alert(1)',
]

type Holder = Record<string, unknown> | unknown[]
const isHolder = (it: unknown): it is Holder => typeof it === 'object' && it !== null
const keysOf = (it: Holder): string[] => Object.keys(it)

/** Goes down by chance until something has nothing below it, or the path ends. */
function place(root: unknown, path: readonly number[]): { readonly parent: Holder; readonly key: string } | undefined {
  let at = root
  let found: { parent: Holder; key: string } | undefined
  for (const step of path) {
    if (!isHolder(at) || keysOf(at).length === 0) break
    const key = keysOf(at)[step % keysOf(at).length] as string
    found = { parent: at, key }
    at = (at as Record<string, unknown>)[key]
  }
  return found
}

/** Each takes the value's holder and its key. */
const changes: readonly ((parent: Holder, key: string, seed: number) => void)[] = [
  (parent, key) => { if (Array.isArray(parent)) parent.splice(Number(key), 1); else delete parent[key] },
  (parent, key, seed) => { (parent as Record<string, unknown>)[key] = strange[seed % strange.length] },
  (parent, key, seed) => { (parent as Record<string, unknown>)[key] = strange[seed % strange.length] },
  (parent, key) => { if (Array.isArray(parent)) parent.push(structuredClone(parent[Number(key)])); else parent[`${key}x`] = parent[key] },
  (parent, key, seed) => {
    const value = (parent as Record<string, unknown>)[key]
    ;(parent as Record<string, unknown>)[key] = typeof value === 'number' ? value + (seed % 3 === 0 ? 1_000 : 1) : typeof value === 'string' ? (seed % 2 ? `${value}x` : value.slice(1)) : value
  },
  (parent, key, seed) => {
    const value = (parent as Record<string, unknown>)[key]
    if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) (parent as Record<string, unknown>)[key] = ['2020-01-01', '2027-06-01', '2026-11-30', '2026-1-1'][seed % 4]
    else if (Array.isArray(parent)) parent.reverse()
    else if (seed % 2) (parent as Record<string, unknown>)['role'] = ['hr', 'keyPerson', 'followUpMember', 'evaluator', 'trainingCoordinator'][seed % 5]
    else (parent as Record<string, unknown>)['to'] = ['2020-01-01', '2026-12-24', '2026-11-29'][seed % 3]
  },
]

const files = (folder: string): string[] => readdirSync(folder).flatMap(name => (statSync(join(folder, name)).isDirectory() ? files(join(folder, name)) : [join(folder, name)])).sort()

function changedText(name: string, text: string, { path, how, seed }: Mutation): string | Uint8Array {
  if (name.endsWith('.json') && how % 8 < 6) {
    const root = { it: JSON.parse(text) as unknown }
    const found = place(root, [0, ...path])
    if (found) changes[how % 8]?.(found.parent, found.key, seed)
    return JSON.stringify(root.it, null, 2) ?? ''
  }
  const at = seed % (text.length + 1)
  return [text.slice(0, at), `${text.slice(0, at)}${'"{}[],:;\n0ø'[seed % 11]}${text.slice(at)}`, text.slice(0, at) + text.slice(at + 1), Buffer.concat([Buffer.from(text.slice(0, at)), Buffer.from([0xff, 0xfe]), Buffer.from(text.slice(at))])][how % 4] as string
}

/** Copies of a good folder, each with one mutation; the same place is used again and again. */
export function mutantsOf(folder: string): { readonly folder: string; readonly make: (it: Mutation) => string; readonly end: () => void } {
  const kept = mkdtempSync(join(tmpdir(), 'lods-mutant-'))
  cpSync(folder, kept, { recursive: true })
  const all = files(kept).filter(it => !it.endsWith('.md'))
  let last: { readonly path: string; readonly text: string } | undefined
  return {
    folder: kept,
    make: it => {
      if (last) writeFileSync(last.path, last.text)
      const path = all[it.file % all.length] as string
      last = { path, text: readFileSync(path, 'utf8') }
      writeFileSync(path, changedText(path, last.text, it))
      return relative(kept, path)
    },
    end: () => rmSync(kept, { recursive: true, force: true }),
  }
}
