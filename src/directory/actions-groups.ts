// Groups and their members, kept by tovholder and leader and seen by everybody who works here.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Actor, PersonId } from '../kernel/actor.ts'
import { type Day, dayOf, readDay } from '../kernel/day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { action, type Facts, type Work } from '../platform/action.ts'
import { checkMember, endsNow, groupKinds, type Member, type StaffGroup } from './group.ts'
import { rights } from './rules.ts'
import * as store from './store-groups.ts'
import { people } from './store-holdings.ts'

const listed = async (_db: unknown, _input: unknown, actor: Actor): Promise<Facts> => ({ standing: { partnership: actor.partnership, state: '-' } })
const kept = ({ actor, now }: Pick<Work, 'actor' | 'now'>) => ({ partnership: actor.partnership, by: actor.id, at: now })
const page = async ({ db, actor, now }: Work) =>
  ({ groups: await store.groups(db, actor.partnership), people: await people(db, actor.partnership), today: dayOf(now) })
export type GroupsPage = Awaited<ReturnType<typeof page>>

export const groupsAction = action({
  path: '/grupper', method: 'get', audit: 'directory.groups-seen', input: z.object({}), facts: listed, right: rights['directory.read'], run: page,
})

export const newGroupPage = action({
  path: '/grupper/ny', method: 'get', audit: 'directory.group-page-seen', input: z.object({}), facts: listed, right: rights['directory.keep'], run: page,
})

const day = z.string('directory.needs-from').transform((text, ctx): Day => {
  const read = readDay(text)
  if (!read) ctx.addIssue({ code: 'custom', message: 'directory.needs-from' })
  return read ?? ('' as Day)
})
const lastDay = z.string().optional().transform((text, ctx): Day | null => {
  const read = text ? readDay(text) : null
  if (read === undefined) ctx.addIssue({ code: 'custom', message: 'directory.needs-day' })
  return read ?? null
})
const words = (most: number, missing: 'directory.needs-name' | 'directory.needs-mandate') => z.string(missing).trim().min(2, missing).max(most, 'directory.text-long')

export const newGroup = action({
  path: '/grupper/ny', method: 'post', audit: 'directory.group-made', facts: listed, right: rights['directory.keep'],
  input: z.object({ kind: z.enum(groupKinds, 'directory.needs-kind'), name: words(120, 'directory.needs-name'), mandate: words(1000, 'directory.needs-mandate'), from: day, to: lastDay }),
  run: async (work, it) => {
    if (it.to !== null && it.to < it.from) throw new Refusal('invalid', 'directory.ends-before', 'to')
    const id = randomUUID() as string
    await store.addGroup(work.db, { ...it, id, ...kept(work) })
    return { id }
  },
  leadsTo: it => it,
})

const about = z.object({ group: z.uuid('platform.missing') })

/** Undefined where there is no such group in the actor's partnership. */
const groupFacts = async (db: Work['db'], { group }: { readonly group: string }, actor: Actor): Promise<Facts | undefined> =>
  ((await store.hasGroup(db, actor.partnership, group)) ? { standing: { partnership: actor.partnership, state: '-' } } : undefined)

async function groupOf({ db, actor }: Pick<Work, 'db' | 'actor'>, id: string): Promise<StaffGroup & { readonly members: readonly Member[] }> {
  const found = (await store.groups(db, actor.partnership)).find(it => it.id === id)
  if (!found) throw new Refusal('missing', 'platform.missing')
  return found
}

export const groupAction = action({
  path: '/grupper/:group', method: 'get', audit: 'directory.group-seen', input: about, facts: groupFacts, right: rights['directory.read'],
  run: async (work, { group }) => ({ ...(await page(work)), it: await groupOf(work, group) }),
})

export const addMember = action({
  path: '/grupper/:group/medlem', method: 'post', audit: 'directory.member-added', facts: groupFacts, right: rights['directory.keep'],
  input: about.extend({ person: z.uuid('directory.needs-person').transform(it => it as PersonId), from: day }),
  run: async (work, { group, person, from }) => {
    const it = await groupOf(work, group)
    checkMember(it, it.members, { person, from })
    if (!(await people(work.db, work.actor.partnership)).some(one => one.id === person)) throw new Refusal('invalid', 'directory.needs-person', 'person')
    if (!(await store.addMember(work.db, group, person, from, kept(work)))) throw new Refusal('invalid', 'directory.in-group', 'person')
    return { id: group }
  },
  leadsTo: it => it,
})

export const endMember = action({
  path: '/grupper/:group/ud', method: 'post', audit: 'directory.member-ended', facts: groupFacts, right: rights['directory.keep'],
  input: about.extend({ person: z.uuid('directory.needs-person'), from: day }),
  run: async (work, { group, person, from }) => {
    const it = await groupOf(work, group)
    const member = it.members.find(one => one.person === person && one.from === from && one.to === null)
    if (!member) throw new Refusal('conflict', 'directory.ended-already')
    await store.endMember(work.db, group, person, from, endsNow(from, dayOf(work.now)))
    return { id: group }
  },
  leadsTo: it => it,
})

export const endGroup = action({
  path: '/grupper/:group/slut', method: 'post', audit: 'directory.group-ended', input: about, facts: groupFacts, right: rights['directory.keep'],
  run: async (work, { group }) => {
    const it = await groupOf(work, group)
    if (it.to !== null && it.to < dayOf(work.now)) throw new Refusal('conflict', 'directory.ended-already')
    await store.endGroup(work.db, group, endsNow(it.from, dayOf(work.now)))
    return { id: group }
  },
  leadsTo: it => it,
})
