import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { Delay } from './delay.ts'

const columns = sql`d.id, d.ground, d.from_at as "fromAt", d.until_at as "untilAt", d.since_at as "sinceAt", d.renews, d.ended_at as "endedAt"`

/** For the gate. */
export async function citizenPartnership(db: Db, citizen: string): Promise<number | undefined> {
  return (await sql<{ partnership: number }>`select partnership from citizen where id = ${citizen}`.execute(db)).rows[0]?.partnership
}

export interface DelayRow extends Delay { readonly recordedBy: string; readonly endedBy: string | null; readonly keyWrapped: Uint8Array; readonly box: Uint8Array }
/** Newest first. She herself sees them when they are over. */
export async function delaysOf(db: Db, citizen: string): Promise<readonly DelayRow[]> {
  return (await sql<DelayRow>`select ${columns}, p.name as "recordedBy", e.name as "endedBy", d.key_wrapped as "keyWrapped", d.box
    from look_delay d join person p on p.id = d.recorded_by left join person e on e.id = d.ended_by where d.citizen = ${citizen} order by d.from_at desc`.execute(db)).rows
}

export interface NewDelay extends Omit<Delay, 'endedAt'> { readonly partnership: number; readonly citizen: string; readonly recordedBy: string; readonly keyWrapped: Uint8Array; readonly box: Uint8Array }
export const addDelay = (db: Db, it: NewDelay): Promise<unknown> => sql`
  insert into look_delay (id, partnership, citizen, ground, from_at, until_at, since_at, renews, recorded_by, key_wrapped, box)
  values (${it.id}, ${it.partnership}, ${it.citizen}, ${it.ground}, ${it.fromAt}, ${it.untilAt}, ${it.sinceAt}, ${it.renews}, ${it.recordedBy}, ${it.keyWrapped}, ${it.box})`.execute(db)

/** False when it was ended meanwhile, or there is none. */
export async function endDelay(db: Db, citizen: string, id: string, by: string, at: Date): Promise<boolean> {
  return (await sql`update look_delay set ended_by = ${by}, ended_at = ${at} where id = ${id} and citizen = ${citizen} and ended_at is null and until_at > ${at}`.execute(db)).numAffectedRows === 1n
}
