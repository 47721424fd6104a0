// Tasks of a case and of a person, and contact with the other party.
import { dayOf, type Lang, sayDay } from '../../kernel/day.ts'
import type { Holder } from '../../directory/store.ts'
import { type Ctx, faultOf, type Html, type Screen, typed } from '../../platform/screen.ts'
import { Radios, Select, Tick } from '../../platform/ui/choices.tsx'
import { DateInput, TextArea } from '../../platform/ui/fields.tsx'
import { Actions, Button, Form, Link, PostButton } from '../../platform/ui/form.tsx'
import type { SafeHref } from '../../platform/ui/href.ts'
import { Columns, Details, Lead, Notice } from '../../platform/ui/parts.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { HerRuleBox, NotYours } from '../her-rule/screens.tsx'
import { ReachFields } from '../../citizens/screens.tsx'
import type { otherPage, tasksPage } from './actions.ts'
import { CaseFrame, Faults, workText } from './frame.tsx'
import type { MyLoad, myWorkAction, taskPage, WaitsInWork } from './mine.ts'
import type { Contact, Told } from './other.ts'
import type { Task } from './papers.ts'
import { daysOver, ways } from './rules.ts'

const ownersOf = (owners: readonly Holder[]) => owners.map(it => ({ value: it.person, label: [it.name, it.unit].filter(Boolean).join(', ') }))
export function OwnerAndDay(props: { readonly owners: readonly Holder[]; readonly ctx: Ctx; readonly value?: string; readonly due?: string; readonly after?: string }) {
  const { ctx, after = '' } = props
  const text = workText(ctx.lang)
  return (
    <>
      <Select name={`owner${after}`} label={text.owner} error={faultOf(ctx, `owner${after}`)} value={typed(ctx, `owner${after}`) || props.value} choices={ownersOf(props.owners)} />
      <DateInput name={`due${after}`} label={text.due} error={faultOf(ctx, `due${after}`)} value={typed(ctx, `due${after}`) || props.due} min={dayOf(ctx.now)} />
    </>
  )
}

function stateOf(it: Task, ctx: Ctx): Html | string {
  const text = workText(ctx.lang)
  const over = daysOver(it, dayOf(ctx.now))
  return it.state === 'done' ? text.wasDone(sayDay(dayOf(it.stepAt), ctx.lang)) : over > 0 ? <span class="late">{text.over(over)}</span> : text.open
}

type Tasks = Awaited<ReturnType<typeof tasksPage.run>>
export function tasksScreen(page: Tasks, ctx: Ctx): Screen {
  const text = workText(ctx.lang)
  const here = (it: Task) => page.held.some(one => one.person === it.owner)
  return {
    title: text.tasksTitle,
    body: (
      <CaseFrame frame={page} ctx={ctx} title={text.tasksTitle} lead={text.tasksLead}>
        <Table caption={text.tasksTitle} captionHidden empty={text.noTasks}
          columns={[{ label: text.columns.what }, { label: text.columns.owner }, { label: text.columns.due }, { label: text.columns.state }]}
          rows={page.tasks.map(it => [
            <>{it.what}{it.note && <><br /><span class="quiet">“{it.note}”</span></>}{it.forum !== 'none' && <><br /><strong>{text.fromForum(it.forum)}</strong></>}</>,
            it.state === 'open' && !here(it) ? `${it.ownerName} ${text.ownerGone}` : it.ownerName, sayDay(it.due, ctx.lang), stateOf(it, ctx),
          ])} />
        {page.writes && <GiveTask page={page} ctx={ctx} />}
        {page.writes && page.tasks.filter(it => it.state === 'open').map(it => (
          <Details summary={`${text.moveHeading}: ${it.what}`}>
            <Form action={`/sager/${page.now.id}/opgaver/${it.id}` as SafeHref} hidden={{ seen: it.seq }}>
              <MoveFields task={it} page={page} ctx={ctx} />
              <Button kind="secondary">{text.move}</Button>
            </Form>
          </Details>
        ))}
      </CaseFrame>
    ),
  }
}

// Several of these stand on one page: their fields have ids of their own, so no fault can point into the wrong one.
function MoveFields(props: { readonly task: Task; readonly page: Tasks; readonly ctx: Ctx }) {
  const text = workText(props.ctx.lang)
  const id = props.task.id
  return (
    <>
      <p><label class="form-label" for={`owner-${id}`}>{text.owner}</label>
        <select class="form-select" id={`owner-${id}`} name="owner">{ownersOf(props.page.owners).map(it => <option value={it.value} selected={it.value === props.task.owner}>{it.label}</option>)}</select></p>
      <p><label class="form-label" for={`due-${id}`}>{text.due}</label><input class="form-input" type="date" id={`due-${id}`} name="due" value={props.task.due} /></p>
    </>
  )
}

function GiveTask(props: { readonly page: Tasks; readonly ctx: Ctx }) {
  const { page, ctx } = props
  const text = workText(ctx.lang)
  return (
    <Form action={`/sager/${page.now.id}/opgaver`}>
      <h2>{text.giveHeading}</h2>
      <TextArea name="what" label={text.what} hint={text.whatHint} error={faultOf(ctx, 'what')} value={typed(ctx, 'what')} rows={3} maxlength={1000} />
      <Tick name="reaches" label={text.reaches} hint={text.reachesHint} checked={typed(ctx, 'reaches') === 'yes'} />
      <OwnerAndDay owners={page.owners} ctx={ctx} />
      <Actions><Button>{text.give}</Button></Actions>
    </Form>
  )
}

type Mine = Awaited<ReturnType<typeof myWorkAction.run>>
export function myWorkScreen(page: Mine, ctx: Ctx): Screen {
  const text = workText(ctx.lang)
  return {
    title: text.mineTitle,
    body: (
      <>
        <h1>{text.mineTitle}</h1>
        <Lead>{text.mineLead(page.tasks.length)}</Lead>
        <Table caption={text.mineTitle} captionHidden empty="" columns={[{ label: text.columns.what }, { label: text.columns.due }, { label: text.columns.state }]}
          rows={page.tasks.map(it => [<Link href={`/opgaver/${it.id}`}>{it.what}</Link>, sayDay(it.due, ctx.lang), stateOf(it, ctx)])} />
        {page.families.length > 0 && <h2>{text.familiesHeading}</h2>}
        <ul class="plain-list">{page.families.map(it => <li><Link href={`/familie/${it.id}`}>{text.familyLine(it.state === 'asked', sayDay(it.due, ctx.lang))}</Link></li>)}</ul>
        {page.copies.length > 0 && <h2>{text.copiesHeading}</h2>}
        <ul class="plain-list">{page.copies.map(it => <li><Link href={`/moeder/${it.id}`}>{text.copyKinds[it.what]}</Link> · {sayDay(dayOf(it.at), ctx.lang)}, {it.byName}</li>)}</ul>
      </>
    ),
  }
}

export function taskScreen({ task: it, rule, ask }: Awaited<ReturnType<typeof taskPage.run>>, ctx: Ctx): Screen {
  const text = workText(ctx.lang)
  const box = rule ? <HerRuleBox rule={rule} lang={ctx.lang} /> : <NotYours ask={ask} lang={ctx.lang} />
  return {
    title: text.taskTitle,
    body: (
      <>
        <Faults ctx={ctx} />
        <p class="screen-only"><Link href="/opgaver">{text.mineTitle}</Link></p>
        <h1>{text.taskTitle}</h1>
        <Lead>{it.what}</Lead>
        <Columns rule={it.state === 'done' ? undefined : box}>
          <p>{text.givenBy(it.madeByName, sayDay(dayOf(it.madeAt), ctx.lang))} {text.dueOn(sayDay(it.due, ctx.lang))} {stateOf(it, ctx)}.</p>
          {it.forum !== 'none' && <Notice kind="warn"><p>{text.fromForum(it.forum)}</p></Notice>}
          {it.state === 'done' ? <p>“{it.note}”</p> : (
            <Form action={`/opgaver/${it.id}` as SafeHref} hidden={{ seen: it.seq }}>
              <TextArea name="note" label={text.note} error={faultOf(ctx, 'note')} value={typed(ctx, 'note')} rows={4} maxlength={4000} />
              {rule && <><Tick name="notReached" label={text.notReached} checked={typed(ctx, 'notReached') === 'yes'} /><ReachFields ctx={ctx} holder={rule.holderShut} /></>}
              <Actions><Button>{text.saveDone}</Button></Actions>
            </Form>
          )}
        </Columns>
      </>
    ),
  }
}

/** On top of the pages that one comes to first; nothing where there is nothing to do. */
export function TasksOnTop(props: { readonly load: MyLoad; readonly ctx: Ctx }): Html | null {
  const { load, ctx } = props
  const text = workText(ctx.lang)
  if (load.tasks + load.copies + load.families === 0) return null
  const says = [load.tasks > 0 && text.mineOnTop(load.tasks, load.over), load.families > 0 && text.familiesOnTop(load.families, load.familiesOver), load.copies > 0 && text.copiesOnTop(load.copies)].filter(Boolean).join(' ')
  return <Notice kind={load.over + load.familiesOver > 0 ? 'warn' : 'info'}><p>{says} <Link href="/opgaver">{text.mineLink}</Link></p></Notice>
}

/** What waits in the work of a case, in a few words; nothing where nothing does. */
export function sayWork({ open, over, unanswered }: WaitsInWork, lang: Lang): string | undefined {
  const text = workText(lang)
  return [open > 0 && (over > 0 ? text.overTasks(open, over) : text.openTasks(open)), unanswered && text.unanswered].filter(Boolean).join(' · ') || undefined
}

/** Whether she was told: the question before any contact with the other party. */
export function TellHer(props: { readonly to: SafeHref; readonly ctx: Ctx }) {
  const { ctx } = props
  const text = workText(ctx.lang)
  const told = (
    <>
      <DateInput name="toldOn" label={text.toldOn} error={faultOf(ctx, 'toldOn')} value={typed(ctx, 'toldOn')} max={dayOf(ctx.now)} />
      <TextArea name="safetyThrough" label={text.safetyThrough} error={faultOf(ctx, 'safetyThrough')} value={typed(ctx, 'safetyThrough')} rows={3} maxlength={4000} />
    </>
  )
  const waived = <TextArea name="waivedReason" label={text.waivedReason} error={faultOf(ctx, 'waivedReason')} value={typed(ctx, 'waivedReason')} rows={3} maxlength={4000} />
  return (
    <Form action={props.to}>
      <Radios name="answer" label={text.toldHeading} error={faultOf(ctx, 'answer')} value={typed(ctx, 'answer') || undefined}
        choices={[{ value: 'told', label: text.toldAnswers.told, inside: told }, { value: 'waived', label: text.toldAnswers.waived, inside: waived }]} />
      <Actions><Button>{text.saveTold}</Button></Actions>
    </Form>
  )
}

/** What has been answered; the newest that no contact leans on yet is said to be free. */
export function ToldList(props: { readonly told: readonly Told[]; readonly contacts: readonly Pick<Contact, 'told'>[]; readonly ctx: Ctx }) {
  const text = workText(props.ctx.lang)
  return (
    <ul class="plain-list">{props.told.map(it => (
      <li>
        {it.toldOn ? text.toldLine(sayDay(it.toldOn, props.ctx.lang), it.byName) : text.waivedLine(sayDay(dayOf(it.at), props.ctx.lang), it.byName)}: “{it.says}”
        {!props.contacts.some(one => one.told === it.id) && <> <strong>{text.usable}</strong></>}
      </li>
    ))}</ul>
  )
}

export function otherScreen(page: Awaited<ReturnType<typeof otherPage.run>>, ctx: Ctx): Screen {
  const text = workText(ctx.lang)
  const free = page.told.some(it => !page.contacts.some(one => one.told === it.id))
  return {
    title: text.otherTitle,
    body: (
      <CaseFrame frame={page} ctx={ctx} title={text.otherTitle} lead={text.otherLead}>
        {page.told.length > 0 && <ToldList told={page.told} contacts={page.contacts} ctx={ctx} />}
        {page.writes && (free ? <PlanContact page={page} ctx={ctx} /> : <TellHer to={`/sager/${page.now.id}/den-anden-part/fortalt` as SafeHref} ctx={ctx} />)}
        <h2>{text.contacts}</h2>
        {page.contacts.length === 0 && <p class="quiet">{text.noContact}</p>}
        {page.contacts.map(it => (
          <section>
            <p><strong>{text.ways[it.way]}</strong>: {it.doneOn ? text.doneOn(sayDay(it.doneOn, ctx.lang)) : text.planned(sayDay(it.plannedOn, ctx.lang))}.{it.says !== '' && ` “${it.says}”`}</p>
            {page.writes && !it.doneOn && <PostButton action={`/sager/${page.now.id}/den-anden-part/kontakt/${it.id}` as SafeHref} label={text.markDone} kind="secondary" />}
          </section>
        ))}
      </CaseFrame>
    ),
  }
}

function PlanContact(props: { readonly page: Awaited<ReturnType<typeof otherPage.run>>; readonly ctx: Ctx }) {
  const { page, ctx } = props
  const text = workText(ctx.lang)
  return (
    <Form action={`/sager/${page.now.id}/den-anden-part/kontakt`}>
      <h2>{text.planHeading}</h2>
      <Radios name="way" label={text.way} error={faultOf(ctx, 'way')} value={typed(ctx, 'way') || undefined} choices={ways.map(value => ({ value, label: text.ways[value] }))} />
      <Radios name="when" inline label={text.when} value={typed(ctx, 'when') || 'planned'} choices={(['planned', 'done'] as const).map(value => ({ value, label: text.whens[value] }))} />
      <DateInput name="on" label={text.on} error={faultOf(ctx, 'on')} value={typed(ctx, 'on')} />
      <TextArea name="says" label={text.says} hint={text.saysHint} error={faultOf(ctx, 'says')} value={typed(ctx, 'says')} rows={3} maxlength={1000} />
      <Actions><Button>{text.savePlan}</Button></Actions>
    </Form>
  )
}
