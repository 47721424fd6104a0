// Cases behind walls: the employee who is exposed at work, and the person who stalks. Each has its own beginning, list, page and moves.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Actor, PersonId, Role } from '../../kernel/actor.ts'
import { dayOf } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Right } from '../../kernel/rights.ts'
import { leaveOut } from '../../directory/rules.ts'
import { type Holder, holders, termsOf } from '../../directory/store.ts'
import { readAnswers, readTypedDay } from '../../forms/read.ts'
import { type Answers, type Form, given as valueOf, stopped } from '../../forms/rules.ts'
import { looksAtCase } from '../../journal/store.ts'
import { action, type Facts, type Work } from '../../platform/action.ts'
import { type Key, openText, sealText } from '../../platform/vault.ts'
import { formNow, formWithFiles, withForms } from '../../toolkit/shelf.ts'
import { seqOf } from '../actions.ts'
import { one, readAll, sentFields, type SentFields, without, type Wrong } from '../enquire.ts'
import { addSide, actsOnSide, appointingRole, appointStage, heldOnly, holderRoles, ladders, sideCandidates, sideHeldBy, type SideEvent, type SideGiven, type SideKind, type SideMove, type SideState, type SideWorld, takeSide } from './rules.ts'
import { rights } from '../rules.ts'
import * as store from './store.ts'
import { cameBetween } from '../late.ts'
import { wrappedKeyOf } from '../store.ts'
import { markNames, nameFields, ownDecisions, readNames } from '../finding/name-check.ts'
import { blockedFrom, crossings, leftOutOf } from '../finding/name-store.ts'
import { holdingYes, paperOf, saysNo } from './other-consent.ts'
import { endYes, keepYes, otherConsents } from './other-consent-store.ts'
import { readContact, readMade, refuseContact } from './contact.ts'
import { type Filling, filledIn, fillingIn, keptAs, moveDrafts, wordOf } from '../move-drafts.ts'
import { firstFields, readFirst, refuseToldLater } from '../told-first/rules.ts'
import { notBoth } from '../write.ts'
import { tracksAdrift } from '../children/store.ts'

/** Those who may know of the case at all, by name. */
interface Inside extends SideWorld { readonly held: readonly Holder[] }
export interface SideFacts extends Facts { readonly now: store.SideNow; readonly world: Inside }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Undefined for a case of another kind, of another house, or that this person is kept out of: as if there were none. */
export const sideOf = (kind: SideKind) => async (db: Work['db'], input: { readonly case: string }, actor: Actor, now: Date): Promise<SideFacts | undefined> => {
  const it = uuid.test(input.case) ? await store.sideNow(db, input.case, kind) : undefined
  if (!it || it.organisation !== actor.organisation || it.keptOut.includes(actor.id)) return undefined
  return insideOf(db, it, now)
}
/** For whoever would appoint: only the first of the ladder who is there may, and the others get the answer of a case that is not there. */
const toAppoint = (kind: SideKind): ReturnType<typeof sideOf> => async (...asked) => {
  const it = await sideOf(kind)(...asked)
  return it && { ...it, standing: { ...it.standing, state: appointStage(kind, it.now.status, it.world.held) } }
}
/** A leader who gives the case to another need not be of its house, nor need those who answer what was sent out of it. */
export async function sideStanding(db: Work['db'], id: string, now: Date, kind: SideKind = 'otherParty'): Promise<SideFacts | undefined> {
  const it = uuid.test(id) ? await store.sideNow(db, id, kind) : undefined
  return it && insideOf(db, it, now)
}
const handedOut = (db: Work['db'], input: { readonly case: string }, _actor: Actor, now: Date): Promise<SideFacts | undefined> => sideStanding(db, input.case, now)
async function insideOf(db: Work['db'], it: store.SideNow, now: Date): Promise<SideFacts> {
  const house = (await holders(db, it.partnership, dayOf(now))).filter(one => one.organisation === it.organisation || (heldOnly[it.kind] && one.role === 'leader'))
  const held = leaveOut(house, [...(await blockedFrom(db, it.id)), ...it.keptOut])
  const holder = actsOnSide(it.kind, it.holder, held)
  return { standing: { partnership: it.partnership, state: it.status, ...(holder && { holder }) }, aboutCase: it.id, now: it, world: { now, terms: await termsOf(db, it.partnership), held } }
}
interface NewFacts extends Facts { readonly aboutCase: string; readonly world: Inside }
/** For what has no case yet; the id is drawn here, so that the journal can say what the line is about. */
const noneYet = async (db: Work['db'], _input: unknown, actor: Actor, now: Date): Promise<NewFacts> => ({
  standing: { partnership: actor.partnership, state: '-' }, aboutCase: randomUUID(),
  world: { now, terms: await termsOf(db, actor.partnership), held: (await holders(db, actor.partnership, dayOf(now))).filter(it => it.organisation === actor.organisation) },
})

export async function sideKey({ house, db }: Pick<Work, 'house' | 'db'>, id: string): Promise<Key> {
  const wrapped = await wrappedKeyOf(db, id)
  if (!wrapped) throw new Refusal('missing', 'platform.missing')
  return house.vault.unwrap(wrapped)
}
const boxOf = (id: string, seq: number) => `case_event.given:${id}:${seq}`

/** What was given lies in a box under the case's key, but for whom it was given to: a leader appoints without the key. */
export async function writeSide(work: Work, kind: SideKind, id: string, before: SideState | undefined, event: SideEvent, key: Key | undefined): Promise<void> {
  await notBoth(work.db, id, before, event.holder)
  const after = addSide(kind, before, event)
  const { seq, move, by, byRole, at, given, holder, due } = event
  const kept = await store.addSideRow(work.db, id, work.actor.partnership, {
    seq, move, by, byRole, at, status: after.status, holder, next: after.next, due, box: key ? sealText(key, boxOf(id, seq), JSON.stringify(given)) : null,
  })
  if (!kept) throw new Refusal('conflict', 'cases.changed-meanwhile')
}

export interface ReadSide extends SideEvent { readonly byName: string | null; readonly holderName: string | null; readonly form?: Form }
export async function readSide(work: Pick<Work, 'house' | 'db'>, id: string): Promise<readonly ReadSide[]> {
  const key = await sideKey(work, id)
  const events = (await store.sideEvents(work.db, id)).map(({ box, ...it }) => {
    const given = box ? JSON.parse(openText(key, boxOf(id, it.seq), box)) as SideGiven : {}
    return { ...it, given, answers: given.answers }
  })
  return (await withForms(work.db, events)).map(({ answers: _, ...it }) => it)
}

export async function sidePageOf(work: Work, { now: it, world }: SideFacts) {
  const has = sideHeldBy(it.kind, it, world.held)
  const able = sideCandidates(it.kind, world.held).flatMap(person => world.held.find(one => one.person === person && holderRoles[it.kind].includes(one.role)) ?? [])
  return {
    now: it, has: world.held.find(one => one.person === has && [...holderRoles[it.kind], ...ladders[it.kind]].includes(one.role)), able, events: await readSide(work, it.id), looks: await looksAtCase(work.db, it.id, 200),
    held: world.held, by: work.ground.by, appoints: appointingRole(it.kind, world.held) === work.ground.by, yes: it.kind === 'otherParty' ? holdingYes(await otherConsents(work.db, it.id), dayOf(work.now)) : undefined,
  }
}
export type SidePage = Awaited<ReturnType<typeof sidePageOf>> & Partial<Filling>

const asInRole = (work: Work): Actor => ({ ...work.actor, roles: [work.ground.by] })
const caseInput = z.object({ case: z.string() })
export const sideAt = { employee: '/medarbejdere', otherParty: '/samtaler' } as const
type Audit = `cases.${string}`

const appointAt = '/fordel'
const factsFor = (kind: SideKind, path: string) => (path === appointAt ? toAppoint : sideOf)(kind)
const sidePage = (kind: SideKind, path: string, audit: Audit, right: Right, tool?: string) => action({
  path: `${sideAt[kind]}/:case${path}`, method: 'get', audit, input: caseInput, facts: factsFor(kind, path), right,
  run: async (work, _input, facts): Promise<SidePage> => {
    const page = await sidePageOf(work, facts)
    return { ...page, ...(tool && (await fillingIn(work, facts.now.id, tool, wordOf(path), answersIn(page.events)))) }
  },
})

const answersIn = (events: readonly { readonly given: SideGiven }[]): readonly Answers[] => events.flatMap(it => it.given.answers ?? [])

/** What was sent, read with the form of today where the move has one. */
type ReadGiven = (sent: SentFields, wrong: Wrong, form: Form | undefined) => SideGiven
type Also = (work: Work, now: store.SideNow, given: SideGiven) => Promise<unknown>
const sideMove = (kind: SideKind, path: string, audit: Audit, what: SideMove, right: Right, read: ReadGiven, tool?: string, also?: Also) => action({
  path: `${sideAt[kind]}/:case${path}`, method: 'post', audit, facts: factsFor(kind, path), right,
  input: sentFields.transform(sent => ({ case: one(sent, 'case'), seq: seqOf(sent), sent })),
  run: async (work: Work, { sent, ...asked }, { now, world }: SideFacts) => {
    const form = tool ? await formWithFiles(work.db, tool) : undefined
    const said = readAll(wrong => read(sent, wrong, form))
    const input = { ...asked, given: form && said.answers ? { ...said, answers: await filledIn(work, now.id, wordOf(path), form, said.answers, answersIn(await readSide(work, now.id))) } : said }
    if (cameBetween(now, input.seq)) throw new Refusal('conflict', 'cases.changed-meanwhile')
    if (input.given.callBackOn && input.given.callBackOn <= dayOf(work.now)) throw new Refusal('invalid', 'cases.call-back-past', 'callBackOn')
    refuseToldLater(input.given.first, contactDay(input.given), work.now)
    if (input.given.contact || input.given.made) refuseContact(await readSide(work, now.id), input.given, work.now)
    const event = takeSide(kind, now, what, asInRole(work), input.given, world)
    await writeSide(work, kind, now.id, now, event, what === 'appoint' ? undefined : await sideKey(work, now.id))
    await also?.(work, now, input.given)
    if (tool) await keptAs(work, now.id, wordOf(path), input.given.answers, now.seq + 1)
    return { id: now.id }
  },
  leadsTo: ({ id }: { id: string }) => ({ id }),
})

/** One move with its page; `screen` names how it is asked. */
const step = <W extends SideMove>(kind: SideKind, path: string, audit: Audit, what: W, right: Right, read: ReadGiven, tool?: string, also?: Also) => ({
  kind, what, path, tool, page: sidePage(kind, path, `${audit}-page-seen`, right, tool), post: sideMove(kind, path, audit, what, right, read, tool, also),
  ...(tool && moveDrafts({ path: `${sideAt[kind]}/:case${path}`, audit, tool, beside: firstFields, facts: sideOf(kind), right })),
})

const own = ['case', 'seq', 'rev', ...firstFields] as const
const formed: ReadGiven = (sent, wrong, form) => (form ? { answers: answersOf(form, without(sent, own), wrong) } : {})
/** A talk with the other party. */
const talked: ReadGiven = (sent, wrong, form) => {
  const first = readFirst(field => one(sent, field), wrong)
  return { ...formed(sent, wrong, form), ...(first && { first }) }
}
function answersOf(form: Form, sent: SentFields, wrong: Wrong): Answers {
  const read = readAnswers(form, sent)
  for (const fault of read.errors) wrong(fault.field, fault.code)
  return read.answers
}
function text(field: 'told' | 'reason', sent: SentFields, wrong: Wrong): string {
  const said = one(sent, field)
  if (said === '') wrong(field, `cases.needs-${field}`)
  if (said.length > 4000) wrong(field, 'cases.too-long')
  return said
}
const told = (sent: SentFields, wrong: Wrong): SideGiven => ({ told: text('told', sent, wrong) })
const reason = (sent: SentFields, wrong: Wrong): SideGiven => ({ reason: text('reason', sent, wrong) })
const closing = (kind: SideKind) => (sent: SentFields, wrong: Wrong): SideGiven => {
  const callBackOn = readTypedDay(one(sent, 'callBackOn'))
  const safety = (['held', 'not-held'] as const).find(it => it === one(sent, 'safety'))
  if (!callBackOn) wrong('callBackOn', 'cases.needs-call-back-on')
  if (kind === 'employee' && !safety) wrong('safety', 'cases.needs-safety')
  return { ...reason(sent, wrong), ...(callBackOn && { callBackOn }), ...(safety && { safety }) }
}
const receiver = (sent: SentFields, wrong: Wrong): SideGiven => {
  const to = one(sent, 'to')
  if (!uuid.test(to)) wrong('to', 'cases.side-not-there')
  return { to: to as PersonId }
}

/** The day of the contact, or of the talk as its form has it. */
const contactDay = ({ answers, contact }: SideGiven) => contact?.on ?? (answers && readTypedDay(String(valueOf(answers.values, 'talkedOn') ?? valueOf(answers.values, 'toldOn') ?? '')))

/** A paper that the person signed is kept beside the talk, so that the second wall knows of it too; a no takes back what was signed before. */
const keepPaper: Also = async ({ db, actor, ground, now }, { id: caseId, partnership }, { answers }) => {
  if (!answers) return
  const paper = paperOf(answers, now)
  if (paper) await keepYes(db, { ...paper, id: randomUUID(), caseId, partnership, by: actor.id, byRole: ground.by, at: now })
  if (saysNo(answers)) await endYes(db, { caseId, partnership, by: actor.id, at: now })
}
const takeBack: Also = async ({ db, actor, now }, { id: caseId, partnership }) => {
  if (!(await otherConsents(db, caseId)).some(it => it.withdrawnAt === null)) throw new Refusal('conflict', 'cases.no-yes')
  await endYes(db, { caseId, partnership, by: actor.id, at: now })
}

/** The moves in a case of each kind, each on its own page. */
export const sideSteps = [
  step('employee', '/plan', 'cases.employee-planned', 'plan', rights['cases.employee-plan'], formed, 'workplace'),
  step('employee', '/notat', 'cases.employee-noted', 'note', rights['cases.employee-note'], told),
  step('employee', '/kontakt', 'cases.employee-other-contact', 'contact', rights['cases.employee-contact'], readContact),
  step('employee', '/kontakt-sket', 'cases.employee-other-contacted', 'contacted', rights['cases.employee-contact'], readMade),
  step('employee', appointAt, 'cases.employee-appointed', 'appoint', rights['cases.employee-appoint'], receiver),
  step('employee', '/luk', 'cases.employee-closed', 'close', rights['cases.employee-close'], closing('employee')),
  step('employee', '/opkald', 'cases.employee-called', 'call', rights['cases.employee-call'], told),
  step('employee', '/genaabn', 'cases.employee-reopened', 'reopen', rights['cases.employee-reopen'], reason),
  step('otherParty', '/samtale', 'cases.other-talked', 'talk', rights['cases.other-talk'], talked, 'conversation'),
  step('otherParty', '/tilbud', 'cases.other-helped', 'offer', rights['cases.other-offer'], talked, 'dsc-help', keepPaper),
  step('otherParty', '/traek-tilbage', 'cases.other-withdrew', 'withdraw', rights['cases.other-withdraw'], told, undefined, takeBack),
  step('otherParty', '/notat', 'cases.other-noted', 'note', rights['cases.other-note'], told),
  step('otherParty', '/luk', 'cases.other-closed', 'close', rights['cases.other-close'], closing('otherParty')),
  step('otherParty', '/opkald', 'cases.other-called', 'call', rights['cases.other-call'], told),
  step('otherParty', '/genaabn', 'cases.other-reopened', 'reopen', rights['cases.other-reopen'], reason),
] as const
export type SideStep = (typeof sideSteps)[number]

/** Which colleagues could otherwise see an employee's case: those whom the opener may shut out. */
const readers: readonly Role[] = ['leader', 'hr', 'workEnvironment']
function readOpening(kind: SideKind, form: Form, sent: SentFields, wrong: Wrong) {
  const answers = answersOf(form, without(sent, ['keptOut', ...nameFields, ...own]), wrong)
  if (stopped(form, answers.values)) wrong('agreedToRecord', 'cases.side-not-agreed')
  // The name that the form asks for is one of the two.
  const asked = String(valueOf(answers.values, kind === 'employee' ? 'employeeName' : 'personName') ?? '')
  const names = readNames({ ...sent, ...(one(sent, 'checkGround') && { [kind === 'employee' ? 'exposedName' : 'otherName']: asked }) }, wrong)
  return { answers, names, keptOut: [sent['keptOut'] ?? []].flat().filter(it => uuid.test(it)) }
}
const opening = (kind: SideKind, tool: string, rightTo: Right) => ({
  kind,
  page: action({
    path: `${sideAt[kind]}/ny`, method: 'get', audit: kind === 'employee' ? 'cases.employee-open-page-seen' : 'cases.other-open-page-seen', input: z.object({}), facts: noneYet, right: rightTo,
    run: async ({ db, actor }, _input, { world }) => ({ form: await formNow(db, tool), others: [...new Map(world.held.filter(it => readers.includes(it.role) && it.person !== actor.id).map(it => [it.person, it])).values()] }),
  }),
  post: action({
    path: `${sideAt[kind]}/ny`, method: 'post', audit: kind === 'employee' ? 'cases.employee-opened' : 'cases.other-opened', facts: noneYet, right: rightTo,
    input: sentFields,
    run: async (work: Work, sent, { aboutCase: id, world }: NewFacts) => {
      const form = await formNow(work.db, tool)
      const input = readAll(wrong => readOpening(kind, form, sent, wrong))
      const { house, db, actor, now } = work
      const event = takeSide(kind, undefined, 'open', asInRole(work), { answers: input.answers }, world)
      const key = house.vault.newKey()
      await store.openSide(db, { id, kind, partnership: actor.partnership, organisation: actor.organisation, keyWrapped: key.wrapped, openedBy: actor.id, openedAt: now })
      if (kind === 'employee')
        for (const person of input.keptOut.filter(it => world.held.some(one => one.person === it && it !== actor.id))) await store.keepOut(db, { id, partnership: actor.partnership, person, by: actor.id, at: now })
      await markNames(work, id, kind, input.names)
      await writeSide(work, kind, id, undefined, event, key.plain)
      return { id, mine: !heldOnly[kind] || !(await blockedFrom(db, id)).includes(actor.id) }
    },
    leadsTo: ({ id, mine }: { id: string; mine: boolean }) => ({ id, mine }),
  }),
})
export const openings = [opening('employee', 'employee', rights['cases.employee-open']), opening('otherParty', 'other-party', rights['cases.other-open'])] as const

interface ListFacts extends Facts { readonly world: Inside }
const listed = async (db: Work['db'], _input: unknown, actor: Actor, now: Date): Promise<ListFacts> =>
  ({ standing: { partnership: actor.partnership, state: '-' }, world: { now, terms: await termsOf(db, actor.partnership), held: await holders(db, actor.partnership, dayOf(now)) } })

export const employeeList = action({
  path: sideAt.employee, method: 'get', audit: 'cases.employee-list-seen', input: z.object({}), facts: listed, right: rights['cases.employee-list'],
  run: async ({ db, ground }) => ({ rows: await store.sideList(db, 'employee'), mayOpen: ground.by !== 'workEnvironment', toLeader: false, by: ground.by }),
})
export const otherList = action({
  path: sideAt.otherParty, method: 'get', audit: 'cases.other-list-seen', input: z.object({ fordeles: z.string().optional() }), facts: listed, right: rights['cases.other-list'],
  run: async ({ db, ground }, { fordeles }) => ({ rows: await store.sideList(db, 'otherParty'), mayOpen: true, toLeader: fordeles === 'ja', by: ground.by }),
})
export const employeePage = sidePage('employee', '', 'cases.employee-read', rights['cases.employee-read'])
export const otherPage = sidePage('otherParty', '', 'cases.other-read', rights['cases.other-read'])

/** Who is shut out of it by a name; those with a case that crosses it are told apart. */
async function shutFrom(db: Work['db'], id: string): Promise<readonly PersonId[]> {
  const crossed = await blockedFrom(db, id)
  return (await leftOutOf(db, id)).filter(it => !crossed.includes(it))
}

/** Who has which talk, by number and deadline, and who could have it: all that a leader sees of them. */
export const distribution = action({
  path: '/fordeling', method: 'get', audit: 'cases.distribution-seen', input: z.object({}), facts: listed, right: rights['cases.distribute'],
  run: async (work, _input, { world }) => {
    const { db } = work
    const able = (it: store.SideListed, held: readonly Holder[]) => {
      const home = world.held.find(one => one.person === it.holder)?.organisation
      return held.filter(one => holderRoles.otherParty.includes(one.role) && (one.person !== it.holder || it.lateStep === 'to-leader') && (home === undefined || one.organisation === home))
    }
    const counsellors = world.held.filter(one => one.role === 'familyCounsellor')
    const adrift = await tracksAdrift(db, [...new Set(counsellors.filter(one => !one.forPerson).map(one => one.person))])
    return { counsellors, adrift, crossings: await crossings(db), decided: await ownDecisions(work), rows: await Promise.all((await store.sideList(db, 'otherParty')).map(async it => {
      const held = leaveOut(world.held, await shutFrom(db, it.id))
      return { ...it, acts: actsOnSide('otherParty', it.holder, held), able: able(it, held) }
    })) }
  },
})
export const appointOther = action({
  path: '/fordeling/:case', method: 'post', audit: 'cases.other-appointed', facts: handedOut, right: rights['cases.other-appoint'],
  input: sentFields.transform(sent => ({ case: one(sent, 'case'), sent })),
  run: async (work: Work, { sent }, { now, world }: SideFacts) => {
    await writeSide(work, 'otherParty', now.id, now, takeSide('otherParty', now, 'appoint', asInRole(work), readAll(wrong => receiver(sent, wrong)), world), undefined)
    return { id: now.id }
  },
  leadsTo: ({ id }: { id: string }) => ({ id }),
})

/** How many cases wait for a leader to give them to somebody: nobody acts for the one who has it, nobody has acted in time, or that one may not have it. */
export async function toDistribute({ db, actor, ground, now }: Work): Promise<number> {
  if (ground.by !== 'leader') return 0
  const held = await holders(db, actor.partnership, dayOf(now))
  let left = 0
  for (const it of await store.sideList(db, 'otherParty'))
    if (it.due && (it.lateStep === 'to-leader' || actsOnSide('otherParty', it.holder, leaveOut(held, await shutFrom(db, it.id))) === undefined)) left++
  return left + (await tracksAdrift(db, [])).length + (await crossings(db)).filter(it => it.out.length > 0).length
}

/** How many of the cases that the reader may know of are late, in the role that the page is read in; undefined where that role knows of none. */
export async function lateForMe({ db, ground, now }: Work): Promise<{ readonly kind: SideKind; readonly count: number } | undefined> {
  const kind = readers.includes(ground.by) ? 'employee' : holderRoles.otherParty.includes(ground.by) ? 'otherParty' : undefined
  return kind && { kind, count: (await store.sideList(db, kind)).filter(it => it.due && it.due <= now).length }
}
