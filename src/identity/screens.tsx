import { type Ctx, faultOf, type Html, typed } from '../platform/screen.ts'
import { Actions, Button, ErrorSummary, Form, Link } from '../platform/ui/form.tsx'
import { TextInput } from '../platform/ui/fields.tsx'
import type { SafeHref } from '../platform/ui/href.ts'
import { QuickExitExplained } from '../platform/ui/exit.tsx'
import { Lead } from '../platform/ui/parts.tsx'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

/** The part of a page's context that there is before anybody has signed in. */
export type Outside = Pick<Ctx, 'lang' | 'say' | 'sent'>

const words = (ctx: Outside) => (ctx.lang === 'da' ? da : en)
const faults = (ctx: Outside) => (ctx.sent?.faults ?? []).map(it => ({ field: it.field || undefined, text: ctx.say(it.code) }))
const asCtx = (ctx: Outside): Ctx => ctx as Ctx

export function StaffSignIn(props: { readonly ctx: Outside; readonly action: SafeHref; readonly back: string; readonly kept?: Kept | undefined }): Html {
  const text = words(props.ctx).staff
  return (
    <>
      <h1>{text.title}</h1>
      <Lead>{props.kept?.said ?? text.lead}</Lead>
      <ErrorSummary errors={faults(props.ctx)} />
      <Form action={props.action} hidden={{ til: props.back, carried: props.kept?.carried }}>
        <TextInput name="name" label={text.name} autocomplete="username" value={typed(asCtx(props.ctx), 'name')} />
        <TextInput name="secret" label={text.secret} type="password" autocomplete="current-password" error={faultOf(asCtx(props.ctx), 'secret')} />
        <Actions><Button>{text.button}</Button></Actions>
      </Form>
    </>
  )
}

/** What somebody had typed when the door closed, sealed, and the sentence that says that it is not lost; without it, that it is. */
export interface Kept { readonly carried?: string; readonly said: string }

/** Two ways in, side by side in words: a code from paper the first time, a passphrase after that. */
export function CitizenSignIn(props: { readonly ctx: Outside; readonly code: SafeHref; readonly action: SafeHref; readonly kept?: Kept | undefined }): Html {
  const { ctx } = props
  const text = words(ctx).citizen
  return (
    <>
      <h1>{text.title}</h1>
      <ErrorSummary errors={faults(ctx)} />
      {props.kept && <Lead>{props.kept.said}</Lead>}
      <Form action={props.action} hidden={{ carried: props.kept?.carried }}>
        <h2>{text.withPassphrase}</h2>
        <TextInput name="name" label={text.name} autocomplete="off" value={typed(asCtx(ctx), 'name')} />
        <TextInput name="secret" label={text.secret} type="password" autocomplete="off" error={faultOf(asCtx(ctx), 'secret')} />
        <Actions><Button>{text.enter}</Button></Actions>
      </Form>
      {!props.kept?.carried && (
        <Form action={props.code}>
          <h2>{text.withCode}</h2>
          <TextInput name="code" label={text.code} hint={text.codeHint} autocomplete="off" value={typed(asCtx(ctx), 'code')} error={faultOf(asCtx(ctx), 'code')} />
          <Actions><Button kind="secondary">{text.open}</Button></Actions>
        </Form>
      )}
      <QuickExitExplained level={2} />
    </>
  )
}

export function SetPassphrase(props: { readonly ctx: Outside; readonly action: SafeHref }): Html {
  const { ctx } = props
  const text = words(ctx).citizen
  return (
    <>
      <h1>{text.setTitle}</h1>
      <Lead>{text.setLead}</Lead>
      <ErrorSummary errors={faults(ctx)} />
      <Form action={props.action}>
        <TextInput name="name" label={text.pickName} hint={text.pickNameHint} autocomplete="off" value={typed(asCtx(ctx), 'name')} error={faultOf(asCtx(ctx), 'name')} />
        <TextInput name="passphrase" label={text.pickSecret} hint={text.pickSecretHint} type="password" autocomplete="off" error={faultOf(asCtx(ctx), 'passphrase')} />
        <TextInput name="again" label={text.again} type="password" autocomplete="off" error={faultOf(asCtx(ctx), 'again')} />
        <p>{text.lostHint}</p>
        <Actions><Button>{text.save}</Button></Actions>
      </Form>
      <QuickExitExplained level={2} />
    </>
  )
}

export function Unlock(props: { readonly ctx: Outside; readonly action: SafeHref; readonly back: string; readonly kept?: Kept | undefined }): Html {
  const text = words(props.ctx).citizen
  return (
    <>
      <h1>{text.unlockTitle}</h1>
      <Lead>{props.kept?.said ?? text.unlockLead}</Lead>
      <ErrorSummary errors={faults(props.ctx)} />
      <Form action={props.action} hidden={{ til: props.back, carried: props.kept?.carried }}>
        <TextInput name="secret" label={text.secret} type="password" autocomplete="off" error={faultOf(asCtx(props.ctx), 'secret')} />
        <Actions><Button>{text.unlock}</Button>{!props.kept && <Link href="/noter">{text.writeInstead}</Link>}</Actions>
      </Form>
    </>
  )
}
