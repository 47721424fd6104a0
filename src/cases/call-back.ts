// The call that was promised when the case was closed: tried, and nobody reached. What was tried is kept, and the promise has a new day.
import { Refusal } from '../kernel/refusal.ts'
import { reachHer } from './her-rule/reading.ts'
import { readReachFields } from '../citizens/rules.ts'
import { dayOf } from '../kernel/day.ts'
import { action, type Work } from '../platform/action.ts'
import { caseOf, movePage, seqOf, wrongTo } from './actions.ts'
import { needed, neededDay } from './coordination/actions.ts'
import { one, sentFields } from './enquire.ts'
import { rights } from './rules.ts'
import { type CaseFacts, move } from './write.ts'

export const notReachedPage = movePage('/opkald/igen', 'cases.not-reached-page-seen', rights['cases.not-reached'])

export const notReached = action({
  path: '/sager/:case/opkald/igen', method: 'post', audit: 'cases.not-reached', facts: caseOf, right: rights['cases.not-reached'],
  input: sentFields.transform((sent, ctx) => ({
    case: one(sent, 'case'), seq: seqOf(sent), told: needed(sent, 'told', 'cases.needs-told', wrongTo(ctx)), callBackOn: neededDay(sent, 'callBackOn', wrongTo(ctx)), reach: readReachFields(sent),
  })),
  run: async (work: Work, { seq, told, callBackOn, reach: how }, facts: CaseFacts) => {
    if (callBackOn <= dayOf(work.now)) throw new Refusal('invalid', 'cases.call-back-past', 'callBackOn')
    await reachHer(work, facts.now, 'cases.not-reached', how)
    await move({ ...work, actor: { ...work.actor, roles: [work.ground.by] } }, facts, 'not-reached', { told, callBackOn }, seq)
    return { id: facts.now.id }
  },
  leadsTo: ({ id }: { id: string }) => ({ id }),
})
