import { sql } from 'kysely'
import type { PersonId, Role } from '../kernel/actor.ts'
import type { Paper } from '../kernel/rights.ts'
import type { Db } from '../platform/db.ts'
import type { State } from './rights.ts'

export interface BundleRow {
  readonly id: string
  readonly partnership: number
  readonly log: string
  readonly citizen: PersonId
  readonly caseId: string | null
  readonly madeBy: PersonId
  readonly madeRole: Role
  readonly ground: string
  readonly consent: string | null
  readonly entries: readonly string[]
  readonly file: string
  /** Of the zip. */
  readonly sha256: string
  readonly bytes: number
  readonly headSeq: number
  readonly headSeal: string
  readonly madeAt: Date
}
export interface KeyRow { readonly keyWrapped: Uint8Array; readonly box: Uint8Array }

export async function addBundle(db: Db, it: BundleRow, key: KeyRow): Promise<void> {
  await sql`insert into bundle (id, partnership, log, citizen, case_id, made_by, made_role, ground, consent, entries, file, sha256, bytes, head_seq, head_seal, made_at)
    values (${it.id}, ${it.partnership}, ${it.log}, ${it.citizen}, ${it.caseId}, ${it.madeBy}, ${it.madeRole}, ${it.ground}, ${it.consent}, ${[...it.entries]}::uuid[],
      ${it.file}, ${it.sha256}, ${it.bytes}, ${it.headSeq}, ${it.headSeal}, ${it.madeAt})`.execute(db)
  await sql`insert into bundle_key (bundle, partnership, key_wrapped, box) values (${it.id}, ${it.partnership}, ${key.keyWrapped}, ${key.box})`.execute(db)
}

const columns = sql`b.id, b.partnership, b.log, b.citizen, b.case_id as "caseId", b.made_by as "madeBy", b.made_role as "madeRole", b.ground, b.consent, b.entries, b.file,
  b.sha256, b.bytes, b.head_seq as "headSeq", b.head_seal as "headSeal", b.made_at as "madeAt", gate.bundle_state(b.id) as state`
export type Listed = BundleRow & { readonly state: State }

/** The bundles of this citizen's log that the role sees, newest first. */
export async function bundlesOf(db: Db, citizen: string, caseId: string | undefined): Promise<readonly Listed[]> {
  const inCase = caseId === undefined ? sql`` : sql`and b.case_id = ${caseId}`
  return (await sql<Listed>`select ${columns} from bundle b where b.citizen = ${citizen} ${inCase} order by b.made_at desc, b.id`.execute(db)).rows
}
export async function bundleBy(db: Db, id: string): Promise<Listed | undefined> {
  return (await sql<Listed>`select ${columns} from bundle b where b.id = ${id}`.execute(db)).rows[0]
}
export async function keyOf(db: Db, id: string): Promise<KeyRow | undefined> {
  return (await sql<KeyRow>`select key_wrapped as "keyWrapped", box from bundle_key where bundle = ${id}`.execute(db)).rows[0]
}

export type Step = 'deliver' | 'receipt'
export interface EventRow { readonly seq: number; readonly step: Step; readonly at: Date; readonly box: Uint8Array }
export async function eventsOf(db: Db, id: string): Promise<readonly EventRow[]> {
  return (await sql<EventRow>`select seq, step, at, box from bundle_event where bundle = ${id} order by seq`.execute(db)).rows
}
/** False when somebody else was first. */
export async function addEvent(db: Db, it: EventRow & { readonly bundle: string; readonly partnership: number; readonly by: string; readonly byRole: Role }): Promise<boolean> {
  const done = await sql`insert into bundle_event (bundle, seq, partnership, step, by, by_role, at, box)
    values (${it.bundle}, ${it.seq}, ${it.partnership}, ${it.step}, ${it.by}, ${it.byRole}, ${it.at}, ${it.box}) on conflict do nothing`.execute(db)
  return done.numAffectedRows === 1n
}

/** For the gate: whose bundle it is, who made it in which role and on which paper, and where it stands. */
export interface Standing {
  readonly partnership: number
  readonly citizen: PersonId
  readonly caseId: string | null
  readonly madeRole: Role
  readonly consent: string | null
  readonly state: State
  /** Who holds its case as coordinator now. */
  readonly coordinator: PersonId | null
}
export async function standingOf(db: Db, id: string): Promise<Standing | undefined> {
  return (await sql<Standing>`select b.partnership, b.citizen, b.case_id as "caseId", b.made_role as "madeRole", b.consent, gate.bundle_state(b.id) as state,
      (select n.holder from case_now n where n.case_id = b.case_id and n.status in ('coordinated', 'closed')) as coordinator
    from bundle b where b.id = ${id}`.execute(db)).rows[0]
}

/** For the gate: the consent to the police that covers the log today, once for each role that the log is shown to. */
export async function papersFor(db: Db, citizen: string): Promise<readonly Paper[]> {
  return (await sql<Paper>`select distinct on (s.to_role) c.id, s.to_role as to from consent c join log l on l.citizen = c.citizen join showing s on s.log = l.id
    where c.citizen = ${citizen} and gate.consent_holds(c.id, c.citizen) and s.revoked_at is null order by s.to_role, c.id`.execute(db)).rows
}

/** For the gate: the case of that number, as people speak of it. */
export async function caseByNumber(db: Db, partnership: number, number: string): Promise<string | undefined> {
  return (await sql<{ id: string }>`select case_id as id from case_now where partnership = ${partnership} and number = ${number}`.execute(db)).rows[0]?.id
}

/** Files of bundles that were destroyed. For the broom. */
export async function filesOfDestroyed(db: Db): Promise<readonly string[]> {
  return (await sql<{ file: string }>`select file from bundle b where not exists (select from bundle_key k where k.bundle = b.id)`.execute(db)).rows.map(it => it.file)
}
