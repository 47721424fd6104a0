// Opens the house: `start` with the invented town, `serve` for real.
import { type Open, openDoors, openHouse } from '../main.ts'
import { whoseTown } from '../identity/store.ts'
import { type Config, readConfig } from '../platform/config.ts'
import { withRole } from '../platform/db.ts'
import { untilTold } from '../platform/operator.ts'
import { takesNothing } from './arguments.ts'
import { fillTown } from './town.ts'

export async function runStart(args: readonly string[]): Promise<number> {
  takesNothing('start', args)
  return run(readConfig({ ...process.env, LODS_DEMO: '1' }, 'demo'), fillTown)
}

export async function runServe(args: readonly string[]): Promise<number> {
  takesNothing('serve', args)
  return run(readConfig(process.env, 'serve'), warnOfInvented)
}

/** Served for real, an invented town lets in whoever has read the manual. */
async function warnOfInvented(house: Open['house']): Promise<void> {
  const now = house.clock.now()
  const { invented } = await withRole(house.pool, 'signIn', { person: undefined, partnership: undefined, now }, whoseTown)
  if (invented) process.stderr.write('This database is an invented town: everybody knows the passwords of its people. Real people need a LODS_DATA or DATABASE_URL of their own.\n')
}

async function run(config: Config, fill: (house: Open['house']) => Promise<unknown>): Promise<number> {
  // Asked for first: who stops a house that is still opening gets a clean stop too.
  const told = untilTold()
  const open = await openHouse(config, 'alone')
  const doors = await opened(open, fill).catch(async error => {
    await open.close()
    throw error
  })
  process.stdout.write(`Lods: ${doors.url}\n`)
  await told
  await doors.stop()
  return 0
}

async function opened(open: Open, fill: (house: Open['house']) => Promise<unknown>): ReturnType<typeof openDoors> {
  await fill(open.house)
  return openDoors(open)
}
