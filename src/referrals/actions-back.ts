// The other way: the police and Dansk Stalking Center refer a citizen to the visitator, and the police refer to the centre. They see state and answer only.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Day, dayOf, instantOf, sayDay } from '../kernel/day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { beginCase, readAll, sentFields, type SentFields, one, without, type Wrong } from '../cases/enquire.ts'
import { numberOf } from '../cases/store.ts'
import { type Today, worldOf } from '../cases/write.ts'
import { readFirst, refuseToldLater, type ToldFirst } from '../cases/told-first/rules.ts'
import { dueAfter } from '../cases/workdays.ts'
import { oralWorkingDays } from '../consents/rules.ts'
import { firstThere } from '../directory/rules.ts'
import type { Holder } from '../directory/store.ts'
import { type Answers, type Form, given, stopped } from '../forms/rules.ts'
import { readAnswers, readTypedDay } from '../forms/read.ts'
import { action, type Facts, type Work } from '../platform/action.ts'
import type { Db } from '../platform/db.ts'
import type { Key } from '../platform/vault.ts'
import type { Actor } from '../kernel/actor.ts'
import { formNow } from '../toolkit/shelf.ts'
import { sealCopy, sealTold } from './draft.ts'
import { answerDue } from './keep-draft.ts'
import { backGrounds, type Copy, oralFault, rights } from './rules.ts'
import { keepSigned } from './actions-signed.ts'
import { readSigned, refuseUnsigned, type Signed, signedFields } from './signed.ts'
import { referralFacts, step, tellCase } from './standing.ts'
import * as store from './store.ts'

/** What a browser sends, with the scan of a paper beside it. */
const withPaper = z.looseObject({ scan: z.unknown().optional() })

interface HereFacts extends Facts { readonly world: Today }
const here = async (db: Db, actor: Actor, now: Date): Promise<HereFacts> => ({ standing: { partnership: actor.partnership, state: '-' }, world: await worldOf(db, actor.partnership, now) })

/** Who gets it: the first visitator who is there; the leader where none is, as with a hand-off. */
const receiverHere = (held: readonly Holder[]): Holder | undefined =>
  (['visitator', 'leader'] as const).flatMap(role => held.find(it => it.role === role && it.person === firstThere(held, role)) ?? [])[0]

export const herePage = action({
  path: '/henvis-hertil', method: 'get', audit: 'referrals.here-composed', input: z.object({}),
  facts: (db, _input, actor, now) => here(db, actor, now), right: rights['referrals.send-here'],
  run: async ({ db, ground }, _input, { world }) => ({ form: await formNow(db, 'handoff'), to: receiverHere(world.held), hows: ground.by === 'policeContact' ? backGrounds : (['signed-paper'] as const) }),
})

interface Consented { readonly purpose: string; readonly how: (typeof backGrounds)[number]; readonly on: Day | undefined; readonly where: string; readonly signed: Signed | undefined }
const own = ['purpose', 'how', 'where', ...signedFields] as const

/** How she agreed, on which day, and where the paper lies; every fault at its field. */
function readConsent(sent: SentFields, wrong: Wrong, hows: readonly string[]): Consented {
  const [purpose, how, day, where] = [one(sent, 'purpose'), backGrounds.find(it => it === one(sent, 'how')), readTypedDay(one(sent, 'day')), one(sent, 'where')]
  if (purpose === '') wrong('purpose', 'referrals.needs-purpose')
  if (!how || !hows.includes(how)) wrong('how', 'referrals.needs-ground')
  const signed = how === 'signed-paper' ? readSigned(sent, wrong) : undefined
  if (how !== 'signed-paper' && !day) wrong('day', 'referrals.needs-day')
  if (how === 'signed-paper' && where === '') wrong('where', 'referrals.needs-where')
  if (purpose.length > 1000 || where.length > 400) wrong(purpose.length > 1000 ? 'purpose' : 'where', 'referrals.too-long')
  return { purpose, how: how ?? 'signed-paper', on: day, where, signed }
}
const groundSaid = ({ how, on, where }: Consented): string => {
  const day = on ? sayDay(on) : ''
  return how === 'oral' ? `Borgeren har sagt ja mundtligt ${day}.` : `Underskrevet på papir ${day}. ${where}`
}

/** @throws Refusal invalid where the day has not come, or the yes does not hold or does not cover what goes along */
function refuseUncovered({ ground, now }: Work, { world }: HereFacts, { how, on, signed }: Consented, { contact, account }: { readonly contact: string; readonly account: string }): void {
  const today = dayOf(now)
  if (!on || on > today) throw new Refusal('invalid', 'referrals.day-to-come', 'day')
  if (signed) refuseUnsigned(signed, today, { contact, account })
  if (how !== 'oral') return
  const hours = world.terms.officeHours
  const fault = oralFault({ authority: ground.by === 'policeContact', today, over: dayOf(dueAfter(instantOf(on, hours.from), oralWorkingDays, hours)), account })
  if (fault) throw new Refusal('invalid', fault.code, fault.field === 'account' ? 'told' : fault.field)
}

/** What crosses from another house needs her yes: not asked is not enough here. */
function readHere(form: Form, sent: SentFields, wrong: Wrong): { readonly answers: Answers; readonly consent: Consented } {
  const read = readAnswers(form, without({ ...sent, acute: 'no' }, own))
  for (const fault of read.errors) wrong(fault.field, fault.code)
  if (read.errors.length === 0 && (stopped(form, read.answers.values) || given(read.answers.values, 'agreed') !== 'yes')) wrong('agreed', 'cases.not-agreed')
  return { answers: read.answers, consent: readConsent(sent, wrong, backGrounds) }
}

interface SendFacts extends HereFacts { readonly aboutCase: string; readonly aboutCitizen: string }

export const sendHereAction = action({
  path: '/henvis-hertil', method: 'post', audit: 'referrals.sent-here', right: rights['referrals.send-here'],
  facts: async (db, _input, actor, now): Promise<SendFacts> => ({ ...(await here(db, actor, now)), aboutCase: randomUUID(), aboutCitizen: randomUUID() }),
  input: withPaper,
  run: async (work, { scan, ...sent }, facts) => {
    const { db, actor } = work
    const form = await formNow(db, 'handoff')
    const { answers, consent } = readAll(wrong => readHere(form, sentFields.parse(sent), wrong))
    const said = (field: string) => String(given(answers.values, field) ?? '')
    const contact = [said('citizenName'), said('callBackHow')].filter(Boolean).join('\n')
    refuseUncovered(work, facts, consent, { contact, account: said('told') })
    const event = await beginCase(work, facts, { urgent: false, answers })
    await sendOn(work, facts, consent.signed && { ...consent.signed, scan }, {
      caseId: facts.aboutCase, citizen: facts.aboutCitizen, number: await numberOf(db, facts.aboutCase), to: 'visitator', toPerson: event.holder, about: 'exposed', ground: consent.how,
      copy: {
        purpose: consent.purpose, out: { name: actor.organisationName, ground: groundSaid(consent) }, entries: [],
        texts: { ...(contact && { contact }), ...(said('told') && { account: said('told') }) },
      },
    })
    return { id: facts.aboutCase }
  },
  leadsTo: it => it,
})

type Sending = Pick<store.NewReferral, 'caseId' | 'citizen' | 'number' | 'to' | 'toPerson' | 'ground'> & { readonly about: 'exposed' | 'stalks'; readonly copy: Copy; readonly first?: ToldFirst | undefined }
type OnPaper = (Signed & { readonly scan: unknown }) | undefined
async function sendOn(work: Work, facts: HereFacts, paper: OnPaper, it: Sending): Promise<string> {
  if (!paper) return (await send(work, facts, it)).id
  const { scan, ...signed } = paper
  return keepSigned(work, scan, signed, () => send(work, facts, it))
}

async function send({ db, house, actor, ground, now }: Work, { world }: HereFacts, { copy, first, ...it }: Sending): Promise<{ readonly id: string; readonly key: Key }> {
  const [id, key] = [randomUUID(), house.vault.newKey()]
  await store.addReferral(db, {
    ...it, id, partnership: actor.partnership, fromPerson: actor.id, fromRole: ground.by, consent: null, keyWrapped: key.wrapped, copyBox: sealCopy(key.plain, id, copy), sentAt: now,
    due: answerDue(now, world.terms), told: first && { first: first.answer, on: first.on ?? null },
  })
  await store.addEvent(db, { referral: id, seq: 1, partnership: actor.partnership, step: 'send', by: actor.id, at: now, state: 'sent', box: null })
  if (first?.why !== undefined) {
    const own = house.vault.newKey()
    await store.addWhyNotTold(db, { referral: id, partnership: actor.partnership, by: actor.id, at: now, keyWrapped: own.wrapped, box: sealTold(own.plain, id, first.why) })
  }
  return { id, key: key.plain }
}

/** First it is said whom it is about; each has a page of its own, and only one of them asks what comes before any contact with the other party. */
const abouts = z.enum(['exposed', 'stalks'])
export const centrePage = action({
  path: '/henvis-til-centret', method: 'get', audit: 'referrals.centre-composed', input: z.object({ om: abouts.optional().catch(undefined), about: abouts.optional().catch(undefined) }),
  facts: (db, _input, actor, now) => here(db, actor, now), right: rights['referrals.send-to-centre'],
  run: async (_work, { om, about }, { world }) => ({ about: about ?? om, adviser: world.held.find(it => it.role === 'dscAdviser') }),
})

/** Somebody exposed, or somebody who stalks: each on a paper that this person signed, counted apart, and never linked to a case. */
export const sendToCentreAction = action({
  path: '/henvis-til-centret', method: 'post', audit: 'referrals.sent-to-centre', right: rights['referrals.send-to-centre'],
  facts: (db, _input, actor, now) => here(db, actor, now),
  input: withPaper.transform(({ scan, ...all }, ctx) => {
    const sent = sentFields.parse(all)
    const wrong = (field: string, message: string) => ctx.addIssue({ code: 'custom', path: [field], message })
    const [who, contact, account] = [one(sent, 'about'), one(sent, 'contact'), one(sent, 'account')]
    if (who !== 'exposed' && who !== 'stalks') wrong('about', 'referrals.needs-about')
    if (contact === '') wrong('contact', 'referrals.needs-contact')
    if (contact.length > 1000 || account.length > 4000) wrong(contact.length > 1000 ? 'contact' : 'account', 'referrals.too-long')
    const first = who === 'stalks' ? readFirst(field => one(sent, field), wrong) : undefined
    return { first, about: who === 'stalks' ? 'stalks' as const : 'exposed' as const, contact, account, scan, consent: readConsent({ ...sent, how: 'signed-paper' }, wrong, ['signed-paper']) }
  }),
  run: async (work, { about, contact, account, consent, scan, first }, facts) => {
    refuseUncovered(work, facts, consent, { contact, account })
    refuseToldLater(first, undefined, work.now)
    const adviser = firstThere(facts.world.held, 'dscAdviser')
    if (!adviser) throw new Refusal('conflict', 'referrals.receiver-gone')
    const id = await sendOn(work, facts, consent.signed && { ...consent.signed, scan }, {
      caseId: null, citizen: null, number: `P-${randomUUID().slice(0, 6)}`, to: 'dscAdviser', toPerson: adviser, about, first, ground: 'signed-paper',
      copy: { purpose: consent.purpose, out: { name: work.actor.organisationName, ground: groundSaid(consent) }, texts: { contact, ...(account && { account }) }, entries: [] },
    })
    return { id }
  },
  leadsTo: it => it,
})

export const takeHomeAction = action({
  path: '/henvisninger/:referral/fortryd', method: 'post', audit: 'referrals.taken-home',
  input: z.object({ referral: z.uuid('platform.missing'), reason: z.string('referrals.needs-reason').trim().min(1, 'referrals.needs-reason').max(1000, 'referrals.too-long') }),
  facts: (db, { referral }, actor, now) => referralFacts(db, referral, actor, now), right: rights['referrals.take-home'],
  run: async (work, { referral, reason }, facts) => {
    await tellCase(work, facts, 'heard')
    await step(work, facts, referral, 'take-back', reason)
    return { id: referral, talks: facts.it.sideCase }
  },
  leadsTo: it => it,
})
