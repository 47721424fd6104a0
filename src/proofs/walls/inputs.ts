// What an action can be asked about in a house full of people: found from its own schema and from the ids that lie in the tables,
// so that an action of a room that nobody thought of here is tried like all others.
import type { Client } from 'pg'
import { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import type { Standing } from '../../kernel/rights.ts'
import type { Act, AnyAction } from '../../cli/acts.ts'
import type { House } from '../../platform/action.ts'
import { withRole } from '../../platform/db.ts'
import { optionsOf, questionsOf } from '../../forms/rules.ts'
import { model } from '../../map.ts'
import { isTest, readSource, roomOf } from '../source/read.ts'
import { tools } from '../../toolkit/tools.ts'

/** What has been sent to an act's door before. */
export type Recorded = ReadonlyMap<Act, readonly Readonly<Record<string, unknown>>[]>
type Raw = Readonly<Record<string, unknown>>
export interface Candidate { readonly raw: Readonly<Record<string, unknown>>; readonly standing: Standing }
/** One row of one table: its ids and small numbers, by column. */
export interface Row { readonly table: string; readonly ids: Readonly<Record<string, string>>; readonly others: Readonly<Record<string, string | number>> }

const rowsATable = 60
const newest = 30

/** Some rows of every table, the newest and others spread over it, with what may serve as an address: by where they lie and not by what is in them, so that the same are drawn each time. */
export async function rowsOf(owner: Client): Promise<Row[]> {
  const columns = await owner.query<{ t: string; c: string; kind: string }>(`
    select c.relname as t, a.attname as c, format_type(a.atttypid, null) as kind from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('journal', 'submission', 'session') and a.attnum > 0 and not a.attisdropped
      and format_type(a.atttypid, null) in ('uuid', 'uuid[]', 'integer', 'bigint', 'text', 'date') order by 1, a.attnum`)
  const found: Row[] = []
  for (const [table, own] of Map.groupBy(columns.rows, it => it.t)) {
    if (!own.some(it => it.kind === 'uuid')) continue
    // Of a list of ids the first stands for all.
    const told = own.map(it => (it.kind === 'uuid[]' ? `"${it.c}"[1] as "${it.c}"` : `"${it.c}"`))
    const { rows } = await owner.query<Record<string, string | number | null>>(
      `select ${told.join(', ')} from (select *, row_number() over (order by ctid) as nth, count(*) over () as rows_there from "${table}") t
        order by nth > rows_there - ${newest} desc, md5(nth::text) limit ${rowsATable}`)
    for (const row of rows) {
      const kept = (uuid: boolean) => Object.fromEntries(own.filter(it => it.kind.startsWith('uuid') === uuid).map(it => [it.c, row[it.c]] as const)
        .filter((it): it is [string, string | number] => it[1] !== null && it[1] !== undefined && String(it[1]).length < 60))
      found.push({ table, ids: kept(true) as Record<string, string>, others: kept(false) })
    }
  }
  return found
}

interface Field { readonly format?: string; readonly type?: string; readonly enum?: readonly unknown[]; readonly const?: unknown }

/** The fields of an action's input as JSON Schema tells them; none where the schema cannot be told. */
function fieldsOf(it: AnyAction): Readonly<Record<string, Field>> {
  const fields = fieldsKnown.get(it) ?? fieldsTold(it)
  fieldsKnown.set(it, fields)
  return fields
}
const fieldsKnown = new WeakMap<AnyAction, Readonly<Record<string, Field>>>()

function fieldsTold(it: AnyAction): Readonly<Record<string, Field>> {
  const told = z.toJSONSchema(it.input, { io: 'input', unrepresentable: 'any' }) as { properties?: Record<string, Field>; allOf?: { properties?: Record<string, Field> }[] }
  return { ...told.properties, ...Object.assign({}, ...(told.allOf ?? []).map(part => part.properties ?? {})) as Record<string, Field> }
}

/** The fields that say which thing it is about: ids, and what stands in the address. */
export interface Keys { readonly ids: readonly string[]; readonly others: readonly string[]; /** Ids that a form sends along with its address: whom it is given to, most often. */ readonly along: readonly string[] }

export function keyFields(it: AnyAction): Keys {
  const fields = fieldsOf(it)
  const inPath = [...(it.path ?? '').matchAll(/:(\w+)/g)].map(found => found[1] ?? '')
  const number = (name: string) => ['integer', 'number'].includes(fields[name]?.type ?? '') || ['no', 'seq', 'tool', 'version', 'week', 'lang'].includes(name)
  const ids = [...new Set([...Object.keys(fields).filter(name => fields[name]?.format === 'uuid' || name === 'case'), ...inPath.filter(name => !number(name))])]
  return { ids, others: inPath.filter(name => !ids.includes(name)), along: ids.some(name => inPath.includes(name)) ? ids.filter(name => !inPath.includes(name)) : [] }
}

/** Every list of words that a room of the model exports, and every list of names in its texts, by what it is called: what its people may choose between. */
const vocabulary: readonly (readonly [name: string, words: readonly string[]])[] = (await Promise.all(readSource()
  .filter(({ path }) => (model as readonly string[]).includes(roomOf(path)) && path.endsWith('.ts') && !isTest(path) && !path.startsWith('toolkit/forms/'))
  .map(async ({ path }) => Object.entries(await import(new URL(`../../${path.replace(/\.ts$/, '.js')}`, import.meta.url).href) as object))))
  .flat().flatMap(([name, it]) => listsIn(name, it))

function listsIn(name: string, it: unknown): (readonly [string, readonly string[]])[] {
  if (Array.isArray(it)) return it.length < 40 && it.every(word => typeof word === 'string') ? [[name, it]] : []
  if (typeof it !== 'object' || it === null || name === 'en') return []
  const parts = Object.entries(it)
  if (name === 'da') return parts.flatMap(([key, part]) => listsIn(key, part))
  return parts.length < 40 && parts.every(([, said]) => typeof said === 'string') ? [[name, parts.map(([key]) => key)]] : []
}

const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=', 'base64')
const chat = '03/11/2026, 21.15 - Anna Prøve: Hej\n03/11/2026, 21.16 - Bo Prøve: Hvor er du?\n04/11/2026, 08.02 - Bo Prøve: Svar nu\n'
/** Words of every kind that a form may want. */
const tries: readonly unknown[] = [
  '1', 'Prøve', '2026-11-04', '2026-12-24', '21:30', 1, true, 'on', 'ja', 'yes', 'Prøve prøve prøve', [], ['Prøve'], {}, new File([picture], 'x.png'), new File([chat], 'x.txt'), 'da', 'Bo Prøve', 'Anna Prøve', null,
]

/** What may be an answer. `likely`: the options of a question of that name in any form, words of a list of that name, some words of every kind; `all`: every other word too. */
export interface Words { readonly likely: readonly unknown[]; readonly all: readonly unknown[] }
export function wordsFor(field: string): Words {
  const words = wordsKnown.get(field) ?? wordsSought(field)
  wordsKnown.set(field, words)
  return words
}
const wordsKnown = new Map<string, Words>()

function wordsSought(field: string): Words {
  const asked = tools.flatMap(it => (it.form ? questionsOf(it.form) : [])).filter(it => it.id === field)
  const part = field.split('.')[0]?.toLowerCase() ?? field
  const named = (like: boolean) => vocabulary.filter(([name]) => name.toLowerCase().includes(part) === like).flatMap(([, words]) => words)
  const likely = [...new Set([...asked.flatMap(it => optionsOf(it).map(option => option.id)), ...named(true), 'yes', 'no', ...tries])]
  return { likely, all: [...new Set([...likely, ...named(false)])] }
}

/** What was found to fit an act before, by which fields were given; null where nothing was, which is looked for twice. */
const fitted = new WeakMap<AnyAction, Map<string, { readonly raw: Raw | null; readonly vain: number }>>()

/** A value for every field that the schema asks for beside the given ones; undefined where none was found. */
export function fitting(it: AnyAction, given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | undefined {
  const known = fitted.get(it) ?? new Map<string, { readonly raw: Raw | null; readonly vain: number }>()
  fitted.set(it, known)
  const name = Object.keys(given).sort().join()
  const before = known.get(name)
  const whole = before?.raw && { ...before.raw, ...given }
  if (whole) {
    const read = it.input.safeParse(whole)
    if (read.success) return whole
    // Only what was given is wrong: no other words will make it right.
    if (read.error.issues.every(issue => String(issue.path[0]) in given)) return undefined
  }
  if ((before?.vain ?? 0) > 1) return undefined
  const found = soughtFor(it, given)
  known.set(name, { raw: found ?? before?.raw ?? null, vain: found ? 0 : (before?.vain ?? 0) + 1 })
  return found
}

function soughtFor(it: AnyAction, given: Raw): Raw | undefined {
  const raw: Record<string, unknown> = { ...given }
  const used = new Map<string, number>()
  for (let round = 0; round < 600; round++) {
    const read = it.input.safeParse(raw)
    if (read.success) return raw
    const issue = read.error.issues.find(found => !(String(found.path[0]) in given)) as { path: PropertyKey[]; values?: readonly unknown[] } | undefined
    if (!issue) return undefined
    const field = String(issue.path[0])
    const at = used.get(field) ?? 0
    // What was right for one of many alike is tried first for the next.
    const sibling = Object.keys(raw).find(name => name !== field && field.includes('.') && name.split('.')[0] === field.split('.')[0])
    const all = [...(issue.values ?? []), ...(sibling ? [raw[sibling]] : []), ...wordsFor(field).all]
    if (at >= all.length) return undefined
    used.set(field, at + 1)
    raw[field] = all[at]
  }
  return undefined
}

/** How one thing stands, as far as rights can tell it from another. */
const signature = ({ state, owner, holder, receivers, shown, consents }: Standing): string =>
  JSON.stringify([state, owner, holder, receivers, shown?.map(it => [it.to, it.organisation]), consents?.map(it => [it.to, it.organisation])])

export interface Search { readonly house: House; readonly rows: readonly Row[]; readonly recorded: readonly Readonly<Record<string, unknown>>[] }

const mostCandidates = 90
/** Rows of one column that are tried before it is taken to hold ids of other things: for now, and for good. */
const [patience, patienceInAll] = [3, 9]
/** Of a table that is named after the thing itself, or ends in its name, all rows are tried: what is sought may be one among many of another kind. */
const ownColumn = (field: string): readonly string[] => [`${field}.id`, `${field}_now.${field}_id`, `${field}_now.${field}`]
const knownBarren = new WeakMap<AnyAction, Map<string, number>>()

/** Things that this action can be about, of every standing that the house has, at most two of each. */
export const candidatesFor = async (it: AnyAction, search: Search, actor: Actor): Promise<Candidate[]> => spread((await searched(it, search, actor)).picked)

/**
 * The same as several people see them. The first who finds anything looks through the whole house, the others at what was found.
 * @returns `telling`: whether the answer hangs on who asks
 */
export async function candidatesForAll(it: AnyAction, search: Search, actors: readonly Actor[]): Promise<{ readonly candidates: readonly Candidate[]; readonly telling: boolean }> {
  const candidates = new Map<string, Candidate>()
  const standings = new Map<string, string>()
  let fruitful: readonly Candidate[] = []
  let telling = false
  for (const actor of actors) {
    const found = await searched(it, search, actor, fruitful.map(one => one.raw))
    if (fruitful.length === 0) fruitful = found.fruitful
    for (const one of spread(found.picked)) candidates.set(JSON.stringify(one.raw), one)
    for (const { raw, standing } of found.fruitful) {
      const [name, said] = [JSON.stringify(raw), JSON.stringify(standing)]
      telling ||= (standings.get(name) ?? said) !== said
      standings.set(name, said)
    }
    telling ||= found.looked
  }
  return { candidates: [...candidates.values()], telling }
}

interface Searched { readonly picked: readonly Candidate[]; readonly fruitful: readonly Candidate[]; readonly looked: boolean }

/** @param known ways to ask that have led somewhere; without any the whole house is searched */
async function searched(it: AnyAction, { house, rows, recorded }: Search, actor: Actor, known: readonly Candidate['raw'][] = []): Promise<Searched> {
  const keys = keyFields(it)
  const there = thereFor(it, actor, rows)
  let base = recorded.at(-1)
  const found = new Map<string, Candidate[]>()
  const fruitful: Candidate[] = []
  const barren = barrenOf(it)
  const own = new Set(keys.ids.flatMap(ownColumn))
  const now = house.clock.now()
  const { watched, looked } = watching(actor)
  const sameThing = (one: Raw, other: Raw) => keys.ids.length > 0 && keys.ids.every(id => one[id] === other[id])
  await withRole(house.pool, 'gate', { person: actor.id, partnership: actor.partnership, now }, async db => {
    const tried = new Set<string>()
    const ask = async (raw: Raw | undefined, again: boolean): Promise<boolean> => {
      const read = raw && it.input.safeParse(raw)
      const standing = read?.success ? (await it.facts(db, read.data, watched, now))?.standing : undefined
      if (!raw || !standing) return false
      fruitful.push({ raw, standing })
      base ??= raw
      const alike = found.get(signature(standing)) ?? []
      // What was sent before may be done for good, so there is room for two of each beside it.
      const most = again ? 2 : 4
      if (alike.length < most && (again || !alike.some(one => sameThing(one.raw, raw)))) found.set(signature(standing), [...alike, { raw, standing }])
      return true
    }
    // What somebody has sent before is asked about first: it fits together.
    for (const raw of known.length > 0 ? known : recorded.toReversed()) await ask({ ...raw, ...lastSeen(keys.ids.map(id => raw[id]), rows, raw) }, true)
    for (const { from, given } of known.length > 0 ? [] : there.found ?? assignments(keys, rows)) {
      const name = JSON.stringify(given)
      if (tried.has(name) || (barren.has(from) && !own.has(from) && !keys.ids.some(name => from.endsWith(`_${name}.id`)))) continue
      tried.add(name)
      const whole = { ...base, ...given }
      const led = await ask(it.input.safeParse(whole).success ? whole : fitting(it, given), false)
      barren.count(from, led)
      if (led) there.led.push({ from: `${from} ${there.led.length}`, given })
    }
  })
  if (known.length === 0) there.keep()
  return { picked: [...found.values()].flat(), fruitful, looked: looked() }
}

interface There { readonly found: readonly Way[] | undefined; readonly led: Way[]; readonly keep: () => void }
const thereKnown = new WeakMap<readonly Row[], Map<AnyAction['facts'], Map<string, readonly Way[]>>>()
/** Acts that ask the same facts about the same keys find the same things among the same rows: what the first of them has found is all there is for the others. */
function thereFor(it: AnyAction, { id }: Actor, rows: readonly Row[]): There {
  const ofRows = thereKnown.get(rows) ?? new Map<AnyAction['facts'], Map<string, readonly Way[]>>()
  thereKnown.set(rows, ofRows)
  const known = ofRows.get(it.facts) ?? new Map<string, readonly Way[]>()
  ofRows.set(it.facts, known)
  const keys = keyFields(it)
  const name = `${id} ${[...keys.ids, ...keys.others].sort().join()}`
  const led: Way[] = []
  return { found: known.get(name), led, keep: () => { if (led.length > 0 && !known.has(name)) known.set(name, led) } }
}

/** Columns that lead nowhere are given up soon; one that has led somewhere is followed to its end. */
function barrenOf(it: AnyAction): { readonly has: (from: string) => boolean; readonly count: (from: string, led: boolean) => void } {
  const now = new Map<string, number>()
  const before = knownBarren.get(it) ?? new Map<string, number>()
  knownBarren.set(it, before)
  return {
    has: from => (now.get(from) ?? 0) >= patience || (before.get(from) ?? 0) >= patienceInAll,
    count: (from, led) => { for (const counted of [now, before]) counted.set(from, led ? Number.NEGATIVE_INFINITY : (counted.get(from) ?? 0) + 1) },
  }
}

/** Notices when somebody asks who this is; which partnership all belong to does not count. */
function watching(actor: Actor): { readonly watched: Actor; readonly looked: () => boolean } {
  let seen = false
  const watched = new Proxy(actor, {
    get: (target, name) => {
      seen ||= name !== 'partnership'
      return Reflect.get(target, name) as unknown
    },
  })
  return { watched, looked: () => seen }
}

/** Every state first, then other standings, up to a bound. */
function spread(all: readonly Candidate[]): Candidate[] {
  const rounds = [...Map.groupBy(all, it => it.standing.state).values()]
  const picked: Candidate[] = []
  for (let at = 0; picked.length < mostCandidates && rounds.some(it => at < it.length); at++)
    for (const round of rounds) if (round[at]) picked.push(round[at] as Candidate)
  return picked.slice(0, mostCandidates)
}

/** Ways to fill the key fields from one row at a time; a field takes a column of its own name where there is one. */
interface Way { readonly from: string; readonly given: Record<string, unknown> }
function* assignments(keys: Keys, rows: readonly Row[]): Generator<Way> {
  if (keys.ids.length + keys.others.length === 0) {
    yield { from: '', given: {} }
    return
  }
  const few = keys.ids.length - keys.along.length > 1 ? 12 : rowsATable
  // A thing whose ids count up has a number where others have an id.
  const named = (row: Row, field: string) => {
    const own = row.ids[field] ?? row.ids[`${field}_id`] ?? row.others[field] ?? (row.table.includes(field) ? row.ids['id'] ?? row.others['id'] : undefined)
    return own === undefined ? undefined : String(own)
  }
  // Two ids that belong together stand in one row; other pairs are no thing at all.
  const which = keys.ids.filter(field => !keys.along.includes(field))
  const whole = which.length > 1 && rows.some(row => which.every(field => named(row, field)))
  const people = rows.filter(row => row.table === 'person').slice(0, 3).map(row => ['id', row.ids['id'] ?? ''] as const)
  const before = new Map<string, number>()
  for (const row of rows) {
    const nth = before.get(row.table) ?? 0
    before.set(row.table, nth + 1)
    if (nth >= few || (whole && !which.every(field => named(row, field)))) continue
    let ways: Way[] = [{ from: row.table, given: {} }]
    const fill = (field: string, options: readonly (readonly [string, string | number])[]) => {
      ways = ways.flatMap(({ from, given }) => options.map(([column, value]) => ({ from: `${from}.${column}`, given: { ...given, [field]: String(value) } })))
    }
    for (const field of keys.ids) {
      const own = named(row, field)
      if (own === undefined && keys.along.includes(field)) {
        fill(field, people)
        continue
      }
      const number = row.ids[field] === undefined && row.table === field ? row.others['id'] : undefined
      fill(field, own !== undefined && keys.ids.length > 1 ? [[field, own]] : number === undefined ? Object.entries(row.ids) : [['id', number], ...Object.entries(row.ids)])
    }
    for (const field of keys.others) {
      const own = row.others[field]
      fill(field, own !== undefined ? [[field, own]] : Object.entries(row.others).slice(0, 6))
    }
    yield* ways.slice(0, 20).map(({ from, given }) => ({ from: `${from} seen`, given: { ...given, ...lastSeen(Object.values(given), rows) } })).filter(({ given }) => 'seq' in given || 'version' in given)
    yield* ways.slice(0, 40)
  }
}

const counters = new WeakMap<readonly Row[], ReadonlyMap<string, Readonly<Record<string, number>>>>()

/**
 * How far the counters of these things have come, or of what lies beside them in a row: what a reader saw who saw everything.
 * @param sent  tells only of those counters that it has
 */
function lastSeen(ids: readonly unknown[], rows: readonly Row[], sent?: Raw): Readonly<Record<string, string>> {
  const wanted = ['seq', 'version'].filter(name => !sent || name in sent)
  if (wanted.length === 0) return {}
  const known = counters.get(rows) ?? countersOf(rows)
  counters.set(rows, known)
  const counted = (all: readonly unknown[], name: string) => all.flatMap(id => known.get(String(id))?.[name] ?? [])
  // Whoever works here has a hand in everything: what counts for one of them says nothing of this.
  const beside = () => rows.filter(row => Object.values(row.ids).some(id => ids.includes(id))).flatMap(row => Object.values(row.ids))
    .filter(id => !rows.some(row => row.table === 'person' && row.ids['id'] === id))
  return Object.fromEntries(wanted.flatMap(name => {
    const direct = counted(ids, name)
    const counts = direct.length > 0 || !sent ? direct : counted(beside(), name)
    return counts.length > 0 ? [[name, String(Math.max(...counts))]] : []
  }))
}

function countersOf(rows: readonly Row[]): ReadonlyMap<string, Readonly<Record<string, number>>> {
  const known = new Map<string, Record<string, number>>()
  for (const { ids, others } of rows)
    for (const name of ['seq', 'version']) {
      const count = others[name]
      if (typeof count === 'number') for (const id of Object.values(ids)) known.set(id, { ...known.get(id), [name]: Math.max(count, known.get(id)?.[name] ?? 0) })
    }
  return known
}
