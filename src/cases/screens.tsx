import type { Child } from 'hono/jsx'
import { dayOf, daysBetween, type Lang, sayDay, sayTime } from '../kernel/day.ts'
import { homeScreen as modelScreen, type Waits } from '../directory/screens.tsx'
import { given, type Answers, type Form } from '../forms/rules.ts'
import type { Look } from '../journal/store.ts'
import type { Ctx, Html, Screen } from '../platform/screen.ts'
import { Baton, type BatonAction } from '../platform/ui/baton.tsx'
import { ErrorSummary, Link, PostButton } from '../platform/ui/form.tsx'
import { type SafeHref, tel } from '../platform/ui/href.ts'
import { Aside, Columns, Details, Lead, Notice } from '../platform/ui/parts.tsx'
import { Table } from '../platform/ui/table.tsx'
import { Timeline, type TimelineItem } from '../platform/ui/timeline.tsx'
import { findingWords } from '../toolkit/rules.ts'
import { formOf } from '../toolkit/tools.ts'
import type { caseAction, CasePage, homeAction, WaitingRow } from './actions.ts'
import { HerRuleBox } from './her-rule/screens.tsx'
import { type Move, type Next, steps } from './rules.ts'
import { PaperAnswers } from './coordination/frame.tsx'
import { caseText, sayDue, sayHolder } from './say.ts'
import type { ReadEvent } from './write.ts'

/** The picture of the model, with what waits in the reader's box; `first` is what the rooms above have waiting, before a case's own. */
export function homeScreen({ all, mine, load }: Awaited<ReturnType<typeof homeAction.run>>, ctx: Ctx, first: Waits = {}, notices?: Child): Screen {
  const text = caseText(ctx.lang)
  const onTop = load && load.urgent > 0
    ? <><Notice kind="acute" heading={text.ringNow}><p>{text.ringFirst(load.urgent)} <Link href="/indbakke">{text.inboxTitle}</Link></p></Notice>{notices}</> : notices
  if (!mine || !load || first[mine]) return modelScreen(all, ctx, first, onTop)
  const some = load.count > 0
  return modelScreen(all, ctx, {
    [mine]: {
      text: some ? text.waits(load.count, load.urgent) : text.waitsNone, href: '/indbakke', none: !some,
      ...(some && load.due && load.urgent === 0 && { due: text.waitsDue(sayDue(load.due, ctx.now, ctx.lang)) }),
    },
  }, onTop)
}

/** What rooms above add to the inbox: `first` is somebody who waits to hear from us, `after` what can wait until the cases are seen to. */
export interface MoreOfInbox { readonly first?: Child; readonly after?: Child }

export function inboxScreen(rows: readonly WaitingRow[], ctx: Ctx, { first, after }: MoreOfInbox = {}): Screen {
  const text = caseText(ctx.lang)
  const urgent = rows.filter(it => it.urgent)
  const has = (it: WaitingRow) => (it.has === ctx.actor.id ? text.you : it.hasName)
  return {
    title: text.inboxTitle,
    body: (
      <>
        <h1>{text.inboxTitle}</h1>
        <Lead>{text.inboxLead(rows.length)}</Lead>
        {urgent.map(it => (
          <Notice kind="acute" heading={text.ringNow}>
            <p><strong>{text.ringTo(it.fromName, it.fromUnit)}</strong>{it.fromPhone && <> · <Link href={tel(it.fromPhone)}>{it.fromPhone}</Link> {text.notHers}</>}</p>
            <p>{text.sentAt(sayTime(it.openedAt, ctx.lang))} · <Link href={`/sager/${it.id}`}>{text.openCase(it.number)}</Link></p>
          </Notice>
        ))}
        {first}
        <Table caption={text.inboxTitle} captionHidden empty={urgent.length > 0 ? '' : text.inboxEmpty}
          columns={[{ label: text.columns.number }, { label: text.columns.next }, { label: text.columns.due }, { label: text.columns.from }, { label: text.columns.holder }]}
          rows={rows.filter(it => !it.urgent).map(it => [
            <Link href={`/sager/${it.id}`}>{it.number}</Link>, text.nexts[it.next], it.due ? <Due due={it.due} ctx={ctx} /> : '', it.fromUnit, has(it),
          ])} />
        <p class="screen-only"><Link href="/soeg">{text.find}</Link></p>
        {after}
      </>
    ),
  }
}

function Due(props: { readonly due: Date; readonly ctx: Ctx }) {
  const { due, ctx } = props
  return <span class={due <= ctx.now ? 'late' : undefined}>{sayDue(due, ctx.now, ctx.lang)}</span>
}

type FullPage = Awaited<ReturnType<typeof caseAction.run>>

/** What rooms above add to a case: where referring begins, and boxes beside it. */
export interface MoreOfCase {
  readonly refer?: SafeHref | undefined
  /** Whom a referral waits for: then that is what is next, in place of referring. */
  readonly waits?: { readonly next: string; readonly why: string; readonly due: Date } | undefined
  readonly first?: Child
  readonly asides?: Child
  /** What is kept in the case besides its history: each lies on a page of its own. `note` says what is in it or waits there. */
  readonly folders?: readonly Folder[]
}
export interface Folder { readonly href: SafeHref; readonly label: string; readonly note?: string | undefined }

/** Which page does what is next. */
const pageFor: Readonly<Record<Next, string>> = {
  call: '/opkald', clarify: '/afklaring', 'talk-again': '/afklaring', refer: '/raad', decide: '/luk', 'follow-acute': '/afklaring', meet: '/samtale',
  review: '/samtale', 'call-back': '/opkald', 'await-answer': '/notat', none: '',
}
const pageOf: Partial<Readonly<Record<Move, string>>> = {
  clarify: '/afklaring', advise: '/raad', 'hand-code': '/kode', agree: '/navn', note: '/notat', meet: '/samtale', 'give-back': '/giv-tilbage', close: '/luk', reopen: '/genaabn',
}

export function caseScreen(page: FullPage, ctx: Ctx, more: MoreOfCase = {}): Screen {
  const text = caseText(ctx.lang)
  const { now: it } = page
  const enquiry = page.events[0]
  return {
    title: text.caseTitle(it.number),
    body: (
      <>
        <ErrorSummary errors={(ctx.sent?.faults ?? []).map(one => ({ field: one.field || undefined, text: ctx.say(one.code) }))} />
        <h1>{text.caseTitle(it.number)}</h1>
        <Lead>{text.statuses[it.status]}.{enquiry?.given.from && ` ${text.cameFrom(enquiry.given.from, sayDay(dayOf(enquiry.at), ctx.lang))}`}</Lead>
        <BatonLine page={page} ctx={ctx} refer={more.refer} waits={more.waits} />
        {notAsked(page) && <Notice kind="warn" heading={text.notAskedHeading}><p>{text.notAskedText}</p></Notice>}
        {more.first}
        <Columns
          rule={<HerRuleBox rule={page.rule} lang={ctx.lang} change={`/sager/${page.now.id}/sikker-kontakt`} />}
          aside={<Beside page={page} ctx={ctx} more={more} />}
        >
          <Timeline items={timeline(page, ctx, more.waits)} />
          <Other page={page} ctx={ctx} referring={more.refer !== undefined && goesOn(page)} />
        </Columns>
      </>
    ),
  }
}

/** Whom to call about an urgent enquiry. */
function CallTo(props: { readonly page: CasePage; readonly ctx: Ctx }) {
  const sender = props.page.events[0]
  const phone = sender?.given.phone
  return <>{sender?.byName}{phone && <>, <Link href={tel(phone)}>{phone}</Link></>}</>
}

function mayAct(page: CasePage): boolean {
  return page.by === 'visitator' ? page.now.status !== 'coordinated' : true
}

/** Whether it is referring that is next. What has to be decided anew is a conflict or a harassment, which may be closed, or something that somebody must still see to. */
function goesOn({ now: it, events }: CasePage): boolean {
  const finding = events.findLast(one => one.given.finding !== undefined)?.given.finding
  return it.next === 'refer' || (it.next === 'decide' && finding !== 'conflict_likely' && finding !== 'harassment_other')
}

function BatonLine(props: { readonly page: CasePage; readonly ctx: Ctx; readonly refer?: SafeHref | undefined; readonly waits?: MoreOfCase['waits'] }) {
  const { page: { now: it, has }, ctx } = props
  const text = caseText(ctx.lang)
  const refers = props.refer !== undefined && goesOn(props.page)
  const href = refers && props.refer ? props.refer : (`/sager/${it.id}${pageFor[it.next]}` as const)
  const label = refers ? text.nexts.refer : text.acts[it.next]
  const waits = it.next === 'await-answer' ? props.waits : undefined
  const due = waits?.due ?? it.due
  const action: BatonAction | undefined = label !== '' && !waits && mayAct(props.page) ? { label, href } : undefined
  return (
    <Baton
      has={sayHolder(has, ctx.actor, ctx.lang) ?? '-'} since={dayOf(it.since)} next={waits?.next ?? text.nexts[it.next]}
      why={has && has.person !== it.holder ? text.standsInFor(has.name) : it.next === 'call' ? <CallTo page={props.page} ctx={ctx} /> : waits?.why ?? text.why[it.next]}
      by={due ? dayOf(due) : undefined} daysLeft={due ? daysBetween(dayOf(ctx.now), dayOf(due)) : undefined} mine={has?.person === ctx.actor.id} action={action}
    />
  )
}

function Beside(props: { readonly page: FullPage; readonly ctx: Ctx; readonly more: MoreOfCase }) {
  const { page, ctx, more } = props
  const text = caseText(ctx.lang)
  return (
    <>
      {page.log && <Aside heading={text.log}><p>{text.logShown(page.log.entries, page.log.exhibits)}</p><p><Link href={`/log/${page.log.id}`}>{text.logRead}</Link></p><p><Link href={`/sager/${page.now.id}/samlet`}>{text.logTogether}</Link></p></Aside>}
      {more.folders && more.folders.length > 0 && (
        <Aside heading={text.folders}>
          <ul class="plain-list">{more.folders.map(it => <li><Link href={it.href}>{it.label}</Link>{it.note && ` · ${it.note}`}</li>)}</ul>
        </Aside>
      )}
      {more.asides}
      <Aside heading={text.looks}>
        <ul class="plain-list">{whoLooked(page.looks, ctx).map(line => <li>{line}</li>)}</ul>
      </Aside>
    </>
  )
}

/** Somebody who is worried has asked on the citizen's behalf, and she has not said yes yet. */
function notAsked(page: Pick<CasePage, 'events'>): boolean {
  const answers = page.events[0]?.given.answers
  return answers !== undefined && given(answers.values, 'agreed') === 'notAsked' && !page.events.some(it => it.given.agreed !== undefined)
}

function whoLooked(looks: readonly Look[], ctx: Ctx): readonly string[] {
  const text = caseText(ctx.lang)
  const people = new Map<string, { count: number; last: Date; who: string }>()
  for (const it of looks) {
    const who = it.name === '' ? text.theCitizen : it.name === ctx.actor.name ? text.you : `${it.name}, ${it.organisation}`
    const before = people.get(who)
    people.set(who, { who, count: (before?.count ?? 0) + 1, last: before?.last ?? it.at })
  }
  return [...people.values()].map(it => `${it.who}: ${text.times(it.count)}, ${text.lastSeen(sayDay(dayOf(it.last), ctx.lang))}`)
}

/** Everything that this person can do to the case besides what is next. */
function Other(props: { readonly page: CasePage; readonly ctx: Ctx; readonly referring: boolean }) {
  const { page: { now: it, by, has }, ctx } = props
  const text = caseText(ctx.lang)
  const here = steps[it.status]
  const first = !props.page.events.some(one => one.move === 'clarify')
  const moves = (['advise', 'hand-code', 'agree', 'clarify', 'note', 'meet', 'give-back', 'close', 'reopen'] as const)
    .filter(move => here[move]?.by.includes(by)).filter(move => props.referring || pageOf[move] !== pageFor[it.next])
  const mayTake = by === 'visitator' && here['take-over'] && has?.person !== ctx.actor.id && (it.status !== 'coordinated' || has?.person !== it.holder)
  if (moves.length === 0 && !mayTake) return null
  return (
    <section class="screen-only">
      <h2>{text.other}</h2>
      <ul class="plain-list">{moves.map(move => <li><Link href={`/sager/${it.id}${pageOf[move] ?? ''}`}>{move === 'clarify' && first ? text.nexts.clarify : text.doing[move]}</Link></li>)}</ul>
      {by === 'visitator' && it.status !== 'closed' && <p><Link href={`/sager/${it.id}/navnetjek`}>{text.nameCheck}</Link></p>}
      {mayTake && <PostButton action={`/sager/${it.id}/overtag`} hidden={{ seq: it.seq }} label={text.doing['take-over']} kind="secondary" />}
    </section>
  )
}

function timeline(page: CasePage, ctx: Ctx, waits?: MoreOfCase['waits']): readonly TimelineItem[] {
  const text = caseText(ctx.lang)
  const { now: it, events } = page
  const done = events.map((event, index) => eventItem(event, events.slice(0, index), ctx)).reverse()
  const other = it.next === 'await-answer' ? waits : undefined
  return it.next === 'none' ? done : [{ title: other?.next ?? text.nexts[it.next], state: 'now', body: <>{it.next === 'call' && <p><CallTo page={page} ctx={ctx} /></p>}<p>{other?.why ?? text.why[it.next]}</p></> }, ...done]
}

/** One event as it is read: what, when, who, and in whose words. */
export function eventItem(event: ReadEvent, before: readonly ReadEvent[], ctx: Ctx): TimelineItem {
  const text = caseText(ctx.lang)
  const again = 1 + before.filter(it => it.move === 'clarify').length
  const title = event.move === 'clarify'
    ? `${text.nr(text.moves.clarify, again)}${event.given.finding ? `: ${findingWords[event.given.finding][ctx.lang].toLowerCase()}` : ''}`
    : [text.moves[event.move], event.given.from && text.from(event.given.from)].filter(Boolean).join(' ')
  return { title, state: 'done', when: sayTime(event.at, ctx.lang), by: event.by === null ? text.byItself : event.by === ctx.actor.id ? text.you : event.byName, body: <Told event={event} ctx={ctx} />, id: `e${event.seq}` }
}

function Told(props: { readonly event: ReadEvent; readonly ctx: Ctx }): Html | null {
  const { event, ctx } = props
  const { given: it, move } = event
  const text = caseText(ctx.lang)
  const said = it.reason ?? it.told
  return (
    <>
      {said !== undefined && <p class="told">“{said}”</p>}
      {it.citizenName !== undefined && <p>{text.goesBy(it.citizenName)}</p>}
      {it.chose && <p>{text.choseWord}</p>}
      {it.callBackOn && <p>{text.callsBack(sayDay(it.callBackOn, ctx.lang))}</p>}
      {it.advice && <Answered answers={it.advice} form={event.adviceForm} lang={ctx.lang} />}
      {it.answers && (move === 'advise' ? <Answered answers={it.answers} form={event.form} lang={ctx.lang} at={caseAt(ctx)} />
        : <Details summary={move === 'receive' ? text.handoffAnswers : text.answersShown}><Answered answers={it.answers} form={event.form} lang={ctx.lang} at={caseAt(ctx)} /></Details>)}
    </>
  )
}

/** The case that a page of it hangs under: where its files are handed out. */
export const caseAt = ({ path }: Pick<Ctx, 'path'>): string => path.split('/').slice(0, 3).join('/')

/** Answers in the words of their own version. Without the form, only those to a shipped one can be said. */
export function Answered({ answers: says, form, ...props }: { readonly answers: Answers; readonly form?: Form | undefined; readonly lang: Lang; readonly at?: string }): Html | null {
  return <PaperAnswers it={{ says, form: form ?? formOf(says.form, says.version) }} {...props} />
}

/** What came between, for somebody whose form was overtaken. */
export function Overtaken(props: { readonly page: CasePage; readonly ctx: Ctx }): Html | null {
  const { page, ctx } = props
  const seen = Number(ctx.sent?.values['seq'] ?? page.now.seq)
  const newer = page.events.filter(it => it.seq > seen)
  if (!ctx.sent || newer.length === 0) return null
  return (
    <Notice kind="warn" heading={caseText(ctx.lang).changedHeading}>
      <Timeline items={newer.map(it => eventItem(it, page.events.filter(one => one.seq < it.seq), ctx)).reverse()} open={9} />
    </Notice>
  )
}
