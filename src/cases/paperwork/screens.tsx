// The law's paperwork of a case: marks, and who has asked to see it.
import type { PropsWithChildren } from 'hono/jsx'
import { dayOf, sayDay, sayTime } from '../../kernel/day.ts'
import { type Ctx, faultOf, type Html, type Screen, typed } from '../../platform/screen.ts'
import { DateInput, TextArea } from '../../platform/ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form, Link, LinkButton } from '../../platform/ui/form.tsx'
import { Lead, Notice, SummaryList } from '../../platform/ui/parts.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { SafeHref } from '../../platform/ui/href.ts'
import { CaseFrame } from '../coordination/frame.tsx'
import { da } from './text.da.ts'
import { en } from './text.en.ts'
import { cannotMark } from './rules.ts'
import type { marks, PapersPage } from './actions.ts'
import type { DueRequest, LockedRow, RequestRow } from './store.ts'

export const paperWords = (ctx: Pick<Ctx, 'lang'>) => (ctx.lang === 'da' ? da : en)
export const errors = (ctx: Ctx): Html | null => <ErrorSummary errors={(ctx.sent?.faults ?? []).map(it => ({ field: it.field || undefined, text: ctx.say(it.code) }))} />
export const dueOf = (it: Pick<RequestRow, 'due' | 'toldUntil'>, ctx: Ctx): string => paperWords(ctx).access.due(sayDay(it.toldUntil ?? dayOf(it.due), ctx.lang))
export const isLate = (it: Pick<RequestRow, 'due' | 'toldUntil'>, ctx: Ctx): boolean => (it.toldUntil ? it.toldUntil < dayOf(ctx.now) : it.due <= ctx.now)

/** As every page of a case; of a locked one nothing else is read. */
function PapersFrame(props: PropsWithChildren<{ readonly page: Pick<PapersPage, 'now' | 'rule'>; readonly ctx: Ctx; readonly title: string; readonly lead: string; readonly under?: { readonly href: SafeHref; readonly label: string } }>): Html {
  const { page: { now, rule }, ...rest } = props
  if (rule) return <CaseFrame frame={{ now, rule }} onWork {...rest} />
  return (
    <>
      {errors(props.ctx)}
      {props.under && <p class="screen-only"><Link href={props.under.href}>{props.under.label}</Link></p>}
      <h1>{props.title}</h1>
      <Lead>{props.lead}</Lead>
      {props.children}
    </>
  )
}

export const papersScreen = (all: typeof marks) => (page: PapersPage, ctx: Ctx): Screen => {
  const text = paperWords(ctx)
  const { now: it, papers, place } = page
  const locked = papers.locked !== undefined
  const rests = it.status === 'closed' && it.next === 'none'
  const mine = all.filter(one => (locked ? one.kind === 'unlock' : page.by === 'visitator' || one.kind !== 'lock') && !cannotMark(one.kind, papers, rests))
  return {
    title: text.title,
    body: (
      <PapersFrame page={page} ctx={ctx} title={text.title} lead={text.lead}>
        {locked && <Notice kind="warn" heading={text.locked}><p>{text.lockedText}</p></Notice>}
        {!locked && page.by !== 'leader' && <Requests page={page} ctx={ctx} />}
        <h2>{text.kept}</h2>
        <Marks page={page} ctx={ctx} />
        <h2>{text.other}</h2>
        <ul class="plain-list">{mine.map(one => <li><Link href={`/sager/${it.id}/papirer/${one.word}`}>{text.doing[one.kind]}</Link></li>)}</ul>
        {page.by !== 'leader' && <h2>{text.keeping}</h2>}
        {page.by !== 'leader' && <SummaryList rows={[
          { term: text.kle, value: page.suggested ? text.suggested(place.kle) : place.kle }, { term: text.facet, value: place.facet || text.notDecided },
          { term: text.retention, value: place.retention || text.notDecided }, { term: text.closedYear, value: page.closedYear === undefined ? text.stillOpen : String(page.closedYear) },
        ]} />}
      </PapersFrame>
    ),
  }
}

function Marks({ page, ctx }: { readonly page: PapersPage; readonly ctx: Ctx }): Html {
  const text = paperWords(ctx)
  return (
    <Table caption={text.title} captionHidden empty={text.none} columns={[text.columns.what, text.columns.when, text.columns.who, text.columns.why].map(label => ({ label }))}
      rows={[...page.marks].reverse().map(it => [
        [text.kinds[it.kind], it.untilDay && text.untilDay(sayDay(it.untilDay, ctx.lang)), it.kind === 'journalise' && text.upTo(it.uptoSeq)].filter(Boolean).join(', '),
        sayTime(it.at, ctx.lang), it.byName, <>{it.said.reason}{it.said.wayIn && <> {text.wayIn} {it.said.wayIn}</>}</>,
      ])} />
  )
}

function Requests({ page, ctx }: { readonly page: PapersPage; readonly ctx: Ctx }): Html {
  const text = paperWords(ctx).access
  return (
    <>
      <h2>{text.title}</h2>
      {page.requests.length === 0 && <p>{text.none}</p>}
      <ul class="plain-list">
        {page.requests.map(it => (
          <li>{text.askers[it.askedBy]}, {sayDay(it.receivedOn, ctx.lang)}. {it.decidedAt ? `${paperWords(ctx).access.answer}: ${sayDay(dayOf(it.decidedAt), ctx.lang)}` : <strong>{dueOf(it, ctx)}</strong>} · <Link href={`/sager/${page.now.id}/aktindsigt/${it.id}`}>{text.open}</Link></li>
        ))}
      </ul>
      <Actions>
        <LinkButton kind="secondary" href={`/sager/${page.now.id}/aktindsigt`}>{text.adds.hers}</LinkButton>
        <LinkButton kind="secondary" href={`/sager/${page.now.id}/indsigt-den-anden-part`}>{text.adds.others}</LinkButton>
      </Actions>
    </>
  )
}

/** The page of one mark: what it means, a reason, and one button. */
export const markScreen = ({ kind, word }: Pick<(typeof marks)[number], 'kind' | 'word'>) => (page: PapersPage, ctx: Ctx): Screen => {
  const text = paperWords(ctx)
  const { now: it } = page
  return {
    title: text.doing[kind],
    body: (
      <PapersFrame page={page} ctx={ctx} title={text.doing[kind]} lead={text.about[kind]} under={{ href: `/sager/${it.id}/papirer`, label: text.title }}>
        <Form action={`/sager/${it.id}/papirer/${word}`} hidden={{ once: ctx.once }}>
          <TextArea name="reason" label={text.reason} rows={3} maxlength={4000} error={faultOf(ctx, 'reason')} value={typed(ctx, 'reason')} />
          {kind === 'restrict' && <TextArea name="wayIn" label={text.wayIn} hint={text.wayInHint} rows={2} maxlength={1000} error={faultOf(ctx, 'wayIn')} value={typed(ctx, 'wayIn')} />}
          {kind === 'restrict' && <DateInput name="untilDay" label={text.until} error={faultOf(ctx, 'untilDay')} value={typed(ctx, 'untilDay')} />}
          <Actions><Button>{text.save}</Button></Actions>
        </Form>
      </PapersFrame>
    ),
  }
}

export function lockedScreen(rows: readonly LockedRow[], ctx: Ctx): Screen {
  const text = paperWords(ctx).lockedList
  return {
    title: text.title,
    body: (
      <>
        <h1>{text.title}</h1>
        <Lead>{text.lead}</Lead>
        <Table caption={text.title} captionHidden empty={text.empty} columns={[text.number, text.since, paperWords(ctx).columns.who].map(label => ({ label }))}
          rows={rows.map(it => [<Link href={`/sager/${it.id}/papirer`}>{it.number}</Link>, sayTime(it.at, ctx.lang), it.byName])} />
      </>
    ),
  }
}

/** On top of the inbox. `locked`: how many cases nobody can read. */
export function AccessWaits({ rows, locked, ctx }: { readonly rows: readonly DueRequest[]; readonly locked: number; readonly ctx: Ctx }): Html {
  const text = paperWords(ctx)
  return (
    <>
      {rows.length > 0 && (
        <Notice kind={rows.some(it => isLate(it, ctx)) ? 'warn' : 'info'} heading={text.access.inbox}>
          <ul>{rows.map(it => <li><Link href={`/sager/${it.caseId}/aktindsigt/${it.id}`}>{text.access.inboxLine(it.number, dueOf(it, ctx))}</Link></li>)}</ul>
        </Notice>
      )}
      {locked > 0 && <p class="quiet"><Link href="/laaste-sager">{text.lockedList.title}</Link> ({locked})</p>}
    </>
  )
}

/** What the folder on the case says about it. */
export const paperNote = (waits: number, restrictedUntil: string | undefined, ctx: Ctx): string | undefined =>
  [waits > 0 && paperWords(ctx).access.waits(waits), restrictedUntil && `${paperWords(ctx).kinds.restrict.toLowerCase()} ${paperWords(ctx).untilDay(restrictedUntil)}`].filter(Boolean).join(', ') || undefined
