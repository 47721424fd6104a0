import type { Db } from '../platform/db.ts'
import type { FileStore } from '../platform/files.ts'
import { filesOfDestroyed } from './store.ts'

/** Takes the files of destroyed bundles off the disk, in the role of the clock. Answers how many. */
export async function sweepBundles(db: Db, files: FileStore): Promise<number> {
  let gone = 0
  for (const file of await filesOfDestroyed(db)) {
    if ((await files.head(file)) === undefined) continue
    await files.remove(file)
    gone += 1
  }
  return gone
}
