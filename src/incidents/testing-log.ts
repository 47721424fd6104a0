// For tests only: a citizen in the test house, and things to write.
import { randomUUID } from 'node:crypto'
import type { Actor, PersonId } from '../kernel/actor.ts'
import { addCitizen } from '../citizens/store.ts'
import type { TestHouse } from '../directory/testing-house.ts'
import { withRole } from '../platform/db.ts'

/** A citizen with nothing but a row and a key, as a visitator makes one. */
export async function testCitizen(test: TestHouse, unlocked = true): Promise<Actor> {
  const visitator = await test.as('vibeke.eksempel')
  const id = randomUUID() as PersonId
  const now = test.house.clock.now()
  await withRole(test.house.pool, 'visitator', { person: visitator.id, partnership: visitator.partnership, now }, db =>
    addCitizen(db, { id, partnership: visitator.partnership, keyWrapped: test.house.vault.newKey().wrapped }, now))
  return { id, name: '', partnership: visitator.partnership, organisation: 0, organisationName: '', roles: ['citizen'], unlocked }
}

/** The fields of the form for a short entry. */
export const shortEntry = (told: string, more: Readonly<Record<string, string>> = {}): Record<string, string> => ({ told, when: 'now', ...more })
