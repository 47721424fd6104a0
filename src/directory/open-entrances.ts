// The list of entrances for whoever is not signed in: read as the door itself, about nobody and journalled nowhere.
import { dayOf } from '../kernel/day.ts'
import type { House } from '../platform/action.ts'
import { withRole } from '../platform/db.ts'
import type { EntrancesPage } from './actions-entrances.ts'
import { findEntrances } from './entrances.ts'
import { entrancesNow } from './store-entrances.ts'

export const openEntrances = ({ pool, clock }: House, partnership: number, lookup: EntrancesPage['lookup'], asked: string): Promise<EntrancesPage> => {
  const now = clock.now()
  return withRole(pool, 'signIn', { person: undefined, partnership, now }, async db => {
    const all = await entrancesNow(db, partnership)
    return { asked, count: all.length, found: findEntrances(all, asked), lookup, today: dayOf(now) }
  })
}
