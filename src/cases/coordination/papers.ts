// Papers and tasks of a case, written and read. What lies in a case is only added to: a change is a new version.
import { randomUUID } from 'node:crypto'
import { Refusal } from '../../kernel/refusal.ts'
import type { PersonId } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Answers } from '../../forms/rules.ts'
import type { Work } from '../../platform/action.ts'
import type { Holder } from '../../directory/store.ts'
import { opened, openedAlone, paperPlace, shut, shutAlone } from './boxes.ts'
import { tellBeside } from '../her-rule/beside.ts'
import { type Forum, isTaskRole } from './rules.ts'
import * as store from './store.ts'
import { addInner, innersOf } from '../tools/inner-store.ts'
import { isInner } from '../tools/rules.ts'
import { caseKey } from '../write.ts'

export interface Paper<T = Answers> { readonly id: string; readonly version: number; readonly kind: string; readonly by: PersonId; readonly byName: string; readonly at: Date; readonly says: T }

type Reading = Pick<Work, 'house' | 'db'>
async function openAll(work: Reading, caseId: string, rows: readonly store.PaperRow[]): Promise<readonly Paper<unknown>[]> {
  const key = await caseKey(work, caseId)
  return rows.map(({ box, ...it }) => ({ ...it, says: opened<unknown>(key, paperPlace(it.kind, it.id, it.version), box) }))
}
/** Every version of every paper in a case, newest first; but for what professionals alone read. */
export const readPapers = async (work: Reading, caseId: string): Promise<readonly Paper<unknown>[]> => openAll(work, caseId, await store.papersOf(work.db, caseId))
/** What professionals alone read. For the page of the paper and the list of tools, and nowhere else. */
export const readInner = async (work: Reading, caseId: string): Promise<readonly Paper<unknown>[]> => openAll(work, caseId, await innersOf(work.db, caseId))

export interface ToKeep { readonly id: string; readonly kind: string; readonly once?: boolean; readonly seen: number; readonly says: unknown }

/**
 * Keeps a version more of a paper; the earlier ones stay.
 * @param it `seen`: the version that the person had on the screen, 0 for none
 * @returns false when another one was kept meanwhile
 */
export async function tryToKeep(work: Work, caseId: string, it: ToKeep): Promise<boolean> {
  const [version, { actor, now, ground }] = [it.seen + 1, work]
  const inner = isInner(it.kind)
  const last = (await (inner ? innersOf : store.papersOf)(work.db, caseId)).find(one => one.id === it.id)?.version ?? 0
  const box = shut(await caseKey(work, caseId), paperPlace(it.kind, it.id, version), it.says)
  const row: store.NewPaper = { id: it.id, version, case: caseId, partnership: actor.partnership, kind: it.kind, once: it.once ?? false, by: actor.id, byRole: ground.by, at: now, box }
  return last === it.seen && (inner ? addInner : store.addPaper)(work.db, row)
}

/** As `tryToKeep`. @throws Refusal conflict `cases.paper-changed` when another one was kept meanwhile */
export async function keepPaper(work: Work, caseId: string, it: ToKeep): Promise<void> {
  if (!(await tryToKeep(work, caseId, it))) throw new Refusal('conflict', 'cases.paper-changed')
}

export interface Task extends Omit<store.TaskRow, 'keyWrapped' | 'box' | 'stepBox'> { readonly what: string; readonly note: string; readonly state: 'open' | 'done' }
const taskPlace = (id: string) => `case_task.box:${id}`
const stepPlace = (id: string, seq: number) => `case_task_step.box:${id}:${seq}`

export function openTask(work: Pick<Work, 'house'>, { keyWrapped, box, stepBox, ...it }: store.TaskRow): Task {
  const { what } = openedAlone<{ what: string }>(work.house, taskPlace(it.id), { keyWrapped, box })
  const note = stepBox ? opened<string>(work.house.vault.unwrap(keyWrapped), stepPlace(it.id, it.seq), stepBox) : ''
  return { ...it, what, note, state: it.step === 'done' ? 'done' : 'open' }
}
export const readTasks = async (work: Pick<Work, 'house' | 'db'>, caseId: string): Promise<readonly Task[]> =>
  (await store.tasksOf(work.db, caseId)).map(it => openTask(work, it))

/** Those to whom a task can be given: colleagues of the same house, there today in a role that meets citizens. Each once. */
export function mayOwn(held: readonly Holder[], organisation: number): readonly Holder[] {
  const all = held.filter(it => it.organisation === organisation && isTaskRole(it.role))
  return all.filter((it, at) => all.findIndex(other => other.person === it.person) === at)
}

export interface NewTask { readonly what: string; readonly owner: string; readonly due: Day; readonly meeting?: string; readonly topic?: string; readonly forum?: Forum; readonly reaches?: boolean }

/** Gives a colleague a task. A decision of a meeting becomes one task, however often its minutes are kept. @throws Refusal invalid */
export async function giveTask(work: Work, caseId: string, it: NewTask, held: readonly Holder[]): Promise<string> {
  const { house, db, actor, now, ground } = work
  const owner = ownerOf(held, actor.organisation, it.owner)
  const id = randomUUID()
  const added = await store.addTask(db, {
    id, case: caseId, partnership: actor.partnership, meeting: it.meeting ?? null, topic: it.topic ?? null, forum: it.forum ?? 'none', reaches: it.reaches ?? false, madeBy: actor.id, byRole: ground.by, madeAt: now,
    ...shutAlone(house, taskPlace(id), { what: it.what }),
  })
  if (added) await store.addTaskStep(db, { task: id, seq: 1, step: 'give', owner, due: it.due, box: null }, actor.id, actor.partnership, now)
  if (added && it.reaches) await tellBeside(work, caseId)
  return id
}

function ownerOf(held: readonly Holder[], organisation: number, person: string): PersonId {
  const found = mayOwn(held, organisation).find(it => it.person === person)
  if (!found) throw new Refusal('invalid', 'cases.needs-owner', 'owner')
  return found.person
}

/** The task goes on to another colleague, or gets another day. */
export async function moveTask(work: Work, task: store.TaskRow, to: { readonly owner: string; readonly due: Day; readonly seen: number }, held: readonly Holder[]): Promise<void> {
  if (task.step === 'done') throw new Refusal('conflict', 'cases.task-is-done')
  await step(work, task, { step: 'give', owner: ownerOf(held, work.actor.organisation, to.owner), due: to.due, box: null }, to.seen)
}

export async function doTask(work: Work, task: store.TaskRow, note: string, seen: number): Promise<void> {
  const box = shut(work.house.vault.unwrap(task.keyWrapped), stepPlace(task.id, seen + 1), note)
  await step(work, task, { step: 'done', owner: task.owner, due: task.due, box }, seen)
}

async function step(work: Work, task: store.TaskRow, next: Pick<store.TaskStep, 'step' | 'owner' | 'due' | 'box'>, seen: number): Promise<void> {
  const kept = task.seq === seen && await store.addTaskStep(work.db, { task: task.id, seq: seen + 1, ...next }, work.actor.id, work.actor.partnership, work.now)
  if (!kept) throw new Refusal('conflict', 'cases.task-changed')
}
