import { sql } from 'kysely'
import type { PersonId, Role } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db.ts'
import type { Forum, ToldHer, Way } from './rules.ts'

export interface PaperRow {
  readonly id: string
  readonly version: number
  readonly kind: string
  readonly by: PersonId
  readonly byName: string
  readonly at: Date
  readonly box: Uint8Array
}
export interface NewPaper {
  readonly id: string
  readonly version: number
  readonly case: string
  readonly partnership: number
  readonly kind: string
  /** Of this kind there is one in a case. */
  readonly once: boolean
  readonly by: PersonId
  readonly byRole: Role
  readonly at: Date
  readonly box: Uint8Array
}

/** @returns false when that version is there already: somebody else was first */
export async function addPaper(db: Db, it: NewPaper): Promise<boolean> {
  const done = await sql`
    insert into case_paper (id, version, partnership, case_id, kind, once, by, by_role, at, box)
    values (${it.id}, ${it.version}, ${it.partnership}, ${it.case}, ${it.kind}, ${it.once}, ${it.by}, ${it.byRole}, ${it.at}, ${it.box}) on conflict do nothing`.execute(db)
  return done.numAffectedRows === 1n
}

/** Every version of what is kept in a case (of one kind, where it is named), newest first; but for what professionals alone read. */
export async function papersOf(db: Db, caseId: string, kind?: string): Promise<readonly PaperRow[]> {
  const found = await sql<PaperRow>`
    select c.id, c.version, c.kind, c.by, p.name as "byName", c.at, c.box from case_paper c join person p on p.id = c.by
    where c.case_id = ${caseId} and (${kind ?? null}::text is null or c.kind = ${kind ?? null}) order by c.at desc, c.version desc`.execute(db)
  return found.rows
}

export interface NewTask {
  readonly id: string
  readonly case: string
  readonly partnership: number
  readonly meeting: string | null
  readonly topic: string | null
  readonly forum: Forum
  /** It is done by reaching the citizen. */
  readonly reaches: boolean
  readonly madeBy: PersonId
  readonly byRole: Role
  readonly madeAt: Date
  readonly keyWrapped: Uint8Array
  readonly box: Uint8Array
}
/** @returns false when that decision of that meeting is a task already */
export async function addTask(db: Db, it: NewTask): Promise<boolean> {
  const done = await sql`
    insert into case_task (id, partnership, case_id, meeting, topic, forum, reaches, made_by, by_role, made_at, key_wrapped, box)
    values (${it.id}, ${it.partnership}, ${it.case}, ${it.meeting}, ${it.topic}, ${it.forum}, ${it.reaches}, ${it.madeBy}, ${it.byRole}, ${it.madeAt}, ${it.keyWrapped}, ${it.box})
    on conflict do nothing`.execute(db)
  return done.numAffectedRows === 1n
}

export interface TaskStep { readonly task: string; readonly seq: number; readonly step: 'give' | 'done'; readonly owner: PersonId; readonly due: Day; readonly box: Uint8Array | null }
/** @returns false when another step of that number is there: somebody else was first */
export async function addTaskStep(db: Db, it: TaskStep, by: PersonId, partnership: number, at: Date): Promise<boolean> {
  const done = await sql`
    insert into case_task_step (task, seq, partnership, step, owner, due, by, at, box)
    values (${it.task}, ${it.seq}, ${partnership}, ${it.step}, ${it.owner}, ${it.due}, ${by}, ${at}, ${it.box}) on conflict do nothing`.execute(db)
  return done.numAffectedRows === 1n
}

export interface TaskRow {
  readonly id: string
  readonly case: string
  readonly meeting: string | null
  readonly topic: string | null
  readonly forum: Forum
  readonly reaches: boolean
  readonly madeByName: string
  readonly madeAt: Date
  readonly keyWrapped: Uint8Array
  readonly box: Uint8Array
  readonly seq: number
  readonly step: 'give' | 'done'
  readonly owner: PersonId
  readonly ownerName: string
  readonly due: Day
  readonly stepAt: Date
  readonly stepBox: Uint8Array | null
}
const taskRows = sql`
  select t.id, t.case_id as case, t.meeting, t.topic, t.forum, t.reaches, m.name as "madeByName", t.made_at as "madeAt", t.key_wrapped as "keyWrapped", t.box,
    s.seq, s.step, s.owner, o.name as "ownerName", s.due, s.at as "stepAt", s.box as "stepBox"
  from case_task t join lateral (select * from case_task_step l where l.task = t.id order by l.seq desc limit 1) s on true
    join person m on m.id = t.made_by join person o on o.id = s.owner`

/** The tasks of a case: open ones first, by when they are due. */
export const tasksOf = async (db: Db, caseId: string): Promise<readonly TaskRow[]> =>
  (await sql<TaskRow>`${taskRows} where t.case_id = ${caseId} order by s.step desc, s.due, t.made_at`.execute(db)).rows
export const taskBy = async (db: Db, id: string): Promise<TaskRow | undefined> => (await sql<TaskRow>`${taskRows} where t.id = ${id}`.execute(db)).rows[0]
/** What this person is to do, by when it is due. */
export const openTasksOf = async (db: Db, owner: string): Promise<readonly TaskRow[]> =>
  (await sql<TaskRow>`${taskRows} where s.owner = ${owner} and s.step = 'give' order by s.due, t.made_at`.execute(db)).rows

export interface TaskStanding { readonly partnership: number; readonly case: string; readonly citizen: PersonId; readonly owner: PersonId; readonly step: 'give' | 'done'; readonly reaches: boolean }
/** For the gate: who has it, and whether it is done. */
export async function taskStanding(db: Db, id: string): Promise<TaskStanding | undefined> {
  const found = await sql<TaskStanding>`
    select t.partnership, t.case_id as case, t.reaches, f.citizen, s.owner, s.step from case_task t join case_file f on f.id = t.case_id
      join lateral (select owner, step from case_task_step l where l.task = t.id order by l.seq desc limit 1) s on true where t.id = ${id}`.execute(db)
  return found.rows[0]
}

export interface ToldRow extends ToldHer { readonly byName: string; readonly at: Date; readonly keyWrapped: Uint8Array; readonly box: Uint8Array }
/** Oldest first. */
export async function toldOf(db: Db, caseId: string): Promise<readonly ToldRow[]> {
  const found = await sql<ToldRow>`
    select t.id, t.answer, t.told_on as "toldOn", p.name as "byName", t.at, t.key_wrapped as "keyWrapped", t.box
    from told_her t join person p on p.id = t.by where t.case_id = ${caseId} order by t.at`.execute(db)
  return found.rows
}
interface Own { readonly id: string; readonly case: string; readonly partnership: number; readonly by: PersonId; readonly byRole: Role; readonly at: Date; readonly keyWrapped: Uint8Array; readonly box: Uint8Array }
export const addTold = (db: Db, it: Own & Pick<ToldHer, 'answer' | 'toldOn'>): Promise<unknown> => sql`
  insert into told_her (id, partnership, case_id, answer, told_on, by, by_role, at, key_wrapped, box)
  values (${it.id}, ${it.partnership}, ${it.case}, ${it.answer}, ${it.toldOn}, ${it.by}, ${it.byRole}, ${it.at}, ${it.keyWrapped}, ${it.box})`.execute(db)

export interface ContactRow { readonly id: string; readonly told: string; readonly way: Way; readonly plannedOn: Day; readonly byName: string; readonly doneOn: Day | null; readonly keyWrapped: Uint8Array; readonly box: Uint8Array }
/** Contacts with the other party, planned and done, newest first. */
export async function contactsOf(db: Db, caseId: string): Promise<readonly ContactRow[]> {
  const found = await sql<ContactRow>`
    select c.id, c.told, c.way, c.planned_on as "plannedOn", p.name as "byName", d.on_day as "doneOn", c.key_wrapped as "keyWrapped", c.box
    from other_contact c join person p on p.id = c.by left join other_contact_done d on d.contact = c.id where c.case_id = ${caseId} order by c.planned_on desc, c.at desc`.execute(db)
  return found.rows
}
/** @returns false when the answer is leant on already: somebody else was first */
export async function addContact(db: Db, it: Own & Pick<ContactRow, 'told' | 'way' | 'plannedOn'>): Promise<boolean> {
  const done = await sql`
    insert into other_contact (id, partnership, case_id, told, way, planned_on, by, by_role, at, key_wrapped, box)
    values (${it.id}, ${it.partnership}, ${it.case}, ${it.told}, ${it.way}, ${it.plannedOn}, ${it.by}, ${it.byRole}, ${it.at}, ${it.keyWrapped}, ${it.box}) on conflict do nothing`.execute(db)
  return done.numAffectedRows === 1n
}
export async function addContactDone(db: Db, it: { readonly contact: string; readonly onDay: Day; readonly partnership: number; readonly by: PersonId; readonly byRole: Role; readonly at: Date }): Promise<boolean> {
  const done = await sql`
    insert into other_contact_done (contact, partnership, on_day, by, by_role, at)
    values (${it.contact}, ${it.partnership}, ${it.onDay}, ${it.by}, ${it.byRole}, ${it.at}) on conflict do nothing`.execute(db)
  return done.numAffectedRows === 1n
}

const tables = { task: 'case_task', contact: 'other_contact', meeting: 'case_meeting', track: 'family_track' } as const
export type Part = keyof typeof tables
/** For the gate: whether this lies in that case. */
export const isIn = async (db: Db, part: Part, id: string, caseId: string): Promise<boolean> =>
  (await sql`select 1 from ${sql.ref(tables[part])} where id = ${id} and case_id = ${caseId}`.execute(db)).rows.length > 0
/** A paper of a kind in a case; any of that kind, and any version, where none is named. */
export interface WantedPaper { readonly case: string; readonly kind: string; readonly id?: string | undefined; readonly version?: number | undefined }
/** For the gate: whether there is such a paper. */
export const paperIsIn = async (db: Db, { case: of, kind, id, version }: WantedPaper): Promise<boolean> => (await sql`
  select 1 from case_paper where case_id = ${of} and kind = ${kind} and coalesce(id = ${id ?? null}::uuid, true) and coalesce(version = ${version ?? null}::int, true) limit 1`.execute(db)).rows.length > 0
