// The paper that a referral was sent on, for whoever sent it: what it covers, its scan, and that it was taken back, which the receiver reads from the same moment.
import { Readable } from 'node:stream'
import { z } from 'zod'
import type { Actor } from '../kernel/actor.ts'
import { Refusal } from '../kernel/refusal.ts'
import { keepScan } from '../consents/scan.ts'
import { action, type Work } from '../platform/action.ts'
import type { Db } from '../platform/db.ts'
import { type Key, unwrapUnder, wrapUnder } from '../platform/vault.ts'
import { type Referral, rights } from './rules.ts'
import type { KeptSigned, Signed } from './signed.ts'
import { referralFacts, type ReferralFacts } from './standing.ts'
import { referralBy } from './store.ts'
import { addSigned, endSigned, hasSigned, scanOf, signedOf } from './store-signed.ts'

/** Keeps the facts and the scan; does what sends it in between, and leaves no file behind where that fails. */
export async function keepSigned({ house, db, actor, now }: Work, file: unknown, signed: Signed, send: () => Promise<{ readonly id: string; readonly key: Key }>): Promise<string> {
  const scan = await keepScan(house, file)
  try {
    const { id, key } = await send()
    await addSigned(db, { ...signed, referral: id, partnership: actor.partnership, by: actor.id, at: now, scan: { file: scan.id, type: scan.type, keyBox: wrapUnder(key, scan.key) } })
    return id
  } catch (fault) {
    await house.files.remove(scan.id)
    throw fault
  }
}

const about = z.object({ referral: z.uuid('platform.missing') })
/** Outside the system it is with whoever has the case; what the police and the centre sent is with them, and the receiver has no part in it. */
async function signedFacts(db: Db, { referral }: { readonly referral: string }, actor: Actor, now: Date): Promise<ReferralFacts | undefined> {
  const facts = await referralFacts(db, referral, actor, now)
  if (!facts || !(await hasSigned(db, referral)) || (facts.it.caseId !== null && !facts.of)) return undefined
  return { ...facts, standing: { ...facts.standing, state: facts.it.to === 'outside' ? 'outside' : 'inside' } }
}

export interface SignedPage { readonly referral: Referral; readonly signed: KeptSigned }
export const signedPage = action({
  path: '/henvisninger/:referral/underskrift', method: 'get', audit: 'referrals.signed-seen', input: about, facts: signedFacts, right: rights['referrals.signed'],
  run: async ({ db }, { referral: id }): Promise<SignedPage> => {
    const [found, signed] = [await referralBy(db, id), await signedOf(db, id)]
    if (!found || !signed) throw new Refusal('missing', 'platform.missing')
    const { keyWrapped: _, copyBox: __, consent: ___, partnership: ____, ...referral } = found
    return { referral, signed }
  },
})

export const signedScan = action({
  path: '/henvisninger/:referral/underskrift/papir', method: 'get', audit: 'referrals.signed-scan-seen', input: about, facts: signedFacts, right: rights['referrals.signed'],
  run: async ({ db, house }, { referral: id }) => {
    const [found, scan] = [await referralBy(db, id), await scanOf(db, id)]
    if (!found || !scan) throw new Refusal('missing', 'platform.missing')
    const body = house.files.get(scan.file, unwrapUnder(house.vault.unwrap(found.keyWrapped), scan.keyBox))
    return { name: `papir.${scan.type.replace(/^.*\//, '').replace('jpeg', 'jpg')}`, type: scan.type, body: Readable.toWeb(body) as ReadableStream }
  },
})

/** The yes was taken back: nothing more goes on it, and what was delivered stays. */
export const endSignedAction = action({
  path: '/henvisninger/:referral/underskrift', method: 'post', audit: 'referrals.signed-ended', input: about, facts: signedFacts, right: rights['referrals.end-signed'],
  run: async ({ db, actor, now }, { referral }) => {
    if (!(await endSigned(db, { referral, partnership: actor.partnership, by: actor.id, at: now }))) throw new Refusal('conflict', 'platform.changed')
    return { id: referral }
  },
  leadsTo: it => it,
})
