// The pages on which a colleague writes a yes down, and the page of one consent.
import type { PropsWithChildren } from 'hono/jsx'
import { dayOf, sayDay } from '../kernel/day.ts'
import { FormErrors, FormFields } from '../forms/screens.tsx'
import type { Form as FormData } from '../forms/rules.ts'
import { type Ctx, faultOf, type Screen, typed, typedAll } from '../platform/screen.ts'
import { Checkboxes, Radios, Tick } from '../platform/ui/choices.tsx'
import { FileInput, TextArea } from '../platform/ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form, Link, PostButton } from '../platform/ui/form.tsx'
import { Lead, Notice, SummaryList } from '../platform/ui/parts.tsx'
import type { oneAction, oralPage } from './record.ts'
import { laws, standingState, topics } from './rules.ts'
import { coverage, period, RuleOf, sag, words } from './screens.tsx'

type About = Awaited<ReturnType<typeof oralPage.run>>

interface Frame { readonly it: About; readonly ctx: Ctx; readonly title: string; readonly lead: string; readonly at: string; readonly form?: FormData }
function Recording({ it, ctx, title, lead, at, form, children }: PropsWithChildren<Frame>) {
  const text = words(ctx).record
  const list = `/borgere/${it.citizen}/samtykker` as const
  return (
    <>
      {form ? <FormErrors ctx={ctx} form={form} /> : <ErrorSummary errors={(ctx.sent?.faults ?? []).map(fault => ({ field: fault.field || undefined, text: ctx.say(fault.code) }))} />}
      <p class="screen-only"><Link href={`${list}${sag(it.caseId)}`}>{text.toList}</Link></p>
      <h1>{title}</h1>
      <Lead>{lead}</Lead>
      <RuleOf rule={it.rule} caseId={it.caseId} ctx={ctx} />
      <Form action={`${list}/${at}`} hidden={{ once: ctx.once, sag: it.caseId }} files={at.startsWith('papir')}>
        {children}
        <Actions><Button>{text.save}</Button></Actions>
      </Form>
    </>
  )
}

const Purpose = ({ ctx }: { readonly ctx: Ctx }) =>
  <TextArea name="purpose" label={words(ctx).purpose} rows={2} maxlength={600} value={typed(ctx, 'purpose')} error={faultOf(ctx, 'purpose')} />

export function paperScreen(it: About & { readonly form: FormData }, ctx: Ctx): Screen {
  const text = words(ctx).record
  const { form } = it
  return {
    title: text.paperTitle,
    body: (
      <Recording it={it} ctx={ctx} title={`${text.paperTitle}: ${words(ctx).to[it.to]}`} lead={text.paperLead} at={`papir/${it.to}`} form={form}>
        <FormFields ctx={ctx} form={form} />
        <FileInput name="scan" label={text.scan} hint={text.scanHint} accept="application/pdf,image/jpeg,image/png" error={faultOf(ctx, 'scan')} />
      </Recording>
    ),
  }
}

export function oralScreen(it: About, ctx: Ctx): Screen {
  const text = words(ctx).record
  return {
    title: text.oralTitle,
    body: (
      <Recording it={it} ctx={ctx} title={text.oralTitle} lead={text.oralLead} at="mundtligt">
        <TextArea name="told" label={text.told} hint={text.toldHint} rows={3} maxlength={600} value={typed(ctx, 'told')} error={faultOf(ctx, 'told')} />
        <Purpose ctx={ctx} />
        <Tick name="agreed" label={text.agreed} error={faultOf(ctx, 'agreed')} checked={typed(ctx, 'agreed') === 'yes'} />
      </Recording>
    ),
  }
}

export function lawScreen(it: About, ctx: Ctx): Screen {
  const text = words(ctx).record
  return {
    title: text.lawTitle,
    body: (
      <Recording it={it} ctx={ctx} title={text.lawTitle} lead={text.lawLead} at="grundlag">
        <Radios name="law" label={text.lawAsk} value={typed(ctx, 'law') || undefined} error={faultOf(ctx, 'law')} choices={laws.map(value => ({ value, label: words(ctx).laws[value] }))} />
        <Checkboxes name="topics" label={text.topics} values={typedAll(ctx, 'topics')} error={faultOf(ctx, 'topics')} choices={topics.map(value => ({ value, label: words(ctx).topics[value] }))} />
        <TextArea name="reason" label={text.reason} rows={3} maxlength={600} value={typed(ctx, 'reason')} error={faultOf(ctx, 'reason')} />
        <Purpose ctx={ctx} />
      </Recording>
    ),
  }
}

/** One consent as staff read it: what it covers, how it was given, and what to do when she takes it back. */
export function oneScreen(it: Awaited<ReturnType<typeof oneAction.run>>, ctx: Ctx): Screen {
  const text = words(ctx)
  const { consent, values } = it
  const state = standingState(consent, dayOf(ctx.now))
  const said = (field: string) => (typeof values?.[field] === 'string' ? values[field] : undefined)
  const rows = [
    { term: text.how, value: text.ways[consent.how] }, { term: text.covers, value: coverage(consent, ctx) }, { term: text.period, value: period(consent, ctx) },
    { term: text.purpose, value: it.purpose }, { term: text.record.lawAsk, value: consent.law ? text.laws[consent.law] : undefined },
    { term: text.one.leftOut, value: said('leftOut') }, { term: text.one.told, value: said('told') }, { term: text.one.reason, value: said('reason') },
  ]
  const at = `/borgere/${it.citizen}/samtykker/${consent.id}` as const
  return {
    title: text.one.title,
    body: (
      <>
        <p class="screen-only"><Link href={`/borgere/${it.citizen}/samtykker${sag(it.caseId)}`}>{text.record.toList}</Link></p>
        <h1>{text.one.title}: {text.to[consent.to]}</h1>
        <Lead>{text.states[state]}. {given(it, ctx)}</Lead>
        <RuleOf rule={it.rule} caseId={it.caseId} ctx={ctx} />
        <SummaryList rows={rows.flatMap(({ term, value }) => (value === undefined ? [] : [{ term, value }]))} />
        {it.scanned && <p><Link href={`${at}/papir`}>{text.one.scan}</Link></p>}
        {consent.withdrawnAt && <Notice kind="done"><p>{ended(it, consent.withdrawnAt, ctx)} {text.one.endedMeans}</p></Notice>}
        {(state === 'signed' || state === 'ground') && (
          <section class="screen-only">
            {state === 'signed' && <><h2>{text.one.endHeading}</h2><p>{text.one.endLead}</p></>}
            <PostButton action={`${at}/tilbage`} hidden={{ sag: it.caseId }} label={state === 'ground' ? text.one.endLaw : text.one.end} kind="secondary" />
          </section>
        )}
      </>
    ),
  }
}

type One = Awaited<ReturnType<typeof oneAction.run>>
function given({ consent, recordedBy }: One, ctx: Ctx): string {
  const text = words(ctx).one
  if (recordedBy !== null) return text.recorded(recordedBy, sayDay(dayOf(consent.askedAt), ctx.lang))
  return consent.signedAt ? text.signed(sayDay(dayOf(consent.signedAt), ctx.lang)) : text.asked(sayDay(dayOf(consent.askedAt), ctx.lang))
}
const ended = ({ withdrawnBy }: One, at: Date, ctx: Ctx): string => {
  const day = sayDay(dayOf(at), ctx.lang)
  return withdrawnBy === null ? words(ctx).one.endedSelf(day) : words(ctx).one.ended(withdrawnBy, day)
}
