// The receiver's side: what was sent to me, and one referral as a sheet of paper with an answer to give.
import { inSentence } from '../directory/say.ts'
import { dayOf, daysBetween, sayDay, sayTime } from '../kernel/day.ts'
import { firstText } from '../cases/told-first/screens.tsx'
import { contactText } from '../citizens/screens.tsx'
import { type Ctx, faultOf, type Html, type Screen, typed } from '../platform/screen.ts'
import { Baton, type BatonAction } from '../platform/ui/baton.tsx'
import { TextArea } from '../platform/ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form, Link, LinkButton } from '../platform/ui/form.tsx'
import { tel } from '../platform/ui/href.ts'
import { Aside, Details, Lead, Notice } from '../platform/ui/parts.tsx'
import { Table } from '../platform/ui/table.tsx'
import { Timeline } from '../platform/ui/timeline.tsx'
import type { Inbox, Received } from './actions-receive.ts'
import { faultList, words } from './compose-screen.tsx'
import { cameFromOutside, type Copy, isWaiting, needsConsent, type Referral, rights, takesBaton } from './rules.ts'
import { Untold } from './in-screen.tsx'
import { DueOf, senderOf } from './due.tsx'
import { SentByMe } from './sent-back-screen.tsx'
import { SignedSaid } from './signed-fields.tsx'
import { topics } from '../consents/rules.ts'

export function receivedScreen({ received: all, signed, untold, sent, whys, by }: Inbox, ctx: Ctx): Screen {
  const text = words(ctx).inbox
  return {
    title: text.title,
    body: (
      <>
        <h1>{text.title}</h1>
        <Lead>{text.lead(all.filter(it => isWaiting(it.state)).length)}</Lead>
        <Table caption={text.title} captionHidden empty={text.none} columns={[text.number, text.state, text.by, text.from].map(label => ({ label }))}
          rows={all.map(it => [<Link href={`/henvisninger/${it.id}`}>{text.open(it.number)}</Link>, <>{words(ctx).states[it.state]}{signed.get(it.id)?.endedAt && <><br /><span class="late">{words(ctx).signed.short}</span></>}</>, <DueOf it={it} ctx={ctx} />, senderOf(it, ctx)])} />
        <Untold all={untold} ctx={ctx} />
        {rights['referrals.take-in'].some(it => it.by === by) && <p><Link href="/henvist-udefra">{words(ctx).in.title}</Link></p>}
        {sent && <SentByMe all={sent} signed={signed} whys={whys} by={by} ctx={ctx} />}
      </>
    ),
  }
}

export function referralScreen(page: Received, ctx: Ctx): Screen {
  const text = words(ctx).one
  const { referral: it, copy } = page
  const title = text.title(it.number)
  return {
    title,
    body: (
      <>
        <p class="screen-only"><Link href="/henvisninger">{text.back}</Link></p>
        <ErrorSummary errors={faultList(ctx)} />
        <h1>{title}</h1>
        <Lead>{cameFromOutside(it) ? words(ctx).in.takenIn(page.copy.out?.name ?? '', senderOf(it, ctx), it.fromName, sayTime(it.sentAt, ctx.lang)) : text.lead(it.fromName, sayTime(it.sentAt, ctx.lang))} {words(ctx).states[it.state]}.</Lead>
        <BatonOf it={it} ctx={ctx} />
         {it.about === 'stalks' && <Notice><p>{words(ctx).his.toCentre}</p></Notice>}
        {needsConsent(it.to) && it.about === 'exposed' && <Aside kind="rule" heading={contactText(ctx.lang).ruleHeading}><HowReached it={it} contact={copy.texts.contact} ctx={ctx} /></Aside>}
        {it.caseId && (it.to === 'visitator' || (it.state === 'accepted' && takesBaton(it.to))) && <Actions><LinkButton href={`/sager/${it.caseId}`}>{text.toCase}</LinkButton></Actions>}
        {it.to === 'policeContact' && <p class="screen-only"><Link href={`/henvisninger/${it.id}/kort`}>{words(ctx).card.open}</Link></p>}
        {it.to === 'policeContact' && it.about === 'exposed' && <Notice kind="warn"><p>{firstText(ctx.lang).policeAsked([it.fromName, it.fromPhone].filter(Boolean).join(', '))}</p></Notice>}
        {page.signed && <SignedSaid it={page.signed} ctx={ctx} />}
        <Sheet copy={copy} it={it} ctx={ctx} />
        {it.fromPhone && <p>{text.ask(it.fromName)} <Link href={tel(it.fromPhone)}>{it.fromPhone}</Link></p>}
        {cameFromOutside(it) && !isWaiting(it.state) && <p><Link href={`/henvisninger/${it.id}/afsender`}>{words(ctx).in.tell(it.number)}</Link></p>}
        {isWaiting(it.state) && <Decline it={it} ctx={ctx} />}
        {!takesBaton(it.to) && (it.state === 'accepted' || it.state === 'answered') && <Answer it={it} ctx={ctx} />}
        {page.notes && <Notes notes={page.notes} it={it} ctx={ctx} />}
        <h2>{text.history}</h2>
        <Timeline open={4} items={page.history.map(one => ({
          state: 'done' as const, when: sayTime(one.at, ctx.lang), by: one.byName ?? text.byItself, title: one.receiverName ? `${stepSaid(ctx, one.step)}: ${one.receiverName}` : stepSaid(ctx, one.step),
          ...(one.words !== undefined && { body: <p class="told">{one.words}</p> }),
        })).reverse()} />
      </>
    ),
  }
}

/** The receiver has a copy: it says of which day it is, and whom to ask whether it still holds. */
function HowReached({ it, contact, ctx }: { readonly it: Referral; readonly contact: string | undefined; readonly ctx: Ctx }): Html {
  const text = words(ctx).one
  if (contact === undefined) return <p>{text.through(it.fromName)}</p>
  return (
    <>
      <p><strong>{text.ruleOf(sayDay(dayOf(it.sentAt), ctx.lang))}</strong></p>
      <p class="told">{contact}</p>
      <p>{text.ruleMayDiffer(it.fromName)} {it.fromPhone && <Link href={tel(it.fromPhone)}>{it.fromPhone}</Link>}</p>
    </>
  )
}

const stepSaid = (ctx: Ctx, step: string): string => words(ctx).steps[step as keyof ReturnType<typeof words>['steps']]

/** What is next here. The baton itself stays where it is until a coordinator takes it; the police and the centre answer, and never get it. */
function BatonOf(props: { readonly it: Referral; readonly ctx: Ctx }): Html | null {
  const { it, ctx } = props
  const text = words(ctx).one
  const waits = isWaiting(it.state)
  const inside = takesBaton(it.to)
  if (!waits && !(it.state === 'accepted' && !inside)) return null
  const action: BatonAction | undefined = waits ? { label: inside ? text.acceptBaton : text.accept, post: `/henvisninger/${it.id}/tag`, hidden: { once: ctx.once } } : undefined
  return (
    <Baton term={text.lies} has={`${text.you}, ${inSentence(words(ctx).to[it.to])}`} since={dayOf(it.sentAt)} note={inside ? text.stillHas(it.fromName) : undefined}
      next={waits ? text.next.waits : text.next.answer} why={waits ? (inside ? text.inside : text.acceptWhy) : <Link href="#answer">{text.toAnswer}</Link>} mine
      by={it.due ? dayOf(it.due) : undefined} daysLeft={it.due ? daysBetween(dayOf(ctx.now), dayOf(it.due)) : undefined} action={action} />
  )
}

/** The copy as it was sent: read like a letter, with the incidents in a table. */
function Sheet(props: { readonly copy: Copy; readonly it: Referral; readonly ctx: Ctx }): Html {
  const { copy, it, ctx } = props
  const text = words(ctx).one
  return (
    <article class="sheet">
      <h2>{text.purpose}</h2>
      <p class="told">{copy.purpose}</p>
      {needsConsent(it.to) && <><h2>{text.copy}</h2><p class="quiet">{text.frozen(sayDay(dayOf(it.sentAt), ctx.lang))}</p></>}
      <CopyTexts copy={copy} about={it.about} ctx={ctx} />
      {copy.out && <><h3>{words(ctx).out.on}</h3><p>{copy.out.ground}</p></>}
    </article>
  )
}

/** `about`: of somebody who stalks other things are said than of her. */
export function CopyTexts(props: { readonly copy: Copy; readonly about?: Referral['about']; readonly ctx: Ctx }): Html {
  const { copy, ctx } = props
  const his: Readonly<Record<string, string>> = props.about === 'stalks' ? words(ctx).his.topics : {}
  const text = words(ctx).one
  return (
    <>
      {copy.policeTells && <p><strong>{firstText(ctx.lang).police}</strong> {firstText(ctx.lang).agreements[copy.policeTells]}.</p>}
      {topics.map(topic => topic !== 'log' && copy.texts[topic] !== undefined && <><h3>{his[topic] ?? words(ctx).topics[topic]}</h3><p class="told">{copy.texts[topic]}</p></>)}
      {copy.entries.length > 0 && (
        <Table caption={text.entries(copy.entries.length)} columns={[{ label: text.no, short: true }, ...[text.when, text.kind, text.told].map(label => ({ label }))]}
          rows={copy.entries.map(it => [String(it.no), it.when, it.kind, <><span class="told">{it.told}</span>{it.typical && <><br /><span class="quiet">{text.typical}</span></>}</>])} />
      )}
    </>
  )
}

function Notes(props: { readonly notes: NonNullable<Received['notes']>; readonly it: Referral; readonly ctx: Ctx }): Html {
  const { notes, it, ctx } = props
  const text = words(ctx).notes
  return (
    <section>
      <h2>{text.title}</h2>
      <p class="quiet">{text.lead}</p>
      {notes.map(one => <p><span class="told">{one.told}</span> <span class="quiet">({sayTime(one.at, ctx.lang)}, {one.byName})</span></p>)}
      <Details summary={text.label} open={faultOf(ctx, 'note') !== undefined}>
        <Form action={`/henvisninger/${it.id}/notat`} hidden={{ once: ctx.once }}>
          <TextArea name="note" label={text.label} error={faultOf(ctx, 'note')} value={typed(ctx, 'note')} rows={3} maxlength={4000} />
          <Actions><Button kind="secondary">{text.save}</Button></Actions>
        </Form>
      </Details>
    </section>
  )
}

function Decline(props: { readonly it: Referral; readonly ctx: Ctx }): Html {
  const { it, ctx } = props
  const text = words(ctx).one
  return (
    <Details summary={text.decline} open={faultOf(ctx, 'reason') !== undefined}>
      <p>{text.declineLead}</p>
      <Form action={`/henvisninger/${it.id}/afvis`}>
        <TextArea name="reason" label={text.reason} error={faultOf(ctx, 'reason')} value={typed(ctx, 'reason')} rows={3} maxlength={2000} />
        <Actions><Button kind="secondary">{text.declineSave}</Button></Actions>
      </Form>
    </Details>
  )
}

function Answer(props: { readonly it: Referral; readonly ctx: Ctx }): Html {
  const { it, ctx } = props
  const text = words(ctx).one
  return (
    <section class="screen-only">
      <Form action={`/henvisninger/${it.id}/svar`} hidden={{ once: ctx.once }}>
        <TextArea name="answer" label={it.state === 'answered' ? text.again : text.answer} hint={text.answerHint} error={faultOf(ctx, 'answer')} value={typed(ctx, 'answer')} rows={3} maxlength={2000} />
        <Actions><Button {...(it.state === 'answered' && { kind: 'secondary' as const })}>{text.sendAnswer}</Button></Actions>
      </Form>
    </section>
  )
}
