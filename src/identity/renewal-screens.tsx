// A second code: what she sees while her log waits, what she is told, and the colleague's page.
import { sayTime } from '../kernel/day.ts'
import { type Ctx, faultOf, type Html, type Screen, typed } from '../platform/screen.ts'
import { Actions, Button, ErrorSummary, Form, Link, PostButton } from '../platform/ui/form.tsx'
import { Tick } from '../platform/ui/choices.tsx'
import { TextInput } from '../platform/ui/fields.tsx'
import type { SafeHref } from '../platform/ui/href.ts'
import { Lead, Notice } from '../platform/ui/parts.tsx'
import type { MadeCode, Waiting } from './renewal-store.ts'
import type { Kept, Outside } from './screens.tsx'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

const words = (ctx: Pick<Ctx, 'lang'>) => (ctx.lang === 'da' ? da : en)
const faults = (ctx: Outside) => (ctx.sent?.faults ?? []).map(it => ({ field: it.field || undefined, text: ctx.say(it.code) }))

export function UnlockEarlier(props: { readonly ctx: Outside; readonly action: SafeHref; readonly back: string; readonly waiting: Waiting; readonly kept?: Kept | undefined }): Html {
  const { ctx, waiting } = props
  const text = words(ctx).waiting
  return (
    <>
      <h1>{text.title}</h1>
      <Lead>{text.lead(sayTime(waiting.since, ctx.lang))}</Lead>
      {props.kept && <p>{props.kept.said}</p>}
      <ErrorSummary errors={faults(ctx)} />
      <h2>{text.first}</h2>
      <Form action={props.action} hidden={{ til: props.back, carried: props.kept?.carried }}>
        <TextInput name="secret" label={text.earlier} type="password" autocomplete="off" error={faultOf(ctx as Ctx, 'secret')} />
        <Actions><Button>{text.unlock}</Button>{!props.kept && <Link href="/noter">{words(ctx).citizen.writeInstead}</Link>}</Actions>
      </Form>
      <h2>{text.second}</h2>
      <p>{text.meet}</p>
      <p class="code">{waiting.number}</p>
    </>
  )
}

/** On the page she lands on; says no more than that there is something to read. */
export const NewCodeLine = ({ ctx }: { readonly ctx: Ctx }): Html => <p><Link href="/noter/koder">{words(ctx).codes.line}</Link></p>

export function codesScreen(made: readonly MadeCode[], ctx: Ctx): Screen {
  const text = words(ctx).codes
  return {
    title: text.title,
    body: (
      <>
        <h1>{text.title}</h1>
        {made.length === 0 ? <p>{text.none}</p> : (
          <>
            <Lead>{text.lead}</Lead>
            <ul>{made.map(it => <li>{text.made(sayTime(it.at, ctx.lang), it.usedAt ? sayTime(it.usedAt, ctx.lang) : undefined)}</li>)}</ul>
            <p>{text.asked}</p>
            <h2>{text.notAsked}</h2>
            <p>{text.whatToDo}</p>
            <Actions>
              <PostButton action="/noter/log-af-alle" label={words(ctx).citizen.everywhere} kind="secondary" />
              <PostButton action="/noter/koder" label={text.seen} hidden={{ once: ctx.once }} kind="quiet" />
            </Actions>
          </>
        )}
      </>
    ),
  }
}

export function confirmScreen({ done }: { readonly done: boolean }, ctx: Ctx): Screen {
  const text = words(ctx).confirm
  return {
    title: text.title,
    body: (
      <>
        <h1>{text.title}</h1>
        {done && <Notice kind="done"><p>{text.done}</p></Notice>}
        <Lead>{text.lead}</Lead>
        <ErrorSummary errors={faults(ctx)} />
        <Form action="/ny-kode" hidden={{ once: ctx.once }}>
          <TextInput name="number" label={text.number} hint={text.numberHint} autocomplete="off" value={typed(ctx, 'number')} error={faultOf(ctx, 'number')} />
          <Tick name="met" label={text.met} error={faultOf(ctx, 'met')} checked={typed(ctx, 'met') === 'yes'} />
          <Actions><Button>{text.button}</Button></Actions>
        </Form>
      </>
    ),
  }
}
