import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db.ts'
import type { AccessGround, Answer, Asker, Mark, MarkKind, MaterialKind } from './rules.ts'

/** The newest case of each of these citizens that the role sees. */
export async function openCasesOf(db: Db, citizens: readonly string[]): Promise<ReadonlyMap<string, { readonly id: string; readonly number: string }>> {
  if (citizens.length === 0) return new Map()
  const found = await sql<{ citizen: string; id: string; number: string }>`
    select distinct on (citizen) citizen, case_id as id, number from case_now where citizen = any(${citizens}::uuid[]) order by citizen, (status = 'closed'), number desc`.execute(db)
  return new Map(found.rows.map(({ citizen, ...it }) => [citizen, it]))
}

export interface MarkRow extends Mark { readonly byName: string; readonly box: Uint8Array }
/** The marks of a case, the oldest first. */
export async function marksOf(db: Db, caseId: string): Promise<readonly MarkRow[]> {
  return (await sql<MarkRow>`select m.no, m.kind, m.at, m.until_day as "untilDay", m.upto_seq as "uptoSeq", p.name as "byName", m.box
    from case_mark m join person p on p.id = m.by where m.case_id = ${caseId} order by m.no`.execute(db)).rows
}
export interface NewMark { readonly caseId: string; readonly partnership: number; readonly kind: MarkKind; readonly by: string; readonly byRole: string; readonly at: Date; readonly untilDay: Day | null; readonly uptoSeq: number; readonly box: Uint8Array }
export const addMark = (db: Db, it: NewMark): Promise<unknown> => sql`
  insert into case_mark (case_id, partnership, kind, by, by_role, at, until_day, upto_seq, box)
  values (${it.caseId}, ${it.partnership}, ${it.kind}, ${it.by}, ${it.byRole}, ${it.at}, ${it.untilDay}::date, ${it.uptoSeq}, ${it.box})`.execute(db)

/** For the gate: is the case shut. */
export async function isLocked(db: Db, caseId: string): Promise<boolean> {
  return (await sql<{ locked: boolean }>`select ${caseId}::uuid = any(gate.locked_cases()) as locked`.execute(db)).rows[0]?.locked ?? false
}
export interface LockedRow { readonly id: string; readonly number: string; readonly at: Date; readonly byName: string }
export async function lockedCases(db: Db, partnership: number): Promise<readonly LockedRow[]> {
  return (await sql<LockedRow>`
    select n.case_id as id, n.number, m.at, p.name as "byName" from case_now n
      join lateral (select * from case_mark m where m.case_id = n.case_id and m.kind = 'lock' order by m.no desc limit 1) m on true join person p on p.id = m.by
    where n.partnership = ${partnership} and n.case_id = any(gate.locked_cases()) order by n.number`.execute(db)).rows
}

/** Until when a contact restriction in the case runs; undefined where none does. */
export async function restrictedUntil(db: Db, caseId: string, today: Day): Promise<Day | undefined> {
  const found = (await sql<{ untilDay: Day | null }>`select until_day as "untilDay" from case_mark where case_id = ${caseId} and kind in ('restrict', 'free') order by no desc limit 1`.execute(db)).rows[0]
  return found?.untilDay && found.untilDay >= today ? found.untilDay : undefined
}

/** The year in which a case was closed the last time; undefined while it is open. Age is counted from it. */
export async function closedYear(db: Db, caseId: string): Promise<number | undefined> {
  return (await sql<{ year: number }>`select extract(year from e.at at time zone 'Europe/Copenhagen')::int as year from case_event e join case_now n on n.case_id = e.case_id
    where e.case_id = ${caseId} and e.move = 'close' and n.status = 'closed' order by e.seq desc limit 1`.execute(db)).rows[0]?.year
}

export interface RequestRow { readonly id: string; readonly askedBy: Asker; readonly receivedOn: Day; readonly due: Date; readonly byName: string; readonly box: Uint8Array; readonly decidedAt: Date | null; readonly toldUntil: Day | null }
const requests = sql`select a.id, a.asked_by as "askedBy", a.received_on as "receivedOn", a.due, p.name as "byName", a.box,
  (select s.at from access_step s where s.request = a.id and s.step = 'decided') as "decidedAt",
  (select s.until_day from access_step s where s.request = a.id and s.step = 'told' order by s.no desc limit 1) as "toldUntil"
  from access_request a join person p on p.id = a.by`
export async function requestsOf(db: Db, caseId: string): Promise<readonly RequestRow[]> {
  return (await sql<RequestRow>`${requests} where a.case_id = ${caseId} order by a.received_on desc, a.id`.execute(db)).rows
}
export async function requestBy(db: Db, caseId: string, id: string): Promise<RequestRow | undefined> {
  return (await sql<RequestRow>`${requests} where a.case_id = ${caseId} and a.id = ${id}`.execute(db)).rows[0]
}
/** For the gate: who asked, where the request is one of this case. */
export async function askerOf(db: Db, request: string, caseId: string): Promise<Asker | undefined> {
  return (await sql<{ askedBy: Asker }>`select asked_by as "askedBy" from access_request where id = ${request} and case_id = ${caseId}`.execute(db)).rows[0]?.askedBy
}
export interface DueRequest { readonly id: string; readonly caseId: string; readonly number: string; readonly due: Date; readonly toldUntil: Day | null }
/** Those that the role sees and nobody has decided, the first due first. */
export async function undecided(db: Db): Promise<readonly DueRequest[]> {
  return (await sql<DueRequest>`select a.id, a.case_id as "caseId", n.number, a.due,
      (select s.until_day from access_step s where s.request = a.id and s.step = 'told' order by s.no desc limit 1) as "toldUntil"
    from access_request a join case_now n on n.case_id = a.case_id
    where not exists (select from access_step s where s.request = a.id and s.step = 'decided') order by a.due`.execute(db)).rows
}
export interface NewRequest { readonly id: string; readonly caseId: string; readonly partnership: number; readonly askedBy: Asker; readonly receivedOn: Day; readonly due: Date; readonly by: string; readonly at: Date; readonly box: Uint8Array }
export const addRequest = (db: Db, it: NewRequest): Promise<unknown> => sql`
  insert into access_request (id, case_id, partnership, asked_by, received_on, due, by, at, box)
  values (${it.id}, ${it.caseId}, ${it.partnership}, ${it.askedBy}, ${it.receivedOn}::date, ${it.due}, ${it.by}, ${it.at}, ${it.box})`.execute(db)

export type AccessStep = 'told' | 'she-told' | 'decided'
export interface NewStep { readonly request: string; readonly partnership: number; readonly step: AccessStep; readonly by: string; readonly at: Date; readonly untilDay: Day | null; readonly box: Uint8Array }
/** False when it was decided already. */
export async function addStep(db: Db, it: NewStep): Promise<boolean> {
  const done = await sql`insert into access_step (request, partnership, step, by, at, until_day, box)
    select ${it.request}, ${it.partnership}, ${it.step}, ${it.by}, ${it.at}, ${it.untilDay}::date, ${it.box}
    where not exists (select from access_step s where s.request = ${it.request} and s.step = 'decided') on conflict do nothing`.execute(db)
  return done.numAffectedRows === 1n
}
export interface StepRow { readonly no: number; readonly step: AccessStep; readonly at: Date; readonly untilDay: Day | null; readonly byName: string; readonly box: Uint8Array }
export async function stepsOf(db: Db, request: string): Promise<readonly StepRow[]> {
  return (await sql<StepRow>`select s.no, s.step, s.at, s.until_day as "untilDay", p.name as "byName", s.box from access_step s join person p on p.id = s.by
    where s.request = ${request} order by s.no`.execute(db)).rows
}
export type LineKind = MaterialKind | 'event' | 'document'
/** `what` null: from when only the history was listed. */
export interface LineRow { readonly line: number; readonly what: LineKind | null; readonly ref: string | null; readonly seq: number | null; readonly answer: Answer; readonly ground: AccessGround | null; readonly box: Uint8Array }
export async function linesOf(db: Db, request: string): Promise<readonly LineRow[]> {
  return (await sql<LineRow>`select line, what, ref, event_seq as seq, answer, ground, box from access_line where request = ${request} order by line`.execute(db)).rows
}
export const addLine = (db: Db, request: string, partnership: number, it: LineRow): Promise<unknown> => sql`
  insert into access_line (request, line, partnership, what, ref, event_seq, answer, ground, box)
  values (${request}, ${it.line}, ${partnership}, ${it.what}, ${it.ref}, ${it.seq}, ${it.answer}, ${it.ground}, ${it.box})`.execute(db)
