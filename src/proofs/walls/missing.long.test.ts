// Missing and forbidden look the same from outside: for every address that names a thing, whoever may not have it gets, byte for byte,
// what is answered for a thing that does not exist.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { keyFields } from './inputs.ts'
import { addressOf, bySheet, nothingIn, type Probe, probesOf, standingFor } from './probes.ts'
import { cookieOf, type TestTown, testTown } from '../town/town.ts'
import { openWeb } from '../../web/web.ts'

let town: TestTown
let web: Hono
before(async () => {
  town = await testTown()
  web = openWeb(town.house)
})
after(() => town.close())

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

interface Question { readonly method: string; readonly path: string; readonly cookie: string; readonly form: Readonly<Record<string, unknown>> }

/** Everything that comes back but what is new each time: ids in addresses and on forms, and the asker's own address, where one is sent to sign in first. */
async function answerTo({ method, path, cookie, form }: Question): Promise<string> {
  const headers = { cookie, host: 'house.test', origin: 'http://house.test', 'content-type': 'application/x-www-form-urlencoded' }
  const fields = Object.fromEntries(Object.entries(form).map(([name, value]): [string, string] => [name, String(value)]))
  const body = method === 'post' ? { body: new URLSearchParams(fields) } : {}
  const answer = await web.request(`http://house.test${path}`, { method: method.toUpperCase(), headers, ...body })
  const kept = [...answer.headers].filter(([name]) => name !== 'date').map(pair => pair.join(': ')).sort().join('\n')
  // A form that came too late is handed back sealed, this address in it: never the same twice, whether the thing is there or not.
  return `${answer.status}\n${kept}\n${await answer.text()}`.replace(/name="carried" value="[\w-]+"/g, 'SEALED').replace(/name="til" value="[^"]*"/g, 'HERE').replaceAll(encodeURIComponent(path), 'HERE').replace(uuids, 'ID')
}

/** What a form carries goes in its body, what a page is asked with stands in its address. */
const filled = (method: string, path: string, raw: Readonly<Record<string, unknown>>): string => addressOf(path, raw).split('?').slice(0, method === 'get' ? 2 : 1).join('?')
/** The same question about something that is not there: an id that nobody has, a number that nothing has; a word stays where something else beside it says which thing it is. */
function elsewhere({ act: { it }, candidate: { raw } }: Probe): Readonly<Record<string, unknown>> {
  const keys = keyFields(it).ids.map(name => [name, String(raw[name])] as const)
  const word = (value: string) => !/^\d+$/.test(value) && value.replace(uuids, '') !== ''
  const moved = keys.every(([, value]) => word(value)) ? keys : keys.filter(([, value]) => !word(value))
  return { ...raw, ...Object.fromEntries(moved.map(([name, value]) => [name, /^\d+$/.test(value) ? '99999999' : randomUUID()])) }
}

/** Where two answers part, with a little of each. */
function apart(one: string, other: string): string {
  const at = [...one].findIndex((letter, index) => letter !== other[index])
  const from = Math.max(0, (at < 0 ? one.length : at) - 40)
  return `"${one.slice(from, from + 120)}" and "${other.slice(from, from + 120)}"`
}

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
    const ask = (raw: Readonly<Record<string, unknown>>) => answerTo({ method: it.method, path: filled(it.method, it.path ?? '', raw), cookie: cookies.get(actor) ?? '', form: raw })
    const [there, gone] = [await ask(candidate.raw), await ask(elsewhere(probe))]
    if (there !== gone) told.push(`${it.method.toUpperCase()} ${it.path} as ${actor.roles.join('+') || 'nobody'}: ${apart(there, gone)}`)
  }
  t.diagnostic(`${denied} forbidden things were asked for`)
  nothingIn([...new Set(told)], 'here the answer tells whether a thing is there that the asker may not have (on the left it is there): let `facts` and `input` of the action answer `platform.missing` alike')
  assert.ok(denied > 0 || probes.length === 0)
})

test('whoever may, gets an answer that differs from the one for a missing thing: the comparison is not blind', async () => {
  const citizen = town.citizens.find(it => it.unlocked)
  assert.ok(citizen)
  const cookie = await cookieOf(town.house, citizen)
  const probes = (await probesOf(town.house, town.owner, town.acts.filter(({ it }) => it.method === 'get' && /:\w/.test(it.path ?? '')), [citizen], town.recorded))
    .filter(it => it.candidate.standing.owner === citizen.id)
  const differing = await Promise.all(probes.slice(0, 5).map(async probe => {
    const ask = (form: Readonly<Record<string, unknown>>) => answerTo({ method: 'get', path: filled('get', probe.act.it.path ?? '', form), cookie, form })
    return await ask(probe.candidate.raw) !== await ask(elsewhere(probe))
  }))
  assert.ok(differing.length === 0 || differing.includes(true))
})
