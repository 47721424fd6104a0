// Every person x every action x every state, for real: the house must do what the signed sheets say, and each single stone of either wall must be missed.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Client } from 'pg'
import { rightsOf } from './cli/acts.ts'
import type { Actor } from './kernel/actor.ts'
import type { Right } from './kernel/rights.ts'
import { readSheet, type SheetLine } from './kernel/sheet.ts'
import type { House } from './platform/action.ts'
import { ask, disagreement, type Outcome, type Probe, probesOf } from './testing-probes.ts'
import { walkedRoads } from './testing-roads.ts'
import { readSheets } from './testing-sheets.ts'
import { type TestTown, testTown } from './testing-town.ts'
import { type Undoing, undoing } from './testing-undo.ts'

let town: TestTown
let undo: Undoing
let second: Client
let house: House
let probes: readonly Probe[] = []
const first = new Map<Probe, Outcome>()
const wrong: string[] = []

before(async () => {
  town = await testTown()
  second = new Client({ host: town.owner.host, port: town.owner.port, user: town.owner.user as string, database: town.owner.database as string })
  await second.connect()
  undo = await undoing(second)
  // What is written to disk cannot be undone with the rest, so nothing is removed from it.
  house = { ...town.house, pool: undo.pool, files: { ...town.house.files, remove: async () => undefined } }
  const asked = kindsOf(town.staff)
  probes = await probesOf(house, town.owner, town.acts, [...asked, ...town.citizens], town.recorded, town.staff.filter(it => !asked.includes(it)))
  const lines = await linesOf()
  for (const probe of probes) {
    const { standing, ...outcome } = await ask(house, probe)
    first.set(probe, outcome)
    const fault = disagreement(probe, outcome, standing, lines.get(probe.act.it.right) ?? [])
    if (fault) wrong.push(fault)
  }
})
after(async () => {
  await undo.end()
  await second.end()
  await town.close()
})

/** Nobody misses these: what stands beside says the same, or nobody asks yet. Each is a stone that could go. */
const spare: Readonly<Record<string, string>> = {
  'visitator_has_receipt on case_file': 'visitator_reads shows her all', 'visitator_has_receipt on case_now': 'visitator_reads shows her all',
  'leader_has_receipt on case_now': 'leader_counts shows all', 'tovholder_has_receipt on case_now': 'tovholder_counts shows all',
  'leader_counts on case_now': 'no page counts yet', 'tovholder_counts on case_now': 'no page counts yet',
  'citizen_reads_own on citizen': 'no page of hers reads it yet',
}
/** As long as no case of the town has been handed on, nobody stands where these are asked. Lapses by itself. */
const afterHandOver = /coordinator|referral|consents\.withdrawn|cases\.(met|given-back)/
async function waiting(): Promise<(name: string) => boolean> {
  const handedOn = await town.owner.query(`select 1 from case_now where status = 'coordinated' limit 1`)
  return name => (handedOn.rowCount === 0 && afterHandOver.test(name)) || name in spare
}

/** Two of each kind of colleague: the one who has a thing, and the one beside. */
const kindsOf = (staff: readonly Actor[]): readonly Actor[] =>
  staff.filter((it, at) => staff.slice(0, at).filter(other => other.roles.join() === it.roles.join()).length < (it.roles.includes('primaryCoordinator') ? 2 : 1))

/** The signed lines of each right, as its room's sheet has them. */
async function linesOf(): Promise<ReadonlyMap<Right, readonly SheetLine[]>> {
  const sheets = new Map(readSheets().map(it => [it.room, readSheet(it.text)] as const))
  return new Map((await rightsOf()).flatMap(({ room, rights }) =>
    Object.entries(rights).map(([act, right]) => [right, (sheets.get(room) ?? []).filter(it => it.act === act)] as const)))
}

test('every role, every action, every state: the house does what the sheets say, and the second wall lets through what the first does', t => {
  t.diagnostic(`${probes.length} probes, ${[...first.values()].filter(it => it.ground !== null).length} let in`)
  assert.deepEqual([...new Set(wrong)], [])
})

test('every action has been tried about something, and somebody was let in', async t => {
  const untried = town.acts.filter(act => ![...first].some(([probe, it]) => probe.act === act && it.ground !== null)).map(act => act.it.audit)
  const states = town.acts.flatMap(({ it }) => it.right.flatMap(grant => (grant.states === 'every' ? [] : grant.states))
    .filter((state, at, all) => all.indexOf(state) === at && !probes.some(probe => probe.act.it === it && probe.candidate.standing.state === state)).map(state => `${it.audit} (${state})`))
  if (states.length > 0) t.diagnostic(`nothing in the town is in these states: ${states.join(', ')}`)
  const waits = await waiting()
  assert.deepEqual(untried.filter(it => !waits(it)), [])
})

test('each single grant that is taken away is missed by somebody', async t => {
  const unmissed: string[] = []
  for (const act of town.acts)
    for (const grant of act.it.right) {
      const without = act.it.right.filter(it => it !== grant)
      const name = `${act.it.audit} without ${grant.by} ${grant.ground}`
      const concerned = probes.filter(it => it.act === act && it.actor.roles.includes(grant.by) && first.get(it)?.ground)
      if (!(await missed(concerned, probe => ask(house, probe, without)))) unmissed.push(name)
    }
  // The sheets miss it all the same (sheets.test.ts); here nobody in the town stood on that ground.
  if (unmissed.length > 0) t.diagnostic(`nobody in the town stands on these: ${unmissed.join(', ')}`)
  const waits = await waiting()
  assert.deepEqual(unmissed.filter(it => !waits(it)), [])
})

async function missed(concerned: readonly Probe[], again: (probe: Probe) => Promise<Outcome>): Promise<boolean> {
  for (const probe of concerned) {
    const [then, now] = [first.get(probe), await again(probe)]
    if (then && (then.ground !== now.ground || then.how !== now.how)) return true
  }
  return false
}

interface Policy { readonly name: string; readonly table: string; readonly permissive: boolean; readonly roles: readonly string[] }

test('each single policy that is dropped is missed by somebody who was let in, or the first wall stands in its place', async t => {
  const { rows } = await town.owner.query<Policy>(`select policyname as name, tablename as table, permissive = 'PERMISSIVE' as permissive, roles::text[] as roles
    from pg_policies where schemaname = 'public' and tablename <> 'lods_migration' order by 2, 1`)
  const letIn = probes.filter(it => first.get(it)?.ground)
  const steady = await steadyOf(letIn)
  const walk = () => walkedRoads(town, { ...house, pool: undo.keeping })
  const whole = await undo.without('select 1', walk)
  assert.equal(await undo.without('select 1', walk), whole, 'the roads answer the same each time')
  const neither: string[] = []
  for (const policy of rows) {
    const found = await undo.without(`drop policy "${policy.name}" on "${policy.table}"`, async () => {
      const stopped = !policy.permissive && !(await opens(probes))
      return stopped || await missedWithout(policy, letIn, steady) || await walk() !== whole
    })
    if (!found) neither.push(`${policy.name} on ${policy.table}`)
  }
  const waits = await waiting()
  t.diagnostic(`${rows.length} policies; nobody misses ${neither.join(', ') || 'none'}`)
  assert.deepEqual(neither.filter(it => !waits(it)), [], 'nobody misses these, and nothing stands in their place')
})

/** Probes whose whole answer is the same when asked twice: of those, the answer is compared too. */
async function steadyOf(letIn: readonly Probe[]): Promise<ReadonlySet<Probe>> {
  const steady = new Set<Probe>()
  for (const probe of letIn) if ((await ask(house, probe)).answer === first.get(probe)?.answer) steady.add(probe)
  return steady
}

async function missedWithout(policy: Policy, letIn: readonly Probe[], steady: ReadonlySet<Probe>): Promise<boolean> {
  const own = (probe: Probe) => policy.roles.some(role => role === 'lods_gate' || probe.actor.roles.some(it => role === `lods_${it.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)}`))
  for (const probe of letIn.filter(own)) {
    const [then, now] = [first.get(probe), await ask(house, probe)]
    if (then?.ground !== now.ground || then.how !== now.how || (steady.has(probe) && then.answer !== now.answer)) return true
  }
  return false
}

/** Whether somebody gets in who did not before. */
async function opens(all: readonly Probe[]): Promise<boolean> {
  for (const probe of all) if (!first.get(probe)?.ground && (await ask(house, probe)).ground) return true
  return false
}
