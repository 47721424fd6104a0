// The invariant, held against the tables and against what the database shows to whom: each open case has exactly one who is responsible and can act,
// each referral waits with a day, is accepted, came back or is before the leader, nobody sees without a ground, and what was taken back gives nothing.
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import type { PersonId, Role } from '../../kernel/actor.ts'
import { dayOf } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { climbCase, nextClimb } from '../../cases/late.ts'
import { actsOn, type CaseState, heldBy, holds } from '../../cases/rules.ts'
import { type CaseFacts, evenLocked } from '../../cases/write.ts'
import { actingFor, type Held, leaveOut } from '../../directory/rules.ts'
import type { Holder } from '../../directory/store.ts'
import { perform } from '../../platform/action.ts'
import { withRole } from '../../platform/db.ts'
import { sendAction } from '../../referrals/actions.ts'
import { another } from '../../referrals/climb.ts'
import { covered, holdingConsent, isWaiting } from '../../referrals/rules.ts'
import { hisPapers, oneResponsibleInside, readSides, sentFromTalks, walledRead } from './check-sides.ts'
import { actorOf, heldToday, inRole, type Look, type Model } from './model.ts'
import { everyTrack } from './tracks.ts'

export type Cases = ReadonlyMap<string, CaseFacts>
const serving = (look: Look, person?: string) => ({ person, partnership: 1, now: look.now })

/** Each case as the product itself reads it on the day, with those who are shut out of it or have one that crosses it left out. */
export async function readCases(model: Model, look: Look): Promise<Cases> {
  const found = await withRole(model.house.pool, 'gate', serving(look), async db => {
    const all: CaseFacts[] = []
    for (const { id } of look.cases) {
      const facts = await evenLocked(db, id, look.now)
      if (facts) all.push(facts)
    }
    return all
  })
  return new Map(found.map(it => [it.now.id, it]))
}

const isOpen = (it: { readonly next: string }) => it.next !== 'none'

/** What the events say last is what stands, one event after the other, and a closed case keeps its day until somebody has called. */
function eventsAddUp(look: Look): void {
  for (const it of [...look.cases, ...look.sides]) {
    const own = look.steps.filter(step => step.caseId === it.id)
    assert.deepEqual(own.map(step => step.seq), own.map((_, at) => at + 1), 'the events of a case follow each other')
    const last = own.at(-1)
    assert.deepEqual([it.seq, it.status, it.next, it.holder, it.due], [last?.seq, last?.status, last?.next, last?.holder, last?.due], 'a case is what its events add up to')
    if (it.status === 'closed' && !own.slice(own.findLastIndex(step => step.move === 'close')).some(step => step.move === 'call'))
      assert.ok(it.next === 'call-back' && it.due && it.holder, 'closed, and nobody is to call on any day')
    if (it.status !== 'closed') assert.ok(isOpen(it), 'open, and nothing waits')
    if (it.next === 'call') assert.deepEqual(it.due, own[0]?.due, 'danger now was given another day before anybody had called')
  }
  for (const it of look.referrals) {
    const own = look.answers.filter(step => step.referral === it.id)
    assert.deepEqual([own.map(step => step.seq), it.seq], [own.map((_, at) => at + 1), own.length], 'the events of a referral follow each other')
  }
}

/** Read out of the holdings a second time, in other words than the product's. */
function responsible(look: Look, held: readonly Held[], it: Pick<CaseState, 'status' | 'holder'>): PersonId | undefined {
  for (const role of holds[it.status]) {
    const of = held.filter(one => one.role === role)
    const away = (person: string) => of.some(one => one.forPerson === person)
    const own = of.some(one => one.person === it.holder && !one.forPerson)
    const stands = of.find(one => one.forPerson === it.holder)?.person
    if (stands ? !away(stands) : own) return stands ?? it.holder ?? undefined
  }
  for (const role of ['visitator', 'leader'] as const) {
    const there = held.find(one => one.role === role && !held.some(other => other.role === role && other.forPerson === one.person))
    if (there) return there.person
  }
  assert.equal(inRole(look, 'leader').length === 0 || held.every(one => one.role !== 'leader' && one.role !== 'visitator') || held.some(one => one.forPerson), true, 'somebody is there to step in')
  return undefined
}

/** Each open case: one responsible person, a day, and that person finds the case behind both walls, or appoints. */
function oneResponsible(look: Look, cases: Cases): void {
  for (const { now: it, world } of cases.values()) {
    if (!isOpen(it)) continue
    assert.ok(it.due && it.holder, 'an open case has a day and somebody')
    const expected = responsible(look, world.held, it)
    if (!expected) continue
    const has = heldBy(it, world.held)
    assert.equal(has, expected, 'the rule and the holdings say the same one')
    const roles = world.held.filter(one => one.person === has).map(one => one.role)
    assert.ok(has && roles.some(role => ['visitator', 'primaryCoordinator', 'leader'].includes(role)), 'whoever is responsible can act')
    assert.ok(!look.shut.some(one => one.citizen === it.citizen && one.person === has && !one.lifted), 'whoever is responsible is shut out')
  }
}

function everyReferral(look: Look): void {
  for (const it of look.referrals) {
    if (isWaiting(it.state)) assert.ok(it.due && (it.toPerson || it.to === 'outside'), 'a referral waits for somebody with a day')
    if (isWaiting(it.state) && it.to !== 'visitator') assert.ok(look.cases.every(one => one.id !== it.caseId || one.status !== 'closed'), 'somebody is asked in a case that is closed')
    else assert.ok(['accepted', 'answered', 'declined', 'taken-back'].includes(it.state), it.state)
    if (it.state === 'escalated') assert.equal(it.lateStep, 'to-leader')
    if (it.state === 'accepted' && it.to !== 'primaryCoordinator') assert.ok(it.due, 'taken on, and no day for the answer')
    const said = look.answers.find(step => step.referral === it.id && step.step === 'decline')
    const stood = look.steps.findLast(step => step.caseId === it.caseId && said && step.at < said.at)
    if (said && it.to !== 'visitator' && stood && ['clarified', 'coordinated'].includes(stood.status))
      assert.ok(look.steps.some(step => step.caseId === it.caseId && step.move === 'came-back' && step.at.getTime() === said.at.getTime()), 'declined, and it did not come back')
  }
}

/** The clock of a history goes a second on each time it is looked at: two who act at once are a few of them apart. */
const atOnce = 6_000

/** What was taken back covers nothing, carried nothing after that moment, and closes what was made on it. */
function withdrawn(look: Look): void {
  for (const it of look.consents.filter(one => one.withdrawnAt)) {
    assert.deepEqual(covered(it, it.to, look.today), [])
    for (const sent of look.referrals.filter(one => one.consent === it.id)) assert.ok(it.withdrawnAt && sent.sentAt.getTime() <= it.withdrawnAt.getTime() + atOnce, 'sent on a consent that was taken back')
    for (const made of look.bundles.filter(one => one.consent === it.id)) assert.equal(made.state, 'withdrawn', 'made on a consent that was taken back, and not closed')
  }
}

/** Who is asked: every colleague with a role in turn, and those whom the step was about. */
export interface Asked { readonly turn: number; readonly also: readonly string[] }

const shutFor = (look: Look, person: string) => new Set(look.shut.filter(it => it.person === person && !it.lifted).map(it => it.citizen))
/** Whose cases somebody acts on as coordinator today. */
const heldAsCoordinator = (cases: Cases, person: string): readonly CaseFacts[] =>
  [...cases.values()].filter(({ now: it, world }) => ['coordinated', 'closed'].includes(it.status) && actingFor(world.held, 'primaryCoordinator', it.holder) === person)

function mayRead(look: Look, cases: Cases, person: string, role: Role): readonly string[] {
  const walled = walledRead(look, person, role)
  if (walled.length > 0) return walled
  const shut = shutFor(look, person)
  if (role === 'visitator') return look.cases.filter(it => !shut.has(it.citizen)).map(it => it.id)
  return role === 'primaryCoordinator' ? heldAsCoordinator(cases, person).map(it => it.now.id) : []
}

function mayReadReferrals(look: Look, cases: Cases, person: string, role: Role): readonly string[] {
  const held = heldToday(look)
  const mine = new Set(held.filter(it => it.person === person).map(it => it.role))
  const shut = shutFor(look, person)
  const open = new Set(heldAsCoordinator(cases, person).map(it => it.now.id))
  const his = new Set(sentFromTalks(look, person, role))
  return look.referrals.filter(it => {
    if (it.citizen && shut.has(it.citizen)) return false
    const received = it.to !== 'outside' && mine.has(it.to) && !['declined', 'taken-back'].includes(it.state) && actingFor(held, it.to, it.toPerson as PersonId) === person
    const sent = it.sideCase === null && it.fromRole === role && (it.fromPerson === person || actingFor(held, role, it.fromPerson as PersonId) === person)
    switch (role) {
      case 'visitator': return it.caseId !== null
      case 'primaryCoordinator': return received || (it.caseId !== null && open.has(it.caseId))
      case 'policeContact': case 'dscAdviser': return received || sent || his.has(it.id)
      default: return role === 'familyCounsellor' && (received || his.has(it.id))
    }
  }).map(it => it.id)
}

const ids = async (model: Model, look: Look, person: string, role: Role, query: string): Promise<readonly string[]> =>
  withRole(model.house.pool, role, serving(look, person), db => sql.raw<{ id: string }>(query).execute(db)).then(it => it.rows.map(row => row.id).sort(), (error: { code?: string }) => {
    assert.equal(error.code, '42501')
    return []
  })

/** What the database shows is what the rule says, for some colleagues at a time in each of their roles. */
async function groundForAll(model: Model, look: Look, cases: Cases, { turn, also }: Asked): Promise<void> {
  const all = [...new Set(heldToday(look).map(it => it.person))]
  const chosen = new Set([...also.filter(it => all.includes(it as PersonId)), all[turn % all.length] ?? '', all[(turn * 5 + 3) % all.length] ?? ''])
  for (const person of chosen) for (const role of actorOf(look, person).roles) {
    assert.deepEqual(await ids(model, look, person, role, 'select distinct case_id as id from case_event'), [...mayRead(look, cases, person, role)].sort(), `the cases of ${person} as ${role}`)
    if (role === 'operator' || role === 'firstContact') continue
    assert.deepEqual(await ids(model, look, person, role, 'select id from referral'), [...mayReadReferrals(look, cases, person, role)].sort(), `the referrals of ${person} as ${role}`)
    if (role === 'primaryCoordinator')
      assert.deepEqual(await ids(model, look, person, role, 'select id from citizen'), heldAsCoordinator(cases, person).map(it => it.now.citizen).sort(), `the citizens of ${person}`)
    if (role === 'visitator')
      for (const made of look.bundles.filter(it => it.state === 'withdrawn')) assert.deepEqual(await ids(model, look, person, role, `select bundle as id from bundle_key where bundle = '${made.id}'`), [])
  }
}

/** Once the rounds are gone, nothing is left for the clock: what is late has been said, passed on, or is before the leader. */
export function nothingLeftForTheClock(look: Look, cases: Cases): void {
  const asked = new Set(look.referrals.filter(it => isWaiting(it.state) && it.to !== 'visitator' && it.to !== 'outside').map(it => it.caseId))
  for (const { now: it, world } of cases.values()) {
    if (it.next === 'none' || (it.next === 'await-answer' && asked.has(it.id))) continue
    const passed = look.steps.findLast(step => step.caseId === it.id)
    if (passed?.move === 'pass-on') assert.ok(actsOn(it, world.held), 'the clock passed a case on to somebody who cannot have it')
    assert.equal(climbCase(it, { now: look.now, terms: world.terms, held: world.held })?.move, undefined, 'a case is late and the clock did not say so')
  }
  for (const it of look.tracks)
    assert.ok(it.state !== 'ask' || it.locked || it.due >= look.today || it.lateStep !== null || look.givings.some(one => one.track === it.id), 'a family counsellor has not answered in time and the clock did not say so')
  const terms = [...cases.values()][0]?.world.terms
  const held = heldToday(look).map(it => ({ ...it, organisation: look.people.find(one => one.id === it.person)?.organisation })) as readonly unknown[] as readonly Holder[]
  for (const it of look.referrals) {
    if (!terms || !['sent', 'seen', 'overdue'].includes(it.state) || it.to === 'outside') continue
    const out = it.caseId ? cases.get(it.caseId)?.world.shut.filter(one => one.caseId === it.caseId).map(one => one.person) ?? [] : []
    assert.equal(nextClimb(it, another(leaveOut(held, out), it.to, it.toPerson as PersonId) !== undefined, look.now, terms), undefined, 'a referral is late and the clock did not say so')
  }
}

/** Nothing more is sent on it: whoever tries is told so. */
export async function sendsNothing(model: Model, look: Look, consent: string): Promise<void> {
  const it = look.consents.find(one => one.id === consent)
  const of = look.cases.find(one => one.citizen === it?.citizen && ['logging', 'clarified', 'coordinated'].includes(one.status))
  const sender = inRole(look, 'visitator')[0]
  const til = it && inRole(look, it.to)[0]
  if (!it || !of || !sender || !til || holdingConsent(look.consents.filter(one => one.citizen === it.citizen && one.id !== it.id), it.to, dayOf(look.now))) return
  await assert.rejects(perform(model.house, actorOf(look, sender), sendAction, { case: of.id, til, rolle: it.to, purpose: 'x', account: 'x', contact: 'x', tells: 'asked' }), (error: unknown) => error instanceof Refusal,
    'sent on a consent that was taken back')
}

/** Everything that holds whatever has happened. */
export async function holdsNow(model: Model, look: Look, asked: Asked): Promise<Cases> {
  const cases = await readCases(model, look)
  eventsAddUp(look)
  oneResponsible(look, cases)
  everyReferral(look)
  withdrawn(look)
  hisPapers(look)
  oneResponsibleInside(look, await readSides(model, look))
  await everyTrack(model, look)
  await groundForAll(model, look, cases, asked)
  return cases
}
