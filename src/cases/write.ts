// How an event is written: what was given goes into a box under the key of the case, what it leads to beside it. One way in for all rooms.
import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../kernel/day.ts'
import { type Holder, holders, termsOf } from '../directory/store.ts'
import type { Facts, Work } from '../platform/action.ts'
import type { Db } from '../platform/db.ts'
import { type Key, openText, sealText } from '../platform/vault.ts'
import { actsOn, add, type CaseEvent, type CaseState, type Given, type Move, take, type World } from './rules.ts'
import * as store from './store.ts'

/** The day as the gate reads it: who holds which role, by name and telephone, and the deadlines. */
export interface Today extends World { readonly held: readonly Holder[] }

/** How a case stands, on the day; read by the gate. */
export interface CaseFacts extends Facts { readonly now: store.CaseNow; readonly world: Today }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** For `facts` of an action about one case; undefined where there is none, also when the id is no id. */
export async function caseFacts(db: Db, id: string, now: Date): Promise<CaseFacts | undefined> {
  const it = uuid.test(id) ? await store.caseNow(db, id) : undefined
  if (!it) return undefined
  const world = await worldOf(db, it.partnership, now)
  const holder = actsOn(it, world.held)
  return { standing: { partnership: it.partnership, state: it.status, ...(holder && { holder }) }, aboutCase: it.id, aboutCitizen: it.citizen, now: it, world }
}

export async function worldOf(db: Db, partnership: number, now: Date): Promise<Today> {
  return { now, terms: await termsOf(db, partnership), held: await holders(db, partnership, dayOf(now)) }
}

/** The key of a case, for whoever may read it. */
export async function caseKey({ house, db }: Pick<Work, 'house' | 'db'>, id: string): Promise<Key> {
  const wrapped = await store.wrappedKeyOf(db, id)
  if (!wrapped) throw new Refusal('missing', 'platform.missing')
  return house.vault.unwrap(wrapped)
}

/**
 * Does one move in a case and writes its event.
 * @param seen the seq of the last event that the person had on the screen; undefined where it does not matter what came between
 * @throws Refusal as `take`, and conflict `cases.changed-meanwhile` when something came between
 */
export async function move(work: Work, facts: CaseFacts, what: Move, given: Given, seen?: number): Promise<CaseState> {
  if (seen !== undefined && seen !== facts.now.seq) throw new Refusal('conflict', 'cases.changed-meanwhile')
  const event = take(facts.now, what, work.actor, given, facts.world)
  const key = Object.keys(given).length > 0 ? await caseKey(work, facts.now.id) : undefined
  return writeEvent(work, facts.now.id, facts.now, event, key)
}

/** Writes an event that `take` answered with. */
export async function writeEvent(work: Work, id: string, before: CaseState | undefined, event: CaseEvent, key: Key | undefined): Promise<CaseState> {
  const after = add(before, event)
  const { seq, move: what, by, byRole, at, given, holder, due } = event
  const box = key ? sealText(key, boxOf(id, seq), JSON.stringify(given)) : null
  const { status, next, urgent } = after
  const first = await store.addEventRow(work.db, id, work.actor.partnership, { seq, move: what, by, byRole, at, status, holder, next, due, urgent, box })
  if (!first) throw new Refusal('conflict', 'cases.changed-meanwhile')
  return after
}

const boxOf = (id: string, seq: number) => `case_event.given:${id}:${seq}`

export interface ReadEvent extends CaseEvent { readonly byName: string; readonly unit: string; readonly phone: string | null; readonly holderName: string | null }

/** The events of a case, opened, oldest first. */
export async function readEvents(work: Pick<Work, 'house' | 'db'>, id: string): Promise<readonly ReadEvent[]> {
  const key = await caseKey(work, id)
  return (await store.eventsOf(work.db, id)).map(({ box, ...it }) => ({
    ...it, byName: it.byName ?? '', unit: it.unit ?? '', given: box ? (JSON.parse(openText(key, boxOf(id, it.seq), box)) as Given) : {},
  }))
}

