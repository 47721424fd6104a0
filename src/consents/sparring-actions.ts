// Asking, reading and answering, and how often that is done.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Actor } from '../kernel/actor.ts'
import { dayOf } from '../kernel/day.ts'
import { finishedYears, type Part, shownYear } from '../kernel/numbers.ts'
import { Refusal } from '../kernel/refusal.ts'
import { termsOf } from '../directory/store.ts'
import type { Terms } from '../directory/terms.ts'
import { action, type Facts, type Work } from '../platform/action.ts'
import type { Db } from '../platform/db.ts'
import { type Key, openText, sealText } from '../platform/vault.ts'
import { mayGo, pointsOut, sparringKinds, sparringRights as rights, sparringTo } from './sparring.ts'
import * as store from './sparring-store.ts'

const inHouse = async (_db: Db, _input: unknown, actor: Actor): Promise<Facts> => ({ standing: { partnership: actor.partnership, state: '-' } })
const place = (id: string, seq: number) => `sparring_message.box:${id}:${seq}`

export const listPage = action({
  path: '/sparring', method: 'get', audit: 'consents.sparring-listed', input: z.object({}), facts: inHouse, right: rights['sparring.list'],
  run: ({ db, actor }) => store.threads(db, actor.id),
})
export const askPage = action({
  path: '/sparring/ny', method: 'get', audit: 'consents.sparring-page-seen', input: z.object({}), facts: inHouse, right: rights['sparring.ask'], run: async () => undefined,
})

const textField = z.string('consents.needs-question').trim().min(1, 'consents.needs-question').max(2000, 'consents.too-long')
const again = z.string().optional().transform(it => it === 'yes')
/** Whoever writes is told what looks like a person, before it goes anywhere. @throws Refusal invalid */
function refusePersons(text: string, lookedAgain: boolean): void {
  const pointer = pointsOut(text)
  if (pointer && !mayGo(pointer, lookedAgain)) throw new Refusal('invalid', `consents.looks-like-${pointer}`, 'text')
}

interface DueFacts extends Facts { readonly terms: Terms }
/** By when an answer is expected, as the house counts working days. */
export type DueBy = (now: Date, terms: Terms) => Date

export const asking = (dueBy: DueBy) => action({
  path: '/sparring/ny', method: 'post', audit: 'consents.sparring-asked', right: rights['sparring.ask'],
  input: z.object({ to: z.enum(sparringTo, 'consents.needs-sparring-to'), kind: z.enum(sparringKinds, 'consents.needs-sparring-kind'), text: textField, again }),
  facts: async (db, _input, actor): Promise<DueFacts> => ({ standing: { partnership: actor.partnership, state: '-' }, terms: await termsOf(db, actor.partnership) }),
  run: async ({ db, house, actor, now }, { to, kind, text, again: looked }, { terms }) => {
    refusePersons(text, looked)
    const id = randomUUID()
    const key = house.vault.newKey()
    await store.addThread(db, { id, partnership: actor.partnership, askedBy: actor.id, to, kind, at: now, keyWrapped: key.wrapped })
    await store.addMessage(db, { thread: id, seq: 1, partnership: actor.partnership, by: actor.id, at: now, due: dueBy(now, terms), box: sealText(key.plain, place(id, 1), text) })
    return { id }
  },
  leadsTo: it => it,
})

interface ThreadFacts extends DueFacts { readonly it: NonNullable<Awaited<ReturnType<typeof store.threadStanding>>> }
const about = z.object({ thread: z.uuid('platform.missing') })
async function threadFacts(db: Db, { thread }: { readonly thread: string }, actor: Actor): Promise<ThreadFacts | undefined> {
  const it = await store.threadStanding(db, thread)
  if (!it) return undefined
  const terms = await termsOf(db, it.partnership)
  return { it, terms, standing: { partnership: it.partnership, state: '-', owner: it.askedBy, receivers: actor.roles.includes(it.to) ? [actor.id] : [] } }
}

async function opened({ db, house }: Pick<Work, 'db' | 'house'>, id: string): Promise<{ readonly thread: store.Thread; readonly key: Key }> {
  const found = await store.threadBy(db, id)
  if (!found) throw new Refusal('missing', 'platform.missing')
  const { keyWrapped, ...thread } = found
  return { thread, key: house.vault.unwrap(keyWrapped) }
}

export const threadPage = action({
  path: '/sparring/:thread', method: 'get', audit: 'consents.sparring-read', input: about, facts: threadFacts, right: rights['sparring.read'],
  run: async (work, { thread: id }) => {
    const { thread, key } = await opened(work, id)
    return { thread, messages: (await store.messagesOf(work.db, id)).map(({ box, ...it }) => ({ ...it, text: openText(key, place(id, it.seq), box) })) }
  },
})

/** An answer from whoever was asked; more from whoever asked waits for an answer again. */
export const writing = (dueBy: DueBy) => action({
  path: '/sparring/:thread', method: 'post', audit: 'consents.sparring-written', input: about.extend({ text: textField, again }), facts: threadFacts, right: rights['sparring.write'],
  run: async (work, { thread: id, text, again: looked }, { it, terms }) => {
    refusePersons(text, looked)
    const { actor, now } = work
    const { key } = await opened(work, id)
    const seq = it.seq + 1
    const due = it.askedBy === actor.id ? dueBy(now, terms) : null
    const first = await store.addMessage(work.db, { thread: id, seq, partnership: actor.partnership, by: actor.id, at: now, due, box: sealText(key, place(id, seq), text) })
    if (!first) throw new Refusal('conflict', 'platform.changed')
    return { id }
  },
  leadsTo: it => it,
})

/** Whole years that are over, once by what was asked about and once by who was asked, never the one across the other. */
export const countPage = action({
  path: '/sparring/tal', method: 'get', audit: 'consents.sparring-counted', input: z.object({}), facts: inHouse, right: rights['sparring.count'],
  run: async ({ db, now }) => {
    const all = await store.counts(db)
    return finishedYears(dayOf(now)).map(year => {
      const asked = all.filter(it => it.year === year)
      const by = (name: (it: store.Count) => string): readonly Part[] => [...Map.groupBy(asked, name)].map(([part, those]) => ({ name: part, count: sum(those) }))
      return { year, kinds: shownYear(sum(asked), by(it => it.kind)), receivers: shownYear(sum(asked), by(it => it.to)) }
    })
  },
})
const sum = (all: readonly store.Count[]): number => all.reduce((so, it) => so + it.n, 0)
