// The paper that a referral goes on: asked before it is sent, told afterwards, and taken back.
import { dayOf, sayDay } from '../kernel/day.ts'
import { type Ctx, faultOf, type Html, type Screen, typed, typedAll } from '../platform/screen.ts'
import { Checkboxes } from '../platform/ui/choices.tsx'
import { DateInput, FileInput, TextInput } from '../platform/ui/fields.tsx'
import { Actions, ErrorSummary, Link, PostButton } from '../platform/ui/form.tsx'
import { Lead, Notice, SummaryList } from '../platform/ui/parts.tsx'
import type { SignedPage } from './actions-signed.ts'
import { faultList, words } from './compose-screen.tsx'
import { goesOn, type KeptSigned, signedTopics } from './signed.ts'

/** `where`: asked of those whose paper lies in another house · `day`: not where it is asked whichever way the yes was given. */
export function SignedFields({ ctx, where = false, day = true }: { readonly ctx: Ctx; readonly where?: boolean; readonly day?: boolean }): Html {
  const text = words(ctx).signed
  return (
    <>
      {day && <DateInput name="day" label={text.day} error={faultOf(ctx, 'day')} value={typed(ctx, 'day')} />}
      <DateInput name="until" label={text.until} hint={text.untilHint} error={faultOf(ctx, 'until')} value={typed(ctx, 'until')} />
      <Checkboxes name="covers" label={text.covers} error={faultOf(ctx, 'covers')} values={typedAll(ctx, 'covers')} choices={signedTopics.map(value => ({ value, label: words(ctx).topics[value] }))} />
      {where && <TextInput name="where" label={words(ctx).here.where} hint={words(ctx).here.whereHint} error={faultOf(ctx, 'where')} value={typed(ctx, 'where')} width="full" autocomplete="off" />}
      <FileInput name="scan" label={text.scan} hint={text.scanHint} accept="application/pdf,image/jpeg,image/png" error={faultOf(ctx, 'scan')} />
    </>
  )
}

/** What it covers and until when; and that it no longer holds, which comes first. */
export function SignedSaid({ it, ctx }: { readonly it: KeptSigned; readonly ctx: Ctx }): Html {
  const text = words(ctx).signed
  return (
    <>
      {it.endedAt && <Notice kind="warn"><p>{text.ended(sayDay(dayOf(it.endedAt), ctx.lang))}</p></Notice>}
      <p>{signedSentence(it, ctx)}</p>
    </>
  )
}
/** Until when it holds, or held: what was taken back before its day did so until then. */
export function signedSentence(it: KeptSigned, ctx: Ctx): string {
  const ended = it.endedAt ? dayOf(it.endedAt) : it.until
  return words(ctx).signed.said(sayDay(it.signedOn, ctx.lang), it.covers.map(topic => words(ctx).topics[topic].toLowerCase()).join(', '), sayDay(ended < it.until ? ended : it.until, ctx.lang), goesOn(it, dayOf(ctx.now)))
}

export function signedScreen({ referral: it, signed }: SignedPage, ctx: Ctx): Screen {
  const text = words(ctx).signed
  const outside = it.to === 'outside'
  return {
    title: text.title(it.number),
    body: (
      <>
        <p class="screen-only">{outside ? <Link href={`/henvisninger/${it.id}/papir`}>{words(ctx).inCase.paper}</Link> : <Link href="/henvisninger">{words(ctx).one.back}</Link>}</p>
        <ErrorSummary errors={faultList(ctx)} />
        <h1>{text.title(it.number)}</h1>
        <Lead>{text.lead}</Lead>
        {signed.endedAt && <Notice kind="warn"><p>{text.ended(sayDay(dayOf(signed.endedAt), ctx.lang))} {outside ? text.tellThem : text.theyRead}</p></Notice>}
        <SummaryList rows={[
          { term: text.receiver, value: outside && it.outside ? words(ctx).outsides[it.outside] : `${words(ctx).to[it.to]}: ${it.toName}` }, { term: text.terms.day, value: sayDay(signed.signedOn, ctx.lang) },
          { term: text.terms.until, value: sayDay(signed.until, ctx.lang) }, { term: text.terms.covers, value: signed.covers.map(topic => words(ctx).topics[topic]).join(', ') },
        ]} />
        <p><Link href={`/henvisninger/${it.id}/underskrift/papir`}>{text.see}</Link></p>
        {!signed.endedAt && (
          <section class="screen-only">
            <h2>{text.endTitle}</h2>
            <p>{text.endLead}</p>
            <Actions><PostButton action={`/henvisninger/${it.id}/underskrift`} hidden={{ once: ctx.once }} label={text.end} kind="secondary" /></Actions>
          </section>
        )}
      </>
    ),
  }
}
