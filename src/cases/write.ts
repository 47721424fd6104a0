// How an event is written: what was given goes into a box under the key of the case, what it leads to beside it. One way in for all rooms.
import { Refusal } from '../kernel/refusal.ts'
import type { PersonId } from '../kernel/actor.ts'
import { dayOf } from '../kernel/day.ts'
import { leaveOut } from '../directory/rules.ts'
import { type Holder, holders, termsOf } from '../directory/store.ts'
import type { Answers, Form } from '../forms/rules.ts'
import type { Facts, Work } from '../platform/action.ts'
import type { Db } from '../platform/db.ts'
import { type Key, openText, sealText } from '../platform/vault.ts'
import { adviceAnswers, type AdviceGiven } from '../toolkit/advice.ts'
import { withForms } from '../toolkit/shelf.ts'
import { cameBetween } from './late.ts'
import { actsOn, add, type CaseEvent, type CaseState, type Given, type Move, take, type World } from './rules.ts'
import { blockedFrom } from './finding/name-store.ts'
import { shutPairs } from './shut/store.ts'
import { isLocked } from './paperwork/store.ts'
import * as store from './store.ts'

/** The day as the gate reads it: who holds which role, by name and telephone, and the deadlines. */
export interface Today extends World {
  readonly held: readonly Holder[]
  /** Who is shut out of which case. */
  readonly shut: readonly { readonly caseId: string; readonly person: PersonId }[]
}

/** The day as one case has it: whoever is shut out of it does not act in it. */
export const worldFor = <T extends Today>(world: T, id: string): T => {
  const out = world.shut.filter(it => it.caseId === id).map(it => it.person)
  return { ...world, held: leaveOut(world.held, out) }
}

/** How a case stands, on the day; read by the gate. */
export interface CaseFacts extends Facts { readonly now: store.CaseNow; readonly world: Today }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** For `facts` of an action about one case; undefined where there is none, also when the id is no id, and while it is locked. */
export async function caseFacts(db: Db, id: string, now: Date): Promise<CaseFacts | undefined> {
  const it = await evenLocked(db, id, now)
  return it && !(await isLocked(db, id)) ? it : undefined
}

/** As `caseFacts`, also for one that is locked: for the acts that lock and open. */
export async function evenLocked(db: Db, id: string, now: Date): Promise<CaseFacts | undefined> {
  const it = uuid.test(id) ? await store.caseNow(db, id) : undefined
  if (!it) return undefined
  const today = worldFor(await worldOf(db, it.partnership, now), it.id)
  const blocked = await blockedFrom(db, it.id)
  // Whoever has a case that crosses this one is as good as away here.
  const world = { ...today, held: leaveOut(today.held, blocked) }
  const holder = actsOn(it, world.held)
  return { standing: { partnership: it.partnership, state: it.status, ...(holder && { holder }) }, aboutCase: it.id, aboutCitizen: it.citizen, now: it, world }
}

export async function worldOf(db: Db, partnership: number, now: Date): Promise<Today> {
  return { now, terms: await termsOf(db, partnership), held: await holders(db, partnership, dayOf(now)), shut: await shutPairs(db, partnership) }
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
  if (seen !== undefined && cameBetween(facts.now, seen)) throw new Refusal('conflict', 'cases.changed-meanwhile')
  const event = take(facts.now, what, work.actor, given, facts.world)
  const key = Object.keys(given).length > 0 ? await caseKey(work, facts.now.id) : undefined
  return writeEvent(work, facts.now.id, facts.now, event, key)
}

/** Nobody is given a case who has one that crosses it; one that was only now opened is the leader's to give. @throws Refusal conflict cases.holds-across */
export async function notBoth(db: Db, id: string, before: { readonly holder: PersonId | null } | undefined, holder: PersonId | null): Promise<void> {
  if (before && holder && holder !== before.holder && (await blockedFrom(db, id)).includes(holder)) throw new Refusal('conflict', 'cases.holds-across')
}

/** Writes an event that `take` answered with. */
export async function writeEvent(work: Work, id: string, before: CaseState | undefined, event: CaseEvent, key: Key | undefined): Promise<CaseState> {
  await notBoth(work.db, id, before, event.holder)
  const after = add(before, event)
  const { seq, move: what, by, byRole, at, given, holder, due } = event
  const box = key ? sealText(key, boxOf(id, seq), JSON.stringify(given)) : null
  const { status, next, urgent } = after
  const first = await store.addEventRow(work.db, id, work.actor.partnership, { seq, move: what, by, byRole, at, status, holder, next, due, urgent, box })
  if (!first) throw new Refusal('conflict', 'cases.changed-meanwhile')
  return after
}

const boxOf = (id: string, seq: number) => `case_event.given:${id}:${seq}`

export interface ReadEvent extends CaseEvent { readonly form?: Form; /** Of the advice that came along with an enquiry. */ readonly adviceForm?: Form; readonly byName: string; readonly unit: string; readonly phone: string | null; readonly holderName: string | null }

/** The events of a case, opened, oldest first, each with the form that was answered. */
export async function readEvents(work: Pick<Work, 'house' | 'db'>, id: string): Promise<readonly ReadEvent[]> {
  const key = await caseKey(work, id)
  const events = (await store.eventsOf(work.db, id)).map(({ box, ...it }) => {
    const given = box ? asGiven(it.move, JSON.parse(openText(key, boxOf(id, it.seq), box)) as Kept) : {}
    return { ...it, byName: it.byName ?? '', unit: it.unit ?? '', given, answers: given.answers }
  })
  const advised = await withForms(work.db, events.map(it => ({ answers: it.given.advice })))
  return (await withForms(work.db, events)).map(({ answers: _, ...it }, at) => ({ ...it, ...(advised[at]?.form && { adviceForm: advised[at].form }) }))
}

/** As it lies in the box: advice was once no form. */
type Kept = Omit<Given, 'advice'> & { readonly advice?: Answers | readonly AdviceGiven[] }
function asGiven(move: Move, { advice, ...given }: Kept): Given {
  if (!advice) return given
  const answers = adviceAnswers(advice)
  return move === 'advise' ? { ...given, answers } : { ...given, advice: answers }
}

