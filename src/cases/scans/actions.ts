// Scanned papers of a case: kept under the case's key, listed, and handed out again. Each is journalled.
import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import { dayOf, readDay } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { keepScan } from '../../consents/scan.ts'
import { action, type Work } from '../../platform/action.ts'
import { unwrapUnder, wrapUnder } from '../../platform/vault.ts'
import { caseInput, caseOf } from '../actions.ts'
import { opened, shut } from '../coordination/boxes.ts'
import { herRule } from '../her-rule/reading.ts'
import { rights } from '../rules.ts'
import { scanKinds } from './rules.ts'
import * as store from './store.ts'
import { type CaseFacts, caseKey } from '../write.ts'

interface Said { readonly from: string; readonly what: string }
const place = (id: string) => `case_scan.box:${id}`

export async function readScans(work: Pick<Work, 'house' | 'db'>, caseId: string) {
  const key = await caseKey(work, caseId)
  return (await store.scansOf(work.db, caseId)).map(({ box, file: _, keyBox: __, ...it }) => ({ ...it, ...opened<Said>(key, place(it.id), box) }))
}
export type Scan = Awaited<ReturnType<typeof readScans>>[number]

export const scansPage = action({
  path: '/sager/:case/scannet', method: 'get', audit: 'cases.scans-seen', input: caseInput, facts: caseOf, right: rights['cases.scans'],
  run: async (work: Work, _input, facts: CaseFacts) => ({ now: facts.now, rule: await herRule(work, facts.now), scans: await readScans(work, facts.now.id) }),
})

export const addScan = action({
  path: '/sager/:case/scannet', method: 'post', audit: 'cases.scan-kept', facts: caseOf, right: rights['cases.keep-scan'],
  input: z.object({
    case: z.string(), kind: z.enum(scanKinds, 'cases.needs-scan-kind'), onDay: z.string('cases.needs-day'), from: z.string().max(200, 'cases.too-long').optional(), what: z.string().max(1000, 'cases.too-long').optional(), scan: z.unknown(),
  }),
  run: async (work: Work, { kind, onDay, from, what, scan: file }, facts: CaseFacts) => {
    const day = readDay(onDay)
    if (!day || day > dayOf(work.now)) throw new Refusal('invalid', day ? 'cases.day-ahead' : 'cases.needs-day', 'onDay')
    if (!(file instanceof File) || file.size === 0) throw new Refusal('invalid', 'cases.needs-scan', 'scan')
    const { db, house, actor, ground, now } = work
    const [id, key, kept] = [randomUUID(), await caseKey(work, facts.now.id), await keepScan(house, file)]
    try {
      const said: Said = { from: (from ?? '').trim(), what: (what ?? '').trim() }
      await store.addScan(db, {
        id, caseId: facts.now.id, partnership: actor.partnership, kind, onDay: day, by: actor.id, byRole: ground.by, at: now, file: kept.id, type: kept.type, keyBox: wrapUnder(key, kept.key), box: shut(key, place(id), said),
      })
    } catch (fault) {
      await house.files.remove(kept.id)
      throw fault
    }
    return { case: facts.now.id }
  },
  leadsTo: (it: { case: string }) => it,
})

const ofScan = z.object({ case: z.string(), scan: z.uuid('platform.missing') })
export const scanFile = action({
  path: '/sager/:case/scannet/:scan', method: 'get', audit: 'cases.scan-fetched', input: ofScan, right: rights['cases.scans'],
  facts: async (db: Work['db'], input: z.infer<typeof ofScan>, actor: Actor, now: Date): Promise<CaseFacts | undefined> => {
    const facts = await caseOf(db, input, actor, now)
    return facts && await store.scanIsIn(db, input.scan, facts.now.id) ? facts : undefined
  },
  run: async (work: Work, input, facts: CaseFacts) => {
    const found = (await store.scansOf(work.db, facts.now.id)).find(it => it.id === input.scan)
    if (!found) throw new Refusal('missing', 'platform.missing')
    const body = work.house.files.get(found.file, unwrapUnder(await caseKey(work, facts.now.id), found.keyBox))
    return { name: `papir.${found.type.replace(/^.*\//, '').replace('jpeg', 'jpg')}`, type: found.type, body: Readable.toWeb(body) as ReadableStream }
  },
})
