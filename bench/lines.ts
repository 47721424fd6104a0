// The lines of the table that need a database, and what each is held against.
import { randomBytes, randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { caseAction } from '../src/cases/actions.ts'
import { addEntry } from '../src/incidents/actions.ts'
import { earlierPage } from '../src/incidents/actions-earlier.ts'
import { perform } from '../src/platform/action.ts'
import { numbers } from './chat.ts'
import { asOwner, citizenActor, colleagueActor, openStand, type Stand, toldBy } from './stand.ts'

/** Does the thing once, for one of the clients. */
export type Once = (client: number) => Promise<unknown>
interface Ready { readonly once: Once; readonly close: () => Promise<unknown> }
export interface Line { readonly name: string; readonly clients: number; readonly ready: (stand: Stand) => Promise<Ready> }
/** A line and its floor. */
export interface Pair { readonly ours: Line; readonly floor: Line }

/** As a form sends it: checked, journal line, sending's own id, seal, boxes, all in one transaction. Each client writes in a log of its own. */
const create = (clients: number): Line => ({
  name: `create an incident, ${clients === 1 ? '1 client' : `${clients} clients`}`, clients,
  ready: async stand => {
    const house = await openStand(stand)
    const draw = numbers(clients)
    const once: Once = client => perform(house, citizenActor(stand.writers[client] ?? '', stand.partnership), addEntry,
      { told: toldBy(draw), when: 'now', type: 'message', count: '1' }, { once: randomUUID() })
    return { once, close: () => house.pool.destroy() }
  },
})

/** Bare: one row as big as an entry's, committed. */
const insert = (clients: number): Line => ({
  name: `floor: bare insert, ${clients === 1 ? '1 client' : `${clients} clients`}`, clients,
  ready: async stand => {
    const connections = await Promise.all(Array.from({ length: clients }, () => connected(stand)))
    const bytes = await asOwner(stand.owner, async client =>
      (await client.query<{ bytes: number }>('select round(avg(pg_column_size(e.*)))::int as bytes from (select * from incident_entry limit 1000) e')).rows[0]?.bytes ?? 0)
    const body = randomBytes(bytes)
    return {
      once: client => connections[client]?.query('insert into bench_row (body) values ($1)', [body]) ?? Promise.reject(new Error('no such client')),
      close: () => Promise.all(connections.map(it => it.end())),
    }
  },
})

const told = (size: number): string => size.toLocaleString('en')

/** Her fifty newest, opened, with the picture of weeks. */
const list = (size: number): Line => ({
  name: `list 50 of ${told(size)}`, clients: 1,
  ready: async stand => {
    const house = await openStand(stand)
    const actor = citizenActor(logOf(stand, size).citizen, stand.partnership)
    return { once: async () => full((await perform(house, actor, earlierPage, {})).result.entries.length), close: () => house.pool.destroy() }
  },
})

/** The visitator's page of a case whose citizen shows a log of this size. */
const openCase = (size: number): Line => ({
  name: `open a case, log of ${told(size)}`, clients: 1,
  ready: async stand => {
    const house = await openStand(stand)
    const actor = await colleagueActor(house, stand.visitator, stand.partnership)
    const input = { case: logOf(stand, size).case }
    return { once: () => perform(house, actor, caseAction, input), close: () => house.pool.destroy() }
  },
})

/** Bare: the fifty newest rows as they lie, past the walls, unopened. */
const select = (size: number): Line => ({
  name: `floor: bare select of 50 in ${told(size)}`, clients: 1,
  ready: async stand => {
    const client = await connected(stand)
    const { log } = logOf(stand, size)
    return {
      once: async () => full((await client.query('select * from incident_entry where partnership = $1 and log = $2 order by sort_at desc, no desc limit 50', [stand.partnership, log])).rows.length),
      close: () => client.end(),
    }
  },
})

// A fast way to read nothing would be seen.
function full(rows: number): number {
  if (rows !== 50) throw new Error(`asked for 50 rows and got ${rows}`)
  return rows
}

function logOf(stand: Stand, size: number): Stand['logs'][number] {
  const found = stand.logs.find(it => it.size === size)
  if (!found) throw new Error(`no log of ${size}`)
  return found
}

async function connected(stand: Stand): Promise<Client> {
  const client = new Client(stand.owner)
  await client.connect()
  return client
}

/** @param sizes of the logs that are listed; the case is opened on one of 10,000 */
export const pairs = (sizes: readonly number[]): readonly Pair[] => [
  ...[1, 4].map(clients => ({ ours: create(clients), floor: insert(clients) })),
  ...sizes.map(size => ({ ours: list(size), floor: select(size) })),
  { ours: openCase(10_000), floor: select(10_000) },
]
