// Opening a case in danger to life: the reason first, then whom it is about, then an hour; and the leader who looks it through.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { safeContact } from '../../citizens/reach.ts'
import { action, type Facts, type Work } from '../../platform/action.ts'
import type { Db } from '../../platform/db.ts'
import { shutOut } from '../../platform/shut-out.ts'
import { openText, sealText } from '../../platform/vault.ts'
import { dangerRights as rights, glassState, openFor, shortestReason } from './rules.ts'
import * as store from './store.ts'
import { isLocked } from '../paperwork/store.ts'
import { heldBy } from '../rules.ts'
import { type CaseFacts, caseFacts, readEvents } from '../write.ts'

const reasonPlace = (id: string) => `break_glass.reason:${id}`
const notePlace = (id: string) => `break_glass.note:${id}`
const inHouse = async (_db: Db, _input: unknown, actor: Actor): Promise<Facts> => ({ standing: { partnership: actor.partnership, state: '-' } })

export const sayPage = action({ path: '/fare', method: 'get', audit: 'cases.danger-page-seen', input: z.object({}), facts: inHouse, right: rights['danger.say'], run: async () => undefined })

/** The reason, before anybody is named. */
export const say = action({
  path: '/fare', method: 'post', audit: 'cases.danger-said', facts: inHouse, right: rights['danger.say'],
  input: z.object({ reason: z.string('cases.needs-danger').trim().min(shortestReason, 'cases.needs-danger').max(1000, 'cases.too-long') }),
  run: async ({ db, house, actor, ground, now }, { reason }) => {
    const id = randomUUID()
    const key = house.vault.newKey()
    await store.addGlass(db, { id, partnership: actor.partnership, by: actor.id, byRole: ground.by, at: now, keyWrapped: key.wrapped, reasonBox: sealText(key.plain, reasonPlace(id), reason) })
    return { id }
  },
  leadsTo: it => it,
})

interface GlassFacts extends Facts { readonly glass: store.Glass; readonly of: CaseFacts | undefined }
async function glassFacts(db: Db, id: string, actor: Actor, now: Date): Promise<GlassFacts | undefined> {
  const glass = await store.glassBy(db, id)
  if (!glass) return undefined
  const of = glass.caseId === null ? undefined : await caseFacts(db, glass.caseId, now)
  // Opened in one role it is not seen in another.
  const holder = actor.roles.includes(glass.byRole) ? glass.by : undefined
  return {
    glass, of, standing: { partnership: glass.partnership, state: glassState(glass, now), ...(holder && { holder }) },
    ...(of && { aboutCase: of.now.id, aboutCitizen: of.now.citizen }),
  }
}
const about = z.object({ glass: z.uuid('platform.missing') })

interface NameFacts extends GlassFacts { readonly found: { readonly id: string; readonly citizen: string; readonly locked: boolean } | undefined }
/** Whom it is about, by the number of the case. It is open from the same moment. */
export const name = action({
  path: '/fare/:glass', method: 'post', audit: 'cases.opened-in-danger', right: rights['danger.name'],
  input: about.extend({ number: z.string('cases.needs-number').trim().regex(/^\d{4}-\d{4,6}$/, 'cases.needs-number') }),
  facts: async (db, { glass, number }, actor, now): Promise<NameFacts | undefined> => {
    const facts = await glassFacts(db, glass, actor, now)
    const there = facts && await store.caseOfNumber(db, facts.glass.partnership, number)
    // Shut out and not there look the same here too.
    const found = there && !(await shutOut(db, there.id, there.citizen)) ? { ...there, locked: await isLocked(db, there.id) } : undefined
    return facts && { ...facts, found, ...(found && { aboutCase: found.id, aboutCitizen: found.citizen }) }
  },
  run: async ({ db, now }, { glass }, { found }) => {
    if (!found) throw new Refusal('invalid', 'cases.no-number', 'number')
    // Nobody reads it while it is locked; the hour is not spent on it.
    if (found.locked) throw new Refusal('invalid', 'cases.danger-locked', 'number')
    if (!(await store.openGlass(db, glass, found, now, new Date(now.getTime() + openFor * 60_000)))) throw new Refusal('conflict', 'platform.changed')
    return { id: glass }
  },
  leadsTo: it => it,
})

/** How she is reached safely, and how the case stands: nothing else of it. */
async function summary(work: Work, { now: it, world }: CaseFacts) {
  const events = await readEvents(work, it.id)
  const found = events.findLast(one => one.move === 'clarify')
  const has = heldBy(it, world.held)
  return {
    number: it.number, status: it.status, urgent: it.urgent, since: it.since, contact: await safeContact(work, it.citizen), has: world.held.find(one => one.person === has),
    enquiry: events[0], finding: found?.given.finding && { finding: found.given.finding, at: found.at, byName: found.byName },
  }
}

export const seePage = action({
  path: '/fare/:glass', method: 'get', audit: 'cases.read-in-danger', input: about, right: rights['danger.see'],
  facts: (db, { glass }, actor, now) => glassFacts(db, glass, actor, now),
  run: async (work, _input, { glass, of }) => ({ glass, open: of && await summary(work, of) }),
})

export const listPage = action({
  path: '/fare/alle', method: 'get', audit: 'cases.dangers-listed', input: z.object({}), facts: inHouse, right: rights['danger.list'],
  run: async ({ db, house, actor }) => (await store.glassRows(db, actor.partnership)).map(({ keyWrapped, reasonBox, noteBox, ...it }) => {
    const key = house.vault.unwrap(keyWrapped)
    return { ...it, reason: openText(key, reasonPlace(it.id), reasonBox), note: noteBox ? openText(key, notePlace(it.id), noteBox) : undefined }
  }),
})

/** Looked through. Never one's own: a leader's is another leader's or the data protection officer's, who has none but leaders'. */
export const review = action({
  path: '/fare/:glass/set', method: 'post', audit: 'cases.danger-reviewed', right: rights['danger.review'],
  input: about.extend({ note: z.string('cases.needs-found').trim().min(1, 'cases.needs-found').max(1000, 'cases.too-long') }),
  facts: async (db, { glass }, actor, now) => {
    const found = await glassFacts(db, glass, actor, now)
    return actor.roles.includes('leader') || found?.glass.byRole === 'leader' ? found : undefined
  },
  run: async ({ db, house, actor, now }, { glass: id, note }, { glass }) => {
    if (glass.by === actor.id) throw new Refusal('conflict', 'cases.own-danger')
    const row = (await store.glassRows(db, actor.partnership)).find(it => it.id === id)
    if (!row) throw new Refusal('missing', 'platform.missing')
    if (!(await store.reviewGlass(db, id, actor.id, now, sealText(house.vault.unwrap(row.keyWrapped), notePlace(id), note)))) throw new Refusal('conflict', 'platform.changed')
    return { id }
  },
  leadsTo: it => it,
})
