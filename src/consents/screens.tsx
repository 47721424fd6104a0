import { addDays, dayOf, sayDay } from '../kernel/day.ts'
import type { ContactVersion } from '../citizens/rules.ts'
import { ContactRule } from '../citizens/screens.tsx'
import { FormErrors, FormFields } from '../forms/screens.tsx'
import { type Form as FormData, forCitizen } from '../forms/rules.ts'
import { type Ctx, faultOf, type Html, type Screen, typed } from '../platform/screen.ts'
import { Radios } from '../platform/ui/choices.tsx'
import { TextArea } from '../platform/ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form, Link, PostButton } from '../platform/ui/form.tsx'
import { Lead, Notice } from '../platform/ui/parts.tsx'
import { Table } from '../platform/ui/table.tsx'
import type { listAction, Opened } from './actions.ts'
import { type Consent, receivers, standingState, stateOf, topics } from './rules.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

export const words = (ctx: Pick<Ctx, 'lang'>) => (ctx.lang === 'da' ? da : en)

export const coverage = (it: Consent, ctx: Ctx): string =>
  topics.filter(topic => it.topics.includes(topic)).map(topic => words(ctx).topics[topic]).join(', ') || words(ctx).nothing

/** Both days count. */
export const period = (it: Consent, ctx: Ctx): string =>
  (it.fromDay && it.untilDay ? `${sayDay(it.fromDay, ctx.lang)} – ${sayDay(addDays(it.untilDay, -1), ctx.lang)}` : words(ctx).nothing)

/** The way back to the case goes along. */
export const sag = (caseId: string | undefined): '' | `?sag=${string}` => (caseId === undefined ? '' : `?sag=${caseId}`)

/** How she may be reached, before anybody does so to ask her. */
export const RuleOf = (props: { readonly rule: ContactVersion | undefined; readonly caseId: string | undefined; readonly ctx: Ctx }): Html =>
  <ContactRule agreed={props.rule} lang={props.ctx.lang} change={props.caseId === undefined ? undefined : `/sager/${props.caseId}/sikker-kontakt`} />

/** What has been asked and answered, and asking for one more. */
export function listScreen({ citizen, caseId, rule, consents }: Awaited<ReturnType<typeof listAction.run>>, ctx: Ctx): Screen {
  const text = words(ctx)
  return {
    title: text.listTitle,
    body: (
      <>
        {caseId !== undefined && <p class="screen-only"><Link href={`/sager/${caseId}`}>{text.back}</Link></p>}
        <h1>{text.listTitle}</h1>
        <Lead>{text.listLead}</Lead>
        <ErrorSummary errors={(ctx.sent?.faults ?? []).map(it => ({ field: it.field || undefined, text: ctx.say(it.code) }))} />
        <RuleOf rule={rule} caseId={caseId} ctx={ctx} />
        <Table caption={text.listTitle} captionHidden empty={text.none} columns={[text.receiver, text.state, text.how, text.covers, text.period].map(label => ({ label }))}
          rows={consents.map(it => [
            <Link href={`/borgere/${citizen}/samtykker/${it.id}${sag(caseId)}`}>{text.to[it.to]}</Link>,
            text.states[standingState(it, dayOf(ctx.now))], text.ways[it.how], coverage(it, ctx), period(it, ctx),
          ])} />
        <Form action={`/borgere/${citizen}/samtykker`} hidden={{ once: ctx.once, sag: caseId }}>
          <Radios name="to" label={text.askFor} hint={text.askHint} value={typed(ctx, 'to')} error={faultOf(ctx, 'to')}
            choices={receivers.map(it => ({ value: it, label: text.to[it] }))} />
          <TextArea name="purpose" label={text.purpose} hint={text.purposeHint} optional rows={2} maxlength={600} value={typed(ctx, 'purpose')} error={faultOf(ctx, 'purpose')} />
          <Actions><Button>{text.ask}</Button></Actions>
        </Form>
        <h2>{text.record.heading}</h2>
        <ul class="plain-list">
          {receivers.map(it => <li><Link href={`/borgere/${citizen}/samtykker/papir/${it}${sag(caseId)}`}>{text.record.paper(text.to[it])}</Link></li>)}
          <li><Link href={`/borgere/${citizen}/samtykker/mundtligt${sag(caseId)}`}>{text.record.oral}</Link></li>
          <li><Link href={`/borgere/${citizen}/samtykker/grundlag${sag(caseId)}`}>{text.record.law}</Link></li>
        </ul>
      </>
    ),
  }
}

/** The citizen's own list: what waits for an answer first. */
export function ownScreen(consents: readonly Consent[], ctx: Ctx): Screen {
  const text = words(ctx)
  const rows = [...consents].sort((a, b) => Number(stateOf(b, dayOf(ctx.now)) === 'asked') - Number(stateOf(a, dayOf(ctx.now)) === 'asked'))
  return {
    title: text.own.title,
    body: (
      <>
        <h1>{text.own.title}</h1>
        <Lead>{text.own.lead}</Lead>
        <Table caption={text.own.title} captionHidden empty={text.own.none} columns={[text.receiver, text.state, text.covers].map(label => ({ label }))}
          rows={rows.map(it => {
            const state = stateOf(it, dayOf(ctx.now))
            return [<Link href={`/noter/samtykker/${it.id}`}>{text.own.to[it.to]}{state === 'asked' && `: ${text.own.open}`}</Link>, state === 'asked' ? text.own.waits : text.states[state], coverage(it, ctx)]
          })} />
      </>
    ),
  }
}

/** One consent: the form while it waits, what she said afterwards. */
export function consentScreen(opened: Opened & { readonly form: FormData | undefined }, ctx: Ctx): Screen {
  const { consent } = opened
  const text = words(ctx)
  const form = opened.form && forCitizen(opened.form)
  const state = stateOf(consent, dayOf(ctx.now))
  return {
    title: text.own.title,
    body: (
      <>
        <h1>{text.own.title}</h1>
        {form ? <FormErrors ctx={ctx} form={form} /> : null}
        <Lead>{form?.title[ctx.lang]}</Lead>
        {state === 'asked' && form && <Asked opened={opened} form={form} ctx={ctx} />}
        {state !== 'asked' && <Answered opened={opened} ctx={ctx} />}
      </>
    ),
  }
}

function Asked({ opened: { consent, purpose }, form, ctx }: { readonly opened: Opened; readonly form: FormData; readonly ctx: Ctx }) {
  const text = words(ctx)
  const at = `/noter/samtykker/${consent.id}` as const
  return (
    <>
      {purpose !== undefined && <p>{text.own.purpose}: {purpose}</p>}
      <Form action={at} hidden={{ once: ctx.once }}>
        <FormFields ctx={ctx} form={form} values={{ from: dayOf(ctx.now) }} />
        <Actions><Button>{text.own.yes}</Button></Actions>
      </Form>
      <Actions><PostButton action={`${at}/nej`} label={text.own.no} kind="secondary" /></Actions>
    </>
  )
}

function Answered({ opened: { consent, values, purpose, recordedBy, withdrawnBy }, ctx }: { readonly opened: Opened; readonly ctx: Ctx }) {
  const text = words(ctx)
  const state = stateOf(consent, dayOf(ctx.now))
  const law = consent.how === 'law'
  const said = (field: string) => (typeof values?.[field] === 'string' ? values[field] : '')
  return (
    <>
      <p>{text.states[state]}. {recordedBy !== null && `${text.ways[consent.how]}. ${text.own.recordedBy(recordedBy)}`}</p>
      {law && <p><strong>{text.own.ground}</strong> {consent.law && `${text.laws[consent.law]}.`}</p>}
      {consent.signedAt && <p>{!law && text.own.signedOn(sayDay(dayOf(consent.signedAt), ctx.lang))} {consent.untilDay && text.own.until(sayDay(consent.untilDay, ctx.lang))}</p>}
      {consent.signedAt && <p>{text.covers}: {coverage(consent, ctx)}</p>}
      {purpose !== undefined && <p>{text.own.purpose}: {purpose}</p>}
      {said('leftOut') !== '' && <p class="told">{text.own.leftOut}: {said('leftOut')}</p>}
      {law && said('reason') !== '' && <p class="told">{text.own.why}: {said('reason')}</p>}
      {state === 'withdrawn' && !law && <Notice kind="done"><p>{text.own.takenBack} {withdrawnBy !== null && text.own.endedFor(withdrawnBy)}</p><p>{text.own.delivered}</p></Notice>}
      {state === 'declined' && <Notice kind="done">{text.own.declined}</Notice>}
      {state === 'signed' && !law && <p>{text.own.before} {text.own.delivered}</p>}
      {state === 'signed' && !law && <PostButton action={`/noter/samtykker/${consent.id}/tilbage`} label={text.own.takeBack} kind="secondary" />}
      <p><Link href="/noter/samtykker">{text.own.all}</Link></p>
    </>
  )
}
