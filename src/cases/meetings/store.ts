import { sql } from 'kysely'
import type { PersonId, Role } from '../../kernel/actor.ts'
import type { Db } from '../../platform/db.ts'
import type { Forum } from '../coordination/rules.ts'
import type { Party } from './rules.ts'

interface Made { readonly case: string; readonly partnership: number; readonly by: PersonId; readonly byRole: Role; readonly now: Date }
export interface MeetingRow { readonly id: string; readonly at: Date; readonly party: Party; readonly forum: Forum; readonly contact: string | null; readonly organisation: number; readonly box: Uint8Array }

export const addMeeting = (db: Db, it: Omit<MeetingRow, never>, made: Made): Promise<unknown> => sql`
  insert into case_meeting (id, partnership, case_id, at, party, forum, contact, organisation, made_by, by_role, made_at, box)
  values (${it.id}, ${made.partnership}, ${made.case}, ${it.at}, ${it.party}, ${it.forum}, ${it.contact}, ${it.organisation}, ${made.by}, ${made.byRole}, ${made.now}, ${it.box})`.execute(db)

export interface SeatRow { readonly id: string; readonly party: Party; readonly person: PersonId | null; readonly name: string | null; readonly box: Uint8Array | null }
export const addSeat = (db: Db, meeting: { readonly id: string; readonly party: Party }, it: Omit<SeatRow, 'name'>, partnership: number): Promise<unknown> => sql`
  insert into meeting_seat (id, partnership, meeting, meeting_party, party, person, box)
  values (${it.id}, ${partnership}, ${meeting.id}, ${meeting.party}, ${it.party}, ${it.person}, ${it.box})`.execute(db)

/** Newest first. */
export async function meetingsOf(db: Db, caseId: string): Promise<readonly MeetingRow[]> {
  return (await sql<MeetingRow>`select id, at, party, forum, contact, organisation, box from case_meeting where case_id = ${caseId} order by at desc`.execute(db)).rows
}
/** Each once, and whoever has a seat now: one that was handed over is not the first one's any more. */
export async function seatsOf(db: Db, meeting: string): Promise<readonly SeatRow[]> {
  return (await sql<SeatRow>`select * from (select distinct on (coalesce(h.person, s.id)) s.id, s.party, h.person, p.name, s.box from meeting_seat s
      left join lateral (select coalesce((select g.person from meeting_seat_given g where g.seat = s.id order by g.seq desc limit 1), s.person) as person) h on true
      left join person p on p.id = h.person where s.meeting = ${meeting}) seats order by name`.execute(db)).rows
}

export interface CopyRow { readonly id: string; readonly what: 'invitation' | 'minutes'; readonly version: number; readonly forum: Forum; readonly at: Date; readonly toPerson: PersonId; readonly toName: string; readonly byName: string; readonly keyWrapped: Uint8Array; readonly box: Uint8Array }
const copies = sql`
  select c.id, c.what, c.version, c.forum, c.at, c.to_person as "toPerson", t.name as "toName", b.name as "byName", c.key_wrapped as "keyWrapped", c.box
  from meeting_copy c join person t on t.id = c.to_person join person b on b.id = c.by`
export const copiesOf = async (db: Db, meeting: string): Promise<readonly CopyRow[]> => (await sql<CopyRow>`${copies} where c.meeting = ${meeting} order by c.at`.execute(db)).rows
/** What was sent to this person, or to the one whose seat this person has taken over, newest first. */
export const copiesTo = async (db: Db, person: string): Promise<readonly CopyRow[]> => (await sql<CopyRow>`${copies} where c.to_person = ${person} or c.id = any(gate.copies_along()) order by c.at desc limit 50`.execute(db)).rows
export const copyBy = async (db: Db, id: string): Promise<CopyRow | undefined> => (await sql<CopyRow>`${copies} where c.id = ${id}`.execute(db)).rows[0]

/** Frozen when it is sent; the same version goes to a person once. */
export const addCopy = (db: Db, meeting: string, it: Pick<CopyRow, 'id' | 'what' | 'version' | 'forum' | 'toPerson' | 'keyWrapped' | 'box'>, made: Made): Promise<unknown> => sql`
  insert into meeting_copy (id, partnership, case_id, meeting, what, version, to_person, forum, at, by, by_role, key_wrapped, box)
  values (${it.id}, ${made.partnership}, ${made.case}, ${meeting}, ${it.what}, ${it.version}, ${it.toPerson}, ${it.forum}, ${made.now}, ${made.by}, ${made.byRole}, ${it.keyWrapped}, ${it.box})
  on conflict do nothing`.execute(db)

/** For the gate: to whom it was sent. */
export async function copyStanding(db: Db, id: string): Promise<{ readonly partnership: number; readonly case: string; readonly citizen: PersonId; readonly to: readonly PersonId[] } | undefined> {
  const found = await sql<{ partnership: number; case: string; citizen: PersonId; to: readonly PersonId[] }>`
    select c.partnership, c.case_id as case, f.citizen, array[c.to_person] || gate.seats_along(c.id) as "to" from meeting_copy c join case_file f on f.id = c.case_id where c.id = ${id}`.execute(db)
  return found.rows[0]
}

/** The forums behind things of a case: meetings, their minutes, and the tasks that came of them, by id. */
export async function forumsOf(db: Db, ids: readonly string[]): Promise<readonly { readonly forum: Forum }[]> {
  const found = await sql<{ forum: Forum }>`
    select forum from case_meeting where id = any(${ids}::uuid[]) union all select forum from case_task where id = any(${ids}::uuid[])
    union all select forum from meeting_copy where id = any(${ids}::uuid[])`.execute(db)
  return found.rows
}
