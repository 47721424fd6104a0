// The invented harbour town: everybody can sign in with one password, and its cases were made by its own people, act by act, as they came.
import { join } from 'node:path'
import type { PersonId } from '../kernel/actor.ts'
import { addDays, dayOf, instantOf } from '../kernel/day.ts'
import { type DirectoryConfig, readDirectory } from '../directory/folder.ts'
import { staffActor } from '../directory/actors.ts'
import { hashSecret } from '../identity/secrets.ts'
import { accountOf, keepAccount, markInvented, whoseTown } from '../identity/store.ts'
import { type House, perform } from '../platform/action.ts'
import { withRole } from '../platform/db.ts'
import { operatorError } from '../platform/operator.ts'
import { packageFolder } from '../platform/places.ts'
import { townPassphrase, townPassword } from '../web/open/guests.ts'
import type { Teller } from './teller.ts'
import { tellTown } from './town-story.ts'

/**
 * Fills an empty town; leaves one that is filled as it is.
 * @param share of the rows that its logs hold; 1 is all, some four hundred in the big one
 */
export async function fillTown(house: House, share = 1): Promise<void> {
  const directory = readDirectory(house.config.municipality)
  const first = directory.persons[0]
  const now = house.clock.now()
  await markTown(house, directory.partnership.id, now)
  if (!first || (await signInDesk(house, now, db => accountOf(db, first.id)))) return
  const secretHash = await hashSecret(townPassword)
  // The story is told by Havneby's own people; another folder is only moved into, so that it can be tried.
  const teller = hasCast(directory) ? await openTeller(house, directory, share) : undefined
  if (teller) await tellTown(teller)
  // Last, so that a town that was interrupted is not taken for a whole one.
  await signInDesk(house, now, async db => {
    for (const it of directory.persons)
      await keepAccount(db, { person: it.id, partnership: directory.partnership.id, kind: 'staff', signInName: it.signIn, secretHash }, now)
  })
}

/** Marked before anybody invented moves in. @throws an operator's error where people sign in already: each would get the password that everybody knows */
async function markTown(house: House, partnership: number, now: Date): Promise<void> {
  await signInDesk(house, now, async db => {
    const { invented, inUse } = await whoseTown(db)
    if (invented) return
    if (inUse) throw operatorError('People sign in to this database already, and it is no invented town: the demo would give them a password that everybody knows. Give the demo a LODS_DATA (or DATABASE_URL) of its own.')
    await markInvented(db, partnership, now)
  })
}

const hasCast = (it: DirectoryConfig): boolean =>
  readDirectory(join(packageFolder, 'config', 'havneby')).persons.every(one => it.persons.some(that => that.id === one.id && that.signIn === one.signIn))

const signInDesk = <T>(house: House, now: Date, work: Parameters<typeof withRole<T>>[3]): Promise<T> =>
  withRole(house.pool, 'signIn', { person: undefined, partnership: undefined, now }, work)

export async function openTeller(house: House, directory: DirectoryConfig, share: number): Promise<Teller> {
  const today = dayOf(house.clock.now())
  const partnership = directory.partnership.id
  const secretHash = await hashSecret(townPassphrase)
  const at = (daysAgo: number, clock: string): House => ({ ...house, clock: { ...house.clock, now: () => instantOf(addDays(today, -daysAgo), clock) } })
  return {
    house, today, share,
    as: async signIn => {
      const person = directory.persons.find(it => it.signIn === signIn)
      const actor = person && (await staffActor(house, person.id, partnership))
      if (!actor) throw new Error(`the town has no ${signIn}`)
      return actor
    },
    act: async (daysAgo, clock, actor, it, raw) => (await perform(at(daysAgo, clock), actor, it, raw)).result,
    moveIn: async (citizen, signInName) => {
      const now = house.clock.now()
      await signInDesk(house, now, db => keepAccount(db, { person: citizen, partnership, kind: 'citizen', signInName, secretHash }, now))
      return { id: citizen as PersonId, name: '', partnership, organisation: 0, organisationName: '', roles: ['citizen'], unlocked: true }
    },
  }
}
