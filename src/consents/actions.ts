import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Actor } from '../kernel/actor.ts'
import { type Day, dayOf } from '../kernel/day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { safeContact } from '../citizens/reach.ts'
import { citizen as citizenRow } from '../citizens/store.ts'
import { readTypedDay, takeAnswers } from '../forms/read.ts'
import { chosen, type Form, given, type Values } from '../forms/rules.ts'
import { action, type Facts, type Work } from '../platform/action.ts'
import type { Db } from '../platform/db.ts'
import { openText, sealText } from '../platform/vault.ts'
import { type Consent, isSigned, type Receiver, receivers, rights, standingState, stateOf } from './rules.ts'
import * as store from './store.ts'

/** `sag` leads back to the case that the page was opened from. */
export const aboutCitizen = z.object({ citizen: z.uuid('platform.missing'), sag: z.uuid().optional().catch(undefined) })
export const aboutConsent = z.looseObject({ consent: z.uuid('platform.missing') })

/** Of a citizen: the coordinator who holds her case is the holder. */
export async function citizenFacts(db: Db, id: string, actor: Actor): Promise<Facts | undefined> {
  const found = await store.citizenStanding(db, id)
  if (!found) return undefined
  const held = await store.holdsCitizen(db, id)
  return { standing: { partnership: found.partnership, state: '-', ...(held && { holder: actor.id }) }, aboutCitizen: id }
}
export async function consentFacts(db: Db, id: string, actor: Actor, now: Date): Promise<Facts | undefined> {
  const found = await store.standingOf(db, id)
  if (!found) return undefined
  const held = await store.holdsCitizen(db, found.citizen)
  return {
    standing: { partnership: found.partnership, state: standingState(found, dayOf(now)), owner: found.citizen as Actor['id'], ...(held && { holder: actor.id }) },
    aboutCitizen: found.citizen,
  }
}

/** What has been asked, signed and taken back. */
export const listAction = action({
  path: '/borgere/:citizen/samtykker', method: 'get', audit: 'consents.listed', input: aboutCitizen,
  facts: (db, { citizen }, actor) => citizenFacts(db, citizen, actor),
  right: rights['consents.list'],
  run: async (work, { citizen, sag }) => ({ citizen, caseId: sag, rule: await safeContact(work, citizen), consents: await store.consentsOf(work.db, citizen) }),
})

/** What it is to be used for; said to her before she answers. */
export const purposeField = z.string().max(600, 'consents.too-long').optional().transform(it => it?.trim() ?? '')
export const defaultPurpose: Readonly<Record<Receiver, string>> = {
  policeContact: 'Politiet skal kunne kontakte dig og vurdere, hvad de kan gøre.', dscAdviser: 'En rådgiver skal kunne kontakte dig og tilbyde rådgivning.',
}
export const formFor = (to: Receiver) => ({ form: to === 'policeContact' ? 'consent-police' : 'consent-dsc', version: 1 })
/** Where the forms lie that she signs: a room nearer the roof knows. As of today, and as they were asked. */
export interface ConsentForms {
  readonly now: (db: Db, id: string) => Promise<Form>
  readonly version: (db: Db, id: string, version: number) => Promise<Form | undefined>
}
export const sealPurpose = async (work: Pick<Work, 'house' | 'db'>, citizen: string, id: string, purpose: string): Promise<Buffer> =>
  sealText(await keyOf(work, citizen), `consent.purpose:${id}`, purpose)

/** Puts a consent before the citizen; it stands on her own page until she answers. */
export const asking = (forms: ConsentForms) => action({
  path: '/borgere/:citizen/samtykker', method: 'post', audit: 'consents.asked',
  input: aboutCitizen.extend({ to: z.enum(receivers, 'consents.needs-receiver'), purpose: purposeField }),
  facts: (db, { citizen }, actor) => citizenFacts(db, citizen, actor),
  right: rights['consents.ask'],
  run: async (work, { citizen, to, sag, purpose }) => {
    const { db, actor, now } = work
    const waiting = (await store.consentsOf(db, citizen)).find(it => it.to === to && (stateOf(it, dayOf(now)) === 'asked' || isSigned(it, to, dayOf(now))))
    if (waiting) throw new Refusal('conflict', 'consents.asked-before', 'to')
    const id = randomUUID()
    const form = await forms.now(db, formFor(to).form)
    const asked = await store.ask(db, { id, partnership: actor.partnership, citizen, to, form: form.id, version: form.version, purposeBox: await sealPurpose(work, citizen, id, purpose || defaultPurpose[to]) }, actor.id, now)
    if (!asked) throw new Refusal('conflict', 'consents.asked-before', 'to')
    return { id, sag }
  },
  leadsTo: it => it,
})

export const ownAction = action({
  path: '/noter/samtykker', method: 'get', audit: 'consents.own-seen', input: z.object({}),
  facts: async (_db, _input, actor) => ({ standing: { partnership: actor.partnership, state: '-', owner: actor.id }, aboutCitizen: actor.id }),
  right: rights['consents.own'],
  run: ({ db, actor }) => store.consentsOf(db, actor.id),
})

export interface Opened {
  readonly consent: Consent
  readonly values: Readonly<Record<string, string | readonly string[]>> | undefined
  readonly purpose: string | undefined
  /** A colleague's name, where she did not answer on the screen herself. */
  readonly recordedBy: string | null
  readonly withdrawnBy: string | null
  readonly scanned: boolean
}

/** The form is the version that was put before her, also when there is a newer one. */
export const reading = (forms: ConsentForms) => action({
  path: '/noter/samtykker/:consent', method: 'get', audit: 'consents.read', input: aboutConsent,
  facts: (db, { consent }, actor, now) => consentFacts(db, consent, actor, now),
  right: rights['consents.read'],
  run: async (work, { consent }) => {
    const opened = await open(work, consent)
    return { ...opened, form: await forms.version(work.db, opened.consent.form, opened.consent.version) }
  },
})

/** With what she answered. @throws Refusal missing where the role does not see it */
export async function open(work: Pick<Work, 'house' | 'db'>, id: string): Promise<Opened> {
  const found = await store.consentBy(work.db, id)
  if (!found) throw new Refusal('missing', 'platform.missing')
  const { answersBox, purposeBox, scan, scanType: _, scanKeyBox: __, recordedBy, withdrawnBy, ...consent } = found
  const key = await keyOf(work, found.citizen)
  return {
    consent, recordedBy, withdrawnBy, scanned: scan !== null, purpose: purposeBox ? openText(key, `consent.purpose:${id}`, purposeBox) : undefined,
    values: answersBox ? (JSON.parse(openText(key, `consent.answers:${id}`, answersBox)) as Opened['values']) : undefined,
  }
}

export async function keyOf({ db, house }: Pick<Work, 'house' | 'db'>, citizen: string) {
  const found = await citizenRow(db, citizen)
  if (!found) throw new Refusal('missing', 'platform.missing')
  return house.vault.unwrap(found.keyWrapped)
}

/**
 * Her yes. `forms` are the consent forms, without the parts that only paper needs (the passphrase she has just given stands for the signature).
 * @throws Refusal invalid with the form's own faults
 */
export const signing = (forms: ConsentForms) => action({
  path: '/noter/samtykker/:consent', method: 'post', audit: 'consents.signed', input: aboutConsent,
  facts: (db, { consent }, actor, now) => consentFacts(db, consent, actor, now),
  right: rights['consents.sign'],
  run: async (work, { consent: id, ...sent }) => {
    const { consent } = await open(work, id)
    const form = await forms.version(work.db, consent.form, consent.version)
    if (!form) throw new Error(`no consent form ${consent.form}`)
    const { values } = takeAnswers(form, sent as Record<string, string | readonly string[]>)
    const [fromDay, untilDay] = [dayIn(values, 'from'), dayIn(values, 'until')]
    if (untilDay <= fromDay || untilDay <= dayOf(work.now)) throw new Refusal('invalid', 'consents.ends-first', 'until')
    const topics = chosen(values, 'topics')
    const answersBox = sealText(await keyOf(work, consent.citizen), `consent.answers:${id}`, JSON.stringify(values))
    if (!(await store.sign(work.db, id, { at: work.now, fromDay, untilDay, topics, answersBox }))) throw new Refusal('conflict', 'platform.changed')
    return id
  },
  leadsTo: id => id,
})

export function dayIn(values: Values, field: string): Day {
  const day = readTypedDay(String(given(values, field) ?? ''))
  if (!day) throw new Error(`the form let through ${field} without a day`)
  return day
}

export const declineAction = action({
  path: '/noter/samtykker/:consent/nej', method: 'post', audit: 'consents.declined', input: aboutConsent,
  facts: (db, { consent }, actor, now) => consentFacts(db, consent, actor, now),
  right: rights['consents.decline'],
  run: async ({ db, now }, { consent }) => {
    if (!(await store.decline(db, consent, now))) throw new Refusal('conflict', 'platform.changed')
    return consent
  },
  leadsTo: id => id,
})

/** Bites at once. What has been delivered stays delivered. */
export const withdrawAction = action({
  path: '/noter/samtykker/:consent/tilbage', method: 'post', audit: 'consents.withdrawn', input: aboutConsent,
  facts: (db, { consent }, actor, now) => consentFacts(db, consent, actor, now),
  right: rights['consents.withdraw'],
  run: async ({ db, now }, { consent }) => {
    if (!(await store.withdraw(db, consent, now))) throw new Refusal('conflict', 'platform.changed')
    return consent
  },
  leadsTo: id => id,
})
