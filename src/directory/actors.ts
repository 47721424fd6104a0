import type { Actor } from '../kernel/actor.ts'
import { dayOf } from '../kernel/day.ts'
import type { Visitor } from '../identity/signin.ts'
import type { House } from '../platform/action.ts'
import { withRole } from '../platform/db.ts'
import { accountByName, endSessionsOf, keepAccount } from '../identity/store.ts'
import { colleague } from './store.ts'
import { personCalled } from './store-holdings.ts'

/** The person behind a living session, with the roles held today; undefined when the directory no longer knows her or him. */
export async function actorBehind(house: House, visitor: Visitor): Promise<Actor | undefined> {
  if (visitor.kind !== 'staff') {
    return {
      id: visitor.person, name: '', partnership: visitor.partnership, organisation: 0, organisationName: '',
      roles: visitor.kind === 'citizen' ? ['citizen'] : [], unlocked: visitor.unlocked,
    }
  }
  return staffActor(house, visitor.person, visitor.partnership)
}

/** A colleague as actor, for a session or a command. */
export async function staffActor(house: House, person: string, partnership: number): Promise<Actor | undefined> {
  const now = house.clock.now()
  const who = await withRole(house.pool, 'signIn', { person, partnership, now }, db => colleague(db, person, dayOf(now)))
  return who && who.partnership === partnership ? { ...who, unlocked: false } : undefined
}

/** Sets how a colleague signs in, and ends the visits under the old way. @throws Error when the name belongs to somebody else */
export async function staffAccount(house: House, it: { readonly person: string; readonly partnership: number; readonly signInName: string; readonly secretHash: string }): Promise<void> {
  const now = house.clock.now()
  await withRole(house.pool, 'signIn', { person: it.person, partnership: it.partnership, now }, async db => {
    if (!(await keepAccount(db, { ...it, kind: 'staff' }, now))) throw new Error('the sign-in name belongs to somebody else')
    await endSessionsOf(db, it.person)
    await house.write(db, {
      partnership: it.partnership, at: now, person: it.person, personName: '', organisation: '', role: null, act: 'identity.password-set', ground: 'own',
    })
  })
}

/** A colleague by the name she or he signs in with, for a command; undefined when nobody who works here does. */
export async function colleagueCalled(house: House, signInName: string): Promise<Actor | undefined> {
  const account = await withRole(house.pool, 'signIn', { person: undefined, partnership: undefined, now: house.clock.now() }, db => accountByName(db, signInName))
  return account?.kind === 'staff' ? staffActor(house, account.person, account.partnership) : undefined
}

/** A colleague who was added while the house ran, by the name she or he will sign in with. */
export async function personAdded(house: House, signInName: string): Promise<string | undefined> {
  const found = await withRole(house.pool, 'signIn', { person: undefined, partnership: undefined, now: house.clock.now() }, db => personCalled(db, signInName))
  return found?.person
}
