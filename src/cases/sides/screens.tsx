// The pages of cases behind walls. Each says who can see it, who has it, what is next and by when.
import { inSentence } from '../../directory/say.ts'
import type { PropsWithChildren } from 'hono/jsx'
import { dayOf, daysBetween, sayDay, sayTime } from '../../kernel/day.ts'
import { handedOutAt } from '../../forms/file-question.tsx'
import { carryOver } from '../../forms/read.ts'
import { takesFiles } from '../../forms/rules.ts'
import { FormErrors, FormFields, marksOf } from '../../forms/screens.tsx'
import { type Ctx, faultOf, type Html, type Screen, typed, typedAll } from '../../platform/screen.ts'
import { Baton } from '../../platform/ui/baton.tsx'
import { Checkboxes, Radios, Select } from '../../platform/ui/choices.tsx'
import { DateInput, TextArea } from '../../platform/ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form, Link, LinkButton } from '../../platform/ui/form.tsx'
import type { SafeHref } from '../../platform/ui/href.ts'
import { Marked } from '../../platform/ui/marks.tsx'
import { Aside, Columns, Details, Lead, Notice } from '../../platform/ui/parts.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { Timeline, type TimelineItem } from '../../platform/ui/timeline.tsx'
import { actsOnSide, plannedContacts, type SideKind, type SideNext, sideSteps as table } from './rules.ts'
import { ways } from '../coordination/rules.ts'
import { workText } from '../coordination/frame.tsx'
import { resumed } from '../move-drafts.ts'
import { Crossings, NameFields, nameText } from '../finding/name-screens.tsx'
import { DraftNotice } from '../tools/screens.tsx'
import { caseText, roleName, sayDue } from '../say.ts'
import { Answered, caseAt } from '../screens.tsx'
import { AdriftTracks } from '../children/giving-screen.tsx'
import { sideText } from './text.ts'
import { type distribution, type employeeList, type lateForMe, type openings, type ReadSide, sideAt, type SidePage, type SideStep, sideSteps } from './actions.ts'
import { FirstFields, firstText } from '../told-first/screens.tsx'

type List = Awaited<ReturnType<typeof employeeList.run>>
type Opening = Awaited<ReturnType<(typeof openings)[number]['page']['run']>>
type Distribution = Awaited<ReturnType<typeof distribution.run>>

export const listScreen = (kind: SideKind) => ({ rows, mayOpen, toLeader, by }: List, ctx: Ctx): Screen => {
  const text = sideText(ctx.lang)
  const its = text.kinds[kind]
  return {
    title: its.list,
    body: (
      <>
        <h1>{its.list}</h1>
        <Lead>{its.lead}</Lead>
        {toLeader && <Notice kind="warn"><p>{text.toLeader}</p></Notice>}
        {mayOpen && <Actions><LinkButton href={`${sideAt[kind]}/ny`}>{its.begin}</LinkButton></Actions>}
        <Table caption={its.list} captionHidden empty={its.empty} columns={[{ label: text.columns.number, short: true }, { label: text.columns.next }, { label: text.columns.due }, { label: text.columns.holder }]}
          rows={rows.map(it => [
            <Link href={`${sideAt[kind]}/${it.id}`}>{it.number}</Link>, it.next ? text.nexts[it.next] : text.statuses[it.status], it.due ? <span class={it.due <= ctx.now ? 'late' : undefined}>{sayDue(it.due, ctx.now, ctx.lang)}</span> : '', it.holder === ctx.actor.id ? caseText(ctx.lang).you : it.holderName ?? '',
          ])} />
        {mayOpen && rows.some(it => it.holder === ctx.actor.id && it.due) && <p class="screen-only"><Link href={`/overdragelse/ny/${by}/${ctx.actor.id}`}>{text.handOver}</Link></p>}
      </>
    ),
  }
}

export const openingScreen = ({ kind }: (typeof openings)[number]) => ({ others, form }: Opening, ctx: Ctx): Screen => {
  const text = sideText(ctx.lang)
  return {
    title: form.title[ctx.lang],
    body: (
      <>
        <FormErrors ctx={ctx} form={form} />
        <h1>{form.title[ctx.lang]}</h1>
        <Lead>{text.kinds[kind].opening}</Lead>
        <Notice><p>{text.kinds[kind].wall}</p></Notice>
        <Form action={`${sideAt[kind]}/ny`}>
          <FormFields ctx={ctx} form={form} />
          <Details summary={nameText(ctx.lang).section}><p>{nameText(ctx.lang).lead}</p><NameFields ctx={ctx} known={kind === 'employee' ? 'exposed' : 'other'} /></Details>
          {kind === 'employee' && others.length > 0 && (
            <Checkboxes name="keptOut" label={text.keptOut} hint={text.keptOutHint} optional values={typedAll(ctx, 'keptOut')}
              choices={others.map(it => ({ value: it.person, label: `${it.name}, ${inSentence(roleName(it.role, ctx.lang))}` }))} />
          )}
          <Actions><Button>{text.kinds[kind].begin}</Button><Link href={sideAt[kind]}>{text.kinds[kind].list}</Link></Actions>
        </Form>
      </>
    ),
  }
}

/** Which page does what is next. */
const pageFor: Readonly<Record<SideNext, string>> = { plan: '/plan', talk: '/samtale', review: '', 'await-answer': '', decide: '/samtale', 'call-back': '/opkald', none: '' }

/** What a room above has to say on the page: the one thing to do now, and what stands beside. */
export interface MoreOfSide { readonly act?: { readonly label: string; readonly href: SafeHref } | undefined; readonly beside?: Html | null }

export function sideScreen(page: SidePage, ctx: Ctx, more: MoreOfSide = {}): Screen {
  const text = sideText(ctx.lang)
  const { now: it, has } = page
  const its = text.kinds[it.kind]
  const here = `${sideAt[it.kind]}/${it.id}` as const
  const mine = sideSteps.filter(one => one.kind === it.kind && table[it.kind][it.status][one.what]?.by.includes(page.by) && (one.what !== 'appoint' || page.appoints) && (one.what !== 'withdraw' || page.yes !== undefined) && (one.what !== 'contacted' || plannedContacts(page.events).length > 0))
  // What is done again and again: the plan anew, or one more talk.
  const next = it.next === 'review' ? (it.kind === 'employee' ? '/plan' : '/samtale') : pageFor[it.next]
  const late = it.lateStep === 'to-leader' || has?.person !== actsOnSide(it.kind, it.holder, page.held)
  const does = mine.find(one => (late && page.appoints ? one.what === 'appoint' : one.path === next))
  const given = page.events.findLast(one => one.holder === it.holder)?.holderName
  return {
    title: its.caseTitle(it.number),
    body: (
      <>
        <h1>{its.caseTitle(it.number)}</h1>
        <Lead>{its.wall}</Lead>
        <Baton has={has ? (has.person === ctx.actor.id ? caseText(ctx.lang).youAre(inSentence(roleName(has.role, ctx.lang))) : caseText(ctx.lang).holderIs(has.name, inSentence(roleName(has.role, ctx.lang)))) : '-'}
          since={dayOf(it.since)} next={text.nexts[it.next]} why={page.appoints && page.by === 'workEnvironment' ? text.nobodyInside : it.lateStep === 'to-leader' ? text.mustAppoint : has && has.person !== it.holder && given ? text.away(given) : undefined}
          by={it.due ? dayOf(it.due) : undefined} daysLeft={it.due ? daysBetween(dayOf(ctx.now), dayOf(it.due)) : undefined} mine={has?.person === ctx.actor.id}
          action={more.act ?? (does && { label: doing(does.what, page, ctx), href: `${here}${does.path}` as SafeHref })} />
        <Columns aside={<>{more.beside}<Aside heading={text.looks}><ul class="plain-list">{looked(page, ctx).map(line => <li>{line}</li>)}</ul></Aside></>}>
          <Timeline items={page.events.map(one => item(one, ctx)).reverse()} />
          {mine.length > 0 && (
            <section class="screen-only">
              <h2>{text.steps}</h2>
              <ul class="plain-list"><li><Link href={`${here}/redskaber` as SafeHref}>{workText(ctx.lang).tools.title}</Link></li>{mine.filter(one => more.act !== undefined || one !== does).map(one => <li><Link href={`${here}${one.path}` as SafeHref}>{doing(one.what, page, ctx)}</Link></li>)}</ul>
            </section>
          )}
        </Columns>
      </>
    ),
  }
}

/** A plan that is there is gone through; it is not made once more from nothing. */
const planned = (page: SidePage): ReadSide | undefined => page.events.findLast(it => it.move === 'plan')
function doing(what: SideStep['what'], page: SidePage, ctx: Ctx): string {
  const text = sideText(ctx.lang)
  return what === 'plan' && planned(page) ? text.doing.planAgain : text.doing[what as keyof typeof text.doing]
}

function looked(page: SidePage, ctx: Ctx): readonly string[] {
  const by = Map.groupBy(page.looks, it => `${it.name}|${it.organisation}`)
  return [...by.values()].map(all => sideText(ctx.lang).seen(all[0]?.name ?? '', all[0]?.organisation ?? '', all.length))
}

function item(event: ReadSide, ctx: Ctx): TimelineItem {
  const text = sideText(ctx.lang)
  const { given: it } = event
  const said = it.reason ?? it.told
  return {
    title: text.moves[event.move], state: 'done', when: sayTime(event.at, ctx.lang), by: event.by === ctx.actor.id ? caseText(ctx.lang).you : event.byName ?? text.byItself, id: `e${event.seq}`,
    body: (
      <>
        {(event.move === 'appoint' || event.move === 'pass-on') && event.holderName && <p>{text.to(event.holderName)}</p>}
        {it.first && <p>{firstText(ctx.lang).line[it.first.answer]}{it.first.on && ` (${sayDay(it.first.on, ctx.lang)})`}.{it.first.why && ` “${it.first.why}”`}</p>}
        {it.contact && <p>{workText(ctx.lang).ways[it.contact.way]}. {workText(ctx.lang)[it.contact.state === 'done' ? 'doneOn' : 'planned'](sayDay(it.contact.on, ctx.lang))}.</p>}
        {it.made && <p>{workText(ctx.lang).doneOn(sayDay(it.made.on, ctx.lang))}.</p>}
        {said !== undefined && <p class="told">“{said}”</p>}
        {it.callBackOn && <p>{text.callsBack(sayDay(it.callBackOn, ctx.lang))}</p>}
        {it.answers && <Details summary={text.answers}><Answered answers={it.answers} form={event.form} lang={ctx.lang} at={caseAt(ctx)} /></Details>}
      </>
    ),
  }
}

/** The page of one move: one form, one button. */
export const stepScreen = (it: SideStep) => (page: SidePage, ctx: Ctx): Screen => {
  const text = sideText(ctx.lang)
  const title = page.form ? page.form.title[ctx.lang] : text.doing[it.what as keyof typeof text.doing]
  return { title, body: <StepFrame it={it} page={page} ctx={ctx} title={title}><StepFields it={it} page={page} ctx={ctx} /></StepFrame> }
}

interface Asked { readonly it: SideStep; readonly page: SidePage; readonly ctx: Ctx }

function StepFrame(props: PropsWithChildren<Asked & { readonly title: string }>) {
  const { it, page, ctx } = props
  const text = sideText(ctx.lang)
  const here = `${sideAt[it.kind]}/${page.now.id}` as const
  return (
    <>
      {page.form ? <FormErrors ctx={ctx} form={page.form} /> : <ErrorSummary errors={(ctx.sent?.faults ?? []).map(one => ({ field: one.field || undefined, text: ctx.say(one.code) }))} />}
      <p class="screen-only"><Link href={here}>{text.kinds[it.kind].caseTitle(page.now.number)}</Link></p>
      <h1>{props.title}</h1>
      <Lead>{it.what === 'withdraw' ? text.withdrawLead : it.what === 'contact' ? text.contactLead : text.kinds[it.kind].wall}</Lead>
      {page.draft && <DraftNotice draft={page.draft} ctx={ctx} drop={`${here}${it.path}/smid-vaek`} />}
      <Form action={`${here}${it.path}` as SafeHref} files={page.form !== undefined && takesFiles(page.form)} hidden={{ seq: page.now.seq, ...(page.form && { rev: page.draft?.rev ?? 0 }) }}>
        {props.children}
        <Actions><Button>{it.what === 'close' || it.what === 'reopen' ? text.doing[it.what] : text.save}</Button>{page.form && <Button kind="secondary" to={`${here}${it.path}/kladde` as SafeHref}>{workText(ctx.lang).tools.keepDraft}</Button>}<Link href={here}>{text.back}</Link></Actions>
      </Form>
    </>
  )
}

function StepFields({ it, page, ctx }: Asked): Html {
  const text = sideText(ctx.lang)
  if (page.form) {
    const before = it.what === 'plan' ? planned(page)?.given.answers : undefined
    const values = page.draft?.values ?? (before ? carryOver(page.form, before).values : {})
    const first = table[it.kind].open[it.what]?.needs.includes('first') === true
    return <Marked marks={marksOf(page.form, first ? 1 : 0)}>{first && <FirstFields ctx={resumed(ctx, page.draft)} />}<FormFields ctx={ctx} form={page.form} values={values} files={handedOutAt(page.files ?? {}, caseAt(ctx))} /></Marked>
  }
  switch (it.what) {
    case 'contact': return <ContactFields ctx={ctx} />
    case 'contacted': return <MadeFields page={page} ctx={ctx} />
    case 'note': return <TextArea name="told" label={text.labels.note} hint={it.kind === 'employee' ? text.noteHint : undefined} error={faultOf(ctx, 'told')} value={typed(ctx, 'told')} maxlength={4000} />
    case 'withdraw': case 'call': return <TextArea name="told" label={text.labels.told} error={faultOf(ctx, 'told')} value={typed(ctx, 'told')} maxlength={4000} />
    case 'appoint': return (
      <Select name="to" label={text.receiver} error={faultOf(ctx, 'to')} value={typed(ctx, 'to')}
        choices={page.able.filter(one => one.person !== page.now.holder || page.now.lateStep === 'to-leader').map(one => ({ value: one.person, label: `${one.name}, ${inSentence(roleName(one.role, ctx.lang))}` }))} />
    )
    case 'close': return (
      <>
        <TextArea name="reason" label={text.labels.reason} error={faultOf(ctx, 'reason')} value={typed(ctx, 'reason')} maxlength={4000} />
        {it.kind === 'employee' && <Radios name="safety" inline label={text.safety} error={faultOf(ctx, 'safety')} value={typed(ctx, 'safety') || undefined} choices={(['held', 'not-held'] as const).map(value => ({ value, label: text.safetyChoices[value] }))} />}
        <DateInput name="callBackOn" label={text.callBackOn} error={faultOf(ctx, 'callBackOn')} value={typed(ctx, 'callBackOn')} />
      </>
    )
    default: return <TextArea name="reason" label={text.labels.reason} error={faultOf(ctx, 'reason')} value={typed(ctx, 'reason')} maxlength={4000} />
  }
}

function ContactFields({ ctx }: { readonly ctx: Ctx }): Html {
  const [text, work] = [sideText(ctx.lang), workText(ctx.lang)]
  return (
    <>
      <FirstFields ctx={ctx} known />
      <Radios name="way" label={work.way} error={faultOf(ctx, 'way')} value={typed(ctx, 'way') || undefined} choices={ways.map(value => ({ value, label: work.ways[value] }))} />
      <Radios name="when" inline label={work.when} error={faultOf(ctx, 'when')} value={typed(ctx, 'when') || undefined} choices={(['planned', 'done'] as const).map(value => ({ value, label: work.whens[value] }))} />
      <DateInput name="on" label={work.on} error={faultOf(ctx, 'on')} value={typed(ctx, 'on')} />
      <TextArea name="told" label={text.contactSays} hint={text.contactSaysHint} rows={3} error={faultOf(ctx, 'told')} value={typed(ctx, 'told')} maxlength={1000} />
    </>
  )
}

function MadeFields({ page, ctx }: { readonly page: SidePage; readonly ctx: Ctx }): Html {
  const [text, work] = [sideText(ctx.lang), workText(ctx.lang)]
  const planned = plannedContacts(page.events)
  const all = page.events.flatMap(({ seq, given: { contact } }) => (contact && planned.includes(seq) ? [{ value: String(seq), label: `${work.ways[contact.way]}: ${inSentence(work.planned(sayDay(contact.on, ctx.lang)))}` }] : []))
  return (
    <>
      <Radios name="made" label={text.whichContact} error={faultOf(ctx, 'made')} value={typed(ctx, 'made') || (all.length === 1 ? all[0]?.value : undefined)} choices={all} />
      <DateInput name="on" label={work.on} error={faultOf(ctx, 'on')} value={typed(ctx, 'on')} />
    </>
  )
}

/** On top of a leader's home page. */
export function DistributionNotice(props: { readonly count: number; readonly ctx: Ctx }): Html | null {
  const text = sideText(props.ctx.lang)
  return props.count === 0 ? null : <Notice kind="warn" heading={text.waits(props.count)}><p>{text.waitsText} <Link href="/fordeling">{text.distribution}</Link></p></Notice>
}

/** On top of the home page of whoever may know of it. */
export function LateSides(props: { readonly late: Awaited<ReturnType<typeof lateForMe>>; readonly ctx: Ctx }): Html | null {
  const { late, ctx } = props
  const text = sideText(ctx.lang)
  return late && late.count > 0 ? <Notice kind="warn" heading={text.onHome[late.kind](late.count)}><p><Link href={sideAt[late.kind]}>{text.kinds[late.kind].list}</Link></p></Notice> : null
}

export function distributionScreen({ rows, adrift, crossings, decided, counsellors }: Distribution, ctx: Ctx): Screen {
  const text = sideText(ctx.lang)
  return {
    title: text.distribution,
    body: (
      <>
        <ErrorSummary errors={(ctx.sent?.faults ?? []).map(one => ({ field: one.field || undefined, text: ctx.say(one.code) }))} />
        <h1>{text.distribution}</h1>
        <Lead>{text.distributionLead}</Lead>
        <Table caption={text.distribution} captionHidden empty={text.distributionEmpty} columns={[{ label: text.columns.number, short: true }, { label: text.columns.status }, { label: text.columns.due }, { label: text.columns.holder }, { label: text.columns.give }]}
          rows={rows.map(it => [
            it.number, it.lateStep === 'to-leader' ? text.mustAppoint : text.statuses[it.status], it.due ? <span class={it.due <= ctx.now ? 'late' : undefined}>{sayDue(it.due, ctx.now, ctx.lang)}</span> : '', it.acts === undefined && it.holderName ? text.away(it.holderName) : it.holderName ?? '',
            it.able.length === 0 ? text.nobodyElse : it.able.map(one => <Form action={`/fordeling/${it.id}`} hidden={{ to: one.person }}><Button kind="secondary">{text.give} {it.number}: {one.name}</Button></Form>),
          ])} />
        {adrift.length > 0 && <AdriftTracks all={adrift} counsellors={counsellors} ctx={ctx} />}
        <Crossings all={crossings} decided={decided} counsellors={counsellors} ctx={ctx} />
      </>
    ),
  }
}
