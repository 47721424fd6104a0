// What a screen is told and what it gives back; the door puts the dress around it.
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Actor } from '../kernel/actor.ts'
import type { Lang } from '../kernel/day.ts'
import type { Fault, RefusalKind } from '../kernel/refusal.ts'
import type { SafeHref } from './ui/href.ts'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** A page without its frame. `title` is never more than the dress allows: the citizen's frame shows its own neutral one. */
export interface Screen {
  readonly title: string
  readonly body: Html
  /** What is asked for stands elsewhere now: who only came to look is sent there. */
  readonly goTo?: SafeHref
  /** The browser asks again by itself, here or at `to`: for a page that waits for something. */
  readonly refresh?: { readonly seconds: number; readonly to?: SafeHref }
}

/** What somebody sent that could not be taken: values as typed, faults by field. */
export interface Sent {
  readonly values: Readonly<Record<string, string | readonly string[]>>
  readonly faults: readonly Fault[]
  readonly kind?: RefusalKind
}

/** What kind of trouble a page comes back with: it says so in its heading, since "something is missing" helps nobody whose file is damaged. */
export type Trouble = 'lacking' | 'wrong' | 'door' | 'locked' | 'back' | 'before' | 'changed' | 'file' | 'notNow'

export interface Ctx {
  readonly actor: Actor
  readonly lang: Lang
  readonly path: string
  readonly now: Date
  /** A fresh id for a form on this page; sent along as `once`. */
  readonly once: string
  readonly demo: boolean
  /** The sentence for a code, in this language. */
  readonly say: (code: string) => string
  readonly sent?: Sent
}

/** A value as it was typed, for showing a form again. */
export const typed = (ctx: Ctx, field: string): string => {
  const value = ctx.sent?.values[field]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}
export const typedAll = (ctx: Ctx, field: string): readonly string[] => {
  const value = ctx.sent?.values[field]
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}
/** The sentence under a field, when it had a fault. */
export const faultOf = (ctx: Ctx, field: string): string | undefined => {
  const fault = ctx.sent?.faults.find(it => it.field === field)
  return fault && ctx.say(fault.code)
}
