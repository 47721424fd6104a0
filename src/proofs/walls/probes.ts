// Every person x every action x every kind of thing there is, asked for real and undone again; and what the signed sheets say to it.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import type { Act } from '../../cli/acts.ts'
import type { Actor, Role } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Paper, Right, Standing } from '../../kernel/rights.ts'
import type { SheetLine } from '../../kernel/sheet.ts'
import { type House, type Line, perform } from '../../platform/action.ts'
import { withRole } from '../../platform/db.ts'
import { shutOut } from '../../platform/shut-out.ts'
import { type Candidate, candidatesForAll, keyFields, type Recorded, type Row, rowsOf } from './inputs.ts'

/** `named`: the thing names this person as its owner, holder, receiver, or the one whom a paper is for. */
export interface Probe { readonly act: Act; readonly actor: Actor; readonly candidate: Candidate; readonly named: boolean }
/** `ground`: as the journal has it, null for no. `how`: `done`, the code of a domain's no, or what broke. `answer`: without ids and times. */
export interface Outcome { readonly ground: string | null; readonly how: string; readonly answer: string }

/** What the people of this house can ask. @param beside more people, asked only about what is theirs */
export async function probesOf(house: House, owner: Client, acts: readonly Act[], people: readonly Actor[], recorded: Recorded, beside: readonly Actor[] = []): Promise<Probe[]> {
  const rows = await rowsOf(owner)
  const first = (role: Role, most: number) => people.filter(it => it.roles.includes(role) && (role !== 'citizen' || it.unlocked)).slice(0, most)
  const usual = [...new Set([...first('visitator', 1), ...first('citizen', 2), ...first('primaryCoordinator', 2)])]
  // Where none of these is asked, those who are look for themselves.
  const searchers = usual.length > 0 ? usual : people.slice(0, 2)
  const search: Search = { house, rows, searchers, told: toldTo(acts, recorded) }
  const found = new Map<Act, readonly Probe[]>()
  const waiting = [...acts]
  const work = async (): Promise<void> => {
    for (let act = waiting.shift(); act; act = waiting.shift()) found.set(act, await probesOfOne(act, search, people, beside))
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return acts.flatMap(act => found.get(act) ?? [])
}

/** Acts that are searched for side by side; each on a connection of its own. */
const atOnce = 4
interface Search { readonly house: House; readonly rows: readonly Row[]; readonly searchers: readonly Actor[]; readonly told: Recorded }

/** What was sent to each act; a page is asked about what was sent to the form on it, too, and a form about what was read at its address. */
const toldTo = (acts: readonly Act[], recorded: Recorded): Recorded => new Map(acts.map(act => {
  const [{ path, method }, own] = [act.it, recorded.get(act) ?? []]
  const last = method === 'post' ? own.at(-1) : undefined
  const near = !path?.includes(':') ? [] : [...recorded].filter(([{ it }]) => it.method !== method && it.path !== undefined && (method === 'get' ? it.path.startsWith(path) : path.startsWith(it.path) && it.path.includes(':')))
  return [act, [...near.flatMap(([, raws]) => raws.slice(-4).map(raw => ({ ...last, ...onlyKeys(act, raw) }))), ...own]]
}))
const onlyKeys = ({ it }: Act, raw: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => Object.fromEntries(Object.entries(raw).filter(([name]) => it.path?.includes(`:${name}`)))

async function probesOfOne(act: Act, { house, rows, searchers, told }: Search, people: readonly Actor[], beside: readonly Actor[]): Promise<Probe[]> {
  const looking = (by: readonly Actor[]) => candidatesForAll(act.it, { house, rows, recorded: told.get(act) ?? [] }, aboutThings(act) ? by : by.slice(0, 1))
  const { candidates: all, telling } = await lookedFor(act, searchers, people, looking)
  // Everybody is asked about the first of each state, and about a second whoever has it by role; about the others those whom they name.
  const nth = new Map([...Map.groupBy(all, it => it.standing.state).values()].flatMap(it => it.map((one, at) => [one, at] as const)))
  const asked = (candidate: Candidate, actor: Actor) => (nth.get(candidate) ?? 0) < (act.it.right.some(it => it.ground === 'role' && actor.roles.includes(it.by)) ? 2 : 1)
  const named = new Set<string>()
  // To whomever the right does not speak of it is all one whether the thing names her.
  for (const actor of [...people, ...beside].filter(it => it.roles.some(role => act.it.right.some(({ by }) => by === role)))) {
    const standings = telling ? await standingsFor(house, act, actor, all) : all.map(it => it.standing)
    for (const [at, own] of standings.entries()) if (own && names(own, actor)) named.add(`${at} ${actor.id} ${actor.unlocked}`)
  }
  return all.flatMap((candidate, at) => [...people, ...beside]
    .map(actor => ({ act, actor, candidate, named: named.has(`${at} ${actor.id} ${actor.unlocked}`) })).filter(it => it.named || (people.includes(it.actor) && asked(candidate, it.actor))))
}

/** What has no address of its own, such as the files of a page, is about whatever the page was about. */
const aboutThings = ({ it }: Act): boolean => keyFields(it).ids.length > 0 || it.path === undefined
type Found = Awaited<ReturnType<typeof candidatesForAll>>
/** What the usual ones find, and what those of other houses find for themselves, who may do it and whose things nobody else sees; where nobody has found anything yet, whoever may do it looks. */
async function lookedFor(act: Act, searchers: readonly Actor[], people: readonly Actor[], looking: (by: readonly Actor[]) => Promise<Found>): Promise<Found> {
  const may = act.it.right.flatMap(({ by }) => people.find(it => it.roles.includes(by)) ?? [])
  const usual = await looking(searchers)
  const homes = new Set(searchers.map(it => it.organisation))
  const others = usual.candidates.length === 0 ? may.slice(0, 3) : may.filter((it, at) => !homes.has(it.organisation) && may.findIndex(one => one.organisation === it.organisation) === at)
  const more: Found[] = []
  for (const it of aboutThings(act) || usual.candidates.length === 0 ? others : []) more.push(await looking([it]))
  const candidates = new Map([usual, ...more].flatMap(it => it.candidates).map(it => [JSON.stringify(it.raw), it] as const))
  return { candidates: [...candidates.values()], telling: more.length > 0 || usual.telling }
}

/** How things stand to this person: who receives them, or what is shown, may hang on who asks. */
async function standingsFor(house: House, { it }: Act, actor: Actor, candidates: readonly Candidate[]): Promise<(Standing | undefined)[]> {
  const now = house.clock.now()
  if (candidates.length === 0) return []
  return withRole(house.pool, 'gate', { person: actor.id, partnership: actor.partnership, now }, async db => {
    const found: (Standing | undefined)[] = []
    for (const { raw } of candidates) {
      const read = it.input.safeParse(raw)
      found.push(read.success ? (await it.facts(db, read.data, actor, now))?.standing : undefined)
    }
    return found
  })
}
export const standingFor = async (house: House, { act, actor, candidate }: Omit<Probe, 'named'>): Promise<Standing | undefined> => (await standingsFor(house, act, actor, [candidate]))[0]

/** Where this is asked on the web: its path with what it names put in, the rest behind the question mark. */
export function addressOf(path: string, raw: Readonly<Record<string, unknown>>): string {
  const at = path.replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => encodeURIComponent(String(raw[name])))
  const rest = Object.entries(raw).filter(([name, value]) => typeof value === 'string' && !path.includes(`:${name}`)) as [string, string][]
  return rest.length > 0 ? `${at}?${new URLSearchParams(rest)}` : at
}

/** The same asked about what is not there, one key of its address at a time; also about a version that nobody has kept. */
export function elsewhere({ act: { it }, candidate: { raw } }: Probe): readonly Readonly<Record<string, unknown>>[] {
  const { ids, others, along } = keyFields(it)
  const keys = [...ids, ...others].filter(name => !along.includes(name))
  const gone = (value: unknown) => (/^\d+$/.test(String(value)) ? '999999' : /^[0-9a-f]{8}-/.test(String(value)) ? randomUUID() : 'ingen')
  return [...keys.map(name => ({ ...raw, [name]: gone(raw[name]) })), ...(it.method === 'get' && !keys.includes('version') && it.input.safeParse({ ...raw, version: '999999' }).success ? [{ ...raw, version: '999999' }] : [])]
}

const names = ({ owner, holder, receivers, shown = [], consents = [] }: Standing, actor: Actor): boolean =>
  owner === actor.id || holder === actor.id || receivers?.includes(actor.id) === true || [...shown, ...consents].some(it => actor.roles.includes(it.to) && (it.person ?? actor.id) === actor.id)

/** Does one probe. `right` stands in for the action's own where one is given. */
export async function ask(house: House, { act, actor, candidate }: Probe, right: Right = act.it.right): Promise<Outcome & { readonly standing: Standing | undefined }> {
  let line: Line | undefined
  let standing: Standing | undefined
  const it = {
    ...act.it, right,
    facts: async (...given: Parameters<typeof act.it.facts>) => {
      const facts = await act.it.facts(...given)
      // To whom is shut out of a case it is not there, whatever the sheets say.
      const shut = facts !== undefined && facts.aboutCitizen !== actor.id && await shutOut(given[0], facts.aboutCase, facts.aboutCitizen)
      standing = shut ? undefined : facts?.standing
      return facts
    },
  }
  const listening: House = { ...house, write: (db, written) => { line ??= written; return house.write(db, written) } }
  const outcome = (how: string, answer: string) => ({ ground: line?.ground ?? null, how, answer, standing })
  try {
    const { result } = await perform(listening, actor, it, candidate.raw)
    await letGo(result)
    return outcome('done', told(result))
  } catch (error) {
    if (error instanceof Refusal) return outcome(`${error.kind} ${error.code}`, '')
    return outcome(`broke: ${(error as { code?: string }).code ?? ''} ${(error as Error).message}`, '')
  }
}

/** A file that was opened to be handed out and that nobody fetches. */
async function letGo(result: unknown): Promise<void> {
  if (typeof result === 'object' && result !== null && 'body' in result && result.body instanceof ReadableStream) await result.body.cancel()
}

/** An answer as text, without what is new each time: ids, times, codes on paper. */
function told(result: unknown): string {
  try {
    return JSON.stringify(result, (_, value: unknown) => (value instanceof Map ? [...value] : value instanceof Set ? [...value] : value))
      ?.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID').replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'AT') ?? ''
  } catch {
    return ''
  }
}

/** The grounds that a sheet gives this person for a thing that stands so; worked out anew here, so that it does not lean on `decide`. */
export function bySheet(lines: readonly SheetLine[], actor: Actor, it: Standing): string[] {
  if (it.partnership !== actor.partnership) return []
  return lines.filter(line => actor.roles.includes(line.by) && (line.states === 'every' || line.states.includes(it.state))).flatMap(line => {
    const papers = (all: readonly Paper[] = []) => all.filter(paper => paper.to === line.by && (paper.organisation ?? actor.organisation) === actor.organisation && (paper.person ?? actor.id) === actor.id)
    switch (line.ground) {
      case 'role': return [`role:${line.by}`]
      case 'own': return it.owner === actor.id ? ['own'] : []
      case 'unlocked': return it.owner === actor.id && actor.unlocked ? ['unlocked'] : []
      case 'holder': return it.holder === actor.id ? [`holder:${line.by}`] : []
      case 'receiver': return it.receivers?.includes(actor.id) && (it.receivedAs ?? line.by) === line.by ? [`receiver:${line.by}`] : []
      case 'shown': return papers(it.shown).map(paper => `shown:${paper.id}@${line.by}`)
      case 'consent': return papers(it.consents).map(paper => `consent:${paper.id}@${line.by}`)
    }
  })
}

/** What is wrong with an answer, when the sheet's word is held against it; undefined when they agree and the second wall agrees too. */
export function disagreement({ act, actor, candidate }: Probe, outcome: Outcome, standing: Standing | undefined, lines: readonly SheetLine[]): string | undefined {
  const who = `${actor.roles.join('+') || 'nobody'}${actor.roles.includes('citizen') && actor.unlocked ? ' (unlocked)' : ''} ${act.it.audit} (${candidate.standing.state})`
  const allowed = standing ? bySheet(lines, actor, standing) : []
  if (outcome.ground === null) return allowed.length > 0 ? `${who}: the sheet says ${allowed.join(' or ')}, the house says no` : outcome.how === 'missing platform.missing' ? undefined : `${who}: refused as ${outcome.how}`
  if (!allowed.includes(outcome.ground)) return `${who}: the house says ${outcome.ground}, the sheet says ${allowed.join(' or ') || 'no'}`
  return /^(done|conflict|invalid)/.test(outcome.how) ? undefined : `${who}: let in as ${outcome.ground}, and then ${outcome.how}`
}

/** Fails with what to do about it and one line for each thing found. */
export function nothingIn(found: readonly string[], hint: string): void {
  assert.ok(found.length === 0, `${found.length} found; ${hint}\n  ${found.join('\n  ')}`)
}
