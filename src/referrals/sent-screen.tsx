// What was sent: beside the case, on top of the inbox when it came back, in a box of the model, and on her own page.
import { inSentence } from '../directory/say.ts'
import { dayOf, sayDay, sayTime } from '../kernel/day.ts'
import type { MoreOfCase } from '../cases/screens.tsx'
import { sayDue } from '../cases/say.ts'
import type { Waits } from '../directory/screens.tsx'
import { type Ctx, faultOf, type Html, type Screen, typed } from '../platform/screen.ts'
import { TextArea } from '../platform/ui/fields.tsx'
import { Actions, Button, Form, Link, LinkButton } from '../platform/ui/form.tsx'
import { Aside, Details, Lead, Notice } from '../platform/ui/parts.tsx'
import type { Own, Sent } from './actions.ts'
import type { waitingForMe } from './actions-receive.ts'
import { KeptNotice, words } from './compose-screen.tsx'
import { senderOf } from './due.tsx'
import { CopyTexts } from './screens.tsx'
import type { KeptDraft } from './keep-draft.ts'
import { isWaiting, needsConsent, type Referral, steps, takesBaton } from './rules.ts'
import { signedSentence } from './signed-fields.tsx'

export interface Beside { readonly id: string; readonly citizen: string; readonly sent: readonly Sent[]; readonly mayRefer: boolean; readonly kept: KeptDraft | undefined; readonly brought: Referral | undefined; /** When the rule in force was agreed. */ readonly ruleSince?: Date | undefined }

/** What this room adds to the page of a case. */
export function besideCase(it: Beside, ctx: Ctx): MoreOfCase {
  const text = words(ctx).inCase
  const last = it.sent[0]
  const offered = it.sent.find(one => isWaiting(one.referral.state))?.referral
  return {
    refer: it.mayRefer ? `/sager/${it.id}/henvis` : undefined,
    waits: offered?.due ? { next: text.waits(nameOf(offered, ctx)), why: takesBaton(offered.to) ? text.waitsWhy : text.waitsWhyOther, due: offered.due } : undefined,
    first: (
      <>
        {it.mayRefer && last?.referral.state === 'declined' && <CameBack sent={last} ctx={ctx} href={`/sager/${it.id}/henvis`} label={text.another} />}
        {it.kept && it.mayRefer && <KeptNotice id={it.id} kept={it.kept} ctx={ctx} />}
        {it.ruleSince && <OldRule all={withOldRule(it.sent, it.ruleSince)} id={it.id} mayRefer={it.mayRefer} ctx={ctx} />}
        {it.brought && <Brought it={it.brought} ctx={ctx} />}
      </>
    ),
    asides: <SentBox it={it} ctx={ctx} />,
  }
}

export const nameOf = (it: Referral, ctx: Ctx): string => (it.outside && it.to === 'outside' ? words(ctx).outsides[it.outside] : it.toName)

/** Who still has a copy and may act by it, of a rule that was changed after it was sent. */
function withOldRule(all: readonly Sent[], since: Date): readonly Sent[] {
  const held = all.filter(({ referral: it, ruleSent }) => ruleSent && (isWaiting(it.state) || it.state === 'accepted' || it.state === 'answered'))
  return held.filter(({ referral: it }) => it.sentAt < since && !held.some(({ referral: other }) => other.toPerson === it.toPerson && other.sentAt >= since))
}

function OldRule({ all, id, mayRefer, ctx }: { readonly all: readonly Sent[]; readonly id: string; readonly mayRefer: boolean; readonly ctx: Ctx }): Html | null {
  const text = words(ctx).inCase
  if (all.length === 0) return null
  return (
    <Notice kind="warn" heading={text.oldRule}>
      <ul>{all.map(({ referral: it }) => (
        <li>
          {text.oldRuleLine(nameOf(it, ctx), sayDay(dayOf(it.sentAt), ctx.lang))} {text.oldRuleCall}{' '}
          {mayRefer && (isWaiting(it.state) ? text.oldRuleWaits : it.toPerson && <Link href={`/sager/${id}/henvis?til=${it.toPerson}&rolle=${it.to}`}>{text.oldRuleSend}</Link>)}
        </li>
      ))}</ul>
    </Notice>
  )
}

/** Somebody referred the citizen here, and waits for a word. */
function Brought(props: { readonly it: Referral; readonly ctx: Ctx }): Html {
  const { it, ctx } = props
  const text = words(ctx).inCase
  return (
    <Notice heading={text.brought(senderOf(it, ctx))}>
      <p>{words(ctx).states[it.state]}. {ctx.actor.roles.includes('visitator') && <Link href={`/henvisninger/${it.id}`}>{isWaiting(it.state) || it.state === 'accepted' ? text.broughtAnswer : text.broughtOpen}</Link>}</p>
    </Notice>
  )
}

/** Two things to do, so it is said where one looks first. */
function CameBack(props: { readonly sent: Sent; readonly ctx: Ctx; readonly href: `/${string}`; readonly label: string }): Html {
  const { sent: { referral, words: reason }, ctx } = props
  const said = words(ctx).inCase.back[isWaiting(referral.state) ? 'silent' : referral.state === 'answered' ? 'answered' : 'declined']
  return (
    <Notice kind="warn" heading={said.heading(nameOf(referral, ctx))}>
      {reason !== undefined && <p class="told">“{reason}”</p>}
      <p>{said.act} <Link href={props.href}>{props.label}</Link></p>
    </Notice>
  )
}

function SentBox(props: { readonly it: Beside; readonly ctx: Ctx }): Html {
  const { it, ctx } = props
  const text = words(ctx).inCase
  return (
    <Aside heading={text.title}>
      {it.sent.length === 0 && <p>{text.none}</p>}
      {it.sent.map(one => <SentLine one={one} it={it} ctx={ctx} />)}
      <ul class="plain-list">
        {it.mayRefer && <li><Link href={`/sager/${it.id}/henvis`}>{words(ctx).compose.title}</Link></li>}
        <li><Link href={`/borgere/${it.citizen}/samtykker?sag=${it.id}`}>{text.consents}</Link></li>
      </ul>
    </Aside>
  )
}

function SentLine(props: { readonly one: Sent; readonly it: Beside; readonly ctx: Ctx }): Html {
  const { one: { referral, words: said }, it, ctx } = props
  const text = words(ctx).inCase
  const late = referral.due ? `, ${text.by(sayDue(referral.due, ctx.now, ctx.lang))}` : ''
  const back = steps[referral.state]['take-back'] && it.mayRefer
  const mine = typed(ctx, 'referral') === referral.id
  return (
    <>
      <p><strong>{referral.outside ? (props.one.out?.name ?? '') : referral.toName}</strong>, {inSentence(referral.outside ? words(ctx).outsides[referral.outside] : words(ctx).to[referral.to])}: {words(ctx).states[referral.state].toLowerCase()}{late}.{said !== undefined && <> “{said}”</>}</p>
      {props.one.withdrawnAt && <p class="quiet">{text.withdrawn(sayDay(dayOf(props.one.withdrawnAt), ctx.lang))}</p>}
      <p><Link href={referral.outside ? `/henvisninger/${referral.id}/papir` : `/sager/${it.id}/henvist/${referral.id}`}>{referral.outside ? text.paper : text.seeCopy}</Link></p>
      {back && (
        <Details summary={text.takeBack} open={mine}>
          <Form action={`/henvisninger/${referral.id}/tilbage`} hidden={{ case: it.id }}>
            <TextArea name={`reason`} label={text.reason} error={mine ? faultOf(ctx, 'reason') : undefined} value={mine ? typed(ctx, 'reason') : ''} rows={2} maxlength={1000} />
            <Actions><Button kind="secondary">{text.takeBack}</Button></Actions>
          </Form>
        </Details>
      )}
    </>
  )
}

/** On top of the inbox: what came back and waits for the sender. */
export function cameBackList(all: readonly Sent[], ctx: Ctx): Html {
  return <>{all.map(it => <CameBack sent={it} ctx={ctx} href={it.referral.outside && isWaiting(it.referral.state) ? `/henvisninger/${it.referral.id}/papir` : `/sager/${it.referral.caseId}`} label={words(ctx).inCase.open(it.referral.number)} />)}</>
}

/** What waits in the reader's own box of the model. */
export function waitsInBox(it: Awaited<ReturnType<typeof waitingForMe>>, ctx: Ctx): Waits {
  const text = words(ctx).home
  if (!it) return {}
  const empty = ctx.actor.roles.filter(role => role === 'policeContact' || role === 'dscAdviser').map(role => [role, { text: text.none, href: '/henvisninger', none: true }] as const)
  // A visitator's own box says how many cases wait; what was referred to her stands in them.
  const some = it.filter(one => one.count > 0 && one.to !== 'visitator')
    .map(one => [one.to, { text: text.waits(one.count), href: '/henvisninger', none: false, ...(one.due && { due: text.due(sayDue(one.due, ctx.now, ctx.lang)) }) }] as const)
  return Object.fromEntries([...empty, ...some])
}

export function ownReferralsScreen(all: readonly Own[], ctx: Ctx): Screen {
  const text = words(ctx).own
  return {
    title: text.title,
    body: (
      <>
        <h1>{text.title}</h1>
        <Lead>{text.lead}</Lead>
        {all.length === 0 && <p>{text.none}</p>}
        {all.map(it => <OwnOne it={it} ctx={ctx} />)}
        <Actions><LinkButton href="/noter/samtykker" kind="secondary">{words(ctx).inCase.consents}</LinkButton></Actions>
      </>
    ),
  }
}

function OwnOne(props: { readonly it: Own; readonly ctx: Ctx }): Html {
  const { it: { referral: it, copy }, ctx } = props
  const text = words(ctx).own
  return (
    <section>
      <h2>{it.outside && it.to === 'outside' ? `${words(ctx).outsides[it.outside]}: ${copy.out?.name ?? ''}` : `${words(ctx).to[it.to]}: ${it.toName}`}</h2>
      <p>{text.sent(sayTime(it.sentAt, ctx.lang))} {words(ctx).states[it.state]}. {it.due && text.until(sayDue(it.due, ctx.now, ctx.lang))}</p>
      {props.it.withdrawnAt && <p>{text.withdrawn(sayDay(dayOf(props.it.withdrawnAt), ctx.lang))}</p>}
      <Details summary={text.see}>
        {!needsConsent(it.to) && !it.outside && <p>{text.inside}</p>}
        {copy.out && <p>{copy.out.ground}</p>}
        {props.it.signed && <p>{signedSentence(props.it.signed, ctx)}</p>}
        <h3>{text.asked}</h3>
        <p class="told">{copy.purpose}</p>
        <CopyTexts copy={copy} ctx={ctx} />
      </Details>
    </section>
  )
}
