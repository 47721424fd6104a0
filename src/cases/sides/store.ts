import { sql } from 'kysely'
import type { PersonId, Role } from '../../kernel/actor.ts'
import type { Db } from '../../platform/db.ts'
import type { SideKind, SideMove, SideNext, SideState, SideStatus } from './rules.ts'
import type { Last, Waits } from '../late.ts'
import { lastMove } from '../store.ts'

/** What such a case has come to, without anything of what it is about. For the gate. */
export interface SideNow extends SideState, Waits, Last {
  readonly seq: number
  readonly id: string
  readonly kind: SideKind
  readonly number: string
  readonly partnership: number
  readonly organisation: number
  readonly keptOut: readonly PersonId[]
}

export const sideColumns = sql`n.case_id as id, n.kind, n.number, n.partnership, f.organisation, n.seq, n.status, n.holder, n.since, n.next, n.due, n.late_step as "lateStep", n.late_at as "lateAt",
  array(select k.person from case_kept_out k where k.case_id = n.case_id) as "keptOut"`
export const sidesJoined = sql`case_now n join case_file f on f.id = n.case_id`
/** Undefined where there is no such case of that kind. */
export async function sideNow(db: Db, id: string, kind: SideKind): Promise<SideNow | undefined> {
  return (await sql<SideNow>`select ${sideColumns}, ${lastMove} from ${sidesJoined} where n.case_id = ${id} and n.kind = ${kind}`.execute(db)).rows[0]
}

export interface NewSide {
  readonly id: string
  readonly kind: SideKind
  readonly partnership: number
  readonly organisation: number
  readonly keyWrapped: Uint8Array
  readonly openedBy: PersonId
  readonly openedAt: Date
}
/** The database gives the number. */
export const openSide = (db: Db, it: NewSide): Promise<unknown> => sql`
  insert into case_file (id, kind, organisation, partnership, key_wrapped, opened_by, opened_at)
  values (${it.id}, ${it.kind}, ${it.organisation}, ${it.partnership}, ${it.keyWrapped}, ${it.openedBy}, ${it.openedAt})`.execute(db)

/** Only while nothing has happened in the case yet. */
export const keepOut = (db: Db, it: { readonly id: string; readonly partnership: number; readonly person: string; readonly by: PersonId; readonly at: Date }): Promise<unknown> => sql`
  insert into case_kept_out (case_id, person, partnership, by, at) values (${it.id}, ${it.person}, ${it.partnership}, ${it.by}, ${it.at}) on conflict do nothing`.execute(db)

export interface SideRow {
  readonly seq: number
  readonly move: SideMove
  readonly by: PersonId | null
  readonly byRole: Role | 'clock'
  readonly at: Date
  readonly status: SideStatus
  readonly holder: PersonId | null
  readonly next: SideNext
  readonly due: Date | null
  readonly box: Uint8Array | null
}
/** @returns false when another event of that number is there already: somebody else was first */
export async function addSideRow(db: Db, caseId: string, partnership: number, it: SideRow): Promise<boolean> {
  const done = await sql`
    insert into case_event (case_id, seq, partnership, move, by, by_role, at, status, holder, next, due, urgent, box)
    values (${caseId}, ${it.seq}, ${partnership}, ${it.move}, ${it.by}, ${it.byRole}, ${it.at}, ${it.status}, ${it.holder}, ${it.next}, ${it.due}, false, ${it.box})
    on conflict do nothing`.execute(db)
  return done.numAffectedRows === 1n
}

export interface KeptSide extends SideRow { readonly byName: string | null; readonly holderName: string | null }
/** Oldest first, with the names of who did them. */
export async function sideEvents(db: Db, caseId: string): Promise<readonly KeptSide[]> {
  const found = await sql<KeptSide>`
    select e.seq, e.move, e.by, e.by_role as "byRole", e.at, e.status, e.holder, e.next, e.due, e.box, p.name as "byName", h.name as "holderName"
    from case_event e left join person p on p.id = e.by left join person h on h.id = e.holder where e.case_id = ${caseId} order by e.seq`.execute(db)
  return found.rows
}

export interface SideListed { readonly id: string; readonly number: string; readonly status: SideStatus; readonly holder: PersonId | null; readonly holderName: string | null; readonly next: SideNext | null; readonly due: Date | null; readonly lateStep: Waits['lateStep'] }
/** The cases of a kind that the asker's role may see; the one due first on top, those that wait for nothing last. `next` stands in the events, and is null for whoever reads none. */
export async function sideList(db: Db, kind: SideKind): Promise<readonly SideListed[]> {
  const found = await sql<SideListed>`
    select n.case_id as id, n.number, n.status, n.holder, h.name as "holderName", n.due, n.late_step as "lateStep",
      (select e.next from case_event e where e.case_id = n.case_id order by e.seq desc limit 1) as next
    from case_now n left join person h on h.id = n.holder where n.kind = ${kind} order by n.due nulls last, n.number limit 500`.execute(db)
  return found.rows
}

/** What the clock sees of such a case: nothing of whom or what it is about. */
export interface LateSide extends SideState, Waits { readonly id: string; readonly kind: SideKind }
/** Those of a partnership where nobody has acted in time and nobody has been asked to appoint yet. */
export async function lateSides(db: Db, partnership: number, now: Date): Promise<readonly LateSide[]> {
  const found = await sql<LateSide>`select case_id as id, kind, seq, status, holder, since, next, due, late_step as "lateStep", late_at as "lateAt"
    from case_now where partnership = ${partnership} and kind <> 'citizen' and due <= ${now} and next <> 'none' and late_step is distinct from 'to-leader' order by due, case_id`.execute(db)
  return found.rows
}
