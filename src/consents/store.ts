import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { Consent, Law, Way } from './rules.ts'

const columns = sql`id, citizen, to_role as "to", form, version, asked_at as "askedAt", signed_at as "signedAt", from_day as "fromDay",
  until_day as "untilDay", topics, declined_at as "declinedAt", withdrawn_at as "withdrawnAt", how, law`

/** All consents of a citizen, newest asked first. */
export async function consentsOf(db: Db, citizen: string): Promise<readonly Consent[]> {
  const found = await sql<Consent>`select ${columns} from consent where citizen = ${citizen} order by asked_at desc, id`.execute(db)
  return found.rows
}

/** How many wait for her answer. */
export async function waitingFor(db: Db, citizen: string): Promise<number> {
  const found = await sql<{ n: number }>`select count(*)::int as n from consent where citizen = ${citizen} and signed_at is null and declined_at is null`.execute(db)
  return found.rows[0]?.n ?? 0
}

/** With its boxes, and who wrote it down where she did not sign on the screen. */
export interface Kept extends Consent {
  readonly answersBox: Uint8Array | null
  readonly purposeBox: Uint8Array | null
  readonly recordedBy: string | null
  readonly withdrawnBy: string | null
  readonly scan: string | null
  readonly scanType: string | null
  readonly scanKeyBox: Uint8Array | null
}

export async function consentBy(db: Db, id: string): Promise<Kept | undefined> {
  const found = await sql<Kept>`select ${columns}, answers_box as "answersBox", purpose_box as "purposeBox", scan, scan_type as "scanType", scan_key_box as "scanKeyBox",
    (select p.name from person p where p.id = recorded_by) as "recordedBy", (select p.name from person p where p.id = withdrawn_by) as "withdrawnBy"
    from consent where id = ${id}`.execute(db)
  return found.rows[0]
}

export type Standing = Pick<Consent, 'citizen' | 'signedAt' | 'fromDay' | 'untilDay' | 'declinedAt' | 'withdrawnAt' | 'how'> & { readonly partnership: number }

/** What the gate may know of a consent. */
export async function standingOf(db: Db, id: string): Promise<Standing | undefined> {
  const found = await sql<Standing>`select partnership, citizen, signed_at as "signedAt", from_day as "fromDay", until_day as "untilDay",
    declined_at as "declinedAt", withdrawn_at as "withdrawnAt", how from consent where id = ${id}`.execute(db)
  return found.rows[0]
}

/** What the gate may know of a citizen. */
export async function citizenStanding(db: Db, citizen: string): Promise<{ readonly partnership: number } | undefined> {
  return (await sql<{ partnership: number }>`select partnership from citizen where id = ${citizen}`.execute(db)).rows[0]
}

/** Whether this person holds the case of that citizen, as the gate knows it. */
export async function holdsCitizen(db: Db, citizen: string): Promise<boolean> {
  const found = await sql<{ held: boolean }>`select ${citizen}::uuid = any(gate.held_citizens()) as held`.execute(db)
  return found.rows[0]?.held ?? false
}

export interface Ask { readonly id: string; readonly partnership: number; readonly citizen: string; readonly to: string; readonly form: string; readonly version: number; readonly purposeBox: Uint8Array }

/** False when one waits already that was asked at the same time. */
export async function ask(db: Db, it: Ask, by: string, at: Date): Promise<boolean> {
  const done = await sql`insert into consent (id, partnership, citizen, to_role, form, version, purpose_box, asked_by, asked_at)
    values (${it.id}, ${it.partnership}, ${it.citizen}, ${it.to}, ${it.form}, ${it.version}, ${it.purposeBox}, ${by}, ${at}) on conflict do nothing`.execute(db)
  return done.numAffectedRows === 1n
}

export interface Signature { readonly at: Date; readonly fromDay: string; readonly untilDay: string; readonly topics: readonly string[]; readonly answersBox: Uint8Array }

/** False when it was answered meanwhile. */
export async function sign(db: Db, id: string, it: Signature): Promise<boolean> {
  const done = await sql`update consent set signed_at = ${it.at}, from_day = ${it.fromDay}::date, until_day = ${it.untilDay}::date, topics = ${[...it.topics]}::text[],
    answers_box = ${it.answersBox} where id = ${id} and signed_at is null and declined_at is null`.execute(db)
  return done.numAffectedRows === 1n
}
/** False when it was answered meanwhile. */
export async function decline(db: Db, id: string, at: Date): Promise<boolean> {
  return (await sql`update consent set declined_at = ${at} where id = ${id} and signed_at is null and declined_at is null`.execute(db)).numAffectedRows === 1n
}
/** False when it was withdrawn meanwhile. */
export async function withdraw(db: Db, id: string, at: Date): Promise<boolean> {
  return (await sql`update consent set withdrawn_at = ${at} where id = ${id} and signed_at is not null and withdrawn_at is null`.execute(db)).numAffectedRows === 1n
}

export interface Recorded extends Ask, Signature {
  readonly how: Exclude<Way, 'screen'>
  readonly law: Law | null
  readonly scan: { readonly id: string; readonly type: string; readonly keyBox: Uint8Array } | null
}
/** A yes that a colleague writes down, or a ground in law: it holds from the same moment. */
export const record = (db: Db, it: Recorded, by: string): Promise<unknown> => sql`
  insert into consent (id, partnership, citizen, to_role, form, version, purpose_box, asked_by, asked_at, recorded_by, how, law, signed_at, from_day, until_day, topics, answers_box,
    scan, scan_type, scan_key_box)
  values (${it.id}, ${it.partnership}, ${it.citizen}, ${it.to}, ${it.form}, ${it.version}, ${it.purposeBox}, ${by}, ${it.at}, ${by}, ${it.how}, ${it.law}, ${it.at},
    ${it.fromDay}::date, ${it.untilDay}::date, ${[...it.topics]}::text[], ${it.answersBox}, ${it.scan?.id ?? null}, ${it.scan?.type ?? null}, ${it.scan?.keyBox ?? null})`.execute(db)

/** She told a colleague. False when it was withdrawn meanwhile. */
export async function end(db: Db, id: string, by: string, at: Date): Promise<boolean> {
  return (await sql`update consent set withdrawn_at = ${at}, withdrawn_by = ${by} where id = ${id} and signed_at is not null and withdrawn_at is null`.execute(db)).numAffectedRows === 1n
}
