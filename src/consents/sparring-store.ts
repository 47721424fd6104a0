import { sql } from 'kysely'
import type { PersonId, Role } from '../kernel/actor.ts'
import type { Db } from '../platform/db.ts'
import type { SparringKind, SparringTo } from './sparring.ts'

export interface Thread {
  readonly id: string
  readonly to: SparringTo
  readonly kind: SparringKind
  readonly at: Date
  /** Who asked, or took the question over. */
  readonly askedBy: PersonId
  readonly askedName: string
  readonly organisation: string
  /** Of the last message: by when it waits for the receiver; null when it was answered. */
  readonly due: Date | null
  readonly lastAt: Date
}
const columns = sql`s.id, s.to_role as "to", s.kind, s.at, a.person as "askedBy", p.name as "askedName", o.name as organisation, m.due, m.at as "lastAt"`
const joined = sql`sparring s
  join lateral (select coalesce((select g.person from sparring_given g where g.sparring = s.id order by g.seq desc limit 1), s.asked_by) as person) a on true join person p on p.id = a.person join organisation o on o.id = p.organisation
  join lateral (select x.due, x.at from sparring_message x where x.sparring = s.id order by x.seq desc limit 1) m on true`

/** Asked by this person, and sent to the role that is worn: those that wait first, the one due soonest on top. */
export async function threads(db: Db, person: string): Promise<readonly Thread[]> {
  return (await sql<Thread>`select ${columns} from ${joined} order by (m.due is null or a.person = ${person}), m.due, m.at desc limit 200`.execute(db)).rows
}
export async function threadBy(db: Db, id: string): Promise<(Thread & { readonly keyWrapped: Uint8Array }) | undefined> {
  return (await sql<Thread & { keyWrapped: Uint8Array }>`select ${columns}, s.key_wrapped as "keyWrapped" from ${joined} where s.id = ${id}`.execute(db)).rows[0]
}

/** For the gate. */
export async function threadStanding(db: Db, id: string): Promise<{ readonly partnership: number; readonly askedBy: PersonId; readonly to: SparringTo; readonly seq: number; readonly due: Date | null } | undefined> {
  return (await sql<{ partnership: number; askedBy: PersonId; to: SparringTo; seq: number; due: Date | null }>`select s.partnership, gate.sparring_asker(s.id) as "askedBy", s.to_role as "to", m.seq, m.due
    from sparring s join lateral (select seq, due from sparring_message x where x.sparring = s.id order by seq desc limit 1) m on true where s.id = ${id}`.execute(db)).rows[0]
}

export interface MessageRow { readonly seq: number; readonly by: PersonId; readonly byName: string; readonly organisation: string; readonly at: Date; readonly box: Uint8Array }
export async function messagesOf(db: Db, id: string): Promise<readonly MessageRow[]> {
  return (await sql<MessageRow>`select m.seq, m.by, p.name as "byName", o.name as organisation, m.at, m.box from sparring_message m join person p on p.id = m.by join organisation o on o.id = p.organisation
    where m.sparring = ${id} order by m.seq`.execute(db)).rows
}

export const addThread = (db: Db, it: { readonly id: string; readonly partnership: number; readonly askedBy: string; readonly to: Role; readonly kind: string; readonly at: Date; readonly keyWrapped: Uint8Array }): Promise<unknown> => sql`
  insert into sparring (id, partnership, asked_by, to_role, kind, at, key_wrapped) values (${it.id}, ${it.partnership}, ${it.askedBy}, ${it.to}, ${it.kind}, ${it.at}, ${it.keyWrapped})`.execute(db)

/** False when somebody else wrote first. */
export async function addMessage(db: Db, it: { readonly thread: string; readonly seq: number; readonly partnership: number; readonly by: string; readonly at: Date; readonly due: Date | null; readonly box: Uint8Array }): Promise<boolean> {
  const done = await sql`insert into sparring_message (sparring, seq, partnership, by, at, due, box)
    values (${it.thread}, ${it.seq}, ${it.partnership}, ${it.by}, ${it.at}, ${it.due}, ${it.box}) on conflict do nothing`.execute(db)
  return done.numAffectedRows === 1n
}

export interface Count { readonly year: number; readonly kind: SparringKind; readonly to: SparringTo; readonly n: number }
export async function counts(db: Db): Promise<readonly Count[]> {
  return (await sql<Count>`select year, kind, to_role as "to", n from gate.sparring_counts() order by year desc, kind, to_role`.execute(db)).rows
}

/** How many wait for this person's answer, in any role, and by when; for the first page. */
export async function sparringWaiting(db: Db): Promise<{ readonly n: number; readonly due: Date | null }> {
  return (await sql<{ n: number; due: Date | null }>`select n, due from gate.sparring_waiting()`.execute(db)).rows[0] ?? { n: 0, due: null }
}
