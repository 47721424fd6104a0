// The invented harbour town: everybody can sign in with one password, and its cases were made by its own people, act by act.
import type { PersonId } from '../kernel/actor.ts'
import { readDirectory } from '../directory/load.ts'
import { hashSecret } from '../identity/secrets.ts'
import { accountOf, keepAccount } from '../identity/store.ts'
import type { House } from '../platform/action.ts'
import { withRole } from '../platform/db.ts'
import { townPassword } from '../web/guests.ts'




/** Fills an empty town; leaves one that is filled as it is. */
export async function fillTown(house: House): Promise<void> {
  const directory = readDirectory(house.config.municipality)
  const partnership = directory.partnership.id
  const first = directory.persons[0]
  if (!first) return
  const now = house.clock.now()
  const asSignIn = <T>(work: Parameters<typeof withRole<T>>[3]) => withRole(house.pool, 'signIn', { person: undefined, partnership, now }, work)
  if (await asSignIn(db => accountOf(db, first.id))) return
  const secretHash = await hashSecret(townPassword)
  await asSignIn(async db => {
    for (const it of directory.persons) await keepAccount(db, { person: it.id as PersonId, partnership, kind: 'staff', signInName: it.signIn, secretHash }, now)
  })
}
