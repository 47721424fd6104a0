// The police have asked that she sees later what they have read: written down, renewed, ended.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { addDays, dayOf, instantOf } from '../kernel/day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { action, type Facts, type Work } from '../platform/action.ts'
import type { Db } from '../platform/db.ts'
import { openText, sealText } from '../platform/vault.ts'
import { type Delay, delayGrounds, delayRights as rights, longestDelay, runs } from './delay.ts'
import * as store from './delay-store.ts'

const place = (id: string) => `look_delay.box:${id}`
export interface Asked { readonly askedBy: string; readonly reason: string }
export interface OpenDelay extends Delay, Asked { readonly recordedBy: string; readonly endedBy: string | null }

/** Those that the reader may see, opened, newest first. */
export const delaysOf = async ({ db, house }: Pick<Work, 'db' | 'house'>, citizen: string): Promise<readonly OpenDelay[]> =>
  (await store.delaysOf(db, citizen)).map(({ keyWrapped, box, ...it }) => ({ ...it, ...(JSON.parse(openText(house.vault.unwrap(keyWrapped), place(it.id), box)) as Asked) }))

async function facts(db: Db, { citizen }: { readonly citizen: string }): Promise<Facts | undefined> {
  const partnership = await store.citizenPartnership(db, citizen)
  return partnership === undefined ? undefined : { standing: { partnership, state: '-' }, aboutCitizen: citizen }
}
const about = z.object({ citizen: z.uuid('platform.missing'), sag: z.uuid().optional().catch(undefined) })
const words = (missing: `citizens.${string}`, most: number) => z.string(missing).trim().min(1, missing).max(most, 'citizens.too-long')

export const delayPage = action({
  path: '/borgere/:citizen/hvem-har-set', method: 'get', audit: 'citizens.look-delays-seen', input: about, facts, right: rights['looks.list'],
  run: async (work, { citizen, sag }) => ({ citizen, caseId: sag, delays: await delaysOf(work, citizen) }),
})

/** Goes on from the one that runs, if one does; her page opens when the last of them is over. */
export const delay = action({
  path: '/borgere/:citizen/hvem-har-set', method: 'post', audit: 'citizens.look-delayed', facts, right: rights['looks.delay'],
  input: about.extend({
    askedBy: words('citizens.needs-asker', 200), ground: z.enum(delayGrounds, 'citizens.needs-ground'), reason: words('citizens.needs-delay-reason', 1000),
    days: z.coerce.number('citizens.needs-days').int('citizens.needs-days').min(1, 'citizens.needs-days').max(longestDelay, 'citizens.needs-days'),
  }),
  run: async ({ db, house, actor, now }, { citizen, sag, askedBy, ground, reason, days }) => {
    const before = (await store.delaysOf(db, citizen)).find(it => runs(it, now))
    const id = randomUUID()
    const key = house.vault.newKey()
    // To the end of that day at the latest, and never longer than it may be.
    const last = new Date(Math.min(instantOf(addDays(dayOf(now), days), '23:59').getTime(), now.getTime() + longestDelay * 86_400_000))
    await store.addDelay(db, {
      id, partnership: actor.partnership, citizen, ground, fromAt: now, untilAt: last, sinceAt: before?.sinceAt ?? now, renews: before?.id ?? null, recordedBy: actor.id,
      keyWrapped: key.wrapped, box: sealText(key.plain, place(id), JSON.stringify({ askedBy, reason } satisfies Asked)),
    })
    return { citizen, sag }
  },
  leadsTo: it => it,
})

export const endDelay = action({
  path: '/borgere/:citizen/hvem-har-set/:delay/slut', method: 'post', audit: 'citizens.look-delay-ended', input: about.extend({ delay: z.uuid('platform.missing') }), facts, right: rights['looks.end'],
  run: async ({ db, actor, now }, { citizen, sag, delay: id }) => {
    if (!(await store.endDelay(db, citizen, id, actor.id, now))) throw new Refusal('conflict', 'platform.changed')
    return { citizen, sag }
  },
  leadsTo: it => it,
})
