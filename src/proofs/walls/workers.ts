// Several copies of the finished town side by side, alike to the last id: each is asked on a connection of its own, and what is asked there leaves no trace.
import { Client } from 'pg'
import type { House } from '../../platform/action.ts'
import { type TestTown, testTown } from '../town/town.ts'
import { type Undoing, undoing } from './undo.ts'
import { type Sight, sightOf } from './visible.ts'

export interface Worker {
  readonly town: TestTown
  readonly undo: Undoing
  /** The town's, with a pool that undoes everything. */
  readonly house: House
  readonly sight: Sight
  readonly end: () => Promise<void>
}

/** The clock stands still, and at the same moment in all, so that a slow machine finds what a fast one does: what lasts for minutes only is still there when it is asked about. */
export async function openWorkers(count: number): Promise<readonly Worker[]> {
  const towns = [await testTown()]
  while (towns.length < count) towns.push(await testTown())
  const now = (towns[0] as TestTown).house.clock.now()
  return Promise.all(towns.map(town => openWorker(town, now)))
}

async function openWorker(town: TestTown, now: Date): Promise<Worker> {
  const client = new Client({ host: town.owner.host, port: town.owner.port, user: town.owner.user as string, database: town.owner.database as string })
  await client.connect()
  const undo = await undoing(client)
  // What is written to disk cannot be undone with the rest, so nothing is removed from it.
  const house: House = { ...town.house, pool: undo.pool, clock: { ...town.house.clock, now: () => now }, files: { ...town.house.files, remove: async () => undefined } }
  const end = async () => {
    await undo.end()
    await client.end()
    await town.close()
  }
  return { town, undo, house, sight: await sightOf(client, undo, now), end }
}

/** Each takes the next that nobody has taken yet. */
export async function shareOut<T>(workers: readonly Worker[], all: readonly T[], work: (at: Worker, it: T) => Promise<unknown>): Promise<void> {
  const left = [...all]
  await Promise.all(workers.map(async at => {
    for (let it = left.shift(); it !== undefined; it = left.shift()) await work(at, it)
  }))
}
