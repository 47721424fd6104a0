// Before the other party is contacted she is told, and her safety is gone through. Whatever plans or records such a contact comes through here.
import { randomUUID } from 'node:crypto'
import type { Day } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Work } from '../../platform/action.ts'
import { openedAlone, shutAlone } from './boxes.ts'
import { leansOn, saysName, type Way } from './rules.ts'
import * as store from './store.ts'

const toldPlace = (id: string) => `told_her.box:${id}`
const contactPlace = (id: string) => `other_contact.box:${id}`
type Saying = Pick<Work, 'house' | 'db' | 'actor' | 'ground' | 'now'>

export interface Told extends Omit<store.ToldRow, 'keyWrapped' | 'box'> { readonly says: string }
export const readTold = async (work: Pick<Work, 'house' | 'db'>, caseId: string): Promise<readonly Told[]> =>
  (await store.toldOf(work.db, caseId)).map(({ keyWrapped, box, ...it }) => ({ ...it, says: openedAlone<string>(work.house, toldPlace(it.id), { keyWrapped, box }) }))

/** Writes that she was told on a day and what was gone through, or that it was let be and why. */
export async function tellHer(work: Saying, caseId: string, it: { readonly toldOn: Day | null; readonly says: string }): Promise<void> {
  const id = randomUUID()
  const { actor, ground, now } = work
  await store.addTold(work.db, {
    id, case: caseId, partnership: actor.partnership, answer: it.toldOn ? 'told' : 'waived', toldOn: it.toldOn, by: actor.id, byRole: ground.by, at: now, ...shutAlone(work.house, toldPlace(id), it.says),
  })
}

export interface Contact extends Omit<store.ContactRow, 'keyWrapped' | 'box'> { readonly says: string }
export const readContacts = async (work: Pick<Work, 'house' | 'db'>, caseId: string): Promise<readonly Contact[]> =>
  (await store.contactsOf(work.db, caseId)).map(({ keyWrapped, box, ...it }) => ({ ...it, says: openedAlone<string>(work.house, contactPlace(it.id), { keyWrapped, box }) }))

export interface OtherContact {
  readonly way: Way
  /** The day it is planned for, or the day it was. */
  readonly on: Day
  readonly says: string
  /** Names that may not be in the text: whoever could have told us. */
  readonly names?: readonly string[]
  readonly done?: boolean
}

/**
 * The gate for every contact with the other party, planned or done, whichever room it is done in (talk, call, letter, invitation, referral to DSC).
 * Works in the roles visitator, primaryCoordinator and familyCounsellor; answers with the id of the contact.
 * @throws Refusal conflict `cases.tell-her-first` when she has not been told, `cases.names-source` when the text says who told us
 */
export async function contactOther(work: Saying, caseId: string, it: OtherContact): Promise<string> {
  if (saysName(it.says, it.names ?? [])) throw new Refusal('conflict', 'cases.names-source', 'says')
  const { actor, ground, now, db } = work
  const answers = await store.toldOf(db, caseId)
  const used = (await store.contactsOf(db, caseId)).map(one => one.told)
  const told = leansOn(answers, used, it.on)
  const id = randomUUID()
  const own = { id, case: caseId, partnership: actor.partnership, by: actor.id, byRole: ground.by, at: now, ...shutAlone(work.house, contactPlace(id), it.says) }
  if (!(await store.addContact(db, { ...own, told: told.id, way: it.way, plannedOn: it.on }))) throw new Refusal('conflict', 'cases.tell-her-first')
  if (it.done) await contactDone(work, id, it.on)
  return id
}

export async function contactDone({ db, actor, ground, now }: Saying, contact: string, onDay: Day): Promise<void> {
  if (!(await store.addContactDone(db, { contact, onDay, partnership: actor.partnership, by: actor.id, byRole: ground.by, at: now }))) throw new Refusal('conflict', 'cases.contact-is-done')
}
