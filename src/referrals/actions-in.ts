// From somebody outside the system: phoned, written or printed, put down by whoever takes it; and the answer that they are owed, told by a day.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Actor } from '../kernel/actor.ts'
import { type Day, dayOf, sayDay } from '../kernel/day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { beginCase, one, readAll, sentFields, type SentFields, unasked, without, type Wrong } from '../cases/enquire.ts'
import { numberOf } from '../cases/store.ts'
import { type Today, worldOf } from '../cases/write.ts'
import { firstThere } from '../directory/rules.ts'
import { type Answers, type Form, given, stopped } from '../forms/rules.ts'
import { readAnswers, readTypedDay } from '../forms/read.ts'
import { action, type Facts, type Work } from '../platform/action.ts'
import type { Db } from '../platform/db.ts'
import { formNow } from '../toolkit/shelf.ts'
import { openCopy, openWords, sealCopy } from './draft.ts'
import { replyPdf } from './in-paper.ts'
import { answerDue } from './keep-draft.ts'
import { cameFromOutside, mayGoOutOn, type Outside, outGrounds, outsides, type Reply, rights, type Telling, tellings } from './rules.ts'
import { type ReferralFacts, referralFacts, step } from './standing.ts'
import * as store from './store.ts'

interface InFacts extends Facts { readonly world: Today }
const here = async (db: Db, actor: Actor, now: Date): Promise<InFacts> => ({ standing: { partnership: actor.partnership, state: '-' }, world: await worldOf(db, actor.partnership, now) })

export const inPage = action({
  path: '/henvist-udefra', method: 'get', audit: 'referrals.in-composed', input: z.object({}), facts: (db, _input, actor, now) => here(db, actor, now), right: rights['referrals.take-in'],
  run: async ({ db }, _input, { world }) => ({ form: await formNow(db, 'handoff'), visitator: world.held.find(it => it.role === 'visitator') }),
})

const own = ['outside', 'name', 'reach', 'how', 'ground', 'tells', 'purpose'] as const
interface TakenIn { readonly answers: Answers; readonly outside: Outside; readonly name: string; readonly reach: string; readonly how: (typeof outGrounds)[number]; readonly ground: string; readonly tells: Telling; readonly purpose: string }

/** Who sent it, on what ground, what they ask for and may hear, and the questions of any hand-off; every fault at its field. */
function readIn(form: Form, sent: SentFields, wrong: Wrong): TakenIn {
  const [outside, how, tells] = [outsides.find(it => it === one(sent, 'outside')), outGrounds.find(it => it === one(sent, 'how')), tellings.find(it => it === one(sent, 'tells'))]
  const [name, reach, ground, purpose] = [one(sent, 'name'), one(sent, 'reach'), one(sent, 'ground'), one(sent, 'purpose')]
  if (!outside) wrong('outside', 'referrals.needs-sender')
  if (name === '') wrong('name', 'referrals.needs-sender-name')
  if (reach === '') wrong('reach', 'referrals.needs-reach')
  if (purpose === '') wrong('purpose', 'referrals.needs-asked')
  if (!how) wrong('how', 'referrals.needs-ground')
  if (ground === '') wrong('ground', 'referrals.needs-ground-words')
  if (!tells) wrong('tells', 'referrals.needs-telling')
  if (tells === 'words' && outside && how && !mayGoOutOn(outside, how)) wrong('tells', 'referrals.ground-covers-less')
  for (const [field, said, most] of [['name', name, 200], ['reach', reach, 200], ['ground', ground, 1000], ['purpose', purpose, 1000]] as const) if (said.length > most) wrong(field, 'referrals.too-long')
  const read = readAnswers(form, without({ ...sent, acute: 'no' }, own))
  for (const fault of read.errors) wrong(fault.field, fault.code)
  unasked(read.answers.values, wrong)
  const agreed = given(read.answers.values, 'agreed')
  // Where a law is the ground she need not have been asked; on her own yes she must have given it.
  if (read.errors.length === 0 && (stopped(form, read.answers.values) || (agreed !== 'yes' && how !== 'law'))) wrong('agreed', 'cases.not-agreed')
  return { answers: read.answers, outside: outside ?? 'other', name, reach, how: how ?? 'law', ground, tells: tells ?? 'state', purpose }
}

interface NewFacts extends InFacts { readonly aboutCase: string; readonly aboutCitizen: string }

export const takeInAction = action({
  path: '/henvist-udefra', method: 'post', audit: 'referrals.taken-in', right: rights['referrals.take-in'], input: sentFields,
  facts: async (db, _input, actor, now): Promise<NewFacts> => ({ ...(await here(db, actor, now)), aboutCase: randomUUID(), aboutCitizen: randomUUID() }),
  run: async (work, sent, facts) => {
    const { db, house, actor, ground, now } = work
    const form = await formNow(db, 'handoff')
    const it = readAll(wrong => readIn(form, sent, wrong))
    const visitator = firstThere(facts.world.held, 'visitator')
    if (!visitator) throw new Refusal('conflict', 'referrals.receiver-gone')
    const said = (field: string) => String(given(it.answers.values, field) ?? '')
    const event = await beginCase(work, facts, { urgent: false, answers: it.answers })
    const [id, key] = [randomUUID(), house.vault.newKey()]
    const texts = { contact: [said('citizenName'), said('callBackHow')].filter(Boolean).join('\n'), account: said('told') }
    await store.addReferral(db, {
      id, partnership: actor.partnership, caseId: facts.aboutCase, citizen: facts.aboutCitizen, number: await numberOf(db, facts.aboutCase), to: 'visitator', toPerson: event.holder ?? visitator,
      outside: it.outside, tells: it.tells, ground: it.how, fromPerson: actor.id, fromRole: ground.by, consent: null, keyWrapped: key.wrapped, sentAt: now, due: answerDue(now, facts.world.terms),
      copyBox: sealCopy(key.plain, id, { purpose: it.purpose, out: { name: it.name, ground: it.ground, reach: it.reach }, texts, entries: [] }),
    })
    await store.addEvent(db, { referral: id, seq: 1, partnership: actor.partnership, step: 'send', by: actor.id, at: now, state: 'sent', box: null })
    return { id: facts.aboutCase }
  },
  leadsTo: it => it,
})

const about = z.object({ referral: z.uuid('platform.missing') })
/** Only what came from outside is told to somebody outside, and nothing while its case is locked. */
async function replyFacts(db: Db, { referral }: { readonly referral: string }, actor: Actor, now: Date): Promise<ReferralFacts | undefined> {
  const facts = await referralFacts(db, referral, actor, now)
  return facts && cameFromOutside(facts.it) && facts.of ? facts : undefined
}

async function replyOf(work: Work, id: string): Promise<Reply> {
  const found = await store.referralBy(work.db, id)
  if (!found) throw new Refusal('missing', 'platform.missing')
  const { keyWrapped, copyBox, consent: _, partnership: __, ...referral } = found
  const key = work.house.vault.unwrap(keyWrapped)
  const { out } = openCopy(key, id, copyBox)
  const events = await store.eventsOf(work.db, id)
  const told = events.filter(it => it.step === 'tell').map(it => {
    const [how = '', ...words] = (openWords(key, id, it.seq, it.box) ?? '').split('\n')
    return { at: it.at, byName: it.byName, how, words: words.join('\n') }
  })
  const done = events.findLast(it => it.step !== 'hand-on')?.step === 'tell'
  return { referral, to: { name: out?.name ?? '', reach: out?.reach, ground: out?.ground ?? '' }, from: { name: referral.toName, organisation: referral.toOrganisation }, told, done }
}

export const replyPage = action({
  path: '/henvisninger/:referral/afsender', method: 'get', audit: 'referrals.reply-seen', input: about, facts: replyFacts, right: rights['referrals.reply'], run: (work, { referral }) => replyOf(work, referral),
})

/** The same letter as a file. */
export const replyFile = action({
  path: '/henvisninger/:referral/afsender/brev.pdf', method: 'get', audit: 'referrals.reply-fetched', input: about, facts: replyFacts, right: rights['referrals.reply'],
  run: async (work, { referral }) => ({ name: 'brev.pdf', type: 'application/pdf', body: await replyPdf(await replyOf(work, referral), work.now) }),
})

const channels = { phone: 'Telefon', letter: 'Brev', meeting: 'Møde' } as const

export const tellAction = action({
  path: '/henvisninger/:referral/afsender', method: 'post', audit: 'referrals.sender-told', facts: replyFacts, right: rights['referrals.reply'],
  input: about.extend({
    channel: z.enum(['phone', 'letter', 'meeting'], 'referrals.needs-channel'), words: z.string().trim().max(2000, 'referrals.too-long').optional().default(''),
    on: z.string('referrals.needs-day').transform((text, ctx): Day => readTypedDay(text) ?? (ctx.addIssue({ code: 'custom', message: 'referrals.needs-day' }), z.NEVER)),
  }),
  run: async (work, { referral, channel, words, on }, facts) => {
    if (on > dayOf(work.now)) throw new Refusal('invalid', 'referrals.day-to-come', 'on')
    if (words !== '' && facts.it.tells !== 'words') throw new Refusal('invalid', 'referrals.ground-covers-less', 'words')
    await step(work, facts, referral, 'tell', `${channels[channel]} ${sayDay(on)}\n${words}`.trim())
    return { id: referral }
  },
  leadsTo: it => it,
})
