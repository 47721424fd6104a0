// The hand-off as the first contact meets it: danger first, then at most eight questions, then who has it now.
import { sayTime } from '../kernel/day.ts'
import { FormErrors, FormFields } from '../forms/screens.tsx'
import { questionsOf } from '../forms/rules.ts'
import { type Ctx, faultOf, type Screen, typed } from '../platform/screen.ts'
import { TextInput } from '../platform/ui/fields.tsx'
import { Actions, Button, Form, Link, LinkButton } from '../platform/ui/form.tsx'
import { tel } from '../platform/ui/href.ts'
import { Columns, Lead, Notice, SummaryList } from '../platform/ui/parts.tsx'
import { AdviceNow } from '../toolkit/screens.tsx'
import type { enquiryPage, receiptPage } from './enquire.ts'
import { caseText, sayDue } from './say.ts'

type Page = Awaited<ReturnType<typeof enquiryPage.run>>
type Receipt = Awaited<ReturnType<typeof receiptPage.run>>

export const enquiryScreen = (page: Page, ctx: Ctx): Screen => (page.step === 'questions' ? questions(page, ctx) : first(page, ctx))

function first(page: Page, ctx: Ctx): Screen {
  const text = caseText(ctx.lang)
  return {
    title: text.enquiryTitle,
    body: (
      <>
        <FormErrors ctx={ctx} form={page.form} />
        <h1>{text.acuteAsk}</h1>
        <Lead>{text.acuteHelp}</Lead>
        <Notice kind="acute" heading={<Link href="tel:112">{text.call112}</Link>}><p>{text.acuteFirst}</p></Notice>
        <Form action="/henvendelse" hidden={{ acute: 'yes' }}>
          <TextInput name="told" label={text.acuteLine} hint={<>{text.acuteLineHint} {page.me.phone === '' ? text.noPhone : text.callsYouAt(page.me.phone)}</>} optional width="full"
            error={faultOf(ctx, 'told')} value={typed(ctx, 'told')} autocomplete="off" />
          <Actions>
            <Button>{page.open ? text.acuteYes : text.acuteYesLater}</Button>
            <LinkButton href="/henvendelse?acute=no" kind="secondary">{text.acuteNo}</LinkButton>
          </Actions>
        </Form>
        {!page.open && <Closed page={page} ctx={ctx} />}
      </>
    ),
  }
}

function questions(page: Page, ctx: Ctx): Screen {
  const text = caseText(ctx.lang)
  // Danger has been asked about on the page before.
  const parts = page.form.parts.filter(part => !part.questions.some(it => it.id === 'acute')).map(it => it.id)
  const agreedStop = questionsOf(page.form).find(it => it.id === 'agreed')?.stop
  const stoppedHere = ctx.sent?.faults.some(it => it.code === 'cases.not-agreed')
  return {
    title: text.enquiryTitle,
    body: (
      <>
        <h1>{text.questionsTitle}</h1>
        <Lead>{text.questionsLead}</Lead>
        {stoppedHere
          ? <Notice kind="warn" heading={text.stopHeading}><p>{agreedStop?.says[ctx.lang]}</p>{page.visitator && <p>{text.visitatorAt(page.visitator.name, page.visitator.phone ?? page.visitator.organisationPhone ?? '')}</p>}</Notice>
          : <FormErrors ctx={ctx} form={page.form} />}
        {!page.open && <Closed page={page} ctx={ctx} />}
        <Columns aside={<AdviceNow form={page.advice} lang={ctx.lang} />}>
          <Form action="/henvendelse" hidden={{ acute: 'no' }}>
            <FormFields ctx={ctx} form={page.form} parts={parts} />
            <p class="quiet">{text.fromYou(ctx.actor.name, page.me.unit, page.me.phone)}</p>
            <Actions><Button>{text.send}</Button><Link href="/henvendelse">{text.acuteAsk}</Link></Actions>
          </Form>
        </Columns>
      </>
    ),
  }
}

function Closed(props: { readonly page: Pick<Page, 'opens'>; readonly ctx: Ctx }) {
  const text = caseText(props.ctx.lang)
  return (
    <Notice heading={text.closedHeading}>
      <p>{text.closedText(sayTime(props.page.opens, props.ctx.lang))}</p>
      <p>{text.closedHelp}</p>
    </Notice>
  )
}

/** What the sender sees afterwards: in danger the telephone numbers before all else. */
export function receiptScreen(page: Receipt, ctx: Ctx): Screen {
  const text = caseText(ctx.lang)
  const { receipt, urgent } = page
  const holder = receipt?.holderName
  return {
    title: text.receiptTitle,
    body: (
      <>
        {urgent ? <UrgentFirst page={page} ctx={ctx} /> : <h1>{text.receiptTitle}</h1>}
        <Lead>{urgent && page.phone !== '' ? text.callsYouAt(page.phone) : text.receiptNext}</Lead>
        {holder ? (
          <SummaryList rows={[
            { term: text.receiptNumber, value: receipt.number },
            { term: text.receiptHolder, value: receipt.holderPhone ? <>{holder}, <Link href={tel(receipt.holderPhone)}>{receipt.holderPhone}</Link></> : holder },
            { term: text.receiptDue, value: urgent ? (page.open ? text.receiptNow : sayTime(page.opens, ctx.lang)) : receipt.due && `${sayTime(receipt.due, ctx.lang)} (${sayDue(receipt.due, ctx.now, ctx.lang)})` },
          ]} />
        ) : <><SummaryList rows={[{ term: text.receiptNumber, value: receipt?.number }]} /><p>{text.receiptTaken}</p></>}
        {!page.open && <Closed page={page} ctx={ctx} />}
        {urgent && <p>{text.receiptNext}</p>}
        <Actions><LinkButton href="/model" kind="secondary">{text.toModel}</LinkButton><Link href="/henvendelse">{text.another}</Link></Actions>
      </>
    ),
  }
}

/** In danger the telephone numbers stand before all else. */
function UrgentFirst(props: { readonly page: Receipt; readonly ctx: Ctx }) {
  const text = caseText(props.ctx.lang)
  return (
    <>
      <h1>{text.urgent112}</h1>
      <Notice kind="acute">
        <p><strong><Link href="tel:112">{text.call112}</Link></strong> · <Link href="tel:114">{text.call114}</Link></p>
        <p>{text.dontWait} {text.urgent114}</p>
        <p>{text.stay}</p>
      </Notice>
      <h2>{props.page.open ? text.receiptUrgent : text.receiptUrgentClosed}</h2>
    </>
  )
}
