// Steering: what happened becomes an agenda, an agenda becomes decisions, and the effort stays alive. Nothing here reads a case.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Actor } from '../kernel/actor.ts'
import { addDays, type Day, dayOf, readDay } from '../kernel/day.ts'
import { finishedYears, type Part, shownYear } from '../kernel/numbers.ts'
import { Refusal } from '../kernel/refusal.ts'
import { holders } from '../directory/store.ts'
import { missedTracks } from '../cases/children/store.ts'
import { missedContacts } from '../cases/open-contact/store.ts'
import { missedCases } from '../cases/store.ts'
import { action, type Facts, type Work } from '../platform/action.ts'
import type { Db } from '../platform/db.ts'
import { agendaOf, backingKinds, bodies, changeParts, changeState, type Missed, rights, tellBy, vacancies } from './rules.ts'
import * as store from './store.ts'

const here = async (_db: Db, _input: unknown, actor: Actor): Promise<Facts> => ({ standing: { partnership: actor.partnership, state: '-' } })
async function ofChange(db: Db, { change }: { readonly change: string }): Promise<Facts | undefined> {
  const it = await store.changeFacts(db, change)
  return it && { standing: { partnership: it.partnership, state: changeState(it) } }
}
const there = (partnership: number | undefined): Facts | undefined => (partnership === undefined ? undefined : { standing: { partnership, state: '-' } })
const meetingThere = async (db: Db, it: { readonly meeting: string }) => there(await store.meetingFacts(db, it.meeting))
const decisionThere = async (db: Db, it: { readonly meeting: string; readonly decision: string }) => there(await store.decisionFacts(db, it.decision, it.meeting))
const lineThere = async (db: Db, it: { readonly line: string }) => there(await store.lineFacts(db, it.line))
const personThere = async (db: Db, it: { readonly person: string }) => there(await store.personFacts(db, it.person))
const words = (most = 2000) => z.string().trim().min(1, 'steering.needs-text').max(most, 'steering.too-long')
const day = z.string().transform((text, ctx): Day => {
  const it = readDay(text)
  if (!it) ctx.addIssue({ code: 'custom', message: 'steering.needs-day' })
  return it ?? ('' as Day)
})
const person = z.uuid('steering.needs-owner')
/** Days that somebody counts as new. */
const newFor = 180

/** Everybody with a role today, once. */
async function people(work: Work): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const all = await holders(work.db, work.actor.partnership, dayOf(work.now))
  return [...new Map(all.map(it => [it.person, it.name]))].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'da'))
}
async function mustBeHere(work: Work, id: string, field: string): Promise<void> {
  if (!(await people(work)).some(it => it.id === id)) throw new Refusal('invalid', 'steering.needs-owner', field)
}

async function continuity({ db, actor, now }: Work) {
  const [today, year] = [dayOf(now), Number(dayOf(now).slice(0, 4))]
  const lines = (await store.infoLines(db, actor.partnership)).map(it => ({ ...it, by: tellBy(it) }))
  return {
    year, owner: await store.ownerOf(db, actor.partnership, year), lines, untold: lines.filter(it => it.by <= today).length,
    newcomers: await store.newcomers(db, actor.partnership, addDays(today, -newFor), today), backings: await store.backings(db, actor.partnership),
  }
}
/** What is late today, for the tovholder's home page. */
export async function reminders(work: Work) {
  const { year, owner, untold, newcomers } = await continuity(work)
  return { year, owner: owner !== undefined, untold, newcomers: newcomers.length }
}

async function happened(work: Work, since: Date) {
  const { db, actor, now, ground } = work
  const [today, alive] = [dayOf(now), await continuity(work)]
  const sees = ground.by === 'tovholder' || ground.by === 'leader'
  return {
    vacant: vacancies(await store.seats(db, actor.partnership, today), today), late: sees ? await store.lateCases(db, actor.partnership, now) : [],
    ...(sees ? await missedBy(work) : { calls: [], tracks: [] }),
    declined: sees ? await store.declinedCases(db, ground.by, since) : [], changes: (await store.changes(db, actor.partnership, false)).filter(it => it.agreed === null).length,
    decisions: (await store.decisions(db, actor.partnership)).filter(it => !it.doneAt && it.due < today).length,
    untold: alive.untold, newcomers: alive.newcomers.length, owner: alive.owner !== undefined, year: alive.year,
  }
}
/** Beyond their day: calls promised when a case was closed or to a unit, and families that a counsellor was asked about. */
async function missedBy({ db, actor, now, ground }: Work): Promise<{ readonly calls: readonly Missed[]; readonly tracks: readonly Missed[] }> {
  const cases = (await missedCases(db, actor.partnership, now)).filter(it => it.status === 'closed')
  return {
    calls: [
      ...cases.map(it => ({ number: it.number, due: dayOf(it.due), name: it.holderName })),
      ...(await missedContacts(db, actor.partnership, now)).map(it => ({ number: it.unit, due: dayOf(it.due), name: it.name })),
    ],
    tracks: (await missedTracks(db, ground.by)).map(({ number, due, name }) => ({ number, due, name })),
  }
}
const lastMeeting = (all: readonly store.Meeting[], now: Date): Date => all[0]?.at ?? new Date(now.getTime() - 90 * 86_400_000)

export const overview = action({
  path: '/styring', method: 'get', audit: 'steering.seen', input: z.object({}), facts: here, right: rights['steering.read'],
  run: async work => {
    const meetings = await store.meetings(work.db, work.actor.partnership)
    return {
      by: work.ground.by, meetings, agenda: agendaOf(await happened(work, lastMeeting(meetings, work.now))),
      decisions: (await store.decisions(work.db, work.actor.partnership)).filter(it => !it.doneAt),
    }
  },
})
export const callMeeting = action({
  path: '/styring', method: 'post', audit: 'steering.meeting-called', facts: here, right: rights['steering.write'],
  input: z.object({ body: z.enum(bodies, 'steering.needs-body'), onDay: day, ownPoints: z.string().trim().max(4000, 'steering.too-long').optional() }),
  run: async (work, input) => {
    const id = randomUUID()
    const agenda = agendaOf(await happened(work, lastMeeting(await store.meetings(work.db, work.actor.partnership), work.now)))
    await store.addMeeting(work.db, { id, body: input.body, onDay: input.onDay, agenda, ownPoints: input.ownPoints ?? '', at: work.now }, work.actor.partnership, work.actor.id)
    return { meeting: id }
  },
  leadsTo: it => it,
})

const ofMeeting = z.object({ meeting: z.uuid('platform.missing') })
async function meetingPage(work: Work, id: string) {
  const meeting = await store.meetingBy(work.db, id)
  if (!meeting) throw new Refusal('missing', 'platform.missing')
  return { by: work.ground.by, meeting, decisions: (await store.decisions(work.db, work.actor.partnership)).filter(it => it.meeting === id), people: await people(work) }
}
export type MeetingPage = Awaited<ReturnType<typeof meetingPage>>
export const readMeeting = action({
  path: '/styring/moeder/:meeting', method: 'get', audit: 'steering.meeting-seen', input: ofMeeting, facts: meetingThere, right: rights['steering.read'],
  run: (work, { meeting }) => meetingPage(work, meeting),
})
export const writeMinutes = action({
  path: '/styring/moeder/:meeting/referat', method: 'post', audit: 'steering.minutes-written', facts: meetingThere, right: rights['steering.write'],
  input: ofMeeting.extend({ minutes: words(12_000), before: z.string().optional() }),
  run: async (work, input) => {
    await meetingPage(work, input.meeting)
    if (!(await store.keepMinutes(work.db, input.meeting, input.minutes, work.now, input.before ?? ''))) throw new Refusal('conflict', 'platform.changed')
    return { meeting: input.meeting }
  },
  leadsTo: it => it,
})
export const decide = action({
  path: '/styring/moeder/:meeting/beslutning', method: 'post', audit: 'steering.decided', facts: meetingThere, right: rights['steering.write'],
  input: ofMeeting.extend({ decided: words(), owner: person, due: day }),
  run: async (work, { meeting, ...it }) => {
    await meetingPage(work, meeting)
    await mustBeHere(work, it.owner, 'owner')
    await store.addDecision(work.db, { id: randomUUID(), meeting, ...it }, work.actor.partnership, work.actor.id, work.now)
    return { meeting }
  },
  leadsTo: it => it,
})
export const finishDecision = action({
  path: '/styring/moeder/:meeting/beslutning/:decision', method: 'post', audit: 'steering.decision-done', facts: decisionThere, right: rights['steering.write'],
  input: ofMeeting.extend({ decision: z.uuid('platform.missing') }),
  run: async (work, { meeting, decision }) => {
    if (!(await store.finish(work.db, decision, work.now))) throw new Refusal('conflict', 'platform.changed')
    return { meeting }
  },
  leadsTo: it => it,
})

const counted = ['cases', 'referrals', 'answers', 'stalks', 'consents'] as const
export const numbers = action({
  path: '/styring/tal', method: 'get', audit: 'steering.numbers-seen', input: z.object({}), facts: here, right: rights['steering.read'],
  run: async ({ db, ground, now }) => Promise.all(finishedYears(dayOf(now)).map(async year => {
    const all = await store.yearCounts(db, ground.by, year)
    const parts = (what: string): readonly Part[] => all.filter(it => it.what === what).map(it => ({ name: it.part, count: it.n }))
    const cases = parts('cases').reduce((sum, it) => sum + it.count, 0)
    return { year, shown: counted.map(what => ({ what, ...shownYear(cases, parts(what)) })) }
  })),
})

export const alivePage = action({
  path: '/styring/lever-videre', method: 'get', audit: 'steering.continuity-seen', input: z.object({}), facts: here, right: rights['steering.read'],
  run: async work => ({ by: work.ground.by, people: await people(work), ...(await continuity(work)) }),
})
export const setOwner = action({
  path: '/styring/lever-videre/ansvar', method: 'post', audit: 'steering.owner-named', input: z.object({ owner: person }), facts: here, right: rights['steering.write'],
  run: async (work, { owner }) => {
    await mustBeHere(work, owner, 'owner')
    await store.addOwner(work.db, work.actor.partnership, Number(dayOf(work.now).slice(0, 4)), owner, work.actor.id, work.now)
  },
})
export const addLine = action({
  path: '/styring/lever-videre/plan', method: 'post', audit: 'steering.information-planned', facts: here, right: rights['steering.write'],
  input: z.object({ what: words(300), whom: words(300), how: words(300), everyMonths: z.coerce.number('steering.needs-months').int('steering.needs-months').min(1, 'steering.needs-months').max(36, 'steering.needs-months'), teller: person }),
  run: async (work, { teller, ...it }) => {
    await mustBeHere(work, teller, 'teller')
    await store.addInfoLine(work.db, { id: randomUUID(), ...it, owner: teller, since: dayOf(work.now) }, work.actor.partnership, work.actor.id, work.now)
  },
})
export const tellLine = action({
  path: '/styring/lever-videre/plan/:line', method: 'post', audit: 'steering.told', input: z.object({ line: z.uuid('platform.missing') }), facts: lineThere, right: rights['steering.write'],
  run: async (work, { line }) => {
    await store.told(work.db, line, dayOf(work.now), work.actor.partnership, work.actor.id, work.now)
  },
})
export const tellNewcomer = action({
  path: '/styring/lever-videre/nye/:person', method: 'post', audit: 'steering.newcomer-told', input: z.object({ person: z.uuid('platform.missing') }), facts: personThere, right: rights['steering.write'],
  run: async (work, input) => {
    if (!(await continuity(work)).newcomers.some(it => it.id === input.person)) throw new Refusal('conflict', 'steering.not-new')
    await store.newcomerTold(work.db, input.person, work.actor.partnership, work.actor.id, work.now)
  },
})
export const addBacking = action({
  path: '/styring/lever-videre/opbakning', method: 'post', audit: 'steering.backed', facts: here, right: rights['steering.write'],
  input: z.object({ kind: z.enum(backingKinds, 'steering.needs-kind'), who: words(300), says: words(), onDay: day }),
  run: async (work, input) => { await store.addBacking(work.db, { id: randomUUID(), ...input }, work.actor.partnership, work.actor.id, work.now) },
})

export const changesPage = action({
  path: '/styring/aendringer', method: 'get', audit: 'steering.changes-seen', input: z.object({}), facts: here, right: rights['steering.read'],
  run: async work => ({ by: work.ground.by, all: await store.changes(work.db, work.actor.partnership, false) }),
})
export const propose = action({
  path: '/aendringer', method: 'post', audit: 'steering.change-proposed', facts: here, right: rights['steering.propose'],
  input: z.object({ part: z.enum(changeParts, 'steering.needs-part'), proposal: words(), reason: words() }),
  run: async (work, input) => { await store.addChange(work.db, { id: randomUUID(), ...input, at: work.now }, work.actor.partnership, work.actor.id) },
})
const ofOne = z.object({ change: z.uuid('platform.missing') })
export const changePage = action({
  path: '/styring/aendringer/:change', method: 'get', audit: 'steering.change-seen', input: ofOne, facts: ofChange, right: rights['steering.decide'],
  run: async ({ db, actor }, { change }) => {
    const it = (await store.changes(db, actor.partnership, false)).find(one => one.id === change)
    if (!it) throw new Refusal('missing', 'platform.missing')
    return it
  },
})
export const decideChange = action({
  path: '/styring/aendringer/:change', method: 'post', audit: 'steering.change-decided', facts: ofChange, right: rights['steering.decide'],
  input: ofOne.extend({ agreed: z.enum(['yes', 'no'], 'steering.needs-answer'), why: words(), validFrom: z.string().optional().transform(text => (text ? readDay(text) ?? null : null)) }),
  run: async ({ db, actor, now }, { change, agreed, why, validFrom }) => {
    if (agreed === 'yes' && !validFrom) throw new Refusal('invalid', 'steering.needs-day', 'validFrom')
    if (!(await store.decideChange(db, change, { agreed: agreed === 'yes', reason: why, validFrom: agreed === 'yes' ? validFrom : null }, actor.id, now))) throw new Refusal('conflict', 'platform.changed')
  },
})
export const publishChange = action({
  path: '/styring/aendringer/:change/udgiv', method: 'post', audit: 'steering.change-published', input: ofOne, facts: ofChange, right: rights['steering.publish'],
  run: async ({ db, now }, { change }) => {
    if (!(await store.publish(db, change, now))) throw new Refusal('conflict', 'platform.changed')
  },
})
/** What has changed in the model, for everybody who works here. */
export const publishedPage = action({
  path: '/aendringer', method: 'get', audit: 'steering.published-seen', input: z.object({ sendt: z.string().optional() }), facts: here, right: rights['steering.published'],
  run: async ({ db, actor }, { sendt }) => ({ sent: sendt === '1', mayPropose: rights['steering.propose'].some(it => actor.roles.includes(it.by)), all: await store.changes(db, actor.partnership, true) }),
})
