// Who holds which role: seen by everybody, given by tovholder and leader, stood in for by whoever is asked.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Actor, PersonId } from '../kernel/actor.ts'
import { type Day, dayOf, readDay } from '../kernel/day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { action, type Facts, type Work } from '../platform/action.ts'
import { checkAway, checkGift, givenRoles, type Holding, lastDay, type Vacancy, vacancies } from './holding.ts'
import { rights } from './rules.ts'
import { sheetOf } from './store.ts'
import { addHolding, addPerson, allHoldings, endHolding, keepPhone, people, places } from './store-holdings.ts'

const listed = async (_db: unknown, _input: unknown, actor: Actor): Promise<Facts> => ({ standing: { partnership: actor.partnership, state: '-' } })
const everybody = async ({ db, actor, now }: Pick<Work, 'db' | 'actor' | 'now'>) =>
  ({ all: await allHoldings(db, actor.partnership), people: await people(db, actor.partnership), places: await places(db, actor.partnership), today: dayOf(now) })
export type Everybody = Awaited<ReturnType<typeof everybody>>

/** Who held what on a day; today where no day is named. */
export const rolesAction = action({
  path: '/roller', method: 'get', audit: 'directory.roles-seen', input: z.object({ dag: z.string().optional() }), facts: listed, right: rights['directory.read'],
  run: async (work, { dag }) => ({ ...(await everybody(work)), day: readDay(dag ?? '') ?? dayOf(work.now), wrongDay: Boolean(dag) && readDay(dag ?? '') === undefined }),
})

export const givePage = action({
  path: '/roller/giv', method: 'get', audit: 'directory.give-page-seen', input: z.object({}), facts: listed, right: rights['directory.keep'], run: everybody,
})

const day = (missing: `directory.${string}`) => z.string(missing).transform((text, ctx): Day => {
  const read = readDay(text)
  if (!read) ctx.addIssue({ code: 'custom', message: missing })
  return read ?? ('' as Day)
})
const orNone = (text: unknown) => (text === '' ? undefined : text)
const maybeDay = z.preprocess(orNone, day('directory.needs-day').optional())
const personId = z.uuid('directory.needs-person').transform(it => it as PersonId)

export const give = action({
  path: '/roller/giv', method: 'post', audit: 'directory.role-given', facts: listed, right: rights['directory.keep'],
  input: z.object({
    role: z.enum(givenRoles, 'directory.needs-role'), person: personId, from: day('directory.needs-from'), to: maybeDay,
    part: z.preprocess(orNone, z.string().trim().max(60, 'directory.part-long').optional()), standsIn: z.string().optional(),
  }),
  run: async ({ db, actor, now }, { role, person, from, to, part, standsIn }) => {
    const all = await allHoldings(db, actor.partnership)
    const it = { role, person, from, to: to ?? null, part: part ?? null, standsIn: standsIn === 'yes' }
    checkGift(all, it, actor.id, dayOf(now))
    await hasPerson({ db, actor }, person)
    await addHolding(db, { ...it, partnership: actor.partnership, forPerson: null, by: actor.id, at: now })
    return {}
  },
  leadsTo: () => ({}),
})

async function hasPerson({ db, actor }: Pick<Work, 'db' | 'actor'>, id: PersonId): Promise<void> {
  if (!(await people(db, actor.partnership)).some(it => it.id === id)) throw new Refusal('invalid', 'directory.needs-person', 'person')
}

export interface OfHolding extends Facts { readonly it: Holding }
const numbered = z.object({ holding: z.string().regex(/^\d{1,9}$/, 'platform.missing') })

/** One holding of the actor's partnership; whoever is stood in for owns what stands in for her. */
export async function holdingFacts(db: Work['db'], { holding }: { readonly holding: string }, actor: Actor): Promise<OfHolding | undefined> {
  const it = (await allHoldings(db, actor.partnership)).find(one => one.id === Number(holding))
  return it && { standing: { partnership: actor.partnership, state: '-', owner: it.forPerson ?? it.person }, it }
}

export const awayPage = action({
  path: '/roller/:holding/stedfortraeder', method: 'get', audit: 'directory.stand-in-page-seen', input: numbered, facts: holdingFacts, right: rights['directory.stand-in'],
  run: async (work, _input, { it }) => ({ ...(await everybody(work)), of: it }),
})

/** Somebody stands in for the holder for a time, and acts in the role for her alone. */
export const standIn = action({
  path: '/roller/:holding/stedfortraeder', method: 'post', audit: 'directory.stand-in-given', facts: holdingFacts, right: rights['directory.stand-in'],
  input: numbered.extend({ person: personId, from: day('directory.needs-from'), to: day('directory.needs-to') }),
  run: async ({ db, actor, now }, { person, from, to }, { it: of }) => {
    if (of.forPerson) throw new Refusal('conflict', 'directory.stands-in-itself')
    checkAway(await allHoldings(db, actor.partnership), { of, person, from, to }, actor.id, dayOf(now))
    const all = await people(db, actor.partnership)
    const work = (id: PersonId) => all.find(it => it.id === id)?.organisation
    if (work(person) === undefined || work(person) !== work(of.person)) throw new Refusal('invalid', 'directory.other-organisation', 'person')
    await addHolding(db, { role: of.role, part: of.part, person, from, to, standsIn: true, forPerson: of.person, partnership: actor.partnership, by: actor.id, at: now })
    return {}
  },
  leadsTo: () => ({}),
})

/** Back again, or called off: from now on nobody stands in. */
export const back = action({
  path: '/roller/:holding/tilbage', method: 'post', audit: 'directory.stand-in-ended', input: numbered, right: rights['directory.stand-in'],
  facts: async (db, input, actor) => {
    const found = await holdingFacts(db, input, actor)
    return found?.it.forPerson ? found : undefined
  },
  run: async ({ db, actor, now }, _input, { it }) => {
    if (!(await endHolding(db, it.id, lastDay(it, 'now', dayOf(now)), actor.id, now))) throw new Refusal('conflict', 'directory.ended-already')
    return {}
  },
  leadsTo: () => ({}),
})

const phone = z.preprocess(orNone, z.string().trim().regex(/^\+?[\d ]{3,20}$/, 'directory.phone-wrong').optional())
const work = (text: string) => ({ organisation: Number(text.split('-')[0]), unit: text.includes('-') ? Number(text.split('-')[1]) : null })
const place = z.string('directory.needs-place').regex(/^\d{1,9}(-\d{1,9})?$/, 'directory.needs-place')

export const personPage = action({
  path: '/personer/ny', method: 'get', audit: 'directory.person-page-seen', input: z.object({}), facts: listed, right: rights['directory.keep'], run: everybody,
})

/** A new colleague. The first password is set by `lods password`, under the name given here. */
export const newPerson = action({
  path: '/personer/ny', method: 'post', audit: 'directory.person-added', facts: listed, right: rights['directory.keep'],
  input: z.object({
    name: z.string('directory.needs-name').trim().min(2, 'directory.needs-name').max(120, 'directory.needs-name'), place, phone,
    signIn: z.string('directory.needs-sign-in').trim().regex(/^[\p{L}\d][\p{L}\d._-]{2,58}$/u, 'directory.needs-sign-in'),
  }),
  run: async ({ db, actor }, { name, place: where, phone: number, signIn }) => {
    const known = (await places(db, actor.partnership)).find(it => it.key === where)
    if (!known) throw new Refusal('invalid', 'directory.needs-place', 'place')
    const it = { id: randomUUID() as PersonId, partnership: actor.partnership, ...work(where), name, phone: number ?? null, signIn }
    await addPerson(db, it).catch((error: { code?: string }) => {
      throw error.code === '23505' ? new Refusal('invalid', 'directory.sign-in-taken', 'signIn') : error
    })
    return {}
  },
  leadsTo: () => ({}),
})

const ofPerson = z.object({ person: z.uuid('platform.missing').transform(it => it as PersonId) })
const personFacts = async (db: Work['db'], { person }: { readonly person: PersonId }, actor: Actor) => {
  const it = (await people(db, actor.partnership)).find(one => one.id === person)
  return it && { standing: { partnership: actor.partnership, state: '-' }, it }
}

export const phonePage = action({
  path: '/personer/:person', method: 'get', audit: 'directory.person-seen', input: ofPerson, facts: personFacts, right: rights['directory.keep'],
  run: async (at, _input, { it }) => ({ ...(await everybody(at)), it }),
})

/** Telephone and unit, so that the sheet is true. */
export const setPhone = action({
  path: '/personer/:person', method: 'post', audit: 'directory.person-changed', facts: personFacts, right: rights['directory.keep'],
  input: ofPerson.extend({ place, phone }),
  run: async ({ db, actor }, { place: where, phone: number }, { it }) => {
    const known = (await places(db, actor.partnership)).find(one => one.key === where)
    if (!known || known.organisation !== it.organisation) throw new Refusal('invalid', 'directory.needs-place', 'place')
    await keepPhone(db, it.id, number ?? null, known.unit)
    return {}
  },
  leadsTo: () => ({}),
})

/** What tovholder and leader have to see to; nothing for everybody else. For the home page. */
export const gapsFor = async ({ db, actor, now }: Pick<Work, 'db' | 'actor' | 'now'>): Promise<readonly Vacancy[]> =>
  actor.roles.some(it => it === 'tovholder' || it === 'leader') ? vacancies(await allHoldings(db, actor.partnership), (await sheetOf(db, actor.partnership)).roles, dayOf(now)) : []
