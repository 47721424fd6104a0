// One form for all kinds: only the dates that belong to the kind are asked for.
import { dayOf, sayDay } from '../kernel/day.ts'
import { type Ctx, faultOf, type Html, typed } from '../platform/screen.ts'
import { Radios, Tick } from '../platform/ui/choices.tsx'
import { DateInput, TextArea, TextInput } from '../platform/ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form, PostButton } from '../platform/ui/form.tsx'
import { fewer, Marked } from '../platform/ui/marks.tsx'
import type { SafeHref } from '../platform/ui/href.ts'
import type { Opened } from './actions.ts'
import { type Kind, kinds, rules, standings } from './rules.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

export const words = (ctx: Pick<Ctx, 'lang'>) => (ctx.lang === 'da' ? da : en)
export const errors = (ctx: Ctx): Html | null => <ErrorSummary errors={(ctx.sent?.faults ?? []).map(it => ({ field: it.field || undefined, text: ctx.say(it.code) }))} />

/** The first step: which kind. A form that asks, so that the kind stands in the address and nothing is lost without JavaScript. */
export function KindList({ ctx, own, at }: { readonly ctx: Ctx; readonly own: boolean; readonly at: (kind: Kind) => Html }): Html {
  const about = own ? words(ctx).own.about : words(ctx).about
  return <ul class="plain-list">{kinds.map(kind => <li><strong>{at(kind)}</strong><br /><span class="quiet">{about[kind]}</span></li>)}</ul>
}

interface MeasureFormProps {
  readonly ctx: Ctx
  readonly kind: Kind
  readonly action: SafeHref
  readonly before?: Opened | undefined
  readonly own: boolean
  readonly hidden?: Readonly<Record<string, string | number | undefined>>
}
export function MeasureForm({ ctx, kind, action, before, own, hidden }: MeasureFormProps): Html {
  const text = words(ctx)
  const rule = rules[kind]
  const value = (field: string, kept: string | null | undefined) => (ctx.sent ? typed(ctx, field) : kept ?? '')
  const wide = (field: 'source' | 'note', label: string, hint?: string) => (
    <TextArea name={field} label={label} {...(hint !== undefined && { hint })} optional={field === 'note' || own} rows={3} maxlength={2000} error={faultOf(ctx, field)} value={value(field, before?.told[field])} />)
  const line = (field: 'servedHow' | 'complaintTo' | 'reference', hint?: string) => (
    <TextInput name={field} label={text.fields[field]} {...(hint !== undefined && { hint })} optional width="full" error={faultOf(ctx, field)} value={value(field, before?.told[field])} />)
  const hint = (field: (typeof rule.dates)[number]) => [text.dateHints[field], !rule.needs.includes(field) && (field === 'fromDay' || field === 'untilDay') && text.dateEmpty[field]].filter(Boolean).join(' ')
  const lines = [rule.dates.includes('servedOn'), rule.clocks.some(it => it.what === 'complaint'), rule.owner === 'police'] as const
  const required = 1 + rule.needs.length + (own ? 0 : 1)
  return (
    <Form action={action} hidden={{ once: ctx.once, slags: kind, ...hidden }}>
      <Marked marks={fewer(3 + rule.dates.length + lines.filter(Boolean).length, required)}>
        <Radios name="standing" label={text.standing} value={value('standing', before?.standing ?? 'holds') || undefined} error={faultOf(ctx, 'standing')}
          choices={standings.map(it => ({ value: it, label: kind === 'policeCaution' && it === 'holds' ? text.happened : text.standings[it] }))} />
        {rule.dates.map(field => (
          <DateInput name={field} label={text.dates[field]} hint={hint(field)} optional={!rule.needs.includes(field)} error={faultOf(ctx, field)} value={value(field, before?.[field])} />
        ))}
        {rule.extends && <Tick name="extended" label={text.extended} checked={ctx.sent ? typed(ctx, 'extended') === 'yes' : before?.extended === true} />}
        {lines[0] && line('servedHow')}
        {lines[1] && line('complaintTo', text.complaintHint)}
        {lines[2] && line('reference')}
        {own ? wide('source', text.ownSource, text.ownSourceHint) : wide('source', text.fields.source, text.sourceHint)}
        {wide('note', text.fields.note)}
        {own && !before && <Tick name="show" label={text.own.showTick} hint={text.own.notShown} checked={typed(ctx, 'show') === 'yes'} />}
      </Marked>
      <Actions><Button>{text.save}</Button></Actions>
    </Form>
  )
}

/** How it stands, in words. What was only said once does not go on. */
export const sayStanding = (it: Opened, ctx: Ctx): string =>
  (it.kind === 'policeCaution' && it.standing === 'holds' ? words(ctx).happened : words(ctx).standings[it.standing])

/** A day with contact, and where the log tells of it. */
export function ContactForm({ ctx, action, hint, hidden }: { readonly ctx: Ctx; readonly action: SafeHref; readonly hint: string; readonly hidden?: Readonly<Record<string, string | undefined>> }): Html {
  const text = words(ctx)
  return (
    <Form action={action} hidden={{ once: ctx.once, ...hidden }}>
      <p class="form-hint">{hint}</p>
      <DateInput name="onDay" label={text.onDay} max={dayOf(ctx.now)} error={faultOf(ctx, 'onDay')} value={typed(ctx, 'onDay')} />
      <TextInput name="entryNo" label={text.entryNo} numeric optional width="short" error={faultOf(ctx, 'entryNo')} value={typed(ctx, 'entryNo')} />
      <Actions><Button>{text.addContact}</Button></Actions>
    </Form>
  )
}

export function ContactDays({ it, ctx }: { readonly it: Opened; readonly ctx: Ctx }): Html | null {
  if (it.contacts.length === 0) return null
  const text = words(ctx)
  return <ul>{it.contacts.map(one => <li>{text.contactLine(sayDay(one.onDay, ctx.lang), one.entryNo)}</li>)}</ul>
}

/** A single press on her own page. */
export const OwnPress = ({ ctx, at, label }: { readonly ctx: Ctx; readonly at: SafeHref; readonly label: string }): Html =>
  <PostButton action={at} hidden={{ once: ctx.once }} label={label} kind="secondary" />
