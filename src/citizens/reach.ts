// The one place that gives leave to reach a citizen, and keeps what was agreed about it.
import { randomUUID } from 'node:crypto'
import { Refusal } from '../kernel/refusal.ts'
import type { PersonId } from '../kernel/actor.ts'
import type { Work } from '../platform/action.ts'
import { type Channel, grantReach, type MayReach } from '../platform/mayreach.ts'
import { type Key, openText, sealText } from '../platform/vault.ts'
import { allows, type ContactVersion, type SafeContact } from './rules.ts'
import * as store from './store.ts'

type Reading = Pick<Work, 'house' | 'db'>
const boxOf = (id: string) => `safe_contact.box:${id}`

/** What was agreed last; undefined when nothing was. */
export async function safeContact(work: Reading, citizen: string): Promise<ContactVersion | undefined> {
  const row = await store.newestContact(work.db, citizen)
  if (!row) return undefined
  const key = await keyOf(work, citizen)
  return { version: row.version, at: row.at, byName: row.byName, contact: JSON.parse(openText(key, boxOf(row.id), row.box)) as SafeContact }
}

/**
 * Keeps a new version; the earlier ones stay.
 * @param seen the version that the person had on the screen, 0 for none
 * @throws Refusal conflict when another one was kept meanwhile
 */
export async function keepContact(work: Work, citizen: string, contact: SafeContact, seen: number): Promise<void> {
  const id = randomUUID()
  const box = sealText(await keyOf(work, citizen), boxOf(id), JSON.stringify(contact))
  const last = (await store.newestContact(work.db, citizen))?.version ?? 0
  const kept = last === seen && await store.addContact(work.db, {
    id, partnership: work.actor.partnership, citizen, version: seen + 1, by: work.actor.id, at: work.now, box,
  })
  if (!kept) throw new Refusal('conflict', 'citizens.contact-changed')
}

/** Leave to reach her on a channel, now. @throws Refusal conflict where it was not agreed */
export async function mayReach<C extends Channel>(work: Work, citizen: string, channel: C): Promise<MayReach<C>> {
  const agreed = (await safeContact(work, citizen))?.contact
  if (!allows(agreed, channel)) throw new Refusal('conflict', 'citizens.not-agreed')
  return grantReach({ by: 'citizens', channel, to: citizen as PersonId, grantedAt: work.now, ...(agreed?.where && channel === 'phone' && { address: agreed.where }) })
}

async function keyOf({ house, db }: Reading, citizen: string): Promise<Key> {
  const found = await store.citizen(db, citizen)
  if (!found) throw new Refusal('missing', 'platform.missing')
  return house.vault.unwrap(found.keyWrapped)
}
