// A referral from outside the system: put down by whoever takes it, and the page from which its sender is told.
import { dayOf, sayDay, sayTime } from '../kernel/day.ts'
import { FormErrors, FormFields } from '../forms/screens.tsx'
import { type Ctx, faultOf, type Html, type Screen, typed } from '../platform/screen.ts'
import { Radios, Select } from '../platform/ui/choices.tsx'
import { DateInput, TextArea, TextInput } from '../platform/ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form, Link, LinkButton } from '../platform/ui/form.tsx'
import { Lead, Notice } from '../platform/ui/parts.tsx'
import { Table } from '../platform/ui/table.tsx'
import type { inPage } from './actions-in.ts'
import { faultList, words } from './compose-screen.tsx'
import { said } from './in-paper.ts'
import { outGrounds, outsides, type Referral, type Reply, tellings } from './rules.ts'
import { DueOf } from './due.tsx'

const ours = ['outside', 'name', 'reach', 'how', 'ground', 'tells', 'purpose']

export function inScreen({ form, visitator }: Awaited<ReturnType<typeof inPage.run>>, ctx: Ctx): Screen {
  const text = words(ctx).in
  return {
    title: text.title,
    body: (
      <>
        {ctx.sent?.faults.some(it => ours.includes(it.field)) ? <ErrorSummary errors={faultList(ctx)} /> : <FormErrors ctx={ctx} form={form} />}
        <h1>{text.title}</h1>
        <Lead>{text.lead(visitator?.name ?? '')}</Lead>
        <Notice kind="acute"><p>{text.acute} <Link href="/henvendelse">{text.acuteLink}</Link></p></Notice>
        <Form action="/henvist-udefra" hidden={{ once: ctx.once }}>
          <h2>{text.sender}</h2>
          <Select name="outside" label={text.who} error={faultOf(ctx, 'outside')} value={typed(ctx, 'outside')} choices={[{ value: '', label: text.choose }, ...outsides.map(value => ({ value, label: words(ctx).outsides[value] }))]} />
          <TextInput name="name" label={text.name} hint={text.nameHint} error={faultOf(ctx, 'name')} value={typed(ctx, 'name')} width="full" autocomplete="off" />
          <TextInput name="reach" label={text.reach} hint={text.reachHint} error={faultOf(ctx, 'reach')} value={typed(ctx, 'reach')} width="full" autocomplete="off" />
          <TextArea name="purpose" label={text.purpose} error={faultOf(ctx, 'purpose')} value={typed(ctx, 'purpose')} rows={3} maxlength={1000} />
          <h2>{text.on}</h2>
          <Radios name="how" label={text.how} error={faultOf(ctx, 'how')} value={typed(ctx, 'how')} choices={outGrounds.map(value => ({ value, label: words(ctx).out.hows[value] }))} />
          <TextArea name="ground" label={words(ctx).out.ground} hint={text.groundHint} error={faultOf(ctx, 'ground')} value={typed(ctx, 'ground')} rows={2} maxlength={1000} />
          <Radios name="tells" label={text.tells} error={faultOf(ctx, 'tells')} value={typed(ctx, 'tells')} choices={tellings.map(value => ({ value, label: text.telling[value], hint: text.tellingHints[value] }))} />
          <p>{text.citizen}</p>
          <FormFields ctx={ctx} form={form} parts={form.parts.filter(part => !part.questions.some(it => it.id === 'acute')).map(it => it.id)} />
          <Actions><Button>{text.save}</Button></Actions>
        </Form>
      </>
    ),
  }
}

export function replyScreen(page: Reply, ctx: Ctx): Screen {
  const text = words(ctx).in
  const { referral: it } = page
  const last = page.done ? page.told.at(-1) : undefined
  return {
    title: text.letterTitle(it.number),
    body: (
      <>
        <p class="screen-only"><Link href="/henvisninger">{words(ctx).one.back}</Link></p>
        <ErrorSummary errors={faultList(ctx)} />
        <article class="sheet">
          <h1>{text.letterTo(page.to.name)}</h1>
          <p>{words(ctx).out.paperFrom(page.from.name, page.from.organisation, '')} {text.ours} {it.number}. {text.yours} {sayDay(dayOf(it.sentAt), ctx.lang)}.</p>
          <p>{said(page, text)}</p>
          {last?.words && <p class="told">{last.words}</p>}
        </article>
        <section class="screen-only">
          <p class="quiet">{it.tells === 'words' ? text.coversWords : text.coversState} {page.to.reach && text.reachedAt(page.to.reach)}</p>
          <Actions><LinkButton href={`/henvisninger/${it.id}/afsender/brev.pdf`} kind="secondary">{text.fetch}</LinkButton></Actions>
          {page.told.length > 0 && <><h2>{text.toldTitle}</h2>{page.told.map(one => <p><strong>{one.how}</strong> {one.words && <span class="told">“{one.words}”</span>} <span class="quiet">({[sayTime(one.at, ctx.lang), one.byName].filter(Boolean).join(', ')})</span></p>)}</>}
          <TellForm page={page} ctx={ctx} />
        </section>
      </>
    ),
  }
}

function TellForm(props: { readonly page: Reply; readonly ctx: Ctx }): Html {
  const { page: { referral: it, done }, ctx } = props
  const text = words(ctx).in
  return (
    <Form action={`/henvisninger/${it.id}/afsender`} hidden={{ once: ctx.once }}>
      <h2>{done ? text.tellAgain : text.tellTitle}</h2>
      {!done && it.due && it.state !== 'accepted' && <p>{text.tellBy} <DueOf it={it} ctx={ctx} />.</p>}
      <Radios name="channel" label={text.channel} inline error={faultOf(ctx, 'channel')} value={typed(ctx, 'channel')} choices={(['phone', 'letter', 'meeting'] as const).map(value => ({ value, label: text.channels[value] }))} />
      <DateInput name="on" label={words(ctx).out.onDay} error={faultOf(ctx, 'on')} value={ctx.sent ? typed(ctx, 'on') : dayOf(ctx.now)} />
      {it.tells === 'words' && <TextArea name="words" label={text.words} hint={text.wordsHint} optional error={faultOf(ctx, 'words')} value={typed(ctx, 'words')} rows={3} maxlength={2000} />}
      <Actions><Button {...(done && { kind: 'secondary' as const })}>{text.saveTold}</Button></Actions>
    </Form>
  )
}

/** Decided on, and somebody outside waits to hear it. */
export function Untold(props: { readonly all: readonly Referral[]; readonly ctx: Ctx }): Html | null {
  const { all, ctx } = props
  const text = words(ctx).in
  if (all.length === 0) return null
  return (
    <section>
      <h2>{text.untold}</h2>
      <Table caption={text.untold} captionHidden columns={[words(ctx).inbox.number, words(ctx).inbox.state, text.tellBy, words(ctx).inbox.from].map(label => ({ label }))}
        rows={all.map(it => [<Link href={`/henvisninger/${it.id}/afsender`}>{text.tell(it.number)}</Link>, words(ctx).states[it.state], <DueOf it={it} ctx={ctx} />, it.outside ? words(ctx).outsides[it.outside] : ''])} />
    </section>
  )
}
