// A product in a process of its own, to be killed: the house on a durable cluster behind its real doors, with four citizens who are signed in.
//   node product.js DATA KEYS [CITIZEN ...]      says in one line of JSON where it is and how they get in; makes the citizens when none are named
import { perform } from '../src/platform/action.ts'
import { enquire } from '../src/cases/enquire.ts'
import { caseNow } from '../src/cases/store.ts'
import { staffActor } from '../src/directory/actors.ts'
import { readDirectory } from '../src/directory/folder.ts'
import { newSessionId, sessionHash } from '../src/identity/secrets.ts'
import { openSession } from '../src/identity/store.ts'
import { openDoors, openHouse } from '../src/main.ts'
import type { House } from '../src/platform/action.ts'
import { readConfig } from '../src/platform/config.ts'
import { withRole } from '../src/platform/db.ts'
import { untilTold } from '../src/platform/operator.ts'

/** What it says when its doors are open. */
export interface Told { readonly url: string; readonly citizens: readonly { readonly id: string; readonly session: string }[] }

async function newCitizen(house: House): Promise<string> {
  const { persons, partnership } = readDirectory(house.config.municipality)
  const sender = await staffActor(house, persons.find(it => it.signIn === 'jonas.eksempel')?.id ?? '', partnership.id)
  if (!sender) throw new Error('the town lacks somebody')
  const { result } = await perform(house, sender, enquire, { acute: 'yes', told: '' })
  const made = await withRole(house.pool, 'gate', { person: undefined, partnership: undefined, now: house.clock.now() }, db => caseNow(db, result.id))
  if (!made) throw new Error('the case that was just made is not there')
  return made.citizen
}

/** As after signing in. */
async function enter(house: House, person: string): Promise<string> {
  const [id, now] = [newSessionId(), house.clock.now()]
  const { partnership } = readDirectory(house.config.municipality)
  await withRole(house.pool, 'signIn', { person, partnership: partnership.id, now }, db =>
    openSession(db, sessionHash(id), { person, partnership: partnership.id, kind: 'citizen', startedAt: now, seenAt: now, unlockedUntil: null }))
  return id
}

if (import.meta.main) {
  const [data = '', keys = '', ...named] = process.argv.slice(2)
  const told = untilTold()
  const open = await openHouse(readConfig({ LODS_DATA: data, LODS_KEYS: keys, LODS_DEMO: '1', PORT: '0' }), 'alone')
  while (named.length < 4) named.push(await newCitizen(open.house))
  const citizens = []
  for (const id of named) citizens.push({ id, session: await enter(open.house, id) })
  const { url, stop } = await openDoors(open)
  process.stdout.write(`${JSON.stringify({ url, citizens } satisfies Told)}\n`)
  await told
  await stop()
}
