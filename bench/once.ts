// One measurement in a process of its own, so that its memory is its own: node once.js STAND.json LINE MILLISECONDS, answers with JSON.
import { readFileSync } from 'node:fs'
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

const [path = '', name, milliseconds] = process.argv.slice(2)
const stand: Stand = JSON.parse(readFileSync(path, 'utf8'))
const line = pairs(stand.logs.map(it => it.size)).flatMap(it => [it.ours, it.floor]).find(it => it.name === name)
if (!line) throw new Error(`There is no line ${name}.`)
const { once, close } = await line.ready(stand)
await during(warmUp, line.clients, once)
const begun = performance.now()
const times = await during(Number(milliseconds), line.clients, once)
const seconds = (performance.now() - begun) / 1000
await close()
const run: Run = {
  p50: rank(times, 0.5), p95: rank(times, 0.95), p99: rank(times, 0.99), perSecond: times.length / seconds, memory: process.resourceUsage().maxRSS / 1024,
}
process.stdout.write(JSON.stringify(run))
