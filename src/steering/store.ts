import { sql } from 'kysely'
import type { PersonId, Role } from '../kernel/actor.ts'
import type { Day } from '../kernel/day.ts'
import type { Db } from '../platform/db.ts'
import type { BackingKind, Body, ChangePart, Point, Seat } from './rules.ts'

const rows = async <T>(db: Db, question: ReturnType<typeof sql<T>>): Promise<readonly T[]> => (await question.execute(db)).rows
/** For the gate: where the thing is, when there is such a thing. */
const partnershipOf = async (db: Db, question: ReturnType<typeof sql<{ partnership: number }>>): Promise<number | undefined> => (await rows(db, question))[0]?.partnership
export const meetingFacts = (db: Db, id: string) => partnershipOf(db, sql<{ partnership: number }>`select partnership from steering_meeting where id = ${id}`)
export const decisionFacts = (db: Db, id: string, meeting: string) => partnershipOf(db, sql<{ partnership: number }>`select partnership from steering_decision where id = ${id} and meeting = ${meeting}`)
export const lineFacts = (db: Db, id: string) => partnershipOf(db, sql<{ partnership: number }>`select partnership from information_line where id = ${id}`)
export const personFacts = (db: Db, id: string) => partnershipOf(db, sql<{ partnership: number }>`select partnership from person where id = ${id}`)

const one = async (db: Db, question: ReturnType<typeof sql>): Promise<boolean> => (await question.execute(db)).numAffectedRows === 1n

/** Who holds roles today or will, by role alone. Whoever stands in fills no seat. */
export const seats = (db: Db, partnership: number, today: Day) => rows(db, sql<Seat>`
  select role, from_day as "from", to_day as "to" from holding where partnership = ${partnership} and not stands_in and (to_day is null or to_day >= ${today}::date)`)
/** Numbers of cases whose day has passed. */
export const lateCases = async (db: Db, partnership: number, now: Date): Promise<readonly string[]> =>
  (await rows(db, sql<{ number: string }>`select number from case_now where partnership = ${partnership} and due is not null and due < ${now} order by number`)).map(it => it.number)
export const declinedCases = async (db: Db, role: Role, after: Date): Promise<readonly string[]> =>
  (await rows(db, sql<{ all: string[] }>`select gate.declined_numbers(${role}, ${after}) as all`))[0]?.all ?? []
export interface Count { readonly what: string; readonly part: string; readonly n: number }
export const yearCounts = (db: Db, role: Role, year: number) => rows(db, sql<Count>`select what, part, n from gate.year_counts(${role}, ${year})`)

export interface Meeting { readonly id: string; readonly body: Body; readonly onDay: Day; readonly agenda: readonly Point[]; readonly ownPoints: string; readonly minutes: string | null; readonly minutesAt: Date | null; readonly at: Date; readonly byName: string }
const meetingsWhere = sql`select m.id, m.body, m.on_day as "onDay", m.agenda, m.own_points as "ownPoints", m.minutes, m.minutes_at as "minutesAt", m.at, p.name as "byName"
  from steering_meeting m join person p on p.id = m.by`
export const meetings = (db: Db, partnership: number) => rows(db, sql<Meeting>`${meetingsWhere} where m.partnership = ${partnership} order by m.on_day desc, m.at desc limit 60`)
export const meetingBy = async (db: Db, id: string) => (await rows(db, sql<Meeting>`${meetingsWhere} where m.id = ${id}`))[0]
export const addMeeting = (db: Db, it: Pick<Meeting, 'id' | 'body' | 'onDay' | 'agenda' | 'ownPoints' | 'at'>, partnership: number, by: string): Promise<unknown> => sql`
  insert into steering_meeting (id, partnership, body, on_day, agenda, own_points, by, at)
  values (${it.id}, ${partnership}, ${it.body}, ${it.onDay}::date, ${JSON.stringify(it.agenda)}::jsonb, ${it.ownPoints}, ${by}, ${it.at})`.execute(db)
/** False when somebody else wrote meanwhile; `before` is when the minutes that were seen were written. */
export const keepMinutes = (db: Db, id: string, minutes: string, at: Date, before: string) => one(db, sql`
  update steering_meeting set minutes = ${minutes}, minutes_at = ${at} where id = ${id} and coalesce(to_char(minutes_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '') = ${before}`)

export interface Decision { readonly id: string; readonly meeting: string; readonly decided: string; readonly ownerName: string; readonly due: Day; readonly doneAt: Date | null; readonly onDay: Day }
export const decisions = (db: Db, partnership: number) => rows(db, sql<Decision>`
  select d.id, d.meeting, d.decided, p.name as "ownerName", d.due, d.done_at as "doneAt", m.on_day as "onDay"
  from steering_decision d join person p on p.id = d.owner join steering_meeting m on m.id = d.meeting where d.partnership = ${partnership} order by (d.done_at is not null), d.due, d.id limit 200`)
export const addDecision = (db: Db, it: { readonly id: string; readonly meeting: string; readonly decided: string; readonly owner: string; readonly due: Day }, partnership: number, by: string, at: Date): Promise<unknown> => sql`
  insert into steering_decision (id, partnership, meeting, decided, owner, due, by, at) values (${it.id}, ${partnership}, ${it.meeting}, ${it.decided}, ${it.owner}, ${it.due}::date, ${by}, ${at})`.execute(db)
export const finish = (db: Db, id: string, at: Date) => one(db, sql`update steering_decision set done_at = ${at} where id = ${id} and done_at is null`)

export interface OwnDecision { readonly decided: string; readonly due: Day; readonly onDay: Day }
/** What the reader is to carry out and has not done. */
export const myDecisions = (db: Db) => rows(db, sql<OwnDecision>`select decided, due, on_day as "onDay" from gate.my_decisions()`)

export interface Change { readonly id: string; readonly part: ChangePart; readonly proposal: string; readonly reason: string; readonly byName: string; readonly at: Date; readonly agreed: boolean | null; readonly decidedReason: string | null; readonly decidedName: string | null; readonly decidedAt: Date | null; readonly validFrom: Day | null; readonly publishedAt: Date | null }
export const changes = (db: Db, partnership: number, onlyPublished: boolean) => rows(db, sql<Change>`
  select c.id, c.part, c.proposal, c.reason, p.name as "byName", c.at, c.agreed, c.decided_reason as "decidedReason", d.name as "decidedName", c.decided_at as "decidedAt",
    c.valid_from as "validFrom", c.published_at as "publishedAt"
  from model_change c join person p on p.id = c.by left join person d on d.id = c.decided_by
  where c.partnership = ${partnership} and (not ${onlyPublished}::boolean or c.published_at is not null) order by c.at desc limit 200`)
export const changeFacts = async (db: Db, id: string) => (await rows(db, sql<{ partnership: number; agreed: boolean | null; publishedAt: Date | null }>`
  select partnership, agreed, published_at as "publishedAt" from model_change where id = ${id}`))[0]
export const addChange = (db: Db, it: Pick<Change, 'id' | 'part' | 'proposal' | 'reason' | 'at'>, partnership: number, by: string): Promise<unknown> => sql`
  insert into model_change (id, partnership, part, proposal, reason, by, at) values (${it.id}, ${partnership}, ${it.part}, ${it.proposal}, ${it.reason}, ${by}, ${it.at})`.execute(db)
export const decideChange = (db: Db, id: string, it: { readonly agreed: boolean; readonly reason: string; readonly validFrom: Day | null }, by: string, at: Date) => one(db, sql`
  update model_change set agreed = ${it.agreed}, decided_reason = ${it.reason}, decided_by = ${by}, decided_at = ${at}, valid_from = ${it.validFrom}::date where id = ${id} and agreed is null`)
export const publish = (db: Db, id: string, at: Date) => one(db, sql`update model_change set published_at = ${at} where id = ${id} and agreed and published_at is null`)

export interface InfoLine { readonly id: string; readonly what: string; readonly whom: string; readonly how: string; readonly everyMonths: number; readonly ownerName: string; readonly since: Day; readonly lastOn: Day | null }
export const infoLines = (db: Db, partnership: number) => rows(db, sql<InfoLine>`
  select l.id, l.what, l.whom, l.how, l.every_months as "everyMonths", p.name as "ownerName", l.since, (select max(t.on_day) from information_told t where t.line = l.id) as "lastOn"
  from information_line l join person p on p.id = l.owner where l.partnership = ${partnership} and l.ended_at is null order by l.at, l.id`)
export const addInfoLine = (db: Db, it: Pick<InfoLine, 'id' | 'what' | 'whom' | 'how' | 'everyMonths' | 'since'> & { readonly owner: string }, partnership: number, by: string, at: Date): Promise<unknown> => sql`
  insert into information_line (id, partnership, what, whom, how, every_months, owner, since, by, at)
  values (${it.id}, ${partnership}, ${it.what}, ${it.whom}, ${it.how}, ${it.everyMonths}, ${it.owner}, ${it.since}::date, ${by}, ${at})`.execute(db)
export const told = (db: Db, line: string, onDay: Day, partnership: number, by: string, at: Date): Promise<unknown> => sql`
  insert into information_told (line, partnership, on_day, by, at) values (${line}, ${partnership}, ${onDay}::date, ${by}, ${at}) on conflict do nothing`.execute(db)

export const ownerOf = async (db: Db, partnership: number, year: number) => (await rows(db, sql<{ name: string }>`
  select p.name from effort_owner e join person p on p.id = e.owner where e.partnership = ${partnership} and e.year = ${year} order by e.at desc limit 1`))[0]?.name
export const addOwner = (db: Db, partnership: number, year: number, owner: string, by: string, at: Date): Promise<unknown> => sql`
  insert into effort_owner (partnership, year, owner, by, at) values (${partnership}, ${year}, ${owner}, ${by}, ${at})`.execute(db)

export interface Newcomer { readonly id: PersonId; readonly name: string; readonly unit: string | null; readonly since: Day }
/** Those whose first role began after that day, and whom nobody has told how the model works. */
export const newcomers = (db: Db, partnership: number, after: Day, today: Day) => rows(db, sql<Newcomer>`
  select p.id, p.name, u.name as unit, min(h.from_day) as since from holding h join person p on p.id = h.person left join unit u on u.id = p.unit
  where h.partnership = ${partnership} and not exists (select from newcomer_told n where n.person = p.id) group by p.id, p.name, u.name
  having min(h.from_day) > ${after}::date and min(h.from_day) <= ${today}::date order by since, p.name`)
export const newcomerTold = (db: Db, person: string, partnership: number, by: string, at: Date): Promise<unknown> => sql`
  insert into newcomer_told (person, partnership, by, at) values (${person}, ${partnership}, ${by}, ${at}) on conflict do nothing`.execute(db)

export interface Backing { readonly id: string; readonly kind: BackingKind; readonly who: string; readonly says: string; readonly onDay: Day }
export const backings = (db: Db, partnership: number) => rows(db, sql<Backing>`
  select id, kind, who, says, on_day as "onDay" from backing where partnership = ${partnership} and ended_at is null order by kind, on_day desc, id`)
export const addBacking = (db: Db, it: Backing, partnership: number, by: string, at: Date): Promise<unknown> => sql`
  insert into backing (id, partnership, kind, who, says, on_day, by, at) values (${it.id}, ${partnership}, ${it.kind}, ${it.who}, ${it.says}, ${it.onDay}::date, ${by}, ${at})`.execute(db)
