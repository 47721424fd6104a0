// A referral that is not sent yet: kept in a box under the key of its case, to be gone on with.
import { z } from 'zod'
import type { Actor } from '../kernel/actor.ts'
import { fresh } from '../cases/late.ts'
import { caseFacts, caseKey } from '../cases/write.ts'
import { people } from '../directory/store-holdings.ts'
import { action, type Work } from '../platform/action.ts'
import type { Db } from '../platform/db.ts'
import { Refusal } from '../kernel/refusal.ts'
import { openText, sealText } from '../platform/vault.ts'
import { rights } from './rules.ts'
import * as store from './store-draft.ts'

/** By when somebody who is asked is to say yes or no. */
export const answerDue = fresh

const typed = z.union([z.string().max(4000, 'referrals.too-long'), z.array(z.string()).max(400)])
type Typed = z.infer<typeof typed>
/** `values`: the fields of the page as they were typed. */
export interface KeptDraft { readonly to: string; readonly receiver: string | null; readonly at: Date; readonly name: string; readonly values: Readonly<Record<string, Typed>>; readonly stays: boolean }

const place = (caseId: string, person: string) => `referral_draft.box:${caseId}:${person}`

/** This person's own draft in this case. */
export async function keptDraft(work: Work, caseId: string): Promise<KeptDraft | undefined> {
  const row = await store.draftOf(work.db, caseId, work.actor.id)
  if (!row) return undefined
  const { box, ...rest } = row
  const stays = await store.draftStays(work.db, caseId, work.actor.id)
  return { ...rest, stays, name: row.name ?? '', values: JSON.parse(openText(await caseKey(work, caseId), place(caseId, work.actor.id), box)) as KeptDraft['values'] }
}

const ofCase = (db: Db, input: { readonly case: string }, _actor: Actor, now: Date) => caseFacts(db, input.case, now)

export const keepDraftAction = action({
  path: '/sager/:case/henvis/kladde', method: 'post', audit: 'referrals.draft-kept', facts: ofCase, right: rights['referrals.keep-draft'],
  input: z.object({ case: z.uuid('platform.missing'), til: z.uuid('referrals.needs-receiver'), rolle: z.string('referrals.needs-receiver').max(40) }).catchall(typed),
  run: async (work, input) => {
    const { case: id, til, rolle, ...values } = input
    const { db, actor, now } = work
    if (!(await people(db, actor.partnership)).some(it => it.id === til)) throw new Refusal('invalid', 'referrals.needs-receiver', 'til')
    const box = sealText(await caseKey(work, id), place(id, actor.id), JSON.stringify(values))
    await store.putDraft(db, { caseId: id, person: actor.id, partnership: actor.partnership, to: rolle, receiver: til, at: now, box })
    return { case: id }
  },
  leadsTo: it => it,
})

export const throwDraftAction = action({
  path: '/sager/:case/henvis/kladde/slet', method: 'post', audit: 'referrals.draft-thrown', input: z.object({ case: z.uuid('platform.missing') }),
  facts: ofCase, right: rights['referrals.keep-draft'],
  run: async ({ db, actor }, { case: id }) => {
    if (await store.draftStays(db, id, actor.id)) throw new Refusal('conflict', 'referrals.draft-stays')
    await store.throwDraft(db, id, actor.id)
    return { case: id }
  },
  leadsTo: it => it,
})
