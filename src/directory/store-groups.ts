import { sql } from 'kysely'
import type { PersonId } from '../kernel/actor.ts'
import type { Day } from '../kernel/day.ts'
import type { Db } from '../platform/db.ts'
import type { Exception, Listed, Member, Review, StaffGroup } from './group.ts'

export async function groups(db: Db, partnership: number): Promise<readonly (StaffGroup & { readonly members: readonly Member[] })[]> {
  const found = await sql<StaffGroup>`
    select id, kind, name, mandate, from_day as "from", to_day as "to" from staff_group where partnership = ${partnership} order by to_day is not null, name`.execute(db)
  const members = await sql<Member & { group: string }>`
    select m.staff_group as group, m.person, p.name, m.from_day as "from", m.to_day as "to" from group_member m join person p on p.id = m.person
    where m.partnership = ${partnership} order by p.name, m.from_day`.execute(db)
  return found.rows.map(it => ({ ...it, members: members.rows.filter(one => one.group === it.id) }))
}

/** For the gate. */
export const hasGroup = async (db: Db, partnership: number, id: string): Promise<boolean> =>
  (await sql`select 1 from staff_group where id = ${id} and partnership = ${partnership}`.execute(db)).rows.length > 0

interface Kept { readonly partnership: number; readonly by: PersonId; readonly at: Date }

export const addGroup = (db: Db, it: StaffGroup & Kept): Promise<unknown> => sql`
  insert into staff_group (id, partnership, kind, name, mandate, from_day, to_day, made_by, made_at)
  values (${it.id}, ${it.partnership}, ${it.kind}, ${it.name}, ${it.mandate}, ${it.from}::date, ${it.to}::date, ${it.by}, ${it.at})`.execute(db)

/** @returns false when the same person began on the same day before */
export async function addMember(db: Db, group: string, person: PersonId, from: Day, { partnership, by, at }: Kept): Promise<boolean> {
  const done = await sql`
    insert into group_member (staff_group, person, partnership, from_day, added_by, added_at) values (${group}, ${person}, ${partnership}, ${from}::date, ${by}, ${at})
    on conflict do nothing`.execute(db)
  return done.numAffectedRows === 1n
}

export const endMember = (db: Db, group: string, person: string, from: Day, last: Day): Promise<unknown> =>
  sql`update group_member set to_day = ${last}::date where staff_group = ${group} and person = ${person} and from_day = ${from}::date`.execute(db)

export const endGroup = (db: Db, group: string, last: Day): Promise<unknown> => sql`update staff_group set to_day = ${last}::date where id = ${group}`.execute(db)

/** The one signed last, as far as the role may see it. */
export async function lastReview(db: Db, partnership: number): Promise<Review | undefined> {
  const found = await sql<Review>`
    select p.name as "signedBy", r.signed_at as "signedAt", r.next_due as "nextDue", r.note, r.listed from access_review r join person p on p.id = r.signed_by
    where r.partnership = ${partnership} order by r.signed_at desc limit 1`.execute(db)
  return found.rows[0]
}

/** Newest first, as far as the reader's role may know of them. */
export const exceptionsNow = async (db: Db): Promise<readonly Exception[]> => (await sql<Exception>`select what, number, name, day, until_day as until from gate.access_exceptions()`.execute(db)).rows

export const signReview = (db: Db, id: string, listed: readonly Listed[], exceptions: readonly Exception[], nextDue: Day, note: string | null, { partnership, by, at }: Kept): Promise<unknown> => sql`
  insert into access_review (id, partnership, signed_by, signed_at, next_due, listed, exceptions, note)
  values (${id}, ${partnership}, ${by}, ${at}, ${nextDue}::date, ${JSON.stringify(listed)}::jsonb, ${JSON.stringify(exceptions)}::jsonb, ${note})`.execute(db)
