// What was sent out of a case or brought into it, as it was frozen, with what was answered: for whoever has the case and is asked for it.
import { z } from 'zod'
import { Refusal } from '../kernel/refusal.ts'
import { action } from '../platform/action.ts'
import { openCopy, openWords } from './draft.ts'
import { type Copy, type Referral, rights } from './rules.ts'
import { referralFacts, type ReferralFacts } from './standing.ts'
import * as store from './store.ts'

export interface SentCopy { readonly referral: Referral; readonly copy: Copy; readonly answers: readonly { readonly at: Date; readonly byName: string | null; readonly words: string }[] }

export const sentCopyAction = action({
  path: '/sager/:case/henvist/:referral', method: 'get', audit: 'referrals.copy-seen', input: z.object({ case: z.uuid('platform.missing'), referral: z.uuid('platform.missing') }), right: rights['referrals.copy'],
  // While its case is locked there is no such thing.
  facts: async (db, input, actor, now): Promise<ReferralFacts | undefined> => {
    const found = await referralFacts(db, input.referral, actor, now)
    return found?.of && found.of.now.id === input.case ? found : undefined
  },
  run: async ({ db, house }, { referral: id }): Promise<SentCopy> => {
    const found = await store.referralBy(db, id)
    if (!found) throw new Refusal('missing', 'platform.missing')
    const { keyWrapped, copyBox, consent: _, partnership: __, ...referral } = found
    const key = house.vault.unwrap(keyWrapped)
    const answers = (await store.eventsOf(db, id)).flatMap(it => {
      const words = openWords(key, id, it.seq, it.box)
      return words === undefined ? [] : [{ at: it.at, byName: it.byName, words }]
    })
    return { referral, copy: openCopy(key, id, copyBox), answers }
  },
})
