// One's own name, or a relative's, said once: where a case is given it, one is shut out of that case, and is not told.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import { addDays, dayOf, instantOf } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { action, type Facts } from '../../platform/action.ts'
import type { Db } from '../../platform/db.ts'
import { markHashes } from '../finding/name-check.ts'
import { nameHashes, plainWords } from '../finding/rules.ts'
import { addOwnName, endOwnName, namesSince, ownNameBy } from './name-store.ts'
import { ownKinds, shutRights as rights } from './rules.ts'

/** More than anybody has relatives for. Those of the last year count when they are ended too, or one name after the other could be tried for what disappears. */
const most = 30

const inHouse = async (_db: Db, _input: unknown, actor: Actor): Promise<Facts> => ({ standing: { partnership: actor.partnership, state: '-' } })

export const sayName = action({
  path: '/interesser/mig/navn', method: 'post', audit: 'cases.own-name-said', right: rights['shut.declare'],
  facts: inHouse,
  input: z.object({
    fullName: z.string('cases.needs-full-name').trim().max(120, 'cases.too-long').refine(it => plainWords(it).split(' ').length > 1, 'cases.needs-full-name'),
    whose: z.enum(ownKinds, 'cases.needs-whose-name'),
  }),
  run: async ({ db, house, actor, now }, { fullName, whose }) => {
    if ((await namesSince(db, actor.id, instantOf(addDays(dayOf(now), -365), '00:00'))) >= most) throw new Refusal('conflict', 'cases.many-names')
    const { keyedHash } = house.vault
    const { partnership, organisation } = actor
    const id = randomUUID()
    await addOwnName(db, {
      id, partnership, organisation, person: actor.id, kind: whose, at: now,
      hashes: [...markHashes(keyedHash, organisation, fullName), ...nameHashes(keyedHash, partnership, fullName)],
    })
    return { id }
  },
  leadsTo: it => it,
})

/** From then on it shuts one out of nothing new; what it has shut stays with the leader. */
export const endName = action({
  path: '/interesser/mig/navn/:name/slut', method: 'post', audit: 'cases.own-name-ended', right: rights['shut.end-name'], input: z.object({ name: z.uuid('platform.missing') }),
  facts: async (db: Db, { name }): Promise<Facts | undefined> => {
    const it = await ownNameBy(db, name)
    return it && { standing: { partnership: it.partnership, state: '-', owner: it.person } }
  },
  run: async ({ db, now }, { name }) => {
    if (!(await endOwnName(db, name, now))) throw new Refusal('conflict', 'platform.changed')
    return { id: name }
  },
  leadsTo: it => it,
})
