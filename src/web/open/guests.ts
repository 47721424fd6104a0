import { dayOf } from '../../kernel/day.ts'
import type { Role } from '../../kernel/actor.ts'
import { readDirectory } from '../../directory/folder.ts'
import { citizenAccounts } from '../../identity/store.ts'
import { colleague } from '../../directory/store.ts'
import type { House } from '../../platform/action.ts'
import { withRole } from '../../platform/db.ts'

/** The password of every invented colleague. */
export const townPassword = 'prøv-havneby'

/** The passphrase of every invented citizen. */
export const townPassphrase = 'fire rolige ord her'

export interface Guest {
  readonly id: string
  readonly partnership: number
  readonly name: string
  readonly roles: readonly Role[]
  readonly unit: string
  /** Of the organisation alone; empty for a citizen. */
  readonly organisation: string
  /** The part of the organisation, where it has parts. */
  readonly department: string
  readonly signIn: string
  readonly password: string
  readonly address: string
}

/** Everybody who can sign in to the invented town, with how. Only the demo knows passwords. */
export async function whoCanSignIn(house: House): Promise<readonly Guest[]> {
  const directory = readDirectory(house.config.municipality)
  const partnership = directory.partnership.id
  const now = house.clock.now()
  return withRole(house.pool, 'signIn', { person: undefined, partnership, now }, async db => {
    const guests: Guest[] = []
    for (const it of directory.persons) {
      const who = await colleague(db, it.id, dayOf(now))
      if (!who) continue
      const unit = [who.unit, who.organisationName].filter(Boolean).join(', ')
      guests.push({ id: it.id, partnership, name: who.name, roles: who.roles, unit, organisation: who.organisationName, department: who.unit ?? '', signIn: it.signIn, password: townPassword, address: '/log-ind' })
    }
    for (const it of await citizenAccounts(db, partnership))
      guests.push({ id: it.person, partnership, name: '', roles: ['citizen'], unit: '', organisation: '', department: '', signIn: it.signInName, password: townPassphrase, address: '/noter/ind' })
    return guests
  })
}
