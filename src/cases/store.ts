import { sql } from 'kysely'
import type { PersonId, Role } from '../kernel/actor.ts'
import type { Db } from '../platform/db.ts'
import type { Last, Waits } from './late.ts'
import type { CaseState, Move, Next, Status } from './rules.ts'

/** What a case has come to, without anything of what it is about. */
export interface CaseNow extends CaseState, Waits, Last {
  readonly seq: number
  readonly id: string
  readonly number: string
  readonly partnership: number
  readonly citizen: PersonId
}

/** The move that a case came to where it is by. */
export const lastMove = sql`(select e.move from case_event e where e.case_id = n.case_id and e.seq = n.seq) as "lastMove"`

/** A citizen's case alone; undefined where there is no such case (or the role does not see it). */
export async function caseNow(db: Db, id: string): Promise<CaseNow | undefined> {
  const found = await sql<CaseNow>`
    select n.case_id as id, n.number, n.partnership, n.citizen, n.seq, n.status, n.holder, n.since, n.next, n.due, n.urgent,
      n.late_step as "lateStep", n.late_at as "lateAt", ${lastMove} from case_now n where n.case_id = ${id} and n.kind = 'citizen'`.execute(db)
  return found.rows[0]
}

export interface NewCase {
  readonly id: string
  readonly partnership: number
  readonly citizen: string
  readonly keyWrapped: Uint8Array
  readonly openedBy: PersonId
  readonly openedAt: Date
}

/** The database gives the number. */
export const openCase = (db: Db, it: NewCase): Promise<unknown> => sql`
  insert into case_file (id, partnership, citizen, key_wrapped, opened_by, opened_at)
  values (${it.id}, ${it.partnership}, ${it.citizen}, ${it.keyWrapped}, ${it.openedBy}, ${it.openedAt})`.execute(db)

export interface EventRow {
  readonly seq: number
  readonly move: Move
  readonly by: PersonId | null
  readonly byRole: Role | 'clock'
  readonly at: Date
  readonly status: Status
  readonly holder: PersonId | null
  readonly next: Next
  readonly due: Date | null
  readonly urgent: boolean
  readonly box: Uint8Array | null
}

/** @returns false when another event of that number is there already: somebody else was first */
export async function addEventRow(db: Db, caseId: string, partnership: number, it: EventRow): Promise<boolean> {
  const done = await sql`
    insert into case_event (case_id, seq, partnership, move, by, by_role, at, status, holder, next, due, urgent, box)
    values (${caseId}, ${it.seq}, ${partnership}, ${it.move}, ${it.by}, ${it.byRole}, ${it.at}, ${it.status}, ${it.holder}, ${it.next}, ${it.due},
            ${it.urgent}, ${it.box})
    on conflict do nothing`.execute(db)
  return done.numAffectedRows === 1n
}

export interface KeptEvent extends EventRow { readonly byName: string | null; readonly unit: string | null; readonly phone: string | null; readonly holderName: string | null }

/** The events of a case, oldest first, with the names of who did them. */
export async function eventsOf(db: Db, caseId: string): Promise<readonly KeptEvent[]> {
  const found = await sql<KeptEvent>`
    select e.seq, e.move, e.by, e.by_role as "byRole", e.at, e.status, e.holder, e.next, e.due, e.urgent, e.box,
      p.name as "byName", coalesce(u.name, o.name) as unit, p.phone, h.name as "holderName"
    from case_event e left join person p on p.id = e.by left join organisation o on o.id = p.organisation left join unit u on u.id = p.unit
      left join person h on h.id = e.holder
    where e.case_id = ${caseId} order by e.seq`.execute(db)
  return found.rows
}

/** For the gate: which move came with this number; undefined where nothing of that number has happened in the case. */
export const moveAt = async (db: Db, caseId: string, seq: number): Promise<string | undefined> =>
  (await sql<{ move: string }>`select move from case_event where case_id = ${caseId} and seq = ${seq}`.execute(db)).rows[0]?.move

export async function wrappedKeyOf(db: Db, caseId: string): Promise<Uint8Array | undefined> {
  const found = await sql<{ key: Uint8Array }>`select key_wrapped as key from case_file where id = ${caseId}`.execute(db)
  return found.rows[0]?.key
}

/** All of the partnership, or those on which the asker acts as coordinator today. */
export type Whose = 'all' | 'held'

export interface Waiting extends CaseNow {
  readonly openedAt: Date
  readonly holderName: string | null
  readonly fromName: string
  readonly fromPhone: string | null
  readonly fromUnit: string
}

/** Cases where something waits, by when it is due; those that ring stand first. */
export async function waiting(db: Db, partnership: number, of: Whose, limit: number): Promise<readonly Waiting[]> {
  const found = await sql<Waiting>`
    select n.case_id as id, n.number, n.partnership, n.citizen, n.seq, n.status, n.holder, n.since, n.next, n.due, n.urgent, n.late_step as "lateStep", n.late_at as "lateAt",
      f.opened_at as "openedAt", h.name as "holderName", p.name as "fromName", p.phone as "fromPhone", coalesce(u.name, o.name) as "fromUnit"
    from case_now n join case_file f on f.id = n.case_id
      join person p on p.id = f.opened_by join organisation o on o.id = p.organisation left join unit u on u.id = p.unit
      left join person h on h.id = n.holder
    where n.partnership = ${partnership} and n.kind = 'citizen' and n.next <> 'none'
      and (${of === 'all'} or (n.holder = any(gate.acts_for('primaryCoordinator')) and n.status in ('coordinated', 'closed')))
    order by n.urgent desc, n.due, n.number limit ${limit}`.execute(db)
  return found.rows
}

export interface Load { readonly count: number; readonly urgent: number; readonly due: Date | null }

/** How much waits, and what is due first. */
export async function loadOf(db: Db, partnership: number, of: Whose): Promise<Load> {
  const found = await sql<Load>`
    select count(*) as count, count(*) filter (where urgent) as urgent, min(due) as due from case_now
    where partnership = ${partnership} and kind = 'citizen' and next <> 'none'
      and (${of === 'all'} or (holder = any(gate.acts_for('primaryCoordinator')) and status in ('coordinated', 'closed')))`.execute(db)
  return found.rows[0] ?? { count: 0, urgent: 0, due: null }
}

export interface Receipt { readonly number: string; readonly openedAt: Date; readonly holder: PersonId | null; readonly holderName: string | null; readonly holderPhone: string | null; readonly due: Date | null }

/** The receipt of one's own enquiry. Who has it and by when is told only until somebody takes it up. */
export async function receiptOf(db: Db, caseId: string): Promise<Receipt | undefined> {
  const found = await sql<Receipt>`
    select f.number, f.opened_at as "openedAt", n.holder, h.name as "holderName", h.phone as "holderPhone", n.due
    from case_file f left join case_now n on n.case_id = f.id left join person h on h.id = n.holder where f.id = ${caseId}`.execute(db)
  return found.rows[0]
}

/** For the gate: who sent it in. */
export async function sentBy(db: Db, caseId: string): Promise<{ readonly partnership: number; readonly openedBy: PersonId; readonly citizen: PersonId } | undefined> {
  const found = await sql<{ partnership: number; openedBy: PersonId; citizen: PersonId }>`
    select partnership, opened_by as "openedBy", citizen from case_file where id = ${caseId} and kind = 'citizen'`.execute(db)
  return found.rows[0]
}

export interface ShownLog { readonly id: string; readonly entries: number; readonly exhibits: number }

/** The log of this citizen as far as she shows it to the role of the reader; undefined when she shows nothing. */
export async function shownLogOf(db: Db, citizen: string): Promise<ShownLog | undefined> {
  const found = await sql<ShownLog>`
    select l.id, (select count(distinct e.entry) from showing s join showing_entry e on e.showing = s.id
        where s.partnership = l.partnership and s.log = l.id) as entries,
      (select count(*) from exhibit x where x.log = l.id) as exhibits
    from log l where l.citizen = ${citizen}`.execute(db)
  return found.rows[0]
}

/** A case whose day has passed, as the clock, the leader and the tovholder may see it: nothing of whom or what it is about. */
export type LateCase = Omit<CaseNow, 'citizen'>

/** Those of a partnership where nobody has acted in time and the leader has not been told yet. For the clock. */
export async function lateCases(db: Db, partnership: number, now: Date): Promise<readonly LateCase[]> {
  const found = await sql<LateCase>`select case_id as id, number, partnership, seq, status, holder, since, next, due, urgent, late_step as "lateStep", late_at as "lateAt"
    from case_now where partnership = ${partnership} and kind = 'citizen' and due <= ${now} and next <> 'none' and late_step is distinct from 'to-leader' order by due, case_id`.execute(db)
  return found.rows
}

/** A missed day: the case's number, the day and a name. `lateStep` says whether the leader must appoint. */
export interface Missed {
  readonly id: string
  readonly number: string
  readonly status: Status
  readonly holder: PersonId
  readonly holderName: string
  readonly due: Date
  readonly lateStep: Waits['lateStep']
  readonly rings: boolean
}
/** For the leader and the tovholder: the ones to appoint in first. */
export async function missedCases(db: Db, partnership: number, now: Date): Promise<readonly Missed[]> {
  const found = await sql<Missed>`select n.case_id as id, n.number, n.status, n.holder, h.name as "holderName", n.due, n.late_step as "lateStep", n.rings
    from case_now n join person h on h.id = n.holder where n.partnership = ${partnership} and n.kind = 'citizen' and n.due <= ${now} and n.holder is not null
    order by (n.late_step = 'to-leader') is not true, n.due, n.number limit 200`.execute(db)
  return found.rows
}

/** Who has been asked in this case and has not answered, by name; null for somebody outside the system. */
export async function askedIn(db: Db, caseId: string): Promise<readonly (string | null)[]> {
  const found = await sql<{ name: string | null }>`select p.name from referral_now n left join person p on p.id = n.receiver
      where n.case_id = ${caseId} and n.to_role <> 'visitator' and n.state in ('sent', 'seen', 'overdue', 'escalated')
    union all select p.name from family_track t
      join person p on p.id = coalesce((select g.counsellor from family_giving g where g.track = t.id order by g.seq desc limit 1), t.counsellor) where t.case_id = ${caseId} and not exists (select from family_step s where s.track = t.id)`.execute(db)
  return found.rows.map(it => it.name)
}

export interface Ringing { readonly number: string; readonly since: Date; readonly name: string; readonly phone: string | null }
/** Where somebody said that there is danger now and nobody has called: since when, and who has it. For the leader and the tovholder. */
export async function ringingCases(db: Db, partnership: number, now: Date): Promise<readonly Ringing[]> {
  return (await sql<Ringing>`select n.number, n.due as since, h.name, h.phone from case_now n join person h on h.id = n.holder
    where n.partnership = ${partnership} and n.kind = 'citizen' and n.rings and n.due <= ${now} order by n.due, n.number limit 50`.execute(db)).rows
}

/** The number that the database gave a case, for whoever opened it. */
export async function numberOf(db: Db, caseId: string): Promise<string> {
  const found = await sql<{ number: string }>`select number from case_file where id = ${caseId}`.execute(db)
  if (!found.rows[0]) throw new Error('a case that was just opened has no number')
  return found.rows[0].number
}
