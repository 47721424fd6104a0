// What a colleague has been given to do, whoever has the case: seen by its owner alone, and done with a note.
import { z } from 'zod'
import type { PersonId } from '../../kernel/actor.ts'
import { addDays, dayOf } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { action, type Facts, type Work } from '../../platform/action.ts'
import { readReachFields } from '../../citizens/rules.ts'
import { wrongTo } from '../actions.ts'
import { reachBeside, ruleBeside } from '../her-rule/beside.ts'
import { needed, seenOf } from './actions.ts'
import { doTask, openTask } from './papers.ts'
import { trackState } from '../children/rules.ts'
import { tracksOf, tracksOfMine } from '../children/store.ts'
import { isId, isTaskRole, rights } from './rules.ts'
import * as store from './store.ts'
import { one, sentFields } from '../enquire.ts'
import { isSeatRole } from '../meetings/rules.ts'
import { copiesTo } from '../meetings/store.ts'
import { heldBy } from '../rules.ts'
import { caseFacts } from '../write.ts'

/** `ask`: who has the case today, for a task that is not to reach her. */
interface TaskFacts extends Facts { readonly owner: PersonId; readonly case: string; readonly citizen: PersonId; readonly reaches: boolean; readonly ask: string | undefined }
async function taskFacts(db: Work['db'], input: { readonly task: string }, _actor: unknown, now: Date): Promise<TaskFacts | undefined> {
  const it = isId(input.task) ? await store.taskStanding(db, input.task) : undefined
  const facts = it && await caseFacts(db, it.case, now)
  if (!it || !facts) return undefined
  const has = heldBy(facts.now, facts.world.held)
  const holder = facts.world.held.find(one => one.person === has)
  return {
    standing: { partnership: it.partnership, state: it.step === 'done' ? 'done' : 'open', holder: it.owner }, aboutCase: it.case, aboutCitizen: it.citizen,
    owner: it.owner, case: it.case, citizen: it.citizen, reaches: it.reaches && it.step !== 'done', ask: holder && [holder.name, holder.phone ?? holder.organisationPhone].filter(Boolean).join(', '),
  }
}

export const myWorkAction = action({
  path: '/opgaver', method: 'get', audit: 'cases.my-work-seen', input: z.object({}), right: rights['cases.my-work'],
  facts: async (_db, _input, actor) => ({ standing: { partnership: actor.partnership, state: '-' } }),
  run: async (work: Work) => ({
    tasks: isTaskRole(work.ground.by) ? (await store.openTasksOf(work.db, work.actor.id)).map(it => openTask(work, it)) : [],
    families: await familiesOf(work),
    copies: (await copiesTo(work.db, work.actor.id)).map(({ id, what, at, byName }) => ({ id, what, at, byName })),
  }),
})

/** What the family counsellor has been asked, and has under way. */
const familiesOf = async ({ db, ground }: Work) =>
  ground.by === 'familyCounsellor' ? (await tracksOfMine(db)).map(({ id, due, step }) => ({ id, due, state: trackState(step) })).sort((a, b) => Number(b.state === 'asked') - Number(a.state === 'asked')) : []

/** How much this person has to do, for the pages one comes to first. */
export async function myLoad(work: Work) {
  const { db, actor, ground, now } = work
  const tasks = isTaskRole(ground.by) ? await store.openTasksOf(db, actor.id) : []
  const copies = isSeatRole(ground.by) ? await copiesTo(db, actor.id) : []
  const families = (await familiesOf(work)).filter(it => it.state === 'asked')
  return {
    tasks: tasks.length, over: tasks.filter(it => it.due < dayOf(now)).length, copies: copies.filter(it => dayOf(it.at) >= addDays(dayOf(now), -14)).length,
    families: families.length, familiesOver: families.filter(it => it.due < dayOf(now)).length,
  }
}
export type MyLoad = Awaited<ReturnType<typeof myLoad>>

/** What waits in the work of a case, for its own page: open tasks, those past their day, and whether the family counsellor has not answered in time. */
export async function waitsInWork({ db, now }: Work, caseId: string) {
  const open = (await store.tasksOf(db, caseId)).filter(it => it.step === 'give')
  const today = dayOf(now)
  return { open: open.length, over: open.filter(it => it.due < today).length, unanswered: (await tracksOf(db, caseId)).some(it => it.step === null && it.due < today) }
}
export type WaitsInWork = Awaited<ReturnType<typeof waitsInWork>>

export const taskPage = action({
  path: '/opgaver/:task', method: 'get', audit: 'cases.task-read', input: z.object({ task: z.string() }), facts: taskFacts, right: rights['cases.read-task'],
  run: async (work: Work, input, facts: TaskFacts) => {
    const row = await store.taskBy(work.db, input.task)
    if (!row) throw new Refusal('missing', 'platform.missing')
    return { task: openTask(work, row), ask: facts.ask, rule: facts.reaches ? await ruleBeside(work, facts.case, facts.citizen) : undefined }
  },
})

export const doTaskAction = action({
  path: '/opgaver/:task', method: 'post', audit: 'cases.task-done', facts: taskFacts, right: rights['cases.do-task'],
  input: sentFields.transform((sent, ctx) => ({ task: one(sent, 'task'), seen: seenOf(sent), note: needed(sent, 'note', 'cases.needs-note', wrongTo(ctx)), notReached: one(sent, 'notReached') === 'yes', reach: readReachFields(sent) })),
  run: async (work: Work, input, facts: TaskFacts) => {
    const row = await store.taskBy(work.db, input.task)
    if (!row) throw new Refusal('missing', 'platform.missing')
    if (facts.reaches && !input.notReached) await reachBeside(work, { id: facts.case, citizen: facts.citizen }, 'cases.task-done', input.reach)
    await doTask(work, row, input.note, input.seen)
    return { id: row.id }
  },
  leadsTo: ({ id }: { id: string }) => ({ id }),
})
