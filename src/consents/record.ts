// What a colleague writes down: a yes on signed paper, a yes that was said aloud, a ground in law, and that she has taken her yes back.
import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { z } from 'zod'
import type { Actor } from '../kernel/actor.ts'
import { addDays, type Day, dayOf } from '../kernel/day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { safeContact } from '../citizens/reach.ts'
import type { ContactVersion } from '../citizens/rules.ts'
import { termsOf } from '../directory/store.ts'
import type { Hours, Terms } from '../directory/terms.ts'
import { takeAnswers } from '../forms/read.ts'
import { chosen, type Form, type Values } from '../forms/rules.ts'
import { action, type Facts, type Work } from '../platform/action.ts'
import type { Db } from '../platform/db.ts'
import { sealText, unwrapUnder, wrapUnder } from '../platform/vault.ts'
import { aboutCitizen, aboutConsent, citizenFacts, type ConsentForms, consentFacts, dayIn, defaultPurpose, formFor, keyOf, open, purposeField, sealPurpose } from './actions.ts'
import { authorities, isSigned, lawDays, laws, oralTopics, type Receiver, receivers, rights, topics } from './rules.ts'
import { keepScan } from './scan.ts'
import * as store from './store.ts'

interface RecordFacts extends Facts { readonly terms: Terms }
const recordFacts = async (db: Db, { citizen }: { readonly citizen: string }, actor: Actor): Promise<RecordFacts | undefined> => {
  const found = await citizenFacts(db, citizen, actor)
  return found && { ...found, terms: await termsOf(db, found.standing.partnership) }
}
interface About { readonly citizen: string; readonly caseId: string | undefined; readonly to: Receiver; readonly rule: ContactVersion | undefined }
const page = <T extends Receiver>(path: string, audit: `consents.${string}`, to: z.ZodType<T>) => action({
  path: `/borgere/:citizen/samtykker/${path}`, method: 'get', audit, input: aboutCitizen.extend({ to }), facts: recordFacts, right: rights['consents.record'],
  run: async (work, { citizen, sag, to: receiver }): Promise<About> => ({ citizen, caseId: sag, to: receiver, rule: await safeContact(work, citizen) }),
})
const anyReceiver = z.enum(receivers, 'platform.missing')
const authority = z.enum(authorities, 'platform.missing').optional().transform((): Receiver => 'policeContact')
/** With the form of today, which is what is read from the paper. */
export const paperPage = (forms: ConsentForms) => action({
  path: '/borgere/:citizen/samtykker/papir/:to', method: 'get', audit: 'consents.paper-page-seen', input: aboutCitizen.extend({ to: anyReceiver }), facts: recordFacts, right: rights['consents.record'],
  run: async (work, { citizen, sag, to }): Promise<About & { readonly form: Form }> =>
    ({ citizen, caseId: sag, to, rule: await safeContact(work, citizen), form: await forms.now(work.db, formFor(to).form) }),
})
export const oralPage = page('mundtligt', 'consents.oral-page-seen', authority)
export const lawPage = page('grundlag', 'consents.law-page-seen', authority)

type Writing = Pick<store.Recorded, 'how' | 'law' | 'scan' | 'fromDay' | 'untilDay' | 'topics'> & { readonly form?: Pick<Form, 'id' | 'version'>; readonly to: Receiver; readonly values: Values; readonly purpose: string }
async function write(work: Work, citizen: string, id: string, it: Writing): Promise<void> {
  const { actor, now } = work
  const key = await keyOf(work, citizen)
  const asked = it.form ? { form: it.form.id, version: it.form.version } : formFor(it.to)
  await store.record(work.db, {
    id, partnership: actor.partnership, citizen, to: it.to, ...asked, how: it.how, law: it.law, scan: it.scan, at: now, fromDay: it.fromDay, untilDay: it.untilDay,
    topics: it.topics, answersBox: sealText(key, `consent.answers:${id}`, JSON.stringify(it.values)), purposeBox: await sealPurpose(work, citizen, id, it.purpose),
  }, actor.id)
}

/** @throws Refusal conflict where a signature of hers holds already */
async function refuseSigned(work: Work, citizen: string, to: Receiver): Promise<void> {
  if ((await store.consentsOf(work.db, citizen)).some(it => isSigned(it, to, dayOf(work.now)))) throw new Refusal('conflict', 'consents.signed-before')
}

/** Signed on paper: the whole form as it was filled in by hand, and the scan that bears her name. */
export const onPaper = (forms: ConsentForms) => action({
  path: '/borgere/:citizen/samtykker/papir/:to', method: 'post', audit: 'consents.paper-recorded', facts: recordFacts, right: rights['consents.record'],
  input: z.looseObject({ ...aboutCitizen.shape, to: anyReceiver, purpose: purposeField, scan: z.unknown() }),
  run: async (work, { citizen, sag, to, purpose, scan: file, ...sent }) => {
    const form = await forms.now(work.db, formFor(to).form)
    const { values } = takeAnswers(form, sent as Record<string, string | readonly string[]>)
    const [fromDay, untilDay] = [dayIn(values, 'from'), dayIn(values, 'until')]
    if (untilDay <= fromDay || untilDay <= dayOf(work.now)) throw new Refusal('invalid', 'consents.ends-first', 'until')
    if (values['understood'] !== 'yes') throw new Refusal('invalid', 'consents.not-agreed', 'understood')
    await refuseSigned(work, citizen, to)
    const id = randomUUID()
    const scan = await keepScan(work.house, file)
    try {
      const keyBox = wrapUnder(await keyOf(work, citizen), scan.key)
      await write(work, citizen, id, { form, how: 'paper', law: null, scan: { id: scan.id, type: scan.type, keyBox }, to, fromDay, untilDay, topics: chosen(values, 'topics'), values, purpose: purpose || defaultPurpose[to] })
    } catch (fault) {
      await work.house.files.remove(scan.id)
      throw fault
    }
    return { id, sag }
  },
  leadsTo: it => it,
})

const words = (missing: `consents.${string}`) => z.string(missing).trim().min(1, missing).max(600, 'consents.too-long')

/** Said aloud: between authorities, for what needs no signature, for five working days. `lastDay` counts them. */
export const saidAloud = (lastDay: (now: Date, hours: Hours) => Day) => action({
  path: '/borgere/:citizen/samtykker/mundtligt', method: 'post', audit: 'consents.oral-noted', facts: recordFacts, right: rights['consents.record'],
  input: aboutCitizen.extend({ told: words('consents.needs-told'), purpose: words('consents.needs-purpose'), agreed: z.literal('yes', 'consents.not-agreed') }),
  run: async (work, { citizen, sag, told, purpose }, { terms }) => {
    await refuseSigned(work, citizen, 'policeContact')
    const id = randomUUID()
    const fromDay = dayOf(work.now)
    await write(work, citizen, id, {
      how: 'oral', law: null, scan: null, to: 'policeContact', topics: oralTopics, fromDay, untilDay: lastDay(work.now, terms.officeHours), values: { told }, purpose,
    })
    return { id, sag }
  },
  leadsTo: it => it,
})

const ticked = z.union([z.string(), z.array(z.string())]).optional().transform(it => topics.filter(topic => (it === undefined ? [] : [it].flat()).includes(topic)))

/** Without her yes, between authorities: which ground, why, what, and for how long. She sees it. */
export const lawAction = action({
  path: '/borgere/:citizen/samtykker/grundlag', method: 'post', audit: 'consents.law-recorded', facts: recordFacts, right: rights['consents.record'],
  input: aboutCitizen.extend({
    law: z.enum(laws, 'consents.needs-law'), topics: ticked.refine(it => it.length > 0, 'consents.needs-topics'), reason: words('consents.needs-reason'), purpose: words('consents.needs-purpose'),
  }),
  run: async (work, { citizen, sag, law, topics: named, reason, purpose }) => {
    const id = randomUUID()
    const fromDay = dayOf(work.now)
    await write(work, citizen, id, { how: 'law', law, scan: null, to: 'policeContact', topics: named, fromDay, untilDay: addDays(fromDay, lawDays), values: { reason }, purpose })
    return { id, sag }
  },
  leadsTo: it => it,
})

const ofCitizen = z.object({ ...aboutConsent.shape, ...aboutCitizen.shape })
const oneFacts = async (db: Db, it: { readonly citizen: string; readonly consent: string }, actor: Actor, now: Date): Promise<Facts | undefined> => {
  const found = await consentFacts(db, it.consent, actor, now)
  return found?.aboutCitizen === it.citizen ? found : undefined
}

export const oneAction = action({
  path: '/borgere/:citizen/samtykker/:consent', method: 'get', audit: 'consents.one-read', input: ofCitizen, facts: oneFacts, right: rights['consents.one'],
  run: async (work, { consent, citizen, sag }) => ({ ...(await open(work, consent)), citizen, caseId: sag, rule: await safeContact(work, citizen) }),
})

/** She told a colleague that she takes it back. It bites at once, as when she does it herself. */
export const endAction = action({
  path: '/borgere/:citizen/samtykker/:consent/tilbage', method: 'post', audit: 'consents.withdrawn-for-her', input: ofCitizen, facts: oneFacts, right: rights['consents.end'],
  run: async ({ db, actor, now }, { consent, citizen, sag }) => {
    if (!(await store.end(db, consent, actor.id, now))) throw new Refusal('conflict', 'platform.changed')
    return { id: consent, citizen, sag }
  },
  leadsTo: it => it,
})

export const scanAction = action({
  path: '/borgere/:citizen/samtykker/:consent/papir', method: 'get', audit: 'consents.scan-seen', input: ofCitizen, right: rights['consents.one'],
  // Only what was signed on paper has a scan.
  facts: async (db, it, actor, now) => ((await store.standingOf(db, it.consent))?.how === 'paper' ? oneFacts(db, it, actor, now) : undefined),
  run: async (work, { consent, citizen }) => {
    const found = await store.consentBy(work.db, consent)
    if (!found?.scan || !found.scanKeyBox || !found.scanType) throw new Refusal('missing', 'platform.missing')
    const body = work.house.files.get(found.scan, unwrapUnder(await keyOf(work, citizen), found.scanKeyBox))
    return { name: `papir.${found.scanType.replace(/^.*\//, '').replace('jpeg', 'jpg')}`, type: found.scanType, body: Readable.toWeb(body) as ReadableStream }
  },
})
