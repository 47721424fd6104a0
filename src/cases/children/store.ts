import { sql } from 'kysely'
import type { PersonId, Role } from '../../kernel/actor.ts'
import { type Day, dayOf } from '../../kernel/day.ts'
import type { Db } from '../../platform/db.ts'
import type { Climb } from '../late.ts'
import type { RecordKind, TrackStep } from './rules.ts'

/** When the duty to report was told in a case, and by whom; undefined before. */
export async function dutyTold(db: Db, caseId: string): Promise<{ readonly byName: string; readonly at: Date } | undefined> {
  const found = await sql<{ byName: string; at: Date }>`select p.name as "byName", d.at from child_duty_told d join person p on p.id = d.by where d.case_id = ${caseId}`.execute(db)
  return found.rows[0]
}
export const tellDuty = (db: Db, it: { readonly case: string; readonly partnership: number; readonly by: PersonId; readonly byRole: Role; readonly at: Date }): Promise<unknown> => sql`
  insert into child_duty_told (case_id, partnership, by, by_role, at) values (${it.case}, ${it.partnership}, ${it.by}, ${it.byRole}, ${it.at}) on conflict do nothing`.execute(db)

export interface TrackRow {
  readonly id: string
  readonly case: string
  readonly counsellor: PersonId
  readonly counsellorName: string
  /** When it went over to her from another. */
  readonly givenAt: Date | null
  readonly askedByName: string
  readonly askedAt: Date
  readonly due: Day
  readonly keyWrapped: Uint8Array
  readonly box: Uint8Array
  readonly step: TrackStep | null
  readonly stepAt: Date | null
  readonly acceptedAt: Date | null
  readonly stepBox: Uint8Array | null
}
const trackRows = sql`
  select t.id, t.case_id as case, coalesce(g.counsellor, t.counsellor) as counsellor, c.name as "counsellorName", g.at as "givenAt", a.name as "askedByName", t.asked_at as "askedAt", t.due, t.key_wrapped as "keyWrapped", t.box,
    l.step, l.at as "stepAt", l.box as "stepBox", f.at as "acceptedAt"
  from family_track t left join lateral (select * from family_giving i where i.track = t.id order by i.seq desc limit 1) g on true
    join person c on c.id = coalesce(g.counsellor, t.counsellor) join person a on a.id = t.asked_by
    left join lateral (select * from family_step s where s.track = t.id order by s.seq desc limit 1) l on true
    left join family_step f on f.track = t.id and f.seq = 1 and f.step = 'accept'`
/** Newest first. */
export const tracksOf = async (db: Db, caseId: string): Promise<readonly TrackRow[]> => (await sql<TrackRow>`${trackRows} where t.case_id = ${caseId} order by t.asked_at desc`.execute(db)).rows
export const trackBy = async (db: Db, id: string): Promise<TrackRow | undefined> => (await sql<TrackRow>`${trackRows} where t.id = ${id}`.execute(db)).rows[0]
/** Those on which the reader acts as family counsellor and that are not ended. */
export const tracksOfMine = async (db: Db): Promise<readonly TrackRow[]> => (await sql<TrackRow>`${trackRows} where coalesce(l.step, 'accept') = 'accept' order by t.due`.execute(db)).rows

export const addTrack = (db: Db, it: { readonly id: string; readonly case: string; readonly partnership: number; readonly counsellor: PersonId; readonly by: PersonId; readonly byRole: Role; readonly at: Date; readonly due: Day; readonly keyWrapped: Uint8Array; readonly box: Uint8Array }): Promise<unknown> => sql`
  insert into family_track (id, partnership, case_id, counsellor, asked_by, by_role, asked_at, due, key_wrapped, box)
  values (${it.id}, ${it.partnership}, ${it.case}, ${it.counsellor}, ${it.by}, ${it.byRole}, ${it.at}, ${it.due}, ${it.keyWrapped}, ${it.box})`.execute(db)

/** @returns false when there is such a step already: somebody else was first */
export async function addTrackStep(db: Db, it: { readonly track: string; readonly step: TrackStep; readonly partnership: number; readonly by: PersonId; readonly at: Date; readonly box: Uint8Array | null }): Promise<boolean> {
  const done = await sql`
    insert into family_step (track, seq, partnership, step, by, at, box)
    values (${it.track}, ${it.step === 'end' ? 2 : 1}, ${it.partnership}, ${it.step}, ${it.by}, ${it.at}, ${it.box}) on conflict do nothing`.execute(db)
  return done.numAffectedRows === 1n
}

/** For the gate: who was asked, and how it stands. */
export async function trackStanding(db: Db, id: string): Promise<{ readonly partnership: number; readonly case: string; readonly citizen: PersonId; readonly counsellor: PersonId; readonly step: TrackStep | null; readonly late: Climb | null } | undefined> {
  const found = await sql<{ partnership: number; case: string; citizen: PersonId; counsellor: PersonId; step: TrackStep | null; late: Climb | null }>`
    select gate.track_late(t.id) as late, t.partnership, t.case_id as case, f.citizen, gate.counsellor_of(t.id) as counsellor, (select s.step from family_step s where s.track = t.id order by s.seq desc limit 1) as step
    from family_track t join case_file f on f.id = t.case_id where t.id = ${id}`.execute(db)
  return found.rows[0]
}

export interface Adrift { readonly track: string; readonly number: string; readonly counsellor: string; readonly accepted: boolean; readonly able: readonly PersonId[] }
/** For the leader: the tracks on which nobody can act today, and who of these could. */
export const tracksAdrift = async (db: Db, counsellors: readonly PersonId[]): Promise<readonly Adrift[]> => (await sql<Adrift>`
  select a.track, a.number, a.counsellor, a.accepted, array(select p from unnest(${[...counsellors]}::uuid[]) p where gate.may_have_track(a.track, p)) as able
  from gate.tracks_adrift() a order by a.number`.execute(db)).rows
/** @returns false when somebody else was first */
export async function giveTrack(db: Db, it: { readonly track: string; readonly counsellor: PersonId; readonly partnership: number; readonly by: PersonId; readonly at: Date }): Promise<boolean> {
  const done = await sql`
    insert into family_giving (track, seq, partnership, counsellor, how, by, at)
    select ${it.track}, coalesce((select max(seq) from family_giving where track = ${it.track}), 0) + 1, ${it.partnership}, ${it.counsellor}, 'appoint', ${it.by}, ${it.at}
    on conflict do nothing`.execute(db)
  return done.numAffectedRows === 1n
}

/** What the clock sees of a track that nobody has answered. */
export interface LateTrack { readonly id: string; readonly case: string; readonly due: Day; readonly givenAt: Date | null; readonly seq: number; readonly lateStep: Climb | null; readonly lateAt: Date | null }
export async function lateTracks(db: Db, partnership: number, now: Date): Promise<readonly LateTrack[]> {
  return (await sql<LateTrack>`select track as id, case_id as case, due, given_at as "givenAt", seq, late_step as "lateStep", late_at as "lateAt" from gate.asked_tracks()
    where partnership = ${partnership} and due < ${dayOf(now)}::date and late_step is distinct from 'to-leader' order by due, track`.execute(db)).rows
}
/** Nothing where another clock was first. */
export const climbTrack = (db: Db, it: LateTrack, step: Climb, at: Date): Promise<unknown> => sql`
  insert into family_late (track, seq, step, at) values (${it.id}, ${it.seq + 1}, ${step}, ${at}) on conflict do nothing`.execute(db)

export interface MissedTrack { readonly id: string; readonly number: string; readonly name: string; readonly due: Day; readonly lateStep: Climb }
/** For the leader and the tovholder: number, day and name. */
export const missedTracks = async (db: Db, role: Role): Promise<readonly MissedTrack[]> => (await sql<MissedTrack>`
  select track as id, number, name, due, late_step as "lateStep" from gate.missed_tracks(${role}) order by late_step = 'to-leader' desc, due, number limit 200`.execute(db)).rows

export interface RecordRow { readonly id: string; readonly version: number; readonly kind: RecordKind; readonly onDay: Day; readonly untilDay: Day | null; readonly byName: string; readonly at: Date; readonly keyWrapped: Uint8Array; readonly box: Uint8Array }
/** Her records, newest first. */
export const recordsOf = async (db: Db, track: string): Promise<readonly RecordRow[]> => (await sql<RecordRow>`
  select r.id, r.version, r.kind, r.on_day as "onDay", r.until_day as "untilDay", p.name as "byName", r.at, r.key_wrapped as "keyWrapped", r.box
  from family_record r join person p on p.id = r.by where r.track = ${track} order by r.on_day desc, r.at desc, r.version desc`.execute(db)).rows
/** What those who have the case see of them: agreements and outcomes by their days. */
export const datesOf = async (db: Db, track: string): Promise<readonly Pick<RecordRow, 'id' | 'version' | 'kind' | 'onDay' | 'untilDay'>[]> => (await sql<Pick<RecordRow, 'id' | 'version' | 'kind' | 'onDay' | 'untilDay'>>`
  select distinct on (id) id, version, kind, on_day as "onDay", until_day as "untilDay" from family_record where track = ${track} order by id, version desc`.execute(db)).rows

/** @returns false when that version is there already: somebody else was first */
export async function addRecord(db: Db, it: Omit<RecordRow, 'byName'> & { readonly track: string; readonly partnership: number; readonly by: PersonId }): Promise<boolean> {
  const done = await sql`
    insert into family_record (id, version, partnership, track, kind, on_day, until_day, by, at, key_wrapped, box)
    values (${it.id}, ${it.version}, ${it.partnership}, ${it.track}, ${it.kind}, ${it.onDay}, ${it.untilDay}, ${it.by}, ${it.at}, ${it.keyWrapped}, ${it.box}) on conflict do nothing`.execute(db)
  return done.numAffectedRows === 1n
}

/** For the gate: whether there is such a record on that track; in this version, where one is named. */
export const recordIsOn = async (db: Db, id: string, kind: RecordKind, track: string, version?: number): Promise<boolean> =>
  (await sql`select 1 from family_record where id = ${id} and kind = ${kind} and track = ${track} and (${version ?? null}::int is null or version = ${version ?? null}::int) limit 1`.execute(db)).rows.length > 0
