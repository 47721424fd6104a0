import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Actor } from '../kernel/actor.ts'
import { dayOf } from '../kernel/day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { citizen as citizenRow } from '../citizens/store.ts'
import { readAnswers } from '../forms/read.ts'
import type { Form } from '../forms/rules.ts'
import { action, type Facts, type Work } from '../platform/action.ts'
import type { Db } from '../platform/db.ts'
import { openText, sealText } from '../platform/vault.ts'
import { type Consent, receivers, rights, stateOf } from './rules.ts'
import * as store from './store.ts'

const aboutCitizen = z.object({ citizen: z.uuid('platform.missing') })
const aboutConsent = z.looseObject({ consent: z.uuid('platform.missing') })

/** Of a citizen: the coordinator who holds her case is the holder. */
async function citizenFacts(db: Db, id: string, actor: Actor): Promise<Facts | undefined> {
  const found = await citizenRow(db, id)
  if (!found) return undefined
  const held = await store.holdsCitizen(db, id)
  return { standing: { partnership: found.partnership, state: '-', owner: found.id, ...(held && { holder: actor.id }) }, aboutCitizen: id }
}
async function consentFacts(db: Db, id: string, _actor: Actor, now: Date): Promise<Facts | undefined> {
  const found = await store.standingOf(db, id)
  if (!found) return undefined
  return { standing: { partnership: found.partnership, state: stateOf(found, dayOf(now)), owner: found.citizen as Actor['id'] }, aboutCitizen: found.citizen }
}

/** What has been asked, signed and taken back. */
export const listAction = action({
  path: '/borgere/:citizen/samtykker', method: 'get', audit: 'consents.listed', input: aboutCitizen,
  facts: (db, { citizen }, actor) => citizenFacts(db, citizen, actor),
  right: rights['consents.list'],
  run: async ({ db }, { citizen }) => ({ citizen, consents: await store.consentsOf(db, citizen) }),
})

/** Puts a consent before the citizen; it stands on her own page until she answers. */
export const askAction = action({
  path: '/borgere/:citizen/samtykker', method: 'post', audit: 'consents.asked',
  input: aboutCitizen.extend({ to: z.enum(receivers, 'consents.needs-receiver') }),
  facts: (db, { citizen }, actor) => citizenFacts(db, citizen, actor),
  right: rights['consents.ask'],
  run: async ({ db, actor, now }, { citizen, to }) => {
    const waiting = (await store.consentsOf(db, citizen)).find(it => it.to === to && ['asked', 'signed'].includes(stateOf(it, dayOf(now))))
    if (waiting) throw new Refusal('conflict', 'consents.asked-before', 'to')
    const id = randomUUID()
    await store.ask(db, { id, partnership: actor.partnership, citizen, to, form: to === 'policeContact' ? 'consent-police' : 'consent-dsc', version: 1 }, actor.id, now)
    return id
  },
  leadsTo: id => id,
})

export const ownAction = action({
  path: '/noter/samtykker', method: 'get', audit: 'consents.own-seen', input: z.object({}),
  facts: async (_db, _input, actor) => ({ standing: { partnership: actor.partnership, state: '-', owner: actor.id }, aboutCitizen: actor.id }),
  right: rights['consents.own'],
  run: ({ db, actor }) => store.consentsOf(db, actor.id),
})

export interface Opened { readonly consent: Consent; readonly values: Readonly<Record<string, string | readonly string[]>> | undefined }

export const readAction = action({
  path: '/noter/samtykker/:consent', method: 'get', audit: 'consents.read', input: aboutConsent,
  facts: (db, { consent }, actor, now) => consentFacts(db, consent, actor, now),
  right: rights['consents.read'],
  run: (work, { consent }) => open(work, consent),
})

async function open(work: Work, id: string): Promise<Opened> {
  const found = await store.consentBy(work.db, id)
  if (!found) throw new Refusal('missing', 'platform.missing')
  const key = found.answersBox && (await keyOf(work, found.citizen))
  return { consent: found, values: key && found.answersBox ? JSON.parse(openText(key, `consent.answers:${id}`, found.answersBox)) : undefined }
}

async function keyOf({ db, house }: Work, citizen: string) {
  const found = await citizenRow(db, citizen)
  if (!found) throw new Refusal('missing', 'platform.missing')
  return house.vault.unwrap(found.keyWrapped)
}

/**
 * Her yes. `forms` are the consent forms by id, without the parts that only paper needs (the passphrase she has just given stands for the signature).
 * @throws Refusal invalid with the form's own faults
 */
export const signAction = (forms: Readonly<Record<string, Form>>) => action({
  path: '/noter/samtykker/:consent', method: 'post', audit: 'consents.signed', input: aboutConsent,
  facts: (db, { consent }, actor, now) => consentFacts(db, consent, actor, now),
  right: rights['consents.sign'],
  run: async (work, { consent: id, ...sent }) => {
    const { consent } = await open(work, id)
    const form = forms[consent.form]
    if (!form) throw new Error(`no consent form ${consent.form}`)
    const read = readAnswers(form, sent as Record<string, string | readonly string[]>)
    const [first] = read.errors
    if (first) throw new Refusal('invalid', first.code, first.field, read.errors)
    const { values } = read.answers
    const [fromDay, untilDay] = [String(values['from']), String(values['until'])]
    if (untilDay <= fromDay) throw new Refusal('invalid', 'consents.ends-first', 'until')
    const topics = [values['topics'] ?? []].flat()
    const answersBox = sealText(await keyOf(work, consent.citizen), `consent.answers:${id}`, JSON.stringify(values))
    if (!(await store.sign(work.db, id, { at: work.now, fromDay, untilDay, topics, answersBox }))) throw new Refusal('conflict', 'platform.changed')
    return id
  },
  leadsTo: id => id,
})

export const declineAction = action({
  path: '/noter/samtykker/:consent/nej', method: 'post', audit: 'consents.declined', input: aboutConsent,
  facts: (db, { consent }, actor, now) => consentFacts(db, consent, actor, now),
  right: rights['consents.decline'],
  run: async ({ db, now }, { consent }) => { await store.decline(db, consent, now); return consent },
})

/** Bites at once. What has been delivered stays delivered. */
export const withdrawAction = action({
  path: '/noter/samtykker/:consent/tilbage', method: 'post', audit: 'consents.withdrawn', input: aboutConsent,
  facts: (db, { consent }, actor, now) => consentFacts(db, consent, actor, now),
  right: rights['consents.withdraw'],
  run: async ({ db, now }, { consent }) => { await store.withdraw(db, consent, now); return consent },
})
