// Every person x every action x every state, for real: the house must do what the signed sheets say, and each single stone of either wall must be missed.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Act, rightsOf } from '../../cli/acts.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Right } from '../../kernel/rights.ts'
import { readSheet, type SheetLine } from '../../kernel/sheet.ts'
import { databaseRole } from '../../platform/db.ts'
import { askedFor, dropping, type Lived, living, policiesOf, type Policy, titleOf } from './lived.ts'
import { ask, disagreement, elsewhere, nothingIn, type Outcome, type Probe, probesOf } from './probes.ts'
import { walkedRoads } from './roads.ts'
import { readSheets } from './sheets.ts'
import { builtTown, type TestTown } from '../town/town.ts'
import type { Heard, Written } from './undo.ts'
import { openWorkers, shareOut, type Worker } from './workers.ts'

/** They wait for the database most of the time. */
const atOnce = 3
let workers: readonly Worker[] = []
let town: TestTown
let probes: readonly Probe[] = []
/**
 * So many of one kind are asked: the same act by the same person about a thing in the same state, that names her or him or does not.
 * Whoever has no role that the right speaks of is turned away by that alone, whatever the thing: one is asked about.
 */
const mostOfAKind = 2
/** `said`: the words of every statement, by the role that asked it; `wrote`: how many rows of which table. */
interface Asked extends Outcome { readonly took: number; readonly said: Heard; readonly wrote: readonly Written[] }
const first = new Map<Probe, Asked>()
const wrong: string[] = []

before(async () => {
  workers = await openWorkers(atOnce)
  const [one] = workers
  assert.ok(one)
  town = one.town
  // Of citizens two, each before and after the passphrase was given again, are asked about everything; the others about what is theirs.
  const kinds = [...kindsOf(town.staff), ...town.citizens.slice(0, 4)].filter(concerned)
  const beside = [...town.staff, ...town.citizens].filter(it => !kinds.includes(it) && concerned(it))
  probes = await probesOf({ ...one.house, pool: town.house.pool }, town.owner, town.acts.filter(mayDo), kinds, town.recorded, beside)
  const lines = await linesOf()
  const asking = (at: Worker, probe: Probe) => askedFirst(at, probe, lines.get(probe.act.it.right) ?? [])
  await shareOut(workers, chosen(probes), asking)
})
after(() => Promise.all(workers.map(it => it.end())))

/** How many of those who were turned away each worker has asked since it counted what was written. */
const away = new Map<Worker, number>()

async function askedFirst(at: Worker, probe: Probe, lines: readonly SheetLine[]): Promise<void> {
  const { house, undo } = at
  const begun = performance.now()
  undo.heard()
  const { standing, ...outcome } = await ask(house, probe)
  const took = performance.now() - begun
  // What was written is counted for those who were let in; all others write one line of the journal each.
  first.set(probe, { ...outcome, took, said: undo.heard(), wrote: outcome.ground ? await undo.wrote(away.get(at)) : [] })
  away.set(at, outcome.ground ? 0 : (away.get(at) ?? 0) + 1)
  const fault = disagreement(probe, outcome, standing, lines)
  if (fault) wrong.push(fault)
}

function chosen(all: readonly Probe[]): readonly Probe[] {
  const asked = new Map<string, number>()
  return all.filter(probe => {
    const stranger = !probe.act.it.right.some(it => probe.actor.roles.includes(it.by))
    const kind = stranger ? `${nameOf(probe.act)} ${probe.actor.id} ${probe.actor.unlocked}` : `${kindOf(probe)} ${probe.actor.id} ${probe.named}`
    asked.set(kind, (asked.get(kind) ?? 0) + 1)
    return (asked.get(kind) ?? 0) <= (stranger ? 1 : mostOfAKind)
  })
}

/** LODS_PROBES names one role of the kernel: then only who has it is asked about what it may do, and only its policies are dropped. */
const only = process.env['LODS_PROBES']
const concerned = (actor: Actor): boolean => only === undefined || actor.roles.some(it => it === only)
const mayDo = ({ it }: Act): boolean => only === undefined || it.right.some(grant => grant.by === only)
const itsOwn = (it: Policy): boolean => (only === undefined || it.roles.includes(`lods_${only.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)}`)) && askedFor(it)
/** Two acts may have one name in the journal and one address: a door shows one together with more. */
const nameOf = ({ room, name, it }: Act): string => `${room} ${name} ${it.audit} ${it.path}`
const titleOfAct = ({ it, name }: Act): string => `${it.audit} (${it.path ?? name})`
/** Whether everything is asked and taken away, so that a list of exceptions can be held against what was found. */
const everything = only === undefined && process.env['LODS_POLICIES'] === undefined

const kindOf = ({ act, actor, candidate }: Probe): string => `${nameOf(act)} ${actor.roles.join()} ${actor.unlocked} ${candidate.standing.state}`

/** Nobody misses these, because nobody asks yet, each with its reason. Whoever makes the page that asks takes the line away. */
const spare: Readonly<Record<string, string>> = {}

/** Nobody in the town stands on these grants, each with its reason. */
const unasked: Readonly<Record<string, string>> = {}

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
  t.diagnostic(`${first.size} probes of ${probes.length}, ${[...first.values()].filter(it => it.ground !== null).length} let in`)
  assert.ok(first.size > 0, 'nobody was asked anything')
  nothingIn([...new Set(wrong)],
    'the house and its sheets disagree here (who-may-what.md of the room), or the second wall stops somebody whom the first lets in ("broke: 42501": a policy or a grant is wanting in a migration)')
})

test('whoever may is told of what is not there as everybody else is: nobody is let in first', async () => {
  const lost = new Set<string>()
  const done = new Map([...first].flatMap(([probe, { how }]) => (how === 'done' ? [[probe.act, probe] as const] : [])))
  await shareOut(workers, [...done.values()], async ({ house }, probe) => {
    for (const raw of elsewhere(probe)) {
      const { ground, how } = await ask(house, { ...probe, candidate: { ...probe.candidate, raw } })
      if (ground && /^(missing|forbidden|broke)/.test(how)) lost.add(`${probe.act.it.audit}: let in as ${ground}, and then ${how}`)
    }
  })
  nothingIn([...lost], 'let `facts` of the action learn whether it is there before the right lets in')
})

let told: Promise<Lived> | undefined
/** The story is told once more, in a town of its own, and every act looked at as it is done. @param policies those that are asked about, by whoever needs it first */
const toldAgain = (policies: readonly Policy[] = []): Promise<Lived> => {
  told ??= (async () => {
    let lived: Lived | undefined
    const { it } = await builtTown(town.acts, 2, async house => { lived = await living(town.acts.filter(mayDo), house, policies) })
    await lived?.end()
    await it.close()
    return lived as Lived
  })()
  return told
}

test('each single policy that is dropped is missed by somebody who was let in, or the first wall stands in its place', async t => {
  const rows = (await policiesOf(town.owner)).filter(itsOwn)
  const asked = [...first.keys()].sort((a, b) => (first.get(a)?.took ?? 0) - (first.get(b)?.took ?? 0))
  const [letIn, turnedAway] = [asked.filter(it => first.get(it)?.ground), asked.filter(it => !first.get(it)?.ground)]
  const [near, far] = [await leaning(), await hanging()]
  const walk = ({ house, undo }: Worker) => walkedRoads(town, { ...house, pool: undo.keeping })
  const wholes: string[] = []
  for (const at of workers) {
    at.undo.heard()
    wholes.push(await at.undo.without('select 1', () => walk(at)))
  }
  const [whole] = wholes
  const roads = workers.map(it => it.undo.heard())[0] ?? silence
  assert.deepEqual([...new Set(wholes)], [whole], 'the roads answer the same each time')
  const left: Policy[] = []
  const behind: string[] = []
  await shareOut(workers, rows, async (at, policy) => {
    const touched = [policy.table, ...(near.get(policy.table) ?? [])]
    const drop = dropping(policy)
    const onRoads = () => (policy.roles.includes('lods_gate') || says(roads, policy.roles, touched)) && at.undo.without(drop, async () => await walk(at) !== whole)
    const keen = await keenOn(at, policy, drop)
    const lacking = (asked: readonly Probe[]) => missedWithout(at, policy, drop, asked)
    if (await lacking(concernedBy(policy, touched, letIn, keen)) || await onRoads() || await lacking(throughGate(policy, far.get(policy.table) ?? [], letIn, keen))) return
    // Whoever is turned away has asked as the gate, and as nobody else.
    const stopped = !policy.permissive && !(policy.roles.includes('lods_gate') && await at.undo.without(drop, () => opens(at, readersOf(policy, touched, turnedAway, keen))))
    if (stopped) behind.push(titleOf(policy))
    else left.push(policy)
  })
  const { missed } = await toldAgain(left)
  const neither = left.filter(it => !missed.has(it)).map(titleOf)
  t.diagnostic(`${left.length} policies were asked about while the story was told again: ${left.filter(it => missed.has(it)).map(titleOf).join(', ')}`)
  t.diagnostic(`${rows.length} policies; nobody misses ${neither.join(', ') || 'none'}; nobody sees more without, and nobody gets in, ${behind.join(', ') || 'none'}`)
  assert.deepEqual(Object.keys(spare).filter(it => everything && !neither.includes(it)), [], 'these are missed by now, or gone: take them out of `spare`')
  nothingIn(neither.filter(it => !(it in spare)), 'nobody misses these, and nothing stands in their place: let src/cli/town-*.ts, or src/proofs/town/stories.ts, tell of somebody who needs them, or drop them in a new migration')
})

test('every action has been tried about something, and somebody was let in', async t => {
  const { done } = await toldAgain()
  const untried = town.acts.filter(mayDo).filter(act => !done.has(act) && ![...first].some(([probe, it]) => probe.act === act && it.ground !== null)).map(titleOfAct)
  const states = town.acts.flatMap(({ it }) => it.right.flatMap(grant => (grant.states === 'every' ? [] : grant.states))
    .filter((state, at, all) => all.indexOf(state) === at && !probes.some(probe => probe.act.it === it && probe.candidate.standing.state === state)).map(state => `${it.audit} (${state})`))
  if (states.length > 0) t.diagnostic(`nothing in the town is in these states: ${states.join(', ')}`)
  nothingIn(untried, 'nobody was let in to these: let src/cli/town-*.ts, or src/proofs/town/stories.ts, tell of something that they can be done about, by somebody who may')
})

// That each single grant is missed by its sheet is proven in sheets.test.ts; here somebody is turned away.
test('each single grant that is taken away turns somebody away', async () => {
  const { stoodOn } = await toldAgain()
  const unmissed: string[] = []
  const tried = Map.groupBy(first.keys(), it => it.act)
  const grants = town.acts.filter(mayDo).flatMap(act => act.it.right.filter(it => only === undefined || it.by === only).map(grant => [act, grant] as const)).filter(([, grant]) => !stoodOn.has(grant))
  await shareOut(workers, grants, async ({ house }, [act, grant]) => {
    const without = act.it.right.filter(it => it !== grant)
    const asked = (tried.get(act) ?? []).filter(it => it.actor.roles.includes(grant.by) && first.get(it)?.ground)
    if (!(await missed(asked, probe => ask(house, probe, without)))) unmissed.push(`${titleOfAct(act)} without ${grant.by} ${grant.ground}`)
  })
  assert.deepEqual(Object.keys(unasked).filter(it => everything && !unmissed.includes(it)), [], 'somebody stands on these by now, or they are gone: take them out of `unasked`')
  nothingIn(unmissed.filter(it => !(it in unasked)), 'nobody in the town stands on these: let src/proofs/town/stories-last.ts tell of somebody who does, or take the grant out of the right and its sheet')
})

async function missed(concerned: readonly Probe[], again: (probe: Probe) => Promise<Outcome>): Promise<boolean> {
  for (const probe of concerned) {
    const [then, now] = [first.get(probe), await again(probe)]
    if (then && (then.ground !== now.ground || then.how !== now.how)) return true
  }
  return false
}

/** Whether this probe is answered the same when it is asked twice; asked only where an answer is in doubt. */
async function steady({ house }: Worker, probe: Probe): Promise<boolean> {
  const known = steadyKnown.get(probe) ?? (await ask(house, probe)).answer === first.get(probe)?.answer
  steadyKnown.set(probe, known)
  return known
}
const steadyKnown = new Map<Probe, boolean>()

/** By each table: the tables and functions whose answers may hang on it, through policies, functions and triggers, however far. */
async function hanging(): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await town.owner.query<{ name: string; text: string }>(`
    select tablename as name, concat(qual, with_check) as text from pg_policies where schemaname = 'public'
    union all select p.proname, p.prosrc from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('public', 'gate')
    union all select t.tgrelid::regclass::text, p.proname from pg_trigger t join pg_proc p on p.oid = t.tgfoid where not t.tgisinternal`)
  const words = rows.map(({ name, text }) => ({ name, says: new Set(text.match(/\w+/g)) }))
  const above = (known: readonly string[]): readonly string[] => {
    const more = words.filter(it => !known.includes(it.name) && known.some(one => it.says.has(one))).map(it => it.name)
    return more.length === 0 ? known : above([...new Set([...known, ...more])])
  }
  return new Map([...new Set(rows.map(it => it.name))].map(name => [name, above([name])] as const))
}

/** Tables whose policies look at another table, by that other. */
async function leaning(): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await town.owner.query<{ table: string; text: string }>(`select tablename as table, string_agg(concat(qual, with_check), ' ') as text from pg_policies where schemaname = 'public' group by 1`)
  return new Map(rows.map(({ table }) => [table, rows.filter(it => named(it.text, table)).map(it => it.table)] as const))
}
const named = (text: string, table: string): boolean => new RegExp(`\\b${table}\\b`).test(text)
/** Whether one of these tables or functions was named by one of these roles. */
const says = (heard: Heard, roles: readonly string[], names: readonly string[]): boolean =>
  roles.some(role => names.some(name => heard.get(role)?.has(name)))
const saysAtAll = (heard: Heard, names: readonly string[]): boolean => says(heard, [...heard.keys()], names)
const silence: Heard = new Map()

const reads = ({ cmd }: Policy): boolean => cmd === 'SELECT' || cmd === 'ALL'
const wrote = (probe: Probe, { table, cmd }: Policy): boolean => (first.get(probe)?.wrote ?? []).some(it => it.table === table && (cmd === it.cmd || cmd === 'SELECT' || cmd === 'ALL'))

/** Those who see more or fewer rows of its table without it; nobody where it is not about reading. */
async function keenOn({ sight }: Worker, policy: Policy, drop: string): Promise<ReadonlySet<string>> {
  if (!reads(policy)) return new Set()
  const actors = new Map([...first.keys()].map(({ actor }) => [actor.id, actor] as const))
  const eyes = [...actors.values()].flatMap(({ id, partnership, roles }) =>
    [...roles, 'gate' as const].filter(it => policy.roles.includes(databaseRole(it))).map(role => ({ role, person: id, partnership })))
  return new Set((await sight.differing(policy.table, eyes, drop)).map(it => it.person))
}

/** Whom it may matter to, of those who were let in: who saw what it shows, and who wrote what it lets be written. */
const concernedBy = (policy: Policy, touched: readonly string[], letIn: readonly Probe[], keen: ReadonlySet<string>): readonly Probe[] =>
  (reads(policy) ? readersOf(policy, touched, letIn, keen) : unlikeFirst(letIn.filter(it => wrote(it, policy) && wearsOneOf(policy, it))))
/** In its role, or through the gate, which everybody passes. */
const wearsOneOf = ({ roles }: Policy, { actor }: Probe): boolean => roles.includes('lods_gate') || actor.roles.some(it => roles.includes(databaseRole(it)))

/** Whoever has to do with it asks again without it, until one is answered otherwise. */
async function missedWithout(at: Worker, policy: Policy, drop: string, own: readonly Probe[]): Promise<boolean> {
  for (let from = 0; from < own.length; from++) {
    const found = await at.undo.without(drop, () => firstMissed(at, policy, own, from))
    if (found === undefined) return false
    if (found.sure || await steady(at, own[found.nth] as Probe)) return true
    from = found.nth
  }
  return false
}

/** `sure`: not only the words of the answer are others, which may be so each time it is asked. */
async function firstMissed({ house, undo }: Worker, policy: Policy, own: readonly Probe[], from: number): Promise<{ readonly nth: number; readonly sure: boolean } | undefined> {
  for (const [nth, probe] of own.entries()) {
    if (nth < from) continue
    if (policy.cmd !== 'SELECT') await undo.wrote()
    const [then, now] = [first.get(probe), await ask(house, probe)]
    if (then?.ground !== now.ground || then.how !== now.how) return { nth, sure: true }
    // What may no longer be changed is passed over without a word.
    if (policy.cmd !== 'SELECT' && JSON.stringify(then.wrote) !== JSON.stringify(await undo.wrote())) return { nth, sure: true }
    if (steadyKnown.get(probe) !== false && then.answer !== now.answer) return { nth, sure: false }
  }
  return undefined
}

/** Those who read what this policy lets them, and see the table otherwise without it or have written in it. */
function readersOf(policy: Policy, touched: readonly string[], asked: readonly Probe[], keen: ReadonlySet<string>): readonly Probe[] {
  const names = (probe: Probe, tables: readonly string[]) => says(first.get(probe)?.said ?? silence, policy.roles, tables)
  const all = asked.filter(it => (keen.has(it.actor.id) || wrote(it, policy)) && wearsOneOf(policy, it) && names(it, touched))
  const itself = new Set(all.filter(it => names(it, [policy.table])))
  const beside = all.filter(it => !itself.has(it))
  return [...unlikeFirst([...itself]), ...unlikeFirst(beside)]
}

/** The gate's functions are named by policies, by other functions and by triggers, not by questions: then one of each kind of question will do, of those that hang on it at all. */
function throughGate(policy: Policy, hanging: readonly string[], letIn: readonly Probe[], keen: ReadonlySet<string>): readonly Probe[] {
  if (!policy.roles.includes('lods_gate') || !reads(policy)) return []
  return oneOfEach(letIn.filter(it => keen.has(it.actor.id) && saysAtAll(first.get(it)?.said ?? silence, hanging)))
}

const oneOfEach = (all: readonly Probe[]): readonly Probe[] => [...Map.groupBy(all, it => `${kindOf(it)} ${it.named}`).values()].flatMap(it => it.slice(0, 1))
/** What is most likely to tell comes first: one of each kind, then the others. */
function unlikeFirst(all: readonly Probe[]): readonly Probe[] {
  const unlike = new Set(oneOfEach(all))
  return [...unlike, ...all.filter(it => !unlike.has(it))]
}

/** Whether somebody gets in who did not before. */
async function opens({ house }: Worker, turnedAway: readonly Probe[]): Promise<boolean> {
  for (const probe of turnedAway) if ((await ask(house, probe)).ground) return true
  return false
}
