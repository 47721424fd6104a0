// One measurement in a process of its own, so that its memory is its own: node once.js STAND.json LINE MILLISECONDS, answers with JSON.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Once, pairs } from './lines.ts'
import { rank, type Run } from './numbers.ts'
import type { Stand } from './stand.ts'

const warmUp = 400

/** Each client does one after the other until the time is over. @returns milliseconds of each */
async function during(milliseconds: number, clients: number, once: Once): Promise<number[]> {
  const times: number[] = []
  const until = performance.now() + milliseconds
  await Promise.all(Array.from({ length: clients }, async (_, client) => {
    for (let now = performance.now(); now < until;) {
      await once(client)
      const then = performance.now()
      times.push(then - now)
      now = then
    }
  }))
  return times
}

/** Processor time so far, ours and that of the database's processes, in milliseconds; a tick of Linux is 10 of them. */
function processor(data: string): number {
  const own = process.cpuUsage()
  const server = readFileSync(join(data, 'db/postmaster.pid'), 'utf8').split('\n')[0]
  const ticks = readdirSync('/proc').filter(it => /^\d+$/.test(it)).map(it => {
    try {
      const [, parent, user, system] = /^\d+ \(.*\) \S (\d+)(?: \S+){9} (\d+) (\d+)/s.exec(readFileSync(`/proc/${it}/stat`, 'utf8')) ?? []
      return parent === server ? Number(user) + Number(system) : 0
    } catch {
      return 0      // gone meanwhile
    }
  })
  return (own.user + own.system) / 1000 + 10 * ticks.reduce((sum, it) => sum + it, 0)
}

const [path = '', name, milliseconds] = process.argv.slice(2)
const stand: Stand = JSON.parse(readFileSync(path, 'utf8'))
const line = pairs(stand.logs.map(it => it.size)).flatMap(it => [it.ours, it.floor]).find(it => it.name === name)
if (!line) throw new Error(`There is no line ${name}.`)
const { once, close } = await line.ready(stand)
await during(warmUp, line.clients, once)
const data = join(stand.folder, 'data')
const [begun, spent] = [performance.now(), processor(data)]
const times = await during(Number(milliseconds), line.clients, once)
const seconds = (performance.now() - begun) / 1000
const cpu = (processor(data) - spent) / times.length
await close()
const run: Run = {
  p50: rank(times, 0.5), p95: rank(times, 0.95), p99: rank(times, 0.99), perSecond: times.length / seconds, cpu, memory: process.resourceUsage().maxRSS / 1024,
}
process.stdout.write(JSON.stringify(run))
