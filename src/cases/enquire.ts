// The hand-off: from somebody who has met a citizen to the visitator. Whoever sends it never reads the case afterwards.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { PersonId } from '../kernel/actor.ts'
import { dayOf } from '../kernel/day.ts'
import { type Fault, Refusal } from '../kernel/refusal.ts'
import { addCitizen } from '../citizens/store.ts'
import { firstThere } from '../directory/rules.ts'
import { colleague, type Holder } from '../directory/store.ts'
import { readAnswers } from '../forms/read.ts'
import { type Answers, type Form, given as valueOf, stopped } from '../forms/rules.ts'
import { action, type Facts, type Work } from '../platform/action.ts'
import { formNow } from '../toolkit/shelf.ts'
import { nameHashes } from './finding/rules.ts'
import { actsOn, type CaseEvent, type Given, rights, take } from './rules.ts'
import { keepIndex } from './finding/store.ts'
import * as store from './store.ts'
import { isOpen, nextOpen } from './workdays.ts'
import { type Today, worldFor, worldOf, writeEvent } from './write.ts'

/** What a page sent: own fields and a form's fields side by side. Files have no place here. */
export const sentFields = z.record(z.string(), z.union([z.string(), z.array(z.string())]))
export type SentFields = z.infer<typeof sentFields>
export const one = (sent: SentFields, field: string): string => {
  const value = sent[field]
  return (typeof value === 'string' ? value : value?.[0] ?? '').trim()
}
/** The fields without those of the page itself. */
export const without = (sent: SentFields, own: readonly string[]): SentFields =>
  Object.fromEntries(Object.entries(sent).filter(([field]) => !own.includes(field)))

/** Tells one fault: the field, and the code of its sentence. */
export type Wrong = (field: string, code: string) => void
/** Reads what needs the database first, such as answers to a form. @throws Refusal `invalid` with every fault that `read` told */
export function readAll<T>(read: (wrong: Wrong) => T): T {
  const faults: Fault[] = []
  const found = read((field, code) => { faults.push({ field, code: code as Fault['code'] }) })
  const first = faults[0]
  if (first) throw new Refusal('invalid', first.code, first.field, faults)
  return found
}

export type Enquiry = { readonly urgent: true; readonly told?: string } | { readonly urgent: false; readonly answers: Answers }

function readEnquiry(form: Form, sent: SentFields, wrong: Wrong): Enquiry {
  if (one(sent, 'acute') === 'yes') {
    const told = one(sent, 'told')
    if (told.length > 200) wrong('told', 'cases.too-long')
    return { urgent: true, ...(told && { told }) }
  }
  const read = readAnswers(form, sent)
  for (const fault of read.errors) wrong(fault.field, fault.code)
  unasked(read.answers.values, wrong)
  if (read.errors.length === 0 && stopped(form, read.answers.values)) wrong('agreed', 'cases.not-agreed')
  return { urgent: false, answers: read.answers }
}

/** Whoever sits with the citizen asks first; where the citizen is not asked, nobody calls her. */
export function unasked(values: Answers['values'], wrong: Wrong): void {
  const said = (field: string) => valueOf(values, field)
  if (said('agreed') !== 'notAsked') return
  if (said('onBehalf') === 'self') wrong('agreed', 'cases.ask-first')
  if (said('callBack') !== 'throughMe') wrong('callBack', 'cases.not-asked-yet')
}

interface EnquiryFacts extends Facts { readonly world: Today }

/** Where the sender stands: the page in two steps, and whether anybody is there to answer. */
export const enquiryPage = action({
  path: '/henvendelse', method: 'get', audit: 'cases.enquiry-page-seen',
  input: z.object({ acute: z.string().optional() }),
  facts: async (db, _input, actor, now): Promise<EnquiryFacts> => ({ standing: { partnership: actor.partnership, state: '-' }, world: await worldOf(db, actor.partnership, now) }),
  right: rights['cases.enquire'],
  run: async ({ db, actor, now }, { acute }, { world }) => {
    const me = await colleague(db, actor.id, dayOf(now))
    const hours = world.terms.officeHours
    return {
      form: await formNow(db, 'handoff'), advice: await formNow(db, 'advice'), step: acute === 'no' ? 'questions' as const : 'first' as const, me: { unit: me?.unit ?? actor.organisationName, phone: me?.phone ?? '' },
      visitator: world.held.find(it => it.role === 'visitator'), open: isOpen(now, hours), opens: nextOpen(now, hours),
    }
  },
})

interface SendFacts extends EnquiryFacts { readonly aboutCase: string; readonly aboutCitizen: string }

/** Begins a case from an enquiry, in the sender's name. Answers with its first event: who has it now, and by when it is due. */
export async function beginCase(work: Work, { world, aboutCase: id, aboutCitizen: citizen }: Pick<SendFacts, 'world' | 'aboutCase' | 'aboutCitizen'>, input: Enquiry): Promise<CaseEvent> {
  const { house, db, actor, now, ground } = work
  const me = await colleague(db, actor.id, dayOf(now))
  const from = { from: me?.unit ?? actor.organisationName, phone: me?.phone ?? '' }
  const given: Given = input.urgent ? { ...from, ...(input.told !== undefined && { told: input.told }) } : { ...from, answers: input.answers }
  const acting = { ...actor, roles: [ground.by] }
  const event = take(undefined, input.urgent ? 'receive-urgent' : 'receive', acting, given, world)
  const key = house.vault.newKey()
  await addCitizen(db, { id: citizen as PersonId, partnership: actor.partnership, keyWrapped: house.vault.newKey().wrapped }, now)
  await store.openCase(db, { id, partnership: actor.partnership, citizen, keyWrapped: key.wrapped, openedBy: actor.id, openedAt: now })
  await writeEvent(work, id, undefined, event, key.plain)
  const name = input.urgent ? undefined : valueOf(input.answers.values, 'citizenName')
  if (typeof name === 'string') await keepIndex(db, { id, partnership: actor.partnership, what: 'name', hashes: nameHashes(house.vault.keyedHash, actor.partnership, name) })
  return event
}

export const enquire = action({
  path: '/henvendelse', method: 'post', audit: 'cases.enquiry-sent',
  input: sentFields,
  // The ids are drawn here, so that the journal can say what the line is about.
  facts: async (db, _input, actor, now): Promise<SendFacts> => ({
    standing: { partnership: actor.partnership, state: '-' }, world: await worldOf(db, actor.partnership, now), aboutCase: randomUUID(), aboutCitizen: randomUUID(),
  }),
  right: rights['cases.enquire'],
  run: async (work, sent, facts) => {
    const form = await formNow(work.db, 'handoff')
    await beginCase(work, facts, readAll(wrong => readEnquiry(form, sent, wrong)))
    return { id: facts.aboutCase }
  },
  leadsTo: ({ id }) => ({ id }),
})

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whoever sent it is not led to a colleague who is shut out of the case: nobody says on the telephone what she is not to know. */
function actingToday(receipt: store.Receipt | undefined, held: readonly Holder[]): store.Receipt | undefined {
  if (!receipt?.holder || held.some(it => it.person === receipt.holder)) return receipt
  const who = actsOn({ status: 'received', holder: receipt.holder }, held) ?? firstThere(held, 'visitator') ?? firstThere(held, 'leader')
  const acts = held.find(it => it.person === who)
  return acts ? { ...receipt, holder: acts.person, holderName: acts.name, holderPhone: acts.phone } : receipt
}

export const receiptPage = action({
  path: '/henvendelse/sendt/:case', method: 'get', audit: 'cases.receipt-seen',
  input: z.object({ case: z.string() }),
  facts: async (db, input, actor, now): Promise<EnquiryFacts | undefined> => {
    const it = uuid.test(input.case) ? await store.sentBy(db, input.case) : undefined
    return it && { standing: { partnership: it.partnership, state: '-', owner: it.openedBy }, aboutCase: input.case, aboutCitizen: it.citizen, world: await worldOf(db, actor.partnership, now) }
  },
  right: rights['cases.receipt'],
  run: async ({ db, actor, now }, input, { world }) => {
    const receipt = actingToday(await store.receiptOf(db, input.case), worldFor(world, input.case).held)
    const me = await colleague(db, actor.id, dayOf(now))
    const hours = world.terms.officeHours
    // What rings is due the moment it was sent.
    const urgent = receipt?.due?.getTime() === receipt?.openedAt.getTime()
    return { receipt, urgent, phone: me?.phone ?? '', open: isOpen(now, hours), opens: nextOpen(now, hours) }
  },
})
