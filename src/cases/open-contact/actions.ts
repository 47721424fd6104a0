// First contact without a sign-in: a unit asks to be rung at its own number. Nobody's name or number is asked for, and no text is taken.
import type { PersonId } from '../../kernel/actor.ts'
import { dayOf } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { firstThere } from '../../directory/rules.ts'
import { holders, termsOf } from '../../directory/store.ts'
import { keepWrongTry, wrongTries } from '../../identity/store.ts'
import { codeFrom } from '../../identity/rules.ts'
import { inTurn } from '../../identity/turns.ts'
import { action, type Facts, type House, type Work } from '../../platform/action.ts'
import { type Db, withRole } from '../../platform/db.ts'
import { one, sentFields } from '../enquire.ts'
import { dueAfter } from '../workdays.ts'
import * as store from './store.ts'
import { rights } from '../rules.ts'

/** In an hour: from one place, and to the whole house. Looking up a wrong code counts like sending. */
export const mostInAnHour = { fromOnePlace: 5, inAll: 60 } as const
const hour = 3_600_000

export interface Unit { readonly id: number; readonly name: string; readonly phone: string }
interface Desk { readonly house: House; readonly partnership: number; readonly source: string }

const atDesk = <T>({ house, partnership }: Desk, work: (db: Db) => Promise<T>): Promise<T> =>
  withRole(house.pool, 'signIn', { person: undefined, partnership, now: house.clock.now() }, work)
const placeOf = ({ house, source }: Desk): string => house.vault.keyedHash('open-contact.source', source)

/** One try at a time from one place, and only so many in an hour. @throws Refusal invalid cases.open-too-many, identity.busy */
const counted = <T>(desk: Desk, work: (db: Db, from: string) => Promise<T>): Promise<T> => {
  const from = placeOf(desk)
  return inTurn(`open-contact ${from}`, () => atDesk(desk, async db => {
    const since = new Date(desk.house.clock.now().getTime() - hour)
    if (await wrongTries(db, from, 'open-contact', since) >= mostInAnHour.fromOnePlace || await store.openContactsSince(db, since) >= mostInAnHour.inAll) throw new Refusal('invalid', 'cases.open-too-many')
    return work(db, from)
  }))
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * Keeps the request and answers with the receipt's code, which is kept only as a keyed hash.
 * @param once the sending's own id: sent twice answers with the same code
 */
export function sendOpenContact(desk: Desk, unit: Unit, urgent: boolean, once: string): Promise<{ readonly code: string }> {
  const { house, partnership } = desk
  if (!uuid.test(once)) throw new Refusal('invalid', 'platform.invalid')
  const code = codeFrom(Buffer.from(house.vault.keyedHash('open-contact.code-of', once), 'hex'))
  return counted(desk, async (db, from) => {
    const at = house.clock.now()
    await keepWrongTry(db, from, 'open-contact', at)
    const { held, terms } = { held: await holders(db, partnership, dayOf(at)), terms: await termsOf(db, partnership) }
    const due = urgent ? at : dueAfter(at, terms.deadlines.firstContactToVisitatorWorkingDays, terms.officeHours)
    await store.keepOpenContact(db, {
      id: once, partnership, at, due, holder: firstThere(held, 'visitator') ?? firstThere(held, 'leader') ?? null, unit: unit.name, phone: unit.phone, urgent, codeBegins: code.slice(0, 4), codeHash: hashOf(house, code),
    })
    await house.write(db, { partnership, at, person: null, personName: '', organisation: unit.name, role: null, act: 'cases.open-contact-sent', ground: 'role:firstContact' })
    return { code }
  })
}

/** Whether it was taken up; undefined for a code that nobody has. */
export function lookUpOpenContact(desk: Desk, typed: string): Promise<{ readonly at: Date; readonly urgent: boolean; readonly takenAt: Date | null } | undefined> {
  return counted(desk, async (db, from) => {
    const found = await store.openContactBy(db, hashOf(desk.house, typed))
    if (!found) await keepWrongTry(db, from, 'open-contact', desk.house.clock.now())
    return found
  })
}
const hashOf = (house: House, code: string): string => house.vault.keyedHash('open-contact.code', code.toUpperCase().replace(/[^A-Z0-9]/g, ''))

/** What waits in the visitator's inbox without a case. */
export const openContactsFor = ({ db, ground }: Pick<Work, 'db' | 'ground'>): Promise<readonly store.WaitingContact[]> => (ground.by === 'visitator' ? store.waitingContacts(db) : Promise.resolve([]))

export const takeOpenContact = action({
  path: '/indbakke/:contact/tag', method: 'post', audit: 'cases.open-contact-taken', right: rights['cases.take-open'],
  input: sentFields.transform(sent => ({ contact: one(sent, 'contact') })),
  facts: async (db, input): Promise<Facts | undefined> => {
    const it = uuid.test(input.contact) ? await store.openContactStanding(db, input.contact) : undefined
    return it && { standing: { partnership: it.partnership, state: it.taken ? 'taken' : 'waiting' } }
  },
  run: async ({ db, actor, now }: Work, { contact }) => {
    if (!(await store.takeContact(db, contact, actor.id as PersonId, now))) throw new Refusal('conflict', 'cases.changed-meanwhile')
    return { id: contact }
  },
  leadsTo: ({ id }: { id: string }) => ({ id }),
})
