// A receiver's own notes about what was sent to her or him. The sender never sees them, nor does the citizen's municipality.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { Refusal } from '../kernel/refusal.ts'
import { action, type Work } from '../platform/action.ts'
import { openText, sealText } from '../platform/vault.ts'
import { rights } from './rules.ts'
import { referralFacts } from './standing.ts'
import { referralBy } from './store.ts'
import * as store from './store-notes.ts'

const place = (id: string) => `receiver_record.box:${id}`
/** The number of the referral, and its key: the receiver's own records lie under it. */
export async function openReferral({ db, house }: Work, referral: string) {
  const found = await referralBy(db, referral)
  if (!found) throw new Refusal('missing', 'platform.missing')
  return { number: found.number, key: house.vault.unwrap(found.keyWrapped) }
}
const keyOf = async (work: Work, referral: string) => (await openReferral(work, referral)).key

export interface Note { readonly at: Date; readonly byName: string; readonly told: string }
/** Newest first; undefined in a role that keeps its notes elsewhere. */
export async function notesOf(work: Work, referral: string): Promise<readonly Note[] | undefined> {
  if (work.ground.by === 'visitator') return undefined
  const key = await keyOf(work, referral)
  return (await store.notes(work.db, referral)).map(it => ({ at: it.at, byName: it.byName, told: openText(key, place(it.id), it.box) }))
}

export const noteAction = action({
  path: '/henvisninger/:referral/notat', method: 'post', audit: 'referrals.noted',
  input: z.object({ referral: z.uuid('platform.missing'), note: z.string('referrals.needs-note').trim().min(1, 'referrals.needs-note').max(4000, 'referrals.too-long') }),
  facts: (db, { referral }, actor, now) => referralFacts(db, referral, actor, now), right: rights['referrals.note'],
  run: async (work, { referral, note }) => {
    const { db, actor, ground, now } = work
    const id = randomUUID()
    await store.addNote(db, { id, referral, partnership: actor.partnership, role: ground.by, organisation: actor.organisation, by: actor.id, at: now, box: sealText(await keyOf(work, referral), place(id), note) })
    return { id: referral }
  },
  leadsTo: it => it,
})
