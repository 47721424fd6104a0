import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'

export type SourceState = 'waiting' | 'kept'
export interface SourceRow {
  readonly id: string
  readonly state: SourceState
  readonly file: string
  readonly keyWrapped: Uint8Array
  readonly box: Uint8Array
  readonly createdAt: Date
}
const columns = sql`id, state, file, key_wrapped as "keyWrapped", box, created_at as "createdAt"`

export const addSource = (db: Db, it: SourceRow & { readonly partnership: number; readonly citizen: string }): Promise<unknown> => sql`
  insert into import_source (id, partnership, citizen, state, file, key_wrapped, box, created_at)
  values (${it.id}, ${it.partnership}, ${it.citizen}, ${it.state}, ${it.file}, ${it.keyWrapped}, ${it.box}, ${it.createdAt})`.execute(db)

export async function sourceBy(db: Db, id: string): Promise<SourceRow | undefined> {
  return (await sql<SourceRow>`select ${columns} from import_source where id = ${id}`.execute(db)).rows[0]
}

/** Newest first. */
export async function sourcesOf(db: Db, citizen: string): Promise<readonly SourceRow[]> {
  return (await sql<SourceRow>`select ${columns} from import_source where citizen = ${citizen} order by created_at desc, id`.execute(db)).rows
}

/** Puts what was chosen in the place of the whole file; false when that was done meanwhile. */
export async function keepChosen(db: Db, id: string, file: string, box: Uint8Array): Promise<boolean> {
  const done = await sql`update import_source set state = 'kept', file = ${file}, box = ${box} where id = ${id} and state = 'waiting'`.execute(db)
  return done.numAffectedRows === 1n
}
/** Whether something that was lifted from it stays in her log because of a mark in her case. */
export async function sourceStays(db: Db, id: string): Promise<boolean> {
  return (await sql<{ stays: boolean }>`select gate.source_stays(${id}) as stays`.execute(db)).rows[0]?.stays ?? false
}
export const removeSource = (db: Db, id: string): Promise<unknown> => sql`delete from import_source where id = ${id}`.execute(db)

/** For the gate. */
export async function standingOf(db: Db, id: string): Promise<{ partnership: number; citizen: string; state: SourceState } | undefined> {
  return (await sql<{ partnership: number; citizen: string; state: SourceState }>`select partnership, citizen, state from import_source where id = ${id}`.execute(db)).rows[0]
}

/** Where entries of the log already stand that were lifted from this source, by their offset in it. */
export async function liftedFrom(db: Db, source: string): Promise<ReadonlySet<number>> {
  const found = await sql<{ at: number }>`select source_offset as at from incident_entry where source = ${source}`.execute(db)
  return new Set(found.rows.map(it => it.at))
}
