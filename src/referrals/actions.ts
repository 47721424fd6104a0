// Sending: whom, on what ground, with what; taking back; and what became of it.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Actor, groundText } from '../kernel/actor.ts'
import { dayOf } from '../kernel/day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dueAfter } from '../cases/workdays.ts'
import { type CaseFacts, caseFacts } from '../cases/write.ts'
import { consentsOf } from '../consents/store.ts'
import type { Consent } from '../consents/rules.ts'
import type { Holder } from '../directory/store.ts'
import { action, type Facts, type Work } from '../platform/action.ts'
import type { Db } from '../platform/db.ts'
import { copied, type Draft, draftFor, openCopy, openWords, sealCopy, sealWords } from './draft.ts'
import { holdingConsent, isAsked, isEmpty, mayGoTo, needsConsent, receivers, type Referral, rights, take, type To, within } from './rules.ts'
import * as store from './store.ts'

const ofCase = (db: Db, input: { readonly case: string }, _actor: Actor, now: Date) => caseFacts(db, input.case, now)
const isReceiver = (role: string): role is To => (receivers as readonly string[]).includes(role)
const held = ({ world }: CaseFacts, to: string | undefined, person: string | undefined): (Holder & { readonly role: To }) | undefined =>
  world.held.find((it): it is Holder & { readonly role: To } => it.role === to && it.person === person && isReceiver(it.role))

/** One role that can be asked: who holds it today, and on what ground it may go there. */
export interface Way {
  readonly to: To
  readonly people: readonly Holder[]
  /** The consent that holds today; undefined where none does, or none is needed. */
  readonly consent: Consent | undefined
  readonly now: boolean
}
export interface Compose {
  readonly now: CaseFacts['now']
  readonly ways: readonly Way[]
  readonly receiver: (Holder & { readonly role: To }) | undefined
  readonly draft: Draft | undefined
}

export const composeAction = action({
  path: '/sager/:case/henvis', method: 'get', audit: 'referrals.composed',
  input: z.object({ case: z.uuid('platform.missing'), til: z.string().optional(), rolle: z.string().optional() }),
  facts: ofCase, right: rights['referrals.compose'],
  run: async (work, { til, rolle }, facts): Promise<Compose> => {
    const consents = await consentsOf(work.db, facts.now.citizen)
    const today = dayOf(work.now)
    const ways = receivers.map(to => ({
      to, people: facts.world.held.filter(it => it.role === to), now: mayGoTo(to, facts.now.status),
      consent: needsConsent(to) ? holdingConsent(consents, to, today) : undefined,
    }))
    const found = held(facts, rolle, til)
    const receiver = found && mayGoTo(found.role, facts.now.status) ? found : undefined
    return { now: facts.now, ways, receiver, draft: receiver && (await draftFor(work, facts, receiver.role)) }
  },
})

const text = (most: number) => z.string().max(most, 'referrals.too-long').optional().transform(it => it?.trim() ?? '')
const chosen = z.union([z.string(), z.array(z.string())]).optional().transform(it => (it === undefined ? [] : [it].flat()))
const sending = z.object({
  case: z.uuid('platform.missing'), til: z.string('referrals.needs-receiver'), rolle: z.string('referrals.needs-receiver').refine(isReceiver, 'referrals.needs-receiver'),
  purpose: z.string('referrals.needs-purpose').trim().min(1, 'referrals.needs-purpose').max(1000, 'referrals.too-long'),
  contact: text(4000), account: text(4000), finding: text(4000), needs: text(4000), entries: chosen,
})

export const sendAction = action({
  path: '/sager/:case/henvis', method: 'post', audit: 'referrals.sent', input: sending, facts: ofCase, right: rights['referrals.send'],
  run: async (work, input, facts) => {
    const { db, house, actor, ground, now } = work
    const receiver = held(facts, input.rolle, input.til)
    if (!receiver || !mayGoTo(receiver.role, facts.now.status)) throw new Refusal('conflict', 'referrals.receiver-gone')
    await store.takeTurn(db, facts.now.id)
    if (isAsked(await store.referralsOf(db, facts.now.id), receiver.role, receiver.person)) throw new Refusal('conflict', 'referrals.waits-already')
    const draft = await draftFor(work, facts, receiver.role)
    if (needsConsent(receiver.role) && !draft.consent) throw new Refusal('conflict', 'referrals.needs-consent')
    const { purpose, contact, account, finding, needs, entries } = input
    const copy = within(draft.allowed, { purpose, texts: { contact, account, finding, needs }, entries: draft.entries.filter(it => entries.includes(it.row.id)).map(copied) })
    if (needsConsent(receiver.role) && isEmpty(copy)) throw new Refusal('invalid', 'referrals.nothing-covered', draft.allowed.find(it => it !== 'log') ?? 'entries')
    const id = randomUUID()
    const key = house.vault.newKey()
    const due = dueAfter(now, facts.world.terms.deadlines.visitatorAnswerWorkingDays, facts.world.terms.officeHours)
    await store.addReferral(db, {
      id, partnership: actor.partnership, caseId: facts.now.id, number: facts.now.number, citizen: facts.now.citizen, to: receiver.role, toPerson: receiver.person,
      fromPerson: actor.id, fromRole: ground.by, consent: draft.consent?.id ?? null, keyWrapped: key.wrapped, copyBox: sealCopy(key.plain, id, copy), sentAt: now, due,
    })
    await store.addEvent(db, { referral: id, seq: 1, partnership: actor.partnership, step: 'send', by: actor.id, at: now, state: 'sent', box: null })
    return { id, case: facts.now.id }
  },
  leadsTo: it => it,
})

export interface ReferralFacts extends Facts { readonly it: store.Standing }

/** For the gate. The receiver is one only while she or he holds the role that it was sent to. */
export async function referralFacts(db: Db, id: string, actor: Actor): Promise<ReferralFacts | undefined> {
  const it = await store.standingOf(db, id)
  if (!it) return undefined
  return {
    it, aboutCase: it.caseId, aboutCitizen: it.citizen,
    standing: {
      partnership: it.partnership, state: it.state, ...(it.holder && { holder: it.holder as Actor['id'] }),
      receivers: actor.roles.includes(it.to) ? [it.toPerson as Actor['id']] : [],
    },
  }
}

/** Writes what happened to a referral, with the words that go along. @throws Refusal as `take`, and conflict when somebody was first */
export async function step(work: Work, { it }: ReferralFacts, referral: string, move: Parameters<typeof take>[1], words?: string): Promise<void> {
  const state = take(it.state, move, words)
  const seq = it.seq + 1
  const found = await store.referralBy(work.db, referral)
  if (!found) throw new Refusal('missing', 'platform.missing')
  const box = words ? sealWords(work.house.vault.unwrap(found.keyWrapped), referral, seq, words) : null
  const first = await store.addEvent(work.db, { referral, seq, partnership: work.actor.partnership, step: move, by: work.actor.id, at: work.now, state, box })
  if (!first) throw new Refusal('conflict', 'platform.changed')
}

export const takeBackAction = action({
  path: '/henvisninger/:referral/tilbage', method: 'post', audit: 'referrals.taken-back',
  input: z.object({ referral: z.uuid('platform.missing'), reason: z.string('referrals.needs-reason').trim().min(1, 'referrals.needs-reason').max(1000, 'referrals.too-long') }),
  facts: (db, { referral }, actor) => referralFacts(db, referral, actor), right: rights['referrals.take-back'],
  run: async (work, { referral, reason }, facts) => {
    await step(work, facts, referral, 'take-back', reason)
    return { case: facts.it.caseId }
  },
  leadsTo: it => it,
})

/** A referral with what the receiver, or the one who took it back, wrote last. */
export interface Sent { readonly referral: Referral; readonly words: string | undefined }
const opened = ({ house }: Pick<Work, 'house'>, rows: readonly store.Sent[]): readonly Sent[] =>
  rows.map(it => ({ referral: it, words: openWords(house.vault.unwrap(it.keyWrapped), it.id, it.seq, it.box) }))

/** What went out of this case; for its page. */
export const sentOf = async (work: Work, caseId: string): Promise<readonly Sent[]> => opened(work, await store.sentFrom(work.db, caseId))

/** What came back and waits for the sender; for the inbox. */
export async function cameBack(work: Work): Promise<readonly Sent[]> {
  const { house, db, actor, ground, now } = work
  const found = opened(work, await store.cameBack(db, actor.partnership, ground.by === 'primaryCoordinator' ? actor.id : undefined))
  // The inbox is about nobody; whoever's reasons are read on it has a line of her own.
  for (const { referral, words } of found) if (words !== undefined)
    await house.write(db, {
      partnership: actor.partnership, at: now, person: actor.id, personName: actor.name, organisation: actor.organisationName, role: ground.by,
      act: 'referrals.reason-read', ground: groundText(ground), aboutCase: referral.caseId, aboutCitizen: referral.citizen,
    })
  return found
}

export interface Own { readonly referral: Referral; readonly copy: ReturnType<typeof openCopy> }

/** Hers: what was sent about her, to whom, and what became of it. */
export const ownAction = action({
  path: '/noter/henvisninger', method: 'get', audit: 'referrals.own-seen', input: z.object({}),
  facts: async (_db, _input, actor) => ({ standing: { partnership: actor.partnership, state: '-', owner: actor.id }, aboutCitizen: actor.id }),
  right: rights['referrals.own'],
  run: async ({ db, house, actor }): Promise<readonly Own[]> =>
    (await store.referralsAbout(db, actor.id)).map(it => ({ referral: it, copy: openCopy(house.vault.unwrap(it.keyWrapped), it.id, it.copyBox) })),
})
