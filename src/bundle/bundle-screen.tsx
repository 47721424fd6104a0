// The last two steps: the file itself and how it is handed in and checked; and what was recorded of it.
import { dayOf, readDay, sayDay, sayTime } from '../kernel/day.ts'
import { type Ctx, faultOf, type Html, type Screen, typed } from '../platform/screen.ts'
import { Radios, Tick } from '../platform/ui/choices.tsx'
import { DateInput, TextInput, TimeInput } from '../platform/ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form, Link, LinkButton } from '../platform/ui/form.tsx'
import type { SafeHref } from '../platform/ui/href.ts'
import { Details, Lead, Notice, SummaryList } from '../platform/ui/parts.tsx'
import { faultList, madeOn, Trail } from './choose-screen.tsx'
import { windowsCheck } from './check-script.ts'
import type { BundlePage, Receipt } from './delivery.ts'
import { agreements } from '../cases/told-first/rules.ts'
import { journals, ways } from './input.ts'
import { Pointed } from './look-screen.tsx'
import { writeNumbers } from './numbers.ts'
import { textOf } from './preview.ts'
import type { Progress } from './progress.ts'

interface Drawn { readonly page: BundlePage; readonly ctx: Ctx }
const home = ({ at }: BundlePage): SafeHref => at.slice(0, at.lastIndexOf('/')) as SafeHref
const isOwn = (page: BundlePage): boolean => page.at.startsWith('/noter/')

export function bundleScreen(page: BundlePage, ctx: Ctx): Screen {
  const text = textOf(ctx.lang)
  const { state } = page.it
  const title = text.have.title(madeOn(page.it, ctx))
  const open = state === 'made' || state === 'delivered'
  return {
    title,
    body: (
      <>
        <p class="screen-only"><Link href={home(page)}>{text.have.back}</Link></p>
        <h1>{title}</h1>
        <Lead>{text.states[state]}.</Lead>
        <ErrorSummary errors={faultList(ctx)} />
        {open ? (
          <>
            <Trail ctx={ctx} now={state === 'made' ? 'have' : 'deliver'} choose={home(page)} done={state === 'delivered'} />
            {page.delivery && <Delivered page={page} ctx={ctx} />}
            <TheFile page={page} ctx={ctx} />
            {state === 'made' && <><Advice page={page} ctx={ctx} /><HowToCheck ctx={ctx} /><DeliverForm page={page} ctx={ctx} /></>}
            {state === 'delivered' && <><HowToCheck ctx={ctx} /><Answer page={page} ctx={ctx} /></>}
          </>
        ) : <Notice><p>{state === 'withdrawn' ? text.have.withdrawn : text.have.destroyed}</p></Notice>}
      </>
    ),
  }
}

const grouped = (hex: string): string => hex.replaceAll(/(.{8})(?=.)/g, '$1 ')

function TheFile({ page, ctx }: Drawn): Html {
  const { have, look } = textOf(ctx.lang)
  const { it, kept } = page
  const later = (kept?.decided ?? []).filter(one => one.answer === 'later')
  return (
    <section>
      {later.length > 0 && it.state === 'made' && <Notice kind="warn" heading={have.later}><p>{have.laterLead}</p><Details summary={look.asks(new Set(later.map(one => one.entry)).size)}><Pointed found={later} ctx={ctx} /></Details></Notice>}
      <Actions><LinkButton href={`${page.at}/hent`} kind={it.state === 'made' ? 'primary' : 'secondary'}>{have.fetch}</LinkButton></Actions>
      <p class="quiet">{have.fetchHint} {isOwn(page) && have.fetchSafe}</p>
      <SummaryList rows={[
        { term: have.entries, value: String(it.entries.length) }, { term: have.size, value: sizeSaid(it.bytes) }, { term: have.purpose, value: kept?.purpose },
        { term: have.digest, value: <code>{grouped(it.sha256)}</code> }, { term: have.head, value: <code>{grouped(it.headSeal)}</code> },
      ]} />
      {it.state === 'made' && <p>{have.write}</p>}
      {kept && kept.left.length > 0 && <p class="quiet">{have.left(writeNumbers(kept.left).replaceAll('.', ', '))}</p>}
    </section>
  )
}

const sizeSaid = (bytes: number): string => (bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`)

function Advice({ page, ctx }: Drawn): Html {
  const { have } = textOf(ctx.lang)
  return <section><h2>{have.advice}</h2><ul>{(isOwn(page) ? have.adviceLines : have.adviceLinesCase).map(it => <li>{it}</li>)}</ul></section>
}

function HowToCheck({ ctx }: { readonly ctx: Ctx }): Html {
  const { have } = textOf(ctx.lang)
  const [unpack, files, all, needs] = have.checkLines
  return (
    <Details summary={have.check}>
      <p>{have.sameDigest}</p>
      <ol>
        <li>{unpack}</li>
        <li>{files}<br /><code>sha256sum -c manifest-sha256.txt</code></li>
        <li>{all}<br /><code>sh data/verify.sh</code></li>
      </ol>
      <p>{have.windows}<br /><code>{windowsCheck}</code></p>
      <p>{needs}</p>
    </Details>
  )
}

function DeliverForm({ page, ctx }: Drawn): Html {
  const text = textOf(ctx.lang).deliver
  const today = dayOf(ctx.now)
  return (
    <Details summary={text.title} open={ctx.sent !== undefined}>
      <p>{text.lead}</p>
      <Form action={`${page.at}/afleveret`} hidden={{ once: ctx.once }}>
        <Radios name="how" label={text.how} value={typed(ctx, 'how')} error={faultOf(ctx, 'how')} choices={ways.map(it => ({ value: it, label: text.ways[it] }))} />
        <DateInput name="day" label={text.day} max={today} value={ctx.sent ? typed(ctx, 'day') : today} error={faultOf(ctx, 'day')} />
        <TimeInput name="time" label={text.time} hint={text.timeHint} value={typed(ctx, 'time')} error={faultOf(ctx, 'time')} />
        <TextInput name="to" label={text.to} hint={text.toHint} width="full" value={typed(ctx, 'to')} error={faultOf(ctx, 'to')} />
        <Tick name="sure" label={text.sure} error={faultOf(ctx, 'sure')} checked={typed(ctx, 'sure') === 'yes'} />
        <Actions><Button kind="secondary">{text.button}</Button></Actions>
      </Form>
    </Details>
  )
}

function Delivered({ page, ctx }: Drawn): Html | null {
  const text = textOf(ctx.lang).deliver
  const said = page.delivery?.said
  if (!said) return null
  const day = readDay(said.day)
  const clock = said.time === '' ? '' : ctx.lang === 'da' ? ` kl. ${said.time.replace(':', '.')}` : ` at ${said.time}`
  return (
    <Notice kind="done" heading={text.done}>
      <p>{text.doneLead}</p>
      <SummaryList rows={[{ term: text.when, value: day && `${sayDay(day, ctx.lang)}${clock}` }, { term: text.who, value: said.to }, { term: text.how, value: text.ways[said.how] }, { term: textOf(ctx.lang).have.digest, value: <code>{grouped(page.it.sha256)}</code> }]} />
    </Notice>
  )
}

function Answer({ page, ctx }: Drawn): Html {
  const text = textOf(ctx.lang).receipt
  const [newest, ...before] = page.receipts
  if (!newest) return <section><h2>{text.title}</h2><ReceiptForm page={page} ctx={ctx} main /></section>
  return (
    <section>
      <h2>{text.title}</h2>
      {newest.said.first !== 'agreed' && <Notice kind="warn"><p>{text.notAgreed}</p></Notice>}
      <SummaryList rows={answerRows(newest.said, newest.at, ctx)} />
      {before.length > 0 && <Details summary={text.earlier}>{before.map(it => <SummaryList rows={answerRows(it.said, it.at, ctx)} />)}</Details>}
      <Details summary={text.change} open={ctx.sent !== undefined}><ReceiptForm page={page} ctx={ctx} /></Details>
    </section>
  )
}

function answerRows(it: Receipt, at: Date, ctx: Ctx) {
  const text = textOf(ctx.lang).receipt
  return [
    { term: text.numberField, value: it.journal === 'number' ? it.number : text.noneSaid }, { term: text.officer, value: it.officer || undefined },
    { term: text.phone, value: it.phone || undefined }, { term: text.first, value: text.agreements[it.first] }, { term: text.kept, value: sayTime(at, ctx.lang) },
  ]
}

function ReceiptForm({ page, ctx, main = false }: Drawn & { readonly main?: boolean }): Html {
  const text = textOf(ctx.lang).receipt
  return (
    <Form action={`${page.at}/kvittering`} hidden={{ once: ctx.once }}>
      <Radios name="journal" label={text.journal} value={typed(ctx, 'journal')} error={faultOf(ctx, 'journal')} choices={journals.map(it => (it === 'number'
        ? { value: it, label: text.number, inside: <TextInput name="number" label={text.numberField} value={typed(ctx, 'number')} error={faultOf(ctx, 'number')} /> }
        : { value: it, label: text.none }))} />
      <TextInput name="officer" label={text.officer} optional value={typed(ctx, 'officer')} error={faultOf(ctx, 'officer')} />
      <TextInput name="phone" label={text.phone} optional type="tel" value={typed(ctx, 'phone')} error={faultOf(ctx, 'phone')} />
      <Radios name="first" label={text.first} value={typed(ctx, 'first')} error={faultOf(ctx, 'first')} choices={agreements.map(it => ({ value: it, label: text.agreements[it] }))} />
      <Actions><Button kind={main ? 'primary' : 'secondary'}>{text.button}</Button></Actions>
    </Form>
  )
}

/** While it is being made: the count in words. The browser asks again every three seconds, with or without JavaScript. */
export function waitScreen({ at, progress }: { readonly at: SafeHref; readonly progress: Progress | undefined }, ctx: Ctx): Screen {
  const text = textOf(ctx.lang).wait
  const ready: SafeHref | undefined = progress?.made === undefined ? undefined : `${at}/${progress.made}`
  const waits = progress !== undefined && !progress.failed
  return {
    title: text.title,
    ...(waits && { refresh: ready ? { seconds: 1, to: ready } : { seconds: 3 } }),
    body: (
      <>
        <h1>{text.title}</h1>
        {ready ? <Actions><LinkButton href={ready}>{text.see}</LinkButton></Actions> : progress === undefined || progress.failed ? (
          <><p>{progress?.failed ? text.failed : text.nothing}</p><Actions><LinkButton href={at} kind="secondary">{text.back}</LinkButton></Actions></>
        ) : (
          <><Lead>{text.lead}</Lead><p role="status">{progress.of > 0 ? text.done(progress.done, progress.of) : text.paper}</p></>
        )}
      </>
    ),
  }
}
