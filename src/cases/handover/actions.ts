// A hand-over from the first question to the last case: offered with a checklist, accepted all at once or declined with a reason.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Actor, PersonId } from '../../kernel/actor.ts'
import { addDays, type Day, dayOf } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { groundText } from '../../kernel/actor.ts'
import type { Holder } from '../../directory/store.ts'
import { covers } from '../../directory/holding.ts'
import { allHoldings, leadsAfter, people, type Somebody } from '../../directory/store-holdings.ts'
import { readAnswers, readTypedDay } from '../../forms/read.ts'
import type { Answers, Form } from '../../forms/rules.ts'
import { action, type Facts, type Work } from '../../platform/action.ts'
import { openText, sealText } from '../../platform/vault.ts'
import { formNow, formVersion } from '../../toolkit/shelf.ts'
import { one, readAll, sentFields, type SentFields, without, type Wrong } from '../enquire.ts'
import { checkOffer, goesAlong, type Handover, handedRole, isWalled, openTo, stageOf, takers } from './rules.ts'
import { takeSide } from '../sides/rules.ts'
import { type HandedRole, rights, take } from '../rules.ts'
import * as store from './store.ts'
import { blockedFrom, leftOutOf } from '../finding/name-store.ts'
import type { SideNow } from '../sides/store.ts'
import { writeSide } from '../sides/actions.ts'
import type { CaseNow } from '../store.ts'
import { dueAfter } from '../workdays.ts'
import { type Today, worldOf, writeEvent } from '../write.ts'

/** Those of the cases that this person can have: not shut out of one, and without one that crosses it. */
async function canHave(db: Work['db'], cases: readonly CaseNow[], world: Today, person: string): Promise<readonly CaseNow[]> {
  const blocked = await Promise.all(cases.map(it => blockedFrom(db, it.id)))
  return notShut(cases.filter((_, at) => !blocked[at]?.some(it => it === person)), world, person)
}
/**
 * What the one who is asked is shown of it: nothing in a case that this person cannot have, for whatever reason; and where the role lies behind a wall, only what goes along,
 * for nothing leads from there to a citizen's case.
 */
async function shownToTaker(db: Work['db'], left: readonly store.Left[], { role, receiver }: Handover): Promise<readonly store.Left[]> {
  const out = new Set<string>()
  for (const id of new Set(left.flatMap(it => it.caseId ?? []))) if ((await leftOutOf(db, id)).includes(receiver)) out.add(id)
  return left.filter(it => (it.goes || !isWalled(role)) && !(it.caseId !== null && out.has(it.caseId)))
}
/** Whether this person can have every track that waits for the giver. */
async function canHaveTracks(db: Work['db'], waits: readonly store.Left[], person: PersonId): Promise<boolean> {
  const out = await Promise.all(waits.filter(it => it.what === 'track').map(it => leftOutOf(db, it.caseId ?? '')))
  return !out.some(it => it.includes(person))
}
const notShut = (cases: readonly CaseNow[], { shut }: Today, person: string) => cases.filter(it => !shut.some(one => one.caseId === it.id && one.person === person))

/** Behind walls: those that this person may know of and has none that crosses. */
async function canHaveWalled(db: Work['db'], sides: readonly SideNow[], world: Today, person: string): Promise<readonly SideNow[]> {
  const blocked = await Promise.all(sides.map(it => blockedFrom(db, it.id)))
  const home = world.held.find(it => it.person === person)?.organisation
  return sides.filter((it, at) => it.organisation === home && !it.keptOut.some(one => one === person) && !blocked[at]?.some(one => one === person))
}
/** Behind a wall nothing is handed to another house. */
const mayTake = (role: HandedRole, giver: Somebody['id'], held: readonly Holder[]): readonly Holder[] => {
  const home = held.find(it => it.person === giver)?.organisation
  return isWalled(role) && home !== undefined ? held.filter(it => it.organisation === home) : held
}

interface OfferFacts extends Facts { readonly role: HandedRole; readonly giver: Somebody; readonly cases: readonly CaseNow[]; readonly sides: readonly SideNow[]; readonly left: readonly store.Left[]; readonly waits: readonly store.Left[]; readonly world: Today; readonly open: Handover | undefined }

/** Somebody who holds the role today, or who still has batons in it although the role has ended. */
async function offerFacts(db: Work['db'], of: { readonly role: string; readonly giver: string }, actor: Actor, now: Date): Promise<OfferFacts | undefined> {
  const role = handedRole(of.role)
  const giver = (await people(db, actor.partnership)).find(it => it.id === of.giver)
  if (!role || !giver) return undefined
  const world = await worldOf(db, actor.partnership, now)
  const cases = (await store.batonsOf(db, giver.id, role)).filter(it => goesAlong(it, giver.id, role))
  const sides = await store.walledBatonsOf(db, giver.id, role)
  const left = await store.leftWith(db, giver.id, role)
  if (cases.length + sides.length === 0 && left.every(it => !it.goes) && !world.held.some(it => it.role === role && it.person === giver.id && !it.forPerson)) return undefined
  return { standing: { partnership: actor.partnership, state: role, owner: giver.id }, role, giver, cases, sides, left: openTo(left, world.shut, actor.id), waits: left, world, open: await store.openOf(db, giver.id, role) }
}

export const offerPage = action({
  path: '/overdragelse/ny/:role/:giver', method: 'get', audit: 'cases.handover-page-seen', input: z.object({ role: z.string(), giver: z.string() }),
  facts: offerFacts, right: rights['cases.handover-offer'],
  run: async ({ db, ground }, _input, { standing: _, waits: __, world, ...of }) => {
    const ids = takers(mayTake(of.role, of.giver.id, world.held), of.giver.id, of.role)
    return { ...of, form: await formNow(db, 'handover'), by: ground.by, takers: ids.map(id => ({ id, name: world.held.find(it => it.person === id)?.name ?? '' })) }
  },
})

const own = ['role', 'giver', 'receiver', 'leaves', 'lastDay'] as const
interface Offered { readonly receiver: string; readonly lastDay: Day | null; readonly answers: Answers }
function readOffer(form: Form, sent: SentFields, wrong: Wrong): Offered {
  const { answers, errors } = readAnswers(form, without(sent, own))
  const leaves = one(sent, 'leaves') === 'yes'
  const lastDay = readTypedDay(one(sent, 'lastDay'))
  if (one(sent, 'receiver') === '') wrong('receiver', 'cases.needs-receiver')
  if (leaves && !lastDay) wrong('lastDay', 'cases.needs-leaves-on')
  for (const fault of errors) wrong(fault.field, fault.code)
  return { receiver: one(sent, 'receiver'), lastDay: leaves && lastDay ? lastDay : null, answers }
}

/** What the checklist says lies under the hand-over's own key. */
export const offer = action({
  path: '/overdragelse/ny/:role/:giver', method: 'post', audit: 'cases.handover-offered', facts: offerFacts, right: rights['cases.handover-offer'],
  input: sentFields.transform(sent => ({ role: one(sent, 'role'), giver: one(sent, 'giver'), sent })),
  run: async ({ house, db, actor, now }, { sent }, { role, giver, cases, sides, waits, world, open }) => {
    const form = await formNow(db, 'handover')
    const { receiver, lastDay, answers } = readAll(wrong => readOffer(form, sent, wrong))
    if (open) throw new Refusal('conflict', 'cases.handover-open')
    const had = (await canHave(db, cases, world, receiver)).length + (await canHaveWalled(db, sides, world, receiver)).length
    if (lastDay && (had < cases.length + sides.length || !(await canHaveTracks(db, waits, receiver as PersonId)))) throw new Refusal('invalid', 'cases.handover-not-all', 'lastDay')
    const it = { id: randomUUID() as string, partnership: actor.partnership, role, giver: giver.id, receiver: receiver as PersonId, lastDay, offeredBy: actor.id, offeredAt: now }
    checkOffer(mayTake(role, giver.id, world.held), it, dayOf(now))
    if (!(await ledAfter(db, it, dayOf(now)))) throw new Refusal('invalid', 'cases.last-leader', 'lastDay')
    const key = house.vault.newKey()
    const due = dueAfter(now, world.terms.deadlines.visitatorAnswerWorkingDays, world.terms.officeHours)
    await store.addHandover(db, { ...it, due, keyWrapped: key.wrapped, box: sealText(key.plain, `handover.box:${it.id}`, JSON.stringify(answers)) })
    return { id: it.id }
  },
  leadsTo: it => it,
})

/** Whether somebody leads once the giver has gone; in other roles, and where the giver stays, nobody is asked. The second wall asks the same of each holding that ends. */
async function ledAfter(db: Work['db'], { role, giver, lastDay, partnership }: Pick<Handover, 'role' | 'giver' | 'lastDay' | 'partnership'>, today: Day): Promise<boolean> {
  if (role !== 'leader' || lastDay === null) return true
  const last = lastDay < today ? addDays(today, -1) : lastDay
  const mine = (await allHoldings(db, partnership)).filter(it => it.role === role && it.person === giver && !it.forPerson && covers(it, today) && (it.to === null || it.to > last))
  return (await Promise.all(mine.map(it => leadsAfter(db, it.id, last)))).every(Boolean)
}

/** `led`: somebody leads afterwards · `all`: those on which the receiver can have no more are not in `cases`, and go to nobody by this. */
interface HandoverFacts extends Facts { readonly it: Handover; readonly cases: readonly CaseNow[]; readonly sides: readonly SideNow[]; readonly left: readonly store.Left[]; readonly all: boolean; readonly led: boolean; readonly world: Today }
const about = z.object({ handover: z.uuid('platform.missing') })

async function handoverFacts(db: Work['db'], of: { readonly handover: string }, actor: Actor, now: Date): Promise<HandoverFacts | undefined> {
  const it = await store.handoverBy(db, of.handover)
  if (!it) return undefined
  const whole = it.state === 'offered' ? (await store.batonsOf(db, it.giver, it.role)).filter(one => goesAlong(one, it.giver, it.role)) : []
  const world = await worldOf(db, actor.partnership, now)
  const waits = it.state === 'offered' ? await store.leftWith(db, it.giver, it.role) : []
  const left = actor.id === it.receiver ? await shownToTaker(db, waits, it) : openTo(waits, world.shut, actor.id)
  const cases = actor.id === it.receiver ? await canHave(db, whole, world, it.receiver) : notShut(whole, world, actor.id)
  const walled = it.state === 'offered' ? await store.walledBatonsOf(db, it.giver, it.role) : []
  const sides = await canHaveWalled(db, walled, world, actor.id)
  return {
    standing: { partnership: it.partnership, state: stageOf(it), owner: it.giver, receivers: [it.receiver] }, it, cases, sides, left, world, led: await ledAfter(db, it, dayOf(now)),
    all: cases.length === whole.length && sides.length === walled.length && await canHaveTracks(db, waits, it.receiver),
  }
}

export const handoverPage = action({
  path: '/overdragelse/:handover', method: 'get', audit: 'cases.handover-read', input: about, facts: handoverFacts, right: rights['cases.handover-read'],
  run: async ({ house, db, actor, ground }, _input, { it, cases, sides, left }) => {
    const boxes = await store.boxesOf(db, it.id)
    if (!boxes) throw new Refusal('missing', 'platform.missing')
    const key = house.vault.unwrap(boxes.keyWrapped)
    const all = await people(db, actor.partnership)
    const name = (id: string) => all.find(one => one.id === id)?.name ?? ''
    const answers = JSON.parse(openText(key, `handover.box:${it.id}`, boxes.box)) as Answers
    return {
      it, cases, sides, left, by: ground.by, giver: name(it.giver), receiver: name(it.receiver), offeredBy: name(it.offeredBy),
      answers, form: await formVersion(db, answers.form, answers.version),
      reason: boxes.answerBox ? openText(key, `handover.answer_box:${it.id}`, boxes.answerBox) : undefined,
    }
  },
})

/** Every case gets its event with the new holder, what waits for the giver goes along (`gate.goes_along`), then the hand-over is accepted and the giver who leaves has left: all of it, or nothing. */
export const accept = action({
  path: '/overdragelse/:handover/tag', method: 'post', audit: 'cases.handover-accepted', input: about, facts: handoverFacts, right: rights['cases.handover-answer'],
  run: async (work, _input, { it, cases, sides, left, all, led, world }) => {
    // Whoever leaves leaves nothing behind; why one cannot go along is nobody's to know here.
    if (!led) throw new Refusal('conflict', 'cases.last-leader')
    if (!all && it.lastDay !== null) throw new Refusal('conflict', 'cases.handover-not-now')
    const actor = { ...work.actor, roles: [work.ground.by] }
    for (const one of cases) {
      await writeEvent(work, one.id, one, take(one, 'hand-over', actor, {}, world), undefined)
      await told(work, { act: 'cases.handed-over', aboutCase: one.id, aboutCitizen: one.citizen })
    }
    for (const one of sides) await takeWalled(work, one, world)
    await answered(work, it.id, 'accepted', null)
    // The journal says what went, and not what was to go: the database keeps back what a wall stands before.
    const stays = new Set(await store.staysBehind(work.db, it.id))
    for (const one of left)
      if ((one.what === 'task' || one.what === 'referral' || one.what === 'track' || one.what === 'meeting') && !stays.has(one.id) && one.caseId && one.citizen) await told(work, { act: `cases.${one.what}-handed-over`, aboutCase: one.caseId, aboutCitizen: one.citizen })
    return { id: it.id, role: it.role }
  },
  leadsTo: it => it,
})

/** The citizen sees who has taken over. */
const told = ({ house, db, actor, ground, now }: Work, it: { readonly act: string; readonly aboutCase: string; readonly aboutCitizen?: PersonId }) => house.write(db, {
  partnership: actor.partnership, at: now, person: actor.id, personName: actor.name, organisation: actor.organisationName, role: ground.by, ground: groundText(ground), ...it,
})

async function takeWalled(work: Work, one: SideNow, world: Today): Promise<void> {
  await writeSide(work, one.kind, one.id, one, takeSide(one.kind, one, 'hand-over', { ...work.actor, roles: [work.ground.by] }, {}, world), undefined)
  await told(work, { act: 'cases.handed-over', aboutCase: one.id })
}

async function answered({ db, actor, now }: Work, id: string, state: 'accepted' | 'declined' | 'taken-back', box: Uint8Array | null): Promise<void> {
  if (!(await store.answerHandover(db, id, state, actor.id, now, box))) throw new Refusal('conflict', 'cases.handover-answered')
}

export const decline = action({
  path: '/overdragelse/:handover/afvis', method: 'post', audit: 'cases.handover-declined', facts: handoverFacts, right: rights['cases.handover-answer'],
  input: about.extend({ reason: z.string('cases.needs-answer-reason').trim().min(1, 'cases.needs-answer-reason').max(2000, 'cases.too-long') }),
  run: async (work, { reason }, { it }) => {
    const boxes = await store.boxesOf(work.db, it.id)
    if (!boxes) throw new Refusal('missing', 'platform.missing')
    await answered(work, it.id, 'declined', sealText(work.house.vault.unwrap(boxes.keyWrapped), `handover.answer_box:${it.id}`, reason))
    return { id: it.id }
  },
  leadsTo: it => it,
})

export const takeBack = action({
  path: '/overdragelse/:handover/fortryd', method: 'post', audit: 'cases.handover-taken-back', input: about, facts: handoverFacts, right: rights['cases.handover-take-back'],
  run: async (work, _input, { it }) => {
    await answered(work, it.id, 'taken-back', null)
    return { id: it.id }
  },
  leadsTo: it => it,
})

/** Hand-overs that concern the reader, in the role that let her in; none in other roles. For the home page. */
export const handoversFor = async ({ db, actor, ground }: Work): Promise<readonly store.Named[]> =>
  ground.by === 'leader' || handedRole(ground.by) ? store.handoversNow(db, actor.partnership) : []
