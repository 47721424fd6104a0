// The pages for danger to life, and what the leader sees of them.
import { dayOf, sayDay, sayTime } from '../../kernel/day.ts'
import { type Ctx, faultOf, type Html, type Screen, typed } from '../../platform/screen.ts'
import { TextArea, TextInput } from '../../platform/ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form, Link } from '../../platform/ui/form.tsx'
import { tel } from '../../platform/ui/href.ts'
import { Aside, Lead, Notice, SummaryList } from '../../platform/ui/parts.tsx'
import { findingWords } from '../../toolkit/rules.ts'
import type { listPage, seePage } from './actions.ts'
import type { SecondLook } from './store.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'
import { caseText } from '../say.ts'
import { herRuleOf } from '../her-rule/rules.ts'
import { HerRuleBox } from '../her-rule/screens.tsx'
import { Answered } from '../screens.tsx'

export const dangerText = (ctx: Pick<Ctx, 'lang'>) => (ctx.lang === 'da' ? da : en)
const faults = (ctx: Ctx) => <ErrorSummary errors={(ctx.sent?.faults ?? []).map(it => ({ field: it.field || undefined, text: ctx.say(it.code) }))} />

export function sayScreen(_: undefined, ctx: Ctx): Screen {
  const text = dangerText(ctx)
  return {
    title: text.nav,
    body: (
      <>
        {faults(ctx)}
        <h1>{text.title}</h1>
        <Lead>{text.lead}</Lead>
        <Form action="/fare" hidden={{ once: ctx.once }}>
          <TextArea name="reason" label={text.reason} hint={text.reasonHint} rows={4} maxlength={1000} value={typed(ctx, 'reason')} error={faultOf(ctx, 'reason')} />
          <Actions><Button>{text.go}</Button></Actions>
        </Form>
      </>
    ),
  }
}

type Seen = Awaited<ReturnType<typeof seePage.run>>
export function seeScreen({ glass, open }: Seen, ctx: Ctx): Screen {
  const text = dangerText(ctx)
  if (open) return { title: text.nav, body: <Opened open={open} glass={glass} ctx={ctx} /> }
  return {
    title: text.nav,
    body: (
      <>
        {faults(ctx)}
        <h1>{text.whoTitle}</h1>
        <Lead>{text.whoLead}</Lead>
        <Form action={`/fare/${glass.id}`} hidden={{ once: ctx.once }}>
          <TextInput name="number" label={text.number} hint={text.numberHint} autocomplete="off" width="short" value={typed(ctx, 'number')} error={faultOf(ctx, 'number')} />
          <Actions><Button>{text.open}</Button></Actions>
        </Form>
      </>
    ),
  }
}

function Opened({ open, glass, ctx }: { readonly open: NonNullable<Seen['open']>; readonly glass: Seen['glass']; readonly ctx: Ctx }): Html {
  const text = dangerText(ctx)
  return (
    <>
      <h1>{text.openTitle(open.number)}</h1>
      <Lead>{glass.untilAt && text.until(sayTime(glass.untilAt, ctx.lang))}</Lead>
      <HerRuleBox rule={herRuleOf(open.contact, open.enquiry ? [open.enquiry] : [])} lang={ctx.lang} />
      {open.urgent && <p><strong>{text.urgent}</strong></p>}
      <SummaryList rows={[
        { term: text.status, value: caseText(ctx.lang).statuses[open.status] },
        { term: text.has, value: open.has ? <>{open.has.name}{open.has.phone && <>, <Link href={tel(open.has.phone)}>{open.has.phone}</Link></>}</> : text.nobody },
        ...(open.finding ? [{ term: text.finding, value: `${findingWords[open.finding.finding][ctx.lang]}, ${open.finding.byName}, ${sayDay(dayOf(open.finding.at), ctx.lang)}` }] : []),
      ]} />
      {open.enquiry && <Aside heading={text.enquiry}>{open.enquiry.given.told !== undefined && <p class="told">{open.enquiry.given.told}</p>}{open.enquiry.given.answers && <Answered answers={open.enquiry.given.answers} form={open.enquiry.form} lang={ctx.lang} />}</Aside>}
    </>
  )
}

export function listScreen(all: Awaited<ReturnType<typeof listPage.run>>, ctx: Ctx): Screen {
  const text = dangerText(ctx)
  // One at a time: the next one has its field when this one is written.
  const first = all.find(it => it.reviewedBy === null && it.by !== ctx.actor.id)?.id
  return {
    title: text.listTitle,
    body: (
      <>
        {faults(ctx)}
        <h1>{text.listTitle}</h1>
        <Lead>{all.length === 0 ? text.none : text.listLead}</Lead>
        {all.map(it => (
          <section>
            <h2>{text.saidBy(it.byName, it.organisation)}: {sayTime(it.at, ctx.lang)}</h2>
            <p>{it.number !== null && it.openedAt ? text.opened(it.number, sayTime(it.openedAt, ctx.lang)) : text.notOpened}.</p>
            <p class="told">“{it.reason}”</p>
            {it.reviewedBy !== null && it.reviewedAt && <p>{text.reviewed(it.reviewedBy, sayDay(dayOf(it.reviewedAt), ctx.lang))}: “{it.note}”</p>}
            {it.reviewedBy === null && it.by === ctx.actor.id && <p>{text.own}</p>}
            {it.id === first && (
              <Form action={`/fare/${it.id}/set`} hidden={{ once: ctx.once }}>
                <TextArea name="note" label={text.note} rows={2} maxlength={1000} value={typed(ctx, 'note')} error={faultOf(ctx, 'note')} />
                <Actions><Button kind="secondary">{text.save}</Button></Actions>
              </Form>
            )}
          </section>
        ))}
      </>
    ),
  }
}

/** On the first page of the officer who looks and of the tovholder who sees that somebody does. `looks`: the officer, who may open the lists. */
export function SecondLooks({ all, looks, ctx }: { readonly all: readonly SecondLook[]; readonly looks: boolean; readonly ctx: Ctx }): Html | null {
  const text = dangerText(ctx).second
  if (all.length === 0) return null
  return (
    <Notice kind="warn" heading={looks ? text.mine : text.heading}>
      <p>{looks ? text.look : text.watch}</p>
      <ul>{all.map(it => {
        const said = text[it.what](it.number, sayDay(it.day, ctx.lang), it.name)
        return <li>{looks ? <Link href={it.what === 'danger' ? '/fare/alle' : '/interesser'}>{said}</Link> : said}</li>
      })}</ul>
    </Notice>
  )
}

/** On the leader's first page until each one is looked through. */
export const DangerNotice = ({ count, ctx }: { readonly count: number; readonly ctx: Ctx }): Html | null => (count === 0 ? null
  : <Notice kind="acute" heading={dangerText(ctx).waits(count)}><p><Link href="/fare/alle">{dangerText(ctx).toList}</Link></p></Notice>)
