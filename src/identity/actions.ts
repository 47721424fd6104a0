// A second code and who vouches for it: the colleague who confirms it, and what she is told.
import { z } from 'zod'
import type { Actor } from '../kernel/actor.ts'
import { Refusal } from '../kernel/refusal.ts'
import { action, type Facts } from '../platform/action.ts'
import type { Db } from '../platform/db.ts'
import * as renewals from './renewal-store.ts'
import { confirmers, rights } from './rules.ts'

export const confirmPage = action({
  path: '/ny-kode', method: 'get', audit: 'identity.confirm-page-seen', input: z.object({ gjort: z.literal('1').optional().catch(undefined) }),
  facts: async (_db, _input, actor): Promise<Facts> => ({ standing: { partnership: actor.partnership, state: '-' } }), right: rights['identity.confirm'],
  run: async (_work, { gjort }) => ({ done: gjort === '1' }),
})

interface Vouched extends Facts { readonly issuedBy?: string }

/** Whom the signs stand for, while they wait. Signs that stand for nothing are a fault in the form, told there. */
async function vouchedFacts(db: Db, { number }: { readonly number: string }, actor: Actor): Promise<Vouched> {
  const found = await renewals.byNumber(db, number)
  if (!found || found.partnership !== actor.partnership) return { standing: { partnership: actor.partnership, state: '-' } }
  return { standing: { partnership: found.partnership, state: '-' }, aboutCitizen: found.citizen, issuedBy: found.issuedBy }
}

/** A second colleague, face to face with her. @throws Refusal `invalid` when the signs fit nothing, or are of the reader's own code */
export const confirmCode = action({
  path: '/ny-kode', method: 'post', audit: 'identity.code-confirmed',
  input: z.object({ number: z.string('identity.wrong-number').min(1, 'identity.wrong-number'), met: z.literal('yes', 'identity.needs-meeting') }),
  facts: vouchedFacts, right: rights['identity.confirm'],
  run: async ({ db, actor, ground, now }, _input, { aboutCitizen, issuedBy }) => {
    if (aboutCitizen === undefined) throw new Refusal('invalid', 'identity.wrong-number', 'number')
    if (issuedBy === actor.id) throw new Refusal('invalid', 'identity.own-code', 'number')
    const as = confirmers.find(it => it === ground.by)
    if (!as || !(await renewals.confirm(db, aboutCitizen, actor.id, as, now))) throw new Refusal('invalid', 'identity.wrong-number', 'number')
    return { done: true }
  },
  leadsTo: it => it,
})

const herself = async (_db: Db, _input: unknown, actor: Actor): Promise<Facts> =>
  ({ standing: { partnership: actor.partnership, state: '-', owner: actor.id }, aboutCitizen: actor.id })

/** When codes were made for her after her first. */
export const ownCodes = action({
  path: '/noter/koder', method: 'get', audit: 'identity.codes-seen', input: z.object({}), facts: herself, right: rights['identity.own-codes'],
  run: ({ db, actor }) => renewals.codesMade(db, actor.id),
})

export const toldOfCodes = action({
  path: '/noter/koder', method: 'post', audit: 'identity.told-of-codes', input: z.object({}), facts: herself, right: rights['identity.own-codes'],
  run: async ({ db, actor, now }) => {
    await renewals.told(db, actor.id, now)
    return { done: true }
  },
  leadsTo: it => it,
})
