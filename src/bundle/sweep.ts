import type { House } from '../platform/action.ts'
import { withRole } from '../platform/db.ts'
import { filesOfDestroyed } from './store.ts'

/** Takes the files of destroyed bundles off the disk. Answers how many. */
export async function sweepBundles(house: House): Promise<number> {
  const found = await withRole(house.pool, 'clock', { person: undefined, partnership: undefined, now: house.clock.now() }, filesOfDestroyed)
  let gone = 0
  for (const file of found) {
    if ((await house.files.head(file)) === undefined) continue
    await house.files.remove(file)
    gone += 1
  }
  return gone
}
