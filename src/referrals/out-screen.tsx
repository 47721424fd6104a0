// To somebody who is not in the system: what is asked, on what ground; a sheet to print; and what was answered.
import { dayOf, sayDay, sayTime } from '../kernel/day.ts'
import { CaseFrame } from '../cases/coordination/frame.tsx'
import { type Ctx, faultOf, type Html, type Screen, typed } from '../platform/screen.ts'
import { Radios, Tick } from '../platform/ui/choices.tsx'
import { DateInput, TextArea, TextInput } from '../platform/ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form, Link, LinkButton } from '../platform/ui/form.tsx'
import { Notice } from '../platform/ui/parts.tsx'
import type { outPage } from './actions-out.ts'
import { faultList, words } from './compose-screen.tsx'
import { isWaiting, outGrounds, outsides, type Paper } from './rules.ts'
import { SignedFields, SignedSaid } from './signed-fields.tsx'
import { CopyTexts } from './screens.tsx'

export function outScreen(page: Awaited<ReturnType<typeof outPage.run>>, ctx: Ctx): Screen {
  const text = words(ctx).out
  const { now, rule } = page
  return {
    title: text.title,
    body: (
      <CaseFrame frame={page} ctx={ctx} title={text.title} lead={text.lead} under={{ href: `/sager/${now.id}/henvis`, label: words(ctx).compose.change }}>
        <Form action={`/sager/${now.id}/henvis/ud`} files hidden={{ once: ctx.once }}>
          <Radios name="outside" label={text.who} error={faultOf(ctx, 'outside')} value={typed(ctx, 'outside')} choices={outsides.map(value => ({ value, label: words(ctx).outsides[value] }))} />
          <TextInput name="name" label={text.name} hint={text.nameHint} error={faultOf(ctx, 'name')} value={typed(ctx, 'name')} width="full" autocomplete="off" />
          <Radios name="how" label={text.how} error={faultOf(ctx, 'how')} value={typed(ctx, 'how')} choices={outGrounds.map(value => ({ value, label: text.hows[value], hint: text.howHints[value], ...(value === 'signed-paper' && { inside: <SignedFields ctx={ctx} /> }), ...(value === 'oral' && { inside: <DateInput name="saidOn" label={text.saidOn} error={faultOf(ctx, 'saidOn')} value={typed(ctx, 'saidOn')} /> }) }))} />
          <TextArea name="ground" label={text.ground} hint={text.groundHint} error={faultOf(ctx, 'ground')} value={typed(ctx, 'ground')} rows={2} maxlength={1000} />
          <TextArea name="purpose" label={words(ctx).compose.purpose} hint={words(ctx).compose.purposeOutside} error={faultOf(ctx, 'purpose')} value={typed(ctx, 'purpose')} rows={3} maxlength={1000} />
          <TextArea name="account" label={text.account} optional error={faultOf(ctx, 'account')} value={typed(ctx, 'account')} rows={5} maxlength={4000} />
          {rule.holderShut && <Tick name="notHolder" label={text.notHolder} checked={typed(ctx, 'notHolder') === 'yes'} />}
          <Actions><Button>{text.save}</Button><Link href={`/sager/${now.id}`}>{words(ctx).compose.back}</Link></Actions>
        </Form>
      </CaseFrame>
    ),
  }
}

export function paperScreen(page: Paper, ctx: Ctx): Screen {
  const text = words(ctx).out
  const { referral: it, copy, from } = page
  const open = isWaiting(it.state) || it.state === 'accepted' || it.state === 'answered'
  return {
    title: text.paperTitle(it.number),
    body: (
      <>
        {it.caseId && <p class="screen-only"><Link href={`/sager/${it.caseId}`}>{words(ctx).compose.back}</Link></p>}
        <ErrorSummary errors={faultList(ctx)} />
        <article class="sheet">
          <h1>{text.paperTo(copy.out?.name ?? '')}</h1>
          <p>{text.paperFrom(from.name, from.organisation, it.fromPhone ?? '')} {text.paperSent(sayDay(dayOf(it.sentAt), ctx.lang))} {text.paperNumber(it.number)}</p>
          <h2>{words(ctx).one.purpose}</h2>
          <p class="told">{copy.purpose}</p>
          <CopyTexts copy={copy} ctx={ctx} />
          <h2>{text.on}</h2>
          <p>{it.ground && it.ground !== 'task' && it.ground !== 'consent' ? `${text.hows[it.ground]}. ` : ''}<span class="told">{copy.out?.ground}</span></p>
          {page.signed && <SignedSaid it={page.signed} ctx={ctx} />}
          {it.due && <p>{text.answerBy(sayDay(dayOf(it.due), ctx.lang))}</p>}
        </article>
        <section class="screen-only">
          {page.goes ? <><Notice><p>{text.print}</p></Notice><Actions><LinkButton href={`/henvisninger/${it.id}/papir/ark.pdf`} kind="secondary">{text.pdf.fetch}</LinkButton></Actions></> : !page.signed?.endedAt && <Notice kind="warn"><p>{ctx.say('referrals.paper-lapsed')}</p></Notice>}
          {page.signed && <p><Link href={`/henvisninger/${it.id}/underskrift`}>{words(ctx).signed.open}</Link></p>}
          {page.answers.length > 0 && <><h2>{text.answers}</h2>{page.answers.map(one => <p class="told">{one.words} <span class="quiet">({[sayTime(one.at, ctx.lang), one.byName].filter(Boolean).join(', ')})</span></p>)}</>}
          {open && <AnswerFor page={page} ctx={ctx} />}
        </section>
      </>
    ),
  }
}

function AnswerFor(props: { readonly page: Paper; readonly ctx: Ctx }): Html {
  const { page: { referral: it }, ctx } = props
  const text = words(ctx).out
  const may = isWaiting(it.state) ? (['accept', 'decline', 'answer'] as const) : (['answer'] as const)
  return (
    <>
      <h2>{text.answerTitle}</h2>
      <Form action={`/henvisninger/${it.id}/papir`} hidden={{ once: ctx.once }}>
        <Radios name="outcome" label={text.outcome} error={faultOf(ctx, 'outcome')} value={typed(ctx, 'outcome')} choices={may.map(value => ({ value, label: text.outcomes[value] }))} />
        <Radios name="channel" label={text.channel} inline error={faultOf(ctx, 'channel')} value={typed(ctx, 'channel')} choices={(['phone', 'letter', 'meeting'] as const).map(value => ({ value, label: text.channels[value] }))} />
        <DateInput name="on" label={text.onDay} error={faultOf(ctx, 'on')} value={ctx.sent ? typed(ctx, 'on') : dayOf(ctx.now)} />
        <TextArea name="answer" label={text.answer} error={faultOf(ctx, 'answer')} value={typed(ctx, 'answer')} rows={3} maxlength={2000} />
        <Actions><Button>{text.saveAnswer}</Button></Actions>
      </Form>
    </>
  )
}
