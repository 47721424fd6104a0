// What the town's people do again and again: an enquiry, a clarification, a talk, a goodbye.
import { caseAction, clarify, closeCase, textMoves } from '../cases/actions.ts'
import { enquire } from '../cases/enquire.ts'
import { addDays } from '../kernel/day.ts'
import type { Teller } from './teller.ts'

export const enquiry = {
  'form-version': 'handoff-2', acute: 'no', onBehalf: 'self', agreed: 'yes', mayName: 'no', callBack: 'throughMe', children: 'no',
}
export const checklist = {
  acuteNow: 'no', unwanted: 'yes', repeated: 'yes', overTime: 'yes', formsPattern: 'yes', fixedOnOne: 'yes',
  watched: 'unknown', disturbsLife: 'partly', saidNo: 'yes', replied: 'partly',
}
export const safe = { channels: 'phone', where: '00 30 40 50', times: 'hverdage 10-12', say: 'Det er kommunen', message: 'no', digitalPost: 'no', paper: 'yes', version: '0' }

/** Case and citizen that an enquiry made. */
export async function sent(teller: Teller, daysAgo: number, clock: string, by: string, told: string, more: Readonly<Record<string, string>> = {}) {
  const { id } = await teller.act(daysAgo, clock, await teller.as(by), enquire, { ...enquiry, told, ...more })
  return stands(teller, id, daysAgo, '15:00')
}
/** How a case stands, as the visitator reads it. */
export const stands = async (teller: Teller, id: string, daysAgo: number, clock: string) =>
  (await teller.act(daysAgo, clock, await teller.as('vibeke.eksempel'), caseAction, { case: id })).now
export async function clarified(teller: Teller, id: string, daysAgo: number, clock: string, finding: string, reason: string) {
  const { seq } = await stands(teller, id, daysAgo, clock)
  await teller.act(daysAgo, clock, await teller.as('vibeke.eksempel'), clarify, { ...checklist, case: id, seq: String(seq), finding, reason, reachChannel: 'here' })
}

/** A move that needs nothing but a text, by whoever has the baton or reads the case. */
export async function moved(teller: Teller, by: string, id: string, daysAgo: number, clock: string, what: (typeof textMoves)[number]['what'], told: string): Promise<void> {
  const [actor, move] = [await teller.as(by), textMoves.find(it => it.what === what)]
  const { now } = await teller.act(daysAgo, clock, actor, caseAction, { case: id })
  if (move) await teller.act(daysAgo, clock, actor, move.post, { case: id, seq: String(now.seq), [move.field]: told, ...(what === 'meet' && { reachChannel: 'phone', reachFollowed: 'yes' }), ...(what === 'call' && { reachChannel: 'here' }) })
}

/** It is quiet; somebody rings in some weeks. */
export async function closed(teller: Teller, by: string, id: string, daysAgo: number, closingText: string): Promise<void> {
  const actor = await teller.as(by)
  const { now } = await teller.act(daysAgo, '12:55', actor, caseAction, { case: id })
  await teller.act(daysAgo, '13:00', actor, closeCase, {
    'form-version': 'closing-1', case: id, seq: String(now.seq), closingReason: 'adviceEnough', closingText, safetyTalk: 'yes',
    safetyTalkOn: addDays(teller.today, -daysAgo), callBackOn: addDays(teller.today, 20), callBackBy: actor.name,
    reachChannel: 'here',
  })
}
