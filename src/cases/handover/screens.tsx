import { sayDay, sayTime } from '../../kernel/day.ts'
import { RoleForm } from '../../directory/roles-screen.tsx'
import { inSentence, sayRolePart } from '../../directory/say.ts'
import { FormErrors, FormFields, marksOf } from '../../forms/screens.tsx'
import { type Ctx, faultOf, type Html, type Screen, typed } from '../../platform/screen.ts'
import { Radios, Tick } from '../../platform/ui/choices.tsx'
import { DateInput, TextArea } from '../../platform/ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form, Link, LinkButton, PostButton } from '../../platform/ui/form.tsx'
import { Marked } from '../../platform/ui/marks.tsx'
import { Lead, Notice, SummaryList } from '../../platform/ui/parts.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { sayAnswers } from '../../forms/say.ts'
import type { handoverPage, offerPage } from './actions.ts'
import type { endPage } from './leaving.ts'
import type { SideNow } from '../sides/store.ts'
import { sideText } from '../sides/text.ts'
import type { CaseNow } from '../store.ts'
import type { Left, Named } from './store.ts'
import { caseText, roleName, sayDue } from '../say.ts'

/** The cases that go along. Who only sees to it that nobody waits sees number and deadline alone. */
function Going(props: { readonly cases: readonly CaseNow[]; readonly sides: readonly SideNow[]; readonly by: string; readonly ctx: Ctx }) {
  const { cases, sides, ctx } = props
  const text = caseText(ctx.lang)
  const whole = props.by !== 'leader' || sides.length > 0
  if (cases.length + sides.length === 0) return <p>{text.handover.noCases}</p>
  return (
    <Table caption={text.handover.cases(cases.length + sides.length)} columns={[{ label: text.handover.number, short: true }, { label: text.handover.due }, ...(whole ? [{ label: text.handover.next }] : [])]}
      rows={[
        ...cases.map(it => [it.number, it.due ? sayDue(it.due, ctx.now, ctx.lang, it.urgent) : '', ...(whole ? [text.nexts[it.next]] : [])]),
        ...sides.map(it => [it.number, it.due ? sayDue(it.due, ctx.now, ctx.lang) : '', sideText(ctx.lang).nexts[it.next]]),
      ]} />
  )
}

/** What waits for the giver besides the cases: what goes along, and what somebody must see to. */
function Besides(props: { readonly left: readonly Left[]; readonly giver: string; readonly ctx: Ctx }): Html | null {
  const { left, ctx } = props
  const text = caseText(ctx.lang).handover.besides
  if (left.length === 0) return null
  return (
    <Table caption={text.title(props.giver)} columns={[{ label: text.what }, { label: caseText(ctx.lang).handover.number, short: true }, { label: text.day }, { label: text.goes }]}
      rows={left.map(it => [text.kinds[it.what], it.number, it.day ? sayDay(it.day, ctx.lang) : '', it.goes ? text.along : text.not[it.what]])} />
  )
}

export function offerScreen(page: Awaited<ReturnType<typeof offerPage.run>>, ctx: Ctx): Screen {
  const text = caseText(ctx.lang).handover
  const title = text.title(page.giver.name)
  const leaving = <DateInput name="lastDay" label={text.lastDay} error={faultOf(ctx, 'lastDay')} value={typed(ctx, 'lastDay')} />
  return {
    title,
    body: (
      <>
        <FormErrors ctx={ctx} form={page.form} />
        <h1>{title}</h1>
        <Lead>{text.lead}</Lead>
        <Going cases={page.cases} sides={page.sides} by={page.by} ctx={ctx} />
        <Besides left={page.left} giver={page.giver.name} ctx={ctx} />
        {page.open ? <Notice kind="warn"><p>{ctx.say('cases.handover-open')} <Link href={`/overdragelse/${page.open.id}`}>{text.see}</Link></p></Notice>
          : page.takers.length === 0 ? <Notice kind="warn"><p>{text.nobody}</p></Notice> : (
            <Form action={`/overdragelse/ny/${page.role}/${page.giver.id}`} hidden={{ once: ctx.once }}>
              <Marked marks={marksOf(page.form, 2)}>
                <Radios name="receiver" label={text.receiver} hint={text.receiverHint} error={faultOf(ctx, 'receiver')} value={typed(ctx, 'receiver') || undefined}
                  choices={page.takers.map(it => ({ value: it.id, label: it.name }))} />
                <Radios name="leaves" label={text.leaves} value={typed(ctx, 'leaves') || 'no'}
                  choices={[{ value: 'no', label: text.stays(page.giver.name) }, { value: 'yes', label: text.goes(page.giver.name), inside: leaving }]} />
                <FormFields ctx={ctx} form={page.form} />
              </Marked>
              <Actions><Button>{text.save}</Button></Actions>
            </Form>
          )}
      </>
    ),
  }
}

export function handoverScreen(page: Awaited<ReturnType<typeof handoverPage.run>>, ctx: Ctx): Screen {
  const text = caseText(ctx.lang).handover
  const { it } = page
  const title = text.askedTitle(page.giver, page.receiver)
  const at = `/overdragelse/${it.id}` as const
  const open = it.state === 'offered'
  return {
    title,
    body: (
      <>
        <ErrorSummary errors={(ctx.sent?.faults ?? []).map(one => ({ field: one.field || undefined, text: ctx.say(one.code) }))} />
        <h1>{title}</h1>
        <Lead>
          {text.states[it.state]}. {text.askedLead(inSentence(roleName(it.role, ctx.lang)))} {it.lastDay && text.leavesOn(page.giver, sayDay(it.lastDay, ctx.lang))}
          {' '}{text.asked(page.offeredBy, sayTime(it.offeredAt, ctx.lang))} {open && text.answerBy(sayTime(it.due, ctx.lang))}
        </Lead>
        {page.reason !== undefined && <Notice heading={text.declinedBecause}><p>“{page.reason}”</p></Notice>}
        {open && <Going cases={page.cases} sides={page.sides} by={page.by} ctx={ctx} />}
        {open && <Besides left={page.left} giver={page.giver} ctx={ctx} />}
        <h2>{text.checklist}</h2>
        <SummaryList rows={(page.form ? sayAnswers(page.form, page.answers, ctx.lang) : []).map(one => ({ term: one.question, value: one.answer }))} />
        {open && it.receiver === ctx.actor.id && (
          <>
            <PostButton action={`${at}/tag`} label={text.accept} />
            <h2>{text.declineTitle}</h2>
            <Form action={`${at}/afvis`} hidden={{ once: ctx.once }}>
              <TextArea name="reason" label={text.reason} rows={3} error={faultOf(ctx, 'reason')} value={typed(ctx, 'reason')} />
              <Actions><Button kind="secondary">{text.decline}</Button></Actions>
            </Form>
          </>
        )}
        {open && it.receiver !== ctx.actor.id && <PostButton action={`${at}/fortryd`} label={text.takeBack} kind="secondary" />}
      </>
    ),
  }
}

export function endScreen(page: Awaited<ReturnType<typeof endPage.run>>, ctx: Ctx): Screen {
  const text = caseText(ctx.lang).handover
  const title = text.endTitle(inSentence(sayRolePart(page.it, ctx.lang)), page.name)
  if (page.last) return { title, body: <><h1>{title}</h1><Notice kind="warn"><p>{ctx.say('cases.nobody-after')}</p></Notice></> }
  if (page.waiting > 0) {
    return {
      title,
      body: (
        <>
          <h1>{title}</h1>
          <Notice kind="warn"><p>{page.walled ? text.mustWaitWalled(page.name) : text.mustWait(page.name, page.waiting)}</p></Notice>
          {ctx.actor.roles.includes('leader') && page.walled && <p><LinkButton href="/fordeling">{sideText(ctx.lang).distribution}</LinkButton></p>}
          {ctx.actor.roles.includes('leader') && !page.walled && <p><LinkButton href={`/overdragelse/ny/${page.it.role}/${page.it.person}`}>{text.link}</LinkButton></p>}
        </>
      ),
    }
  }
  return {
    title,
    body: (
      <RoleForm ctx={ctx} title={title} lead={text.endLead} action={`/roller/${page.it.id}/slut`} save={text.end}>
        {page.alone && <Notice kind="warn"><p>{text.lastLeader(page.name)}</p></Notice>}
        {page.left.length > 0 && <p>{text.leftHere(page.name)}</p>}
        <Besides left={page.left.map(it => ({ ...it, goes: false }))} giver={page.name} ctx={ctx} />
        <DateInput name="to" label={text.last} min={page.today} error={faultOf(ctx, 'to')} value={typed(ctx, 'to')} />
        <Tick name="atOnce" label={text.atOnce} hint={text.atOnceHint} checked={typed(ctx, 'atOnce') === 'yes'} />
      </RoleForm>
    ),
  }
}

/** Hand-overs that wait for the reader, that she waits for, or that came back. */
export function HandoverNotices(props: { readonly all: readonly Named[]; readonly ctx: Ctx }): Html {
  const { ctx } = props
  const text = caseText(ctx.lang).handover
  return (
    <>
      {props.all.map(it => {
        const mine = it.receiver === ctx.actor.id
        if (it.state === 'declined' && mine) return null
        const said = it.state === 'declined' ? text.refused(it.receiverName) : mine ? text.toMe(it.giverName) : text.waits(it.giverName, it.receiverName)
        return (
          <Notice kind={mine || it.state === 'declined' ? 'warn' : 'info'} heading={text.heading}>
            <p>{said} {it.state === 'offered' && (it.due < ctx.now ? text.late : text.answerBy(sayTime(it.due, ctx.lang)))}</p>
            <p><Link href={`/overdragelse/${it.id}`}>{mine ? text.seeAndAnswer : text.see}</Link></p>
          </Notice>
        )
      })}
    </>
  )
}
