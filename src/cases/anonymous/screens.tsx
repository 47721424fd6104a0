// Advice to somebody without a name: the duty first, then the advice, and a case if that is wished.
import { type Lang, sayTime } from '../../kernel/day.ts'
import { FormErrors, FormFields } from '../../forms/screens.tsx'
import { type Ctx, faultOf, type Screen, typed } from '../../platform/screen.ts'
import { Radios, Tick } from '../../platform/ui/choices.tsx'
import { TextArea } from '../../platform/ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form, Link } from '../../platform/ui/form.tsx'
import { Lead, Notice } from '../../platform/ui/parts.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { da } from './text.da.ts'
import { en } from './text.en.ts'
import type { anonymousPage, notedPage } from './actions.ts'
import { caseText } from '../say.ts'
import { Answered } from '../screens.tsx'

export const anonymousText = (lang: Lang) => (lang === 'da' ? da : en)
const Faults = (props: { readonly ctx: Ctx }) => <ErrorSummary errors={(props.ctx.sent?.faults ?? []).map(it => ({ field: it.field || undefined, text: props.ctx.say(it.code) }))} />

export function anonymousScreen({ form, own, counted }: Awaited<ReturnType<typeof anonymousPage.run>>, ctx: Ctx): Screen {
  const text = anonymousText(ctx.lang)
  return {
    title: text.title,
    body: (
      <>
        <FormErrors ctx={ctx} form={form} />
        <h1>{text.title}</h1>
        <Lead>{text.lead}</Lead>
        {counted && <p>{text.year(String(counted.year), text.number(counted.talks), text.number(counted.cases))}</p>}
        <Form action="/anonym">
          <Notice heading={text.dutyHeading}><p>{text.duty}</p></Notice>
          <Tick name="dutyTold" label={text.dutyTold} error={faultOf(ctx, 'dutyTold')} checked={typed(ctx, 'dutyTold') === 'yes'} />
          <FormFields ctx={ctx} form={form} />
          <Actions><Button>{text.save}</Button></Actions>
        </Form>
        <h2>{text.own}</h2>
        <Table caption={text.own} captionHidden empty={text.ownEmpty} columns={[{ label: text.title }, { label: caseText(ctx.lang).search.status }]}
          rows={own.map(it => [<Link href={`/anonym/${it.id}`}>{sayTime(it.at, ctx.lang)}</Link>, it.became ? text.becameCase : ''])} />
      </>
    ),
  }
}

export function notedScreen(page: Awaited<ReturnType<typeof notedPage.run>>, ctx: Ctx): Screen {
  const text = anonymousText(ctx.lang)
  return {
    title: text.notedTitle,
    body: (
      <>
        <Faults ctx={ctx} />
        <h1>{text.notedTitle}</h1>
        <Lead>{text.notedLead}</Lead>
        <p>{sayTime(page.at, ctx.lang)}</p>
        <Answered answers={page.advice} form={page.form} lang={ctx.lang} />
        {page.became ? <p><Link href={`/henvendelse/sendt/${page.became}`}>{text.becameCase}</Link></p> : (
          <Form action={`/anonym/${page.id}/sag`}>
            <h2>{text.wish}</h2>
            <p>{text.wishHint}</p>
            <Radios name="callBack" label={text.callBack} error={faultOf(ctx, 'callBack')} value={typed(ctx, 'callBack') || undefined} choices={(['throughMe', 'citizenCalls'] as const).map(value => ({ value, label: text.callBackWays[value] }))} />
            <TextArea name="told" label={text.told} hint={text.toldHint} optional error={faultOf(ctx, 'told')} value={typed(ctx, 'told')} rows={3} maxlength={600} />
            <Tick name="agreed" label={text.agreed} error={faultOf(ctx, 'agreed')} checked={typed(ctx, 'agreed') === 'yes'} />
            <Actions><Button>{text.make}</Button><Link href="/anonym">{text.title}</Link></Actions>
          </Form>
        )}
      </>
    ),
  }
}
