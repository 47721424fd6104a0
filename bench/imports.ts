// How fast is an import? Ours against whatsapp-chat-parser and against the bare limit, reading the file and its SHA-256.
// Each measurement is a process of its own, so that its memory is its own; three rounds, interleaved, the median counts.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseString } from 'whatsapp-chat-parser'
import { fileFeed } from '../src/imports/feed.ts'
import { listFile } from '../src/imports/listing.ts'
import { type ChatShape, writeChat } from './chat.ts'

/** `p50`, `p95`, `p99` in `unit` over the rounds; `ratio` is p50 against the floor's on the same file, lower is better. */
export interface Row {
  readonly name: string
  readonly unit: 'ms'
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly messagesPerSecond: number
  /** The greatest memory of the process, in MB. */
  readonly memory: number
  readonly ratio: number
}

const shapes = ['iphone', 'android'] as const satisfies readonly ChatShape[]
const rounds = 3

/** What is measured; each gives the number of messages it met, so that a fast way to read nothing is seen. */
const measured = {
  /** Survey with SHA-256, second reading, UTC by the zone table, one JSON line each, thrown away at the end. */
  lods: async (path: string): Promise<number> => {
    let bytes = 0
    const listed = await listFile(path, { me: 'Ukendt 2' }, async lines => void (bytes += lines.length))
    return 'tally' in listed && bytes > 0 ? listed.tally.messages : 0
  },
  /** Parses into objects with times in the machine's zone; no hash, no JSON, no offsets. */
  'whatsapp-chat-parser': async (path: string): Promise<number> => parseString(readFileSync(path, 'utf8'), { daysFirst: true }).length,
  'floor: read + SHA-256': async (path: string): Promise<number> => {
    const hash = createHash('sha256')
    await fileFeed(path).each(chunk => void hash.update(chunk))
    return hash.digest().length
  },
} as const
type Name = keyof typeof measured

interface Once { readonly ms: number; readonly memory: number; readonly count: number }

/** Measures with `count` invented Danish messages, iPhone and Android. */
export async function benchImports(count: number): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lods-bench-'))
  const runs = new Map<string, Once[]>()
  try {
    for (const shape of shapes) writeChat(join(folder, shape), count, shape)
    for (let round = 0; round < rounds; round += 1) for (const shape of shapes) for (const name of Object.keys(measured) as Name[]) {
      const key = `${name}, ${shape}`
      runs.set(key, [...(runs.get(key) ?? []), inProcess(name, join(folder, shape))])
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
  return [...runs].map(([name, all]) => rowOf(name, all, runs.get(`floor: read + SHA-256, ${name.split(', ')[1]}`) ?? [], count))
}

function inProcess(name: Name, path: string): Once {
  const { stdout, stderr, status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--once', name, path], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${name} failed: ${stderr}`)
  return JSON.parse(stdout)
}

async function once(name: Name, path: string): Promise<Once> {
  const start = performance.now()
  const count = await measured[name](path)
  return { ms: performance.now() - start, memory: process.resourceUsage().maxRSS / 1024, count }
}

function rowOf(name: string, all: readonly Once[], floor: readonly Once[], count: number): Row {
  const times = all.map(it => it.ms)
  const p50 = rank(times, 0.5)
  return {
    name, unit: 'ms', p50, p95: rank(times, 0.95), p99: rank(times, 0.99), messagesPerSecond: Math.round((count / p50) * 1000),
    memory: Math.round(Math.max(...all.map(it => it.memory))), ratio: Math.round((p50 / rank(floor.map(it => it.ms), 0.5)) * 10) / 10,
  }
}

/** Nearest rank. */
const rank = (values: readonly number[], share: number): number =>
  Math.round([...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? Number.NaN)

function isName(name: string | undefined): name is Name {
  return name !== undefined && name in measured
}

if (import.meta.main) {
  const [option, name, path] = process.argv.slice(2)
  if (option === '--once' && isName(name) && path !== undefined) process.stdout.write(JSON.stringify(await once(name, path)))
  else for (const row of await benchImports(Number(option ?? 500_000))) process.stdout.write(`${JSON.stringify(row)}\n`)
}
