// The invariant behind walls: each open case has one who is responsible, who may know of it and can act; nobody outside sees a row of it; a paper that was taken back sends nothing.
import assert from 'node:assert/strict'
import type { Role } from '../../kernel/actor.ts'
import { holdingYes } from '../../cases/sides/other-consent.ts'
import { sideHeldBy, type SideKind } from '../../cases/sides/rules.ts'
import { climbSide } from '../../cases/sides/late.ts'
import { type SideFacts, sideStanding } from '../../cases/sides/actions.ts'
import { withRole } from '../../platform/db.ts'
import { isWaiting } from '../../referrals/rules.ts'
import { heldToday, type Look, type Model, type SideNow } from './model.ts'

export type Sides = ReadonlyMap<string, SideFacts>

/** Each case behind a wall as the product reads it on the day. */
export async function readSides(model: Model, look: Look): Promise<Sides> {
  const found = await withRole(model.house.pool, 'gate', { person: undefined, partnership: 1, now: look.now }, async db => {
    const all: SideFacts[] = []
    for (const { id, kind } of look.sides) {
      const facts = await sideStanding(db, id, look.now, kind)
      if (facts) all.push(facts)
    }
    return all
  })
  return new Map(found.map(it => [it.now.id, it]))
}

const holds: Readonly<Record<SideKind, readonly Role[]>> = { employee: ['leader', 'hr'], otherParty: ['familyCounsellor', 'policeContact'] }
const ladder: Readonly<Record<SideKind, readonly Role[]>> = { employee: ['leader', 'hr', 'workEnvironment'], otherParty: ['leader'] }

interface Seat { readonly role: Role; readonly person: string; readonly forPerson: string | null }
/** Who is where today, of those who may know of the case; read out of the holdings in other words than the product's. */
function seats(look: Look, it: SideNow): { readonly there: (role: Role, person: string) => boolean; readonly stands: (role: Role, person: string) => string | undefined; readonly all: readonly Seat[] } {
  const home = (person: string) => look.people.find(one => one.id === person)?.organisation
  const all = heldToday(look).filter(one => home(one.person) === it.organisation || (it.kind === 'otherParty' && one.role === 'leader'))
  const by = (role: Role, person: string) => all.find(one => one.role === role && one.forPerson === person)?.person
  const mayKnow = (person: string) => !it.out.some(one => one === person)
  const there = (role: Role, person: string) => mayKnow(person) && all.some(one => one.role === role && one.person === person) && by(role, person) === undefined
  return { all, there, stands: (role, person) => {
    const other = by(role, person)
    if (other !== undefined) return there(role, other) ? other : undefined
    return mayKnow(person) && all.some(one => one.role === role && one.person === person && !one.forPerson) ? person : undefined
  } }
}

const actsOn = (look: Look, it: SideNow): string | undefined => {
  const { stands } = seats(look, it)
  return holds[it.kind].map(role => (it.holder ? stands(role, it.holder) : undefined)).find(one => one !== undefined)
}

/** Exactly one is responsible: whoever acts for the one who has it, else the first of the ladder who is there. */
export function oneResponsibleInside(look: Look, sides: Sides): void {
  for (const it of look.sides) {
    if (it.next === 'none') continue
    assert.ok(it.due && it.holder, 'an open case behind a wall has a day and somebody')
    const { all, there } = seats(look, it)
    const expected = actsOn(look, it) ?? ladder[it.kind].flatMap(role => all.filter(one => one.role === role && there(role, one.person)))[0]?.person
    if (it.kind === 'employee') assert.ok(expected || !all.some(one => ladder.employee.includes(one.role) && there(one.role, one.person)))
    const facts = sides.get(it.id)
    const has = facts && sideHeldBy(it.kind, it, facts.world.held)
    assert.equal(has ?? undefined, expected, 'the rule and the holdings say the same one')
    if (has) assert.ok(!it.out.includes(has), 'whoever is responsible may not know of it')
  }
}

/** What is seen of it past the first wall. */
export function walledRead(look: Look, person: string, role: Role): readonly string[] {
  const home = look.people.find(one => one.id === person)?.organisation
  return look.sides.filter(it => it.organisation === home && (it.kind === 'employee'
    ? ['leader', 'hr', 'workEnvironment'].includes(role) && !it.keptOut.some(one => one === person)
    : ['familyCounsellor', 'policeContact'].includes(role) && actsIn(look, it, role) === person)).map(it => it.id)
}
/** Whoever acts in this role for the one who has it. */
const actsIn = (look: Look, it: SideNow, role: Role): string | undefined => (it.holder ? seats(look, it).stands(role, it.holder) : undefined)

/** What was sent out of talks belongs to whoever has the talks in this role. */
export const sentFromTalks = (look: Look, person: string, role: Role): readonly string[] =>
  look.referrals.filter(it => it.sideCase !== null && walledRead(look, person, role).includes(it.sideCase)).map(it => it.id)

const atOnce = 6_000
/** A paper that was taken back covers nothing and carries nothing after that moment; what is sent is about somebody who stalks and about no case of an exposed person. */
export function hisPapers(look: Look): void {
  for (const it of look.papers.filter(one => one.withdrawnAt)) {
    assert.equal(holdingYes([it], look.today), undefined)
    for (const sent of look.referrals.filter(one => one.sideConsent === it.id)) assert.ok(it.withdrawnAt && sent.sentAt.getTime() <= it.withdrawnAt.getTime() + atOnce, 'sent on a paper that was taken back')
  }
  for (const it of look.referrals.filter(one => one.sideCase !== null)) {
    assert.ok(it.caseId === null && it.citizen === null, 'his referral hangs on her case')
    const of = look.sides.find(one => one.id === it.sideCase)
    const last = look.referrals.filter(one => one.sideCase === it.sideCase).at(-1)
    if (of?.status === 'open' && last?.id === it.id && isWaiting(it.state)) assert.ok(look.steps.some(step => step.caseId === of.id && step.move === 'refer'), 'sent, and the talks do not say so')
    const said = look.answers.find(step => step.referral === it.id && step.step === 'decline')
    const stood = look.steps.findLast(step => step.caseId === it.sideCase && said && step.at < said.at)
    if (said && stood?.status === 'open') assert.ok(look.steps.some(step => step.caseId === it.sideCase && step.move === 'came-back' && step.at.getTime() === said.at.getTime()), 'declined, and the talks did not hear of it')
  }
}

/** Once the rounds are gone, nothing is left for the clock behind walls. */
export function nothingLeftInside(look: Look, sides: Sides): void {
  const asked = new Set(look.referrals.filter(it => isWaiting(it.state) && it.sideCase).map(it => it.sideCase))
  for (const { now: it, world } of sides.values()) {
    if (it.next === 'none' || (it.next === 'await-answer' && asked.has(it.id))) continue
    const passed = look.steps.findLast(step => step.caseId === it.id)
    const row = look.sides.find(one => one.id === it.id)
    if (passed?.move === 'pass-on') assert.ok(row && actsOn(look, row), 'the clock passed a case on to somebody who cannot have it')
    assert.equal(climbSide(it.kind, it, { now: look.now, terms: world.terms, held: world.held })?.move, undefined, 'a case behind a wall is late and the clock did not say so')
  }
}
