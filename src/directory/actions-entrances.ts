import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Actor } from '../kernel/actor.ts'
import { Refusal } from '../kernel/refusal.ts'
import { type Day, dayOf } from '../kernel/day.ts'
import { action, type Facts, type Work } from '../platform/action.ts'
import { type Entrance, findEntrances, readEntrances } from './entrances.ts'
import { rights } from './rules.ts'
import { type Sheet, sheetOf } from './store.ts'
import { addEntrances, entrancesNow } from './store-entrances.ts'

export interface EntrancesPage { readonly asked: string; readonly count: number; readonly found: readonly Entrance[]; readonly lookup: Sheet['lookup'] | undefined; readonly today: Day }
interface SheetFacts extends Facts { readonly sheet: Sheet }
const facts = async (db: Work['db'], _input: unknown, actor: Actor): Promise<SheetFacts> =>
  ({ standing: { partnership: actor.partnership, state: '-' }, sheet: await sheetOf(db, actor.partnership) })

/** Whom to call elsewhere: by municipality, postcode or police district. */
export const entrancesAction = action({
  path: '/indgange', method: 'get', audit: 'directory.entrances-seen', input: z.object({ soeg: z.string().max(100).catch('').optional() }), facts, right: rights['directory.read'],
  run: async ({ db, actor, now }, { soeg = '' }, { sheet }): Promise<EntrancesPage> => {
    const all = await entrancesNow(db, actor.partnership)
    return { asked: soeg, count: all.length, found: findEntrances(all, soeg), lookup: sheet.lookup, today: dayOf(now) }
  },
})

export const bringPage = action({
  path: '/indgange/hent', method: 'get', audit: 'directory.entrances-page-seen', input: z.object({}), facts, right: rights['directory.bring'],
  run: async ({ db, actor }) => ({ count: (await entrancesNow(db, actor.partnership)).length }),
})

/** Bytes of a file of that many lines, and room to spare. */
const largest = 1_000_000

/** Everything in the file, or nothing of it. As UTF-8, else as spreadsheets on Windows write it. */
export const bring = action({
  path: '/indgange/hent', method: 'post', audit: 'directory.entrances-brought', facts, right: rights['directory.bring'],
  input: z.object({ file: z.instanceof(File, { error: 'directory.csv-no-file' }) }),
  run: async ({ db, actor, now }, { file }) => {
    if (file.size === 0 || file.size > largest) throw new Refusal('invalid', file.size === 0 ? 'directory.csv-no-file' : 'directory.csv-long', 'file')
    const bytes = await file.arrayBuffer()
    const { rows, faults } = readEntrances(textOf(bytes))
    const [first] = faults
    if (first) throw new Refusal('invalid', first.code, first.field, faults)
    await addEntrances(db, randomUUID(), actor.partnership, actor.id, now, rows)
    return { rows: rows.length }
  },
  leadsTo: it => it,
})

function textOf(bytes: ArrayBuffer): string {
  const utf8 = new TextDecoder('utf-8').decode(bytes)
  return utf8.includes('\uFFFD') ? new TextDecoder('windows-1252').decode(bytes) : utf8
}
