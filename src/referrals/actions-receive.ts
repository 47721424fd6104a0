// Receiving: what was sent to me, reading the copy, taking it, giving it back, answering.
import { z } from 'zod'
import { Refusal } from '../kernel/refusal.ts'
import { caseFacts, move } from '../cases/write.ts'
import { action, type Work } from '../platform/action.ts'
import { referralFacts, type ReferralFacts, step } from './actions.ts'
import { openCopy, openWords } from './draft.ts'
import { type Copy, receivers, type Referral, rights, take, type To } from './rules.ts'
import * as store from './store.ts'

const roleOf = ({ ground }: Pick<Work, 'ground'>): To => {
  const found = receivers.find(it => it === ground.by)
  if (!found) throw new Error('a referral is received in one of its three roles')
  return found
}

export const inboxAction = action({
  path: '/henvisninger', method: 'get', audit: 'referrals.inbox-seen', input: z.object({}),
  facts: async (_db, _input, actor) => ({ standing: { partnership: actor.partnership, state: '-' } }), right: rights['referrals.inbox'],
  run: (work): Promise<readonly Referral[]> => store.receivedBy(work.db, work.actor.id, [roleOf(work)]),
})

/** How many wait for the reader's answer, in the role that let her or him in; undefined in a role that receives nothing. For the home page. */
export const waitingForMe = async (work: Work): Promise<{ readonly to: To; readonly count: number; readonly due: Date | null } | undefined> => {
  const to = receivers.find(it => it === work.ground.by)
  return to && { to, ...(await store.waitingFor(work.db, work.actor.id, to)) }
}

export interface Received {
  readonly referral: Referral
  readonly copy: Copy
  readonly history: readonly { readonly step: string; readonly at: Date; readonly byName: string; readonly words: string | undefined }[]
}
const aboutReferral = z.object({ referral: z.uuid('platform.missing') })

/** Opening it is a fact that sender and citizen see: written the first time, by the act of reading itself. */
export const readAction = action({
  path: '/henvisninger/:referral', method: 'get', audit: 'referrals.read', input: aboutReferral,
  facts: (db, { referral }, actor) => referralFacts(db, referral, actor), right: rights['referrals.read'],
  run: async (work, { referral: id }, facts): Promise<Received> => {
    if (facts.it.state === 'sent') await markSeen(work, id, facts)
    const found = await store.referralBy(work.db, id)
    if (!found) throw new Refusal('missing', 'platform.missing')
    const { keyWrapped, copyBox, consent: _, partnership: __, ...referral } = found
    const key = work.house.vault.unwrap(keyWrapped)
    const history = (await store.eventsOf(work.db, id)).map(it => ({ step: it.step, at: it.at, byName: it.byName, words: openWords(key, id, it.seq, it.box) }))
    return { referral, copy: openCopy(key, id, copyBox), history }
  },
})

/** Opened in two windows at once, it is written once. */
const markSeen = (work: Work, referral: string, { it }: ReferralFacts) => store.addEvent(work.db, {
  referral, seq: it.seq + 1, partnership: work.actor.partnership, step: 'see', by: work.actor.id, at: work.now, state: take(it.state, 'see', undefined), box: null,
})

interface AcceptFacts extends ReferralFacts { readonly of: Awaited<ReturnType<typeof caseFacts>> }

/** A coordinator who accepts has the baton from the same moment; the others keep to their copy. */
export const acceptAction = action({
  path: '/henvisninger/:referral/tag', method: 'post', audit: 'referrals.accepted', input: aboutReferral,
  facts: async (db, { referral }, actor, now): Promise<AcceptFacts | undefined> => {
    const found = await referralFacts(db, referral, actor)
    return found && { ...found, of: found.it.to === 'primaryCoordinator' ? await caseFacts(db, found.it.caseId, now) : undefined }
  },
  right: rights['referrals.accept'],
  run: async (work, { referral: id }, facts) => {
    if (facts.of) await move({ ...work, actor: { ...work.actor, roles: [work.ground.by] } }, facts.of, 'accept', {})
    await step(work, facts, id, 'accept')
    return { id, ...(facts.of && { case: facts.of.now.id }) }
  },
  leadsTo: it => it,
})

const said = (missing: 'referrals.needs-reason' | 'referrals.needs-answer') => z.string(missing).trim().min(1, missing).max(2000, 'referrals.too-long')

export const declineAction = action({
  path: '/henvisninger/:referral/afvis', method: 'post', audit: 'referrals.declined', input: aboutReferral.extend({ reason: said('referrals.needs-reason') }),
  facts: (db, { referral }, actor) => referralFacts(db, referral, actor), right: rights['referrals.decline'],
  run: async (work, { referral, reason }, facts) => {
    await step(work, facts, referral, 'decline', reason)
    return { id: referral }
  },
  leadsTo: it => it,
})

export const answerAction = action({
  path: '/henvisninger/:referral/svar', method: 'post', audit: 'referrals.answered', input: aboutReferral.extend({ answer: said('referrals.needs-answer') }),
  facts: (db, { referral }, actor) => referralFacts(db, referral, actor), right: rights['referrals.answer'],
  run: async (work, { referral, answer }, facts) => {
    await step(work, facts, referral, 'answer', answer)
    return { id: referral }
  },
  leadsTo: it => it,
})

