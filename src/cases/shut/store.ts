import { sql } from 'kysely'
import type { PersonId } from '../../kernel/actor.ts'
import type { Db } from '../../platform/db.ts'
import type { ShutKind } from './rules.ts'

export interface Shut {
  readonly id: string
  readonly partnership: number
  readonly number: string
  readonly person: PersonId
  readonly kind: ShutKind
  readonly secondLook: boolean
  readonly at: Date
  readonly confirmedAt: Date | null
  readonly liftedAt: Date | null
}
const columns = sql`id, partnership, number, person, kind, second_look as "secondLook", at, confirmed_at as "confirmedAt", lifted_at as "liftedAt"`

/** For the gate, with what it is about. */
export async function shutBy(db: Db, id: string): Promise<(Shut & { readonly caseId: string; readonly citizen: string | null }) | undefined> {
  return (await sql<Shut & { caseId: string; citizen: string | null }>`select ${columns}, case_id as "caseId", citizen from case_shut where id = ${id}`.execute(db)).rows[0]
}

/** For the gate: who is shut out of which case today. */
export async function shutPairs(db: Db, partnership: number): Promise<readonly { readonly caseId: string; readonly person: PersonId; readonly kind: ShutKind }[]> {
  return (await sql<{ caseId: string; person: PersonId; kind: ShutKind }>`select f.id as "caseId", s.person, s.kind from case_shut s join case_file f on f.citizen = s.citizen
    where s.partnership = ${partnership} and s.lifted_at is null`.execute(db)).rows
}

/** What one has said of oneself; not what a name found. */
export async function ownShut(db: Db, person: string): Promise<readonly Shut[]> {
  return (await sql<Shut>`select ${columns} from case_shut where person = ${person} and kind in ('party', 'relative') order by at desc`.execute(db)).rows
}

export interface ShutRow extends Shut {
  readonly personName: string
  readonly byName: string
  readonly confirmedBy: string | null
  readonly liftedBy: string | null
  /** Null while a name shuts it. */
  readonly keyWrapped: Uint8Array | null
  readonly reasonBox: Uint8Array | null
  readonly liftBox: Uint8Array | null
}
/** All, those that wait for the leader first. */
export async function shutRows(db: Db, partnership: number): Promise<readonly ShutRow[]> {
  return (await sql<ShutRow>`select s.id, s.partnership, s.number, s.person, s.kind, s.second_look as "secondLook", s.at, s.confirmed_at as "confirmedAt", s.lifted_at as "liftedAt", p.name as "personName", b.name as "byName",
      c.name as "confirmedBy", l.name as "liftedBy", s.key_wrapped as "keyWrapped", s.reason_box as "reasonBox", s.lift_box as "liftBox"
    from case_shut s join person p on p.id = s.person join person b on b.id = s.by left join person c on c.id = s.confirmed_by left join person l on l.id = s.lifted_by
    where s.partnership = ${partnership} order by (s.lifted_at is not null), ((s.kind = 'decided' and not s.second_look) or s.confirmed_at is not null), s.at desc limit 300`.execute(db)).rows
}

/** How many wait for the asker to confirm them, of those that the asker may see. */
export async function shutWaiting(db: Db, partnership: number): Promise<number> {
  return (await sql<{ n: number }>`select count(*)::int as n from case_shut where partnership = ${partnership} and (kind <> 'decided' or second_look) and confirmed_at is null and lifted_at is null`.execute(db)).rows[0]?.n ?? 0
}

export interface NewShut extends Pick<Shut, 'id' | 'partnership' | 'number' | 'person' | 'kind' | 'at'> { readonly caseId: string; readonly citizen: string; readonly by: string; readonly keyWrapped: Uint8Array; readonly reasonBox?: Uint8Array }
/** @throws the database's own fault 23505 when that person is shut out already */
export const addShut = (db: Db, it: NewShut): Promise<unknown> => (it.reasonBox
  ? sql`insert into case_shut (id, partnership, case_id, number, citizen, person, kind, by, at, key_wrapped, reason_box)
      values (${it.id}, ${it.partnership}, ${it.caseId}, ${it.number}, ${it.citizen}, ${it.person}, ${it.kind}, ${it.by}, ${it.at}, ${it.keyWrapped}, ${it.reasonBox})`.execute(db)
  : sql`insert into case_shut (id, partnership, case_id, number, citizen, person, kind, by, at, key_wrapped)
      values (${it.id}, ${it.partnership}, ${it.caseId}, ${it.number}, ${it.citizen}, ${it.person}, ${it.kind}, ${it.by}, ${it.at}, ${it.keyWrapped})`.execute(db))

export async function confirmShut(db: Db, id: string, by: string, at: Date): Promise<boolean> {
  return (await sql`update case_shut set confirmed_by = ${by}, confirmed_at = ${at} where id = ${id} and confirmed_by is null and lifted_by is null`.execute(db)).numAffectedRows === 1n
}
/** `keyWrapped`: only where it had none. */
export async function liftShut(db: Db, id: string, by: string, at: Date, liftBox: Uint8Array, keyWrapped: Uint8Array | undefined): Promise<boolean> {
  return (await sql`update case_shut set lifted_by = ${by}, lifted_at = ${at}, lift_box = ${liftBox}, key_wrapped = coalesce(${keyWrapped ?? null}::bytea, key_wrapped) where id = ${id} and lifted_by is null`.execute(db)).numAffectedRows === 1n
}
