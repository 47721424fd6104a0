// Shutting a colleague out of a case, saying it of oneself, and the leader who confirms or lifts it.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Actor, PersonId } from '../../kernel/actor.ts'
import { dayOf } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { holders } from '../../directory/store.ts'
import { action, type Facts, type Work } from '../../platform/action.ts'
import type { Db } from '../../platform/db.ts'
import { shutOut } from '../../platform/shut-out.ts'
import { openText, sealText } from '../../platform/vault.ts'
import { caseOfNumber } from '../danger/store.ts'
import { ownKinds, shutClass, type ShutKind, shutRights as rights, shutState } from './rules.ts'
import { ownNames } from './name-store.ts'
import * as store from './store.ts'

const reasonPlace = (id: string) => `case_shut.reason:${id}`
const liftPlace = (id: string) => `case_shut.lift:${id}`
const numberField = z.string('cases.needs-number').trim().regex(/^\d{4}-\d{4,6}$/, 'cases.needs-number')
const reasonField = z.string('cases.needs-shut-reason').trim().min(1, 'cases.needs-shut-reason').max(1000, 'cases.too-long')
const inHouse = async (_db: Db, _input: unknown, actor: Actor): Promise<Facts> => ({ standing: { partnership: actor.partnership, state: '-' } })

interface NumberFacts extends Facts { readonly found: { readonly id: string; readonly citizen: PersonId } | undefined; readonly already: readonly { readonly person: PersonId; readonly kind: ShutKind }[] }
const byNumber = async (db: Db, { number }: { readonly number: string }, actor: Actor): Promise<NumberFacts> => {
  const found = await caseOfNumber(db, actor.partnership, number)
  const already = found ? (await store.shutPairs(db, actor.partnership)).filter(it => it.caseId === found.id) : []
  return { standing: { partnership: actor.partnership, state: '-' }, found, already }
}

/** @throws Refusal invalid where no such case is, conflict where that person is shut out of it already */
async function shut(work: Work, { found, already }: NumberFacts, it: { readonly number: string; readonly person: PersonId; readonly kind: store.Shut['kind']; readonly reason?: string }) {
  if (!found) throw new Refusal('invalid', 'cases.no-number', 'number')
  // Whether a leader has shut one out is told to nobody who says it of oneself: it is written beside that, and answered the same.
  if (already.some(one => one.person === it.person && shutClass(one.kind) === shutClass(it.kind))) throw new Refusal('conflict', 'cases.shut-before')
  const { actor, house, now } = work
  const id = randomUUID()
  const key = house.vault.newKey()
  await store.addShut(work.db, {
    id, partnership: actor.partnership, caseId: found.id, citizen: found.citizen, number: it.number, person: it.person, kind: it.kind, by: actor.id, at: now, keyWrapped: key.wrapped,
    ...(it.reason !== undefined && { reasonBox: sealText(key.plain, reasonPlace(id), it.reason) }),
  })
  return { id }
}

export const listPage = action({
  path: '/interesser', method: 'get', audit: 'cases.shut-listed', facts: inHouse, right: rights['shut.list'], input: z.object({ nummer: z.string().max(12).optional().catch(undefined) }),
  run: async ({ db, house, actor, ground, now }, { nummer }) => ({
    number: nummer, by: ground.by, people: await holders(db, actor.partnership, dayOf(now)),
    rows: (await store.shutRows(db, actor.partnership)).map(({ keyWrapped, reasonBox, liftBox, ...it }) => {
      const key = keyWrapped && house.vault.unwrap(keyWrapped)
      return { ...it, reason: key && reasonBox ? openText(key, reasonPlace(it.id), reasonBox) : undefined, lifted: key && liftBox ? openText(key, liftPlace(it.id), liftBox) : undefined }
    }),
  }),
})

/** From the same moment the colleague sees nothing of it. Whoever has the baton and is shut out no longer acts: the visitator, or else the leader, steps in. */
export const shutOutAction = action({
  path: '/interesser', method: 'post', audit: 'cases.colleague-shut-out', right: rights['shut.out'],
  input: z.object({ number: numberField, person: z.uuid('cases.needs-colleague'), reason: reasonField }),
  facts: async (db, input, actor, now) => {
    const named = await byNumber(db, input, actor)
    // To whoever is shut out of it herself the number is nobody's.
    const facts = named.found && await shutOut(db, named.found.id, named.found.citizen) ? { ...named, found: undefined } : named
    const works = (await holders(db, actor.partnership, dayOf(now))).some(it => it.person === input.person)
    return { ...facts, works, ...(facts.found && { aboutCase: facts.found.id, aboutCitizen: facts.found.citizen }) }
  },
  run: async (work, { number, person, reason }, facts) => {
    if (!facts.works) throw new Refusal('invalid', 'cases.needs-colleague', 'person')
    if (person === work.actor.id) throw new Refusal('invalid', 'cases.shut-self', 'person')
    return shut(work, facts, { number, person: person as PersonId, kind: 'decided', reason })
  },
  leadsTo: it => it,
})

interface ShutFacts extends Facts { readonly it: store.Shut }
/** Nobody decides about herself or himself; the data protection officer decides what asks for a second look, and nothing else. */
async function shutFacts(db: Db, { shut: id }: { readonly shut: string }, actor: Actor): Promise<ShutFacts | undefined> {
  const it = await store.shutBy(db, id)
  const looks = it?.secondLook || actor.roles.includes('leader')
  return it && looks && it.person !== actor.id ? { it, standing: { partnership: it.partnership, state: shutState(it) }, aboutCase: it.caseId, ...(it.citizen !== null && { aboutCitizen: it.citizen }) } : undefined
}
const about = z.object({ shut: z.uuid('platform.missing') })

export const confirmAction = action({
  path: '/interesser/:shut/bekraeft', method: 'post', audit: 'cases.shut-confirmed', input: about, facts: shutFacts, right: rights['shut.confirm'],
  run: async ({ db, actor, now }, { shut: id }) => {
    if (!(await store.confirmShut(db, id, actor.id, now))) throw new Refusal('conflict', 'platform.changed')
    return { id }
  },
  leadsTo: it => it,
})

export const liftAction = action({
  path: '/interesser/:shut/ophaev', method: 'post', audit: 'cases.shut-lifted', input: about.extend({ lift: reasonField }), facts: shutFacts, right: rights['shut.lift'],
  run: async ({ db, house, actor, now }, { shut: id, lift }) => {
    const row = (await store.shutRows(db, actor.partnership)).find(it => it.id === id)
    if (!row) throw new Refusal('missing', 'platform.missing')
    const fresh = row.keyWrapped ? undefined : house.vault.newKey()
    const key = row.keyWrapped ? house.vault.unwrap(row.keyWrapped) : fresh?.plain
    if (!key || !(await store.liftShut(db, id, actor.id, now, sealText(key, liftPlace(id), lift), fresh?.wrapped))) throw new Refusal('conflict', 'platform.changed')
    return { id }
  },
  leadsTo: it => it,
})

/** For the leader's home page: how many are shut out and wait to be looked through. */
export const shutToConfirm = async ({ db, actor, ground }: Pick<Work, 'db' | 'actor' | 'ground'>): Promise<number> => (ground.by === 'leader' ? store.shutWaiting(db, actor.partnership) : 0)

export const minePage = action({
  path: '/interesser/mig', method: 'get', audit: 'cases.own-interests-seen', input: z.object({}), facts: inHouse, right: rights['shut.mine'],
  run: async ({ db, actor }) => ({ cases: await store.ownShut(db, actor.id), names: await ownNames(db, actor.id) }),
})

/** "I am a party, or a relative, in the case with this number." It holds at once. */
export const declareAction = action({
  path: '/interesser/mig', method: 'post', audit: 'cases.interest-declared', right: rights['shut.declare'], facts: byNumber,
  input: z.object({ number: numberField, kind: z.enum(ownKinds, 'cases.needs-interest') }),
  run: (work, { number, kind }, facts) => shut(work, facts, { number, person: work.actor.id, kind }),
  leadsTo: it => it,
})
