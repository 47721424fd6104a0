// A house full of invented people, for tests that ask what each of them may: whoever lives in the town, and everything that is in it.
import { isDeepStrictEqual } from 'node:util'
import { type Act, type AnyAction, actsOf } from '../../cli/acts.ts'
import { fillTown, openTeller } from '../../cli/town.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { actorBehind, staffActor } from '../../directory/actors.ts'
import { type DirectoryConfig, readDirectory } from '../../directory/folder.ts'
import { newSessionId, sessionHash } from '../../identity/secrets.ts'
import { openSession } from '../../identity/store.ts'
import type { Actor, PersonId } from '../../kernel/actor.ts'
import type { House } from '../../platform/action.ts'
import { withRole } from '../../platform/db.ts'
import { loadForms } from '../../toolkit/load.ts'
import { sessionCookie } from '../../web/door/door.tsx'
import { readMunicipality } from '../../web/municipality/municipality.ts'
import type { Recorded } from '../walls/inputs.ts'
import { type Built, finished } from './finished.ts'
import { tellLate, tellWaiting } from './stories.ts'
import { tellActs } from './stories-acts.ts'
import { tellBeside } from './stories-beside.ts'
import { tellLast } from './stories-last.ts'
import { tellMeetings } from './stories-meetings.ts'
import { tellPapers } from './stories-papers.ts'
import { moveIn, settle } from '../walls/settle.ts'

export interface TestTown extends TestHouse {
  /** Everybody who works here, with and without a role. */
  readonly staff: readonly Actor[]
  /** Citizens, each before and after the passphrase was given again. */
  readonly citizens: readonly Actor[]
  readonly acts: readonly Act[]
  /** What the town's people sent when they did each act. */
  readonly recorded: Recorded
}

/** Citizens beyond these are like them. */
const enoughCitizens = 3

/**
 * A copy of the finished town. Whoever comes first in a cluster builds it.
 * @param rounds how often everybody does everything there is to do, beyond what the town's story tells
 */
export async function testTown(rounds = 2): Promise<TestTown> {
  const acts = await actsOf()
  return { ...await finished(`lods_town_${rounds}`, acts, () => builtTown(acts, rounds)), acts }
}

/**
 * A town of one's own, that nobody copies.
 * @param watch is let in when the house stands and nothing has happened yet
 * @param settled whether everybody does what there is to do beside the stories
 */
export async function builtTown(acts: readonly Act[], rounds: number, watch?: (it: TestHouse) => Promise<unknown>, settled = true): Promise<Built> {
  const it = await testHouse()
  const directory = readDirectory(it.house.config.municipality)
  // Its terms are its own: whoever could not read them would go by the suggested ones without a word.
  await loadForms(it.owner, directory.partnership.id, readMunicipality(it.house.config.municipality).forms, it.house.clock.now())
  await it.owner.query(`update partnership set terms = jsonb_set(terms, '{officeHours,to}', '"15:30"')`)
  await watch?.(it)
  const teller = await openTeller(it.house, directory, 1)
  const heard = await heardWhile(acts, async () => {
    if (rounds > 0) await tellLate(teller)
    await fillTown(it.house)
    if (rounds > 0) await tellWaiting(teller, it.owner)
  })
  const partnership = directory.partnership.id
  const staff = await staffOf(it, directory)
  const visitator = staff.find(one => one.roles.includes('visitator'))
  if (visitator) await moveIn(it.house, visitator, 1)
  const live = (people: readonly Actor[], often: number) => (settled ? settle({ house: it.house, owner: it.owner, acts, people, recorded: heard }, often) : undefined)
  await live(staff, Math.min(rounds, 1))
  // Those who can sign in have a log; the newest gets one, and one more comes when all is done and has written nothing.
  const found = await it.owner.query<{ id: string }>(`
    (select person as id from account where kind = 'citizen' order by changed_at, person limit ${enoughCitizens}) union (select id from citizen order by created_at desc, id limit 1)`)
  const citizens = await actorsOf(it.house, partnership, found.rows.map(one => one.id))
  await live([...staff, ...citizens.filter(one => one.unlocked)], rounds)
  if (rounds > 0) await heardWhile(acts, async () => {
    const citizen = await tellLast(teller, it.owner)
    await tellBeside(teller, it.owner, citizen)
    await tellActs(teller, it.owner)
    await tellMeetings(teller, it.owner)
    await tellPapers(teller, it.owner, citizen)
    citizens.push(...await actorsOf(it.house, partnership, [citizen]))
  }, heard)
  if (visitator) await moveIn(it.house, visitator, 1)
  const last = await it.owner.query<{ id: string }>('select id from citizen where id <> all($1) order by created_at desc limit 1', [citizens.map(one => one.id)])
  citizens.push(...await actorsOf(it.house, partnership, last.rows.map(one => one.id)))
  return { it, staff: await staffOf(it, directory), citizens, recorded: heard }
}

/** Those of the directory first, then those who were added. */
async function staffOf({ house, owner }: TestHouse, { persons, partnership }: DirectoryConfig): Promise<readonly Actor[]> {
  const { rows } = await owner.query<{ id: PersonId }>('select id from person where partnership = $1 and id <> all($2) order by name', [partnership.id, persons.map(it => it.id)])
  const staff = await Promise.all([...persons, ...rows].map(({ id }) => staffActor(house, id, partnership.id)))
  return staff.filter(it => it !== undefined)
}

async function actorsOf(house: House, partnership: number, ids: readonly string[]): Promise<Actor[]> {
  const found: Actor[] = []
  for (const id of ids)
    for (const unlocked of [false, true]) {
      const actor = await actorBehind(house, { person: id as PersonId, partnership, kind: 'citizen', unlocked, sessionId: '' })
      if (actor) found.push(actor)
    }
  return found
}

type Raw = Readonly<Record<string, unknown>>
type Heard = Map<Act, readonly Raw[]>
const mostHeard = 20

/** Writes down what was sent to each act that was done meanwhile, so that the tests can send it again about other things; what was refused too, where nothing was done. */
async function heardWhile(acts: readonly Act[], work: () => Promise<unknown>, heard: Heard = new Map()): Promise<Heard> {
  // Several acts may read by one schema: only the one that was done has heard it.
  const readAs = new WeakMap<object, Raw>()
  const vain: Heard = new Map()
  const keep = (into: Heard, act: Act, raw: Raw) => into.set(act, [...(into.get(act) ?? []).filter(it => !isDeepStrictEqual(it, raw)), raw].slice(-mostHeard))
  const doors = [...Map.groupBy(acts, act => act.it.input)].map(([input, through]) => ({ input, through, read: input.safeParse }))
  for (const { input, through, read } of doors)
    input.safeParse = (raw, ...rest) => {
      const answer = read(raw, ...rest)
      if (answer.success && isRaw(raw)) {
        if (isRaw(answer.data)) readAs.set(answer.data, raw)
        for (const act of through) keep(vain, act, raw)
      }
      return answer
    }
  const quiet = acts.map(act => listening(act.it, readAs, raw => keep(heard, act, raw)))
  await work()
  for (const { input, read } of doors) input.safeParse = read
  for (const end of quiet) end()
  for (const [act, raws] of vain) if (!heard.has(act)) heard.set(act, raws)
  return heard
}
const isRaw = (it: unknown): it is Raw => typeof it === 'object' && it !== null

/** Tells what came in whenever this act was done, until what it answers is called. */
function listening(it: AnyAction, readAs: WeakMap<object, Raw>, done: (raw: Raw) => void): () => void {
  const open = it as { -readonly [part in keyof AnyAction]: AnyAction[part] }
  const { run, beforehand } = it
  open.run = async (work, input, facts) => {
    const result: unknown = await run(work, input, facts)
    const raw = isRaw(input) && readAs.get(input)
    if (raw) done(raw)
    return result
  }
  if (beforehand)
    open.beforehand = async (house, input) => {
      const ready = await beforehand(house, input)
      const raw = isRaw(input) && readAs.get(input)
      if (raw && isRaw(ready.input)) readAs.set(ready.input, raw)
      return ready
    }
  return () => Object.assign(open, { run }, beforehand ? { beforehand } : {})
}

/** A session of this person, as if the secret had been given. */
export async function cookieOf(house: House, actor: Actor): Promise<string> {
  const id = newSessionId()
  const now = house.clock.now()
  const kind = actor.roles.includes('citizen') ? 'citizen' : 'staff'
  const unlockedUntil = actor.unlocked ? new Date(now.getTime() + 3_600_000) : null
  await withRole(house.pool, 'signIn', { person: actor.id, partnership: actor.partnership, now }, db =>
    openSession(db, sessionHash(id), { person: actor.id, partnership: actor.partnership, kind, startedAt: now, seenAt: now, unlockedUntil }))
  return `${sessionCookie}=${id}`
}
