// How an entry is said on a page: its time, its kind, its details. Used by her pages and by those of staff.
import { type Day, readDay, sayDay } from '../kernel/day.ts'
import type { Ctx } from '../platform/screen.ts'
import type { SummaryRow } from '../platform/ui/parts.tsx'
import type { OpenedEntry } from './append.ts'
import type { Content } from './rules.ts'
import * as da from './text.da.ts'
import * as en from './text.en.ts'
import type { Texts } from './text.da.ts'
import { sayClock, sayWhen } from './when.ts'

interface Names {
  readonly kind: Readonly<Record<string, string>>
  readonly group: Readonly<Record<string, string>>
  readonly channel: Readonly<Record<string, string>>
  readonly actor: Readonly<Record<string, string>>
  readonly response: Readonly<Record<string, string>>
  readonly reader: Readonly<Record<string, string>>
  readonly certainty: typeof da.certaintyWords | typeof en.certaintyWords
}
const namesOf = (it: typeof da | typeof en): Names => ({
  kind: it.kindNames, group: it.kindGroups, channel: it.channelNames, actor: it.actorNames, response: it.responseNames, reader: it.readerNames, certainty: it.certaintyWords,
})

export const words = (ctx: Pick<Ctx, 'lang'>): Texts => (ctx.lang === 'da' ? da.da : en.en)
export const names = (ctx: Pick<Ctx, 'lang'>): Names => namesOf(ctx.lang === 'da' ? da : en)

export const whenSaid = (content: Content, ctx: Pick<Ctx, 'lang'>): string => sayWhen(content.occurred, names(ctx).certainty, ctx.lang)
export const kindSaid = (content: Content, ctx: Pick<Ctx, 'lang'>): string => names(ctx).kind[content.type] ?? content.type

/** The day that heads a group in the column; undefined for what has no day. */
export const dayOfContent = ({ occurred }: Content): Day | undefined => readDay(occurred.local.slice(0, 10))
export const dayHeading = (day: Day | undefined, ctx: Ctx): string => (day === undefined ? words(ctx).earlier.undated : sayDay(day, ctx.lang))

/** "Opkald (7 gange)". */
export const headSaid = (content: Content, ctx: Ctx): string =>
  (content.count > 1 ? `${kindSaid(content, ctx)} (${words(ctx).earlier.times(content.count)})` : kindSaid(content, ctx))

/** "kl. 22.15 · Opkald (7 gange)", without the day, which heads the group. */
export function lineSaid(content: Content, ctx: Ctx): string {
  const clock = dayOfContent(content) === undefined ? whenSaid(content, ctx) : sayClock(content.occurred.local, ctx.lang)
  return clock === '' ? headSaid(content, ctx) : `${clock} · ${headSaid(content, ctx)}`
}

/** Entries by their day, in the order given. */
export function byDay(entries: readonly OpenedEntry[]): readonly { readonly day: Day | undefined; readonly entries: readonly OpenedEntry[] }[] {
  const groups: { day: Day | undefined; entries: OpenedEntry[] }[] = []
  for (const it of entries) {
    const day = dayOfContent(it.content)
    const last = groups.at(-1)
    if (last && last.day === day) last.entries.push(it)
    else groups.push({ day, entries: [it] })
  }
  return groups
}

/** The details that were given beside time, kind and number, which stand in the heading; what was not given is left out. */
export function details(content: Content, ctx: Ctx): readonly SummaryRow[] {
  const text = words(ctx).entry
  const name = names(ctx)
  const row = (term: string, value: string | undefined): SummaryRow[] => (value === undefined || value === '' ? [] : [{ term, value }])
  return [
    ...row(text.channel, content.channel && (name.channel[content.channel] ?? content.channel)),
    ...row(text.actor, content.actor && (name.actor[content.actor] ?? content.actor)),
    ...row(text.place, content.place),
    ...row(text.witnesses, content.witnesses.join('\n')),
    ...row(ctx.actor.roles.includes('citizen') ? text.response : text.herResponse, content.myResponse && (name.response[content.myResponse] ?? content.myResponse)),
  ]
}
