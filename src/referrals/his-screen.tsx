// Out of the record of talks: what is sent to Dansk Stalking Center, and what became of it.
import { FirstFields } from '../cases/told-first/screens.tsx'
import type { MoreOfSide } from '../cases/sides/screens.tsx'
import { sayDue } from '../cases/say.ts'
import type { Cover, OtherConsent } from '../cases/sides/other-consent.ts'
import { sayDay, sayTime } from '../kernel/day.ts'
import { type Ctx, faultOf, type Html, type Screen, typed } from '../platform/screen.ts'
import { TextArea, TextInput } from '../platform/ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form, Link, LinkButton, PostButton } from '../platform/ui/form.tsx'
import { Aside, Lead, Notice } from '../platform/ui/parts.tsx'
import type { Sent } from './actions.ts'
import type { HisPage } from './actions-his.ts'
import { faultList, words } from './compose-screen.tsx'
import { isWaiting } from './rules.ts'

export function hisScreen({ now, yes, adviser, known }: HisPage, ctx: Ctx): Screen {
  const text = words(ctx).his
  const here = `/samtaler/${now.id}` as const
  const value = (cover: Cover): string => (ctx.sent ? typed(ctx, cover) : known[cover])
  return {
    title: text.title,
    body: (
      <>
        <p class="screen-only"><Link href={here}>{text.back}</Link></p>
        <ErrorSummary errors={faultList(ctx)} />
        <h1>{text.title}</h1>
        {yes ? (
            <>
              <Lead>{text.lead(adviser?.name ?? '')}</Lead>
              <Notice><p>{text.covered(yes.covers.map(it => text.covers[it]).join(', '), sayDay(yes.until, ctx.lang))} {text.readsAlong}</p></Notice>
              <Form action={`${here}/henvis`} hidden={{ once: ctx.once }}>
                <FirstFields ctx={ctx} />
                <h2>{text.what}</h2>
                {(['name', 'phone'] as const).map(cover => yes.covers.includes(cover) && <TextInput name={cover} label={text.labels[cover]} error={faultOf(ctx, cover)} value={value(cover)} width="full" autocomplete="off" />)}
                {yes.covers.includes('why') && <TextArea name="why" label={text.labels.why} hint={text.whyHint} optional error={faultOf(ctx, 'why')} value={value('why')} rows={3} maxlength={1000} />}
                <Actions><Button>{text.send}</Button><Link href={here}>{text.back}</Link></Actions>
              </Form>
            </>
          ) : <><Notice kind="warn"><p>{text.noPaper}</p></Notice><Actions><LinkButton href={`${here}/tilbud`}>{text.writePaper}</LinkButton></Actions></>}
      </>
    ),
  }
}

/** What this room adds to the page of the talks. */
export function besideTalks(it: { readonly id: string; readonly open: boolean; readonly yes: OtherConsent | undefined; readonly sent: readonly Sent[] }, ctx: Ctx): MoreOfSide {
  const text = words(ctx).his
  const out = it.sent.some(({ referral: { state } }) => isWaiting(state) || state === 'accepted')
  const taken = it.sent.some(({ referral }) => referral.state !== 'declined' && referral.state !== 'taken-back')
  const may = it.open && it.yes !== undefined && !out
  return {
    act: may && !taken ? { label: text.act, href: `/samtaler/${it.id}/henvis` } : undefined,
    beside: (it.sent.length > 0 || it.yes) ? (
      <Aside heading={text.aside}>
        {it.yes && <p>{text.covered(it.yes.covers.map(one => text.covers[one]).join(', '), sayDay(it.yes.until, ctx.lang))}</p>}
        {it.sent.length === 0 && <p>{text.nothingSent}</p>}
        {it.sent.map(one => <SentOne one={one} ctx={ctx} />)}
        {may && taken && <p><Link href={`/samtaler/${it.id}/henvis`}>{text.again}</Link></p>}
      </Aside>
    ) : null,
  }
}

function SentOne(props: { readonly one: Sent; readonly ctx: Ctx }): Html {
  const { one: { referral: it, words: said }, ctx } = props
  const late = it.due ? `, ${words(ctx).inCase.by(sayDue(it.due, ctx.now, ctx.lang))}` : ''
  return (
    <>
      <p><strong>{it.toName}</strong>, {words(ctx).to[it.to]} ({sayTime(it.sentAt, ctx.lang)}): {words(ctx).states[it.state].toLowerCase()}{late}.{said !== undefined && <> “{said}”</>}</p>
      {isWaiting(it.state) && <PostButton action={`/henvisninger/${it.id}/fortryd`} hidden={{ reason: words(ctx).sentByMe.undone }} label={words(ctx).inCase.takeBack} kind="quiet" />}
    </>
  )
}
