// Receiving: what was sent to me, reading the copy, taking it, giving it back, answering.
import { z } from 'zod'
import type { Role } from '../kernel/actor.ts'
import { Refusal } from '../kernel/refusal.ts'
import { canHappen } from '../cases/rules.ts'
import { move } from '../cases/write.ts'
import { action, type Work } from '../platform/action.ts'
import { opened, type Sent } from './actions.ts'
import { openCopy, openTold, openWords } from './draft.ts'
import { type Note, notesOf } from './notes.ts'
import { type Copy, receivers, type Referral, rights, take, takesBaton } from './rules.ts'
import { referralFacts, type ReferralFacts, step, tellCase } from './standing.ts'
import * as store from './store.ts'
import type { KeptSigned } from './signed.ts'
import { signedAmong, signedOf } from './store-signed.ts'

/** `sent`: what the police and the centre sent themselves, with the answers; undefined for the others, whose cases say it. */
export interface Inbox { readonly received: readonly Referral[]; /** On which paper it came or went. */ readonly signed: ReadonlyMap<string, KeptSigned>; readonly untold: readonly Referral[]; readonly sent: readonly Sent[] | undefined; /** Why the exposed person was not told first, of what the police sent. */ readonly whys: ReadonlyMap<string, string>; readonly by: Role }

export const inboxAction = action({
  path: '/henvisninger', method: 'get', audit: 'referrals.inbox-seen', input: z.object({}),
  facts: async (_db, _input, actor) => ({ standing: { partnership: actor.partnership, state: '-' } }), right: rights['referrals.inbox'],
  run: async (work): Promise<Inbox> => {
    const { by } = work.ground
    const received = await store.receivedBy(work.db)
    const sent = by === 'policeContact' || by === 'dscAdviser' ? await store.sentBy(work.db, by) : undefined
    const keepsPapers = by === 'visitator' || by === 'policeContact' || by === 'dscAdviser'
    return { received, signed: keepsPapers ? await signedAmong(work.db, [...received, ...(sent ?? [])].map(it => it.id)) : new Map(), untold: by === 'visitator' ? await store.untold(work.db) : [], sent: sent && opened(work, sent), whys: by === 'policeContact' ? await whysOf(work) : new Map(), by }
  },
})

/** Each has a key of its own, that goes nowhere with the copy. */
const whysOf = async ({ db, house }: Work): Promise<ReadonlyMap<string, string>> =>
  new Map((await store.whysNotTold(db)).map(it => [it.referral, openTold(house.vault.unwrap(it.keyWrapped), it.referral, it.box)]))

/** How many wait for the reader's answer, role by role; undefined where the page is read in a role that receives nothing. For the home page. */
export const waitingForMe = async (work: Work): Promise<Awaited<ReturnType<typeof store.waitingFor>> | undefined> =>
  (receivers.some(it => it === work.ground.by) ? store.waitingFor(work.db) : undefined)

export interface Received {
  readonly notes: readonly Note[] | undefined
  readonly referral: Referral
  readonly copy: Copy
  readonly signed: KeptSigned | undefined
  readonly history: readonly { readonly step: string; readonly at: Date; readonly byName: string | null; readonly receiverName: string | null; readonly words: string | undefined }[]
}
const aboutReferral = z.object({ referral: z.uuid('platform.missing') })

/** Opening it is a fact that sender and citizen see: written the first time, by the act of reading itself. */
export const readAction = action({
  path: '/henvisninger/:referral', method: 'get', audit: 'referrals.read', input: aboutReferral,
  facts: (db, { referral }, actor, now) => referralFacts(db, referral, actor, now), right: rights['referrals.read'],
  run: async (work, { referral: id }, facts): Promise<Received> => {
    if (facts.it.state === 'sent') await markSeen(work, id, facts)
    const found = await store.referralBy(work.db, id)
    if (!found) throw new Refusal('missing', 'platform.missing')
    const { keyWrapped, copyBox, consent: _, partnership: __, ...referral } = found
    const key = work.house.vault.unwrap(keyWrapped)
    const history = (await store.eventsOf(work.db, id)).map(it => ({ step: it.step, at: it.at, byName: it.byName, receiverName: it.receiverName, words: openWords(key, id, it.seq, it.box) }))
    return { notes: await notesOf(work, id), signed: work.ground.by === 'visitator' || work.ground.by === 'dscAdviser' ? await signedOf(work.db, id) : undefined, referral, copy: openCopy(key, id, copyBox), history }
  },
})

/** Opened in two windows at once, it is written once. */
const markSeen = (work: Work, referral: string, { it }: ReferralFacts) => store.addEvent(work.db, {
  referral, seq: it.seq + 1, partnership: work.actor.partnership, step: 'see', by: work.actor.id, at: work.now, state: take(it.state, 'see', undefined), box: null,
})

/** A coordinator who accepts has the baton from the same moment; the others keep to their copy. */
export const acceptAction = action({
  path: '/henvisninger/:referral/tag', method: 'post', audit: 'referrals.accepted', input: aboutReferral,
  facts: (db, { referral }, actor, now) => referralFacts(db, referral, actor, now),
  right: rights['referrals.accept'],
  run: async (work, { referral: id }, facts) => {
    const taken = takesBaton(facts.it.to) ? facts.of : undefined
    if (taken && !canHappen(taken.now, 'accept')) throw new Refusal('conflict', 'referrals.case-moved-on')
    if (taken) await move({ ...work, actor: { ...work.actor, roles: [work.ground.by] } }, taken, 'accept', {})
    else await tellCase(work, facts, 'taken-on')
    await step(work, facts, id, 'accept')
    return { id, ...(taken && { case: taken.now.id }) }
  },
  leadsTo: it => it,
})

const said = (missing: 'referrals.needs-reason' | 'referrals.needs-answer') => z.string(missing).trim().min(1, missing).max(2000, 'referrals.too-long')

export const declineAction = action({
  path: '/henvisninger/:referral/afvis', method: 'post', audit: 'referrals.declined', input: aboutReferral.extend({ reason: said('referrals.needs-reason') }),
  facts: (db, { referral }, actor, now) => referralFacts(db, referral, actor, now), right: rights['referrals.decline'],
  run: async (work, { referral, reason }, facts) => {
    await tellCase(work, facts, 'came-back')
    await step(work, facts, referral, 'decline', reason)
    return { id: referral }
  },
  leadsTo: it => it,
})

export const answerAction = action({
  path: '/henvisninger/:referral/svar', method: 'post', audit: 'referrals.answered', input: aboutReferral.extend({ answer: said('referrals.needs-answer') }),
  facts: (db, { referral }, actor, now) => referralFacts(db, referral, actor, now), right: rights['referrals.answer'],
  run: async (work, { referral, answer }, facts) => {
    await tellCase(work, facts, 'heard')
    await step(work, facts, referral, 'answer', answer)
    return { id: referral }
  },
  leadsTo: it => it,
})

