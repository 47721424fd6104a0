// Missing and forbidden look the same from outside: for every address that names a thing, whoever may not have it gets, byte for byte,
// what is answered for a thing that does not exist.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { keyFields } from './testing-inputs.ts'
import { bySheet, type Probe, probesOf, standingFor } from './testing-probes.ts'
import { cookieOf, type TestTown, testTown } from './testing-town.ts'
import { openWeb } from './web/web.ts'

let town: TestTown
let web: Hono
before(async () => {
  town = await testTown()
  web = openWeb(town.house)
})
after(() => town.close())

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Everything that comes back but what is new each time: ids in addresses and on forms. */
async function answerTo(method: string, path: string, cookie: string, form: Readonly<Record<string, unknown>>): Promise<string> {
  const headers = { cookie, host: 'house.test', origin: 'http://house.test', 'content-type': 'application/x-www-form-urlencoded' }
  const body = method === 'post' ? { body: new URLSearchParams(Object.entries(form).map(([name, value]): [string, string] => [name, String(value)])) } : {}
  const answer = await web.request(`http://house.test${path}`, { method: method.toUpperCase(), headers, ...body })
  const kept = [...answer.headers].filter(([name]) => name !== 'date').map(pair => pair.join(': ')).sort().join('\n')
  return `${answer.status}\n${kept}\n${await answer.text()}`.replace(uuids, 'ID')
}

const filled = (path: string, raw: Readonly<Record<string, unknown>>): string => path.replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => encodeURIComponent(String(raw[name])))
/** The same question about something that is not there. */
const elsewhere = ({ act: { it }, candidate: { raw } }: Probe): Readonly<Record<string, unknown>> =>
  ({ ...raw, ...Object.fromEntries(keyFields(it).ids.map(name => [name, randomUUID()])) })

test('for every address that names a thing: forbidden is answered as missing, and only those who may get another answer', async t => {
  // One of each kind is enough: what is compared is the answer to those who may not.
  const people = [...town.staff.filter((it, at, all) => all.findIndex(other => other.roles.join() === it.roles.join()) === at), ...town.citizens.slice(0, 4)]
  const cookies = new Map(await Promise.all(people.map(async it => [it, await cookieOf(town.house, it)] as const)))
  const probes = (await probesOf(town.house, town.owner, town.acts, people, town.recorded)).filter(({ act: { it } }) => /:\w/.test(it.path ?? ''))
  const seen = new Map<string, number>()
  const told: string[] = []
  let denied = 0
  for (const probe of probes) {
    const { act: { it }, actor, candidate } = probe
    const kind = `${it.method} ${it.path} ${actor.id} ${actor.unlocked} ${candidate.standing.state}`
    if ((seen.get(kind) ?? 0) >= 1) continue
    const standing = await standingFor(town.house, probe)
    if (standing && bySheet(it.right.map(grant => ({ ...grant, act: '' })), actor, standing).length > 0) continue
    seen.set(kind, 1)
    denied += 1
    const ask = (raw: Readonly<Record<string, unknown>>) => answerTo(it.method, filled(it.path ?? '', raw), cookies.get(actor) ?? '', raw)
    const [there, gone] = [await ask(candidate.raw), await ask(elsewhere(probe))]
    if (there !== gone) told.push(`${it.method.toUpperCase()} ${it.path} as ${actor.roles.join('+') || 'nobody'}: ${there.slice(0, 3)} and ${gone.slice(0, 3)}`)
  }
  t.diagnostic(`${denied} forbidden things were asked for`)
  assert.deepEqual([...new Set(told)], [])
  assert.ok(denied > 0 || probes.length === 0)
})

test('whoever may, gets an answer that differs from the one for a missing thing: the comparison is not blind', async () => {
  const citizen = town.citizens.find(it => it.unlocked)
  assert.ok(citizen)
  const cookie = await cookieOf(town.house, citizen)
  const probes = (await probesOf(town.house, town.owner, town.acts.filter(({ it }) => it.method === 'get' && /:\w/.test(it.path ?? '')), [citizen], town.recorded))
    .filter(it => it.candidate.standing.owner === citizen.id)
  const differing = await Promise.all(probes.slice(0, 5).map(async probe => {
    const ask = (raw: Readonly<Record<string, unknown>>) => answerTo('get', filled(probe.act.it.path ?? '', raw), cookie, raw)
    return await ask(probe.candidate.raw) !== await ask(elsewhere(probe))
  }))
  assert.ok(differing.length === 0 || differing.includes(true))
})
