// To somebody who is not in the system: on paper, on a ground that is written down, and the sender writes down what was answered.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Actor } from '../kernel/actor.ts'
import { type Day, dayOf, instantOf, sayDay } from '../kernel/day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { herRule, refuseCustodyHolder } from '../cases/her-rule/reading.ts'
import { refuseForumWords } from '../cases/meetings/actions.ts'
import { dueAfter } from '../cases/workdays.ts'
import { oralWorkingDays } from '../consents/rules.ts'
import type { Hours } from '../directory/terms.ts'
import { caseFacts } from '../cases/write.ts'
import { readTypedDay } from '../forms/read.ts'
import { action, type Work } from '../platform/action.ts'
import type { Db } from '../platform/db.ts'
import { openCopy, openWords, sealCopy, sealWords } from './draft.ts'
import { answerDue } from './keep-draft.ts'
import { type Copy, isCentre, mayGoOutOn, type Move, oralFault, outGrounds, outsides, type Paper, rights, take } from './rules.ts'
import { keepSigned } from './actions-signed.ts'
import { goesOn, readSigned, refuseUnsigned } from './signed.ts'
import { signedOf } from './store-signed.ts'
import { outPdf } from './out-paper.ts'
import { type ReferralFacts, referralFacts, tellCase, waitFor } from './standing.ts'
import * as store from './store.ts'

const ofCase = (db: Db, input: { readonly case: string }, _actor: Actor, now: Date) => caseFacts(db, input.case, now)
const words = (missing: `referrals.${string}`, most = 1000) => z.string(missing).trim().min(1, missing).max(most, 'referrals.too-long')

export const outPage = action({
  path: '/sager/:case/henvis/ud', method: 'get', audit: 'referrals.out-composed', input: z.object({ case: z.uuid('platform.missing') }),
  facts: ofCase, right: rights['referrals.send-out'], run: async (work, _input, facts) => ({ now: facts.now, rule: await herRule(work, facts.now) }),
})

export const sendOutAction = action({
  path: '/sager/:case/henvis/ud', method: 'post', audit: 'referrals.sent-out', facts: ofCase, right: rights['referrals.send-out'],
  input: z.object({
    case: z.uuid('platform.missing'), outside: z.enum(outsides, 'referrals.needs-receiver'), name: words('referrals.needs-name', 200), how: z.enum(outGrounds, 'referrals.needs-ground'),
    ground: words('referrals.needs-ground-words'), purpose: words('referrals.needs-purpose'), account: z.string().trim().max(4000, 'referrals.too-long').optional().default(''),
    day: z.string().optional(), until: z.string().optional(), covers: z.union([z.string(), z.array(z.string())]).optional(), scan: z.unknown().optional(),
    saidOn: z.string().optional().transform(text => readTypedDay(text ?? '')), notHolder: z.string().optional(),
  }).transform(({ day = '', until = '', covers = [], ...it }, ctx) => {
    const wrong = (field: string, message: string) => ctx.addIssue({ code: 'custom', path: [field], message })
    return { ...it, signed: it.how === 'signed-paper' ? readSigned({ day, until, covers: [covers].flat() }, wrong) : undefined }
  }),
  run: async (work, input, facts) => {
    if (!mayGoOutOn(input.outside, input.how)) throw new Refusal('invalid', 'referrals.oral-not-enough', 'how')
    if (isCentre(input.name) && input.how !== 'signed-paper') throw new Refusal('invalid', 'referrals.centre-signs', 'name')
    if (input.how === 'oral') refuseOldWord(work.now, facts.world.terms.officeHours, input)
    if (input.notHolder !== 'yes') await refuseCustodyHolder(work, facts.now.id)
    // Somebody else can be the police, too.
    if (input.outside === 'other') await refuseForumWords(work, facts.now.id, [input.name, input.purpose, input.account].join('\n'))
    const { db, house, actor, ground, now } = work
    const [id, key, due] = [randomUUID(), house.vault.newKey(), answerDue(now, facts.world.terms)]
    const { signed } = input
    if (signed) refuseUnsigned(signed, dayOf(now), { account: input.account })
    const copy: Copy = { purpose: input.purpose, out: { name: input.name, ground: input.ground }, texts: input.account === '' ? {} : { account: input.account }, entries: [] }
    const add = () => store.addReferral(db, {
      id, partnership: actor.partnership, caseId: facts.now.id, number: facts.now.number, citizen: facts.now.citizen, to: 'outside', toPerson: null, outside: input.outside, ground: input.how,
      fromPerson: actor.id, fromRole: ground.by, consent: null, keyWrapped: key.wrapped, copyBox: sealCopy(key.plain, id, copy), sentAt: now, due,
    })
    if (signed) await keepSigned(work, input.scan, signed, async () => { await add(); return { id, key: key.plain } })
    else await add()
    await store.addEvent(db, { referral: id, seq: 1, partnership: actor.partnership, step: 'send', by: actor.id, at: now, state: 'sent', box: null })
    await waitFor(work, facts, due)
    return { id, case: facts.now.id }
  },
  leadsTo: it => it,
})

/** @throws Refusal invalid where it is not said when, the day has not come, or a spoken yes no longer holds or does not cover what goes along */
function refuseOldWord(now: Date, hours: Hours, { saidOn, account }: { readonly saidOn: Day | undefined; readonly account: string }): void {
  if (!saidOn || saidOn > dayOf(now)) throw new Refusal('invalid', saidOn ? 'referrals.day-to-come' : 'referrals.needs-day', 'saidOn')
  const fault = oralFault({ authority: true, today: dayOf(now), over: dayOf(dueAfter(instantOf(saidOn, hours.from), oralWorkingDays, hours)), account })
  if (fault) throw new Refusal('invalid', fault.code, fault.field === 'day' ? 'saidOn' : fault.field)
}

const about = z.object({ referral: z.uuid('platform.missing') })
/** There is a paper only where somebody outside is asked, and not while its case is locked. */
async function paperFacts(db: Db, { referral }: { readonly referral: string }, actor: Actor, now: Date): Promise<ReferralFacts | undefined> {
  const facts = await referralFacts(db, referral, actor, now)
  const locked = facts !== undefined && facts.it.caseId !== null && !facts.of
  return facts?.it.to === 'outside' && !locked ? facts : undefined
}

/** What is printed and handed over, and what was answered. */
export const paperAction = action({
  path: '/henvisninger/:referral/papir', method: 'get', audit: 'referrals.paper-seen', input: about,
  facts: paperFacts, right: rights['referrals.paper'],
  run: (work, { referral }) => paperOf(work, referral),
})

/** The same sheet as a file. */
export const paperFile = action({
  path: '/henvisninger/:referral/papir/ark.pdf', method: 'get', audit: 'referrals.paper-fetched', input: about,
  facts: paperFacts, right: rights['referrals.paper'],
  run: async (work, { referral }) => {
    const paper = await paperOf(work, referral)
    if (!paper.goes) throw new Refusal('conflict', paper.signed?.endedAt ? 'referrals.paper-ended' : 'referrals.paper-lapsed')
    return { name: 'ark.pdf', type: 'application/pdf', body: await outPdf(paper, paper.referral.sentAt) }
  },
})

async function paperOf(work: Work, id: string): Promise<Paper> {
  const { found, key } = await outsideOne(work, id)
  const { keyWrapped: _, copyBox, consent: __, partnership: ___, ...referral } = found
  const answers = (await store.eventsOf(work.db, id)).flatMap(it => {
    const said = openWords(key, id, it.seq, it.box)
    return said === undefined ? [] : [{ at: it.at, byName: it.byName, words: said }]
  })
  const signed = await signedOf(work.db, id)
  return { referral, copy: openCopy(key, id, copyBox), signed, goes: goesOn(signed, dayOf(work.now)), from: { name: referral.fromName, organisation: work.actor.organisationName }, answers }
}

async function outsideOne({ db, house }: Work, id: string) {
  const found = await store.referralBy(db, id)
  if (found?.to !== 'outside') throw new Refusal('missing', 'platform.missing')
  return { found, key: house.vault.unwrap(found.keyWrapped) }
}

const outcomes = ['accept', 'decline', 'answer'] as const
const channels = { phone: 'telefon', letter: 'brev', meeting: 'møde' } as const

/** "Svaret på telefon 6. november 2026", with what was said. */
export const answerForAction = action({
  path: '/henvisninger/:referral/papir', method: 'post', audit: 'referrals.answered-outside', right: rights['referrals.answer-for'], facts: paperFacts,
  input: about.extend({
    outcome: z.enum(outcomes, 'referrals.needs-outcome'), channel: z.enum(['phone', 'letter', 'meeting'], 'referrals.needs-channel'), answer: words('referrals.needs-answer', 2000),
    on: z.string('referrals.needs-day').transform((text, ctx): Day => readTypedDay(text) ?? (ctx.addIssue({ code: 'custom', message: 'referrals.needs-day' }), z.NEVER)),
  }),
  run: async (work, { referral: id, outcome, channel, answer, on }, facts) => {
    const { key } = await outsideOne(work, id)
    if (on > dayOf(work.now)) throw new Refusal('invalid', 'referrals.day-to-come', 'on')
    const told = `Svaret på ${channels[channel]} ${sayDay(on)}: ${answer}`
    await tellCase(work, facts, outcome === 'accept' ? 'taken-on' : outcome === 'decline' ? 'came-back' : 'heard')
    // Outside, an answer is also a yes: both are written, one after the other.
    const steps: readonly Move[] = outcome === 'answer' && !['accepted', 'answered'].includes(facts.it.state) ? ['accept', 'answer'] : [outcome]
    let { state, seq } = facts.it
    for (const step of steps) {
      state = take(state, step, told)
      seq += 1
      const box = step === outcome ? sealWords(key, id, seq, told) : null
      const due = step === 'accept' ? answerDue(work.now, facts.world.terms) : undefined
      const first = await store.addEvent(work.db, { referral: id, seq, partnership: work.actor.partnership, step, by: work.actor.id, at: work.now, state, box, due })
      if (!first) throw new Refusal('conflict', 'platform.changed')
    }
    return { id }
  },
  leadsTo: it => it,
})
