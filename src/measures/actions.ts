// Her own dates and those that her helpers were told: read, entered, changed, shown.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Actor } from '../kernel/actor.ts'
import { dayOf, readDay, type Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { citizen as citizenRow } from '../citizens/store.ts'
import { action, type Facts, type Work } from '../platform/action.ts'
import type { Db } from '../platform/db.ts'
import { type Key, openText, sealText } from '../platform/vault.ts'
import { type Due, faultsOf, isKind, type Kind, type Measure, rights, standings, type State, stateOf, warningsOf, withUsualEnd } from './rules.ts'
import * as store from './store.ts'

/** What a letter or a person said. `complaintTo`: whom to complain to, as the letter has it; the house knows no authority by name. */
export interface Told { readonly source: string; readonly servedHow: string; readonly complaintTo: string; readonly reference: string; readonly note: string }

export interface Opened extends store.MeasureRow { readonly told: Told; readonly contacts: readonly store.Contact[] }
export interface CitizenPage { readonly citizen: string; readonly caseId: string | undefined; readonly all: readonly Opened[] }

async function keyOf({ db, house }: Pick<Work, 'db' | 'house'>, citizen: string): Promise<Key> {
  const found = await citizenRow(db, citizen)
  if (!found) throw new Refusal('missing', 'platform.missing')
  return house.vault.unwrap(found.keyWrapped)
}
const boxOf = (id: string, version: number) => `measure_version.told:${id}:${version}`

async function opened(work: Work, citizen: string, rows: readonly store.MeasureRow[]): Promise<readonly Opened[]> {
  const key = await keyOf(work, citizen)
  const contacts = await store.contactsOf(work.db, rows.map(it => it.id))
  return rows.map(it => ({ ...it, told: JSON.parse(openText(key, boxOf(it.id, it.version), it.box)) as Told, contacts: contacts.filter(one => one.measure === it.id) }))
}
const openAll = async (work: Work, citizen: string) => opened(work, citizen, await store.measuresOf(work.db, citizen))

async function openOne(work: Work, id: string): Promise<Opened> {
  const row = await store.measureBy(work.db, id)
  const [it] = row ? await opened(work, row.citizen, [row]) : []
  if (!it) throw new Refusal('missing', 'platform.missing')
  return it
}

const ownFacts = async (_db: Db, _input: unknown, actor: Actor): Promise<Facts> =>
  ({ standing: { partnership: actor.partnership, state: '-', owner: actor.id }, aboutCitizen: actor.id })

async function citizenFacts(db: Db, { citizen }: { readonly citizen: string }, actor: Actor): Promise<Facts | undefined> {
  const found = await store.citizenFacts(db, citizen)
  return found && { standing: { partnership: found.partnership, state: '-', ...(found.held && { holder: actor.id }) }, aboutCitizen: citizen }
}

/** Of one measure; `citizen` in the address must be whose it is. */
async function measureFacts(db: Db, input: { readonly measure: string; readonly citizen?: string }, actor: Actor): Promise<Facts & { readonly state: State } | undefined> {
  const it = await store.factsOf(db, input.measure)
  if (!it || (input.citizen !== undefined && input.citizen !== it.citizen)) return undefined
  const held = input.citizen !== undefined && (await store.citizenFacts(db, it.citizen))?.held === true
  const state = stateOf(it)
  return { standing: { partnership: it.partnership, state, owner: it.citizen, ...(held && { holder: actor.id }) }, aboutCitizen: it.citizen, state }
}

const id = z.uuid('platform.missing')
const from = z.uuid().optional().catch(undefined)
const slags = z.string().optional().catch(undefined)
const aboutOne = z.object({ measure: id })
const aboutTheirs = z.object({ citizen: id, measure: id, sag: from })

const dayField = z.string().optional().transform((text, ctx): Day | null => {
  if (!text) return null
  const day = readDay(text)
  if (!day) ctx.addIssue({ code: 'custom', message: 'measures.no-day' })
  return day ?? null
})
const text = z.string().max(2000, 'measures.too-much').optional().transform(it => (it ?? '').trim())
const written = {
  slags: z.string().refine(isKind, 'measures.needs-kind'), standing: z.enum(standings, 'measures.needs-standing'), extended: z.string().optional(),
  decidedOn: dayField, servedOn: dayField, fromDay: dayField, untilDay: dayField, source: text, servedHow: text, complaintTo: text, reference: text, note: text,
}
type Written = Dated & Told & { readonly slags: string; readonly standing: Measure['standing']; readonly extended?: string | undefined }
type Dated = Pick<Measure, 'decidedOn' | 'servedOn' | 'fromDay' | 'untilDay'>

/** @throws Refusal invalid with every fault of the dates */
function measureFrom(it: Written, kind: Kind, now: Date): Measure {
  const { decidedOn, servedOn, fromDay, untilDay, standing } = it
  const measure = withUsualEnd({ kind, standing, decidedOn, servedOn, fromDay, untilDay, extended: it.extended === 'yes' })
  const faults = faultsOf(measure, dayOf(now))
  const [first] = faults
  if (first) throw new Refusal('invalid', first.code, first.field, faults)
  return measure
}

async function write(work: Work, citizen: string, measureId: string, version: number, measure: Measure, told: Told): Promise<void> {
  const { source, servedHow, complaintTo, reference, note } = told
  const box = sealText(await keyOf(work, citizen), boxOf(measureId, version), JSON.stringify({ source, servedHow, complaintTo, reference, note }))
  const done = await store.addVersion(work.db, { measure: measureId, version, partnership: work.actor.partnership, by: work.actor.id, byRole: work.ground.by, at: work.now, box }, measure)
  if (!done) throw new Refusal('conflict', 'platform.changed')
}

async function enter(work: Work, citizen: string, it: Written, origin: 'own' | 'told', shown: boolean): Promise<string> {
  const kind = it.slags as Kind
  const measure = measureFrom(it, kind, work.now)
  const measureId = randomUUID()
  await store.addMeasure(work.db, { id: measureId, partnership: work.actor.partnership, citizen, kind, origin, shown }, work.actor.id, work.now)
  await write(work, citizen, measureId, 1, measure, it)
  return measureId
}

async function change(work: Work, measureId: string, seen: number, it: Written): Promise<store.MeasureRow> {
  const row = await store.measureBy(work.db, measureId)
  if (!row) throw new Refusal('missing', 'platform.missing')
  if (row.version !== seen) throw new Refusal('conflict', 'platform.changed')
  await write(work, row.citizen, measureId, seen + 1, measureFrom(it, row.kind, work.now), it)
  return row
}

const version = z.coerce.number().int().min(1).catch(-1)
const contactFields = {
  onDay: z.string().transform((typed, ctx): Day => {
    const day = readDay(typed)
    if (!day) ctx.addIssue({ code: 'custom', message: 'measures.no-day' })
    return day ?? ('' as Day)
  }),
  entryNo: z.string().optional().transform((typed, ctx): number | null => {
    if (!typed) return null
    if (!/^\d{1,6}$/.test(typed) || Number(typed) === 0) ctx.addIssue({ code: 'custom', message: 'measures.no-number' })
    return Number(typed) || null
  }),
}
async function recordContact(work: Work, measure: string, it: { readonly onDay: Day; readonly entryNo: number | null }): Promise<void> {
  if (it.onDay > dayOf(work.now)) throw new Refusal('invalid', 'measures.not-yet', 'onDay')
  await store.addContact(work.db, { id: randomUUID(), measure, onDay: it.onDay, entryNo: it.entryNo, at: work.now }, work.actor.partnership, work.actor.id, work.ground.by)
}

export const ownPage = action({
  path: '/noter/datoer', method: 'get', audit: 'measures.own-seen', input: z.object({}), facts: ownFacts, right: rights['measures.own'],
  run: (work): Promise<readonly Opened[]> => openAll(work, work.actor.id),
})
export const ownNewPage = action({
  path: '/noter/datoer/ny', method: 'get', audit: 'measures.own-form-seen', input: z.object({ slags }), facts: ownFacts, right: rights['measures.own'],
  run: async (_work, input) => ({ kind: input.slags && isKind(input.slags) ? input.slags : undefined }),
})
export const enterOwn = action({
  path: '/noter/datoer/ny', method: 'post', audit: 'measures.own-entered', input: z.object({ ...written, show: z.string().optional() }), facts: ownFacts, right: rights['measures.own'],
  run: (work, input): Promise<string> => enter(work, work.actor.id, input, 'own', input.show === 'yes'),
  leadsTo: it => it,
})
export const ownOne = action({
  path: '/noter/datoer/:measure', method: 'get', audit: 'measures.own-read', input: aboutOne, facts: measureFacts, right: rights['measures.read-own'],
  run: async (work, { measure }) => ({ ...(await openOne(work, measure)), stays: await store.stays(work.db, measure) }),
})
export const ownChangePage = action({
  path: '/noter/datoer/:measure/ret', method: 'get', audit: 'measures.own-change-seen', input: aboutOne, facts: measureFacts, right: rights['measures.change-own'],
  run: (work, { measure }) => openOne(work, measure),
})
export const changeOwn = action({
  path: '/noter/datoer/:measure/ret', method: 'post', audit: 'measures.own-changed', input: z.object({ ...written, measure: id, version }), facts: measureFacts, right: rights['measures.change-own'],
  run: async (work, input) => { await change(work, input.measure, input.version, input) },
})
const shows = (path: string, audit: `measures.${string}`, shown: boolean, right: (typeof rights)['measures.show'] | (typeof rights)['measures.hide']) => action({
  path: `/noter/datoer/:measure/${path}`, method: 'post', audit, input: aboutOne, facts: measureFacts, right,
  run: async ({ db }, { measure }) => {
    if (!(await store.setShown(db, measure, shown))) throw new Refusal('conflict', 'platform.changed')
  },
})
export const showOwn = shows('vis', 'measures.own-shown', true, rights['measures.show'])
export const hideOwn = shows('skjul', 'measures.own-hidden', false, rights['measures.hide'])
export const removeOwn = action({
  path: '/noter/datoer/:measure/slet', method: 'post', audit: 'measures.own-removed', input: aboutOne, facts: measureFacts, right: rights['measures.remove'],
  run: async ({ db }, { measure }) => {
    if (await store.stays(db, measure)) throw new Refusal('conflict', 'measures.stays')
    if (!(await store.remove(db, measure))) throw new Refusal('conflict', 'platform.changed')
  },
})
export const contactOwn = action({
  path: '/noter/datoer/:measure/kontakt', method: 'post', audit: 'measures.contact-noted', input: z.object({ measure: id, ...contactFields }), facts: measureFacts, right: rights['measures.contact-own'],
  run: (work, input) => recordContact(work, input.measure, input),
})

export const listPage = action({
  path: '/borgere/:citizen/beskyttelse', method: 'get', audit: 'measures.listed', input: z.object({ citizen: id, sag: from }), facts: citizenFacts, right: rights['measures.list'],
  run: async (work, { citizen, sag }): Promise<CitizenPage> => ({ citizen, caseId: sag, all: await openAll(work, citizen) }),
})
export const newPage = action({
  path: '/borgere/:citizen/beskyttelse/ny', method: 'get', audit: 'measures.form-seen', input: z.object({ citizen: id, sag: from, slags }), facts: citizenFacts, right: rights['measures.enter'],
  run: async (work, input) => {
    await keyOf(work, input.citizen)
    return { citizen: input.citizen, caseId: input.sag, kind: input.slags && isKind(input.slags) ? input.slags : undefined }
  },
})
export const enterTold = action({
  path: '/borgere/:citizen/beskyttelse/ny', method: 'post', audit: 'measures.entered', input: z.object({ ...written, citizen: id, sag: from, source: z.string().trim().min(1, 'measures.needs-source').max(2000, 'measures.too-much') }),
  facts: citizenFacts, right: rights['measures.enter'],
  run: async (work, input) => {
    await enter(work, input.citizen, input, 'told', false)
    return { citizen: input.citizen, caseId: input.sag }
  },
  leadsTo: it => it,
})
export const changePage = action({
  path: '/borgere/:citizen/beskyttelse/:measure', method: 'get', audit: 'measures.change-seen', input: aboutTheirs, facts: measureFacts, right: rights['measures.change'],
  run: async (work, { measure, sag }) => ({ caseId: sag, it: await openOne(work, measure) }),
})
export const changeTold = action({
  path: '/borgere/:citizen/beskyttelse/:measure', method: 'post', audit: 'measures.changed',
  input: z.object({ ...written, citizen: id, measure: id, sag: from, version, source: z.string().trim().min(1, 'measures.needs-source').max(2000, 'measures.too-much') }),
  facts: measureFacts, right: rights['measures.change'],
  run: async (work, input) => {
    await change(work, input.measure, input.version, input)
    return { citizen: input.citizen, caseId: input.sag }
  },
  leadsTo: it => it,
})
export const contactPage = action({
  path: '/borgere/:citizen/beskyttelse/:measure/kontakt', method: 'get', audit: 'measures.contact-form-seen', input: aboutTheirs, facts: measureFacts, right: rights['measures.contact'],
  run: async (work, { measure, sag }) => ({ caseId: sag, it: await openOne(work, measure) }),
})
export const contactTold = action({
  path: '/borgere/:citizen/beskyttelse/:measure/kontakt', method: 'post', audit: 'measures.contact-told', input: z.object({ citizen: id, measure: id, sag: from, ...contactFields }),
  facts: measureFacts, right: rights['measures.contact'],
  run: async (work, input) => {
    await recordContact(work, input.measure, input)
    return { citizen: input.citizen, caseId: input.sag }
  },
})

export interface Warning extends Due { readonly citizen: string; readonly kind: Kind; readonly measure: string }
/** What has to be said today of what this role sees, the first date first. */
export async function warningsSeen({ db, actor, now }: Pick<Work, 'db' | 'actor' | 'now'>): Promise<readonly Warning[]> {
  const seen = await store.measuresSeen(db, actor.partnership)
  return seen.flatMap(it => warningsOf(it, dayOf(now)).map(due => ({ ...due, citizen: it.citizen, kind: it.kind, measure: it.id }))).sort((a, b) => (a.on < b.on ? -1 : 1))
}
