// Out of the record of talks with a person who stalks, to Dansk Stalking Center: on the paper that this person signed, with what the paper covers and nothing else.
// Nothing of the exposed person goes along, nor does anything lead here from her case.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Actor } from '../kernel/actor.ts'
import { dayOf, sayDay } from '../kernel/day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { one, sentFields } from '../cases/enquire.ts'
import { takeSide } from '../cases/sides/rules.ts'
import { namesParty } from '../cases/finding/name-check.ts'
import { type Cover, holdingYes, type OtherConsent } from '../cases/sides/other-consent.ts'
import { otherConsents } from '../cases/sides/other-consent-store.ts'
import { readSide, sideKey, sideOf, type SideFacts, writeSide } from '../cases/sides/actions.ts'
import { readFirst, refuseToldLater } from '../cases/told-first/rules.ts'
import { type Today, worldOf } from '../cases/write.ts'
import { firstThere } from '../directory/rules.ts'
import { given } from '../forms/rules.ts'
import { action, type Work } from '../platform/action.ts'
import type { Db } from '../platform/db.ts'
import { opened, type Sent } from './actions.ts'
import { sealCopy } from './draft.ts'
import { answerDue } from './keep-draft.ts'
import { type Copy, isWaiting, rights } from './rules.ts'
import * as store from './store.ts'

const inCase = z.object({ case: z.string() })
/** `today`: who is there at Dansk Stalking Center stands outside the wall of the talks. */
interface HisFacts extends SideFacts { readonly today: Today }
async function hisFacts(db: Db, input: { readonly case: string }, actor: Actor, now: Date): Promise<HisFacts | undefined> {
  const found = await sideOf('otherParty')(db, input, actor, now)
  return found && { ...found, today: await worldOf(db, found.now.partnership, now) }
}

/** The paper of today, who is asked, and the words that are there already. */
export const hisPage = action({
  path: '/samtaler/:case/henvis', method: 'get', audit: 'referrals.his-composed', input: inCase, facts: hisFacts, right: rights['referrals.send-his'],
  run: async (work: Work, _input, { now: it, today: { held } }: HisFacts) => {
    const begun = (await readSide(work, it.id))[0]?.given.answers?.values ?? {}
    return {
      now: it, yes: await yesOf(work, it.id), adviser: held.find(one => one.person === firstThere(held, 'dscAdviser')),
      known: { name: String(given(begun, 'personName') ?? ''), phone: String(given(begun, 'reach') ?? ''), why: '' } satisfies Readonly<Record<Cover, string>>,
    }
  },
})

const yesOf = async ({ db, now }: Pick<Work, 'db' | 'now'>, caseId: string): Promise<OtherConsent | undefined> => holdingYes(await otherConsents(db, caseId), dayOf(now))

const longest: Readonly<Record<Cover, number>> = { name: 200, phone: 200, why: 1000 }
type Words = Readonly<Record<Cover, string>>

/** What goes along: of the words that were typed, those that the paper covers. */
export function hisCopy({ covers, signedOn, until }: Pick<OtherConsent, 'covers' | 'signedOn' | 'until'>, words: Words, from: string): Copy {
  const may = (cover: Cover): string => (covers.includes(cover) ? words[cover].trim() : '')
  const contact = [may('name'), may('phone')].filter(Boolean).join('\n')
  return {
    purpose: 'Personen har fået jeres tilbud om hjælp til at slippe, og vil gerne have, at I tager kontakt.',
    out: { name: from, ground: `Personen har selv skrevet under på papir ${sayDay(signedOn)}. Det gælder til og med ${sayDay(until)}.` },
    texts: { ...(contact && { contact }), ...(may('why') && { account: may('why') }) }, entries: [],
  }
}

export const sendHisAction = action({
  path: '/samtaler/:case/henvis', method: 'post', audit: 'referrals.his-sent', facts: hisFacts, right: rights['referrals.send-his'],
  input: sentFields.transform((sent, ctx) => {
    const wrong = (field: string, message: string) => ctx.addIssue({ code: 'custom', path: [field], message })
    const words: Words = { name: one(sent, 'name'), phone: one(sent, 'phone'), why: one(sent, 'why') }
    for (const cover of ['name', 'phone', 'why'] as const) if (words[cover].length > longest[cover]) wrong(cover, 'referrals.too-long')
    return { case: one(sent, 'case'), words, first: readFirst(field => one(sent, field), wrong) }
  }),
  run: async (work: Work, { words, first }, { now: it, world: inside, today }: HisFacts) => {
    const { db, actor, now } = work
    refuseToldLater(first, undefined, now)
    await store.takeTurn(db, it.id)
    if ((await store.sentFromSide(db, it.id)).some(sent => isWaiting(sent.state))) throw new Refusal('conflict', 'referrals.waits-already')
    const yes = await yesOf(work, it.id)
    if (!yes) throw new Refusal('conflict', 'referrals.needs-his-paper')
    const copy = hisCopy(yes, words, actor.organisationName)
    if (copy.texts.contact === undefined) throw new Refusal('invalid', 'referrals.needs-contact', yes.covers.includes('name') ? 'name' : 'phone')
    if (await namesParty(work, it.id, 'counterpart', Object.values(copy.texts).join('\n'))) throw new Refusal('invalid', 'referrals.names-exposed', copy.texts.account === undefined ? 'name' : 'why')
    const adviser = firstThere(today.held, 'dscAdviser')
    if (!adviser) throw new Refusal('conflict', 'referrals.receiver-gone')
    const due = answerDue(now, today.terms)
    await addHis(work, it, { adviser, yes: yes.id, copy, due })
    const event = takeSide('otherParty', it, 'refer', { ...actor, roles: [work.ground.by] }, { ...(first && { first }), answerBy: dayOf(due) }, inside)
    await writeSide(work, 'otherParty', it.id, it, event, await sideKey(work, it.id))
    return { case: it.id }
  },
  leadsTo: ({ case: id }: { case: string }) => ({ case: id }),
})

async function addHis({ db, house, actor, ground, now }: Work, it: SideFacts['now'], { adviser, yes, copy, due }: { readonly adviser: string; readonly yes: string; readonly copy: Copy; readonly due: Date }): Promise<void> {
  const [id, key] = [randomUUID(), house.vault.newKey()]
  await store.addReferral(db, {
    id, partnership: it.partnership, caseId: null, number: it.number, citizen: null, to: 'dscAdviser', toPerson: adviser, about: 'stalks', ground: 'signed-paper', fromPerson: actor.id, fromRole: ground.by,
    consent: null, sideCase: it.id, sideConsent: yes, keyWrapped: key.wrapped, copyBox: sealCopy(key.plain, id, copy), sentAt: now, due,
  })
  await store.addEvent(db, { referral: id, seq: 1, partnership: it.partnership, step: 'send', by: actor.id, at: now, state: 'sent', box: null })
}

/** What went out of these talks, with the answers; for their page. */
export const sentOfSide = async (work: Work, caseId: string): Promise<readonly Sent[]> => opened(work, await store.sentFromSide(work.db, caseId))
export const yesToday = (work: Work, caseId: string): Promise<OtherConsent | undefined> => yesOf(work, caseId)
export type HisPage = Awaited<ReturnType<typeof hisPage.run>>
