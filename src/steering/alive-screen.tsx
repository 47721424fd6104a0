// "The effort lives on", and changes of the model from proposal to the day they hold.
import { dayOf, sayDay } from '../kernel/day.ts'
import { type Ctx, faultOf, type Html, type Screen, typed } from '../platform/screen.ts'
import { Radios, Select } from '../platform/ui/choices.tsx'
import { DateInput, TextArea, TextInput } from '../platform/ui/fields.tsx'
import { Actions, Button, Form, Link, PostButton } from '../platform/ui/form.tsx'
import { Details, Lead, Notice } from '../platform/ui/parts.tsx'
import { Table } from '../platform/ui/table.tsx'
import type { alivePage, changePage, changesPage, publishedPage } from './actions.ts'
import { backingKinds, changeParts, changeState } from './rules.ts'
import { errors, Who, words } from './screens.tsx'
import type { Change } from './store.ts'

type Alive = Awaited<ReturnType<typeof alivePage.run>>
export function aliveScreen(page: Alive, ctx: Ctx): Screen {
  const text = words(ctx)
  const mine = page.by === 'tovholder'
  return {
    title: text.pages.alive,
    body: (
      <>
        <p class="screen-only"><Link href="/styring">{text.title}</Link></p>
        {errors(ctx)}
        <h1>{text.pages.alive}</h1>
        <Lead>{text.alive.lead}</Lead>
        <h2>{text.alive.owner(String(page.year))}</h2>
        <p>{page.owner ?? text.alive.noOwner}</p>
        {mine && <Form action="/styring/lever-videre/ansvar" hidden={{ once: ctx.once }}><Who name="owner" label={text.alive.owner(String(page.year))} people={page.people} ctx={ctx} /><Actions><Button kind="secondary">{text.alive.name}</Button></Actions></Form>}
        <Plan page={page} mine={mine} ctx={ctx} />
        <Newcomers page={page} mine={mine} ctx={ctx} />
        <h2>{text.alive.backing}</h2>
        <Table caption={text.alive.backing} captionHidden empty={text.alive.backingNone} columns={[text.columns.who, text.columns.kind, text.columns.says, text.columns.on].map(label => ({ label }))}
          rows={page.backings.map(it => [it.who, text.alive.kinds[it.kind], it.says, sayDay(it.onDay, ctx.lang)])} />
        {mine && <BackingForm ctx={ctx} />}
      </>
    ),
  }
}

interface Part { readonly page: Alive; readonly mine: boolean; readonly ctx: Ctx }
function Plan({ page, mine, ctx }: Part): Html {
  const text = words(ctx)
  const { alive, columns } = text
  const line = (name: 'what' | 'whom' | 'how') => <TextInput name={name} label={alive[name]} width="full" error={faultOf(ctx, name)} value={typed(ctx, name)} />
  return (
    <>
      <h2>{alive.plan}</h2>
      <Table caption={alive.plan} captionHidden empty={alive.planNone} columns={[columns.what, columns.whom, columns.how, columns.who, columns.when, ...(mine ? [columns.act] : [])].map(label => ({ label }))}
        rows={page.lines.map(it => {
          const late = it.by <= dayOf(ctx.now)
          return [it.what, it.whom, `${it.how}, ${alive.every(it.everyMonths)}`, it.ownerName, <span class={late ? 'late' : undefined}>{sayDay(it.by, ctx.lang)}{late && `, ${alive.overdue}`}</span>,
            ...(mine ? [<PostButton action={`/styring/lever-videre/plan/${it.id}`} label={<>{alive.tell}<span class="sr-only">: {it.what}</span></>} kind="quiet" />] : [])]
        })} />
      {mine && (
        <Details summary={alive.addLine} open={typed(ctx, 'what') !== ''}>
          <Form action="/styring/lever-videre/plan" hidden={{ once: ctx.once }}>
            {line('what')}{line('whom')}{line('how')}
            <TextInput name="everyMonths" label={alive.months} numeric width="short" error={faultOf(ctx, 'everyMonths')} value={typed(ctx, 'everyMonths')} />
            <Who name="teller" label={alive.teller} people={page.people} ctx={ctx} />
            <Actions><Button kind="secondary">{alive.add}</Button></Actions>
          </Form>
        </Details>
      )}
    </>
  )
}

function Newcomers({ page, mine, ctx }: Part): Html {
  const { alive } = words(ctx)
  return (
    <>
      <h2>{alive.newcomers}</h2>
      {page.newcomers.length === 0 && <p>{alive.newNone}</p>}
      <ul class="plain-list">
        {page.newcomers.map(it => (
          <li>{[it.name, it.unit].filter(Boolean).join(', ')}, {alive.since(sayDay(it.since, ctx.lang))} {mine && <PostButton action={`/styring/lever-videre/nye/${it.id}`} label={<>{alive.newTold}<span class="sr-only">: {it.name}</span></>} kind="quiet" />}</li>
        ))}
      </ul>
    </>
  )
}

function BackingForm({ ctx }: { readonly ctx: Ctx }): Html {
  const { alive } = words(ctx)
  return (
    <Details summary={alive.addBacking} open={typed(ctx, 'says') !== ''}>
      <Form action="/styring/lever-videre/opbakning" hidden={{ once: ctx.once }}>
        <Radios name="kind" label={alive.kind} inline value={typed(ctx, 'kind') || undefined} error={faultOf(ctx, 'kind')} choices={backingKinds.map(it => ({ value: it, label: alive.kinds[it] }))} />
        <TextInput name="who" label={alive.by} width="full" error={faultOf(ctx, 'who')} value={typed(ctx, 'who')} />
        <TextArea name="says" label={alive.says} rows={3} maxlength={2000} error={faultOf(ctx, 'says')} value={typed(ctx, 'says')} />
        <DateInput name="onDay" label={alive.on} error={faultOf(ctx, 'onDay')} value={typed(ctx, 'onDay')} />
        <Actions><Button kind="secondary">{alive.add}</Button></Actions>
      </Form>
    </Details>
  )
}

export function changesScreen({ by, all }: Awaited<ReturnType<typeof changesPage.run>>, ctx: Ctx): Screen {
  const text = words(ctx)
  const decides = by === 'tovholder' || by === 'leader'
  return {
    title: text.pages.changes,
    body: (
      <>
        <p class="screen-only"><Link href="/styring">{text.title}</Link></p>
        <h1>{text.pages.changes}</h1>
        <Lead>{text.changes.lead}</Lead>
        <Table caption={text.pages.changes} captionHidden empty={text.changes.none} columns={[text.changes.proposal, text.columns.part, text.columns.from, text.columns.state, text.columns.act].map(label => ({ label }))}
          rows={all.map(it => [
            <>{it.proposal} <span class="quiet">{it.reason}</span></>, text.changes.parts[it.part], it.byName, <Stands it={it} ctx={ctx} />,
            changeState(it) === 'proposed' && decides ? <Link href={`/styring/aendringer/${it.id}`}>{text.changes.decide}<span class="sr-only">: {it.proposal}</span></Link>
              : changeState(it) === 'agreed' && by === 'tovholder' ? <PostButton action={`/styring/aendringer/${it.id}/udgiv`} label={<>{text.changes.publish}<span class="sr-only">: {it.proposal}</span></>} kind="secondary" /> : '',
          ])} />
        <p><Link href="/aendringer">{text.changes.suggest}</Link></p>
      </>
    ),
  }
}

function Stands({ it, ctx }: { readonly it: Change; readonly ctx: Ctx }): Html {
  const { changes } = words(ctx)
  return <>{changes.states[changeState(it)]}{it.validFrom && `. ${changes.holds(sayDay(it.validFrom, ctx.lang))}`}{it.decidedReason && <>. <span class="quiet">{it.decidedName}: {it.decidedReason}</span></>}</>
}

export function changeScreen(it: Awaited<ReturnType<typeof changePage.run>>, ctx: Ctx): Screen {
  const { changes, pages } = words(ctx)
  return {
    title: changes.decideTitle,
    body: (
      <>
        <p class="screen-only"><Link href="/styring/aendringer">{pages.changes}</Link></p>
        {errors(ctx)}
        <h1>{changes.decideTitle}</h1>
        <Lead>{it.proposal}</Lead>
        <p>{it.reason}</p>
        <Form action={`/styring/aendringer/${it.id}`} hidden={{ once: ctx.once }}>
          <Radios name="agreed" label={changes.answer} inline value={typed(ctx, 'agreed') || undefined} error={faultOf(ctx, 'agreed')} choices={[{ value: 'yes', label: changes.yes }, { value: 'no', label: changes.no }]} />
          <TextArea name="why" label={changes.why} rows={3} maxlength={2000} error={faultOf(ctx, 'why')} value={typed(ctx, 'why')} />
          <DateInput name="validFrom" label={changes.from} optional error={faultOf(ctx, 'validFrom')} value={typed(ctx, 'validFrom')} />
          <Actions><Button>{changes.decide}</Button></Actions>
        </Form>
      </>
    ),
  }
}

/** For everybody: what is new, and, for those who may, a proposal. */
export function publishedScreen({ sent, mayPropose, all }: Awaited<ReturnType<typeof publishedPage.run>>, ctx: Ctx): Screen {
  const text = words(ctx).changes
  return {
    title: text.publishedTitle,
    body: (
      <>
        {errors(ctx)}
        <h1>{text.publishedTitle}</h1>
        <Lead>{text.publishedLead}</Lead>
        {sent && <Notice kind="done" live>{text.sent}</Notice>}
        <Table caption={text.publishedTitle} captionHidden empty={text.publishedNone} columns={[text.proposal, words(ctx).columns.part, text.from].map(label => ({ label }))}
          rows={all.map(it => [it.proposal, text.parts[it.part], it.validFrom ? sayDay(it.validFrom, ctx.lang) : ''])} />
        {mayPropose && (
          <>
            <h2>{text.suggest}</h2>
            <Form action="/aendringer" hidden={{ once: ctx.once }}>
              <Select name="part" label={text.part} error={faultOf(ctx, 'part')} value={typed(ctx, 'part')} choices={changeParts.map(it => ({ value: it, label: text.parts[it] }))} />
              <TextArea name="proposal" label={text.proposal} rows={3} maxlength={2000} error={faultOf(ctx, 'proposal')} value={typed(ctx, 'proposal')} />
              <TextArea name="reason" label={text.reason} rows={3} maxlength={2000} error={faultOf(ctx, 'reason')} value={typed(ctx, 'reason')} />
              <Actions><Button>{text.propose}</Button></Actions>
            </Form>
          </>
        )}
      </>
    ),
  }
}
