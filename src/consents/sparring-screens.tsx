// Asking one who knows, and the thread that comes of it.
import { inSentence } from '../directory/say.ts'
import { dayOf, sayDay, sayTime } from '../kernel/day.ts'
import { type Ctx, faultOf, type Html, type Screen, typed } from '../platform/screen.ts'
import { Radios, Tick } from '../platform/ui/choices.tsx'
import { TextArea } from '../platform/ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form, Link, LinkButton } from '../platform/ui/form.tsx'
import { Aside, Lead, Notice } from '../platform/ui/parts.tsx'
import { YearNumbers } from '../platform/ui/numbers.tsx'
import { Table } from '../platform/ui/table.tsx'
import { Timeline } from '../platform/ui/timeline.tsx'
import { type SparringKind, sparringKinds, sparringRights, type SparringTo, sparringTo } from './sparring.ts'
import type { countPage, listPage, threadPage } from './sparring-actions.ts'
import { da } from './sparring.da.ts'
import { en } from './sparring.en.ts'

export const sparringText = (ctx: Pick<Ctx, 'lang'>) => (ctx.lang === 'da' ? da : en)
const faults = (ctx: Ctx) => <ErrorSummary errors={(ctx.sent?.faults ?? []).map(it => ({ field: it.field || undefined, text: ctx.say(it.code) }))} />

export function listScreen(all: Awaited<ReturnType<typeof listPage.run>>, ctx: Ctx): Screen {
  const text = sparringText(ctx)
  const state = (it: (typeof all)[number]) => {
    if (!it.due) return text.answered
    const day = sayDay(dayOf(it.due), ctx.lang)
    return <span class={it.due <= ctx.now ? 'late' : undefined}>{it.askedBy === ctx.actor.id ? text.waits(day) : text.waitsYou(day)}</span>
  }
  return {
    title: text.title,
    body: (
      <>
        <h1>{text.title}</h1>
        <Lead>{text.lead}</Lead>
        <Actions><LinkButton href="/sparring/ny">{text.ask}</LinkButton></Actions>
        <Table caption={text.title} captionHidden empty={text.none} columns={Object.values(text.columns).map(label => ({ label }))}
          rows={all.map(it => [
            <Link href={`/sparring/${it.id}`}>{text.kinds[it.kind]}</Link>, text.between(it.askedBy === ctx.actor.id ? text.you : `${it.askedName}, ${it.organisation}`, inSentence(text.to[it.to])), state(it), sayDay(dayOf(it.at), ctx.lang),
          ])} />
        {ctx.actor.roles.some(role => sparringRights['sparring.count'].some(it => it.by === role)) && <p><Link href="/sparring/tal">{text.counts}</Link></p>}
      </>
    ),
  }
}

/** Said before anybody types. */
const Rule = ({ ctx }: { readonly ctx: Ctx }): Html => <Aside kind="rule" heading={sparringText(ctx).rule}><p>{sparringText(ctx).ruleText}</p></Aside>
/** Only after something was pointed out. */
function LookedAgain({ ctx }: { readonly ctx: Ctx }): Html | null {
  const pointed = ctx.sent?.faults.some(it => it.code.includes('looks-like') && !it.code.endsWith('cpr'))
  return pointed ? <Tick name="again" label={sparringText(ctx).again} /> : null
}

export function askScreen(_: undefined, ctx: Ctx): Screen {
  const text = sparringText(ctx)
  return {
    title: text.askTitle,
    body: (
      <>
        {faults(ctx)}
        <p class="screen-only"><Link href="/sparring">{text.back}</Link></p>
        <h1>{text.askTitle}</h1>
        <Rule ctx={ctx} />
        <Form action="/sparring/ny" hidden={{ once: ctx.once }}>
          <Radios name="to" label={text.askTo} value={typed(ctx, 'to') || undefined} error={faultOf(ctx, 'to')} choices={sparringTo.map(value => ({ value, label: text.to[value] }))} />
          <Radios name="kind" label={text.kind} value={typed(ctx, 'kind') || undefined} error={faultOf(ctx, 'kind')} choices={sparringKinds.map(value => ({ value, label: text.kinds[value] }))} />
          <TextArea name="text" label={text.text} hint={text.textHint} rows={5} maxlength={2000} value={typed(ctx, 'text')} error={faultOf(ctx, 'text')} />
          <LookedAgain ctx={ctx} />
          <Actions><Button>{text.send}</Button></Actions>
        </Form>
      </>
    ),
  }
}

export function threadScreen({ thread: it, messages }: Awaited<ReturnType<typeof threadPage.run>>, ctx: Ctx): Screen {
  const text = sparringText(ctx)
  const mine = it.askedBy === ctx.actor.id
  const title = text.threadTitle(`${text.kinds[it.kind].replace(/\?$/, '')}.`, inSentence(text.to[it.to]))
  return {
    title: text.title,
    body: (
      <>
        {faults(ctx)}
        <p class="screen-only"><Link href="/sparring">{text.back}</Link></p>
        <h1>{title}</h1>
        {it.due && <Lead>{mine ? text.waits(sayDay(dayOf(it.due), ctx.lang)) : text.waitsYou(sayDay(dayOf(it.due), ctx.lang))}.</Lead>}
        <Timeline open={9} items={messages.map(one => ({
          title: one.by === ctx.actor.id ? text.you : `${one.byName}, ${one.organisation}`, state: 'done' as const, when: sayTime(one.at, ctx.lang), body: <p class="told">{one.text}</p>,
        }))} />
        <Rule ctx={ctx} />
        <Form action={`/sparring/${it.id}`} hidden={{ once: ctx.once }}>
          <TextArea name="text" label={mine ? text.more : text.reply} rows={4} maxlength={2000} value={typed(ctx, 'text')} error={faultOf(ctx, 'text')} />
          <LookedAgain ctx={ctx} />
          <Actions><Button kind={mine ? 'secondary' : 'primary'}>{mine ? text.follow : text.answer}</Button></Actions>
        </Form>
      </>
    ),
  }
}

export function countScreen(all: Awaited<ReturnType<typeof countPage.run>>, ctx: Ctx): Screen {
  const text = sparringText(ctx)
  return {
    title: text.countTitle,
    body: (
      <>
        <p class="screen-only"><Link href="/sparring">{text.back}</Link></p>
        <h1>{text.countTitle}</h1>
        <Lead>{text.countLead}</Lead>
        <p>{text.countYears}</p>
        {all.map(it => (
          <YearNumbers heading={text.year(String(it.year))} rows={!it.kinds.parts ? [{ name: text.questions, total: it.kinds.total, parts: undefined }] : [
            { name: text.byKind, total: it.kinds.total, parts: it.kinds.parts?.map(part => ({ ...part, name: text.kinds[part.name as SparringKind] })) },
            { name: text.byReceiver, total: it.receivers.total, parts: it.receivers.parts?.map(part => ({ ...part, name: text.to[part.name as SparringTo] })) },
          ]} />
        ))}
      </>
    ),
  }
}

/** On the receiver's first page and inbox while something waits. */
export const SparringWaits = ({ waiting, ctx }: { readonly waiting: { readonly n: number; readonly due: Date | null }; readonly ctx: Ctx }): Html | null => (waiting.n === 0 || !waiting.due ? null
  : <Notice><p>{sparringText(ctx).waiting(waiting.n, sayDay(dayOf(waiting.due), ctx.lang))} <Link href="/sparring">{sparringText(ctx).read}</Link></p></Notice>)
