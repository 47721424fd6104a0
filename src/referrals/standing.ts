// How a referral stands to people, what a step of it writes, and what its case is told.
import type { Actor } from '../kernel/actor.ts'
import { dayOf } from '../kernel/day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { canHappen, type Move as CaseMove, take as takeInCase } from '../cases/rules.ts'
import { canHappenOnSide, takeSide } from '../cases/sides/rules.ts'
import { type SideFacts, sideStanding, writeSide } from '../cases/sides/actions.ts'
import { dueAfter, dueInDays } from '../cases/workdays.ts'
import { type CaseFacts, caseFacts, move, type Today, worldOf, writeEvent } from '../cases/write.ts'
import { actingFor } from '../directory/rules.ts'
import type { Facts, Work } from '../platform/action.ts'
import type { Db } from '../platform/db.ts'
import { sealWords } from './draft.ts'
import { cameFromOutside, type Move, take, takesBaton } from './rules.ts'
import * as store from './store.ts'

/** `of`: its case, where it has one · `side`: the talks that it came out of, where it is about a person who stalks. */
export interface ReferralFacts extends Facts { readonly it: store.Standing; readonly of: CaseFacts | undefined; readonly side: SideFacts | undefined; readonly world: Today }

/** For the gate. Whoever acts today for the one it was sent, passed on or appointed to receives it, in that role; who sent it owns it. */
export async function referralFacts(db: Db, id: string, actor: Actor, now: Date): Promise<ReferralFacts | undefined> {
  const it = await store.standingOf(db, id)
  if (!it) return undefined
  const of = it.caseId ? await caseFacts(db, it.caseId, now) : undefined
  const side = it.sideCase ? await sideStanding(db, it.sideCase, now) : undefined
  const world = of?.world ?? await worldOf(db, it.partnership, now)
  const receiver = it.to === 'outside' ? undefined : actingFor(world.held, it.to, it.toPerson as Actor['id'] | null)
  const holder = of?.standing.holder
  // What was sent out of talks is with whoever has the talks today.
  const sender = side ? side.standing.holder : actor.roles.some(role => role === it.fromRole) ? it.fromPerson as Actor['id'] : undefined
  return {
    // Whoever has the talks looks into them; those who were asked see a copy, and nothing of the talks.
    it, of, side, world, ...(it.caseId ? { aboutCase: it.caseId } : side && sender === actor.id && { aboutCase: side.now.id }), ...(it.citizen && { aboutCitizen: it.citizen }),
    standing: {
      partnership: it.partnership, state: it.state, receivers: receiver ? [receiver] : [], ...(it.to !== 'outside' && { receivedAs: it.to }),
      ...(holder && { holder }), ...(sender && { owner: sender }),
    },
  }
}

/** Writes what happened to a referral, with the words that go along. @throws Refusal as `take`, and conflict when somebody was first */
export async function step(work: Work, { it, world }: Pick<ReferralFacts, 'it' | 'world'>, referral: string, what: Move, words?: string): Promise<void> {
  const state = take(it.state, what, words)
  const seq = it.seq + 1
  const found = await store.referralBy(work.db, referral)
  if (!found) throw new Refusal('missing', 'platform.missing')
  const box = words ? sealWords(work.house.vault.unwrap(found.keyWrapped), referral, seq, words) : null
  // Taken on, it is to be answered: in time for the next talk with the citizen. A coordinator has the whole case, which has its own day.
  const { deadlines, officeHours } = world.terms
  // Somebody outside reads nothing here: by that day they are told.
  const due = what === 'accept' && !takesBaton(it.to) ? dueInDays(work.now, deadlines.reviewDays, officeHours)
    : (what === 'decline' || what === 'answer') && cameFromOutside(it) ? dueAfter(work.now, deadlines.visitatorAnswerWorkingDays, officeHours) : undefined
  const first = await store.addEvent(work.db, { referral, seq, partnership: work.actor.partnership, step: what, by: work.actor.id, at: work.now, state, box, due })
  if (!first) throw new Refusal('conflict', 'platform.changed')
}

/** The case waits for whoever was asked, until that day. */
export async function waitFor(work: Work, facts: CaseFacts, due: Date): Promise<void> {
  if (!canHappen(facts.now, 'refer-on')) return
  await move({ ...work, actor: { ...work.actor, roles: [work.ground.by] } }, facts, 'refer-on', { answerBy: dayOf(due) })
}

/** The case hears that it need not wait, or until when. It stays with whom it was with. */
export async function tellCase(work: Work, { of, side, it }: ReferralFacts, what: CaseMove & ('taken-on' | 'heard' | 'came-back')): Promise<void> {
  if (side && canHappenOnSide('otherParty', side.now, what))
    await writeSide(work, 'otherParty', side.now.id, side.now, takeSide('otherParty', side.now, what, { ...work.actor, roles: [work.ground.by] }, {}, side.world), undefined)
  if (!of || it.to === 'visitator' || !canHappen(of.now, what)) return
  const event = takeInCase(of.now, what, { ...work.actor, roles: [work.ground.by] }, {}, of.world)
  await writeEvent(work, of.now.id, of.now, { ...event, holder: of.now.holder }, undefined)
}
