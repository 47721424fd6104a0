// The tovholder's desk: what happened, meetings, decisions, and numbers without persons.
import type { Role } from '../kernel/actor.ts'
import { type Day, dayOf, sayDay } from '../kernel/day.ts'
import { inSentence, sayRole } from '../directory/say.ts'
import { type Ctx, faultOf, type Html, type Screen, typed } from '../platform/screen.ts'
import { Radios, Select } from '../platform/ui/choices.tsx'
import { DateInput, FieldRow, TextArea } from '../platform/ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form, Link, PostButton } from '../platform/ui/form.tsx'
import { Lead, Notice } from '../platform/ui/parts.tsx'
import { YearNumbers } from '../platform/ui/numbers.tsx'
import { Table } from '../platform/ui/table.tsx'
import type { MeetingPage, numbers, overview, reminders } from './actions.ts'
import { bodies, type Point } from './rules.ts'
import type { OwnDecision } from './store.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

export const words = (ctx: Pick<Ctx, 'lang'>) => (ctx.lang === 'da' ? da : en)
export const errors = (ctx: Ctx): Html | null => <ErrorSummary errors={(ctx.sent?.faults ?? []).map(it => ({ field: it.field || undefined, text: ctx.say(it.code) }))} />
const roleName = (role: Role, ctx: Ctx): string => inSentence(sayRole(role, ctx.lang))

export function sayPoint(it: Point, ctx: Ctx): string {
  const { points } = words(ctx)
  switch (it.kind) {
    case 'vacancy': return points.vacancy(roleName(it.role, ctx), sayDay(it.from, ctx.lang))
    case 'late': case 'declined': return points[it.kind](it.cases.join(', '))
    case 'calls': case 'tracks': return points[it.kind](it.lines.map(one => points.missed(one.number, sayDay(one.due, ctx.lang), one.name)).join('; '))
    case 'noOwner': return points.noOwner(String(it.year))
    default: return points[it.kind](it.count)
  }
}
const Points = ({ all, ctx }: { readonly all: readonly Point[]; readonly ctx: Ctx }): Html =>
  (all.length === 0 ? <p class="quiet">{words(ctx).agendaNone}</p> : <ul>{all.map(it => <li>{sayPoint(it, ctx)}</li>)}</ul>)

type Overview = Awaited<ReturnType<typeof overview.run>>
export function overviewScreen({ by, meetings, agenda, decisions }: Overview, ctx: Ctx): Screen {
  const text = words(ctx)
  return {
    title: text.title,
    body: (
      <>
        {errors(ctx)}
        <h1>{text.title}</h1>
        <Lead>{text.lead}</Lead>
        <ul class="plain-list">
          <li><Link href="/styring/lever-videre">{text.pages.alive}</Link></li>
          <li><Link href="/styring/aendringer">{text.pages.changes}</Link></li>
          <li><Link href="/styring/tal">{text.pages.numbers}</Link></li>
        </ul>
        <h2>{text.agenda}</h2>
        <Points all={agenda} ctx={ctx} />
        {decisions.length > 0 && <h2>{text.openDecisions}</h2>}
        {decisions.length > 0 && <Table caption={text.openDecisions} captionHidden columns={[text.columns.what, text.columns.who, text.columns.due].map(label => ({ label }))}
          rows={decisions.map(it => [<Link href={`/styring/moeder/${it.meeting}`}>{it.decided}</Link>, it.ownerName, <DueDay due={it.due} ctx={ctx} />])} />}
        <h2>{text.meetings}</h2>
        {meetings.length === 0 && <p class="quiet">{text.noMeetings}</p>}
        <ul class="plain-list">{meetings.map(it => <li><Link href={`/styring/moeder/${it.id}`}>{text.meeting(text.bodies[it.body], sayDay(it.onDay, ctx.lang))}</Link></li>)}</ul>
        {by === 'tovholder' && <CallForm ctx={ctx} />}
      </>
    ),
  }
}

function DueDay({ due, ctx }: { readonly due: Day; readonly ctx: Ctx }): Html {
  const late = due < dayOf(ctx.now)
  return <span class={late ? 'late' : undefined}>{sayDay(due, ctx.lang)}{late && `, ${words(ctx).late}`}</span>
}

function CallForm({ ctx }: { readonly ctx: Ctx }): Html {
  const text = words(ctx)
  return (
    <>
      <h2>{text.callTitle}</h2>
      <Form action="/styring" hidden={{ once: ctx.once }}>
        <p class="form-hint">{text.callHint}</p>
        <Radios name="body" label={text.who} inline value={typed(ctx, 'body') || undefined} error={faultOf(ctx, 'body')} choices={bodies.map(it => ({ value: it, label: text.bodies[it] }))} />
        <DateInput name="onDay" label={text.day} error={faultOf(ctx, 'onDay')} value={typed(ctx, 'onDay')} />
        <TextArea name="ownPoints" label={text.own} hint={text.noPersons} optional rows={3} maxlength={4000} error={faultOf(ctx, 'ownPoints')} value={typed(ctx, 'ownPoints')} />
        <Actions><Button>{text.call}</Button></Actions>
      </Form>
    </>
  )
}

export function meetingScreen(page: MeetingPage, ctx: Ctx): Screen {
  const text = words(ctx)
  const { meeting: it, by } = page
  const title = text.meeting(text.bodies[it.body], sayDay(it.onDay, ctx.lang))
  const mine = by === 'tovholder'
  return {
    title,
    body: (
      <>
        <p class="screen-only"><Link href="/styring">{text.title}</Link></p>
        {errors(ctx)}
        <h1>{title}</h1>
        <Lead>{text.calledBy(it.byName, sayDay(dayOf(it.at), ctx.lang))}</Lead>
        <Points all={it.agenda} ctx={ctx} />
        {it.ownPoints !== '' && <><h2>{text.own}</h2><p class="told">{it.ownPoints}</p></>}
        <h2>{text.decisions}</h2>
        <Decisions page={page} ctx={ctx} />
        {mine && <DecideForm page={page} ctx={ctx} />}
        <h2>{text.minutes}</h2>
        {!mine && <p class="told">{it.minutes ?? text.noMinutes}</p>}
        {mine && (
          <Form action={`/styring/moeder/${it.id}/referat`} hidden={{ once: ctx.once, before: it.minutesAt?.toISOString() ?? '' }}>
            <TextArea name="minutes" label={text.minutes} hint={text.noPersons} rows={10} maxlength={12_000} error={faultOf(ctx, 'minutes')} value={ctx.sent ? typed(ctx, 'minutes') || (it.minutes ?? '') : it.minutes ?? ''} />
            <Actions><Button>{text.writeMinutes}</Button></Actions>
          </Form>
        )}
      </>
    ),
  }
}

function Decisions({ page, ctx }: { readonly page: MeetingPage; readonly ctx: Ctx }): Html {
  const text = words(ctx)
  return (
    <Table caption={text.decisions} captionHidden empty={text.noDecisions} columns={[text.columns.what, text.columns.who, text.columns.due, ...(page.by === 'tovholder' ? [text.columns.act] : [])].map(label => ({ label }))}
      rows={page.decisions.map(it => [
        it.decided, it.ownerName, it.doneAt ? text.doneOn(sayDay(dayOf(it.doneAt), ctx.lang)) : <DueDay due={it.due} ctx={ctx} />,
        ...(page.by === 'tovholder' ? [it.doneAt ? '' : <PostButton action={`/styring/moeder/${page.meeting.id}/beslutning/${it.id}`} label={<>{text.done}<span class="sr-only">: {it.decided}</span></>} kind="quiet" />] : []),
      ])} />
  )
}

export const Who = ({ name, label, people, ctx }: { readonly name: string; readonly label: string; readonly people: readonly { readonly id: string; readonly name: string }[]; readonly ctx: Ctx }): Html =>
  <Select name={name} label={label} error={faultOf(ctx, name)} value={typed(ctx, name)} choices={people.map(it => ({ value: it.id, label: it.name }))} />

function DecideForm({ page, ctx }: { readonly page: MeetingPage; readonly ctx: Ctx }): Html {
  const text = words(ctx)
  return (
    <Form action={`/styring/moeder/${page.meeting.id}/beslutning`} hidden={{ once: ctx.once }}>
      <TextArea name="decided" label={text.decided} hint={text.noPersons} rows={2} maxlength={2000} error={faultOf(ctx, 'decided')} value={typed(ctx, 'decided')} />
      <FieldRow>
        <Who name="owner" label={text.owner} people={page.people} ctx={ctx} />
        <DateInput name="due" label={text.due} error={faultOf(ctx, 'due')} value={typed(ctx, 'due')} />
      </FieldRow>
      <Actions><Button kind="secondary">{text.addDecision}</Button></Actions>
    </Form>
  )
}

export function numbersScreen(years: Awaited<ReturnType<typeof numbers.run>>, ctx: Ctx): Screen {
  const text = words(ctx)
  const partNames: Readonly<Record<string, string>> = text.numbers.parts
  return {
    title: text.pages.numbers,
    body: (
      <>
        <p class="screen-only"><Link href="/styring">{text.title}</Link></p>
        <h1>{text.pages.numbers}</h1>
        <Lead>{text.numbers.lead}</Lead>
        <p>{text.numbers.running}</p>
        {years.map(({ year, shown }) => (
          <YearNumbers heading={text.numbers.year(String(year))}
            rows={shown.map(it => ({ name: text.numbers.what[it.what], total: it.total, parts: it.parts?.map(part => ({ ...part, name: partNames[part.name] ?? part.name })) }))} />
        ))}
      </>
    ),
  }
}

/** On the home page of whoever was given a decision to carry out. */
export function OwnDecisions({ all, ctx }: { readonly all: readonly OwnDecision[]; readonly ctx: Ctx }): Html | null {
  const text = words(ctx).mine
  if (all.length === 0) return null
  return (
    <Notice kind={all.some(it => it.due < dayOf(ctx.now)) ? 'warn' : 'info'} heading={text.title(all.length)}>
      <ul>{all.map(it => <li>{it.decided} <span class={it.due < dayOf(ctx.now) ? 'late' : undefined}>{text.by(sayDay(it.due, ctx.lang))}</span> {text.from(sayDay(it.onDay, ctx.lang))}</li>)}</ul>
      <p>{text.then}</p>
    </Notice>
  )
}

/** On top of the tovholder's home page, when something is late. */
export function Remind({ it, ctx }: { readonly it: Awaited<ReturnType<typeof reminders>>; readonly ctx: Ctx }): Html | null {
  const text = words(ctx)
  const points: readonly Point[] = [
    ...(it.owner ? [] : [{ kind: 'noOwner' as const, year: it.year }]), ...(it.untold > 0 ? [{ kind: 'untold' as const, count: it.untold }] : []), ...(it.newcomers > 0 ? [{ kind: 'newcomers' as const, count: it.newcomers }] : []),
  ]
  if (points.length === 0) return null
  return <Notice kind="info" heading={text.remind.title}><ul>{points.map(one => <li>{sayPoint(one, ctx)}</li>)}</ul><p><Link href="/styring/lever-videre">{text.pages.alive}</Link></p></Notice>
}
