import { sql } from 'kysely'
import type { PersonId } from '../kernel/actor.ts'
import type { Day } from '../kernel/day.ts'
import type { Db } from '../platform/db.ts'
import type { Kind, Measure, State } from './rules.ts'

export interface MeasureRow extends Measure {
  readonly id: string
  readonly citizen: PersonId
  readonly state: State
  readonly version: number
  readonly at: Date
  readonly by: PersonId
  /** Null where it is her own. */
  readonly byName: string | null
  readonly box: Uint8Array
}

const rows = sql`
  select m.id, m.citizen, m.kind, case when m.origin = 'told' then 'told' when m.shown then 'shown' else 'private' end as state, v.version, v.standing,
    v.decided_on as "decidedOn", v.served_on as "servedOn", v.from_day as "fromDay", v.until_day as "untilDay", v.extended, v.at, v.by, p.name as "byName", v.box
  from measure m join lateral (select * from measure_version v where v.measure = m.id order by v.version desc limit 1) v on true left join person p on p.id = v.by`

/** As they stand now, what holds first. */
export async function measuresOf(db: Db, citizen: string): Promise<readonly MeasureRow[]> {
  return (await sql<MeasureRow>`${rows} where m.citizen = ${citizen} order by (v.standing <> 'holds'), m.at desc, m.id`.execute(db)).rows
}
export async function measureBy(db: Db, id: string): Promise<MeasureRow | undefined> {
  return (await sql<MeasureRow>`${rows} where m.id = ${id}`.execute(db)).rows[0]
}
/** All that the reader's role sees, for what has to be said today. */
export async function measuresSeen(db: Db, partnership: number): Promise<readonly MeasureRow[]> {
  return (await sql<MeasureRow>`${rows} where m.partnership = ${partnership} and v.standing <> 'ended'`.execute(db)).rows
}

export interface Facts { readonly partnership: number; readonly citizen: PersonId; readonly origin: 'own' | 'told'; readonly shown: boolean }
/** For the gate. */
export async function factsOf(db: Db, id: string): Promise<Facts | undefined> {
  return (await sql<Facts>`select partnership, citizen, origin, shown from measure where id = ${id}`.execute(db)).rows[0]
}

export interface NewMeasure { readonly id: string; readonly partnership: number; readonly citizen: string; readonly kind: Kind; readonly origin: 'own' | 'told'; readonly shown: boolean }
export const addMeasure = (db: Db, it: NewMeasure, by: string, at: Date): Promise<unknown> => sql`
  insert into measure (id, partnership, citizen, kind, origin, shown, by, at)
  values (${it.id}, ${it.partnership}, ${it.citizen}, ${it.kind}, ${it.origin}, ${it.shown}, ${by}, ${at})`.execute(db)

export interface NewVersion { readonly measure: string; readonly version: number; readonly partnership: number; readonly by: string; readonly byRole: string; readonly at: Date; readonly box: Uint8Array }
/** False when that version is there already: somebody else was first. */
export async function addVersion(db: Db, it: NewVersion, of: Measure): Promise<boolean> {
  const done = await sql`
    insert into measure_version (measure, version, partnership, standing, decided_on, served_on, from_day, until_day, extended, by, by_role, at, box)
    values (${it.measure}, ${it.version}, ${it.partnership}, ${of.standing}, ${of.decidedOn}::date, ${of.servedOn}::date, ${of.fromDay}::date, ${of.untilDay}::date,
      ${of.extended}, ${it.by}, ${it.byRole}, ${it.at}, ${it.box}) on conflict do nothing`.execute(db)
  return done.numAffectedRows === 1n
}

/** False when it stood so already. */
export async function setShown(db: Db, id: string, shown: boolean): Promise<boolean> {
  return (await sql`update measure set shown = ${shown} where id = ${id} and shown <> ${shown}`.execute(db)).numAffectedRows === 1n
}
/** Whether a mark in her case keeps it. */
export async function stays(db: Db, id: string): Promise<boolean> {
  return (await sql<{ stays: boolean }>`select gate.measure_stays(${id}) as stays`.execute(db)).rows[0]?.stays ?? false
}
export async function remove(db: Db, id: string): Promise<boolean> {
  return (await sql`delete from measure where id = ${id}`.execute(db)).numAffectedRows === 1n
}

export interface Contact { readonly id: string; readonly measure: string; readonly onDay: Day; readonly entryNo: number | null; readonly at: Date; readonly byName: string | null }
export async function contactsOf(db: Db, measures: readonly string[]): Promise<readonly Contact[]> {
  return (await sql<Contact>`select c.id, c.measure, c.on_day as "onDay", c.entry_no as "entryNo", c.at, p.name as "byName"
    from measure_contact c left join person p on p.id = c.by where c.measure = any(${measures}::uuid[]) order by c.on_day desc, c.at desc`.execute(db)).rows
}
export const addContact = (db: Db, it: Pick<Contact, 'id' | 'measure' | 'onDay' | 'entryNo' | 'at'>, partnership: number, by: string, byRole: string): Promise<unknown> => sql`
  insert into measure_contact (id, measure, partnership, on_day, entry_no, by, by_role, at)
  values (${it.id}, ${it.measure}, ${partnership}, ${it.onDay}::date, ${it.entryNo}, ${by}, ${byRole}, ${it.at})`.execute(db)

/** What the gate may know of a citizen, and whether this person holds her case today. */
export async function citizenFacts(db: Db, citizen: string): Promise<{ readonly partnership: number; readonly held: boolean } | undefined> {
  return (await sql<{ partnership: number; held: boolean }>`
    select partnership, id = any(gate.held_citizens()) as held from citizen where id = ${citizen}`.execute(db)).rows[0]
}
