// The shelf for pages that nobody has signed in to: read as the gate, and nothing but the words of forms.
import { type Db, type Pool, withRole } from '../platform/db.ts'

/** `partnership`: whose shelf it is. */
export interface OpenShelf { readonly pool: Pool; readonly partnership: number; readonly now: Date }

export const onOpenShelf = <T>({ pool, partnership, now }: OpenShelf, work: (db: Db) => Promise<T>): Promise<T> =>
  withRole(pool, 'gate', { person: undefined, partnership, now }, work)
