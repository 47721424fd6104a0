// Showing the log to somebody, taking it back, and who has looked; and the other end: what staff see of a log that is shown to them.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../kernel/day.ts'
import { delaysOf, type OpenDelay } from '../citizens/delay-actions.ts'
import { type Outside, outsideRule } from '../citizens/reach.ts'
import { holders } from '../directory/store.ts'
import { type Look, looksAt, signInsOf } from '../journal/store.ts'
import { action } from '../platform/action.ts'
import { type EarlierPage, pageOf } from './actions-earlier.ts'
import { type OpenedEntry, type OpenedExhibit, openEntries, openExhibits } from './append.ts'
import { exhibitFacts, logFacts, ownFacts, showingFacts } from './facts.ts'
import { pictureOf } from './files.ts'
import { cursorField } from './input.ts'
import { type Reader, readers, rights } from './rules.ts'
import * as showings from './showing-store.ts'
import * as store from './store.ts'

/** Rows that can be chosen one by one; older ones are shown or not in one piece. */
export const listedToShow = 300

export interface ShowPage {
  readonly entries: readonly OpenedEntry[]
  /** How many there are beyond those. */
  readonly older: number
  readonly showings: readonly showings.Showing[]
  /** Whom it can be shown to: the names behind the role today. */
  readonly people: readonly { readonly role: Reader; readonly names: readonly string[] }[]
}

export const showPage = action({
  path: '/noter/vis',
  method: 'get',
  audit: 'incidents.show-page-opened',
  input: z.object({}),
  facts: ownFacts,
  right: rights['log.open'],
  run: async (work): Promise<ShowPage> => {
    const { db, actor, now } = work
    const log = await store.logKeyOf(db, actor.id)
    const all = await holders(db, actor.partnership, dayOf(now))
    // Which coordinator is hers is not known here, and a list of all of them would say something else.
    const people = readers.map(role => ({ role, names: role === 'visitator' ? all.filter(it => it.role === role).map(it => it.name) : [] }))
    if (!log) return { entries: [], older: 0, showings: [], people }
    const rows = await store.newestEntries(db, actor.partnership, log.id, undefined, listedToShow + 1)
    return {
      entries: openEntries(work, log.keyWrapped, rows.slice(0, listedToShow)), older: rows.length > listedToShow ? await store.countEntries(db, actor.partnership, log.id) - listedToShow : 0, people,
      showings: await showings.showingsOf(db, actor.partnership, log.id),
    }
  },
})

const chosen = z.union([z.string(), z.array(z.string())]).optional()
  .transform(it => (it === undefined ? [] : typeof it === 'string' ? [it] : it)).pipe(z.array(z.uuid()).max(listedToShow))

export const show = action({
  path: '/noter/vis',
  method: 'post',
  audit: 'incidents.log-shown',
  input: z.object({ til: z.enum(readers, 'incidents.show-to'), vis: chosen, older: z.string().optional() }),
  facts: ownFacts,
  right: rights['log.open'],
  run: async (work, { til, vis, older }) => {
    const { db, actor, now } = work
    if (vis.length === 0) throw new Refusal('invalid', 'incidents.show-none', 'vis')
    const log = await store.lockLog(db, actor.id)
    if (!log) throw new Refusal('invalid', 'incidents.show-none', 'vis')
    const id = randomUUID()
    const rows = older === 'yes' ? await store.newestEntries(db, actor.partnership, log.id, undefined, listedToShow) : []
    await showings.endShowingsTo(db, log.id, til, now)
    await showings.addShowing(db, { id, partnership: actor.partnership, log: log.id, toRole: til, entries: vis, older: rows[listedToShow - 1] }, now)
    return { id }
  },
  leadsTo: it => it,
})

export const takeBack = action({
  path: '/noter/vis/:showing/tilbage',
  method: 'post',
  audit: 'incidents.showing-taken-back',
  input: z.object({ showing: z.uuid() }),
  facts: showingFacts,
  right: rights['log.open'],
  run: async (work, { showing }) => {
    await showings.takeBack(work.db, showing, work.now)
    return { id: showing }
  },
  leadsTo: it => it,
})

/** `outside`: when she was reached otherwise than agreed. Whoever wrote why was told that she reads it. */
export interface WhoPage { readonly looks: readonly Look[]; readonly signIns: readonly Date[]; readonly delays: readonly OpenDelay[]; readonly outside: readonly Outside[] }

export const whoPage = action({
  path: '/noter/hvem',
  method: 'get',
  audit: 'incidents.who-page-opened',
  input: z.object({}),
  facts: ownFacts,
  right: rights['log.open'],
  run: async (work): Promise<WhoPage> => {
    const { db, actor } = work
    return { looks: await looksAt(db, actor.id, 200), signIns: await signInsOf(db, actor.id, 5), delays: await delaysOf(work, actor.id), outside: await outsideRule(work, actor.id) }
  },
})

export interface ShownLog extends EarlierPage {
  readonly log: string
  readonly since: Date | undefined
  readonly exhibits: ReadonlyMap<string, readonly OpenedExhibit[]>
}

export const shownLogPage = action({
  path: '/log/:log',
  method: 'get',
  audit: 'incidents.shown-log-read',
  input: z.object({ log: z.uuid(), efter: cursorField }),
  facts: logFacts,
  right: rights['log.read-shown'],
  run: async (work, { log, efter }): Promise<ShownLog> => {
    const keyWrapped = await store.logKey(work.db, log)
    if (!keyWrapped) throw new Refusal('missing', 'platform.missing')
    const page = await pageOf(work, log, keyWrapped, efter, true)
    const exhibits = new Map<string, readonly OpenedExhibit[]>()
    for (const { row, content } of page.entries) if (content.exhibits.length > 0) exhibits.set(row.id, await openExhibits(work, keyWrapped, row))
    return { ...page, log, exhibits, since: await showings.shownSince(work.db, work.actor.partnership, log) }
  },
})

export const shownExhibit = action({
  path: '/log/:log/bilag/:exhibit',
  method: 'get',
  audit: 'incidents.shown-exhibit-seen',
  input: z.object({ log: z.uuid(), exhibit: z.uuid() }),
  facts: exhibitFacts,
  right: rights['log.read-shown'],
  run: async (work, { log, exhibit }) => {
    const keyWrapped = await store.logKey(work.db, log)
    const [row] = await store.entriesWithExhibit(work.db, exhibit)
    const found = row && keyWrapped ? (await openExhibits(work, keyWrapped, row)).find(it => it.row.id === exhibit) : undefined
    if (!found) throw new Refusal('missing', 'platform.missing')
    const body = await pictureOf(work.house, found.row.file, found.key)
    if (!body) throw new Refusal('conflict', 'incidents.no-picture')
    return { name: `bilag-${found.row.no}.jpg`, type: 'image/jpeg', body }
  },
})
