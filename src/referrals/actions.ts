// Sending: whom, on what ground, with what; taking back; and what became of it.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Actor, groundText } from '../kernel/actor.ts'
import { dayOf } from '../kernel/day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { refuseForumWords } from '../cases/meetings/actions.ts'
import { agreements } from '../cases/told-first/rules.ts'
import { herRule } from '../cases/her-rule/reading.ts'
import type { HerRule } from '../cases/her-rule/rules.ts'
import { type CaseFacts, caseFacts } from '../cases/write.ts'
import { consentsOf } from '../consents/store.ts'
import type { Consent } from '../consents/rules.ts'
import type { Holder } from '../directory/store.ts'
import { action, type Work } from '../platform/action.ts'
import type { Db } from '../platform/db.ts'
import { copied, type Draft, draftFor, openCopy, openWords, sealCopy } from './draft.ts'
import { answerDue, keptDraft, type KeptDraft } from './keep-draft.ts'
import { fromCase, holdingConsent, isAsked, isEmpty, mayGoTo, needsConsent, type Referral, rights, within } from './rules.ts'
import { referralFacts, step, tellCase, waitFor } from './standing.ts'
import type { KeptSigned } from './signed.ts'
import * as store from './store.ts'
import { signedAmong } from './store-signed.ts'
import { throwDraft } from './store-draft.ts'

const ofCase = (db: Db, input: { readonly case: string }, _actor: Actor, now: Date) => caseFacts(db, input.case, now)
type Asked = (typeof fromCase)[number]
const isReceiver = (role: string): role is Asked => (fromCase as readonly string[]).includes(role)
const held = ({ world }: CaseFacts, to: string | undefined, person: string | undefined): (Holder & { readonly role: Asked }) | undefined =>
  world.held.find((it): it is Holder & { readonly role: Asked } => it.role === to && it.person === person && isReceiver(it.role))

/** One role that can be asked: who holds it today, and on what ground it may go there. */
export interface Way {
  readonly to: Asked
  readonly people: readonly Holder[]
  /** The consent that holds today; undefined where none does, or none is needed. */
  readonly consent: Consent | undefined
  readonly now: boolean
}
export interface Compose {
  readonly now: CaseFacts['now']
  readonly rule: HerRule
  readonly ways: readonly Way[]
  readonly receiver: (Holder & { readonly role: Asked }) | undefined
  readonly draft: Draft | undefined
  /** What this person has begun to write and kept, to whomever it was. */
  readonly kept: KeptDraft | undefined
}

export const composeAction = action({
  path: '/sager/:case/henvis', method: 'get', audit: 'referrals.composed',
  input: z.object({ case: z.uuid('platform.missing'), til: z.string().optional(), rolle: z.string().optional() }),
  facts: ofCase, right: rights['referrals.compose'],
  run: async (work, { til, rolle }, facts): Promise<Compose> => {
    const consents = await consentsOf(work.db, facts.now.citizen)
    const today = dayOf(work.now)
    // A coordinator who has the case is asked to take it by nobody.
    const has = facts.now.status === 'coordinated' ? facts.standing.holder : undefined
    const ways = fromCase.map(to => ({
      to, people: facts.world.held.filter(it => it.role === to && !(to === 'primaryCoordinator' && it.person === has)), now: mayGoTo(to, facts.now.status),
      consent: needsConsent(to) ? holdingConsent(consents, to, today) : undefined,
    }))
    const found = held(facts, rolle, til)
    const receiver = found && mayGoTo(found.role, facts.now.status) ? found : undefined
    return { now: facts.now, rule: await herRule(work, facts.now), ways, receiver, draft: receiver && (await draftFor(work, facts, receiver.role)), kept: await keptDraft(work, facts.now.id) }
  },
})

const text = (most: number) => z.string().max(most, 'referrals.too-long').optional().transform(it => it?.trim() ?? '')
const chosen = z.union([z.string(), z.array(z.string())]).optional().transform(it => (it === undefined ? [] : [it].flat()))
const sending = z.object({
  case: z.uuid('platform.missing'), til: z.string('referrals.needs-receiver'), rolle: z.string('referrals.needs-receiver').refine(isReceiver, 'referrals.needs-receiver'),
  purpose: z.string('referrals.needs-purpose').trim().min(1, 'referrals.needs-purpose').max(1000, 'referrals.too-long'),
  contact: text(4000), account: text(4000), finding: text(4000), needs: text(4000), entries: chosen, tells: z.enum(agreements).optional().catch(undefined),
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
    const tells = receiver.role === 'policeContact' ? input.tells : undefined
    if (receiver.role === 'policeContact' && !tells) throw new Refusal('invalid', 'cases.police-tells', 'tells')
    const { purpose, contact, account, finding, needs, entries } = input
    const copy = within(draft.allowed, { purpose, ...(tells && { policeTells: tells }), texts: { contact, account, finding, needs }, entries: draft.entries.filter(it => entries.includes(it.row.id)).map(copied) })
    if (needsConsent(receiver.role) && isEmpty(copy)) throw new Refusal('invalid', 'referrals.nothing-covered', draft.allowed.find(it => it !== 'log') ?? 'entries')
    if (receiver.role === 'policeContact') await refuseForumWords(work, facts.now.id, [copy.purpose, ...Object.values(copy.texts)].join('\n'))
    const id = randomUUID()
    const key = house.vault.newKey()
    const due = answerDue(now, facts.world.terms)
    await store.addReferral(db, {
      id, partnership: actor.partnership, caseId: facts.now.id, number: facts.now.number, citizen: facts.now.citizen, to: receiver.role, toPerson: receiver.person,
      ground: needsConsent(receiver.role) ? 'consent' : 'task', fromPerson: actor.id, fromRole: ground.by, consent: draft.consent?.id ?? null, keyWrapped: key.wrapped, copyBox: sealCopy(key.plain, id, copy), sentAt: now, due,
    })
    await store.addEvent(db, { referral: id, seq: 1, partnership: actor.partnership, step: 'send', by: actor.id, at: now, state: 'sent', box: null })
    await throwDraft(db, facts.now.id, actor.id)
    await waitFor(work, facts, due)
    return { id, case: facts.now.id }
  },
  leadsTo: it => it,
})

export const takeBackAction = action({
  path: '/henvisninger/:referral/tilbage', method: 'post', audit: 'referrals.taken-back',
  input: z.object({ referral: z.uuid('platform.missing'), reason: z.string('referrals.needs-reason').trim().min(1, 'referrals.needs-reason').max(1000, 'referrals.too-long') }),
  facts: (db, { referral }, actor, now) => referralFacts(db, referral, actor, now), right: rights['referrals.take-back'],
  run: async (work, { referral, reason }, facts) => {
    await tellCase(work, facts, 'heard')
    await step(work, facts, referral, 'take-back', reason)
    return { case: facts.it.caseId }
  },
  leadsTo: it => it,
})

/** A referral with what the receiver, or the one who took it back, wrote last. */
export interface Sent { readonly referral: Referral; readonly words: string | undefined; readonly withdrawnAt?: Date | undefined; readonly out: { readonly name: string; readonly ground: string } | undefined; /** How she is reached went along. */ readonly ruleSent?: boolean }
export const opened = ({ house }: Pick<Work, 'house'>, rows: readonly store.Sent[]): readonly Sent[] =>
  rows.map(it => {
    const key = house.vault.unwrap(it.keyWrapped)
    return { referral: it, words: openWords(key, it.id, it.seq, it.box), out: it.to === 'outside' ? openCopy(key, it.id, it.copyBox).out : undefined, ruleSent: openCopy(key, it.id, it.copyBox).texts.contact !== undefined }
  })

/** What went out of this case; for its page. */
export async function sentOf(work: Work, caseId: string): Promise<readonly Sent[]> {
  const rows = await store.sentFrom(work.db, caseId)
  return opened(work, rows).map((it, at) => ({ ...it, withdrawnAt: rows[at]?.withdrawnAt ?? undefined }))
}

/** What came back and waits for the sender; for the inbox. */
export async function cameBack(work: Work): Promise<readonly Sent[]> {
  const { house, db, actor, ground, now } = work
  const found = opened(work, await store.cameBack(db, actor.partnership, ground.by === 'primaryCoordinator'))
  // The inbox is about nobody; whoever's reasons are read on it has a line of her own.
  for (const { referral, words } of found) if (words !== undefined)
    await house.write(db, {
      partnership: actor.partnership, at: now, person: actor.id, personName: actor.name, organisation: actor.organisationName, role: ground.by,
      act: 'referrals.reason-read', ground: groundText(ground), aboutCase: referral.caseId ?? undefined, aboutCitizen: referral.citizen ?? undefined,
    })
  return found
}

/** That it came back, without the reason; for the home page. */
export const cameBackBare = async ({ db, actor, ground }: Work): Promise<readonly Sent[]> =>
  (await store.cameBack(db, actor.partnership, ground.by === 'primaryCoordinator')).map(it => ({ referral: it, words: undefined, out: undefined }))

export interface Own { readonly referral: Referral; readonly withdrawnAt: Date | null; /** The paper that it went on. */ readonly signed: KeptSigned | undefined; readonly copy: ReturnType<typeof openCopy> }

/** Hers: what was sent about her, to whom, and what became of it. */
export const ownAction = action({
  path: '/noter/henvisninger', method: 'get', audit: 'referrals.own-seen', input: z.object({}),
  facts: async (_db, _input, actor) => ({ standing: { partnership: actor.partnership, state: '-', owner: actor.id }, aboutCitizen: actor.id }),
  right: rights['referrals.own'],
  run: async ({ db, house, actor }): Promise<readonly Own[]> => {
    const all = await store.referralsAbout(db, actor.id)
    const signed = await signedAmong(db, all.map(it => it.id))
    return all.map(it => ({ referral: it, withdrawnAt: it.withdrawnAt, signed: signed.get(it.id), copy: openCopy(house.vault.unwrap(it.keyWrapped), it.id, it.copyBox) }))
  },
})
