// A house full of invented people, for tests that ask what each of them may: whoever lives in the town, and everything that is in it.
import { type Act, actsOf } from './cli/acts.ts'
import { fillTown } from './cli/town.ts'
import { type TestHouse, testHouse } from './directory/testing-house.ts'
import { actorBehind, staffActor } from './directory/actors.ts'
import { readDirectory } from './directory/load.ts'
import type { Actor, PersonId } from './kernel/actor.ts'
import type { Recorded } from './testing-inputs.ts'
import { moveIn, settle } from './testing-settle.ts'

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
const enoughCitizens = 4

/** @param rounds how often everybody does everything there is to do, beyond what the town's story tells */
export async function testTown(rounds = 2): Promise<TestTown> {
  const it = await testHouse()
  const acts = await actsOf()
  const recorded = listenTo(acts)
  await fillTown(it.house)
  const directory = readDirectory(it.house.config.municipality)
  const partnership = directory.partnership.id
  const staff: Actor[] = []
  for (const { id } of directory.persons) {
    const actor = await staffActor(it.house, id, partnership)
    if (actor) staff.push(actor)
  }
  const visitator = staff.find(one => one.roles.includes('visitator'))
  if (visitator) await moveIn(it.house, visitator, 2)
  const found = await it.owner.query<{ id: string }>('select id from citizen order by created_at desc, id limit $1', [enoughCitizens])
  const citizens: Actor[] = []
  for (const { id } of found.rows)
    for (const unlocked of [false, true]) {
      const actor = await actorBehind(it.house, { person: id as PersonId, partnership, kind: 'citizen', unlocked, sessionId: '' })
      if (actor) citizens.push(actor)
    }
  await settle({ house: it.house, owner: it.owner, acts, people: [...staff, ...citizens.filter(one => one.unlocked)], recorded }, rounds)
  return { ...it, staff, citizens, acts, recorded }
}

/** Writes down what comes in through each action's door, so that the tests can send it again about other things. */
function listenTo(acts: readonly Act[]): Recorded {
  const heard = new Map<Act, Readonly<Record<string, unknown>>[]>()
  for (const act of acts) {
    const { input } = act.it
    const read = input.safeParse.bind(input)
    input.safeParse = (raw, ...rest) => {
      const answer = read(raw, ...rest)
      const kept = heard.get(act) ?? []
      if (answer.success && kept.length < 20 && typeof raw === 'object' && raw !== null) heard.set(act, [...kept, raw as Readonly<Record<string, unknown>>])
      return answer
    }
  }
  return heard
}
