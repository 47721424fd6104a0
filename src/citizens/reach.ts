// The one place that gives leave to reach a citizen, and keeps what was agreed about it.
import { randomUUID } from 'node:crypto'
import { Refusal } from '../kernel/refusal.ts'
import type { PersonId } from '../kernel/actor.ts'
import type { Work } from '../platform/action.ts'
import { type Channel, grantReach, type MayReach } from '../platform/mayreach.ts'
import { type Key, openText, sealText } from '../platform/vault.ts'
import { allows, type ContactVersion, isMet, type ReachAnswer, reachFault, type SafeContact } from './rules.ts'
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

// Below: the gate before anybody is reached. Whatever calls, writes, books or reminds goes through here.
const whyPlace = (id: string) => `reached.why:${id}`

/**
 * Writes down how she was reached, or will be, and gives leave to do it. `here`: she came or called herself, and nobody is reached.
 * @throws Refusal invalid where it is not said how, or why the rule was not followed
 */
export async function reach(work: Work, citizen: string, act: string, given: Partial<ReachAnswer>): Promise<MayReach | undefined> {
  const rule = await safeContact(work, citizen)
  const fault = reachFault(rule?.contact, given)
  if (fault) throw new Refusal('invalid', fault.code, fault.field)
  const answer = { channel: 'here', followed: false, why: '', ...given } satisfies ReachAnswer
  const id = randomUUID()
  const why = answer.why.trim()
  await store.addReached(work.db, {
    id, partnership: work.actor.partnership, citizen, act, channel: answer.channel, version: rule?.version ?? 0, met: isMet(rule?.contact, answer), by: work.actor.id, at: work.now,
    whyBox: why === '' ? null : sealText(await keyOf(work, citizen), whyPlace(id), why),
  })
  return answer.channel === 'here' ? undefined : leave(citizen, answer.channel, rule?.contact.where ?? '', work.now)
}

const leave = (citizen: string, channel: Channel, where: string, now: Date): MayReach =>
  grantReach({ by: 'citizens', channel, to: citizen as PersonId, grantedAt: now, ...(where !== '' && channel === 'phone' && { address: where }) })

export interface Outside { readonly id: string; readonly at: Date; readonly byName: string; readonly channel: ReachAnswer['channel']; readonly why: string }

/** When the rule was not followed, and why; newest first. */
export async function outsideRule(work: Pick<Work, 'house' | 'db'>, citizen: string): Promise<readonly Outside[]> {
  const rows = await store.reachedOutside(work.db, citizen)
  if (rows.length === 0) return []
  const key = await keyOf(work, citizen)
  return rows.map(({ id, at, byName, channel, whyBox }) => ({ id, at, byName, channel, why: whyBox ? openText(key, whyPlace(id), whyBox) : '' }))
}
