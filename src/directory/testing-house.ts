// A whole house for a test: fresh database, own keys and files, the invented town's directory, a clock that the test moves.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { Actor } from '../kernel/actor.ts'
import { dayOf } from '../kernel/day.ts'
import { writeLine } from '../journal/store.ts'
import type { House } from '../platform/action.ts'
import { readConfig } from '../platform/config.ts'
import { openPool } from '../platform/db.ts'
import { openFiles } from '../platform/files.ts'
import { packageFolder } from '../platform/places.ts'
import { testDatabase } from '../platform/testing.ts'
import { openVault } from '../platform/vault.ts'
import { staffActor } from './actors.ts'
import { readDirectory } from './folder.ts'
import { loadDirectory } from './load.ts'

export interface TestHouse {
  readonly house: House
  /** Superuser, to look behind the walls. */
  readonly owner: Client
  /** A colleague of the invented town by sign-in name, with the roles held at the test's time. */
  readonly as: (signIn: string) => Promise<Actor>
  /** LODS_DATA of this house, for searching its bytes. */
  readonly data: string
  readonly moveClock: (milliseconds: number) => void
  readonly close: () => Promise<void>
  /** Closes it, and lets others copy its database under this name. */
  readonly keepAs: (name: string) => Promise<void>
}

/** What a house is a copy of. `lay` puts its keys and files into a folder, before they are read. */
export interface Copied { readonly database: string; readonly lay: (folder: string) => Promise<void> }

/** The clock starts on Tuesday 3 November 2026 at 9.40 in Copenhagen and runs. */
export async function testHouse(start = new Date('2026-11-03T08:40:00Z'), copied?: Copied): Promise<TestHouse> {
  const database = await testDatabase(copied?.database)
  const folder = mkdtempSync(join(tmpdir(), 'lods-house-'))
  const directory = readDirectory(join(packageFolder, 'config', 'havneby'))
  const owner = new Client(database.owner)
  await owner.connect()
  if (copied) await copied.lay(folder)
  else await loadDirectory(owner, directory, { today: dayOf(start), at: start })
  const begun = Date.now()
  let ahead = 0
  const pool = openPool(database.app)
  const data = join(folder, 'data')
  const house: House = {
    config: readConfig({ LODS_DATA: data, LODS_KEYS: join(folder, 'keys'), LODS_DEMO: '1', PORT: '0' }),
    pool, write: writeLine,
    clock: { now: () => new Date(start.getTime() + Date.now() - begun + ahead), move: async seconds => { ahead = seconds * 1000 } },
    vault: await openVault(join(folder, 'keys'), { create: true }),
    files: await openFiles(join(data, 'files')),
  }
  const leave = async (to: () => Promise<void>) => {
    await pool.destroy()
    await owner.end()
    await to()
    rmSync(folder, { recursive: true, force: true })
  }
  const ids = new Map(directory.persons.map(it => [it.signIn, it.id]))
  return {
    house, owner, data,
    as: async signIn => {
      const actor = await staffActor(house, ids.get(signIn) ?? '', directory.partnership.id)
      if (!actor) throw new Error(`nobody signs in as ${signIn}`)
      return actor
    },
    moveClock: milliseconds => { ahead += milliseconds },
    close: () => leave(database.drop),
    keepAs: name => leave(() => database.keepAs(name)),
  }
}
