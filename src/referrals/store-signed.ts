import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { KeptSigned, Signed } from './signed.ts'

interface By { readonly referral: string; readonly partnership: number; readonly by: string; readonly at: Date }
export interface NewSigned extends By, Signed { readonly scan: { readonly file: string; readonly type: string; readonly keyBox: Uint8Array } }
export async function addSigned(db: Db, it: NewSigned): Promise<void> {
  await sql`insert into referral_paper (referral, partnership, signed_on, until_day, covers, by, at) values (${it.referral}, ${it.partnership}, ${it.signedOn}, ${it.until}, ${[...it.covers]}::text[], ${it.by}, ${it.at})`.execute(db)
  await sql`insert into referral_paper_scan (referral, partnership, file, type, key_box, by, at) values (${it.referral}, ${it.partnership}, ${it.scan.file}, ${it.scan.type}, ${it.scan.keyBox}, ${it.by}, ${it.at})`.execute(db)
}

const columns = sql`p.signed_on as "signedOn", p.until_day as until, p.covers, e.at as "endedAt"`
const withEnd = sql`referral_paper p left join referral_paper_end e on e.referral = p.referral`

/** Undefined where it was sent on something else, or before papers were kept. */
export async function signedOf(db: Db, referral: string): Promise<KeptSigned | undefined> {
  return (await sql<KeptSigned>`select ${columns} from ${withEnd} where p.referral = ${referral}`.execute(db)).rows[0]
}
/** Of these, the ones that have such a paper. */
export async function signedAmong(db: Db, referrals: readonly string[]): Promise<ReadonlyMap<string, KeptSigned>> {
  const found = await sql<KeptSigned & { referral: string }>`select p.referral, ${columns} from ${withEnd} where p.referral = any(${[...referrals]}::uuid[])`.execute(db)
  return new Map(found.rows.map(({ referral, ...it }) => [referral, it]))
}
/** For the gate. */
export const hasSigned = async (db: Db, referral: string): Promise<boolean> => (await sql`select from referral_paper where referral = ${referral}`.execute(db)).rows.length > 0

export interface Scan { readonly file: string; readonly type: string; readonly keyBox: Uint8Array }
export async function scanOf(db: Db, referral: string): Promise<Scan | undefined> {
  return (await sql<Scan>`select file, type, key_box as "keyBox" from referral_paper_scan where referral = ${referral}`.execute(db)).rows[0]
}
/** @returns false when it was taken back before */
export const endSigned = async (db: Db, it: By): Promise<boolean> =>
  (await sql`insert into referral_paper_end (referral, partnership, by, at) values (${it.referral}, ${it.partnership}, ${it.by}, ${it.at}) on conflict do nothing`.execute(db)).numAffectedRows === 1n
