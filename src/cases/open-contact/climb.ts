// The clock among units that asked to be called, and the leader who says who is to call. Any visitator may; somebody is always named who is to.
import { z } from 'zod'
import type { PersonId } from '../../kernel/actor.ts'
import { dayOf } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type Held, isThere } from '../../directory/rules.ts'
import { holders, termsOf } from '../../directory/store.ts'
import type { Terms } from '../../directory/terms.ts'
import { action, type Facts } from '../../platform/action.ts'
import { type Ladder, roundOf } from '../ladder.ts'
import { fresh, nextClimb } from '../late.ts'
import { rights } from '../rules.ts'
import * as store from './store.ts'

const others = (held: readonly Held[], holder: PersonId | null): PersonId | undefined =>
  held.find(it => it.role === 'visitator' && it.person !== holder && isThere(held, 'visitator', it.person))?.person

const ladder: Ladder<store.LateContact> = {
  name: 'open-contacts', late: store.lateContacts, inCase: () => null,
  climb: async (db, it, { now, terms, held }) => {
    const other = others(held, it.holder)
    const step = nextClimb(it, other !== undefined, now, terms)
    if (step) await store.climbContact(db, it, { step, at: now, ...(step === 'pass-on' && other ? { holder: other, due: it.rings ? it.due : fresh(now, terms) } : { holder: it.holder, due: it.due }) })
  },
}
export const contactsRound = roundOf(ladder)

interface Appointing extends Facts { readonly held: readonly Held[]; readonly terms: Terms }
export const appointContact = action({
  path: '/frister/opkald/:contact', method: 'post', audit: 'cases.call-appointed', right: rights['cases.call-appoint'],
  input: z.object({ contact: z.uuid('platform.missing'), person: z.uuid('cases.needs-person') }),
  facts: async (db, { contact }, _actor, now): Promise<Appointing | undefined> => {
    const it = await store.openContactStanding(db, contact)
    return it && { standing: { partnership: it.partnership, state: it.taken ? 'taken' : it.late === 'to-leader' ? 'with-leader' : 'waiting' }, held: await holders(db, it.partnership, dayOf(now)), terms: await termsOf(db, it.partnership) }
  },
  run: async ({ db, now }, { contact, person }, { held, terms }) => {
    if (!isThere(held, 'visitator', person as PersonId)) throw new Refusal('conflict', 'cases.not-there', 'person')
    if (!(await store.appointForContact(db, contact, person as PersonId, fresh(now, terms)))) throw new Refusal('conflict', 'cases.cannot-appoint')
    return { id: contact }
  },
  leadsTo: it => it,
})
