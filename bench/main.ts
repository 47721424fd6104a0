// npm run bench [-- --json] [-- --million]: the house measured, each line against a floor of the same rounds. What it all says stands in README.md.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { benchImports } from './imports.ts'
import { pairs } from './lines.ts'
import { middle, type Row, type Run, tableOf } from './numbers.ts'
import { asOwner, build, type Stand } from './stand.ts'

const rounds = 3
const milliseconds = 2000
const sizes = [1000, 10_000, 100_000] as const
/** Rows in other people's logs; --million makes it a million. */
const others = 10_000
const messages = 500_000

/** @returns the exit code: 2 used wrongly; a bar that was missed is told and is no failure, the machine may be busy */
export async function main(args: readonly string[]): Promise<number> {
  const unknown = args.find(it => it !== '--json' && it !== '--million')
  if (unknown !== undefined) {
    process.stderr.write(`bench does not know ${unknown}: it takes --json and --million.\n`)
    return 2
  }
  const begun = performance.now()
  const load = Math.round((loadavg()[0] ?? 0) * 10) / 10
  const among = args.includes('--million') ? 1_000_000 : others
  const { rows, settings } = await measured(among)
  const all = [...rows, ...await imported()]
  const held = bars(all)
  const machine = { cores: cpus().length, processor: cpus()[0]?.model ?? '', node: process.versions.node, load, seconds: Math.round((performance.now() - begun) / 1000) }
  if (args.includes('--json')) {
    process.stdout.write(`${JSON.stringify({ machine, settings, among, rows: all, bars: held })}\n`)
    return 0
  }
  const said = Object.entries(settings).map(([name, value]) => `${name} ${value}`).join(', ')
  process.stdout.write(`${said}; ${machine.cores} cores, load ${load} from others at the start, Node ${machine.node}; ${rounds} rounds, interleaved, the median; ${among.toLocaleString('en')} incidents of other people beside the logs measured; ${machine.seconds} s in all\n\n${tableOf(all)}\n\n`)
  for (const it of held) process.stdout.write(`${it.met ? 'met   ' : 'MISSED'}  ${it.bar}: ${it.measured}\n`)
  return 0
}

async function measured(among: number): Promise<{ rows: Row[]; settings: Record<string, string> }> {
  const { stand, stop } = await build(sizes, among)
  try {
    const path = join(stand.folder, 'stand.json')
    writeFileSync(path, JSON.stringify(stand))
    const runs = new Map<string, Run[]>()
    const lines = pairs(sizes)
    for (let round = 0; round < rounds; round += 1)
      for (const [at, { ours, floor }] of lines.entries())
        for (const { name } of [ours, floor]) runs.set(`${at} ${name}`, [...(runs.get(`${at} ${name}`) ?? []), inProcess(path, name)])
    const rows = lines.flatMap(({ ours, floor }, at): Row[] => {
      const [mine, bare] = [ours, floor].map(({ name }) => middle(runs.get(`${at} ${name}`) ?? [])) as [Run, Run]
      return [{ name: ours.name, ...mine, ratio: mine.p50 / bare.p50 }, { name: `  ${floor.name}`, ...bare, ratio: undefined }]
    })
    return { rows, settings: await settingsOf(stand) }
  } finally {
    await stop()
  }
}

function inProcess(path: string, name: string): Run {
  const { stdout, stderr, status } = spawnSync(process.execPath, [fileURLToPath(new URL('once.js', import.meta.url)), path, name, String(milliseconds)], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${name} failed: ${stderr}`)
  return JSON.parse(stdout)
}

const settingsOf = (stand: Stand): Promise<Record<string, string>> => asOwner(stand.owner, async client => {
  const settings: Record<string, string> = {}
  for (const name of ['server_version', 'fsync', 'synchronous_commit', 'full_page_writes'])
    settings[name] = Object.values<string>((await client.query(`show ${name}`)).rows[0] ?? {})[0] ?? ''
  return settings
})

async function imported(): Promise<Row[]> {
  const found = await benchImports(messages)
  const named = (name: string) => (name.startsWith('lods, ') ? `import ${messages.toLocaleString('en')} messages, ${name.slice(6)}` : `  ${name.startsWith('floor') ? '' : 'peer: '}${name}`)
  return found.map(it => ({
    name: named(it.name), p50: it.p50, p95: it.p95, p99: it.p99, perSecond: it.messagesPerSecond, cpu: undefined, memory: it.memory, ratio: it.name.startsWith('floor') ? undefined : it.ratio,
  }))
}

export interface Bar { readonly bar: string; readonly measured: string; readonly met: boolean }

function bars(rows: readonly Row[]): Bar[] {
  const row = (start: string) => rows.find(it => it.name.startsWith(start))
  const per = (start: string) => row(start)?.perSecond ?? 0
  const listed = rows.filter(it => it.name.startsWith('list 50 of '))
  const [least, most] = [Math.min(...listed.map(it => it.perSecond)), Math.max(...listed.map(it => it.perSecond))]
  const imports = rows.filter(it => it.name.startsWith('import '))
  const slowest = Math.min(...imports.map(it => it.perSecond))
  const memory = Math.max(...imports.map(it => it.memory))
  const create = per('create an incident, 4 clients')
  return [
    { bar: 'create an incident at 4 clients, at least 400/s', measured: `${Math.round(create)}/s`, met: create >= 400 },
    { bar: 'list 50 of 10,000, at least 300/s', measured: `${Math.round(per('list 50 of 10,000'))}/s`, met: per('list 50 of 10,000') >= 300 },
    { bar: 'list 50 flat over the sizes, the slowest at least half of the fastest', measured: `${Math.round(least)}/s to ${Math.round(most)}/s`, met: least * 2 >= most },
    { bar: 'import at least 300,000 messages/s', measured: `${slowest.toLocaleString('en')}/s`, met: slowest >= 300_000 },
    { bar: 'import in at most 150 MB', measured: `${memory} MB`, met: memory <= 150 },
  ]
}
