// Meetings of a case: called, minuted, and sent to each who sat there as far as there is a ground.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Day, dayOf, instantOf } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { readReachFields } from '../../citizens/rules.ts'
import { consentsOf } from '../../consents/store.ts'
import { readTypedClock } from '../../forms/read.ts'
import type { Holder } from '../../directory/store.ts'
import { action, type Facts, type Work } from '../../platform/action.ts'
import { caseInput, caseOf, type Wrong, wrongTo } from '../actions.ts'
import { reachHer, refuseCustodyHolder } from '../her-rule/reading.ts'
import { frameOf, needed, neededDay, partOf, seenOf } from '../coordination/actions.ts'
import { opened, openedAlone, shut, shutAlone } from '../coordination/boxes.ts'
import { contactOther } from '../coordination/other.ts'
import { giveTask, keepPaper, mayOwn, readPapers, readTasks } from '../coordination/papers.ts'
import { forums, isId, mayGoToPolice, quotes, rights as coordination, saysName } from '../coordination/rules.ts'
import { one, sentFields, type SentFields } from '../enquire.ts'
import { type Cut, cutFor, isSeatRole, type Party, partyOf, readSharing, rights, type Topic } from './rules.ts'
import * as store from './store.ts'
import { namesParty } from '../finding/name-check.ts'
import { isLocked } from '../paperwork/store.ts'
import { type CaseFacts, caseKey } from '../write.ts'

export const topicRows = [1, 2, 3, 4, 5, 6] as const
interface Agenda { readonly title: string; readonly place: string; readonly topics: readonly Topic[] }
/** What was said on a topic, and what was decided. */
export interface Said { readonly topic: string; readonly said: string; readonly decision: string }
const meetingPlace = (id: string) => `case_meeting.box:${id}`
const seatPlace = (id: string) => `meeting_seat.box:${id}`
const copyPlace = (id: string) => `meeting_copy.box:${id}`
const missing = () => new Refusal('missing', 'platform.missing')

/** Everybody whose work may bring them to a meeting, each once with the first role. */
export function mayCome(held: readonly Holder[]): readonly Holder[] {
  const all = held.filter(it => isSeatRole(it.role))
  return all.filter((it, at) => all.findIndex(other => other.person === it.person) === at)
}

export async function readMeeting(work: Pick<Work, 'house' | 'db'>, caseId: string, id: string) {
  const row = (await store.meetingsOf(work.db, caseId)).find(it => it.id === id)
  if (!row) throw missing()
  const key = await caseKey(work, caseId)
  const seats = (await store.seatsOf(work.db, id)).map(({ box, ...it }) => ({ ...it, name: box ? opened<string>(key, seatPlace(it.id), box) : it.name ?? '' }))
  const { box, ...it } = row
  return { ...it, ...opened<Agenda>(key, meetingPlace(id), box), seats }
}
export type Meeting = Awaited<ReturnType<typeof readMeeting>>

export const meetingsPage = action({
  path: '/sager/:case/moeder', method: 'get', audit: 'cases.meetings-seen', input: caseInput, facts: caseOf, right: coordination['cases.papers'],
  run: async (work: Work, _input, facts: CaseFacts) => {
    const rows = await store.meetingsOf(work.db, facts.now.id)
    return {
      ...(await frameOf(work, facts)), meetings: await Promise.all(rows.map(it => readMeeting(work, facts.now.id, it.id))), people: mayCome(facts.world.held), house: work.actor.organisation,
    }
  },
})

const lines = (text: string): readonly string[] => text.split('\n').map(it => it.trim()).filter(Boolean)
const listOf = (sent: SentFields, field: string): readonly string[] => [sent[field] ?? []].flat()

function readTopics(sent: SentFields, wrong: Wrong) {
  const topics = topicRows.flatMap(row => {
    const text = one(sent, `topic-${row}`)
    if (text.length > 200) wrong(`topic-${row}`, 'cases.too-long')
    return text === '' ? [] : [{ id: String(row), text, sharing: one(sent, `sharing-${row}`) || 'house' }]
  })
  if (topics.length === 0) wrong('topic-1', 'cases.needs-topic')
  return topics
}

export const makeMeeting = action({
  path: '/sager/:case/moeder', method: 'post', audit: 'cases.meeting-called', facts: caseOf, right: rights['cases.hold-meeting'],
  input: sentFields.transform((sent, ctx) => {
    const wrong = wrongTo(ctx)
    const clock = readTypedClock(one(sent, 'clock'))
    if (!clock) wrong('clock', 'cases.needs-clock')
    return {
      case: one(sent, 'case'), title: needed(sent, 'title', 'cases.needs-title', wrong, 200), place: one(sent, 'place').slice(0, 200), day: neededDay(sent, 'day', wrong), clock: clock ?? '00:00',
      forum: forums.find(it => it === one(sent, 'forum')) ?? 'none', topics: readTopics(sent, wrong), citizens: lines(one(sent, 'citizens')), others: lines(one(sent, 'others')), people: listOf(sent, 'people'),
      reach: readReachFields(sent), notHolder: one(sent, 'notHolder') === 'yes',
    }
  }),
  run: async (work: Work, input, facts: CaseFacts) => {
    const { db, actor, ground, now } = work
    const caseId = facts.now.id
    const party = partyOf(input.citizens, input.others)
    await refuseHidden(work, facts, input)
    await refuseSameDay(work.db, caseId, party, input.day)
    const people = mayCome(facts.world.held).filter(it => input.people.includes(it.person))
    if (people.length === 0) throw new Refusal('invalid', 'cases.needs-people', 'people')
    const organisations = people.map(it => it.organisation)
    const topics = input.topics.map((it): Topic => ({ ...it, sharing: readSharing(it.sharing, organisations) ?? 'house' }))
    if (party === 'citizen') await reachHer(work, facts.now, 'cases.meeting-called', input.reach)
    if (party !== 'none' && !input.notHolder) await refuseCustodyHolder(work, caseId)
    const names = party === 'other' ? (await frameOf(work, facts)).names : []
    const contact = party === 'other' ? await contactOther(work, caseId, { way: 'invitation', on: input.day, says: [input.title, ...topics.map(it => it.text)].join('\n'), names }) : null
    const [id, key] = [randomUUID(), await caseKey(work, caseId)]
    const made = { case: caseId, partnership: actor.partnership, by: actor.id, byRole: ground.by, now }
    const box = shut(key, meetingPlace(id), { title: input.title, place: input.place, topics } satisfies Agenda)
    await store.addMeeting(db, { id, at: instantOf(input.day, input.clock), party, forum: input.forum, contact, organisation: actor.organisation, box }, made)
    for (const it of people) await store.addSeat(db, { id, party }, { id: randomUUID(), party: 'none', person: it.person, box: null }, actor.partnership)
    for (const name of [...input.citizens, ...input.others]) {
      const seat = randomUUID()
      await store.addSeat(db, { id, party }, { id: seat, party, person: null, box: shut(key, seatPlace(seat), name) }, actor.partnership)
    }
    return { case: caseId, meeting: id }
  },
  leadsTo: (it: { case: string; meeting: string }) => ({ case: it.case, meeting: it.meeting }),
})

/** Somebody who is written down as a guest of the one side and is the other. @throws Refusal conflict `cases.both-parties` */
async function refuseHidden(work: Work, facts: CaseFacts, { citizens, others }: { readonly citizens: readonly string[]; readonly others: readonly string[] }): Promise<void> {
  const { name } = await frameOf(work, facts)
  const hidden = (others.length > 0 && ((name !== undefined && saysName(others.join('\n'), [name])) || await namesParty(work, facts.now.id, 'subject', others.join('\n'))))
    || (citizens.length > 0 && await namesParty(work, facts.now.id, 'counterpart', citizens.join('\n')))
  if (hidden) throw new Refusal('conflict', 'cases.both-parties', others.length > 0 ? 'others' : 'citizens')
}

/** They do not come to the same house on the same day either. @throws Refusal conflict `cases.parties-same-day` */
async function refuseSameDay(db: Work['db'], caseId: string, party: Party, day: Day): Promise<void> {
  if (party === 'none') return
  if ((await store.meetingsOf(db, caseId)).some(it => it.party !== 'none' && it.party !== party && dayOf(it.at) === day)) throw new Refusal('conflict', 'cases.parties-same-day', 'day')
}

const meetingInput = z.object({ case: z.string(), meeting: z.string() })

/** What each participant may be sent today. */
export async function cutsOf(work: Work, facts: CaseFacts, meeting: Meeting): Promise<readonly { readonly to: Holder; readonly cut: readonly Cut[] }[]> {
  const consents = await consentsOf(work.db, facts.now.citizen)
  return mayCome(facts.world.held).filter(it => meeting.seats.some(seat => seat.person === it.person))
    .map(to => ({ to, cut: cutFor(to, meeting.organisation, meeting.topics, consents, dayOf(work.now)) }))
}

export const meetingPage = action({
  path: '/sager/:case/moeder/:meeting', method: 'get', audit: 'cases.meeting-read', input: meetingInput, facts: partOf('meeting'), right: coordination['cases.papers'],
  run: async (work: Work, input, facts: CaseFacts) => {
    const meeting = await readMeeting(work, facts.now.id, input.meeting)
    const minutes = (await readPapers(work, facts.now.id)).find(it => it.id === meeting.id)
    return {
      ...(await frameOf(work, facts)), meeting, cuts: await cutsOf(work, facts, meeting), minutes: minutes && { ...minutes, says: minutes.says as readonly Said[] },
      copies: await store.copiesOf(work.db, meeting.id), owners: mayOwn(facts.world.held, work.actor.organisation), tasks: await readTasks(work, facts.now.id),
    }
  },
})

function readMinute(sent: SentFields, row: number, wrong: Wrong) {
  const decision = one(sent, `decision-${row}`)
  const task = decision === '' || one(sent, `owner-${row}`) === '' ? undefined : { owner: one(sent, `owner-${row}`), due: neededDay(sent, `due-${row}`, wrong) }
  return { topic: String(row), said: one(sent, `said-${row}`), decision, task }
}

/** A decision with somebody to do it becomes a task, once; the minutes keep every version. */
export const keepMinutes = action({
  path: '/sager/:case/moeder/:meeting', method: 'post', audit: 'cases.minutes-kept', facts: partOf('meeting'), right: rights['cases.hold-meeting'],
  input: sentFields.transform((sent, ctx) => {
    const wrong = wrongTo(ctx)
    const said = topicRows.map(row => readMinute(sent, row, wrong)).filter(it => it.said !== '' || it.decision !== '')
    if (said.length === 0) wrong('said-1', 'cases.needs-minutes')
    return { case: one(sent, 'case'), meeting: one(sent, 'meeting'), seen: seenOf(sent), said }
  }),
  run: async (work: Work, { meeting: id, seen, said }, facts: CaseFacts) => {
    const meeting = await readMeeting(work, facts.now.id, id)
    const of = said.filter(it => meeting.topics.some(topic => topic.id === it.topic))
    await keepPaper(work, facts.now.id, { id: meeting.id, kind: 'minutes', seen, says: of.map(({ task: _, ...it }): Said => it) })
    const there = (await readTasks(work, facts.now.id)).filter(it => it.meeting === meeting.id).map(it => it.topic)
    for (const { task, decision, topic } of of)
      if (task && !there.includes(topic)) await giveTask(work, facts.now.id, { what: decision, ...task, meeting: meeting.id, topic, forum: meeting.forum }, facts.world.held)
    return { case: facts.now.id, meeting: id }
  },
  leadsTo: (it: { case: string; meeting: string }) => ({ case: it.case, meeting: it.meeting }),
})

/** What a receiver reads: frozen when it was sent, and cut for that receiver. */
export interface Copy { readonly title: string; readonly place: string; readonly at: string; readonly topics: readonly { readonly text: string; readonly ground: string; readonly said?: string; readonly decision?: string }[] }

export const sendMeeting = action({
  path: '/sager/:case/moeder/:meeting/send', method: 'post', audit: 'cases.meeting-sent', facts: partOf('meeting'), right: rights['cases.hold-meeting'],
  input: sentFields.transform(sent => ({ case: one(sent, 'case'), meeting: one(sent, 'meeting'), what: one(sent, 'what') === 'minutes' ? 'minutes' as const : 'invitation' as const })),
  run: async (work: Work, { what, meeting: id }, facts: CaseFacts) => {
    const meeting = await readMeeting(work, facts.now.id, id)
    const minutes = what === 'minutes' ? (await readPapers(work, facts.now.id)).find(it => it.id === id) : undefined
    if (what === 'minutes' && !minutes) throw new Refusal('conflict', 'cases.needs-minutes')
    const made = { case: facts.now.id, partnership: work.actor.partnership, by: work.actor.id, byRole: work.ground.by, now: work.now }
    for (const { to, cut } of await cutsOf(work, facts, meeting)) {
      if (cut.length === 0) continue
      const copy = copyOf(meeting, cut, minutes?.says as readonly Said[] | undefined, to.organisation === meeting.organisation)
      const copyId = randomUUID()
      await store.addCopy(work.db, id, { id: copyId, what, version: minutes?.version ?? 1, forum: meeting.forum, toPerson: to.person, ...shutAlone(work.house, copyPlace(copyId), copy) }, made)
    }
    return { case: facts.now.id, meeting: id }
  },
  leadsTo: (it: { case: string; meeting: string }) => ({ case: it.case, meeting: it.meeting }),
})

/** The title may say what the topics do not: another organisation is not told it. */
function copyOf(meeting: Meeting, cut: readonly Cut[], said: readonly Said[] | undefined, inHouse: boolean): Copy {
  return {
    title: inHouse ? meeting.title : '', place: meeting.place, at: meeting.at.toISOString(),
    topics: cut.map(({ topic, ground }) => {
      const minute = said?.find(it => it.topic === topic.id)
      return { text: topic.text, ground, ...(minute && { said: minute.said, decision: minute.decision }) }
    }),
  }
}

export const copyPage = action({
  path: '/moeder/:copy', method: 'get', audit: 'cases.meeting-copy-read', input: z.object({ copy: z.string() }), right: rights['cases.read-copy'],
  facts: async (db: Work['db'], input): Promise<Facts | undefined> => {
    const it = isId(input.copy) ? await store.copyStanding(db, input.copy) : undefined
    return it && !(await isLocked(db, it.case)) ? { standing: { partnership: it.partnership, state: '-', receivers: it.to }, aboutCase: it.case, aboutCitizen: it.citizen } : undefined
  },
  run: async (work: Work, input) => {
    const row = await store.copyBy(work.db, input.copy)
    if (!row) throw missing()
    return openCopy(work, row)
  },
})
export const openCopy = (work: Pick<Work, 'house'>, { keyWrapped, box, ...it }: store.CopyRow) => ({ ...it, copy: openedAlone<Copy>(work.house, copyPlace(it.id), { keyWrapped, box }) })

/** What somebody has written to the police: no sentence of it comes from a meeting in SSP, PSP or KSP of this case. @throws Refusal as `refuseForums` */
export async function refuseForumWords(work: Pick<Work, 'house' | 'db'>, caseId: string, text: string): Promise<void> {
  const held = (await store.meetingsOf(work.db, caseId)).filter(it => it.forum !== 'none').map(it => it.id)
  if (held.length === 0) return
  const minutes = (await readPapers(work, caseId)).filter(it => it.kind === 'minutes' && held.includes(it.id))
  const called = (await Promise.all(held.map(id => readMeeting(work, caseId, id)))).filter(it => [it.title, ...it.topics.map(topic => topic.text)].some(said => quotes(text, said)))
  const tasks = (await readTasks(work, caseId)).filter(it => it.meeting !== null && held.includes(it.meeting))
  const from = [
    ...called.map(it => it.id), ...minutes.filter(it => (it.says as readonly Said[]).some(one => quotes(text, one.said) || quotes(text, one.decision))).map(it => it.id), ...tasks.filter(it => quotes(text, it.what)).map(it => it.id),
  ]
  await refuseForums(work.db, from)
}

/**
 * For whoever puts something of a case into a referral to the police: ids of meetings, their minutes (the meeting's id), their copies, and tasks.
 * @throws Refusal conflict `cases.not-to-police` when anything of it comes from SSP, PSP or KSP
 */
export async function refuseForums(db: Work['db'], ids: readonly string[]): Promise<void> {
  mayGoToPolice(await store.forumsOf(db, ids))
}
